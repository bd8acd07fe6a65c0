"""How near an answer comes: spacing, case, particles and titles don't count, digits do."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from quiz.core import english_answers
from quiz.core.letter_folding import key
from quiz.core.number_reading import Amount, DateParts, read_amount, read_date, tidy
from quiz.core.questions import Answer, AnswerKind, read_tolerance

# Long enough for one slip to leave no doubt: a short name with another letter is
# another name.
LEAST_JAMO, LEAST_LETTERS = 7, 6
LETTERS_PER_SLIP = 24  # a second slip is forgiven in answers twice this long


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PARTICLES = words(
    "은 는 이 가 을 를 에 에서 에게 의 와 과 로 으로 도 라고 이라고 요"
    " 이요 이에요 예요 이예요 이다 다 입니다 이었다 였다 이었습니다"
    " 였습니다 임 이라 라 인 씩"
)
TITLES = words(
    "씨 님 군 양 선생 선생님 박사 박사님 교수 교수님 회장 회장님 총재"
    " 총재님 사장 사장님 대표 대표님 원장 원장님 의장 이사 부사장 부회장"
    " 감독 감독님 선수 작가 시인 장군 대통령 총리 장관 대왕 왕 여사 기자"
)
HONORIFIC = ("님",)  # 감독님 for 감독
HARD_SEPARATOR = re.compile(r"[,，、;；/\n·・ㆍ]")
AND = re.compile(r"&|\s그리고\s|\s및\s|\s(?:and|or)\s", re.IGNORECASE)
SOFT_SEPARATOR = re.compile(r"(?<=[가-힣])(?:이랑|하고|와|과|랑)\s+|\s+")
RAISED, LOWERED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ]+"), re.compile("[₀₁₂₃₄₅₆₇₈₉₊₋]+")
SAME_SIGNS = str.maketrans("−–×·∙⋅÷{}", "--****/()")
SCRIPTED = re.compile(r"([_^])\(([^()]*)\)")
MOST_JOINED = 4  # parts of one member: arts and crafts and trade
MOST_PIECES = 60  # nobody lists more; keeps a pasted page from costing time


class Grade(StrEnum):
    RIGHT = "right"
    CLOSE = "close"
    WRONG = "wrong"


class Off(StrEnum):
    """What kept an answer from being right."""

    LETTER = "letter"  # a slip of the finger
    UNIT = "unit"  # the number is right, its unit is another
    PART = "part"  # a date told less closely than asked
    MEMBERS = "members"  # a list with members missing or too many
    PLACES = "places"  # steps out of their places
    PAIRS = "pairs"  # sides that don't belong together


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade, and for the sentence beside it, what was off.

    `expected` is the accepted answer nearest to the given one; `missing` are a
    list's members that were not told, steps out of place or pairs not found; `extra`
    is what doesn't belong to a list. `parts` are those that are right, and all.
    """

    grade: Grade
    expected: str
    off: Off | None = None
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    parts: tuple[int, int] | None = None

    @property
    def credit(self) -> float:
        """What a test gives for it, from 0 to 1."""
        if self.parts:
            told, count = self.parts
            return max(told - len(self.extra), 0) / count
        return {Grade.RIGHT: 1.0, Grade.CLOSE: 0.5}.get(self.grade, 0.0)


def grade_answer(
    given: str, answer: Answer, language: str = "ko", wrong: Iterable[str] = ()
) -> Verdict:
    """Grade what a learner typed. `wrong` are known wrong answers: never a mere slip."""
    if not key(given):
        return Verdict(Grade.WRONG, answer.shown)
    match answer.kind:
        case AnswerKind.LIST:
            return grade_list(given, answer, language)
        case AnswerKind.TRUTH:
            return grade_choice(given, answer)
        case AnswerKind.NUMBER if verdict := grade_number(given, answer):
            return verdict
        case AnswerKind.DATE if verdict := grade_date(given, answer):
            return verdict
    return grade_words(given, answer.accepted, language, wrong)


def grade_choice(given: str, answer: Answer) -> Verdict:
    """Grade a chosen option by its text: it is right or it is not."""
    right = {option_key(text) for text in (*answer.accepted, answer.shown)}
    grade = Grade.RIGHT if option_key(given) in right else Grade.WRONG
    return Verdict(grade, answer.shown)


@lru_cache(maxsize=4096)  # the same few options are compared all day
def option_key(text: str) -> str:
    """Return an option as it is compared; one with a formula is told by every sign."""
    return text if "$" in text or "\\(" in text else key(text)


def grade_words(
    given: str, accepted: tuple[str, ...], language: str, wrong: Iterable[str] = ()
) -> Verdict:
    for expected in accepted:
        if says_the_same(given, expected, language):
            return Verdict(Grade.RIGHT, expected)
    if is_known(given, wrong, language):
        return Verdict(Grade.WRONG, accepted[0])
    for expected in accepted:
        if is_english(expected, language) and english_answers.means_the_same(
            given, expected
        ):
            return Verdict(Grade.RIGHT, expected)
    for expected in accepted:
        if is_slip(given, expected, language):
            return Verdict(Grade.CLOSE, expected, Off.LETTER)
    return Verdict(Grade.WRONG, accepted[0])


def is_known(given: str, wrong: Iterable[str], language: str) -> bool:
    """Tell whether a wrong answer was given; in English, with or without its article."""
    return any(
        key(given) == key(text)
        or (language == "en" and bare(given, "en") == bare(text, "en"))
        for text in wrong
    )


def is_english(expected: str, language: str) -> bool:
    """Tell whether the rules for English answers hold."""
    is_read_as_words = not is_formula(expected) and bool(key(expected))
    return language == "en" and is_read_as_words and english_answers.is_english(expected)


def says_the_same(given: str, expected: str, language: str) -> bool:
    if is_formula(expected):
        return formula_key(given) == formula_key(expected)
    if digits(given) != digits(expected):
        return False
    target = bare(expected, language)
    return bool(target) and target in readings(given, expected, language)


def readings(given: str, expected: str, language: str) -> set[str]:
    """Return `given` with what doesn't count taken off, as `expected` allows."""
    found = {bare(given, language)}
    titles = HONORIFIC if has_title(expected) else TITLES
    for endings in (PARTICLES, PARTICLES, titles, PARTICLES):
        found |= {cut for text in found for cut in without_ending(text, endings)}
    return found


def without_ending(text: str, endings: Iterable[str]) -> set[str]:
    return {text.removesuffix(e) for e in endings if text.endswith(e)}


def has_title(expected: str) -> bool:
    parts = expected.split()
    return len(parts) > 1 and parts[-1] in TITLES


def bare(text: str, language: str) -> str:
    """Return `text` as it is compared, without English articles and titles."""
    if language == "en" or text.isascii():
        parts = [part.strip(".") for part in text.casefold().split()]
        while len(parts) > 1 and may_be_left_out(*parts[:2]):
            parts.pop(0)
        text = " ".join(parts)
    return key(text)


def is_formula(text: str) -> bool:
    """Tell whether `text` stands between dollars, as `asking.typed_text` gives it."""
    return len(text) > 2 and text[0] == text[-1] == "$"


def formula_key(text: str) -> str:
    """Return a formula as it is compared: x^2 is x², but a+b is not a-b.

    Every sign counts, save spaces, and braces and brackets around what is raised.
    """
    text = RAISED.sub(lambda run: "^" + run[0], text.strip().strip("$"))
    text = LOWERED.sub(lambda run: "_" + run[0], text)
    text = unicodedata.normalize("NFKC", text).casefold().translate(SAME_SIGNS)
    return SCRIPTED.sub(r"\1\2", re.sub(r"\s", "", text))


def may_be_left_out(first: str, second: str) -> bool:
    """Tell whether the first word doesn't count: Dr. Ma, but not president of it."""
    if first in english_answers.TITLES:
        return second not in english_answers.AFTER_OFFICE
    return first in english_answers.ARTICLES


def digits(text: str) -> list[str]:
    """Return the numbers in `text`, without their commas."""
    return re.findall(r"\d+(?:\.\d+)?", tidy(text))


def is_slip(given: str, expected: str, language: str) -> bool:
    """Tell whether one letter (one jamo in Hangul) makes the difference in a long word."""
    if is_english(expected, language):
        return english_answers.is_slip(given, expected)
    if is_formula(expected) or digits(given) != digits(expected):
        return False
    target = jamo(bare(expected, language))
    least = LEAST_JAMO if re.search("[가-힣]", expected) else LEAST_LETTERS
    if len(target) < least or re.search(r"[\u4e00-\u9fff]", expected):
        return False
    allowed = 1 + len(target) // (2 * LETTERS_PER_SLIP)
    return any(
        OSA.distance(jamo(reading), target, score_cutoff=allowed) <= allowed
        for reading in readings(given, expected, language)
    )


def jamo(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def grade_number(given: str, answer: Answer) -> Verdict | None:
    """Grade a number, or None when one side isn't a number that can be read."""
    told = read_amount(stated(given))
    wanted = [(text, read_amount(text)) for text in answer.accepted]
    known = [(text, amount) for text, amount in wanted if amount]
    if told is None or not known:
        return None
    off = answer.tolerance
    equal = [(text, each) for text, each in known if is_near(told.value, each.value, off)]
    if not equal:
        return Verdict(Grade.WRONG, answer.shown)
    return with_unit(told, equal)


def is_near(told: Decimal, wanted: Decimal, tolerance: str) -> bool:
    """Tell whether the numbers are equal, or as near as the teacher allows."""
    allowed = read_tolerance(tolerance)
    if allowed is None:
        return told == wanted
    most, is_percent = allowed
    return abs(told - wanted) <= (abs(wanted) * most / 100 if is_percent else most)


def with_unit(told: Amount, equal: list[tuple[str, Amount]]) -> Verdict:
    """Return the verdict on the unit of a right number; leaving it out is fine."""
    units = {amount.unit for _, amount in equal if amount.unit}
    if not told.unit or not units or any(same_unit(told.unit, unit) for unit in units):
        return Verdict(Grade.RIGHT, equal[0][0])
    return Verdict(Grade.WRONG, equal[0][0], Off.UNIT)


def same_unit(told: str, unit: str) -> bool:
    """Compare units; the end of a sentence may follow the told one."""
    return unit in {told, *without_ending(told, PARTICLES)}


def grade_date(given: str, answer: Answer) -> Verdict | None:
    """Grade a date, or None when one side isn't a date that can be read."""
    told = read_date(stated(given))
    wanted = [(text, read_date(text)) for text in answer.accepted]
    known = [(text, parts) for text, parts in wanted if parts]
    if told is None or not known:
        return None
    for text, parts in known:
        if agree(told, parts) and told.told.keys() >= parts.told.keys():
            return Verdict(Grade.RIGHT, text)
    for text, parts in known:
        if agree(told, parts):
            return Verdict(Grade.CLOSE, text, Off.PART)
    return Verdict(Grade.WRONG, answer.shown)


def agree(told: DateParts, wanted: DateParts) -> bool:
    both = told.told.keys() & wanted.told.keys()
    return bool(both) and all(told.told[part] == wanted.told[part] for part in both)


def stated(given: str) -> str:
    """Take what makes a sentence of it off: 2017년이다, 35세입니다, It was in 2017."""
    pattern = r"(?:이?었?습니다|입니다|이에요|예요|이다|이요|에서|에)?\s*[.!。]?\s*$"
    told = re.sub(pattern, "", given.strip(), count=1)
    told = english_answers.OPENING.sub("", told, count=1)
    return re.sub(r"^(?:in|on|at)\s+(?=\S)", "", told, flags=re.IGNORECASE)


def grade_list(given: str, answer: Answer, language: str) -> Verdict:
    """Grade a list told in any order; at least half of its members is close."""
    left = list(answer.items)
    slips, extra = 0, []
    for piece in pieces_of(given, left, language):
        found, strange = members_in(piece, left, language)
        slips += sum(verdict.grade is Grade.CLOSE for verdict in found)
        extra += strange
    return list_verdict(answer, tuple(item[0] for item in left), tuple(extra), slips)


def pieces_of(given: str, items: Sequence[tuple[str, ...]], language: str) -> list[str]:
    """Split at commas and at “and”, but not inside one of the `items`."""
    pieces = HARD_SEPARATOR.split(given)[:MOST_PIECES]
    joined = [item for item in items if any(AND.search(text) for text in item)]
    return [p for piece in pieces for p in parted_at_and(piece, joined, language)][
        :MOST_PIECES
    ]


def parted_at_and(
    piece: str, joined: Sequence[tuple[str, ...]], language: str
) -> list[str]:
    """Split at “and”, save where it belongs to one of `joined`: arts and crafts."""
    parts = AND.split(piece)[:MOST_PIECES]
    if not joined:
        return parts
    told, at = [], 0
    while at < len(parts):
        ends = range(min(len(parts), at + MOST_JOINED), at + 1, -1)
        wholes = ((end, " and ".join(parts[at:end])) for end in ends)
        fitting = (each for each in wholes if take_member(each[1], [*joined], language))
        end, whole = next(fitting, (at + 1, parts[at]))
        told.append(whole)
        at = end
    return told


def members_in(
    piece: str, left: list[tuple[str, ...]], language: str
) -> tuple[list[Verdict], list[str]]:
    """Find members in a piece of the answer and take them out of `left`."""
    parts = [part for part in SOFT_SEPARATOR.split(piece) if key(part)]
    whole = take_member(piece, left, language)
    if whole or not parts:
        return ([whole] if whole else []), []
    if len(parts) == 1:
        return [], [piece.strip()]
    return members_in_parts(parts[:MOST_PIECES], left, language)


def members_in_parts(
    parts: list[str], left: list[tuple[str, ...]], language: str
) -> tuple[list[Verdict], list[str]]:
    """Read the longest run of words that is a member, again and again."""
    found, strange, at = [], [], 0
    while at < len(parts):
        for end in range(len(parts), at, -1):
            if member := take_member(" ".join(parts[at:end]), left, language):
                found.append(member)
                at = end
                break
        else:
            strange.append(parts[at])
            at += 1
    return found, strange


def take_member(text: str, left: list[tuple[str, ...]], language: str) -> Verdict | None:
    if not key(text):
        return None
    verdicts = [grade_words(text, item, language) for item in left]
    for wanted in (Grade.RIGHT, Grade.CLOSE):
        for at, verdict in enumerate(verdicts):
            if verdict.grade is wanted:
                left.pop(at)
                return verdict
    return None


def list_verdict(
    answer: Answer, missing: tuple[str, ...], extra: tuple[str, ...], slips: int
) -> Verdict:
    told = len(answer.items) - len(missing)
    if not missing and not extra:
        off = Off.LETTER if slips else None
        grade = Grade.CLOSE if slips else Grade.RIGHT
        return Verdict(grade, answer.shown, off, parts=(told, told))
    close = told * 2 >= len(answer.items) and len(extra) <= told
    grade = Grade.CLOSE if close else Grade.WRONG
    parts = told, len(answer.items)
    return Verdict(grade, answer.shown, Off.MEMBERS, missing, extra, parts)
