"""Figures that a sentence gives in passing: prizes, and a row of 'A는 3장, B는 2시간'."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.facts.number_spans import COUNTED, MONEY, NUMBER
from quiz.language.korean.josa import attach
from quiz.language.korean.prompts import finish
from quiz.language.korean.wordlists import Kind

PRIZE = re.compile(
    rf"(?<![가-힣\d.,])(?P<surface>{NUMBER}\s?(?:{MONEY}))의 "
    r"(?P<noun>상금|장학금|포상금|연구비|지원금|장려금)"
)
RECEIVER = re.compile(
    r"^(?P<who>수상자|우승자|우승팀|당선자|장학생|대상자)(?:는|은|에게는|에게) "
)
ROW = re.compile(
    r"(?P<label>[가-힣A-Za-z]+(?: [가-힣A-Za-z]+)?)(?:은|는) (?:약 |총 )?"
    rf"(?P<number>{NUMBER})\s?(?P<unit>{MONEY}|{COUNTED})"
    r"(?P<tail> ?(?:이상|이하|미만|가량|정도))?(?=,|이라고|라고|이다|으로|였)"
)
REPORTED = re.compile(r"(?:이라고|라고) (?:설명|말|밝|전|발표|강조)")
ADNOMINAL = re.compile(r"(?:는|한|된|던|은)$")
COMPANY_SIDE = re.compile(r"^(?:회사|업체|기업|알림|주최)\s?측?(?:은|는) ")


MADE = re.compile(r"기록[했하]|올렸다|거[뒀두]|냈다|달성했다")
EACH = re.compile(
    rf"(?P<figure>{NUMBER}\s?(?P<unit>{MONEY}|{COUNTED}))의 (?P<noun>[가-힣]{{2,8}})[을를] "
    r"(?:각각 )?(?P<verb>기록했다|올렸다|거뒀다|거두었다|냈다|달성했다|기록하였다)"
)
MEMBER = re.compile(
    rf"(?:^|, )(?P<who>[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+){{0,2}})[은는이가] "
    rf"(?P<figure>{NUMBER}\s?(?P<unit>{MONEY}|{COUNTED}))(?=, |의 )"
)


def find(reading: Reading) -> Iterator[Candidate]:
    yield from prizes(reading)
    yield from each_its_own(reading)
    yield from rows(reading)


def prizes(reading: Reading) -> Iterator[Candidate]:
    """'수상자는 100만 원의 상금을 받는다' -> '가온상 수상자가 받는 상금은 얼마인가?'."""
    text, context = reading.sentence.text, reading.setting.context
    receiver = RECEIVER.match(text)
    if receiver is None or not context.topic:
        return
    match = PRIZE.search(text)
    if match is None:
        return
    if reading.setting.names.kind(context.topic) is Kind.PERSON:
        return
    told = [
        gloss.text
        for gloss in reading.sentence.glosses
        if gloss.at in {match.end("surface"), match.end("surface") - 1}
        and re.search(r"\d", gloss.text)
    ]
    yield Candidate(
        "prize-money",
        reading.sentence,
        match.start("surface"),
        match.end("surface"),
        f"{context.topic} {attach(receiver['who'], '이')} 받는 "
        f"{attach(match['noun'], '은')} 얼마인가?",
        (match["surface"], *told),
        Kind.NUMBER,
        AnswerKind.NUMBER,
        weight=80,
    )


def each_its_own(reading: Reading) -> Iterator[Candidate]:
    """'A는 3억 원, B는 2억 원의 매출을 각각 기록했다' -> 'B의 매출은 얼마였는가?'."""
    text, context = reading.sentence.text, reading.setting.context
    shared = EACH.search(text) if MADE.search(text) else None
    members = list(MEMBER.finditer(text)) if shared else []
    if shared is None or len(members) < 2 or members[-1]["figure"] != shared["figure"]:
        return
    names = reading.setting.names
    for member in members:
        who = member["who"]
        if not names.is_proper(who) and context.company and context.company not in who:
            who = f"{context.company}의 {who}"
        money = re.fullmatch(MONEY, member["unit"])
        wh = "얼마였는가" if money else f"몇 {attach(member['unit'], '이었')}는가"
        figure = member["figure"]
        yield Candidate(
            "money" if money else "quantity",
            reading.sentence,
            member.start("figure"),
            member.end("figure"),
            f"{who} {attach(shared['noun'], '은')} {wh}?",
            tuple(dict.fromkeys((figure, figure.replace(" ", "")))),
            Kind.NUMBER,
            AnswerKind.NUMBER,
            weight=79,
        )


def rows(reading: Reading) -> Iterator[Candidate]:
    """'회사측은 매일 파는 빵은 3개, 떡은 2개라고 설명했다': each is asked alone."""
    text = reading.sentence.text
    owner = reading.setting.context.topic
    side = COMPANY_SIDE.match(text)
    if side is None or not owner or not REPORTED.search(text):
        return
    found = list(ROW.finditer(text))
    if len(found) < 2:
        return
    opening = text[side.end() : found[0].end("label")].split()
    verbs = [n for n, word in enumerate(opening[:-1]) if ADNOMINAL.search(word)]
    cut = verbs[-1] + 1 if verbs else 0
    modifier = " ".join(opening[:cut])
    labels = [" ".join(opening[cut:]), *(m["label"] for m in found[1:])]
    calendar = reading.setting.calendar
    when = f"{calendar.year}년 현재" if calendar.news and calendar.year else ""
    for match, label in zip(found, labels, strict=True):
        money = re.fullmatch(MONEY, match["unit"])
        wh = "얼마" if money else f"몇 {match['unit']}"
        said = [attach(owner, "이"), modifier] if modifier else [f"{owner}의"]
        tail = match["tail"] or ""
        words = [when, *said, attach(label, "은"), f"{wh}{tail}인가?"]
        surface = text[match.start("number") : match.end("unit")]
        yield Candidate(
            "quantity",
            reading.sentence,
            match.start("number"),
            match.end("unit"),
            finish(words, reading.setting),
            (surface,),
            Kind.NUMBER,
            AnswerKind.NUMBER,
            weight=79,
        )
