"""Who said it, in the words that stand between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.facts.answers import noun_answer
from quiz.language.english.wordlists import Kind

QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
SAID = {"say": "said", "write": "wrote", "tell": "said", "declare": "declared",
        "reply": "replied", "argue": "argued", "add": "said", "explain": "said",
        "remark": "remarked", "warn": "warned", "recall": "recalled", "admit": "admitted",
        "ask": "asked", "observe": "said"}  # fmt: skip
SHORTEST, LONGEST = 4, 85  # words, characters of a quotation worth asking about


def find(reading: Reading) -> Iterator[Candidate]:
    quotes = list(QUOTED.finditer(reading.sentence.text))
    told = told_text(quotes)
    if not told:
        return
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
        text = f"{text} {quotes[1][1].strip()}"
    text = text.strip(" ,.")
    if not text[:1].isupper() or len(text.split()) < SHORTEST or len(text) > LONGEST:
        return ""
    return text
