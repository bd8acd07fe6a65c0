"""A clause and what is asked of it -> one natural question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.language.english.clauses import Clause, VerbGroup
from quiz.language.english.context import Setting
from quiz.language.english.inflection import (
    BE,
    IRREGULAR_PAST,
    past,
    plural_verb,
    singular_verb,
)
from quiz.language.english.moments import (
    is_told_later,
    last_year_in,
    read_moment,
    with_year,
)
from quiz.language.english.phrases import Piece
from quiz.language.english.voices import (
    MARK,
    Unresolved,
    Voice,
    is_plural,
    tidy,
)
from quiz.language.english.wordlists import HEDGES, MONTHS

if TYPE_CHECKING:
    pass

VAGUE_TIME = re.compile(
    r"(?:for (?:some|a (?:time|while|moment)|many)|in (?:practice|fact)|as well|"
    r"as (?:\w+ly )?(?:announced|expected|planned|reported|agreed))\b"
)
AHEAD = re.compile(r"(?:expect|plan|hope|intend|schedul|aim|promis|want)\w* to ")
BARE_DAY = re.compile(r"\d{1,2} [A-Z]|[A-Z]\w+ \d{1,2}\b")
BARE_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)}) \d{{4}}")
VAGUE_COUNTS = {"few", "many", "some", "several", "perhaps", "other", "others", "another"}
LONGEST_DATE = 6  # words
LONGEST = 110
ONCE = {"bear", "die"}
WHEN_OR_WHERE = re.compile(r"(?:When|Where|On what|In which|At which|At what age)\b")
SEVERAL_ASKED = re.compile(r"How many |Which (?:two|three|four|five|six|seven) ")
REQUIRED = {"dobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp", "prt", "agent"}
ADVERBIAL = {"advcl", "advmod", "npadvmod", "prep"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A question and how many of its nouns only the article makes clear."""

    text: str = ""
    bare: int = 0


def ask(
    clause: Clause,
    gap: Piece | None,
    wh: str,
    setting: Setting,
    strand: str = "",
    instead: Sequence[str] = (),
) -> Wording:
    """Ask for `gap`, or for the subject where it is None, with the words `wh`.

    `strand` is the preposition that stays behind; `instead` are words that stand in the
    gap's place. An empty wording means that no question stands alone.
    """
    if gap is not None and (is_hedged(gap) or is_vague_subject(clause)):
        return Wording()
    pieces = [p for p in clause.pieces if p is not gap and not is_tail(p, clause, wh)]
    for kept in shorter(pieces):
        voice = Voice(clause, setting, asks_subject=gap is None)
        try:
            text = worded(voice, kept, gap, wh, strand, instead)
        except Unresolved:
            continue
        if text and len(text) <= LONGEST:
            return Wording(text, voice.bare)
    return Wording()


def is_tail(piece: Piece, clause: Clause, wh: str) -> bool:
    """Tell what a question can do without: 'Where was Ada Marsh born to Ole and Ida?'.

    Nobody is born or dies twice, and a date is asked for without the hour.
    """
    if piece.role == "prep" and wh == "On what date" and is_clock(piece):
        return True
    if piece.head.lower_ in {"late", "early"} and wh == "On what date":
        return piece.role == "advmod"
    if clause.group.lemma not in ONCE or piece.role not in {*ADVERBIAL, "agent", "oprd"}:
        return False
    return bool(WHEN_OR_WHERE.match(wh)) and is_one_person(clause)


def is_clock(piece: Piece) -> bool:
    return any(piece.head.doc[n].ent_type_ == "TIME" for n in piece.words)


def is_one_person(clause: Clause) -> bool:
    subject = clause.subject
    if subject is None or is_plural(subject):
        return False
    named = subject.head.tag_ == "NNP" and subject.head.ent_type_ in {"PERSON", "", "ORG"}
    return named or subject.head.lower_ in {"he", "she"}


def is_vague_subject(clause: Clause) -> bool:
    """Tell 'few public works': the question would not say which."""
    subject = clause.subject
    return subject is not None and any(
        subject.head.doc[n].lower_ in VAGUE_COUNTS for n in subject.words[:1]
    )


def is_hedged(piece: Piece) -> bool:
    return any(piece.head.doc[n].lower_ in HEDGES for n in piece.words)


def shorter(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces, then ever fewer of those that a question may do without."""
    firm = [p for p in pieces if not p.loose or p.role in REQUIRED]
    firm = [p for p in firm if not (is_side_clause(p) or is_vague(p) or is_opener(p))]
    found = [firm]
    optional = [
        p
        for p in firm
        if p.role in {*ADVERBIAL, "agent"} and not is_close(p) and not is_pointing_time(p)
    ]
    for piece in sorted(optional, key=lambda p: (is_time(p), -len(p.words))):
        found.append([p for p in found[-1] if p is not piece])
    return found


def is_side_clause(piece: Piece) -> bool:
    """Tell 'waving a flag', 'finding that ...' and long clauses of time."""
    return piece.role == "advcl" and (piece.head.tag_ == "VBG" or len(piece.words) > 9)


def is_opener(piece: Piece) -> bool:
    """Tell 'Native to the coasts of Asia, it breeds ...', which has no place later on."""
    bare = not any(t.dep_ in {"mark", "aux"} for t in piece.head.children)
    described = piece.role in {"advcl", "acomp", "amod"} and bare
    return piece.front and described and piece.head.tag_ in {"JJ", "VBN", "VBG"}


def is_vague(piece: Piece) -> bool:
    """Tell 'for some years', 'for a time': it helps nobody to find the answer."""
    words = " ".join(piece.head.doc[n].lower_ for n in piece.words)
    return bool(VAGUE_TIME.match(words))


def is_pointing_time(piece: Piece) -> bool:
    """Tell 'this season': a number of goals means nothing without it."""
    words = [piece.head.doc[n].lower_ for n in piece.words]
    return is_time(piece) and any(word in {"this", "last", "next"} for word in words[:2])


def is_close(piece: Piece) -> bool:
    """Tell what belongs to the verb itself: 'consists of', 'close to'."""
    return (
        piece.role == "prep" and not piece.front and piece.head.i == piece.head.head.i + 1
    )


def is_time(piece: Piece) -> bool:
    return any(piece.head.doc[n].ent_type_ in {"DATE", "TIME"} for n in piece.words)


def worded(
    voice: Voice,
    pieces: Sequence[Piece],
    gap: Piece | None,
    wh: str,
    strand: str,
    instead: Sequence[str],
) -> str:
    clause = voice.clause
    rest = rest_of(voice, pieces, strand)
    source = source_of(voice)
    if gap is None:
        verbs = [*agreeing(clause.group, wh, clause), *instead]
        return question([wh, *verbs, *rest], source)
    subject = clause.subject
    assert subject is not None
    plural = is_plural(subject)
    front, back = inverted(simple_past(clause.group, plural), plural)
    return question([wh, front, voice.say(subject.words), *back, *instead, *rest], source)


def source_of(voice: Voice) -> str:
    clause = voice.clause
    if not clause.source:
        return ""
    source = voice.say(clause.source)
    own = clause.subject is not None and source in voice.say(clause.subject.words)
    return "" if own else f"According to {source}, "


def rest_of(voice: Voice, pieces: Sequence[Piece], strand: str = "") -> list[str]:
    """Say what follows the verb; what stood before the subject goes to the end."""
    back = [p for p in pieces if not p.front]
    close = [said_piece(voice, p) for p in back if p.role in REQUIRED]
    loose = [said_piece(voice, p) for p in back if p.role not in REQUIRED]
    plain = [said_piece(voice, p) for p in back]
    found = [*close, strand, *loose] if strand else plain
    return [*found, *(said_piece(voice, p) for p in pieces if p.front)]


def resolved_date(voice: Voice, piece: Piece) -> str | None:
    """Say 'in July of that year' as 'in July 1817', 'on Wednesday' as its date."""
    doc = piece.head.doc
    words = [n for n in piece.words if n != piece.head.i or piece.role == "npadvmod"]
    if piece.role == "advmod" and piece.head.lower_ in {"early", "late"}:
        words = words[1:] if words and doc[words[0]].lower_ == "on" else []
    if not words or not is_time(piece) or is_in_gap(voice, piece):
        return None
    if piece.role in {"prep", "agent"} and piece.head.lower_ not in {"in", "on"}:
        return None
    text = doc[words[0] : words[-1] + 1].text
    if re.search(r"\b\d{4}\b", text) or len(words) > LONGEST_DATE:
        return None
    if is_told_later(text, doc.text, doc[words[0]].idx):
        return None
    past, calendar = not is_ahead(voice.clause.group), voice.setting.calendar
    year = last_year_in(doc.text[: doc[words[0]].idx]) or voice.setting.recent
    moment = read_moment(text, calendar, past) or with_year(text, year, calendar)
    if moment is None or moment.year is None:
        return None
    return f"{'on' if moment.precision == 'day' else 'in'} {moment.shown}"


def is_in_gap(voice: Voice, piece: Piece) -> bool:
    gap = voice.gap
    doc = piece.head.doc
    return gap is not None and any(gap[0] <= doc[n].idx < gap[1] for n in piece.words)


def is_ahead(group: VerbGroup) -> bool:
    """Tell 'will be held' and 'is to open' from what has happened."""
    if AHEAD.match(group.main):
        return True
    return group.tag == "VB" or group.aux[:1] in {("will",), ("shall",), ("may",), ("can",)}


def said_piece(voice: Voice, piece: Piece) -> str:
    """Say a piece; a date that stood alone gets its preposition."""
    if (dated := resolved_date(voice, piece)) is not None:
        return dated
    text = voice.say(piece.words)
    if piece.role == "npadvmod" and is_time(piece):
        if text.startswith(MARK) and piece.front:
            return f"on {text}"
        if BARE_DAY.match(text):
            return f"on {text}"
        return f"in {text}" if BARE_MONTH.match(text) else text
    return text


def agreeing(group: VerbGroup, wh: str, clause: Clause) -> list[str]:
    """Return the verb group after 'Who', 'What' or 'Which two ...'."""
    several = bool(SEVERAL_ASKED.match(wh))
    group = simple_past(group, several)
    parts = [*group.aux[:1], *group.middle, *group.aux[1:], group.main]
    first = 0 if group.aux else len(group.middle)
    verb = parts[first]
    tag = "" if group.aux else group.tag
    change = plural_verb if several else singular_verb
    parts[first] = change(verb, group.lemma, tag)
    return parts


def simple_past(group: VerbGroup, plural: bool) -> VerbGroup:
    """Say 'had been sent' as 'was sent', 'had managed' as 'managed': no other past."""
    if group.aux[:2] == ("had", "been"):
        be = "were" if plural else "was"
        return VerbGroup(
            (be, *group.aux[2:]), group.middle, group.main, group.lemma, group.tag
        )
    if group.aux == ("had",) and group.main.endswith("ed"):
        return VerbGroup((), group.middle, group.main, group.lemma, "VBD")
    if group.aux == ("had",) and group.lemma in IRREGULAR_PAST and group.lemma != "be":
        return VerbGroup((), group.middle, past(group.lemma), group.lemma, "VBD")
    return group


def inverted(group: VerbGroup, plural: bool) -> tuple[str, list[str]]:
    """Return what stands before the subject and what after it: 'did', ['found']."""
    if group.aux == ("had",):  # 'How much did it cost?', not 'had it cost'
        return "did", [*group.middle, group.lemma]
    if group.aux:
        return group.aux[0], [*group.middle, *group.aux[1:], group.main]
    if group.main.lower() in BE or group.lemma == "be":
        return group.main, [*group.middle]
    do = "did" if group.tag == "VBD" else "do" if plural or group.tag == "VBP" else "does"
    return do, [*group.middle, group.lemma]


def question(parts: Iterable[str], source: str = "") -> str:
    text = tidy(" ".join(part for part in parts if part))
    if source:
        text = source + text[:1].lower() + text[1:]
    return text[:1].upper() + text[1:] + "?"
