"""Scores, shares of a hundred and ratios that might be right."""

import random
import re
from collections.abc import Iterator

from quiz.language.korean.number_options import near_values, tells

RATIO = 8  # to 1: how many apply for a place, rather than a score
COMEBACK = re.compile(r"뒤집|역전")


def moved_scores(
    shown: str, text: str, chance: random.Random, prompt: str = ""
) -> list[str]:
    """'2 대 1' -> '3 대 1', '2 대 0'; shares that make 100 go on making 100."""
    figures = [int(number) for number in re.findall(r"\d+", shown)]
    if len(figures) != 2:
        return []
    found = score_options(shown, figures[0], figures[1], chance)
    behind = COMEBACK.search(prompt) is not None
    return [
        option
        for option in found
        if not tells(text, option) and not (behind and re.search(r"(?<!\d)0(?!\d)", option))
    ]


def score_options(shown: str, one: int, other: int, chance: random.Random) -> Iterator[str]:
    if other == 1 and one >= RATIO:
        pairs = [(int(n), 1) for n in near_values(one, 0)]
    elif one + other == 100:
        pairs = [(one + step, other - step) for step in (-11, -7, -4, 4, 7, 11)]
    else:
        wide = 1 if max(one, other) < 20 else 5
        moves = [(a * wide, b * wide) for a in (-1, 0, 1, 2) for b in (-1, 0, 1)]
        near = [(one + a, other + b) for a, b in moves]
        pairs = [p for p in near if p != (one, other) and order(*p) == order(one, other)]
    chance.shuffle(pairs)
    first, second = re.findall(r"\d+", shown)
    start = shown.index(first)
    gap = shown[start + len(first) : shown.rindex(second)]
    rest = shown[shown.rindex(second) + len(second) :]
    for a, b in pairs:
        if a >= 0 and b >= 0:
            yield f"{shown[:start]}{a}{gap}{b}{rest}"


def order(one: int, other: int) -> int:
    return (one > other) - (one < other)
