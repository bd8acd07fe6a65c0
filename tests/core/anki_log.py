"""Random logs of answers, here and in a collection of Anki's."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from random import Random

from anki.collection import Collection

from quiz.core.history import Rated
from quiz.core.scheduling import Rating

WAITS = (0.0, 0.01, 0.1, 1.0, 3.0, 10.0, 40.0)  # days
FIRST_CARD = 1_500_000_000_000


@contextmanager
def collection_with(
    folder: Path, zone: tzinfo, now: datetime, histories: Sequence[Sequence[Rated]]
) -> Iterator[Collection]:
    """Open a new collection with a note, a card and its log for each history.

    Its day ends at 04:00 in `zone`, whatever this machine's. Two answers of different
    cards at the same millisecond would be one in Anki: there must be none.
    """
    place = folder / "collection.anki2"
    collection = Collection(str(place), server=True)
    west = -int((now.astimezone(zone).utcoffset() or timedelta()).total_seconds() // 60)
    collection.set_config("localOffset", west)
    collection.set_config("creationOffset", west)
    collection.set_config("fsrs", True)
    kind = collection.models.id_for_name("Basic")
    collection.close()
    with sqlite3.connect(place) as connection:  # through Anki it would take a minute
        write_log(connection, int(kind or 0), histories)
    connection.close()
    collection = Collection(str(place), server=True)
    yield collection
    collection.close()


def random_history(chance: Random, now: datetime, most: int) -> list[Rated]:
    """Return answers at random hours and days, from 61 seconds to months apart."""
    at = now - timedelta(days=chance.uniform(200, 1500))
    answers: list[Rated] = []
    for _ in range(chance.randrange(1, most)):
        if at >= now:
            break
        at = at.replace(microsecond=at.microsecond // 1000 * 1000)
        answers.append(Rated(at, Rating(chance.choice((1, 2, 3, 3, 4)))))
        at += timedelta(seconds=61, days=chance.choice(WAITS) * chance.random())
    return answers


def write_log(
    connection: sqlite3.Connection, kind: int, histories: Sequence[Sequence[Rated]]
) -> None:
    cards = [FIRST_CARD + place for place in range(len(histories))]
    connection.executemany(
        "insert into notes values (?,?,?,1,-1,'','a\x1fb','a',0,0,'')",
        [(card, str(card), kind) for card in cards],
    )
    connection.executemany(
        "insert into cards values (?,?,1,0,1,-1,2,2,1,1,2500,1,0,0,0,0,0,'')",
        [(card, card) for card in cards],
    )
    connection.executemany(
        "insert into revlog values (?,?,-1,?,1,1,2500,1000,?)",
        [
            (milliseconds(answer.at), card, int(answer.rating), int(place > 0))
            for card, history in zip(cards, histories, strict=True)
            for place, answer in enumerate(history)
        ],
    )


def milliseconds(moment: datetime) -> int:
    return round((moment - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1))
