"""In what case: 'B하는 경우에는 A가 C한다'."""

from collections.abc import Iterator

from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.conditions import is_acted_on
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_copular
from quiz.language.korean.prompts import cleft
from quiz.language.korean.subordination import (
    BREAKS,
    can_be_told,
    clause_answer,
    last_ending,
    main_pieces,
    split_clause,
)

CASE_JOSA = frozenset({"", "에", "에는", "에만", "에도"})
FEWEST_WORDS = 3  # 경우 itself too


def find(reading: Reading) -> Iterator[Candidate]:
    if " 경우" not in reading.sentence.text:
        return
    for clause in reading.clauses:
        found = [n for n in clause.body[1:-1] if is_case(clause, n)]
        if len(found) == 1 and is_rule(clause):
            yield from asked(clause, found[0], reading)


def is_case(clause: Clause, number: int) -> bool:
    """Tell the 경우에는 of '넘는 경우에는' from that of '한국의 경우에는'."""
    word, before = clause.word(number), clause.word(number - 1)
    if word.core != "경우" or word.josa not in CASE_JOSA or word.quoted:
        return False
    return before.part is Part.ADNOMINAL and before.has_verb and not is_copular(before)


def is_rule(clause: Clause) -> bool:
    """Tell what always holds from what happened once."""
    predicate = clause.predicate
    return predicate is not None and not predicate.past and not predicate.is_copula


def asked(clause: Clause, marker: int, reading: Reading) -> Iterator[Candidate]:
    """'A는 B하는 경우 C한다' -> 'A가 C하는 것은 어떤 경우인가?'."""
    sentence = clause.sentence
    end = sentence.words[marker].core_end
    split = split_clause(reading, marker, end)
    if split is None or len(split.inner) < FEWEST_WORDS or is_acted_on(split):
        return
    later = [sentence.words[n] for n in split.main.body if n > marker]
    if not can_be_told(reading, split) or any(last_ending(w) in BREAKS for w in later):
        return
    pieces = main_pieces(split, reading)
    if pieces is None:
        return
    prompt = cleft(split.main, pieces, set(), "것", "어떤 경우", reading.setting)
    answer = sentence.text[split.start : end]
    accepted = (answer, answer.removesuffix("경우").strip() + " 때")
    yield clause_answer("condition", reading, split, prompt, accepted, 72)
