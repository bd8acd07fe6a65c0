"""Whose and of what: what a clause leaves out is put in where it is certain."""

from collections.abc import Callable
from datetime import date

import pytest

from quiz.language import Draft

UNION = "누리연맹은 바다를 지키는 나라들이 만든 국제기구이다. "
FEAST = "가온제는 해마다 열리는 꽃 축제이다. "
LIFE = "서가람은 1912년 가온에서 태어났다. 스승 한도윤은 이름난 화가였다. "


@pytest.mark.parametrize(
    ("title", "text", "prompt", "answer"),
    [
        ("누리연맹", UNION + "1961년 창설되었다.", "누리연맹이 창설된 해는", "1961년"),
        (
            "누리연맹",
            UNION + "대만은 1990년 1월 1일 정식 회원국이 되었다.",
            "대만이 누리연맹의 정식 회원국이 된 날은",
            "1990년 1월 1일",
        ),
        (
            "누리연맹",
            UNION + "몰타는 1993년 가입하였다.",
            "몰타가 누리연맹에 가입한 해는",
            "1993년",
        ),
        (
            "누리연맹",
            UNION + "미국은 2001년 연맹에서 탈퇴하였다.",
            "미국이 누리연맹에서 탈퇴한 해는",
            "2001년",
        ),
        (
            "가온제",
            FEAST + "경마는 1954년에 사라졌다. 경마는 인기가 없었다.",
            "가온제에서 경마가 사라진 해는",
            "1954년",
        ),
    ],
)
def test_the_article_is_named_where_a_clause_does_not_say_it(
    asked, title, text, prompt, answer
):
    assert asked(text, title)[f"{prompt} 언제인가?"] == answer


def test_after_another_person_the_left_out_subject_is_not_guessed(asked):
    found = asked(LIFE + "1935년 미술 학교에 입학했다.", "서가람")
    assert not any("한도윤" in prompt and "입학" in prompt for prompt in found)


def test_whose_father_it_was_is_certain_in_a_life(asked):
    found = asked(LIFE + "아버지의 뒤를 이어 1950년 화랑을 열었다.", "서가람")
    assert "서가람이 아버지의 뒤를 이어 화랑을 연 해는 언제인가?" in found


def test_after_two_themes_what_goes_on_is_not_guessed(asked):
    text = "가온호의 몸체는 강철이고 누리돛은 삼베이다. 2021년 문화재로 지정되었다. "
    text += "서가람은 1950년 부산에서 태어났다."
    assert not any("지정" in prompt for prompt in asked(text))


PLANT = "누리나무는 한국에서 자라는 나무이다. "


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("열매는 가을에 익으며 지름이 3cm쯤 된다.", "누리나무 열매의 지름"),
        ("가온시의 자생지는 1962년에 천연기념물로 지정되었다.", "가온시의 누리나무 자생지"),
        ("전체 길이는 69m, 너비는 약 11.7m이며 무게가 무겁다.", "누리나무의 너비는"),
    ],
)
def test_a_part_is_of_what_its_sentence_is_about(asked, text, start):
    assert any(prompt.startswith(start) for prompt in asked(PLANT + text, "누리나무"))


RESULTS = "별누리전자가 올해 3분기에 영업이익 412억 원을 올렸다고 30일 밝혔다. "


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("순이익은 268억 원이다.", "별누리전자의 2025년 3분기 순이익은 얼마"),
        (
            "사업부별로는 가전 부문의 매출이 388억 원으로 전체의 63%를 차지했다.",
            "별누리전자의 2025년 3분기 가전 부문의 매출은 얼마",
        ),
    ],
)
def test_results_are_of_a_company_and_a_quarter(asked, text, start):
    found = asked(RESULTS + text, "별누리전자, 3분기 실적", date(2025, 10, 30))
    assert any(prompt.startswith(start) for prompt in found), found


def test_an_area_does_not_hold_a_rank(asked):
    text = "면적은 약 317㎢이며 세계 7위에 그친다."
    found = asked("누리호는 한국에 있는 호수이다. " + text, "누리호")
    assert not any("면적은" in prompt and "위에 그치" in prompt for prompt in found)


def test_what_is_widest_is_of_the_lake(asked):
    text = "길이는 636km, 가장 넓은 곳의 폭은 79km이다."
    found = asked("누리호는 한국에 있는 호수이다. " + text, "누리호")
    assert found.get("누리호의 가장 넓은 곳의 폭은 몇 km인가?") == "79km"


def test_two_measures_are_never_one(asked):
    text = "전체 길이는 69m, 너비는 약 11.7m이며 대포 64문을 실었다."
    assert not any("길이는 너비는" in prompt for prompt in asked(PLANT + text, "누리나무"))


def test_whose_brother_it_was_is_said(asked):
    text = "서가람은 1912년 가온에서 태어났다. 1940년 아우 서하람이 가온에서 일했다."
    found = asked(text, "서가람")
    assert any("서가람의 아우 서하람이" in prompt for prompt in found)


def test_whose_brother_it_was_is_not_guessed(asked):
    found = asked(LIFE + "1940년 아우 서하람이 가온에서 일했다.", "서가람")
    assert not any("서하람이" in prompt for prompt in found)


def test_an_owner_does_not_stay_when_who_he_owns_is_asked(asked):
    found = asked(LIFE + "아내 윤다온은 반지로 받은 금을 은행에 맡겼다.", "서가람")
    assert not any(prompt.startswith("서가람의 반지로") for prompt in found)


def test_a_referee_is_no_players(asked):
    text = "수비수 한도윤이 공을 막았으나, 주심은 벌칙을 선언했다."
    assert not any("한도윤의 주심" in prompt for prompt in asked(LIFE + text, "서가람"))


def test_the_owner_is_the_noun_that_is_described(draft: Callable[..., Draft]) -> None:
    text = (
        "하람 번개는 가온국에서 밤마다 되풀이되는 뇌우 현상이다.\n"
        "면적이 약 1300 km²에 이르는 미르호는 가온산맥에 둘러싸여 있다."
    )
    found = draft(text, "하람 번개").questions
    told = [each for q in found for each in (q.prompt, q.cloze)]
    assert any("가온산맥" in each for each in told)
    assert not any("하람 번개의 면적" in each for each in told)


def test_a_founded_company_is_none_named_before(draft: Callable[..., Draft]) -> None:
    text = (
        "가온은행은 1907년 화폐를 발행하였다. 최가람은 하람시에 학교를, 한도윤은 미르시에 "
        "서당을 세웠다. 또 하람시에 자기 회사를 설립하여 민족 산업을 키웠다."
    )
    told = [each for q in draft(text, "글").questions for each in (q.prompt, q.cloze)]
    assert not any("가온은행을" in each or "자기 가온" in each for each in told)
    assert not any("최가람" in each and "설립" in each for each in told)


def test_a_council_is_no_company(draft: Callable[..., Draft]) -> None:
    text = (
        "가온시의회는 22일 땅을 물류업체에 팔려던 계획을 부결했다고 밝혔다. "
        "가온시는 지난 7월 이 땅을 한결누리에 넘기겠다고 발표했다. "
        "이 회사는 320억원을 들여 2028년까지 창고를 짓겠다는 계획을 내놨다."
    )
    found = draft(text, "가온시의회, 땅 매각 부결", date(2025, 10, 22)).questions
    assert not any("320억" in q.cloze and "가온시의회" in q.cloze for q in found)
