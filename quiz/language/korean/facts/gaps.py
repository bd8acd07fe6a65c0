"""What nothing else asks: the telling words of a clause become gaps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.core.questions import AnswerKind, plain
from quiz.language.korean.arguments import is_coordinated, mentions_in
from quiz.language.korean.blanks import can_be_told, cloze_of
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, is_main_argument, verb_between
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.facts.datings import made, span_told, spans, times_of
from quiz.language.korean.facts.enumerations import Listed, lists_in
from quiz.language.korean.facts.quantities import is_quantity, matches
from quiz.language.korean.gap_dates import FULL, comes_back
from quiz.language.korean.gap_rules import CLAUSES, LONGEST_GAP, TELLING
from quiz.language.korean.gate import reason_against
from quiz.language.korean.mentions import Mention
from quiz.language.korean.morphology import Part
from quiz.language.korean.names import Names
from quiz.language.korean.phrases import is_copular
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, words

WEIGHT = 10  # below every prompt
FEWEST = 2  # words of a clause
TRIED = 8  # of the words of a clause, the most telling first
PLACED = frozenset({"로", "으로", "에", "에서", "에는", "에서는", "에게"})
COMPOUND = re.compile(
    r"(?<![\d~∼-])\d+(?:년 \d+개월|시간 \d+분(?!기)|분 \d+초|m \d+㎝|m \d+cm)(?![가-힣]*\d)"
)
DIGIT = re.compile(r"\d")
ABOUT = re.compile(r"\s?(?:쯤|가량|정도|안팎|남짓)")
SOURCE = re.compile(r"^에 따르면")
HALF_ROW = re.compile(
    r"^(?:에 (?:따라|따른|의해|의하)|[이가] [가-힣]+다는|"
    r"(?:에서|에|으로|로|을|를) [가-힣]+[은는인던] )"
)
FIGURE = re.compile(
    r"(?:명|개국|개월|개|곳|원|%|배|세(?!기)|살|마리|점|권|편|km|㎞|m|cm|㎝|㎜|kg|㎏|t(?!\w)|톤|"
    r"ha|헥타르|㎡|㎢|차례|회|필|두|건|시간|년(?=이나|간|동안| 동안)|일(?=간| 동안)|층|줄|"
    r"칸|그루|대(?!째)|척|채|쌍|가구|리터|℃|달러|유로|위안|엔|마르크|주년|글자|장|통|종|품목|"
    r"골|데시벨|결|냥)"
)
# '여덟 칸', '열세 줄': counted in words of one's own.
COUNTED = re.compile(r"(?:시간|줄|칸|마당|층|단계|곡|쌍|자리|과목|마디|폭)(?!째| 가운데)")
FEW = frozenset({"한", "두"})
MOST_MEMBERS, MOST_COMMON = 4, 3
APPEARING = ("있", "생기", "나타나", "나오", "쓰이", "열리", "되", "들어가", "지")
LONG_NAME = 4  # letters: 기준 금리, 해외 사업자
# How telling words are; those aside are no argument of the main verb, or no name.
NAMED, MARKED, NUMBERED, COMMON, ASIDE = 5, 4, 3, 2, 1


def find_unasked(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield gaps for the telling words of each clause that no candidate asks safely."""
    beside = [each for each in found if not is_clause(each)]
    asked: list[Candidate] = []
    for clause in reading.clauses:
        if not has_something_to_say(clause) or not can_be_told(clause, reading.setting):
            continue
        weak = 0
        for candidate in most_telling(clause, reading):
            common = candidate.weight <= WEIGHT + COMMON or not role(candidate, clause)
            if common and weak == MOST_COMMON:
                continue
            if any(overlap(candidate, other) for other in asked):
                continue
            if any(
                overlap(candidate, other) and is_safely_asked(other, reading)
                for other in beside
            ):
                continue
            if cloze_of(candidate, reading.setting):
                weak += common
                asked.append(candidate)
                yield candidate


def is_clause(candidate: Candidate) -> bool:
    """Tell an answer that is a clause: the names in it can be asked for as well."""
    return candidate.kind in CLAUSES or candidate.end - candidate.start > LONGEST_GAP


def is_safely_asked(candidate: Candidate, reading: Reading) -> bool:
    """Tell whether the candidate has a prompt or a cloze that is safe."""
    return not reason_against(candidate) or bool(cloze_of(candidate, reading.setting))


def overlap(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def most_telling(clause: Clause, reading: Reading) -> list[Candidate]:
    """Return the best few: by what they are, then by what they do, then the longest."""

    def rank(candidate: Candidate) -> tuple[int, int, int]:
        length = candidate.end - candidate.start
        return (-candidate.weight, -role(candidate, clause), -length)

    return sorted(gaps_of(clause, reading), key=rank)[:TRIED]


def role(candidate: Candidate, clause: Clause) -> int:
    """Return 3 for what the subject is, 2 for what is done or appears, 1 for a place."""
    told = clause.sentence.words
    number = next(n for n in reversed(clause.body) if told[n].start < candidate.end)
    if number == clause.body[-1]:
        return 3
    word = told[number]
    if word.is_object or word.is_subject:
        return 2
    return 1 if word.josa in PLACED else 0


def has_something_to_say(clause: Clause) -> bool:
    return clause.predicate is not None and len(clause.body) >= FEWEST


def gaps_of(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    yield from numbers(clause, reading)
    yield from dates(clause, reading)
    yield from rows(clause, reading)
    for mention in map(without_time, mentions_in(clause)):
        if level := how_telling(mention, clause, reading):
            names = reading.setting.names
            yield Candidate(
                "gap",
                clause.sentence,
                mention.start,
                mention.end,
                "",
                accepted_names(mention, names),
                names.kind(mention.name) or Kind.THING,
                weight=WEIGHT + level,
                part="aside" if level == ASIDE else "",
            )


def dates(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """Yield the dates of a clause: '오는 3일' as the whole date, whose year is sure."""
    text = clause.sentence.text
    start, end = clause.word(clause.body[0]).start, clause.word(clause.body[-1]).end
    times = [t for t in times_of(reading) if start <= t.start and t.end <= end]
    yearly = comes_back(text)
    for one, other, end in spans(text, times, not yearly):
        told = span_told(one, other)
        yield date_gap(clause, one.start, end, told if not yearly else "", MARKED)
    for time in times:
        if yearly:
            yield date_gap(clause, time.start, time.end, "", NUMBERED)
        elif FULL.match(time.full):
            yield replace(made(reading, time, "", WEIGHT + NUMBERED), kind="gap")
    yield from years(clause)


def date_gap(clause: Clause, start: int, end: int, told: str, level: int) -> Candidate:
    surface = clause.sentence.text[start:end]
    accepted = tuple(dict.fromkeys(filter(None, (told, surface))))
    weight = WEIGHT + level
    return Candidate(
        "gap", clause.sentence, start, end, "", accepted, Kind.DATE, weight=weight
    )


def years(clause: Clause) -> Iterator[Candidate]:
    """Yield the dates with a year that a clause tells beside another time."""
    start, end = clause.word(clause.body[0]).start, clause.word(clause.body[-1]).end
    for match in DATED.finditer(clause.sentence.text, start, end):
        yield Candidate(
            "gap",
            clause.sentence,
            match.start(),
            match.end(),
            "",
            (match[0],),
            Kind.DATE,
            weight=WEIGHT + ASIDE,
            part="aside",
        )


DATED = re.compile(
    r"(?<![\d~-])\d{3,4}년(?: \d{1,2}월(?: \d{1,2}일)?)?(?=[에 ,]|부터|까지)"
)
TIMED = re.compile(r"^.*\d[\d,.]*(?:월|일|시|분|년)(?:께|경|쯤)? (?=[가-힣A-Za-z ]{3,}$)")


def without_time(mention: Mention) -> Mention:
    """Return 솔마루극장 of '다음 달 6일 솔마루극장'."""
    timed = TIMED.match(mention.name)
    if timed is None or mention.end - mention.start != len(mention.name):
        return mention
    name = mention.name[timed.end() :]
    return replace(mention, name=name, start=mention.start + timed.end())


def rows(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'콧구멍과 귀를 닫는다': all members together are one gap."""
    for listed in lists_in(clause):
        members = listed.members
        if listed.open_end or len(members) > MOST_MEMBERS or listed.josa == "도":
            continue
        main = is_main_argument(clause.sentence, listed.last, clause.body)
        commas = "," in clause.sentence.text[members[0].start : members[-1].end]
        if not main and commas and not is_plain_row(listed):
            continue  # '언문일치에 가까운 문장, 자유연애와 신교육이라는'
        if listed.josa == "에서" and mixes_persons(listed, reading.setting.names):
            continue  # '부여융과 취리산에서'
        if not main and HALF_ROW.match(clause.sentence.text[members[-1].end :]):
            continue  # '진상과 필요에 따라', '지전설과 우주가 무한하다는'
        if any(DIGIT.search(m.name) or m.name in VAGUE_NOUNS for m in members):
            continue
        yield Candidate(
            "list",
            clause.sentence,
            members[0].start,
            members[-1].end,
            "",
            (),
            Kind.THING,
            AnswerKind.LIST,
            tuple(accepted_names(m, reading.setting.names) for m in members),
            weight=WEIGHT + (MARKED if main else ASIDE),
            part="gap" if main else "aside",
        )


def is_plain_row(listed: Listed) -> bool:
    """Tell '어장세, 염세, 선박세를 거두던' from '시반, 북쪽을 향한', which is no row."""
    members = listed.members
    return (
        len(members) > PAIR
        and listed.josa in ROW_JOSA
        and not any(" " in m.name for m in members)
    )


PAIR = 2
ROW_JOSA = frozenset({"을", "를", "의"})


def mixes_persons(listed: Listed, names: Names) -> bool:
    """Tell whether one member is a person and another none: they make no row."""
    persons = {names.kind(m.name) is Kind.PERSON for m in listed.members}
    return len(persons) > 1


def numbers(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    start, end = clause.word(clause.body[0]).start, clause.word(clause.body[-1]).end
    for match in COMPOUND.finditer(clause.sentence.text, start, end):
        yield number_gap(clause, match.start(), match.end(), match[0], NUMBERED)
    for match in matches(clause):
        about = ABOUT.match(match.string[match.end() :])
        start, end = match.start("number"), match.end("unit")
        if is_regnal(match, clause) or match.string[match.end() :].startswith("당 "):
            continue  # '1결당 쌀 2두'
        level = NUMBERED if about or is_quantity(match, clause) else ASIDE
        number, unit = match["number"].strip(), match.string[match.start("unit") :]
        figure = FIGURE.match(unit) if number[:1].isdigit() else number not in FEW
        figure = figure and (number[:1].isdigit() or COUNTED.match(unit) is not None)
        if level == NUMBERED or figure:
            yield number_gap(clause, start, end, match.string[start:end], level)


def is_regnal(match: re.Match[str], clause: Clause) -> bool:
    """Tell the 1세 of '쉴레이만 1세'."""
    if match["unit"] != "세":
        return False
    words_before = [w for w in clause.sentence.words if w.end < match.start("unit")]
    return (
        bool(words_before)
        and words_before[-1].is_bare
        and (words_before[-1].tags()[-1:] == ["NNP"])
    )


def number_gap(clause: Clause, start: int, end: int, surface: str, level: int) -> Candidate:
    return Candidate(
        "gap",
        clause.sentence,
        start,
        end,
        "",
        (surface.strip(),),
        Kind.NUMBER,
        weight=WEIGHT + level,
        part="aside" if level == ASIDE else "",
    )


def how_telling(mention: Mention, clause: Clause, reading: Reading) -> int:
    """Return how well the words can be asked for, 0 for not at all."""
    sentence, phrase, names = clause.sentence, mention.phrase, reading.setting.names
    if is_coordinated(sentence, phrase) and phrase.last != clause.body[-1]:
        return 0
    if DIGIT.search(mention.name) and mention.start == phrase.start:
        # '1결당 쌀 2두': the number alone is asked
        return MARKED if NUMBERED_NAME.match(mention.name) else 0
    if len(mention.name) < 2 or mention.name in reading.setting.context.subject:
        return 0
    if leans(mention) or SOURCE.match(sentence.text[mention.end :]):
        return 0
    if SCORE.search(mention.name):
        return 0  # '세트 점수 3-2': the score alone is asked
    is_glossed = any(g.at in {mention.end, mention.end + 1} for g in sentence.glosses)
    if names.is_proper(mention.name):
        return NAMED
    if is_glossed or mention.start > sentence.words[phrase.first].start:
        return MARKED
    if heads_its_clause(mention, clause):
        return COMMON
    return ASIDE if is_worth_asking(mention, clause, names) else 0


SCORE = re.compile(r" \d+-\d+$")
# '제4차 중동 전쟁', '제2차 세계 대전': the number is part of the name.
NUMBERED_NAME = re.compile(
    r"^제\d+[차회] [가-힣 ]*(?:전쟁|대전|침공|원정|회의|총회|협약|개헌|회담|계획|대회)$"
)


def is_worth_asking(mention: Mention, clause: Clause, names: Names) -> bool:
    """Tell any noun with its particle that is long enough to be no empty word."""
    word = clause.word(mention.phrase.last)
    if len(plain(mention.name)) < TELLING or word.quoted or mention.name.endswith("적"):
        return False
    if leans(mention) or TIME_ASIDE.search(mention.name):
        return False
    if MEASURE.search(mention.name) and (word.is_topic or word.is_subject):
        return False  # '전체 길이는 69m이다': the figure is what is asked
    final = mention.phrase.last == clause.body[-1]
    return final or word.josa in ASKED_ASIDE or says_role(mention, clause, names)


def says_role(mention: Mention, clause: Clause, names: Names) -> bool:
    """Tell '기술위원회 주석인 왕젠은', where somebody's place is told before the name."""
    words, last = clause.sentence.words, mention.phrase.last
    if last + 1 >= len(words) or not is_copular(words[last]) or " " not in mention.name:
        return False
    person = names.kind(words[last + 1].core) is Kind.PERSON
    return person and words[last].part is Part.ADNOMINAL


def leans(mention: Mention) -> bool:
    """Tell '오랫동안 일자리' and '법칙 덕분', which are no phrases."""
    return not LEANING_NOUNS.isdisjoint(mention.name.split())


TIME_ASIDE = re.compile(r"(?: [후전]|부문별|사업별|종류별)$")
MEASURE = re.compile(
    r"(?:길이|높이|너비|깊이|무게|면적|인원|사업비|금액|가격|비율|기간|속도|규모|개체 수|"
    r"회원국|출하량|생산량|판매량|이용객|제품명)$"
)
LEANING_NOUNS = words(
    """
당초 애초 연중 평생 기간 뿐 결과 오랫동안 시절 당시 이후 동안 순간 최근 현재 때문 덕분 덕
만큼 그동안 다음 이번 이래 가운데 나머지
"""
)
ASKED_ASIDE = PLACED | {"을", "를", "이", "가", "은", "는", "의", "에서는", "으로는"}


def heads_its_clause(mention: Mention, clause: Clause) -> bool:
    """Tell whether the words are what is done, where to, or what the subject is."""
    phrase = mention.phrase
    word = clause.word(phrase.last)
    if len(mention.name) < TELLING or word.part not in {Part.NOUN, Part.FINAL}:
        return False
    if phrase.last == clause.body[-1]:
        return False  # '... 건축물이다': others of its kind fit as well
    near = phrase.last == clause.body[-1] - 1 or len(mention.name) >= LONG_NAME
    stem = clause.predicate.stem if clause.predicate else ""
    appears = word.is_subject and stem.endswith(APPEARING)
    argument = word.is_object or appears or word.josa in PLACED
    return near and argument and not verb_between(clause.sentence, phrase.last, clause.body)
