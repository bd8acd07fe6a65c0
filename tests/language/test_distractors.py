"""Wrong options are of the answer's kind, and wrong."""

from datetime import date

from quiz.core.article import Span
from quiz.language.drafts import Draft
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.distractors import is_wrong
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.wordlists import Kind


def options_of(found: Draft, answer: str) -> set[str]:
    return {o.text for q in found.questions if q.answer.shown == answer for o in q.wrong}


def test_wrong_options_are_of_the_answer_s_kind(draft):
    found = draft(
        "서가람 회장은 2001년 가온전자를 세웠다. 한누리 회장은 2003년 누리은행을 세웠다. "
        "조한결 회장은 2005년 바다생명을 세웠다. 윤하늘 회장은 2007년 하늘항공을 세웠다."
    )
    question = next(
        q for q in found.questions if q.prompt.startswith("2001년 가온전자를 세운")
    )
    assert question.answer.accepted == ("서가람", "서가람 회장")
    assert {o.text for o in question.wrong} == {"한누리", "조한결", "윤하늘"}


def test_no_option_lies_after_the_article(draft):
    found = draft(
        "가온전자는 2020년에 새 공장을 열었다. 올해 가온전자는 컸다.",
        "글",
        date(2021, 5, 8),
    )
    years = [
        int(option.text[:4])
        for question in found.questions
        for option in question.wrong
        if option.text.endswith("년")
    ]
    assert years
    assert max(years) <= 2021


def test_options_of_a_place_are_places_of_its_sort(draft):
    found = draft("최가람은 1950년 부산항에 내렸다. 최가람은 한라산과 제주도를 좋아했다.")
    options = options_of(found, "부산항")
    assert options
    assert all(option.endswith("항") for option in options)


def test_a_common_noun_has_others_of_its_group(draft):
    found = draft("한누리는 1971년 어머니에게 바이올린을 배웠다. 한누리는 작곡가이다.")
    options = options_of(found, "바이올린")
    assert len(options) >= 2
    assert options <= {"첼로", "비올라", "하프", "기타", "콘트라베이스", "만돌린", "류트"}


def test_kings_stand_among_kings(draft):
    found = draft(
        "영조는 1750년에 균역법을 시행했다. 한누리는 1801년에 책을 썼다. 조선은 컸다."
    )
    options = options_of(found, "영조")
    assert options
    assert all(option.endswith(("조", "종")) for option in options)


def test_a_name_that_the_text_tells_the_same_of_is_no_wrong_option(draft):
    found = draft(
        "윤가람은 1984년 노르웨이에 새 공장을 지었다. "
        "윤가람은 1986년에는 스웨덴에 새 공장을 지었다."
    )
    for question in found.questions:
        if question.answer.shown == "노르웨이" and "1984" not in question.prompt:
            assert "스웨덴" not in {o.text for o in question.wrong}


def test_a_whole_clause_has_no_options(draft):
    found = draft(
        "가온전자는 값이 오르기 전에 원료를 미리 사 두려는 다른 회사들 때문에 "
        "2001년 새 창고를 세웠다."
    )
    for question in found.questions:
        if len(question.answer.shown) > 20:
            assert question.wrong == ()


def test_a_number_of_the_prompt_is_no_option():
    text = "13명 가운데 8명이 찬성했다."
    sentence = Sentence(Span(0, len(text)), text, (0,), (), 0)
    prompt = "2019년 13명 가운데 몇 명이 찬성했는가?"
    asked = Candidate("quantity", sentence, 0, 2, prompt, ("8명",), Kind.NUMBER)
    assert not is_wrong("13명", asked, "")
    assert is_wrong("3명", asked, "")
