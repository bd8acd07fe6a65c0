"""What the end of a name tells."""

import pytest

from quiz.language.korean.type_nouns import tail_noun
from quiz.language.korean.wordlists import Kind


@pytest.mark.parametrize(
    ("name", "kind", "noun"),
    [
        ("진흥왕", Kind.PERSON, "왕"),
        ("명성황후", Kind.PERSON, ""),
        ("인현왕후", Kind.PERSON, "왕비"),
        ("선덕여왕", Kind.PERSON, "여왕"),
        ("장영실", Kind.PERSON, ""),
        ("평양성", Kind.THING, "성"),
        ("신라군", Kind.THING, "군대"),
        ("안동도호부", Kind.THING, "관청"),
        ("가온문학관", Kind.THING, "문학관"),
        ("특성", Kind.THING, ""),
    ],
)
def test_the_end_of_a_name_tells_its_noun(name, kind, noun):
    assert tail_noun(name, kind) == noun
