"""A small bank with a question of every kind, for tests."""

from datetime import UTC, date, datetime

from quiz.core.article import Article, sentence_spans
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Bank,
    Evidence,
    Form,
    Option,
    Origin,
    Question,
    Status,
    Warning,
)

TEXT = """\
한빛천문대는 2011년에 세워졌다. 초대 대장은 김서윤(金敍玧) 박사이다.

주 망원경의 지름은 80cm이다. 별지기, 달지기, 해지기가 한빛천문대의 세 모임이다.
"""
ARTICLE = Article(
    id="7f0e5f0a-3d59-4b55-8a86-5a1f8a6d2f01",
    title="한빛천문대",
    text=TEXT.strip(),
    language="ko",
    date=date(2020, 5, 1),
    source="학교 신문",
)
MADE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def evidence_of(answer: str) -> Evidence:
    """Return the sentence of the article in which `answer` stands, and where."""
    for span in sentence_spans(ARTICLE.text):
        quote = span.of(ARTICLE.text)
        if answer in quote:
            start = quote.index(answer)
            return Evidence(
                ARTICLE.id, span.start, span.end, quote, start, start + len(answer)
            )
    raise ValueError(answer)


def sample_questions(status: Status = Status.APPROVED) -> tuple[Question, ...]:
    """Return a words, a number, a date, a list and a true/false question."""
    return (
        Question(
            id="0c1f8e5e-0000-4000-8000-000000000001",
            prompt="한빛천문대의 초대 대장은 누구인가?",
            answer=Answer(AnswerKind.WORDS, ("김서윤", "金敍玧")),
            wrong=(
                Option("이도현"),
                Option("박하늘", "박하늘은 2대 대장이다."),
                Option("최가람"),
            ),
            forms=(Form.TRUTH, Form.CHOICE, Form.CLOZE, Form.TYPED, Form.CARD),
            cloze="한빛천문대의 초대 대장은 {{김서윤}} 박사이다.",
            explanation="천문학자이다.",
            tags=("사람",),
            status=status,
            evidence=evidence_of("김서윤"),
            origin=Origin("rule", "role-holder"),
            created=MADE,
            changed=MADE,
        ),
        Question(
            id="0c1f8e5e-0000-4000-8000-000000000002",
            prompt="한빛천문대 주 망원경의 지름은 몇 cm인가?",
            answer=Answer(AnswerKind.NUMBER, ("80cm", "80")),
            wrong=(Option("60cm"), Option("120cm")),
            forms=(Form.CHOICE, Form.TYPED),
            status=status,
            evidence=evidence_of("80cm"),
            origin=Origin("rule", "quantity"),
            created=MADE,
            changed=MADE,
        ),
        Question(
            id="0c1f8e5e-0000-4000-8000-000000000003",
            prompt="한빛천문대는 몇 년에 세워졌는가?",
            answer=Answer(AnswerKind.DATE, ("2011년",)),
            forms=(Form.TYPED, Form.CARD),
            status=status,
            evidence=evidence_of("2011년"),
            origin=Origin("rule", "date"),
            created=MADE,
            changed=MADE,
        ),
        Question(
            id="0c1f8e5e-0000-4000-8000-000000000004",
            prompt="한빛천문대의 세 모임은 무엇인가?",
            answer=Answer(
                AnswerKind.LIST, items=(("별지기",), ("달지기",), ("해지기", "태양지기"))
            ),
            forms=(Form.TYPED, Form.CARD),
            status=status,
            evidence=evidence_of("별지기, 달지기, 해지기"),
            origin=Origin("rule", "list"),
            created=MADE,
            changed=MADE,
        ),
        Question(
            id="0c1f8e5e-0000-4000-8000-000000000005",
            prompt="한빛천문대에는 모임이 네 개 있다.",
            answer=Answer(AnswerKind.TRUTH, ("false",)),
            forms=(Form.TRUTH,),
            status=status,
            created=MADE,
            changed=MADE,
        ),
    )


def sample_bank() -> Bank:
    return Bank(
        id="5e7a1c3e-1111-4222-8333-944455556666",
        title="한빛천문대",
        language="ko",
        articles=(ARTICLE,),
        questions=sample_questions(),
        warnings=(Warning("contradiction", "‘80cm’와 ‘90cm’가 서로 다릅니다.", ((0, 4),)),),
    )
