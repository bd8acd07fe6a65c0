"""Who is practising."""

import re
from dataclasses import dataclass
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


def read_zone(name: str) -> ZoneInfo | None:
    """Return the time zone with this IANA name, or None if there is none."""
    if len(name) > 60 or not ZONE_NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        return None
