"""Two plain nouns or more that share a verb: they are asked for together."""

from collections.abc import Iterator

from quiz.language.korean.boundaries import is_postposition
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, is_main_argument, verb_between
from quiz.language.korean.facts.enumerations import Listed, counted, lists_in
from quiz.language.korean.facts.enumerations import candidate as list_candidate
from quiz.language.korean.facts.things import is_told_inside, readable
from quiz.language.korean.mentions import is_name_shaped
from quiz.language.korean.morphology import Part
from quiz.language.korean.names import Names
from quiz.language.korean.nominals import (
    EMPTY_HEADS,
    SUFFIX_TYPES,
    Nominal,
    left_edge,
    says_place,
)
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import cleft, in_place
from quiz.language.korean.wh_words import (
    FROM,
    GOING,
    INTO,
    LOCATED,
    SOMEWHERE,
    is_counted,
    is_light,
    is_manner,
    verb_after,
)
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind


def find(reading: Reading) -> Iterator[Candidate]:
    words = reading.sentence.words
    for clause in reading.clauses:
        body = words[clause.body[0] : clause.body[-1] + 1]
        if not any(word.josa_tag == "JC" or word.comma for word in body):
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
    if listed.open_end or josa not in {"을", "를", "으로", "로", "에", "에서"}:
        return
    if listed.first in clause.topic or not (is_all_plain(listed, clause)):
        return
    copula = clause.predicate is not None and clause.predicate.is_copula
    inside = not is_main_argument(clause.sentence, listed.last, clause.body)
    last = listed.members[-1].name
    answer = Nominal(listed.first, listed.last, 0, 0, last, last, josa)
    if (inside and not is_told_inside(answer, clause)) or (copula and not inside):
        return
    following = clause.word(listed.last + 1)
    if is_light(answer, following) or is_counted(following) or is_postposition(following):
        return
    names = reading.setting.names
    kinds = {
        names.kind(m.name) if names.is_proper(m.name) else None for m in listed.members
    }
    who = kinds == {Kind.PERSON} or all(is_name_shaped(m.name) for m in listed.members)
    if are_places(listed, names):
        yield from places(listed, clause, pieces, inside, reading)
        return
    if not word.is_object and (who or is_manner(answer, clause)):
        return
    if josa == "에서" or (
        josa == "에" and not INTO.match(verb_after(clause, listed.last).text)
    ):
        return
    span = (listed.first, listed.last)
    if word.is_object and not inside and len(listed.members) > 2:
        yield from counted_cleft(listed, clause, pieces, who, reading)
    elif begins_free(listed, clause):
        wh = "누구" if who else "무엇"
        wh = f"{wh}와 {wh}" if who and len(listed.members) == 2 else wh * 2
        wh = "무엇과 무엇" if wh == "무엇무엇" and len(listed.members) == 2 else wh
        prompt = in_place(clause, pieces, span, wh, reading.setting, josa)
        # Persons are asked for as such, whatever the vote on their kind was.
        yield list_candidate(listed, reading, prompt, 76 if who else 60)


def counted_cleft(
    listed: Listed, clause: Clause, pieces: list[Piece], who: bool, reading: Reading
) -> Iterator[Candidate]:
    """'왕실이 거두던 어장세, 염세, 선박세를 돌렸다' -> '돌린 세금 세 가지는'."""
    first = left_edge(clause, listed.first)[0]
    if first < 0 or verb_between(clause.sentence, listed.last, clause.body):
        return
    ends = {m.name[-1] for m in listed.members}
    common = SUFFIX_TYPES.get(ends.pop(), "것") if len(ends) == 1 else "것"
    noun = f"{counted(listed)} 사람" if who else f"{common} {counted(listed)} 가지"
    dropped = set(range(first, listed.last + 1))
    asked = "누구" if who else "무엇"
    prompt = cleft(clause, pieces, dropped, noun, asked, reading.setting)
    yield list_candidate(listed, reading, prompt, 76)


def begins_free(listed: Listed, clause: Clause) -> bool:
    """Tell whether nothing before the first member may be its modifier."""
    if listed.first == clause.body[0]:
        return True
    return clause.word(listed.first - 1).part not in {Part.ADNOMINAL, Part.DETERMINER}


def are_places(listed: Listed, names: Names) -> bool:
    """Tell whether one member is surely a place: its peers then are places, too."""
    return listed.josa in {"에", "에서", "로", "으로"} and any(
        (names.is_proper(m.name) and names.kind(m.name) in SOMEWHERE) or says_place(m.name)
        for m in listed.members
    )


def places(
    listed: Listed, clause: Clause, pieces: list[Piece], inside: bool, reading: Reading
) -> Iterator[Candidate]:
    """'혜정교와 종묘 앞에 놓였다' -> '놓인 두 곳은 어디인가?'."""
    said = verb_after(clause, listed.last).text
    if not (LOCATED.match(said) or FROM.match(said) or GOING.match(said)):
        return
    if inside or verb_between(clause.sentence, listed.last, clause.body):
        return
    first = left_edge(clause, listed.first)[0]
    if first < 0:
        return
    dropped = set(range(first, listed.last + 1))
    noun = f"{counted(listed)} 곳"
    prompt = cleft(clause, pieces, dropped, noun, "어디", reading.setting)
    yield list_candidate(listed, reading, prompt, 61)


def is_all_plain(listed: Listed, clause: Clause) -> bool:
    """Tell whether the members are bare nouns with nothing in front that may be theirs."""
    if listed.first > clause.body[0]:
        before = clause.word(listed.first - 1)
        if before.part is Part.DETERMINER or before.quoted:
            return False
        if before.josa_tag == "JC" or (before.comma and not before.josa):
            return False
    words_inside = [clause.word(n) for n in range(listed.first, listed.last + 1)]
    if any({"SN", "NR", "NP"} & set(w.tags()) or w.quoted for w in words_inside):
        return False
    return all(
        (m.name.split()[-1] not in EMPTY_HEADS or says_place(m.name))
        and m.name not in VAGUE_NOUNS | EMPTY_HEADS
        for m in listed.members
    )
