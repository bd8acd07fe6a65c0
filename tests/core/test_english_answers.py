"""What doesn't count in an English answer, and what always does."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from quiz.core.english_answers import is_plural, is_slip, means_the_same
from quiz.core.english_numbers import ONES, TENS, count_words, in_digits
from quiz.core.grading import Grade, grade_answer
from quiz.core.letter_folding import key
from quiz.core.questions import Answer, AnswerKind
from tests.graded_answers import GRADED, Row, answer_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORD = some.text(LETTERS, min_size=2, max_size=12)
ANSWERS = some.lists(WORD, min_size=1, max_size=5).map(" ".join)


def in_words(number: int) -> str:
    """Return a number below a billion in words, as it is read aloud."""
    for scale, name in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            more = f" {'and ' if rest < 100 else ''}{in_words(rest)}" if rest else ""
            return f"{in_words(number // scale)} {name}{more}"
    ones, tens = list(ONES), ["", "", *TENS]
    if number < 20:
        return ones[number]
    return tens[number // 10] + (f"-{ones[number % 10]}" if number % 10 else "")


def grade_of(text: str, *accepted: str, wrong: tuple[str, ...] = ()) -> Grade:
    return grade_answer(text, Answer(AnswerKind.WORDS, accepted), "en", wrong).grade


@pytest.mark.parametrize("row", GRADED, ids=lambda row: f"{row[1]} - {row[2]}"[:60])
def test_an_answer_is_graded_as_the_table_says(row: Row) -> None:
    kind, expected, told, grade = row
    assert grade_answer(told, answer_of(kind, expected), "en").grade == grade


@given(some.integers(0, 10**9 - 1))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    told = in_words(number).replace("-", " ").split()
    counted = count_words(told)
    assert counted
    assert counted.value == Decimal(number)
    assert counted.end == len(told)
    assert in_digits(told) == [str(number)]


@given(some.integers(0, 10**6), some.integers(0, 10**6))
def test_numbers_in_words_are_equal_only_when_they_count_the_same(
    one: int, other: int
) -> None:
    for kind in (AnswerKind.WORDS, AnswerKind.NUMBER):
        answer = Answer(kind, (f"{one:,} sheep",))
        told = grade_answer(f"{in_words(other)} sheep", answer, "en").grade
        assert (told is Grade.RIGHT) == (one == other)
        assert told is not Grade.CLOSE or one == other


@given(ANSWERS)
def test_an_answer_means_itself_in_any_case_and_with_an_article(text: str) -> None:
    for told in (
        text,
        text.upper(),
        f"the {text}",
        f"It is {text}.",
        text.replace(" ", "-"),
    ):
        assert grade_of(told, text) is Grade.RIGHT


@given(ANSWERS, ANSWERS)
def test_meaning_the_same_goes_both_ways(one: str, other: str) -> None:
    assert means_the_same(one, other) == means_the_same(other, one)


@given(ANSWERS, ANSWERS)
def test_answers_far_apart_are_never_right_or_close(one: str, other: str) -> None:
    assume(len(set(one.split()) & set(other.split())) == 0)
    assume(abs(len(key(one)) - len(key(other))) > 8)
    assert grade_of(one, other) is Grade.WRONG


@given(WORD.filter(lambda word: len(word) > 6), some.data())
def test_another_first_letter_is_another_word(word: str, data: some.DataObject) -> None:
    first = data.draw(some.sampled_from(LETTERS.replace(word[0], "").replace(word[1], "")))
    assert not is_slip(first + word[1:], word)
    assert not is_slip(first + word, word)


@given(ANSWERS, ANSWERS, some.integers(0, 99), some.integers(0, 99))
def test_another_number_is_never_right_or_close(
    before: str, after: str, one: int, other: int
) -> None:
    told = grade_of(f"{before} {other} {after}", f"{before} {one} {after}")
    if one != other:
        assert told is Grade.WRONG


@given(ANSWERS)
def test_a_known_wrong_answer_is_never_forgiven(text: str) -> None:
    assume(key(text) != key(f"{text}s"))
    told = (f"{text}s", f"the {text}s")
    assert {grade_of(each, text, wrong=(f"{text}s",)) for each in told} == {Grade.WRONG}


@pytest.mark.parametrize(
    ("one", "many", "is_so"),
    [
        ("robot", "robots", True),
        ("city", "cities", True),
        ("box", "boxes", True),
        ("day", "daies", False),
        ("man", "men", False),
        ("glas", "glass", False),
        ("viru", "virus", False),
        ("analysi", "analysis", False),
        ("physic", "physics", False),
        ("new", "news", False),
        ("a", "as", False),
    ],
)
def test_a_plural_is_told_by_its_ending(one: str, many: str, is_so: bool) -> None:
    assert is_plural(one, many) is is_so


def test_korean_grading_knows_nothing_of_it() -> None:
    answer = Answer(AnswerKind.WORDS, ("semiconductors", "반도체"))
    assert grade_answer("semiconductor", answer, "ko").grade is Grade.CLOSE
    assert grade_answer(
        "three days", Answer(AnswerKind.WORDS, ("3 days",)), "ko"
    ).grade is (Grade.WRONG)


@given(some.text(max_size=80), ANSWERS)
def test_no_answer_breaks_the_grading(told: str, expected: str) -> None:
    assert grade_of(told, expected) in Grade
