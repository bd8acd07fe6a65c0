"""Words that Kiwi finds near tell the group, where they agree."""

from quiz.language.korean.related_words import is_common, is_known, related, voted


def test_a_fish_that_is_in_no_group_is_among_fish():
    assert related("삼치").group is None or related("삼치").group.kind == "물고기"
    assert related("고등어").group.kind == "물고기"


def test_an_unknown_word_has_nothing_near():
    assert related("가나다라마바사아").words == ()


def test_a_split_vote_is_none():
    assert voted(["배추", "상추", "바이올린", "첼로"]) is None
    assert voted(["배추", "상추", "시금치", "미나리"]).kind == "잎채소"


def test_common_nouns_are_told_from_names_nobody_knows():
    assert is_common("도서관")
    assert is_known("이순신")
    assert not is_known("서가람")
