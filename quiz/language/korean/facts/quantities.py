"""How many, how much, how long: the number is asked in place."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.arguments import is_term, pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.conjugation import from_adnominal, question_ending
from quiz.language.korean.facts.naming import word_range
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import at_the_event, ended, finish, in_place
from quiz.language.korean.wordlists import Kind

NUMBER = (
    r"(?:\d[\d,.]*(?:\s?(?:조|억|만|천|백|십))*(?:\s?\d[\d,]*(?:조|억|만|천|백)*)*"
    r"|수십만|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
)
MONEY = r"원|달러|위안|엔|유로|파운드|루블|프랑"
# Longer units stand before those that they begin with: 개월 before 개.
UNITS = """
명 사람 개\\s분기 분기 개국 개월 개 곳 가지 차례 마리 그루 권 장 점 편 대째 대
척 채 석 세대 세트 세 살 위 회 번째 번 골 승 패 무 분
시간 시 초 일 주년 주 년 배 퍼센트 % ％ ㎞ km 킬로미터 ㎏ kg
킬로그램 톤 ㎡ ㎢ 제곱미터 제곱킬로미터 헥타르 ha 도 ℃ 층 칸 쪽 자리 자 리터
리 홀 종 건 표 ㎝ cm 센티미터 ㎜ mm 밀리미터 미터 메가와트 m 그램 g
MW GW 킬로와트 와트 볼트 포인트 라운드 경기 왕 가구 호 줄 음절 글자 단계 면
데시벨 등급 두 필 근 결 평 냥 겹 되 홉 마지기 주일
"""
COUNTED = "|".join(UNITS.split())
RANGED = re.compile(
    r"(?<![가-힣A-Za-z0-9.,\-~∼])(?P<about>약|총)?\s?"
    rf"(?P<number>\d[\d,.]*[조억만천]?\s?[~∼–]\s?{NUMBER})\s?(?P<unit>{MONEY}|{COUNTED})"
    r"(?P<tail>(?!))?(?![A-Za-z])"
)
SCORE = re.compile(
    r"(?<![가-힣A-Za-z0-9.,\-~])(?P<number>\d{1,3} ?(?:대|:|-) ?\d{1,3})"
    r"(?=로|으로|이|가|의|은|는|을|를|와|과|라|$|[\s,])"
)
QUANTITY = re.compile(
    r"(?<![가-힣A-Za-z0-9.,\-~∼])(?P<about>약|최대|최소|총|무려)?\s?"
    rf"(?P<number>{NUMBER})\s?(?P<unit>{MONEY}|{COUNTED})"
    r"(?P<tail>\s?(?:이상|이하|미만|초과|여|가량|정도))?(?![A-Za-z])"
)
NOT_YEAR = re.compile(r"^\d{3,4}$")
AFTER_UNIT = re.compile(
    r"^(?:[\s,.]|$|[’”'\"]|이|가|은|는|을|를|의|에|로|으로|와|과|도|만|인|간|씩|째|쯤|당|"
    r"동안|대\s|짜리|부터|까지|마다|여|밖|뿐|보다)"
)
NATIVE = frozenset(["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"])
NATIVE_UNITS = frozenset(
    {
        "명",
        "사람",
        "개",
        "곳",
        "차례",
        "가지",
        "마리",
        "권",
        "번째",
        "번",
        "골",
        "대",
        "편",
        "점",
        "척",
        "등급",
        "필",
        "겹",
        "그루",
        "살",
    }
)
HALF = re.compile(r"(?:전반|후반|연장) $")
RANGE_AFTER = re.compile(r"^(?:에서|~|∼|-|–) ?(?:약 )?\d")
RANGE_BEFORE = re.compile(r"\d ?[가-힣%]{1,3}(?:에서|~|∼|-|–) ?(?:약 )?$")
LASTING = re.compile(
    r"^\s?(?:간|동안|만|연속|마다|째|이상|이내|이하|뒤|후|전|가까이|정도|주기"
    r"|넘|을|이 (?:걸|지|넘)|씩|사이)"
)
LASTS = re.compile(r"(?:기간|주기|일수|수명)$")
NEGATIVE = re.compile(r"^(?:않|없|못|아니)")
AGE = re.compile(r"^(?:세|살)$")


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        yield from scores(clause, reading)
        if clause.predicate is None:
            continue
        found = [m for m in matches(clause) if is_quantity(m, clause)]
        if not found:
            continue
        pieces = pieces_or_none(clause, reading)
        if pieces is None:
            continue
        for match in found:
            if (
                (touches_subject(clause, match) and related(clause, pieces, reading))
                or says_who(subject_text(pieces, clause), reading)
                or related(clause, pieces, reading)
            ):
                yield from asked(match, clause, pieces, reading)
            else:
                reading.rejected["no-subject"] += 1


def scores(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'2 대 1로 이겼다' -> '몇 대 몇으로 이겼는가?': both numbers are one answer."""
    if clause.predicate is None:
        return
    words = clause.sentence.words
    start, end = words[clause.body[0]].start, words[clause.body[-1]].end
    found = list(SCORE.finditer(clause.sentence.text, start, end))
    pieces = pieces_or_none(clause, reading) if len(found) == 1 else None
    if pieces is None:
        return
    match = found[0]
    first, last = word_range(clause, match.start(), match.end())
    if words[last].quoted or last == clause.body[-1] or not words[last].josa:
        return
    if not says_who(subject_text(pieces, clause), reading):
        reading.rejected["no-subject"] += 1
        return
    one, other = re.findall(r"\d+", match[0])
    yield Candidate(
        "score",
        clause.sentence,
        match.start(),
        match.end(),
        in_place(clause, pieces, (first, last), "몇 대 몇", reading.setting),
        tuple(
            dict.fromkeys((match[0], *(f"{one}{by}{other}" for by in (" 대 ", ":", "-"))))
        ),
        Kind.NUMBER,
        weight=74,
    )


def listed_values(reading: Reading) -> Iterator[Candidate]:
    """'높이 3.66 m, 무게 18.9톤' under the title: what the article's subject measures."""
    subject = reading.setting.context.subject
    if not subject:
        return
    text = reading.sentence.text
    for match in QUANTITY.finditer(text):
        label = re.search(r"(?:^|, )([가-힣]{1,8}) ?$", text[: match.start("number")])
        if (
            match["unit"] == "년"
            or label is None
            or not re.match(r"\s*(?:,|$)", text[match.end() :])
        ):
            continue
        wh = "얼마" if re.fullmatch(MONEY, match["unit"]) else f"몇 {match['unit']}"
        surface = text[match.start("number") : match.end("unit")]
        yield Candidate(
            "quantity",
            reading.sentence,
            match.start("number"),
            match.end("unit"),
            f"{subject}의 {attach(label[1], '은')} {wh}인가?",
            tuple(dict.fromkeys((surface, match["number"].strip()))),
            Kind.NUMBER,
            AnswerKind.NUMBER,
            weight=74,
        )


def related(clause: Clause, pieces: list[Piece], reading: Reading) -> bool:
    """'칭청장의 상금은': the subject is a common noun, but says of what."""
    text = subject_text(pieces, clause)
    names = reading.setting.names
    if clause.topic and any(
        names.is_proper(p.core.strip("‘’")) for p in pieces if p.number <= clause.topic[-1]
    ):
        return True
    return any(
        names.is_proper(w) or ("의 " in text and is_term(w, reading))
        for w in re.split(r"의 | ", text)[:-1]
    )


def matches(clause: Clause) -> list[re.Match[str]]:
    words = clause.sentence.words
    start, end = words[clause.body[0]].start, words[clause.body[-1]].end
    text = clause.sentence.text
    ranged = list(RANGED.finditer(text, start, end))
    return [*ranged, *QUANTITY.finditer(text, start, end)]


def is_quantity(match: re.Match[str], clause: Clause) -> bool:
    text = clause.sentence.text
    number, unit = match["number"].strip(), match["unit"]
    if unit == "분기" and not re.match(r" ?(?:만에|연속|동안)", text[match.end() :]):
        return False  # which quarter, not how many
    if is_ranged(number):
        _, last = word_range(clause, match.start("number"), match.end("unit"))
        if clause.word(last).is_bare and last != clause.body[-1]:
            return False  # '19~34세 청년': it only says which
        return unit not in {"년", "당", "시", "월"} and not any(
            w.quoted and w.start < match.end() and w.end > match.start()
            for w in clause.sentence.words
        )
    if unit == "년" and NOT_YEAR.match(number):
        return False
    if unit in {"일", "시"} and re.search(
        r"월 $|월$|오전 $|오후 $", text[: match.start("number")]
    ):
        return False
    lasts = any(LASTS.search(clause.word(n).core) for n in clause.topic)
    if unit == "일" and not (
        lasts or re.match(r"\s?(?:간|동안|만에|이상|이내)", text[match.end("unit") :])
    ):
        return False
    if number == "한" or (number in NATIVE and unit not in NATIVE_UNITS):
        return False
    if number in NATIVE and not text[match.end("number") :].startswith(" "):
        return False
    if unit == "대" and re.match(r"\s?\d", text[match.end() :]):
        return False  # '2 대 1'
    if unit == "년" and not LASTING.match(text[match.end() :]):
        return False
    if NEGATIVE.search(clause.word(clause.body[-1]).text):
        return False
    if unit in {"호", "왕", "시", "면", "도", "분", "자", "리", "무"} and number in NATIVE:
        return False
    if not AFTER_UNIT.match(text[match.end() :]):
        return False
    if RANGE_AFTER.match(text[match.end() :]) or RANGE_BEFORE.search(text[: match.start()]):
        return False
    words = clause.sentence.words
    first, last = word_range(clause, match.start("number"), match.end("unit"))
    if any(words[n].quoted for n in (first, last)):
        return False
    if text[match.end() :].startswith("당"):
        return False  # '1결당 4두'
    if unit == "번째" and (
        words[last].josa_tag == "JC" or words[first - 1].josa_tag == "JC"
    ):
        return False  # '세 번째와 다섯 번째'
    # '세 사람은' points back to people named before.
    return not (
        unit in {"명", "사람"}
        and words[last].is_topic
        and first == last - 1 == clause.body[0]
    )


def is_ranged(number: str) -> bool:
    return bool(re.search(r"\d[조억만천]?\s?[~∼–]", number))


def touches_subject(clause: Clause, match: re.Match[str]) -> bool:
    first, last = word_range(clause, match.start("number"), match.end("unit"))
    return any(first <= n <= last for n in clause.topic) and len(clause.body) >= 4


def asked(
    match: re.Match[str], clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    unit = match["unit"]
    money = bool(re.fullmatch(MONEY, unit))
    wh = "얼마" if money else "며칠" if unit == "일" else f"몇 {unit}"
    if is_ranged(match["number"]) and unit == "일":
        wh = "며칠"
    if HALF.search(clause.sentence.text[: match.start()]) and not reading.sentence.text[
        match.end() :
    ].startswith("에"):
        wh += "에"
    start = match.start("about") if money and match["about"] else match.start("number")
    prompt = replaced(clause, pieces, start, match.end("unit"), wh, reading)
    if not prompt:
        return
    number = match["number"].strip()
    surface = reading.sentence.text[match.start("number") : match.end("unit")]
    accepted = [surface] if unit.isascii() or money else [surface, f"{number}{unit}"]
    if not money:
        accepted.append(number)
    kind = "prize-money" if "상금" in prompt else "money" if money else "quantity"
    if AGE.match(unit):
        kind = "age-limit" if match["tail"] else "age"
    yield Candidate(
        kind,
        reading.sentence,
        match.start("number"),
        match.end("unit"),
        prompt,
        tuple(dict.fromkeys(accepted)),
        Kind.NUMBER,
        AnswerKind.NUMBER
        if re.search(r"\d", number) and not is_ranged(number)
        else AnswerKind.WORDS,
        weight=74,
    )


def replaced(
    clause: Clause, pieces: list[Piece], start: int, end: int, wh: str, reading: Reading
) -> str:
    """Return the clause as a question with characters `start` to `end` asked."""
    words = clause.sentence.words
    first, last = word_range(clause, start, end)
    before = clause.sentence.text[words[first].start : start]
    if parallel := parallel_pieces(clause, pieces, first, last, start, end, wh):
        return finish(parallel, reading.setting) + "?"
    if relative := of_relative(clause, pieces, first, last, before + wh, end):
        return finish(relative, reading.setting) + "?"
    if topical := of_the_topic(clause, pieces, first, last, wh):
        return finish(topical, reading.setting) + "?"
    shared = words[last].comma and words[last].part is Part.NOUN and last != clause.body[-1]
    each = clause.sentence.text[end:].startswith("씩")
    if (shared and not each) or is_listed(clause, first):
        reading.rejected["gapping"] += 1
        return ""
    if last == clause.body[-1]:
        return at_the_end(clause, pieces, first, before + wh, end, reading)
    out: list[Piece] = []
    for piece in pieces:
        if first <= piece.number < last:
            continue
        if piece.number == last:
            rest = words[last].text[end - words[last].start :]
            josa = words[last].josa
            if josa and rest.startswith(josa):
                rest = fitting(wh, josa) + rest[len(josa) :]
            out.append(Piece(before + wh + rest, "", last))
        else:
            out.append(piece)
    text = finish(ended(out, clause, question=True), reading.setting)
    return at_the_event(text, reading.setting) + "?"


def of_relative(
    clause: Clause, pieces: list[Piece], first: int, last: int, wh: str, end: int
) -> list[str]:
    """'올해 10회를 맞은 축제는 ... 축제다' -> '올해 축제는 몇 회를 맞았는가?'."""
    if not clause.topic or last >= clause.topic[0] or first < clause.body[0]:
        return []
    verb = clause.topic[0] - 1
    between = [clause.word(n) for n in range(clause.body[0], verb)]
    found = from_adnominal(clause.word(verb), 1, [*between, clause.word(verb)])
    if found is None or found.is_adjective or found.is_copula or verb <= last:
        return []
    inner = [clause.word(n) for n in range(clause.body[0], first)]
    if any(not is_time_word(w.core) for w in inner):
        return []
    if any(clause.word(n).part is not Part.NOUN for n in range(last + 1, verb)):
        return []
    topic = [p for p in pieces if p.number in clause.topic]
    words = clause.sentence.words
    tail = [words[n].text for n in range(last + 1, verb)]
    rest = words[last].text[end - words[last].start :]
    if words[last].josa and rest.startswith(words[last].josa):
        rest = fitting(wh, words[last].josa) + rest[len(words[last].josa) :]
    early = [p.text for p in pieces if p.number in range(clause.body[0], first)]
    return [*early, *(p.text for p in topic), wh + rest, *tail, question_ending(found)]


def of_the_topic(
    clause: Clause, pieces: list[Piece], first: int, last: int, wh: str
) -> list[str]:
    """'사업비 36억 원은 시비로 마련된다' -> '사업비는 얼마인가?'."""
    if wh != "얼마" or last not in clause.topic or first not in clause.topic[1:]:
        return []
    front = [p for p in pieces if p.number < first]
    if not front or front[-1].josa or front[-1].number != first - 1:
        return []
    return [*(p.text for p in front[:-1]), attach(front[-1].core, "은"), f"{wh}인가"]


def is_listed(clause: Clause, first: int) -> bool:
    """Tell 'A가 1조 원, B가 2조 원을 기록했다': the verb is shared."""
    text = clause.sentence.text
    earlier = [n for n in clause.body if n < first and clause.word(n).comma]
    return any(
        QUANTITY.search(text[clause.word(max(n - 1, 0)).start : clause.word(n).core_end])
        for n in earlier
        if clause.word(n).part is Part.NOUN
    )


def parallel_pieces(
    clause: Clause,
    pieces: list[Piece],
    first: int,
    last: int,
    start: int,
    end: int,
    wh: str,
) -> list[str]:
    """'관람료는 성인 5,000원, 청소년 3,000원이다': each pair is asked alone."""
    if clause.predicate is None or not clause.predicate.is_copula or not clause.topic:
        return []
    commas = [n for n in clause.body if clause.word(n).comma and n > clause.topic[-1]]
    if not commas or not all(QUANTITY.search(clause.word(n).text) for n in commas):
        return []
    opening = max((n for n in (clause.topic[-1], *commas) if n < first), default=-1)
    if opening < 0:
        return []  # '2 kg인 상자의 무게는': the number stands before the topic
    text = clause.sentence.text
    topic = [p.text for p in pieces if p.number <= clause.topic[-1]]
    label = [clause.word(n).text for n in range(opening + 1, first)]
    asked = text[clause.word(first).start : start] + wh
    rest = text[end : clause.word(last).core_end].rstrip(", ")
    past = clause.predicate.past
    ending = ("이었는가" if fitting(asked, "이") == "이" else "였는가") if past else "인가"
    return [*topic, *label, asked + rest + ending]


def at_the_end(
    clause: Clause, pieces: list[Piece], first: int, asked: str, end: int, reading: Reading
) -> str:
    """'상금은 100만 위안이다' -> '상금은 얼마인가?'."""
    predicate = clause.predicate
    if predicate is None or not predicate.is_copula:
        return ""
    word = clause.sentence.words[clause.body[-1]]
    rest = clause.sentence.text[end : word.core_end]
    kept = [p.text for p in pieces if p.number < first]
    noun = asked + rest
    ending = (
        ("이었는가" if fitting(noun, "이") == "이" else "였는가")
        if predicate.past
        else "인가"
    )
    return finish([*kept, noun + ending], reading.setting) + "?"
