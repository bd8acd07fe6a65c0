"""Signs of what in sight rivals the answer, and of how much a wording says at once."""

import re

from quiz.language.chances import Signs
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.names import Names

GAP = re.compile(r"\{\{.*?\}\}")
MARKED = re.compile(r"[가-힣A-Za-z0-9’”』》)](?P<josa>은|는|이|가|을|를)(?=[ ,])")
APPROXIMATE = re.compile(
    r"약 \{\{|\}\}[^ ]* ?(?:넘|가량|정도|이상|이하|쯤|여 |남짓|안팎|미만|초과|만에)"
)
RANGE = re.compile(r"\}\} ?(?:부터|에서 .{1,12}까지|[~∼-])|(?:부터|에서|[~∼-]) ?\{\{")
YEAR = re.compile(r"\d{3,4}년")
UNIT = re.compile(r"\d[\d,.만억조천 ]*(?P<unit>[가-힣A-Za-z%㎞℃㎡㎝]{1,3})")
STEM = re.compile(r"[가-힣A-Za-z0-9]{2,}")


def signs_of_rivals(candidate: Candidate, shown: str, text: str, names: Names) -> Signs:
    """Return what in `shown` could be taken for the answer, or tells it only in part.

    `text` is `shown` with a □ for the gap.
    """
    answer = candidate.accepted[0] if candidate.accepted else ""
    words = STEM.findall(text)
    stems = [word[:3] for word in words]
    return {
        "rival:names": min(3.0, same_kind(answer, words, names)),
        "rival:unit": float(shares_unit(answer, text)),
        "rival:year": float(bool(YEAR.search(answer)) and bool(YEAR.search(text))),
        "approximate": float(bool(APPROXIMATE.search(shown))),
        "range": float(bool(RANGE.search(shown))),
        "repeats": min(3.0, len(stems) - len(set(stems))),
        "answer:stem-told": float(any(word[:2] in answer for word in words)),
    }


def same_kind(answer: str, words: list[str], names: Names) -> int:
    """Return how many words begin with a proper name of the answer's kind."""
    kind = names.kind(answer)
    if kind is None:
        return 0
    return sum(
        any(names.kind(name) is kind for name in names.proper.intersection(beginnings(w)))
        for w in words
    )


def beginnings(word: str) -> list[str]:
    """Return what may be a name with a particle behind it: two letters and more."""
    return [word[:n] for n in range(2, len(word) + 1)]


def shares_unit(answer: str, text: str) -> bool:
    """Tell whether another figure with the answer's unit is in sight: 70마리, 3마리."""
    unit = UNIT.search(answer)
    return unit is not None and any(
        other["unit"][0] == unit["unit"][0] for other in UNIT.finditer(text)
    )


def signs_of_arguments(text: str) -> Signs:
    """Return how many topics and subjects the wording has."""
    josa = [found["josa"] for found in MARKED.finditer(text)]
    topics = sum(each in "은는" for each in josa)
    subjects = sum(each in "이가" for each in josa)
    return {
        "subjects": min(3.0, subjects),
        "subjects:none": float(not topics and not subjects),
        "topics:none": float(not topics),
        "topics:two": float(topics > 1),
    }


def signs_of_finding(candidate: Candidate, cloze: bool) -> Signs:
    """Return how the rules came to the fact, and where in the article it stands."""
    sentence = candidate.sentence
    return {
        "weight": candidate.weight / 100,
        "bracketed": float(bool(candidate.bracketed)),
        "entity-told": float(bool(candidate.also)),
        "cloze:has-prompt": float(cloze and bool(candidate.prompt)),
        "paragraph": min(10, sentence.paragraph) / 5,
        "paragraph:first": float(sentence.paragraph == 0),
        "heading": float(sentence.heading),
    }
