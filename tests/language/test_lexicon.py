"""Terms that the text marks become words."""

from quiz.core.article import Article
from quiz.language.korean.glosses import sentences
from quiz.language.korean.lexicon import marked_terms, pretokenizer


def terms(text: str) -> frozenset[str]:
    return marked_terms(sentences(Article("x", "글", text)))


def test_quoted_and_glossed_words_are_terms_and_quoted_sentences_are_not():
    found = terms("뤄양셴(洛陽仙)은 ‘하늘문’을 지나 “여기가 끝이다”라고 말했다.")
    assert {"뤄양셴", "하늘문"} <= found
    assert not any("끝이다" in term for term in found)


def test_a_gloss_of_two_latin_words_marks_two_words():
    assert "푸른 강" in terms("이곳은 푸른 강(Blue River)이라 불린다.")


def test_a_word_with_an_ending_begins_no_name():
    assert "책임자이자 푸른강" not in terms("그는 책임자이자 푸른강(Blue River) 원장이다.")


def test_terms_are_found_where_a_word_begins():
    tokens = pretokenizer(frozenset({"하늘문"}))
    assert tokens is not None
    assert tokens("하늘문은 새하늘문과 다르다") == [(0, 3, "NNP")]
    assert pretokenizer(frozenset()) is None
