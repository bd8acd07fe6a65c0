"""Words of a clause, said outside their sentence: pronouns resolved, capitals taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.language.english.analyser import is_written_big, is_written_small
from quiz.language.english.clauses import Clause
from quiz.language.english.context import Setting
from quiz.language.english.names import is_name_word, noun_kind
from quiz.language.english.phrases import NOUNS, Piece, is_cut_off
from quiz.language.english.wordlists import (
    COMPANIES,
    HONOURS,
    TIME_UNITS,
    TITLES,
    UNIQUE,
    UNITS,
    Kind,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FOLLOWING = {"prep", "acl", "relcl"}  # what tells which are meant by 'those'
MARK = "\x00"  # where the answer stood
# 'None of the barge that rammed the gates of Ord Lock's crew': too long to own anything.
LONG_OWNER = re.compile(r"\b(?:that|which|who) .*['’]s?$")
PERSONAL = {"he", "she", "him", "her", "his", "himself", "herself"}
NEUTRAL = {"it", "its", "itself"}
SEVERAL = {"they", "them", "their", "themselves"}
OWN = {"his", "her", "its", "their", "himself", "herself", "itself", "themselves"}
READERS = {"you", "your", "yours"}
SPEAKERS = {"i", "we", "you", "me", "us", "my", "our", "your", "mine", "ours", "yours"}
POINTING = {"this", "these", "those", "that", "such", "there", "here", "former", "latter",
            "above", "following"}  # fmt: skip
GROUPS = {"family", "couple", "team", "club", "crew", "pair", "band", "committee", "jury",
          "council", "party", "board", "crowd", "staff", "public"}  # fmt: skip
NO_SPACE_BEFORE = {",", ".", "'s", "’s", "'", "’", "%", ":", "?", "!", ")", "n't", "n’t"}


class Unresolved(Exception):
    """A word points to something that the question does not say."""


@dataclass(slots=True)
class Voice:
    """Says words of a clause outside their sentence, and notes what they lean on.

    `bare` counts nouns such as 'the channel' that only the article makes clear.
    """

    clause: Clause
    setting: Setting
    asks_subject: bool = False
    gap: tuple[int, int] | None = None  # clean characters that the mark replaces
    bare: int = 0
    marked: bool = field(default=False)

    def say(self, words: Iterable[int]) -> str:
        """Return the words as text.

        Raises:
            Unresolved: one of them is a pronoun of an unknown person or thing.
        """
        doc = self.clause.sentence.doc
        chosen = list(words)
        there = set(chosen)
        text, last = "", -1
        for n in chosen:
            token = doc[n]
            if is_cut_off(token) and n - 1 not in there:
                continue  # the m of a €340m that stands elsewhere
            said = self.said(token, there)
            if n + 1 < len(doc) and is_cut_off(doc[n + 1]) and n + 1 not in there:
                said += doc[n + 1].text
            if is_torn(doc, last, n):
                raise Unresolved
            if said and text and (self.space_before(n, last) or last < 0):
                text += " "
            text += said
            last = n if said or self.marked else last
        return tidy(text)

    def space_before(self, n: int, last: int) -> bool:
        doc = self.clause.sentence.doc
        if doc[n].text in NO_SPACE_BEFORE:
            return False
        return last != n - 1 or bool(doc[n - 1].whitespace_)

    def said(self, token: Token, there: set[int]) -> str:
        if self.gap and self.gap[0] <= token.idx < self.gap[1]:
            first, self.marked = not self.marked, True
            return MARK if first else ""
        if token.i in self.setting.unclear:
            raise Unresolved
        if is_emphatic(token) or is_leading_on(token):
            return ""  # 'New York itself became', 'the resulting Draper Catalogue'
        if token.text in HONOURS and token.i and token.nbor(-1).tag_ == "NNP":
            return ""  # the letters of 'Ada Marsh OM FRS'
        replaced = self.setting.named.get(token.i, self.setting.said.get(token.i))
        if replaced is not None:
            if LONG_OWNER.search(replaced):
                raise Unresolved
            self.bare += replaced.startswith("the ") and replaced.islower()
            if self.is_owner_again(token, replaced):
                return "its"
            return lowered(token) if self.is_own(token, replaced) else replaced
        self.check(token, there)
        return lowered(token)

    def is_owner_again(self, token: Token, meant: str) -> bool:
        """Tell the second of 'Lumo's board has suspended Lumo's dividend'."""
        subject = self.clause.subject
        if subject is None or token.i in subject.words or not meant.endswith("'s"):
            return False
        named = self.setting.named
        return token.i in named and any(named.get(n) == meant for n in subject.words)

    def is_own(self, token: Token, meant: str) -> bool:
        """Tell 'Vikram with its cargo': 'its' is clearer than 'Vikram's'."""
        subject = self.clause.subject
        if token.lower_ not in OWN or subject is None or token.i in subject.words:
            return False
        base = meant.removesuffix("'s").removesuffix("'").lower()
        meanings = self.setting.said | self.setting.named
        head = meanings.get(subject.words[0]) or meanings.get(subject.head.i)
        name = self.setting.name_at(self.clause.sentence, subject.head.i)
        names = {head, name.text if name else None}
        return base in {n.lower() for n in names if n}

    def check(self, token: Token, there: set[int]) -> None:
        if token.i in self.clause.sentence.speech:
            return
        word = token.lower_
        if word in SPEAKERS and not (self.setting.notice and word in READERS):
            raise Unresolved
        told = PERSONAL | NEUTRAL | SEVERAL
        if word in told and not self.is_bound(token) and not is_bound_inside(token, there):
            raise Unresolved
        if word in POINTING and token.tag_ in {"DT", "RB", "JJ", "PDT", "EX"}:
            apart = token.dep_ == "mark" if word == "that" else is_told_apart(token)
            if not apart and word != "such":
                raise Unresolved
            is_last = token.i + 1 == len(token.doc)
            if word == "such" and (is_last or token.nbor(1).lower_ != "as"):
                raise Unresolved
        if (
            word == "the"
            and token.head.tag_ in {"JJS", "JJ", "JJR"}
            and (self.clause.subject is not None and token.head == self.clause.subject.head)
        ):
            raise Unresolved  # 'the worst ever recorded': the worst what?
        if word == "the" and is_bare(token.head, there):
            if token.head.lower_ in COMPANIES | {"couple", "pair"}:
                raise Unresolved  # 'the company': no name beside it says which
            self.bare += 1
        if word in {"a", "an"} and self.is_some(token):
            self.bare += 1
        if word == "each" and token.dep_ == "det":
            self.bare += 1

    def is_some(self, token: Token) -> bool:
        """Tell 'a report was published': which one, only the article tells."""
        subject, group = self.clause.subject, self.clause.group
        past = group.tag == "VBD" or group.aux[:1] in {("was",), ("were",), ("had",)}
        return past and subject is not None and token.i == subject.words[0]

    def is_bound(self, token: Token) -> bool:
        """Tell whether the pronoun means the clause's own subject."""
        subject = self.clause.subject
        if token.dep_ == "expl":
            return True
        if subject is None or token.i in subject.words:
            return False
        if self.asks_subject and token.lower_ not in OWN:
            return False
        if token.dep_ in {"dobj", "dative"} and token.head.i == self.clause.verb.i:
            return False  # 'a flood destroyed it': no flood destroys itself
        if token.lower_ in SEVERAL:
            return is_plural(subject) or is_team(subject, self.setting, self.clause)
        person = is_person(subject, self.setting, self.clause)
        return person if token.lower_ in PERSONAL else not person and not is_plural(subject)


def is_emphatic(token: Token) -> bool:
    own = token.lower_ in {"itself", "himself", "herself", "themselves"}
    return own and token.i > 0 and token.head.i == token.i - 1 and token.head.tag_ in NOUNS


def is_leading_on(token: Token) -> bool:
    named = token.dep_ == "amod" and token.head.tag_ in {"NNP", "NNPS"}
    return named and token.lower_ in {"resulting", "ensuing"}


def is_told_apart(token: Token) -> bool:
    """Tell 'a former mining town' from 'the former', and 'those in need' from 'those'."""
    if token.lower_ == "those":
        return any(t.i == token.i + 1 and t.dep_ in FOLLOWING for t in token.children)
    return token.lower_ == "former" and token.dep_ == "amod"


def is_torn(doc: Doc, last: int, n: int) -> bool:
    """Tell 'cases the loss' of '61 cases, among them the loss of the payroll'."""
    if last < 0 or n <= last + 2 or doc[last + 1].text != ",":
        return False
    return doc[n].tag_ == "DT" and doc[last].tag_ in NOUNS


def is_bound_inside(token: Token, there: set[int]) -> bool:
    """Tell 'their' of 'farmers who wanted a better price for their butter'."""
    for above in token.ancestors if token.tag_ == "PRP$" else ():
        noun = above.head
        if above.dep_ == "relcl" and noun.i in there and noun.tag_ in {"NN", "NNS"}:
            several = noun.tag_ == "NNS"
            person = noun_kind(noun.lemma_) is Kind.PERSON
            if token.lower_ in SEVERAL:
                return several
            return not several and person == (token.lower_ in PERSONAL)
    return token.tag_ == "PRP$" and is_doer_inside(token, there)


def is_doer_inside(token: Token, there: set[int]) -> bool:
    """Tell the 'their' of 'a crowd saw Saltire extend their run': Saltire's."""
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), token)
    if verb.dep_ not in {"ccomp", "advcl"}:
        return False
    doer = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    if doer is None or doer.i not in there or doer.i > token.i or doer.tag_ == "PRP":
        return False
    if token.is_ancestor(doer) or doer.is_ancestor(token):
        return False
    several = doer.tag_ in {"NNS", "NNPS"} or any(t.dep_ == "conj" for t in doer.children)
    if token.lower_ in SEVERAL:
        return several or doer.ent_type_ == "ORG" or doer.lower_ in GROUPS
    person = doer.ent_type_ == "PERSON" or noun_kind(doer.lemma_) is Kind.PERSON
    return not several and person == (token.lower_ in PERSONAL)


def is_of_big_words(token: Token) -> bool:
    """Tell 'Ready Meals' and 'Soups and Sauces', the names of divisions."""
    after = token.i + 1
    if after + 1 < len(token.doc) and token.doc[after].lower_ == "and":
        after += 1
    following = token.doc[after] if after < len(token.doc) else token
    titled = following is not token and following.text.istitle()
    common = following.tag_ in NOUNS and following.ent_type_ not in {"PERSON", "GPE"}
    return titled and common and token.tag_ in {*NOUNS, "JJ", "VBN"}


def is_title_of_name(token: Token) -> bool:
    """Tell 'Reverend Ada Marsh'."""
    titled = token.text in TITLES and token.i + 1 < len(token.doc)
    return titled and token.nbor(1).tag_ == "NNP"


def is_trade_of_name(token: Token) -> bool:
    """Tell 'Analyst Ada Marsh', which is written small inside a sentence."""
    if token.i + 1 >= len(token.doc) or token.text in TITLES:
        return False
    named = token.nbor(1).tag_ == "NNP" and token.nbor(1).ent_type_ == "PERSON"
    return named and noun_kind(token.lower_) is Kind.PERSON and token.dep_ == "compound"


def lowered(token: Token) -> str:
    """Take the capital from a sentence's first word unless it is a name."""
    first = token.i == 0 or (token.i == 1 and token.nbor(-1).is_punct)
    if first and (is_of_big_words(token) or is_title_of_name(token)):
        return token.text
    if first and is_trade_of_name(token):
        return token.lower_
    if first and is_written_small(token):
        return token.lower_
    if not first or token.text == "I" or (is_written_big(token) and token.tag_ in NOUNS):
        return token.text
    if token.tag_ in {"NNP", "NNPS"}:
        alone = not token.ent_type_ and not token.text.isupper()
        after = token.nbor(1) if token.i + 1 < len(token.doc) else token
        common = after.text.islower() and after.tag_ in {"NN", "NNS", "CC"}
        several = token.tag_ == "NNPS" and not is_name_word(token)
        return token.lower_ if alone and (several or common) else token.text
    if token.ent_type_ in {"PERSON", "GPE", "NORP", "ORG", "LOC", "LANGUAGE"} and (
        token.tag_ not in {"DT", "IN", "PRP$"}
    ):
        return token.text
    return token.text if token.text.isupper() and len(token.text) > 1 else token.lower_


def is_plural(piece: Piece) -> bool:
    head = piece.head
    if any(t.dep_ == "conj" for t in head.children):
        return True
    return head.tag_ in {"NNS", "NNPS"} and head.lower_ not in {"united", "states"}


def is_team(piece: Piece, setting: Setting, clause: Clause) -> bool:
    """Tell a club, which the text calls 'they', and a family."""
    if piece.head.lower_ in GROUPS:
        return True
    name = setting.name_at(clause.sentence, piece.head.i)
    return name is not None and name.kind is Kind.BODY


def is_person(piece: Piece, setting: Setting, clause: Clause) -> bool:
    if piece.head.lower_ in PERSONAL:
        return True
    name = setting.name_at(clause.sentence, piece.head.i)
    if name is not None:
        return name.kind is Kind.PERSON
    return noun_kind(piece.head.lemma_) is Kind.PERSON


def is_bare(noun: Token, there: set[int]) -> bool:
    """Tell 'the channel' from 'the channel of the canal', 'the largest', 'the Sun'."""
    if noun.tag_ == "CD":
        return True
    if noun.tag_ not in {"NN", "NNS"} or noun.lower_ in UNIQUE:
        return False
    counted = any(t.dep_ == "nummod" and t.i in there for t in noun.children)
    if counted and noun.lower_ in UNITS | TIME_UNITS:
        return False  # '28 feet'
    before = [t for t in noun.children if t.dep_ in {"compound", "amod"} and t.i in there]
    nested = any(c.dep_ == "compound" for t in before for c in t.children)
    if (len(before) > 1 or nested) and not any(is_ranked(t) for t in noun.children):
        return False
    for child in noun.children:
        if child.i not in there:
            continue
        if child.dep_ in {"prep", "relcl", "acl", "appos", "poss"}:
            return False
        if child.tag_ in {"NNP", "NNPS"}:
            return False
        if child.dep_ == "amod" and child.text[:1].isupper():
            return False
    return True


def is_ranked(token: Token) -> bool:
    """Tell the 'first' of 'the first full study': of what?"""
    return token.tag_ in {"JJS", "RBS"} or token.ent_type_ == "ORDINAL"


def tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r" ([,.;:?!])", r"\1", text)
    text = re.sub(r"(?:,\s*)+,", ",", text)
    text = re.sub(r"(?<=\d[a-z])\.$", "", text)
    return text.strip(" ,;:–—")
