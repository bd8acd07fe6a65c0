"""Numbers in brackets: when somebody lived, an age, a year of a work, a converted sum."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.dates_in_text import forms_of
from quiz.language.korean.facts.number_spans import COUNTED, MONEY, NUMBER
from quiz.language.korean.facts.retold import marked, mention_at, word_before
from quiz.language.korean.josa import attach
from quiz.language.korean.mentions import Mention
from quiz.language.korean.morphology import Gloss
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind

DAY = r"(?:기원전 )?\d{1,4}년?(?: (?:음력 )?\d{1,2}월(?: \d{1,2}일)?)?"
LIFE = re.compile(rf"(?P<born>{DAY})?\s?[~∼–-]\s?(?P<died>{DAY})?$")
AGED = re.compile(r"^(?P<years>[1-9]\d?)(?:세)?(?:[·,] ?[가-힣A-Z].*)?$")
YEAR = re.compile(r"^(?P<year>1[0-9]\d\d|20\d\d)년?$")
COUNT = re.compile(
    rf"^(?P<label>[가-힣]{{1,8}}) (?:약 )?(?P<figure>{NUMBER}\s?(?P<unit>{COUNTED}))$"
)
SUM = re.compile(rf"^(?P<about>약 )?(?P<sum>\d[\d,.]*[조억만천백 \d,.]*\s?(?:{MONEY}))$")
FOREIGN = re.compile(rf"{NUMBER}\s?(?P<unit>{MONEY})$")
OFTEN = 3  # times that a report names a person whose age matters
WORKS = "《『「〈"
CURRENCIES = {"원": "원화", "달러": "달러", "엔": "엔화", "유로": "유로화"}
PRIVATE = frozenset({"씨", "군", "양", "옹", "여사", "할머니", "할아버지"})


def find(reading: Reading) -> Iterator[Candidate]:
    for gloss in reading.sentence.glosses:
        if not re.search(r"\d", gloss.text):
            continue
        number = word_before(reading.sentence, gloss.at)
        if number is None:
            continue
        for last in (number, number + 1):  # '한누리(47) 씨는'
            mention = mention_at(reading.sentence, last)
            if mention is not None and mention.end in {gloss.at, gloss.at - 1}:
                yield from of_the_gloss(gloss, mention, reading)
                break
    yield from converted(reading)


def of_the_gloss(gloss: Gloss, mention: Mention, reading: Reading) -> Iterator[Candidate]:
    kind = reading.setting.names.kind(mention.name)
    if kind is Kind.PERSON or mention.name == reading.setting.context.person:
        if is_about(mention.name, reading):
            yield from life(gloss, mention, reading)
        if reading.setting.names.counts[mention.name] >= OFTEN:
            yield from age(gloss, mention, reading)
    elif YEAR.match(gloss.text) and opens_a_work(mention, reading):
        yield from published(gloss, mention, reading)
    else:
        yield from counted(gloss, mention, reading)


def is_about(name: str, reading: Reading) -> bool:
    """Tell whether the article is about the person, or speaks of them more than once."""
    subject, names = reading.setting.context.subject, reading.setting.names
    return name == subject or name in names.others(subject) or names.counts[name] > 1


def opens_a_work(mention: Mention, reading: Reading) -> bool:
    before = reading.sentence.text[: mention.start]
    return before[-1:] != "" and before[-1] in WORKS


def life(gloss: Gloss, mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'한누리(1900~1944)' -> when born, when dead."""
    match = LIFE.search(gloss.text)
    if match is None or not (match["born"] or match["died"]):
        return
    subject = attach(mention.name, "이")
    for part, did in (("born", "태어난"), ("died", "세상을 떠난")):
        told = match[part]
        if told is None or not re.search(r"\d{3,4}", told):
            continue
        full = told if "년" in told else f"{told}년"
        noun = "날" if full.endswith("일") else "해" if full.endswith("년") else "때"
        yield made(
            reading, mention, f"{subject} {did} {attach(noun, '은')} 언제인가?",
            tuple(dict.fromkeys([*forms_of(full, told), told])), told, f"life {part}",
        )  # fmt: skip


def age(gloss: Gloss, mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'한누리(47)' in a report -> how old."""
    match, calendar = AGED.match(gloss.text), reading.setting.calendar
    if match is None or not (calendar.news and calendar.year):
        return
    years = match["years"]
    if mention.title in PRIVATE:
        return
    if years in reading.sentence.text:
        return
    who = f"{mention.name} {mention.title}" if mention.title else mention.name
    yield made(
        reading, mention, f"{calendar.year}년 현재 {who}의 나이는 몇 세인가?",
        (f"{years}세", years), years, "age", Kind.NUMBER, "age",
    )  # fmt: skip


def published(gloss: Gloss, mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'『푸른 산』(2019)' -> when it came out."""
    name = marked(reading.sentence, mention.start, mention.end)
    year = gloss.text.removesuffix("년")
    yield made(
        reading, mention, f"{attach(name, '은')} 몇 년도 작품인가?",
        (f"{year}년", year), gloss.text, "published",
    )  # fmt: skip


def counted(gloss: Gloss, mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'배추(염색체 10쌍)' -> '배추의 염색체는 몇 쌍인가?'."""
    match = COUNT.match(gloss.text)
    if match is None or mention.name in VAGUE_NOUNS or match["label"] in {"약", "총", "만"}:
        return
    if match["unit"] in {"년", "일", "시", "회", "주년"} or re.search(r"\d", mention.name):
        return
    figure = match["figure"]
    yield made(
        reading, mention,
        f"{mention.name}의 {attach(match['label'], '은')} 몇 {match['unit']}인가?",
        (figure, figure.replace(" ", "")), figure, "counted", Kind.NUMBER, "quantity",
    )  # fmt: skip


def converted(reading: Reading) -> Iterator[Candidate]:
    """'상금은 100만 위안(약 1억 원)이다' -> '100만 위안은 원화로 약 얼마인가?'."""
    text = reading.sentence.text
    for gloss in reading.sentence.glosses:
        told = SUM.match(gloss.text)
        paid = FOREIGN.search(text[: gloss.at])
        if told is None or paid is None:
            continue
        currency = CURRENCIES.get(re.findall(MONEY, told["sum"])[-1], "")
        topic = [c for c in reading.clauses if c.topic and c.main]
        if not currency or paid["unit"] in told["sum"] or not topic:
            continue
        subject = topic[-1].word(topic[-1].topic[-1])
        modified = text[: subject.core_end].strip()
        if len(modified) > 24 or not subject.is_topic or subject.core_end > paid.start():
            continue
        about = "약 " if told["about"] else ""
        asked = f"{attach(currency, '으로')} {about}얼마인가?"
        prompt = f"{modified} {attach(paid[0], '은')} {asked}"
        yield Candidate(
            "money", reading.sentence, paid.start(), paid.end(), prompt,
            (told["sum"], gloss.text), Kind.NUMBER, AnswerKind.NUMBER, weight=72,
            part="converted", bracketed=told["sum"], also=(told["sum"],),
        )  # fmt: skip


def made(
    reading: Reading,
    mention: Mention,
    prompt: str,
    accepted: tuple[str, ...],
    told: str,
    part: str,
    names: Kind = Kind.DATE,
    kind: str = "date",
) -> Candidate:
    dated = names is Kind.DATE
    return Candidate(
        kind, reading.sentence, mention.start, mention.end, prompt,
        tuple(dict.fromkeys(accepted)), names,
        AnswerKind.DATE if dated else AnswerKind.NUMBER,
        weight=82, part=part, bracketed=told, also=(told,),
    )  # fmt: skip
