"""Well-known things of one kind, to stand beside each other as options: peers.txt."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

OF_AN_AGE = "무렵"
RULERS = ("왕", "국왕", "황제")  # '당나라 황제' is also asked for as a 왕
LISTS = Path(__file__).with_name("peers.txt")


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind; neighbours in `members` are most alike."""

    kind: str
    members: tuple[str, ...]

    def around(self, name: str) -> list[str]:
        """Return the others, the nearest first."""
        if name not in self.members:
            return list(self.members)
        place = self.members.index(name)
        others = [m for m in self.members if m != name]
        return sorted(others, key=lambda m: abs(self.members.index(m) - place))


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    found = []
    for line in LISTS.read_text(encoding="utf-8").splitlines():
        kind, colon, members = line.partition(":")
        if colon and not line.startswith("#"):
            names = tuple(member.replace("_", " ") for member in members.split())
            found.append(Group(kind.replace("_", " "), names))
    return tuple(found)


@lru_cache(maxsize=1)
def groups_by_member() -> dict[str, tuple[Group, ...]]:
    found: dict[str, list[Group]] = defaultdict(list)
    for group in groups():
        for member in group.members:
            found[member].append(group)
    return {member: tuple(several) for member, several in found.items()}


def groups_of(name: str) -> tuple[Group, ...]:
    return groups_by_member().get(name, ())


def group_of(
    name: str,
    told: Callable[[str], int],
    noun: str = "",
    near: Callable[[str], tuple[str, ...]] = lambda _: (),
) -> Group | None:
    """Return the group meant: of the noun asked for, most told of, or nearest in meaning.

    A word of one syllable means many things (말, 조, 갓): it needs one of these signs.
    `told` returns how near the text has a word, 0 for nowhere; `near` returns words
    near in meaning and is asked only where several groups have the name.
    """
    several = groups_of(name)
    related = near(name) if len(several) > 1 else ()
    best, most = None, 0.0 if len(name) > 1 else 1.0
    for group in several:
        score = 0.5 + signs_of(group, name, told, related)
        score += 4 * is_of_kind(group, noun)
        if noun in RULERS and not is_of_kind(group, noun) and group.kind.endswith(RULERS):
            score += 3.5
        if score > most:
            best, most = group, score
    return best


def signs_of(
    group: Group, name: str, told: Callable[[str], int], related: tuple[str, ...]
) -> float:
    others = [m for m in group.members if m != name]
    mentioned = sum(told(m) > 0 for m in others if len(m) > 1)
    alike = sum(m in related for m in others)
    endings = sum(m[-2:] == name[-2:] for m in others if len(name) > 3)
    where = sum(told(word) for word in group.kind.split() if len(word) > 1)
    if OF_AN_AGE in group.kind and not told(group.members[0]):
        return -1.0  # 조선's neighbours of its time are nobody's else
    return min(4, mentioned) + min(3, alike) + 0.5 * endings + where


def is_of_kind(group: Group, noun: str) -> bool:
    """Tell whether the group is one of what is asked for: 도시, 강, 왕, 소설가."""
    return len(noun) > 0 and any(word.endswith(noun) for word in group.kind.split())
