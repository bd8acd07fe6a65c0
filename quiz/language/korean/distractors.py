"""Wrong options of the answer's own kind that the text doesn't support."""

import random
import re
from collections.abc import Iterable

from quiz.core.questions import plain
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.gazetteer import known_names
from quiz.language.korean.names import Names
from quiz.language.korean.peers import peers_of
from quiz.language.korean.wordlists import BIG_CITIES, Kind, countries

MOST, FEWEST = 3, 2
NATIVE = ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
COMPOUND = re.compile(r"^(?P<high>\d[\d,]*)(?P<unit>조|억|만)(?P<gap>\s?)(?P<low>\d[\d,]*)")
FIRST_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
WELL_KNOWN = frozenset(
    [
        "미국",
        "영국",
        "프랑스",
        "독일",
        "이탈리아",
        "스페인",
        "러시아",
        "중국",
        "일본",
        "인도",
        "브라질",
        "캐나다",
        "네덜란드",
        "스위스",
        "스웨덴",
        "벨기에",
        "멕시코",
        "터키",
        "호주",
        "포르투갈",
        "폴란드",
        "베트남",
        "태국",
        "이집트",
        "그리스",
        "오스트리아",
        "덴마크",
        "노르웨이",
        "핀란드",
        "아르헨티나",
    ]
)
KOREAN_CITIES = (
    "서울", "부산", "대구", "인천", "광주", "대전", "울산", "수원", "전주", "청주",
    "경주", "강릉", "춘천", "여수", "목포", "안동", "공주", "진주", "창원", "포항",
)  # fmt: skip


def wrong_options(
    candidate: Candidate, names: Names, text: str, seed: str, this_year: int | None = None
) -> tuple[str, ...]:
    """Return two or three wrong options, or none where fewer than two are good."""
    if candidate.items or not candidate.accepted:
        return ()
    chance = random.Random(seed)
    found: list[str] = []
    told = plain(candidate.sentence.text)
    for option in pool_for(candidate, names, text, chance):
        if candidate.names is Kind.DATE and is_to_come(option, candidate, this_year):
            continue
        if is_wrong(option, candidate, told) and is_distinct(option, found):
            found.append(option)
        if len(found) == MOST:
            break
    return tuple(found) if len(found) >= FEWEST else ()


def is_to_come(option: str, candidate: Candidate, this_year: int | None) -> bool:
    """Tell whether the option lies after the article, where the answer does not."""
    years = [re.match(r"\d{4}(?=년)", text) for text in (option, candidate.accepted[0])]
    if this_year is None or years[0] is None or years[1] is None:
        return False
    return int(years[0][0]) > this_year >= int(years[1][0])


def pool_for(
    candidate: Candidate, names: Names, text: str, chance: random.Random
) -> Iterable[str]:
    shown = candidate.accepted[0]
    if candidate.names is Kind.DATE:
        return moved_dates(shown, text, chance)
    if candidate.kind == "score":
        return moved_scores(shown, text, chance)
    if candidate.names is Kind.NUMBER:
        return moved_numbers(shown, text, chance)
    return [*names_of_kind(candidate, names, chance), *listed(candidate, text, chance)]


def names_of_kind(candidate: Candidate, names: Names, chance: random.Random) -> list[str]:
    """Return the article's names of the same kind, those of the same noun first."""
    shown = candidate.accepted[0]
    if candidate.names in {Kind.THING, Kind.TERM, Kind.WORK, Kind.EVENT, Kind.PLACE}:
        noun = names.nouns.get(shown, "")
        same = names.called[noun] if noun else []
        alike = names.of_kind(candidate.names) if candidate.names is not Kind.THING else []
        pool = [*same, *sorted(alike, key=lambda n: (abs(len(n) - len(shown)), n))]
    else:
        pool = list(names.of_kind(candidate.names))
        chance.shuffle(pool)
    if candidate.names is Kind.PLACE:
        pool = [n for n in pool if same_tail(n, shown)]
    if candidate.names is Kind.PERSON:
        pool = [n for n in pool if " " not in n or n in known_names()]
    return [n for n in pool if names.is_proper(n) and fits_form(n, shown)]


def same_tail(one: str, other: str) -> bool:
    """Tell whether both are mountains, both harbours: the last syllable says it."""
    return one[-1] == other[-1]


def fits_form(option: str, shown: str) -> bool:
    """Tell whether the option looks like the answer: script, length, words."""
    if len(option) > 2 * len(shown) + 3 or 2 * len(option) + 3 < len(shown):
        return False
    return option.isascii() == shown.isascii() and not re.search(r"[‘’“”\d]", option)


def listed(candidate: Candidate, text: str, chance: random.Random) -> list[str]:
    """Countries and cities are known without the article; one it names is not taken."""
    shown = candidate.accepted[0]
    if candidate.names is Kind.COUNTRY and shown in countries():
        pool = sorted(c for c in WELL_KNOWN if c not in text)
    elif (
        candidate.names is Kind.CITY
        and shown.split()[-1] in BIG_CITIES
        and " " not in shown
    ):
        korean = shown in KOREAN_CITIES
        source = KOREAN_CITIES if korean else sorted(BIG_CITIES - set(KOREAN_CITIES))
        pool = [c for c in source if c not in text]
    else:
        pool = [p for p in peers_of(shown) if p not in text]
    chance.shuffle(pool)
    return pool


def moved_dates(shown: str, text: str, chance: random.Random) -> list[str]:
    year = re.search(r"\d{1,4}(?=년|세기)", shown)
    if year is None:
        return []
    number = int(year[0])
    steps = (
        [-3, -2, -1, 1, 2, 3]
        if "세기" in shown
        else [-12, -10, -7, -5, -4, -3, -2, 2, 3, 4, 5, 7, 10]
    )
    chance.shuffle(steps)
    moved = [
        shown[: year.start()] + str(number + step) + shown[year.end() :]
        for step in steps
        if number + step > 0
    ]
    return [m for m in moved if m not in text]


def moved_scores(shown: str, text: str, chance: random.Random) -> list[str]:
    """'2 대 1' -> '3 대 1', '2 대 0'; shares that make 100 go on making 100."""
    one, other = (int(number) for number in re.findall(r"\d+", shown))
    if one + other == 100:
        pairs = [(one + step, other - step) for step in (-11, -7, -4, 4, 7, 11)]
    else:
        near = [(one + a, other + b) for a in (-1, 0, 1, 2) for b in (-1, 0, 1, 2)]
        pairs = [p for p in near if p != (one, other) and (p[0] > p[1]) == (one > other)]
    chance.shuffle(pairs)
    gap = re.sub(r"\d", "", shown)
    found = [f"{a}{gap}{b}" for a, b in pairs if 0 <= a != b >= 0 and a + b <= 100]
    return [o for o in found if o not in text]


def moved_ranges(shown: str, text: str, chance: random.Random) -> list[str]:
    """'63~75 cm' -> '48~60 cm': as wide, elsewhere."""
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", shown)
    low, high = (float(n.replace(",", "")) for n in numbers)
    decimals = max(len(n.split(".")[1]) if "." in n else 0 for n in numbers)
    width = high - low
    step = max(width, 10.0**-decimals)
    moves = [m for m in (-3, -2, -1, 1, 2, 3) if low + m * step > 0]
    chance.shuffle(moves)
    found = []
    for move in moves:
        low_text = format_number(low + move * step, decimals, "," in numbers[0])
        moved = (low_text, format_number(high + move * step, decimals, "," in numbers[1]))
        option = ranged(shown, moved)
        if option not in text:
            found.append(option)
    return found


def ranged(shown: str, numbers: tuple[str, str]) -> str:
    parts = iter(numbers)
    return re.sub(r"\d[\d,]*(?:\.\d+)?", lambda _: next(parts), shown, count=2)


def moved_numbers(shown: str, text: str, chance: random.Random) -> list[str]:
    native = next(
        (n for n in NATIVE if shown.startswith(n) and not shown[len(n) :][:1].isdigit()), ""
    )
    found = FIRST_NUMBER.search(shown)
    if found is None and not native:
        return []
    if found is None:
        rest = shown[len(native) :]
        place = NATIVE.index(native)
        near = [n for i, n in enumerate(NATIVE) if i != place and abs(i - place) <= 3]
        chance.shuffle(near)
        return [n + rest for n in near if n + rest not in text]
    if len(re.findall(r"\d[\d,]*(?:\.\d+)?", shown)) == 2 and re.search(r"[~∼–]", shown):
        return moved_ranges(shown, text, chance)
    if compound := COMPOUND.match(shown):
        return moved_compound(shown, compound, text, chance)
    values = moved_values(found[0], chance)
    if shown[found.end() : found.end() + 1] in {"억", "만"}:
        values = [v for v in values if float(v.replace(",", "")) < 10000]
    options = [shown[: found.start()] + v + shown[found.end() :] for v in values]
    return [o for o in options if o not in text]


def moved_compound(
    shown: str, match: re.Match[str], text: str, chance: random.Random
) -> list[str]:
    """'3만 2,415명' -> '2만 8,930명': both parts move, the form stays."""
    high, low = int(match["high"].replace(",", "")), int(match["low"].replace(",", ""))
    zeros = len(str(low)) - len(str(low).rstrip("0"))
    found = []
    for step in chance.sample([-3, -2, -1, 1, 2, 3], 6):
        moved = (
            low
            + step * 10 ** max(zeros, len(str(low)) - 1)
            + chance.randint(-9, 9) * 10**zeros
        )
        first = high + step if high + step > 0 else high + abs(step)
        if not 10 ** (len(str(low)) - 1) <= moved < 10 ** len(str(low)):
            moved = max(10 ** (len(str(low)) - 1), low // 2 // 10**zeros * 10**zeros)
        low_text = f"{moved:,}" if "," in match["low"] else str(moved)
        option = (
            f"{first}{match['unit']}{match['gap']}{low_text}{shown[match.end('low') :]}"
        )
        if option not in text:
            found.append(option)
    return found


def moved_values(number: str, chance: random.Random) -> list[str]:
    """Return numbers of the same precision: 1,200 -> 900, 1,500; 3.5 -> 2.8, 4.2."""
    value = float(number.replace(",", ""))
    decimals = len(number.split(".")[1]) if "." in number else 0
    whole = int(value)
    zeros = len(str(whole)) - len(str(whole).rstrip("0")) if not decimals and whole else 0
    step = 10**zeros if not decimals else 10**-decimals
    factors = [0.5, 0.6, 0.75, 0.8, 1.2, 1.25, 1.5, 1.8, 2.0]
    chance.shuffle(factors)
    near = [round(value * f / step) * step for f in factors]
    if not decimals and 20 <= value < 100:
        moves = (-15, -10, -5, 5, 10, 15) if value % 5 == 0 else (-17, -12, -8, 8, 12, 17)
        near = [value + d for d in moves if 0 < value + d < 100]
        chance.shuffle(near)
    elif value / step < 12:
        near = [value + d * step for d in (-3, -2, -1, 1, 2, 3, 4) if value + d * step > 0]
        chance.shuffle(near)
    comma = "," in number or (whole >= 10000)
    shown = [
        format_number(v, decimals, comma) for v in near if v > 0 and abs(v - value) > 1e-9
    ]
    return list(dict.fromkeys(shown))


def format_number(value: float, decimals: int, comma: bool) -> str:
    pattern = f"{{:{',' if comma else ''}.{decimals}f}}"
    return pattern.format(value)


def is_wrong(option: str, candidate: Candidate, told: str) -> bool:
    """Tell whether the option is neither an alias nor in the sentence that proves."""
    mine = plain(option)
    if not mine:
        return False
    for text in candidate.accepted:
        theirs = plain(text)
        if candidate.names in {Kind.NUMBER, Kind.DATE}:
            if mine == theirs:
                return False
        elif mine in theirs or theirs in mine:
            return False
    if candidate.names in {Kind.NUMBER, Kind.DATE}:
        return True
    return mine not in told and option not in candidate.prompt


def is_distinct(option: str, found: list[str]) -> bool:
    """Tell whether the option neither holds nor is held by one found before."""
    return not any(plain(option) in plain(k) or plain(k) in plain(option) for k in found)
