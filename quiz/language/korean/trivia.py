"""Answers that nobody need ask for: the verb gives them away, or they say nothing."""

import re
from functools import lru_cache

from quiz.language.korean.candidates import Candidate
from quiz.language.korean.peers import groups
from quiz.language.korean.wordlists import Kind, words

# 알을 낳다, 잠을 자다: the noun that nearly always stands before the verb.
USUAL = {
    "알": "낳",
    "새끼": "낳|배",
    "아이": "낳",
    "먹이": "먹|찾|구하|잡|사냥",
    "잠": "자|잔|잤",
    "꿈": "꾸|꾼|꿨",
    "춤": "추|춘|췄",
    "숨": "쉬|쉰|거두|거둔|거뒀",
    "터": "잡|닦",
    "자리": "잡|차지|옮기",
    "둥지": "틀|짓|지|만들|만든",
    "골머리": "앓|썩",
    "목소리": "나오|나왔|내|높",
    "몸": "던지|던져|던졌|싣|실",
    "전성기": "맞|누리",
    "기록": "세우|세웠|깨|깼",
    "요금": "환불|돌려",
    "반대": "무릅",
    "편지": "보내|보냈|부치|부쳤",
    "집": "짓|지",
    "글": "쓰|쓴|썼|읽",
    "책": "쓰|쓴|썼|읽|펴",
    "그림": "그리|그린|그렸",
    "노래": "부르|부른|불렀",
    "꽃": "피|핀",
    "열매": "맺",
    "싹": "트|틔",
    "뿌리": "내리|뻗",
    "씨": "뿌리",
    "씨앗": "뿌리",
    "길": "걷|가|떠나|오르",
    "목숨": "잃|바치|거두",
    "돈": "벌|내|쓰",
    "말": "하|했|한",
    "옷": "입",
    "밥": "먹|짓",
    "물": "마시|붓|주",
    "불": "붙|피우|지르|끄",
    "벼슬길": "오르|나가|나아가|단념|포기",
    "문": "열|닫",
    "과반": "넘|얻|차지|확보",
    "영향력": "뻗|미치|행사",
    "입학 허가": "받",
    "허가": "받",
    "안방": "불러",
    "승부": "내|가리",
    "신호": "주고받|보내",
    "홈": "밟",
    "담장": "넘기|넘겼",
    "벽": "넘",
    "관심": "끌|모으|받",
    "과외": "받",
    "공부": "마치|마쳤|하|했",
    "인재": "기르|길러|길렀|키우|키워|키웠|양성",
    "수술대": "오르|오른|올라|올랐",
    "문턱": "넘",
    "패스": "가로채|가로챘",
    "인기": "끌|얻",
    "주목": "받|끌",
}
# Of such words any text is full; alone they tell nothing of it.
EMPTY = words(
    """
작업 대표작 터 종 과제 사업 활동 계획 방안 대책 조치 시도 시설 장치 물질 성분 재료 도구
작품 연구 조사 실험 분석 결과 성과 업적 기술 제품 상품 업무 임무 일정 행사 모임 단체 조직
부분 일부 대부분 전체 나머지 다수 소수 내용 정보 자료 사항 목록 항목 최종 입지 후보지 부지
한국 대한민국 주변 일대 인근 지역 지방 곳곳 각지 전역 우리나라 국내 해외 외국 세계 확대
비율 상승률 하락률 증가율 감소율 부담 공 겉모습 외관 외형 전시실 블로커 그다음 전년 전해
교통량 설계안 번식지 서식지 월동지 먹이 목소리 골머리 할머니 할아버지 제각각 자유자재
투자금 재원
실시 시행 추진 까닭 이유 원인 결과물 인물 기념관 설명회 주민설명회 기자회견 기자간담회
"""
)
RANKS = "과목속강문족"
RANK = re.compile(rf"^(?P<stem>[가-힣]{{2,}})[{RANKS}]$")
LANGUAGES = words(
    "영어 한자 한문 라틴어 독일어 프랑스어 일본어 중국어 스페인어 러시아어 우리말"
)
VAGUE_AMOUNT = re.compile(
    r"^몇 |(?:^| )수(?:십|백|천|만|억)*(?:여)? ?(?:km|㎞|m|명|개|년|배|일|차례|번|건)$"
)
BALANCES = frozenset({"흑자", "적자"})  # beside a profit or a loss they are plain
BESIDE_BALANCES = ("흑자", "적자", "손실", "이익")
SIGHTED = 14  # characters after the answer in which its verb is looked for


def is_given_away(candidate: Candidate) -> bool:
    """Tell the 알 of '알을 낳고' and the 먹이 of '먹이를 먹지 않은'."""
    text = candidate.sentence.text
    answer = text[candidate.start : candidate.end]
    if answer in BALANCES:
        return any(word in text.replace(answer, "") for word in BESIDE_BALANCES)
    verbs = USUAL.get(answer) or USUAL.get((answer.split() or [""])[-1])
    after = text[candidate.end : candidate.end + SIGHTED]
    return (
        bool(verbs)
        and re.match(rf"[을를은는이가도만에]? ?(?:[가-힣]+ )?(?:{verbs})", after)
        is not None
    )


def says_nothing(answer: str) -> bool:
    """Tell '우리나라 주변', whose words are all empty, 승무원들, and half a Latin name."""
    if MANY_PEOPLE.match(answer) or EPITHET.match(answer) or ADVERB.match(answer):
        return True
    if answer.count("'") % 2:
        return True  # "오랫동안 '위기"
    return all(word in EMPTY for word in answer.split())


MANY_PEOPLE = re.compile(r"^[가-힣]+(?:원|자|민|인|생|군|사|아이|사람)들$")
ADVERB = re.compile(r"^(?:대신|오랫동안|주로|특히|당시) ")  # no word of the name after it
EPITHET = re.compile(r"^[a-z]{6,}$")  # cartwrightianus of 'C. cartwrightianus'


def named_alike(answer: str, text: str) -> bool:
    """Tell 뱀장어과 where 뱀장어목 is in sight, 새터동 where 새터수영장 is."""
    rank = RANK.match(answer)
    if rank is not None and any(rank["stem"] + other in text for other in RANKS):
        return True
    ranks = filter(None, map(RANK.match, answer.split()))
    if any(len(r["stem"]) > 2 and begins_word(r["stem"], text) for r in ranks):  # letters
        return True
    family = FAMILY.match((answer.split() or [""])[-1])
    if family is not None and re.search(f"[가-힣]{family['stem']}", text):
        return True  # 물범과 of a 점박이물범
    if (place := PLACE.match(answer)) and begins_word(place["stem"], text, "[가-힣]{2}"):
        return True
    side = SIDE_OF.match(answer)
    return side is not None and begins_word(side["whole"], text)


def begins_word(name: str, text: str, after: str = "") -> bool:
    return name in text and re.search(rf"(?<![가-힣]){name}{after}", text) is not None


FAMILY = re.compile(r"^(?P<stem>[가-힣]{2,})[과속]$")
PLACE = re.compile(r"^(?P<stem>[가-힣]{2,})(?:시|군|구|읍|면|동|리)$")
SIDE_OF = re.compile(r"^[동서남북](?P<whole>[가-힣]{3,})$")  # 서베를린


def adds_up(answer: str, text: str) -> bool:
    """Tell the amount that others in sight give: '98억 원과 40억 원 등 138억 원'."""
    own = AMOUNT.fullmatch(answer.removeprefix("약 "))
    if own is None:
        return False
    others = [amount_of(m) for m in AMOUNT.finditer(text) if m["unit"] == own["unit"]]
    told = amount_of(own)
    return any(
        one + other == told or one == told + other
        for n, one in enumerate(others)
        for m, other in enumerate(others)
        if n != m
    )


def amount_of(match: re.Match[str]) -> float:
    """Return the number with its 만, 억 or 조."""
    return float(match["figure"].replace(",", "")) * SCALES[match["scale"] or ""]


SCALES = {"": 1, "만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
AMOUNT = re.compile(
    r"(?P<figure>\d[\d,]*(?:\.\d+)?) ?(?P<scale>[만억조])? ?"
    r"(?P<unit>원|달러|명|개|건|마리|대|곳|점|권|편|가구|t|㎏|kg|%)"
)


def shares_a_head(candidate: Candidate) -> bool:
    """Tell 'A와 B의 하구', cut into 'A' and 'B의 하구': the head belongs to both."""
    members = [item[0] for item in candidate.items]
    return (
        len(members) > 1
        and " " in members[-1]
        and (any("의 " in members[-1] and "의 " not in member for member in members[:-1]))
    )


def is_distance_or_place(candidate: Candidate, prompt: str) -> bool:
    """Tell '무엇을 헤엄쳐' for thousands of kilometres and '무엇을 옮겨 다니다'."""
    if "무엇을" not in prompt or candidate.items:
        return False
    answer = candidate.accepted[0] if candidate.accepted else ""
    far = re.search(r"(?:km|㎞|m|리|미터)$", answer) is not None
    return far or (
        candidate.names in {Kind.CITY, Kind.PLACE, Kind.COUNTRY} or answer.endswith(" 일대")
    )


def tells_of_whom(candidate: Candidate) -> bool:
    """Tell the 프랑스 of '프랑스의 조각가' and '프랑스 파리': of no weight, or plain."""
    text = candidate.sentence.text
    answer, after = text[candidate.start : candidate.end], text[candidate.end :]
    if answer in LANGUAGES:
        return after.startswith("로")
    if candidate.names is not Kind.COUNTRY:
        return False
    if PERSON_NEXT.match(after) or PLACE_OF_A_ROW.match(after):
        return True
    return any(city in after[:NEAR] for city in cities_in(answer))


NEAR = 20  # letters
PLACE_OF_A_ROW = re.compile(r"^의 [가-힣]+(?: [가-힣]+)?, ")  # '인도의 카슈미르, 스페인의'


@lru_cache(maxsize=64)
def cities_in(country: str) -> tuple[str, ...]:
    """Return well-known cities of a country: beside 베이징 nobody needs to know 중국."""
    found = (g.members for g in groups() if g.kind == f"{country} 도시")
    return tuple(city for members in found for city in members if len(city) > 1)


def is_vague_amount(answer: str) -> bool:
    """Tell '수십 km', which no learner could get right or wrong."""
    return VAGUE_AMOUNT.search(answer) is not None


PERSON_NEXT = re.compile(
    r"(?:의|인|계)? (?:[가-힣]+ )?[가-힣]*"
    r"(?:가|자|인|사|수|장|왕|감독|배우|선수|총리|대통령) "
)


LETTERED = re.compile(r"([A-Z])([가-힣]{1,4})$")
PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?%")


def has_twin(candidate: Candidate, shown: str) -> bool:
    """Tell A지구 where B지구 is in sight, and 70 % where 30 % is: one gives the other."""
    answer = candidate.accepted[0] if candidate.accepted else ""
    if share := PERCENT.fullmatch(answer):
        return any(float(p) + float(share[1]) == WHOLE for p in PERCENT.findall(shown))
    twin = LETTERED.match(answer)
    return twin is not None and re.search(rf"[A-Z]{twin[2]}", shown) is not None


WHOLE = 100
