"""Wrong options of the answer's own kind that the text doesn't support."""

import random
import re
from collections.abc import Iterable, Iterator

from quiz.core.article import Article
from quiz.core.questions import plain
from quiz.language.english.candidates import Candidate
from quiz.language.english.date_options import moved_dates
from quiz.language.english.genders import HE, SHE, gender_of
from quiz.language.english.given_names import MEN, WOMEN
from quiz.language.english.names import Names
from quiz.language.english.number_options import moved_numbers
from quiz.language.english.peers import Group, group_of
from quiz.language.english.wordlists import PLACE_NOUNS, TITLES, Kind

WITH_THE = {"United States", "United Kingdom", "Netherlands", "Soviet Union", "Philippines",
            "United Arab Emirates", "US", "UK"}  # fmt: skip
MOST, FEWEST = 3, 2
OLDEST = 105  # years
DIRECTIONS = {"East", "West", "North", "South"}
MALE = re.compile(
    r"\b(?:father|husband|brother|son|uncle|king|his|himself|grandfather|nephew)\b", re.I
)
FEMALE = re.compile(
    r"\b(?:mother|wife|sister|daughter|aunt|queen|her|herself|grandmother|niece)\b", re.I
)
MARRIED = re.compile(r"\b(?:marr(?:y|ied)|husband|wife)\b", re.IGNORECASE)
SPOUSE_BEFORE = re.compile(r"\b(?:wife|husband|married),? $")
TINY = {"Malta", "Monaco", "San Marino", "Liechtenstein", "Andorra", "Vatican City",
        "Luxembourg", "Nauru", "Tuvalu", "Palau", "Kiribati"}  # fmt: skip
SHORTENED = re.compile(r"[B-DF-HJ-NP-TV-Z][^aeiouy\W]*\.?|[A-Z]\.")  # 'Cllr', 'A.'
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
        if candidate.names is Kind.PERSON and is_told_again(option, found):
            continue
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
        found = moved_numbers(shown, article.text, chance)
        return [n for n in found if not is_age_of_none(n, candidate)]
    return name_options(candidate, names, article, chance)


def is_age_of_none(option: str, candidate: Candidate) -> bool:
    """Tell 132 from an age at which somebody may have died."""
    return candidate.kind == "age" and option.isdigit() and int(option) > OLDEST


def name_options(
    candidate: Candidate, names: Names, article: Article, chance: random.Random
) -> Iterator[str]:
    """Yield names of the article that are of the same kind, then well-known ones."""
    shown = candidate.accepted[0]
    bare = re.sub(r"^the ", "", shown)
    group = group_of(shown, article.text) or group_of(bare, article.text)
    common = shown.split()[-1].islower() or (shown[:1].islower() and bare == shown)
    if candidate.names in NAMED and common:
        return  # 'a cousin', 'Swedish troops': no name is of its kind
    if shown.endswith((" Ages", " Era")):
        return
    if candidate.names in NAMED:
        mine = [n for n in names.of_kind(candidate.names) if fits(n, candidate)]
        if candidate.names is Kind.PERSON:
            mine = [n for n in mine if may_be(n, candidate, names)]
            mine = [n for n in mine if not is_in(n, article.title)]
            mine = [n for n in mine if not is_given_alone(n, article.text)]
        if group is not None and group.kind in {"city", "country"}:
            mine = [n for n in mine if (g := group_of(n)) and g.kind == group.kind]
        the = shown.startswith("the ")
        mine = [n for n in mine if (n in names.with_the) == the or n in WITH_THE]
        if candidate.names is Kind.BODY:
            mine = [n for n in mine if names.is_sure(n)]
        chance.shuffle(mine)
        own = gender_of(shown, names.genders)
        mine.sort(key=lambda n: bool(own) and gender_of(n, names.genders) not in {own, ""})
        if is_of_a_couple(candidate):
            mine = [n for n in mine if own and gender_of(n, names.genders) == own]
        if candidate.names is Kind.COUNTRY:
            mine = likely_countries(mine, group, bare)
        yield from (as_answer(n, shown, article.text) for n in mine)
    if group is not None:
        member = shown if shown in group.members else bare
        yield from group.around(member)


def is_of_a_couple(candidate: Candidate) -> bool:
    """Tell whom somebody married: only the answer's own sex may stand beside it."""
    before = candidate.sentence.text[: candidate.start]
    asked = bool(MARRIED.search(candidate.prompt)) or bool(SPOUSE_BEFORE.search(before))
    return candidate.names is Kind.PERSON and asked


def likely_countries(found: list[str], group: Group | None, answer: str) -> list[str]:
    """Return the neighbours of the answer first, and no tiny countries beside a large."""
    large = [n for n in found if n not in TINY or answer in TINY]
    near = group.members if group is not None else ()
    return sorted(large, key=lambda n: n not in near)


def is_given_alone(name: str, text: str) -> bool:
    """Tell the 'Karl' that stands in the text only as a part of a longer name."""
    if " " in name:
        return False
    parts = re.findall(rf"\b{re.escape(name)}\b(?P<more> (?:[A-Z]|v[ao]n ))?", text)
    return name in MEN | WOMEN and (all(parts) or any(parts))


def is_in(name: str, text: str) -> bool:
    """Tell 'Gertrude Belle Elion' in a text that says 'Gertrude Elion'."""
    ends = {name.split()[0], name.split()[-1]}
    return all(re.search(rf"\b{re.escape(part)}\b", text) for part in ends)


def may_be(name: str, candidate: Candidate, names: Names) -> bool:
    """Tell a person who is not in the question, and no man where a mother is asked for."""
    prompt = candidate.prompt
    if is_in(name, prompt):
        return False
    he, she = bool(MALE.search(prompt)), bool(FEMALE.search(prompt))
    gender = gender_of(name, names.genders)
    return not ((he and not she and gender == SHE) or (she and not he and gender == HE))


def fits(name: str, candidate: Candidate) -> bool:
    """Tell whether the name looks like the answer: full names beside full names."""
    shown = re.sub(r"^the ", "", candidate.accepted[0])
    last, own = name.split()[-1].lower(), shown.split()[-1].lower()
    if name in DIRECTIONS or name.endswith((" Ages", " Era")):
        return False
    if candidate.names is Kind.PLACE and last != own and {last, own} & set(PLACE_NOUNS):
        return False  # 'Second Street' beside 'Harmon County'
    if candidate.names is Kind.PERSON and (" " in name) != (" " in shown):
        return False
    if candidate.noun and candidate.names in {Kind.BODY, Kind.PLACE}:
        return candidate.noun.lower() in name.lower() or candidate.noun == "organisation"
    return name.isupper() == shown.isupper()


def as_answer(name: str, shown: str, text: str) -> str:
    """Write 'the' before the name where the text does and the answer has it."""
    if name in WITH_THE:
        return f"the {name}"
    if not shown.startswith("the "):
        return name
    told = re.search(rf"\bthe {re.escape(name)}\b", text, re.IGNORECASE)
    return f"the {name}" if told else name


def is_wrong(option: str, candidate: Candidate) -> bool:
    """Tell whether the option is no alias and does not stand in the evidence."""
    mine = plain(option)
    for text in candidate.accepted:
        theirs = plain(text)
        if mine == theirs:
            return False
        if candidate.names is Kind.PERSON and is_same_person(option, text):
            return False
        if candidate.names not in FIGURES and (mine in theirs or theirs in mine):
            return False
    if candidate.names in FIGURES:
        return option not in candidate.prompt
    return mine not in plain(candidate.sentence.text) and option not in candidate.prompt


def is_told_again(option: str, found: list[str]) -> bool:
    return any(is_same_person(option, other) for other in found)


def is_same_person(one: str, other: str) -> bool:
    """Tell 'Cllr Marsh' and 'Ada Marsh', whose surname nobody else is sure to bear."""
    first, second = without_titles(one), without_titles(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    return len(first) == 1 or len(second) == 1 or first[0] == second[0]


def without_titles(name: str) -> list[str]:
    parts = name.split()
    while len(parts) > 1 and (parts[0] in TITLES or SHORTENED.fullmatch(parts[0])):
        parts = parts[1:]
    return parts


def is_distinct(option: str, found: list[str]) -> bool:
    return not any(plain(option) in plain(k) or plain(k) in plain(option) for k in found)
