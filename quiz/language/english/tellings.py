"""A clause told as one sentence, in the author's own words and order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.language.english.clauses import Clause, VerbGroup
from quiz.language.english.context import Setting
from quiz.language.english.cuts import Cut, cuts_of
from quiz.language.english.moments import read_moment
from quiz.language.english.phrases import Piece
from quiz.language.english.prompts import is_ahead, resolved_date, simple_past, source_of
from quiz.language.english.subordination import lost_subject, that_of
from quiz.language.english.voices import MARK, Unresolved, Voice, is_plural, lowered, tidy
from quiz.language.english.wholeness import FINITE, is_dismembered, is_spliced
from quiz.language.english.wordlists import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONG_ENOUGH, LONGEST = 130, 170  # characters
OTHERS = {"joined", "relative", "contrast", "time", "word"}
SAID = {"dobj", "ccomp", "xcomp", "oprd", "acomp", "attr", "agent", "advcl"}
TIMED = {"prep", "npadvmod", "advmod", "agent"}
QUOTES = {'"', "“", "”"}
ENDS = {",", ".", ";", ":", "–", "—", "-", ")", "”", "!", "…", '"'}
# With these 'had' says what came first.
PERFECT = {"by", "already", "until", "never", "yet", "when", "before", "after", "since",
           "once", "ever"}  # fmt: skip
PRONOUNS = {"he", "she", "him", "his", "her", "it", "its", "they", "them", "their"}
# What opens a clause that is as true alone.
OPENERS = {"because", "when", "while", "although", "though", "whereas", "since", "after"}
DAY = re.compile(
    rf"(?:{'|'.join(MONTHS)}) \d{{1,2}}(?!\d)|\d{{1,2}} (?:{'|'.join(MONTHS)})"
)
OWNER = re.compile(r"['’]s?$")
POINTED_YEAR = re.compile(
    r"(?:in |during )?(?:that|the same|that same) "
    r"(?P<more>summer|year|spring|autumn|fall|winter)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with a mark for its gap; `cut` are the kinds of what was left out.

    `bare` counts nouns that only the article makes clear, `dated` the years put in.
    """

    text: str
    bare: int = 0
    cut: frozenset[str] = frozenset()
    dated: bool = False

    def traits(self) -> Iterator[str]:
        yield from (f"cut:{kind}" for kind in self.cut)
        if self.dated:
            yield "dated"


def tell(clause: Clause, start: int, end: int, setting: Setting) -> Telling | None:
    """Tell the clause with a mark for its characters `start` to `end`.

    None where a word would point to nothing, or the gap stands in what must be left out.
    """
    own, cuts = shape_of(clause)
    if not own:
        return None
    first = told(clause, own, [c for c in cuts if not c.last], (start, end), setting)
    if first is not None and len(first.text) <= LONG_ENOUGH:
        return first
    shorter = told(clause, own, cuts, (start, end), setting)
    best = shorter or first
    return best if best is not None and len(best.text) <= LONGEST else None


@lru_cache(maxsize=256)  # a clause is told once for each of its gaps
def shape_of(clause: Clause) -> tuple[set[int], list[Cut]]:
    """Return the words that the clause is told with and its cuts; none if it can't be."""
    own = words_of_clause(clause)
    lost = any(lost_subject(t) is not None for t in clause.verb.children)
    if not own or lost or not opens_alone(clause):
        return set(), []
    cuts = list(cuts_of(clause, own))
    if clause.verb.dep_ == "acl" and any(min(c.words) < clause.verb.i for c in cuts):
        return set(), []  # 'The B horizon, which collects iron washed down'
    return own, cuts


def words_of_clause(clause: Clause) -> set[int]:
    """Return the words of the verb's phrase, none where the clause can't be told so."""
    verb = clause.verb
    own = {t.i for t in verb.subtree}
    if verb.dep_ == "xcomp":
        return set()  # 'planned to send': its subject stands with the first verb
    if clause.kind == "relative":
        wh = next((t for t in verb.children if t.tag_ in {"WDT", "WP"}), None)
        wh = wh or that_of(verb)
        if wh is None or wh.dep_ not in {"nsubj", "nsubjpass", "mark"}:
            return set()
        own.discard(wh.i)
    return own


def says_something(verb: Token) -> bool:
    """Tell 'said that it was late' from the end of '..., the union said on Monday'."""
    return any(t.i > verb.i and t.dep_ in SAID for t in verb.children)


def opens_alone(clause: Clause) -> bool:
    """Tell whether what stands before the clause does not change what it says."""
    verb = clause.verb
    if clause.kind == "joined" and any(t.dep_ == "preconj" for t in verb.head.children):
        return False  # 'not only ... but'
    marks = [t for t in verb.children if t.dep_ == "mark"]
    if clause.kind == "adverbial":
        when = [t for t in verb.children if t.dep_ == "advmod" and t.lower_ == "when"]
        opening = [*marks, *when]
        if not opening or verb.left_edge.i < min(t.i for t in opening):
            return False  # 'some 35 years after she had taken it'
        return all(t.lower_ in OPENERS for t in opening)
    return all(t.lower_ == "that" for t in marks)


def told(
    clause: Clause,
    own: set[int],
    cuts: list[Cut],
    gap: tuple[int, int],
    setting: Setting,
) -> Telling | None:
    """Say what is left of the clause after the cuts, or None where it can't be said."""
    doc = clause.sentence.doc
    left = left_after(own, cuts, gap, clause.verb)
    if left is None or not ends_well(left, own, doc) or is_spliced(left, clause.verb):
        return None
    if is_dismembered(left, own, doc):
        return None
    dates = dict(put_in(clause, setting, gap))
    kept = trimmed_ends(left | {n for n in dates if n in own}, doc)
    said = said_once(clause, kept, setting.said | dates) | plain_past(clause, kept)
    meant = replace(setting, said=said, named=named_apart(setting, kept, doc))
    voice = Voice(clause, meant, gap=gap)
    try:
        text = spoken(voice, kept, own)
        source = source_of(voice)
    except Unresolved:
        return None
    if text.count(MARK) != 1:
        return None
    if any(is_pointer(doc[n], meant) for n in kept):
        return None
    text = source + text if source else text[:1].upper() + text[1:]
    names = frozenset(c.kind for c in cuts if c.words & own)
    return Telling(
        text + ".", voice.bare, names, len(dates) > (clause.kind == "participle")
    )


def waits(pronoun: Token, verb: Token) -> bool:
    """Tell the 'her' of 'After taking her doctorate, she', which waits for the name."""
    above = pronoun
    while above.head.i not in {verb.i, above.i}:
        above = above.head
    return above.dep_ in {"advcl", "prep", "npadvmod"} and above.head.i == verb.i


def is_of_list(token: Token) -> bool:
    """Tell the 'them' of 'books, among them a novel'."""
    among = token.lower_ == "them" and token.head.lower_ == "among"
    return among and token.i > 1 and token.nbor(-2).text == ","


def named_apart(setting: Setting, kept: list[int], doc: Doc) -> dict[int, str]:
    """Return the names for nouns, where the name itself does not stand beside them."""
    beside = {
        s.i
        for n in kept
        if doc[n].dep_ == "appos" and doc[n].head.i in setting.named
        for s in doc[n].head.subtree
    }
    beside |= {
        n for n in setting.named if n + 1 in beside
    }  # 'The' of 'The largest, the Ord'
    return {n: text for n, text in setting.named.items() if n not in beside}


def is_pointer(token: Token, setting: Setting) -> bool:
    """Tell the 'that' of 'disputed that account'."""
    pointing = {"that", "this", "these", "those"}
    return token.lower_ in pointing and token.dep_ == "det" and token.i not in setting.said


def ends_well(left: set[int], own: set[int], doc: Doc) -> bool:
    """Tell whether the parser tore nothing: a clause ends where something is written."""
    after = max(own) + 1
    if after < len(doc) and not (doc[after].text in ENDS or doc[after].tag_ == "CC"):
        return False
    inside = (t for t in doc[after:] if t.dep_ == "conj" and t.head.i not in own)
    return bool(left) and not any(
        t.head.pos_ in {"NOUN", "PROPN"} and t.head.i < min(own) for t in inside
    )  # 'molecules, among them A' of a list whose B and C were tied elsewhere


def trimmed_ends(left: set[int], doc: Doc) -> list[int]:
    """Return the words in order without the marks at both ends."""
    kept = sorted(left)
    while kept and is_loose_mark(kept[-1], kept, doc):
        kept.pop()
    while kept and is_loose_mark(kept[0], kept, doc):
        kept.pop(0)
    return kept


def is_loose_mark(place: int, kept: list[int], doc: Doc) -> bool:
    text = doc[place].text
    if text in QUOTES:
        return sum(doc[n].text in QUOTES for n in kept) % 2 == 1
    return text in ENDS or doc[place].tag_ == "CC"


def said_once(clause: Clause, kept: list[int], said: dict[int, str]) -> dict[int, str]:
    """Leave a pronoun as it is where the sentence has named whom it means."""
    doc = clause.sentence.doc
    found = dict(said)
    named: set[str] = set()
    words = {*(clause.subject.words if clause.subject else ()), *clause.source, *kept}
    head = clause.subject.head.i if clause.subject else -1
    for n in sorted(words):
        token = doc[n]
        meant = OWNER.sub("", said[n]) if n in said else ""
        told = meant in named or (meant and meant in doc[min(words) : n].text)
        later = n < head and said.get(head) == meant and waits(token, clause.verb)
        if token.lower_ in PRONOUNS and (told or later):
            found[n] = lowered(token)
        elif is_of_list(token) and n - 2 > kept[0]:
            found[n] = token.lower_
        named |= set() if later else {meant or doc[n].text}
    return found


def left_after(
    own: set[int], cuts: list[Cut], gap: tuple[int, int], verb: Token
) -> set[int] | None:
    """Return the words without the cuts, None where the gap is another clause's.

    An aside and a side clause that hold the gap stay.
    """
    doc = verb.doc
    left = set(own)
    for cut in cuts:
        if not any(gap[0] <= doc[n].idx < gap[1] for n in cut.words):
            left -= cut.words
        elif cut.kind in OTHERS:
            return None
    done = [cut for cut in cuts if not cut.words & left]
    if any(is_left_behind(doc[n], left, own) for n in left):
        return None
    return None if any(is_in_the_way(cut, left, verb) for cut in done) else left


def is_left_behind(token: Token, left: set[int], own: set[int]) -> bool:
    """Tell the wife of 'born in Oslo, one of two sons of a smith, and his wife'.

    The parser tied it to the verb, but it goes on from what was cut.
    """
    if token.dep_ != "conj" or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    if token.head.pos_ not in {"VERB", "AUX"}:
        return False
    between = range(token.head.i + 1, token.left_edge.i)
    return any(n in own and n not in left and token.doc[n].pos_ != "CCONJ" for n in between)


def is_in_the_way(cut: Cut, left: set[int], verb: Token) -> bool:
    """Tell 'breeds in X and winters in Y' whose second place was tied to the first verb.

    What follows a cut after the verb must hang on that verb: else it belongs to the cut.
    """
    doc = verb.doc
    after = sorted(n for n in left if n > max(cut.words) and doc[n].text not in ENDS)
    if not after or min(cut.words) < verb.i or cut.kind in {"word", "time"}:
        return False
    if cut.kind == "joined":
        return True
    following = doc[after[0]]
    if any(doc[n].pos_ == "VERB" and doc[n].dep_ in {"conj", "ccomp"} for n in after):
        return True
    joins = following.tag_ == "CC" or following.dep_ == "punct"
    own = following.head.i == verb.i and following.tag_ in {"IN", "TO"}
    return not (joins or own)


def spoken(voice: Voice, kept: list[int], own: set[int]) -> str:
    """Say the kept words, with the subject that a joined verb shares."""
    clause = voice.clause
    subject = clause.subject
    parts = []
    if subject is not None and subject.head.i not in own:
        opening = opening_of(clause, kept)
        kept = [n for n in kept if n not in opening]
        told = voice.say(opening)
        parts += [told[:1].upper() + told[1:], voice.say(subject.words)]
        parts += shared_verbs(clause)
    parts.append(voice.say(kept))
    return tidy(" ".join(part for part in parts if part))


def plain_past(clause: Clause, kept: list[int]) -> dict[int, str]:
    """Return the words that say 'had tripled' as 'tripled', where nothing else is past."""
    doc, group = clause.sentence.doc, clause.group
    had = [t for t in clause.verb.children if t.dep_ in {"aux", "auxpass"}]
    if not had or had[0].lower_ != "had" or clause.subject is None or group.middle:
        return {}
    told = {doc[n].lower_ for n in kept}
    others = [n for n in kept if doc[n].tag_ in FINITE and doc[n].i != had[0].i]
    if others or told & PERFECT:
        return {}
    past = simple_past(group, is_plural(clause.subject))
    words = [*past.aux, past.main]
    if past.aux == group.aux or len(words) != len(had):
        return {}
    places = [t.i for t in had[1:]] + [clause.verb.i]
    return {had[0].i: ""} | dict(zip(places, words, strict=True))


def opening_of(clause: Clause, kept: list[int]) -> list[int]:
    """Return the 'in 1971' of 'was elected in 1969 and in 1971 became a member'."""
    piece = next((p for p in clause.pieces if p.words and p.words[0] == kept[0]), None)
    if clause.kind != "joined" or piece is None or piece.head.i > clause.verb.i:
        return []
    if piece.role != "prep" or not set(piece.words) <= set(kept):
        return []
    if clause.verb.doc[piece.words[-1]].ent_type_ != "DATE":
        return []
    after = piece.words[-1] + 1
    comma = [after] if after in kept and clause.verb.doc[after].text == "," else []
    return [*piece.words, *comma]


def shared_verbs(clause: Clause) -> Iterator[str]:
    """Yield the auxiliaries that the first verb lends: 'will be repaired and opened'."""
    if not any(t.dep_ in {"aux", "auxpass"} for t in clause.verb.children):
        yield from clause.group.aux


def put_in(
    clause: Clause, setting: Setting, gap: tuple[int, int]
) -> Iterator[tuple[int, str]]:
    """Yield words of a date that lacks its year, and a participle, with what they mean."""
    voice = Voice(clause, setting, gap=gap)
    if clause.kind == "participle":
        yield clause.verb.i, clause.group.main
    for piece in clause.pieces:
        if piece.role not in TIMED:
            continue
        soon = is_present(clause.group)
        soon = soon and clause.sentence.doc[piece.words[0]].lower_ != "next"
        dated = None if soon else resolved_date(voice, piece)
        dated = dated or with_year(voice, piece)
        if dated is not None:
            yield from ((n, "") for n in piece.words[1:])
            yield piece.words[0], dated


def with_year(voice: Voice, piece: Piece) -> str | None:
    """Say 'On October 26' as 'On October 26, 1825' where the text has told the year."""
    doc, year = piece.head.doc, voice.setting.recent
    words = piece.words
    if not words or words[-1] - words[0] != len(words) - 1:
        return None
    if any(voice.gap and voice.gap[0] <= doc[n].idx < voice.gap[1] for n in words):
        return None
    text = doc[words[0] : words[-1] + 1].text
    past = year is not None and not voice.setting.calendar.fresh
    if past and (match := POINTED_YEAR.fullmatch(text)) is not None:
        more = match["more"].lower()
        return f"in {year}" if more == "year" else f"in the {more} of {year}"
    if voice.setting.calendar.fresh:
        return from_calendar(voice, piece, text)
    if year is None or is_ahead(voice.clause.group):
        return None
    found = DAY.search(text)
    if found is None or re.search(r"\d{4}", text) or found.end() != len(text):
        return None
    if piece.role == "npadvmod":
        text = f"on {text}"
    return f"{text}, {year}" if text[-1].isdigit() else f"{text} {year}"


def is_present(group: VerbGroup) -> bool:
    """Tell 'plays on Sunday' and 'would strike in May': no date that has passed."""
    first = group.aux[:1]
    if first:
        return first[0] in {"is", "are", "must", "should", "would"}
    return group.tag in {"VBZ", "VBP"}


def from_calendar(voice: Voice, piece: Piece, text: str) -> str | None:
    """Say 'by 22 August' of an article of 2024 as 'by 22 August 2024'."""
    found = DAY.search(text)
    if found is None or found.end() != len(text) or piece.role not in {"prep", "agent"}:
        return None
    ahead = is_ahead(voice.clause.group) or is_present(voice.clause.group)
    moment = read_moment(text, voice.setting.calendar, not ahead)
    if moment is None or moment.precision != "day":
        return None
    return f"{text[: found.start()]}{moment.shown}"
