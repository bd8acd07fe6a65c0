"""What a name tells by its end of what it names: 평양성 is a 성, 진흥왕 a 왕."""

import re

from quiz.language.korean.mentions import ROYAL
from quiz.language.korean.wordlists import BIG_CITIES, KINGS, Kind, countries

# Ends of names that are no words of their own, or too short to be told from chance.
TAILS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:도호부|도독부|관찰부|감영|도감|우정총국|총독부|아문)$"), "관청"),
    (re.compile(r"(?:연합|진압|토벌|의용|시민|반란|해방|독립|부흥)군$"), "군대"),
    (re.compile(r"[가-힣]{2,}문학관$"), "문학관"),
    (re.compile(r"[가-힣]{2,}기념관$"), "기념관"),
    (re.compile(r"[가-힣]{2,}과학관$"), "과학관"),
    (re.compile(r"[가-힣]{2,}전시관$"), "전시관"),
    (re.compile(r"[가-힣]{2,}법$"), "법"),
    (re.compile(r"[가-힣A-Za-z]+ ?\d+호선$"), "노선"),
    (re.compile(r"[가-힣A-Za-z]+ ?\d+번$"), "노선"),
    (re.compile(r"[가-힣]{2,}관측?위성$"), "위성"),
)
QUEEN, EMPEROR, REGNANT = "왕비", "황제", "여왕"


def tail_noun(name: str, kind: Kind) -> str:
    """Return the noun that a name's end tells, or ""."""
    if kind is Kind.PERSON:
        return royal_noun(name)
    if kind not in {Kind.THING, Kind.TERM, Kind.BODY, Kind.PLACE}:
        return ""
    last = name.split()[-1]
    if len(last) >= 3 and last[-1] == "군" and last[:-1] in countries():
        return "군대"
    if len(last) >= 3 and last[-1] == "성" and last[:-1] in BIG_CITIES:
        return "성"
    return next((noun for shape, noun in TAILS if shape.search(last)), "")


def royal_noun(name: str) -> str:
    """Return 왕 for 문무왕 and 세종, 왕비 for 명성왕후, or ""."""
    if name.endswith(("왕후", "왕비")):
        return QUEEN
    if name.endswith("황제"):
        return EMPEROR
    if name.endswith("여왕"):
        return REGNANT
    if name.endswith(("황후", "세자", "대원군")):
        return ""  # 인물
    return "왕" if name in KINGS or ROYAL.match(name) else ""
