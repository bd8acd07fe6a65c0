"""What an abbreviation stands for."""

import re
from collections.abc import Iterator

from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.glosses import is_latin
from quiz.language.korean.josa import attach
from quiz.language.korean.wordlists import Kind

STANDS_FOR = re.compile(
    r"(?P<short>[A-Za-z][A-Za-z0-9]{1,9}|[가-힣]{2,8})[’']?(?:은|는|이란|란)\s.*?"
    r"[‘'“\"]?(?P<long>[A-Za-z][A-Za-z ,&\-]{4,90}[A-Za-z]|"
    r"(?<=[‘'“\"])[^‘’'“”\"]{3,60})[’'”\"]?의 "
    r"(?P<how>약자|약어|약칭|줄임말|준말|머리글자|두문자)"
)
SHORTENED = re.compile(r"약자|약어|약칭|줄임말|준말|머리글자|두문자")
CAPITALS = re.compile(r"[A-Z][A-Za-z]*[A-Z0-9]")
LAST_TERM = re.compile(r"([A-Za-z][A-Za-z0-9]*|[가-힣A-Za-z0-9]+(?: [가-힣]+){0,3})[’'”]?$")


def find(reading: Reading) -> Iterator[Candidate]:
    yield from said(reading)
    yield from glossed(reading)


def said(reading: Reading) -> Iterator[Candidate]:
    """'DAMO는 ‘...’의 약자다'."""
    text = reading.sentence.text
    match = STANDS_FOR.search(text) if SHORTENED.search(text) else None
    if match is None:
        return
    short = match["short"]
    others = [v for v in reading.setting.names.others(short) if CAPITALS.fullmatch(v)]
    shown = others[0] if others else short
    yield Candidate(
        "abbreviation",
        reading.sentence,
        match.start("long"),
        match.end("long"),
        f"‘{shown}’{attach(shown, '은')[len(shown) :]} 무엇의 {match['how']}인가?",
        (match["long"],),
        Kind.TERM,
        weight=90,
    )


def glossed(reading: Reading) -> Iterator[Candidate]:
    """'DT(Data Technology, 데이터 기술)' and '국제통화기금(IMF)'."""
    text = reading.sentence.text
    for gloss in reading.sentence.glosses:
        term = LAST_TERM.search(text[: gloss.at])
        first = gloss.text.split(",")[0].strip()
        if term is None or not is_latin(first):
            continue
        short = term[1].split()[-1]
        if CAPITALS.fullmatch(short) and stands_for(short, first):
            yield spelled_out(reading, short, first, term.end(1) - len(short), term.end(1))


def spelled_out(reading: Reading, short: str, long: str, start: int, end: int) -> Candidate:
    """The answer stands in brackets, so its place is found in the article itself."""
    return Candidate(
        "abbreviation",
        reading.sentence,
        start,
        end,
        f"‘{short}’{attach(short, '은')[len(short) :]} 어떤 영어 표현의 약자인가?",
        (long,),
        Kind.TERM,
        weight=70,
        bracketed=long,
        also=(long,),
    )


def stands_for(short: str, long: str) -> bool:
    """Tell whether the capitals of `short` are the initials of `long`."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", long)).upper()
    capitals = "".join(c for c in short.upper() if c.isalpha())
    full = "".join(w[0] for w in re.findall(r"[A-Z][A-Za-z]*", long)).upper()
    return len(capitals) >= 2 and capitals in {initials, full}
