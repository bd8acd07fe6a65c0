"""What a strict teacher would not use is dropped here, with its reason."""

import re
from dataclasses import replace
from functools import lru_cache

from quiz.core.questions import plain
from quiz.language.korean.announcements import asks_when_told
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.misput import is_misput
from quiz.language.korean.transliterations import sounds_alike
from quiz.language.korean.trivia import (
    adds_up,
    has_twin,
    is_distance_or_place,
    is_given_away,
    named_alike,
    says_nothing,
    shares_a_head,
)
from quiz.language.korean.wordlists import SURNAMES, Kind

LONGEST = 75
UNRESOLVED = re.compile(
    r"(?<![가-힣A-Za-z])(?:그|그녀|이것|그것|이들|그들|이곳|그곳|여기|거기|이는|이를|"
    r"이에|해당|이날|당시|이때|이번|"
    r"이렇게|그렇게|이처럼|이같이|이러한|이런|그런|그러한|같은 해|이듬해|동사|본인|양측|"
    r"그해|그때|그날|그사이|양국|이와|전자|후자|이 중|그중|이밖)"
    r"(?:은|는|이|가|을|를|의|만|에|에게|에서|와|과|로|으로|도|까지|부터|에는|에서는)?(?=[\s,]|$)"
)
START_UNRESOLVED = re.compile(
    r"^(?:이후|당시|앞서|첫날|다음 날|이튿날|이어)(?:에는|에|로|의)? "
)
# A gap is no pointer: '\x00이 거론된다' shows where its answer stood.
POINTED = re.compile(r"(?<![가-힣A-Za-z0-9%』」》〉’”\x00])(?:이|그|저) [가-힣]")
RELATIVE_TIME = re.compile(
    r"(?<![가-힣])(?:올해|금년|지난해|작년|내년|최근|지난달|이달|어제|오늘(?!날)|내일|"
    r"다음 달|지난주|전 ?분기에|직전 분기에|전날|전 거래일에|몇 년 전|"
    r"\d+년 전에|요즘|지금|이제|그동안|지난 \d|오는 \d)"
)
MONTH = re.compile(r"(?<!\d)\d{1,2}월")
DAY = re.compile(
    r"(?<![\d월] )(?<!\d)\d{1,2}일"
    r"(?![간째]| (?:동안|정액|이용|체험|이내|이상|연속|만에|넘))"
)
YEAR = re.compile(r"\d{3,4}년|몇 년|[조종] \d{1,2}년")
# What comes back each year needs no year: '꽃은 4월에 핀다'.
EVERY_YEAR = re.compile(
    r"해마다|매년|매해|(?<![가-힣])(?:보통|대개|주로) |월(?:에|부터|까지|경|쯤)? [^.]{0,25}"
    r"(?:핀다|피는|피고|피며|익는|익으|맺는다|맺고|맺으|낳는|낳으|산란하|번식하|짝짓기|"
    r"부화하|찾아온|월동|머문다|여문다)"
)
BAD_START = re.compile(
    r"^(?:및|등|와|과|있는|없는|은|는|이|가|을|를|지만|하지만|그러나|또|고|며|데|않는|않은|못한|못하는|단,)\s"
    r"|^[,.)’”]|데[렸리](?:다[.]|는가|[은는] |ㄴ )|데린 "
)
WH = re.compile(r"무엇|누구|누가|어디|언제|얼마|어느|어떤|몇|무슨|왜|어떻게")
SAME = re.compile(
    r"(?<![와과것년] )(?<![가-힣])같은 "
    r"(?:달|날|곳|시기|기간|이름|시간|장소|학교|대회|시즌|자리|상|이유|까닭|방식|법)"
)
ASKED_HEAD = re.compile(r" [^ ]+[은는] (?:무엇|누구|어디)인가\?$")
# Halves of '2020년과 2021년', '2000년대 들어'.
HALVED = re.compile(
    r"\d년과 (?!\d|함께|같|비슷|비교|달리|마찬)|[이가] 든 (?:때|해|날)[은는] "
)
POINTING_ANSWER = frozenset({"그", "그녀", "이것", "그것", "이들", "그들", "자신"})
WITH_WHOM = re.compile(r"(?<![가-힣])함께(?= )")
COUNTED_HEAD = re.compile(
    r"(?:^| )(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열[가-힣]?|\d+) ?"
    r"(?:줄|명|개|곳|마리|권|척|대|차례|칸|쌍|종|편)[은는] (?:무엇|누구|어디)인가"
)
# Nouns that any article may have one of: alone at the front they point nowhere.
BARE_OPENING = re.compile(
    r"^(?:\d{4}년 (?:\d{1,2}월 )?(?:\d{1,2}일 )?)?"
    r"(?:시|군|구|도|구단|팀|선수단|재단|협회|연맹|위원회|연구진|연구팀|박물관|미술관|축제|영화|"
    r"소설|책|전쟁|전투|조약|노선|건물|절|본부|조정안|개정안|합의문|보고서|작품|사업비|조사단|"
    r"대표단)(?:은|는|이|가|의|에서|에|에는) "
)
# What stood in another sentence is missed at the front.
DANGLING = re.compile(
    r"^(?:동안|열린 (?:경기|대회|회의|시합)(?:에서는?|에는?)|"
    r"여기서|여기에서|대신|앞의|다음|그런데|남은|나머지|기존|또|이어|반면|마지막|"
    r"더 [가-힣]{1,4}면 |"
    r"모두|각각|둘 다|서로|재원 |\d부 |개막식|폐막식|조직위|초기의|소문을|당초|"
    r"가까이(?:에|에는|에서)|근처에는?|"
    r"(?:투자금|재원|연봉|기준일|상판|주탑|몸체|당선작|쓰레기양|감식|서문|공급가|운영진|탐사선|"
    r"상승률|구멍|정액권|물량|생산|건물지|출구 쪽)"
    r"(?:은|는|이|가|을|를|의|에는|에서는| 가운데)|"
    r"새 (?:필름|법|시설|장치|공장|건물|구장|사옥|청사|제도|규정|노선|제품|모델)"
    r"[은는이가을를의에]|"
    r"(?:두|세|네|양) [가-힣]{1,3}(?:[은는이가를을의에]|에서|에게)) "
)
# '서울에서 한 점을 샀다': one of what stood in another sentence.
BARE_COUNT = re.compile(
    r"(?:^|에서 |에게 |[년월일] |에 |으로 |고 |며 |때 )"
    r"(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) "
    r"(?:점|권|마리|채|척|편|장|통|쌍|그루|자루|벌)(?:을|를|이|가|은|는|만|도) "
)
# 'A는 3년 뒤 숨졌다': three years after what.
YEARS_AFTER = re.compile(
    r"(?:^|[은는] )(?:몇|한|두|세|네|다섯|\d+) ?(?:년|달|개월|주|일|시간) (?:뒤|후|만)에? |"
    r"[가-힣][은는] (?:이틀|사흘|나흘|닷새|열흘|보름) (?:뒤|후|만)에? "
)
# '여자 몇 m와 200m를 휩쓸었는가', '얼마 지폐에'.
ONE_OF_A_ROW = re.compile(
    r"몇 ?[가-힣A-Za-z%]{1,3}(?:와|과|,) ?\d|"
    r"\d ?(?P<unit>[가-힣A-Za-z%]{1,3})(?:와|과|,) ?몇 ?(?P=unit)|"
    r"얼마 (?!이|가|를|에|로|나|인|만|까|의|동|씩|정|전|뒤|후)[가-힣]"
)
# A bare kind of thing at the front of a story: which one, an earlier sentence tells.
BARE_STORY = re.compile(
    r"^(?:\d{3,4}년(?:에|에는)? |\d{1,2}월(?:에|에는)? |[가-힣]+ 뒤 )*"
    r"(?:교장|센터|대책위|조직위|추진위|다리|박람회|건물|협의회|구간|왕|탑|성|궁|절|배|선박|열차|공장|회의|총회|법안|제도|대학|"
    r"학교|병원|은행|군대|부대|신문|잡지|연구소|공원|섬|도시|마을|종|어미|새끼|박물관|미술관|"
    r"전시|대회|경기|공연|축제|행사|논문|시집|군의회|시의회|일정|주제|영화|소설|작품|그림|책|왕비|아들|딸|아버지|어머니|폭동|전쟁|"
    r"전투|사고|폭발|지진|화재|조약|협정|판결|재판|선거|투표|사업|계획|조사|연구|실험)"
    r"(?:은|는|이|가) "
)
TOLD_AS_PAST = re.compile(
    r"[았었였했됐갔왔났졌렸쳤](?:는가\?|다\.)$"
    r"|[한된친간온난진린] (?:해|날|때|곳|인물|도시)[은는] "
)
LEFT = re.compile(r"지 만 |(?:^|년 |일 )반면 ")
# '체코의 작곡가는 누구인가': there are many.
ONE_OF_MANY = re.compile(
    r"^(?:[가-힣]+(?:의|계|인)? )?(?:작곡가|화가|소설가|시인|작가|정치가|"
    r"정치인|[가-힣]+학자|가수|배우|"
    r"선수|장군|탐험가|발명가|건축가|조각가|의사|철학자)[는은] 누구인가\?$"
)
# '매출 84억원에 영업손실 얼마를 냈는가': two results in one breath.
TWO_RESULTS = re.compile(
    r"(?:매출|매출액|수익|영업이익|순이익|영업손실|순손실) "
    r"(?:얼마에|[\d,.조억만천 ]+원에 [^?]*(?:얼마|몇))"
)
# 'A는 3세트를 앞두었다': what came then was cut off.
EMPTY_ACT = re.compile(
    r"앞(?:두었|뒀)(?:다\.|는가)|앞둔 [가-힣]+[은는] (?:누구|어디|무엇|언제)"
)
# '지키지 않았다 한 해', '옳다는 것인 까닭': a clause cut in two.
CUT_CLAUSE = re.compile(
    r"[가-힣]다 한 (?:해|날|때|인물|곳)[은는] |것인 (?:까닭|이유|해|때)[은는] "
)
LIVING_PLACES = re.compile(r"(?:사는|분포하는|서식하는|자라는) (?:두|세|네|다섯) 곳[은는] ")
NAMED_PERSON = re.compile(
    r"(?:이름|본명|호|별명|필명|예명|본관|세례명|아명|말|약칭)[은는] 무엇인가\?$"
)
# Of a thing without a type noun any description fits too much.
SOME_THING = re.compile(r"(?<!있는)(?<!달린) 것은 무엇(?:인가|이었는가)\?$")
DESCRIBED = frozenset({"definition", "meaning", "identity", "comparison", "condition"})
NAMELESS = re.compile(
    r"(?<![A-Za-z가-힣])(?:[A-Z] ?씨|"
    rf"[{''.join(sorted(SURNAMES))}]모(?=씨| (?:씨|양|군)|의 나이|$))"
)
# '2019년부터 2023년까지 몇 년', '418건에서 1,036건으로 2.5배': sums, not facts.
YEARS_TOLD = re.compile(r"(\d{3,4})년부터 (\d{3,4})년까지|\d{4}년과 \d{4}년에")
YEARS_ASKED = re.compile(r"몇 년(?:간| 동안| 연속)")
FROM_TO = re.compile(
    r"(?P<old>[\d,.만천억 ]+[가-힣%]{1,3}|몇 ?[가-힣%]{1,3}|얼마)에서 (?:[^.]{0,14} )?"
    r"(?P<new>[\d,.만천억 ]+[가-힣%]{1,3}|몇 ?[가-힣%]{1,3}|얼마)(?:으)?로 "
)
CHANGED = re.compile(
    r"(?P<by>\d[\d,.만천억 ]*[가-힣%p]{1,5}|몇 ?[가-힣%p]{1,3}|얼마)(?:가량|쯤|이나|나)?"
    r"(?:이|가)? ?(?:줄|늘|오르|오른|올라|올랐|내리|내렸|감소|증가|상승|하락|떨어|됐|되|"
    r"연장|단축|인상|인하)"
)
NOW = ("지금의 ", "오늘날의 ", "현재의 ", "현 ")
LEFT_OVER = re.compile(r"[{}|]|\s{2,}|\(\s*\)|,\s*\?| ,|것 것|등 등|\?\?")
QUOTES = (
    ("‘", "’"),
    ("“", "”"),
    ("「", "」"),
    ("『", "』"),
    ("《", "》"),
    ("(", ")"),
    ("〈", "〉"),
)
MARKS = frozenset("".join(a + b for a, b in QUOTES) + "\"'")
FEWEST_LETTERS = 9
VAGUE_SCENE = re.compile(
    r"(?:^|년 |년부터 )회사(?:를|의|에) |"
    r"(?:^|년 |일 |년에 |에는 )(?:행사|대회|경기|경기장|회의|현장|기조연설|회사|사업|"
    r"전시|결승|공식 행사)"
    r"(?:에서는|에서|에는|에|은|는|이|가)(?=\s)"
)
WEAK_ANSWERS = frozenset(
    [
        "것",
        "수",
        "등",
        "중",
        "점",
        "바",
        "때",
        "이",
        "그",
        "하나",
        "둘",
        "우리",
        "모두",
        "자신",
    ]
)
BARE_NUMERALS = frozenset(
    ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"]
)
FIRST_PERSON = re.compile(r"(?<![가-힣])(?:우리|저희|나는|내가|제가)(?=[\s은는이가를의]|$)")


@lru_cache(maxsize=512)  # of a sentence: gaps ask first what its prompts are worth
def reason_against(candidate: Candidate) -> str:
    """Return why the prompt can't be used, or "" if it can."""
    prompt = candidate.prompt
    if not prompt:
        return "no-prompt"
    for name, test in TESTS:
        if test(candidate, prompt):
            return name
    return ""


def leaks(candidate: Candidate, prompt: str) -> bool:
    """Tell whether the answer, or a telling part of it, stands in the prompt."""
    seen = plain(prompt)
    told = [*candidate.accepted, *(v for item in candidate.items for v in item)]
    if candidate.names is Kind.DATE and (year := re.match(r"\d{3,4}", told[0])):
        return any(t in prompt for t in (year[0], *told))
    if any(len(plain(text)) == 1 and stands_in(text, prompt) for text in told[:1]):
        return True  # '못', '2'
    if candidate.names in {Kind.NUMBER, Kind.DATE}:
        return any(stands_in(text, prompt) for text in told if not is_bare_number(text))
    if any(len(plain(text)) >= 2 and plain(text) in seen for text in told):
        return True
    if candidate.items:
        return False
    words = told[0].split()
    if candidate.part == "meaning":
        words = words[:-1]  # '어떤 해시계인가' asks which: 해시계 may stand in both
    parts = [w for w in words if len(plain(w)) >= 3]
    if len(words) > 1:
        seen = plain(ASKED_HEAD.sub("", prompt))  # '통보한 행정부는 -> 트럼프 행정부'
    return any(plain(w) in seen for w in parts if not w.isascii())


NO_FIGURE = re.compile(r"[^\d.,]")


def stands_in(text: str, prompt: str) -> bool:
    """Tell whether `text` stands in `prompt` as whole numbers and words: no 4 in 14."""
    if "".join(text.split()) not in "".join(prompt.split()):
        return False  # without a pattern of its own: most answers are nowhere in sight
    letters = r"\s?".join(re.escape(c) for c in text if not c.isspace())
    before = r"(?<![\d.,])" if text[:1].isdigit() else r"(?<![가-힣A-Za-z\d])"
    after = r"(?![\d])(?![.,]\d)" if text[-1:].isdigit() else ""
    after = r"(?![가-힣])" if len(text) == 1 and not after else after
    return bool(re.search(before + letters + after, prompt))


def is_bare_number(text: str) -> bool:
    return text in BARE_NUMERALS or not NO_FIGURE.search(text)


def without_collisions(candidate: Candidate) -> Candidate:
    """Drop the 4 of '4년' from the answers where the prompt says 4 of something else."""
    kept = tuple(
        text
        for place, text in enumerate(candidate.accepted)
        if place == 0 or not is_bare_number(text) or not stands_in(text, candidate.prompt)
    )
    return candidate if kept == candidate.accepted else replace(candidate, accepted=kept)


def unbalanced(text: str) -> bool:
    if MARKS.isdisjoint(text):
        return False
    return (
        any(text.count(a) != text.count(b) for a, b in QUOTES)
        or text.count('"') % 2 == 1
        or text.count("'") % 2 == 1
    )


def some_thing(candidate: Candidate, prompt: str) -> bool:
    return candidate.kind not in DESCRIBED and SOME_THING.search(prompt) is not None


def person_as_thing(candidate: Candidate, prompt: str) -> bool:
    """Tell '시험에 참여한 농업은 무엇인가' with a person for an answer."""
    asked = prompt.endswith("무엇인가?") and not NAMED_PERSON.search(prompt)
    return candidate.names is Kind.PERSON and asked


def place_for_meaning(candidate: Candidate, prompt: str) -> bool:
    """Tell '소발률국(지금의 길기트)', which says where it lay and not what it means."""
    now = candidate.accepted[:1] and candidate.accepted[0].startswith(NOW)
    return bool(now) and "뜻인가" in prompt


def no_abbreviation(candidate: Candidate, prompt: str) -> bool:
    """Tell 'OSIRIS(오시리스)' and 'ESOC', glossed as somebody's control centre."""
    if candidate.kind != "abbreviation" or not prompt.startswith("‘"):
        return False
    long, short = candidate.accepted[0], prompt[1 : prompt.find("’")]
    return "의 " in long or sounds_alike(long.split()[-1], short)


def is_worked_out(text: str) -> bool:
    """Tell a number that the others in sight give: a span of years, a rise."""
    if "몇 년" in text and YEARS_TOLD.search(text) and YEARS_ASKED.search(text):
        return True
    if "에서 " not in text:
        return False
    change = FROM_TO.search(text)
    return change is not None and CHANGED.search(text[change.end() :]) is not None


def nameless(candidate: Candidate, text: str) -> bool:
    """Tell 'A씨' and '윤모 씨', of whom nobody need know anything."""
    return bool(NAMELESS.search(text) or NAMELESS.search(shown_by(candidate)))


def shown_by(candidate: Candidate) -> str:
    return candidate.accepted[0] if candidate.accepted else ""


def opens_barely(text: str) -> bool:
    return BARE_STORY.match(text) is not None and TOLD_AS_PAST.search(text) is not None


def points_back(answer: str) -> bool:
    """Tell '화적에게 아버지를 잃은 그' and '곧 위덕왕'."""
    return answer.startswith(("곧 ", "즉 ")) or (
        answer.split()[-1:] != [] and answer.split()[-1] in POINTING_ANSWER
    )


def together_with_nobody(text: str) -> bool:
    """Tell 'B를 함께 이끈': with whom stood in another sentence."""
    found = WITH_WHOM.search(text)
    return found is not None and not re.search(
        r"[가-힣A-Za-z0-9’』」]+(?:와|과|도|랑) ", text[: found.start()]
    )


def dateless(text: str) -> bool:
    if "월" not in text and "일" not in text:
        return False
    if not (MONTH.search(text) or DAY.search(text)) or YEAR.search(text):
        return False
    return not EVERY_YEAR.search(text)


def too_thin(text: str) -> bool:
    return len(plain(text)) < FEWEST_LETTERS


TESTS = (
    ("badly-put", lambda c, p: is_misput(p) or bool(LEFT.search(p))),
    ("one-of-many", lambda c, p: bool(ONE_OF_MANY.match(p))),
    ("twin", lambda c, p: has_twin(c, p)),
    ("each-of-several", lambda c, p: "각각" in p or bool(ONE_OF_A_ROW.search(p))),
    ("bare-opening", lambda c, p: opens_barely(p)),
    ("given-away", lambda c, p: is_given_away(c)),
    ("empty-answer", lambda c, p: bool(c.accepted) and says_nothing(c.accepted[0])),
    ("named-alike", lambda c, p: bool(c.accepted) and named_alike(c.accepted[0], p)),
    ("shared-head", lambda c, p: shares_a_head(c)),
    ("type-noun", is_distance_or_place),
    ("dangling", lambda c, p: bool(YEARS_AFTER.search(p))),
    ("bare-count", lambda c, p: bool(BARE_COUNT.search(p))),
    ("two-results", lambda c, p: bool(TWO_RESULTS.search(p))),
    ("announcement", lambda c, p: asks_when_told(p)),
    ("type-noun", some_thing),
    ("nameless", nameless),
    ("worked-out", lambda c, p: is_worked_out(p) or adds_up(shown_by(c), p)),
    ("cut-clause", lambda c, p: bool(CUT_CLAUSE.search(p))),
    ("today", place_for_meaning),
    ("ambiguous", lambda c, p: bool(LIVING_PLACES.search(p))),
    ("empty-act", lambda c, p: bool(EMPTY_ACT.search(p))),
    ("dangling", lambda c, p: bool(DANGLING.match(p))),
    ("too-long", lambda c, p: len(p) > LONGEST),
    ("unresolved", lambda c, p: bool(UNRESOLVED.search(p) or POINTED.search(p))),
    ("unresolved", lambda c, p: bool(START_UNRESOLVED.search(p) or SAME.search(p))),
    ("bare-opening", lambda c, p: bool(BARE_OPENING.search(p))),
    ("with-whom", lambda c, p: together_with_nobody(p)),
    ("halved", lambda c, p: bool(HALVED.search(p))),
    ("weak-answer", lambda c, p: c.accepted[:1] != () and points_back(c.accepted[0])),
    ("counted-head", lambda c, p: not c.items and bool(COUNTED_HEAD.search(p))),
    ("first-person", lambda c, p: bool(FIRST_PERSON.search(p)) and "“" not in p),
    ("relative-time", lambda c, p: bool(RELATIVE_TIME.search(without_quotes(p)))),
    ("date-without-year", lambda c, p: dateless(p)),
    ("leak", leaks),
    ("unbalanced", lambda c, p: unbalanced(p)),
    ("bad-start", lambda c, p: bool(BAD_START.search(p))),
    ("left-over", lambda c, p: bool(LEFT_OVER.search(p))),
    ("thin", lambda c, p: too_thin(p)),
    ("two-questions", lambda c, p: len(WH.findall(without_quotes(p))) > 2),
    ("vague-scene", lambda c, p: bool(VAGUE_SCENE.search(p))),
    ("weak-answer", lambda c, p: any(a in WEAK_ANSWERS for a in c.accepted[:1])),
    ("type-noun", person_as_thing),
    ("gloss", lambda c, p: any(":" in item[0] for item in c.items)),
    ("where-figure", lambda c, p: "어디인가" in p and shown_by(c)[:1].isdigit()),
    ("no-abbreviation", no_abbreviation),
)


QUOTED = re.compile(r"[“‘][^”’]*[”’]")


def without_quotes(text: str) -> str:
    return QUOTED.sub("", text) if "“" in text or "‘" in text else text
