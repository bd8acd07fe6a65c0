"""What may be a nickname and its password. Learners may be children without e-mail."""

import unicodedata

from quiz.core.problems import Problem

LEAST_NAME, LONGEST_NAME = 2, 30  # characters
LEAST_PASSWORD, LONGEST_PASSWORD = 8, 200


def checked_nickname(name: str) -> str:
    """Return `name` as it is shown.

    Raises:
        Problem: it can't be one.
    """
    shown = " ".join(unicodedata.normalize("NFC", name).split())
    if not LEAST_NAME <= len(shown) <= LONGEST_NAME:
        raise Problem(
            "A nickname has %(least)d to %(most)d characters.",
            least=LEAST_NAME,
            most=LONGEST_NAME,
        )
    if not nickname_key(shown) or not shown.isprintable():
        raise Problem("A nickname needs a letter or a digit.")
    return shown


def nickname_key(name: str) -> str:
    """Return a nickname as it is compared: case, width and spacing don't count."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def checked_password(password: str, name: str) -> str:
    """Return `password` in the form that is kept hashed.

    Raises:
        Problem: it is too easily guessed.
    """
    same = unicodedata.normalize("NFKC", password)  # keyboards write Hangul differently
    if len(same) < LEAST_PASSWORD:
        raise Problem(
            "Take a password of at least %(least)d characters.", least=LEAST_PASSWORD
        )
    if len(same) > LONGEST_PASSWORD:
        raise Problem(
            "Take a password of at most %(most)d characters.", most=LONGEST_PASSWORD
        )
    if len(set(same)) < 3 or nickname_key(same) == nickname_key(name):
        raise Problem("That password is guessed at once. Take another.")
    return same
