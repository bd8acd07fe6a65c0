"""A sentence -> its clauses: who does what to whom, with what goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence
from quiz.language.english.inflection import past, third_person
from quiz.language.english.phrases import (
    NOUNS,
    SUBJECTS,
    Piece,
    is_joined,
    is_opened_by_wh,
    noun_piece,
    own_subject,
    piece_of,
    spelled_out,
    without_explained,
    words_of,
)
from quiz.language.english.subordination import (
    antecedent,
    governing,
    is_always,
    is_any,
    is_compared,
    is_cut,
    is_dated,
    is_main_after_name,
    is_misread,
    is_mixed,
    is_of_noun_above,
    is_past,
    is_split,
    is_told_with_when,
    is_unstated,
    lost_subject,
    sharing,
    source_of,
    subject_of_relative,
)
from quiz.language.english.wordlists import (
    CALLING,
    DISCOURSE,
    HEDGES,
    PERSON_NOUNS,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

DONE_TO_PEOPLE = words(
    """
bear know call name send elect appoint kill train educate raise execute murder bury ruin
arrest hire employ base commission
"""
)
CHAINING = words(
    """
report say believe think know expect estimate plan agree decide refuse promise intend
hope continue begin start help manage fail try offer choose
"""
)
IN_TIME = {"in", "on", "within", "for", "after", "since", "until", "during"}
IN_PLACE = {"in", "at", "on", "near", "from"}
# 'The road remained closed' says nothing where the parser lost 'closed'.
INCOMPLETE = {"remain", "stay", "become", "seem", "prove"}
COMPLEMENTS = {"acomp", "attr", "xcomp", "oprd", "prep", "ccomp", "dobj"}
AUXILIARIES = {"aux", "auxpass", "neg"}
AFTER_COLON = {"dobj", "npadvmod", "oprd", "attr", "ccomp", "dep", "appos"}
LEFT_OUT = {"punct", "cc", "conj", "mark", "parataxis", "intj", "dep", "preconj", "meta"}
# Words of a quotation inside a clause that the text itself states.
MOST_QUOTED = 2


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """'has widely been criticised': auxiliaries, what stands between, the verb."""

    aux: tuple[str, ...]
    middle: tuple[str, ...]
    main: str
    lemma: str
    tag: str


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A statement of the sentence. `source` is who says so, as words, if not the text."""

    sentence: Sentence
    verb: Token
    kind: str  # main, joined, relative, participle, adverbial, content
    subject: Piece | None
    group: VerbGroup
    pieces: tuple[Piece, ...]
    source: tuple[int, ...] = ()
    hidden: frozenset[int] = field(default_factory=frozenset)

    @property
    def passive(self) -> bool:
        return any(t.dep_ in {"auxpass", "nsubjpass"} for t in self.verb.children) or (
            self.kind == "participle" and self.verb.tag_ == "VBN"
        )

    def piece(self, *roles: str) -> Piece | None:
        return next((p for p in self.pieces if p.role in roles), None)

    def with_role(self, *roles: str) -> list[Piece]:
        return [p for p in self.pieces if p.role in roles]

    def prepositions(self, *names: str) -> list[Piece]:
        return [
            p for p in self.pieces if p.role in {"prep", "agent"} and p.head.lower_ in names
        ]


def clauses(sentence: Sentence) -> list[Clause]:
    """Return the clauses of the sentence that it states; none of what somebody says."""
    found = [
        clause
        for token in sentence.doc
        if token.i not in sentence.speech and not is_unstated(token)
        if (clause := clause_of(sentence, token)) is not None
    ]
    return [*found, *(chain for c in found if (chain := chained(c)) is not None)]


def chained(clause: Clause) -> Clause | None:
    """Return 'planned to send a probe' as one verb with the pieces of the second."""
    group = clause.group
    verb = next((t for t in clause.verb.children if t.dep_ == "xcomp"), None)
    if verb is None or clause.verb.lemma_ not in CHAINING or verb.i < clause.verb.i:
        return None
    before = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    if not before or before[0].lower_ != "to" or (group.tag == "VBP" and not group.aux):
        return None
    if clause.subject is None or any(t.dep_ == "neg" for t in verb.children):
        return None
    infinitive = " ".join([*(t.text for t in before), verb.text])
    lemma = verb.lemma_ if group.aux else f"{group.lemma} {infinitive}"
    main = f"{group.main} {infinitive}"
    whole = VerbGroup(group.aux, group.middle, main, lemma, group.tag)
    own = [p for p in clause.pieces if verb.i not in p.words]
    pieces = (*own, *pieces_of(clause.sentence, verb, clause.subject, None))
    in_order = tuple(sorted(pieces, key=lambda p: p.words[0]))
    return replace(clause, verb=verb, group=whole, pieces=in_order)


def clause_of(sentence: Sentence, verb: Token) -> Clause | None:
    if is_mixed(verb):
        return None
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass", "amod", "pcomp"}:
        return None
    kind = kind_of(verb)
    if kind == "participle":
        return participle_clause(sentence, verb)
    if not kind or not is_finite(verb) or is_always(verb):
        return None
    subject, wh = subject_of(sentence, verb)
    if subject is None or any(t.lower_ in HEDGES for t in verb.children):
        return None
    first = sentence.doc[subject.words[0]] if subject.words else subject.head
    if is_cut(subject, verb) or is_compared(first) or is_split(subject):
        return None
    if wh is not None and wh.dep_ == "prep" and wh.lower_ == "of":
        return None  # 'five rivers, of which the Ord is the longest': which five?
    own = subject.head.i == verb.head.i
    if kind == "relative" and own and is_any(subject) and is_restrictive(verb):
        return None
    pieces = list(pieces_of(sentence, verb, subject, wh))
    if kind == "relative" and wh is not None and wh.dep_ == "prep":
        noun = noun_piece(verb.head, verb)
        if verb.head.ent_type_ in {"DATE", "TIME"} or verb.head.tag_ not in NOUNS:
            return None
        pieces.append(Piece("prep", wh, (wh.i, *noun.words)))
    elif kind == "relative" and wh is not None and wh.lower_ == "where":
        place = verb.head.head
        words = (place.i, *noun_piece(verb.head, verb).words)
        pieces.append(Piece("prep", place, words, front=True))
    elif kind == "relative" and wh is not None and wh.dep_ not in {*SUBJECTS, "mark"}:
        moved = antecedent(sentence, verb, wh)
        if moved is None:
            return None
        pieces.insert(0, moved)
    pieces = without_explained(pieces)
    if any(p.role == "dobj" and p.loose for p in pieces):
        return None  # 'Books are lent for four weeks, films for one'
    source = source_of(verb) if kind == "content" else ()
    if source is None or any(is_speech(sentence, p) for p in pieces):
        return None
    group = group_of(verb)
    if (group.tag == "VBN" and not group.aux) or is_misread(verb):
        return None
    if group.lemma == "follow" and not any(p.role in {"dobj", "agent"} for p in pieces):
        return None  # 'An Act of Parliament followed in 1806': what did it follow?
    if group.lemma in INCOMPLETE and not any(
        p.role in COMPLEMENTS and not is_dated([p]) for p in pieces
    ):
        return None
    return Clause(sentence, verb, kind, subject, group_of(verb), tuple(pieces), source)


def stated(sentence: Sentence, verb: Token) -> Clause | None:
    """Return the clause of a verb as a statement, whatever it stands under."""
    subject, wh = subject_of(sentence, verb)
    if subject is None or not is_finite(verb) or is_misread(verb):
        return None
    pieces = tuple(pieces_of(sentence, verb, subject, wh))
    return Clause(sentence, verb, "main", subject, group_of(verb), pieces)


def is_restrictive(verb: Token) -> bool:
    edge = verb.left_edge.i
    return edge == 0 or verb.doc[edge - 1].text != ","


def is_speech(sentence: Sentence, piece: Piece) -> bool:
    """Tell a clause that somebody is quoted with: it is asked as a quotation."""
    said = [n for n in piece.words if n in sentence.speech]
    return piece.role in {"ccomp", "parataxis", "dep"} and len(said) > MOST_QUOTED


def kind_of(verb: Token) -> str:
    match verb.dep_:
        case "ROOT" | "parataxis":
            return "main"
        case "conj":
            return "joined" if verb.head.pos_ in {"VERB", "AUX"} else ""
        case "relcl":
            return "adverbial" if is_told_with_when(verb) else "relative"
        case "acl":
            return "participle" if verb.tag_ in {"VBN", "VBG"} else ""
        case "advcl":
            return "adverbial"
        case "ccomp":
            return "content"
    return ""


def is_finite(verb: Token) -> bool:
    if verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    own = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    if is_simple_past(verb):
        return True
    if own:
        return own[0].tag_ in {"VBD", "VBZ", "VBP", "MD"}
    return (
        verb.dep_ == "conj" and is_finite(verb.head) and verb.tag_ in {"VBN", "VBG", "VB"}
    )


def is_simple_past(verb: Token) -> bool:
    """Tell 'the harbour froze', whose verb the tagger took for a participle."""
    alone = not any(t.dep_ in {"aux", "auxpass", "nsubjpass"} for t in verb.children)
    return verb.tag_ == "VBN" and alone and any(t.dep_ == "nsubj" for t in verb.children)


def subject_of(sentence: Sentence, verb: Token) -> tuple[Piece | None, Token | None]:
    """Return the subject, and the relative word of a relative clause."""
    own = own_subject(verb)
    if any(t.dep_ == "expl" for t in verb.children):
        return None, None
    if verb.dep_ == "relcl" and not is_told_with_when(verb):
        return subject_of_relative(sentence, verb, own)
    if is_main_after_name(verb):
        return noun_piece(verb.head, verb), None
    if own is not None:
        if own.tag_ in {"WDT", "WP", "WP$", "WRB"}:
            return None, None
        return piece_of("subject", own, verb), None
    if (lost := lost_subject(verb)) is not None:
        return piece_of("subject", lost, verb), None
    if is_interrupted(verb):
        return None, None
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and is_linked(verb):
        return subject_of(sentence, sharing(verb))
    return None, None


def is_interrupted(verb: Token) -> bool:
    """Tell 'were told to boil it after a main burst and sent': which of them sent?"""
    between = [t for t in verb.doc[verb.head.i + 1 : verb.i] if t.dep_ in SUBJECTS]
    others = [t for t in between if t.head.i not in {verb.i, verb.head.i}]
    joined = [t for t in verb.doc[verb.head.i : verb.i] if t.dep_ == "cc"]
    comma = bool(joined) and joined[-1].nbor(-1).text in {",", "–", "—"}
    return verb.dep_ == "conj" and bool(others) and not comma


def is_linked(verb: Token) -> bool:
    """Tell 'came and went' and 'came, saw and went' from what no 'and' joins."""
    before = any(t.dep_ == "cc" and t.i < verb.i for t in verb.head.children)
    more = any(t.dep_ == "conj" for t in verb.children)
    return before or (more and any(t.dep_ == "cc" for t in verb.children))


def pieces_of(
    sentence: Sentence, verb: Token, subject: Piece, wh: Token | None
) -> Iterator[Piece]:
    for child in verb.children:
        if child.dep_ in SUBJECTS | AUXILIARIES | LEFT_OUT or child is wh:
            continue
        if child.dep_ == "advmod" and is_in_group(child, verb):
            continue
        if child.dep_ == "advmod" and child.lower_ in DISCOURSE | {"when", "where", "why"}:
            continue
        if child.dep_ == "advmod" and child.lower_ in {"only", "just", "even"}:
            continue
        if child.dep_ in AFTER_COLON and is_after_them(child):
            continue
        if child.dep_ == "ccomp" and child.i < verb.i:
            continue  # a statement of its own, joined by a comma or a dash
        if child.tag_ in {"WDT", "WP", "WRB"} or is_opened_by_wh(child, verb):
            continue
        piece = piece_of(child.dep_, child, verb)
        if piece.words:
            yield from parted(piece)
    yield from misplaced(verb)


def is_after_them(child: Token) -> bool:
    """Tell the loss of '61 cases, among them the loss', the wind of 'two causes: wind'."""
    edge: int = child.left_edge.i
    return edge > 1 and child.doc[edge - 1].lower_ in {"them", "which", "whom", ":"}


def parted(piece: Piece) -> Iterator[Piece]:
    """Yield 'by Ada Marsh' and 'in Oslo' apart: no person is called 'Marsh in Oslo'."""
    noun = next((t for t in piece.head.children if t.dep_ == "pobj"), piece.head)
    after = [t for t in noun.children if t.dep_ == "prep" and t.i > noun.i]
    place = next((t for t in after if belongs_to_verb(t, noun, piece.role)), None)
    if place is None or place.right_edge.i < piece.words[-1]:
        yield piece
        return
    inside = {t.i for t in place.subtree}
    yield replace(piece, words=tuple(n for n in piece.words if n not in inside))
    yield Piece("prep", place, tuple(words_of(place)))


def belongs_to_verb(prep: Token, noun: Token, role: str) -> bool:
    """Tell 'met Ada Marsh in Oslo' and 'promised a decision within six weeks'."""
    if noun.ent_type_ == "PERSON" and role != "prep":
        return prep.lower_ in IN_PLACE
    timed = any(t.dep_ == "pobj" and t.ent_type_ in {"DATE", "TIME"} for t in prep.children)
    return role == "dobj" and timed and prep.lower_ in IN_TIME


def misplaced(verb: Token) -> Iterator[Piece]:
    """Yield 'on 4 July 1817' where a participle after it took it: it stood nearer."""
    for child in verb.children:
        if child.dep_ != "advcl" or child.tag_ not in {"VBN", "VBG"}:
            continue
        subject = next((t for t in child.children if t.dep_ in SUBJECTS), None)
        for prep in child.children:
            if is_opened_by_wh(prep, child):
                continue
            if prep.dep_ == "prep" and subject and verb.i < prep.i < subject.left_edge.i:
                yield Piece("prep", prep, tuple(words_of(prep)))


def is_in_group(child: Token, verb: Token) -> bool:
    """Tell whether an adverb stands between the auxiliaries and the verb."""
    if len(list(child.subtree)) > 2 or child.i > verb.i:
        return False
    auxiliaries = [t.i for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    if auxiliaries:
        return auxiliaries[0] < child.i
    return child.right_edge.i == verb.i - 1 and not any(
        t.text == "," for t in child.subtree
    )


def group_of(verb: Token) -> VerbGroup:
    """Return the verb group; a joined verb shares the auxiliaries of the first."""
    auxiliaries = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    shared = verb
    while not auxiliaries and shared.dep_ == "conj" and verb.tag_ in {"VBN", "VBG", "VB"}:
        shared = shared.head
        auxiliaries = [t for t in shared.children if t.dep_ in {"aux", "auxpass"}]
    middle = [
        t
        for t in verb.children
        if t.dep_ == "neg" or (t.dep_ == "advmod" and is_in_group(t, verb))
    ]
    return VerbGroup(
        tuple(spelled_out(t) for t in auxiliaries),
        tuple(
            spelled_out(w) for t in middle for w in t.subtree if w.lower_ not in DISCOURSE
        ),
        spelled_out(verb),
        verb.lemma_,
        "VBD" if is_simple_past(verb) else verb.tag_,
    )


def is_doer(noun: Token, verb: Token) -> bool:
    """Tell 'that his uncle, Elias Garrow, founded': the parser took it for a participle."""
    person = noun.lemma_ in PERSON_NOUNS or noun.ent_type_ == "PERSON"
    return (
        person
        and verb.lemma_ not in DONE_TO_PEOPLE
        and (not any(t.dep_ == "agent" for t in verb.children))
    )


def participle_clause(sentence: Sentence, verb: Token) -> Clause | None:
    """'a report published by X' -> 'a report was published by X'."""
    noun = verb.head
    if noun.tag_ not in NOUNS or any(t.dep_ == "aux" for t in verb.children):
        return None
    does = verb.tag_ == "VBN" and noun.dep_ != "ROOT" and is_doer(noun, verb)
    if noun.tag_ == "NNP" and noun.dep_ == "pobj" and is_restrictive(verb):
        return None  # 'classes in Oslo given by Ada Marsh': it was not Oslo
    if does or verb.lemma_ == "star" or is_of_noun_above(noun, verb):
        return None
    above = noun.head.head
    if verb.lemma_ in CALLING and noun.dep_ == "pobj" and above.tag_ in {"NN", "NNS"}:
        noun = above  # 'pores in the leaves known as ...'
    subject = noun_piece(noun, verb)
    pieces = tuple(pieces_of(sentence, verb, subject, None))
    if not pieces or (is_any(subject) and is_restrictive(verb)):
        return None
    plural = noun.tag_ in {"NNS", "NNPS"} or is_joined(noun)
    alone = noun.dep_ == "ROOT" and verb.tag_ == "VBN" and is_restrictive(verb)
    if alone or is_main_after_name(verb):
        group = VerbGroup((), (), verb.text, verb.lemma_, "VBD")
        return Clause(sentence, verb, "main", subject, group, pieces)
    before = is_past(governing(noun))
    if verb.tag_ == "VBN":
        forms = ("were", "was") if before or is_dated(pieces) else ("are", "is")
        group = VerbGroup((forms[0] if plural else forms[1],), (), verb.text, verb.lemma_,
                          "VBN")  # fmt: skip
    else:
        form = past(verb.lemma_) if before else third_person(verb.lemma_)
        form = verb.lemma_ if plural and not before else form
        tag = "VBD" if before else "VBP" if plural else "VBZ"
        group = VerbGroup((), (), form, verb.lemma_, tag)
    return Clause(sentence, verb, "participle", subject, group, pieces)
