"""Laws that every draft keeps, over texts of several kinds."""

from datetime import date

import pytest

from quiz.core.questions import AnswerKind, Form, checked, cloze_answer, plain
from quiz.language.english.gate import has_number, has_words
from quiz.language.english.prompts import LONGEST

LIFE = """
Ingrid Solberg (1868–1941) was a Norwegian botanist and explorer.
She was born in Bergen on 4 March 1868. In 1890 she moved to Copenhagen, where she studied
under Professor Niels Holm. Solberg discovered eleven species of moss in Greenland.
Her book "Moss and Ice" was published by the Nordic Press in 1903.
The Bergen Museum, which owns her collection, named a hall after Ingrid Solberg in 1950.
""".strip().replace("\n", " ")
NEWS = """
The Harlow City Council voted on Tuesday to close the old clock factory.
The vote was 21 to 14. Mayor Tom Reeves said the factory had lost $4.5 million in 2024.
"Nobody wanted this to happen," said Reeves, who took office in 2022.
The factory employs 340 people. It was founded by Anna Lund in 1911.
Residents of Harlow protested because the factory is the largest employer in the city.
""".strip()
SCIENCE = """
Evaporation is the change of a liquid into a gas at its surface.
Water evaporates faster when the air is warm and dry.
Oceans hold about 97% of the water on Earth. Fresh water is stored in glaciers, lakes and
rivers. The Italian physicist Paolo Verdi measured evaporation in 1802.
A hygrometer (from the Greek word for moisture) measures humidity.
""".strip().replace("\n", " ")
TEXTS = {
    "life": ("Ingrid Solberg", None, LIFE),
    "news": ("Council closes clock factory", date(2025, 6, 12), NEWS),
    "science": ("Evaporation", None, SCIENCE),
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
        assert plain(evidence.quote[evidence.answer_start : evidence.answer_end])


def test_no_prompt_tells_its_answer(questions):
    for question in questions:
        for answer in question.answer.accepted:
            tells = has_words if question.answer.kind is AnswerKind.WORDS else has_number
            assert not tells(answer, question.prompt)


def test_prompts_are_short_and_end_as_questions(questions):
    for question in questions:
        assert len(question.prompt) <= LONGEST
        assert question.prompt.endswith("?")
        assert question.prompt[0].isupper()
        assert "  " not in question.prompt


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
            assert rest.endswith(".")
            if question.answer.kind is AnswerKind.WORDS:
                assert not has_words(gap, rest)


def test_wrong_options_are_two_or_three_and_none_is_right(questions):
    for question in questions:
        assert len(question.wrong) in {0, 2, 3}
        accepted = {plain(t) for t in question.answer.accepted}
        assert not accepted & {plain(option.text) for option in question.wrong}


def test_drafting_again_gives_the_same_questions(draft, text, questions):
    title, day, body = text
    assert draft(body, title, day).questions == questions
    assert len({q.id for q in questions}) == len(questions)


def test_a_text_gives_at_least_four_questions_a_thousand_characters(questions, text):
    assert len(questions) >= 4 * len(text[2]) / 1000


def test_a_cloze_alone_is_shown_only_with_its_sentence(questions):
    for question in questions:
        if "in the gap" in question.prompt:
            assert set(question.forms) <= {Form.CLOZE, Form.TRUTH}


def test_who_the_article_is_about_is_not_asked(draft):
    shown = {q.answer.shown for q in draft(LIFE, "Ingrid Solberg").questions}
    assert "Ingrid Solberg" not in shown


def test_she_is_the_person_of_the_article(asked):
    found = asked(LIFE, "Ingrid Solberg")
    assert found["On what date was Ingrid Solberg born?"] == "4 March 1868"


def test_facts_of_the_news_are_asked(asked):
    found = asked(NEWS, "Council closes clock factory", date(2025, 6, 12))
    assert found["Who said, “Nobody wanted this to happen”?"] == "Tom Reeves"
    assert "In which year did Tom Reeves take office?" in found


def test_what_only_the_headline_makes_clear_is_asked_with_it(asked):
    found = asked(
        "A storm flooded a school in Harlow on Tuesday. Pupils at the nursery were sent "
        "home because the drains had burst.",
        "Storm floods school in Harlow",
        date(2024, 5, 2),
    )
    why = "why were pupils at the nursery sent home?"
    answer = found.get(f"In the report “Storm floods school in Harlow”, {why}")
    assert answer == "because the drains had burst", found


def test_a_day_to_come_is_in_the_year_to_come(asked):
    found = asked(
        "Ada Marsh spoke in Oslo on Monday. The Harlow Fair will be held in Bergen on 4 "
        "June.",
        "Harlow prepares",
        date(2024, 5, 2),
    )
    prompt = "On what date will the Harlow Fair be held in Bergen?"
    assert found.get(prompt) == "4 June 2024", found
