"""What an article is about: what its title names, and the company it tells of."""

import re

from quiz.core.article import Article
from quiz.language.english.analyser import Sentence, nlp
from quiz.language.english.names import Names
from quiz.language.english.wordlists import Kind, words

SUBJECT = {"nsubj", "nsubjpass"}
LONGEST_TITLE = 6  # words of a title that names what the article is about
LONGEST_HEADLINE = 10  # words
FIRST_NOUNS = {"lake", "mount", "river", "cape", "fort", "port", "isle"}
MAIN = 3  # times that an article tells of what it is about
COMPANY_NOUNS = words(
    """
revenue turnover profit profits earnings dividend board workforce shareholders headquarters
"""
)


def topic_of(article: Article) -> str:
    """Return what the title names, as the text writes it, "" where it is a sentence."""
    title = re.split(r"[:?!–—|]", article.title)[0].strip(" \"“”'")
    if not title or len(title.split()) > LONGEST_TITLE or "," in title:
        return ""
    if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD", "CC"} for t in nlp()(title)):
        return ""
    bare = re.sub(r"^(?:the|a|an) ", "", title, flags=re.IGNORECASE)
    return as_written(bare, article.text, the=bare != title)


def as_written(title: str, text: str, the: bool = False) -> str:
    """Return 'the Erie Canal' for 'Erie Canal', 'helium' for 'Helium'."""
    if re.search(rf"\b[Tt]he {re.escape(title)}", text):
        return f"the {title}"
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
    told = [
        n
        for n in names.of_kind(Kind.BODY)
        if re.search(rf"\b{re.escape(n)}\b", article.title)
    ]
    if not told or names.counts[told[0]] < MAIN:
        return ""
    the = re.search(rf"\b[Tt]he {re.escape(told[0])}", article.text)
    return f"the {told[0]}" if the else told[0]


def owned_by(hero: str, sentence: Sentence) -> dict[int, str]:
    """Return 'Northway's revenue' for the 'revenue' of an article about Northway."""
    found = {}
    for noun in sentence.doc if hero else ():
        if noun.lower_ not in COMPANY_NOUNS or noun.i in sentence.speech:
            continue
        before = [t for t in noun.subtree if t.i < noun.i]
        owned = any(t.dep_ == "prep" and t.lower_ == "of" for t in noun.children)
        if not before and not owned and noun.dep_ in SUBJECT:
            found[noun.i] = f"{possessive(hero)} {noun.lower_}"
        elif len(before) == 1 and before[0].lower_ == "the" and not owned:
            found[before[0].i] = possessive(hero)
    return found


def possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
