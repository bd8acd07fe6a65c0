"""The banks that come with the program: whole, proven, and asking what they must."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import combinations

import pytest

from quiz.core.article import clean_text
from quiz.core.asking import LADDER, around_gap, ask, choose_form, statement_of
from quiz.core.grading import Grade, grade_answer, grade_choice
from quiz.core.particle_agreement import agree
from quiz.core.questions import (
    AnswerKind,
    Bank,
    Form,
    Question,
    Status,
    checked,
    cloze_answer,
    plain,
)
from quiz.formats.bank_file import read_bank, write_bank
from quiz.language.korean.josa import TWO_FORMED, fitting

BUILTIN = files("quiz").joinpath("builtin")
NAMES = sorted(
    file.name.removesuffix(".quiz.json")
    for file in BUILTIN.iterdir()
    if file.name.endswith(".quiz.json")
)
LONGEST_PROMPT = 75  # three lines on a phone of 360 px
# Endings stand before a space, a full stop or a quotation mark; 이었 and 이라 go on.
PARTICLE = re.compile(
    rf"(?:이었|였)(?=[가-힣])|(?:{'|'.join(TWO_FORMED)}|다)(?=[\s.,’”)]|$)"
)

# What the Korean bank must ask: a pattern in the prompt, and the answer.
MUST_ASK = [
    ("2019년 현재 알리바바 클라우드의 총재", "장젠펑"),
    ("앞서 알리바바 클라우드 총재를 지낸", "왕젠"),
    ("앞서 알리바바 클라우드 총재를 지낸", "후샤오밍"),
    ("2019년 .*최고기술책임자", "장젠펑"),
    ("2019년 다모위안의 원장", "장젠펑"),
    ("DAMO.*영어", "Discovery"),
    ("DAMO.*영어", "Adventure"),
    ("DAMO.*영어", "Momentum"),
    ("DAMO.*영어", "Outlook"),
    ("‘다모’가 가리키는", "달마대사"),
    ("달마원은 .*문파", "소림사"),
    ("달마대사의 이름을 딴", "달마원"),
    ("집무실", "도화도"),
    ("회의실", "광명정"),
    ("마윈의 별명", "풍청양"),
    ("진융은 무엇이라고 불리", "신필"),
    ("신필", "金庸"),
    *(
        ("‘5신’에 속하는", new)
        for new in ("신유통", "신금융", "신제조", "신기술", "신에너지")
    ),
    ("‘5신’ 개념을 제시한 인물", "마윈"),
    ("‘5신’ 개념을 제시한 해", "2016년"),
    ("‘DT’는 무엇의 약자", "Data Technology"),
    ("‘DI’는 무엇의 약자", "Data Intelligence"),
    ("DT.*주창한 인물", "마윈"),
    ("DT.*주창한 해", "2015년"),
    ("2019 윈치대회에서 DI.*인물", "장융"),
    ("반도체는 무엇", "한광800"),
    ("한광800.*개발을 주도한", "핑터우거반도체회사"),
    ("자체 프로젝트팀", "X실험실"),
    ("X실험실", "양자칩"),
    ("2019년에도 수여한 상", "칭청장"),
    ("칭청장.*몇 세", "35세"),
    ("칭청장.*상금", "100만 위안"),
    ("2019년 .*하루.*이미지", "10억 장"),
    ("2019년 .*하루.*동영상", "120만 시간"),
    ("2019년 .*하루.*음성 파일", "55만 시간"),
    ("2019년 .*몇 명에게 서비스", "10억 명"),
    *(
        ("AIoT 플랫폼이 쓰이는", use)
        for use in (
            "스마트 시티",
            "스마트 사무단지",
            "스마트홈",
            "스마트 제조",
            "스마트 농업",
        )
    ),
    ("슈퍼컴퓨터", "압사라"),
    ("2019년 3월.*프로그램", "차이나 게이트웨이"),
    ("몇 년 몇 월.*차이나 게이트웨이", "2019년 3월"),
    ("차이나 게이트웨이.*누구를 위한", "중국에 진출하려는 해외 사업자"),
    ("2019 윈치대회가 열린 .*도시", "항저우"),
    ("2019 윈치대회는 며칠", "3일"),
    ("윈치대회는 2019년에 몇 회", "10회"),
    ("2019년에 창립 몇 주년", "20주년"),
    ("2019 윈치대회의 주제", "데이터지능의 부상"),
    ("2019 윈치대회의 핵심 키워드 두", "전승"),
    ("2019 윈치대회의 핵심 키워드 두", "데이터"),
    ("2018년 윈치대회.*자회사", "반도체"),
    ("2018년 윈치대회.*로봇", "배달로봇"),
    ("2018년 윈치대회.*건물", "스마트 호텔"),
    ("후샤오밍은 언제부터", "2014년 11월"),
    ("후샤오밍은 .*몇 년", "4년"),
    ("2019년 현재 후샤오밍", "앤트파이낸셜"),
    ("2019년 .*기술위원회 주석", "왕젠"),
    ("왕젠이 개발을 지휘한", "시티브레인"),
    ("왕젠이 개발을 지휘한", "알리OS"),
    ("비전을 설명한 말", "수요가 끌고 기술이 민다"),
    ("석유에 빗댄", "빅데이터"),
    ("엔진에 빗댄", "컴퓨팅 능력"),
    ("기술파", "장젠펑"),
]


@cache
def bank_of(name: str) -> Bank:
    return read_bank(BUILTIN.joinpath(f"{name}.quiz.json").read_bytes())


ALL = [question for name in NAMES for question in bank_of(name).questions]


def variants(question: Question) -> tuple[str, ...]:
    answer = question.answer
    return (*answer.accepted, *(text for item in answer.items for text in item))


def stands_in(text: str, prompt: str) -> bool:
    """Tell whether `text` can be read in `prompt`; the 20 of 2019 can't."""
    words = re.escape(text.casefold())
    return bool(re.search(rf"(?<!\d){words}(?!\d)", prompt.casefold()))


def named(questions: list[Question]) -> pytest.MarkDecorator:
    ids = [question.prompt for question in questions]
    return pytest.mark.parametrize("question", questions, ids=ids)


def true_or_false(question: Question) -> bool:
    return Form.TRUTH in question.forms


def test_there_is_a_korean_bank() -> None:
    assert "yunqi-2019.ko" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_bank_carries_the_article_beside_it_under_its_ids(name: str) -> None:
    about = tomllib.loads(BUILTIN.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    text = BUILTIN.joinpath(f"{name}.txt").read_text(encoding="utf-8")
    bank = bank_of(name)
    (article,) = bank.articles
    assert (bank.id, bank.language) == (about["bank"], about["language"])
    assert (article.id, article.title) == (about["id"], about["title"])
    assert article.date is not None
    assert (article.date.isoformat(), article.source) == (about["date"], about["source"])
    assert article.text == clean_text(text)


@pytest.mark.parametrize("name", NAMES)
def test_a_bank_file_is_as_the_program_writes_it(name: str) -> None:
    content = BUILTIN.joinpath(f"{name}.quiz.json").read_bytes()
    assert write_bank(read_bank(content)) == content


@pytest.mark.parametrize("name", NAMES)
def test_a_bank_has_60_to_80_questions_in_the_order_of_its_article(name: str) -> None:
    questions = bank_of(name).questions
    places = [(q.evidence.start, q.evidence.answer_start) for q in questions if q.evidence]
    assert 60 <= len(questions) <= 80
    assert len(places) == len(questions)
    assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_prompts_of_a_bank_are_alike(name: str) -> None:
    prompts = [plain(question.prompt) for question in bank_of(name).questions]
    assert len(set(prompts)) == len(prompts)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_questions_of_a_bank_ask_one_answer_with_one_gap(name: str) -> None:
    """The same sentence with the same gap would be the same question twice."""
    gaps = [question.cloze for question in bank_of(name).questions]
    assert [a for a, b in combinations(gaps, 2) if a == b] == []


@named(ALL)
def test_every_question_is_approved_and_can_be_asked(question: Question) -> None:
    assert question.status is Status.APPROVED
    assert checked(question) is question


@named(ALL)
def test_every_prompt_is_short_and_does_not_tell_its_answer(question: Question) -> None:
    assert len(question.prompt) <= LONGEST_PROMPT
    assert [text for text in variants(question) if stands_in(text, question.prompt)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_is_proven_by_a_whole_sentence_of_the_article(name: str) -> None:
    bank = bank_of(name)
    (article,) = bank.articles
    sentences = {(span.start, span.end) for span in article.sentences}
    for question in bank.questions:
        evidence = question.evidence
        assert evidence is not None, question.prompt
        assert evidence.article == article.id
        assert (evidence.start, evidence.end) in sentences, question.prompt
        assert evidence.quote == article.text[evidence.start : evidence.end]
        proof = evidence.quote[evidence.answer_start : evidence.answer_end]
        assert says(proof, question), (question.prompt, proof)


def says(proof: str, question: Question) -> bool:
    """Tell whether `proof` names the answer: every member of a list, one variant else."""
    answer = question.answer
    groups = answer.items or (answer.accepted,)
    told = plain(proof)
    return all(any(shares(plain(text), told) for text in group) for group in groups)


def shares(text: str, told: str) -> bool:
    """A noun made of a verb differs at its end: 이어받는 것, 이어받는다."""
    return text in told or (told.endswith("다") and text.startswith(told[:-1]))


@named(ALL)
def test_the_gap_of_a_cloze_holds_an_accepted_answer(question: Question) -> None:
    told = {*question.answer.accepted, question.answer.shown}
    assert cloze_answer(question.cloze) in told


@named(ALL)
def test_a_new_learner_is_asked_a_choice_of_four_or_true_or_false(
    question: Question,
) -> None:
    assert choose_form(question, None, "seed") in LADDER[0]
    shown = ask(question, Form.CHOICE, "seed").options
    assert len({plain(option) for option in shown}) == 4


@named([q for q in ALL if Form.TYPED in q.forms])
def test_a_typed_answer_is_right_in_each_accepted_variant(question: Question) -> None:
    wrong = [option.text for option in question.wrong]
    given = [*question.answer.accepted, question.answer.shown, *changed_lists(question)]
    verdicts = {text: grade_answer(text, question.answer, "ko", wrong) for text in given}
    assert [t for t, verdict in verdicts.items() if verdict.grade is not Grade.RIGHT] == []


def changed_lists(question: Question) -> list[str]:
    """Return the list backwards and with each of its members in each other variant."""
    items = question.answer.items
    first = [item[0] for item in items]
    return [
        ", ".join([*reversed(first[:at]), variant, *first[at + 1 :]])
        for at, item in enumerate(items)
        for variant in item
    ]


@named(ALL)
def test_each_wrong_option_is_graded_as_wrong(question: Question) -> None:
    wrong = [option.text for option in question.wrong]
    for text in wrong:
        assert grade_choice(text, question.answer).grade is Grade.WRONG
        typed = grade_answer(text, question.answer, "ko", wrong)
        if question.answer.kind is AnswerKind.LIST:  # some members may be right
            assert typed.grade is not Grade.RIGHT, text
        else:
            assert typed.grade is Grade.WRONG, text


@named([q for q in ALL if true_or_false(q)])
def test_statements_are_told_with_particles_that_fit(question: Question) -> None:
    _, after = around_gap(question.cloze)
    for told in (cloze_answer(question.cloze), *(o.text for o in question.wrong)):
        assert misfit(told, agree(told, after)) is None, question.cloze


def misfit(told: str, rest: str) -> str | None:
    """Return the particle after `told` that should have been another."""
    found = PARTICLE.match(rest.lstrip("’”"))
    if found is None:
        return None
    if found[0] == "다":  # the copula: 압사라다, but 서밋이다
        return None if fitting(told, "이며") == "며" else "다"
    return None if fitting(told, found[0]) == found[0] else found[0]


@pytest.mark.parametrize(
    ("told", "rest", "found"),
    [
        ("서밋", "다.", "다"),
        ("서밋", "이다.", None),
        ("광명정", "’라고 불렀다.", "라고"),
        ("톈허", "을 개발했다.", "을"),
        ("시대", "이었다.", "이었"),
        ("도화도", "라는 이름", None),
    ],
)
def test_the_check_of_particles_finds_what_does_not_fit(
    told: str, rest: str, found: str | None
) -> None:
    assert misfit(told, rest) == found


@named([q for q in ALL if true_or_false(q)])
def test_both_true_and_false_statements_are_made(question: Question) -> None:
    said = {statement_of(question, str(seed)) for seed in range(40)}
    assert {is_true for _, is_true in said} == {True, False}
    assert {text for text, is_true in said if is_true}.isdisjoint(
        text for text, is_true in said if not is_true
    )


@pytest.mark.parametrize(("pattern", "answer"), MUST_ASK)
def test_the_korean_bank_asks(pattern: str, answer: str) -> None:
    asked = [
        question.prompt
        for question in bank_of("yunqi-2019.ko").questions
        if re.search(pattern, question.prompt) and answer in variants(question)
    ]
    assert asked
