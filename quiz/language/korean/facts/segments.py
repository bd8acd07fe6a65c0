"""A clause cut at its connective verbs: 'A는 B를 들여 C를 줄인다' tells two things."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.korean.arguments import (
    pieces_or_none,
    says_who,
    subject_text,
)
from quiz.language.korean.boundaries import is_postposition
from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import Clause, phrase_before, subject_words
from quiz.language.korean.conjugation import Predicate, has_past, simple_predicate
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.names import names_something
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import COMFORTABLE
from quiz.language.korean.wordlists import VAGUE_NOUNS, noun_kind, words

# After these endings the verb before has happened as well; not so after 면 or 려고.
TELLING = words("어 아 여 어서 아서 고 고서 며 으며 면서 으면서 자 는데 ᆫ데 은데 지만 으나")
TOLD_AS_CAUSE = words("므로 으므로")
REPORTING = words("고 다고 ᆫ다고 는다고 라고 이라고")
PURPOSE = words("려고 으려고 고자 러 으러")
# Verbs that stand in for a particle, beside those of clauses.POSTPOSITIONS.
PARTICLE_VERBS = words(
    "힘입 잇 이어지 맞추 비하 반하 맞서 대신하 관련하 앞두 두 데리 가지 타 삼"
)
SAYING = words(
    "밝히 말하 설명하 전하 발표하 공시하 강조하 덧붙이 주장하 알리 내다보 예고하"
)
CLEFTS = frozenset({"것은", "때는", "해는", "날은", "시기는"})
PROGRAMME_PART = re.compile(
    r"(?:결과|지원금|금액|대상|기간|접수|신청|인원|횟수|한도|요금|비용|상금|일정|시간)$"
)
MEASURE_NOUN = re.compile(
    r"(?:[률율액량]|배당|실적|손실|이익|매출|자산|부채|주가|수주|비중|전망|기준일|예정일|"
    r"판매|투자|비용|수출|설비|생산)$"
)
QUARTER = re.compile(r"^(?:[1-4]분기|상반기|하반기)$")
LEADING = frozenset({"지난", "오는", "다음", "같은", "약", "음력", "달"})


def tellings(clause: Clause) -> Iterator[Clause]:
    """Yield what the connective verbs of the clause tell, each with its subject."""
    if clause.predicate is None:
        return
    sentence, body = clause.sentence, clause.body
    yield from reported(clause)
    start = body[0]
    for number in body[:-1]:
        word = sentence.words[number]
        if word.part is not Part.CONNECTIVE or not is_cut(sentence, number, TOLD_AS_CAUSE):
            continue
        part = tuple(range(start, number + 1))
        start = number + 1
        if len(part) < 2:
            continue
        past = is_past(clause, number)
        predicate = simple_predicate(word, past, 1, words_of(clause, part))
        if predicate is not None and not predicate.is_copula and not predicate.is_adjective:
            yield cut_out(clause, part, predicate)


def is_past(clause: Clause, number: int) -> bool:
    """Tell the tense of a 고 or 여 by the next verb of the chain that shows one."""
    assert clause.predicate is not None
    later = [clause.word(n) for n in clause.body if n > number]
    chain = (w for w in later if w.part is Part.CONNECTIVE and not w.quoted)
    return any(has_past(w) for w in chain) or clause.predicate.past


def words_of(clause: Clause, numbers: tuple[int, ...]) -> list[Word]:
    return [clause.word(n) for n in numbers]


def cut_out(clause: Clause, part: tuple[int, ...], predicate: Predicate) -> Clause:
    """Return the part as a clause; the subject and the date in front are shared."""
    own = subject_words(clause.sentence, part)
    shared = tuple(n for n in clause.topic if n < part[0]) if not own else ()
    dated = any(is_time_word(clause.word(n).core) for n in part)
    when = leading_times(clause) if part[0] > clause.body[0] and not dated else ()
    head = tuple(sorted({*shared, *(n for n in when if n < part[0])}))
    topic = own or shared
    outer = clause.topic if own and not set(own) & set(clause.topic) else ()
    return Clause(clause.sentence, head, part, predicate, False, topic, outer)


def reported(clause: Clause) -> Iterator[Clause]:
    """'A는 매출이 늘었다고 4일 밝혔다' tells that A's sales have grown."""
    sentence, body = clause.sentence, clause.body
    assert clause.predicate is not None
    said = [m.form for m in sentence.words[body[-1]].morphs]
    if not clause.topic or not (said[:1] and any(m in SAYING for m in sayings(said))):
        return
    for number in body[1:-1]:
        word = sentence.words[number]
        endings = [m.form for m in word.morphs if m.tag in {"EC", "JKQ"}]
        if word.quoted or not endings or endings[-1] not in REPORTING:
            continue
        first = clause.topic[-1] + 1
        if clause.topic[-1] < body[0]:
            first = body[0]
        part = tuple(range(first, number + 1))
        plain = endings[-1] == "고" and word.josa_tag != "JKQ"
        if len(part) < 3 or plain:
            continue
        predicate = simple_predicate(word, has_past(word), 1, words_of(clause, part))
        if predicate is not None:
            own = subject_words(sentence, part) or opening_subject(sentence, part)
            head = () if own else clause.topic
            outer = clause.topic if own else ()
            yield Clause(sentence, head, part, predicate, False, own or clause.topic, outer)
        return


def opening_subject(sentence: Sentence, part: tuple[int, ...]) -> tuple[int, ...]:
    """Return the 이/가 phrase before any verb: '3분기 매출이 ... 늘었다고'."""
    for number in part:
        word = sentence.words[number]
        if word.has_verb or word.is_object:
            return ()
        if word.is_subject and word.josa_tag == "JKS" and not word.quoted:
            return phrase_before(sentence, number, part[0])
    return ()


def sayings(forms: list[str]) -> list[str]:
    """Return the verb's stem with and without the noun in front: 설명 + 하."""
    return [forms[0], "".join(forms[:2])]


def is_cut(sentence: Sentence, number: int, also: frozenset[str] = frozenset()) -> bool:
    """Tell whether the verb ends a clause of its own beside the one that follows."""
    words = sentence.words
    word, following = words[number], words[number + 1]
    verbs = [m for m in word.morphs if m.is_verb]
    endings = [m.form for m in word.morphs if m.tag == "EC"]
    if word.quoted or not verbs or not endings:
        return False
    if endings[-1] not in TELLING | also:
        return False
    if is_postposition(word) or verbs[0].form in PARTICLE_VERBS:
        return False
    if following.morphs[:1] and following.morphs[0].tag in {"VX", "VV"}:
        return False  # '쏘아 올렸다'
    if word.comma or verbs[-1].form == "되":
        return True
    return not leads_to_noun(words, number)


def leads_to_noun(words: tuple[Word, ...], number: int) -> bool:
    """Tell whether the next verb stands before a noun: '제치고 때린 슛이'."""
    for word in words[number + 1 :]:
        if word.is_topic or (word.is_subject and word.josa_tag == "JKS"):
            return False
        if word.part is Part.ADNOMINAL or "ETN" in word.tags():
            return True
        if word.part in {Part.CONNECTIVE, Part.FINAL}:
            return False
    return False


def leading_times(clause: Clause) -> tuple[int, ...]:
    """Return the words of the date or time that the clause opens with."""
    found = []
    for number in clause.body:
        word = clause.word(number)
        if number in clause.topic and number not in found:
            continue
        timely = is_time_word(word.core) or QUARTER.match(word.core)
        if not timely and word.core not in LEADING:
            break
        found.append(number)
        if word.josa:
            break
    if found and clause.word(found[-1]).core in LEADING:
        return ()
    return tuple(found)


def narrowed(pieces: list[Piece], clause: Clause, asked: tuple[int, int]) -> list[Piece]:
    """Drop from a long clause what the question can do without.

    `asked` are the words that are asked for. Clauses of time, manner and purpose go
    first, then what is told of a name by the way.
    """
    kept = pieces
    for drop in (connective_words, purpose_words, modifiers_of_name):
        if length(kept) <= COMFORTABLE:
            return kept
        gone = drop(clause, asked)
        shorter = [p for p in kept if p.number not in gone]
        if says_enough(shorter, clause, asked):
            kept = shorter
    return kept


def length(pieces: list[Piece]) -> int:
    return sum(len(p.text) + 1 for p in pieces)


def says_enough(pieces: list[Piece], clause: Clause, asked: tuple[int, int]) -> bool:
    numbers = {p.number for p in pieces}
    return len(pieces) >= 3 and all(
        n in numbers for n in (asked[1], clause.body[-1], *clause.topic[-1:])
    )


def connective_words(clause: Clause, asked: tuple[int, int]) -> set[int]:
    """Return the words of the connective clauses that hold neither subject nor answer."""
    verbs = (n for n in clause.body[:-1] if clause.word(n).part is Part.CONNECTIVE)
    cuts = [n for n in verbs if is_cut(clause.sentence, n)]
    return before_cuts(clause, cuts, asked)


def purpose_words(clause: Clause, asked: tuple[int, int]) -> set[int]:
    cuts = [n for n in clause.body[:-1] if is_purpose(clause.word(n))]
    return before_cuts(clause, cuts, asked)


def is_purpose(word: Word) -> bool:
    if word.part is not Part.CONNECTIVE or word.quoted:
        return False
    if word.text.rstrip(",") == "따르면":
        return True  # '조사에 따르면'
    endings = [m.form for m in word.morphs if m.tag == "EC"]
    verbs = [m.form for m in word.morphs if m.is_verb]
    return endings[-1:] != [] and (endings[-1] in PURPOSE or verbs[:1] == ["위하"])


def before_cuts(clause: Clause, cuts: list[int], asked: tuple[int, int]) -> set[int]:
    """Return the words between the subject, or the one cut, and the next."""
    if not cuts:
        return set()
    floor = clause.body[0]
    kept = {*clause.topic, *leading_times(clause)}
    if clause.topic and clause.topic[-1] < cuts[0]:
        floor = max(floor, clause.topic[-1] + 1)
    gone: set[int] = set()
    for cut in cuts:
        part = set(range(floor, cut + 1)) - kept
        floor = cut + 1
        if part & set(range(asked[0], asked[1] + 1)) or part & set(clause.topic):
            continue
        if not (
            is_cause(clause.word(cut)) and any(clause.word(n).is_subject for n in part)
        ):
            gone |= part
    return gone


def is_cause(word: Word) -> bool:
    """Tell '폭탄이 터져', which what follows leans on, from '수출을 제한하자'."""
    endings = [m.form for m in word.morphs if m.tag == "EC"]
    return endings[-1:] != [] and endings[-1] in {"어", "아", "어서", "아서"}


def modifiers_of_name(clause: Clause, asked: tuple[int, int]) -> set[int]:
    """'기세가 오른 가온FC는' -> '가온FC는': a name needs no more."""
    if not clause.topic:
        return set()
    first = clause.topic[-1]
    while first > clause.body[0] and clause.word(first - 1).part is not Part.ADNOMINAL:
        if not clause.word(first - 1).is_bare:
            return set()
        first -= 1
    kept = {*clause.topic, *leading_times(clause)}
    part = set(range(clause.body[0], first)) - kept
    holds = part & set(range(asked[0], asked[1] + 1))
    if holds or any(clause.word(n).is_topic for n in part):
        return set()
    return part if clause.word(clause.topic[-1]).morphs[0].tag == "NNP" else set()


def touched(clause: Clause, start: int, end: int) -> list[int]:
    """Return the words of the clause that touch characters `start` to `end`."""
    words = clause.sentence.words
    return [n for n in clause.body if words[n].start < end and words[n].end > start]


def standing_pieces(
    clause: Clause, reading: Reading, clefted: bool = False
) -> list[Piece] | None:
    """Return the clause as a prompt uses it if it says whom or what it is about.

    A bare 선정 결과 or 영업이익률 is that of the one programme or company that the
    article is about. `clefted`: a 것 with a clause before it is no subject.
    """
    if is_general(clause):
        return None
    owner = owner_outside(clause)
    pieces = pieces_or_none(replace(clause, outer=()) if owner else clause, reading)
    if not pieces:
        return None
    subject = subject_text(pieces, clause)
    if owner and owner not in subject:
        return owned(pieces, clause, owner)
    names = reading.setting.names
    if clefted and clause.topic and clause.word(clause.topic[-1]).text in CLEFTS:
        before = [p for p in pieces if p.number < clause.topic[-1]]
        return pieces if any(names.is_proper(p.core) for p in before) else None
    named = names_something(subject, names)
    if named or (says_who(subject, reading) and not owner_of(subject, reading)):
        return pieces
    whole = owned(pieces, clause, owner_of(subject, reading))
    if whole is None:
        reading.rejected["no-subject"] += 1
    return whole


def owned(pieces: list[Piece], clause: Clause, owner: str) -> list[Piece] | None:
    """Put 'owner의' before the subject, where nothing but a time stands before it."""
    place = next((n for n, p in enumerate(pieces) if p.number in clause.topic), None)
    if not owner or place is None or not all(is_time_word(p.core) for p in pieces[:place]):
        return None
    return [*pieces[:place], Piece(owner, "의", -1), *pieces[place:]]


def owner_outside(clause: Clause) -> str:
    """Return A of 'A는 매출이 늘었다고 밝혔다', where a clause inside is told alone."""
    if not clause.outer or clause.main or not clause.topic:
        return ""
    topic, outer = clause.word(clause.topic[-1]), clause.word(clause.outer[-1])
    if topic.is_topic or not outer.is_topic or not MEASURE_NOUN.search(topic.core):
        return ""
    front = (clause.word(n).text for n in clause.outer[:-1])
    return " ".join([*front, outer.core])


def is_general(clause: Clause) -> bool:
    """Tell whether nothing but a quotation is left."""
    return all(clause.word(n).quoted for n in clause.body)


def owner_of(subject: str, reading: Reading) -> str:
    """Return whose 선정 결과 or 영업이익률 it is, or ""."""
    context = reading.setting.context
    last = subject.split(" ")[-1] if subject else ""
    vague = last in VAGUE_NOUNS and subject == last
    if not last or vague or noun_kind(last) is not None:
        return ""
    programme = context.scope.split("’")[0].strip("‘")
    if programme and programme not in subject and PROGRAMME_PART.search(last):
        return context.scope
    if context.company and context.company not in subject and MEASURE_NOUN.search(last):
        return context.company
    return ""


def told_by_name(part: Clause, reading: Reading) -> bool:
    """Tell whether the part's subject is a topic or a name: not '콜레라가 돌아'."""
    names, subject = reading.setting.names, [part.word(n) for n in part.topic]
    return (
        not subject
        or bool(part.outer)
        or subject[-1].is_topic
        or names_something(
            " ".join([*(w.text for w in subject[:-1]), subject[-1].core]), names
        )
    )
