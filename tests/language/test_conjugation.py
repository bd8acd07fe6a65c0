"""Predicates get other endings."""

import pytest

from quiz.core.article import Article
from quiz.language.korean.analyser import analyse
from quiz.language.korean.conjugation import (
    Predicate,
    adnominal_ending,
    declarative_ending,
    predicate_of,
    question_ending,
)
from quiz.language.korean.glosses import sentences


def predicate(text: str) -> Predicate | None:
    sentence = analyse(sentences(Article("x", "글", text)), None, lambda done: None)[0]
    return predicate_of(list(sentence.words))


@pytest.mark.parametrize(
    ("text", "question", "adnominal"),
    [
        ("회의가 열렸다.", "열렸는가", "열린"),
        ("친구를 도왔다.", "도왔는가", "도운"),
        ("집을 지었다.", "지었는가", "지은"),
        ("빵을 만든다.", "만드는가", "만드는"),
        ("산이 크다.", "큰가", "큰"),
        ("그곳은 무대였다.", "무대였는가", "무대였던"),
        ("그는 회장이었다.", "회장이었는가", "회장이었던"),
        ("이것은 큰 선물이다.", "선물인가", "선물인"),
        ("힘을 쌓고 있다.", "있는가", "있는"),
        ("뜻을 의미하기도 한다.", "의미하는가", "의미하는"),
        ("회사가 2021년에 주도한 것이다.", "주도했는가", "주도한"),
        ("책을 선보인 바 있다.", "선보였는가", "선보인"),
        ("새 책상을 방에 두었다.", "두었는가", "둔"),
        ("이름이 널리 알려졌습니다.", "알려졌는가", "알려진"),
    ],
)
def test_predicate_takes_another_ending(text, question, adnominal):
    found = predicate(text)
    assert found is not None
    assert question_ending(found) == question
    assert adnominal_ending(found) == adnominal


def test_a_guess_is_no_fact():
    assert predicate("내일은 비가 오겠다.") is None


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("회의가 열렸습니다.", "열렸다"),
        ("빵을 만듭니다.", "만든다"),
        ("밥을 먹습니다.", "먹는다"),
        ("산이 큽니다.", "크다"),
        ("우물이 있습니다.", "있다"),
        ("불을 쓰지 않습니다.", "않는다"),
        ("값이 싸지 않습니다.", "않다"),
        ("그곳은 무대였습니다.", "무대였다"),
        ("거리가 활기를 띠었습니다.", "띠었다"),
        ("이름이 알려지게 되었습니다.", "되었다"),
        ("그는 회장이었습니다.", "회장이었다"),
        ("이것은 악기입니다.", "악기이다"),
        ("뜻을 의미하기도 한다.", "의미한다"),
        ("회사가 2021년에 주도한 것이다.", "주도했다"),
    ],
)
def test_predicate_states_plainly(text, statement):
    found = predicate(text)
    assert found is not None
    assert declarative_ending(found) == statement
