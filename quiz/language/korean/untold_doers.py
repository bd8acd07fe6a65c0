"""A first clause that tells what was done, but not who did it."""

from quiz.language.korean.clause_times import CARRYING, ending_of
from quiz.language.korean.clauses import Clause
from quiz.language.korean.conjugation import has_past
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import is_time_word


def lacks_its_doer(found: list[Clause]) -> bool:
    """Tell '1쿼터를 앞섰고, B가 따라붙었다': who led stood in another sentence."""
    first = found[0]
    if len(found) == 1:
        return False
    last = first.word(first.body[-1])
    if not has_past(last) or ending_of(last) not in CARRYING:
        return False
    own = any(is_doer(n, first) for n in first.words)
    return not own and any(w.is_subject for c in found[1:] for w in words_of(c))


def words_of(clause: Clause) -> list[Word]:
    return [clause.word(n) for n in clause.body]


def is_doer(number: int, clause: Clause) -> bool:
    """Tell a subject from the 강나래 of '강나래가 골밑을 장악한 1쿼터'."""
    word = clause.word(number)
    if word.is_topic:
        return not is_time_word(word.core)
    if not word.is_subject:
        return False
    verbs = (clause.word(n) for n in range(number + 1, clause.body[-1] + 1))
    taking = next((w for w in verbs if w.has_verb), None)
    return taking is None or taking.part is not Part.ADNOMINAL
