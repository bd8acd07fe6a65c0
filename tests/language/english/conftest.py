"""Sentences of our own, drafted or read in one line."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from quiz.core.article import Article
from quiz.language import Draft, draft_article
from quiz.language.english import analyser, context, glosses, names, selection
from quiz.language.english.candidates import Reading
from quiz.language.english.clauses import clauses

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
ARTICLE = "5b0f3a52-6c26-4c1e-9e5c-3f7a64c1f002"


def article_of(text: str, title: str = "Notes", day: date | None = None) -> Article:
    return Article(ARTICLE, title, text, "en", day)


def drafted(text: str, title: str = "Notes", day: date | None = None) -> Draft:
    return draft_article(article_of(text, title, day), NOW)


def readings_of(text: str, title: str = "Notes", day: date | None = None) -> list[Reading]:
    article = article_of(text, title, day)
    sentences = analyser.analyse(glosses.sentences(article))
    known = names.vote(sentences)
    settings = context.settings(article, sentences, known)
    return [Reading(s, clauses(s), w) for s, w in zip(sentences, settings, strict=True)]


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

    def ask(text: str, title: str = "Notes", day: date | None = None) -> dict[str, str]:
        return {q.prompt: q.answer.shown for q in drafted(text, title, day).questions}

    return ask


@pytest.fixture
def read() -> Callable[..., list[Reading]]:
    """Read a text up to its clauses."""
    return readings_of
