"""What a cut or the parser broke off is not shown."""

import pytest

from quiz.language.english.gate import is_broken_off


@pytest.mark.parametrize(
    "text",
    [
        "Marlow were ahead after nine minutes when Colin Hart.",
        "2016 researchers at Uppsala University were led by Ann Berg.",
        "In satellite images only a tenth of the area had.",
        "The rates would add £11 to the bill of a household in Band D..",
        "Who did Ian Sturt say of?",
    ],
)
def test_a_broken_sentence_is_known(text: str) -> None:
    assert is_broken_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 2016 researchers at Uppsala University found the nest.",
        "By 2016 researchers at Uppsala University had found the nest.",
        "During 2016 visitors to Denby counted 300 nests.",
        "Ann Berg retired when Colin Hart took over the club.",
        "Which fund does the money come from?",
        "Of the 2016 workers at the yard, half were laid off.",
    ],
)
def test_a_whole_sentence_is_shown(text: str) -> None:
    assert not is_broken_off(text)
