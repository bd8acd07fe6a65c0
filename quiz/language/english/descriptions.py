"""The hall, the fire, the mayor: what the article said of them when they first came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence
from quiz.language.english.names import Name, Names, name_at, noun_kind
from quiz.language.english.phrases import words_of
from quiz.language.english.whole_names import work_at
from quiz.language.english.wordlists import COMPANIES, OFFICES, UNIQUE, VAGUE, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_OWNED = 5  # words of "Ada Marsh's old mill"
LONGEST = 11  # words of a description
ARTICLES = {"a", "an", "the"}
KINSHIP = {"mother", "father", "sister", "brother", "son", "daughter", "wife", "husband",
           "aunt", "uncle", "cousin", "grandmother", "grandfather"}  # fmt: skip
# Nouns that name many things, or what one may say of anything.
LOOSE = {"year", "month", "day", "week", "number", "series", "member", "majority", "lot",
         "set", "pair", "history", "rest", "story", "report", "first", "second", "last",
         "half", "side", "man", "woman", "person", "boy", "girl", "reason", "world",
         "end", "beginning", "start", "name", "title", "word", "people"}  # fmt: skip


def name_beside(sentence: Sentence, noun: Token, names: Names) -> Name | None:
    """Return the name in 'the mayor, Ada Marsh,' or 'one river, the Ord,'."""
    if noun.tag_ not in {"NN", "JJS"} or noun.i in sentence.speech:
        return None
    words = words_of(noun)
    last = words[-1] if words else noun.i
    for child in noun.children:
        if child.dep_ != "appos" or child.tag_ != "NNP" or child.left_edge.i != last + 2:
            continue
        if sentence.doc[last + 1].text != "," or any(
            c.dep_ == "conj" for c in child.children
        ):
            continue
        name = name_at(sentence, child.i, names)
        if name is not None and suits(noun, name):
            return name
    return None


def suits(noun: Token, name: Name) -> bool:
    if noun.tag_ == "JJS":
        return True  # 'the largest, the Ord,'
    person = noun_kind(noun.lemma_) is Kind.PERSON or noun.lower_ in OFFICES
    if noun.lower_ in COMPANIES:
        return name.kind is not Kind.PERSON
    return person == (name.kind is Kind.PERSON)


def names_for_nouns(sentence: Sentence, names: Names) -> dict[int, str]:
    """Return the name for the words of 'the mayor' in 'The mayor, Ada Marsh, said'."""
    found: dict[int, str] = {}
    for token in sentence.doc:
        if token.tag_ not in {"NN", "JJS"} or not any(
            c.dep_ == "appos" for c in token.children
        ):
            continue
        name = name_beside(sentence, token, names)
        words = words_of(token)
        if name is None or not words or is_first_name_of_kin(token, name):
            continue
        if work_at(sentence.doc[name.first], sentence.doc[name.last]) is not None:
            continue  # 'her memoir, A Winter at the Cape'
        the = name.first and sentence.doc[name.first - 1].lower_ == "the"
        text = f"the {name.text}" if the else names.whole(name.text)
        found |= dict.fromkeys(words, "")
        found[words[0]] = text
    return found


def is_first_name_of_kin(noun: Token, name: Name) -> bool:
    """Tell 'her mother, Molly': 'Ada Marsh's mother' says more than 'Molly'."""
    return noun.lower_ in KINSHIP and " " not in name.text


def descriptions(sentences: Sequence[Sentence]) -> dict[str, tuple[int, str]]:
    """Return for a noun the sentence that describes it and the words: 'the hall in Oslo'.

    Only nouns that the article uses for one thing have one.
    """
    told: dict[str, dict[str, int]] = defaultdict(dict)
    plain: dict[str, int] = {}
    for number, sentence in enumerate(sentences):
        for noun in sentence.doc:
            if not is_describable(noun) or noun.i in sentence.speech:
                continue
            text = description(sentence, noun)
            if text:
                told[noun.lower_].setdefault(text, number)
            elif is_another(noun):
                plain[noun.lower_] = number
    return {
        noun: (number, text)
        for noun, texts in told.items()
        if len(texts) == 1 and noun not in plain
        for text, number in texts.items()
    }


def is_describable(noun: Token) -> bool:
    return (
        noun.tag_ == "NN"
        and noun.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}
        and noun.dep_ not in {"compound", "appos"}
        and noun.lower_ not in UNIQUE | VAGUE | LOOSE
        and noun_kind(noun.lemma_) is not Kind.PERSON
        and noun.lower_ not in OFFICES
    )


def is_another(noun: Token) -> bool:
    """Tell 'another hall', 'a hall of its own', 'his hall' from plain 'the hall'."""
    words = [t for t in noun.subtree if t.i < noun.i]
    return not (len(words) == 1 and words[0].lower_ in {"the", "this", "that"})


def description(sentence: Sentence, noun: Token) -> str:
    words = words_of(noun)
    doc = sentence.doc
    owner = next((t for t in noun.children if t.dep_ == "poss"), None)
    if (
        words
        and owner is not None
        and owner.tag_ == "NNP"
        and owner.left_edge.i == words[0]
    ):
        return as_said(sentence, words) if len(words) <= LONGEST_OWNED else ""
    if not words or doc[words[0]].lower_ not in ARTICLES:
        return ""
    if noun.dep_ in {"dobj", "nsubjpass"}:
        words = with_place(sentence, words)
    if is_anchored(sentence, noun, words):
        return as_the(sentence, words)
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.tag_ != "VBD" or doc[words[0]].lower_ == "the":
        return ""
    done = next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)
    if done is None or verb.i != words[-1] + 1:
        return ""
    object_words = with_place(sentence, words_of(done))
    if not is_anchored(sentence, done, object_words) or object_words[0] != verb.i + 1:
        return ""
    first = as_the(sentence, words)
    rest = as_said(sentence, [verb.i, *object_words])
    return f"{first} that {rest}" if first and rest else ""


def with_place(sentence: Sentence, words: list[int]) -> list[int]:
    """Return 'the hall in Oslo' where the parser tied the place to the verb."""
    doc = sentence.doc
    after = words[-1] + 1 if words else len(doc)
    if after >= len(doc) or doc[after].lower_ not in {"in", "at", "near"}:
        return words
    prep = doc[after]
    noun = next((t for t in prep.children if t.dep_ == "pobj"), None)
    if prep.dep_ != "prep" or noun is None or noun.tag_ != "NNP":
        return words
    return words if noun.ent_type_ in {"DATE", "TIME"} else [*words, *words_of(prep)]


def is_anchored(sentence: Sentence, noun: Token, words: Sequence[int]) -> bool:
    """Tell whether a name among the words tells which one is meant."""
    doc = sentence.doc
    if any(doc[n].tag_ in {"PRP", "PRP$", "WDT", "WP", "CD"} for n in words):
        return False
    if words[-1] - words[0] != len(words) - 1:
        return False
    return any(
        doc[n].tag_ == "NNP" and n != noun.i and doc[n].ent_type_ not in {"DATE", "TIME"}
        for n in words
    )


def as_the(sentence: Sentence, words: Sequence[int]) -> str:
    rest = as_said(sentence, words[1:])
    return f"the {rest}" if rest else ""


def as_said(sentence: Sentence, words: Sequence[int]) -> str:
    doc = sentence.doc
    if not words or len(words) > LONGEST or words[-1] - words[0] != len(words) - 1:
        return ""
    return sentence.text[doc[words[0]].idx : doc[words[-1]].idx + len(doc[words[-1]].text)]
