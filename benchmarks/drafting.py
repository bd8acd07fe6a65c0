"""Drafting over the analyser's own time for the same text. Goal: at most 3 times.

Compared is processor time: Kiwi analyses on as many cores as there are, drafting on one,
so elapsed time would measure the machine. It is printed beside. Each language has a process
of its own, so that its peak memory is its own.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from quiz.core.article import Article, paragraph_spans
from quiz.language import draft_article
from quiz.language.english.analyser import nlp
from quiz.language.korean.analyser import kiwi

ROOT = Path(__file__).parent.parent
ROUNDS, GOAL = 5, 3.0
BOOK = 300_000  # characters
MOST_MEMORY = 700  # MB
ANALYSERS = {"ko": "Kiwi", "en": "spaCy"}


class Seconds(NamedTuple):
    """Of all cores together, and by the clock; or the ratios of two such."""

    processor: float
    elapsed: float


class Measured(NamedTuple):
    """What a language takes; `peak` is in MB."""

    texts: int
    articles: Seconds
    book: Seconds
    peak: float


def main() -> bool:
    """Print the ratios for single articles and for a text of a book's length."""
    fine = True
    for language, analyser in ANALYSERS.items():
        with ProcessPoolExecutor(1, get_context("spawn")) as process:
            found = process.submit(measured, language).result()
        sys.stdout.write(
            f"drafting {language}: {found.articles.processor:.2f} times {analyser}'s "
            f"processor time ({found.articles.elapsed:.2f} of elapsed time) for "
            f"{found.texts} articles, {found.book.processor:.2f} "
            f"({found.book.elapsed:.2f}) for {BOOK:,} characters (goal at most {GOAL:g}); "
            f"peak memory {found.peak:,.0f} MB (goal at most {MOST_MEMORY})\n"
        )
        fine &= max(found.articles.processor, found.book.processor) <= GOAL
        fine &= found.peak <= MOST_MEMORY
    return fine


def measured(language: str) -> Measured:
    """Draft the sample texts of a language, then a book of them."""
    texts = sample_texts(language)
    draft_all(texts[:1], language)
    articles = ratio(texts, ROUNDS, language)
    book = "\n\n".join(texts * (BOOK // sum(map(len, texts)) + 1))[:BOOK]
    long_text = ratio([book], 2, language)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measured(len(texts), articles, long_text, peak)


def sample_texts(language: str) -> list[str]:
    half = "" if language == "ko" else f"-{language}"
    files = [
        *(ROOT / "tests" / "articles" / f"known{half}").glob("*.txt"),
        *(ROOT / "tests" / "articles" / f"unseen{half}").glob("*.txt"),
        *ROOT.glob(f"quiz/builtin/*.{language}.txt"),
    ]
    return [file.read_text(encoding="utf-8") for file in sorted(files)]


def ratio(texts: list[str], rounds: int, language: str) -> Seconds:
    """Return the medians over `rounds` of drafting over analysis, interleaved."""
    found = [
        over(seconds(draft_all, texts, language), seconds(analyse_all, texts, language))
        for _ in range(rounds)
    ]
    return Seconds(
        statistics.median(each.processor for each in found),
        statistics.median(each.elapsed for each in found),
    )


def over(one: Seconds, other: Seconds) -> Seconds:
    return Seconds(one.processor / other.processor, one.elapsed / other.elapsed)


def analyse_all(texts: list[str], language: str) -> None:
    for text in texts:
        paragraphs = [span.of(text) for span in paragraph_spans(text)]
        if language == "ko":
            list(kiwi().tokenize(paragraphs))
        else:
            list(nlp().pipe(paragraphs))


def draft_all(texts: list[str], language: str) -> None:
    for number, text in enumerate(texts):
        article = Article(f"article-{number}", "", text, language, date(2019, 10, 7))
        draft_article(article, datetime.now(UTC))


def seconds(
    work: Callable[[list[str], str], None], texts: list[str], language: str
) -> Seconds:
    start, busy = time.perf_counter(), time.process_time()
    work(texts, language)
    return Seconds(time.process_time() - busy, time.perf_counter() - start)
