"""Whole phrases that can be a gap: quoted words, ranks, reasons, aims and conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from quiz.language.english.candidates import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

# The sort, the first and the last word, and the head.
Phrase: TypeAlias = "tuple[str, Token, Token, Token]"
QUOTED = re.compile(r"[\"“](?P<told>[^\"“”]+)[\"”]")
CALLED = re.compile(
    r"\b(?:named?|nam(?:es|ing)|call(?:s|ed|ing)?|dubbed|nicknamed|known|described|titled|"
    r"entitled|name|nickname|word|words|phrase|motto|slogan|term|title|as|mocked|judged|"
    r"branded|labelled|termed|pronounced|declared)\b"
)
NOUNS = {"NN", "NNS", "NNP", "NNPS", ","}
MOST_QUOTED, LONGEST_RANK, LONGEST_REASON = 6, 6, 14  # words
FEWEST_REASON = 3
ORDINAL = re.compile(r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
                     r"\d+(?:st|nd|rd|th))$", re.IGNORECASE)  # fmt: skip
AMOUNT = (r"(?:(?:about|some|around|nearly|almost|less than|more than|over|under|just) )?"
          r"[$£€¥]?\d[\d,.]*(?:%|[a-z]{1,3}\b)?(?: (?:million|billion|trillion|per cent|"
          r"percent))?")  # fmt: skip
CHANGE = re.compile(rf"\bfrom (?!\d{{4}}\b){AMOUNT} to (?!\d{{4}}\b){AMOUNT}(?<=[\w%])")
# How a clause is marked, and what its gap is called.
MARKED = {"because": "reason", "since": "reason", "so": "aim", "provided": "condition",
          "unless": "condition", "if": "condition", "once": "condition"}  # fmt: skip


def phrases_in(reading: Reading) -> Iterator[Phrase]:
    """Yield the sort, the first and the last word and the head of each phrase."""
    yield from quoted(reading)
    yield from ranked(reading)
    yield from marked(reading)
    yield from aims(reading)
    yield from changes(reading)


def changes(reading: Reading) -> Iterator[Phrase]:
    """Yield 'from about $100 to less than $10'."""
    for match in CHANGE.finditer(reading.sentence.text):
        inside = words_between(reading, match.start(), match.end())
        if inside and inside[0].i not in reading.sentence.speech:
            yield "change", inside[0], inside[-1], inside[0]


def words_between(reading: Reading, start: int, end: int) -> list[Token]:
    return [t for t in reading.sentence.doc if start <= t.idx < end]


def quoted(reading: Reading) -> Iterator[Phrase]:
    """Yield what something is called in quotation marks: 'little short of madness'."""
    text = reading.sentence.text
    for match in QUOTED.finditer(text):
        inside = words_between(reading, match.start("told"), match.end("told"))
        inside = [t for t in inside if not t.is_punct or t.text in {"'", "-", "’"}]
        if not inside or len(match["told"].split()) > MOST_QUOTED:
            continue
        before = text[: match.start()].rstrip()
        if before.endswith((",", ":")) or not CALLED.search(before):
            continue
        if text[match.end("told") - 1] in ",.?!":
            continue
        head = next((t for t in inside if t.head not in inside), inside[-1])
        yield "quoted", inside[0], inside[-1], head


def ranked(reading: Reading) -> Iterator[Phrase]:
    """Yield 'busiest port in the country', and the 'fourth' of 'the fourth country'."""
    for noun in reading.sentence.doc:
        if noun.i in reading.sentence.speech:
            continue
        if is_place_in_order(noun):
            yield "ordinal", noun, noun, noun
        if noun.dep_ not in {"attr", "oprd"} or noun.tag_ != "NN":
            continue
        best = [t for t in noun.children if t.tag_ in {"JJS", "RBS"} and t.i < noun.i]
        best += [t for t in noun.subtree if t.tag_ == "RBS" and t.i < noun.i]
        if not best:
            continue
        last = noun
        for prep in noun.children:
            simple = prep.dep_ == "prep" and prep.i == last.i + 1
            if simple and prep.right_edge.i - best[0].i < LONGEST_RANK:
                last = prep.right_edge
        yield "rank", best[0], last, noun


def is_place_in_order(token: Token) -> bool:
    """Tell the 'fourth' of 'became the fourth country'."""
    if token.tag_ != "JJ" or token.dep_ != "amod" or not ORDINAL.match(token.text):
        return False
    return token.head.dep_ in {"attr", "appos"} or token.head.tag_ == "JJS"


def marked(reading: Reading) -> Iterator[Phrase]:
    """Yield what follows 'because', 'so that', 'provided that' and 'only if'."""
    for mark in reading.sentence.doc:
        sort = MARKED.get(mark.lower_, "")
        verb = mark.head
        if not sort or mark.dep_ not in {"mark", "advmod"} or verb.dep_ != "advcl":
            continue
        if verb.head.i > mark.i or mark.i in reading.sentence.speech:
            continue
        if mark.lower_ == "since" and (mark.nbor(-1).text != "," or is_perfect(verb.head)):
            continue  # 'its first loss since it went public'
        if mark.i and mark.nbor(-1).lower_ in {"as", "even", "ever"}:
            continue
        first = mark.nbor(1)
        if first.lower_ == "that" and first.i < verb.i:
            first = first.nbor(1)
        elif mark.lower_ == "so":
            continue
        yield from whole(sort, first, verb)


def is_perfect(verb: Token) -> bool:
    return any(
        t.lower_ in {"has", "have", "had"} and t.dep_ == "aux" for t in verb.children
    )


def aims(reading: Reading) -> Iterator[Phrase]:
    """Yield what follows 'in order to'."""
    for word in reading.sentence.doc[:-1]:
        if word.lower_ == "order" and word.nbor(1).lower_ == "to" and word.i:
            verb = next((t for t in word.subtree if t.tag_ == "VB"), None)
            verb = verb or (word.nbor(2) if word.i + 2 < len(word.doc) else None)
            if verb is not None and verb.tag_ == "VB" and verb.i == word.i + 2:
                yield from whole("aim", verb, verb)
        elif word.lower_ == "to" and is_for_this(word, word.head):
            yield from whole("aim", word.head, word.head)


def is_for_this(mark: Token, verb: Token) -> bool:
    """Tell 'sent a probe to study the Sun' from 'hoped to study it'."""
    if verb.tag_ != "VB" or verb.dep_ != "advcl" or mark.i + 1 != verb.i:
        return False
    above = verb.head
    return above.pos_ == "VERB" and above.i < mark.i - 1 and mark.nbor(-1).tag_ in NOUNS


def end_before_next(verb: Token) -> Token:
    """Return the last word before ', and in temples people prayed', read as its own."""
    for other in verb.conjuncts:
        edge = other.left_edge
        while edge.i > 0 and edge.nbor(-1).dep_ in {"cc", "punct"}:
            edge = edge.nbor(-1)
        own = any(t.dep_ in {"nsubj", "nsubjpass"} for t in other.children)
        if own and other.i > verb.i and edge.text == ",":
            return edge.nbor(-1)
    return verb.right_edge


def whole(sort: str, first: Token, verb: Token) -> Iterator[Phrase]:
    """Yield the clause from its first word, without what a comma and 'which' add."""
    last = end_before_next(verb)
    for token in verb.subtree:
        edge = token.left_edge.i
        aside = token.dep_ == "relcl" and edge and token.doc[edge - 1].text == ","
        if aside and edge <= last.i and token.right_edge.i >= last.i:
            last = token.doc[edge - 2]
    while last.is_punct and last.i > first.i:
        last = last.nbor(-1)
    if any(t.lower_ == "following" for t in last.doc[first.i : last.i + 1]):
        return
    count = last.i - first.i + 1
    inside = {t.i for t in verb.subtree}
    after = last.doc[last.i + 1 : last.i + 2].text
    if after not in {"", ",", ".", ";", ":", "?", "!", ")", "–", "—"}:
        return  # 'because A and B' of which the parser tied B elsewhere
    gapless = all(n in inside for n in range(first.i, last.i + 1))
    if FEWEST_REASON <= count <= LONGEST_REASON and gapless:
        yield sort, first, last, verb
