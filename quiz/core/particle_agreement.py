"""Korean particles that follow the sound before them: 책은 but 나무는."""

import re

# (after a final consonant, after a vowel); the longest first.
PAIRS = (
    ("이었", "였"), ("이다", "다"), ("이라는", "라는"), ("이라고", "라고"), ("이라", "라"),
    ("이며", "며"), ("이나", "나"), ("으로", "로"), ("은", "는"), ("이", "가"),
    ("을", "를"), ("과", "와"),
)  # fmt: skip
CLOSING = re.compile(r"[’”'\"」』》〉*`]*")
STANDS_ALONE = re.compile(r"(?=[\s,.!?’”'\")\]]|$)")
RIEUL = 8  # the final consonant after which 로 stands, not 으로
FINALS_OF_DIGITS = {"0": 21, "1": RIEUL, "3": 16, "6": 1, "7": RIEUL, "8": RIEUL}
LETTERS_WITH_FINAL = {"l": RIEUL, "m": 16, "n": 4, "r": RIEUL}
BEFORE_MORE = {"이었", "였", "이라", "이며", "이나"}  # another ending may follow


def agree(word: str, rest: str) -> str:
    """Return `rest`, which follows `word` in a sentence, with its particle made to fit."""
    final = final_sound(word)
    if final is None:
        return rest
    start = CLOSING.match(rest).end()  # type: ignore[union-attr]  # matches "" too
    mark, rest = rest[:start], rest[start:]
    for closed, opened in PAIRS:
        fit = opened if final == 0 or (final == RIEUL and closed == "으로") else closed
        for particle in (closed, opened):
            if rest.startswith(particle) and ends_there(particle, rest):
                return mark + fit + rest[len(particle) :]
    return mark + rest


def ends_there(particle: str, rest: str) -> bool:
    return particle in BEFORE_MORE or bool(STANDS_ALONE.match(rest, len(particle)))


def final_sound(word: str) -> int | None:
    """Number the final consonant that `word` is read with (0: none, None: not known)."""
    last = next((c for c in reversed(word.casefold()) if c.isalnum()), "")
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28
    if last.isdigit() and last.isascii():
        return FINALS_OF_DIGITS.get(last, 0)
    if last.isascii() and last.isalpha():
        return LETTERS_WITH_FINAL.get(last, 0)
    return None
