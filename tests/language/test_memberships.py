"""What a thing belongs to or is classed as."""

import pytest

CASES = [
    ("물범고래", "물범고래는 식육목 물범과에 속하는 동물이다. 물범고래는 크다.",
     "물범고래는 식육목 어느 과에 속하는 동물인가?", "물범과"),
    ("물범고래", "물범고래는 크다. 물범고래는 1982년에 천연기념물로 지정되었다.",
     "물범고래는 1982년에 무엇으로 지정되었는가?", "천연기념물"),
    ("물범고래", "물범고래는 크다. 물범고래는 관심 필요 등급으로 분류된다.",
     "물범고래는 어떤 등급으로 분류되는가?", "관심 필요 등급"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_a_class_is_asked_in_its_place(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found
