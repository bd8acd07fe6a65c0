"""Markdown and formulas of a question on every page that shows it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from quiz.core.questions import Answer, AnswerKind, Bank, Form, Option, Question
from quiz.storage.tables import BankRow, PersonRow
from tests.practice_bank import BANK, add_practice_bank, evidence
from tests.web.test_practice_pages import ask, fields, send

HALF = r"$\frac{1}{2}$"
MARKED = Question(
    "3f8f2f2e-0000-4000-8000-000000000001",
    "**가장** 작은 수 $x^2$은?\n- ㄱ `a*b`\n- <b>ㄴ</b>",
    Answer(AnswerKind.WORDS, (HALF, "**절반**")),
    wrong=(
        Option("H<sub>2</sub>O", "[더 보기](https://example.org/h2o)"),
        Option("$a-b$"),
        Option("<script>alert(1)</script>"),
    ),
    cloze=f"답은 **{{{{{HALF}}}}}**이다.",
    explanation="*끝*이다. [글](https://example.org/)",
    evidence=evidence("등대의 높이는 26미터이다.", "26미터"),
    status=BANK.questions[0].status,
    created=BANK.questions[0].created,
    changed=BANK.questions[0].changed,
)
PROMPT = (
    "<strong>가장</strong>",
    '<math alttext="x²">',
    'role="listitem">ㄱ <code>a*b</code>',
)
LINE = "가장 작은 수 x²은? ㄱ a*b, &lt;b&gt;ㄴ&lt;/b&gt;"


def marked_bank(session: Session, owner: PersonRow, *forms: Form) -> BankRow:
    questions = (replace(MARKED, forms=forms),)
    return add_practice_bank(session, owner.id, bank=bank_of(questions))


def bank_of(questions: tuple[Question, ...]) -> Bank:
    return replace(BANK, questions=questions)


@pytest.fixture(autouse=True)
def nothing_raw(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look at every page that a test fetches: nothing of what was written is an element."""
    pages: list[str] = []
    opened = FlaskClient.open

    def noting(self: FlaskClient, *args: Any, **kwargs: Any) -> TestResponse:
        response = opened(self, *args, **kwargs)
        if response.mimetype == "text/html":
            pages.append(response.text)
        return response

    monkeypatch.setattr(FlaskClient, "open", noting)
    yield
    for page in pages:
        assert "<script>alert" not in page
        assert "<b>ㄴ" not in page


def test_a_choice_shows_its_options_as_they_are_meant(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    page = ask(client, marked_bank(session, owner, Form.CHOICE))
    for part in (*PROMPT, "<span>H<sub>2</sub>O</span>", '<span><math alttext="1/2">'):
        assert part in page.text
    assert "<span>&lt;script&gt;" in page.text
    assert HALF in [
        unescape(o) for o in re.findall(r'name="answer" value="([^"]*)"', page.text)
    ]


def test_feedback_shows_reply_explanation_and_links(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = marked_bank(session, owner, Form.CHOICE)
    sent = send(client, bank, ask(client, bank), answer="H<sub>2</sub>O")
    page = client.get(sent.location).text
    for part in (
        *PROMPT,
        "H<sub>2</sub>O",
        "<em>끝</em>이다",
        'href="https://example.org/h2o"',
    ):
        assert part in page


@pytest.mark.parametrize("given", ["1/2", " 1 / 2", r"\frac{1}{2}", "절반", HALF])
@pytest.mark.parametrize("form", [Form.TYPED, Form.CLOZE])
def test_what_is_typed_is_compared_without_the_signs(
    client: FlaskClient, session: Session, owner: PersonRow, form: Form, given: str
) -> None:
    bank = marked_bank(session, owner, form)
    page = ask(client, bank)
    sent = send(client, bank, page, answer=given)
    assert 'class="option right"' in client.get(sent.location).text
    assert 'class="option wrong"' not in client.get(sent.location).text


def test_the_gap_of_a_cloze_may_be_set_apart(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    page = ask(client, marked_bank(session, owner, Form.CLOZE)).text
    assert "답은 <strong><span" in page
    assert "</span></span>\u2060</span></strong>이다." in page


@pytest.mark.parametrize("form", [Form.TRUTH, Form.CARD, Form.TYPED])
def test_every_form_shows_the_signs(
    client: FlaskClient, session: Session, owner: PersonRow, form: Form
) -> None:
    page = ask(client, marked_bank(session, owner, form)).text
    assert "<strong>" in page
    assert "**" not in page.split("</form>")[0]


def test_the_article_and_lists_show_it(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = marked_bank(session, owner, Form.CHOICE)
    sent = send(client, bank, ask(client, bank), answer="$a-b$")
    client.get(sent.location)
    assert PROMPT[0] in client.get(f"/read/{bank.id}").text
    assert PROMPT[0] in client.get(f"/practice/{bank.id}/end").text
    pack = client.get("/offline/pack", headers={"Accept": "application/json"}).get_json()
    (carried,) = pack["questions"]
    assert PROMPT[0] in carried["page"]
    assert PROMPT[0] in carried["answer"]


def test_the_desk_shows_it_in_full_and_in_tables_on_one_line(
    owner_client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    bank = marked_bank(session, owner, Form.CHOICE, Form.CLOZE, Form.TYPED)
    number = bank.questions[0].id
    table = owner_client.get(f"/desk/banks/{bank.id}").text
    assert f">{LINE}</a>" in table
    assert ">1/2</td>" in table
    review = owner_client.get(f"/desk/banks/{bank.id}/review?question={number}").text
    for part in (*PROMPT, '<span class="gap"><math alttext="1/2">', "<em>끝</em>이다"):
        assert part in review
    form = owner_client.get(f"/desk/questions/{number}").text
    assert "**가장** 작은 수 $x^2$은?\n- ㄱ `a*b`" in unescape(form)
    for part in (*PROMPT, "H<sub>2</sub>O"):
        assert part in form
    history = owner_client.get(f"/desk/questions/{number}/history").text
    assert f"<title>History · {LINE}" in history


@pytest.mark.parametrize("field", ["prompt", "accepted", "wrong", "explanation", "cloze"])
def test_a_formula_that_cannot_be_read_is_told_at_its_field(
    owner_client: FlaskClient, session: Session, owner: PersonRow, field: str
) -> None:
    bank = marked_bank(session, owner, Form.CHOICE)
    sent = {
        "prompt": "무엇인가?", "kind": "words", "accepted": "답", "wrong": ["ㄱ", "ㄴ"],
        "feedback": ["", ""], "forms": ["choice"], "seen": "1", "do": "approve",
    }  # fmt: skip
    sent[field] = ["ㄱ", "$\\frac{1$"] if field == "wrong" else "답 {{답}} $\\frac{1$"
    answer = owner_client.post(f"/desk/questions/{bank.questions[0].id}", data=sent)
    assert answer.status_code == 422
    assert re.search(rf'id="{field}-error">[^<]*\$\\frac\{{1\$', answer.text)


def test_such_a_formula_is_shown_as_it_was_written(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    broken = replace(MARKED, prompt="값은 $\\frac{1$인가?", forms=(Form.CHOICE,))
    bank = add_practice_bank(session, owner.id, bank=bank_of((broken,)))
    assert "값은 $\\frac{1$인가?" in ask(client, bank).text


def test_old_plain_text_looks_as_before(
    client: FlaskClient, session: Session, owner: PersonRow
) -> None:
    text = "5*3*2, snake_case, A_1, $5와 $10, 10~20대(30~40대) 중 무엇인가?"
    bank = add_practice_bank(
        session,
        owner.id,
        bank=bank_of((replace(MARKED, prompt=text, forms=(Form.CHOICE,)),)),
    )
    page = ask(client, bank)
    assert f"<legend>{text}" in page.text
    assert fields(page)
