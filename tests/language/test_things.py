"""Common nouns as answers: sentences of our own, and what a teacher would ask."""

import pytest

CASES = [
    ("광합성", "광합성은 중요하다. 광합성은 명반응과 암반응으로 나뉜다.",
     "광합성은 무엇과 무엇으로 나뉘는가?", "명반응, 암반응"),
    ("식물", "식물은 소중하다. 식물은 뿌리로 물을 빨아들인다.",
     "식물은 무엇으로 물을 빨아들이는가?", "뿌리"),
    ("글", "가온전자는 1969년 구리와 아연을 섞어 놋쇠를 만들었다.",
     "가온전자는 1969년 구리와 아연을 섞어 무엇을 만들었는가?", "놋쇠"),
    ("글", "가온전자는 2015년 다친 수달을 치료하는 병원을 세웠다.",
     "가온전자가 2015년 세운 병원은 어디인가?", "다친 수달을 치료하는 병원"),
    ("글", "가온전자는 2015년 수원에 폐수 정화 시설을 지었다.",
     "가온전자가 2015년 수원에 지은 시설은 무엇인가?", "폐수 정화 시설"),
    ("글", "하늘대종은 1506년 종각에 걸려, 성문을 여닫는 시각을 알렸다. "
     "모두 ‘하늘대종’을 안다.",
     "하늘대종은 1506년 종각에 걸려, 어떤 시각을 알렸는가?", "성문을 여닫는 시각"),
    ("글", "서가람은 2019년 한빛재단의 후원자에게 편지를 보냈다.",
     "서가람은 2019년 누구에게 편지를 보냈는가?", "한빛재단의 후원자"),
    ("글", "서가람은 학생들에게 제주도에서 감귤을 재배할 것을 권했다.",
     "서가람은 학생들에게 제주도에서 무엇을 재배할 것을 권했는가?", "감귤"),
    ("물범", "물범은 동물이다. 물범은 멸종위기 야생생물로 지정되었다.",
     "물범은 무엇으로 지정되었는가?", "멸종위기 야생생물"),
    ("물범", "물범은 동물이다. 물범은 바다에 산다. 발가락 사이에 물갈퀴가 있다.",
     "물범의 발가락 사이에 있는 것은 무엇인가?", "물갈퀴"),
    ("글", "가온왕은 1750년 부유한 백성에게 선무관이라는 칭호를 주었다.",
     "가온왕은 1750년 부유한 백성에게 어떤 칭호를 주었는가?", "선무관"),
    ("글", "한누리 종은 1915년 읍성 남문 밖 종각으로 옮겨졌다. 한누리 종은 크다.",
     "한누리 종이 1915년 옮겨진 곳은 어디인가?", "읍성 남문 밖 종각"),
]  # fmt: skip
NOT_ASKED = [
    ("서가람은 2019년 수원으로 자리를 옮겼다.", "자리"),
    ("서가람은 2019년 수원에서 연구를 했다.", "연구"),
    ("서가람은 2019년 수원에서 12분 간격으로 종을 울렸다.", "간격"),
    ("서가람은 2019년 수원에서 이 종을 울렸다. 서가람은 2020년 수원에서 떠났다.", "종"),
    ("서가람은 2019년 수원에서 배추와 무를 길렀다.", "무"),
    ("가온전자는 2019년 수원에서 본격적으로 시계를 만들었다.", "본격적"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_a_thing_is_asked_in_its_place(asked, title, text, prompt, answer):
    found = asked(text, title)
    assert found.get(prompt) == answer, found


@pytest.mark.parametrize(("text", "answer"), NOT_ASKED)
def test_what_says_too_little_is_not_asked(asked, text, answer):
    assert answer not in asked(text).values()


def test_a_modifier_that_may_be_the_verbs_own_place_is_not_guessed(asked):
    found = asked("서가람은 2019년 종각에서 성문을 여닫는 시각을 알렸다.")
    assert not any("시각" in answer for answer in found.values()), found


def test_a_clause_whose_subject_is_not_named_is_not_asked_about(asked):
    for prompt in asked("서가람은 2019년 공장을 열었다. 그해 봄 나무를 심었다."):
        assert "심" not in prompt
