"""Who or what 그는, 이 회사는 and a missing subject mean, in the safe cases only."""

import re
from dataclasses import dataclass, replace

from quiz.core.article import Article
from quiz.language.korean.moments import year_in
from quiz.language.korean.names import Mention, Names, read_phrase
from quiz.language.korean.phrases import Phrase, phrases
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, noun_kind
from quiz.language.korean.words import Sentence, Word

PERSON_PRONOUNS = frozenset({"그", "그녀"})
POINTING = frozenset({"이", "그", "해당", "동"})
TITLE_TAIL = re.compile(r"\s*[-–—:|(（].*$")


@dataclass(frozen=True, slots=True)
class Context:
    """What was last talked about before a sentence."""

    topic: str = ""  # the last named topic in this paragraph
    person: str = ""  # the last person who was a topic in this paragraph
    year: int | None = None
    heading: str = ""


def contexts(article: Article, sentences: list[Sentence], names: Names) -> list[Context]:
    """Return for every sentence what stood before it."""
    subject = subject_of_article(article, sentences, names)
    start = Context(subject, subject if names.kind(subject) is Kind.PERSON else "")
    now, paragraph, found = start, -1, []
    heading = ""
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            now, paragraph = replace(start, year=now.year), sentence.paragraph
        if sentence.heading:
            heading = sentence.text
        now = replace(now, heading=heading)
        found.append(now)
        now = after(now, sentence, names)
    return found


def after(before: Context, sentence: Sentence, names: Names) -> Context:
    year = year_in(sentence.text) or before.year
    topics = [m for m in topics_of(sentence) if names.is_proper(m.name)]
    if not topics:
        pronoun = any(w.core in PERSON_PRONOUNS for w in sentence.words if w.is_topic)
        keeps = pronoun or not any(w.is_topic or w.is_subject for w in sentence.words)
        return (
            replace(before, year=year)
            if keeps
            else replace(before, topic="", person=before.person, year=year)
        )
    topic = topics[0].name
    person = topic if names.kind(topic) is Kind.PERSON else ""
    return replace(before, topic=topic, person=person or before.person, year=year)


def topics_of(sentence: Sentence) -> list[Mention]:
    return [
        read_phrase(sentence, phrase)
        for phrase in phrases(sentence)
        if not phrase.is_time and is_subject_phrase(sentence, phrase)
    ]


def is_subject_phrase(sentence: Sentence, phrase: Phrase) -> bool:
    word = sentence.words[phrase.last]
    return word.is_topic or (word.is_subject and not word.quoted)


def subject_of_article(article: Article, sentences: list[Sentence], names: Names) -> str:
    """Return the name that the title is, if the article keeps talking about it."""
    title = TITLE_TAIL.sub("", article.title).strip()
    if not title or title in VAGUE_NOUNS:
        return ""
    said = sum(1 for s in sentences for m in topics_of(s) if m.name == title)
    if said >= 2 or (said and names.counts[title] >= 3):
        names.proper.add(title)
        return title
    return ""


def referent(word: Word, after: str, context: Context, names: Names) -> str | None:
    """Return what a pronoun means: '그는' -> a person; None if it is no pronoun, "" unknown.

    `after` is the noun that follows a pointing word: '이 회사는'.
    """
    if word.core in PERSON_PRONOUNS and word.josa:
        return context.person
    if word.core in POINTING and not word.josa and after:
        return pointed(after, context, names)
    return None


def pointed(noun: str, context: Context, names: Names) -> str:
    """'이 회사' is the last topic if that is a company."""
    kind = noun_kind(noun)
    topic = context.topic
    if not topic or kind is None:
        return ""
    called = names.nouns.get(topic, "")
    if called and called.endswith(noun) or topic.endswith(noun):
        return topic
    return topic if names.kind(topic) is kind else ""
