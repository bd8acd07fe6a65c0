"""The hall, the mayor: said as the article first told of them."""


def test_a_name_beside_an_office_is_the_answer(asked):
    found = asked("The mayor of Harlow, Edith Moran, opened the Corn Bridge in 1932.")
    assert found.get("Who opened the Corn Bridge in 1932?") == "Edith Moran", found


def test_the_name_stands_for_the_words_before_it(asked):
    found = asked("The town's oldest ferry, the Bluebell, sank near Bergen in 1951.")
    assert found.get("In which year did the Bluebell sink near Bergen?") == "1951", found


def test_the_hall_is_the_hall_that_was_described(asked):
    found = asked(
        "Fans filled the concert hall at Pinewood Quay every week. Storms damaged the hall "
        "in 1953."
    )
    wanted = "In which year did storms damage the concert hall at Pinewood Quay?"
    assert found.get(wanted) == "1953", found


def test_a_noun_for_two_things_is_not_filled_in(asked):
    found = asked(
        "Fans filled the concert hall at Pinewood Quay every week. A hall in Bergen burnt. "
        "Storms damaged the hall in 1953."
    )
    assert not any("Pinewood Quay in 1953" in p or "damage the" in p for p in found), found
