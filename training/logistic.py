"""Logistic regression of sparse named features, by full-batch gradient descent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUNDS, RATE, DECAY = 250, 0.5, 0.004

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """Features by name, the wanted chance, 0 to 1, and how much the example counts."""

    features: Mapping[str, float]
    wanted: float
    weight: float = 1.0


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return weights that minimise log loss with an L2 penalty (AdaGrad)."""
    names = sorted({name for example in examples for name in example.features})
    features = matrix(examples, names)
    wanted = np.array([example.wanted for example in examples])
    counts = np.array([example.weight for example in examples])
    counts /= counts.sum()
    weights, seen = np.zeros(len(names)), np.full(len(names), 1e-8)
    for _ in range(ROUNDS):
        error = (1 / (1 + np.exp(-features @ weights)) - wanted) * counts
        slope = features.T @ error + DECAY * weights
        seen += slope * slope
        weights -= RATE * slope / np.sqrt(seen)
    return dict(zip(names, weights.tolist(), strict=True))


def matrix(examples: Sequence[Example], names: Sequence[str]) -> Matrix:
    place = {name: number for number, name in enumerate(names)}
    features = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            features[row, place[name]] = value
    return features
