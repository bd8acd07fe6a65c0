"""Other names in brackets: 학명, 약칭, 영어 이름, an abbreviation, what a place is now."""

import re
from collections.abc import Iterator

from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.facts.retold import mention_at, word_before
from quiz.language.korean.glosses import is_latin
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.mentions import fixed_kind
from quiz.language.korean.morphology import Gloss, Sentence
from quiz.language.korean.phrases import CLOSING, OPENING, is_time_word
from quiz.language.korean.transliterations import sounds_alike
from quiz.language.korean.wordlists import (
    SPORTS_ROLES,
    VAGUE_NOUNS,
    Kind,
    countries,
    head_noun,
    noun_kind,
    words,
)

LABELS = {
    "학명": "학명", "약칭": "약칭", "약자": "약자", "본명": "본명", "별칭": "별칭",
    "별호": "별호", "호": "호", "자": "자", "시호": "시호", "묘호": "묘호",
    "아명": "아명", "필명": "필명", "예명": "예명", "옛 이름": "옛 이름", "구": "옛 이름",
    "원제": "원제", "원래 이름": "원래 이름", "다른 이름": "다른 이름", "이칭": "이칭",
    "법명": "법명", "세례명": "세례명", "속칭": "속칭", "통칭": "통칭",
    "영어": "영어 이름", "영문명": "영문 이름", "영어명": "영어 이름", "원어": "원어 이름",
    "화학식": "화학식", "원소 기호": "원소 기호", "별명": "별명", "애칭": "애칭",
    "별자리": "별자리", "옛 지명": "옛 지명", "옛 국명": "옛 국명", "주저": "주저",
}  # fmt: skip
LABELLED = re.compile(
    r"^(?P<label>" + "|".join(sorted(LABELS, key=len, reverse=True))
    + r")(?P<colon> ?[:：] ?| )(?P<value>[^,;·]{1,60})$"
)  # fmt: skip
LASTING = frozenset({"동안", "사이", "뒤", "후", "전", "때", "이후", "이전", "중", "만에"})
SHORT = re.compile(r"^[A-Z][A-Z0-9]*[a-z]?[A-Z0-9]*(?:-\d+)?$")
NOW = re.compile(r"^(?:지금의|오늘날의|현재의|현) (?P<place>[가-힣]+(?: [가-힣]+){0,3})$")
AGED_FOREIGNER = re.compile(r"^\d{1,2}[·,] ?(?P<country>[가-힣]{2,8})$")
NUMERAL = re.compile(r"\d")
BODY_ENDS = (
    "기구", "연맹", "연합", "위원회", "협회", "협의회", "기금", "재단", "연구소", "연구원",
    "학회", "동맹", "공동체", "이사회", "진흥원", "공사", "공단", "조합", "총연맹", "본부",
)  # fmt: skip
GENERAL = frozenset({"CEO", "CFO", "CTO", "COO", "PC", "TV", "MVP", "AI", "KR"})
# Every reader knows these: they are asked only where the text itself uses the short name.
HOUSEHOLD = words(
    """
NASA UN EU WHO FBI CIA FIFA IOC NATO UNESCO UNICEF OECD IMF WTO FTA GDP DNA LED LCD KBS
MBC SBS BBC CNN GPS USB ATM CCTV NBA MLB KBO SNS IT
"""
)
SHORT_TERM = 4  # syllables: a shorter last word is no whole term


def find(reading: Reading) -> Iterator[Candidate]:
    for gloss in reading.sentence.glosses:
        number = word_before(reading.sentence, gloss.at)
        if number is None:
            continue
        yield from labelled(gloss, number, reading)
        yield from shortened_name(gloss, number, reading)
        yield from place_of_today(gloss, number, reading)
        yield from homeland(gloss, number, reading)


def term_at(sentence: Sentence, number: int, at: int, words: int) -> tuple[int, int]:
    """Return where the last `words` words before `at` begin and end, without marks."""
    first = number
    while number - first + 1 < words and first > 0:
        before = sentence.words[first - 1]
        if not before.is_bare or before.core in LASTING:
            break
        if is_time_word(before.core) or NUMERAL.search(before.text):
            break
        first -= 1
    start, end = sentence.words[first].start, min(at, sentence.words[number].end)
    while start < end and sentence.text[start] in OPENING:
        start += 1
    while start < end and sentence.text[end - 1] in CLOSING:
        end -= 1
    return start, end


def named_before(sentence: Sentence, number: int, at: int) -> tuple[int, int]:
    """Return the name that the bracket follows: the whole phrase if it ends there."""
    mention = mention_at(sentence, number)
    if mention is not None and mention.end in {at, at - 1}:
        return mention.start, mention.end
    return term_at(sentence, number, at, 1)


def labelled(gloss: Gloss, number: int, reading: Reading) -> Iterator[Candidate]:
    """'수달(水獺, 학명 Lutra lutra)' -> 수달의 학명은 무엇인가."""
    sentence = reading.sentence
    for part in re.split(r"[,;·]", gloss.text):
        match = LABELLED.match(part.strip())
        if match is None or (len(match["label"]) == 1 and is_latin(match["value"])):
            continue
        start, end = named_before(sentence, number, gloss.at)
        name, label = sentence.text[start:end], LABELS[match["label"]]
        value = match["value"].strip()
        if len(name) < 2 or name in VAGUE_NOUNS:
            continue
        person = reading.setting.names.kind(name) is Kind.PERSON
        if "이름" in label and (person or sounds_alike(name, value)):
            continue  # in another script, which nobody need know
        yield bracketed(
            reading, start, end, f"{name}의 {attach(label, '은')} 무엇인가?", value,
            f"label-{label}", 84,
        )  # fmt: skip


def bracketed(
    reading: Reading, start: int, end: int, prompt: str, value: str, part: str, weight: int,
    kind: Kind = Kind.THING,
) -> Candidate:  # fmt: skip
    return Candidate(
        "abbreviation" if "약" in part else "naming", reading.sentence, start, end, prompt,
        (value,), kind, weight=weight, part=part, bracketed=value, also=(value,),
    )  # fmt: skip


def shortened_name(gloss: Gloss, number: int, reading: Reading) -> Iterator[Candidate]:
    """'세계자연보전연맹(IUCN)' -> ‘IUCN’은 어느 기구의 약칭인가, and the other way."""
    pieces = [p.strip() for p in re.split(r"[,·]", gloss.text)]
    short = pieces[0]
    if not SHORT.match(short) or not 2 <= len(short) <= 6 or short in GENERAL:
        return
    if any(re.search(r"[가-힣]", p) for p in pieces[1:]):
        return  # '플라스틱(PP, 폴리프로필렌)': what it stands for is not the term
    if short in HOUSEHOLD and not goes_on(short, reading):
        return
    sentence = reading.sentence
    spelled = [p for p in pieces[1:] if is_latin(p) and " " in p]
    start, end = whole_term(sentence, number, gloss.at, short, spelled)
    term = sentence.text[start:end]
    if len(term) < 3 or not re.search(r"[가-힣]{2}", term) or term in VAGUE_NOUNS:
        return
    names = reading.setting.names
    body = names.kind(term) is Kind.BODY or fixed_kind(term) is Kind.BODY
    body = body or term.endswith(BODY_ENDS)
    noun = head_noun(term) or "기관"
    noun = noun if body and len(noun) >= 2 and noun_kind(noun) is Kind.BODY else "기관"
    noun = "기구" if term.endswith(("기구", "연맹", "연합", "기금", "은행")) else noun
    what = f"어느 {noun}의 약칭인가" if body else "무엇을 뜻하는 약어인가"
    yield Candidate(
        "abbreviation", sentence, start, end, f"‘{short}’{fitting(short, '은')} {what}?",
        (term,), names.kind(term) or (Kind.BODY if body else Kind.TERM), weight=82,
        part="spelled", also=(term,),
    )  # fmt: skip
    if spelled or body:
        yield bracketed(
            reading, start, end, f"{term}의 영문 약칭은 무엇인가?", short, "약칭", 74
        )


def goes_on(short: str, reading: Reading) -> bool:
    """Tell whether the text uses the short name itself, beside glossing it once."""
    subject = reading.setting.context.subject
    return short in subject or reading.setting.names.counts[short] > 0


def whole_term(
    sentence: Sentence, number: int, at: int, short: str, spelled: list[str]
) -> tuple[int, int]:
    """Return the term of as many words as the English one, else what looks whole."""
    if spelled:
        return term_at(sentence, number, at, len(re.findall(r"[A-Za-z]+", spelled[0])))
    start, end = term_at(sentence, number, at, 1)
    before = sentence.words[number - 1] if number else None
    if before is not None and before.is_bare and "NNP" in before.tags():
        return term_at(sentence, number, at, 2)  # '크로아티아 방위평의회'
    if end - start >= max(SHORT_TERM, 2 * len(short) - 2):
        return start, end
    return term_at(sentence, number, at, min(4, len(short)))


def place_of_today(gloss: Gloss, number: int, reading: Reading) -> Iterator[Candidate]:
    """'대야성(지금의 경남 합천)' -> 대야성은 오늘날의 어디인가."""
    match = NOW.match(gloss.text)
    if match is None:
        return
    sentence = reading.sentence
    start, end = named_before(sentence, number, gloss.at)
    name = sentence.text[start:end]
    if len(name) >= 2 and name not in VAGUE_NOUNS:
        yield bracketed(
            reading, start, end, f"{attach(name, '은')} 오늘날의 어디인가?", match["place"],
            "now", 82, Kind.PLACE,
        )  # fmt: skip


def homeland(gloss: Gloss, number: int, reading: Reading) -> Iterator[Candidate]:
    """'공격수 마르쿠스 올센(31·노르웨이)' -> 어느 나라 선수인가."""
    match = AGED_FOREIGNER.match(gloss.text)
    if match is None or match["country"] not in countries():
        return
    mention = mention_at(reading.sentence, number)
    if mention is None or (mention.noun or mention.title) not in SPORTS_ROLES:
        return
    yield bracketed(
        reading, mention.start, mention.end,
        f"{attach(mention.name, '은')} 어느 나라 선수인가?", match["country"], "homeland",
        82, Kind.COUNTRY,
    )  # fmt: skip
