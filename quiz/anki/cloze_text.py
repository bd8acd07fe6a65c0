"""A cloze field of Anki's -> the sentence of one gap, the other gaps filled in.

Gaps are written {{c1::answer}} or {{c1::answer::hint}}; they may stand in one another,
and one may belong to several cards, as {{c1,2::answer}}.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

MARK = re.compile(r"\{\{c([\d,]{1,20})::|\}\}")


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands in a gap of the cloze whose number was asked for."""

    answer: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ClozeText:
    """Text around the gaps of one cloze: one piece more than there are gaps."""

    pieces: tuple[str, ...]
    gaps: tuple[Gap, ...]

    def with_gaps(self, shown: list[str]) -> str:
        """Return the whole with a text in the place of each gap."""
        filled = [*shown, ""]
        return "".join(piece + gap for piece, gap in zip(self.pieces, filled, strict=True))


def read_cloze(text: str, number: int) -> ClozeText:
    """Return what the card of cloze `number`, from 1, hides in `text`."""
    stack: list[Frame] = [Frame(is_asked=False)]
    at = 0
    for mark in MARK.finditer(text):
        stack[-1].parts.append(text[at : mark.start()])
        at = mark.end()
        if mark[1] is not None:
            stack.append(Frame(is_asked=str(number) in mark[1].split(",")))
        elif len(stack) == 1:
            stack[-1].parts.append(mark[0])
        else:
            frame = stack.pop()
            stack[-1].parts.extend(frame.closed())
    stack[-1].parts.append(text[at:])
    return flattened(part for frame in stack for part in frame.parts)


@dataclass(frozen=True, slots=True)
class Frame:
    """An open gap, or the whole text, with what stands in it so far."""

    is_asked: bool
    parts: list[str | Gap] = field(default_factory=list)

    def closed(self) -> list[str | Gap]:
        """Return the gap, or what it leaves in its place; a hint stands after `::`."""
        answer, hint = cut_at_hint(self.parts)
        if not self.is_asked:
            return answer
        said = (part if isinstance(part, str) else part.answer for part in answer)
        return [Gap("".join(said), hint)]


def cut_at_hint(parts: list[str | Gap]) -> tuple[list[str | Gap], str]:
    for place, part in enumerate(parts):
        if isinstance(part, str) and "::" in part:
            before, _, hint = part.partition("::")
            return [*parts[:place], before], hint
    return parts, ""


def flattened(parts: Iterable[str | Gap]) -> ClozeText:
    pieces, gaps = [""], []
    for part in parts:
        if isinstance(part, Gap):
            gaps.append(part)
            pieces.append("")
        else:
            pieces[-1] += part
    return ClozeText(tuple(pieces), tuple(gaps))
