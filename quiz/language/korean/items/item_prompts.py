"""Questions and gaps of one labelled item, by what its value is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.core.questions import AnswerKind
from quiz.language.korean.items.item_labels import (
    ACTED,
    CLOSED_DAYS,
    EVENT,
    FIRMS,
    HELD_WHEN,
    HELD_WHERE,
    HOLDERS,
    PEOPLE,
    PERSONS,
    PLACES,
    SIZES,
    THINGS,
    WAYS,
    becoming,
    past_of,
)
from quiz.language.korean.items.item_values import (
    AMOUNT,
    AS_OF,
    BRACKETED,
    CLOCK,
    DAY,
    HOURS,
    PERIOD,
    Part,
    in_words,
    parts_of,
    written_dates,
)
from quiz.language.korean.josa import attach
from quiz.language.korean.wordlists import Kind

NO_NAME = re.compile(
    r"[.?!:~]|(?:[은는을를]|에서|으로) |(?:다|요|음|함|됨|임|며|고|는|등)$|"
    r"참조|별도|없음|미정"
)
SITE = re.compile(
    r"^(?P<answer>[^.,]{2,22}?)(?:에서|을 통해|를 통해)(?: [가-힣·]{2,6}){0,3} ?"
    r"(?:신청|접수|예약|등록|제출)"
)
MEANS = re.compile(
    r"^(?P<answer>[^.,]{2,22}?)(?:으로|로)(?: [가-힣]{2,4})? ?(?:신청|접수|예약|제출)$"
)
UP_TO = re.compile(
    r"(?P<each>(?:1인|가구|업체|팀|기업|회|학교|단체|농가)당|한 사람에게|한 팀에) 최대 "
    r"(?P<answer>[\d,.]+[억만천]?(?: ?[\d,]+[만천]?)? ?원)"
)
TAKEN = re.compile(r"((?:[가-힣]{2} )?(신청|접수|응모))(?= |$)")
RECEIVED = {"신청": "받는가", "접수": "하는가", "응모": "받는가"}
LONGEST_NAME, LONGEST_WHO = 30, 34


@dataclass(frozen=True, slots=True)
class Wording:
    """A question and a statement with a gap; `start` and `end` lie in the value."""

    kind: str
    prompt: str
    gap: str
    start: int
    end: int
    accepted: tuple[str, ...]
    names: Kind
    answer: AnswerKind = AnswerKind.WORDS
    items: tuple[tuple[str, ...], ...] = ()
    part: str = ""


def wordings(scope: str, owner: str, label: str, value: str) -> Iterator[Wording]:
    """Yield what can be asked of `label: value`.

    `owner` opens the questions: the scheme's name, ready for the label ('X의 ').
    """
    told = AS_OF.search(value)
    head = f"{owner}{told['day']} 기준 {label}" if told else f"{owner}{label}"
    typed = list(typed_wordings(scope, head, label, value, 0))
    yield from typed
    for part in parts_of(value):
        of_part = head_of_part(owner, label, part)
        yield from typed_wordings(scope, of_part, label, part.text, part.start)
    if not typed:
        yield from named_wordings(scope, head, label, value)
    if label.startswith("지원") and (found := UP_TO.search(value)):
        prompt = f"{scope}에서는 {found['each']} 최대 얼마까지 지원하는가?"
        gap = f"{scope}에서는 {found['each']} 최대 {{{{{found['answer']}}}}}까지 지원한다."
        yield figure(prompt, gap, found.span("answer"), found["answer"], "most")


def head_of_part(owner: str, label: str, part: Part) -> str:
    """Return '어른 관람료', '총사업비 가운데 군비' or, of a size, '가로 길이'."""
    if part.within:
        return f"{owner}{label} 가운데 {part.category}"
    if label in SIZES:
        return f"{owner}{part.category}{' 길이' if part.category in '가로세로' else ''}"
    return f"{owner}{part.category} {label}"


def typed_wordings(
    scope: str, head: str, label: str, value: str, at: int
) -> Iterator[Wording]:
    """Yield the questions of a figure, period, day or of hours; `at` moves the offsets."""
    bare = re.sub(r"(?<!\d)[.,]$", "", value)
    main = BRACKETED.split(bare)[0].rstrip() if not DAY.match(bare) else bare
    found = AMOUNT.fullmatch(main)
    if found and not re.fullmatch(r"\d{4}년", found["answer"]):
        yield amount(head, label, found, at)
    elif found := PERIOD.match(bare):
        yield from period(head, label, found, at)
    elif found := DAY.match(bare):
        rest = BRACKETED.sub("", bare[found.end() :]).strip(" ,")
        if not rest or re.fullmatch(
            rf"{CLOCK}(?: ?(?:[~∼–-]|부터) ?(?:{CLOCK})?)?(?:까지)?", rest
        ):
            yield day(scope, head, label, found, at)
    elif found := HOURS.match(bare):
        yield hours(head, found, at)


def amount(head: str, label: str, found: re.Match[str], at: int) -> Wording:
    shown, unit = found["answer"], found["unit"]
    wh = "얼마" if unit == "원" else f"몇 {unit}"
    lead = " ".join(found["lead"].split())
    asked = " ".join(filter(None, (lead, wh, found["limit"])))
    start, end = found.span("answer")
    told = found[0].replace(shown, f"{{{{{shown}}}}}", 1)
    return figure(
        f"{attach(head, '은')} {asked}인가?",
        f"{attach(head, '은')} {told}이다.",
        (start + at, end + at),
        shown,
        head,
    )


def figure(prompt: str, gap: str, place: tuple[int, int], shown: str, part: str) -> Wording:
    accepted = tuple(dict.fromkeys((shown, shown.replace(" ", ""))))
    return Wording(
        "item-figure", prompt, gap, *place, accepted, Kind.NUMBER,
        AnswerKind.NUMBER if "~" not in shown else AnswerKind.WORDS, part=part,
    )  # fmt: skip


def period(head: str, label: str, found: re.Match[str], at: int) -> Iterator[Wording]:
    """Ask for the whole period, and for its last day where something is taken till then."""
    first, last = found["first"], found["last"]
    place = (found.start() + at, found.end() + at)
    prompt = f"{attach(head, '은')} 언제부터 언제까지인가?"
    accepted = written_period(found[0], first, last)
    words = not first.endswith(".") and not last.endswith(".")
    gap = f"{attach(head, '은')} {{{{{found[0]}}}}}이다." if words else ""
    yield time_of(prompt, gap, place, accepted, "period")
    act, owner = TAKEN.match(label), head.removesuffix(label)
    if act and len(last) > len("00월"):
        place = (found.start("last") + at, found.end("last") + at)
        prompt = f"{owner}{attach(act[1], '은')} 언제까지 {RECEIVED[act[2]]}?"
        yield time_of(prompt, "", place, in_words(last, first), "last")


def written_period(shown: str, first: str, last: str) -> tuple[str, ...]:
    words = f"{fullest(first)}부터 {fullest(last)}까지"
    return tuple(
        dict.fromkeys((shown, words, f"{first}부터 {last}까지", f"{first} ~ {last}"))
    )


def fullest(date: str) -> str:
    """Return the day in words, with its year where it is told."""
    written = written_dates(date)
    return next((w for w in written if "년" in w), written[-1])


def time_of(
    prompt: str, gap: str, place: tuple[int, int], accepted: tuple[str, ...], part: str
) -> Wording:
    shown = accepted[0]
    alone = part not in {"period", "hours"} and re.match(r"\d{4}", shown)
    answer = AnswerKind.DATE if alone else AnswerKind.WORDS
    # Options of '3월 3일(화)' would have wrong weekdays: a thing so long gets none.
    kind = Kind.THING if "(" in shown else Kind.DATE
    return Wording("item-time", prompt, gap, *place, accepted, kind, answer, part=part)


def day(scope: str, head: str, label: str, found: re.Match[str], at: int) -> Wording:
    shown = found["answer"]
    place = (found.start("answer") + at, found.end("answer") + at)
    dotted = shown.endswith(".")
    if became := becoming(label):
        noun = "해" if shown.endswith("년") else "날" if "일" in shown or dotted else "때"
        prompt = f"{attach(scope, '이')} {became} {attach(noun, '은')} 언제인가?"
        gap = f"{attach(scope, '은')} {{{{{shown}}}}}에 {past_of(became)}."
    elif label in HELD_WHEN and EVENT.search(scope):
        prompt = f"{attach(scope, '은')} 언제 열리는가?"
        gap = f"{attach(scope, '은')} {{{{{shown}}}}}에 열린다."
    else:
        prompt = f"{attach(head, '은')} 언제인가?"
        gap = f"{attach(head, '은')} {{{{{shown}}}}}이다."
    return time_of(prompt, "" if dotted else gap, place, in_words(shown, shown), head)


def hours(head: str, found: re.Match[str], at: int) -> Wording:
    shown = found["answer"]
    place = (found.start("answer") + at, found.end("answer") + at)
    first, last = re.findall(CLOCK, shown)[:2]
    accepted = (shown, f"{first}부터 {last}까지", f"{first}~{last}")
    prompt = f"{attach(head, '은')} 몇 시부터 몇 시까지인가?"
    return time_of(prompt, "", place, tuple(dict.fromkeys(accepted)), "hours")


def named_wordings(scope: str, head: str, label: str, value: str) -> Iterator[Wording]:
    """Yield the questions of a place, a way, somebody or a thing."""
    if WAYS.search(label):
        yield from ways(head, label, value)
        return
    text = BRACKETED.split(value)[0].strip(" .")
    asked = asked_of(label)
    if not asked or not is_name(text) or "," in text:
        return
    if label in HOLDERS:
        prompt = f"{attach(scope, '을')} {HOLDERS[label]}"
        gap = f"{attach(scope, '을')} {HOLDERS[label].split()[0]} 곳은 {{{{{text}}}}}이다."
    elif label in HELD_WHERE and EVENT.search(scope):
        prompt = f"{attach(scope, '은')} 어디에서 열리는가?"
        gap = f"{attach(scope, '은')} {{{{{text}}}}}에서 열린다."
    else:
        prompt = f"{attach(head, '은')} {asked}인가?"
        gap = f"{attach(head, '은')} {{{{{text}}}}}이다."
    start = value.index(text)
    names = Kind.PLACE if asked == "어디" else Kind.THING
    yield Wording(
        "item-value", prompt, gap, start, start + len(text), (text,), names, part=label
    )


def asked_of(label: str) -> str:
    if label in HOLDERS or PLACES.search(label) or FIRMS.search(label):
        return "어디"
    if PERSONS.search(label):
        return "누구"
    if CLOSED_DAYS.search(label):
        return "언제"
    if label.endswith("대상"):
        return "누구"
    return "무엇" if THINGS.search(label) and not PEOPLE.search(label) else ""


def is_name(text: str) -> bool:
    """Tell a short noun phrase from a remark."""
    return 2 <= len(text) <= LONGEST_WHO and not NO_NAME.search(text)


def ways(head: str, label: str, value: str) -> Iterator[Wording]:
    first = BRACKETED.split(value)[0].strip(" .")
    act, owner = ACTED.search(label), head.removesuffix(label)
    found, asked = SITE.match(first), "어디에서"
    if not found:
        found, asked = MEANS.match(first), "무엇으로"
    if act and found:
        prompt = f"{owner}{attach(act[1], '은')} {asked} 하는가?"
        shown, place = found["answer"], found.span("answer")
        names = Kind.PLACE if asked == "어디에서" else Kind.THING
    elif is_name(first) and "," not in first and len(first) <= LONGEST_NAME:
        prompt = f"{attach(head, '은')} 무엇인가?"
        shown, place, names = first, (0, len(first)), Kind.THING
    else:
        return
    yield Wording("item-value", prompt, "", *place, (shown,), names, part=label)
