"""Whatever a text has been through, drafting ends well and every draft keeps the laws."""

import os
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from benchmarks.facts import breaks_a_law
from quiz.core.article import Article, clean_text
from quiz.core.problems import Problem
from quiz.language import draft_article

TEXTS = Path(__file__).parents[1] / "articles"
ROUNDS = int(os.environ.get("QUIZ_FUZZ", "40"))  # see `make fuzz`
LONGEST = 1200  # characters
STRANGE = (
    *(
        "(",
        ")",
        '"',
        "“",
        "”",
        "‘",
        "’",
        "《",
        "》",
        "「",
        "」",
        "[1]",
        "{{",
        "}}",
        "—",
        "…",
    ),
    *("·", ",", ";", ":", "?", "!", "\n", "\n\n", "- ", "• ", "1. ", "%", "€", "℃", "\t"),
    *(
        "\u3000",
        "\u200b",
        "(주)",
        "Dr. ",
        "0",
        "13월 40일",
        "２０２０",
        "é",
        "漢",
        "😀",
        "½",
        "|",
    ),
    *("<b>", "&amp;", "^", "~", "=", "*", "_", "`", "\\", "()", "(a)(b)", "[ ]"),
)


def mangled(texts: list[str], chance: random.Random) -> str:
    """Return some lines of a text with letters lost, doubled and strange."""
    lines = chance.choice(texts).split("\n")
    some = chance.sample(lines, min(len(lines), chance.randint(1, 10)))
    letters = list("\n".join(some)[:LONGEST])
    for _ in range(chance.choice((1, 5, 30, 150))):
        at, kind = chance.randrange(len(letters) + 1), chance.random()
        if kind < 0.5:
            letters.insert(at, chance.choice(STRANGE))
        elif kind < 0.75:
            del letters[at : at + chance.randint(1, 8)]
        else:
            copied = chance.randrange(len(letters) + 1)
            letters[at:at] = letters[copied : copied + chance.randint(1, 30)]
    return "".join(letters)


def articles(language: str, half: str) -> Iterator[Article]:
    texts = [
        file.read_text(encoding="utf-8") for file in sorted((TEXTS / half).glob("*.txt"))
    ]
    chance = random.Random(f"mangled {language}")
    for number in range(ROUNDS):
        text, title = mangled(texts, chance), chance.choice(("", "제목", "A (bad) “title”"))
        if text.strip():
            yield Article(f"{number}", title, clean_text(text), language, date(2025, 1, 1))


@pytest.mark.parametrize(("language", "half"), [("ko", "known"), ("en", "known-en")])
def test_a_mangled_text_is_drafted_or_refused(language: str, half: str) -> None:
    drafted = 0
    for article in articles(language, half):
        try:
            found = draft_article(article, datetime(2025, 1, 2, tzinfo=UTC)).questions
        except Problem:
            continue
        assert [q.prompt for q in found if breaks_a_law(q, article)] == []
        drafted += 1
    assert drafted > ROUNDS // 4


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "(Reporting by Dan Whitlock; editing by Ruth Amadi)"),
        ("ko", "(취재 김도담, 편집 이새봄)"),
        ("ko", "회의는 2025년 13월 5일에 열렸다."),
        ("ko", "‘ ’은 말이다."),
    ],
)
def test_a_line_that_says_little_keeps_nothing_from_being_drafted(
    language: str, line: str
) -> None:
    told = {
        "en": "The Marl Bridge was built by Hugh Mercer in 1890.",
        "ko": "말굽다리는 1890년에 한서윤이 세운 다리이다.",
    }[language]
    title = {"en": "Marl Bridge", "ko": "말굽다리"}[language]
    article = Article("a", title, f"{told}\n{line}\n{told}", language, date(2025, 1, 1))
    assert draft_article(article, datetime(2025, 1, 2, tzinfo=UTC)).questions
