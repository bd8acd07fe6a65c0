"""Texts as they are compared: width, case and accents folded, signs left out."""

import unicodedata


def key(text: str) -> str:
    """Keep letters, digits and the signs of C++ and C#; fold width, case and accents."""
    parted = unicodedata.normalize("NFKD", text).casefold()
    folded = "".join(c for c in parted if not "\u0300" <= c <= "\u036f")
    whole = unicodedata.normalize("NFKC", folded)
    return "".join(c for c in whole if c.isalnum() or c in "+#")
