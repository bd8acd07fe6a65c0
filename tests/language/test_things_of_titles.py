"""An object that a title names whole and its text by the last word, or not at all."""

from collections.abc import Callable

from quiz.language.drafts import Draft


def everything(draft: Callable[..., Draft], text: str, title: str) -> str:
    return " ".join(f"{q.prompt} {q.cloze}" for q in draft(text, title).questions)


LABEL = "이 청동 그릇은 1837년에 만들어져 가온의 감영에 놓여 있던 측우기입니다. "


def test_a_label_tells_of_the_object_in_its_title(draft):
    told = everything(draft, LABEL + "2020년 국보로 지정되었습니다.", "가온 감영 측우기")
    assert "가온 감영 측우기는 {{2020년}} 국보로 지정되었다." in told


def test_the_year_of_an_event_is_not_the_objects(draft):
    text = LABEL + "세자가 구리 그릇으로 시험하였다고 합니다. 1441년 봄의 일입니다."
    assert "봄의 일이다" not in everything(draft, text, "가온 감영 측우기")


def test_what_a_later_topic_went_through_the_object_did_not(draft):
    text = LABEL + "누리전쟁과 하람전쟁을 겪으며 이 제도는 사라졌다. 2020년 국보가 되었다."
    assert "측우기는 누리전쟁" not in everything(draft, text, "가온 감영 측우기")


def test_an_office_of_long_ago_is_told_as_past(draft):
    text = (
        "서가람은 1898년 가온에서 태어난 식물학자이다. "
        "아버지 서하람은 누리 부대의 대대장으로, 1895년 하람강 전투에 참가하였다."
    )
    told = everything(draft, text, "서가람")
    assert "대대장이었다" in told.replace("{{", "").replace("}}", "")
