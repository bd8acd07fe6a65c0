"""Lays out charts: figures become places in a drawing, which templates then draw.

Drawings are 320 wide; y grows downwards. Every chart stands beside a table with the
same figures, and says them in its title.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, TOP, BASE = 320.0, 20.0, 120.0


@dataclass(frozen=True, slots=True)
class Bar:
    """An upright bar; `look` is its class, `label` stands below, `value` above it."""

    x: float
    y: float
    width: float
    height: float
    look: str
    label: str
    value: str

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float

    def __str__(self) -> str:
        return f"{self.x:.1f},{self.y:.1f}"


def bars(figures: Sequence[tuple[int, str, str]]) -> tuple[Bar, ...]:
    """Lay out (count, look, label) from left to right."""
    most = max([count for count, _, _ in figures] + [1])
    place = WIDTH / max(len(figures), 1)
    width = min(place * 0.62, 26.0)
    made = []
    for number, (count, look, label) in enumerate(figures):
        height = (BASE - TOP) * count / most
        x = number * place + (place - width) / 2
        value = str(count) if count else ""
        made.append(Bar(x, BASE - height, width, height, look, label, value))
    return tuple(made)


def line(values: Sequence[float | None], low: float, high: float) -> tuple[Point, ...]:
    """Lay out evenly spaced values between `low` (the base) and `high` (the top).

    A None leaves a gap that the line bridges.
    """
    step = WIDTH / max(len(values) - 1, 1)
    return tuple(
        Point(number * step, height_of(value, low, high))
        for number, value in enumerate(values)
        if value is not None
    )


def height_of(value: float, low: float, high: float) -> float:
    inside = min(max(value, low), high)
    return BASE - (BASE - TOP) * (inside - low) / max(high - low, 1e-9)


def lowest_percent(values: Sequence[float | None]) -> float:
    """Return where a chart of parts (0 to 1) may begin: a tenth, one at most 0.7."""
    known = [value for value in values if value is not None]
    return min(int(min(known, default=0.7) * 10) / 10, 0.7)
