"""Which questions a test asks, and in which forms: by chance, spread over the text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from quiz.core.questions import Form, Question, possible_forms

TEST_FORMS = tuple(form for form in Form if form is not Form.CARD)  # graded by nobody


@dataclass(frozen=True, slots=True)
class Drawable:
    """A question that a test may ask; those of the same `sibling` share a sentence."""

    id: int
    sibling: str
    topic: str
    question: Question


@dataclass(frozen=True, slots=True)
class Drawn:
    id: int
    form: Form


def draw(
    drawable: Iterable[Drawable],
    count: int,
    topics: frozenset[str],
    forms: frozenset[Form],
    seed: str,
) -> tuple[Drawn, ...]:
    """Draw at most `count` questions; no topics or forms mean all of them.

    Two of one sentence come in only where there are too few others: one could tell the
    answer of the other. The same `seed` draws the same.
    """
    random = Random(f"test {seed}")
    found = []
    for each in drawable:
        ways = [form for form in forms_of(each.question) if not forms or form in forms]
        if ways and (not topics or each.topic in topics):
            found.append((each, random.choice(ways)))
    random.shuffle(found)
    seen: Counter[str] = Counter()
    ranked = []
    for each, form in found:
        ranked.append((seen[each.sibling], Drawn(each.id, form)))
        seen[each.sibling] += 1
    ranked.sort(key=lambda pair: pair[0])
    chosen = [drawn for _, drawn in ranked[:count]]
    random.shuffle(chosen)
    return tuple(chosen)


def forms_of(question: Question) -> tuple[Form, ...]:
    """Return the forms in which a test may ask the question."""
    possible = possible_forms(question)
    return tuple(f for f in TEST_FORMS if f in question.forms and f in possible)
