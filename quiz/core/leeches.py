"""Questions that are forgotten again and again, as Anki counts them."""

from quiz.core.scheduling import Memory

LEECH_FROM, THEN_EVERY = 8, 4  # lapses


def is_leech(memory: Memory) -> bool:
    return memory.lapses >= LEECH_FROM


def became_leech(before: Memory | None, after: Memory) -> bool:
    """Tell whether this answer is one at which to say so: the 8th lapse, every 4th then."""
    if before is None or after.lapses == before.lapses or not is_leech(after):
        return False
    return (after.lapses - LEECH_FROM) % THEN_EVERY == 0
