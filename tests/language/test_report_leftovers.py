"""What ties a sentence to another goes, or the sentence is not told."""

from collections.abc import Callable
from datetime import date

import pytest

from quiz.language import Draft
from quiz.language.korean.beside_gaps import is_badly_gapped
from quiz.language.korean.gap_bounds import CUT, TAIL
from quiz.language.korean.match_reports import asked_as_side
from quiz.language.korean.misput import is_misput
from quiz.language.korean.prompts import LASTING

MATCH = "2025년 12월 7일 누리시청과 하람공사의 경기"


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("누리는 그사이 하람에게 두 골을 내주었다.", True),
        ("하람은 노을이 곧바로 한 골을 갚았다.", True),
        ("노을은 공을 빼앗아 곧바로 골을 넣었다.", False),
        ("누리는 몇 위 하람과의 승차를 벌렸는가?", True),
        ("누리는 리그에서 몇 위를 차지했는가?", False),
        ("홀씨의 길이는 몇 mm로 매우 작아서 바람에 날리는가?", True),
        ("홀씨의 길이는 몇 mm로 매우 작은가?", False),
        ("윤슬은 형을 여의었고 몇 살이 되기 전에 어머니마저 세상을 떠났는가?", True),
        ("윤슬은 몇 살에 어머니마저 여의었는가?", False),
        ("윤슬이 어둠을 틈탄 해는 언제인가?", True),
        ("21점 3도움, 신인 나래가 3점슛으로 9점을 보탠 인물은 누구인가?", True),
        ("1919년, 윤슬이 세운 학교에서 배운 인물은 누구인가?", False),
    ],
)
def test_what_leans_or_is_merged_is_misput(text: str, bad: bool) -> None:
    assert is_misput(text) is bad


@pytest.mark.parametrize(
    ("cloze", "bad"),
    [
        ("41-44로 뒤지던 누리는 나래가 {{3점}}을 넣어 44-44로 따라붙었다.", True),
        ("41-44로 뒤지던 누리는 나래가 3점을 넣어 {{44-44}}로 따라붙었다.", True),
        ("41-44로 뒤지던 누리는 나래가 {{3점}}을 넣어 따라붙었다.", False),
        ("누리는 41-44에서 {{나래}}가 3점을 넣어 44-44로 따라붙었다.", False),
        ("누리는 전반을 20-18로 앞섰고 {{3개}}의 슛을 막아 40-33으로 이겼다.", False),
    ],
)
def test_a_score_that_the_others_give_is_no_gap(cloze: str, bad: bool) -> None:
    assert is_badly_gapped(cloze) is bad


def test_gaps_begin_and_end_with_whole_words() -> None:
    assert CUT.search("올 시즌")
    assert CUT.search("시간 슛 하나")
    assert not CUT.search("시간표")
    assert TAIL.search("한양의 비단 상인 밑")
    assert not TAIL.search("담장 밑")


@pytest.mark.parametrize(
    ("text", "lasting"),
    [
        ("8년째 닫혀 있는 옛 역사를 고치려던 계획이 멈췄다", True),
        ("오래 비어 있는 옛 창고를 팔려던 계획이 멈췄다", True),
        ("다솔군의 옛 창고가 비어 있었다", True),
        ("다솔군에 있는 창고에서 불이 났다", False),
        ("3년 만기 채권이 모두 팔렸다", False),
    ],
)
def test_a_lasting_state_has_no_year_in_front(text: str, lasting: bool) -> None:
    assert (LASTING.match(text) is not None) is lasting


def test_who_plays_in_a_match_report_is_a_team() -> None:
    sentence = "누리시청은 21일 단비화학을 안방으로 불러들여 3연승에 도전한다."
    text = "누리시청은 21일 어느 회사를 안방으로 불러들이는가?"
    told = asked_as_side(text, sentence, MATCH)
    assert told == "누리시청은 21일 어느 팀을 안방으로 불러들이는가?"
    assert asked_as_side(text, sentence, "") == text
    bought = "누리시청은 단비화학에서 유니폼을 샀다."
    assert asked_as_side("어느 회사에서 샀는가?", bought, MATCH) == "어느 회사에서 샀는가?"


def clozes(found: Draft) -> str:
    return "\n".join(f"{q.prompt} {q.cloze}" for q in found.questions)


def test_what_adds_to_another_sentence_opens_plainly(draft: Callable[..., Draft]) -> None:
    text = (
        "기온은 높이 올라갈수록 낮아진다. "
        "이슬점도 높이가 늘어남에 따라 50 m마다 약 0.1 ℃씩 낮아진다."
    )
    told = clozes(draft(text, "산바람"))
    assert "이슬점은 높이가" in told
    assert "이슬점도" not in told


def test_what_ties_to_the_sentence_before_goes(draft: Callable[..., Draft]) -> None:
    text = (
        "1921년 한솔 모임이 처음 열렸다. "
        "곧이어 부산에서 한솔 장학회가 조직되었고, 노을신문이 이를 널리 알렸다."
    )
    told = clozes(draft(text, "한솔 모임", date(2024, 5, 1)))
    assert "한솔 장학회" in told
    assert "곧이어" not in told


def test_a_title_loses_its_closing_bracket(draft: Callable[..., Draft]) -> None:
    text = (
        "1902년 5월 3일 한여름은 가람학회에서 「바닷물의 흐름에 관하여」라는 제목으로 "
        "강연하였다."
    )
    found = draft(text, "한여름", date(2024, 5, 1)).questions
    assert not any("」" in answer for q in found for answer in q.answer.accepted)


def test_another_subject_after_what_was_done_is_no_statement(
    draft: Callable[..., Draft],
) -> None:
    text = (
        "하람의 회사 ABC는 1952년 노을의 기계를 시험하여 소리는 작지만 말이 들림을 "
        "확인하고도 이를 알리지 않았다."
    )
    assert "소리는 작다" not in clozes(draft(text, "노을의 기계", date(2024, 5, 1)))


def test_a_first_clause_without_its_doer_is_not_told_whole(
    draft: Callable[..., Draft],
) -> None:
    text = (
        "누리시청은 7일 가온체육관에서 열린 1라운드 6차전에서 하람공사를 27-26으로 눌렀다. "
        "나래가 골밑을 장악한 1쿼터를 19-14로 앞섰고, 2쿼터 들어 하람공사가 빠른 공격으로 "
        "따라붙었지만 전반은 14-13 누리시청의 리드로 끝났다."
    )
    told = clozes(draft(text, "누리시청 승리", date(2025, 12, 8)))
    assert "앞섰고" not in told
