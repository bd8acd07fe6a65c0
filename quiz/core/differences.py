"""What changed between two states of a question, piece by piece."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from quiz.core.questions import Answer, Question

WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that was kept (""), removed ("del") or added ("ins")."""

    text: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a question, named as in the core, with what changed in it."""

    field: str
    pieces: tuple[Piece, ...]


def differences(old: Question | None, new: Question) -> tuple[Difference, ...]:
    """Return the fields that differ; all that says something where there is no `old`."""
    after = fields_of(new)
    if old is None:
        return tuple(Difference(name, (Piece(t),)) for name, t in after.items() if t)
    before = fields_of(old)
    return tuple(
        Difference(name, pieces(before[name], text))
        for name, text in after.items()
        if text != before[name]
    )


def fields_of(question: Question) -> dict[str, str]:
    wrong = (f"{o.text} ({o.feedback})" if o.feedback else o.text for o in question.wrong)
    return {
        "prompt": question.prompt,
        "kind": question.answer.kind.value,
        "answer": answer_text(question.answer),
        "tolerance": question.answer.tolerance,
        "wrong": "\n".join(wrong),
        "forms": "\n".join(question.forms),
        "cloze": question.cloze,
        "explanation": question.explanation,
        "media": "\n".join(f"{m.alt or '–'} ({m.name})" for m in question.media),
        "tags": "\n".join(question.tags),
        "difficulty": f"{question.difficulty:.2g}",
        "evidence": question.evidence.quote if question.evidence else "",
        "status": question.status.value,
    }


def answer_text(answer: Answer) -> str:
    if answer.items:
        return "\n".join(" | ".join(item) for item in answer.items)
    return "\n".join(answer.accepted)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return `new` told as changes to `old`: whole words, or whole lines of a list."""
    a, b = split(old, new), split(new, old)
    found: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("".join(a[i1:i2])))
            continue
        if i2 > i1:
            found.append(Piece("".join(a[i1:i2]), "del"))
        if j2 > j1:
            found.append(Piece("".join(b[j1:j2]), "ins"))
    return tuple(found)


def letter_pieces(given: str, right: str) -> tuple[Piece, ...]:
    """Return `given` told letter by letter as changes on the way to `right`."""
    found: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, given, right, False).get_opcodes():
        if tag == "equal":
            found.append(Piece(given[i1:i2]))
            continue
        if i2 > i1:
            found.append(Piece(given[i1:i2], "del"))
        if j2 > j1:
            found.append(Piece(right[j1:j2], "ins"))
    return tuple(found)


def split(text: str, other: str) -> list[str]:
    if "\n" in text or "\n" in other:
        return (text + "\n").splitlines(keepends=True) if text else []
    return WORD.findall(text)
