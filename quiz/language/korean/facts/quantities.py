"""How many, how much, how long: the number is asked in place."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.arguments import is_term, pieces_or_none, says_who, subject_text
from quiz.language.korean.boundaries import takes_arguments
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, phrase_before
from quiz.language.korean.facts.naming import word_range
from quiz.language.korean.facts.number_prompts import replaced
from quiz.language.korean.facts.number_spans import (
    AGE,
    HALF,
    MONEY,
    QUANTITY,
    SCORE,
    WholeTime,
    is_ranged,
    whole_times,
)
from quiz.language.korean.facts.number_spans import is_quantity as is_quantity
from quiz.language.korean.facts.number_spans import matches as matches
from quiz.language.korean.facts.segments import (
    owner_outside,
    standing_pieces,
    tellings,
    told_by_name,
)
from quiz.language.korean.josa import attach
from quiz.language.korean.morphology import Part
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import COMFORTABLE, in_place
from quiz.language.korean.values import value
from quiz.language.korean.wordlists import Kind

SAME_PERIOD = re.compile(r"\d{4}년 같은 기간")
SOME_NUMBER = re.compile(r"\d|[한두세네열] |다섯|여섯|일곱|여덟|아홉|스무|수십만")
DEPENDENT = frozenset(
    {"것", "수", "뒤", "채", "때", "전", "데", "지", "경우", "동안", "바", "만큼"}
)
REACHING = frozenset({"이르", "달하", "그치", "머무르", "미치"})


@value(frozen=True, slots=True)
class Figure:
    """A number with its unit in a sentence, and how it is asked. `wh` is 몇 명 or 얼마."""

    start: int  # where the words to be replaced begin
    answer_start: int
    end: int
    wh: str
    accepted: tuple[str, ...]
    kind: str
    answer: AnswerKind = AnswerKind.NUMBER


def find(reading: Reading) -> Iterator[Candidate]:
    if not SOME_NUMBER.search(reading.sentence.text):
        return
    for clause in reading.clauses:
        yield from scores(clause, reading)
        if clause.predicate is None:
            continue
        found = figures_of(clause)
        if not found:
            continue
        parts = [*tellings(clause), *reaching(clause)]
        for figure in found:
            first, last = word_range(clause, figure.start, figure.end)
            inside = [p for p in parts if {first, last} <= set(p.body)]
            named = [p for p in inside if told_by_name(p, reading)]
            for weight, part in enumerate([clause, *named], 74):
                if (pieces := sayable_pieces(part, figure, reading)) is not None:
                    yield from asked(figure, part, pieces, reading, weight)


def figures_of(clause: Clause) -> list[Figure]:
    counted = [figure_of(m, clause) for m in matches(clause) if is_quantity(m, clause)]
    text = clause.sentence.text
    whole = [
        Figure(t.start, t.start, t.end, asked_time(t, clause), (text[t.start : t.end],),
               "quantity", AnswerKind.WORDS)
        for t in whole_times(clause)
        if not any(clause.word(n).quoted for n in word_range(clause, t.start, t.end))
    ]  # fmt: skip
    return [*counted, *whole]


def asked_time(time: WholeTime, clause: Clause) -> str:
    """'18일 오전 10시 42분 고흥에서' is asked as '몇 시 몇 분에'."""
    bare = re.match(r" [가-힣]", clause.sentence.text[time.end :])
    return f"{time.wh}에" if bare and "시" in time.wh and "시간" not in time.wh else time.wh


def sayable_pieces(clause: Clause, figure: Figure, reading: Reading) -> list[Piece] | None:
    """Return the clause's words if it says of what the number is."""
    if owner_outside(clause):
        return standing_pieces(clause, reading)
    pieces = pieces_or_none(clause, reading)
    if pieces is None:
        return None
    copular = clause.predicate is not None and clause.predicate.is_copula
    if copular and not clause.topic and pieces[:1] and pieces[0].number == -1:
        return None  # '올센의 이번 대회 7호 골이었다': what was it, is not told
    if related(clause, pieces, reading):
        return pieces
    return standing_pieces(clause, reading)


def scores(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'2 대 1로 이겼다' -> '몇 대 몇으로 이겼는가?': both numbers are one answer."""
    if clause.predicate is None:
        return
    words = clause.sentence.words
    start, end = words[clause.body[0]].start, words[clause.body[-1]].end
    found = list(SCORE.finditer(clause.sentence.text, start, end))
    pieces = pieces_or_none(clause, reading) if len(found) == 1 else None
    if pieces is None:
        return
    match = found[0]
    first, last = word_range(clause, match.start(), match.end())
    if words[last].quoted or last == clause.body[-1] or not words[last].josa:
        return
    if not says_who(subject_text(pieces, clause), reading):
        reading.rejected["no-subject"] += 1
        return
    one, other = re.findall(r"\d+", match[0])
    yield Candidate(
        "score",
        clause.sentence,
        match.start(),
        match.end(),
        in_place(clause, pieces, (first, last), "몇 대 몇", reading.setting),
        tuple(
            dict.fromkeys((match[0], *(f"{one}{by}{other}" for by in (" 대 ", ":", "-"))))
        ),
        Kind.NUMBER,
        weight=74,
    )


def listed_values(reading: Reading) -> Iterator[Candidate]:
    """'높이 3.66 m, 무게 18.9톤' under the title: what the article's subject measures."""
    subject = reading.setting.context.subject
    if not subject:
        return
    text = reading.sentence.text
    for match in QUANTITY.finditer(text):
        label = re.search(r"(?:^|, )([가-힣]{1,8}) ?$", text[: match.start("number")])
        if (
            match["unit"] == "년"
            or label is None
            or not re.match(r"\s*(?:,|$)", text[match.end() :])
        ):
            continue
        wh = "얼마" if re.fullmatch(MONEY, match["unit"]) else f"몇 {match['unit']}"
        surface = text[match.start("number") : match.end("unit")]
        yield Candidate(
            "quantity",
            reading.sentence,
            match.start("number"),
            match.end("unit"),
            f"{subject}의 {attach(label[1], '은')} {wh}인가?",
            tuple(dict.fromkeys((surface, match["number"].strip()))),
            Kind.NUMBER,
            AnswerKind.NUMBER,
            weight=74,
        )


def related(clause: Clause, pieces: list[Piece], reading: Reading) -> bool:
    """'칭청장의 상금은': the subject is a common noun, but says of what."""
    text = subject_text(pieces, clause)
    names = reading.setting.names
    if clause.topic and any(
        names.is_proper(p.core.strip("‘’")) for p in pieces if p.number <= clause.topic[-1]
    ):
        return True
    return any(
        names.is_proper(w) or ("의 " in text and is_term(w, reading))
        for w in re.split(r"의 | ", text)[:-1]
    )


def figure_of(match: re.Match[str], clause: Clause) -> Figure:
    text, unit = clause.sentence.text, match["unit"]
    money = re.fullmatch(MONEY, unit) is not None
    wh = "얼마" if money else "며칠" if unit == "일" else f"몇 {unit}"
    if HALF.search(text[: match.start()]) and not text[match.end() :].startswith("에"):
        wh += "에"
    number = match["number"].strip()
    surface = text[match.start("number") : match.end("unit")]
    accepted = [surface] if unit.isascii() or money else [surface, f"{number}{unit}"]
    if not money:
        accepted.append(number)
    kind = "money" if money else "quantity"
    if AGE.match(unit):
        kind = "age-limit" if match["tail"] else "age"
    plain = re.search(r"\d", number) and not is_ranged(number)
    return Figure(
        match.start("about") if money and match["about"] else match.start("number"),
        match.start("number"),
        match.end("unit"),
        wh,
        tuple(dict.fromkeys(accepted)),
        kind,
        AnswerKind.NUMBER if plain else AnswerKind.WORDS,
    )


def asked(
    figure: Figure, clause: Clause, pieces: list[Piece], reading: Reading, weight: int
) -> Iterator[Candidate]:
    prompt = replaced(clause, pieces, figure.start, figure.end, figure.wh, reading)
    if not prompt:
        return
    prompt = SAME_PERIOD.sub("전년 동기", prompt)
    if prompt.count("몇 ") > figure.wh.count("몇 "):
        return  # '몇 달 만에 네 배로': two of them
    if len(prompt) > COMFORTABLE and in_a_modifier(clause, figure):
        reading.rejected["in-modifier"] += 1
        prompt = ""
    prize = figure.kind == "money" and "상금" in prompt
    yield Candidate(
        "prize-money" if prize else figure.kind,
        reading.sentence,
        figure.answer_start,
        figure.end,
        prompt,
        figure.accepted,
        Kind.NUMBER,
        figure.answer,
        weight=weight,
    )


def in_a_modifier(clause: Clause, figure: Figure) -> bool:
    """Tell whether the number belongs to a verb before a noun: '185억 원을 잃은'."""
    _, last = word_range(clause, figure.start, figure.end)
    for number in range(last + 1, clause.body[-1]):
        word, after = clause.word(number), clause.word(number + 1)
        if word.part in {Part.CONNECTIVE, Part.FINAL} or word.is_topic:
            return False
        if takes_arguments(word, subject=False):
            return after.core not in DEPENDENT
    return False


def reaching(clause: Clause) -> Iterator[Clause]:
    """'출하량이 두 배 늘어난 1만 톤에 이르렀다' tells that 출하량 reached that."""
    words, body = clause.sentence.words, clause.body
    if clause.predicate is None or clause.predicate.stem not in REACHING:
        return
    before = [n for n in body[:-1] if words[n].part is Part.ADNOMINAL]
    if not before or before[-1] < body[-1] - 4 or clause.topic:
        return
    subjects = [
        n for n in body if n < before[-1] and (words[n].is_subject or words[n].is_topic)
    ]
    if len(subjects) != 1:
        return
    topic = phrase_before(clause.sentence, subjects[0], body[0])
    rest = tuple(range(before[-1] + 1, body[-1] + 1))
    yield Clause(clause.sentence, topic, rest, clause.predicate, False, topic)
