"""Sentences of an English article; what stands in brackets is kept aside."""

import re
from dataclasses import dataclass
from itertools import pairwise

from quiz.core.article import Article, Span, sentences_of_line

ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Gov|Sen|Rep|No|"
    r"vs|etc|cf|approx|ca|c|e\.g|i\.e|fig|vol|Inc|Ltd|Co|Corp|Mt|Ft|a\.m|p\.m)|"
    r"\b[A-Z]|\bU\.[SKN]|\bD\.C)\.$"
)
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.$")
# Where a report was sent from: 'HARLOW, March 12 (Northline) - '.
DATELINE = re.compile(
    r"(?P<town>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})(?:, [^—–\n]{1,30}?)?"
    r"(?: \([^)]*\))? [—–-] "
)
BRACKETS = re.compile(r" ?\(([^()]*)\)| ?\[([^\[\]]*)\]")
ENDS = re.compile(r"[.!?…:][\"'”’)\]]*$")
HEADING_WORDS = 12  # a line of more words is text even without its full stop
CLAUSE_WORDS = 4  # fewer on one side of a colon make no clause
OPENING = {"“": "”", "(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Gloss:
    """What stood in brackets after the clean offset `at`; `span` is in the article."""

    text: str
    at: int
    span: Span


@dataclass(frozen=True, slots=True)
class Clean:
    """A part of a sentence that is analysed alone, without its brackets.

    `places` gives each character's offset in the article; `span` is the whole sentence.
    """

    text: str
    places: tuple[int, ...]
    span: Span
    paragraph: int
    glosses: tuple[Gloss, ...] = ()
    heading: bool = False
    whole: str = ""  # the sentence with its brackets and its other parts

    def in_article(self, start: int, end: int) -> Span:
        """Return where the clean characters `start` to `end` stand in the article."""
        return Span(self.places[start], self.places[end - 1] + 1)


def sentences(article: Article) -> list[Clean]:
    """Return the parts of all sentences in order, without those all in brackets."""
    found: list[Clean] = []
    for number, paragraph in enumerate(article.paragraphs):
        spans = sentences_of_line(article.text, paragraph) or [paragraph]
        for span in joined(article.text, spans):
            if not found and (dated := DATELINE.match(article.text, span.start)):
                span = Span(dated.end(), span.end)
            heading = is_heading(article, paragraph)
            read = parts(article.text, span, number, heading)
            found.extend(part for part in read if part.text.strip())
    return found


def is_heading(article: Article, paragraph: Span) -> bool:
    text = paragraph.of(article.text)
    return len(text.split()) <= HEADING_WORDS and not ENDS.search(text)


def joined(text: str, spans: list[Span]) -> list[Span]:
    """Join what 'Mr.' or 'J.' has cut."""
    found: list[Span] = []
    for span in spans:
        before = found[-1].of(text) if found else ""
        dated = MONTH.search(before) and text[span.start].isdigit()
        if ABBREVIATION.search(before) or dated:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def parts(text: str, span: Span, paragraph: int, heading: bool) -> list[Clean]:
    """Cut at semicolons and before a colon's clause, each part to be read alone."""
    sentence = span.of(text)
    cuts = [0, *semicolons(sentence), len(sentence)]
    found = []
    for start, end in pairwise(cuts):
        inside = sentence[start:end]
        first = start + len(inside) - len(inside.lstrip(" ;:"))
        if inside.strip(" ;:"):
            found.append(without_brackets(text, span, first, end, paragraph, heading))
    return found


def semicolons(sentence: str) -> list[int]:
    """Return the semicolons outside quotations and brackets."""
    return [
        place
        for place, letter in enumerate(sentence)
        if (letter == ";" or (letter == ":" and is_between_clauses(sentence, place)))
        and not is_inside(sentence[:place])
    ]


def is_between_clauses(sentence: str, place: int) -> bool:
    """Tell 'it is rare: the air contains ...' from a list and from 12:34."""
    after = sentence[place + 1 :]
    return (
        after.startswith(" ")
        and len(after.split(",")[0].split()) >= CLAUSE_WORDS
        and (len(sentence[:place].split()) >= CLAUSE_WORDS)
    )


def is_inside(before: str) -> bool:
    straight = before.count('"') % 2 == 1
    return straight or any(before.count(a) > before.count(b) for a, b in OPENING.items())


def without_brackets(
    text: str, span: Span, start: int, end: int, paragraph: int, heading: bool
) -> Clean:
    inside = span.of(text)[start:end]
    kept: list[int] = []
    glosses: list[Gloss] = []
    last = 0
    for match in BRACKETS.finditer(inside):
        kept.extend(range(last, match.start()))
        group = 1 if match[1] is not None else 2
        place = Span(
            span.start + start + match.start(group), span.start + start + match.end(group)
        )
        glosses.append(Gloss(match[group].strip(), len(kept), place))
        last = match.end()
    kept.extend(range(last, len(inside)))
    places = tuple(span.start + start + n for n in kept)
    clean = "".join(inside[n] for n in kept)
    return Clean(clean, places, span, paragraph, tuple(glosses), heading, span.of(text))
