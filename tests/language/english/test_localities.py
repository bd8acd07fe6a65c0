"""The town of a report, said where a wording names no place."""

from datetime import date

import pytest

from quiz.language.drafts import Draft
from quiz.language.english.glosses import sentences

from .conftest import article_of

DAY = date(2024, 2, 10)
REPORT = (
    "HARLOW — City officials on Friday lifted a ban on watering gardens. All nine schools "
    "were closed on Thursday. Ada Marsh closed her shop on Monday."
)


def texts_of(drafted: Draft) -> list[str]:
    return [t for q in drafted.questions for t in (q.prompt, q.cloze)]


def test_a_dateline_is_no_part_of_the_first_sentence():
    first = sentences(article_of(REPORT))[0]
    assert first.text.startswith("City officials")
    assert REPORT[first.span.start : first.span.end] == first.text


def test_the_town_of_the_dateline_is_put_in(draft):
    found = texts_of(draft(REPORT, "Ban on watering is over", DAY))
    assert "In Harlow, how many schools were closed on 8 February 2024?" in found


def test_no_town_is_put_in_where_a_person_is_told_of(draft):
    found = texts_of(draft(REPORT, "Ban on watering is over", DAY))
    assert not any("In Harlow" in t and "Marsh" in t for t in found)


def test_a_month_s_short_form_ends_no_sentence():
    text = "Trials have been put off until Feb. 20 so that a roof can be mended."
    assert len(sentences(article_of(text))) == 1


@pytest.mark.parametrize("asked_of", ["to Ole Marsh and Ida Hill", "of a fever"])
def test_a_birth_and_a_death_are_asked_for_without_a_tail(asked, asked_of):
    verb = "was born" if asked_of.startswith("to") else "died"
    found = asked(f"Ada Marsh, a smith, {verb} in Bergen {asked_of} on 3 May 1901.")
    assert any(prompt.endswith(("born?", "die?")) for prompt in found)
    assert not any("fever?" in prompt or "Hill?" in prompt for prompt in found)
