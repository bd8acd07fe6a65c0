"""A cause, purpose or condition inside a sentence, and what the sentence says beside it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from quiz.language.korean.arguments import says_who, subject_text
from quiz.language.korean.boundaries import is_postposition, takes_arguments
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, phrase_before, subject_words
from quiz.language.korean.conjugation import Predicate, simple_predicate
from quiz.language.korean.context import referent
from quiz.language.korean.gate import POINTED, RELATIVE_TIME, UNRESOLVED
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.owners import pieces_of
from quiz.language.korean.phrases import is_nominal, is_time_word
from quiz.language.korean.pieces import DISCOURSE, Piece, Unresolved
from quiz.language.korean.wordlists import Kind

LONGEST_ANSWER, SHORTEST_CLAUSE = 42, 6  # characters of a clause as an answer
INDEPENDENT = frozenset({"지만", "으나", "나", "는데", "ᆫ데", "은데"})
ABLE = frozenset({"수", "바", "줄"})  # '이용할 수 있다' is one predicate
# After these another clause begins, which the cause or aim may not reach.
BREAKS = frozenset({"다가", "자", "면", "으면", "자마자", "더니"})
HOW_OFTEN = frozenset({"하루", "매일", "매주", "매달", "매년", "평소"})  # '하루 처리량'
TIME_JOSA = frozenset({"", "에", "에는", "은", "는", "부터", "까지"})
SCENE_JOSA = frozenset({"에서는", "에는"})
QUOTING = frozenset({"다고", "라고", "고"})
NEAR = 3  # words in which a verb before a noun takes what stands before it
FEWEST = 1  # words that the main clause has beside its subject


@dataclass(frozen=True, slots=True)
class Split:
    """A sentence without its cause or purpose. `start` and `end` are that one's offsets."""

    main: Clause
    start: int
    end: int
    inner: tuple[int, ...]  # words of the cause or purpose, its marker too


def last_ending(word: Word) -> str:
    endings = [m.form for m in word.morphs if m.tag == "EC"]
    return endings[-1] if endings and word.part is Part.CONNECTIVE else ""


def clause_with(reading: Reading, number: int) -> Clause | None:
    """Return the clause whose own words hold `number`."""
    for clause in reading.clauses:
        if clause.body[0] <= number <= clause.body[-1]:
            return clause
    return None


def split_clause(
    reading: Reading, marker: int, end: int, shared: bool = False
) -> Split | None:
    """Cut the clause that ends in `marker` from what follows; `end` is its last offset.

    `shared` says that it always has the subject of the main clause: a purpose.
    """
    sentence = reading.sentence
    clause = clause_with(reading, marker)
    source = clause_with(reading, marker + 1)
    if clause is None or source is None or source.predicate is None:
        return None
    if not begins_freely(sentence, clause.body[0]):
        return None
    after, predicate = told_part(source, marker)
    first, front = opening(sentence, clause.body[0], marker)
    led = any(sentence.words[n].is_topic for n in range(first, marker))
    topic = own_subject(sentence, after, led)
    if topic and led and shared:
        return None  # 'A는 B를 막기 위해 C가 지었다'
    if not topic:
        found = leading_subject(sentence, tuple(range(first, marker + 1)), shared)
        if found is None:
            return None
        topic, front = found[0], (*front, *range(first, found[1]))
        first, dated = opening(sentence, found[1], marker)
        front = (*front, *dated)
    inner = tuple(range(first, marker + 1))
    rest = after[: len(after) - predicate.words]
    if not inner or not attaches_to_main(sentence, marker, rest):
        return None
    if shared and is_another_subject(sentence, marker):
        return None
    head = () if topic else clause.head
    body = tuple(sorted({*front, *after}))
    main = Clause(sentence, head, body, predicate, source.main, topic or head)
    return Split(main, sentence.words[first].start, end, inner)


def told_part(clause: Clause, marker: int) -> tuple[tuple[int, ...], Predicate]:
    """Return the words after `marker`; of '시작한다고 밝혔다' up to 시작한다고."""
    after = tuple(n for n in clause.body if n > marker)
    assert clause.predicate is not None
    for place, number in enumerate(after[:-1]):
        word = clause.sentence.words[number]
        if quotes(word):
            words = [clause.word(n) for n in after[: place + 1]]
            told = simple_predicate(word, None, 1, words)
            return (after[: place + 1], told) if told else (after, clause.predicate)
    return after, clause.predicate


def quotes(word: Word) -> bool:
    """Tell '시작한다고', by its letters too: Kiwi cuts it in several ways."""
    return (
        word.has_verb
        and bool(re.search(r"(?:[다라]고)$", word.text))
        and (
            any(
                m.tag in {"EC", "EF", "JKQ"} and m.form[-2:] in QUOTING for m in word.morphs
            )
        )
    )


def own_subject(sentence: Sentence, after: tuple[int, ...], led: bool) -> tuple[int, ...]:
    """Return the subject that follows the cause, even within '법이 퍼지는 데에는'.

    `led` says that a topic leads the whole: then such a subject is its verb's alone.
    """
    found = subject_words(sentence, after)
    if led:
        return found
    first = sentence.words[after[0]]
    if not found and (first.is_topic or (first.is_subject and first.josa_tag == "JKS")):
        return (after[0],)
    return found


def leading_subject(
    sentence: Sentence, before: tuple[int, ...], shared: bool
) -> tuple[tuple[int, ...], int] | None:
    """Return the subject in front that the main clause takes, and where the rest begins.

    None says that the subject belongs to the cause alone.
    """
    first = before[0]
    found = subject_words(sentence, before)
    if not found:
        return (), first
    word = sentence.words[found[-1]]
    described = [sentence.words[n] for n in range(first, found[0])]
    if any(w.part is Part.CONNECTIVE and not is_postposition(w) for w in described):
        return None
    if not (word.is_topic or shared) or any(w.is_subject for w in described[1:]):
        return None  # '비가 와서 취소되었다': what was cancelled isn't told
    if described and described[-1].part is not Part.ADNOMINAL:
        return None
    return found, found[-1] + 1


def begins_freely(sentence: Sentence, floor: int) -> bool:
    """Tell whether what stands before the clause is surely no part of its cause."""
    if floor == 0:
        return True
    return last_ending(sentence.words[floor - 1]) in INDEPENDENT | {
        "고",
        "며",
        "으며",
        "자",
    }


def opening(sentence: Sentence, floor: int, marker: int) -> tuple[int, tuple[int, ...]]:
    """Set '그러나' aside, and '1923년' and '한국에서는', which the whole is about."""
    words, first, front = sentence.words, floor, []
    while first < marker and words[first].text.rstrip(",") in DISCOURSE:
        first += 1
    while first < marker:
        word = words[first]
        timed = is_time_word(word.core) and word.josa in TIME_JOSA
        timed = timed and word.core not in HOW_OFTEN
        if timed:
            front.append(first)
            first += 1
        elif scene := scene_end(words, first, marker):
            front.extend(range(first, scene))
            first = scene
        else:
            break
    return first, tuple(front)


def scene_end(words: tuple[Word, ...], first: int, marker: int) -> int:
    """Return where '경기도 수원에서는' ends that opens a clause, or 0."""
    for number in range(first, min(first + 3, marker)):
        word = words[number]
        if word.josa in SCENE_JOSA and is_nominal(word):
            return number + 1
        if not word.is_bare and word.josa != "의":
            return 0
    return 0


def attaches_to_main(sentence: Sentence, marker: int, after: tuple[int, ...]) -> bool:
    """Tell 'A를 막기 위해 지은 절을 고쳤다', where the verb before the noun takes it."""
    if sentence.words[marker].comma:
        return True
    for number in after[:NEAR]:
        word = sentence.words[number]
        if word.is_topic or (word.is_subject and word.josa_tag == "JKS"):
            return True
        if not takes_arguments(word, subject=False) or number == after[-1]:
            continue
        if sentence.words[number + 1].core not in ABLE:
            return False
    return True


def is_another_subject(sentence: Sentence, marker: int) -> bool:
    """Tell '왜병을 막고자 왕이 지은 절을': the aim is nearer to what the 왕 did."""
    word = sentence.words[marker + 1]
    return word.is_subject and word.josa_tag == "JKS" and not sentence.words[marker].comma


def main_pieces(split: Split, reading: Reading) -> list[Piece] | None:
    """Return the main clause as a prompt uses it, or None where it can't stand alone."""
    try:
        pieces = pieces_of(split.main, reading.setting)
    except Unresolved as missing:
        reading.rejected[missing.reason] += 1
        return None
    if not says_who(subject_text(pieces, split.main), reading):
        reading.rejected["no-subject"] += 1
        return None
    topic = set(split.main.topic)
    beside = [p for p in pieces if p.number not in topic and p.number >= 0]
    return pieces if len(beside) >= FEWEST else None


def can_be_told(reading: Reading, split: Split, longest: int = LONGEST_ANSWER) -> bool:
    """Tell whether the cause or purpose can be an answer: short, and without 그 and 이."""
    text = reading.sentence.text[split.start : split.end]
    if not SHORTEST_CLAUSE <= len(text) <= longest or "“" in text:
        return False
    if UNRESOLVED.search(text) or POINTED.search(text) or RELATIVE_TIME.search(text):
        return False
    words = [reading.sentence.words[n] for n in split.inner]
    context, names = reading.setting.context, reading.setting.names
    if any(word.quoted for word in words):
        return False
    return not any(
        referent(word, following.core, context, names) is not None
        for word, following in pairwise(words)
    )


def noun_phrase(sentence: Sentence, last: int, floor: int) -> tuple[int, ...] | None:
    """Return the words of the phrase that ends at `last`; None if a clause describes it.

    '모피를 얻기 위한 사냥' is one phrase.
    """
    numbers = phrase_before(sentence, last, floor)
    while sentence.words[numbers[0]].text in DISCOURSE and len(numbers) > 1:
        numbers = numbers[1:]
    first = numbers[0]
    if first > floor and is_aim(sentence.words[first - 1]):
        first = aim_start(sentence, first - 1, floor)
        return tuple(range(first, last + 1))
    if first > floor:
        before = sentence.words[first - 1]
        if before.part is Part.ADNOMINAL or before.comma or before.josa in {"와", "과"}:
            return None
    words = [sentence.words[n] for n in numbers]
    return None if any(w.quoted or w.has_verb for w in words) else numbers


def is_aim(word: Word) -> bool:
    """Tell 위한 and 인한, which lead from one noun to the next."""
    verbs = [m.form for m in word.morphs if m.is_verb]
    return word.part is Part.ADNOMINAL and verbs[:1] in (["위하"], ["인하"], ["대하"])


def aim_start(sentence: Sentence, number: int, floor: int) -> int:
    """Return where '모피를 얻기 위한' begins."""
    first = number - 1
    if first > floor and "ETN" in sentence.words[first].tags():
        first -= 1
    return phrase_before(sentence, first, floor)[0] if first >= floor else number


def clause_answer(
    kind: str,
    reading: Reading,
    split: Split,
    prompt: str,
    accepted: tuple[str, ...],
    weight: int,
) -> Candidate:
    """Return the question whose answer is a clause; forms that leak are dropped."""
    shown = re.sub(r"\W", "", prompt)
    told = tuple(
        dict.fromkeys(t for t in accepted if t and re.sub(r"\W", "", t) not in shown)
    )
    return Candidate(
        kind, reading.sentence, split.start, split.end, prompt, told or accepted[:1],
        Kind.THING, weight=weight, part=kind,
    )  # fmt: skip
