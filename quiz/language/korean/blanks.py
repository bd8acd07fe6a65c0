"""The fact with a gap: its clause as a sentence that shows the answer nowhere else."""

import re
from dataclasses import replace
from functools import lru_cache

from quiz.core.questions import GAP, AnswerKind, plain
from quiz.language.korean.announcements import stated_plainly
from quiz.language.korean.arguments import is_coordinated, mentions_in
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, clauses
from quiz.language.korean.context import referent
from quiz.language.korean.gate import (
    BAD_START,
    DANGLING,
    EMPTY_ACT,
    FIRST_PERSON,
    NAMELESS,
    POINTED,
    QUOTES,
    RELATIVE_TIME,
    SAME,
    START_UNRESOLVED,
    UNRESOLVED,
    VAGUE_SCENE,
    dateless,
    is_worked_out,
    nameless,
    unbalanced,
)
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.mentions import read_phrase
from quiz.language.korean.moments import resolve
from quiz.language.korean.morphology import SILENT_TAGS, Part, Sentence, Word
from quiz.language.korean.phrases import SEVERAL_PASSES, Phrase, is_copular, phrases
from quiz.language.korean.pieces import DISCOURSE, Piece, Setting
from quiz.language.korean.prompts import tidy
from quiz.language.korean.statements import MARK, PLAIN, readable_pieces, statement
from quiz.language.korean.whose import real_topic
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, words

SHORT = 50  # characters of a sentence that may be shown with all its clauses
LONGEST = 90  # characters shown
SHORTEST_SHOWN = 7  # letters
FEWEST_WORDS = 3  # beside the gap
LONGEST_GAP, MOST_WORDS = 24, 4  # characters, words: nobody fills in more than that
SHAPED = re.compile(r"\s?(?:모양|형태|자형)|(?:여|인|개|대|년)? ?[명원%]")
MORE_BEFORE = re.compile(r"\d ?(?:시간|시|분|년|개월|월|일|주|조|억|만|m|cm|kg) $")
# Too general for a gap: many others would fit as well.
GENERAL = words(
    """
물음 질문 답 대답 주장 소식 사실 견해 입장 의견 지적 평가 방식 형태 형식
상태 물품 대량 안팎 내외 뜻 말 이야기 문제 처음 마지막 몫 편 덕 탓 차례
셈 예정 방침 적 전망 수준 추세 분위기 기본 최초 최고 최대 최소 이상 이하
미만 약자 번째 양상 특성 성격 조건 요소 요인 원인 배경 계기 기회 노력 관심
인기 도움 활기 주목 중심 바탕 토대 기반 근거 사례 예 종류 유형 구실 구분
차이 변화 발전 성장 증가 감소 확대 축소 시작 끝 앞 뒤 위 아래 밖 옆 곁
사이 쪽 방향 단계 절차 제한 한계 가능성 필요성 중요성
"""
)
SEASONS = words("봄 여름 가을 겨울 오전 오후 새벽 아침 저녁 밤 처음 이후 당시")
# 시가, 구단은: which one, only the sentences before tell.
VAGUE_BODY = re.compile(
    r"(?:^|년 |월 |일 |당초 |이미 )"
    r"(?:시|군|구|도|당국|협회|재단|구단|병원|학교|대학|박물관|연구소)"
    r"(?:가|는|이|은|의|측은) |"
    r"^(?:응답자|참가자|신청자|대상자|수상자|관람객|이용자|조사 대상)"
    r"(?:의|는|은|가|이) |"
    r"^(?:두|세|네|양) (?:팀|사람|나라|회사|정상|기관|선수|후보)[은는이가의] |"
    r"(?<![가-힣])이로부터|^(?:첫째|둘째|셋째|넷째)|"
    r"(?<!\d년 )같은 (?:기간|날|달|시기|시각|시간|장소|자리|곳|해|방식)"
)
TWICE = re.compile(r" = |\d년 \d{4}년|\d분 \d+분|\d시 \d+시")  # badly put together
# '유럽에서 아시아에 이르는': the end of a range that another place could begin.
RANGE = re.compile(r"^(?:에서|부터) .{1,25}(?:에 이르|까지)|^(?:에|까지) 이르")
TELLING = 3  # letters of a common noun that is worth a gap
FILLED_BY_NOUNS = frozenset({"event", "place", "gap"})
NO_ANSWERS = VAGUE_NOUNS | GENERAL
YEARS = re.compile(r"\d{3,4}년|세기")
# What is asked for, and how: "빈칸에 들어갈 인물은 누구인가?"
ASKED = {
    Kind.PERSON: ("인물", "누구"),
    Kind.COMPANY: ("회사", "어디"),
    Kind.BODY: ("기관", "어디"),
    Kind.COUNTRY: ("나라", "어디"),
    Kind.CITY: ("도시", "어디"),
    Kind.PLACE: ("장소", "어디"),
    Kind.WORK: ("작품", "무엇"),
    Kind.NUMBER: ("수치", "얼마"),
    Kind.DATE: ("때", "언제"),
}
ORDINAL = re.compile(r"(?:번|호|위|회|등급|세기|층|단계|번째|라운드|분기)$")
ANYTHING = ("말", "무엇")


def cloze_prompt(candidate: Candidate) -> str:
    """Return the line over a cloze that has no other prompt."""
    noun, wh = ASKED.get(candidate.names, ANYTHING)
    loosely = candidate.kind == "gap" and candidate.names is Kind.PLACE
    if candidate.answer is AnswerKind.LIST or loosely or is_ordinal(candidate):
        noun, wh = ANYTHING
    elif candidate.names is Kind.DATE and re.fullmatch(
        r"(?:기원전 )?\d{1,4}년", candidate.accepted[0]
    ):
        noun, wh = "연도", "언제"
    return f"다음 문장의 빈칸에 들어갈 {attach(noun, '은')} {wh}인가?"


def is_ordinal(candidate: Candidate) -> bool:
    """Tell '48번' and '3위': a number, but no amount."""
    return candidate.names is Kind.NUMBER and bool(ORDINAL.search(candidate.accepted[0]))


def cloze_of(candidate: Candidate, setting: Setting) -> str:
    """Return a short sentence with the answer in {{ }}, or "" where none is safe."""
    known = clozes_of(candidate.sentence)
    asked = replace(candidate, prompt="", weight=0)  # of which a cloze knows nothing
    if asked not in known:
        known[asked] = new_cloze(candidate, setting)
    return known[asked]


def with_head_alone(candidate: Candidate) -> Candidate:
    """Accept 고아원 for '절에서 운영하는 고아원': a gap asks for no more."""
    head = candidate.sentence.text[head_start(candidate) : candidate.end]
    if candidate.start == head_start(candidate) or head in candidate.accepted:
        return candidate
    return replace(candidate, accepted=(*candidate.accepted, head))


def head_start(candidate: Candidate) -> int:
    """Return where the answer's noun begins, after the verbs that describe it."""
    if candidate.answer is not AnswerKind.WORDS:
        return candidate.start
    words = candidate.sentence.words
    inside = [
        n
        for n, word in enumerate(words)
        if candidate.start <= word.start and word.end < candidate.end and not word.quoted
    ]
    for number in reversed(inside):
        described = words[number].part is Part.ADNOMINAL and not is_copular(words[number])
        name = words[number + 1 : inside[-1] + 2]
        owned = words[number].josa == "의" and any("NNP" in w.tags() for w in name)
        if (
            described
            or owned
            or all(says_what_name_is(words[number], part) for part in name)
        ):
            start = words[number + 1].start
            head = candidate.sentence.text[start : candidate.end]
            told = head in cloze_prompt(candidate)  # '문장'
            return candidate.start if told or len(head) < FEWEST_LETTERS else start
    return candidate.start


def says_what_name_is(word: Word, name: Word) -> bool:
    """Tell 외륜선 of '외륜선 그레이트 웨스턴호' and 벼슬 of '벼슬 대부경'."""
    kinds = {m.tag for m in word.morphs}
    named = {m.tag for m in name.morphs if m.tag not in SILENT_TAGS}
    return word.is_bare and kinds == {"NNG"} and "NNP" in named and not named & {"NNG"}


def new_cloze(candidate: Candidate, setting: Setting) -> str:
    sentence = candidate.sentence
    candidate = replace(candidate, start=head_start(candidate))
    answer = sentence.text[candidate.start : candidate.end]
    if not is_fit_for_gap(candidate, answer, setting):
        return ""
    known = pieces_of_clauses(sentence)
    reading = Reading(sentence, clauses_of(sentence), setting, pieces=known)
    text = told_alone(candidate, reading) or told_whole(candidate, reading)
    gap = stated_plainly(text.replace(MARK, "{{" + answer + "}}"))
    gap = YEARS_LATER.sub("", gap)
    if SPOKEN.search(gap) or DENIED.search(gap):
        return ""  # who said it, or what he is: asked of the words themselves
    return "" if is_worked_out(GAP.sub(asked_figure, gap)) else gap


def asked_figure(gap: re.Match[str]) -> str:
    """Return a gap as a prompt asks it: {{2.5배}} -> 몇 배."""
    return re.sub(r"^[\d,.만천억 ]+", "몇 ", gap[1])


@lru_cache(maxsize=SEVERAL_PASSES)
def clauses_of(sentence: Sentence) -> list[Clause]:
    return clauses(sentence)


@lru_cache(maxsize=SEVERAL_PASSES)
def pieces_of_clauses(sentence: Sentence) -> dict[Clause, list[Piece] | None]:
    """Return where the words of the sentence's clauses are kept, once they are read."""
    return {}


@lru_cache(maxsize=SEVERAL_PASSES)
def clozes_of(sentence: Sentence) -> dict[Candidate, str]:
    """Return where the sentence's clozes are kept: one is looked at again and again."""
    return {}


def forget() -> None:
    """Let the sentences of the last article go."""
    clozes_of.cache_clear()
    clauses_of.cache_clear()
    pieces_of_clauses.cache_clear()


FEWEST_LETTERS = 2
YEARS_LATER = re.compile(r"\d+년 (?:뒤|후|만)인 (?=\{\{|\d)")  # it gives the year away
DENIED = re.compile(r"\}\}(?:에|에서|에는|에서는)? [^.]{0,12}지 않")
SPOKEN = re.compile(r"[“\"][^“”\"{}]{12,}[”\"]")
HALF_NOUN = re.compile(
    r"(?:여서|라서)$|[A-Za-z₀-₉⁰-⁹/][을를은는이가]$"
)  # with its particle
# Their answers are clauses: in a gap anything fits.
CLAUSES = frozenset({"cause", "condition", "purpose", "explanation"})


def is_fit_for_gap(candidate: Candidate, answer: str, setting: Setting) -> bool:
    """Tell whether the words themselves can be left out: with unit, year and all."""
    text = candidate.sentence.text
    if candidate.names is Kind.DATE and not YEARS.search(answer):
        return False  # 올해 in a gap: what is meant is not what stands there
    if candidate.also or not answer or any(c in text for c in "{}" + MARK):
        return False
    if candidate.kind in CLAUSES or nameless(candidate, ""):
        return False
    if HALF_NOUN.search(answer):
        return False
    if answer.split()[-1] in NO_ANSWERS or is_common(candidate, answer, setting):
        return False
    if RANGE.match(text[candidate.end :]) or crosses_quotes(answer):
        return False
    if answer.split()[0] in SEASONS:
        return False  # '봄 고향으로'
    if candidate.names is Kind.NUMBER and is_half_told(candidate):
        return False
    return candidate.answer is AnswerKind.LIST or (
        len(answer) <= LONGEST_GAP and len(answer.split()) <= MOST_WORDS
    )


def crosses_quotes(answer: str) -> bool:
    """Tell '별건곤』, 『혜성': it closes what it never opened."""
    return any(
        answer[: place + 1].count(b) > answer.count(a, 0, place)
        for a, b in QUOTES
        for place, letter in enumerate(answer)
        if letter == b
    ) or unbalanced(answer)


def is_half_told(candidate: Candidate) -> bool:
    """Tell the 33분 of '1시간 33분', the 1호 of '너울 1호' and a number without unit."""
    text = candidate.sentence.text
    answer, after = text[candidate.start : candidate.end], text[candidate.end :]
    if re.match(r"\s?\d", after) or MORE_BEFORE.search(text[: candidate.start]):
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
    return not any(
        g.at in {candidate.end, candidate.end + 1} for g in candidate.sentence.glosses
    )


def told_alone(candidate: Candidate, reading: Reading) -> str:
    """Return the clause that holds the answer as a sentence, with a mark for the answer."""
    start, end = candidate.start, candidate.end
    words = candidate.sentence.words
    for clause in reading.clauses:
        if not words[clause.body[0]].start <= start < end <= words[clause.body[-1]].end:
            continue
        if is_one_of_several(candidate, clause):
            return ""
        text = statement(clause, start, end, reading)
        return text if is_good(text, candidate) else ""
    return ""


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


def is_good(text: str, candidate: Candidate) -> bool:
    return (
        text.count(MARK) == 1
        and len(text) - 1 + candidate.end - candidate.start <= LONGEST
        and not shows_answer(candidate, text)
        and is_safe(text, candidate)
    )


def told_whole(candidate: Candidate, reading: Reading) -> str:
    """Return the whole sentence with a mark where it is short and names something."""
    sentence, setting = candidate.sentence, reading.setting
    if len(sentence.text) > LONGEST or not names_something(candidate, setting):
        return ""
    found = clauses_of(sentence)
    if not any(real_topic(c) for c in found) or (
        len(found) > 1 and len(sentence.text) > SHORT
    ):
        return ""
    if not all(readable_pieces(clause, reading) for clause in found):
        return ""
    text = standing_alone(sentence, candidate, setting)
    text = tidy(resolve(text, setting.calendar, setting.context.year, setting.context.day))
    return text if PLAIN.search(text) and is_good(text, candidate) else ""


def names_something(candidate: Candidate, setting: Setting) -> bool:
    """Tell whether the sentence names anything beside the answer."""
    sentence = candidate.sentence
    return any(
        setting.names.is_proper(mention.name)
        for phrase in phrases(sentence)
        if not phrase.is_time
        for mention in [read_phrase(sentence, phrase)]
        if mention.end <= candidate.start or candidate.end <= mention.start
    )


def standing_alone(sentence: Sentence, candidate: Candidate, setting: Setting) -> str:
    """Return the sentence with a gap, its pronouns replaced, its 한편 and 또한 gone."""
    out: list[str] = []
    last = 0
    words = sentence.words
    for number, word in enumerate(words):
        if number == 0 and word.text.rstrip(",") in DISCOURSE:
            last = word.end
            continue
        if word.start < candidate.end and word.end > candidate.start:
            continue
        following = words[number + 1].core if number + 1 < len(words) else ""
        meant = referent(word, following, setting.context, setting.names)
        if meant is None:
            continue
        if not meant or plain(meant) == plain(
            candidate.accepted[0] if candidate.accepted else ""
        ):
            return ""
        if not (candidate.end <= word.start or word.end <= candidate.start):
            return ""
        end = word.end if word.josa else words[number + 1].end
        josa = word.josa or words[number + 1].josa
        if (
            number + 1 < len(words)
            and not word.josa
            and words[number + 1].end > candidate.start >= words[number + 1].start
        ):
            return ""
        out += [
            part(sentence.text, last, word.start, candidate),
            meant + fitting(meant, josa),
        ]
        last = end
    out.append(part(sentence.text, last, len(sentence.text), candidate))
    return "".join(out).strip()


def part(text: str, start: int, end: int, candidate: Candidate) -> str:
    if start <= candidate.start and candidate.end <= end:
        return text[start : candidate.start] + MARK + text[candidate.end : end]
    return text[start:end]


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


def is_safe(text: str, candidate: Candidate) -> bool:
    shown = text.replace(MARK, "")
    return not (
        UNRESOLVED.search(shown)
        or START_UNRESOLVED.search(shown)
        or NAMELESS.search(shown)
        or SAME.search(shown)
        or DANGLING.match(shown)
        or EMPTY_ACT.search(shown)
        or POINTED.search(shown)
        or RELATIVE_TIME.search(shown)
        or BAD_START.search(text)
        or VAGUE_SCENE.search(shown)
        or VAGUE_BODY.search(shown)
        or TWICE.search(shown)
        or (FIRST_PERSON.search(shown) and "“" not in shown)
        or (candidate.names is not Kind.DATE and dateless(shown))
        or unbalanced(shown)
        or len(plain(shown)) < SHORTEST_SHOWN
        or len(shown.split()) < FEWEST_WORDS
    )
