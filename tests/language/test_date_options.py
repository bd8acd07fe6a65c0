"""Dates beside the right one are as precise and possible."""

import random
import re
from datetime import date

import pytest

from quiz.language.korean.date_options import can_be, moved_dates

TODAY = date(2021, 5, 8)


def number_in(option: str, pattern: str) -> int:
    found = re.search(pattern, option)
    assert found
    return int(found[0])


def moved(shown: str, text: str = "", prompt: str = "", seed: int = 1) -> list[str]:
    return moved_dates(shown, text, random.Random(seed), TODAY, prompt)


def test_moved_dates_keep_month_and_day():
    found = moved("1592년 4월 13일", "1592년 4월 13일")
    assert len(found) >= 3
    assert all(option.endswith("년 4월 13일") for option in found)
    assert "1592년 4월 13일" not in found


@pytest.mark.parametrize("shown", ["2021년", "2020년 3월", "20세기 중반", "2010년대"])
def test_nothing_lies_after_the_article(shown):
    for seed in range(9):
        for option in moved(shown, seed=seed):
            number = number_in(option, r"\d+")
            assert number <= (21 if "세기" in option else 2021)


def test_a_year_of_the_text_is_no_wrong_option():
    text = "1950년에 나고 1953년에 옮겼으며 1955년에 돌아왔다."
    for seed in range(9):
        assert not {"1953년", "1955년"} & set(moved("1950년", text, seed=seed))


def test_a_span_keeps_its_length():
    for option in moved("2004년부터 2008년까지"):
        first, last = map(int, re.findall(r"\d{4}", option))
        assert last - first == 4


def test_where_the_prompt_tells_the_year_the_day_moves_and_there_is_such_a_day():
    for seed in range(9):
        found = moved(
            "1998년 2월 27일", prompt="1998년 가온시의 축제가 열린 날은?", seed=seed
        )
        assert found
        for option in found:
            assert option.startswith("1998년 2월 ")
            assert 1 <= number_in(option, r"\d+(?=일)") <= 28


def test_the_latest_day_of_a_report_moves_back_only():
    for option in moved("2021년 5월 8일"):
        assert number_in(option, r"\d+(?=일)") < 8


def test_months_are_months():
    for seed in range(9):
        for option in moved("2월", seed=seed):
            assert 1 <= int(option[:-1]) <= 12


def test_the_years_of_a_reign_begin_with_one():
    for seed in range(9):
        for option in moved("세종 2년", seed=seed):
            assert number_in(option, r"\d+") >= 1


def test_a_year_in_the_prompt_bounds_the_options() -> None:
    found = moved_dates(
        "1988년 9월",
        "글",
        random.Random(3),
        None,
        "1987년 헌법에 따라 문을 연 때는 언제인가?",
    )
    assert found
    assert all(int(option[:4]) > 1987 for option in found)


def test_what_is_to_come_stands_beside_what_is_to_come():
    found = moved("2022년 상반기")
    assert found
    assert all(option > "2021년 상반기" for option in found)


def test_a_state_that_the_prompt_names_bounds_the_years():
    prompt = "당나라가 힘을 뻗친 때는 언제인가?"
    for seed in range(5):
        found = moved("8세기 전반", "", prompt, seed)
        assert found
        assert not {"6세기 전반", "11세기 전반"} & set(found)


def test_the_twenty_first_century_is_no_option_for_the_twentieth():
    assert "21세기 초" not in moved("20세기 초")


LIFE = "문이수(1880~1910)는 화가이다. 1903년 가온으로 떠났다. 1935년 전시가 열렸다."


def test_what_somebody_did_lies_in_their_life_and_what_came_after_does_not():
    for seed in range(9):
        during, after = moved("1903년", LIFE, "", seed), moved("1935년", LIFE, "", seed)
        assert during
        assert after
        assert all(1880 <= number_in(o, r"\d+") <= 1910 for o in during)
        assert all(number_in(o, r"\d+") > 1910 for o in after)


def test_a_year_to_come_stands_beside_years_to_come():
    for seed in range(9):
        assert all(number_in(o, r"\d+") >= TODAY.year for o in moved("2026년", seed=seed))


def test_centuries_before_our_time_go_on_beyond_the_twentieth():
    found = {option for seed in range(9) for option in moved("기원전 23세기", seed=seed)}
    assert "기원전 24세기" in found


@pytest.mark.parametrize(
    ("option", "shown", "prompt", "possible"),
    [
        ("1990년", "1987년", "가온시가 1990년까지 세운 다리는 언제부터 지었는가?", False),
        ("1988년", "1987년", "가온시가 1990년까지 세운 다리는 언제부터 지었는가?", True),
        ("1992년", "1987년", "가온시가 1990년까지 세운 다리는 언제부터 지었는가?", False),
        ("1300년", "1500년", "조선이 성을 쌓은 해는 언제인가?", False),
        ("1300년", "1950년", "조선이 쌓은 성을 고친 해는 언제인가?", True),
    ],
)
def test_an_option_lies_where_the_prompt_lets_the_answer_lie(
    option, shown, prompt, possible
):
    assert can_be(option, shown, prompt) is possible
