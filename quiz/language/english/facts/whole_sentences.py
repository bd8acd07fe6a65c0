"""A whole sentence with one gap: what stands in no clause that can be told alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence
from quiz.language.english.blanks import (
    MOST_BARE,
    gap_of,
    is_accepted,
    is_good,
    is_some_of_them,
    is_torn,
)
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause, group_of, is_finite
from quiz.language.english.context import Setting
from quiz.language.english.cuts import Cut, cuts_of
from quiz.language.english.gate import is_broken_off, is_told_beside
from quiz.language.english.names import NAMED_AFTER_PERSONS, noun_kind
from quiz.language.english.phrases import NOUNS
from quiz.language.english.subordination import is_unstated
from quiz.language.english.tellings import (
    Telling,
    is_in_the_way,
    is_pointer,
    named_apart,
    put_in,
    said_once,
    trimmed_ends,
)
from quiz.language.english.voices import (
    MARK,
    NEUTRAL,
    PERSONAL,
    SEVERAL,
    Unresolved,
    Voice,
    lowered,
    tidy,
)
from quiz.language.english.wholeness import is_dismembered, is_spliced
from quiz.language.english.wordlists import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONG_ENOUGH, LONGEST = 150, 215  # characters
MOST_SPOKEN = 3  # words of a quotation
SMALL = {"word", "time"}
BESIDE = {"aside", "relative", "participle"}
DOERS = {"nsubj", "nsubjpass", "dobj"}
HEADS = {*DOERS, "attr", "pobj", "conj", "poss"}


class WholeVoice(Voice):
    """Leaves a pronoun whose noun stands before it in the same sentence."""

    def check(self, token: Token, there: set[int]) -> None:
        if token.tag_ != "EX" and not has_noun_before(token):
            Voice.check(self, token, there)


class GoingOn(Voice):
    """Leaves every pronoun: what stood before the semicolon is told as well."""

    def check(self, token: Token, there: set[int]) -> None:
        told = PERSONAL | NEUTRAL | SEVERAL | {"the", "such"}
        if token.lower_ not in told and token.tag_ != "EX":
            Voice.check(self, token, there)


def has_noun_before(pronoun: Token) -> bool:
    """Tell the 'them' of 'left 32 people on a rock with too few boats to carry them'."""
    word = pronoun.lower_
    if word not in PERSONAL | NEUTRAL | SEVERAL:
        return False
    before = [t for t in pronoun.doc[: pronoun.i] if is_meant_by(word, t)]
    if pronoun.tag_ == "PRP$":
        return bool(before)
    own = verb_over(pronoun)
    others = [verb_over(t) for t in before if t.dep_ in DOERS]
    return any(verb.i not in {own.i, pronoun.i} and verb.i < pronoun.i for verb in others)


def verb_over(token: Token) -> Token:
    """Return the verb of whose clause the word is: 'began' of 'NASA began to use it'."""
    above = token
    while above.head.i != above.i:
        inside = above.pos_ not in {"VERB", "AUX"} or above.dep_ in {"xcomp", "pcomp"}
        if not inside and above is not token:
            break
        above = above.head
    return above


def is_meant_by(word: str, noun: Token) -> bool:
    if noun.tag_ not in NOUNS or noun.dep_ not in HEADS:
        return False
    if noun.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}:
        return False
    if noun.lower_ in NAMED_AFTER_PERSONS and word in PERSONAL:
        return False  # 'the Ada Marsh Medal' is no Ada Marsh
    joined = any(t.dep_ == "conj" for t in noun.children)
    if word in SEVERAL:
        return noun.tag_ in {"NNS", "NNPS"} or joined
    person = noun.ent_type_ == "PERSON" or noun_kind(noun.lemma_) is Kind.PERSON
    return noun.tag_ in {"NN", "NNP"} and not joined and person == (word in PERSONAL)


def main_clause(reading: Reading) -> Clause | None:
    """Return the clause of the sentence's main verb, however it was read."""
    sentence = reading.sentence
    if len(sentence.speech) > MOST_SPOKEN:
        return None
    root = sentence.root
    known = next((c for c in reading.clauses if c.verb.i == root.i), None)
    if known is not None:
        head = known.subject.head if known.subject else root
        explained = bool(reading.before) and is_some_of_them(head)
        fine = explained or not is_torn(known)
        return known if known.kind == "main" and fine else None
    if sentence.doc[0].dep_ == "cc" and sentence.text != sentence.clean.whole:
        return None  # 'and, in the 1970s, acyclovir', after a semicolon
    said = root.pos_ in {"VERB", "AUX"} and is_finite(root) and not is_unstated(root)
    return Clause(sentence, root, "main", None, group_of(root), ()) if said else None


def whole_telling(candidate: Candidate, setting: Setting) -> Telling | None:
    """Return the whole sentence with a mark where the answer stood, or None."""
    clause = candidate.clause
    start, end = gap_of(candidate)
    text = candidate.sentence.text
    answer = text[start:end]
    beside = candidate.names is Kind.NUMBER and is_told_beside(text, start, end)
    if clause is None or beside or not is_accepted(answer, candidate) or is_torn(clause):
        return None
    for lengths, cuts in choices(clause, candidate.sentence, (start, end)):
        telling = told(clause, cuts, (start, end), setting)
        if telling is None or len(telling.text) > lengths:
            continue
        if telling.text.count(MARK) != 1:
            continue
        sentence = f"{telling.text[:1].upper()}{telling.text[1:]}."
        telling = replace(telling, text=sentence)
        if is_broken_off(telling.text.replace(MARK, answer)):
            return None
        alone = telling.bare <= MOST_BARE
        good = is_good(telling.text, answer, candidate, setting, alone, LONGEST)
        return telling if good else None
    return None


def choices(
    clause: Clause, sentence: Sentence, gap: tuple[int, int]
) -> list[tuple[int, list[Cut]]]:
    """Return what may go, least first, with how long what is left may be."""
    doc = sentence.doc
    found = [
        cut
        for cut in cuts_of(clause, set(range(len(doc))))
        if not any(gap[0] <= doc[n].idx < gap[1] for n in cut.words)
        and (cut.kind != "word" or is_needless(cut, clause))
    ]
    small = [cut for cut in found if cut.kind in SMALL]
    more = [*small, *(c for c in found if c.kind in BESIDE and is_closed(c, doc))]
    return [(LONG_ENOUGH, small), (LONGEST, more), (LONGEST, small)]


def small_cuts(clause: Clause, gap: tuple[int, int]) -> list[Cut]:
    """Return the opening 'But' and times such as 'yesterday', which can always go."""
    return choices(clause, clause.sentence, gap)[-1][1]


def is_closed(cut: Cut, doc: Doc) -> bool:
    """Tell an aside between two commas from one that goes on as the sentence."""
    last = max(cut.words)
    return doc[last].is_punct or doc[min(last + 1, len(doc) - 1)].is_punct


def is_needless(cut: Cut, clause: Clause) -> bool:
    """Tell the 'But' that opens a sentence and 'however' from the 'and' of two verbs."""
    words = [clause.sentence.doc[n] for n in cut.words]
    joins = [t for t in words if t.dep_ in {"cc", "mark"} or t.tag_ == "WRB"]
    return all(t.i == 0 and t.dep_ == "cc" for t in joins)


def told(
    clause: Clause,
    cuts: list[Cut],
    gap: tuple[int, int],
    setting: Setting,
    speaker: type[Voice] = WholeVoice,
) -> Telling | None:
    """Return what the cuts leave, without its full stop, or None where a word is bare."""
    doc = clause.sentence.doc
    gone = {n for cut in cuts for n in cut.words}
    left = {t.i for t in doc} - gone
    if any(cut.kind in BESIDE and is_in_the_way(cut, left, clause.verb) for cut in cuts):
        return None
    if is_spliced(left, clause.verb) or is_dismembered(left, left | gone, doc):
        return None
    dates = dict(put_in(clause, setting, gap))
    kept = trimmed_ends(left | set(dates), doc)
    if not kept:
        return None
    said = said_once(clause, kept, setting.said | dates)
    named = {
        n: name
        for n, name in named_apart(setting, kept, doc).items()
        if re.sub(r"['’]s?$", "", name) not in doc.text[: doc[n].idx]
    }
    meant = replace(setting, said=said, named=named)
    voice = speaker(clause, meant, gap=gap)
    try:
        text = tidy(voice.say(kept))
    except Unresolved:
        return None
    if any(is_pointer(doc[n], meant) for n in kept):
        return None
    kinds = frozenset({"whole", *(cut.kind for cut in cuts)})
    return Telling(text, voice.bare, kinds, bool(dates))


def going_on(candidate: Candidate, reading: Reading) -> Telling | None:
    """Return a part of a sentence with what stands before its semicolon, or None."""
    clause = candidate.clause
    start, end = gap_of(candidate)
    answer = candidate.sentence.text[start:end]
    if not reading.before or clause is None or not is_accepted(answer, candidate):
        return None
    first, bare = "", 0
    for earlier in reading.before:
        before = part_before(earlier)
        if before is None:
            return None
        first += before.text + link_after(earlier.sentence) + " "
        bare += before.bare
    setting = replace(reading.setting, said=unnamed(reading, first))
    own = told(clause, small_cuts(clause, (start, end)), (start, end), setting, GoingOn)
    if own is None or own.text.count(MARK) != 1:
        return None
    text = first[:1].upper() + first[1:] + own.text + "."
    telling = replace(own, text=text, bare=bare, cut=own.cut | {"parts"})
    if len(text) > LONGEST or is_broken_off(text.replace(MARK, answer)):
        return None
    alone = bare <= MOST_BARE
    good = is_good(text, answer, candidate, reading.setting, alone, LONGEST)
    return telling if good else None


def unnamed(reading: Reading, first: str) -> dict[int, str]:
    """Leave 'it' as it stands where the first part has said what it is."""
    doc, found = reading.sentence.doc, dict(reading.setting.said)
    for n, meant in found.items():
        base = re.sub(r"^the |['’]s?$", "", meant)
        if base and base.lower() in first.lower() and doc[n].tag_ in {"PRP", "PRP$"}:
            found[n] = lowered(doc[n])
    return found


def part_before(reading: Reading) -> Telling | None:
    clause = main_clause(reading)
    if clause is None:
        return None
    nowhere = (-1, -1)
    return told(clause, small_cuts(clause, nowhere), nowhere, reading.setting)


def link_after(sentence: Sentence) -> str:
    """Return the semicolon or the colon that ends a part of a sentence."""
    clean = sentence.clean
    rest = clean.whole[clean.places[-1] + 1 - clean.span.start :]
    return ":" if rest.lstrip().startswith(":") else ";"
