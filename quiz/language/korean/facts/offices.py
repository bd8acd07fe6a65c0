"""Offices and parts: who holds one now, what somebody was, plays or made, which in line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.korean.arguments import (
    is_coordinated,
    pieces_or_none,
    says_who,
    subject_text,
)
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.facts.retold import mention_at, named_word, text_told
from quiz.language.korean.facts.roles import NOT_ROLES, knows_owner
from quiz.language.korean.josa import attach
from quiz.language.korean.mentions import Mention, is_korean_name, read_phrase
from quiz.language.korean.moments import year_in
from quiz.language.korean.phrases import is_time_word, phrases
from quiz.language.korean.prompts import in_place, tidy
from quiz.language.korean.wordlists import WORK_NOUNS, Kind, noun_kind, title_of, words

WAS = re.compile(r"^(?:지낸|맡았던|역임한|지내던|맡은|맡고)$")
POSITIONS = words(
    "투수 포수 골키퍼 공격수 수비수 미드필더 스트라이커 포워드 가드 센터 세터 타자 내야수 "
    "외야수 윙어 유격수 1루수 2루수 3루수 리베로"
)
HEAD = re.compile(
    r"[가-힣]{2}(?:소장|원장|관장|국장|과장|실장|부장|단장|처장|청장|서장|교장|총장|의장|사장|회장|팀장)$"
)
ORDINAL = re.compile(r"^제?(?P<nth>\d{1,3})대$")
RULERS = words(
    "왕 국왕 임금 황제 여왕 대통령 총리 교황 회장 총장 의장 사무총장 총재 이사장 시장"
)
WORKS = WORK_NOUNS | words(
    "작품 소설 노래 그림 저서 시집 발명품 설계 저작 유작 데뷔작 대표작"
)


def find(reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    for clause in reading.clauses:
        yield from holder_now(clause, reading)
        yield from whose_work(clause, reading)
        yield from which_in_line(clause, reading)
    for phrase in phrases(sentence):
        if phrase.is_time or sentence.words[phrase.last].quoted:
            continue
        yield from about_person(read_phrase(sentence, phrase), reading)


def about_person(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    names = reading.setting.names
    yield from ruler_in_line(mention, reading)
    yield from head_before_name(mention, reading)
    if names.kind(mention.name) is not Kind.PERSON:
        return
    if " " in mention.name and not mention.noun:
        return
    yield from titled(mention, reading)
    yield from post_of(mention, reading)
    yield from former_post(mention, reading)
    yield from position_of(mention, reading)


def holder_now(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'사무국장은 2022년부터 메토키가 맡고 있다' -> 2022년부터 ... 맡고 있는 인물."""
    if len(clause.topic) == 0 or clause.topic[-1] not in clause.body:
        return
    role = clause.word(clause.topic[-1])
    text = " ".join(clause.word(n).text for n in clause.body[-3:])
    if not title_of(role.core) or "맡" not in text or not role.is_topic:
        return
    person = next(
        (n for n in clause.body if clause.word(n).is_subject and n > clause.topic[-1]), None
    )
    mention = mention_at(clause.sentence, person) if person is not None else None
    names = reading.setting.names
    if mention is None or person is None:
        return
    if names.kind(mention.name) is not Kind.PERSON and not names.is_proper(mention.name):
        return
    owner = owner_of_role(clause, reading)
    times = [
        n for n in clause.body
        if clause.topic[-1] < n < person
        and (is_time_word(clause.word(n).core) or clause.word(n).josa == "부터")
    ]  # fmt: skip
    since = text_told_with_josa(clause, times)
    verb = "맡고 있는" if "맡고 있" in text else "맡은"
    if not owner:
        return
    whole = text_told(reading, clause.topic)
    yield Candidate(
        "role-holder", clause.sentence, mention.start, mention.end,
        tidy(f"{since} {owner} {attach(whole, '을')} {verb} 인물은 누구인가?"),
        accepted_names(mention, names), Kind.PERSON, weight=87,
    )  # fmt: skip


def text_told_with_josa(clause: Clause, numbers: list[int]) -> str:
    return " ".join(clause.word(n).text for n in numbers)


def owner_of_role(clause: Clause, reading: Reading) -> str:
    """Return whose office it is, where the sentence or the article says so."""
    context, names = reading.setting.context, reading.setting.names
    if any(names.is_proper(clause.word(n).core) for n in clause.topic):
        return " "
    for name in (context.subject, context.company, context.topic):
        if name and names.kind(name) in {Kind.BODY, Kind.COMPANY, Kind.COUNTRY}:
            return name
    return ""


def titled(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'가온시 보건소장 한서준' -> '가온시 보건소장은 누구인가?'."""
    title = title_of(mention.noun)
    if not title or title in NOT_ROLES or not mention.owner:
        return
    if not knows_owner(mention.owner, reading) or is_coordinated(
        reading.sentence, mention.phrase
    ):
        return
    yield from asks_holder(mention, reading)


def asks_holder(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    calendar = reading.setting.calendar
    year = f"{calendar.year}년 " if calendar.news and calendar.year else ""
    told = year_in(reading.sentence.text[: mention.start])
    year = f"{told}년 " if told and not year else year
    role = f"{mention.owner} {attach(mention.noun, '은')}"
    yield Candidate(
        "role-holder", reading.sentence, mention.start, mention.end,
        tidy(f"{year}{role} 누구인가?"), accepted_names(mention, reading.setting.names),
        Kind.PERSON, weight=80, part="role",
    )  # fmt: skip


def head_before_name(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'가온시 보건소장 한서준은': an office of several syllables that ends in 장."""
    pieces = mention.phrase.text.split()
    if len(pieces) < 3 or not HEAD.search(pieces[-2]) or not is_korean_name(pieces[-1]):
        return
    owner = " ".join(pieces[:-2])
    if mention.noun or not knows_owner(owner, reading):
        return
    end = mention.phrase.end
    start = end - len(pieces[-1])
    whole = replace(
        mention, name=pieces[-1], start=start, end=end, owner=owner, noun=pieces[-2]
    )
    yield from asks_holder(whole, reading)


def post_of(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'백이진 발사운용본부장' -> '백이진의 직책은 무엇인가?'."""
    if not mention.title or mention.title in NOT_ROLES:
        return
    after = reading.sentence.text[mention.end : mention.phrase.end].strip()
    if (
        " " in after
        or len(after) <= len(mention.title)
        or not after.endswith(mention.title)
    ):
        return
    start = mention.phrase.end - len(after)
    company = reading.setting.context.company
    whose = f"{company}에서 " if company and company not in after else ""
    yield Candidate(
        "role-holder", reading.sentence, start, mention.phrase.end,
        f"{whose}{mention.name}의 직책은 무엇인가?", (after,), Kind.THING, weight=74,
        part="post",
    )  # fmt: skip


def former_post(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'양극재사업부장을 지낸 민서율 부사장' -> '민서율 부사장이 지낸 직책은?'."""
    words_of = reading.sentence.words
    verb = mention.phrase.first - 1
    if verb < 1 or not WAS.match(words_of[verb].text) or not words_of[verb - 1].is_object:
        return
    post = words_of[verb - 1]
    if not title_of(post.core):
        return
    owner = mention_at(reading.sentence, verb - 1)
    start = owner.phrase.start if owner is not None else post.start
    told = reading.sentence.text[start : post.core_end]
    who = f"{mention.name} {mention.title}".strip()
    yield Candidate(
        "role-holder", reading.sentence, start, post.core_end,
        f"{attach(who, '이')} {words_of[verb].text} 직책은 무엇인가?",
        (told, post.core) if told != post.core else (told,), Kind.THING, weight=80,
        part="former",
    )  # fmt: skip


def position_of(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'미드필더 노가람' -> '노가람의 포지션은 무엇인가?'; 주장 asks for the captain."""
    noun = mention.noun or mention.title
    if noun in POSITIONS:
        place = reading.sentence.text.rfind(noun, mention.phrase.start, mention.phrase.end)
        if place >= 0:
            yield Candidate(
                "role-holder", reading.sentence, place, place + len(noun),
                f"{mention.name}의 포지션은 무엇인가?", (noun,), Kind.THING, weight=70,
                part=f"position {mention.name}", also=(noun,),
            )  # fmt: skip
    if noun == "주장" and not mention.owner:
        yield from captain(mention, reading)


def captain(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    names = reading.setting.names
    for clause in reading.clauses:
        inside = mention.phrase.first in clause.body and bool(clause.topic)
        team = mention_at(clause.sentence, clause.topic[-1]) if inside else None
        if team is not None and names.kind(team.name) is Kind.BODY:
            event = reading.setting.context.event
            front = f"{event}에서 " if event else ""
            yield Candidate(
                "role-holder", clause.sentence, mention.start, mention.end,
                f"{front}{team.name}의 주장은 누구인가?", accepted_names(mention, names),
                Kind.PERSON, weight=78, part="role",
            )  # fmt: skip
            return


def ruler_in_line(mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'신라 제35대 경덕왕' -> '신라 제35대 왕은 누구인가?'."""
    pieces = mention.phrase.text.split()
    if len(pieces) < 3 or not ORDINAL.match(pieces[-2]) or pieces[-1] != mention.name:
        return
    names = reading.setting.names
    owner = " ".join(pieces[:-2]).removesuffix("의")
    title = "왕" if mention.name.endswith("왕") else ""
    if not title or not knows_owner(owner, reading):
        return
    yield Candidate(
        "role-holder", reading.sentence, mention.start, mention.end,
        f"{owner} {pieces[-2]} {attach(title, '은')} 누구인가?",
        accepted_names(mention, names), Kind.PERSON, weight=86, part="role",
    )  # fmt: skip


def whose_work(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'기념 조형물은 르네 드 생마르소의 작품이다' -> '... 누구의 작품인가?'."""
    predicate = clause.predicate
    if predicate is None or not predicate.is_copula or not clause.topic:
        return
    last, owner = clause.body[-1], clause.body[-1] - 1
    work = named_word(clause.word(last))
    if work not in WORKS or owner <= clause.topic[-1] or clause.word(owner).josa != "의":
        return
    mention = mention_at(clause.sentence, owner)
    names = reading.setting.names
    pieces = pieces_or_none(clause, reading)
    if mention is None or pieces is None:
        return
    if names.kind(mention.name) is not Kind.PERSON and mention.noun == "":
        return
    if noun_kind(mention.noun or "") not in {None, Kind.PERSON}:
        return
    first = mention.phrase.first
    while first - 1 > clause.topic[-1] and clause.word(first - 1).josa == "의":
        first -= 1
    if first - 1 > clause.topic[-1]:
        return
    who = subject_text(pieces, clause)
    described = clause.topic[0] > clause.body[0]
    if not who or not (described or says_who(who, reading)):
        return
    prompt = in_place(clause, pieces, (first, owner), "누구", reading.setting)
    yield Candidate(
        "maker", clause.sentence, mention.start, mention.end, prompt,
        accepted_names(mention, names), Kind.PERSON, weight=86,
    )  # fmt: skip


def which_in_line(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'문무왕은 신라의 제30대 국왕이다' -> '문무왕은 신라의 제몇 대 국왕인가?'."""
    predicate = clause.predicate
    if (
        predicate is None
        or not predicate.is_copula
        or not clause.topic
        or len(clause.body) < 3
    ):
        return
    last = clause.body[-1]
    ordinal = clause.word(last - 1)
    match = ORDINAL.match(ordinal.text)
    if match is None or named_word(clause.word(last)) not in RULERS:
        return
    pieces = pieces_or_none(clause, reading)
    if pieces is None or not says_who(subject_text(pieces, clause), reading):
        return
    prompt = in_place(clause, pieces, (last - 1, last - 1), "몇 대", reading.setting, "")
    yield Candidate(
        "quantity", clause.sentence, ordinal.start, ordinal.end, prompt,
        (ordinal.text, f"{match['nth']}대", f"제{match['nth']}대"), Kind.NUMBER, weight=86,
    )  # fmt: skip
