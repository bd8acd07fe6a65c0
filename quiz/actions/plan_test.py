"""A learner chooses what a test should be: what the bank offers, and earlier tests."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from quiz.core.drawing import TEST_FORMS, forms_of
from quiz.core.learner import Learner
from quiz.core.questions import Form
from quiz.storage.answer_sheets import PastTest, drawable_questions, past_tests
from quiz.storage.practice_queries import PractisedBank, find_practised_bank


@dataclass(frozen=True, slots=True)
class Offer:
    """`topics` and `forms` come with how many questions they have."""

    bank: PractisedBank
    questions: int
    topics: tuple[tuple[str, int], ...]
    forms: tuple[tuple[Form, int], ...]
    past: tuple[PastTest, ...]


def plan_test(engine: Engine, learner: Learner, bank_id: int, now: datetime) -> Offer:
    """Return what a test of the bank can ask.

    Raises:
        NotFound: the bank isn't there or isn't this learner's.
    """
    with engine.connect() as connection:
        bank = find_practised_bank(connection, learner, bank_id)
        drawable = drawable_questions(connection, learner, bank_id, now)
        past = past_tests(connection, learner, bank_id) if learner.id else []
    ways = [forms_of(each.question) for each in drawable]
    topics = Counter(
        each.topic for each, forms in zip(drawable, ways, strict=True) if forms
    )
    forms = Counter(form for each in ways for form in each)
    return Offer(
        bank=bank,
        questions=sum(map(bool, ways)),
        topics=tuple(topics.most_common(20)),
        forms=tuple((form, forms[form]) for form in TEST_FORMS if forms[form]),
        past=tuple(past),
    )
