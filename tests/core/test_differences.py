"""A difference tells both states."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.differences import Piece, differences, pieces
from quiz.core.questions import Answer, AnswerKind, Status
from tests.samples import sample_questions

QUESTION = sample_questions()[0]


def told(found: tuple[Piece, ...], leave_out: str) -> str:
    return "".join(piece.text for piece in found if piece.how != leave_out)


@given(st.text("가나 .\n"), st.text("가나 .\n"))
def test_pieces_tell_the_old_text_and_the_new_one(old: str, new: str) -> None:
    found = pieces(old, new)
    # Lists are compared line by line: the last line then ends like the others.
    assert told(found, "ins").rstrip("\n") == old.rstrip("\n")
    assert told(found, "del").rstrip("\n") == new.rstrip("\n")


def test_only_the_changed_word_is_marked() -> None:
    assert pieces("대장은 누구인가?", "관장은 누구인가?") == (
        Piece("대장은", "del"),
        Piece("관장은", "ins"),
        Piece(" 누구인가?"),
    )


def test_a_new_accepted_answer_is_a_line_of_its_own() -> None:
    more = replace(QUESTION, answer=Answer(AnswerKind.WORDS, ("김서윤", "서윤")))
    [change] = differences(QUESTION, more)
    assert change.field == "answer"
    assert [p.text.strip() for p in change.pieces if p.how == "ins"] == ["서윤"]
    assert [p.text.strip() for p in change.pieces if p.how == "del"] == ["金敍玧"]


def test_every_field_that_differs_is_named_and_no_other() -> None:
    new = replace(QUESTION, prompt="누구인가?", status=Status.RETIRED, tags=())
    assert [d.field for d in differences(QUESTION, new)] == ["prompt", "tags", "status"]
    assert differences(QUESTION, QUESTION) == ()


def test_the_first_state_is_told_whole_and_unmarked() -> None:
    fields = {d.field: d for d in differences(None, QUESTION)}
    assert fields["prompt"].pieces == (Piece(QUESTION.prompt),)
    assert "explanation" in fields
