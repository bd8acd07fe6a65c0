"""The bank file carries everything, and says what is wrong with one that is broken."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.article import Article
from quiz.core.problems import Problem
from quiz.core.questions import (
    Answer,
    AnswerKind,
    Bank,
    Evidence,
    Form,
    Medium,
    Option,
    Origin,
    Question,
    Status,
    Warning,
)
from quiz.formats.bank_file import read_bank, validator, write_bank
from tests.samples import sample_bank

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30
)
SAID = TEXTS.filter(bool)
IDS = st.uuids().map(str)
MOMENTS = st.floats(0, 4e9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
DAYS = st.none() | st.dates(date(1, 1, 1))
SIGNS = st.sampled_from(
    ["**굵게**", "$x^2$", "`a`", "- ㄱ\n- ㄴ", "\\*", "H<sub>2</sub>O", "$5"]
)
MARKED = st.lists(SIGNS | TEXTS, max_size=3).map("".join)
NAMES = st.from_regex(r"[0-9a-f]{20}\.(png|jpg|gif|webp|mp3|ogg|wav|m4a)", fullmatch=True)
MEDIA = st.builds(Medium, NAMES, st.sampled_from(["prompt", "answer"]), TEXTS)
ANSWERS = st.one_of(
    st.builds(
        Answer,
        st.sampled_from([AnswerKind.WORDS, AnswerKind.NUMBER, AnswerKind.DATE]),
        st.lists(SAID, min_size=1, max_size=3).map(tuple),
    ),
    st.builds(
        Answer,
        st.just(AnswerKind.LIST),
        st.just(()),
        st.lists(
            st.lists(SAID, min_size=1, max_size=2).map(tuple), min_size=1, max_size=3
        ).map(tuple),
    ),
    st.sampled_from(["true", "false"]).map(
        lambda truth: Answer(AnswerKind.TRUTH, (truth,))
    ),
)


@st.composite
def evidences(draw: st.DrawFn, article: Article) -> Evidence | None:
    if not article.text or draw(st.booleans()):
        return None
    start = draw(st.integers(0, len(article.text) - 1))
    end = draw(st.integers(start + 1, len(article.text)))
    first = draw(st.integers(0, end - start))
    last = draw(st.integers(first, end - start))
    return Evidence(article.id, start, end, article.text[start:end], first, last)


@st.composite
def questions(draw: st.DrawFn, article: Article) -> Question:
    return Question(
        id=draw(IDS),
        prompt=draw(MARKED),
        answer=draw(ANSWERS),
        wrong=tuple(draw(st.lists(st.builds(Option, TEXTS, TEXTS), max_size=3))),
        forms=tuple(draw(st.lists(st.sampled_from(Form), unique=True))),
        cloze=draw(TEXTS),
        explanation=draw(MARKED),
        tags=tuple(draw(st.lists(TEXTS, max_size=2))),
        difficulty=draw(st.floats(0, 1)),
        status=draw(st.sampled_from(Status)),
        evidence=draw(evidences(article)),
        origin=draw(st.builds(Origin, st.sampled_from(["rule", "person"]), TEXTS)),
        created=draw(MOMENTS),
        changed=draw(MOMENTS),
        media=tuple(draw(st.lists(MEDIA, max_size=2))),
    )


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    languages = st.sampled_from(["ko", "en", "und"])
    language = draw(languages)
    article, second = (
        Article(each, draw(TEXTS), draw(TEXTS), draw(languages), draw(DAYS), draw(TEXTS))
        for each in draw(st.lists(IDS, min_size=2, max_size=2, unique=True))
    )
    spans = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=2)
    about = st.sampled_from(["", article.id, second.id])
    warning = st.builds(Warning, TEXTS, TEXTS, spans.map(tuple), about)
    warnings = st.lists(warning, max_size=2)
    asked = st.lists(questions(article), max_size=3, unique_by=lambda each: each.id)
    return Bank(
        draw(IDS),
        draw(SAID),
        language,
        (article, second),
        tuple(draw(asked)),
        tuple(draw(warnings)),
        files=tuple(
            sorted(draw(st.dictionaries(NAMES, st.binary(max_size=9), max_size=2)).items())
        ),
    )


@given(banks())
@settings(deadline=None)
def test_any_bank_comes_back_equal_from_its_file(bank: Bank) -> None:
    assert read_bank(write_bank(bank)) == bank


@given(banks())
@settings(deadline=None, max_examples=30)
def test_every_file_that_is_written_keeps_to_the_schema(bank: Bank) -> None:
    assert list(validator().iter_errors(json.loads(write_bank(bank)))) == []


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert read_bank(b"\xef\xbb\xbf" + write_bank(sample_bank())) == sample_bank()


@given(st.binary(max_size=200))
def test_any_bytes_give_a_bank_or_a_problem(content: bytes) -> None:
    with pytest.raises(Problem):
        read_bank(content)


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_a_file_broken_at_any_place_gives_a_bank_or_a_problem(data: st.DataObject) -> None:
    whole = json.loads(write_bank(sample_bank()))
    place = data.draw(st.sampled_from(places(whole)))
    odd: st.SearchStrategy[Any] = st.sampled_from(
        [None, -1, 10**30, 1e300, "", "\ud800", "\0", "x" * 400, [], {}, True, [[]]]
    )
    put(whole, place, data.draw(odd))
    try:
        bank = read_bank(json.dumps(whole).encode())
    except Problem:
        return
    assert read_bank(write_bank(bank)) == bank


def places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of everything inside a JSON value."""
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    else:
        inside = []
    found = [(*here, key) for key, _ in inside]
    for key, each in inside:
        found += places(each, (*here, key))
    return found


def put(value: Any, path: tuple[Any, ...], odd: Any) -> None:
    for key in path[:-1]:
        value = value[key]
    value[path[-1]] = odd


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not JSON"),
        ("제목: 은행".encode(), "not JSON"),
        ("한글".encode("cp949"), "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"format": NaN}', "not JSON"),
        (b"1" * 5000, "not JSON"),
        (b"[]", "not a bank file of a version"),
        (b'{"format": "quiz-bank", "version": 2}', "not a bank file of a version"),
        (b'{"format": "anki", "version": 1}', "not a bank file of a version"),
        (b'{"format": "quiz-bank", "version": 1}', "wrong at “top”"),
    ],
)
def test_what_is_no_bank_file_gets_a_sentence(content: bytes, reason: str) -> None:
    with pytest.raises(Problem, match=reason):
        read_bank(content)


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("questions", 0, "forms", 0), "dance", "questions/0/forms/0"),
        (("questions", 0, "answer", "accepted"), [], "questions/0/answer/accepted"),
        (("questions", 0, "evidence", "quote"), "다른 말", "does not stand"),
        (("questions", 0, "evidence", "article"), str(UUID(int=5)), "does not stand"),
        (("questions", 0, "evidence", "answer_end"), 999, "does not stand"),
        (("questions", 0, "created"), "2026-02-30T00:00:00Z", "wrong"),
        (("questions", 0, "created"), "0001-01-01T00:00:00+14:00", "wrong"),
        (("articles", 0, "date"), "2026-02-30", "wrong"),
        (("questions", 0, "evidence", "start"), 1e300, "questions/0/evidence/start"),
        (("warnings", 0, "spans", 0, 1), 4.0, "warnings/0/spans/0/1"),
        (("questions", 1, "id"), "0c1f8e5e-0000-4000-8000-000000000001", "twice"),
        (("title",), "반쪽 \ud83d", "not JSON"),
        (("title",), "\0", "not JSON"),
    ],
)
def test_the_place_of_a_mistake_is_named(
    path: tuple[Any, ...], value: Any, reason: str
) -> None:
    whole = json.loads(write_bank(sample_bank()))
    put(whole, path, value)
    with pytest.raises(Problem, match=reason):
        read_bank(json.dumps(whole).encode())


def test_a_whole_character_beyond_the_first_plane_is_read_even_if_escaped() -> None:
    whole = json.loads(write_bank(sample_bank()))
    whole["title"] = "별 🌟"
    assert read_bank(json.dumps(whole, ensure_ascii=True).encode()).title == "별 🌟"
