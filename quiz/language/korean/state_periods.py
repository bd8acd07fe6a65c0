"""When states of the past and of today were: none does anything before or after."""

import re
from functools import lru_cache

PERIODS = {
    "고조선": (-2333, -108), "부여": (-300, 494), "고구려": (-37, 668), "백제": (-18, 660),
    "신라": (-57, 935), "가야": (42, 562), "발해": (698, 926), "고려": (918, 1392),
    "조선": (1392, 1910), "대한제국": (1897, 1910), "대한 제국": (1897, 1910),
    "대한민국": (1919, 9999), "한국": (1945, 9999), "북한": (1945, 9999),
    "수나라": (581, 619), "당나라": (618, 907), "송나라": (960, 1279),
    "요나라": (907, 1125), "금나라": (1115, 1234), "원나라": (1271, 1368),
    "명나라": (1368, 1644), "후금": (1616, 1636), "청나라": (1616, 1912),
    "진나라": (-900, 420), "한나라": (-206, 220), "왜": (0, 700),
    "로마 제국": (-27, 476), "비잔티움 제국": (330, 1453), "신성 로마 제국": (800, 1806),
    "오스만 제국": (1299, 1922), "무굴 제국": (1526, 1857), "페르시아 제국": (-550, 1979),
    "몽골 제국": (1206, 1368), "러시아 제국": (1721, 1917), "독일 제국": (1871, 1918),
    "대영 제국": (1583, 1997), "소련": (1922, 1991), "프로이센": (1525, 1947),
    "작센": (800, 1918), "하노버": (1635, 1866), "뷔르템베르크": (1083, 1952),
    "대만": (1912, 9999), "몽골": (1206, 9999), "파키스탄": (1947, 9999),
    "방글라데시": (1971, 9999), "이스라엘": (1948, 9999), "아랍에미리트": (1971, 9999),
    "캐나다": (1600, 9999), "미국": (1700, 9999), "호주": (1780, 9999),
    "뉴질랜드": (1800, 9999), "체코": (1918, 9999), "우크라이나": (1600, 9999),
    "튀르키예": (1923, 9999), "핀란드": (1809, 9999), "벨기에": (1800, 9999),
    "이라크": (1920, 9999), "시리아": (1900, 9999), "인도네시아": (1900, 9999),
    "우마이야 왕조": (661, 750), "아바스 왕조": (750, 1258),
}  # fmt: skip
LONG_STATES = tuple(
    name
    for name, (_, last) in PERIODS.items()
    if last < 2000 and len(name) > 1 and name not in {"가야", "부여"}  # also verbs
)
STATE = re.compile(
    r"(?<![가-힣])(?P<name>"
    + "|".join(sorted(map(re.escape, LONG_STATES), key=len, reverse=True))
    + r")(?:군|인|의|이|가|은|는|에|에서|와|과|을|를)?(?![가-힣])"
)
YEAR = re.compile(r"(?<!\d)(\d{3,4})년(?!대|간| ?동안| ?만에| ?뒤| ?전)")


def was_there(state: str, year: int) -> bool:
    """Tell whether `state` was in `year`; of one that is not known, yes."""
    first, last = PERIODS.get(state, (-9999, 9999))
    return first <= year <= last


@lru_cache(maxsize=256)
def years_told(text: str) -> tuple[int, ...]:
    return tuple(int(year) for year in YEAR.findall(text))


@lru_cache(maxsize=256)
def span_of_states(text: str) -> tuple[int, int]:
    """Return the first and last year of the state that a prompt tells of."""
    first, last = -9999, 9999
    for found in STATE.finditer(text):
        born, died = PERIODS[found["name"]]
        if max(first, born) <= min(last, died):
            first, last = max(first, born), min(last, died)
    return first, last
