"""Who is practising."""

import re
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ZONE_NAME = re.compile(r"[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Learner:
    """A visitor. `id` is None until the first answer is stored.

    `owner` is the id of the signed-in owner, who also practises banks that are not
    public. `zone` decides when the day ends.
    """

    id: int | None
    owner: int | None
    zone: ZoneInfo
    shared: frozenset[int] = frozenset()  # banks of others that this teacher may practise


@dataclass(frozen=True, slots=True)
class Settings:
    """How somebody wants to practise.

    `retention` is the share (0.80 to 0.97) to be remembered when a question comes back.
    `reviews_a_day` is None where all that is due is asked; on a day with more reviews
    than `pause_new_at` no new questions are asked, with None they always are. Who
    `buries_siblings` is asked one question of a sentence a day.
    """

    new_a_day: int = 20
    reviews_a_day: int | None = None
    pause_new_at: int | None = 100
    retention: float = 0.9
    four_buttons: bool = False
    mixes_topics: bool = False
    buries_siblings: bool = True


@lru_cache(maxsize=1024)
def read_zone(name: str) -> ZoneInfo | None:
    """Return the time zone with this IANA name, or None if there is none."""
    if len(name) > 60 or not ZONE_NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        return None
