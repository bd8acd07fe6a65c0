"""FSRS parameters for one learner, fitted to their log as Anki fits them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import pairwise

from fsrs_rs_python import FSRS, FSRSItem, FSRSReview, TrainingConfig

from quiz.core.history import Rated, days_of_anki
from quiz.core.scheduling import ROLLOVER, STANDARD, Parameters, engine_for

ENOUGH = 400  # answers
HELD_BACK = 0.2  # of the predictions, the latest
DAY = 86400  # seconds
# Anki's own settings. The relearning step is one here too.
EPOCHS, RELEARNING_STEPS = 8, 1


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fitting found. `parameters` were fitted to the whole log.

    The losses are log losses on the `held_back` predictions, of the parameters that
    held before and of those fitted without them; lower is better.
    """

    parameters: Parameters
    held_back: int
    loss_before: float
    loss_after: float

    @property
    def is_better(self) -> bool:
        return self.loss_after < self.loss_before


Item = tuple[int, int, FSRSItem]  # when, in Unix milliseconds; which card; its reviews


def fit(
    histories: Sequence[Sequence[Rated]],
    now: datetime,
    zone: tzinfo,
    before: Parameters | None = None,
) -> Fit | None:
    """Fit parameters to the histories of a learner's questions, each in order of time.

    `before` are those that hold now. None where there is too little to learn from, or
    to test what was learned.
    """
    items = training_items(histories, now, zone)
    cut = len(items) - round(len(items) * HELD_BACK)
    held_back = [item for _, _, item in items[cut:]]
    if sum(map(len, histories)) < ENOUGH or not held_back or not cut:
        return None
    learned = fitted_to(items[:cut])
    return Fit(
        fitted_to(items),
        len(held_back),
        engine_for(before).evaluate(held_back).log_loss,
        FSRS(learned).evaluate(held_back).log_loss,
    )


def fitted_to(items: Sequence[Item]) -> Parameters:
    """Return the parameters that Anki's optimiser finds; `items` in the order of time."""
    found = FSRS(STANDARD).compute_parameters(
        [item for _, _, item in items],
        [card for _, card, _ in items],
        num_relearning_steps=RELEARNING_STEPS,
        training_config=TrainingConfig(num_epochs=EPOCHS),
    )
    return tuple(found)


def training_items(
    histories: Sequence[Sequence[Rated]], now: datetime, zone: tzinfo
) -> list[Item]:
    """Return one item for each answer that came on a later day than the one before it."""
    shift = seconds_into_day(now, zone)
    items: list[Item] = []
    for card, history in enumerate(histories):
        times = [answer.at.timestamp() for answer in history]
        days = [int(time + shift) // DAY for time in times]
        waits = [0, *(later - day for day, later in pairwise(days))]
        reviews = [
            FSRSReview(int(answer.rating), max(wait, 0))
            for answer, wait in zip(history, waits, strict=True)
        ]
        items.extend(
            (round(times[place] * 1000), card, FSRSItem(reviews[: place + 1]))
            for place in range(1, len(reviews))
            if waits[place] > 0
        )
    items.sort(key=lambda item: item[0])
    return items


def seconds_into_day(now: datetime, zone: tzinfo) -> float:
    """Return what to add to Unix seconds so that whole days are the learner's days."""
    offset = days_of_anki(now, zone).utcoffset(None)
    return (offset - ROLLOVER).total_seconds()
