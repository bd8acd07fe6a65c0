"""Sentences of our own, drafted in one line."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from quiz.core.article import Article
from quiz.language import Draft, draft_article
from quiz.language.korean import selection

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
ARTICLE = "5b0f3a52-6c26-4c1e-9e5c-3f7a64c1f001"


def drafted(text: str, title: str = "글", day: date | None = None) -> Draft:
    return draft_article(Article(ARTICLE, title, text, "ko", day), NOW)


@pytest.fixture(autouse=True)
def every_wording(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let rules be tested apart from what the model of acceptance keeps of them."""
    monkeypatch.setattr(selection, "SURE", 0.0)
    monkeypatch.setattr(selection, "LEAST", 0.0)


@pytest.fixture
def draft() -> Callable[..., Draft]:
    """Draft a text."""
    return drafted


@pytest.fixture
def asked() -> Callable[..., dict[str, str]]:
    """Draft a text and return prompt -> answer shown."""

    def ask(text: str, title: str = "글", day: date | None = None) -> dict[str, str]:
        return {q.prompt: q.answer.shown for q in drafted(text, title, day).questions}

    return ask
