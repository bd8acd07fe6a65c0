"""A question that names nothing gets the article's name, or is not asked."""

from datetime import date

import pytest

NOVEL = "《누리강》은 서가람이 1937년에 발표한 장편 소설이다. "
REPORT = "가온시 버스 노사가 올해 임금 협상에 합의했다. 가온시는 2014년에 세워졌다. "


def test_a_plot_is_told_with_the_novel(asked):
    found = asked(
        NOVEL + "주인공은 기차 안에서 화가를 만난다. 형은 동생과 헤어진다.", "누리강"
    )
    assert all("누리강" in prompt or "빈칸" in prompt for prompt in found)


@pytest.mark.parametrize(
    "text",
    [
        "외곽 주민들은 1시간 넘게 기다렸다.",
        "신규 채용 인원 92명 가운데 17명은 장애인이다.",
    ],
)
def test_what_names_nothing_in_a_report_is_not_asked(draft, text):
    found = draft(REPORT + text, "버스 파업 타결", date(2026, 3, 13)).questions
    assert not any(text.split()[-2] in q.prompt + q.cloze for q in found)


def test_what_holds_of_every_such_thing_needs_no_name(asked):
    text = "금속에 홈을 판 뒤 은실을 두드려 박는 기법을 은입사라고 한다."
    assert "은입사" in asked(REPORT + text, "버스 파업 타결", date(2026, 3, 13)).values()


def test_what_holds_in_general_needs_no_name(asked):
    text = "종파는 매질의 진동 방향과 파동의 진행 방향이 나란한 파동이다. "
    assert asked(text + "종파는 고체, 액체, 기체를 모두 통과한다.", "파동")
