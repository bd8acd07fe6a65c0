"""'Revenue', 'the chief executive', 'adult males': of whom, where one alone is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence, is_written_big
from quiz.language.english.names import Names
from quiz.language.english.topics import possessive
from quiz.language.english.wordlists import words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECT = {"nsubj", "nsubjpass"}
COMPANY_NOUNS = words(
    """
shares sales debt revenue turnover profit profits earnings dividend board workforce
shareholders headquarters
"""
)
# Nouns that may have words before them: 'adjusted operating profit'.
DESCRIBED = {"sales", "debt", "revenue", "turnover", "profit", "profits", "earnings"}
POSTS = re.compile(
    r"(?:chief executive(?: officer)?|(?:chief )?(?:financial|operating) officer|"
    r"(?:finance|managing) director|chairman|chairwoman|chief scientist)$",
    re.IGNORECASE,
)
POST_ENDS = {"executive", "officer", "director", "chairman", "chairwoman", "scientist"}
STAGES = words(
    """
adults males females chicks calves pups larvae juveniles hatchlings tadpoles nestlings cubs
"""
)
GENERAL = {"animal", "species", "creature"}  # said of any topic written small
KINDS = words(
    """
animal bird seabird songbird parrot owl duck goose swift penguin eagle hawk falcon crow
reptile lizard snake turtle tortoise crocodile amphibian salamander frog toad newt fish
shark ray eel salmon mammal antelope deer bear wolf fox cat dog whale dolphin porpoise seal
bat rodent mouse rat squirrel beaver hare rabbit monkey ape lemur marsupial elephant rhino
insect beetle bee wasp ant butterfly moth dragonfly spider crab lobster squid octopus snail
mollusc worm species carnivore herbivore predator hoofed otter badger weasel camel horse
"""
)
CREATURES = {"animals", "birds", "individuals", "specimens"}


def owned_by(hero: str, names: Names, sentence: Sentence) -> dict[int, str]:
    """Return 'Northway's revenue' for the 'revenue' of an article about Northway."""
    found: dict[int, str] = {}
    for noun in sentence.doc if hero else ():
        if noun.i in sentence.speech:
            continue
        if noun.lower_ in COMPANY_NOUNS:
            found |= owned(noun, hero, described=not found)
        elif noun.lower_ in POST_ENDS and names.is_of_one_body():
            found |= held(noun, hero)
    return found


def owned(noun: Token, hero: str, described: bool) -> dict[int, str]:
    before = [t for t in noun.subtree if t.i < noun.i]
    after = [t for t in noun.children if t.dep_ == "prep" and t.lower_ in {"of", "in"}]
    if not before and not after and noun.dep_ in SUBJECT:
        return {noun.i: f"{possessive(hero)} {noun.lower_}"}
    if len(before) == 1 and before[0].lower_ == "the" and not after:
        return {before[0].i: possessive(hero)}
    described = described and noun.lower_ in DESCRIBED and noun.dep_ in SUBJECT
    described = described and hero.removeprefix("the ").split()[0] not in noun.doc.text
    plain = all(t.tag_ in {"JJ", "NN", "VBN", "VBG", "HYPH"} for t in before)
    goods = [t for p in after for t in p.children if t.dep_ == "pobj"]
    kinds = all(t.tag_ in {"NN", "NNS"} and t.left_edge.lower_ != "the" for t in goods)
    if not described or not plain or not kinds or (after and noun.lower_ != "sales"):
        return {}
    first = noun.doc[min(t.i for t in (*before, noun))]
    if first.i and is_written_big(first):
        return {}
    return {first.i: f"{possessive(hero)} {first.lower_}"}


def held(noun: Token, hero: str) -> dict[int, str]:
    """Return 'chief executive of Northway' for who took over as chief executive."""
    doc = noun.doc
    start = noun.left_edge.i
    text = doc[start : noun.i + 1].text
    named = hero.removeprefix("the ").split()[0]
    owner = any(t.dep_ in {"poss", "prep", "acl", "relcl"} for t in noun.children)
    after = doc[noun.i + 1] if noun.i + 1 < len(doc) else noun
    if owner or named in doc.text or after.tag_ in {"NNP", "NNPS"}:
        return {}
    if not POSTS.search(text) or noun.dep_ in {"compound", "conj"}:
        return {}
    return {noun.i: f"{noun.text} of {hero}"}


def creature_of(nouns: dict[str, str]) -> str:
    """Return 'the saiga' where the article says that it is an antelope."""
    return nouns.get("animal", "") if KINDS & (nouns.keys() - GENERAL) else ""


def of_creature(creature: str, plural: str, sentence: Sentence) -> dict[int, str]:
    """Return 'males of the tuatara' for the 'males' of an article about the tuatara.

    `plural` is 'saigas', which is said for 'more than 200 animals', or "" for none.
    """
    found: dict[int, str] = {}
    name = creature.removeprefix("the ")
    if not creature or name.lower() in sentence.text.lower():
        return found
    for noun in sentence.doc:
        if noun.i in sentence.speech or not is_alone(noun):
            continue
        if noun.lower_ in STAGES and noun.dep_ in SUBJECT:
            found[noun.i] = f"{noun.lower_} of {creature}"
        elif noun.lower_ in CREATURES and plural and is_counted(noun):
            found[noun.i] = plural
    return found


def is_alone(noun: Token) -> bool:
    return not any(
        t.dep_ in {"prep", "poss", "appos", "relcl", "acl", "compound"}
        for t in noun.children
        if t.lower_ not in {"in", "at", "on"}
    )


def is_counted(noun: Token) -> bool:
    before = [t for t in noun.children if t.i < noun.i]
    return any(t.dep_ == "nummod" for t in before) and not any(
        t.dep_ in {"amod", "det"} and t.lower_ != "more" for t in before
    )


def plural_in(text: str, creature: str) -> str:
    """Return 'saigas' as the text writes it, 'tuatara' where it is its own plural."""
    name = creature.removeprefix("the ")
    if not creature:
        return ""
    for plural in (f"{name}s", name):
        verb = r" (?:are|were|have|live|lay|feed|eat)\b" if plural == name else r"\b"
        if re.search(rf"\b{re.escape(plural)}{verb}", text, re.IGNORECASE):
            return plural
    counted = re.search(rf"\d {re.escape(name)}\b", text)
    return name if counted else ""


def family_of(person: str, sentence: Sentence) -> dict[int, str]:
    """Return "Ada Marsh's" for the 'the' of 'the family' in an article about her."""
    found: dict[int, str] = {}
    for noun in sentence.doc if person else ():
        the = noun.nbor(-1) if noun.i else noun
        alone = not any(t.dep_ in {"prep", "relcl", "amod"} for t in noun.children)
        family = noun.lower_ == "family" and the.lower_ == "the" and alone
        if family and the.i not in sentence.speech and person not in sentence.text:
            found[the.i] = possessive(person)
    return found
