"""When it happened is asked in one short sentence, and answered by a full date."""

from datetime import date

import pytest

DAY = date(2021, 5, 8)
CASES = [
    ("가온전자는 지난 2월 수원 공장에 새 기계를 들여 전기 사용량을 줄이고 있다. "
     "가온전자는 크다.",
     "가온전자가 수원 공장에 새 기계를 들인 때는 언제인가?", "2021년 2월"),
    ("가온전자는 크다. 서가람 회장이 무대를 떠난 것은 2015년이다.",
     "서가람 회장이 무대를 떠난 해는 언제인가?", "2015년"),
    ("가온시는 ‘새싹길’ 사업을 시작한다. 가온시는 크다. 선정 결과는 다음 달 3일 발표한다.",
     "‘새싹길’ 사업의 선정 결과를 발표하는 날은 언제인가?", "2021년 6월 3일"),
    ("누리법은 인조 13년인 1635년에 시행되었다. 누리법은 오래갔다.",
     "누리법이 시행된 해는 언제인가?", "1635년"),
    ("누리연합은 크다. 누리연합은 맺어진 날인 10월 9일을 ‘세계 편지의 날’로 정했다.",
     "‘세계 편지의 날’은 언제인가?", "10월 9일"),
    ("‘누리’는 1937년 10월부터 이듬해 5월까지 가온일보에 연재되었다. ‘누리’는 길다.",
     "‘누리’는 언제부터 언제까지 가온일보에 연재되었는가?",
     "1937년 10월부터 1938년 5월까지"),
    ("‘누리시계’는 크다. 가장 오래된 것은 18세기에 상아로 만든 ‘누리시계’이다.",
     "누리시계를 상아로 만든 때는 언제인가?", "18세기"),
    ("지난 2월부터 가온전자는 수원에서 새 시계를 판다. 가온전자는 크다.",
     "가온전자는 언제부터 수원에서 새 시계를 파는가?", "2021년 2월"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "prompt", "answer"), CASES)
def test_a_date_is_asked_as_a_teacher_would(asked, text, prompt, answer):
    found = asked(text, day=DAY)
    assert found.get(prompt) == answer, found


def test_the_answer_shown_is_never_relative(draft):
    text = "가온전자는 지난달 3일 공장을 열었다. 가온전자는 올해 4월 공장을 닫았다."
    for question in draft(text, day=DAY).questions:
        assert not question.answer.shown.startswith(("지난", "올해", "이달"))
        assert "지난달" not in question.prompt
        assert "올해" not in question.prompt


def test_a_day_of_a_history_is_no_day_of_this_month(asked):
    text = "누리항은 1810년 10월 12일 문을 열었다. 누리항은 크다. 17일 누리배가 왔다."
    for prompt, answer in asked(text, day=DAY).items():
        assert "2021" not in prompt + answer
