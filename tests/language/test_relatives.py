"""Relative clauses and pairs of appositions that ask for the noun they describe."""

MORE = " 서하은은 시인이다. 한누리는 화가이다. ‘누리다리’는 높다."


def test_a_pair_of_appositions_asks_who_it_is(asked):
    found = asked(
        "서하은의 제자이자 한누리의 스승인 문가람은 1920년 가온학교를 세웠다." + MORE
    )
    prompt = "서하은의 제자이자 한누리의 스승인 인물은 누구인가?"
    assert found.get(prompt) == "문가람", found


def test_the_longest_of_all_is_asked_with_all_of_what(asked):
    found = asked(
        "우리나라에 남아 있는 나무다리 가운데 가장 긴 ‘누리다리’는 가온강에 있다." + MORE
    )
    prompt = "우리나라에 남아 있는 나무다리 가운데 가장 긴 다리는 "
    asking = [p for p in found if p.startswith(prompt)]
    assert [found[p] for p in asking] == ["누리다리"], found


def test_the_longest_without_a_group_is_not_asked(asked):
    found = asked("그중 가장 긴 ‘누리다리’는 가온강에 있다." + MORE)
    assert not any("가장 긴 다리" in prompt for prompt in found)
