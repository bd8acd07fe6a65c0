"""A noun phrase read as [owner] name [title]."""

import re
from functools import lru_cache

from quiz.language.korean.gazetteer import known_names
from quiz.language.korean.morphology import Sentence, Word
from quiz.language.korean.phrases import DROPPED_FRONT, SEVERAL_PASSES, Phrase
from quiz.language.korean.values import value
from quiz.language.korean.wordlists import (
    BIG_CITIES,
    COMMON_SURNAMES,
    KINGS,
    REGIONS,
    SEEN,
    SURNAMES,
    VAGUE_NOUNS,
    Kind,
    countries,
    noun_kind,
    suffix_kind,
    title_of,
    words,
)

NAME_SHAPE = re.compile(r"^[가-힣]{2,4}$")
PERSON_WORD = re.compile(r"^[가-힣]{1,8}(?: [가-힣]+)*$")
DROPPED_END = frozenset({"등", "측", "씨", "들", "등지"})
NOT_PERSONS = DROPPED_FRONT | words(
    """
전현직 전직 현직 차기 신임 전임 후임 공동 최고 수석 선임 책임 대표 명예 부 총 임시
"""
)
UNIVERSITY = re.compile(r"^[가-힣]{2,}대(?:학교)?$")
# Before a name: 조선공 헨리크, 수집가 보이만스, 나무꾼 토마스.
CRAFT = re.compile(r"^[가-힣]{2,}(?:가|자|공|꾼|병)$")
PUBLIC_TITLES = (
    "시장",
    "군수",
    "구청장",
    "도지사",
    "의원",
    "장관",
    "교수",
    "연구원",
    "학예사",
    "위원장",
)
POLITE = frozenset({"씨", "여사", "선생", "선생님", "옹", "님"})
ROYAL = re.compile(
    r"^(?![가-힣]*(?:득점|도움|홈런|타격|신인|다승|도루|타점|발명|판매)왕$)[가-힣]{2,5}(?:대왕|여왕|왕|황제|왕후)$"
)
KNOWN_BODIES = frozenset(
    {"유네스코", "유엔", "국제연합", "유럽연합", "세계보건기구", "국제통화기금", "세계은행"}
)
GIVEN_NAMES = words(
    """
윌리엄 존 조지 제임스 로버트 찰스 토머스 토마스 헨리 데이비드 마이클 프랭클린 리처드 폴 피터
앤드루 에드워드 프랜시스 프레더릭 새뮤얼 벤저민 알렉산더 아서 해리 조지프 요제프 요한 카를
프리드리히 빌헬름 하인리히 루트비히 프란츠 한스 게오르크 장 피에르 루이 앙리 자크 프랑수아
마리 안나 마리아 엘리자베스 메리 캐서린 마거릿 이반 니콜라이 알렉세이 블라디미르 미하일
세르게이 안드레이 도널드 로널드 앨버트 안토닌 요제프 빅토르 파블로
"""
)
PLACE_ENDS = frozenset("시군구읍면")
QUOTED_NAME = re.compile(r"[‘'「『《〈]([^‘’'「」『』《》〈〉“”]{1,30})[’'」』》〉]")
QUOTES = frozenset("‘'「『《〈")
COUNT = re.compile(r"^[\d,]+ ?[가-힣]{1,2}$")


@value(frozen=True, slots=True)
class Mention:
    """A phrase read as [owner] name [title]. Offsets are of the name alone."""

    phrase: Phrase
    name: str
    start: int
    end: int
    owner: str = ""
    title: str = ""
    noun: str = ""  # what the text calls it: 반도체 ‘한광800’ -> 반도체


@lru_cache(maxsize=4 * SEVERAL_PASSES)
def read_phrase(sentence: Sentence, phrase: Phrase) -> Mention:
    """Take the title and the organisation off: 알리바바 [장융] 회장."""
    if quoted := quoted_in(sentence, phrase):
        return quoted
    words = list(sentence.words[phrase.first : phrase.last + 1])
    if len(words) == 1:
        start, end = max(words[0].start, phrase.start), min(words[0].core_end, phrase.end)
        return Mention(phrase, sentence.text[start:end], start, end)
    spans = [(w.start, w.core_end) for w in words]
    spans[0] = (max(spans[0][0], phrase.start), spans[0][1])
    spans[-1] = (spans[-1][0], min(spans[-1][1], phrase.end))
    cores = [sentence.text[a:b] for a, b in spans]
    if len(cores) >= 2 and cores[-1] in POLITE and is_name_shaped(cores[-2]):
        return Mention(phrase, cores[-2], *spans[-2], " ".join(cores[:-2]), cores[-1])
    while len(cores) > 1 and cores[-1] in DROPPED_END:
        cores, spans = cores[:-1], spans[:-1]
    while len(cores) > 1 and cores[0] in DROPPED_FRONT:
        cores, spans = cores[1:], spans[1:]
    if "대신" in cores[1:-1]:  # '특산물 대신 쌀'
        after = cores.index("대신") + 1
        cores, spans = cores[after:], spans[after:]
    outsider = len(cores) == 3 and bool(title_of(cores[-1])) and names_outsider(cores)
    if (
        len(cores) >= 2
        and is_korean_name(cores[-2])
        and ends_in_title(cores[-1])
        and not outsider
    ):
        return Mention(phrase, cores[-2], *spans[-2], " ".join(cores[:-2]), cores[-1])
    if len(cores) > 1 and ROYAL.match(cores[-1]):
        return Mention(phrase, cores[-1], *spans[-1], " ".join(cores[:-1]))
    if outsider:
        # '차연우 갈마루 감독'
        return Mention(phrase, cores[0], *spans[0], cores[1], title_of(cores[-1]))
    if len(cores) >= 2 and (title := title_of(cores[-1])):
        before = cores[-2]
        if len(cores) == 3 and cores[0] in GIVEN_NAMES and not is_korean_name(before):
            name = sentence.text[spans[0][0] : spans[-2][1]]
            return Mention(phrase, name, spans[0][0], spans[-2][1], "", title)
        if person_before_title(before, cores[:-2], words):
            owner = " ".join(cores[:-2])
            return Mention(phrase, before, *spans[-2], owner, title)
    named = any(m.tag == "NNP" for m in words[-1].morphs)
    if named and (place := after_person_noun(cores)) is not None:
        name = sentence.text[spans[place][0] : spans[-1][1]]
        owner = " ".join(cores[: place - 1])
        return Mention(
            phrase, name, spans[place][0], spans[-1][1], owner, noun=cores[place - 1]
        )
    if named and len(cores) == 2 and is_korean_name(cores[-1]) and is_common(words[0]):
        return Mention(phrase, cores[-1], *spans[-1], noun=cores[0])  # '문인 공치규'
    called = len(cores) >= 2 and len(cores[-2]) >= 2 and noun_kind(cores[-2])
    if called and is_single_name(words[-1]):
        return Mention(phrase, cores[-1], *spans[-1], " ".join(cores[:-2]), noun=cores[-2])
    name = sentence.text[spans[0][0] : spans[-1][1]]
    return Mention(phrase, name, spans[0][0], spans[-1][1])


def is_common(word: Word) -> bool:
    return {m.tag for m in word.morphs} <= {"NNG", "XSN"}


def names_outsider(cores: list[str]) -> bool:
    """Tell 'person organisation role' from 'organisation person role'."""
    if is_korean_name(cores[0]) and UNIVERSITY.match(cores[1]):
        return cores[-1].endswith(("교수", "총장", "학장", "연구원"))
    if is_korean_name(cores[1]) or fixed_kind(cores[0]) or cores[0] in NOT_PERSONS:
        return False
    known = fixed_kind(cores[1]) in {Kind.BODY, Kind.COMPANY, Kind.CITY}
    return is_korean_name(cores[0]) or (known and is_name_shaped(cores[0]))


def is_name_shaped(word: str) -> bool:
    """Tell whether `word` may be a Korean's whole name: a surname and two syllables."""
    return (
        len(word) == 3
        and bool(NAME_SHAPE.match(word))
        and word[0] in SURNAMES
        and word not in VAGUE_NOUNS
        and not noun_kind(word)
    )


def ends_in_title(word: str) -> bool:
    """Tell the 한빛시장 of '최은수 한빛시장': after a person's name it is no market."""
    return any(word.endswith(title) for title in PUBLIC_TITLES)


def is_single_name(word: Word) -> bool:
    """Tell 다모위안 of '연구소 다모위안'."""
    heard = [
        m for m in word.morphs if m.end <= word.core_end and m.tag not in {"SSO", "SSC"}
    ]
    return len(heard) == 1 and heard[0].tag == "NNP" and not noun_kind(heard[0].form)


def after_person_noun(cores: list[str]) -> int | None:
    """Return where the name begins in '한빛시티 골키퍼 정우람', '배우 최민식'."""
    for place in range(len(cores) - 1, max(0, len(cores) - 4), -1):
        name = cores[place:]
        if any(
            noun_kind(word) or title_of(word) or not PERSON_WORD.match(word)
            for word in name
        ):
            return None
        if is_person_noun(cores[place - 1]):
            return None if name[0] in VAGUE_NOUNS else place
    return None


def is_person_noun(word: str) -> bool:
    """Tell 배우, 유전학자 and 일본인."""
    native = word.endswith("인") and word[:-1] in countries()
    kind = noun_kind(word)
    return native or kind is Kind.PERSON or (kind is None and bool(CRAFT.match(word)))


def quoted_in(sentence: Sentence, phrase: Phrase) -> Mention | None:
    """Read "반도체 ‘한광800’" and "‘차이나 게이트웨이’ 프로그램" as a name and a noun."""
    if QUOTES.isdisjoint(phrase.text):
        return None
    found = list(QUOTED_NAME.finditer(phrase.text))
    if len(found) != 1 or found[0].span() == (0, len(phrase.text)):
        return None
    quote = found[0]
    before, after = phrase.text[: quote.start()].strip(), phrase.text[quote.end() :].strip()
    if before and COUNT.match(after):
        after = ""  # 엔진 ‘마루’ 4기
    if bool(before) == bool(after) or after in {"등", "측", "외"}:
        return None
    noun = (before or after).split()[-1]
    place = sentence.words[phrase.last if after else phrase.first + len(before.split()) - 1]
    if any(
        m.tag == "NNP" for m in place.morphs if m.form in noun and len(m.form) == len(noun)
    ):
        return None
    if title_of(noun) and after:
        return None
    start = phrase.start + quote.start(1)
    return Mention(phrase, quote[1], start, start + len(quote[1]), noun=noun)


def person_before_title(word: str, earlier: list[str], words: list[Word]) -> bool:
    """Tell whether the word before a title is a person and not an organisation."""
    if fixed_kind(word) in {Kind.COUNTRY, Kind.CITY, Kind.COMPANY, Kind.BODY, Kind.PLACE}:
        return False
    if title_of(word) or noun_kind(word) or word in VAGUE_NOUNS or word in NOT_PERSONS:
        return False
    if " " in word:
        return known_names().get(word) is Kind.PERSON
    if not NAME_SHAPE.match(word):
        return bool(earlier) and len(word) <= 6 and word.isalpha()
    if is_korean_name(word) or (len(word) == 2 and word[0] in SURNAMES):
        return True
    return is_single_name(words[-2]) and (bool(earlier) or len(word) >= 3)


@lru_cache(maxsize=SEEN)
def is_korean_name(name: str) -> bool:
    shape = len(name) == 3 and bool(NAME_SHAPE.match(name))
    return shape and name[0] in COMMON_SURNAMES and name[-1] not in PLACE_ENDS


@lru_cache(maxsize=SEEN)
def fixed_kind(name: str) -> Kind | None:
    """Return the kind that a list or a suffix tells."""
    last = name.split()[-1] if name.split() else name
    if name in KNOWN_BODIES:
        return Kind.BODY
    if name in KINGS or ROYAL.match(name):
        return Kind.PERSON
    if name in countries():
        return Kind.COUNTRY
    if name in BIG_CITIES or last in BIG_CITIES:
        return Kind.CITY
    if name in REGIONS or last in REGIONS:
        return Kind.PLACE
    return suffix_kind(last) or (
        suffix_kind(name) if last != name and len(last) >= 2 else None
    )
