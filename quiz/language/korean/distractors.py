"""Wrong options of the answer's own kind that the text doesn't support."""

import random
import re
from collections.abc import Iterable
from datetime import date

from quiz.core.questions import plain
from quiz.language.korean.article_text import ArticleText
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.date_options import moved_dates
from quiz.language.korean.name_options import name_options
from quiz.language.korean.names import Names
from quiz.language.korean.number_options import moved_numbers
from quiz.language.korean.score_options import moved_scores
from quiz.language.korean.wordlists import Kind

MOST, FEWEST = 3, 2
FIGURES = frozenset({Kind.NUMBER, Kind.DATE})
LONGEST_ANSWER = 20  # letters: a clause has no others of its kind


def wrong_options(
    candidate: Candidate, names: Names, article: ArticleText, seed: str
) -> tuple[str, ...]:
    """Return two or three wrong options, or none where fewer than two are good."""
    if candidate.items or not candidate.accepted or is_clause(candidate):
        return ()
    chance = random.Random(seed)
    told = plain(candidate.sentence.text)
    found: list[str] = []
    for option in pool_for(candidate, names, article, chance):
        if not is_wrong(option, candidate, told) or not is_distinct(option, found):
            continue
        if candidate.names not in FIGURES and article.supports(option, candidate.prompt):
            continue
        found.append(option)
        if len(found) == MOST:
            break
    return tuple(found) if len(found) >= FEWEST else ()


def is_clause(candidate: Candidate) -> bool:
    return candidate.names not in FIGURES and len(candidate.accepted[0]) > LONGEST_ANSWER


def pool_for(
    candidate: Candidate, names: Names, article: ArticleText, chance: random.Random
) -> Iterable[str]:
    shown = candidate.accepted[0]
    if candidate.names is Kind.DATE:
        return moved_dates(shown, article.text, chance, article.day, candidate.prompt)
    if candidate.kind == "score":
        return moved_scores(shown, article.text, chance, candidate.prompt)
    if candidate.names is Kind.NUMBER:
        return moved_numbers(shown, article.text, chance, candidate.prompt)
    return name_options(candidate, names, article, chance)


def article_text(
    text: str, day: date | None, year: int | None, title: str = ""
) -> ArticleText:
    """Return what options are looked up in; of the year alone, its last day counts."""
    if day is None and year is not None:
        day = date(year, 12, 31)
    return ArticleText(text, day, title)


def is_wrong(option: str, candidate: Candidate, told: str) -> bool:
    """Tell whether the option is neither an alias nor in the sentence that proves."""
    mine = plain(option)
    if not mine:
        return False
    for text in (*candidate.accepted, *candidate.also):
        theirs = plain(text)
        if candidate.names in FIGURES:
            if mine == theirs:
                return False
        elif mine in theirs or theirs in mine:
            return False
    if candidate.names in FIGURES:
        return not stands_in(option, candidate.prompt)
    return mine not in told and option not in candidate.prompt


def stands_in(option: str, prompt: str) -> bool:
    if option not in prompt:
        return False
    before = r"(?<![\d.,])" if option[:1].isdigit() else ""
    return re.search(before + re.escape(option), prompt) is not None


def is_distinct(option: str, found: list[str]) -> bool:
    """Tell whether the option neither holds nor is held by one found before."""
    return not any(plain(option) in plain(k) or plain(k) in plain(option) for k in found)
