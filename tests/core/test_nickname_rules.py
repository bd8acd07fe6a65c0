"""What may be a nickname and its password."""

import pytest

from quiz.core.nickname_rules import checked_nickname, checked_password, nickname_key
from quiz.core.problems import Problem


@pytest.mark.parametrize("name", ["하늘", "Blue  Sky", "민 준 3", "ｋｉｍ"])
def test_ordinary_nicknames_are_taken(name: str) -> None:
    assert checked_nickname(f" {name} ") == " ".join(name.split())


@pytest.mark.parametrize("name", ["", " ", "a", "!!!", "x" * 31, "a\u202eb", "가\0나"])
def test_what_nobody_can_read_or_say_is_not(name: str) -> None:
    with pytest.raises(Problem):
        checked_nickname(name)


def test_case_width_and_spacing_do_not_make_another_nickname() -> None:
    assert nickname_key("Blue Sky") == nickname_key("ＢＬＵＥsky")
    assert nickname_key("하늘") == nickname_key("하 늘") != nickname_key("하늘이")


@pytest.mark.parametrize("password", ["", "short", "aaaaaaaaaaaa", "blue sky", "x" * 201])
def test_passwords_that_are_guessed_at_once_are_refused(password: str) -> None:
    with pytest.raises(Problem):
        checked_password(password, "Blue Sky")


def test_hangul_typed_on_any_keyboard_is_the_same_password() -> None:
    whole, parts = "산 너머 남촌에는", "산 너머 남촌에는"
    assert checked_password(whole, "하늘") == checked_password(parts, "하늘")
