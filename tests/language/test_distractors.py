"""Wrong options are of the answer's kind, and wrong."""

import random
from datetime import date

import pytest

from quiz.language.korean.distractors import (
    moved_dates,
    moved_numbers,
    moved_ranges,
    moved_scores,
    moved_values,
)


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


def test_scores_stay_won_or_lost_and_shares_make_a_hundred():
    for option in moved_scores("2 대 1", "2 대 1", random.Random(1)):
        won, lost = map(int, option.split(" 대 "))
        assert won > lost
    for option in moved_scores("58 대 42", "58 대 42", random.Random(1)):
        assert sum(map(int, option.split(" 대 "))) == 100


def test_ranges_keep_their_width():
    found = moved_ranges("63~75 cm", "63~75 cm", random.Random(1))
    assert len(found) >= 2
    for option in found:
        low, high = option.removesuffix(" cm").split("~")
        assert int(high) - int(low) == 12


def test_shares_are_not_next_to_one_another():
    assert all(abs(int(v) - 63) >= 5 for v in moved_values("63", random.Random(1)))


def test_no_option_lies_after_the_article(asked, draft):
    found = draft(
        "가온전자는 2020년에 새 공장을 열었다. 올해 가온전자는 컸다.",
        "글",
        date(2021, 5, 8),
    )
    years = [
        int(option.text[:4])
        for question in found.questions
        for option in question.wrong
        if option.text.endswith("년")
    ]
    assert years
    assert max(years) <= 2021


def test_options_of_a_place_are_places_of_its_sort(draft):
    found = draft("최가람은 1950년 부산항에 내렸다. 최가람은 한라산과 제주도를 좋아했다.")
    options = {
        o.text for q in found.questions if q.answer.shown == "부산항" for o in q.wrong
    }
    assert options
    assert all(option.endswith("항") for option in options)
