"""Writing and correcting questions: reasons at their fields, previews, history."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quiz.core.questions import Form
from quiz.storage.revisions import revisions_of
from quiz.storage.tables import BankRow, PersonRow, QuestionRow
from tests.desk_bank import add_desk_bank

WORDS: dict[str, Any] = {
    "prompt": "한빛천문대의 첫 대장은 누구인가?",
    "kind": "words",
    "accepted": "김서윤\r\n金敍玧\r\n",
    "wrong": ["이도현", "박하늘", "", ""],
    "feedback": ["", "박하늘은 2대 대장이다.", "", ""],
    "forms": ["choice", "cloze", "typed"],
    "cloze": "초대 대장은 {{김서윤}} 박사이다.",
    "explanation": "천문학자이다.",
    "tags": "사람, 천문대,",
    "seen": "1",
    "do": "draft",
}


@pytest.fixture
def bank(session: Session, owner: PersonRow) -> BankRow:
    return add_desk_bank(session, owner.id)


@pytest.fixture
def row(bank: BankRow) -> QuestionRow:
    return bank.questions[0]


def field_error(page: str, field: str) -> str:
    found = re.search(rf'<strong id="{field}-error">([^<]*)', page)
    return found[1] if found else ""


def save(client: FlaskClient, row: QuestionRow, **changes: Any) -> tuple[int, str]:
    path = f"/desk/questions/{row.id}"
    answer = client.post(path, data=WORDS | changes)
    return answer.status_code, answer.text


def test_all_that_the_form_says_is_kept(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    assert save(owner_client, row, do="approve")[0] == 302
    session.rollback()
    question = row.question
    assert question.prompt == WORDS["prompt"]
    assert question.answer.accepted == ("김서윤", "金敍玧")
    assert [(o.text, o.feedback) for o in question.wrong] == [
        ("이도현", ""),
        ("박하늘", "박하늘은 2대 대장이다."),
    ]
    assert question.forms == (Form.CHOICE, Form.CLOZE, Form.TYPED)
    assert question.tags == ("사람", "천문대")
    assert (row.status, row.kind) == ("approved", "role-holder")
    assert question.evidence is not None


@pytest.mark.parametrize("number", range(5))
def test_saving_an_open_form_unchanged_changes_nothing(
    owner_client: FlaskClient, bank: BankRow, session: Session, number: int
) -> None:
    row = bank.questions[number]
    page = owner_client.get(f"/desk/questions/{row.id}").text
    before = row.question
    owner_client.post(f"/desk/questions/{row.id}", data={**filled(page), "do": "draft"})
    session.rollback()
    assert row.question == before
    assert len(revisions_of(session, row.id)) == 1


def filled(page: str) -> dict[str, Any]:
    """Return what a browser would send of the question's form."""
    form = page[
        page.index("data-preview") : page.index("</form>", page.index("data-preview"))
    ]
    sent: dict[str, Any] = {}
    for name, text in re.findall(
        r'<textarea[^>]*name="(\w+)"[^>]*>\n([^<]*)</textarea>', form
    ):
        sent[name] = text
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = (re.search(rf' {key}="([^"]*)"', tag) for key in ("name", "value"))
        unchecked = re.search(r'type="(checkbox|radio)"', tag) and " checked" not in tag
        if name and value and not unchecked:
            sent.setdefault(name[1], []).append(value[1])
    chosen = re.search(r'<option value="(\w+)" selected', form)
    assert chosen
    return {**sent, "kind": chosen[1]}


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"prompt": " \n"}, "prompt", "Write the question."),
        ({"prompt": "가" * 501}, "prompt", "at most 500 characters"),
        ({"accepted": " \n "}, "accepted", "Give at least one accepted answer."),
        ({"accepted": "!?"}, "accepted", "needs a letter or a digit"),
        ({"kind": "list", "members": "하나"}, "members", "at least two members"),
        ({"kind": "truth", "forms": ["true/false"]}, "truth", "at least one accepted"),
        ({"wrong": ["김서윤", "가"]}, "wrong", "“김서윤” is also an accepted answer."),
        ({"wrong": ["가", "가"]}, "wrong", "stands there twice"),
        ({"wrong": ["가"], "feedback": [""]}, "wrong", "at least two wrong options"),
        ({"wrong": list("가나다라마바사아자")}, "wrong", "at most 8"),
        ({"forms": []}, "forms", "Choose at least one form."),
        ({"cloze": "빈칸이 없다."}, "cloze", "double braces"),
        ({"forms": ["dance"]}, "forms", "Choose at least one form."),
    ],
)
def test_each_reason_stands_at_its_field_and_the_text_stays(
    owner_client: FlaskClient,
    row: QuestionRow,
    session: Session,
    changes: dict[str, Any],
    field: str,
    reason: str,
) -> None:
    status, page = save(owner_client, row, **changes)
    assert status == 422
    assert reason in field_error(page, field)
    assert "2대 대장이다" in page or "feedback" in changes
    session.rollback()
    assert row.prompt == "한빛천문대의 초대 대장은 누구인가?"


def test_a_list_and_a_statement_can_be_written(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/questions/new"
    members = {"kind": "list", "members": "별지기\n해지기 | 태양지기", "forms": ["typed"]}
    truth = {"kind": "truth", "truth": "true", "forms": ["true/false"], "cloze": ""}
    assert owner_client.get(path).status_code == 200
    for kind in (members, truth):
        sent = WORDS | {"wrong": [], "feedback": [], "seen": "0", "do": "approve"} | kind
        assert owner_client.post(path, data=sent).status_code == 302
    session.rollback()
    listed, stated = (row.question for row in bank.questions[-2:])
    assert listed.answer.items == (("별지기",), ("해지기", "태양지기"))
    assert stated.answer.accepted == ("true",)
    assert listed.origin.by == "person"
    assert bank.questions[-1].status == "approved"


def test_steps_pairs_and_a_tolerance_can_be_written(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/banks/{bank.id}/questions/new"
    steps = {"kind": "order", "members": "관측\n기록\n발표", "forms": ["order"]}
    pairs = {"kind": "pairs", "members": "한국 | 서울\n일본 | 도쿄", "forms": ["match"]}
    near = {"kind": "number", "accepted": "26미터", "tolerance": "2%", "forms": ["typed"]}
    for kind in (steps, pairs, near):
        sent = {"wrong": [], "feedback": [], "cloze": "", "do": "approve"} | kind
        written = owner_client.post(path, data=WORDS | {"seen": "0"} | sent)
        assert written.status_code == 302, written.text
    bad = [
        steps | {"members": "관측\n기록"},
        pairs | {"members": "한국 | 서울\n일본"},
        near | {"tolerance": "조금"},
        near | {"forms": ["match"]},
    ]
    for kind in bad:
        sent = {"wrong": [], "feedback": [], "cloze": "", "do": "approve"} | kind
        assert owner_client.post(path, data=WORDS | {"seen": "0"} | sent).status_code == 422
    session.rollback()
    ordered, paired, near_by = (row.question.answer for row in bank.questions[-3:])
    assert ordered.shown == "관측 → 기록 → 발표"
    assert paired.items == (("한국", "서울"), ("일본", "도쿄"))
    assert near_by.tolerance == "2%"


def test_a_preview_shows_every_form_and_keeps_nothing(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    status, page = save(owner_client, row, do="preview", prompt="미리 본 문제?")
    assert status == 200
    preview = page[page.index('id="preview"') :]
    # As a choice, typed, and on both sides of Anki's card.
    assert preview.count("미리 본 문제?") == 4
    assert '<span class="gap">김서윤</span>' in preview
    session.rollback()
    assert len(revisions_of(session, row.id)) == 1


@pytest.mark.parametrize(
    ("kind", "form", "members", "shown"),
    [
        (
            "order",
            "order",
            "씨앗\n**새싹**\n꽃",
            [("1", "씨앗"), ("2", "새싹"), ("3", "꽃")],
        ),
        (
            "pairs",
            "match",
            "서울 | 한강\n파리 | **센강**",
            [("서울", "한강"), ("파리", "센강")],
        ),
    ],
)
def test_a_preview_shows_places_with_what_belongs_there(
    owner_client: FlaskClient,
    row: QuestionRow,
    kind: str,
    form: str,
    members: str,
    shown: list[tuple[str, str]],
) -> None:
    changes = {"kind": kind, "forms": [form], "members": members, "do": "preview"}
    _, page = save(owner_client, row, **changes)
    place = r'<p class="place"><span>(.*?)</span><span class="input">(.*?)</span>'
    assert re.findall(place, page) == shown


def test_a_preview_says_why_a_form_is_not_possible(
    owner_client: FlaskClient, row: QuestionRow
) -> None:
    changes = {"accepted": "", "do": "preview"}
    status, page = save(owner_client, row, **changes)
    assert status == 200
    assert "Give at least one accepted answer." in page


def test_a_change_made_meanwhile_is_shown_and_not_overwritten(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    save(owner_client, row, prompt="먼저 고친 문제?")
    status, page = save(owner_client, row, prompt="나중에 고친 문제?")
    assert status == 409
    assert "It was changed while you were editing" in page
    assert "<del>먼저</del>" in page
    assert "나중에 고친 문제?</textarea>" in page
    session.rollback()
    assert row.prompt == "먼저 고친 문제?"
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen is not None
    assert save(owner_client, row, prompt="나중에 고친 문제?", seen=seen[1])[0] == 302
    session.rollback()
    assert row.prompt == "나중에 고친 문제?"


def test_changes_of_two_teachers_that_fit_together_are_merged_into_the_form(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    opened = filled(owner_client.get(f"/desk/questions/{row.id}").text)
    path = f"/desk/questions/{row.id}"
    first = {**opened, "explanation": "남이 쓴 풀이", "tags": "사람, 남의 태그"}
    assert owner_client.post(path, data={**first, "do": "draft"}).status_code == 302
    second = {**opened, "prompt": "내가 쓴 문제?", "tags": "사람, 내 태그"}
    answer = owner_client.post(path, data={**second, "do": "draft"})
    assert answer.status_code == 409
    assert "Both fit together" in answer.text
    assert "<ins>남이 쓴 풀이</ins>" in answer.text.replace("</ins><ins>", "")
    merged = filled(answer.text)
    assert (merged["prompt"], merged["explanation"]) == ("내가 쓴 문제?", "남이 쓴 풀이")
    assert merged["tags"] == ["사람, 남의 태그, 내 태그"]
    assert owner_client.post(path, data={**merged, "do": "draft"}).status_code == 302
    session.rollback()
    assert (row.question.prompt, row.question.explanation) == (
        "내가 쓴 문제?",
        "남이 쓴 풀이",
    )


def test_the_difficulty_is_kept_as_exact_as_it_was_until_it_is_moved(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    save(owner_client, row, difficulty="50")
    session.rollback()
    assert row.question.difficulty == 0.5
    save(owner_client, row, difficulty="80", seen="2")
    session.rollback()
    assert row.question.difficulty == 0.8


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 99])
def test_a_forged_revision_number_overwrites_nothing(
    owner_client: FlaskClient, row: QuestionRow, seen: str
) -> None:
    assert save(owner_client, row, seen=seen)[0] == 409


def test_the_evidence_stands_beside_the_form(
    owner_client: FlaskClient, row: QuestionRow
) -> None:
    page = owner_client.get(f"/desk/questions/{row.id}").text
    assert re.search(r"<mark>초대 대장은 <em>김서윤</em>", page)
    assert "“한빛천문대”, paragraph" in page


def test_an_edit_from_the_review_goes_on_with_the_next_draft(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    first, second = bank.questions[0].id, bank.questions[1].id
    path = f"/desk/questions/{first}?back=review"
    answer = owner_client.post(path, data=WORDS | {"do": "approve"})
    assert answer.location == f"/desk/banks/{bank.id}/review?question={second}#now"


def test_the_history_tells_every_change_and_brings_any_state_back(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    save(owner_client, row)
    page = owner_client.get(f"/desk/questions/{row.id}/history").text
    assert "<del>초대</del><ins>첫</ins>" in page
    assert "Version 2" in page
    owner_client.post(f"/desk/questions/{row.id}/restore", data={"number": "1"})
    session.rollback()
    assert row.prompt == "한빛천문대의 초대 대장은 누구인가?"
    number = owner_client.post(f"/desk/questions/{row.id}/restore", data={"number": "x"})
    assert number.status_code == 404


def test_a_nul_in_a_field_does_no_harm(
    owner_client: FlaskClient, row: QuestionRow, session: Session
) -> None:
    assert save(owner_client, row, prompt="문제\0인가?", tags="가\0")[0] == 302
    session.rollback()
    assert row.prompt == "문제인가?"


def test_retiring_from_the_edit_page_offers_to_undo_it_there(
    owner_client: FlaskClient, bank: BankRow, session: Session
) -> None:
    path = f"/desk/questions/{bank.questions[0].id}"
    assert '/undo"' not in owner_client.get(path).text
    sent = {"do": "retire", "back": "question"}
    page = owner_client.post(f"{path}/decide", data=sent, follow_redirects=True).text
    assert "It can be brought back from the retired questions." in page
    undone = owner_client.post("/desk/undo", data={"next": path})
    assert undone.location == path
    session.rollback()
    assert bank.questions[0].status == "draft"
    other = owner_client.get(f"/desk/questions/{bank.questions[1].id}").text
    assert "brought back" not in other


def test_a_cloze_text_without_braces_is_complained_of_once(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    sent = {
        "prompt": "누구인가?",
        "kind": "words",
        "accepted": "김서윤",
        "wrong": ["박도현", "윤가람"],
        "forms": ["cloze", "true/false"],
        "cloze": "초대 대장은 김서윤이다.",
    }
    page = owner_client.post(f"/desk/banks/{bank.id}/questions/new", data=sent).text
    form = page[: page.index('id="preview"')]
    assert form.count("Mark the answer in the cloze text with") == 1


def test_a_gap_without_an_accepted_answer_is_complained_of_at_the_cloze_text(
    owner_client: FlaskClient, row: QuestionRow
) -> None:
    code, page = save(owner_client, row, do="approve", accepted="이서윤")
    assert code == 422
    assert field_error(page, "cloze")
    assert not field_error(page, "wrong")


def test_a_question_that_is_there_already_is_named_while_it_is_typed(
    owner_client: FlaskClient, bank: BankRow
) -> None:
    path = f"/desk/banks/{bank.id}/questions/new"
    sent = {
        "prompt": "한빛천문대 초대 대장은 누구인가?",
        "accepted": "김서윤",
        "do": "preview",
    }
    page = owner_client.post(path, data=sent).text
    part = page[page.index('id="twins"') : page.index("</div>", page.index('id="twins"'))]
    assert f'href="/desk/questions/{bank.questions[0].id}"' in part
    other = owner_client.post(path, data={**sent, "accepted": "이도현"}).text
    assert "It is close to these:" not in other
    itself = owner_client.get(f"/desk/questions/{bank.questions[0].id}").text
    assert "It is close to these:" not in itself
