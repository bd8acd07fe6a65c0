"""What is counted up: beside a label, or line by line below a heading."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.facts.enumerations import COUNT_WORDS
from quiz.language.korean.item_lines import BRACKETS, Line
from quiz.language.korean.items.item_labels import LISTED
from quiz.language.korean.items.item_prompts import Wording
from quiz.language.korean.josa import attach
from quiz.language.korean.wordlists import Kind

COMMA = re.compile(r",\s?(?![^()]*\))")
OPEN = re.compile(r"(?:등|기타|따위|외)(?:$|\s)|[:.?!]|[다요]$")
EXPLAINED = re.compile(r"(?:\s\d+[부통매장])?(?:\s?\([^()]*\))?$")
FEWEST, MOST, LONGEST, SHORT_ITEM = 2, 7, 30, 20


def listed_in_line(owner: str, label: str, value: str) -> Iterator[Wording]:
    """Ask for 'A, B, C' beside a label that takes lists."""
    members = [member(m) for m in COMMA.split(value)]
    if not LISTED.search(label) or not are_closed(members, SHORT_ITEM):
        return
    start = value.index(members[0])
    end = value.index(members[-1], start) + len(members[-1])
    yield a_list(owner, label, members, (start, end))


def listed_below(owner: str, label: str, line: Line) -> Iterator[Wording]:
    """Ask for the lines below a heading; the offsets are in the article."""
    if not LISTED.search(label) or any(each.label for each in line.below):
        return
    members = [member(each.text) for each in line.below]
    if are_closed(members, LONGEST):
        first, last = line.below[0], line.below[-1]
        yield a_list(owner, label, members, (first.start, last.span.end))


def member(text: str) -> str:
    """Return it without what only explains it at its end."""
    return EXPLAINED.sub("", text.strip(" ."))


def are_closed(members: list[str], longest: int) -> bool:
    return (
        FEWEST <= len(members) <= MOST
        and len(set(members)) == len(members)
        and all(2 <= len(m) <= longest and not OPEN.search(m) for m in members)
        and not all(re.match(r"[\d,]+", m) for m in members)
    )


def a_list(owner: str, label: str, members: list[str], place: tuple[int, int]) -> Wording:
    count = COUNT_WORDS[len(members)]
    closing = attach(f"{count} 가지", "은")
    prompt = f"{owner}{label} {closing} 무엇인가?"
    return Wording(
        "item-list", prompt, "", *place, (), Kind.THING, AnswerKind.LIST,
        tuple(variants(m) for m in members), part="list",
    )  # fmt: skip


def variants(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((text, BRACKETS.sub("", text))))
