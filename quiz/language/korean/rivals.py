"""Whether another sentence of the article would answer the same prompt."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from quiz.core.questions import plain
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.wordlists import Kind

FEWEST = 2  # words in common: fewer are met by chance
LIGHT = frozenset({"하", "되", "있", "없", "이", "받", "않", "지", "주", "보", "오", "가"})
COMMON = 60  # sentences that hold a word: rarer ones tell where to look


@dataclass(slots=True)
class Told:
    """The sentences of an article by the nouns and verbs that they hold."""

    nouns: dict[int, frozenset[str]] = field(default_factory=dict)
    verbs: dict[int, frozenset[str]] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    holders: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def told_in(sentences: Iterable[Sentence]) -> Told:
    told = Told()
    for sentence in sentences:
        number = sentence.span.start
        told.nouns[number] = frozenset(w.core for w in sentence.words if is_content(w))
        told.verbs[number] = frozenset(filter(None, map(verb_of, sentence.words)))
        told.texts[number] = sentence.text
        for noun in told.nouns[number]:
            told.holders[noun].append(number)
    return told


def is_content(word: Word) -> bool:
    return word.part is Part.NOUN and len(word.core) >= 2


def verb_of(word: Word) -> str:
    """Return what is done: 설립 of 설립했다, 짓 of 지었다, "" for 하다 and 되다."""
    for number, morph in enumerate(word.morphs):
        tag = morph.tag
        if tag[0] == "X" and tag.startswith("XSV") and number:
            return word.morphs[number - 1].form
        if tag[0] == "V" and tag.startswith("VV") and morph.form not in LIGHT:
            return morph.form
    return ""


def has_rival(candidate: Candidate, told: Told) -> bool:
    """Tell whether a sentence without the answer says all that the prompt says.

    Numbers and dates are asked with their own context; lists are whole.
    """
    if candidate.items or candidate.names in {Kind.NUMBER, Kind.DATE}:
        return False
    number = candidate.sentence.span.start
    asked = [n for n in told.nouns.get(number, ()) if n in candidate.prompt]
    if len(asked) < FEWEST:
        return False
    places = min((told.holders[noun] for noun in asked), key=len)
    if len(places) > COMMON:
        return False
    answers = [plain(text) for text in candidate.accepted]
    return any(
        told.verbs[other] & told.verbs[number]
        and told.nouns[other].issuperset(asked)
        and not any(answer in plain(told.texts[other]) for answer in answers)
        for other in places
        if other != number
    )
