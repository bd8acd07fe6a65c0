"""Particles fit the word that was put before them."""

import pytest

from quiz.core.particle_agreement import agree


@pytest.mark.parametrize(
    ("word", "rest", "fit"),
    [
        ("왕젠", "는 총재였다.", "은 총재였다."),
        ("마윈", "가 세웠다.", "이 세웠다."),
        ("알리바바", "은 크다.", "는 크다."),
        ("항저우", "을 떠났다", "를 떠났다"),
        ("서울", "으로 갔다.", "로 갔다."),
        ("부산", "로 갔다.", "으로 갔다."),
        ("바다", "이었다.", "였다."),
        ("산", "였다.", "이었다."),
        ("DAMO", "은 연구소다.", "는 연구소다."),
        ("2017", "는 해이다", "은 해이다"),
        ("达摩院", "은 기관이다", "은 기관이다"),
        ("나무", "이다.", "다."),
        ("서밋", "다.", "이다."),
        ("숲", "다람쥐", "다람쥐"),
        ("광명정", "’라고 불렀다.", "’이라고 불렀다."),
        ("사과", " 한 개", " 한 개"),
        ("책", "가방을", "가방을"),
    ],
)
def test_a_particle_follows_the_sound_before_it(word: str, rest: str, fit: str) -> None:
    assert agree(word, rest) == fit
