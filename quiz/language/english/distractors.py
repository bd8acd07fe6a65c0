"""Wrong options of the answer's own kind that the text doesn't support."""

import random
import re
from collections.abc import Iterable, Iterator

from quiz.core.article import Article
from quiz.core.questions import plain
from quiz.language.english.candidates import Candidate
from quiz.language.english.date_options import moved_dates
from quiz.language.english.names import Names
from quiz.language.english.number_options import moved_numbers
from quiz.language.english.peers import group_of
from quiz.language.english.wordlists import Kind

WITH_THE = {"United States", "United Kingdom", "Netherlands", "Soviet Union", "Philippines",
            "United Arab Emirates", "US", "UK"}  # fmt: skip
MOST, FEWEST = 3, 2
FIGURES = frozenset({Kind.NUMBER, Kind.DATE})
NAMED = frozenset({Kind.PERSON, Kind.COUNTRY, Kind.CITY, Kind.PLACE, Kind.BODY})
LONGEST_ANSWER = 40  # letters: a clause has no others of its kind


def wrong_options(
    candidate: Candidate, names: Names, article: Article, seed: str
) -> tuple[str, ...]:
    """Return two or three wrong options, or none where fewer than two are good."""
    if ", " in (candidate.accepted or ("",))[0]:
        return ()  # 'Oslo, Norway' beside a bare 'Bergen' would stand out
    if candidate.items or len(candidate.accepted[0]) > LONGEST_ANSWER:
        return ()
    chance = random.Random(seed)
    found: list[str] = []
    for option in pool_for(candidate, names, article, chance):
        if is_wrong(option, candidate) and is_distinct(option, found):
            found.append(option)
        if len(found) == MOST:
            break
    return tuple(found) if len(found) >= FEWEST else ()


def pool_for(
    candidate: Candidate, names: Names, article: Article, chance: random.Random
) -> Iterable[str]:
    shown = candidate.accepted[0]
    if candidate.names is Kind.DATE:
        return moved_dates(shown, article.text, chance, article.date, candidate.prompt)
    if candidate.names is Kind.NUMBER:
        return moved_numbers(shown, article.text, chance)
    return name_options(candidate, names, article, chance)


def name_options(
    candidate: Candidate, names: Names, article: Article, chance: random.Random
) -> Iterator[str]:
    """Yield names of the article that are of the same kind, then well-known ones."""
    shown = candidate.accepted[0]
    bare = re.sub(r"^the ", "", shown)
    group = group_of(shown, article.text) or group_of(bare, article.text)
    if candidate.names in NAMED:
        mine = [n for n in names.of_kind(candidate.names) if fits(n, candidate)]
        the = shown.startswith("the ")
        mine = [n for n in mine if (n in names.with_the) == the or n in WITH_THE]
        if candidate.names is Kind.BODY:
            mine = [n for n in mine if names.is_sure(n)]
        chance.shuffle(mine)
        yield from (as_answer(n, shown, article.text) for n in mine)
    if group is not None:
        member = shown if shown in group.members else bare
        yield from group.around(member)


def fits(name: str, candidate: Candidate) -> bool:
    """Tell whether the name looks like the answer: full names beside full names."""
    shown = re.sub(r"^the ", "", candidate.accepted[0])
    if candidate.names is Kind.PERSON and (" " in name) != (" " in shown):
        return False
    if candidate.noun and candidate.names in {Kind.BODY, Kind.PLACE}:
        return candidate.noun.lower() in name.lower() or candidate.noun == "organisation"
    return name.isupper() == shown.isupper()


def as_answer(name: str, shown: str, text: str) -> str:
    """Write 'the' before the name where the text does and the answer has it."""
    if name in WITH_THE:
        return f"the {name}"
    if re.search(rf"\bthe {re.escape(name)}\b", text, re.IGNORECASE) and (
        shown.startswith("the ")
    ):
        return f"the {name}"
    return name


def is_wrong(option: str, candidate: Candidate) -> bool:
    """Tell whether the option is no alias and does not stand in the evidence."""
    mine = plain(option)
    for text in candidate.accepted:
        theirs = plain(text)
        if mine == theirs:
            return False
        if candidate.names not in FIGURES and (mine in theirs or theirs in mine):
            return False
    if candidate.names in FIGURES:
        return option not in candidate.prompt
    return mine not in plain(candidate.sentence.text) and option not in candidate.prompt


def is_distinct(option: str, found: list[str]) -> bool:
    return not any(plain(option) in plain(k) or plain(k) in plain(option) for k in found)
