"""Whether what the cuts leave of a clause is one whole statement."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.language.drafts import Draft
from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.facts.enumerations import is_mixed
from quiz.language.english.pipeline import with_words_of_gap
from quiz.language.english.wholeness import is_dismembered
from quiz.language.english.wordlists import Kind

Read = Callable[[str], list[Reading]]


@pytest.mark.parametrize(
    ("text", "gone", "torn"),
    [
        ("Cold winds slowed the old ship.", {"winds"}, True),
        ("Cold winds slowed the old ship.", {"ship"}, True),
        ("Cold winds slowed the old ship.", {"old"}, False),
        ("Cold winds slowed the old ship.", set(), False),
    ],
)
def test_a_verb_keeps_its_subject_and_an_adjective_its_noun(
    read: Read, text: str, gone: set[str], torn: bool
) -> None:
    doc = read(text)[0].sentence.doc
    own = {t.i for t in doc}
    left = {t.i for t in doc if t.text not in gone}
    assert is_dismembered(left, own, doc) is torn


def test_places_in_two_parts_of_a_sentence_are_no_list(read: Read) -> None:
    doc = read("The lake lies between Ord in the north and Tarn in the south.")[
        0
    ].sentence.doc
    words = {t.text: t for t in doc}
    assert is_mixed([words["north"], words["Tarn"]])
    assert not is_mixed([words["Ord"], words["Tarn"]])


def test_work_that_is_given_to_her_is_not_hers(draft: Callable[..., Draft]) -> None:
    text = (
        "Ada Marsh was born in Harlow in 1857. She came to Tarnford in 1878. Ole Hill gave "
        "her part-time clerical work in 1879."
    )
    found = [t for q in draft(text, "Ada Marsh").questions for t in (q.prompt, q.cloze)]
    assert not any("Marsh's part-time" in t for t in found)


def test_things_called_after_her_keep_her_surname(
    draft: Callable[..., Draft],
) -> None:
    text = (
        "Ada Marsh was born in Harlow in 1857. During the war over 100,000 Marsh fans were "
        "issued to troops."
    )
    found = [t for q in draft(text, "Ada Marsh").questions for t in (q.prompt, q.cloze)]
    assert not any("Ada Marsh fans" in t for t in found)


def test_an_answer_says_what_stands_in_its_gap(read: Read) -> None:
    sentence = read("Crews needed almost six hours.")[0].sentence
    six = Candidate("quantity", sentence, 13, 23, "", ("almost six", "six"), Kind.NUMBER)
    found = with_words_of_gap(six, "Crews needed almost {{six}} hours.")
    assert found.accepted == ("six", "almost six")
    named = replace(six, names=Kind.THING)
    assert with_words_of_gap(named, "Crews needed almost {{six}} hours.") == named
