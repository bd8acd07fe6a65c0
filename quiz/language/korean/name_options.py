"""Names and words that might be right: of the article, of its kind, known to all."""

import random
import re
from collections.abc import Iterator

from quiz.language.korean.article_text import ArticleText
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.gazetteer import known_names
from quiz.language.korean.name_origins import of_one_sort
from quiz.language.korean.names import Names
from quiz.language.korean.peers import Group, group_of, groups_by_member, groups_of
from quiz.language.korean.person_options import (
    ENOUGH,
    is_subject,
    made_up,
    person_style,
    persons_for,
)
from quiz.language.korean.related_words import is_common, related
from quiz.language.korean.state_periods import was_there, years_told
from quiz.language.korean.wordlists import (
    VAGUE_NOUNS,
    Kind,
    countries,
    head_noun,
    noun_kind,
    title_of,
    words,
)

FEW = 2
NEAR = 6  # members of a group on either side that are alike enough
ASKED_NOUN = re.compile(r"(?P<noun>[가-힣]+)[은는] (?:누구|어디|무엇)")
WHICH_NOUN = re.compile(
    r"(?:어느|어떤|무슨) (?P<noun>[가-힣]+?)(?:[은는이가을를에의로와과]|으로|에서)?(?=[ ?])"
)
SAID_NOUN = re.compile(r"(?P<noun>[가-힣]+)[을를] (?:무엇이라|어떻게 부르)")
# Nouns that any name of the kind answers to.
WIDE_NOUNS = words(
    """
인물 사람 것 곳 기관 회사 나라 도시 작품 행사 말 이름 뜻 지역 장소 단체 조직 기업 물건 일 점
주인공 주역 하나 가운데 대상 개념 용어 현상 제도
"""
)
# What may follow a country, a president or a field of study in an answer.
SWAPPED_AFTER = words(
    """
정부 세력 행정부 학위 군대 왕자 국왕 황제 대통령 총리 대사 대표팀 왕실 의회 문학 음악 요리
출신 사람 상인 함대 공주 사신 장수 군사 시대 학파 지도자 선수 팀 국적
"""
)
CITY_GROUPS = {
    "독일 도시": "독일",
    "프랑스 도시": "프랑스",
    "영국 도시": "영국",
    "이탈리아 도시": "이탈리아",
    "스페인 도시": "스페인",
    "스위스 도시": "스위스",
    "러시아 도시": "러시아",
    "미국 도시": "미국",
    "캐나다 도시": "캐나다",
    "중국 도시": "중국",
    "일본 도시": "일본",
}
PROVINCE_CITIES = {
    "경기도": "수원 성남 용인 안양 평택 의정부",
    "강원도": "춘천 원주 강릉 속초 삼척 태백",
    "충청북도": "청주 충주 제천",
    "충청남도": "천안 공주 부여 아산 논산",
    "전라북도": "전주 군산 익산 남원 정읍",
    "전라남도": "목포 여수 순천 나주 광양",
    "경상북도": "경주 포항 안동 구미 김천",
    "경상남도": "창원 진주 통영 김해 거제",
}
OWN_LANDS = words("한국 북한 조선 대한민국 대한제국")
GONE_ABROAD = re.compile(r"건너[가갔]|유학|망명|떠나|떠났|이주|수출|파견|귀국|출국|순방")
# Syllables that end names of one kind: of 사 (절, 회사, 관아) nobody knows which.
TELLING_ENDS = frozenset("법강산역섬호궁탑릉성군왕함론학제전문경록집곡춤절포교현국항만상")
PRESS = frozenset({"일간지", "신문", "언론사"})
STATES = words("제국 왕국 공화국 연방 왕조")
NAMED = frozenset({Kind.PERSON, Kind.COMPANY, Kind.BODY, Kind.COUNTRY, Kind.CITY,
                   Kind.PLACE, Kind.EVENT, Kind.WORK})  # fmt: skip


def name_options(
    candidate: Candidate, names: Names, article: ArticleText, chance: random.Random
) -> Iterator[str]:
    """Yield what might be taken for the answer, the best first."""
    shown = candidate.accepted[0]
    noun = noun_asked(candidate.prompt)
    group = known_group(candidate, article, noun)
    if candidate.names is Kind.PERSON and group is None and is_no_name(shown, names):
        return
    for option in likely_options(candidate, names, noun, group, article, chance):
        if candidate.names is Kind.PERSON:
            fits = not is_subject(option, article.title)
            fits = fits and of_one_sort(option, shown, candidate.prompt)
        else:
            fits = fits_time(option, candidate, article)
        if fits:
            yield option


def is_no_name(shown: str, names: Names) -> bool:
    """Tell 최우수 and 이앙기, which one stray vote made a person."""
    known = known_names().get(shown) is Kind.PERSON
    return not known and is_common(shown) and not names.others(shown)


def fits_time(option: str, candidate: Candidate, article: ArticleText) -> bool:
    """Tell whether a state was there in the year told; nobody sails to the own land."""
    if option in OWN_LANDS and GONE_ABROAD.search(candidate.sentence.text):
        return False
    years = years_told(candidate.sentence.text) or years_told(article.text)
    return not years or was_there(option, sorted(years)[len(years) // 2])


def likely_options(
    candidate: Candidate,
    names: Names,
    noun: str,
    group: Group | None,
    article: ArticleText,
    chance: random.Random,
) -> Iterator[str]:
    shown = candidate.accepted[0]
    mine = own_names(candidate, names, noun, article, chance)
    kings = candidate.names is Kind.PERSON and person_style(shown).startswith("king")
    if group is not None:
        yield from of_group(group, shown, chance)
        person = candidate.names is Kind.PERSON and not kings
        yield from (
            n for n in mine if n not in group.members and (person or same_sort(n, shown))
        )
        return
    if " " in shown:
        yield from swapped(shown, article, chance)
    yield from mine
    yield from swapped(shown, article, chance)
    if candidate.names is Kind.PERSON and len(mine) < ENOUGH:
        yield from made_up(candidate, article, chance)


def noun_asked(prompt: str) -> str:
    """Return the 세금 of '... 세금은 무엇인가?' and '어떤 세금을', or ""."""
    for pattern in (ASKED_NOUN, WHICH_NOUN, SAID_NOUN):
        if found := pattern.search(prompt):
            return "" if found["noun"] in WIDE_NOUNS else found["noun"]
    return ""


def known_group(candidate: Candidate, article: ArticleText, noun: str) -> Group | None:
    """Return the group of well-known things that the answer is of."""
    shown = candidate.accepted[0]

    def told(word: str) -> int:
        return article.tells(word, candidate.prompt)

    group = group_of(shown, told, noun, lambda word: related(word).words)
    if group is None or not fits_kind(group, candidate):
        return None
    return group if is_meant(group, candidate, article) else None


def is_meant(group: Group, candidate: Candidate, article: ArticleText) -> bool:
    """Tell 주역, a leading part, from the book: something must speak for the group."""
    shown = candidate.accepted[0]
    if " " in shown or len(shown) > 2 or candidate.names in NAMED:
        return True
    if any(article.tells(m) for m in group.members if m != shown and len(m) > 1):
        return True
    near = related(shown)
    return not near.sure or any(member in near.words for member in group.members)


def fits_kind(group: Group, candidate: Candidate) -> bool:
    """Tell whether the group's own noun (도시, 소설가, 전쟁) allows the answer's kind."""
    told = noun_kind(group.kind.split()[-1])
    if told is None or told is candidate.names:
        return True
    open_kind = candidate.names in {Kind.THING, Kind.TERM}
    if open_kind:
        return told not in {Kind.CITY, Kind.COUNTRY} or " " in candidate.accepted[0]
    return {told, candidate.names} <= {Kind.BODY, Kind.COMPANY, Kind.PLACE, Kind.EVENT}


def of_group(group: Group, shown: str, chance: random.Random) -> list[str]:
    near = group.around(shown)
    alike = [m for m in near if m[-2:] == shown[-2:]] if len(shown) > 2 else []
    if len(alike) >= ENOUGH:
        near = alike  # 공리주의 stands out beside 소피스트
    first, rest = near[:NEAR], near[NEAR:]
    chance.shuffle(first)
    return [o for o in [*first, *rest] if fits_form(o, shown)]


def own_names(
    candidate: Candidate,
    names: Names,
    noun: str,
    article: ArticleText,
    chance: random.Random,
) -> list[str]:
    """Return the article's names that are of the same kind, sort and form."""
    shown = candidate.accepted[0]
    if candidate.names is Kind.PERSON:
        pool = persons_for(candidate, names, noun, article, chance)
    elif candidate.names in {Kind.COUNTRY, Kind.CITY}:
        pool = [n for n in names.of_kind(candidate.names) if of_a_group(n, candidate.names)]
        if noun in STATES:
            pool = [n for n in pool if n.endswith(noun)]
        chance.shuffle(pool)
    else:
        pool = of_same_sort(candidate, names, noun, article)
    return [n for n in pool if is_usable(n, shown, names)]


def names_ending(last: str, kind: Kind, names: Names, article: ArticleText) -> list[str]:
    """Return the article's names of a kind that end in the syllable `last`."""
    if (kind, "") not in article.names:
        article.names[kind, ""] = []
        for name in names.of_kind(kind):
            article.names.setdefault((kind, name[-1]), []).append(name)
    return article.names.get((kind, last), [])


def of_same_sort(
    candidate: Candidate, names: Names, noun: str, article: ArticleText
) -> list[str]:
    """Return names that are called by the same noun, or that end in the same."""
    shown = candidate.accepted[0]
    own = names.nouns.get(shown, "")
    called = [n for word in {own, noun} - {""} for n in names.called[word]]
    ending = names_ending(shown[-1], candidate.names, names, article)
    alike = [n for n in ending if same_sort(n, shown)]
    pool = list(dict.fromkeys([*sorted(called), *alike]))
    if noun:
        pool = [n for n in pool if n.endswith(noun[-2:]) or names.nouns.get(n, "") == noun]
    heads = head_noun(shown.split()[-1])
    if heads and candidate.names in NAMED:
        pool = [n for n in pool if (head_noun(n.split()[-1]) or heads) == heads]
    return pool


def same_sort(one: str, other: str) -> bool:
    """Tell whether two names end alike: 대동법 and 균역법, 베른 조약 and 파리 조약."""
    head = head_noun(other.split()[-1])
    if head and len(head) >= 2:
        return one.endswith(head) and one != head
    last = other[-1]
    if last not in TELLING_ENDS and not other.isascii():
        return False
    return len(other) >= 3 and one[-1] == last and one.count(" ") == other.count(" ")


def is_usable(option: str, shown: str, names: Names) -> bool:
    if not names.is_proper(option) or option in VAGUE_NOUNS:
        return False
    if any(option in names.others(n) or n in names.others(option) for n in (shown,)):
        return False
    return fits_form(option, shown)


DIGIT = re.compile(r"\d")
MARKED = re.compile(r"[‘’“”()]")


def fits_form(option: str, shown: str) -> bool:
    """Tell whether the option looks like the answer: script, length, words, spaces."""
    short, long = sorted((len(option), len(shown)))
    if option == shown or long > 2 * short + 2:
        return False
    if option.isascii() != shown.isascii():
        return False
    figures = bool(DIGIT.search(option)) == bool(DIGIT.search(shown))
    return figures and not MARKED.search(option)


def of_a_group(name: str, kind: Kind) -> bool:
    """Tell whether a country or city is a known one: 세계 대전 was voted a city once."""
    if kind is Kind.COUNTRY:
        return name in countries()
    return any(noun_kind(g.kind.split()[-1]) is Kind.CITY for g in groups_of(name))


def swapped(shown: str, article: ArticleText, chance: random.Random) -> list[str]:
    """'일본 도쿄' -> '일본 오사카', '독일 정부' -> '영국 정부', '뮌헨시' -> '쾰른시'."""
    first, space, last = shown.rpartition(" ")
    if not space:
        return swapped_suffix(shown, article, chance)
    if " " in first or DIGIT.search(shown):
        return []
    if cities := cities_of(first, last):
        chance.shuffle(cities)
        return [f"{first} {city}" for city in cities]
    if last in SWAPPED_AFTER and (group := group_of(first, article.tells)):
        return [f"{other} {last}" for other in of_group(group, first, chance)]
    title = group_of(last, article.tells) if title_of(last) == last else None
    if title is not None and not first.endswith(("은", "는", "의")):
        return [f"{first} {other}" for other in of_group(title, last, chance)]
    return []


def cities_of(land: str, city: str) -> list[str]:
    """Return other cities of the same country or province; [] if it is no such pair."""
    if land in PROVINCE_CITIES:
        near = PROVINCE_CITIES[land].split()
        return [c for c in near if c != city] if city in near else []
    for group in groups_of(city):
        if CITY_GROUPS.get(group.kind) == land:
            return group.around(city)[:NEAR]
    return []


def swapped_suffix(shown: str, article: ArticleText, chance: random.Random) -> list[str]:
    if shown.endswith("사") and (group := group_of(shown[:-1], article.tells)):
        others = of_group(group, shown[:-1], chance) if group.kind in PRESS else []
        return [other + "사" for other in others]
    for tail in ("시", "군", "어", "인"):
        stem = shown.removesuffix(tail)
        if stem == shown or len(stem) < 2 or stem not in groups_by_member():
            continue
        group = group_of(stem, article.tells)
        told = noun_kind(group.kind.split()[-1]) if group else None
        if group and told in {Kind.CITY, Kind.COUNTRY}:
            return [other + tail for other in of_group(group, stem, chance)]
    return []
