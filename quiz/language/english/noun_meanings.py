"""'The canal', 'the company', 'the species': the name that such words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.language.english.names import Names, noun_kind
from quiz.language.english.phrases import is_aside
from quiz.language.english.wordlists import COMPANIES, UNIQUE, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def noun_meant(
    the: Token, names: Names, by_topic: dict[str, str], named: str = ""
) -> dict[int, str]:
    """Return 'the Erie Canal' for 'the canal', where only one name has that noun."""
    noun = the.head
    own = noun.tag_ == "NN" or noun.lower_ == "species"
    own = own or (noun.tag_ == "NNP" and noun.lower_ in by_topic)
    own = own or is_plural_of_topic(noun, by_topic)
    body = names.kind(named.removeprefix("the ")) is Kind.BODY and names.is_of_one_body()
    if body and is_kind_of_company(noun, the):
        return dict.fromkeys(range(the.i, noun.i + 1), "") | {the.i: named}
    if not own or noun.i != the.i + 1 or noun.lower_ in UNIQUE:
        return {}
    if any(
        t.dep_ in {"prep", "acl", "relcl", "appos"}
        and not (is_aside(t) or is_of_verb(t, noun, by_topic))
        for t in noun.children
    ):
        return {}
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if after is not None and after.tag_ in {"NNP", "NN", "NNS"}:
        return {}
    name = by_topic.get(noun.lower_, "")
    if not name:
        called = set(names.called.get(noun.lower_, ()))
        alone = names.is_of_one_body()
        if not called and noun.lower_ in COMPANIES | {"group"} and named and alone:
            return {the.i: named, noun.i: ""}
        if len(called) != 1 or noun_kind(noun.lower_) is Kind.PERSON:
            return {}
        name = next(iter(called))
        if name not in names.met and name not in the.doc[: the.i].text:
            return {}  # a tower that is told of only later
        name = f"the {name}" if name in names.with_the else name
    return {the.i: name, noun.i: ""}


def is_of_verb(prep: Token, noun: Token, by_topic: dict[str, str]) -> bool:
    """Tell 'classed the species as rare': the preposition goes with the verb."""
    known = noun.lower_ in {"species", "animal", "creature"} and noun.lower_ in by_topic
    return known and noun.dep_ == "dobj" and prep.lower_ in {"as", "from", "by"}


def is_plural_of_topic(noun: Token, by_topic: dict[str, str]) -> bool:
    """Tell 'the chessmen' in an article about the Lewis Chessmen."""
    topic = by_topic.get(noun.lower_, "")
    return noun.tag_ == "NNS" and topic.lower().endswith(f" {noun.lower_}")


def is_kind_of_company(noun: Token, the: Token) -> bool:
    """Tell 'the dairy group' and 'the British retailer' from 'the group of farmers'."""
    between = noun.doc[the.i + 1 : noun.i]
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    return (
        noun.lower_ in COMPANIES | {"group"}
        and noun.tag_ == "NN"
        and len(between) == 1
        and between[0].lower_ not in {"other", "new", "rival", "whole", "same", "parent"}
        and between[0].dep_ in {"compound", "amod"}
        and between[0].tag_ != "NNP"
        and after.tag_ not in {"NNP", "NN", "NNS"}
        and not any(t.dep_ in {"prep", "acl", "appos"} for t in noun.children)
    )
