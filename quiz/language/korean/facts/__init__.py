"""One module a kind of fact. Each finds candidates in one sentence."""

from collections.abc import Callable, Iterator

from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.facts import (
    abbreviations,
    appearances,
    appellations,
    bracketed_figures,
    called_pairs,
    callings,
    case_rules,
    causes,
    closed_lists,
    comparisons,
    compositions,
    conditions,
    datings,
    definitions,
    enumerations,
    figures,
    gaps,
    glossed_names,
    kin,
    makers,
    meanings,
    memberships,
    name_meanings,
    naming,
    offices,
    participants,
    plain_lists,
    purposes,
    quantities,
    quotations,
    relatives,
    roles,
    terms,
    things,
)

Finder = Callable[[Reading], Iterator[Candidate]]

FINDERS: tuple[Finder, ...] = (
    roles.find,
    naming.find,
    abbreviations.find,
    definitions.find,
    terms.find,
    enumerations.find,
    quotations.find,
    relatives.find,
    datings.find,
    figures.find,
    quantities.find,
    bracketed_figures.find,
    participants.find,
    causes.find,
    comparisons.find,
    conditions.find,
    case_rules.find,
    purposes.find,
    things.find,
    appearances.find,
    plain_lists.find,
    callings.find,
    called_pairs.find,
    glossed_names.find,
    kin.find,
    makers.find,
    meanings.find,
    name_meanings.find,
    memberships.find,
    closed_lists.find,
    compositions.find,
    offices.find,
    appellations.find,
)


def find_facts(reading: Reading) -> Iterator[Candidate]:
    """Yield every way in which some fact of the sentence can be asked."""
    if reading.sentence.heading or not reading.clauses:
        yield from quantities.listed_values(reading)
    if reading.sentence.heading:
        return
    found = []
    for find in FINDERS:
        for candidate in find(reading):
            found.append(candidate)
            yield candidate
    yield from gaps.find_unasked(reading, found)
