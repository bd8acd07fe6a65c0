"""Two plain nouns or more that share a verb: they are asked for together."""

from collections.abc import Iterator

from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, is_main_argument, is_postposition
from quiz.language.korean.facts.enumerations import Listed, lists_in
from quiz.language.korean.facts.enumerations import candidate as list_candidate
from quiz.language.korean.facts.things import is_told_inside, readable
from quiz.language.korean.morphology import Part
from quiz.language.korean.nominals import EMPTY_HEADS, Nominal
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import in_place
from quiz.language.korean.wh_words import INTO, is_counted, is_light, is_manner, verb_after
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        if not any(w.josa_tag == "JC" or w.comma for w in map(clause.word, clause.body)):
            continue
        pieces = readable(clause, reading)
        if pieces is not None:
            for listed in lists_in(clause):
                yield from all_of(listed, clause, pieces, reading)


def all_of(
    listed: Listed, clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    """'명반응과 암반응으로 나뉜다' -> '무엇과 무엇으로 나뉘는가?'."""
    word = clause.word(listed.last)
    josa = listed.josa
    if listed.open_end or josa not in {"을", "를", "으로", "로", "에"}:
        return
    if listed.first in clause.topic or not (is_all_plain(listed, clause)):
        return
    inside = not is_main_argument(clause.sentence, listed.last, clause.body)
    last = listed.members[-1].name
    answer = Nominal(listed.first, listed.last, 0, 0, last, last, josa)
    if inside and not is_told_inside(answer, clause):
        return
    following = clause.word(listed.last + 1)
    if is_light(answer, following) or is_counted(following) or is_postposition(following):
        return
    names = reading.setting.names
    kinds = {
        names.kind(m.name) if names.is_proper(m.name) else None for m in listed.members
    }
    who = kinds == {Kind.PERSON}
    if not word.is_object and (who or is_manner(answer, clause)):
        return
    if josa == "에" and not INTO.match(verb_after(clause, listed.last).text):
        return
    count = len(listed.members)
    wh = (
        ("누구와 누구" if who else "무엇과 무엇")
        if count == 2
        else (f"{'누구누구' if who else '무엇무엇'}")
    )
    prompt = in_place(
        clause, pieces, (listed.first, listed.last), wh, reading.setting, josa
    )
    yield list_candidate(listed, reading, prompt, 60)


def is_all_plain(listed: Listed, clause: Clause) -> bool:
    """Tell whether the members are bare nouns with nothing in front that may be theirs."""
    if listed.first > clause.body[0]:
        before = clause.word(listed.first - 1)
        if before.part in {Part.ADNOMINAL, Part.DETERMINER} or before.quoted:
            return False
        if before.josa_tag == "JC" or (before.comma and not before.josa):
            return False
    words_inside = [clause.word(n) for n in range(listed.first, listed.last + 1)]
    if any({"SN", "NR", "NP"} & set(w.tags()) or w.quoted for w in words_inside):
        return False
    return all(
        m.name.split()[-1] not in EMPTY_HEADS and m.name not in VAGUE_NOUNS
        for m in listed.members
    )
