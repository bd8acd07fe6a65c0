"""Groups of well-known things of one kind, from which wrong options may come."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("peers.txt")


@dataclass(frozen=True, slots=True)
class Group:
    """Members of one kind, in an order in which neighbours are alike."""

    kind: str
    members: tuple[str, ...]

    def around(self, name: str) -> list[str]:
        """Return the other members, the nearest first."""
        place = self.members.index(name)
        others = [m for m in self.members if m != name]
        return sorted(others, key=lambda m: abs(self.members.index(m) - place))


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    found = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        kind, colon, members = line.partition(":")
        if colon and not line.startswith("#"):
            found.append(Group(kind.strip(), tuple(m.strip() for m in members.split(","))))
    return tuple(found)


def group_of(name: str, text: str = "") -> Group | None:
    """Return the group with `name` whose other members the text tells most of."""
    several = [group for group in groups() if name in group.members]
    if not several:
        return None
    return max(several, key=lambda g: sum(m in text for m in g.members if m != name))
