"""What the names of an article name: one vote a name over the whole text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from quiz.language.english.analyser import Sentence, is_written_big, is_written_small
from quiz.language.english.given_names import MEN, WOMEN
from quiz.language.english.joined_names import is_joining, is_month_in_name
from quiz.language.english.phrases import is_placed
from quiz.language.english.wordlists import (
    BODY_NOUNS,
    COMPANIES,
    COUNTRIES,
    HONOURS,
    MONTHS,
    PARTICLES,
    PERSON_NOUNS,
    PLACE_NOUNS,
    SAYING,
    TITLES,
    WEEKDAYS,
    Kind,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

LABELS = {
    "PERSON": Kind.PERSON, "GPE": Kind.CITY, "LOC": Kind.PLACE, "FAC": Kind.PLACE,
    "ORG": Kind.BODY, "NORP": Kind.PEOPLE, "LANGUAGE": Kind.PEOPLE, "EVENT": Kind.EVENT,
    "WORK_OF_ART": Kind.WORK, "LAW": Kind.WORK, "PRODUCT": Kind.THING,
}  # fmt: skip
NAMED_AFTER_PERSONS = {"medal", "prize", "award", "trophy", "scale", "effect", "theorem"}
PERSON_END = re.compile(
    r"(?:ists?|(?<!tech)icians?|keepers?|smiths?|wrights?|[a-z]{2}men|eers?)$"
)
LINKS = {"of", "the", "and", "&", "de", "von", "van", "for", "'s", "’s", "-"}
NO_NAMES = frozenset((*MONTHS, *WEEKDAYS, "I", "Mr", "Mrs", "Dr", "Ms"))
NATIONAL = re.compile(r"(?:English|French|Dutch|Welsh|Irish|Scots|Norse)(?:wo)?man")
LANGUAGES = words(
    "Latin Greek Sanskrit English French German Spanish Dutch Italian Arabic Chinese "
    "Japanese Korean Norse"
)
# Animals and vessels that have names as people have.
NAMED_THINGS = words(
    """
dog cat horse pony mare parrot elephant bear lion ship boat yacht vessel schooner frigate
steamer trawler ferry tanker locomotive aircraft airship balloon plane rocket spacecraft
lander rover satellite probe orbiter robot computer bell
"""
)
TOWN_ENDS = {"city", "town", "villa", "palace"}
TEAM_ENDS = words(
    "united rovers athletic wanderers rangers albion hotspur harriers fc county argyle"
)
GIVEN = 2  # votes of a given name
RESULT = re.compile(r"([A-Z][\w .]+?) \d+[-–]\d+ ([A-Z][\w .]+)")
PLAYING = {"beat", "defeat", "equalise", "equalize", "thrash", "concede", "draw", "edge"}
SURER = 40  # votes of the result of a match
SURE = 4  # votes of a sign that is hardly ever wrong


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: words `first` to `last`, both included."""

    text: str
    first: int
    last: int
    kind: Kind


@dataclass(slots=True)
class Names:
    """The kinds of all names, how often they stand there, and their full forms."""

    votes: dict[str, Counter[Kind]] = field(default_factory=lambda: defaultdict(Counter))
    counts: Counter[str] = field(default_factory=Counter)
    full: dict[str, str] = field(default_factory=dict)  # surname -> full name
    called: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    genders: dict[str, str] = field(default_factory=dict)  # he or she, where it is told
    shared: dict[str, set[str]] = field(default_factory=dict)  # surname -> its bearers
    told: set[str] = field(default_factory=set)  # full names up to this sentence
    met: set[str] = field(default_factory=set)  # all names up to this sentence
    teams: set[str] = field(default_factory=set)
    with_the: set[str] = field(default_factory=set)  # names that stand after "the"

    def kind(self, name: str) -> Kind:
        name = self.full.get(name, name)
        if name in COUNTRIES:
            return Kind.COUNTRY
        votes = self.votes.get(name)
        return max(votes, key=votes.__getitem__) if votes else Kind.THING

    def is_sure(self, name: str) -> bool:
        """Tell whether more than spaCy's label speaks for the kind."""
        return max(self.votes.get(name, {}).values(), default=0) >= SURE

    def of_kind(self, kind: Kind) -> list[str]:
        """Return the names of a kind in their full forms, those most told first."""
        mine = [n for n in self.counts if n not in self.full and self.kind(n) is kind]
        return sorted(mine, key=lambda n: -self.counts[n])

    def is_of_one_body(self) -> bool:
        """Tell whether fewer than two companies, clubs and offices are told of again."""
        found = {n for n in self.full.values() if self.kind(n) is not Kind.PERSON}
        totals: Counter[str] = Counter()
        for name, count in self.counts.items():
            if len(found) > 1:
                break  # a book names thousands
            if self.kind(name) is Kind.BODY:
                totals[self.whole(name)] += count
                found |= {n for n in [self.whole(name)] if totals[n] > 1}
        return len(found) < 2

    def whole(self, name: str) -> str:
        return self.full.get(name, name)


def vote(sentences: Sequence[Sentence]) -> Names:
    """Read all names of the article."""
    names = Names()
    for sentence in sentences:
        if sentence.clean.heading:
            continue
        for first, last in name_spans(sentence):
            text = text_of(sentence, first, last)
            names.counts[text] += 1
            if first and sentence.doc[first - 1].lower_ == "the":
                names.with_the.add(text)
            for kind, weight in signs(sentence, text, first, last):
                names.votes[text][kind] += weight
            for noun in nouns_for(sentence, last):
                names.called[noun].append(text)
    names.full = full_names(names)
    read_teams(sentences, names)
    return names


def read_teams(sentences: Sequence[Sentence], names: Names) -> None:
    """Note the clubs: those of a line with the result, and who beat or equalised."""
    for sentence in sentences:
        if result := RESULT.fullmatch(sentence.text.strip(" .")):
            names.teams |= {result[1], result[2]}
        for first, last in name_spans(sentence):
            head = sentence.doc[last]
            text = text_of(sentence, first, last)
            plays = head.dep_ == "nsubj" and head.head.lemma_ in PLAYING
            if plays and names.kind(text) in {Kind.PLACE, Kind.CITY, Kind.BODY}:
                names.teams.add(text)
    for team in names.teams:
        names.votes[team][Kind.BODY] += SURER


@cache  # each stage reads them; `pipeline.forget` lets them go
def name_spans(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Return the runs of words that are names, without 'the', titles and 's."""
    doc, found, place = sentence.doc, [], 0
    while place < len(doc):
        token = doc[place]
        if not is_name_word(token):
            place += 1
            continue
        last = end_of_run(sentence, place)
        end = before_honours(sentence, place, last)
        first = after_title(sentence, place, end)
        if doc[first].text not in NO_NAMES:
            found.append((first, end))
        place = last + 1
    return tuple(found)


def before_honours(sentence: Sentence, first: int, last: int) -> int:
    """Return where the name ends before the letters of 'Ada Marsh OM FRS'."""
    end = last
    while end > first and sentence.doc[end].text in HONOURS:
        end -= 1
    return end if end > first else last


def after_title(sentence: Sentence, first: int, last: int) -> int:
    """Return where the name begins after 'Dr' or 'Prime Minister'."""
    titles = [n for n in range(first, last) if is_title(sentence.doc[n])]
    if not titles or sentence.doc[titles[-1] + 1].text in LINKS:
        return first
    return titles[-1] + 1


def is_title(token: Token) -> bool:
    """Tell 'Dr', 'Englishman' and, where a sentence begins, 'Striker' before a name."""
    if token.i == 0 and token.lower_ in PERSON_NOUNS and token.text.istitle():
        return True
    return token.text in TITLES or bool(NATIONAL.fullmatch(token.text))


def is_name_word(token: Token) -> bool:
    text = token.text
    if is_month_in_name(token):
        return True
    if not text[:1].isupper() or token.text in NO_NAMES or token.pos_ in {"PRON", "DET"}:
        return False
    if token.i == 0 or token.nbor(-1).text in {'"', "“", ":"}:
        if token.tag_ not in {"NNP", "NNPS"} or is_written_small(token):
            return False
        told = token.ent_type_ in LABELS or is_written_big(token)
        return told or is_followed_by_name(token)
    return token.tag_ in {"NNP", "NNPS"} or (
        token.ent_type_ in LABELS and token.tag_ in {"NN", "NNS", "JJ"}
    )


def is_followed_by_name(token: Token) -> bool:
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.tag_ in {"NNP", "NNPS"}


def end_of_run(sentence: Sentence, first: int) -> int:
    """Return the last word of the name that begins at `first`: University of Basel."""
    doc, last, place = sentence.doc, first, first + 1
    while place < len(doc):
        token = doc[place]
        if is_name_word(token):
            if (
                token.dep_ == "appos"
                and doc[last].head.i != token.i
                and token.i == last + 1
            ):
                break
            last = place
        elif (
            (
                token.text in PARTICLES
                and place + 1 < len(doc)
                and (doc[place + 1].text[:1].isupper() or doc[place + 1].text in PARTICLES)
            )
            or (token.ent_iob_ == "I" and token.text in LINKS and token.ent_type_ in LABELS)
            or (token.text == "of" and follows_in_name(sentence, place))
            or (token.text == "and" and is_joining(sentence.text, token.idx))
        ):
            pass
        else:
            break
        place += 1
    return last


def follows_in_name(sentence: Sentence, place: int) -> bool:
    doc = sentence.doc
    noun = doc[place - 1].lower_
    if place + 1 >= len(doc) or noun not in {**BODY_NOUNS, **PLACE_NOUNS}:
        return False
    after = doc[place + 1]
    return is_name_word(after)


def text_of(sentence: Sentence, first: int, last: int) -> str:
    start = sentence.doc[first].idx
    end = sentence.doc[last].idx + len(sentence.doc[last].text)
    return re.sub(r"['’]s?$", "", sentence.text[start:end])


def signs(
    sentence: Sentence, text: str, first: int, last: int
) -> Iterable[tuple[Kind, int]]:
    """Yield what speaks for a kind: spaCy's label and what surer signs say."""
    doc = sentence.doc
    head = doc[last]
    labels = Counter(doc[n].ent_type_ for n in range(first, last + 1))
    label = labels.most_common(1)[0][0]
    with_the = first > 0 and doc[first - 1].lower_ == "the" and " " not in text
    placed = label == "PERSON" and " " not in text and is_placed(head)
    if label in LABELS:
        kind = Kind.CITY if placed else LABELS[label]  # 'moved to Surrey'
        yield Kind.THING if with_the and label == "PERSON" else kind, 1
    if text in LANGUAGES:
        yield Kind.PEOPLE, SURE
    word = text.split()[-1].lower().strip(".")
    start = text.split()[0].lower()
    if (
        word in BODY_NOUNS
        or word.endswith(("bank", "museum"))
        or (start in BODY_NOUNS and " of " in text)
    ) or (" of " in text and text.split(" of ")[0].split()[-1].lower() in BODY_NOUNS):
        yield Kind.BODY, SURE
    elif word in PLACE_NOUNS or start in {"lake", "mount", "isle", "cape", "port"}:
        yield Kind.PLACE, SURE
    if (defined := defined_as(head)) is not None:
        yield defined, SURE
    if " " in text and word in NAMED_AFTER_PERSONS:
        yield Kind.THING, 2 * SURE
    if word in {"act", "treaty", "accord", "bill", "convention"}:
        yield Kind.WORK, SURE
    if word in {"war", "revolution", "battle", "cup", "games", "olympics", "congress"}:
        yield Kind.EVENT, SURE
    if " " in text and text.split()[0] in MEN | WOMEN and word not in BODY_NOUNS:
        yield Kind.PERSON, GIVEN
    if word in TEAM_ENDS and " " in text:
        yield Kind.BODY, SURE
    titled = first > 0 and doc[first - 1].text in TITLES
    if titled and word not in BODY_NOUNS and word not in PLACE_NOUNS:
        yield Kind.PERSON, SURE
    if head.dep_ == "appos" and head.head.lower_ in COMPANIES:
        yield Kind.BODY, SURE
    if any(t.dep_ == "appos" and t.lower_ in COMPANIES for t in head.children):
        yield Kind.BODY, SURE
    if head.dep_ == "appos" and head.head.lower_ in NAMED_THINGS:
        yield Kind.THING, SURE  # 'her dog, Tray'
    elif is_person_here(head) or has_age(head):
        yield Kind.PERSON, SURE


def defined_as(head: Token) -> Kind | None:
    """Return the kind of 'Surtsey is an island'."""
    if head.dep_ != "nsubj" or head.head.lemma_ != "be":
        return None
    noun = next((t for t in head.head.children if t.dep_ == "attr"), None)
    kind = noun_kind(noun.lemma_) if noun is not None and noun.tag_ == "NN" else Kind.THING
    return None if kind is Kind.THING else kind


def has_age(head: Token) -> bool:
    """Tell 'Agnes Thorley, 67,'."""
    return any(
        t.dep_ in {"appos", "nummod", "npadvmod"}
        and re.fullmatch(r"\d{1,2}", t.text)
        and t.nbor(-1).text == ","
        for t in head.children
        if t.i > head.i
    )


def is_person_here(head: Token) -> bool:
    """Tell by what stands with the name: who, an office, what only people do."""
    for child in head.children:
        if child.dep_ == "appos" and child.lower_ in PERSON_NOUNS:
            return True
        if child.dep_ == "relcl" and any(c.lower_ == "who" for c in child.children):
            return head.ent_type_ not in {"GPE", "LOC", "FAC"}
        if child.dep_ in {"compound", "amod"} and child.lower_ in PERSON_NOUNS:
            return child.text.islower()
    if head.dep_ == "appos" and head.head.lower_ in PERSON_NOUNS:
        return True
    if head.dep_ == "nsubj" and head.head.lemma_ in {"say", "tell", "write"} & SAYING:
        return head.head.tag_ in {"VBD", "VBZ"} and head.ent_type_ == "PERSON"
    return False


def nouns_for(sentence: Sentence, last: int) -> list[str]:
    """Return what the sentence calls the name: 'Vikram, a spacecraft', 'the lander X'."""
    head = sentence.doc[last]
    nouns = [
        c.lower_
        for c in head.children
        if c.dep_ == "appos" and c.tag_ == "NN" and c.left_edge.i == last + 2
    ]
    if head.dep_ == "appos" and head.head.tag_ == "NN":
        nouns.append(head.head.lower_)
    if head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ == "be":
        nouns += [
            c.lower_ for c in head.head.children if c.dep_ == "attr" and c.tag_ == "NN"
        ]
    if head.dep_ == "oprd" and head.head.lemma_ in {"name", "call"}:
        noun = head.head.head
        nouns += [noun.lower_] if noun.tag_ == "NN" and head.head.dep_ == "acl" else []
    before = head.left_edge
    compounds = [
        c.lower_ for c in head.children if c.dep_ == "compound" and c.text.islower()
    ]
    nouns += compounds if before.lower_ == "the" else []
    own = head.lower_ if head.tag_ in {"NNP", "NN"} and last > 0 else ""
    return [*nouns, own] if own and is_name_word(sentence.doc[last - 1]) else nouns


def full_names(names: Names) -> dict[str, str]:
    """Return the full name for each surname that one person bears."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name, votes in names.votes.items():
        parts = name.split()
        if len(parts) in {2, 3, 4} and votes.most_common(1)[0][0] is Kind.PERSON:
            bearers[parts[-1]].add(name)
    found = longer_names(bearers)
    for several in bearers.values():
        several -= set(found)
    found |= {
        last: next(iter(several))
        for last, several in bearers.items()
        if len(several) == 1 and last in names.counts and not is_body(names, last)
    }
    names.shared = {last: several for last, several in bearers.items() if len(several) > 1}
    return found | full_teams(names)


def is_body(names: Names, name: str) -> bool:
    """Tell a company that bears a surname."""
    return names.votes[name].most_common(1)[:1] != [] and (
        names.votes[name].most_common(1)[0][0] is Kind.BODY and names.is_sure(name)
    )


def longer_names(bearers: dict[str, set[str]]) -> dict[str, str]:
    """Return 'Mabel Ching Doyle' for 'Ching Doyle', where one name ends so."""
    found = {}
    for several in bearers.values():
        for name in several:
            longer = [other for other in several if other.endswith(f" {name}")]
            if len(longer) == 1:
                found[name] = longer[0]
    return found


def full_teams(names: Names) -> dict[str, str]:
    """Return 'Northport City' for a 'City' that stands alone."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in names.counts:
        parts = name.split()
        if len(parts) > 1 and parts[-1].lower() in TEAM_ENDS | TOWN_ENDS:
            bearers[parts[-1]].append(name)
    return {
        last: several[0]
        for last, several in bearers.items()
        if len(several) == 1 and last in names.counts
    }


def name_at(sentence: Sentence, place: int, names: Names) -> Name | None:
    """Return the name that word `place` is part of."""
    for first, last in name_spans(sentence):
        if first <= place <= last:
            text = text_of(sentence, first, last)
            return Name(text, first, last, names.kind(text))
    return None


def noun_kind(noun: str) -> Kind:
    """Return what a common noun names."""
    lower = noun.lower()
    if lower in PERSON_NOUNS or lower.removesuffix("s") in PERSON_NOUNS:
        return Kind.PERSON
    if PERSON_END.search(lower):
        return Kind.PERSON
    if lower in BODY_NOUNS:
        return Kind.BODY
    return Kind.PLACE if lower in PLACE_NOUNS else Kind.THING
