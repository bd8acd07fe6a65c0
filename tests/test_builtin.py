"""The banks that come with the program: whole, proven, and asking what they must."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import combinations

import pytest

from quiz.actions.set_up import BUILTIN
from quiz.core.article import clean_text
from quiz.core.asking import (
    LADDER,
    ask,
    choose_form,
    grade_asked,
    statement_of,
)
from quiz.core.grading import Grade, grade_choice
from quiz.core.particle_agreement import agree
from quiz.core.questions import (
    FORMS_OF,
    AnswerKind,
    Bank,
    Form,
    Question,
    Status,
    around_gap,
    checked,
    cloze_answer,
    fits_gap,
    plain,
)
from quiz.formats.bank_file import read_bank, write_bank
from quiz.language.korean.josa import TWO_FORMED, fitting
from tests.must_ask import MUST_ASK

FOLDER = files("quiz").joinpath("builtin")
NAMES = BUILTIN
LONGEST_PROMPT = {"ko": 75, "en": 120}  # three or four lines on a phone of 360 px
TRUTH_AND_STEPS = frozenset({AnswerKind.TRUTH, AnswerKind.ORDER})
# Endings stand before a space, a full stop or a quotation mark; 이었 and 이라 go on.
PARTICLE = re.compile(
    rf"(?:이었|였)(?=[가-힣])|(?:{'|'.join(TWO_FORMED)}|다)(?=[\s.,’”)]|$)"
)


@cache
def bank_of(name: str) -> Bank:
    return read_bank(FOLDER.joinpath(f"{name}.quiz.json").read_bytes())


ALL = [question for name in NAMES for question in bank_of(name).questions]
LANGUAGE = {q.id: bank_of(name).language for name in NAMES for q in bank_of(name).questions}


def variants(question: Question) -> tuple[str, ...]:
    answer = question.answer
    return (*answer.accepted, *(text for item in answer.items for text in item))


def stands_in(text: str, prompt: str) -> bool:
    """Tell whether `text` can be read in `prompt`, but not 20 in 2019 or DI in did."""
    words = re.escape(text.casefold())
    return bool(re.search(rf"(?<![a-z\d]){words}(?![a-z\d])", prompt.casefold()))


def named(questions: list[Question]) -> pytest.MarkDecorator:
    ids = [question.prompt for question in questions]
    return pytest.mark.parametrize("question", questions, ids=ids)


def true_or_false(question: Question) -> bool:
    return Form.TRUTH in question.forms


def test_there_is_a_bank_in_each_language_of_the_interface() -> None:
    assert {bank_of(name).language for name in NAMES} == {"ko", "en"}


def test_every_bank_file_is_brought_in() -> None:
    there = {f.name for f in FOLDER.iterdir() if f.name.endswith(".quiz.json")}
    assert there == {f"{name}.quiz.json" for name in NAMES}


def test_the_banks_share_no_id() -> None:
    """Else one would be taken for the other where it is brought in."""
    banks = [bank_of(name) for name in NAMES]
    ids = [bank.id for bank in banks] + [a.id for bank in banks for a in bank.articles]
    ids += [question.id for question in ALL]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", NAMES)
def test_a_bank_carries_the_article_beside_it_under_its_ids(name: str) -> None:
    about = tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    text = FOLDER.joinpath(f"{name}.txt").read_text(encoding="utf-8")
    bank = bank_of(name)
    (article,) = bank.articles
    assert (bank.id, bank.language) == (about["bank"], about["language"])
    assert (article.id, article.title) == (about["id"], about["title"])
    assert article.date is not None
    assert (article.date.isoformat(), article.source) == (about["date"], about["source"])
    assert article.text == clean_text(text)


@pytest.mark.parametrize("name", NAMES)
def test_a_bank_file_is_as_the_program_writes_it(name: str) -> None:
    content = FOLDER.joinpath(f"{name}.quiz.json").read_bytes()
    assert write_bank(read_bank(content)) == content


@pytest.mark.parametrize("name", NAMES)
def test_a_bank_has_many_questions_in_the_order_of_its_article(name: str) -> None:
    questions = bank_of(name).questions
    places = [(q.evidence.start, q.evidence.answer_start) for q in questions if q.evidence]
    assert 60 <= len(questions) <= 100
    assert len(places) == len(questions)
    assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_prompts_of_a_bank_are_alike(name: str) -> None:
    prompts = [plain(question.prompt) for question in bank_of(name).questions]
    assert len(set(prompts)) == len(prompts)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_questions_of_a_bank_ask_one_answer_with_one_gap(name: str) -> None:
    """The same sentence with the same gap would be the same question twice."""
    gaps = [q.cloze for q in bank_of(name).questions if q.cloze]
    assert [a for a, b in combinations(gaps, 2) if a == b] == []


@named(ALL)
def test_every_question_is_approved_and_can_be_asked(question: Question) -> None:
    assert question.status is Status.APPROVED
    assert checked(question) is question


@named(ALL)
def test_every_prompt_is_short_and_does_not_tell_its_answer(question: Question) -> None:
    assert len(question.prompt) <= LONGEST_PROMPT[LANGUAGE[question.id]]
    if question.answer.kind in TRUTH_AND_STEPS:
        return
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
    if answer.kind is AnswerKind.TRUTH:  # the words that decide it
        return bool(plain(proof))
    groups = answer.items or (answer.accepted,)
    told = plain(proof)
    return all(any(shares(plain(text), told) for text in group) for group in groups)


def shares(text: str, told: str) -> bool:
    """A noun made of a verb differs at its end: 이어받는 것, 이어받는다."""
    return text in told or (told.endswith("다") and text.startswith(told[:-1]))


@named([q for q in ALL if q.cloze])
def test_the_gap_of_a_cloze_holds_an_accepted_answer(question: Question) -> None:
    gap, told = cloze_answer(question.cloze), {*question.answer.accepted}
    if question.answer.kind is AnswerKind.LIST and not true_or_false(question):
        assert fits_gap(gap, question.answer)  # “cloud and device” reads well
    else:  # as the wrong options are written, or true statements would be told apart
        assert gap in {*told, question.answer.shown}


@named(ALL)
def test_a_new_learner_is_asked_a_choice_of_four_or_true_or_false(
    question: Question,
) -> None:
    if question.answer.kind in FORMS_OF:
        assert choose_form(question, None, "seed") in FORMS_OF[question.answer.kind]
        return
    assert choose_form(question, None, "seed") in LADDER[0]
    shown = ask(question, Form.CHOICE, "seed").options
    assert len({plain(option) for option in shown}) == 4


@named([q for q in ALL if Form.TYPED in q.forms])
def test_a_typed_answer_is_right_in_each_accepted_variant(question: Question) -> None:
    given = [*question.answer.accepted, question.answer.shown, *changed_lists(question)]
    verdicts = {text: graded(text, question) for text in given}
    assert [t for t, verdict in verdicts.items() if verdict is not Grade.RIGHT] == []


def graded(text: str, question: Question) -> Grade:
    asked = ask(question, Form.TYPED, "seed")
    return grade_asked(asked, text, LANGUAGE[question.id]).grade


def changed_lists(question: Question) -> list[str]:
    """Return the list backwards and with each of its members in each other variant."""
    items = question.answer.items
    first = [item[0] for item in items]
    if question.answer.kind is AnswerKind.ORDER:
        return []
    return [
        ", ".join([*reversed(first[:at]), variant, *first[at + 1 :]])
        for at, item in enumerate(items)
        for variant in item
    ]


@named(ALL)
def test_each_wrong_option_is_graded_as_wrong(question: Question) -> None:
    for text in (option.text for option in question.wrong):
        assert grade_choice(text, question.answer).grade is Grade.WRONG
        typed = graded(text, question)
        if question.answer.kind is AnswerKind.LIST:  # some members may be right
            assert typed is not Grade.RIGHT, text
        else:
            assert typed is Grade.WRONG, text


@named([q for q in ALL if true_or_false(q) and LANGUAGE[q.id] == "ko"])
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


@named([q for q in ALL if true_or_false(q) and q.wrong])
def test_both_true_and_false_statements_are_made(question: Question) -> None:
    said = {statement_of(question, str(seed)) for seed in range(40)}
    assert {is_true for _, is_true in said} == {True, False}
    assert {text for text, is_true in said if is_true}.isdisjoint(
        text for text, is_true in said if not is_true
    )


@pytest.mark.parametrize(
    ("name", "pattern", "answer"),
    [(name, *fact) for name, facts in MUST_ASK.items() for fact in facts],
)
def test_a_bank_asks_what_it_must(name: str, pattern: str, answer: str) -> None:
    asked = [
        question.prompt
        for question in bank_of(name).questions
        if re.search(pattern, question.prompt) and answer in variants(question)
    ]
    assert asked


def test_every_kind_of_answer_is_asked_in_english() -> None:
    kinds = {question.answer.kind for question in bank_of("yunqi-2019.en").questions}
    assert kinds == set(AnswerKind)


@named([q for q in ALL if LANGUAGE[q.id] == "en" and q.cloze])
def test_english_statements_have_no_article_twice(question: Question) -> None:
    """“the {{the Hanguang 800}}”: the gap or what stands before it has it, not both."""
    before, _ = around_gap(question.cloze)
    for told in (cloze_answer(question.cloze), *(o.text for o in question.wrong)):
        both = re.search(r"\b(?:the|an?) (?:the|an?)\b", f"{before}{told}", re.IGNORECASE)
        assert both is None, f"{before}{told}"
        assert not re.search(r"\ba [aeiou]|\ban [^aeiou]", f"{before}{told}"), told
