"""What a label asks for, by its last noun; the whole label under its heading."""

import re

from quiz.language.korean.wordlists import words

# Labels that say little without the heading's act: '4. 신청 기간 및 방법' over '가. 기간'.
BARE = words(
    "기간 일시 방법 대상 장소 인원 금액 규모 내용 자격 서류 시간 기한 날짜 일정 절차 "
    "분야 요건 "
    "조건"
)
ACT = re.compile(
    r"^((?:원서|서류|참가|수강|온라인|작품) (?:접수|신청)|신청|접수|모집|지원|관람|행사|"
    r"참가|교육|응모|공모|전시|대회|채용|근무|시험|면접|수강|이용|"
    r"선정|강의|제출|입장|체험|예약|등록|운영|공연|견학|대관)(?=\s|$)"
)
GLUED = re.compile(rf"^([가-힣]{{2}})({'|'.join(sorted(BARE))})$")
PLACES = re.compile(
    r"(?:장소|위치|수도|원산지|주산지|본부|본점|발상지|서식지|개최지|개최국|연고지|홈구장|"
    r"소재지|집결지|근무지|집합 장소|접수처|본사|촬영지|출발지|도착지)$"
)
WAYS = re.compile(r"방법$")
ACTED = re.compile(r"((?:원서 |참가 |수강 )?(?:신청|접수|예약|등록|제출|응모|지원))")
HOLDERS = {
    "주최": "주최하는 곳은 어디인가?",
    "주관": "주관하는 곳은 어디인가?",
    "후원": "후원하는 곳은 어디인가?",
    "협찬": "협찬하는 곳은 어디인가?",
    "주최 기관": "주최하는 곳은 어디인가?",
    "주관 기관": "주관하는 곳은 어디인가?",
}
FIRMS = re.compile(
    r"(?:제조사|제조원|제작사|운영사|시공사|발행처|출판사|배급사|판매원|소장처|운영 기관)$"
)
PERSONS = re.compile(
    r"(?:설계자|대표이사|관장|회장|단장|건축가|감독|작가|저자|지은이|강사|연출|지휘자?|"
    r"사회자|발명가|작곡가?|"
    r"해설자)$"
)
THINGS = re.compile(
    r"(?:재질|화폐|통화|공용어|국화|교목|직업|교화|교훈|소재|방식|언어|원료|종류|용도|구조|"
    r"양식|주제|준비물|교재|형식|연료|전원|"
    r"재료|운영 체제|보관 방법|전공|직종|직위|직급|담당 업무|주제어|슬로건|표어|국적|"
    r"천적|먹이|"
    r"학명|시상 내용|근무 형태|고용 형태|동력|추진 방식|연결 방식|충전 방식)$"
)
CLOSED_DAYS = re.compile(r"(?:휴관일|휴무일?|휴장일|휴일|휴원일|정기 휴관)$")
PEOPLE = re.compile(r"(?:대상|자격)$")
LISTED = re.compile(
    r"(?:서류|준비물|구성|구성품|색상|종목|과목|분야|부문|휴관일|휴무일|원료|재료|시설|"
    r"품목|과정|"
    r"제외 대상|혜택|심사 기준|평가 항목)$"
)
RULED = re.compile(r"(?:대상|자격|요건|조건|기준)$")
# 'X의 개장: 1954년' is asked as 'X이 개장한 때는 언제인가?'.
OPENED = words("개장 개관 개통 개교 개항 창립 개봉 발족 입항 출항 취항 폐관 폐교 사망 데뷔")
MADE = words("설립 준공 완공 건립 착공 출시 발행 지정 제정 초연 건조 등재 발매 제작 창단")
BECOMING = {
    "출생": "태어난",
    **{n: f"{n}한" for n in OPENED},
    **{n: f"{n}된" for n in MADE},
}
ENDING = re.compile(r"(?:일|연도|년도|연월일|시기|연월)$")


def whole_label(label: str, heading: str) -> str:
    """Return '신청 기간' of the label 기간 under '신청 기간 및 방법', and of 신청기간."""
    label = spaced(label)
    act = ACT.match(heading)
    return f"{act[1]} {label}" if label in BARE and act else label


def past_of(became: str) -> str:
    """Return 준공되었다 of 준공된."""
    if became == "태어난":
        return "태어났다"
    return became[:-1] + {"한": "했다", "된": "되었다"}[became[-1]]


def spaced(label: str) -> str:
    """Return 교육비 of '교 육 비', and '교육 장소' of 교육장소."""
    pieces = label.split()
    if all(len(piece) == 1 for piece in pieces):
        label = "".join(pieces)
    glued = GLUED.match(label)
    return f"{glued[1]} {glued[2]}" if glued else label


def becoming(label: str) -> str:
    """Return 준공된 of the label 준공, 준공일 or 준공 연도; "" of others."""
    return BECOMING.get(ENDING.sub("", label).strip(), "")


# Headings that name a part of the thing: '배터리' over '용량'. These name none.
GENERAL = re.compile(
    r"안내|개요|정보|소개|사양|사항|제원|일정|방법|기본|대상|자격|기간|서류|내용|전형|"
    r"접수|신청|"
    r"시간|요금|료$|비$|선정|본체|시간표|가산점|기준|지원|현황|성능|특징|문의|준비|모집|"
    r"채용|요건|상금"
)
# Headings whose lines each give one amount: '가산점' over '장애인: 3점'.
RATED = re.compile(
    r"^(?:[가-힣]+ )?(?:가산점|가점|배점|요금|관람료|입장료|참가비|수강료|이용료|사용료|"
    r"수당|상금)$"
)
EVENT = re.compile(
    r"(?:잔치|축제|대회|전|행사|박람회|공연|음악회|강연회?|포럼|세미나|설명회|연주회|"
    r"캠프|전시회?|"
    r"콘서트|경연|발표회|체육대회|한마당|장터|토론회|영화제)$"
)
HELD_WHEN = frozenset({"일시", "행사 일시", "개최 일시", "날짜", "행사 일자", "개최일"})
HELD_WHERE = frozenset({"장소", "행사 장소", "개최 장소", "행사장"})
SIZES = frozenset({"크기", "규격", "치수", "제품 크기", "외형 치수"})
WORK = re.compile(r"^(?:근무|보수|담당|급여|계약|임금|연봉)")
HIRED = re.compile(r"^(?P<name>.+) (?:채용|모집)$")
TAKING = re.compile(
    r"(?: (?:수강생|참가자|참여자|교육생|신입생|봉사자|입주자|관람객|체험단))? (?:모집|"
    r"신청|접수)$"
)


def section_of(label: str, heading: str) -> str:
    """Return the heading where it names the part that the label is of, else ""."""
    if not heading or len(heading) > 14 or GENERAL.search(heading):
        return ""
    told = set(heading.split()) & set(label.split())
    return "" if told or label in heading else heading


def named_scope(scope: str, label: str) -> str:
    """Return '방과후학교' of the scope '방과후학교 수강생 모집' for the label 수강료."""
    if WORK.match(label) and (hired := HIRED.match(scope)):
        return hired["name"]
    if label.startswith("모집"):
        return scope
    if scope.endswith(" 교육생 모집"):
        return scope.removesuffix("생 모집")
    return TAKING.sub("", scope) or scope
