"""A name may be typed in each script that the evidence gives it in."""

import pytest

from quiz.core.asking import ask, grade_asked
from quiz.core.grading import Grade
from quiz.core.names_beside import with_glosses
from quiz.core.questions import Answer, AnswerKind, Evidence, Form, Question

QUOTE = (
    "Ma's own nickname is Feng Qingyang (风清扬), and Daniel Zhang (Zhang Yong, 张勇) is "
    "chief technology officer (CTO) with Wang Jian (王坚) and Hu Xiaoming （胡晓明）."
)


def question(prompt: str, answer: Answer) -> Question:
    return Question(
        "id", prompt, answer, evidence=Evidence("a", 0, len(QUOTE), QUOTE, 0, 1)
    )


def words(*accepted: str) -> Answer:
    return Answer(AnswerKind.WORDS, accepted)


def grade_of(given: str, asked: Question, form: Form = Form.TYPED) -> Grade:
    return grade_asked(ask(asked, form, "seed"), given, "en").grade


@pytest.mark.parametrize("given", ["Feng Qingyang", "feng qing yang", "风清扬"])
def test_the_name_in_brackets_is_right_too(given: str) -> None:
    asked = question("What is Jack Ma's nickname?", words("Feng Qingyang"))
    assert grade_of(given, asked) is Grade.RIGHT


def test_each_name_in_the_brackets_counts() -> None:
    asked = question("Who is chairman?", words("Daniel Zhang"))
    assert with_glosses(asked.answer.accepted, asked) == (
        "Daniel Zhang",
        "Zhang Yong",
        "张勇",
    )
    assert grade_of("张勇", asked) is Grade.RIGHT
    assert grade_of("王坚", asked) is Grade.WRONG


def test_members_of_a_list_have_their_other_names() -> None:
    pair = Answer(AnswerKind.LIST, items=(("Wang Jian",), ("Hu Xiaoming",)))
    asked = question("Which two?", pair)
    assert grade_of("胡晓明, 王坚", asked) is Grade.RIGHT
    assert grade_of("Hu Xiaoming and 王坚", asked) is Grade.RIGHT


def test_what_the_prompt_tells_is_no_answer() -> None:
    asked = question("Who is Zhang Yong (张勇)?", words("Daniel Zhang"))
    assert with_glosses(asked.answer.accepted, asked) == ("Daniel Zhang",)


def test_a_remark_in_brackets_is_no_name() -> None:
    asked = question("Which post does he hold?", words("chief technology officer"))
    assert grade_of("CTO", asked) is Grade.WRONG


def test_part_of_a_longer_name_has_no_other_name() -> None:
    asked = question("Whose?", words("Feng Qing"))
    assert with_glosses(asked.answer.accepted, asked) == ("Feng Qing",)


def test_without_evidence_nothing_is_added() -> None:
    asked = Question("id", "Who?", words("Feng Qingyang"))
    assert with_glosses(asked.answer.accepted, asked) == ("Feng Qingyang",)
