"""Drafting over Kiwi's own analysis of the same text. Goal: at most 3 times.

Compared is processor time: Kiwi analyses on as many cores as there are, drafting on one,
so elapsed time would measure the machine. It is printed beside.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from quiz.core.article import Article, paragraph_spans
from quiz.language import draft_article
from quiz.language.korean.analyser import kiwi

ROOT = Path(__file__).parent.parent
ROUNDS, GOAL = 5, 3.0
BOOK = 300_000  # characters


class Seconds(NamedTuple):
    """Of all cores together, and by the clock; or the ratios of two such."""

    processor: float
    elapsed: float


def main() -> bool:
    """Print the ratio for single articles and for a text of a book's length."""
    texts = sample_texts()
    kiwi().tokenize("준비")
    articles = ratio(texts, ROUNDS)
    book = "\n\n".join(texts * (BOOK // sum(map(len, texts)) + 1))[:BOOK]
    long_text = ratio([book], 2)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"drafting: {articles.processor:.2f} times Kiwi's processor time "
        f"({articles.elapsed:.2f} of elapsed time) for {len(texts)} articles, "
        f"{long_text.processor:.2f} ({long_text.elapsed:.2f}) for {BOOK:,} characters "
        f"(goal at most {GOAL:g}); peak memory {peak:,.0f} MB\n"
    )
    return max(articles.processor, long_text.processor) <= GOAL


def sample_texts() -> list[str]:
    files = [
        *(ROOT / "tests" / "articles" / "known").glob("*.txt"),
        *(ROOT / "tests" / "articles" / "unseen").glob("*.txt"),
        *ROOT.glob("quiz/builtin/*.ko.txt"),
    ]
    return [file.read_text(encoding="utf-8") for file in sorted(files)]


def ratio(texts: list[str], rounds: int) -> Seconds:
    """Return the medians over `rounds` of drafting over analysis, interleaved."""
    found = [
        over(seconds(draft_all, texts), seconds(analyse_all, texts)) for _ in range(rounds)
    ]
    return Seconds(
        statistics.median(each.processor for each in found),
        statistics.median(each.elapsed for each in found),
    )


def over(one: Seconds, other: Seconds) -> Seconds:
    return Seconds(one.processor / other.processor, one.elapsed / other.elapsed)


def analyse_all(texts: list[str]) -> None:
    for text in texts:
        list(kiwi().tokenize([span.of(text) for span in paragraph_spans(text)]))


def draft_all(texts: list[str]) -> None:
    for number, text in enumerate(texts):
        article = Article(f"article-{number}", "", text, "ko", date(2019, 10, 7))
        draft_article(article, datetime.now(UTC))


def seconds(work: Callable[[list[str]], None], texts: list[str]) -> Seconds:
    start, busy = time.perf_counter(), time.process_time()
    work(texts)
    return Seconds(time.process_time() - busy, time.perf_counter() - start)
