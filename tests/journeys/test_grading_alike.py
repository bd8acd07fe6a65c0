"""On a device without a network an answer is graded and marked as the server does."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, Route

from quiz.core.asking import ask, grade_asked
from quiz.core.grading import Grade
from quiz.core.questions import Answer, AnswerKind, Form, Option, Question
from quiz.web.offline_views import check_data, pack_words, texts_data
from quiz.web.practice_views import MarkedOption, marked_options
from tests.graded_answers import GRADED, answer_of

STATIC = Path(__file__).parent.parent.parent / "static"
CASES = 4000
WORDS = AnswerKind.WORDS
ANSWERS = (
    *(
        Answer(WORDS, accepted)
        for accepted in (
            ("장젠펑", "張建鋒", "Zhang Jianfeng"),
            ("세종대왕", "이도"),
            ("김 총재", "김철수 총재"),
            ("데이터베이스 관리 시스템",),
            ("C++",),
            ("Café de Flore",),
            ("the Republic of Korea", "South Korea"),
            ("Dr. Jane Goodall",),
            ("ﬁnance Straße",),
            ("제2차 세계 대전",),
            ("3.5인치 디스켓",),
            ("아미노산과 단백질",),
            ("국제연합교육과학문화기구가 정한 세계문화유산 등재 기준",),
            ("$x^2 - 4x$", r"$\frac{x}{2} \times 10^{-3}$"),
            ("**장젠펑**", "H<sub>2</sub>O"),
        )
    ),
    *(
        Answer(AnswerKind.NUMBER, accepted, tolerance=tolerance)
        for accepted, tolerance in (
            (("26미터",), ""),
            (("3만 5천 명", "35,000명"), ""),
            (("1.5억 달러",), "2%"),
            (("-4도",), "0.5"),
            (("열두 살",), ""),
            (("사흘",), ""),
            (("이십오 퍼센트", "25%"), "1"),
            (("two million people",), ""),
            (("US$12.50",), ""),
            (("마흔두 명",), ""),
            (("이천십구년",), ""),
        )
    ),
    *(
        Answer(AnswerKind.DATE, accepted)
        for accepted in (
            ("2019년 9월 25일",),
            ("1903년",),
            ("2017년 10월",),
            ("25 September 2019", "2019-09-25"),
            ("3월 1일",),
        )
    ),
    *(
        Answer(AnswerKind.LIST, items=items)
        for items in (
            (("사과",), ("배",), ("감",)),
            (("마윈", "Jack Ma"), ("장융",), ("왕젠",), ("후샤오밍",)),
            (("북한산",), ("한라산",)),
            (("red",), ("green", "lime"), ("blue",)),
        )
    ),
    Answer(AnswerKind.ORDER, items=(("씨앗",), ("새싹",), ("줄기",), ("꽃",), ("열매",))),
    Answer(
        AnswerKind.PAIRS, items=(("서울", "한강"), ("파리", "센강"), ("런던", "템스강"))
    ),
    Answer(AnswerKind.TRUTH, ("true",)),
    *dict.fromkeys(answer_of(kind, expected) for kind, expected, *_ in GRADED),
)
ENDINGS = (
    "은 는 이 가 을 를 입니다 이에요 이다 에서 씨 님 선생님 총재 회장님 . ! 년 년도 월 일"
)
OTHERS = (
    "명 사람 원 달러 % 미터 m 살 세 약 대략 about the a Mr. 만 억 천 십 , 1 0 여든 20th"
)
ENGLISH = (
    "the of in It's It is Dr and by to from s es ed ing ise ize our or one two twenty"
    " -three hundred million half a and a half II 's n't not km hours old first ee er"
)
ADDED = (*ENDINGS.split(), *OTHERS.split(), *ENGLISH.split())
LETTERS = "가각힣ㄱabzAZ019.,-+# ·、/年月é$^²₃{}()−×øæ'’&"
SEPARATORS = (", ", "、", " 그리고 ", " ", "와 ", "이랑 ", "·", "\n", " and ", "/", ";")


LISTED = tuple(
    Answer(WORDS, (text,)) for text in ("장젠펑", "**굵은** 글씨", "a < b & c", "$x^2$")
)


def variants(random: Random, answer: Answer) -> str:
    """Return something that a learner might write, more or less right."""
    known = list(answer.accepted) or [text for item in answer.items for text in item]
    if answer.items and random.random() < 0.8:
        text = told_in_parts(random, answer)
    else:
        text = random.choice(known)
    for _ in range(random.choice([0, 0, 1, 1, 2, 3])):
        text = changed(random, text)
    return text


def told_in_parts(random: Random, answer: Answer) -> str:
    parts = [random.choice(item) for item in answer.items]
    if random.random() < 0.6:
        random.shuffle(parts)
    if random.random() < 0.4:
        parts.pop()
    if random.random() < 0.2:
        parts.append(random.choice(["귤", "노랑", parts[0]]) if parts else "귤")
    return random.choice(SEPARATORS).join(parts)


def changed(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    match random.randrange(8):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + random.choice(LETTERS) + text[at:]
        case 2:
            return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
        case 3:
            return text + random.choice(["", " "]) + random.choice(ADDED)
        case 4:
            return random.choice(ADDED) + random.choice(["", " "]) + text
        case 5:
            return random.choice([text.upper(), text.lower(), f"  {text} "])
        case 6:
            return text.replace(" ", "")
    return text[:at] + " " + text[at:]


def question_with(answer: Answer) -> Question:
    wrong = (Option("장젠핑"), Option("27미터"), Option("밤, 배, 감"), Option("귤, 밤"))
    gap = answer.accepted[0] if answer.accepted else answer.shown
    return Question("id", "?", answer, wrong=wrong, cloze=f"앞 {{{{{gap}}}}} 뒤.")


def forms_of(answer: Answer) -> tuple[Form, ...]:
    match answer.kind:
        case AnswerKind.ORDER:
            return (Form.ORDER, Form.TYPED, Form.CARD)
        case AnswerKind.PAIRS:
            return (Form.MATCH, Form.CARD)
        case AnswerKind.TRUTH:
            return (Form.TRUTH, Form.CARD)
        case AnswerKind.LIST:
            return (Form.SEVERAL, Form.CLOZE, Form.TYPED, Form.TYPED)
    return (Form.CHOICE, Form.TRUTH, Form.CLOZE, Form.TYPED, Form.TYPED, Form.TYPED)


def given_to(random: Random, form: Form, answer: Answer) -> str:
    match form:
        case Form.TRUTH:
            return random.choice(["true", "false", ""])
        case Form.CARD:
            return random.choice(["again", "good", "hard", "easy", ""])
        case Form.MATCH:
            return "\n".join(
                random.choice([*answer.items, ("", "")])[1] for _ in answer.items
            )
        case Form.ORDER | Form.SEVERAL:
            parts = [item[0] for item in answer.items] + ["귤"]
            picked = random.sample(parts, random.randint(1, len(parts)))
            return "\n".join(picked if random.random() < 0.7 else parts[:-1])
    return variants(random, answer)


def option_data(option: MarkedOption) -> dict[str, Any]:
    return {
        "text": option.text,
        "mark": option.mark,
        "note": option.note,
        "pieces": [{"text": piece.text, "how": piece.how} for piece in option.pieces],
        "isTyped": option.is_typed,
    }


def marking_case(random: Random, number: int) -> dict[str, Any]:
    """Return one answer with its marks; the learner may have had the last word on it."""
    answer = random.choice((*ANSWERS, *LISTED))
    form, language = random.choice(forms_of(answer)), random.choice(["ko", "en"])
    asked = ask(question_with(answer), form, str(number))
    given = given_to(random, form, answer)
    if asked.options and random.random() < 0.8:
        some = random.sample(asked.options, random.randint(1, len(asked.options)))
        given = "\n".join(some if form is not Form.CHOICE else some[:1])
    verdict = grade_asked(asked, given, language)
    counts = Grade.RIGHT if random.random() < 0.2 else verdict.grade
    marks = marked_options(asked, given, counts, verdict)
    return {
        "check": check_data(asked, language),
        "texts": texts_data(asked),
        "given": given,
        "told": {"off": verdict.off.value if verdict.off else None},
        "counts": counts.value,
        "marks": [option_data(option) for option in marks],
    }


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    random, made = Random(2026), []
    for number in range(CASES):
        answer = random.choice(ANSWERS)
        form, language = random.choice(forms_of(answer)), random.choice(["ko", "en"])
        asked = ask(question_with(answer), form, str(number))
        given = given_to(random, form, answer)
        verdict = grade_asked(asked, given, language)
        made.append(
            {
                "check": check_data(asked, language),
                "given": given,
                "grade": verdict.grade.value,
                "off": verdict.off.value if verdict.off else None,
                "expected": verdict.expected,
                "missing": list(verdict.missing),
                "extra": list(verdict.extra),
            }
        )
    return made


def open_scripts(page: Page) -> None:
    """Show a page that can import the scripts, without a server."""
    page.route("http://quiz.test/static/*", lambda route: route.fulfill(path=script(route)))
    page.route("http://quiz.test/", lambda route: route.fulfill(body="<title>-</title>"))
    page.goto("http://quiz.test/")


def graded_there(page: Page, cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Grade as a device does that has no network."""
    open_scripts(page)
    told: list[dict[str, Any]] = page.evaluate(
        """async (cases) => {
          const { grade } = await import("/static/grading.js");
          return cases.map(({ check, given }) => grade(check, given));
        }""",
        cases,
    )
    return told


def script(route: Route) -> Path:
    return STATIC / route.request.url.rpartition("/")[2]


def test_a_device_grades_english_answers_as_the_table_says(page: Page) -> None:
    cases = []
    for kind, expected, given, _ in GRADED:
        asked = ask(Question("id", "?", answer_of(kind, expected)), Form.TYPED, "seed")
        cases.append({"check": check_data(asked, "en"), "given": given})
    told = [each["grade"] for each in graded_there(page, cases)]
    rows = zip(GRADED, told, strict=True)
    assert [(*row, grade) for row, grade in rows if row[3] != grade] == []


def test_both_sides_grade_thousands_of_answers_alike(
    page: Page, cases: list[dict[str, Any]]
) -> None:
    told = graded_there(page, cases)
    apart = [
        (case["check"], case["given"], case["grade"], case["off"], there)
        for case, there in zip(cases, told, strict=True)
        if there != {name: case[name] for name in there}
    ]
    assert apart[:10] == []
    assert {case["grade"] for case in cases} == {"right", "close", "wrong"}
    each = [sum(c["grade"] == g for c in cases) for g in ("right", "close", "wrong")]
    assert min(each) > CASES // 20


def test_both_sides_mark_every_form_alike(app: Flask, page: Page) -> None:
    random = Random(20261123)
    with app.test_request_context(headers={"Accept-Language": "ko"}):
        cases = [marking_case(random, number) for number in range(1500)]
        words = pack_words()
    open_scripts(page)
    told = page.evaluate(
        """async ([cases, words]) => {
          const { marked } = await import("/static/marking.js");
          return cases.map(({ check, texts, given, told, counts }) =>
            marked(check, texts, given, told, counts, words));
        }""",
        [cases, words],
    )
    apart = [
        (case["check"]["form"], case["given"], case["marks"], there)
        for case, there in zip(cases, told, strict=True)
        if there != case["marks"]
    ]
    assert apart[:5] == []
    notes = {option["note"] for case in cases for option in case["marks"]}
    assert {words[name] for name in ("mine", "mine_right", "right", "not_chosen")} < notes
    assert any(option["pieces"] for case in cases for option in case["marks"])
    assert {case["check"]["form"] for case in cases} == set(Form)
