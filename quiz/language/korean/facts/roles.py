"""Who holds a role: '앤트파이낸셜 후샤오밍 총재', '기술위원회 주석인 왕젠'."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.arguments import is_coordinated
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.josa import attach
from quiz.language.korean.mentions import Mention, fixed_kind, read_phrase
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_copular, is_time_word, phrases
from quiz.language.korean.prompts import tidy
from quiz.language.korean.wordlists import Kind, title_of

NAME = re.compile(r"[가-힣]{2,4}")
HOLDERS = re.compile(
    r"(?P<names>[가-힣]{2,4}(?:(?:, | 및 |와 |과 |·)[가-힣]{2,4})*) (?P<when>현|전) "
    r"(?P<title>총재|회장|대표|사장|원장|감독|시장|총장|관장|의장|이사장|대표이사)"
    r"(?![가-힣]{2})"
)
OF_ALL_HOLDERS = re.compile(
    r"(?:^|에서는 |에는 |에서 )[‘'“]?(?P<owner>[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+)?)"
    r"[’'”]?의 "
    r"(?:전현직|전·현직|역대) "
)
COUNTS = {2: "두", 3: "세", 4: "네", 5: "다섯"}
GLOSSED_HOLDER = re.compile(r"^(?P<title>[가-힣]{2,5}) (?P<name>[가-힣]{2,4})$")
FORMER = re.compile(r"(?:^|\s)(?:전|전임|초대|역대|당시)$")
NOT_ROLES = frozenset(
    [
        "씨",
        "군",
        "양",
        "옹",
        "여사",
        "선생",
        "박사",
        "선수",
        "작가",
        "시인",
        "배우",
        "가수",
        "기자",
        "투수",
        "포수",
        "공격수",
        "수비수",
        "골키퍼",
        "미드필더",
        "의원",
        "교수",
        # Of these a body has many.
        "연구원",
        "선임연구원",
        "수석연구원",
        "책임연구원",
        "전임연구원",
        "연구위원",
        "연구교수",
        "주무관",
        "대변인실",
        "위원",
        "판사",
        "검사",
        "변호사",
        "교사",
        "학예사",
        "학예연구사",
        "사무관",
        "서기관",
        "이사",
        "상무",
        "전무",
        "부장",
        "과장",
        "코치",
        "심판",
        "해설위원",
        "건축가",
        "디자이너",
        "화가",
        "소설가",
    ]
)


def find(reading: Reading) -> Iterator[Candidate]:
    yield from listed_holders(reading)
    yield from glossed_holders(reading)
    sentence = reading.sentence
    for phrase in phrases(sentence):
        if phrase.is_time or sentence.words[phrase.last].quoted:
            continue
        mention = read_phrase(sentence, phrase)
        if mention.title and mention.owner and not is_coordinated(sentence, phrase):
            yield from owned_title(mention, reading)
        elif role := role_before(reading, mention):
            yield candidate(mention, role, reading)


def glossed_holders(reading: Reading) -> Iterator[Candidate]:
    """'가온시(시장 홍길동)', '가온전자(대표 홍길동)': press style for who leads it."""
    calendar = reading.setting.calendar
    for gloss in reading.sentence.glosses:
        match = GLOSSED_HOLDER.match(gloss.text)
        owner = re.search(r"[가-힣A-Za-z0-9]+$", reading.sentence.text[: gloss.at])
        if match is None or owner is None or title_of(match["title"]) != match["title"]:
            continue
        year = f"{calendar.year}년 " if calendar.news and calendar.year else ""
        yield Candidate(
            "role-holder",
            reading.sentence,
            owner.start(),
            owner.end(),
            tidy(f"{year}{owner[0]} {attach(match['title'], '은')} 누구인가?"),
            (match["name"], f"{match['name']} {match['title']}"),
            Kind.PERSON,
            weight=81,
            part="gloss",
            bracketed=match["name"],
            also=(match["name"],),
        )


def listed_holders(reading: Reading) -> Iterator[Candidate]:
    """'A 현 총재를 비롯해 B, C 전 총재는': whose 총재 stands in the sentence before."""
    sentence, previous = reading.sentence, reading.setting.context.previous
    whose = OF_ALL_HOLDERS.search(previous.text) if previous is not None else None
    if whose is None:
        return
    names = reading.setting.names
    for match in HOLDERS.finditer(sentence.text):
        people = NAME.findall(match["names"])
        year = reading.setting.calendar.year
        when = f"{year}년 현재 " if match["when"] == "현" and year else ""
        former = "" if match["when"] == "현" else "전 "
        role = f"{whose['owner'].strip()} {former}{match['title']}"
        start = match.start("names")
        items = tuple((name, *names.others(name)) for name in people)
        if len(people) == 1:
            yield Candidate(
                "role-holder", sentence, start, start + len(people[0]),
                tidy(f"{when}{attach(role, '은')} 누구인가?"), items[0],
                Kind.PERSON, weight=84, part="role",
            )  # fmt: skip
        elif former:
            count = COUNTS.get(len(people), str(len(people)))
            yield Candidate(
                "role-holder", sentence, start, start + len(match["names"]),
                tidy(f"{role} {count} 사람은 누구인가?"), (), Kind.PERSON,
                AnswerKind.LIST, items, weight=84, part="role",
            )  # fmt: skip


def owned_title(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    if mention.title in NOT_ROLES or not knows_owner(mention.owner, reading):
        return
    whole = reading.sentence.text[mention.end : mention.phrase.end].strip()
    if whole.startswith(("전 ", "당시 ")) or FORMER.search(mention.owner):
        return
    role = whole.removeprefix("현 ")
    if not role.startswith(mention.owner):
        role = f"{mention.owner} {role}"
    yield candidate(mention, role, reading)


def role_before(reading: Reading, mention: Mention) -> str:
    """Return the role in '알리바바 기술위원회 주석인 왕젠', or ""."""
    words = reading.sentence.words
    number = mention.phrase.first - 1
    if (
        number < 0
        or words[number].part is not Part.ADNOMINAL
        or not is_copular(words[number])
    ):
        return ""
    if (
        not title_of(words[number].core)
        or reading.setting.names.kind(mention.name) is not Kind.PERSON
    ):
        return ""
    first = number
    while first > 0 and (words[first - 1].is_bare or words[first - 1].josa == "의"):
        if is_time_word(words[first - 1].core):
            break
        first -= 1
    owner = " ".join(w.text for w in words[first:number])
    if not knows_owner(owner.removesuffix("의"), reading) or FORMER.search(owner):
        return ""
    return f"{owner} {words[number].core}".strip()


def knows_owner(owner: str, reading: Reading) -> bool:
    """Tell whether the organisation can be understood without the sentence."""
    names = reading.setting.names
    return bool(owner) and any(
        names.is_proper(piece) or fixed_kind(piece) for piece in (owner, *owner.split())
    )


def candidate(mention: Mention, role: str, reading: Reading) -> Candidate:
    calendar = reading.setting.calendar
    year = f"{calendar.year}년 " if calendar.news and calendar.year else ""
    role = role.removeprefix("현 ").strip()
    prompt = tidy(f"{year}{attach(role, '은')} 누구인가?")
    return Candidate(
        "role-holder",
        reading.sentence,
        mention.start,
        mention.end,
        prompt,
        accepted_names(mention, reading.setting.names),
        Kind.PERSON,
        weight=80,
        part="role",
    )
