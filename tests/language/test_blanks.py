"""A cloze is one short sentence that stands alone and shows its answer nowhere else."""

import pytest

from quiz.core.article import Span
from quiz.core.questions import Form, cloze_answer
from quiz.language.korean.blanks import cloze_prompt
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.gap_rules import LONGEST
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.wordlists import Kind

BEAVER = """
비버는 비버과에 속하는 포유류이다. 비버는 북아메리카와 유럽의 강가에 산다.
몸은 통통한 유선형이며 눈이 작고, 뒷발의 발가락 사이에 물갈퀴가 있다.
임신 기간은 105~107일이고 한 번에 2~4마리의 새끼를 낳는다.
""".strip()
OBSERVATORY = """
첨성대는 신라의 관측 시설이다. 첨성대는 경주에 있다.
첨성대는 돌을 원통 모양으로 쌓아 올렸으며, 1962년에 국보로 지정되었습니다.
""".strip()


@pytest.fixture
def clozes(draft):
    def made(text, title="글", day=None):
        return [q.cloze for q in draft(text, title, day).questions if q.cloze]

    return made


def test_the_clause_alone_is_the_cloze(clozes):
    found = clozes(OBSERVATORY, "첨성대")
    assert "첨성대는 {{1962년}}에 국보로 지정되었다." in found


def test_a_part_is_told_with_its_owner(clozes):
    found = clozes(BEAVER, "비버")
    assert any("비버의" in c and "105~107일" in c for c in found)
    assert all("눈이 작고" not in c for c in found if "물갈퀴" in c)


def test_no_cloze_is_long_and_all_end_plainly(clozes):
    for text, title in ((BEAVER, "비버"), (OBSERVATORY, "첨성대")):
        found = clozes(text, title)
        assert found
        for cloze in found:
            assert len(cloze) - 4 <= LONGEST
            assert cloze.endswith("다.")
            assert not cloze.endswith("니다.")


def test_half_of_a_time_is_no_gap(clozes):
    found = clozes("가온호는 출항 1시간 33분 뒤 누리항에 들어왔다. 가온호는 배다.", "바다")
    assert not {"1시간", "33분"} & {cloze_answer(c) for c in found}


def test_a_member_of_a_row_is_no_gap(clozes):
    found = clozes("한누리가 처음 기른 꽃은 나팔꽃과 다알리아였다. 한누리는 원예가다.")
    assert "다알리아" not in {cloze_answer(c) for c in found}


def test_what_an_office_that_is_not_named_did_is_no_cloze(clozes):
    text = "가온공원은 2001년 누리산 기슭에 문을 열었다. 시는 2019년 가온공원에 갔다."
    assert not [c for c in clozes(text) if c.startswith("시는")]


def test_an_unasked_clause_gets_a_gap_for_its_most_telling_words(draft):
    text = "단청은 나무로 지은 집에 여러 색으로 무늬를 그리는 일이다. 단청을 그릴 때 " \
        "쓰는 흰 가루는 조개껍데기를 빻아 만든 호분(胡粉)이다."  # fmt: skip
    found = draft(text, "단청").questions
    assert any("호분" in q.answer.accepted for q in found)
    for question in found:
        if question.origin.name == "gap":
            assert set(question.forms) <= {Form.CLOZE, Form.TRUTH}


@pytest.mark.parametrize(
    ("kind", "answer", "prompt"),
    [
        (Kind.PERSON, "한누리", "다음 문장의 빈칸에 들어갈 인물은 누구인가?"),
        (Kind.COMPANY, "가온전자", "다음 문장의 빈칸에 들어갈 회사는 어디인가?"),
        (Kind.BODY, "누리학회", "다음 문장의 빈칸에 들어갈 기관은 어디인가?"),
        (Kind.COUNTRY, "페루", "다음 문장의 빈칸에 들어갈 나라는 어디인가?"),
        (Kind.DATE, "1443년", "다음 문장의 빈칸에 들어갈 연도는 언제인가?"),
        (Kind.DATE, "1443년 12월", "다음 문장의 빈칸에 들어갈 때는 언제인가?"),
        (Kind.NUMBER, "12두", "다음 문장의 빈칸에 들어갈 수치는 얼마인가?"),
        (Kind.TERM, "호분", "다음 문장의 빈칸에 들어갈 말은 무엇인가?"),
    ],
)
def test_the_line_over_a_cloze_says_what_is_asked(kind, answer, prompt):
    nowhere = Sentence(Span(0, 0), "", (), (), 0)
    candidate = Candidate("gap", nowhere, 0, 0, "", (answer,), kind)
    assert cloze_prompt(candidate) == prompt
