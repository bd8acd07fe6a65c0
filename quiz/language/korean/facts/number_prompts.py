"""The clause as a question about one of its numbers: in place, or by what it measures."""

import re

from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.conjugation import from_adnominal, question_ending
from quiz.language.korean.facts.naming import word_range
from quiz.language.korean.facts.number_spans import QUANTITY, matches
from quiz.language.korean.facts.segments import MEASURE_NOUN, narrowed
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import at_the_event, ended, finish
from quiz.language.korean.wordlists import OF_A_THING

PAST_COPULA = {True: "였는가", False: "이었는가"}
TAKING_PART = re.compile(r"^(?:참여|참가|출전|속하|속한|모이|모인|들어가|들어)")
EARNING = frozenset(
    {"올리", "내", "기록하", "거두", "달성하", "하", "벌", "벌어들이", "보이"}
)
QUARTER = re.compile(r"^(?:[1-4]분기|상반기|하반기|연간|지난해|올해)$")
FALLING = re.compile(
    r"^(?:줄|늘|오르|오른|올라|올랐|내리|내렸|내려|감소|증가|상승|하락|떨어)"
)
RAISED = re.compile(r"\d[^,.]{0,10}에서 .{0,14}\d[^,. ]* ?[가-힣%]{0,4}(?:으로|로) ")
PLANNED = frozenset({"방침", "계획", "예정", "것", "전망"})


def replaced(
    clause: Clause, pieces: list[Piece], start: int, end: int, wh: str, reading: Reading
) -> str:
    """Return the clause as a question with characters `start` to `end` asked."""
    words = clause.sentence.words
    first, last = word_range(clause, start, end)
    before = clause.sentence.text[words[first].start : start]
    pieces = without_figure(without_difference(pieces, clause, last), clause, first)
    pieces = narrowed(without_rise(pieces, clause, first), clause, (first, last))
    if measure := of_the_measure(clause, pieces, first, last, wh):
        return finish(measure, reading.setting) + "?"
    if label := labelled(clause, pieces, first, last, wh, reading):
        return finish(label, reading.setting) + "?"
    if parallel := parallel_pieces(clause, pieces, first, last, start, end, wh):
        return finish(parallel, reading.setting) + "?"
    if relative := of_relative(clause, pieces, first, last, before + wh, end):
        return finish(relative, reading.setting) + "?"
    if topical := of_the_topic(clause, pieces, first, last, wh):
        return finish(topical, reading.setting) + "?"
    shared = words[last].comma and words[last].part is Part.NOUN and last != clause.body[-1]
    each = clause.sentence.text[end:].startswith("씩")
    if (shared and not each) or is_listed(clause, first):
        reading.rejected["gapping"] += 1
        return ""
    if last == clause.body[-1]:
        return at_the_end(clause, pieces, first, before + wh, end, reading)
    out: list[Piece] = []
    for piece in pieces:
        if first <= piece.number < last:
            continue
        if piece.number == last:
            rest = words[last].text[end - words[last].start :]
            josa = words[last].josa
            if josa and rest.startswith(josa):
                asked_josa = "이" if words[last].is_topic else josa
                rest = fitting(wh, asked_josa) + rest[len(josa) :]
            out.append(Piece(before + wh + rest, "", last))
        else:
            out.append(piece)
    text = finish(ended(out, clause, question=True), reading.setting)
    return at_the_event(text, reading.setting) + "?"


def without_difference(pieces: list[Piece], clause: Clause, last: int) -> list[Piece]:
    """Drop '150원' from '1,450원에서 1,600원으로 150원 오른다': it tells the rest."""
    text, words = clause.sentence.text, clause.sentence.words
    gone: set[int] = set()
    for match in matches(clause):
        touching = word_range(clause, match.start("number"), match.end("unit"))
        after = touching[1] + 1
        if touching[0] <= last or after >= len(words) or words[touching[1]].josa:
            continue
        if FALLING.match(words[after].text) and RAISED.search(
            text[: match.start("number")]
        ):
            gone |= set(range(touching[0], touching[1] + 1))
    return [p for p in pieces if p.number not in gone]


def without_rise(pieces: list[Piece], clause: Clause, first: int) -> list[Piece]:
    """Drop '5.8% 오른' from '전날보다 5.8% 오른 3만 원에 마쳤다'."""
    words, start = clause.sentence.words, first - 1
    if start not in clause.body or words[start].part is not Part.ADNOMINAL:
        return pieces
    if not FALLING.match(words[start].text):
        return pieces
    while start - 1 in clause.body and (
        words[start - 1].josa == "보다"
        or (words[start - 1].is_bare and start - 1 not in clause.topic)
    ):
        start -= 1
    return [p for p in pieces if not start <= p.number < first]


def without_figure(pieces: list[Piece], clause: Clause, first: int) -> list[Piece]:
    """Drop '3,880억 원으로' from '매출이 3,880억 원으로 전체의 63%를 차지했다'."""
    gone: set[int] = set()
    for match in matches(clause):
        touching = word_range(clause, match.start("number"), match.end("unit"))
        word = clause.word(touching[1])
        if (
            touching[1] < first
            and word.josa in {"로", "으로"}
            and follows_topic(touching, clause)
        ):
            gone |= set(range(touching[0], touching[1] + 1))
    return [p for p in pieces if p.number not in gone]


def follows_topic(span: tuple[int, int], clause: Clause) -> bool:
    """Tell whether the figure stands right after the subject whose value it is."""
    return bool(clause.topic) and clause.topic[-1] == span[0] - 1 and is_measure(clause)


def is_measure(clause: Clause) -> bool:
    return (
        bool(clause.topic)
        and MEASURE_NOUN.search(clause.word(clause.topic[-1]).core) is not None
    )


def of_the_measure(
    clause: Clause, pieces: list[Piece], first: int, last: int, wh: str
) -> list[str]:
    """'매출이 4억 원으로 전체의 6%를 차지했다' -> '매출은 얼마였는가?'."""
    if clause.word(last).josa not in {"로", "으로"} or not follows_topic(
        (first, last), clause
    ):
        return []
    if clause.body[-1] - last < 2 or re.search(r"\d", clause.word(first - 1).text):
        return []
    topic = [p for p in pieces if p.number < first]
    if not topic:
        return []
    past = clause.predicate is not None and clause.predicate.past
    front = [p.text for p in topic[:-1]]
    return [
        *front,
        attach(topic[-1].core, "은"),
        wh + (PAST_COPULA[wh == "얼마"] if past else "인가"),
    ]


def labelled(
    clause: Clause,
    pieces: list[Piece],
    first: int,
    last: int,
    wh: str,
    reading: Reading,
) -> list[str]:
    """'A가 3분기에 영업이익 4억 원을 올렸다' -> 'A의 3분기 영업이익은 얼마인가?'."""
    words, body = clause.sentence.words, clause.body
    if last != body[-1] - 1 or not words[last].is_object or first - 1 not in body:
        return []
    label = words[first - 1]
    if not label.is_bare or not MEASURE_NOUN.search(label.core):
        return []
    if clause.predicate is None or clause.predicate.stem not in EARNING or not clause.topic:
        return []
    topic = [p for p in pieces if p.number <= clause.topic[-1]]
    when = [p for p in pieces if clause.topic[-1] < p.number < first - 1]
    if not topic or any(
        not is_time_word(p.core) and not QUARTER.match(p.core) for p in when
    ):
        return []
    times = [*(p.text for p in when[:-1]), *(p.core for p in when[-1:])]
    named = [] if reading.setting.names.is_proper(topic[-1].core) else topic[:-1]
    owner = [*(p.text for p in named), topic[-1].core + "의"]
    ending = "였는가" if clause.predicate.past and wh == "얼마" else "인가"
    return [*owner, *times, attach(label.core, "은"), wh + ending]


def of_relative(
    clause: Clause, pieces: list[Piece], first: int, last: int, wh: str, end: int
) -> list[str]:
    """'올해 10회를 맞은 축제는 ... 축제다' -> '올해 축제는 몇 회를 맞았는가?'."""
    if not clause.topic or last >= clause.topic[0] or first < clause.body[0]:
        return []
    verb = clause.topic[0] - 1
    between = [clause.word(n) for n in range(clause.body[0], verb)]
    found = from_adnominal(clause.word(verb), 1, [*between, clause.word(verb)])
    if found is None or found.is_adjective or found.is_copula or verb <= last:
        return []
    inner = [clause.word(n) for n in range(clause.body[0], first)]
    if any(w.part is not Part.NOUN or w.is_topic or w.is_subject for w in inner):
        return []
    if any(w.josa in {"에는", "에서는", "으로는"} for w in inner):
        return []
    if clause.word(last).is_subject and not TAKING_PART.match(clause.word(verb).text):
        return []
    if any(clause.word(n).part is not Part.NOUN for n in range(last + 1, verb)):
        return []
    topic = [p for p in pieces if p.number in clause.topic]
    words = clause.sentence.words
    tail = [words[n].text for n in range(last + 1, verb)]
    rest = words[last].text[end - words[last].start :]
    if words[last].josa and rest.startswith(words[last].josa):
        rest = fitting(wh, words[last].josa) + rest[len(words[last].josa) :]
    early = [p.text for p in pieces if p.number in range(clause.body[0], first)]
    dated = [t for t, w in zip(early, inner, strict=False) if is_time_word(w.core)]
    other = early[len(dated) :]
    subject = [*(p.text for p in topic[:-1]), attach(topic[-1].core, "은")]
    if clause.word(last).is_subject:
        subject[-1] = topic[-1].core + "에는"
    return [*dated, *subject, *other, wh + rest, *tail, question_ending(found)]


def of_the_topic(
    clause: Clause, pieces: list[Piece], first: int, last: int, wh: str
) -> list[str]:
    """'사업비 36억 원은 시비로 마련된다' -> '사업비는 얼마인가?'."""
    if wh != "얼마" or last not in clause.topic or first not in clause.topic[1:]:
        return []
    front = [p for p in pieces if p.number < first]
    if not front or front[-1].josa or front[-1].number != first - 1:
        return []
    return [*(p.text for p in front[:-1]), attach(front[-1].core, "은"), f"{wh}인가"]


def is_listed(clause: Clause, first: int) -> bool:
    """Tell 'A가 1조 원, B가 2조 원을 기록했다': the verb is shared."""
    text = clause.sentence.text
    earlier = [n for n in clause.body if n < first and clause.word(n).comma]
    return any(
        QUANTITY.search(text[clause.word(max(n - 1, 0)).start : clause.word(n).core_end])
        for n in earlier
        if clause.word(n).part is Part.NOUN and "씩" not in clause.word(n).text
    )


def parallel_pieces(
    clause: Clause,
    pieces: list[Piece],
    first: int,
    last: int,
    start: int,
    end: int,
    wh: str,
) -> list[str]:
    """'관람료는 성인 5,000원, 청소년 3,000원이다': each pair is asked alone."""
    if clause.predicate is None or not clause.predicate.is_copula or not clause.topic:
        return []
    if clause.predicate.before in PLANNED or shares_verb(clause, clause.word(first)):
        return []
    commas = [n for n in clause.body if clause.word(n).comma and n > clause.topic[-1]]
    if not commas or not all(QUANTITY.search(clause.word(n).text) for n in commas):
        return []
    opening = max((n for n in (clause.topic[-1], *commas) if n < first), default=-1)
    if opening < 0:
        return []  # '2 kg인 상자의 무게는': the number stands before the topic
    text = clause.sentence.text
    topic = [p.text for p in pieces if p.number <= clause.topic[-1]]
    label = [clause.word(n).text for n in range(opening + 1, first)]
    asked = text[clause.word(first).start : start] + wh
    rest = text[end : clause.word(last).core_end].rstrip(", ")
    past = clause.predicate.past
    ending = ("이었는가" if fitting(asked, "이") == "이" else "였는가") if past else "인가"
    if label and topic and (label[-1] in OF_A_THING or MEASURE_NOUN.search(label[-1])):
        front, core = topic[:-1], clause.word(clause.topic[-1]).core
        return [
            *front,
            f"{core}의",
            *label[:-1],
            attach(label[-1], "은"),
            asked + rest + ending,
        ]
    return [*topic, *label, asked + rest + ending]


def shares_verb(clause: Clause, word: Word) -> bool:
    """Tell '2027년에 4곳, 2028년에 5곳을 더해': the first 더해 is left out."""
    unit = re.sub(r"^[\d,.만천억 ]+", "", word.core)
    later = [w for w in clause.sentence.words if w.start > word.start]
    return bool(unit) and any(w.is_object and w.core.endswith(unit) for w in later)


def at_the_end(
    clause: Clause, pieces: list[Piece], first: int, asked: str, end: int, reading: Reading
) -> str:
    """'상금은 100만 위안이다' -> '상금은 얼마인가?'."""
    predicate = clause.predicate
    if predicate is None or not predicate.is_copula:
        return ""
    word = clause.sentence.words[clause.body[-1]]
    if word.comma and "VCP" not in word.tags() and shares_verb(clause, word):
        return ""
    rest = clause.sentence.text[end : word.core_end]
    kept = [p.text for p in pieces if p.number < first]
    noun = asked + rest
    ending = (
        ("이었는가" if fitting(noun, "이") == "이" else "였는가")
        if predicate.past
        else "인가"
    )
    return finish([*kept, noun + ending], reading.setting) + "?"
