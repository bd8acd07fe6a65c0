"""A text's own day and source are found at its edges, never in its facts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.imprint import Imprint, day_of_line, imprint_in, source_of_line

DAY = date(2019, 10, 7)


@pytest.mark.parametrize(
    "line",
    [
        "2019-10-07",
        "2019. 10. 7.",
        "2019년 10월 7일",
        "2019년 10월 7일 월요일",
        "입력 2019.10.07 14:20",
        "기사입력 2019/10/07 오후 2:20 | 최종수정 2019.10.08",
        "한빛신문 | 홍길동 기자 | 2019.10.07",
        "등록일자: 2019-10-07",
        "October 7, 2019",
        "Monday, 7 October 2019",
        "By Jane Doe, Oct. 7th, 2019",
        "Published 7 October 2019 14:20",
    ],
)
def test_a_line_about_the_article_tells_its_day(line: str) -> None:
    assert day_of_line(line) == DAY
    assert imprint_in(f"제목\n{line}\n글이다.").date == DAY


@pytest.mark.parametrize(
    "line",
    [
        "한빛천문대는 2019년 10월 7일에 세워졌다.",
        "The observatory opened on October 7, 2019.",
        "2019년 10월 7일 한빛천문대가 세 번째 전시관을 열고 사람들을 맞이하기 시작",
        "2019.13.07",
        "2019-02-30",
        "1719-10-07",
        "전화 2019-1007-1234",
        "2019년 10월",
    ],
)
def test_a_day_inside_a_sentence_is_a_fact_and_no_imprint(line: str) -> None:
    assert day_of_line(line) is None


def test_the_day_of_publishing_comes_before_any_other() -> None:
    text = "제목\n2019.10.09\n입력 2019.10.07 14:20\n글이다."
    assert imprint_in(text).date == DAY


def test_a_day_in_the_middle_of_a_long_text_is_not_taken() -> None:
    lines = ["문장이다."] * 20
    lines[10] = "2019-10-07"
    assert imprint_in("\n".join(lines)).date is None
    lines[-1] = "2019-10-07"
    assert imprint_in("\n".join(lines)).date == DAY


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("출처: 한빛신문", "한빛신문"),
        ("※ 출처 | 국립한빛박물관 누리집", "국립한빛박물관 누리집"),
        ("Source: The Hanbit Post", "The Hanbit Post"),
        ("(서울=한빛통신) 홍길동 기자 = 한빛천문대가 문을 열었다.", "한빛통신"),
        ("이 강의 출처는 산이다.", ""),
    ],
)
def test_a_source_is_named_where_the_text_names_it(line: str, source: str) -> None:
    assert source_of_line(line) == source


@given(st.text(max_size=300))
def test_any_text_has_an_imprint_without_an_error(text: str) -> None:
    assert imprint_in(text).title == ""


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(".-/년"))
def test_every_day_is_read_in_every_way_of_writing_it(day: date, mark: str) -> None:
    marks = ("년", "월", "일") if mark == "년" else (mark, mark, "")
    line = f"{day.year:04}{marks[0]}{day.month}{marks[1]}{day.day}{marks[2]}"
    assert day_of_line(f"입력 {line}") == day


def test_what_is_known_is_filled_and_never_replaced() -> None:
    known = Imprint("제목", None, "")
    assert known.or_else(Imprint("다른 제목", DAY, "출처")) == Imprint("제목", DAY, "출처")
