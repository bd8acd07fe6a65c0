"""Which face a question's card shows."""

from collections.abc import Mapping

from quiz.anki.deck_options import Cards
from quiz.anki.note_text import escape
from quiz.core.asking import level_for
from quiz.core.questions import AnswerKind, Form, Question, cloze_answer
from quiz.core.scheduling import Memory

# Typing comes last wherever it wasn't asked for: Anki knows one spelling as right.
EASIEST_FIRST = (Form.CHOICE, Form.CLOZE, Form.TRUTH, Form.CARD, Form.TYPED)
GAP_FIRST = (Form.CLOZE, Form.CHOICE, Form.TRUTH, Form.CARD, Form.TYPED)
TYPING_FIRST = (Form.TYPED, Form.CLOZE, Form.CHOICE, Form.TRUTH, Form.CARD)
ORDERS: Mapping[Cards, tuple[Form, ...]] = {
    Cards.CHOICES: (Form.CHOICE, Form.TRUTH, Form.CLOZE, Form.CARD, Form.TYPED),
    Cards.CLOZE: GAP_FIRST,
    Cards.RECALL: (Form.CARD, *GAP_FIRST),
    Cards.TYPED: TYPING_FIRST,
}
BY_LEVEL = (EASIEST_FIRST, GAP_FIRST, TYPING_FIRST)  # the mix, by how well it is known


def form_of(
    question: Question, cards: Cards = Cards.MIX, memory: Memory | None = None
) -> Form:
    """Return the face of the card: CHOICE, CLOZE, CARD or TYPED.

    The first in the order of `cards` that the question allows. In the mix the order
    depends on the learner's `memory`, as it does in the quiz.
    """
    if question.answer.kind is AnswerKind.TRUTH:
        return Form.CHOICE
    order = ORDERS.get(cards) or BY_LEVEL[level_for(memory)]
    if cards is Cards.RECALL and {Form.CARD, Form.TYPED} & set(question.forms):
        return Form.CARD
    form = next((form for form in order if can_show(question, form)), Form.CARD)
    return Form.CHOICE if form is Form.TRUTH else form


def can_show(question: Question, form: Form) -> bool:
    """Tell whether the teacher allows the form and a card can take it.

    Where true/false is allowed the card offers the options: a statement that is true
    in every review would soon be known as such.
    """
    if form not in question.forms:
        return False
    match form:
        case Form.CHOICE | Form.TRUTH:
            return bool(question.wrong)
        case Form.CLOZE:
            return bool(escape(cloze_answer(question.cloze)))
        case Form.TYPED:
            return not question.answer.items
    return True
