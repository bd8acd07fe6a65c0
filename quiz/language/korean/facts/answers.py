"""The ways in which an answer may be written."""

import re

from quiz.language.korean.mentions import Mention
from quiz.language.korean.names import Names
from quiz.language.korean.wordlists import Kind

WAR = re.compile(r"^제\d|대전$")  # no city in '제2차 세계 대전'
INITIALS = re.compile(r"^(?:[A-Z]\. ?)+$")  # the J. S. of 'Mill, J. S.'


def accepted_names(mention: Mention, names: Names) -> tuple[str, ...]:
    """Return Hangul, hanja and Latin, with and without title or what it is called."""
    name = mention.name
    found = [name, *names.others(name)]
    if mention.title:
        found.append(f"{name} {mention.title}")
    if (
        mention.noun
        and mention.phrase.text.endswith(mention.noun)
        and names.kind(name) is not Kind.PERSON
    ):
        found.append(f"{name} {mention.noun}")
    kind = names.kind(name)
    if kind in {Kind.CITY, Kind.PLACE} and " " in name and not WAR.search(name):
        parts = name.split()
        found += [" ".join(parts[n:]) for n in range(1, len(parts))]
        found += names.others(parts[-1])
    return tuple(dict.fromkeys(f for f in found if not INITIALS.match(f)))
