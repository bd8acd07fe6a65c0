"""Numbers that might be right: the same unit and precision, near, in the unit's range."""

import random
import re

FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
KEPT = 5
# Of 'more than 40' and 'more than 50' both are true where the second is.
BOUNDED = re.compile(
    r"(?:at least|no less than|more than|over|not less than|up to|at most|no more than|"
    r"less than|fewer than|under|as much as|as many as) ",
    re.IGNORECASE,
)


def moved_numbers(shown: str, text: str, chance: random.Random) -> list[str]:
    """Return what might stand for `shown` and doesn't stand in `text`."""
    if BOUNDED.match(shown):
        return []
    figures = list(FIGURE.finditer(shown))
    if not figures:
        return moved_words(shown, text, chance)
    if len(figures) > 1:
        return []
    match = figures[0]
    options = [
        shown[: match.start()] + value + shown[match.end() :]
        for value in near_figures(match[0], shown, chance)
    ]
    return [o for o in options if not stands_in(o, text)][:KEPT]


def moved_words(shown: str, text: str, chance: random.Random) -> list[str]:
    """'six weeks' -> 'five weeks', 'eight weeks'."""
    parts = shown.split(" ")
    place = next((n for n, part in enumerate(parts) if part.lower() in WORDS), None)
    if place is None:
        return []
    number = WORDS.index(parts[place].lower())
    near = [
        n for n in range(max(1, number - 3), min(len(WORDS), number + 4)) if n != number
    ]
    chance.shuffle(near)
    near.sort(key=lambda n: abs(n - number) > 2)
    found = [" ".join([*parts[:place], WORDS[n], *parts[place + 1 :]]) for n in near]
    return [o for o in found if not stands_in(o, text)][:KEPT]


def near_figures(figure: str, shown: str, chance: random.Random) -> list[str]:
    """Return figures 10 to 60 % away that are as round and as exact."""
    decimals = len(figure.partition(".")[2])
    value = float(figure.replace(",", ""))
    whole = round(value * 10**decimals)
    zeros = len(str(whole)) - len(str(whole).rstrip("0")) if whole else 0
    step = 10 ** max(0, zeros)
    count = whole // step
    moves = steps_for(count)
    chance.shuffle(moves)
    highest = 99 if re.search(r"%|per ?cent", shown) else float("inf")
    found = []
    for move in moves:
        moved = (count + move) * step
        if moved > 0 and moved / 10**decimals <= highest and moved != whole:
            found.append(written(moved, decimals, "," in figure))
    return list(dict.fromkeys(found))


def steps_for(count: int) -> list[int]:
    if count <= 12:
        return [s for s in (-3, -2, -1, 1, 2, 3) if count + s > 0]
    shares = (-0.4, -0.28, -0.17, 0.15, 0.3, 0.45)
    return [round(count * share) or (1 if share > 0 else -1) for share in shares]


def written(moved: int, decimals: int, comma: bool) -> str:
    value = moved / 10**decimals
    return f"{value:,.{decimals}f}" if comma or value >= 10_000 else f"{value:.{decimals}f}"


def stands_in(option: str, text: str) -> bool:
    """Tell whether the text tells the option as a whole number.

    A book is long: most options are not in it at all, which is seen at once.
    """
    return option in text and bool(
        re.search(rf"(?<![\w.,]){re.escape(option)}(?![\w]|[.,]\d)", text)
    )
