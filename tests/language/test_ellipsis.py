"""What a clause leaves out: its object, its changed subject, the article's own name."""

from collections.abc import Callable

import pytest

from quiz.language import Draft

BELL = "누리종은 가온사에 걸린 범종이다. "
SHIP = "가람호 또는 가람함은 누리국의 해군이 쓰던 전열함이다. "
LIFE = "서가람은 누리국의 정치인이다. 서가람은 1912년 가온에서 태어났다. "


def prompts(found: dict[str, str], *words: str) -> list[str]:
    return [p for p in found if all(word in p for word in words)]


@pytest.mark.parametrize(
    ("title", "text", "prompt", "answer"),
    [
        (
            "누리종",
            BELL + "1931년 고고학자 한도윤이 가온시에서 처음 발견하였다.",
            "고고학자 한도윤이 가온시에서 누리종을 처음 발견한 해는 언제인가?",
            "1931년",
        ),
        (
            "가람호",
            SHIP + "1956년 잠수부 한도윤이 바다에서 배를 찾아냈다.",
            "잠수부 한도윤이 바다에서 가람호를 찾아낸 해는 언제인가?",
            "1956년",
        ),
    ],
)
def test_what_was_found_is_said(asked, title, text, prompt, answer):
    assert asked(text, title).get(prompt) == answer


def test_a_verb_without_its_object_is_not_asked(asked):
    text = "서가람은 1912년 가온에서 태어났다. "
    text += "1931년 고고학자 한도윤이 가온시에서 처음 발견하였다."
    assert not prompts(asked(text), "발견")


def test_what_is_put_in_front_can_be_the_object(asked):
    text = "‘누리집’ 사업의 첫 지원금은 2024년 5월 29일에 지급한다."
    assert prompts(asked(text), "지급하는 날은 언제인가")


@pytest.mark.parametrize(
    "text",
    [
        "1956년 한도윤이 가람호를 찾아냈고, 1961년에 인양되었다.",
        "1956년 한도윤이 가람호를 찾아냈으나 1961년에 인양되었다.",
    ],
)
def test_what_befalls_a_thing_is_said_of_the_thing(asked, text):
    found = asked(SHIP + text, "가람호")
    assert found.get("가람호가 인양된 해는 언제인가?") == "1961년"
    assert not prompts(found, "한도윤이", "인양된")


def test_what_befalls_an_unnamed_thing_is_not_asked_of_the_finder(asked):
    text = "1956년 한도윤이 낡은 배를 찾아냈고, 1961년에 인양되었다."
    assert not prompts(asked(text), "인양된")


def test_what_befalls_people_is_still_asked(asked):
    found = asked(LIFE + "서가람은 책을 펴냈고, 1948년에 대사로 임명되었다.", "서가람")
    assert prompts(found, "서가람이", "임명된 해는 언제인가")


def test_a_vote_does_not_befall_the_one_whose_life_is_told(asked):
    found = asked(LIFE + "1957년 의회 표결에 부쳐졌다.", "서가람")
    assert not prompts(found, "부쳐")


def test_two_people_never_do_the_same(asked):
    text = BELL + "1917년 한도윤이 누리종을 찾았고, 1919년 일본인 나카이 다케노신이 "
    text += "새로운 이름으로 누리종을 학계에 알렸다."
    assert not any("한도윤이" in p and "다케노신이" in p for p in asked(text, "누리종"))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "카린 베르그",
            "카린 엘리사베트 베르그는 프랑스의 화가이다. 1901년 파리에서 태어났다.",
        ),
        ("가람호", SHIP + "1901년 가온항에서 침몰하였다."),
    ],
)
def test_the_title_names_what_the_first_sentence_says_at_length(asked, title, text):
    assert any(prompt.startswith(title) for prompt in asked(text, title))


def test_who_took_it_away_did_not_come_back(asked):
    text = "누리종은 771년에 완성되었다. "
    text += "1915년 한도윤이 일본으로 가져갔다가 1971년에 돌아왔다."
    assert not any("돌아온" in prompt for prompt in asked(BELL + text, "누리종"))


def test_what_is_only_rumoured_is_not_asked(asked):
    text = (
        "한도윤이 가온산을 여러 번 오르며 지도를 그렸고, 나라가 그를 가두었다는 이야기가 "
    )
    text += "전해졌다. 누리종은 771년에 완성되었다."
    assert not any("가온산" in prompt for prompt in asked(BELL + text, "누리종"))


def test_the_same_year_of_a_season_is_not_one_year(asked):
    club = "누리FC는 가온시의 축구 클럽이다. 누리FC는 1898년에 창단되었다. "
    text = "마지막 우승은 1983-84 시즌이다. 그해에는 누리컵까지 차지하였다."
    assert not any("누리컵" in prompt for prompt in asked(club + text, "누리FC"))


@pytest.mark.parametrize(
    "text",
    [
        "하람호가 1595년 가온항을 치려다 번개에 드러나 실패했다는 전설이 있다.",
        "하람호에 얽힌 이야기가 널리 퍼져 있다. "
        "하람호가 1595년 가온항을 치려다 번개에 드러나 실패했다는 것이다.",
    ],
)
def test_a_tale_is_not_told_as_a_fact(draft: Callable[..., Draft], text: str) -> None:
    told = [q.cloze for q in draft(SHIP + text, "하람호").questions]
    assert not any(cloze.rstrip(".").endswith("실패했다") for cloze in told)
    assert not any("번개" in cloze and "전설" not in cloze for cloze in told)
