"""A clause with a gap."""

from collections.abc import Callable

import pytest

from quiz.language import Draft


def clozes(draft: Callable[..., Draft], text: str) -> dict[str, str]:
    return {q.answer.shown: q.cloze for q in draft(text).questions}


def test_a_cloze_is_the_answers_own_clause(draft):
    found = clozes(
        draft, "Ada Marsh founded the Harlow Museum in 1911, and many people came."
    )
    assert found["1911"] == "Ada Marsh founded the Harlow Museum in {{1911}}."


def test_a_pronoun_in_a_cloze_is_said_as_its_name(draft):
    found = clozes(draft, "Ada Marsh was born in Oslo. She moved to Bergen in 1890.")
    assert found["1890"] == "Ada Marsh moved to Bergen in {{1890}}."


def test_the_article_and_about_stay_outside_the_gap(draft):
    text = (
        "Ada Marsh led the Harlow Museum for about 12 years. She bought a printing press."
    )
    found = " ".join(clozes(draft, text).values())
    assert "about {{12}} years" in found
    assert "a {{printing press}}" in found


def test_many_of_nobody_knows_what_are_no_gap(draft):
    found = clozes(
        draft, "The Tarn Caves decayed in 1952. Many were turned into hotels in Bergen."
    )
    assert not any(cloze.startswith("Many ") for cloze in found.values())


@pytest.mark.parametrize(
    "text",
    [
        "Marlow were ahead after nine minutes when Colin Hart.",
        "Uppsala University said 2016 researchers had counted 300 nests in Denby.",
    ],
)
def test_a_gap_does_not_hide_that_the_sentence_is_broken_off(draft, text):
    found = clozes(draft, f"{text} Ada Marsh was born in 1911.")
    assert found["1911"]
    assert not any("nine" in c or "2016" in c for c in found.values()), found
