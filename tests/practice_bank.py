"""A small bank for tests of practice: every kind of question, with evidence."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy.orm import Session

from quiz.core.article import Article
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Bank,
    Evidence,
    Form,
    Option,
    Question,
    Status,
)
from quiz.storage.banks import add_bank
from quiz.storage.tables import BankRow

TEXT = """섬의 등대는 1903년에 처음 불을 밝혔다. 등대지기 한서윤은 서른 해 그곳을 지켰다.
등대의 높이는 26미터이다. 불빛은 바다 위 40킬로미터까지 닿는다.
한서윤은 섬에 사과, 배, 감을 심었다."""
ARTICLE = Article(str(uuid5(NAMESPACE_URL, "lighthouse")), "섬의 등대", TEXT)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def evidence(quote: str, answer: str) -> Evidence:
    start, at = TEXT.index(quote), quote.index(answer)
    return Evidence(ARTICLE.id, start, start + len(quote), quote, at, at + len(answer))


def question(prompt: str, answer: Answer, quote: str, *wrong: str, cloze: str) -> Question:
    return Question(
        str(uuid5(NAMESPACE_URL, prompt)),
        prompt,
        answer,
        wrong=tuple(Option(text, f"{text}: 아닙니다.") for text in wrong),
        forms=(Form.CHOICE, Form.CLOZE, Form.TYPED),
        cloze=cloze,
        explanation="등대 기록에 나옵니다.",
        status=Status.APPROVED,
        evidence=evidence(quote, cloze.split("{{")[1].split("}}")[0]),
        created=LONG_AGO,
        changed=LONG_AGO,
    )


QUESTIONS = (
    question(
        "섬의 등대가 처음 불을 밝힌 해는 언제인가?",
        Answer(AnswerKind.DATE, ("1903년",)),
        "섬의 등대는 1903년에 처음 불을 밝혔다.",
        "1893년", "1913년", "1930년",
        cloze="섬의 등대는 {{1903년}}에 처음 불을 밝혔다.",
    ),
    question(
        "서른 해 동안 등대를 지킨 사람은 누구인가?",
        Answer(AnswerKind.WORDS, ("한서윤", "韓瑞潤")),
        "등대지기 한서윤은 서른 해 그곳을 지켰다.",
        "박도현", "윤가람", "서이안",
        cloze="등대지기 {{한서윤}}은 서른 해 그곳을 지켰다.",
    ),
    question(
        "섬의 등대는 높이가 몇 미터인가?",
        Answer(AnswerKind.NUMBER, ("26미터",)),
        "등대의 높이는 26미터이다.",
        "16미터", "36미터", "62미터",
        cloze="등대의 높이는 {{26미터}}이다.",
    ),
    question(
        "등대의 불빛은 바다 위 어디까지 닿는가?",
        Answer(AnswerKind.NUMBER, ("40킬로미터",)),
        "불빛은 바다 위 40킬로미터까지 닿는다.",
        "14킬로미터", "26킬로미터", "400킬로미터",
        cloze="불빛은 바다 위 {{40킬로미터}}까지 닿는다.",
    ),
    question(
        "한서윤이 섬에 심은 세 가지 과일나무는 무엇인가?",
        Answer(AnswerKind.LIST, items=(("사과",), ("배",), ("감",))),
        "한서윤은 섬에 사과, 배, 감을 심었다.",
        "밤, 배, 감", "사과, 귤, 감",
        cloze="한서윤은 섬에 {{사과, 배, 감}}을 심었다.",
    ),
)  # fmt: skip
LIGHTING = replace(
    QUESTIONS[0],
    id=str(uuid5(NAMESPACE_URL, "order")),
    prompt="등대의 일을 일어난 차례로 놓으면?",
    answer=Answer(
        AnswerKind.ORDER, items=(("1903년 점등",), ("한서윤 부임",), ("나무 심기",))
    ),
    wrong=(),
    cloze="",
    forms=(Form.ORDER,),
)
MEASURES = replace(
    LIGHTING,
    id=str(uuid5(NAMESPACE_URL, "pairs")),
    prompt="무엇이 몇인가?",
    answer=Answer(AnswerKind.PAIRS, items=(("높이", "26미터"), ("불빛", "40킬로미터"))),
    forms=(Form.MATCH,),
)
PARTS = (LIGHTING, MEASURES)
BANK = Bank(
    str(uuid5(NAMESPACE_URL, "bank of the lighthouse")),
    "섬의 등대",
    "ko",
    articles=(ARTICLE,),
    questions=QUESTIONS,
)


def add_practice_bank(
    session: Session, owner_id: int, *, is_public: bool = True, bank: Bank = BANK
) -> BankRow:
    row = add_bank(session, bank, owner_id, LONG_AGO)
    row.is_public = is_public
    session.commit()
    return row
