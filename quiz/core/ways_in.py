"""The ways by which a learner comes back to a record: a password, passkeys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quiz.core.problems import Problem

LONGEST_LABEL = 60  # characters


@dataclass(frozen=True, slots=True)
class Passkey:
    """A key pair that a device keeps; here is its public half.

    `label` is what the learner calls it, `site` the host that it was made for and works
    at, `handle` what the device calls the learner, `uses` the device's own count of uses
    (0: it doesn't count).
    """

    id: int
    label: str
    site: str
    credential: bytes
    public_key: bytes
    handle: bytes
    uses: int
    created: datetime
    used: datetime | None


def checked_label(label: str) -> str:
    """Return what a passkey is called, as it is shown.

    Raises:
        Problem: nothing was said, or too much.
    """
    shown = " ".join(label.split())
    if not 0 < len(shown) <= LONGEST_LABEL:
        raise Problem(
            "Give the passkey a name of at most %(most)d characters.", most=LONGEST_LABEL
        )
    return shown


def is_last_way(removed: int, passkeys: Sequence[Passkey], *, has_password: bool) -> bool:
    """Tell whether only this browser's cookie would lead to the record afterwards."""
    return not has_password and all(key.id == removed for key in passkeys)
