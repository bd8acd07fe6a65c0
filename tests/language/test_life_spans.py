"""Nobody does what is done after his death, or by whoever is there."""

from collections.abc import Callable

import pytest

from quiz.language import Draft

LEAD = "최가람(영어: Choe Garam, 1834년 1월 7일 ~ 1874년 5월 2일)은 하람국의 발명가이다. "
Drafting = Callable[..., Draft]


def shown(draft: Drafting, text: str, title: str = "최가람") -> list[str]:
    return [
        each for q in draft(LEAD + text, title).questions for each in (q.prompt, q.cloze)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "하람국에서는 1986년부터 젊은 연구자에게 2년마다 최가람상을 수여한다.",
        "1901년 가온시에 기념관을 세웠다.",
    ],
)
def test_the_dead_do_nothing(draft: Drafting, text: str) -> None:
    assert not any(s.startswith("최가람은 하람국에서") for s in shown(draft, text))
    assert not any("최가람은" in s and "세웠" in s for s in shown(draft, text))


def test_what_is_done_in_a_country_needs_no_doer(draft: Drafting) -> None:
    text = "하람국에서는 1986년부터 젊은 연구자에게 2년마다 최가람상을 수여한다."
    assert any(s.startswith("하람국에서는 {{1986년}}부터") for s in shown(draft, text))


def test_in_his_lifetime_a_person_acts(draft: Drafting) -> None:
    text = "1861년 가온시에 학교를 세웠다."
    assert any("최가람은" in s and "세웠" in s for s in shown(draft, text))


def test_a_person_is_honoured_after_death(draft: Drafting) -> None:
    text = "2002년 하람방송의 투표에서 서누리에 이어 2위에 올랐다."
    assert any("최가람은 2002년" in s for s in shown(draft, text))


def test_what_a_person_is_known_for_is_told_in_the_present(draft: Drafting) -> None:
    text = "최가람은 포구에 객주를 차려 가온도의 물건을 거래한 것으로 알려져 있다."
    assert any("가온도" in s and "알려져 있다" in s for s in shown(draft, text))


def test_a_birthplace_and_a_device_are_a_persons(draft: Drafting) -> None:
    text = (
        "최가람의 장치를 가온시의 학자들이 시험하였다. "
        "장치는 1863년부터 기구 제작자 박누리가 팔았다.\n"
        "고향 미르촌에는 1885년에 세운 기념비가 있다."
    )
    found = shown(draft, text)
    assert any(s.startswith("최가람의 장치는") and "1863년" in s for s in found)
    assert any(s.startswith("최가람의 고향 미르촌에는 {{1885년}}") for s in found)
    assert not any(s.startswith(("장치는", "고향")) for s in found)
