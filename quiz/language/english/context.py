"""Who is meant by he, it and the company: only where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quiz.core.article import Article
from quiz.language.english.analyser import Sentence
from quiz.language.english.antecedents import (
    SUBJECT,
    antecedent_text,
    is_cleft,
    is_empty_it,
    is_hit,
    is_joined,
    is_of_own_subject,
    is_outside,
    is_topic,
    is_under_opinion,
    name_of_doer,
    named_close,
    opens,
    people_in,
    subject_in_front,
    told_there,
)
from quiz.language.english.belongings import (
    creature_of,
    family_of,
    of_creature,
    owned_by,
    plural_in,
)
from quiz.language.english.descriptions import descriptions, names_for_nouns
from quiz.language.english.genders import (
    PRONOUNS,
    gender_of,
    genders_of_animals,
    read_genders,
)
from quiz.language.english.moments import Calendar, calendar_of, last_year_in
from quiz.language.english.names import Name, Names, name_at, noun_kind
from quiz.language.english.noun_meanings import noun_meant
from quiz.language.english.surnames import note_full_names, surnames, unclear_surnames
from quiz.language.english.topics import (
    front_of,
    headline_of,
    hero_of,
    is_notice,
    main_person,
    name_in_title,
    nouns_of_topic,
    person_of_title,
    scope_of,
    topic_nouns,
    topic_of,
    town_of,
)
from quiz.language.english.wordlists import OFFICES, SAYING, Kind, words

if TYPE_CHECKING:
    from spacy.tokens import Token

HE = {"he": "", "she": "", "him": "", "his": "'s", "her": "'s", "hers": "'s"}
IT = {"it": "", "its": "'s"}
THEY = {"they": "", "them": "", "their": "'s"}
# What only a company or another body does, so that 'it' is no product of its own.
DONE_BY_BODIES = words(
    """
buy sell employ expect announce hire blame propose publish invest acquire plan launch
report own pay operate intend recruit forecast warn
"""
)
GIVING = {"give", "offer", "send", "teach", "show", "pay", "grant", "award", "lend"}
RECENT = 3  # sentences in which a year goes on to be meant
# What a company has, and no product of its own.
BODY_HAS = words(
    """
shares sales debt revenue turnover profit profits earnings dividend board workforce
shareholders headquarters staff employees customers founder founders owner president
chairman chairwoman director chief members factory factories offices planes fleet
ferries trains stores shops plants pilots drivers
"""
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence leans on. `said` maps its words to what they mean, "" to nothing."""

    names: Names
    calendar: Calendar
    topic: str = ""
    said: dict[int, str] = field(default_factory=dict)
    headline: str = ""  # of a report of what has just happened
    named: dict[int, str] = field(default_factory=dict)  # 'the mayor', with the name
    hero: str = ""  # the person of whom the article tells
    unclear: frozenset[int] = frozenset()  # surnames of which the text does not say whose
    scope: str = ""  # 'In Oslo, ', where a question would not say of what
    recent: int | None = None  # the year that this sentence or one just before tells
    town: str = ""  # of a report, where a wording would not say where
    notice: bool = False  # it tells its readers what they may do: 'you may appeal'
    period: str = ""  # of the company's figures: 'in the three months to June 2025'

    def name_at(self, sentence: Sentence, place: int) -> Name | None:
        return name_at(sentence, place, self.names)


@dataclass(slots=True)
class Focus:
    """What the last sentence was about: its subject as words, and the people in it."""

    thing: str = ""
    things: str = ""
    person: str = ""
    people: tuple[str, ...] = ()
    paragraph: int = -1
    named: str = ""  # the name that a sentence was last about, in any paragraph
    told: bool = False  # whether it said what the article is about


def settings(
    article: Article, sentences: Sequence[Sentence], names: Names
) -> Iterator[Setting]:
    """Yield the setting of every sentence in order."""
    topic = topic_of(article) or person_of_title(article.title, names)
    if names.kind(topic) is Kind.PERSON and " " in topic:
        names.full[topic.split()[-1]] = topic
        note_given_name(topic, names)
    called = name_in_title(article.title, topic) if topic else topic
    calendar = calendar_of(article)
    hero = hero_of(article, names)
    focus = Focus(named=hero)
    headline = headline_of(article, topic) if calendar.fresh else ""
    by_topic = topic_nouns(topic) | nouns_of_topic(sentences, topic)
    person = main_person(sentences, names, topic.removeprefix("the "))
    names.genders = read_genders(sentences, names, person)
    described = descriptions(sentences)
    thing = (
        topic if topic and names.kind(topic.removeprefix("the ")) is not Kind.PERSON else ""
    )
    scope = scope_of(topic, names, by_topic)
    years: list[int | None] = []
    creature = creature_of(by_topic)
    plural = plural_in(article.text, creature)
    reported = calendar.fresh and not (topic or hero)
    town = town_of(article, sentences, names) if reported else ""
    scope = scope or (front_of(article, town) if reported else "")
    animals = genders_of_animals(sentences)
    notice = is_notice(sentences)
    for number, sentence in enumerate(sentences):
        if sentence.clean.paragraph != focus.paragraph:
            named = focus.named
            focus = opening_focus(person or topic, names, sentence.clean.paragraph)
            focus.named = named
        known = {n: t for n, (place, t) in described.items() if place < number} | by_topic
        said = meant(sentence, names, focus, person, thing, known)
        said = {n: t for n, t in said.items() if not is_animal(sentence.doc[n], animals)}
        year = told_year(sentence, calendar)
        beside = owned_by(hero, names, sentence) | names_for_nouns(sentence, names)
        beside |= of_creature(creature, plural, sentence)
        beside |= family_of(person if topic else "", sentence)
        told = replace(calendar, year=year)
        unclear = unclear_surnames(sentence, names, said)
        shown = {
            n: text.replace(topic, called) if topic else text for n, text in said.items()
        }
        own = last_year_in(sentence.text)
        recent = recent_year(years) if own is None else None
        years.append(own)
        yield Setting(
            names, told, called, shown, headline, beside, person, unclear, scope, recent,
            town, notice,
        )  # fmt: skip
        note_full_names(sentence, names)
        calendar = replace(calendar, year=last_year_in(sentence.text) or calendar.year)
        focus = focus_after(sentence, names, said, focus, topic)
        focus.told = is_told(sentence, topic, said)


def is_animal(token: Token, animals: set[str]) -> bool:
    """Tell the 'she' of an article that calls its whale so: no woman is meant."""
    return PRONOUNS.get(token.lower_, "") in animals


def note_given_name(person: str, names: Names) -> None:
    """Let 'Dorothy' mean Dorothy Hodgkin, of whom alone the article can say so."""
    given = person.split()[0]
    others = [n for n in names.counts if n.split()[0] == given and " " in n and n != person]
    if given in names.counts and given != person.split()[-1] and not others:
        names.full.setdefault(given, person)


def recent_year(years: Sequence[int | None]) -> int | None:
    """Return the year that was told last, where few sentences stand between."""
    return next((year for year in reversed(years[-RECENT:]) if year is not None), None)


def is_told(sentence: Sentence, topic: str, said: dict[int, str]) -> bool:
    """Tell whether a sentence names the thing that the article is about."""
    return bool(topic) and (topic in sentence.text or topic in said.values())


def opening_focus(topic: str, names: Names, paragraph: int) -> Focus:
    """Return what a pronoun means where a paragraph begins: what the title names."""
    bare = topic.removeprefix("the ")
    if not topic:
        return Focus(paragraph=paragraph)
    if names.kind(bare) is Kind.PERSON:
        return Focus(person=bare, people=(bare,), paragraph=paragraph)
    if (bare.endswith("s") and not bare.endswith("ss")) or bare.endswith("men"):
        return Focus(things=topic, paragraph=paragraph)
    return Focus(thing=topic, paragraph=paragraph)


def told_year(sentence: Sentence, calendar: Calendar) -> int | None:
    """Return the year that 'that year' means: told last, in this sentence or before."""
    return last_year_in(sentence.text) or calendar.year


def meant(
    sentence: Sentence,
    names: Names,
    focus: Focus,
    person: str,
    topic: str,
    by_topic: dict[str, str],
) -> dict[int, str]:
    """Return what each pronoun and pointing noun of the sentence means."""
    said: dict[int, str] = {}
    for token in sentence.doc:
        if token.i in sentence.speech:
            continue
        word = token.lower_
        if word in HE:
            who = person_for(sentence, token, names, focus, said, person)
            put(said, token, who, HE[word])
            if who and (" " not in who or who == person):
                names.genders.setdefault(who, PRONOUNS[word])
        elif word in IT and token.dep_ != "expl":
            thing = thing_for(sentence, token, names, focus, said)
            if not thing and topic and focus.told and is_hit(token):
                thing = topic
            put(said, token, thing, IT[word])
        elif word in THEY and not is_of_own_subject(token):
            outside = is_outside(token) or is_under_opinion(token)
            close = subject_in_front(token, names, sentence, True, said)
            before = focus.things if outside else ""
            put(said, token, before or close, THEY[word])
        elif word == "there" and focus.told:
            put(said, token, told_there(token, topic, names, by_topic), "")
        elif word == "the":
            said |= noun_meant(token, names, by_topic, focus.named)
    said |= surnames(sentence, names)
    return said


def put(said: dict[int, str], token: Token, name: str, ending: str) -> None:
    if not name:
        return
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    owns = after.pos_ in {"NOUN", "PROPN", "ADJ", "ADV", "NUM", "VERB"}
    if token.lower_ == "her" and is_given_to(token):
        ending = ""
    if token.lower_ == "her" and (
        token.tag_ != "PRP$" or not owns or after.lower_ == "one"
    ):
        ending = ""
    if ending and name.endswith("s"):
        ending = "'"
    said[token.i] = name + ending


def is_given_to(token: Token) -> bool:
    """Tell 'gave her part-time work' from 'gave her name to a bay': hers, or to her?"""
    giver = token.nbor(-1) if token.i else token
    if giver.lemma_ not in GIVING or token.tag_ != "PRP$":
        return False
    return not any(t.lower_ == "to" and t.i > token.i for t in giver.children)


def person_for(
    sentence: Sentence,
    token: Token,
    names: Names,
    focus: Focus,
    said: dict[int, str],
    main: str,
) -> str:
    """Return the one person that can be meant, "" if there are two."""
    wanted = PRONOUNS[token.lower_]

    doer = name_of_doer(sentence, token, names)

    def fits(person: str) -> bool:
        return person != doer and gender_of(person, names.genders) in {"", wanted}

    here = [p for p in people_in(sentence, names, token.i) if fits(p)]
    if token.dep_ in SUBJECT and token.head.dep_ == "ROOT":
        here = [p for p in here if p in people_in(sentence, names, token.i, subjects=True)]
    if len(here) == 1:
        return here[0]
    if here:
        return ""
    before = focus.person if focus.person and fits(focus.person) else ""
    people = tuple(p for p in focus.people if fits(p))
    if before and any(n < token.i and text == before for n, text in said.items()):
        return before
    subject = token.dep_ in SUBJECT and token.head.dep_ == "ROOT"
    if before and (len(people) <= 1 or (subject and before == main)):
        return before
    if len(people) == 1:
        return people[0]
    about = bool(main) and main != doer and gender_of(main, names.genders) == wanted
    return main if about and (not people or main in people) else ""


def thing_for(
    sentence: Sentence, token: Token, names: Names, focus: Focus, said: dict[int, str]
) -> str:
    """Return what 'it' means: the last sentence's subject, where 'it' is a subject too."""
    main = next(t for t in token.doc if t.head.i == t.i)
    subject = next((t for t in main.children if t.dep_ in SUBJECT), None)
    if subject is None:
        return ""
    if token.i == subject.i:
        close = subject_in_front(token, names, sentence, False, said)
        if close and not focus.thing:
            return close
        alone = names.is_of_one_body()
        if focus.named and alone and is_done_by_body(token):
            bare = focus.named.removeprefix("the ")
            return focus.named if names.kind(bare) is Kind.BODY else focus.thing
        return "" if is_empty_it(token) else focus.thing
    if token.dep_ == "pobj" and token.head.head.i == subject.i and is_share(subject):
        mass = focus.thing.islower() and not focus.thing.startswith("the ")
        return f"the {focus.thing}" if mass else focus.thing  # 'most of it'
    if token.dep_ == "poss" and token.head.i == subject.i:
        return owner_of(subject, names, focus)
    if subject.lower_ in IT and subject.i in said:
        return said[subject.i]
    if subject.lower_ in IT and is_cleft(main) and token.dep_ in SUBJECT:
        return focus.thing  # 'it was Ada Marsh who found that it ...'
    if is_hit(token) and (town := said.get(subject.left_edge.i)):
        return town  # 'the town was rebuilt after a flood had destroyed it'
    before = [t for t in token.doc if t.i < token.i and t.pos_ in {"NOUN", "PROPN"}]
    before = [t for t in before if t.ent_type_ != "DATE"]
    if token.dep_ == "dobj" and all(is_doer(t, sentence, names) for t in before):
        return focus.thing
    if token.i < subject.i or token.dep_ not in {*SUBJECT, "poss"}:
        return ""
    if is_what_they_say(token, main) and is_doer(subject, sentence, names):
        return antecedent_text(sentence, subject, names, said)
    name = name_at(sentence, subject.i, names)
    if name is None or name.kind is Kind.PERSON or is_joined(subject):
        return ""
    others = [
        t
        for t in token.doc
        if subject.i < t.i < token.i
        and t.tag_ in {"NN", "NNP"}
        and t.dep_ in {"dobj", "attr"}
    ]
    return "" if others else antecedent_text(sentence, subject, names, {})


def is_share(noun: Token) -> bool:
    return noun.lower_ in {"most", "much", "all", "part", "half", "none", "some"}


def owner_of(owned: Token, names: Names, focus: Focus) -> str:
    """Return whose 'its' is: a president is of a body, never of an announcement."""
    alone = names.is_of_one_body()
    body = focus.named if names.kind(focus.named.removeprefix("the ")) is Kind.BODY else ""
    someone = noun_kind(owned.lemma_) is Kind.PERSON or owned.lower_ in OFFICES
    had = owned.lower_ in BODY_HAS and not someone  # a union may have a president too
    sure = names.is_sure(focus.named.removeprefix("the "))
    if body and alone and ((sure and not focus.thing) or had):
        return body
    if not someone:
        return focus.thing
    named = names.kind(focus.thing.removeprefix("the ")) is not Kind.THING
    known = focus.thing.split()[-1:] != [] and noun_kind(focus.thing.split()[-1])
    return focus.thing if named or known in {Kind.BODY, Kind.PLACE} else ""


def is_what_they_say(token: Token, main: Token) -> bool:
    """Tell the 'it' of 'Norrland said it will close a plant': it means who says so."""
    verb = token.head
    return (
        token.dep_ == "nsubj"
        and verb.dep_ == "ccomp"
        and verb.head.i == main.i
        and (main.lemma_ in SAYING and verb.i > main.i)
    )


def is_done_by_body(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in DONE_BY_BODIES


def is_doer(noun: Token, sentence: Sentence, names: Names) -> bool:
    """Tell a person or a body, which 'it' as an object does not mean."""
    name = name_at(sentence, noun.i, names)
    if name is not None:
        return name.kind in {Kind.PERSON, Kind.BODY, Kind.PEOPLE}
    return noun_kind(noun.lemma_) is Kind.PERSON


def focus_after(
    sentence: Sentence, names: Names, said: dict[int, str], before: Focus, topic: str
) -> Focus:
    """Return what the next sentence's pronouns may mean."""
    focus = Focus(paragraph=sentence.clean.paragraph, named=before.named)
    if sentence.clean.text.endswith("?"):
        return focus
    people = people_in(sentence, names, len(sentence.doc))
    told = [re.sub(r"['’]s?$", "", text) for text in said.values()]
    people += [t for t in told if names.kind(t) is Kind.PERSON and t not in people]
    focus.people = tuple(people)
    root = sentence.root
    subject = next((t for t in root.children if t.dep_ in SUBJECT), None)
    if subject is not None and (close := named_close(subject)) is not None:
        subject = close  # 'the ferry operator Northway'
    if subject is not None and subject.lower_ == "it" and is_empty_it(subject):
        return replace(before, paragraph=sentence.clean.paragraph)
    if subject is not None and subject.left_edge.lower_ == "only":
        return replace(before, paragraph=sentence.clean.paragraph)
    if subject is None:
        focus.person = people[0] if len(people) == 1 else ""
        return focus
    text = antecedent_text(sentence, subject, names, said) if opens(subject) else ""
    text = text or (topic if is_topic(sentence, subject, topic) else "")
    kept = before.thing if topic and before.thing == topic else ""
    if names.kind(text) is Kind.PERSON:
        focus.person, focus.thing = text, kept
    elif is_joined(subject) or subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in THEY:
        focus.things, focus.thing = text, kept
        if "United States" in text:
            focus.thing, focus.things = text, ""
    else:
        focus.thing = text if noun_kind(subject.lemma_) is not Kind.PERSON else kept
        name = name_at(sentence, subject.i, names)
        if name is not None and name.kind in {Kind.BODY, Kind.THING, Kind.CITY, Kind.PLACE}:
            the = "the " if text.startswith("the ") else ""
            focus.named = said.get(subject.i) or the + names.whole(name.text)
    return focus
