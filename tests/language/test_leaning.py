"""Words that lean on an earlier sentence: known what they mean, dropped, or not asked."""

import pytest

LIFE = "서가람은 누리국의 정치인이다. 서가람은 1912년 가온에서 태어났다. "
TWO = "한도윤은 1912년 가온에서 태어났다. "


def test_whom_he_means_is_certain_after_one_person(asked):
    found = asked(TWO + "그는 1935년 누리대학교를 졸업하였다.")
    assert found.get("한도윤이 누리대학교를 졸업한 해는 언제인가?") == "1935년"


@pytest.mark.parametrize(
    "text",
    [
        TWO + "서가람 교수는 한도윤의 스승이다. 그는 1935년 누리대학교를 졸업하였다.",
        TWO + "한도윤은 서가람 교수를 만났다. 그는 1935년 누리대학교를 졸업하였다.",
    ],
)
def test_whom_he_means_is_not_guessed_after_two(asked, text):
    assert not any("졸업" in prompt for prompt in asked(text))


def test_whose_uncle_he_was_is_certain_in_a_life(asked):
    text = LIFE + "한도윤은 1935년 그의 비서가 되었다."
    found = asked(text, "서가람")
    assert found.get("한도윤이 서가람의 비서가 된 해는 언제인가?") == "1935년"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("여기서 누리배는 가온항에서 만든 배 12척을 뜻한다.", "누리배"),
        ("A씨는 2023년 5월 가온시에 민원을 냈다.", "민원"),
        ("2023년 한도윤은 다음 세 가지 조건을 밝혔다.", "조건"),
        ("일부는 2023년 가온시에 기증되었다.", "기증"),
        ("누리기에는 길게 늘인 같은 엔진 4기가 달렸다.", "엔진"),
    ],
)
def test_what_leans_on_an_earlier_sentence_is_not_asked(draft, text, word):
    found = draft(TWO + text).questions
    assert found
    assert not any(word in q.prompt + q.cloze for q in found)


def test_an_earlier_year_needs_no_other(asked):
    found = asked(LIFE + "서가람은 이보다 앞선 1931년 누리대학교를 졸업하였다.", "서가람")
    assert "누리대학교" in found.values()
    assert not any("이보다" in prompt for prompt in found)


def test_a_part_of_what_is_named_is_asked(asked):
    found = asked("누리연맹 회원국 가운데 일부는 2023년 가온조약에 서명했다.")
    assert found


def test_beside_what_is_said(asked):
    assert not any(
        "옆" in prompt for prompt in asked(TWO + "2013년 바로 옆에 누리관이 섰다.")
    )
