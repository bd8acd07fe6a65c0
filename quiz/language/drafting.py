"""The way in: an article of any language -> its draft questions."""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module

from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.language.drafts import Draft, Progress, no_progress

Drafter = Callable[[Article, datetime, Progress], Draft]

# A language is a folder with a `pipeline` module; it is loaded when it is first needed,
# because an analyser takes seconds and half a gigabyte.
FOLDERS = {"ko": "quiz.language.korean.pipeline", "en": "quiz.language.english.pipeline"}


def languages() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the languages that can be drafted."""
    return tuple(FOLDERS)


def draft_article(
    article: Article, now: datetime, progress: Progress = no_progress
) -> Draft:
    """Draft the questions of `article`. `now` is in UTC.

    Drafting the same article again gives questions with the same ids.

    Raises:
        Problem: its language is not supported, or nothing in it can be asked.
    """
    if not article.language:
        raise Problem("This text is in no language that questions can be drafted from.")
    if article.language not in FOLDERS:
        raise Problem(
            "Questions can't be drafted from a text in this language (%(language)s).",
            language=article.language,
        )
    draft: Drafter = import_module(FOLDERS[article.language]).draft
    result = draft(article, now, progress)
    if not result.questions:
        raise Problem("No fact that can be asked was found in this text.")
    return result
