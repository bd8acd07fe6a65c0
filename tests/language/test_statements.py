"""A clause becomes a plain sentence that says of whom or what it tells."""

from collections import Counter
from collections.abc import Callable

import pytest

from quiz.core.article import Article
from quiz.language.korean import context, names, pipeline
from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import clauses
from quiz.language.korean.moments import calendar_of
from quiz.language.korean.pieces import Setting
from quiz.language.korean.statements import MARK, statement

HERON = "왜가리는 물가에 사는 새이다. 왜가리는 물고기를 먹는다. "
ACT = "균전법은 땅을 고루 나누는 제도이다. 균전법은 485년에 만들어졌다. "


def stated(text: str, answer: str, title: str) -> str:
    """Return the statement of the last sentence's clause that holds `answer`."""
    article = Article("x", title, text)
    sentences = pipeline.read(article, lambda done, total: None, len(text))
    known = names.vote(sentences)
    around = list(context.contexts(article, sentences, known))
    sentence = sentences[-1]
    setting = Setting(known, around[-1], calendar_of(article))
    reading = Reading(sentence, clauses(sentence), setting, Counter())
    start = sentence.text.index(answer)
    end = start + len(answer)
    for clause in reading.clauses:
        first, last = clause.word(clause.body[0]), clause.word(clause.body[-1])
        if first.start <= start and end <= last.end:
            return statement(clause, start, end, reading).replace(MARK, "___")
    return ""


@pytest.fixture
def state() -> Callable[[str, str, str], str]:
    return stated


@pytest.mark.parametrize(
    ("text", "answer", "title", "said"),
    [
        (
            HERON + "왜가리는 목이 길고, 강원도에서 둥지를 튼다.",
            "강원도",
            "왜가리",
            "왜가리는 ___에서 둥지를 튼다.",
        ),
        (HERON + "한 번에 알을 3~5개 낳는다.", "3~5개", "왜가리", "왜가리는"),
        (HERON + "날개 길이는 45cm이고 부리는 누렇다.", "45cm", "왜가리", "왜가리의"),
    ],
)
def test_the_clause_says_of_what(state, text, answer, title, said):
    assert state(text, answer, title).startswith(said)


def test_a_law_does_not_give(state):
    assert state(ACT + "한 사람에게 20묘를 나누어 준다.", "20묘", "균전법") == ""


def test_the_polite_ending_becomes_plain(state):
    said = state(ACT + "균전법은 북위에서 시행되었습니다.", "북위", "균전법")
    assert said == "균전법은 ___에서 시행되었다."


def test_what_pointed_back_and_is_lost_leaves_no_statement(state):
    assert not state(ACT + "그 전에는 호족이 땅을 40묘씩 가졌다.", "40묘", "균전법")


def test_a_part_of_nothing_known_is_no_statement(state):
    assert not state("비가 왔다. 손이 자꾸 주머니로 갔다.", "주머니", "기다림")


def test_a_guess_is_no_statement(state):
    assert not state(ACT + "균전법은 북위를 살렸겠다.", "북위", "균전법")


def test_the_only_company_stands_for_the_firm(state):
    text = "누리전자는 2020년 가온시에 공장을 세웠다. 누리전자는 전화기를 만든다. "
    said = state(text + "회사는 2021년 연구원 300명을 뽑았다.", "300명", "누리전자 이야기")
    assert said == "누리전자는 2021년 연구원 ___을 뽑았다."


def test_the_copula_of_a_pair_is_not_told_alone(state):
    text = ACT + "균전법의 ‘균’은 고른 땅이면서 고른 마음을 뜻하는 글자이다."
    assert not state(text, "고른 땅", "균전법")
