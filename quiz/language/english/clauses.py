"""A sentence -> its clauses: who does what to whom, with what goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence
from quiz.language.english.inflection import SPELLED_OUT, past, third_person
from quiz.language.english.wordlists import DISCOURSE, PERSON_NOUNS, SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
AUXILIARIES = {"aux", "auxpass", "neg"}
LEFT_OUT = {"punct", "cc", "conj", "mark", "parataxis", "intj", "dep", "preconj", "meta"}
LOOSE = {
    "relcl",
    "acl",
    "appos",
    "advcl",
    "parataxis",
    "advmod",
    "prep",
    "npadvmod",
    "amod",
}
STATED = {"because", "as", "since", "after", "before", "when", "while", "until", "although",
          "though", "so", "where", "whereas", "that", "once"}  # fmt: skip
NOT_STATED = {"if", "unless", "whether", "lest", "provided"}
ADVERBIAL = {"prep", "npadvmod", "advmod", "advcl"}
MOST_QUOTED = 2  # words of a quotation inside a clause that the text itself states
FEWEST_TELLING = 3  # words of 'a young engineer', which tell of nobody in particular
NOUNS = {"NN", "NNS", "NNP", "NNPS"}


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A part of a clause: its words are indices into the sentence, in order.

    `front` stood before the subject; `loose` is set off by commas.
    """

    role: str
    head: Token
    words: tuple[int, ...]
    front: bool = False
    loose: bool = False


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
    return [
        clause
        for token in sentence.doc
        if token.i not in sentence.speech and not is_unstated(token)
        if (clause := clause_of(sentence, token)) is not None
    ]


def is_unstated(token: Token) -> bool:
    """Tell what stands under 'if', an order, a wish or a doubt."""
    node = token
    while True:
        if any(c.dep_ == "mark" and c.lower_ in NOT_STATED for c in node.children):
            return True
        if node.dep_ == "ROOT" or node.head.i == node.i:
            return node.tag_ == "VB" and not has_subject(node)
        if node.lemma_ in {"suppose", "imagine", "pretend"}:
            return True
        node = node.head


def has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.children)


def clause_of(sentence: Sentence, verb: Token) -> Clause | None:
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass", "amod", "pcomp"}:
        return None
    kind = kind_of(verb)
    if kind == "participle":
        return participle_clause(sentence, verb)
    if not kind or not is_finite(verb) or is_always(verb):
        return None
    subject, wh = subject_of(sentence, verb)
    if subject is None:
        return None
    pieces = list(pieces_of(sentence, verb, subject, wh))
    if kind == "relative" and wh is not None and wh.dep_ == "prep":
        noun = noun_piece(verb.head, verb)
        if verb.head.ent_type_ in {"DATE", "TIME"} or verb.head.tag_ not in NOUNS:
            return None
        pieces.append(Piece("prep", wh, (wh.i, *noun.words)))
    elif kind == "relative" and wh is not None and wh.dep_ not in SUBJECTS:
        moved = antecedent(sentence, verb, wh)
        if moved is None:
            return None
        pieces.insert(0, moved)
    source = source_of(verb) if kind == "content" else ()
    if source is None or any(is_speech(sentence, p) for p in pieces):
        return None
    return Clause(sentence, verb, kind, subject, group_of(verb), tuple(pieces), source)


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


def is_told_with_when(verb: Token) -> bool:
    """Tell ', when William Ramsay treated ...': a clause of its own after a noun."""
    when = any(t.lower_ == "when" and t.dep_ == "advmod" for t in verb.children)
    return when and any(t.dep_ == "nsubj" and t.tag_ in NOUNS for t in verb.children)


def is_always(verb: Token) -> bool:
    """Tell 'when spending grows': a condition, no fact."""
    when = any(t.lower_ in {"when", "whenever"} for t in verb.children)
    return when and verb.dep_ == "advcl" and verb.tag_ in {"VBZ", "VBP"}


def is_finite(verb: Token) -> bool:
    if verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    own = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    if own:
        return own[0].tag_ in {"VBD", "VBZ", "VBP", "MD"}
    return (
        verb.dep_ == "conj" and is_finite(verb.head) and verb.tag_ in {"VBN", "VBG", "VB"}
    )


def subject_of(sentence: Sentence, verb: Token) -> tuple[Piece | None, Token | None]:
    """Return the subject, and the relative word of a relative clause."""
    own = next((t for t in verb.children if t.dep_ in SUBJECTS - {"expl"}), None)
    if any(t.dep_ == "expl" for t in verb.children):
        return None, None
    if verb.dep_ == "relcl" and not is_told_with_when(verb):
        return subject_of_relative(sentence, verb, own)
    if own is not None:
        if own.tag_ in {"WDT", "WP", "WP$", "WRB"}:
            return None, None
        return piece_of("subject", own, verb), None
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subject_of(sentence, verb.head)
    return None, None


def link_of(verb: Token) -> Token | None:
    """Return the preposition of 'under which owners may claim ...'."""
    return next((t for t in verb.children if is_opened_by_wh(t, verb)), None)


def subject_of_relative(
    sentence: Sentence, verb: Token, own: Token | None
) -> tuple[Piece | None, Token | None]:
    wh = next((t for t in verb.children if t.tag_ in {"WDT", "WP"}), None)
    if any(t.tag_ in {"WP$", "WRB"} for t in verb.subtree if t.i < verb.i):
        return None, None
    noun = verb.head
    if own is not None and (link := link_of(verb)) is not None:
        return (piece_of("subject", own, verb), link) if own.tag_ in NOUNS else (None, None)
    if own is not None and own.tag_ in {"WDT", "WP"}:
        if noun.ent_type_ in {"DATE", "TIME"}:
            return None, None
        if own.lower_ == "who" and not suits(noun, own):
            noun = person_above(noun)
        if noun.tag_ not in NOUNS or not agrees(noun, verb) or not suits(noun, own):
            return None, None
        return noun_piece(noun, verb), own
    if own is None or own.tag_ not in {*NOUNS, "PRP"}:
        return None, None
    if wh is None or wh.dep_ != "dobj":
        bare = wh is None and not any(t.dep_ in {"dobj", "attr"} for t in verb.children)
        if not bare or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
            return None, None
    return piece_of("subject", own, verb), wh or verb


def person_above(noun: Token) -> Token:
    """Return the person that 'who' means where the parser took a nearer noun."""
    node = noun
    while node.head.i != node.i:
        node = node.head
        if node.tag_ in NOUNS and (
            node.lemma_.lower() in PERSON_NOUNS or node.ent_type_ == "PERSON"
        ):
            return node
    return noun


def suits(noun: Token, wh: Token) -> bool:
    """Tell whether 'who' follows a person and 'which' none: else the parse is wrong."""
    person = noun.lemma_.lower() in PERSON_NOUNS or noun.ent_type_ == "PERSON"
    if wh.lower_ == "who":
        return person or noun.tag_ in {"NNP", "NNPS"}
    return wh.lower_ != "which" or noun.lemma_.lower() not in PERSON_NOUNS


def agrees(noun: Token, verb: Token) -> bool:
    """Tell whether noun and verb agree in number: a wrong antecedent often does not."""
    finite = next((t for t in verb.children if t.dep_ in {"aux", "auxpass"}), verb)
    plural = noun.tag_ in {"NNS", "NNPS"} or is_joined(noun)
    if finite.lower_ in {"is", "was", "has"} or finite.tag_ == "VBZ":
        return not plural
    if finite.lower_ in {"are", "were", "have"} or finite.tag_ == "VBP":
        return plural
    return True


def is_joined(noun: Token) -> bool:
    return any(t.dep_ == "conj" for t in noun.children)


def noun_piece(noun: Token, without: Token) -> Piece:
    """Return the noun that a clause describes, without what describes it."""
    named = named_by(noun)
    if named is not None:
        words = [n for n in words_of(named) if n < without.left_edge.i]
        return Piece("subject", named, tuple(trimmed(named, words)))
    skipped = {t.i for t in without.subtree}
    kept = [n for n in words_of(noun) if n not in skipped and n < without.left_edge.i]
    return Piece("subject", noun, tuple(trimmed(noun, kept)))


def named_by(noun: Token) -> Token | None:
    """Return what the noun tells of: 'White, an engineer who', 'It is a gas that'."""
    if noun.dep_ == "appos" and noun.head.tag_ in {"NNP", "NNPS"} and noun.i > noun.head.i:
        return noun.head
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        subject = next((t for t in noun.head.children if t.dep_ == "nsubj"), None)
        plain = subject is not None and subject.tag_ in {*NOUNS, "PRP"}
        first = noun.left_edge.lower_ in {"a", "an"}
        return subject if plain and first else None
    return None


def antecedent(sentence: Sentence, verb: Token, wh: Token) -> Piece | None:
    noun = verb.head
    aside = verb.left_edge.i and verb.doc[verb.left_edge.i - 1].text == ","
    if noun.tag_ not in NOUNS or noun.ent_type_ in {"DATE", "TIME"}:
        return None
    if aside and noun.dep_ == "pobj":
        return None  # 'an element not known on Earth, which he named': which noun?
    return Piece("dobj", noun, noun_piece(noun, verb).words)


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
        if child.dep_ == "ccomp" and child.i < verb.i:
            continue  # a statement of its own, joined by a comma or a dash
        if child.tag_ in {"WDT", "WP", "WRB"} or is_opened_by_wh(child, verb):
            continue
        piece = piece_of(child.dep_, child, verb)
        if piece.words:
            yield piece
    yield from misplaced(verb)


def misplaced(verb: Token) -> Iterator[Piece]:
    """Yield 'on 4 July 1817' where a participle after it took it: it stood nearer."""
    for child in verb.children:
        if child.dep_ != "advcl" or child.tag_ not in {"VBN", "VBG"}:
            continue
        subject = next((t for t in child.children if t.dep_ in SUBJECTS), None)
        for prep in child.children:
            if prep.dep_ == "prep" and subject and verb.i < prep.i < subject.left_edge.i:
                yield Piece("prep", prep, tuple(words_of(prep)))


def is_opened_by_wh(child: Token, verb: Token) -> bool:
    """Tell 'under which' and 'by which time'."""
    if child.dep_ != "prep":
        return False
    words = [t for t in child.subtree if t.i > child.i][:1]
    return bool(words) and words[0].tag_ in {"WDT", "WP"}


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


def piece_of(role: str, head: Token, verb: Token) -> Piece:
    words = words_of(head)
    edge = head.left_edge.i
    loose = edge > 0 and head.doc[edge - 1].text in {",", "–", "—", "-"}
    front = head.i < verb.i and role in ADVERBIAL
    return Piece(role, head, tuple(words), front, loose)


def words_of(head: Token) -> list[int]:
    """Return the words of a phrase, without asides that commas set off."""
    skipped: set[int] = set()
    for token in head.subtree:
        if token.i in skipped or token.i == head.i:
            continue
        if is_aside(token):
            skipped |= {t.i for t in token.subtree}
    return trimmed(head, [t.i for t in head.subtree if t.i not in skipped])


def is_aside(token: Token) -> bool:
    if token.dep_ == "conj":
        return token.pos_ in {"VERB", "AUX"} and token.head.pos_ not in {"VERB", "AUX"}
    if token.dep_ not in LOOSE or token.i < token.head.i:
        return False
    edge = token.left_edge.i
    before = token.doc[edge - 1].text if edge else ""
    return before in {",", "–", "—"} and not is_in_list(token)


def is_in_list(token: Token) -> bool:
    """Tell an apposition from a list's member that was read as one: A, B and C."""
    return (
        token.dep_ == "appos"
        and any(t.dep_ == "cc" and t.lower_ == "and" for t in token.children)
        and token.head.tag_ in {"NNP", "NNPS"}
        and token.tag_ in {"NNP", "NNPS"}
    )


def trimmed(head: Token, words: Iterable[int]) -> list[int]:
    """Drop commas and joining words that are left at the ends or before a gap."""
    kept = sorted(words)
    doc = head.doc
    while kept and (
        doc[kept[-1]].text in {",", "–", "—", ";", ":", "."} or is_loose_end(doc[kept[-1]])
    ):
        kept.pop()
    while kept and (doc[kept[0]].text in {",", "–", "—"} or doc[kept[0]].dep_ == "cc"):
        kept.pop(0)
    return [
        n
        for place, n in enumerate(kept)
        if doc[n].text != "," or (place + 1 < len(kept) and kept[place + 1] == n + 1)
    ]


def is_loose_end(token: Token) -> bool:
    return token.dep_ == "cc" and token.i == token.head.right_edge.i


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
        verb.tag_,
    )


def spelled_out(token: Token) -> str:
    if token.text in {"'s", "’s"}:
        return "has" if token.lemma_ == "have" else "is"
    if token.text in {"'d", "’d"}:
        return "had" if token.lemma_ == "have" else "would"
    text = SPELLED_OUT.get(token.lower_, token.text)
    return text.lower() if token.i == 0 else text


def participle_clause(sentence: Sentence, verb: Token) -> Clause | None:
    """'a report published by X' -> 'a report was published by X'."""
    noun = verb.head
    if noun.tag_ not in NOUNS or any(t.dep_ == "aux" for t in verb.children):
        return None
    subject = noun_piece(noun, verb)
    pieces = tuple(pieces_of(sentence, verb, subject, None))
    if not pieces or is_any(subject):
        return None
    plural = noun.tag_ in {"NNS", "NNPS"} or is_joined(noun)
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


def is_any(subject: Piece) -> bool:
    """Tell 'a ceremony', of which the clause does not say which."""
    first = subject.head.doc[subject.words[0]] if subject.words else subject.head
    if subject.head.tag_ == "NNS" and first.tag_ not in {"DT", "PRP$", "NNP"}:
        return len(subject.words) <= FEWEST_TELLING
    return first.lower_ in {"a", "an"} and len(subject.words) <= FEWEST_TELLING


def is_dated(pieces: Iterable[Piece]) -> bool:
    return any(
        t.ent_type_ == "DATE" or (t.shape_ == "dddd" and t.pos_ == "NUM")
        for piece in pieces
        for t in (piece.head.doc[n] for n in piece.words)
    )


def governing(token: Token) -> Token:
    """Return the verb of the clause that the word stands in."""
    node = token
    while node.head.i != node.i and node.pos_ not in {"VERB", "AUX"}:
        node = node.head
    return node


def is_past(verb: Token) -> bool:
    finite = next((t for t in verb.children if t.dep_ in {"aux", "auxpass"}), verb)
    return finite.tag_ == "VBD" or finite.lower_ in {"was", "were", "had", "did"}


def source_of(verb: Token) -> tuple[int, ...] | None:
    """Return who says or thinks it; () where the text itself says so; None if unclear."""
    above = verb.head
    if above.dep_ != "ROOT" and above.dep_ not in {"conj", "advcl"}:
        return None
    subject = next((t for t in above.children if t.dep_ == "nsubj"), None)
    marked = any(t.dep_ == "mark" and t.lower_ == "that" for t in verb.children)
    if above.lemma_ not in SAYING:
        return () if not marked else None
    if any(t.dep_ in {"neg", "aux"} for t in above.children):
        return None
    if subject is None or subject.tag_ not in NOUNS:
        return None
    return tuple(words_of(subject))
