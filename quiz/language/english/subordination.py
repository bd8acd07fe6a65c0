"""Relative clauses, participles and reported clauses: of what they tell, who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence
from quiz.language.english.phrases import (
    NOUNS,
    Piece,
    has_subject,
    is_joined,
    is_opened_by_wh,
    noun_piece,
    piece_of,
    words_of,
)
from quiz.language.english.wordlists import BODY_NOUNS, PERSON_NOUNS, SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

TRADE = re.compile(r"(?:maker|smith|keeper|wright|monger|worker|owner|seller|grower)$")
NOT_STATED = {"if", "unless", "whether", "lest", "provided"}
# Words of 'a young engineer', which tell of nobody in particular.
FEWEST_TELLING = 3
MOST_PLACE = 4  # words of 'in the Outer Hebrides'

BEFORE_CLAUSE = {"after", "before", "since", "until"}


def suits(noun: Token, wh: Token) -> bool:
    """Tell whether 'who' follows a person and 'which' none: else the parse is wrong."""
    person = noun.lemma_.lower() in PERSON_NOUNS or noun.ent_type_ == "PERSON"
    person = person or bool(TRADE.search(noun.lemma_))
    if wh.lower_ == "who":
        place = noun.ent_type_ in {"GPE", "LOC", "FAC"}
        return person or (noun.tag_ in {"NNP", "NNPS"} and not place)
    return wh.lower_ != "which" or noun.lemma_.lower() not in PERSON_NOUNS


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


def is_body(noun: Token) -> bool:
    return noun.ent_type_ == "ORG" or noun.lower_ in BODY_NOUNS


def named_above(noun: Token) -> Token:
    """Return the Ada Hill of 'Ada Hill, director of the Tarrant Group, who will join'."""
    for above in noun.ancestors:
        if above.tag_ == "NNP" and above.ent_type_ == "PERSON":
            return above
        if above.pos_ in {"VERB", "AUX"}:
            break
    return noun


def is_led(noun: Token) -> bool:
    """Tell a body whose director may be meant by 'who'."""
    if not is_body(noun):
        return False
    for above in noun.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return False
        if above.lemma_.lower() in PERSON_NOUNS:
            return True
    return False


def told_above(noun: Token) -> Token:
    """Return the river of 'It is a river in Norway that': 'that' follows no name."""
    for above in noun.ancestors:
        if above.tag_ == "NN" and above.dep_ == "attr":
            return above
        if above.pos_ == "VERB":
            break
    return noun


def is_of_another(noun: Token) -> bool:
    """Tell 'a factory in Oslo, which cost ...': the factory may be meant as well."""
    above = noun.head.head
    return (
        noun.ent_type_ in {"GPE", "LOC", "FAC"}
        and noun.dep_ == "pobj"
        and above.tag_ in {"NN", "NNS"}
        and above.left_edge.lower_ in {"a", "an", "its", "their", "another"}
    )


def is_on_display(noun: Token, verb: Token) -> bool:
    """Tell 'the largest piece on display, which weighs 68 kg': it is not the display."""
    edge = verb.left_edge.i
    aside = edge > 0 and verb.doc[edge - 1].text == ","
    alone = noun.tag_ == "NN" and not any(t.dep_ in {"det", "poss"} for t in noun.children)
    of_noun = noun.dep_ == "pobj" and noun.head.head.tag_ in NOUNS
    return aside and alone and of_noun and noun.head.lower_ != "of"


def is_of_noun_above(noun: Token, verb: Token) -> bool:
    """Tell 'a scholarship to a college, given by X': what was given is not sure.

    A comma after a noun that follows a preposition lets the words belong to either noun.
    """
    apart = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    if noun.dep_ != "pobj" or not apart:
        return False
    above = noun.head.head
    objects = any(t.dep_ in {"dobj", "attr"} and t.i < noun.i for t in above.children)
    return objects or (above.tag_ in NOUNS and above.i < noun.i)


def is_one_of(noun: Token) -> bool:
    """Tell 'one of the ten players who ...': what is told holds of more than these."""
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and noun.head.head.lower_ in {"one", "some", "many", "most", "few", "two", "all"}
    )


def agrees(noun: Token, verb: Token) -> bool:
    """Tell whether noun and verb agree in number: a wrong antecedent often does not."""
    finite = next((t for t in verb.children if t.dep_ in {"aux", "auxpass"}), verb)
    plural = noun.tag_ in {"NNS", "NNPS"} or is_joined(noun)
    if finite.lower_ in {"is", "was", "has"} or finite.tag_ == "VBZ":
        return not plural
    if finite.lower_ in {"are", "were", "have"} or finite.tag_ == "VBP":
        return plural
    return True


def link_of(verb: Token) -> Token | None:
    """Return the preposition of 'under which owners may claim ...'."""
    return next((t for t in verb.children if is_opened_by_wh(t, verb)), None)


def subject_of_relative(
    sentence: Sentence, verb: Token, own: Token | None
) -> tuple[Piece | None, Token | None]:
    wh = next((t for t in verb.children if t.tag_ in {"WDT", "WP"}), None)
    if own is not None and own.tag_ in {*NOUNS, "PRP"} and (where := where_of(verb)):
        return piece_of("subject", own, verb), where
    if any(t.tag_ in {"WP$", "WRB"} for t in verb.subtree if t.i < verb.i):
        return None, None
    noun = verb.head
    if own is None and (that := that_of(verb)) is not None:
        return (noun_piece(noun, verb), that) if is_told_of(noun, verb) else (None, None)
    if own is not None and (link := link_of(verb)) is not None:
        return (piece_of("subject", own, verb), link) if own.tag_ in NOUNS else (None, None)
    if own is not None and own.tag_ in {"WDT", "WP"}:
        if noun.ent_type_ in {"DATE", "TIME"}:
            return None, None
        if own.lower_ == "who" and not suits(noun, own):
            noun = person_above(noun)
        elif own.lower_ == "who" and is_body(noun):
            noun = named_above(noun)
        if own.lower_ == "that" and noun.ent_type_ in {"GPE", "LOC"}:
            noun = told_above(noun)
        if noun.tag_ not in NOUNS or not agrees(noun, verb) or not suits(noun, own):
            return None, None
        if noun.ent_type_ in {"QUANTITY", "MONEY", "PERCENT", "CARDINAL"}:
            return None, None
        if is_of_another(noun) or is_one_of(noun) or is_on_display(noun, verb):
            return None, None
        if own.lower_ == "who" and is_led(noun):
            return None, None
        return noun_piece(noun, verb), own
    if own is None or own.tag_ not in {*NOUNS, "PRP"}:
        return None, None
    if wh is None or wh.dep_ != "dobj":
        bare = wh is None and not any(t.dep_ in {"dobj", "attr"} for t in verb.children)
        if not bare or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
            return None, None
    return piece_of("subject", own, verb), wh or verb


def where_of(verb: Token) -> Token | None:
    """Return the 'where' of 'in Bergen, where she taught': she taught in Bergen."""
    noun = verb.head
    where = next((t for t in verb.children if t.lower_ == "where"), None)
    inside = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "on", "near"}
    if (
        where is None
        or verb.lemma_ == "be"
        or not inside
        or noun.tag_ != "NNP"
        or where.i != verb.left_edge.i
    ):
        return None
    return where if noun.i - noun.head.i <= MOST_PLACE else None


def that_of(verb: Token) -> Token | None:
    """Return the 'that' of 'a canal that, when it opened, ran', read as no subject."""
    that = next((t for t in verb.children if t.dep_ == "mark" and t.lower_ == "that"), None)
    aside = that is not None and that.i + 1 < verb.i and that.nbor(1).text == ","
    return that if aside else None


def is_told_of(noun: Token, verb: Token) -> bool:
    return noun.tag_ in NOUNS and agrees(noun, verb) and not is_one_of(noun)


def antecedent(sentence: Sentence, verb: Token, wh: Token) -> Piece | None:
    noun = verb.head
    aside = verb.left_edge.i and verb.doc[verb.left_edge.i - 1].text == ","
    if noun.tag_ not in NOUNS or noun.ent_type_ in {"DATE", "TIME"}:
        return None
    of_another = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    if of_another and noun.head.head.tag_ in NOUNS:
        return None  # 'the tail of a dinosaur that he found'
    if aside and noun.dep_ == "pobj":
        return None  # 'an element not known on Earth, which he named': which noun?
    return Piece("dobj", noun, noun_piece(noun, verb).words)


def is_told_with_when(verb: Token) -> bool:
    """Tell ', when William Ramsay treated ...': a clause of its own after a noun."""
    when = any(t.lower_ == "when" and t.dep_ == "advmod" for t in verb.children)
    return when and any(t.dep_ == "nsubj" and t.tag_ in NOUNS for t in verb.children)


def is_always(verb: Token) -> bool:
    """Tell 'when spending grows': a condition, no fact."""
    when = any(t.lower_ in {"when", "whenever"} for t in verb.children)
    return when and verb.dep_ == "advcl" and verb.tag_ in {"VBZ", "VBP"}


def is_any(subject: Piece) -> bool:
    """Tell 'a ceremony', of which the clause does not say which."""
    first = subject.head.doc[subject.words[0]] if subject.words else subject.head
    if subject.head.tag_ == "NN" and len(subject.words) == 1:
        return True
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


def is_unstated(token: Token) -> bool:
    """Tell what stands under 'if', an order, a wish or a doubt."""
    node = token
    while True:
        if any(c.dep_ == "mark" and c.lower_ in NOT_STATED for c in node.children):
            return True
        if node.dep_ == "ROOT" or node.head.i == node.i:
            return node.tag_ == "VB" and not has_subject(node)
        if node.lemma_ in {"suppose", "imagine", "pretend"} or is_proviso(node):
            return True
        node = node.head


def is_proviso(node: Token) -> bool:
    """Tell the 'provided' of 'would get the money, provided it keeps the jobs'."""
    told = node.lower_ in {"provided", "providing", "assuming"}
    return told and node.dep_ != "ROOT" and any(c.dep_ == "ccomp" for c in node.children)


def is_cut(subject: Piece, verb: Token) -> bool:
    """Tell 'the French anatomist' of 'the French anatomist Georges Cuvier suspected'."""
    after = subject.words[-1] + 1 if subject.words else verb.i
    if subject.words and subject.words[0] < verb.i < subject.words[-1]:
        return True
    return after < verb.i and verb.doc[after].tag_ in {"NNP", "NNPS"}


def is_compared(first: Token) -> bool:
    """Tell 'fewer ships came' and 'louder than that' from 'more than 5,000 came'."""
    counted = first.lower_ in {"more", "fewer", "less"} and first.nbor(1).lower_ == "than"
    return first.tag_ == "JJR" and not counted


def is_split(subject: Piece) -> bool:
    """Tell 'a winter fair, the Mart' from a list: the name is left with its noun."""
    doc = subject.head.doc
    inside = any(doc[n].text == "," for n in subject.words)
    joined = any(t.dep_ == "conj" for n in subject.words for t in doc[n].children)
    return inside and not joined


def sharing(verb: Token) -> Token:
    """Return the verb whose subject a joined verb shares.

    In 'promised that it would be rebuilt and announced a fund', announced can only go on
    from promised: the tense tells what the parser missed.
    """
    head: Token = verb.head
    said = next((t for t in head.children if t.dep_ == "ccomp" and t.i < head.i), None)
    if head.lemma_ in SAYING and said is not None:
        return said  # 'was caused by dust, investigators said, and could be prevented'
    modal = any(t.tag_ == "MD" for t in head.children)
    if verb.tag_ == "VBD" and modal and head.dep_ == "ccomp" and head.head.tag_ == "VBD":
        above: Token = head.head
        return above
    return head


def is_main_after_name(verb: Token) -> bool:
    """Tell 'Marsh, who came in 1929, graduated in law', read as a participle of Marsh."""
    name = verb.head
    done = any(t.dep_ in {"agent", "aux", "auxpass"} for t in verb.children)
    alone = verb.dep_ == "acl" and verb.tag_ == "VBN" and name.dep_ == "ROOT"
    return alone and not done and name.tag_ == "NNP" and verb.lemma_ != "bear"


def is_mixed(verb: Token) -> bool:
    """Tell 'would be repaired and opened the hall', joined to a passive but none."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN":
        return False
    own = any(t.dep_ in {"aux", "auxpass"} for t in verb.children)
    done = any(t.dep_ == "dobj" for t in verb.children)
    return done and not own and any(t.dep_ == "auxpass" for t in verb.head.children)


def is_misread(verb: Token) -> bool:
    """Tell 'defender Will Grant', whose name was taken for an auxiliary."""
    return any(
        t.dep_ in {"aux", "auxpass"} and t.i > 0 and t.text[:1].isupper()
        for t in verb.children
    ) or (verb.i > 0 and verb.text[:1].isupper() and verb.tag_ != "VBG")


def lost_subject(verb: Token) -> Token | None:
    """Return the mission of 'came after the mission, Vikram, was launched'.

    The parser tied 'launched' to 'came', though nothing joins the two.
    """
    if verb.dep_ != "conj" or verb.head.pos_ not in {"VERB", "AUX"}:
        return None
    between = verb.doc[verb.head.i + 1 : verb.left_edge.i]
    before = [t for t in between if t.dep_ == "prep" and t.lower_ in BEFORE_CLAUSE]
    if not before or any(t.dep_ == "cc" for t in verb.doc[before[-1].i : verb.i]):
        return None
    noun = next((t for t in before[-1].children if t.dep_ == "pobj"), None)
    apart = noun is not None and noun.tag_ in NOUNS and noun.ent_type_ != "DATE"
    return noun if apart else None
