"""How many of the facts worth asking the drafts ask, by article.

A fact is asked when some draft's evidence is the fact's sentence and an accepted answer is
one of the fact's. This says nothing of how well it is asked: that takes a strict reader.
"""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from quiz.core.article import Article, clean_text
from quiz.core.problems import Problem
from quiz.core.questions import Question, plain
from quiz.language import draft_article

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "tests" / "articles"


@dataclass(frozen=True, slots=True)
class Count:
    """What drafting one article gave; `broken` counts drafts that break a law."""

    name: str
    characters: int
    drafts: int
    asked: int
    facts: int
    with_options: int
    broken: int


def main() -> bool:
    """Print a row an article; only a broken law is a failure."""
    rows = [count(file) for file in sorted(ARTICLES.glob("*.facts.json"))]
    sys.stdout.write("article                 chars drafts /1000  asked of facts  choice\n")
    for row in [*rows, total(rows)]:
        sys.stdout.write(
            f"{row.name:22} {row.characters:6} {row.drafts:6} "
            f"{1000 * row.drafts / row.characters:5.1f} {row.asked:6} {row.facts:8} "
            f"{row.with_options:7}\n"
        )
    broken = sum(row.broken for row in rows)
    sys.stdout.write(f"evidence not verbatim or answer in the prompt: {broken} (goal 0)\n")
    return broken == 0


def count(file: Path) -> Count:
    """Draft the article of a facts file and compare."""
    data = json.loads(file.read_text(encoding="utf-8"))
    article = article_of(file, data)
    try:
        questions = draft_article(article, datetime.now(UTC)).questions
    except Problem:
        questions = ()
    asked = sum(any(asks(q, fact) for q in questions) for fact in data["facts"])
    return Count(
        file.name.removesuffix(".facts.json"),
        len(article.text),
        len(questions),
        asked,
        len(data["facts"]),
        sum(len(q.wrong) >= 2 for q in questions),
        sum(breaks_a_law(q, article) for q in questions),
    )


def article_of(file: Path, data: dict[str, Any]) -> Article:
    name = file.name.removesuffix(".facts.json")
    places = [file.with_name(f"{name}.txt"), ROOT / "quiz" / "builtin" / f"{name}.ko.txt"]
    text = next(place for place in places if place.exists()).read_text(encoding="utf-8")
    written = date.fromisoformat(data["date"])
    return Article(name, data["title"], clean_text(text), data["language"], written)


def asks(question: Question, fact: dict[str, Any]) -> bool:
    """Tell whether the question asks the fact and takes its answer."""
    evidence = question.evidence
    if evidence is None or not shares(evidence.quote, fact["evidence"]):
        return False
    answers = {plain(answer) for answer in fact["answers"]}
    return bool(answers & {plain(answer) for answer in said(question)})


def said(question: Question) -> Iterable[str]:
    return (*question.answer.accepted, question.answer.shown)


def shares(quote: str, evidence: str) -> bool:
    return quote in evidence or evidence in quote


def breaks_a_law(question: Question, article: Article) -> bool:
    evidence = question.evidence
    if evidence is None:
        return True
    quote = article.text[evidence.start : evidence.end]
    answer = quote[evidence.answer_start : evidence.answer_end]
    leaks = any(stands_in(a, question.prompt) for a in question.answer.accepted)
    return quote != evidence.quote or not answer or leaks


def stands_in(answer: str, prompt: str) -> bool:
    """Tell whether the answer stands in the prompt; a number only as a whole number.

    '4' is not in '14', '4년' not in '2014년', the numeral '네' not in '네모'.
    """
    if not re.search(r"\d", answer) and len(plain(answer)) > 1:
        return plain(answer) in plain(prompt)
    letters = r"\s*".join(re.escape(c) for c in answer if not c.isspace())
    before = r"(?<![\d.,])" if answer[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if answer[-1:].isdigit() else ""
    if len(answer) == 1 and not answer.isdigit():
        before, after = r"(?<!\w)", r"(?!\w)"
    return bool(re.search(before + letters + after, prompt, re.IGNORECASE))


def total(rows: list[Count]) -> Count:
    return Count(
        "all",
        sum(row.characters for row in rows),
        sum(row.drafts for row in rows),
        sum(row.asked for row in rows),
        sum(row.facts for row in rows),
        sum(row.with_options for row in rows),
        sum(row.broken for row in rows),
    )
