"""One module a kind of fact. Each finds candidates in one sentence."""

from collections.abc import Callable, Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.facts import (
    abbreviations,
    amounts,
    causes,
    conditions,
    datings,
    definitions,
    enumerations,
    identities,
    lifetimes,
    manners,
    naming,
    participants,
    places,
    purposes,
    quantities,
    quotations,
    roles,
    sizes,
    superlatives,
    taxonomy,
    votes,
)

Finder = Callable[[Reading], Iterator[Candidate]]

FINDERS: tuple[Finder, ...] = (
    roles.find,
    naming.find,
    abbreviations.find,
    definitions.find,
    identities.find,
    superlatives.find,
    enumerations.find,
    quotations.find,
    datings.find,
    amounts.find,
    quantities.find,
    sizes.find,
    places.find,
    causes.find,
    purposes.find,
    conditions.find,
    manners.find,
    lifetimes.find,
    taxonomy.find,
    votes.find,
    participants.find,
)


def find_facts(reading: Reading) -> Iterator[Candidate]:
    """Yield every way in which some fact of the sentence can be asked."""
    for find in FINDERS:
        yield from find(reading)
