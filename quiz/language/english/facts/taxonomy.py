"""To which family, genus or order a living thing belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.voices import Unresolved, Voice
from quiz.language.english.wordlists import Kind

GROUP = re.compile(
    r"\b(?:of|in|to) the (?:\w+ )?(?P<rank>family|genus|order|class|phylum|subfamily) "
    r"(?P<name>[A-Z][a-z]+)\b"
)


def find(reading: Reading) -> Iterator[Candidate]:
    """Ask 'To which family does the gannet belong?' of 'a seabird of the family ...'."""
    for clause in reading.clauses:
        subject = clause.subject
        belongs = clause.group.lemma in {"be", "belong", "place", "classify", "move"}
        if subject is None or not belongs or clause.group.aux[:1] in {("would",), ("may",)}:
            continue
        told = GROUP.search(reading.sentence.text, clause.verb.idx)
        inside = told and any(
            reading.sentence.doc[n].idx == told.start("name")
            for p in clause.pieces
            for n in p.words
        )
        if told is None or not inside:
            continue
        try:
            who = Voice(clause, reading.setting).say(subject.words)
        except Unresolved:
            continue
        several = subject.head.tag_ == "NNS" and not who.startswith("the ")
        asked = f"To which {told['rank']} {'do' if several else 'does'} {who} belong?"
        if clause.group.lemma == "move":
            asked = f"To which {told['rank']} was {who} moved?"
        yield Candidate(
            "membership", reading.sentence, told.start("name"), told.end("name"), asked,
            (told["name"],), Kind.THING, weight=70, part=told["rank"],
        )  # fmt: skip
        return
