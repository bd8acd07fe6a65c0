"""Logistic regression of sparse named features, by gradient descent. No dependency."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROUNDS, RATE, DECAY = 250, 0.5, 0.004


@dataclass(frozen=True, slots=True)
class Example:
    """Features by name, and the wanted chance, 0 to 1."""

    features: Mapping[str, float]
    wanted: float


def chance(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    score = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-score))


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return weights that minimise log loss with an L2 penalty (AdaGrad, full batch)."""
    weights: dict[str, float] = defaultdict(float)
    seen: dict[str, float] = defaultdict(lambda: 1e-8)
    for _ in range(ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for example in examples:
            error = chance(weights, example.features) - example.wanted
            for name, value in example.features.items():
                slope[name] += error * value
        for name, total in slope.items():
            step = total / len(examples) + DECAY * weights[name]
            seen[name] += step * step
            weights[name] -= RATE * step / math.sqrt(seen[name])
    return dict(weights)
