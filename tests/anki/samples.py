"""Banks to write decks of."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

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

# In the past: Anki's database check corrects notes that changed in the future.
CREATED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LATER = CREATED + timedelta(days=1)
LINK = "http://127.0.0.1:5000/banks/b/questions/{id}"
QUOTE = "그때 관장이던 사람은 이한결(李汉杰)이다."
ARTICLE = Article(
    "article-1",
    "한빛도서관 개관",
    f"도서관이 문을 열었다.\n개관식에는 세 사람이 왔다. {QUOTE} 시장도 왔다.",
    date=date(2019, 10, 7),
    source="https://library.example/?a=1&b=2",
)
START = ARTICLE.text.index(QUOTE)
PLACE = QUOTE.index("이한결")
EVIDENCE = Evidence(
    ARTICLE.id, START, START + len(QUOTE), QUOTE, PLACE, PLACE + len("이한결")
)
ENGLISH = Article(
    "article-2", "The Opening", "The hall opened in 1998. It has 40 rooms.", "en"
)
HALL = Evidence(ENGLISH.id, 0, 24, "The hall opened in 1998.", 19, 23)

CHOICE = Question(
    id="11111111-0000-4000-8000-000000000001",
    prompt="2019년 한빛도서관이 문을 열 때 관장이던 사람은 누구인가?",
    answer=Answer(AnswerKind.WORDS, ("이한결", "李汉杰")),
    wrong=(
        Option("박새봄"),
        Option("최가람", "최가람은 그때 시장이었다."),
        Option("위의 모두"),
    ),
    forms=(Form.CHOICE, Form.CLOZE, Form.TYPED, Form.CARD),
    cloze="2019년 한빛도서관의 관장은 {{이한결}}이었다.",
    explanation="이한결은 초대 관장이다.",
    tags=("사람", "role holder"),
    status=Status.APPROVED,
    evidence=EVIDENCE,
    created=CREATED,
    changed=CREATED,
)


def like(number: int, **changes: object) -> Question:
    """Return the sample question with another id and `changes`."""
    number_id = f"11111111-0000-4000-8000-{number:012}"
    changed: Question = replace(CHOICE, **({"id": number_id} | changes))  # type: ignore[arg-type]
    return changed


CLOZE = like(2, forms=(Form.CLOZE,))
CARD = like(3, forms=(Form.TYPED, Form.CARD))
TYPED = like(4, forms=(Form.TYPED,))
TRUTH = like(
    5,
    prompt="2019년에 관장은 박새봄이었다.",
    answer=Answer(AnswerKind.TRUTH, ("false",)),
    wrong=(),
    cloze="",
    forms=(Form.TRUTH,),
)
LIST = like(
    6,
    prompt="개관식에 온 세 사람은 누구인가?",
    answer=Answer(AnswerKind.LIST, (), (("이한결", "李汉杰"), ("박새봄",), ("최가람",))),
    wrong=(),
    cloze="",
    forms=(Form.CARD,),
)
ORDER = like(
    7,
    prompt="도서관이 생긴 차례대로 말하라.",
    answer=Answer(AnswerKind.ORDER, (), (("설계",), ("착공", "기공"), ("개관",))),
    wrong=(),
    cloze="",
    forms=(Form.ORDER, Form.TYPED, Form.CARD),
)
PAIRS = like(
    8,
    prompt="누가 무슨 일을 했는가?",
    answer=Answer(AnswerKind.PAIRS, (), (("이한결", "관장"), ("최가람", "시장"))),
    wrong=(),
    cloze="",
    forms=(Form.MATCH, Form.CARD),
)
BANK = Bank(
    "22222222-0000-4000-8000-000000000001",
    "한빛도서관",
    "ko",
    (ARTICLE,),
    (CHOICE, CLOZE, CARD, TYPED, TRUTH, LIST),
)
ENGLISH_BANK = Bank(
    "22222222-0000-4000-8000-000000000002",
    "The hall",
    "en",
    (ENGLISH,),
    (
        like(
            101,
            prompt="When did the hall open?",
            answer=Answer(AnswerKind.NUMBER, ("1998",)),
            wrong=(Option("1898"), Option("1989"), Option("None of the above")),
            cloze="The hall opened in {{1998}}.",
            explanation="",
            evidence=HALL,
        ),
        like(102, answer=Answer(AnswerKind.TRUTH, ("true",)), evidence=HALL),
    ),
)


def edited(bank: Bank, question_id: str, **changes: object) -> Bank:
    """Return `bank` with one question changed a day later."""
    return replace(
        bank,
        questions=tuple(
            replace(q, changed=LATER, **changes)  # type: ignore[arg-type]
            if q.id == question_id
            else q
            for q in bank.questions
        ),
    )
