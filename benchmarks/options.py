"""How many choice drafts there are, and what is wrong with their options by rule.

Only what a program can see is counted: an option that the text supports, that differs in
script, unit, precision or length, that stands there twice, or that names the answer.
Whether the options are plausible takes a strict reader.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.facts import ARTICLES, HALVES, article_of
from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.core.questions import AnswerKind, Form, Question, plain
from quiz.language import draft_article

FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
HANGUL = re.compile(r"[가-힣]")
LATIN = re.compile(r"[A-Za-z]")
LONGER = 2.2  # times as long as the answer, and more than three letters more
GOAL = 0.02  # of the choice drafts may show a fault
FAULTS = (
    "in-evidence", "alias", "twice", "right-elsewhere", "script", "unit", "precision",
    "length", "words",
)  # fmt: skip


def main() -> bool:
    """Print for both Korean halves what the options are like."""
    fine = True
    for half in (half for half in HALVES if not half.endswith("-en")):
        files = sorted((ARTICLES / half).glob("*.facts.json"))
        if files:
            fine = report(half, [drafted(file) for file in files]) and fine
    return fine


def drafted(file: Path) -> tuple[Article, tuple[Question, ...]]:
    article = article_of(file, json.loads(file.read_text(encoding="utf-8")))
    try:
        return article, draft_article(article, datetime.now(UTC)).questions
    except Problem:
        return article, ()


def report(half: str, texts: list[tuple[Article, tuple[Question, ...]]]) -> bool:
    questions = [q for _, found in texts for q in found]
    chosen = [q for q in questions if Form.CHOICE in q.forms]
    optioned = [q for q in questions if len(q.wrong) >= 2]
    three = sum(len(q.wrong) == 3 for q in optioned)
    sys.stdout.write(
        f"-- {half}: {len(questions)} drafts, {len(optioned)} with options "
        f"({len(optioned) / max(1, len(questions)):.0%}), {len(chosen)} as a choice; "
        f"three options {three / max(1, len(optioned)):.0%}, "
        f"two {1 - three / max(1, len(optioned)):.0%}\n"
    )
    by_kind(questions)
    seen: Counter[str] = Counter()
    faulty = 0
    for _, found in texts:
        for question in found:
            faults = set(faults_of(question, found)) if question.wrong else set()
            seen.update(faults)
            faulty += bool(faults)
    told = ", ".join(f"{name} {seen[name]}" for name in FAULTS)
    share = faulty / max(1, len(optioned))
    sys.stdout.write(f"faults: {told}\ndrafts with a fault: {faulty} ({share:.1%})\n")
    return share <= GOAL


def by_kind(questions: list[Question]) -> None:
    """Print the share that has options by kind of answer: figures do, names may."""
    total = Counter(q.answer.kind for q in questions)
    have = Counter(q.answer.kind for q in questions if len(q.wrong) >= 2)
    shares = ", ".join(f"{k} {have[k]}/{total[k]}" for k in sorted(total))
    sys.stdout.write(f"with options: {shares}\n")


def faults_of(question: Question, others: Iterable[Question]) -> Iterator[str]:
    """Yield the name of each fault of the options."""
    options = [option.text for option in question.wrong]
    if len({plain(option) for option in options}) < len(options):
        yield "twice"
    for option in options:
        yield from faults_of_option(option, question)
        if any(same_prompt(question, other) and takes(other, option) for other in others):
            yield "right-elsewhere"


def faults_of_option(option: str, question: Question) -> Iterator[str]:
    answer = question.answer.shown
    figures = question.answer.kind in {AnswerKind.NUMBER, AnswerKind.DATE}
    evidence = question.evidence.quote if question.evidence else ""
    if stands_in(option, evidence):
        yield "in-evidence"
    if not figures and any(
        plain(option) in plain(a) or plain(a) in plain(option)
        for a in question.answer.accepted
    ):
        yield "alias"
    if script_of(option) != script_of(answer):
        yield "script"
    if FIGURE.search(answer):
        yield from faults_of_figures(option, answer)
    short, long = sorted((len(option), len(answer)))
    if long > LONGER * short and long - short > 3:
        yield "length"
    if not figures and abs(option.count(" ") - answer.count(" ")) > 1:
        yield "words"


def faults_of_figures(option: str, answer: str) -> Iterator[str]:
    if FIGURE.sub("", option) != FIGURE.sub("", answer):
        yield "unit"
    one, other = FIGURE.search(option), FIGURE.search(answer)
    if one and other and decimals(one[0]) != decimals(other[0]):
        yield "precision"


def decimals(figure: str) -> int:
    return len(figure.partition(".")[2])


def script_of(text: str) -> tuple[bool, bool]:
    return bool(HANGUL.search(text)), bool(LATIN.search(text))


def same_prompt(one: Question, other: Question) -> bool:
    """Tell whether two questions ask the same of the same text."""
    return (
        one.id != other.id and plain(one.prompt) == plain(other.prompt) and bool(one.prompt)
    )


def takes(question: Question, text: str) -> bool:
    return "빈칸" not in question.prompt and plain(text) in {
        plain(answer) for answer in question.answer.accepted
    }


def stands_in(option: str, text: str) -> bool:
    """Tell whether the option stands in `text`, a figure as a whole figure."""
    before = r"(?<![\d.,])" if option[:1].isdigit() else ""
    after = r"(?![\d])" if option[-1:].isdigit() else ""
    return re.search(before + re.escape(option) + after, text) is not None
