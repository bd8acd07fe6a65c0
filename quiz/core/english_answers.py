"""English answers that are written differently and mean the same, and slips in them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from quiz.core.english_numbers import LITERAL, in_digits
from quiz.core.letter_folding import key

OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u2e80-\ud7af\uf900-\ufaff]")
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)
BETWEEN_WORDS = re.compile(r"[-\u2010-\u2015_]")
APOSTROPHES = re.compile(r"['‘’ʼ`]")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# What begins a spoken answer and is no part of it: It is Hangzhou.
OPENING = re.compile(
    r"^\s*(?:(?:it|this|that|he|she)(?:['’]s|\s+is|\s+was)"
    r"|(?:they|these|those)(?:['’]re|\s+are|\s+were))\s+(?=\S)",
    re.IGNORECASE,
)
ARTICLES = frozenset({"the", "a", "an"})
TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "president", "chairman")
)
# A title before one of these is an office: president of the council.
AFTER_OFFICE = frozenset({"of", "for", "and"})
PREPOSITIONS = frozenset(
    ("in", "on", "at", "by", "to", "from", "for", "with", "of", "as", "because")
)
TOWARDS = frozenset(("by", "to", "from"))  # by 2014 is not 2014
# British and American: one spelling for both. Some of what comes out is no word; it is
# only compared with what the same rules made.
SPELLINGS = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"(?<=\w\w\w)our(?=$|s$|ed$|ing$|er|able|ful|hood|ite|less)", "or"),
        (r"(?<=\w\w\w)is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$)", "iz"),
        (r"(?<=[al])ys(?=e$|es$|ed$|er$|ers$|ing$)", "yz"),
        (r"(?<=\w\w[bt])re(?=$|s$)", "er"),
        (r"(?<=\w\w)ogue(?=$|s$)", "og"),
        (r"^(def|off|lic|pret)ence(?=$|s$)", r"\1ense"),
        (r"(?<=gra)mme(?=$|s$)", "m"),
        (r"(?<=\w\w\w[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
        (r"^(arch|pal|med|enc?yclop)ae", r"\1e"),
        (r"(?<=cyclop)ae", "e"),
        (r"(?<=\w)ae(?=o?log|mia|s?thet)", "e"),
        (r"^(h|p)ae(?=m|d)", r"\1e"),
        (r"^oe(?=str|soph)|(?<=^f)oe(?=tus)", "e"),
        (r"^manoeuver", "maneuver"),
        (r"^grey(?=$|s$|ed$)", "gray"),
        (r"^alumini(?=um$)", "alumin"),
        (r"^tyre(?=s?$)", "tire"),
        (r"^aeroplane", "airplane"),
        (r"^mould", "mold"),
        (r"^plough", "plow"),
        (r"^sceptic", "skeptic"),
        (r"^fulfil$", "fulfill"),
        (r"^skilful$", "skillful"),
        (r"^jewellery$", "jewelry"),
    )
)
NOT = (
    (re.compile(r"\bca(?=n['’]t\b)", re.I), "can"),
    (re.compile(r"n['’]t\b", re.I), " not"),
)
# With an s these are other words, not more of the same.
NO_PLURAL = frozenset(
    word
    for line in (
        "arm brace custom force glass good her manner mean moral new our premise",
        "spectacle spirit their wood your",
    )
    for word in line.split()
)
ROLES = ({"er", "ee"}, {"or", "ee"})  # the employer and the employee
LEAST_PLURAL, LEAST_LETTERS, LETTERS_PER_SLIP = 3, 6, 24


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it is compared.

    `words` are folded; `is_small` says of each whether it was written without a capital.
    `left_out` is a preposition or title that was taken off the beginning.
    """

    words: tuple[str, ...]
    is_small: tuple[bool, ...]
    left_out: str = ""

    @property
    def text(self) -> str:
        return "".join(self.words)

    @property
    def numbers(self) -> list[str]:
        return re.findall(r"\d+(?:\.\d+)?", " ".join(self.words))

    @property
    def strict(self) -> list[str]:
        """What no slip may change: numbers, and letters that are words, as in vitamin A."""
        return self.numbers + [word for word in self.words if len(word) == 1]


def is_english(text: str) -> bool:
    """Tell whether `text` is in Latin letters: other scripts are compared as they are."""
    return not OTHER_SCRIPT.search(text)


def means_the_same(given: str, expected: str) -> bool:
    """Tell whether `given` says what `expected` says.

    Articles, number words, the plural of small words, British or American spelling,
    a preposition or title at the beginning don't count; numbers must be equal.
    """
    wanted = [each for each in beginnings(told_words(expected)) if each.text]
    spoken = [each for text in without_opening(given) for each in beginnings(text)]
    return any(
        same_words(one, other)
        for one in spoken
        for other in wanted
        if may_both_leave_out(one.left_out, other.left_out)
    )


def is_slip(given: str, expected: str) -> bool:
    """Tell whether one letter makes the difference in a long answer, not its first.

    Another first letter makes another word: methane and ethane, moral and amoral.
    """
    target = without_article(told_words(expected))
    if len(target.text) < LEAST_LETTERS:
        return False
    allowed = 1 + len(target.text) // (2 * LETTERS_PER_SLIP)
    return any(
        each.strict == target.strict
        and begin_alike(each.words, target.words)
        and OSA.distance(each.text, target.text, score_cutoff=allowed) <= allowed
        for text in without_opening(given)
        for each in beginnings(text)
    )


def without_opening(given: str) -> Iterator[Told]:
    yield told_words(given)
    if opening := OPENING.match(given):
        yield told_words(given[opening.end() :])


def told_words(text: str) -> Told:
    """Fold `text` to the words that are compared."""
    text = unicodedata.normalize("NFKC", text).replace(" & ", " and ")
    for pattern, told in NOT:
        text = pattern.sub(told, text)
    text = THOUSANDS.sub("", APOSTROPHES.sub("", text))
    written = [part for part in BETWEEN_WORDS.sub(" ", text).split() if key(part)]
    small = [plain(part) for part in written]
    capitals = {plain(part) for part in written if part[:1].isupper()}
    folded = [word for word in in_digits(small) if word != "the" or small == ["the"]]
    return Told(
        tuple(key(one_spelling(word)) for word in folded),
        tuple(word not in capitals for word in folded),
    )


def plain(word: str) -> str:
    """Return a word in small letters without the signs around it; 1.5 stays 1.5."""
    word = word.casefold().translate(LETTERS).strip('.,;:!?()[]{}"“”„«»…')
    return word if LITERAL.fullmatch(word) else key(word)


def one_spelling(word: str) -> str:
    for pattern, told in SPELLINGS:
        word = pattern.sub(told, word)
    return word


def beginnings(told: Told) -> Iterator[Told]:
    """Yield an answer as it is, and without what may be left out at its beginning."""
    told = without_article(told)
    yield told
    first, more = told.words[:1], told.words[1:2]
    if not more or first[0] not in (TITLES | PREPOSITIONS):
        return
    if first[0] in TITLES and more[0] in AFTER_OFFICE:
        return
    if first[0] in TOWARDS and more[0][:1].isdigit():
        return
    yield without_article(Told(told.words[1:], told.is_small[1:], first[0]))


def without_article(told: Told) -> Told:
    if len(told.words) > 1 and told.words[0] in ARTICLES:
        return Told(told.words[1:], told.is_small[1:], told.left_out)
    return told


def may_both_leave_out(one: str, other: str) -> bool:
    """To Hangzhou is not from Hangzhou, though either is Hangzhou."""
    return not one or not other or one == other


def same_words(given: Told, wanted: Told) -> bool:
    if given.numbers != wanted.numbers:
        return False
    if given.text == wanted.text:
        return True
    pairs = zip(given.words, wanted.words, wanted.is_small, strict=False)
    return len(given.words) == len(wanted.words) and all(
        one == other or (is_small and (is_plural(one, other) or is_plural(other, one)))
        for one, other, is_small in pairs
    )


def is_plural(word: str, more: str) -> bool:
    """Tell whether `more` is the plural of `word`. Men is not: it may be another answer."""
    if len(word) < LEAST_PLURAL or word in NO_PLURAL or not word.isalpha():
        return False
    if more == word + "s":
        return not word.endswith(("s", "u", "i", "ic"))
    if more == word + "es":
        return word.endswith(("s", "x", "z", "ch", "sh", "o"))
    return word[-1] == "y" and word[-2] not in "aeiou" and more == word[:-1] + "ies"


def begin_alike(given: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether each word begins with its letter, or with its first two swapped."""
    if len(given) != len(wanted):
        given, wanted = ["".join(given)], ["".join(wanted)]
    return all(
        one[:1] == other[:1] or one[:2] == other[1::-1]
        for one, other in zip(given, wanted, strict=True)
    ) and not any(
        {one[-2:], other[-2:]} in ROLES for one, other in zip(given, wanted, strict=True)
    )
