"""Parameters fitted to a log, against Anki's own optimiser; and when they are taken."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from quiz.core.fitting import ENOUGH, Fit, fit, fitted_to, training_items
from quiz.core.history import Rated
from quiz.core.scheduling import STANDARD, Memory, Parameters, Rating, review
from tests.core.anki_log import collection_with, milliseconds

SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime.now(UTC)
STEPS = (1, 3, 8, 20, 45, 90, 200)  # days


def learner(seed: int, answers: int, forgets: float) -> list[list[Rated]]:
    """Return the log of one who forgets at this rate a step of the schedule."""
    chance, histories, used, total = Random(seed), [], set[int](), 0
    while total < answers:
        at, step = NOW - timedelta(days=chance.uniform(300, 900)), 0
        history: list[Rated] = []
        for place in range(chance.randrange(3, 15)):
            forgot = chance.random() < (forgets if place else 0.4)
            while milliseconds(at) in used:
                at += timedelta(milliseconds=1)
            used.add(milliseconds(at))
            rating = Rating.AGAIN if forgot else Rating(chance.choice((2, 3, 3, 3, 4)))
            history.append(Rated(at, rating))
            step = 0 if forgot else min(step + 1, len(STEPS) - 1)
            wait = STEPS[step] * chance.uniform(0.8, 1.3) if not forgot else 0.01
            at = as_logged(at + timedelta(days=wait))
            if at > NOW - timedelta(days=1):
                break
        histories.append(history)
        total += len(history)
    return histories


def as_logged(moment: datetime) -> datetime:
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@pytest.mark.parametrize(("answers", "forgets"), [(2_000, 0.3), (100_000, 0.1)])
def test_anki_fits_the_same_parameters_to_the_same_log(
    answers: int, forgets: float, tmp_path: Path
) -> None:
    histories = learner(1, answers, forgets)
    with collection_with(tmp_path, SEOUL, NOW, histories) as collection:
        theirs = collection._backend.compute_fsrs_params(
            search="",
            current_params=STANDARD,
            ignore_revlogs_before_ms=0,
            num_of_relearning_steps=1,
            health_check=False,
        )
    items = training_items(histories, NOW, SEOUL)
    assert len(items) == theirs.fsrs_items
    assert fitted_to(items) == pytest.approx(list(theirs.params), abs=1e-4)


def test_a_hundred_thousand_answers_are_fitted_in_half_a_second() -> None:
    """By processor time, so that a busy machine is no slower."""
    histories = learner(1, 100_000, 0.1)
    times = []
    for _ in range(4):
        start = process_time()
        fitted_to(training_items(histories, NOW, SEOUL))
        times.append(process_time() - start)
    assert min(times) < 0.5


def simulated(parameters: Parameters, answers: int) -> list[list[Rated]]:
    """Return the log of one whose memory is as FSRS says with these parameters."""
    chance, histories, total = Random(1), [], 0
    while total < answers:
        at, known = NOW - timedelta(days=chance.uniform(300, 900)), None
        history: list[Rated] = []
        for _ in range(8):
            forgot = chance.random() > recall(known, at, parameters)
            rating = Rating.AGAIN if forgot else Rating(chance.choice((2, 3, 3, 3, 4)))
            known = review(known, rating, at, SEOUL, parameters=parameters)
            history.append(Rated(at, rating))
            planned = review(None, rating, at, SEOUL) if len(history) == 1 else known
            at = max(planned.due, at + timedelta(minutes=10))
            at += timedelta(hours=chance.uniform(1, 100))
        histories.append([answer for answer in history if answer.at < NOW])
        total += len(histories[-1])
    return histories


def recall(known: Memory | None, at: datetime, parameters: Parameters) -> float:
    """Return the chance to remember, by FSRS-6's forgetting curve."""
    if known is None:
        return 0.6
    decay = -parameters[20]
    days = (at - known.reviewed) / timedelta(days=1)
    return float((1 + (0.9 ** (1 / decay) - 1) * days / known.stability) ** decay)


def test_who_remembers_unlike_most_is_predicted_better() -> None:
    weak = tuple(w * 0.2 if n < 4 else w for n, w in enumerate(STANDARD))
    histories = simulated(weak, 3_000)
    found = fit(histories, NOW, SEOUL)
    assert found is not None
    assert found.is_better
    assert found.held_back > 300
    again = fit(histories, NOW, SEOUL, before=found.parameters)
    assert again is not None
    assert again.loss_before < found.loss_before


def test_parameters_that_predict_the_latest_answers_worse_are_not_better() -> None:
    strong, weak = (
        tuple(w * factor if n < 4 else w for n, w in enumerate(STANDARD))
        for factor in (8, 0.2)
    )
    long_ago = timedelta(days=3000)
    past = [
        [Rated(answer.at - long_ago, answer.rating) for answer in history]
        for history in simulated(strong, 3_000)
    ]
    found = fit([*past, *simulated(weak, 700)], NOW, SEOUL)
    assert found is not None
    assert not found.is_better


def test_under_four_hundred_answers_nothing_is_fitted() -> None:
    short = learner(4, 1_000, 0.3)[: ENOUGH // 15]
    assert sum(map(len, short)) < ENOUGH
    assert fit(short, NOW, SEOUL) is None
    assert fit([], NOW, SEOUL) is None


def test_answers_all_on_one_day_teach_nothing() -> None:
    day = [[Rated(NOW - timedelta(hours=1, seconds=n), Rating.GOOD)] for n in range(500)]
    assert fit(day, NOW, SEOUL) is None


def test_equal_losses_are_no_reason_to_change() -> None:
    assert not Fit(STANDARD, 10, 0.3, 0.3).is_better
    assert Fit(STANDARD, 10, 0.3, 0.29).is_better
