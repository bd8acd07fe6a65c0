"""Grades answers of several parts: members chosen, steps put in order, sides matched."""

from bisect import bisect_left
from collections.abc import Sequence

from quiz.core.grading import Grade, Off, Verdict, list_verdict, pieces_of, take_member
from quiz.core.questions import Answer

MOST_OUT_OF_PLACE = 1  # an order with more of them isn't nearly right


def grade_several(given: Sequence[str], answer: Answer) -> Verdict:
    """Grade chosen options: those of the list should be chosen, and no others."""
    chosen = {text for text in given if text}
    missing = tuple(item[0] for item in answer.items if chosen.isdisjoint(item))
    members = {text for item in answer.items for text in item}
    extra = tuple(text for text in dict.fromkeys(given) if text and text not in members)
    return list_verdict(answer, missing, extra, slips=0)


def grade_order(given: Sequence[str], answer: Answer) -> Verdict:
    """Grade steps in the order in which they were put; one out of its place is close."""
    right = [item[0] for item in answer.items]
    places = [right.index(text) for text in given if text in right]
    kept = in_order(places)
    out = tuple(right[place] for place in range(len(right)) if place not in kept)
    told = len(right) - len(out)
    if not out:
        return Verdict(Grade.RIGHT, answer.shown, parts=(told, len(right)))
    is_close = len(out) <= MOST_OUT_OF_PLACE and len(set(places)) == len(right)
    grade = Grade.CLOSE if is_close else Grade.WRONG
    return Verdict(grade, answer.shown, Off.PLACES, out, parts=(told, len(right)))


def in_order(places: Sequence[int]) -> set[int]:
    """Return a longest part of `places` that grows (patience sorting)."""
    ends: list[int] = []  # the smallest end of a growing part of each length
    before: dict[int, int | None] = {}
    for place in places:
        if place in before:
            continue  # put twice: the first counts
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    found, last = set(), ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def grade_typed_order(given: str, answer: Answer, language: str) -> Verdict:
    """Grade steps that were typed in their order, with commas or arrows between them."""
    left = list(answer.items)
    told = []
    for piece in pieces_of(
        given.replace("→", ",").replace("->", ","), answer.items, language
    ):
        step = next((i for i in left if take_member(piece, [i], language)), None)
        if step:
            left.remove(step)
            told.append(step[0])
    return grade_order(told, answer)


def grade_pairs(given: Sequence[str], answer: Answer) -> Verdict:
    """Grade the right sides that were matched with the left ones, in the same order."""
    told = [*given, *[""] * len(answer.items)]
    missing = tuple(
        f"{left} – {right}"
        for (left, right), text in zip(answer.items, told, strict=False)
        if text != right
    )
    count = len(answer.items)
    parts = count - len(missing), count
    if not missing:
        return Verdict(Grade.RIGHT, answer.shown, parts=parts)
    grade = Grade.CLOSE if parts[0] * 2 >= count else Grade.WRONG
    return Verdict(grade, answer.shown, Off.PAIRS, missing, parts=parts)
