"""Names that sound alike in Hangul and in Latin letters: 바코드 and barcode."""

from difflib import SequenceMatcher

FIRST, FINALS = ord("가"), 28
# Consonants of a syllable's beginning and end, by how they sound in Latin letters.
# A dot stands for none.
INITIAL = "kknttrmppss.cccktph"
FINAL = ".kkknnntrkmprrprmppssnccktph"
LATIN = str.maketrans(
    {"g": "k", "q": "k", "x": "k", "d": "t", "l": "r", "b": "p", "f": "p", "v": "p",
     "z": "c", "j": "c"}
)  # fmt: skip
ALIKE, FEWEST = 0.6, 2  # of the consonants; consonants


def sounds_alike(hangul: str, latin: str) -> bool:
    """Tell '타워 브리지' and 'Tower Bridge', of which one gives the other away."""
    one, other = consonants(hangul), latin_consonants(latin)
    if len(one) < FEWEST or len(other) < FEWEST or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def consonants(hangul: str) -> str:
    found = ""
    for letter in hangul:
        if "가" <= letter <= "힣":
            code = ord(letter) - FIRST
            found += INITIAL[code // (21 * FINALS)] + FINAL[code % FINALS]
    return found.replace(".", "")


def latin_consonants(latin: str) -> str:
    letters = latin.lower().replace("sh", "s").replace("ch", "c").replace("th", "t")
    letters = letters.replace("ck", "k").replace("ph", "p").replace("ce", "s")
    letters = letters.replace("ge", "c").replace("c", "k") if "c" in letters else letters
    return "".join(c for c in letters.translate(LATIN) if c in "knrtmpsch")
