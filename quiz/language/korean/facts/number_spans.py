"""Numbers with their units in a clause, and which of them are worth a question."""

import re
from dataclasses import dataclass
from functools import lru_cache

from quiz.language.korean.clauses import Clause
from quiz.language.korean.phrases import SEVERAL_PASSES

NUMBER = (
    r"(?:\d[\d,.]*(?:\s?(?:조|억|만|천|백|십))*(?:\s?\d[\d,]*(?:조|억|만|천|백)*)*"
    r"|수십만|(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)"
    r"|열|스무)"
)
MONEY = r"원|달러|위안|엔|유로|파운드|루블|프랑|마르크|페소|루피|리라|크로나|센트|냥"
# Longer units stand before those that they begin with: 개월 before 개.
UNITS = """
명 사람 개\\s분기 분기 개국 개월 개 곳 가지 차례 마리 그루 권 장 점 편 대째 대
척 채 석 세대 세트 세 살 위 회 번째 번 골 승 패 무 분
시간 시 초 일 주년 주 년 배 퍼센트 % ％ ㎞ km 킬로미터 ㎏ kg
킬로그램 톤 ㎡ ㎢ 제곱미터 제곱킬로미터 헥타르 ha 도 ℃ 층 칸 쪽 자리 자 리터
리 홀 종 건 표 ㎝ cm 센티미터 ㎜ mm 밀리미터 미터 메가와트 m 그램 g
MW GW 킬로와트 와트 볼트 포인트 라운드 경기 왕 가구 호 줄 음절 글자 단계 면
데시벨 등급 두 필 근 결 평 겹 되 홉 마지기 주일
기 쌍 통 벌 켤레 마당 문항 과목 품목 개소 곡 막 가마 송이 자루 인분 t kWh kW MWh GWh kcal
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
    rf"(?P<number>{NUMBER})여?\s?(?P<unit>{MONEY}|{COUNTED})"
    r"(?P<tail>\s?(?:이상|이하|미만|초과|여|가량|정도))?(?![A-Za-z])"
)
NOT_YEAR = re.compile(r"^\d{3,4}$")
AFTER_UNIT = re.compile(
    r"^(?:[\s,.]|$|[’”'\"]|이|가|은|는|을|를|의|에|로|으로|와|과|도|만|인|간|씩|째|쯤|당|"
    r"동안|대\s|짜리|부터|까지|마다|여|밖|뿐|보다)"
)
NATIVE = frozenset(
    tens + ones
    for tens in ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
    for ones in ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
) | {"열", "스무"}
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

# Two units are one length of time, and a time of day is one answer with its 오전.
WHOLE = re.compile(
    r"(?<![가-힣A-Za-z0-9.,~∼-])(?:"
    r"(?P<long>\d{1,4}(?P<first>시간|년|분|주) "
    r"\d{1,2}(?P<second>개월|분(?!기)|초|일)(?! ?\d))"
    r"|(?P<fraction>\d{1,3}분의 \d{1,3})"
    r"|(?P<clock>(?:(?:오전|오후|낮|밤|새벽|저녁|아침|정오) )?"
    r"\d{1,2}시(?!간)(?: \d{1,2}분)?)"
    r")(?P<about>쯤|께|경)?"
)
GOALS = re.compile(r"^ ?(?:골|홈런|득점|도움)")
ORDINALS = frozenset({"번째", "번", "회"})
POINTING_BACK = re.compile(r"(?<![가-힣])(?:이|그|저|이들|위의|다음) $")
FEW = frozenset({"한", "두"})
DIFFERENCE = re.compile(
    r"^ (?:줄|늘|오르|오른|올라|올랐|내리|내렸|감소|증가|상승|하락|떨어)"
)
FROM_TO = re.compile(r"\d[^,.]{0,10}에서 .{0,14}\d[^,. ]* ?[가-힣%]{0,4}(?:으로|로) ")


@dataclass(frozen=True, slots=True)
class WholeTime:
    """A length of time in two units, or a time of day, and how it is asked."""

    start: int
    end: int
    wh: str


@lru_cache(maxsize=SEVERAL_PASSES)
def whole_times(clause: Clause) -> list[WholeTime]:
    words = clause.sentence.words
    start, end = words[clause.body[0]].start, words[clause.body[-1]].end
    found = []
    for match in WHOLE.finditer(clause.sentence.text, start, end):
        if clause.sentence.text[match.end() :].startswith(" 현재"):
            continue
        if match["fraction"]:
            span = match.span("fraction")
            found.append(WholeTime(*span, "몇 분의 몇"))
        elif match["long"]:
            wh = f"몇 {match['first']} 몇 {match['second']}"
            found.append(WholeTime(match.start("long"), match.end("long"), wh))
        else:
            wh = "몇 시 몇 분" if "분" in match["clock"] else "몇 시"
            found.append(WholeTime(match.start("clock"), match.end("clock"), wh))
    return found


def is_name_part(match: re.Match[str], clause: Clause) -> bool:
    """Tell the 1호 of '너울 1호' and the 12번 of a bus from a number of things."""
    text, number, unit = clause.sentence.text, match["number"].strip(), match["unit"]
    if unit == "호":
        return not GOALS.match(text[match.end() :])
    if unit == "번" and number not in NATIVE:
        return True
    if unit == "세" and text[: match.start("number")].endswith(" "):
        before = [w for w in clause.sentence.words if w.end < match.start("number") + 1]
        if before and before[-1].is_bare and before[-1].tags()[-1:] == ["NNP"]:
            return True  # '카를로스 3세'
    quoted = text[: match.start("number")]
    return any(quoted.count(a) > quoted.count(b) for a, b in ("‘’", "「」", "『』", "《》"))


TRIVIAL_BEFORE = re.compile(r" ?년 전보다| 전보다| 모양| 현재")


def is_trivial(match: re.Match[str], clause: Clause) -> bool:
    """Tell what nobody need know: one of them, 두 가지 before a list, a difference."""
    text, number, unit = clause.sentence.text, match["number"].strip(), match["unit"]
    before, after = text[: match.start("number")], text[match.end() :]
    if unit == "자" or TRIVIAL_BEFORE.match(after):
        return True
    if unit == "년" and re.match(r" 전(?:의|과|에 비)", after):
        return True  # '1년 전의 두 배'
    if unit == "사람" and number in NATIVE:
        return True
    if unit in {"살", "세"} and re.match(r" [가-힣]{2,}(?: |[은는이가을를]|$)", after):
        return not (match["tail"] or re.match(r" (?:이|미|초|생일|나이)", after))
    if after.startswith(("이던 ", "인 ")):
        return True  # '1달러에 4마르크이던 환율은'
    if number == "한" or (number in FEW and unit in {"사람", "명", "번", "가지", "개"}):
        return True
    if unit == "가지" and (number in NATIVE or "크게" in before):
        return True
    if POINTING_BACK.search(before):
        return True
    if unit == "번째" and not re.match(r"(?:이[다었며고]|다|로 |였)", after):
        return True  # '세 번째 원칙은': which one, not how many
    return bool(DIFFERENCE.match(after) and FROM_TO.search(before + " "))


PERIODS = frozenset({"세트", "이닝", "쿼터", "피리어드", "라운드"})


@lru_cache(maxsize=SEVERAL_PASSES)
def matches(clause: Clause) -> tuple[re.Match[str], ...]:
    words = clause.sentence.words
    start, end = words[clause.body[0]].start, words[clause.body[-1]].end
    text = clause.sentence.text
    ranged = RANGED.finditer(text, start, end)
    return (*ranged, *QUANTITY.finditer(text, start, end))


@lru_cache(maxsize=SEVERAL_PASSES)  # asked for prompts and for gaps
def is_quantity(match: re.Match[str], clause: Clause) -> bool:
    text = clause.sentence.text
    number, unit = match["number"].strip(), match["unit"]
    if is_name_part(match, clause) or is_trivial(match, clause):
        return False
    if any(w.start < match.end() and match.start("number") < w.end
           for w in whole_times(clause)):  # fmt: skip
        return False
    if unit in PERIODS and not re.match(r" ?(?:만에|연속|동안|차)", text[match.end() :]):
        return False  # in which set it was, not how many
    if unit == "분기" and not re.match(r" ?(?:만에|연속|동안)", text[match.end() :]):
        return False  # which quarter, not how many
    if is_ranged(number):
        _, last = span_of(clause, match.start("number"), match.end("unit"))
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
        lasts
        or re.match(
            r"\s?(?:간|동안|만에|이상|이내|이 (?:걸|지나|지난|넘))",
            text[match.end("unit") :],
        )
    ):
        return False
    if number == "한" or (number in NATIVE and unit not in NATIVE_UNITS):
        return False
    if number in NATIVE and not text[match.end("number") :].startswith(" "):
        return False
    if unit == "대" and re.match(r"\s?\d", text[match.end() :]):
        return False  # '2 대 1'
    told = lasts and clause.predicate is not None and clause.predicate.is_copula
    if unit == "년" and not (told or LASTING.match(text[match.end() :])):
        return False
    if NEGATIVE.search(clause.word(clause.body[-1]).text):
        return False
    if unit in {"호", "왕", "시", "면", "도", "분", "자", "리", "무"} and number in NATIVE:
        return False
    return stands_alone(match, clause)


def stands_alone(match: re.Match[str], clause: Clause) -> bool:
    """Tell whether nothing around the number makes it a part of something else."""
    text, unit = clause.sentence.text, match["unit"]
    if not AFTER_UNIT.match(text[match.end() :]):
        return False
    if RANGE_AFTER.match(text[match.end() :]) or RANGE_BEFORE.search(text[: match.start()]):
        return False
    words = clause.sentence.words
    first, last = span_of(clause, match.start("number"), match.end("unit"))
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


RANGE_IN = re.compile(r"\d[조억만천]?\s?[~∼–]")


def is_ranged(number: str) -> bool:
    return RANGE_IN.search(number) is not None


def span_of(clause: Clause, start: int, end: int) -> tuple[int, int]:
    """Return the first and last word that touch characters `start` to `end`."""
    words = clause.sentence.words
    touched = [n for n in clause.body if words[n].start < end and words[n].end > start]
    return touched[0], touched[-1]
