"""Small values that are made by the ten thousand: mypy keeps them frozen, Python needn't.

A class that is frozen at run time takes three times as long to make.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool, eq: bool = True) -> Callable[[type], type]:
        """Make a dataclass that is frozen for type checkers alone."""

        def made(plain: type) -> type:
            hashed = frozen and eq and "__hash__" not in vars(plain)
            return dataclass(slots=slots, eq=eq, unsafe_hash=hashed)(plain)

        return made
