"""Wrong options are of the answer's kind, and wrong."""

import random

import pytest

from quiz.language.korean.distractors import moved_dates, moved_numbers


@pytest.mark.parametrize(
    "shown", ["35세", "1,250명", "3만 2,415명", "5천만 원", "세 명", "2.5배", "9,100억 원"]
)
def test_moved_numbers_keep_the_form_and_differ(shown):
    found = moved_numbers(shown, f"모두 {shown}이다.", random.Random(1))
    assert len(set(found)) >= 2
    for option in found:
        assert option != shown
        assert option[-1] == shown[-1]


def test_a_number_of_the_text_is_no_wrong_option():
    found = moved_numbers("30명", "30명, 25명, 35명, 40명, 20명", random.Random(3))
    assert not {"25명", "35명", "40명", "20명"} & set(found)


def test_moved_dates_keep_month_and_day():
    found = moved_dates("1592년 4월 13일", "1592년 4월 13일", random.Random(1))
    assert all(option.endswith("년 4월 13일") for option in found)
    assert "1592년 4월 13일" not in found


def test_wrong_options_are_of_the_answer_s_kind(draft):
    found = draft(
        "서가람 회장은 2001년 가온전자를 세웠다. 한누리 회장은 2003년 누리은행을 세웠다. "
        "조한결 회장은 2005년 바다생명을 세웠다. 윤하늘 회장은 2007년 하늘항공을 세웠다."
    )
    question = next(
        q for q in found.questions if q.prompt.startswith("2001년 가온전자를 세운")
    )
    assert question.answer.accepted == ("서가람", "서가람 회장")
    assert {o.text for o in question.wrong} == {"한누리", "조한결", "윤하늘"}
