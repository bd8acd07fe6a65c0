"""A bank that asks in every form, for journeys, and answers to whatever it shows."""

from contextlib import closing
from dataclasses import replace
from sqlite3 import connect
from uuid import NAMESPACE_URL, uuid5

from playwright.sync_api import Page

from quiz.core.questions import Form
from tests.practice_bank import BANK, LIGHTING, MEASURES, QUESTIONS
from tests.running import RunningQuiz, bring_public_bank

FORMS = (Form.CHOICE, Form.TRUTH, Form.CLOZE, Form.TYPED, Form.SEVERAL)


def serve_every_form(server: RunningQuiz) -> str:
    """Open a bank to visitors with a question in each form; return its number."""
    asked = [
        replace(question, forms=(form,))
        for question, form in zip(QUESTIONS, FORMS, strict=True)
    ]
    own = str(uuid5(NAMESPACE_URL, "card"))
    card = replace(QUESTIONS[1], id=own, prompt="등대지기의 이름은?", forms=(Form.CARD,))
    # Without the sentence that others have: siblings are not asked on one day.
    alone = [replace(question, evidence=None) for question in (LIGHTING, MEASURES, card)]
    bank = replace(BANK, questions=(*asked, *alone))
    number = str(bring_public_bank(server, bank))
    with closing(connect(server.instance / "quiz.db")) as database:
        database.execute("UPDATE bank SET is_public = id = ?", (number,))  # alone
        database.commit()
    return number


def answer_by_keys(page: Page) -> None:
    """Answer whatever is shown by the keyboard alone, more or less right."""
    if page.locator(".card").count():
        page.locator("body").press("Space")
        page.keyboard.press("2")
    elif page.locator("select").count():
        for place in range(page.locator("select").count()):
            page.locator("select").nth(place).focus()
            for _ in range(place + 1):
                page.keyboard.press("ArrowDown")
        page.locator(".act .btn.main").press("Enter")
    elif page.locator("#answer").count():
        page.locator("#answer").focus()
        page.keyboard.type("26미터")
        page.keyboard.press("Enter")
    else:
        page.locator("[name=answer]:not([disabled])").first.press("Space")
        if page.locator("[type=checkbox]").count():
            page.locator("[name=answer]:not([disabled])").nth(1).press("Space")
        page.keyboard.press("Enter")
