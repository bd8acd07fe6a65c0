"""How many of the facts worth asking the drafts ask: by text, kind of text, kind of fact.

A fact is asked when some draft's evidence is the fact's sentence and an accepted answer is
one of the fact's. This says nothing of how well it is asked: that takes a strict reader.
The texts of `unseen` and `unseen-en` were never looked at while the rules were made.
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
HALVES = ("known", "unseen", "known-en", "unseen-en")
LONG_ANSWER = 8  # letters: a clause rather than a name
MOSTLY = 0.6  # of the longer of two clauses that say the same


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact worth asking, and whether some draft asks it."""

    kind: str
    asked: bool
    fine: bool = False  # a detail that only an exhaustive bank would ask


@dataclass(frozen=True, slots=True)
class Row:
    """What drafting one text, or several, gave; `broken` drafts break a law."""

    name: str
    kind: str
    characters: int
    drafts: int
    with_options: int
    broken: int
    facts: tuple[Asked, ...]


def main() -> bool:
    """Print a table for each half of each language; only a broken law is a failure."""
    broken = 0
    for half in HALVES:
        rows = [row_of(file) for file in sorted((ARTICLES / half).glob("*.facts.json"))]
        if rows:
            broken += report(half, rows)
    sys.stdout.write(f"evidence not verbatim or answer in the prompt: {broken} (goal 0)\n")
    return broken == 0


def report(half: str, rows: list[Row]) -> int:
    """Print what one half gave; return how many of its drafts break a law."""
    sys.stdout.write(
        f"-- {half}: {len(rows)} texts; asked of the facts worth asking, and of those and "
        "the details\n"
        "text                          chars drafts /1000  asked        with details  "
        "options\n"
    )
    for row in rows:
        write_row(row)
    for kind in sorted({kind_of_text(row) for row in rows}):
        write_row(total(f"= {kind}", [row for row in rows if kind_of_text(row) == kind]))
    write_row(total("= all", rows))
    facts = [fact for row in rows for fact in row.facts if not fact.fine]
    for kind in sorted({fact.kind for fact in facts}):
        same = [fact for fact in facts if fact.kind == kind]
        sys.stdout.write(f"{kind:14} {share(same)}\n")
    return sum(row.broken for row in rows)


def write_row(row: Row) -> None:
    sys.stdout.write(
        f"{row.name[:28]:28} {row.characters:6} {row.drafts:6} "
        f"{1000 * row.drafts / row.characters:5.1f}  "
        f"{share([f for f in row.facts if not f.fine])}  {share(list(row.facts))} "
        f"{row.with_options:7}\n"
    )


def share(facts: list[Asked]) -> str:
    asked = sum(fact.asked for fact in facts)
    return f"{asked:3}/{len(facts):3} {asked / max(1, len(facts)):4.0%}"


def kind_of_text(row: Row) -> str:
    return row.kind.split(" (", maxsplit=1)[0]


def total(name: str, rows: list[Row]) -> Row:
    return Row(
        name,
        "",
        sum(row.characters for row in rows),
        sum(row.drafts for row in rows),
        sum(row.with_options for row in rows),
        sum(row.broken for row in rows),
        tuple(fact for row in rows for fact in row.facts),
    )


def row_of(file: Path) -> Row:
    """Draft the article of a facts file and compare."""
    data = json.loads(file.read_text(encoding="utf-8"))
    article = article_of(file, data)
    try:
        questions = draft_article(article, datetime.now(UTC)).questions
    except Problem:
        questions = ()
    return Row(
        file.name.removesuffix(".facts.json"),
        data["kind"],
        len(article.text),
        len(questions),
        sum(len(q.wrong) >= 2 for q in questions),
        sum(breaks_a_law(q, article) for q in questions),
        tuple(asked(fact, questions) for fact in data["facts"]),
    )


def asked(fact: dict[str, Any], questions: Iterable[Question]) -> Asked:
    found = any(asks(question, fact) for question in questions)
    return Asked(fact.get("kind", "thing"), found, fact.get("fine", False))


def article_of(file: Path, data: dict[str, Any]) -> Article:
    name = file.name.removesuffix(".facts.json")
    builtin = ROOT / "quiz" / "builtin" / f"{name}.{data['language']}.txt"
    places = [file.with_name(f"{name}.txt"), builtin]
    text = next(place for place in places if place.exists()).read_text(encoding="utf-8")
    written = date.fromisoformat(data["date"])
    return Article(name, data["title"], clean_text(text), data["language"], written)


def asks(question: Question, fact: dict[str, Any]) -> bool:
    """Tell whether the question asks the fact and takes its answer."""
    evidence = question.evidence
    if evidence is None or not shares(evidence.quote, fact["evidence"]):
        return False
    wanted = [plain(answer) for answer in fact["answers"]]
    if items := [plain(item[0]) for item in question.answer.items]:
        return any(is_list_of(items, answer) for answer in wanted)
    told = [plain(text) for text in (*question.answer.accepted, question.answer.shown)]
    return any(says_the_same(one, other) for one in told for other in wanted)


def is_list_of(items: list[str], answer: str) -> bool:
    return all(item in answer for item in items) and (
        sum(map(len, items)) >= MOSTLY * len(answer)
    )


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two folded answers agree; of clauses one may be part of the other."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    return len(short) >= LONG_ANSWER and short in long and len(short) >= MOSTLY * len(long)


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

    '4' is not in '14', '4년' not in '2014년', the numeral '네' not in '네모', nor
    'two' in 'at work'.
    """
    if answer.isascii() and answer.replace(" ", "").isalpha():
        return bool(re.search(rf"\b{re.escape(answer)}\b", prompt, re.IGNORECASE))
    if not re.search(r"\d", answer) and len(plain(answer)) > 1:
        return plain(answer) in plain(prompt)
    letters = r"\s*".join(re.escape(c) for c in answer if not c.isspace())
    before = r"(?<![\d.,])" if answer[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if answer[-1:].isdigit() else ""
    if len(answer) == 1 and not answer.isdigit():
        before, after = r"(?<!\w)", r"(?!\w)"
    return bool(re.search(before + letters + after, prompt, re.IGNORECASE))
