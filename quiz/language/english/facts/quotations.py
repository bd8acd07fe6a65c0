"""Who said it, in the words that stand between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.facts.answers import LEADING, noun_answer
from quiz.language.english.wordlists import Kind, words

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
SAID = {"say": "said", "write": "wrote", "tell": "said", "declare": "declared",
        "reply": "replied", "argue": "argued", "add": "said", "explain": "said",
        "remark": "remarked", "warn": "warned", "recall": "recalled", "admit": "admitted",
        "ask": "asked", "observe": "said"}  # fmt: skip
CLAUSE_OPENERS = words("i he she it we you they and but or so the a this that there it's")
ENDING = {"dobj", "attr"}
OWNED = re.compile(r"\b(?:my|our|your|his|her|its)\b")
MOST_ENDING = 6  # words
SHORTEST, LONGEST = 4, 85  # words, characters of a quotation worth asking about


def find(reading: Reading) -> Iterator[Candidate]:
    quotes = list(QUOTED.finditer(reading.sentence.text))
    told = told_text(quotes)
    if not told:
        return
    for candidate in speakers(reading, told):
        yield candidate
        yield from ending(reading, told, candidate.accepted[0])


def last_of_speech(reading: Reading, told: str) -> Token | None:
    """Return the last word of what was said."""
    sentence, word = reading.sentence, told.split()[-1]
    return next(
        (
            t
            for t in sentence.doc
            if t.i in sentence.speech
            and sentence.text.startswith(word, t.idx)
            and told.endswith(t.text)
        ),
        None,
    )


def ending(reading: Reading, told: str, speaker: str) -> Iterator[Candidate]:
    """Ask how "Ada Marsh's sentence “Bread is only …”" ends."""
    final = last_of_speech(reading, told)
    if final is None or " " not in speaker or ". " in told:
        return
    if final.dep_ not in ENDING or final.tag_ not in {"NN", "NNS"}:
        return
    first, end = final.left_edge, final.idx + len(final.text)
    phrase = reading.sentence.text[first.idx : end]
    start = told.removesuffix(phrase)
    if start == told or len(phrase.split()) not in range(2, MOST_ENDING + 1):
        return
    if len(start.split()) < SHORTEST - 1 or OWNED.search(phrase):
        return
    owner = f"{speaker}'" if speaker.endswith("s") else f"{speaker}'s"
    yield Candidate(
        "ending", reading.sentence, first.idx, end,
        f"How does {owner} sentence “{start.strip()} …” end?",
        tuple(dict.fromkeys([phrase, LEADING.sub("", phrase)])), Kind.THING, weight=60,
        part="ending",
    )  # fmt: skip


def speakers(reading: Reading, told: str) -> Iterator[Candidate]:
    for verb in reading.sentence.doc:
        if verb.lemma_ not in SAID or verb.i in reading.sentence.speech:
            continue
        subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
        if subject is None or subject.i in reading.sentence.speech:
            continue
        named = [
            t for t in subject.children if t.dep_ == "appos" and t.ent_type_ == "PERSON"
        ]
        subject = named[0] if named else subject
        meant = reading.setting.said.get(subject.i, "")
        if subject.lower_ in {"he", "she"} and meant:
            yield Candidate(
                "quotation", reading.sentence, subject.idx, subject.idx + len(subject.text),
                f"Who {SAID[verb.lemma_]}, “{told}”?", (meant,), Kind.PERSON, weight=82,
                part="speaker",
            )  # fmt: skip
            return
        answer = noun_answer(subject, [subject.i], reading)
        if answer is None or answer.kind is not Kind.PERSON or not answer.proper:
            continue
        yield Candidate(
            "quotation", reading.sentence, answer.start, answer.end,
            f"Who {SAID[verb.lemma_]}, “{told}”?", answer.accepted, Kind.PERSON, weight=82,
            part="speaker",
        )  # fmt: skip
        return


def told_text(quotes: list[re.Match[str]]) -> str:
    """Return the first quotation, with its second half where the first breaks off."""
    if not quotes:
        return ""
    text = quotes[0][1].strip()
    if text.endswith(",") and len(quotes) > 1 and quotes[1][1][:1].islower():
        rest = quotes[1][1].strip()
        clause = rest.split()[0].lower() in CLAUSE_OPENERS
        text = f"{text if clause else text.rstrip(',')} {rest}"
    text = text.strip(" ,.")
    if text.startswith(("But ", "And ", "Or ", "So ")):
        return ""
    if not text[:1].isupper() or len(text.split()) < SHORTEST or len(text) > LONGEST:
        return ""
    return text
