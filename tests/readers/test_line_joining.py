"""Lines broken for want of room become paragraphs again."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.readers.korean_gaps import are_gaps
from quiz.readers.line_joining import join_lines, paragraphs_of_pages, sure_gap

LINES = st.lists(st.text("가나다 .은\t", max_size=40), max_size=12)
FIRST = "한빛천문대는 2011년에 세워졌다. 초대 대장은 김서윤 박"
SECOND = "사이다. 천문대는 남쪽 산 위에 서 있고 해마다 사람들이"
THIRD = "별을 보러 찾아온다."


def test_a_sentence_over_lines_is_one_again() -> None:
    found = join_lines([FIRST, SECOND, THIRD])
    assert found == (
        "한빛천문대는 2011년에 세워졌다. 초대 대장은 김서윤 박사이다. "
        "천문대는 남쪽 산 위에 서 있고 해마다 사람들이 별을 보러 찾아온다."
    )


def test_a_heading_a_short_last_line_an_item_and_an_empty_line_part_paragraphs() -> None:
    lines = ["문을 열다", FIRST, SECOND, THIRD, FIRST, SECOND, "- 첫째 것", "", THIRD]
    found = join_lines(lines).split("\n")
    assert found[0] == "문을 열다"
    assert found[1].endswith("찾아온다.")
    assert found[2].startswith("한빛천문대는")
    assert found[3:] == ["- 첫째 것", "별을 보러 찾아온다."]


def test_a_word_known_from_elsewhere_tells_whether_it_was_cut() -> None:
    inside = "이 모임은 어린이천문교실 을 함께 꾸려 나가는 사람들의 모임"
    cut = [
        "우리 고장에서 가장 오래된 이 모임은 지난해부터 어린이천",
        "문교실 이라는 자리를 꾸렸다.",
    ]
    assert "어린이천문교실 이라는" in join_lines([inside, "", *cut])


def test_running_heads_and_page_numbers_are_left_out() -> None:
    marks = "가나다라"
    pages = [
        f"한빛신문 제{n}호\n{m}{FIRST}\n{m}{SECOND}\n{m}{FIRST}\n{m}{SECOND}\n- {n} -"
        for n, m in enumerate(marks)
    ]
    found = paragraphs_of_pages(pages)
    assert "한빛신문" not in found
    assert "- 2 -" not in found
    assert found.count("2011년에") == 8


def test_what_pdf_adds_goes() -> None:
    assert (
        paragraphs_of_pages(["지름은  80cm 이다 . ⾦氏 ﬁne ⻜天 ʻ별ʼ"])
        == "지름은 80cm이다. 金氏 fine 飞天 ‘별’"
    )


def test_where_a_word_was_cut_is_asked_once_for_all_doubtful_places() -> None:
    asked: list[tuple[str, str]] = []

    def gaps(places: Sequence[tuple[str, str]]) -> list[bool]:
        asked.extend(places)
        return [False, True]

    lines = [FIRST.replace(" 박", " 과"), SECOND.replace("사이다", "학자이다"), THIRD]
    found = join_lines(lines, gaps)
    assert "김서윤 과학자이다" in found
    assert found.endswith("사람들이 별을 보러 찾아온다.")
    assert len(asked) == 2


def test_without_room_for_an_answer_endings_decide() -> None:
    def fail(places: Sequence[tuple[str, str]]) -> list[bool]:
        raise MemoryError

    assert join_lines([FIRST, SECOND, THIRD], fail) == join_lines([FIRST, SECOND, THIRD])


def test_kiwi_knows_where_a_word_was_cut() -> None:
    cut = [
        ("틈을 보금", "자리로 삼는다."),
        ("이원익(李元翼)", "의 건의로"),
        ("유명", "하다."),
    ]
    whole = [("1871년", "자신의 주기율표에서"), ("해마다 사람들이", "별을 보러")]
    assert are_gaps([*cut, *whole]) == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("line", "following", "space"),
    [
        ("지금으로부터 2019", "년이 지난 뒤에", ""),
        ("사람은 모두 1", "5만 명이었다", ""),
        ("그 이름은 ‘", "차이나’였다", ""),
        ("세계자연보전연맹", "(IUCN)의", ""),
        ("a well-", "known word", ""),
        ("an English", "sentence", " "),
        ("첫째,", "둘째", " "),
        ("사람들이", "별을", None),
    ],
)
def test_some_ends_of_lines_leave_no_doubt(
    line: str, following: str, space: str | None
) -> None:
    assert sure_gap(line, following, frozenset()) == space


@given(LINES)
def test_joining_loses_no_letter(lines: list[str]) -> None:
    tidy = [" ".join(line.split()) for line in lines]
    found = join_lines(tidy)
    assert "".join(found.split()) == "".join("".join(tidy).split())
