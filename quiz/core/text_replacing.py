"""Finds a text in a question's fields and puts another in its place."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from quiz.core.particle_agreement import agree
from quiz.core.problems import Problem
from quiz.core.questions import Answer, Option, Question

FIELDS = ("prompt", "answer", "wrong", "cloze", "explanation", "tags")
LONGEST_SOUGHT = 200


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to find and what to put there. `fields` are some of FIELDS.

    `fit_particles` lets Korean particles agree with the new word: 책은 but 나무는.
    """

    find: str
    put: str
    fields: tuple[str, ...] = FIELDS
    match_case: bool = True
    whole_words: bool = False
    fit_particles: bool = True


def checked_replacement(wanted: Replacement) -> Replacement:
    """Return it if it can be carried out.

    Raises:
        Problem: there is nothing to find or no field to look in.
    """
    if not wanted.find:
        raise Problem("Write what to find.")
    if max(len(wanted.find), len(wanted.put)) > LONGEST_SOUGHT:
        raise Problem("Shorten it to at most %(most)d characters.", most=LONGEST_SOUGHT)
    if not wanted.fields:
        raise Problem("Choose at least one field to look in.")
    return wanted


def with_replacement(question: Question, wanted: Replacement) -> Question:
    """Return the question with the text replaced in each of the wanted fields.

    What leaves an answer, an option or a tag empty or twice there drops it.
    """

    def put(text: str) -> str:
        return replaced(text, wanted)

    changes: dict[str, Callable[[], object]] = {
        "prompt": lambda: put(question.prompt),
        "answer": lambda: answer_with(question.answer, put),
        "wrong": lambda: tuple(
            Option(put(option.text), put(option.feedback)) for option in question.wrong
        ),
        "cloze": lambda: put(question.cloze),
        "explanation": lambda: put(question.explanation),
        "tags": lambda: tidy(question.tags, put),
    }
    return replace(question, **{name: changes[name]() for name in wanted.fields})  # type: ignore[arg-type]  # each maker fits its field


def answer_with(answer: Answer, put: Callable[[str], str]) -> Answer:
    items = tuple(tidy(item, put) for item in answer.items)
    return replace(
        answer,
        accepted=tidy(answer.accepted, put),
        items=tuple(item for item in items if item),
    )


def tidy(texts: tuple[str, ...], put: Callable[[str], str]) -> tuple[str, ...]:
    """Return the texts after `put`; those that it left as they were stay untouched."""
    new = tuple(put(text) for text in texts)
    if new == texts:
        return texts
    return tuple(dict.fromkeys(text for text in new if text.strip()))


def replaced(text: str, wanted: Replacement) -> str:
    found = pattern(wanted.find, wanted.match_case, wanted.whole_words)
    if not wanted.fit_particles:
        return found.sub(lambda _: wanted.put, text)
    # From the end on, so that a particle is fitted to what then stands before it.
    for match in reversed(list(found.finditer(text))):
        rest = text[match.end() :]
        if has_other_end(match[0], wanted.put):
            rest = agree(wanted.put, rest)
        text = text[: match.start()] + wanted.put + rest
    return text


def has_other_end(old: str, new: str) -> bool:
    return old[-1:] != new[-1:]


@lru_cache(maxsize=64)
def pattern(find: str, match_case: bool, whole_words: bool) -> re.Pattern[str]:
    sought = re.escape(find)
    if whole_words:
        # In Korean a particle follows a word at once: only what stands before counts.
        hangul = "가" <= find[-1] <= "힣"
        sought = rf"(?<!\w){sought}" + ("" if hangul else r"(?![^\W가-힣])")
    return re.compile(sought, 0 if match_case else re.IGNORECASE)
