"""One vote a name over the whole article."""

import pytest

from quiz.language.english.wordlists import Kind

TEXT = (
    "Ada Marsh, an engineer, worked for the Harlow Institute in Norway. "
    "Marsh met Dr Ole Dahl at Lake Harlow. The clock was sold to the Bergen Museum."
)


@pytest.fixture
def names(read):
    return read(TEXT)[0].setting.names


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Ada Marsh", Kind.PERSON), ("Marsh", Kind.PERSON), ("Harlow Institute", Kind.BODY),
     ("Norway", Kind.COUNTRY), ("Ole Dahl", Kind.PERSON), ("Lake Harlow", Kind.PLACE),
     ("Bergen Museum", Kind.BODY)],
)  # fmt: skip
def test_a_name_has_a_kind(names, name, kind):
    assert names.kind(name) is kind


def test_a_surname_stands_for_the_full_name(names):
    assert names.whole("Marsh") == "Ada Marsh"


def test_a_title_is_no_part_of_a_name(names):
    assert "Dr Ole Dahl" not in names.counts


def test_a_medal_named_after_a_person_is_no_person(asked):
    found = asked(
        "Ada Marsh won the Arthur Cole Prize in 1921. Ben Hill was her friend.", "Ada Marsh"
    )
    assert found.get("What did Ada Marsh win in 1921?") == "the Arthur Cole Prize", found
