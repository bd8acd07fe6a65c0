"""Choose the particle by how the word before it is read aloud."""

import re

# The pair: after a final consonant, after a vowel.
PAIRS = {
    "은": ("은", "는"), "는": ("은", "는"),
    "이": ("이", "가"), "가": ("이", "가"),
    "을": ("을", "를"), "를": ("을", "를"),
    "과": ("과", "와"), "와": ("과", "와"),
    "으로": ("으로", "로"), "로": ("으로", "로"),
    "으로서": ("으로서", "로서"), "로서": ("으로서", "로서"),
    "으로써": ("으로써", "로써"), "로써": ("으로써", "로써"),
    "이라는": ("이라는", "라는"), "라는": ("이라는", "라는"),
    "이라고": ("이라고", "라고"), "라고": ("이라고", "라고"),
    "이라": ("이라", "라"), "이나": ("이나", "나"), "나": ("이나", "나"),
    "이란": ("이란", "란"), "란": ("이란", "란"),
    "이었": ("이었", "였"), "였": ("이었", "였"),
    "아": ("아", "야"), "이며": ("이며", "며"),
}  # fmt: skip
TWO_FORMED = sorted(PAIRS, key=len, reverse=True)
CLOSING = re.compile(r"[\s\"'”’」』)\]〉》}.,!?…]+$")
BRACKET = re.compile(r"\([^()]*\)")
DIGIT_SOUND = "영일이삼사오육칠팔구"
# 10, 100, 1000 and 10,000 end as 십, 백, 천, 만; 100,000,000 as 억.
ROUND_SOUND = {1: "십", 2: "백", 3: "천", 4: "만", 5: "만", 6: "만", 7: "만", 8: "억"}
# Letters of an abbreviation whose Korean name ends in a consonant: 엘, 엠, 엔, 알.
CONSONANT_LETTERS = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
SYMBOL_SOUND = {"%": "트", "℃": "도", "㎞": "터", "㎏": "램", "㎡": "터", "$": "러"}
UNIT_SOUND = {
    "cm": "터", "km": "터", "m": "터", "mm": "터", "kg": "램", "g": "램",
    "mg": "램", "t": "톤", "ha": "르", "kW": "트", "MW": "트", "GW": "트",
    "ml": "터", "L": "터", "GB": "트", "MB": "트",
}  # fmt: skip
UNIT = re.compile(
    r"(?:\d|몇) ?(" + "|".join(sorted(UNIT_SOUND, key=len, reverse=True)) + ")$"
)
WORD_CONSONANT = re.compile(r"(?:[bcklmnpt]|ng|ck|le|ne|me)$", re.IGNORECASE)
WORD_RIEUL = re.compile(r"(?:l|le|ll)$", re.IGNORECASE)


def attach(word: str, particle: str) -> str:
    """Return `word` with `particle` in the form that fits: ("CTO", "은") -> "CTO는"."""
    return word + fitting(word, particle)


def fitting(word: str, particle: str) -> str:
    """Return the form of `particle` that fits after `word`; 에서는, 에게 stay."""
    pair = PAIRS.get(particle)
    if pair is None:
        return particle
    final = final_sound(word)
    if particle in {"으로", "로", "으로서", "로서", "으로써", "로써"} and final == "ㄹ":
        return pair[1]
    return pair[0] if final else pair[1]


def final_sound(word: str) -> str:
    """Return "" after a vowel, "ㄹ" after rieul, "ㄱ" after any other consonant."""
    word = CLOSING.sub("", BRACKET.sub("", word)) or word
    word = CLOSING.sub("", word)
    if not word:
        return ""
    last = word[-1]
    if last.isdecimal() and last.isascii():
        last = digits_sound(word)
    last = SYMBOL_SOUND.get(last, last)
    if "가" <= last <= "힣":
        return hangul_final(last)
    unit = UNIT.search(word)
    if unit:
        return hangul_final(UNIT_SOUND[unit[1]])
    if last.isascii() and last.isalpha():
        return latin_final(word)
    return ""


def hangul_final(syllable: str) -> str:
    code = (ord(syllable) - ord("가")) % 28
    if code == 0:
        return ""
    return "ㄹ" if code == 8 else "ㄱ"


def digits_sound(word: str) -> str:
    digits = re.search(r"[\d,.]*\d$", word)
    number = digits[0].replace(",", "") if digits else word[-1]
    if "." in number or number[-1] != "0" or not number.strip("0"):
        return DIGIT_SOUND[int(number[-1])]
    zeros = len(number) - len(number.rstrip("0"))
    return ROUND_SOUND.get(zeros, "억")


def latin_final(word: str) -> str:
    """Read capitals letter by letter (FBI, IMF) and other words as words (Google)."""
    run = re.search(r"[A-Za-z]+$", word)
    letters = run[0] if run else word[-1]
    if letters.isupper() or len(letters) == 1:
        sound = CONSONANT_LETTERS.get(letters[-1].upper(), "")
        return sound if sound in {"", "ㄹ"} else "ㄱ"
    if WORD_RIEUL.search(letters):
        return "ㄹ"
    return "ㄱ" if WORD_CONSONANT.search(letters) else ""
