"""Causes of our own making, asked with why."""


def test_what_follows_so_is_asked_by_what_stands_before(asked):
    found = asked("The locks of the Harlow Canal leaked, so the Harlow Canal was closed.")
    answer = found.get("Why was the Harlow Canal closed?")
    assert answer == "because the locks of the Harlow Canal leaked", found


def test_they_after_a_cause_is_the_cause_s_own_subject(asked):
    found = asked("Because root hairs are so thin, they can slip between grains of sand.")
    assert "because root hairs are so thin" in found.values(), found
    assert not any("they" in p.split() for p in found)


def test_so_dry_that_is_a_cause(asked):
    found = asked("The Corve River was so shallow that the Harlow Mill closed in 1921.")
    answer = found.get("Why did the Harlow Mill close in 1921?")
    assert answer == "because the Corve River was so shallow", found
