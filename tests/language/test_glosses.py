"""Brackets leave the sentence and are remembered."""

from quiz.core.article import Article
from quiz.language.korean.glosses import is_hanja, is_latin, sentences
from quiz.language.korean.morphology import Sentence


def read(text: str) -> list[Sentence]:
    return sentences(Article("x", "글", text))


def test_brackets_leave_the_sentence_and_offsets_still_fit():
    text = "첫 줄이다.\n한강(漢江)은 서울(Seoul)을 지난다."
    sentence = read(text)[1]
    assert sentence.text == "한강은 서울을 지난다."
    assert [g.text for g in sentence.glosses] == ["漢江", "Seoul"]
    place = sentence.text.index("서울")
    assert sentence.in_article(place, place + 2).of(text) == "서울"


def test_a_line_without_a_predicate_is_a_heading():
    assert [s.heading for s in read("물의 순환\n물은 늘 돈다.")] == [True, False]


def test_hanja_and_latin_glosses_are_told_apart():
    assert is_hanja("漢江")
    assert not is_hanja("漢강")
    assert is_latin("Data Technology")
    assert not is_latin("약 3만 원")
