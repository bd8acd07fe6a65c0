"""Which words of which sentence can be a gap."""

import re

from quiz.core.questions import AnswerKind, plain
from quiz.language.korean.arguments import is_coordinated, mentions_in
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.clauses import Clause
from quiz.language.korean.gap_bounds import cuts_name, is_cut_badly
from quiz.language.korean.gap_dates import tells_when
from quiz.language.korean.gate import (
    BAD_START,
    BARE_COUNT,
    DANGLING,
    EMPTY_ACT,
    FIRST_PERSON,
    MARKS,
    NAMELESS,
    POINTED,
    QUOTES,
    RELATIVE_TIME,
    SAME,
    START_UNRESOLVED,
    UNRESOLVED,
    VAGUE_SCENE,
    YEARS_AFTER,
    dateless,
    nameless,
    opens_barely,
    unbalanced,
)
from quiz.language.korean.misput import is_misput
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import Phrase
from quiz.language.korean.pieces import Setting
from quiz.language.korean.statements import MARK
from quiz.language.korean.trivia import (
    has_twin,
    is_given_away,
    is_vague_amount,
    named_alike,
    says_nothing,
    shares_a_head,
    tells_of_whom,
)
from quiz.language.korean.wordlists import (
    OF_A_THING,
    VAGUE_NOUNS,
    Kind,
    head_noun,
    words,
)

LONGEST = 115  # characters shown


SHORTEST_SHOWN = 7  # letters


FEWEST_WORDS = 3  # beside the gap


LONGEST_GAP, MOST_WORDS = 24, 4  # characters, words: nobody fills in more than that


SHAPED = re.compile(r"\s?(?:모양|형태|자형)|(?:여|인|개|대|년)? ?[명원%]")


OF_TIME = re.compile(r"(?:시간|시|분|초|년|개월|월|일|주|원|m|cm|kg|여)$")
MORE_BEFORE = re.compile(r"\d ?(?:도|시간|시|분|년|개월|월|일|주|조|억|만|m|cm|kg) $")


# Too general for a gap: many others would fit as well.
GENERAL = words(
    """
물음 질문 답 대답 주장 소식 사실 견해 입장 의견 지적 평가 방식 형태 형식
상태 물품 대량 안팎 내외 뜻 말 이야기 문제 처음 마지막 몫 편 덕 탓 차례
셈 예정 방침 적 전망 수준 추세 분위기 기본 최초 최고 최대 최소 이상 이하
미만 약자 번째 양상 특성 성격 조건 요소 요인 원인 배경 계기 기회 노력 관심
인기 도움 활기 주목 중심 바탕 토대 기반 근거 사례 예 종류 유형 구실 구분
주위 원정 일정 차이 변화 발전 성장 증가 감소 확대 축소 시작 끝 앞 뒤 위 아래 밖 옆 곁
건축물 구조물 시설물 물고기 포유류 조류 어류 파충류 동물 식물 우주선 클럽 학교 사립학교
공립학교 상승세 하락세 혹평 호평 관심거리 전환점 먹이 현지어 관광객 환자들
사이 쪽 방향 단계 절차 제한 한계 가능성 필요성 중요성
"""
)


SEASONS = words("봄 여름 가을 겨울 오전 오후 새벽 아침 저녁 밤 처음 이후 당시")


# 시가, 구단은: which one, only the sentences before tell.
VAGUE_BODY = re.compile(
    r"(?:^|년 |월 |일 |당초 |이미 )"
    r"(?:시|군|구|도|당국|협회|재단|구단|병원|학교|대학|박물관|연구소|왕|건물|노조|주심|심판|"
    r"상대|양군|제국|사업비|제품명|가격|수익금|단위|다리|공사|기념 조형물|협의회|양 팀|"
    r"회사 안|주인공 [A-Z]|센터|교장|대책위|조직위|추진위|폐막 뒤 건물)"
    r"(?:가|는|이|은|의|측은|에서|를) |"
    r"^(?:응답자|참가자|신청자|대상자|수상자|관람객|이용자|조사 대상)"
    r"(?:의|는|은|가|이) |"
    r"^(?:두|세|네|양) (?:팀|사람|나라|회사|정상|기관|선수|후보)[은는이가의] |"
    r"^(?:[가-힣]+[은는] )?양 팀에서 |"
    r"(?<![가-힣])이로부터|^(?:첫째|둘째|셋째|넷째)|"
    r"(?<!\d년 )같은 (?:기간|날|달|시기|시각|시간|장소|자리|곳|해|방식)"
)


TWICE = re.compile(r" = | \| |\d년 \d{4}년|\d분 \d+분|\d시 \d+시")  # badly put together


# '유럽에서 아시아에 이르는': the end of a range that another place could begin.
RANGE = re.compile(
    r"^(?:에서|부터) (?:(?!부터|[린는한된진인]\s).){1,25}(?:에 이르|까지)|^(?:에|까지) 이르"
)


TELLING = 3  # letters of a common noun that is worth a gap


FILLED_BY_NOUNS = frozenset({"event", "place", "gap"})


NO_ANSWERS = VAGUE_NOUNS | GENERAL


# '북마케도니아, 세르비아 등 {{3개}}국', '1557년에 시작되어 {{9년}} 뒤인 1566년'.
COUNTED_OUT = re.compile(
    r"[,·] ?[^,.]{1,20} 등 (?:모두 )?"
    + MARK
    + r"|"
    + MARK
    + r" (?:뒤|후|만)인 \d{3,4}년|"
    + MARK
    + r" 전(?: |에)"
)
SUFFIXES = re.compile(
    r"(?:대왕|왕|강|산|시|군|역|사|성|섬|호|주|도|면|리|국|교|탑|문|학교|대학|전투|부근|일대)$"
)
HALF_NOUN = re.compile(
    r"(?:여서|라서)$|[A-Za-z₀-₉⁰-⁹/][을를은는이가]$"
)  # with its particle


# Their answers are clauses: in a gap anything fits.
CLAUSES = frozenset({"cause", "condition", "purpose", "explanation"})


def is_fit_for_gap(candidate: Candidate, answer: str, setting: Setting) -> bool:
    """Tell whether the words themselves can be left out: with unit, year and all."""
    text = candidate.sentence.text
    if candidate.names is Kind.DATE and not tells_when(candidate, answer):
        return False
    if candidate.also or not answer:
        return False
    if "{" in text or "}" in text or MARK in text:
        return False
    if candidate.kind in CLAUSES or nameless(candidate, ""):
        return False
    if is_given_away(candidate) or says_nothing(answer) or shares_a_head(candidate):
        return False
    if answer.startswith("같은 ") or "▲" in answer or counts_on(candidate):
        return False
    if stands_in_title(candidate) or is_cut_badly(candidate):
        return False
    if is_unit(candidate):
        return False  # '{{TNT}} 약 2.9킬로톤'
    if tells_of_whom(candidate) or is_vague_amount(answer) or cuts_name(candidate, setting):
        return False
    if HALF_NOUN.search(answer):
        return False
    if is_empty(candidate, answer, setting):
        return False
    if is_common(candidate, answer, setting):
        return False
    if RANGE.match(text[candidate.end :]) or crosses_quotes(answer) or runs_over(answer):
        return False
    if answer.split()[0] in SEASONS:
        return False  # '봄 고향으로'
    if candidate.names is Kind.NUMBER and is_half_told(candidate):
        return False
    return candidate.answer is AnswerKind.LIST or (
        len(answer) <= LONGEST_GAP and len(answer.split()) <= MOST_WORDS
    )


def is_empty(candidate: Candidate, answer: str, setting: Setting) -> bool:
    """Tell '인구 규모' and '한 가지 방법' from '290여 편', a number with its unit."""
    if candidate.names is Kind.NUMBER or setting.names.is_proper(answer):
        return False
    return answer.split()[-1] in NO_ANSWERS


def counts_on(candidate: Candidate) -> bool:
    """Tell the '분기 만' of '세 분기 만에': its number would be left in sight."""
    before = candidate.sentence.text[: candidate.start].split()
    return bool(before) and NUMERAL.fullmatch(before[-1]) is not None


NUMERAL = re.compile(
    r"몇|여러|첫|(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?"
    r"(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)|열|스무|서른|마흔|쉰|예순|일흔|여든|아흔"
)


def stands_in_title(candidate: Candidate) -> bool:
    """Tell the 조선 of '「오오, 조선의 남아여!」', one word of a work's name."""
    text = candidate.sentence.text
    for opening, closing in ("「」", "『』", "《》", "〈〉"):
        start = text.rfind(opening, 0, candidate.start)
        end = text.find(closing, candidate.end)
        if start >= 0 and end >= 0 and closing not in text[start : candidate.start]:
            return text[start + 1 : end] != text[candidate.start : candidate.end]
    return False


FIGURE_NEXT = re.compile(r" (?:약 )?\d")


def is_unit(candidate: Candidate) -> bool:
    after = candidate.sentence.text[candidate.end :]
    return candidate.names not in {Kind.DATE, Kind.NUMBER} and (
        FIGURE_NEXT.match(after) is not None
    )


def runs_over(answer: str) -> bool:
    """Tell "모'와 '나란히", '상호 배제: 자원' and '프리슬란트의' from one phrase."""
    if PARTICLE_IN.search(answer):
        return True
    return ":" in answer or any(
        quote in answer and not answer.startswith(quote) for quote in "'\""
    )


def crosses_quotes(answer: str) -> bool:
    """Tell '별건곤』, 『혜성': it closes what it never opened."""
    return not MARKS.isdisjoint(answer) and (
        any(
            answer[: place + 1].count(b) > answer.count(a, 0, place)
            for a, b in QUOTES
            for place, letter in enumerate(answer)
            if letter == b
        )
        or unbalanced(answer)
    )


def is_half_told(candidate: Candidate) -> bool:
    """Tell the 33분 of '1시간 33분', the 1호 of '너울 1호' and a number without unit."""
    text = candidate.sentence.text
    answer, after = text[candidate.start : candidate.end], text[candidate.end :]
    if re.match(r"\s?\d", after):
        return True
    if MORE_BEFORE.search(text[: candidate.start]) and OF_TIME.search(answer):
        return True
    if answer.endswith("호") or SHAPED.match(after):
        return True
    return (
        answer[-1].isdigit()
        and re.match(r"[가-힣%]", after) is not None
        and candidate.kind != "score"
    )


def is_common(candidate: Candidate, answer: str, setting: Setting) -> bool:
    """Tell a short common noun (활기, 조개): anything, or nothing else, fits there."""
    if candidate.kind not in FILLED_BY_NOUNS or len(plain(answer)) >= TELLING:
        return False
    if candidate.names in {Kind.NUMBER, Kind.DATE} or setting.names.is_proper(answer):
        return False
    if is_tagged_name(candidate):
        return False
    return not any(
        g.at in {candidate.end, candidate.end + 1} for g in candidate.sentence.glosses
    )


def is_tagged_name(candidate: Candidate) -> bool:
    """Tell the 요동 of '요동으로': two letters that the tagger takes for a name."""
    for word in candidate.sentence.words:
        if word.start <= candidate.start < word.end:
            return word.tags()[:1] == ["NNP"] and word.core_end == candidate.end
    return False


def is_one_of_several(candidate: Candidate, clause: Clause) -> bool:
    """Tell whether the answer is a member of 'A, B와 C': another one fits as well."""
    if candidate.answer is AnswerKind.LIST or candidate.names in {Kind.NUMBER, Kind.DATE}:
        return False
    return any(
        is_member(clause, mention.phrase)
        for mention in mentions_in(clause)
        if mention.start < candidate.end and candidate.start < mention.end
    )


def is_member(clause: Clause, phrase: Phrase) -> bool:
    """Tell a member of a row; the comma that ends a clause makes none."""
    if phrase.last != clause.body[-1]:
        return is_coordinated(clause.sentence, phrase)
    before = clause.word(phrase.first - 1) if phrase.first > clause.body[0] else None
    return before is not None and (
        before.josa in {"와", "과"}
        or before.core in {"및", "또는", "등"}
        or (before.comma and before.part is Part.NOUN and not before.josa)
    )


def is_good(text: str, candidate: Candidate, *, whole: bool = False) -> bool:
    """Tell whether the text can be shown. `whole`: it is all of its sentence."""
    return (
        text.count(MARK) == 1
        and len(text) - 1 + candidate.end - candidate.start <= LONGEST
        and not shows_answer(candidate, text)
        and not COUNTED_OUT.search(text)
        and not gives_stem_away(candidate, text)
        and not named_alike(candidate.sentence.text[candidate.start : candidate.end], text)
        and not is_some_body(candidate, text)
        and not is_owner_again(candidate, text)
        and is_safe(text, candidate)
        and points_nowhere_else(text, whole)
    )


OPENS = re.compile(MARK + r"(?:은|는|이|가|에서는) ")


def is_some_body(candidate: Candidate, text: str) -> bool:
    """Tell '{{협의회}}는 ...' and '{{종소명}}은 ...': a kind of thing, told of before."""
    answer = candidate.sentence.text[candidate.start : candidate.end]
    opens = OPENS.match(text) is not None
    return opens and (head_noun(answer) == answer or answer in OF_A_THING)


def is_owner_again(candidate: Candidate, text: str) -> bool:
    """Tell '가람전지의 {{가람전지 주가}}': the owner stands in the answer as well."""
    owner = OWNER.search(text)
    answer = candidate.sentence.text[candidate.start : candidate.end]
    return owner is not None and answer.startswith(owner[1])


OWNER = re.compile(rf"([가-힣A-Za-z0-9]{{2,}})의 {MARK}")


def shows_answer(candidate: Candidate, text: str) -> bool:
    seen = plain(text)
    told = [*candidate.accepted, *(v for item in candidate.items for v in item)]
    if candidate.answer.value in {"number", "date"}:
        bare = text.replace(MARK, " ")
        return any(
            t in bare and re.search(rf"(?<!\d){re.escape(t)}", bare)
            for t in told
            if not t.isdigit()
        )
    return any(len(plain(t)) >= 2 and plain(t) in seen for t in told)


def gives_stem_away(candidate: Candidate, text: str) -> bool:
    """Tell 탈라스강 beside '탈라스 전투' and '국립 미술관' beside '프라도 미술관'."""
    if candidate.answer is not AnswerKind.WORDS or candidate.names is Kind.NUMBER:
        return False  # of '다섯 마당 가운데 두 마당' the unit gives nothing away
    answer = candidate.sentence.text[candidate.start : candidate.end]
    last = answer.split()[-1]
    stem = SUFFIXES.sub("", last)
    shown = text.replace(MARK, " ")
    told = [word in shown for word in answer.split() if len(word) >= STEM]
    if len(told) > 1 and all(told):
        return True
    return (len(stem) >= STEM and stem in shown) or (
        " " in answer and len(last) >= STEM and last in shown
    )


PARTICLE_IN = re.compile(r"를$|(?<![회주정동강합결논협민의])의$")
STEM = 2  # letters
CLEFT = re.compile(r"[은는] .*것이다\.$")


def only_a_cause(text: str) -> bool:
    """Tell '... 일어나기 때문이다', which says nowhere what it is the cause of."""
    return text.endswith("때문이다.") and "," not in text and not CAUSED.search(text)


CAUSED = re.compile(r"것은|까닭은|이유는|원인은|[은는]데 ")


def points_nowhere_else(text: str, whole: bool) -> bool:
    """Tell whether no pointer is left; a later one of a whole sentence points inside."""
    if DEICTIC.search(text):
        return False
    if whole and (comma := text.find(", ", SAID_BEFORE)) > 0:
        text = text[: comma + 2]
    shown = text.replace(MARK, "")
    return not (UNRESOLVED.search(shown) or POINTED.search(text))


# Of these no word of the same sentence tells enough.
DEICTIC = re.compile(
    r"(?<![가-힣])(?:이번|이날|이곳|그곳|이때|여기)(?:에는|에서는|에서|에|은|는|의|까지)? |"
    r", 당시 "
)
SAID_BEFORE = 8  # letters of a sentence that a later pointer can mean


def is_safe(text: str, candidate: Candidate) -> bool:
    shown = text.replace(MARK, "")
    return not (
        START_UNRESOLVED.match(shown)
        or only_a_cause(text)
        or NAMELESS.search(shown)
        or ("같은 " in shown and SAME.search(shown))
        or DANGLING.match(shown)
        or EMPTY_ACT.search(shown)
        or BARE_COUNT.search(shown)
        or "각각" in shown
        or is_misput(shown)
        or has_twin(candidate, shown)
        or opens_barely(text)
        or YEARS_AFTER.search(shown)
        or (text.endswith("것이다.") and not CLEFT.search(text))
        or RELATIVE_TIME.search(shown)
        or BAD_START.search(text)
        or VAGUE_SCENE.search(shown)
        or VAGUE_BODY.search(shown)
        or TWICE.search(shown)
        or (FIRST_PERSON.search(shown) and "“" not in shown)
        or (candidate.names is not Kind.DATE and dateless(shown))
        or unbalanced(shown)
        or len(plain(text)) < SHORTEST_SHOWN
        or len(shown.split()) < FEWEST_WORDS
    )
