"""Names said in passing."""

import pytest

CASES = [
    ("물범고래", "물범고래는 바다에 산다. 물범고래는 크다. 영어로는 가온실이라고 한다.",
     "물범고래를 영어로 무엇이라고 하는가?", "가온실"),
    ("하늘대종",
     "하늘대종은 가온사에 있다. 하늘대종은 크다. 흔히 ‘울보종’이라는 "
     "이름으로 더 잘 알려져 있다.",
     "하늘대종은 흔히 어떤 이름으로 더 잘 알려져 있는가?", "울보종"),
    ("최가람",
     "최가람은 화가이다. 최가람은 산을 그렸다. 최가람은 뜰에 우물을 파고 "
     "‘맑은샘’이라는 이름을 붙였다.",
     "최가람은 뜰에 우물을 파고 어떤 이름을 붙였는가?", "맑은샘"),
    ("누리강",
     "누리강은 길다. 누리강이라는 이름은 ‘큰물’을 뜻하는 현지어에서 나왔다.",
     "누리강이라는 이름은 무엇을 뜻하는 현지어에서 나왔는가?", "큰물"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_a_name_said_in_passing_is_asked(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found
