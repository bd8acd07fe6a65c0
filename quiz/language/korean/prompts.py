"""Clause and answer -> a question: a cleft with a type noun, or a wh-word in place."""

import re
from dataclasses import dataclass, replace

from quiz.language.korean.clauses import Clause
from quiz.language.korean.conjugation import adnominal_ending, question_ending
from quiz.language.korean.context import Context, referent
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.moments import Calendar, resolve
from quiz.language.korean.names import Mention, Names
from quiz.language.korean.wordlists import (
    VAGUE_NOUNS,
    Kind,
    head_noun,
    noun_kind,
    title_of,
)
from quiz.language.korean.words import Part, Word

# kind -> noun of a cleft, its question word
CLEFT = {
    Kind.PERSON: ("인물", "누구"),
    Kind.COMPANY: ("회사", "어디"),
    Kind.BODY: ("기관", "어디"),
    Kind.COUNTRY: ("나라", "어디"),
    Kind.CITY: ("도시", "어디"),
    Kind.PLACE: ("곳", "어디"),
    Kind.EVENT: ("행사", "무엇"),
    Kind.WORK: ("작품", "무엇"),
    Kind.TERM: ("것", "무엇"),
    Kind.THING: ("것", "무엇"),
}
IN_PLACE = {
    Kind.PERSON: "누구",
    Kind.COMPANY: "어느 회사",
    Kind.BODY: "어느 기관",
    Kind.COUNTRY: "어느 나라",
    Kind.CITY: "어느 도시",
    Kind.PLACE: "어디",
    Kind.EVENT: "무엇",
    Kind.WORK: "무엇",
    Kind.TERM: "무엇",
    Kind.THING: "무엇",
}
TEAM_ENDS = ("유나이티드", "FC", "구단", "시티즌", "드래곤즈")
DISCOURSE = frozenset(
    [
        "특히",
        "한편",
        "또한",
        "또",
        "그러나",
        "하지만",
        "그리고",
        "따라서",
        "그래서",
        "반면",
        "반면에",
        "즉",
        "이어",
        "이후",
        "게다가",
        "더구나",
        "다만",
        "심지어",
        "실제로",
        "물론",
        "우선",
        "먼저",
        "아울러",
        "이외",
        "결국",
        "마침내",
        "이처럼",
        "그런데",
        "그러므로",
        "그럼에도",
        "앞서",
        "이로써",
        "당시",
        "이번에",
        "이번에는",
        "그중",
        "그중에서도",
        "이중",
        "나아가",
        "더불어",
        "이후에도",
        "그러면서",
        "덕분에",
        "그뿐만",
        "반대로",
        "오히려",
        "그가운데",
        "예컨대",
        "예를",
        "이밖에",
        "그밖에",
        "요컨대",
        "그동안",
        "이에따라",
        "그러자",
        "다시",
        "역시",
        "실은",
        "사실",
        "즉,",
    ]
)
OF_A_PROGRAMME = frozenset(
    [
        "대상",
        "지원",
        "금액",
        "지원금",
        "기간",
        "신청자",
        "지원자",
        "참가자",
        "참가비",
        "상금",
        "인원",
        "신청",
        "사업비",
        "예산",
        "총사업비",
        "관람료",
        "입장료",
        "보조금",
        "이용료",
        "혜택",
        "조건",
        "자격",
        "수강료",
        "지원액",
        "한도",
        "접수",
        "모집",
        "우승자",
        "수상자",
        "주제",
        "장소",
        "일정",
    ]
)
OF_A_THING = frozenset(
    [
        "요금",
        "가격",
        "값",
        "길이",
        "몸길이",
        "무게",
        "몸무게",
        "높이",
        "너비",
        "폭",
        "깊이",
        "면적",
        "넓이",
        "인구",
        "수명",
        "크기",
        "지름",
        "둘레",
        "속도",
        "온도",
        "밀도",
        "용량",
        "정원",
        "수용",
        "상금",
        "이용료",
        "관람료",
        "입장료",
        "참가비",
        "사업비",
        "총사업비",
        "예산",
        "공사비",
        "규모",
        "수심",
        "해발",
        "학명",
        "별명",
        "본명",
        "수도",
        "둥지",
        "알",
        "꼬리",
        "날개",
        "몸",
    ]
)
OF_A_COMPANY = frozenset(
    [
        "최고경영자",
        "대표",
        "대표이사",
        "회장",
        "사장",
        "본사",
        "매출",
        "매출액",
        "영업이익",
        "순이익",
        "당기순이익",
        "사업부",
        "부문",
        "시가총액",
        "직원",
        "임직원",
        "관장",
        "원장",
        "총장",
        "이사장",
        "창업자",
        "설립자",
    ]
)
SCENE = re.compile(
    r"(?:전반|후반|연장전?) (?:\d|몇)|골망|슈팅|페널티킥|코너킥|발리슛|점유율|크로스|"
    r"결승 골|동점골|결승골|선제골|역전골|슛을|승부차기|"
    r"홈런|이닝|\d회[초말]|헤딩|프리킥|도움을|최우수선수|준우승|세트|쿼터"
)
NOW_TOPIC = re.compile(r"^((?:\d{4}년 )?현재)는 ")
RUN_TOGETHER = re.compile(
    r"((?:\d|몇 ?)(?:세|년|명|개|원|점|장|시간|개월|주|일|억명))(이하|이상|미만|"
    r"동안)(?=[\s의에로을이가인은는,]|$)"
)
YEAR_PARTICLE = re.compile(r"(\d년)(는|가|를|와)(?=[\s,])")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a prompt: what it says, its particle, and which word it was."""

    core: str
    josa: str
    number: int
    word: Word | None = None
    tail: str = ""

    @property
    def text(self) -> str:
        return self.core + self.josa + self.tail


@dataclass(frozen=True, slots=True)
class Setting:
    """What a clause is read against."""

    names: Names
    context: Context
    calendar: Calendar


class Unresolved(Exception):
    """A pronoun or pointing word of the clause stands for nothing known."""


def pieces_of(clause: Clause, setting: Setting) -> list[Piece]:
    """Return the clause's words with pronouns replaced and discourse words dropped.

    Raises:
        Unresolved: what 그 or 이 회사 means is not known.
    """
    words = clause.sentence.words
    pieces: list[Piece] = []
    numbers = without_opening(clause)
    skip = -1
    for place, number in enumerate(numbers):
        word = words[number]
        if place == skip:
            continue
        if is_discourse(word, pieces):
            continue
        following = words[numbers[place + 1]] if place + 1 < len(numbers) else None
        meant = referent(
            word, following.core if following else "", setting.context, setting.names
        )
        if meant is None:
            pieces.append(plain_piece(word, number))
        elif not meant and can_be_left_out(word, following, pieces):
            skip = place + 1
        elif not meant:
            raise Unresolved(word.text)
        elif word.josa or following is None:
            pieces.append(Piece(meant, fitting(meant, word.josa), number, word))
        else:
            pieces.append(
                Piece(meant, fitting(meant, following.josa), number + 1, following)
            )
            skip = place + 1
    return with_subject(pieces, clause, setting)


def can_be_left_out(word: Word, following: Word | None, before: list[Piece]) -> bool:
    """Tell whether '이 사건으로' at the front can go without hurting the rest."""
    return (
        following is not None
        and not word.josa
        and not before
        and following.josa in {"으로", "로", "에", "에서", "에는", "에서는"}
    )


def without_opening(clause: Clause) -> list[int]:
    """Drop '이를 예고하듯' and '이에 따라' from the front: they only point back."""
    words, numbers = clause.sentence.words, list(clause.words)
    if not numbers or words[numbers[0]].core != "이" or not words[numbers[0]].josa:
        return numbers
    for place in range(1, min(4, len(numbers) - 2)):
        if words[numbers[place]].part is Part.CONNECTIVE:
            return numbers[place + 1 :]
    return numbers


def plain_piece(word: Word, number: int) -> Piece:
    end = word.core_end - word.start
    josa_end = end + len(word.josa)
    if not word.josa:
        return Piece(word.text, "", number, word)
    return Piece(word.text[:end], word.josa, number, word, word.text[josa_end:])


def is_discourse(word: Word, before: list[Piece]) -> bool:
    """Tell whether `word` only ties the sentence to the one before."""
    return not before and word.text.rstrip(",") in DISCOURSE


def with_subject(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Put the article's topic in front of a clause that names no subject."""
    pieces = with_scope(pieces, clause, setting)
    topic = left_out_subject(clause, setting)
    if not topic:
        return pieces
    subject = Piece(topic, fitting(topic, "은"), -1)
    pieces = [replace(p, josa="에") if p.josa == "에는" else p for p in pieces]
    return [subject, *pieces]


def with_scope(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Say whose '지원 금액' it is, where the article is about one programme."""
    scope = setting.context.scope
    if not pieces:
        return pieces
    pieces = with_whole_name(pieces, clause, setting)
    pieces = with_owner(pieces, clause, setting)
    pieces = with_company(pieces, clause, setting)
    if not scope:
        return pieces
    noun = scope.split()[-1]
    if pieces[0].core == noun:
        return [replace(pieces[0], core=scope), *pieces[1:]]
    topic = [p for p in pieces if p.number in clause.topic]
    if not topic or topic[0] is not pieces[0]:
        return pieces
    if topic[-1].core in OF_A_PROGRAMME and not any(
        setting.names.is_proper(p.core) for p in topic
    ):
        return [Piece(scope, "의", -1), *pieces]
    return pieces


def with_whole_name(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """'종은' in an article about 성덕대왕신종 is that bell."""
    topic = [p for p in pieces if p.number in clause.topic]
    word = topic[0].word if len(topic) == 1 else None
    if word is None or word.core != topic[0].core or word.tags()[:1] != ["NNG"]:
        return pieces
    found = setting.names.tails.get(topic[0].core, [])
    if len(found) != 1 or setting.names.kind(found[0]) is Kind.PERSON:
        return pieces
    whole = replace(topic[0], core=found[0], josa=fitting(found[0], topic[0].josa))
    return [whole if p is topic[0] else p for p in pieces]


def with_owner(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Say whose 요금 or 길이 it is: what the sentence, or the one before, is about."""
    topic = [p for p in pieces if p.number in clause.topic]
    if not topic or topic[0] is not pieces[0] or len(topic) > 2:
        return pieces
    outer = [w for w in map(clause.word, clause.outer) if w.text not in DISCOURSE]
    bare = len(topic) == 1 and topic[-1].core in VAGUE_NOUNS | OF_A_THING
    shared = bool(outer) and len(topic) == 1 and not setting.names.is_proper(topic[-1].core)
    if not ((bare and topic[-1].core in OF_A_THING) or shared) or any(
        p.josa == "의" for p in topic
    ):
        return pieces
    owner = " ".join([*(w.text for w in outer[:-1]), outer[-1].core]) if outer else ""
    owner = owner or setting.context.topic or setting.context.subject
    if not owner or owner == setting.context.person or any(c in owner for c in "‘“"):
        return pieces
    return [Piece(owner, "의", -1), *pieces]


def with_company(pieces: list[Piece], clause: Clause, setting: Setting) -> list[Piece]:
    """Say whose 영업이익 or 최고경영자 it is, where the article is about one company."""
    company = setting.context.company
    topic = [p for p in pieces if p.number in clause.topic]
    if not company or not topic or any(setting.names.is_proper(p.core) for p in topic):
        return pieces
    if topic[-1].core not in OF_A_COMPANY or any(company in p.core for p in pieces):
        return pieces
    place = pieces.index(topic[0])
    return [*pieces[:place], Piece(company, "의", -1), *pieces[place:]]


def left_out_subject(clause: Clause, setting: Setting) -> str:
    """Return whom a clause without a subject is about, where that is safe, or ""."""
    context = setting.context
    if clause.topic or clause.predicate is None or not context.topic:
        return ""
    if not context.person or context.subject not in {
        context.person,
        *setting.names.others(context.person),
    }:
        return ""  # only in a biography
    if context.topic == context.person:
        return context.person
    acts = any(clause.word(n).is_object for n in clause.body)
    return context.subject if acts and not clause.predicate.is_copula else ""


def in_place(
    clause: Clause,
    pieces: list[Piece],
    span: tuple[int, int],
    wh: str,
    setting: Setting,
    josa: str | None = None,
) -> str:
    """Return the clause as a question, with `wh` where words `span` stood."""
    if clause.predicate is None:
        return ""
    first, last = span
    answer = [p for p in pieces if first <= p.number <= last]
    if not answer:
        return ""
    particle = answer[-1].josa if josa is None else josa
    if wh == "누구" and particle in {"이", "가", "은", "는"}:
        wh, particle = "누가", ""
    elif particle in {"은", "는"}:
        particle = "이"
    asked = Piece(wh, fitting(wh, particle), last)
    out: list[Piece] = []
    for piece in pieces:
        if first <= piece.number <= last:
            if piece is answer[-1]:
                out.append(asked)
            continue
        out.append(piece)
    return at_the_event(finish(ended(out, clause, question=True), setting), setting) + "?"


def ended(pieces: list[Piece], clause: Clause, question: bool) -> list[str]:
    """Give the last predicate its new ending."""
    predicate = clause.predicate
    assert predicate is not None
    count = predicate.words
    kept, noun = pieces[:-count], ""
    if predicate.is_copula and not predicate.before and pieces[:-1]:
        noun = pieces[-2].core
    change = question_ending if question else adnominal_ending
    last = change(predicate, noun)
    return [*(p.text for p in kept), last.removeprefix(noun) if noun else last]


def cleft(
    clause: Clause,
    pieces: list[Piece],
    dropped: set[int],
    noun: str,
    wh: str,
    setting: Setting,
) -> str:
    """Return "... 한 인물은 누구인가?", without the words `dropped`."""
    if clause.predicate is None:
        return ""
    kept = [as_subject(p) for p in pieces if p.number not in dropped]
    if not kept:
        return ""
    text = at_the_event(finish(ended(kept, clause, question=False), setting), setting)
    return f"{text} {attach(noun, '은')} {wh}인가?"


def at_the_event(text: str, setting: Setting) -> str:
    """A scene of a match is told with the match: '2024 코리아컵 결승에서 ...'."""
    event = setting.context.event
    if not event or not SCENE.search(text) or event in text:
        return text
    if re.search(r"\d{4}년|결승에서|경기에서", text):
        return text  # another match
    return f"{event}에서 {text}"


def as_subject(piece: Piece) -> Piece:
    """A topic inside a clause before a noun is a plain subject: 는 -> 가."""
    if piece.word is not None and piece.word.quoted:
        return piece
    if piece.josa == "에는" and re.search(r"\d(?:년|월|일|세기)$", piece.core):
        return replace(piece, josa="에")
    topic = piece.word is None or piece.word.is_topic
    if topic and piece.josa in {"은", "는"}:
        return replace(piece, josa=fitting(piece.core, "이"))
    return piece


def finish(words: list[str], setting: Setting) -> str:
    text = SPACES.sub(" ", " ".join(words)).strip(" ,")
    text = resolve(text, setting.calendar, setting.context.year, setting.context.day)
    return tidy(text)


def tidy(text: str) -> str:
    text = NOW_TOPIC.sub(r"\1 ", text)
    text = RUN_TOGETHER.sub(r"\1 \2", text)
    text = YEAR_PARTICLE.sub(lambda m: m[1] + fitting(m[1], m[2]), text)
    text = re.sub(r"(\d)(년) 에 ", r"\1\2에 ", text)
    return SPACES.sub(" ", text).strip(" ,")


def type_noun(mention: Mention, setting: Setting) -> tuple[str, str]:
    """Return the noun of the cleft and its question word for this answer."""
    names = setting.names
    kind = names.kind(mention.name) or Kind.THING
    noun, wh = CLEFT[kind]
    called = mention.noun or names.nouns.get(mention.name, "")
    if called and " " not in called and len(called) <= 8:
        told = noun_kind(called)
        if (told is not None and CLEFT[told][1] == wh) or (
            told is None and kind is Kind.THING
        ):
            return called, wh
    last = mention.name.split()[-1]
    if title_of(last) and not mention.title and kind is not Kind.PERSON:
        return "직책", "무엇"
    if any(last.endswith(tail) for tail in TEAM_ENDS):
        return "팀", "어디"
    own = head_noun(mention.name.split()[-1])
    if own and own != mention.name and noun_kind(own) is kind and len(own) >= 2:
        return own, wh
    if kind is Kind.PERSON:
        return "인물", wh
    return noun, wh


def in_place_word(mention: Mention, setting: Setting) -> str:
    """Return the wh-word for this answer inside a sentence: 어느 회사."""
    kind = setting.names.kind(mention.name) or Kind.THING
    noun, _ = type_noun(mention, setting)
    if noun not in {"것", "곳", "인물"} and kind is not Kind.PERSON:
        which = (
            "어느" if kind in {Kind.COMPANY, Kind.BODY, Kind.COUNTRY, Kind.CITY} else "어떤"
        )
        return f"{which} {noun}"
    return IN_PLACE[kind]


def is_predicate_part(word: Word) -> bool:
    return word.part in {Part.FINAL, Part.CONNECTIVE, Part.ADNOMINAL}
