"""What a pronoun may lean on: subjects, people and things told before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.core.questions import plain
from quiz.language.english.analyser import Sentence, is_written_small
from quiz.language.english.names import Names, name_at, name_spans, noun_kind, text_of
from quiz.language.english.phrases import is_placed, words_of
from quiz.language.english.wordlists import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECT = {"nsubj", "nsubjpass"}
SEVERAL = {"they", "them", "their"}
LONGEST = 5  # words
TITLED_THINGS = {"book", "novel", "memoir", "film", "play", "album", "song", "poem", "ship",
                 "report", "study", "series", "magazine", "opera", "painting"}  # fmt: skip
PASSING = {"after", "before", "since", "than", "like", "unlike", "alongside", "besides",
           "except", "following", "including", "as"}  # fmt: skip
POINTING = {"this", "that", "these", "those", "such", "both", "each", "most", "many"}


def is_outside(token: Token) -> bool:
    """Tell whether what the pronoun means must stand in a sentence before."""
    verb = token
    while verb.head.i != verb.i and verb.dep_ not in SUBJECT:
        verb = verb.head
    main = next(t for t in token.doc if t.head.i == t.i)
    subject = next((t for t in main.children if t.dep_ in SUBJECT), None)
    return subject is not None and (token.i == subject.i or subject.lower_ in SEVERAL)


def is_under_opinion(token: Token) -> bool:
    """Tell 'most scholars believe that they were made': the scholars are not meant."""
    verb = token.head
    if token.dep_ != "nsubjpass" or verb.dep_ != "ccomp":
        return False
    subject = next((t for t in verb.head.children if t.dep_ == "nsubj"), None)
    return subject is not None and noun_kind(subject.lemma_) is Kind.PERSON


def people_in(
    sentence: Sentence, names: Names, before: int, subjects: bool = False
) -> list[str]:
    found = []
    for first, last in name_spans(sentence):
        if last >= before or sentence.doc[last].dep_ == "poss":
            continue
        if is_in_passing(sentence.doc[last]) or is_of_thing(sentence.doc[last]):
            continue
        if subjects and sentence.doc[last].dep_ not in SUBJECT | {"appos"}:
            continue
        text = names.whole(text_of(sentence, first, last))
        if names.kind(text) is Kind.PERSON and text not in found:
            found.append(text)
    return found


def is_in_passing(name: Token) -> bool:
    """Tell 'the second woman so honoured after Ada Marsh': nobody goes on to mean her."""
    while name.dep_ == "conj":
        name = name.head
    if name.dep_ != "pobj":
        return False
    return name.head.lower_ in PASSING or is_placed(name)


def is_of_thing(name: Token) -> bool:
    """Tell the name of 'a book, Small Striped Neighbours,': nobody is called so."""
    noun = name.head
    plain = name.dep_ == "appos" and noun.tag_ == "NN" and noun.ent_type_ == ""
    return plain and noun_kind(noun.lemma_) is Kind.THING and noun.lower_ in TITLED_THINGS


def subject_in_front(
    token: Token, names: Names, sentence: Sentence, plural: bool, said: dict[int, str]
) -> str:
    """Return 'root hairs' for 'Because root hairs are thin, they ...'."""
    if token.dep_ not in SUBJECT:
        return ""
    front = next(
        (t for t in token.head.children if t.dep_ == "advcl" and t.i < token.i), None
    )
    if front is None:
        return ""
    subject = next((t for t in front.children if t.dep_ in SUBJECT), None)
    if subject is None or (subject.tag_ in {"NNS", "NNPS"}) != plural:
        return ""
    if noun_kind(subject.lemma_) is Kind.PERSON and not plural:
        return ""
    if not plural and any(t.dep_ == "dobj" and t.tag_ == "NN" for t in front.children):
        return ""  # 'when sound strikes the eardrum, it vibrates'
    return antecedent_text(sentence, subject, names, said)


def is_empty_it(token: Token) -> bool:
    """Tell 'it is clear that', 'it was not until': no thing is meant."""
    verb = token.head
    if verb.lemma_ == "be" and is_cleft(verb):
        return True
    return verb.lemma_ in {"be", "seem", "appear", "take"} and any(
        c.dep_ in {"ccomp", "csubj", "advcl", "xcomp"} and c.i > verb.i
        for c in verb.children
    )


def is_cleft(verb: Token) -> bool:
    """Tell 'it was Ada Marsh, a smith, who found': 'it' means nothing."""
    name = next((t for t in verb.children if t.dep_ == "attr"), None)
    if name is None or name.tag_ not in {"NNP", "NNPS"} or name.ent_type_ != "PERSON":
        return False
    return any(t.dep_ == "relcl" for t in name.subtree)


def is_of_own_subject(token: Token) -> bool:
    """Tell the 'their' of 'because the bishops wear their mitres'."""
    if token.tag_ != "PRP$":
        return False
    noun = token.head
    while noun.head.i != noun.i and noun.pos_ not in {"VERB", "AUX"}:
        if noun.dep_ in SUBJECT:
            return False
        noun = noun.head
    subject = next((t for t in noun.children if t.dep_ in SUBJECT), None)
    return subject is not None and subject.tag_ in {"NNS", "NNPS"} and subject.i < token.i


def is_joined(noun: Token) -> bool:
    return any(t.dep_ == "conj" for t in noun.children)


def named_close(subject: Token) -> Token | None:
    """Return the name that stands right after the noun it belongs to."""
    return next(
        (
            t
            for t in subject.children
            if t.dep_ == "appos" and t.left_edge.i == subject.i + 1 and t.tag_ == "NNP"
        ),
        None,
    )


def opens(subject: Token) -> bool:
    """Tell whether the sentence is about its subject: it begins with it, or nearly."""
    edge = subject.left_edge.i
    before = [t for t in subject.doc if t.i < edge]
    return not any(t.pos_ in {"VERB", "AUX"} or t.dep_ in SUBJECT for t in before)


def antecedent_text(
    sentence: Sentence, subject: Token, names: Names, said: dict[int, str]
) -> str:
    """Return the subject as words that stand alone, or ""."""
    if said.get(subject.i):
        return said[subject.i]
    words = words_of(subject)
    doc = sentence.doc
    if subject.i in said and words and said.get(words[0]):
        return said[words[0]]
    name = name_at(sentence, subject.i, names)
    if name is not None and name.kind is Kind.PERSON:
        return names.whole(name.text)
    if subject.tag_ in {"PRP", "DT", "WP", "WDT", "EX", "CD"}:
        return ""
    if not words or len(words) > LONGEST:
        return ""
    if any(doc[n].tag_ in {"PRP", "PRP$"} or doc[n].lower_ in POINTING for n in words):
        return ""
    anchored = any(doc[n].tag_ == "NNP" for n in words) and doc[words[0]].lower_ == "the"
    if (
        name is None
        and not anchored
        and any(doc[n].lower_ in {"the", "a", "an"} for n in words[1:])
    ):
        return ""
    if (subject.tag_ == "NN" and len(words) < 2) or words[-1] - words[0] >= len(words):
        return ""
    text = sentence.text[doc[words[0]].idx : doc[words[-1]].idx + len(doc[words[-1]].text)]
    first = doc[words[0]]
    if (first.i == 0 and is_written_small(first)) or (
        first.i == 0 and (first.tag_ not in {"NNP", "NNPS"} or first.lower_ == "the")
    ):
        text = text[:1].lower() + text[1:]
    return re.sub(r"^an? ", "the ", text)


def is_topic(sentence: Sentence, subject: Token, topic: str) -> bool:
    """Tell 'The kakapo' in an article about the kakapo."""
    start, end = subject.left_edge.idx, subject.idx + len(subject.text)
    return bool(topic) and plain(sentence.text[start:end]) == plain(topic)


def name_of_doer(sentence: Sentence, token: Token, names: Names) -> str:
    """Return who does what is done to the pronoun: that is somebody else.

    'Peary took him', 'Captain Childs, who taught him'.
    """
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in {"dobj", "dative", "pobj"} or verb.pos_ not in {"VERB", "AUX"}:
        return ""
    while verb.dep_ == "conj" and not any(t.dep_ in SUBJECT for t in verb.children):
        verb = verb.head
    subject = next((t for t in verb.children if t.dep_ in SUBJECT), None)
    if subject is not None and subject.tag_ in {"WP", "WDT"}:
        subject = verb.head
    name = name_at(sentence, subject.i, names) if subject is not None else None
    if subject is not None and name is None:  # 'The sheriff, Amos Doyle, married her'
        beside = next((t for t in subject.children if t.dep_ == "appos"), subject)
        name = name_at(sentence, beside.i, names)
    return names.whole(name.text) if name is not None else ""


def is_hit(token: Token) -> bool:
    """Tell the 'it' of 'a flood destroyed it': what was told of before."""
    if token.dep_ != "dobj" or token.head.pos_ != "VERB":
        return False
    subject = next((t for t in token.head.children if t.dep_ == "nsubj"), None)
    return subject is not None and subject.left_edge.lower_ in {"a", "an"}


def told_there(token: Token, topic: str, names: Names, nouns: dict[str, str]) -> str:
    """Return 'in Oslo' for the 'there' of an article about Oslo that tells of no other."""
    local = names.kind(topic.removeprefix("the ")) in {Kind.CITY, Kind.COUNTRY, Kind.PLACE}
    other = any(t.ent_type_ in {"GPE", "LOC", "FAC"} for t in token.doc[: token.i])
    if not (topic and local) or other or token.dep_ != "advmod":
        return ""
    return f"{'on' if nouns.get('island') == topic else 'in'} {topic}"
