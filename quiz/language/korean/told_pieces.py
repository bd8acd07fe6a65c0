"""The words of a clause as it is told, read once for prompts and statements alike."""

from functools import lru_cache

from quiz.language.korean.clauses import Clause
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.owners import pieces_of
from quiz.language.korean.phrases import SEVERAL_PASSES
from quiz.language.korean.pieces import Piece, Setting, Unresolved


@lru_cache(maxsize=SEVERAL_PASSES)
def kept(sentence: Sentence) -> dict[Clause, list[Piece] | Unresolved]:
    """Return where the words of the sentence's clauses are kept."""
    return {}


def told_pieces(clause: Clause, setting: Setting) -> list[Piece]:
    """Return the words of a clause with its subject; a sentence has one setting.

    Raises:
        Unresolved: what 그 or 이 회사 means is not known.
    """
    known = kept(clause.sentence)
    found = known.get(clause)
    if found is None:
        try:
            found = pieces_of(clause, setting)
        except Unresolved as missing:
            found = missing.with_traceback(None)  # frames hold all that the article has
        known[clause] = found
    if isinstance(found, Unresolved):
        raise type(found)(*found.args)
    return found


def forget() -> None:
    """Let the sentences of the last article go."""
    kept.cache_clear()
