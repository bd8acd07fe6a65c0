"""Two people changed the same question: what of both can stand together."""

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from quiz.core.questions import Option, Question

# Fields that are merged as one; sets of entries are merged entry by entry.
WHOLE = ("prompt", "answer", "cloze", "explanation", "difficulty", "status", "evidence")
SETS = ("tags", "forms", "media")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Merged:
    """What stands together; in `conflicts` mine stands, though theirs is another."""

    question: Question
    taken: tuple[str, ...] = ()  # fields that only the other changed
    conflicts: tuple[str, ...] = ()


def merge(base: Question, mine: Question, theirs: Question) -> Merged:
    """Merge what two people made of `base`, as far as they changed different things."""
    values: dict[str, Any] = {}
    taken: list[str] = []
    conflicts: list[str] = []
    for name in WHOLE:
        was, here, there = (getattr(each, name) for each in (base, mine, theirs))
        values[name] = there if here == was else here
        if there not in (was, here):
            (taken if here == was else conflicts).append(name)
    for name in SETS:
        was, here, there = (getattr(each, name) for each in (base, mine, theirs))
        values[name] = merged_entries(was, here, there)
        if there not in (was, here):
            taken.append(name)
    values["wrong"], is_clean = merged_options(base.wrong, mine.wrong, theirs.wrong)
    if theirs.wrong not in (base.wrong, mine.wrong):
        (taken if is_clean else conflicts).append("wrong")
    return Merged(replace(theirs, **values), tuple(taken), tuple(conflicts))


def merged_entries(
    was: tuple[T, ...], here: tuple[T, ...], there: tuple[T, ...]
) -> tuple[T, ...]:
    """Return theirs without what I took out, and with what I put in."""
    if there == was:
        return here
    gone = set(was) - set(here)
    added = (each for each in here if each not in was)
    kept = (each for each in there if each not in gone)
    return tuple(dict.fromkeys((*kept, *added)))


def merged_options(
    was: tuple[Option, ...], here: tuple[Option, ...], there: tuple[Option, ...]
) -> tuple[tuple[Option, ...], bool]:
    """Return the options of both, and whether no option was changed by both."""
    if here == was or there == here:
        return there, True
    if there == was:
        return here, True
    touched = set(was) - set(here), set(was) - set(there)
    if touched[0] & touched[1]:
        return here, False
    return merged_entries(was, here, there), True
