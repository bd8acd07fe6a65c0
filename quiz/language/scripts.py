"""Tell Korean, English, Chinese and Japanese apart by their scripts."""

import re

HANGUL = re.compile(r"[\uac00-\ud7a3\u3131-\u318e]")
KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]")
ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|was|for|that)\b", re.IGNORECASE)
# A word of Latin script counts as much as two or three syllables of Hangul.
LETTERS_A_SYLLABLE = 3


def detect_language(text: str) -> str:
    """Return "ko", "en", "zh" or "ja", or "" where the script doesn't tell."""
    hangul, kana, han, latin = (
        len(script.findall(text)) for script in (HANGUL, KANA, HAN, LATIN)
    )
    latin //= LETTERS_A_SYLLABLE
    if hangul and hangul >= max(kana, latin, han):
        return "ko"
    if kana and kana + han >= latin and kana * 10 >= han:
        return "ja"
    if han and han >= latin:
        return "zh"
    return "en" if ENGLISH.search(text) else ""
