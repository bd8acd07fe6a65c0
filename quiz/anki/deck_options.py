"""What a person may choose about a deck, and what of their own goes with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from quiz.core.scheduling import Memory, Parameters, Rating


class Cards(StrEnum):
    """How a deck asks. A question that can't be asked so takes the next best way.

    The mix is the quiz's own: what is new as a choice, what is known better as a gap,
    what is known well as something to type.
    """

    MIX = "mix"
    CHOICES = "choices"
    CLOZE = "cloze"
    RECALL = "recall"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class PastReview:
    """An answer that still counts, with the memory before it (None: new) and after it.

    `seconds` are those that it took, where they are known.
    """

    at: datetime
    rating: Rating
    before: Memory | None
    after: Memory
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """What a learner knows: memories and reviews in time order, by question id.

    Their days end at 04:00 in `zone`. `retention` is what they want to recall, 0 to 1;
    `parameters` are FSRS's as fitted to them, None for the standard ones.
    """

    zone: ZoneInfo
    memories: Mapping[str, Memory]
    reviews: Mapping[str, tuple[PastReview, ...]]
    retention: float = 0.9
    parameters: Parameters | None = None


@dataclass(frozen=True, slots=True)
class Preset:
    """The settings that a deck brings along: daily limit, retention, FSRS parameters."""

    new_a_day: int
    retention: float
    parameters: Parameters | None = None


@dataclass(frozen=True, slots=True)
class DeckOptions:
    """What to put into a deck, and how.

    `link` is the address of a question's page with `{id}` in the place of its id, or the
    part before the id; "" for cards without a link. `by_tag` sorts the cards into decks
    inside the deck, by their first tag. `withdrawn` are the ids of retired questions that
    an earlier edition may have brought: their notes are marked, but get no card.
    """

    link: str = ""
    cards: Cards = Cards.MIX
    by_tag: bool = False
    read_aloud: bool = False
    withdrawn: frozenset[str] = field(default=frozenset())
    progress: Progress | None = None
    preset: Preset | None = None
