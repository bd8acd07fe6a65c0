"""The evidence with a gap: it must stand alone, and show its answer nowhere else."""

import re

from quiz.core.questions import plain
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.context import referent
from quiz.language.korean.gate import (
    POINTED,
    RELATIVE_TIME,
    START_UNRESOLVED,
    UNRESOLVED,
    unbalanced,
)
from quiz.language.korean.josa import fitting
from quiz.language.korean.mentions import read_phrase
from quiz.language.korean.moments import resolve
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.phrases import phrases
from quiz.language.korean.pieces import DISCOURSE, Setting
from quiz.language.korean.prompts import tidy
from quiz.language.korean.wordlists import Kind

LONGEST = 160
GAP_MARK = "\x00"
SHORTEST_SHOWN = 12


def cloze_of(candidate: Candidate, setting: Setting) -> str:
    """Return the sentence with the answer in {{ }}, or "" where that isn't safe."""
    sentence = candidate.sentence
    answer = sentence.text[candidate.start : candidate.end]
    if candidate.names is Kind.DATE and not re.search(r"\d{3,4}년|세기", answer):
        return ""  # 올해 in a gap: what is meant is not what stands there
    if candidate.also or not answer or "{" in sentence.text or "}" in sentence.text:
        return ""
    text = standing_alone(sentence, candidate, setting)
    if not text or text.count(GAP_MARK) != 1 or len(text) > LONGEST:
        return ""
    text = tidy(resolve(text, setting.calendar, setting.context.year, setting.context.day))
    if shows_answer(candidate, text) or not is_safe(text):
        return ""
    if not candidate.prompt and not names_something(candidate, setting):
        return ""
    return text.replace(GAP_MARK, "{{" + answer + "}}")


def names_something(candidate: Candidate, setting: Setting) -> bool:
    """Tell whether the sentence names anything beside the answer."""
    sentence = candidate.sentence
    return any(
        setting.names.is_proper(mention.name)
        for phrase in phrases(sentence)
        if not phrase.is_time
        for mention in [read_phrase(sentence, phrase)]
        if mention.end <= candidate.start or candidate.end <= mention.start
    )


def standing_alone(sentence: Sentence, candidate: Candidate, setting: Setting) -> str:
    """Return the sentence with a gap, its pronouns replaced, its 한편 and 또한 gone."""
    out: list[str] = []
    last = 0
    words = sentence.words
    for number, word in enumerate(words):
        if number == 0 and word.text.rstrip(",") in DISCOURSE:
            last = word.end
            continue
        if word.start < candidate.end and word.end > candidate.start:
            continue
        following = words[number + 1].core if number + 1 < len(words) else ""
        meant = referent(word, following, setting.context, setting.names)
        if meant is None:
            continue
        if not meant or plain(meant) == plain(
            candidate.accepted[0] if candidate.accepted else ""
        ):
            return ""
        if not (candidate.end <= word.start or word.end <= candidate.start):
            return ""
        end = word.end if word.josa else words[number + 1].end
        josa = word.josa or words[number + 1].josa
        if (
            number + 1 < len(words)
            and not word.josa
            and words[number + 1].end > candidate.start >= words[number + 1].start
        ):
            return ""
        out += [
            part(sentence.text, last, word.start, candidate),
            meant + fitting(meant, josa),
        ]
        last = end
    out.append(part(sentence.text, last, len(sentence.text), candidate))
    return "".join(out).strip()


def part(text: str, start: int, end: int, candidate: Candidate) -> str:
    if start <= candidate.start and candidate.end <= end:
        return text[start : candidate.start] + GAP_MARK + text[candidate.end : end]
    return text[start:end]


def shows_answer(candidate: Candidate, text: str) -> bool:
    seen = plain(text)
    told = [*candidate.accepted, *(v for item in candidate.items for v in item)]
    if candidate.answer.value in {"number", "date"}:
        bare = text.replace(GAP_MARK, " ")
        return any(
            re.search(rf"(?<!\d){re.escape(t)}", bare) for t in told if not t.isdigit()
        )
    return any(len(plain(t)) >= 2 and plain(t) in seen for t in told)


def is_safe(text: str) -> bool:
    shown = text.replace(GAP_MARK, "")
    return not (
        UNRESOLVED.search(shown)
        or START_UNRESOLVED.search(shown)
        or POINTED.search(shown)
        or RELATIVE_TIME.search(shown)
        or unbalanced(shown)
        or len(plain(shown)) < SHORTEST_SHOWN
    )
