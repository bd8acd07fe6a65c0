"""A new edition of an article: what becomes of each question's evidence."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter

from rapidfuzz import fuzz, process

from quiz.core.article import Span, sentence_spans
from quiz.core.questions import Evidence, Question, Status

ALIKE = 55  # of 100, from where on a sentence counts as another's new wording
MOST_PAIRS = 1_000_000  # sentences compared with each other; about two seconds


class Fate(StrEnum):
    """What a new edition makes of the sentence that proves a question's answer.

    Moved: the same words, but among other sentences than before.
    """

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A question with its evidence in the new text, or without where it is gone.

    `before` and `after` are the sentences in the old and the new text.
    """

    question: Question
    fate: Fate
    before: str
    after: str = ""
    answer_stands: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every question in the order given, and the sentences that are new."""

    questions: tuple[Anchored, ...]
    added: tuple[Span, ...]

    def of(self, fate: Fate) -> tuple[Anchored, ...]:
        return tuple(each for each in self.questions if each.fate is fate)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each old sentence stands in the new text: its number there, and how."""

    old: tuple[Span, ...]
    new: tuple[Span, ...]
    places: Mapping[int, tuple[int, Fate]]


def compare_editions(old: str, new: str, questions: Iterable[Question]) -> Comparison:
    """Find the evidence of questions about the text `old` again in the text `new`."""
    alignment = align(old, new)
    met = {number for number, _ in alignment.places.values()}
    added = tuple(span for n, span in enumerate(alignment.new) if n not in met)
    anchored = tuple(anchor(each, old, new, alignment) for each in questions)
    return Comparison(anchored, added)


def align(old: str, new: str) -> Alignment:
    """Pair the sentences of two texts: equal ones first, then those that are alike."""
    ours, theirs = sentence_spans(old), sentence_spans(new)
    a, b = [span.of(old) for span in ours], [span.of(new) for span in theirs]
    places = {here: (there, Fate.SAME) for here, there in pair_equal(a, b)}
    pair_moved(a, b, places)
    pair_changed(a, b, places)
    return Alignment(ours, theirs, places)


def pair_equal(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pair equal sentences that stand in the same order in both texts.

    Patience diff: sentences that are there once in each text are the anchors; from
    them on, what follows or precedes in both belongs together. Takes n log n.
    """
    anchors = [(-1, -1), *longest_rise(unique_pairs(a, b)), (len(a), len(b))]
    found: dict[int, int] = {}
    for (i, j), (i_end, j_end) in pairwise(anchors):
        while i + 1 < i_end and j + 1 < j_end and a[i + 1] == b[j + 1]:
            i, j = i + 1, j + 1
            found[i] = j
        while i_end - 1 > i and j_end - 1 > j and a[i_end - 1] == b[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
            found[i_end] = j_end
    found.update(anchors[1:-1])
    return sorted(found.items())


def unique_pairs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pair the sentences that are there once in each text, in the order of the first."""
    in_a, in_b = Counter(a), Counter(b)
    place = {sentence: at for at, sentence in enumerate(b) if in_b[sentence] == 1}
    return [(n, place[s]) for n, s in enumerate(a) if in_a[s] == 1 and s in place]


def longest_rise(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs, not all neighbours, whose second parts rise."""
    tops: list[int] = []  # the lowest end of a rise of each length
    ends: list[int] = []  # and which pair it is
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        at = bisect_left(tops, there)
        tops[at : at + 1], ends[at : at + 1] = [there], [number]
        before.append(ends[at - 1] if at else -1)
    rise, at = [], ends[-1] if ends else -1
    while at >= 0:
        rise.append(pairs[at])
        at = before[at]
    return rise[::-1]


def pair_moved(
    a: Sequence[str], b: Sequence[str], places: dict[int, tuple[int, Fate]]
) -> None:
    """Pair equal sentences that are left on both sides."""
    taken = {number for number, _ in places.values()}
    free: dict[str, list[int]] = defaultdict(list)
    for number in range(len(b) - 1, -1, -1):
        if number not in taken:
            free[b[number]].append(number)
    for number, sentence in enumerate(a):
        if number not in places and free[sentence]:
            places[number] = (free[sentence].pop(), Fate.MOVED)


def pair_changed(
    a: Sequence[str], b: Sequence[str], places: dict[int, tuple[int, Fate]]
) -> None:
    """Pair each sentence that is left with the one most like it, each at most once."""
    left = [number for number in range(len(a)) if number not in places]
    taken = {number for number, _ in places.values()}
    free = {number: b[number] for number in range(len(b)) if number not in taken}
    found = [
        (score, number, match)
        for number, near in nearby(left, list(free), places)
        for _, score, match in process.extract(
            a[number],
            {each: b[each] for each in near},
            scorer=fuzz.ratio,
            score_cutoff=ALIKE,
            limit=5,
        )
    ]
    # The likest first; of two equally alike, the one that stands nearest.
    found.sort(key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1]))
    for _, number, match in found:
        if number not in places and match in free:
            places[number] = (match, Fate.CHANGED)
            del free[match]


def nearby(
    left: Sequence[int], free: Sequence[int], places: Mapping[int, tuple[int, Fate]]
) -> Iterator[tuple[int, Sequence[int]]]:
    """Give each sentence that is left those it may have become: all, or the nearest.

    The nearest to where it would stand, after the sentence before it.
    """
    most = MOST_PAIRS // max(1, len(left)) // 2
    expected, at = 0, -1
    for number in left:
        while at < number:
            at += 1
            if at in places:
                expected = places[at][0] + 1
        middle = bisect_left(free, expected)
        yield number, free[max(0, middle - most) : middle + most]


def anchor(question: Question, old: str, new: str, alignment: Alignment) -> Anchored:
    evidence = question.evidence
    if evidence is None:
        return Anchored(question, Fate.SAME, "")
    first, last = sentences_of(evidence, alignment.old)
    met = [alignment.places[n] for n in range(first, last + 1) if n in alignment.places]
    before = Span(alignment.old[first].start, alignment.old[last].end).of(old)
    inside = evidence.start - alignment.old[first].start
    expected = alignment.new[met[0][0]].start + inside if met else evidence.start
    start = nearest(new, evidence.quote, expected)
    if start is not None:
        stays = bool(met) and all(fate is Fate.SAME for _, fate in met)
        shifted = replace(evidence, start=start, end=start + len(evidence.quote))
        fate = Fate.SAME if stays else Fate.MOVED
        return Anchored(replace(question, evidence=shifted), fate, before, before)
    if not met:
        lost = replace(to_review(question), evidence=None)
        return Anchored(lost, Fate.GONE, before, answer_stands=False)
    numbers = [number for number, _ in met]
    span = alignment.new[numbers[0]]
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        span = Span(span.start, alignment.new[numbers[-1]].end)
    return reworded(question, evidence, span, new, before)


def sentences_of(evidence: Evidence, sentences: Sequence[Span]) -> tuple[int, int]:
    """Return the numbers of the first and the last sentence that hold the evidence."""
    start = attrgetter("start")
    first = max(0, bisect_right(sentences, evidence.start, key=start) - 1)
    return first, max(first, bisect_right(sentences, evidence.end - 1, key=start) - 1)


def nearest(text: str, quote: str, expected: int) -> int | None:
    """Return where `quote` begins in `text`, nearest to `expected`; None if nowhere."""
    before = text.rfind(quote, 0, expected + len(quote))
    after = text.find(quote, expected)
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - expected)) if found else None


def reworded(
    question: Question, evidence: Evidence, span: Span, new: str, before: str
) -> Anchored:
    """Tie the question to its sentence's new wording, and look for the answer there."""
    quote = span.of(new)
    answer = answer_place(question, evidence, quote)
    tied = Evidence(evidence.article, span.start, span.end, quote, *(answer or (0, 0)))
    changed = replace(to_review(question), evidence=tied)
    return Anchored(changed, Fate.CHANGED, before, quote, answer is not None)


def answer_place(
    question: Question, evidence: Evidence, quote: str
) -> tuple[int, int] | None:
    """Return where the answer's words stand in `quote`, or None."""
    words = evidence.quote[evidence.answer_start : evidence.answer_end]
    for each in (words, *question.answer.accepted):
        if each and (at := quote.find(each)) >= 0:
            return at, at + len(each)
    return None


def to_review(question: Question) -> Question:
    """Put an approved question among the drafts again."""
    if question.status is Status.APPROVED:
        return replace(question, status=Status.DRAFT)
    return question


def settled(question: Question, texts: Mapping[str, str]) -> Question:
    """Return the question with its evidence where that stands in the texts of today.

    An old state of a question may point into an earlier edition. Evidence that no
    longer stands anywhere is let go; what its article is called is `texts`' key.
    """
    evidence = question.evidence
    if evidence is None or evidence.article not in texts:
        return question
    text = texts[evidence.article]
    if text.startswith(evidence.quote, evidence.start):
        return question
    start = nearest(text, evidence.quote, evidence.start)
    if start is None:
        return replace(question, evidence=None)
    there = replace(evidence, start=start, end=start + len(evidence.quote))
    return replace(question, evidence=there)
