"""Options that are made of the answer's own words keep their level."""

import random

from quiz.language.korean.article_text import ArticleText
from quiz.language.korean.name_options import (
    fits_form,
    is_local,
    noun_asked,
    person_style,
    swapped,
)


def swap(shown: str) -> list[str]:
    return swapped(shown, ArticleText(""), random.Random(1))


def test_a_city_with_its_country_keeps_its_level():
    found = swap("독일 뮌헨")
    assert len(found) >= 2
    assert all(option.startswith("독일 ") for option in found)
    assert all(option.startswith("경기도 ") for option in swap("경기도 수원"))
    assert swap("독일 수원") == []


def test_a_government_is_swapped_with_its_country():
    found = swap("프랑스 정부")
    assert len(found) >= 2
    assert all(option.endswith(" 정부") for option in found)


def test_the_noun_asked_for_is_read_from_the_prompt():
    assert noun_asked("특산물을 바치는 세금은 무엇인가?") == "세금"
    assert noun_asked("가온시는 어떤 제도를 폐지했는가?") == ""
    assert noun_asked("물건을 대는 상인을 무엇이라고 하는가?") == "상인"
    assert noun_asked("시를 쓴 인물은 누구인가?") == ""


def test_names_of_another_look_do_not_fit():
    assert person_style("영조") != person_style("문무왕")
    assert person_style("소헌왕후") != person_style("문무왕")
    assert person_style("한누리") == person_style("마윈")
    assert not fits_form("CEO", "대표")
    assert not fits_form("가나다라마바사아자차카타파하", "대표")


def test_invented_names_stand_only_beside_names_like_them():
    assert is_local("윤서겸")
    assert not is_local("장젠펑")
