"""The town of a report, said where a wording names no place."""

from collections.abc import Callable
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


def test_a_shelter_of_a_body_is_told_with_the_town(draft: Callable[..., Draft]) -> None:
    report = f"{REPORT} The Red Cross opened a shelter on Thursday."
    found = texts_of(draft(report, "Ban on watering is over", DAY))
    assert any(t.startswith("In Harlow, the {{Red Cross}} opened") for t in found)


def test_the_building_of_a_headline_is_put_in(draft: Callable[..., Draft]) -> None:
    text = (
        "More than 900 people queued on Saturday to swim in Harlow Lido, which had been "
        "closed for years. Repairs were put at £600,000. The lido was shut in 2013."
    )
    found = texts_of(draft(text, "Hundreds queue as Harlow Lido reopens", DAY))
    assert "At Harlow Lido, repairs were put at {{£600,000}}." in found
    assert not any("At Harlow Lido" in t and "the lido" in t for t in found)


def test_what_a_lighthouse_has_is_told_with_its_name(draft: Callable[..., Draft]) -> None:
    text = (
        "The Ord Lighthouse stands on a reef in the Tarn Sea. The Ord Lighthouse was lit "
        "in 1811. The tower is 35 metres high."
    )
    found = texts_of(draft(text, "Ord Lighthouse"))
    assert "At the Ord Lighthouse, how high is the tower?" in found
