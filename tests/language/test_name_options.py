"""Options that are made of the answer's own words keep their level."""

import random

from quiz.core.article import Span
from quiz.language.korean.article_text import ArticleText
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.name_options import (
    fits_form,
    fits_time,
    noun_asked,
    of_group,
    swapped,
)
from quiz.language.korean.name_origins import looks_japanese, of_one_sort
from quiz.language.korean.peers import group_of
from quiz.language.korean.person_options import (
    fits_role,
    is_local,
    is_subject,
    made_up,
    person_style,
)
from quiz.language.korean.state_periods import span_of_states, was_there
from quiz.language.korean.wordlists import Kind


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
    assert person_style("안드리치") == person_style("마윈")
    assert person_style("서가람") != person_style("안드리치")
    assert not fits_form("CEO", "대표")
    assert not fits_form("가나다라마바사아자차카타파하", "대표")


def test_invented_names_stand_only_beside_names_like_them():
    assert is_local("윤서겸")
    assert not is_local("장젠펑")


def test_who_stands_beside_whom_is_of_one_sex_and_one_part_of_the_world():
    assert not of_one_sort("찰스 리", "메리 스펜서", "학교를 세운 인물은 누구인가?")
    assert of_one_sort("앨리스 리", "메리 스펜서", "학교를 세운 인물은 누구인가?")
    assert not of_one_sort("찰스 리", "비비 스펜서", "시를 쓴 최초의 여성은 누구인가?")
    assert not of_one_sort("짐로크", "안나", "그의 동생은 누구인가?")
    assert not of_one_sort("바실리 소콜롭스키", "존 스펜서", "사령관은 누구인가?")


def test_a_coach_is_no_option_for_a_player_nor_a_painter_for_a_general():
    assert not fits_role("감독", "세터", "")
    assert not fits_role("", "감독", "감독")
    assert fits_role("", "세터", "")
    assert not fits_role("화가", "장군", "")
    assert fits_role("과학자", "수학자", "")
    assert not fits_role("의장", "시장", "시장")


def test_the_article_s_subject_is_no_option():
    assert is_subject("요한 발터 슈미트", "발터 슈미트")
    assert not is_subject("카를 베버", "발터 슈미트")


def test_states_were_there_for_a_time():
    assert not was_there("청나라", 1927)
    assert not was_there("북한", 1895)
    assert was_there("영국", 1927)
    assert span_of_states("당나라가 힘을 뻗친 때는 언제인가?") == (618, 907)
    assert span_of_states("조선업이 살아난 때는 언제인가?") == (-9999, 9999)


def test_a_japanese_name_stands_beside_japanese_names():
    prompt = "다리를 설계한 인물은 누구인가?"
    assert looks_japanese("다나카 겐지")
    assert not looks_japanese("몽고메리 블레어")
    assert not of_one_sort("카를 폰 베버", "다나카 겐지", prompt)
    assert of_one_sort("사토 미나미", "다나카 겐지", prompt)


def test_invented_names_are_of_different_families():
    sentence = Sentence(Span(0, 1), "글", (0,), (), 0)
    asked = Candidate("event", sentence, 0, 1, "시장은 누구인가?", ("윤서겸",), Kind.PERSON)
    found = list(made_up(asked, ArticleText("글"), random.Random(1)))
    assert len(found) >= 3
    assert len({name[0] for name in [*found, "윤서겸"]}) == len(found) + 1


def test_a_title_after_whose_it_is_is_not_swapped():
    assert swap("가온 사장")
    assert swap("가온의 사장") == []


def test_a_triangle_stands_beside_no_circle():
    group = group_of("삼각형", lambda word: 0)
    assert group
    assert "타원" in group.members
    found = of_group(group, "삼각형", random.Random(1))
    assert len(found) >= 3
    assert all(option.endswith("각형") for option in found)


def test_nobody_goes_abroad_to_the_own_land():
    def asked(text: str) -> Candidate:
        sentence = Sentence(Span(0, len(text)), text, (0,), (), 0)
        return Candidate("place", sentence, 0, 2, "", ("일본",), Kind.COUNTRY)

    article = ArticleText("")
    assert not fits_time("조선", asked("일본으로 유학을 떠났다."), article)
    assert fits_time("조선", asked("일본에서 책을 샀다."), article)
    assert fits_time("영국", asked("일본으로 유학을 떠났다."), article)
