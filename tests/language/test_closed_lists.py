"""Lists that the text closes with a number."""

import pytest

CASES = [
    ("글",
     "가온축제에서 물건을 팔 수 있는 곳은 달빛상회, 별빛상회, 햇살상회 등 세 "
     "개 가게뿐이다.",
     "가온축제에서 물건을 팔 수 있는 세 개 가게는 무엇인가?",
     "달빛상회, 별빛상회, 햇살상회"),
    ("가온축제",
     "가온축제는 크다. 가온축제는 2010년 독일, 프랑스, 영국 등 세 나라에서 "
     "열렸다.",
     "가온축제는 2010년 어떤 세 나라에서 열렸는가?", "독일, 프랑스, 영국"),
    ("글", "가온박물관의 전시품은 물시계를 비롯해 청동 거울, 나무 활, 가죽 신 네 점이다.",
     "가온박물관의 전시품 네 점은 무엇인가?", "물시계, 청동 거울, 나무 활, 가죽 신"),
    ("글", "누리의회는 상원과 하원으로 구성된다. 누리의회는 크다.",
     "누리의회를 이루는 두 가지는 무엇인가?", "상원, 하원"),
    ("글", "가온문자는 모음, 자음, 방점으로 나뉜다. 가온문자는 쉽다.",
     "가온문자는 어떤 세 가지로 나뉘는가?", "모음, 자음, 방점"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_a_closed_list_is_asked_whole(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found


def test_a_list_that_goes_on_is_not_asked(asked):
    found = asked(
        "가온축제는 2010년 독일, 프랑스, 영국 등에서 열렸다. 가온축제는 크다.", "가온축제"
    )
    assert not any("나라" in prompt and "세" in prompt for prompt in found)


def test_a_list_of_another_length_than_told_is_not_asked(asked):
    found = asked(
        "가온축제는 크다. 가온축제는 2010년 독일, 프랑스 등 다섯 나라에서 열렸다.",
        "가온축제",
    )
    assert not any("어떤 다섯 나라" in prompt for prompt in found)
