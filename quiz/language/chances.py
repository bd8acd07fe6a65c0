"""How likely a strict teacher takes a wording unchanged: a logistic model of its signs.

Each language has signs and learned weights of its own; see `python -m training`.
"""

import json
import math
from functools import lru_cache
from pathlib import Path

Signs = dict[str, float]


@lru_cache(maxsize=8)
def learned(weights: Path) -> Signs:
    """Read the weights of a language once."""
    found: Signs = json.loads(weights.read_text(encoding="utf-8"))
    return found


def chance(weights: Signs, signs: Signs) -> float:
    """Return the chance, 0 to 1, that a strict reader accepts what shows these signs."""
    score = 0.0
    for name, value in signs.items():  # a hundred of them for every wording
        if value:
            score += weights.get(name, 0.0) * value
    return 1 / (1 + math.exp(-score))
