"""A scene of a match that has no name is told with its day and both sides."""

from datetime import date

from quiz.language.korean.match_reports import in_the_match, without_match

LEAD = (
    "누리시청이 마지막 순간의 골로 선두에 올랐다. "
    "누리시청은 7일 가온체육관에서 열린 1라운드 6차전에서 하람공사를 27-26으로 눌렀다. "
)
MATCH = "2025년 12월 7일 누리시청과 하람공사의 경기"


def test_a_scene_is_told_with_its_match(draft):
    text = LEAD + "골키퍼 서가람은 후반에만 상대 슛을 열다섯 개나 막아 냈다."
    found = draft(text, "누리시청 승리", date(2025, 12, 8)).questions
    told = [q.cloze or q.prompt for q in found if "막아" in q.prompt + q.cloze]
    assert told
    assert all(MATCH in text for text in told)


def test_a_side_that_is_asked_for_is_not_told():
    text = "□은 첫 8분 동안 실책을 다섯 개나 쏟아 냈다."
    told = in_the_match(text, "하람공사", MATCH)
    assert told.startswith("2025년 12월 7일 경기에서")
    assert "하람공사" not in told
    assert without_match(told, MATCH) == text


def test_what_holds_of_a_season_is_no_scene():
    text = "서가람은 시즌 첫 득점을 올렸다."
    assert in_the_match(text, "서가람", MATCH) == text


def test_what_goes_on_from_another_scene_is_not_told():
    assert in_the_match("이어진 2사 만루 기회는 삼진으로 끝났다.", "삼진", MATCH) == ""
