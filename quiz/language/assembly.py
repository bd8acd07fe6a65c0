"""What the questions of every language share: their ids and their forms."""

import uuid
from dataclasses import replace

from quiz.core.article import Article
from quiz.core.questions import Evidence, Form, Question, possible_forms


def identity_of(article: Article, fact: str, evidence: Evidence) -> str:
    """Return the UUID of the question of a fact: drafting again gives the same."""
    place = f"{evidence.start}:{evidence.end}:{evidence.answer_start}:{evidence.answer_end}"
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{article.id}:{fact}:{place}"))


def assembled(question: Question, cloze_only: bool = False) -> Question:
    """Return `question` with the forms in which it can be asked."""
    forms = possible_forms(question)
    if cloze_only:
        forms = tuple(form for form in forms if form in {Form.CLOZE, Form.TRUTH})
    return replace(question, forms=forms)
