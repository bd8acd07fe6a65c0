"""The kinds of draft that a teacher reads are words, not the program's own names."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from quiz.core.article import Article
from quiz.language import draft_article
from quiz.web.words import KIND_NAMES

ARTICLES = Path(__file__).parent.parent / "articles"
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(("folder", "language"), [("known", "ko"), ("known-en", "en")])
def test_every_kind_that_is_drafted_has_a_name(folder: str, language: str) -> None:
    found = set()
    for about in sorted((ARTICLES / folder).glob("*.facts.json")):
        text = about.with_name(about.name.replace(".facts.json", ".txt"))
        if text.exists():
            data = json.loads(about.read_text(encoding="utf-8"))
            day = date.fromisoformat(data["date"])
            told = text.read_text(encoding="utf-8")
            article = Article(about.name, data["title"], told, language, day)
            found |= {q.origin.name for q in draft_article(article, NOW).questions}
    assert len(found) > 5
    assert found <= set(KIND_NAMES)
