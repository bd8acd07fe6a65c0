"""Persons who might be taken for the one asked for: alike in name, sex and role."""

import random
import re
from collections.abc import Iterator
from functools import lru_cache

from quiz.core.questions import plain
from quiz.language.korean.article_text import ArticleText, begins
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.gazetteer import known_names
from quiz.language.korean.mentions import ROYAL, is_korean_name
from quiz.language.korean.name_origins import is_woman, of_one_sort
from quiz.language.korean.names import Names
from quiz.language.korean.peers import groups_of
from quiz.language.korean.related_words import is_common, is_known
from quiz.language.korean.state_periods import years_told
from quiz.language.korean.wordlists import (
    KINGS,
    SURNAMES,
    Kind,
    countries,
    noun_kind,
    title_of,
    words,
)

FEW, ENOUGH = 2, 3
GIVEN_NAMES = (
    "민준", "서연", "도윤", "지우", "현우", "수빈", "준호", "은지", "태영", "미경", "성민",
    "혜진", "동현", "유진", "재훈", "소영",
)  # fmt: skip
WOMENS = ("서연", "수빈", "은지", "미경", "혜진", "유진", "소영")
WOMENS_SPORT = re.compile(r"여자 ?(?:부|배구|농구|축구|핸드볼|하키|골프|컬링)")
BY_A_WOMAN = re.compile(r"언니|오빠|여자부|여성|여학생")
OF_TODAY = 1990  # names come into fashion
FAMILY_NAMES = "김이박최정강조윤장임한오서신"
PEOPLE_OF = re.compile(r"^(?P<land>[가-힣]+)(?:군|인|국|사람|왕국)$")
GIVEN_SYLLABLES = frozenset(
    "민서준윤도현우수빈지호은태영미경성혜진동유재훈소아린율하예나연채원주희정석철규한결가람찬혁상선승인기범용일"
    "국해겸언후단림강산솔별"
)
SOLD_AS_PERSON = 3  # votes: fewer are an accident
COACHES = ("감독", "코치", "사령탑", "감독대행")
# What somebody is: of two whose roles are of two rows, one is no option for the other.
ROLE_ROWS = (
    words("장군 사령관 제독 대장 중장 소장 준장 대령 중령 소령 대위 장교 장수 무신 군인"),
    words("조종사 비행사 항해사 선장 운전사 기관사 우주인"),
    words("장관 총리 수상 대통령 왕 황제 국왕 의원 총독 판무관 대사 외교관 시장 재상"),
    words("학자 의사 교수 박사 학장"),
    words("화가 조각가 시인 소설가 작가 작곡가 건축가 배우 지휘자 가수 영화감독 사진가"),
    words("회장 사장 대표 창업자 기업인 사업가 출판업자 상인 자선가"),
)


def persons_for(
    candidate: Candidate,
    names: Names,
    noun: str,
    article: ArticleText,
    chance: random.Random,
) -> list[str]:
    """Return the article's persons who might be meant, those of the same role first."""
    shown = candidate.accepted[0]
    pool = [
        name
        for name in persons_of_style(person_style(shown), names, article)
        if may_be_meant(name, candidate, names, noun, article)
    ]
    chance.shuffle(pool)
    return sorted(pool, key=lambda name: not same_noun(name, shown, names))


def may_be_meant(
    name: str, candidate: Candidate, names: Names, noun: str, article: ArticleText
) -> bool:
    """Tell whether nothing that a learner knows speaks against `name`."""
    shown, prompt = candidate.accepted[0], candidate.prompt
    if is_subject(name, article.title) or stands_by_surname(name, prompt):
        return False
    if not of_one_sort(name, shown, prompt) or is_of_unknown_kin(name, candidate):
        return False
    return fits_role(names.roles.get(name, ""), names.roles.get(shown, "") or noun, noun)


def is_of_unknown_kin(name: str, candidate: Candidate) -> bool:
    """Tell whether a foreign name beside 안나, a sister, may be a surname."""
    foreign = person_style(candidate.accepted[0]) in {"short", "long"}
    return candidate.kind == "kin" and foreign and is_woman(name) is None


def is_subject(name: str, title: str) -> bool:
    """Tell whether the article tells of `name`: the prompt would have named it."""
    if not title:
        return False
    last = name.split()[-1]
    return plain(name) in plain(title) or (" " in name and title.split()[-1] == last)


def stands_by_surname(name: str, prompt: str) -> bool:
    """Tell whether the prompt names 프리츠 짐로크 as 짐로크."""
    return " " in name and begins(name.split()[-1], prompt)


def fits_role(option: str, shown: str, noun: str) -> bool:
    """Tell whether who is known as `option` may be taken for a `shown`.

    `noun` is what the prompt asks for: of two mayors either may be 'the mayor'.
    """
    if not option:
        return not shown.endswith(COACHES)
    if option.endswith(COACHES) != shown.endswith(COACHES):
        return False
    if noun and title_of(noun) == noun and not option.endswith(noun):
        return False
    one, other = row_of(option), row_of(shown)
    return one is None or other is None or one == other


@lru_cache(maxsize=4096)
def row_of(role: str) -> int | None:
    for number, row in enumerate(ROLE_ROWS):
        if any(role.endswith(word) for word in row):
            return number
    return None


def persons_of_style(style: str, names: Names, article: ArticleText) -> list[str]:
    """Return the article's persons whose names look so; chosen once a text."""
    key = (Kind.PERSON, style)
    if key not in article.names:
        alike = [n for n in names.of_kind(Kind.PERSON) if person_style(n) == style]
        article.names[key] = [n for n in alike if is_person(n, names)]
    return article.names[key]


def same_noun(one: str, other: str, names: Names) -> bool:
    mine = names.roles.get(one, "") or names.nouns.get(one, "")
    theirs = names.roles.get(other, "") or names.nouns.get(other, "")
    return bool(mine) and mine == theirs


def is_person(name: str, names: Names) -> bool:
    """Tell a person from 백제군, 공인 and what else one stray vote made a person."""
    match = PEOPLE_OF.match(name)
    if match and match["land"] in countries():
        return False
    if noun_kind(name) or title_of(name) or is_common(name):
        return False
    if name in known_names():
        return known_names()[name] is Kind.PERSON
    if " " in name and not all(len(part) >= 1 and part.isalpha() for part in name.split()):
        return False
    votes = names.votes[name][Kind.PERSON] if name in names.votes else 0
    needed = FEW if is_korean_name(name) else SOLD_AS_PERSON
    return person_style(name).startswith("king") or votes >= needed


@lru_cache(maxsize=4096)
def person_style(name: str) -> str:
    """Return what a name looks like: none of another look should stand beside it."""
    if name.endswith(("왕후", "왕비", "여왕", "공주", "황후", "부인")):
        return "queen"
    if name in KINGS or ROYAL.match(name) or is_king(name):
        return f"king {name[-1]}"
    if not name.replace(" ", "").isalpha() or name.isascii():
        return "other"
    if " " in name:
        return "several words"
    if is_korean_name(name) or (len(name) == 3 and is_local(name)):
        return "korean"
    return "short" if len(name) <= 4 else "long"


def is_king(name: str) -> bool:
    return any(group.kind.endswith(("왕", "황제")) for group in groups_of(name))


def made_up(
    candidate: Candidate, article: ArticleText, chance: random.Random
) -> Iterator[str]:
    """Yield names that nobody known bears, beside a Korean of today whom nobody knows."""
    shown = candidate.accepted[0]
    hangul = re.fullmatch(r"[가-힣]{3}", shown) and person_style(shown) == "korean"
    if not hangul or not is_local(shown) or is_known(shown):
        return
    if any(year < OF_TODAY for year in years_told(candidate.sentence.text)):
        return
    womens = BY_A_WOMAN.search(candidate.prompt) or WOMENS_SPORT.search(article.text)
    pool = WOMENS if womens else GIVEN_NAMES
    families = [family for family in FAMILY_NAMES if family != shown[0]]
    # Each of another family: three of one name beside a fourth would give that away.
    pairs = zip(chance.sample(families, 6), chance.sample(pool, 6), strict=True)
    yield from (name for name in map("".join, pairs) if not is_known(name))


def is_local(name: str) -> bool:
    """Tell a Korean of today from 장젠펑: the syllables of the given name are usual."""
    return name[0] in SURNAMES and set(name[1:]) <= GIVEN_SYLLABLES
