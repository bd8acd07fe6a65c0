"""Words near in meaning are found for known words only."""

from quiz.language.korean.related_words import is_common, is_known, related


def test_a_known_word_has_words_of_its_kind_near():
    assert {"갈치", "청어"} <= set(related("고등어").words)
    assert related("배추").sure


def test_an_unknown_word_has_nothing_near():
    assert related("가나다라마바사아").words == ()
    assert not related("가나다라마바사아").sure


def test_a_word_of_two_senses_is_left_to_the_text():
    assert related("주역").words == ()
    assert related("주역").sure


def test_common_nouns_are_told_from_names_nobody_knows():
    assert is_common("도서관")
    assert is_known("이순신")
    assert not is_known("서가람")
