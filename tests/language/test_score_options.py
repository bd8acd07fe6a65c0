"""Scores stay scores of the same side, shares make a hundred, ratios stay to one."""

import random

from quiz.language.korean.score_options import moved_scores


def test_scores_stay_won_or_lost_and_shares_make_a_hundred():
    for option in moved_scores("2 대 1", "2 대 1", random.Random(1)):
        won, lost = map(int, option.split(" 대 "))
        assert won > lost
    for option in moved_scores("58 대 42", "58 대 42", random.Random(1)):
        assert sum(map(int, option.split(" 대 "))) == 100


def test_a_game_that_was_turned_round_was_not_won_to_nothing():
    prompt = "윤슬FC는 몇 대 몇으로 경기를 뒤집었는가?"
    for seed in range(9):
        for option in moved_scores("2 대 1", "", random.Random(seed), prompt):
            assert not option.endswith(" 0")


def test_a_ratio_stays_to_one():
    found = moved_scores("24 대 1", "", random.Random(1))
    assert found
    assert all(option.endswith(" 대 1") for option in found)
