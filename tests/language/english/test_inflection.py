"""Forms of verbs and nouns."""

import pytest

from quiz.language.english.inflection import (
    article_for,
    past,
    plural_verb,
    singular_verb,
    third_person,
)


@pytest.mark.parametrize(
    ("lemma", "third", "before"),
    [("carry", "carries", "carried"), ("teach", "teaches", "taught"),
     ("weigh", "weighs", "weighed"), ("be", "is", "was"), ("play", "plays", "played")],
)  # fmt: skip
def test_verbs_are_inflected(lemma, third, before):
    assert (third_person(lemma), past(lemma)) == (third, before)


def test_a_verb_agrees_with_one_or_with_several():
    assert singular_verb("were", "be", "VBD") == "was"
    assert singular_verb("make", "make", "VBP") == "makes"
    assert singular_verb("made", "make", "VBD") == "made"
    assert plural_verb("has", "have", "VBZ") == "have"
    assert plural_verb("makes", "make", "VBZ") == "make"


@pytest.mark.parametrize(
    ("noun", "article"), [("engineer", "an"), ("union", "a"), ("hour", "an"), ("dog", "a")]
)
def test_an_article_fits_its_noun(noun, article):
    assert article_for(noun) == article
