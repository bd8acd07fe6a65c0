"""Laws that every draft keeps, over texts of several kinds."""

from datetime import date

import pytest

from quiz.core.questions import AnswerKind, Form, checked, cloze_answer, plain
from quiz.language.korean.gate import LONGEST, stands_in

LIFE = """
한누리(韓누리)는 조선 후기의 화가이자 시인이다. 1745년 한양에서 태어났다.
그는 1768년에 도화서에 들어가 임금의 초상을 그렸다.
1790년 한누리는 제자 박소담과 함께 금강산을 여행했다.
같은 해 그는 화첩 ‘가을산’을 완성했다.
‘가을산’은 금강산의 열두 봉우리를 담은 화첩이다.
이 화첩은 국립중앙박물관에 있다.
""".strip()
MATCH = """
누리FC가 3일 수원월드컵경기장에서 열린 2021 가온컵 결승에서 한강유나이티드를 2-1로 이겼다.
전반 12분 공격수 강바다가 왼발로 선제골을 넣었다.
이날 경기장에는 2만 1,034명이 들어왔다.
누리FC 조한결 감독은 “선수들이 끝까지 뛰어 주었다”고 말했다.
누리FC는 상금 3억 원을 받았다.
""".strip()
WATER = """
물의 순환은 물이 바다와 하늘과 땅을 오가는 과정이다.
바닷물은 햇빛을 받아 수증기가 된다. 수증기가 물방울로 바뀌는 현상을 응결이라고 한다.
지구에 있는 물의 97%는 바닷물이다. 민물에는 빙하, 지하수, 강물이 있다.
1856년 유니스 푸트는 수증기가 열을 붙잡는다는 사실을 발견했다.
""".strip()
TEXTS = {
    "전기": ("한누리", None, LIFE),
    "경기": ("누리FC, 가온컵 우승", date(2021, 5, 8), MATCH),
    "과학": ("물의 순환", None, WATER),
}


@pytest.fixture(params=sorted(TEXTS))
def text(request):
    return TEXTS[request.param]


@pytest.fixture
def questions(draft, text):
    title, day, body = text
    return draft(body, title, day).questions


def test_every_evidence_is_verbatim_and_holds_its_answer(questions, text):
    for question in questions:
        evidence = question.evidence
        assert evidence is not None
        assert text[2][evidence.start : evidence.end] == evidence.quote
        surface = evidence.quote[evidence.answer_start : evidence.answer_end]
        assert plain(surface)
        if question.answer.kind is not AnswerKind.LIST:
            accepted = {plain(t) for t in question.answer.accepted}
            assert plain(surface) in accepted or "(" in surface


def test_no_prompt_tells_its_answer(questions):
    for question in questions:
        for answer in question.answer.accepted:
            assert not stands_in(answer, question.prompt)


def test_prompts_are_short_and_end_as_questions(questions):
    for question in questions:
        assert len(question.prompt) <= LONGEST
        assert question.prompt.endswith("가?")


def test_every_question_can_be_asked_in_its_forms(questions):
    assert questions
    for question in questions:
        assert checked(question) is question
        assert question.forms


def test_a_cloze_shows_its_answer_nowhere_else(questions):
    for question in questions:
        if question.cloze:
            gap = cloze_answer(question.cloze)
            rest = question.cloze.replace("{{" + gap + "}}", " ")
            assert gap
            assert "{{" not in rest
            if question.answer.kind is AnswerKind.WORDS:
                assert plain(gap) not in plain(rest)


def test_wrong_options_are_two_or_three_and_none_stands_in_the_evidence(questions):
    for question in questions:
        assert len(question.wrong) in {0, 2, 3}
        assert question.evidence is not None
        for option in question.wrong:
            assert plain(option.text) not in {plain(t) for t in question.answer.accepted}
            if question.answer.kind is AnswerKind.WORDS:
                assert not stands_in(option.text, question.evidence.quote)


def test_drafting_again_gives_the_same_questions(draft, text, questions):
    title, day, body = text
    assert draft(body, title, day).questions == questions
    assert len({q.id for q in questions}) == len(questions)


def test_a_text_gives_at_least_four_questions_a_thousand_characters(questions, text):
    assert len(questions) >= 4 * len(text[2]) / 1000


def test_a_cloze_alone_is_shown_only_with_its_sentence(draft):
    found = draft(
        "가온전자는 2019년 3월 한누리 사장에게 새 이름 ‘바다’를 맡겼다. 가온전자는 크다."
    )
    for question in found.questions:
        if question.prompt.startswith("다음 문장"):
            assert set(question.forms) <= {Form.CLOZE, Form.TRUTH}


def test_who_the_article_is_about_is_not_asked(draft):
    about = {q.answer.shown for q in draft(LIFE, "한누리").questions}
    elsewhere = draft(LIFE, "조선의 화가들")
    assert "한누리" not in about
    assert "한누리" in {q.answer.shown for q in elsewhere.questions}
    assert draft(LIFE, "한누리").rejected["in-title"] > 0


def test_a_sentence_in_the_place_of_a_title_tells_nothing_away(draft):
    cut = draft(LIFE, LIFE[:40] + "…")
    assert "한누리" in {q.answer.shown for q in cut.questions}
