"""The gaps of Anki's cloze fields, one number at a time."""

from hypothesis import given
from hypothesis import strategies as some

from quiz.anki.cloze_text import Gap, read_cloze


def test_the_gaps_of_other_numbers_are_filled_in() -> None:
    cloze = read_cloze("A {{c1::x::hint}} b {{c2::y}} c", 1)
    assert cloze.gaps == (Gap("x", "hint"),)
    assert cloze.with_gaps(["[…]"]) == "A […] b y c"


def test_a_gap_inside_another_is_asked_or_shown_with_it() -> None:
    text = "{{c2::y {{c1::z}} w}}"
    assert read_cloze(text, 1).with_gaps(["_"]) == "y _ w"
    assert read_cloze(text, 2).gaps == (Gap("y z w"),)


def test_one_number_may_have_several_gaps_and_one_gap_several_numbers() -> None:
    cloze = read_cloze("{{c1::a}} {{c1,3::b}} {{c3::c}}", 1)
    assert [gap.answer for gap in cloze.gaps] == ["a", "b"]
    assert read_cloze("{{c1::a}} {{c1,3::b}} {{c3::c}}", 3).with_gaps(["_", "_"]) == "a _ _"


def test_what_is_never_closed_hides_nothing() -> None:
    assert read_cloze("a {{c1::b", 1).gaps == ()
    assert read_cloze("a }} b", 1).with_gaps([]) == "a }} b"


@given(some.text(alphabet="{}c1,:2a ", max_size=60), some.integers(1, 3))
def test_any_text_has_one_piece_more_than_gaps(text: str, number: int) -> None:
    cloze = read_cloze(text, number)
    assert len(cloze.pieces) == len(cloze.gaps) + 1
