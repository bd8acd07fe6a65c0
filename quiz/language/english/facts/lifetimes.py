"""When somebody was born and died, from the dates in brackets after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.moments import read_moment
from quiz.language.english.names import name_spans, text_of
from quiz.language.english.wordlists import Kind

NEAR = 16  # characters between a name and its bracket: honours
LIVED = re.compile(r"(?:^|[;,] )(?:born )?([^;–—]*?\d{4}) ?[–—-] ?([^;–—]*?\d{4})$")
ASKED = {"day": "On what date", "month": "When", "year": "In which year"}


def find(reading: Reading) -> Iterator[Candidate]:
    sentence, names = reading.sentence, reading.setting.names
    for gloss in sentence.clean.glosses:
        told = LIVED.search(gloss.text)
        if told is None:
            continue
        for first, last in name_spans(sentence):
            text = text_of(sentence, first, last)
            start = sentence.doc[first].idx
            end = sentence.doc[last].idx + len(sentence.doc[last].text)
            if names.kind(text) is Kind.PERSON and 0 <= gloss.at - end <= NEAR:
                who = as_titled(names.whole(text), reading.setting.topic)
                yield from asked(reading, (start, end), who, "be born", told[1])
                yield from asked(reading, (start, end), who, "die", told[2])


def as_titled(name: str, topic: str) -> str:
    """Return 'Gertrude Elion' for 'Gertrude Belle Elion' where the title says so."""
    parts, told = name.split(), topic.split()
    same = len(told) > 1 and (told[0], told[-1]) == (parts[0], parts[-1])
    return topic if same else name


def asked(
    reading: Reading, place: tuple[int, int], who: str, did: str, told: str
) -> Iterator[Candidate]:
    """Ask 'On what date was Ada Marsh born?' of 'Ada Marsh (2 May 1910 – 1994)'."""
    told = re.sub(r"^(?:c\. ?|born )", "", told.strip())
    moment = read_moment(told, reading.setting.calendar)
    if moment is None or moment.precision not in ASKED or not re.search(r"\d", told):
        return
    wh = ASKED[moment.precision]
    prompt = f"{wh} was {who} born?" if did == "be born" else f"{wh} did {who} die?"
    yield Candidate(
        "date", reading.sentence, *place, prompt,
        tuple(dict.fromkeys([moment.shown, *moment.accepted])), Kind.DATE,
        AnswerKind.DATE, weight=64, part=did, glossed=told,
    )  # fmt: skip
