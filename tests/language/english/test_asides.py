"""The second comma of a name that is set off."""

from quiz.language.english.asides import closed_asides

TOLD = "A shop in Bergen, Norway, that was to have opened has been put off until 1927."


def test_a_name_set_off_keeps_its_second_comma():
    cut = "A shop in Bergen, Norway has been put off until {{1927}}."
    assert closed_asides(cut, TOLD) == (
        "A shop in Bergen, Norway, has been put off until {{1927}}."
    )


def test_a_gap_that_is_set_off_keeps_its_second_comma():
    cut = "A shop in Bergen, {{Norway}} has been put off."
    assert closed_asides(cut, TOLD) == "A shop in Bergen, {{Norway}}, has been put off."


def test_nothing_is_added_where_the_sentence_ends_or_lists():
    for wording in (
        "Who opened a shop in Bergen, Norway?",
        "Bergen, Norway and Oslo grew.",
    ):
        assert closed_asides(wording, TOLD) == wording


def test_a_longer_name_is_not_split():
    told = "Her brother, Ole, a smith, met Ada, Ole Dahl and others."
    assert closed_asides("She met Ada, Ole Dahl there.", told) == (
        "She met Ada, Ole Dahl there."
    )


def test_a_prompt_about_a_fronted_name_is_whole(asked):
    found = asked(
        "The founder of the Harlow Clock Company of Bergen, Ada Marsh, a watchmaker from "
        "the north of Norway, opened a large workshop in the old harbour of Oslo in 1911."
    )
    assert not any("Ada Marsh open" in prompt for prompt in found), found
    assert any("Ada Marsh, open" in prompt for prompt in found), found


def test_a_name_after_an_opening_is_no_aside():
    told = "As was announced, Ada Marsh, who has been ill, will retire in July."
    wording = "As was announced, {{Ada Marsh}} will retire in July."
    assert closed_asides(wording, told) == wording
