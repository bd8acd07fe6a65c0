"""When it happened: a full date, a month or a year, with relative ones resolved."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quiz.core.questions import AnswerKind
from quiz.language.korean.arguments import says_who, subject_text
from quiz.language.korean.boundaries import takes_arguments
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.dates_in_text import REIGN, TimeNamed, forms_of, times_in
from quiz.language.korean.facts.segments import (
    narrowed,
    standing_pieces,
    tellings,
    told_by_name,
    touched,
)
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.left_out_subjects import has_subject
from quiz.language.korean.mentions import read_phrase
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_copular, phrases
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import cleft, finish, in_place
from quiz.language.korean.wordlists import Kind, noun_kind

YEAR = re.compile(r"(\d{3,4})년")
YEAR_ONLY = re.compile(r"^(?:기원전 |서기 )?\d{1,4}년$")
EVENT_OF_A_YEAR = re.compile(r"^(?:19|20)\d\d(?:년|-\d\d)? ")
BESIDE_ANOTHER = frozenset(
    {"이어", "비해", "걸쳐", "이후", "이래", "이전", "현재", "같은", "들어", "들어서"}
)
RANGE_JOINT = re.compile(
    r"^(?: (?:[가-힣]{1,2} )?\d{1,2}시(?: \d{1,2}분)?)?"
    r"(?:부터|에서| ?[~∼–] ?)(?:[^.,]{0,8}? )?$"
)
NAMING_DAY = re.compile(
    r"^(?:을|를) (?P<name>[‘'“][^’'”]{2,20}[’'”])(?:로|으로|이라고|라고) "
)
MADE = re.compile(r"^(?:만든|지은|쓴|그린|세운|펴낸|찍은|빚은|새긴|쌓은|엮은|지어낸)$")
CLOCK = re.compile(
    r"^(?:(?:오전|오후|밤|새벽|저녁|아침|낮)에?|\d{1,2}[시분](?:쯤|께)?에?)$"
)
# What is done to the topic: '결과는 5일에 발표한다'.
DONE_TO = re.compile(
    r"^(?:지급|발표|공개|모집|접수|선정|실시|진행|운영|제공|판매|배포|시행|개최|지원|설치|도입|발송|"
    r"통보|공고|게시)(?:한다|합니다|하고|하며|했다|할|했)|^(?:알린다|알리|받는다|받고|뽑는다|연다|정한다)"
)
LONGEST_CLEFT = 62
HOW_LONG = frozenset({"이나", "을", "를", "이", "가", "만", "만에", "과", "와"})
CLEFT_BEFORE = frozenset({"것은", "때는", "해는", "날은", "시기는"})


def find(reading: Reading) -> Iterator[Candidate]:
    times = times_of(reading)
    if not times:
        return
    for clause in reading.clauses:
        inside = [t for t in times if touched(clause, t.start, t.end)]
        if not inside:
            continue
        joined = list(ranges(clause, inside, reading))
        yield from joined
        parts = list(tellings(clause))
        for time in inside:
            if any(c.start <= time.start < c.end for c in joined):
                continue
            if time.full:
                yield from asked(clause, time, parts, reading)
            elif prompt := day_with_a_name(clause, time):
                yield made(reading, replace(time, full=time.surface), prompt, 76)


def times_of(reading: Reading) -> list[TimeNamed]:
    setting = reading.setting
    return times_in(reading.sentence, setting.context, setting.calendar)


def ranges(clause: Clause, times: list[TimeNamed], reading: Reading) -> Iterator[Candidate]:
    """'신청 기간은 2월 3일부터 12월 31일까지이다' -> '언제부터 언제까지인가?'."""
    text = clause.sentence.text
    for one, other, end in spans(text, times):
        first, last = span_of(clause, one.start, end)
        pieces = standing_pieces(clause, reading)
        if pieces is None:
            continue
        pieces = narrowed(pieces, clause, (first, last))
        if last == clause.body[-1]:
            front = [p.text for p in pieces if p.number < first]
            prompt = finish([*front, "언제부터 언제까지인가"], reading.setting) + "?"
        else:
            prompt = in_place(
                clause, pieces, (first, last), "언제부터 언제까지", reading.setting, ""
            )
        full = span_told(one, other)
        yield Candidate(
            "date", clause.sentence, one.start, end, prompt,
            tuple(dict.fromkeys((full, text[one.start : end]))),
            Kind.DATE, weight=76, part="range",
        )  # fmt: skip


def spans(
    text: str, times: list[TimeNamed], sure: bool = True
) -> Iterator[tuple[TimeNamed, TimeNamed, int]]:
    """Yield beginning and end of 'A부터 B까지', and where it ends in the text."""
    for one, other in pairwise(times):
        if not RANGE_JOINT.match(text[one.end : other.start]):
            continue
        known = (one.full and other.full) or not sure
        if known and "까지" in text[other.end : other.end + 14]:
            yield one, other, text.index("까지", other.end) + 2


def span_told(one: TimeNamed, other: TimeNamed) -> str:
    return f"{one.full}부터 {shorter_end(one.full, other.full)}까지"


def shorter_end(first: str, last: str) -> str:
    """Leave the year out of the end where the beginning has said it."""
    year = first.split(" ")[0]
    return last.removeprefix(f"{year} ") if last != year else last


def span_of(clause: Clause, start: int, end: int) -> tuple[int, int]:
    numbers = touched(clause, start, end)
    return numbers[0], numbers[-1]


def asked(
    clause: Clause, time: TimeNamed, parts: list[Clause], reading: Reading
) -> Iterator[Candidate]:
    if not can_be_asked(clause, time, reading):
        return
    first, last = span_of(clause, time.start, time.end)
    for prompt, weight in (
        (day_with_a_name(clause, time), 76),
        (relative_dating(clause, first, last, time, reading), 74),
        (at_the_end(clause, first, last, time, reading), 75),
    ):
        if prompt:
            yield made(reading, time, prompt, weight)
            return
    weight = 73
    for part in [*(p for p in parts if holds(p, first, last, reading)), clause]:
        prompt = of_clause(part, first, last, time, reading)
        if prompt:
            yield made(reading, time, prompt, weight)
        weight -= 1
    if weight == 72 and not any(n in part.words for part in parts for n in (first, last)):
        yield made(reading, time, "", 1)


def holds(part: Clause, first: int, last: int, reading: Reading) -> bool:
    """Tell whether the part has the date, and a subject by name: not '콜레라가 돌아'."""
    if not {first, last} <= set(part.words):
        return False
    return told_by_name(part, reading)


def can_be_asked(clause: Clause, time: TimeNamed, reading: Reading) -> bool:
    """Tell a date that says when from one that says how long, or whose."""
    words = clause.sentence.words
    first, last = span_of(clause, time.start, time.end)
    word = words[last]
    if any(words[n].quoted for n in (first, last)) or word.josa == "의":
        return False
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.text.rstrip(",") in BESIDE_ANOTHER:
        return False
    before = words[first - 1] if first else None
    if before is not None and before.josa in {"과", "와"} and re.search(r"\d", before.text):
        return False  # '2020년과 2021년에는'
    if before is not None and before.part is Part.ADNOMINAL and not is_copular(before):
        return False  # '열네 살이 되던 1819년': the date has a modifier of its own
    digits = re.search(r"\d", time.surface) is not None
    if word.josa in HOW_LONG and "월" not in time.full:
        return bool(NAMING_DAY.match(clause.sentence.text[time.end :]))
    if not word.josa and not word.has_verb and following is not None and not digits:
        return re.match(r"(?:올해|지난해|내년|작년)", time.surface) is None
    return not (
        not word.josa and following is not None and re.match(r"\d", following.text)
        and not re.match(r"\d+[시개대명척]", following.text)
    )  # fmt: skip


def of_clause(
    clause: Clause, first: int, last: int, time: TimeNamed, reading: Reading
) -> str:
    predicate = clause.predicate
    if predicate is None or predicate.is_adjective:
        return ""
    if not attaches_to_main(clause, last):
        return ""
    pieces = standing_pieces(clause, reading)
    if pieces is None:
        return ""
    clause = told_of_the_past(clause, time, reading)
    gone = beside(clause, first, last)
    pieces = [p for p in pieces if p.number not in gone]
    return question(
        clause, first, last, narrowed(pieces, clause, (first, last)), time, reading
    )


def told_of_the_past(clause: Clause, time: TimeNamed, reading: Reading) -> Clause:
    """'2월 기계를 들여 쓰고 있다' has no tense for 들여: the date tells it."""
    now, year = reading.setting.calendar.year, YEAR.match(time.full)
    if clause.main or clause.predicate is None or not (now and year):
        return clause
    month = re.search(r"(\d{1,2})월", time.full)
    today = reading.setting.calendar.date
    earlier = int(year[1]) < now or (
        int(year[1]) == now and month and today and int(month[1]) < today.month
    )
    if not earlier or clause.predicate.past:
        return clause
    return replace(clause, predicate=replace(clause.predicate, past=True))


def beside(clause: Clause, first: int, last: int) -> set[int]:
    """Return what only says the same time again: '인조 13년인', '오전 10시 42분'."""
    words = clause.sentence.words
    gone = set()
    after = last + 1
    while after in clause.body[:-1] and CLOCK.match(words[after].text):
        gone.add(after)
        after += 1
    before = words[first - 1] if first - 1 in clause.body else None
    if before is not None and before.part is Part.ADNOMINAL and is_copular(before):
        topic = clause.topic if has_subject(clause) else ()
        floor = max([clause.body[0], *(n + 1 for n in topic if n < first)])
        gone |= set(range(floor, first))
    return gone


def unit_of(date: str) -> str:
    if YEAR_ONLY.match(date):
        return "해"
    return "날" if date.endswith("일") else "때"


def attaches_to_main(clause: Clause, last: int) -> bool:
    """Tell whether the date belongs to the clause's predicate, not to a verb inside."""
    words = clause.sentence.words
    if words[last].josa == "에는":
        return True
    later = [n for n in clause.body if n > last]
    for number in later[:-1]:
        word = words[number]
        if word.is_topic:
            return True
        if takes_arguments(word, subject=False):
            return False
    return True


SINCE_OR_BEFORE = re.compile(r" (?:이후|이전|이래)(?:에|에는|로)? ")


def question(
    clause: Clause,
    first: int,
    last: int,
    pieces: list[Piece],
    time: TimeNamed,
    reading: Reading,
) -> str:
    word = clause.sentence.words[last]
    after = clause.sentence.text[time.end : word.end]
    if SINCE_OR_BEFORE.match(clause.sentence.text[time.end :]):
        return ""  # '1884년 이후에 아홉 차례': no one date
    for josa in ("부터", "까지"):
        if after.startswith(josa):
            pieces = opened_by_subject(pieces, first, clause)
            return in_place(clause, pieces, (first, last), "언제", reading.setting, josa)
    if clause.predicate is not None and clause.predicate.is_copula:
        return ""
    dropped = set(range(first, last + 1))
    pieces = with_object(pieces, clause)
    prompt = cleft(clause, pieces, dropped, unit_of(time.full), "언제", reading.setting)
    if year := YEAR.match(time.full):
        prompt = prompt.removeprefix(f"{year[0]} ")  # the year of the report is asked
    return prompt if len(prompt) <= LONGEST_CLEFT else ""


def with_object(pieces: list[Piece], clause: Clause) -> list[Piece]:
    """'지원금은 29일에 지급한다': the topic is what is paid."""
    if not clause.topic or any(clause.word(n).is_object for n in clause.body):
        return pieces
    if DONE_TO.match(clause.word(clause.body[-1]).text) is None:
        return pieces
    last = clause.topic[-1]
    return [
        replace(p, josa=fitting(p.core, "을"))
        if p.number == last and p.josa in "은는"
        else p
        for p in pieces
    ]


def opened_by_subject(pieces: list[Piece], first: int, clause: Clause) -> list[Piece]:
    """'언제부터 가온시가 ...' -> '가온시는 언제부터 ...'."""
    topic = [p for p in pieces if p.number in clause.topic]
    if not topic or not pieces or pieces[0].number != first:
        return pieces
    rest = [p for p in pieces if p not in topic]
    if pieces.index(topic[0]) != len([p for p in pieces if p.number < topic[0].number]):
        return pieces
    end = topic[-1]
    if end.josa in {"이", "가"}:
        topic[-1] = replace(end, josa=fitting(end.core, "은"))
    return [*topic, *rest]


def day_with_a_name(clause: Clause, time: TimeNamed) -> str:
    """'10월 9일을 ‘세계 우편의 날’로 정했다' -> '‘세계 우편의 날’은 언제인가?'."""
    match = NAMING_DAY.match(clause.sentence.text[time.end :])
    if match is None or not re.search("날|일", match["name"]):
        return ""
    return f"{attach(match['name'], '은')} 언제인가?"


def at_the_end(
    clause: Clause, first: int, last: int, time: TimeNamed, reading: Reading
) -> str:
    """'무대를 떠난 것은 2015년이다' -> '... 무대를 떠난 해는 언제인가?'."""
    predicate = clause.predicate
    if last != clause.body[-1] or predicate is None or not predicate.is_copula:
        return ""
    topic = clause.topic[-1] if clause.topic else -1
    if topic < clause.body[0] or topic != first - 1:
        return ""
    pieces = standing_pieces(clause, reading, clefted=True)
    if pieces is None:
        return ""
    kept = [p for p in pieces if p.number < first]
    if not kept:
        return ""
    if kept[-1].text in CLEFT_BEFORE:
        noun = unit_of(time.full)
        return finish([*(p.text for p in kept[:-1]), f"{attach(noun, '은')} 언제인가?"],
                      reading.setting)  # fmt: skip
    ending = "였는가?" if predicate.past else "인가?"
    if subject_text(pieces, clause) and says_who(subject_text(pieces, clause), reading):
        return finish([*(p.text for p in kept), "언제" + ending], reading.setting)
    return ""


def relative_dating(
    clause: Clause, first: int, last: int, time: TimeNamed, reading: Reading
) -> str:
    """'2017년 설립된 다모위안은' -> '다모위안이 설립된 해는 언제인가?'."""
    words = clause.sentence.words
    number = last + 1
    if words[last].josa in {"부터", "까지", "에는"} or words[last].has_verb:
        return ""
    middle: list[str] = []
    while number < len(words) and words[number].part is not Part.ADNOMINAL:
        word = words[number]
        if word.is_topic or word.is_subject or word.part in {Part.CONNECTIVE, Part.FINAL}:
            return ""
        if re.search(r"\d(?:년|월|일|세기)", word.text):
            return ""
        middle.append(word.text)
        number += 1
    if number + 1 >= len(words) or len(middle) > 5 or is_copular(words[number]):
        return ""
    if any(m.tag == "XSV" and m.form == "하" for m in words[number].morphs):
        return ""  # '6월 발행한 사채': somebody issued it
    for follower in phrases(clause.sentence):
        if follower.first != number + 1:
            continue
        mention = read_phrase(clause.sentence, follower)
        dated = EVENT_OF_A_YEAR.match(mention.name) is not None
        event = dated and noun_kind(mention.name.split()[-1]) is Kind.EVENT
        if not (event or reading.setting.names.is_proper(mention.name)) or (
            not dated and re.search(r"\d+여? ?\S", mention.name)
        ):
            return ""
        if words[follower.last].quoted or (dated and time.full[:4] == mention.name[:4]
                                           and unit_of(time.full) == "해"):  # fmt: skip
            return ""
        if any(m.tag == "ETM" and m.form in {"ᆯ", "을"} for m in words[number].morphs):
            return ""
        made_of = MADE.match(words[number].text) is not None
        subject = attach(mention.name, "을" if made_of else "이")
        noun = unit_of(time.full)
        text = finish([subject, *middle, words[number].text], reading.setting)
        return f"{text} {attach(noun, '은')} 언제인가?"
    return ""


def made(reading: Reading, time: TimeNamed, prompt: str, weight: int) -> Candidate:
    accepted = list(forms_of(time.full, time.surface))
    if (year := YEAR.match(time.full)) and year[1] in prompt and len(accepted) == 3:
        accepted = [accepted[1], accepted[0], accepted[2]]  # '2024 대회가 열린 날'
    if REIGN.search(time.surface) and time.surface not in accepted:
        accepted.append(time.surface)
    return Candidate(
        "date",
        reading.sentence,
        time.start,
        time.end,
        prompt,
        tuple(dict.fromkeys(accepted)),
        Kind.DATE,
        AnswerKind.DATE if re.search(r"\d년", time.full) else AnswerKind.WORDS,
        weight=weight,
        bracketed=time.bracketed,
    )
