"""What an article is about: what its title names, and the company it tells of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.core.article import Article
from quiz.core.questions import plain
from quiz.language.english.analyser import Sentence, nlp
from quiz.language.english.glosses import DATELINE
from quiz.language.english.names import SURE, Names, name_at
from quiz.language.english.wordlists import Kind, words

if TYPE_CHECKING:
    from spacy.tokens import Token

LAWS = {
    "Act", "Law", "Treaty", "Agreement", "Scheme", "Programme", "Program", "Bill", "Code",
}  # fmt: skip
SUBJECT = {"nsubj", "nsubjpass"}
# How a question says on, at or during what it happened.
SCOPES = {
    "On": words("canal railway railroad line road highway river ship ferry expedition"),
    "At": words(
        """
lighthouse castle palace abbey cathedral temple museum school university mine tower fort
station stadium zoo observatory theatre theater
"""
    ),
    "During": words(
        """
revolution restoration crisis famine plague epidemic pandemic depression rebellion
uprising revolt siege campaign renaissance blitz strike reformation rush
"""
    ),
    "In": words("flood war fire battle massacre eruption earthquake storm hurricane"),
}
LIVED_IN = {"town", "city", "port", "harbour", "harbor", "village", "suburb", "people",
            "households", "residents", "homes", "streets", "mayor"}  # fmt: skip
SPOT = re.compile(
    r"\b(?:[A-Z][\w’'-]+ )+(?:[Ll]ido|[Mm]useum|[Ll]ibrary|[Hh]ospital|[Zz]oo|[Tt]heatre|"
    r"[Aa]irport|[Pp]ool|[Ss]tadium|[Cc]astle|[Cc]athedral|[Ss]tation)\b(?! [A-Z])"
)
SETTLED = {"town", "city", "village", "island", "county", "country", "region", "province"}
LONGEST_TITLE = 6  # words of a title that names what the article is about
LONGEST_HEADLINE = 10  # words
LONGEST_NAME = 5  # words
OPENING = 3  # sentences that say what an article is about
FIRST_NOUNS = {"lake", "mount", "river", "cape", "fort", "port", "isle"}
OPENING_TEXT = 300  # characters
OFTEN = 6  # pronouns of whom a text tells throughout
MAIN = 3  # times that an article tells of what it is about
# 'The animal' in an article about the axolotl.
CREATURES = ("animal", "species", "creature")


def topic_of(article: Article) -> str:
    """Return what the title names, as the text writes it, "" where it is a sentence."""
    title = re.split(r"[:?!–—|]", article.title)[0].strip(" \"“”'")
    if not title or len(title.split()) > LONGEST_TITLE or "," in title:
        return ""
    if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD", "CC"} for t in nlp()(title)):
        return ""
    name = re.sub(r"^(?:the|a|an) ", "", title, flags=re.IGNORECASE)
    found = as_written(name, article.text, the=name != title)
    if found.lower() not in article.text.lower():
        found = named_topic(name, article.text) or found
    return found or shorter_topic(name, article.text)


def named_topic(title: str, text: str) -> str:
    """Return 'the Aral Sea' for the title 'The shrinking of the Aral Sea'."""
    named = re.fullmatch(r"\w+ of (?:the )?(?P<name>(?:[A-Z]\w+ ?)+)", title)
    if named is None or len(re.findall(rf"\b{named['name']}\b", text)) < MAIN:
        return ""
    the = "the " if " of the " in title else ""
    return f"{the}{named['name']}"


def shorter_topic(title: str, text: str) -> str:
    """Return 'the saiga' for the title 'Saiga antelope' of a text about 'the saiga'."""
    name, _, noun = title.rpartition(" ")
    opening = re.match(rf"(?:The )?{re.escape(name)}\b", text, re.IGNORECASE)
    if not name or not noun.islower() or opening is None:
        return ""
    often = len(re.findall(rf"\b{re.escape(name)}s?\b", text, re.IGNORECASE)) >= MAIN
    told = re.search(rf"\b{re.escape(noun)}\b", text[:OPENING_TEXT])
    return as_written(name, text) if often and told else ""


def person_of_title(title: str, names: Names) -> str:
    """Return 'Gertrude Belle Elion' for the title 'Gertrude Elion'."""
    parts = title.split()
    if not 2 <= len(parts) <= LONGEST_NAME:
        return ""
    fitting = [
        n
        for n in names.of_kind(Kind.PERSON)
        if n.split()[0] == parts[0] and n.split()[-1] == parts[-1]
    ]
    return fitting[0] if len(fitting) == 1 else ""


def name_in_title(title: str, topic: str) -> str:
    """Return 'Gertrude Elion', as the title has it, for 'Gertrude Belle Elion'."""
    parts, whole = title.split(), topic.split()
    shorter = 2 <= len(parts) < len(whole) and set(parts) <= set(whole)
    ends = shorter and (parts[0], parts[-1]) == (whole[0], whole[-1])
    return title.strip() if ends else topic


def main_person(sentences: Sequence[Sentence], names: Names, topic: str) -> str:
    """Return of whom a text tells: named far more often than others, and first."""
    if topic:
        return topic if names.kind(topic) is Kind.PERSON else ""
    counts: Counter[str] = Counter()
    for name, count in names.counts.items():
        if names.kind(name) is Kind.PERSON:
            counts[names.whole(name)] += count
    told = told_throughout(sentences, names)
    if told and counts[told] >= max(counts.values()):
        return told
    order = [name for name, _ in counts.most_common(1)]
    opening = " ".join(s.text for s in sentences[:OPENING])
    if not order or counts[order[0]] < MAIN or order[0] not in opening:
        return ""
    first = [n for n in counts if n in opening]
    return order[0] if min(first, key=opening.find) == order[0] else ""


def told_throughout(sentences: Sequence[Sentence], names: Names) -> str:
    """Return whom the first sentence is about, where 'she' goes on through the text."""
    first = next((s for s in sentences if not s.clean.heading), None)
    if first is None or not is_one_gender(sentences):
        return ""
    subject = next((t for t in first.root.children if t.dep_ in SUBJECT), None)
    name = name_at(first, subject.i, names) if subject is not None else None
    whole = names.whole(name.text) if name and name.kind is Kind.PERSON else ""
    return whole if " " in whole else ""


def is_one_gender(sentences: Sequence[Sentence]) -> bool:
    counts = Counter(t.lower_ for s in sentences for t in s.doc if t.i not in s.speech)
    he, she = counts["he"] + counts["his"], counts["she"] + counts["her"]
    return max(he, she) >= OFTEN and max(he, she) >= MAIN * min(he, she)


def scope_of(topic: str, names: Names, nouns: dict[str, str]) -> str:
    """Return 'Under the Act, ' or 'In Oslo, ' for what happened there."""
    last = topic.split()[-1] if topic else ""
    if not last[:1].isupper():
        return ""
    if last in LAWS:
        return f"Under {topic}, "
    kind = names.kind(topic.removeprefix("the "))
    place = kind in {Kind.CITY, Kind.COUNTRY, Kind.PLACE} or not SETTLED.isdisjoint(nouns)
    if place and not topic.startswith("the "):
        return f"On {topic}, " if "island" in nouns else f"In {topic}, "
    return scope_by_noun(topic, last.lower()) if topic.startswith("the ") else ""


def scope_by_noun(topic: str, noun: str) -> str:
    """Return 'On the Erie Canal, ' or 'During the Meiji Restoration, ', "" for a league."""
    for preposition, nouns in SCOPES.items():
        if noun in nouns:
            return f"{preposition} {topic}, "
    return ""


def nouns_of_topic(sentences: Sequence[Sentence], topic: str) -> dict[str, str]:
    """Return what 'the city' means where 'Matera is a city in Basilicata' opens."""
    found: dict[str, str] = {}
    for sentence in sentences[:OPENING]:
        for noun in sentence.doc:
            subject = subject_defined(noun)
            if subject is None or noun.tag_ != "NN":
                continue
            words = sentence.text[subject.left_edge.idx : subject.idx + len(subject.text)]
            if topic and plain(bare(words)) == plain(bare(topic)):
                found[noun.lower_] = topic
                one = topic.startswith("the ") or words.startswith("The ")
                if topic.islower() and one:
                    whole = f"the {topic.removeprefix('the ')}"
                    found |= dict.fromkeys(CREATURES, whole)
    return found


def bare(words: str) -> str:
    return re.sub(r"^the ", "", words, flags=re.IGNORECASE)


def subject_defined(noun: Token) -> Token | None:
    if noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return None
    return next((t for t in noun.head.children if t.dep_ == "nsubj"), None)


def as_written(title: str, text: str, the: bool = False) -> str:
    """Return 'the Erie Canal' for 'Erie Canal', 'helium' for 'Helium'."""
    own = re.escape(title)
    told = re.findall(
        rf"(?<!\ban )(?<!\ba )\b(the )?{own}\b(?!(?-i: [A-Z]))", text, re.IGNORECASE
    )
    if told and 2 * sum(map(bool, told)) > len(told):
        big = re.search(rf"[a-z,] {own}", text)
        small = re.search(rf"[a-z,] {own.lower()}\b", text)
        return f"the {title if big or not small else title.lower()}"
    if re.search(rf"(?<=[a-z,] ){re.escape(title.lower())}\b", text):
        return title.lower()
    if re.search(rf"\b{re.escape(title)}\b", text):
        return title
    words = [w for w in title.split() if w[:1].isupper() and w in text]
    return f"the {title}" if words and title.split()[-1][:1].isupper() and the else ""


def topic_nouns(topic: str) -> dict[str, str]:
    """Return what 'the canal' means where the title is 'Erie Canal'."""
    last = topic.split()[-1] if topic else ""
    if " " not in topic.removeprefix("the ") or not last[:1].isupper():
        return {}
    first = topic.removeprefix("the ").split()[0].lower()
    return {first if first in FIRST_NOUNS else last.lower(): topic}


def headline_of(article: Article, topic: str) -> str:
    """Return the title of a report where it is a sentence that names something."""
    title = article.title.strip()
    if topic or len(title.split()) not in range(4, LONGEST_HEADLINE + 1):
        return ""
    plain = not re.search(r"[\"“”:?!]", title) and title != title.title()
    return title if plain and re.search(r" [A-Z]\w", title) else ""


def hero_of(article: Article, names: Names) -> str:
    """Return the company or body that the title tells of and the text is about."""
    for whole in names.of_kind(Kind.BODY):
        short = whole.split()[0]
        if (
            short != whole
            and short in names.counts
            and short in article.title
            and article.text.find(whole) == article.text.find(short)
        ):
            names.votes[short][Kind.BODY] += SURE  # 'Kestrel' of 'Kestrel Air'
            names.counts[whole] += names.counts[short]
            names.full.setdefault(short, whole)
    short_names = {whole: short for short, whole in names.full.items()}
    told = [
        n
        for n in names.of_kind(Kind.BODY)
        if re.search(rf"\b{re.escape(short_names.get(n, n))}\b", article.title)
    ]
    told.sort(key=lambda n: -names.counts[n])
    if not told or not is_told_of(told[0], article.text, names):
        return ""
    the = re.search(rf"\b[Tt]he {re.escape(told[0])}", article.text)
    return f"the {told[0]}" if the else told[0]


def is_told_of(hero: str, text: str, names: Names) -> bool:
    """Tell a body that is named again and again, or that opens the text."""
    named = names.counts[hero]
    return named >= MAIN or (named == MAIN - 1 and text.startswith(hero))


def is_notice(sentences: Sequence[Sentence]) -> bool:
    """Tell a text that says 'you may' to whoever reads it, and seldom 'I' or 'we'."""
    counts = Counter(t.lower_ for s in sentences for t in s.doc if t.i not in s.speech)
    told = any(
        a.lower_ == "you" and b.lower_ in {"may", "must"}
        for s in sentences
        for a, b in pairwise(s.doc)
        if a.i not in s.speech
    )
    own = counts["i"] + counts["we"] + counts["our"] + counts["my"]
    return told and counts["you"] + counts["your"] >= MAIN * own


def town_of(article: Article, sentences: Sequence[Sentence], names: Names) -> str:
    """Return the town of a report's dateline, headline or first words, "" if unsure."""
    dated = DATELINE.match(article.text)
    if dated is not None:
        town = re.search(
            rf"\b{dated['town']}\b", article.text[dated.end() :], re.IGNORECASE
        )
        return town[0] if town and town[0].istitle() else dated["town"].title()
    opening = sentences[0].text if sentences else ""
    told = [n for n in names.of_kind(Kind.CITY) + names.of_kind(Kind.PLACE) if n in opening]
    settled = [n for n in told if is_settled(n, article.text, names)]
    titled = [n for n in settled if re.search(rf"\b{re.escape(n)}\b", article.title)]
    found = titled or settled
    return found[0] if len(found) == 1 and not names.teams else ""


def front_of(article: Article, town: str) -> str:
    """Return 'In Harlow, ', or the 'At Harlow Lido, ' of a headline that names it."""
    if town:
        return f"In {town}, "
    found = SPOT.search(article.title)
    return f"At {found[0]}, " if found and found[0] in article.text else ""


def is_settled(name: str, text: str, names: Names) -> bool:
    """Tell a town: people live in it, or it has a port."""
    lived = rf"\b(?:{'|'.join(LIVED_IN)}) (?:of|in|around) {re.escape(name)}\b(?! [A-Z])"
    close = rf"\bin {re.escape(name)}\b(?! [A-Z])"
    city = names.kind(name) is Kind.CITY
    return bool(re.search(lived, text)) or bool(city and re.search(close, text))


def possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
