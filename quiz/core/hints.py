"""What helps a learner along without telling the answer."""

from dataclasses import dataclass

from quiz.core.asking import Asked
from quiz.core.lots import one_of
from quiz.core.markup import plain_text
from quiz.core.questions import Form, plain

HIDDEN = "·"


@dataclass(frozen=True, slots=True)
class Hint:
    """`start` is how the answer begins, `without` an option that is not right."""

    start: str = ""
    without: str = ""


def hint_for(asked: Asked, seed: str) -> Hint | None:
    """Return a hint for the question as it is shown, or None where none would be left.

    The same `seed` gives the same hint.
    """
    answer = asked.question.answer
    match asked.form:
        case Form.TRUTH | Form.CARD:
            return None
        case Form.CHOICE | Form.SEVERAL:
            return without_one(asked, seed)
        case Form.ORDER:
            return Hint(start=plain_text(answer.items[0][0]))
        case Form.MATCH:
            return Hint(start=" – ".join(map(plain_text, answer.items[0])))
    parts = [item[0] for item in answer.items] or [answer.shown]
    return Hint(start=", ".join(begun(plain_text(part)) for part in parts))


def without_one(asked: Asked, seed: str) -> Hint | None:
    """Take one wrong option away, as long as two others are left to choose from."""
    answer = asked.question.answer
    right = {plain(text) for text in (*answer.accepted, answer.shown)}
    right |= {plain(item[0]) for item in answer.items}
    wrong = sorted(text for text in asked.options if plain(text) not in right)
    if len(asked.options) < 3 or not wrong:
        return None
    return Hint(without=one_of(wrong, f"hint {seed}"))


def begun(text: str) -> str:
    """Return the first letter, and a dot for each of the others: 장··, A·· ··.

    A single letter stays hidden.
    """
    letters = [at for at, letter in enumerate(text) if letter.isalnum()]
    first = letters[0] if len(letters) > 1 else -1
    rest = (HIDDEN if letter.isalnum() else letter for letter in text[first + 1 :])
    return text[: first + 1] + "".join(rest)
