"""Groups of well-known things are clean, and the group meant is found."""

from collections import Counter

from quiz.core.questions import plain
from quiz.language.korean.peers import Group, group_of, groups, groups_of


def kind_of(group: Group | None) -> str:
    return group.kind if group else ""


def test_each_group_has_a_kind_of_its_own_and_at_least_three_members():
    found = groups()
    assert len(found) > 500
    assert max(Counter(group.kind for group in found).values()) == 1
    for group in found:
        assert len(group.members) >= 3, group.kind


def test_no_member_stands_twice_in_its_group():
    for group in groups():
        names = Counter(plain(member) for member in group.members)
        assert max(names.values()) == 1, group.kind


def test_the_group_most_told_of_is_meant():
    def told(word: str) -> int:
        return int(word in {"배추", "시금치", "유채"})

    assert kind_of(group_of("갓", told)) == "잎채소"
    assert kind_of(group_of("갓", lambda word: int(word in {"탕건", "망건"}))) == "쓰개"


def test_a_word_of_one_syllable_needs_a_sign():
    assert group_of("갓", lambda _: 0) is None


def test_the_noun_asked_for_decides():
    assert group_of("수은", lambda _: 0, "") is None
    assert kind_of(group_of("태종", lambda _: 0, "황제")) == "당나라 황제"


def test_the_nearest_of_the_row_come_first():
    (planets,) = groups_of("목성")
    assert planets.around("목성")[:2] == ["화성", "토성"]
    assert groups_of("없는 이름") == ()
