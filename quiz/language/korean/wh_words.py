"""Which question word stands for a noun phrase in its place, and where none does."""

import re

from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.nominals import COUNTING, Nominal, is_place, type_of
from quiz.language.korean.wordlists import Kind, noun_kind, title_of, words

# Objects that make one expression with their verb: '자리를 옮기다', '숨을 거두다'.
IDIOMATIC = words(
    """
군사 사신 대군 군대 병력 병사 백성 시민 주민 관객 독자 학생
자리 숨 막 문 뒤 눈길 관심 주목 인기 세상 모습 자취 영향 역할 도움 시작 끝 길 손 눈 힘
목소리 입 발 마음 말 뜻 생각 기대 평가 호평 사랑 노력 어려움 부담 책임 의견 활동 생활 시간
기회 결과 효과 성과 성공 차지 비중 이름 고개 머리 걸음 시선 화제 논란 피해 사고 빛 맛 대책
나이 방침 입장 기념 변화 비판 반응 가능성 범위 이야기 구실 몫 나름 균형 한계 활기 완성 명복
무리 짝 짐 승부수 원인 승부 방향 박차 첫발 막차 경기 속도 흐름 우위 선두 정상 대화 물의 제동
거래 일정 안방 좌우 골대 골문 그물 마침표 갈피 유서 정절 듀스 결론 폐수
탄력 차질 진통 혼란 위기 절차 열기 열풍 줄 편 덕 해 목숨 운영 뒷받침 뒤편 시대 장 선보이
"""
)
WHICH = words(
    "등급 지역 계절 방향 시대 시기 팀 회사 기관 대학 도시 나라 과 속 목 지방 학교 부서"
)
# -로 that says how, and not with what or into what.
MANNER = re.compile(
    r"(?:적|별|상|째|번|때|채|차|참|순|제|꼴|급|쪽|편|대|쯤|회|식|투|조|법"
    r"|결과|이유|방식|명목|방법|목적|기준|중심|바탕|대상|계기|이상|이하|처음"
    r"|마지막|원칙|의미|뜻|이름|주|실제|정도|토대|배경|진짜|스스로|억지|앞|뒤"
    r"|위|아래|옆|안|밖|겉|속|수시|고루|별개|한편|각자|나름|순서|차례|분기"
    r"|차원|동시|개별|서면|사상|만장일치|단위|모드|사실|역|도|평균|기준|형태"
    r"|모습|과정|상태|나이|대량|소량|원인|손|결론|의도|취지|취급|추천|필명|제안|건의|명령|지시|요청|초청|도움|주도|권유|소개|신분|자격|힘|급선무|우선"
    r"|대신|내용|비롯|최대|최소|최고)$"
)
GOING = re.compile(
    r"^(?:옮기|옮겼|옮겨|이동|이사|이주|이전|떠나|떠났|향하|향했|망명|유학|돌아가"
    r"|돌아갔|돌아오|보내|보냈|수출|진출|파견|건너|들어가|들어갔|나가|나갔|올라"
    r"|내려|퍼지|퍼졌|번지|번졌|확대|전해|초청|달아나|달아났|도망|피신|피난|후퇴|귀양|귀환|입국|귀국|쫓겨)"
)
INTO = re.compile(
    r"^(?:실린|실려|실렸|실리|연재|게재|수록|기고|기부|기증|배정|위촉|서명|속하|속한|속했|쓰이|쓰인|쓰였|사용|이용되|활용|가담|참여|참가|출전|대응"
    r"|비유|빗대|빗댄|반대|도달|해당|의존|의지|기여|집중|몰두|매달|들어가|들어갔"
    r"|포함|취직|입사|입학|합격|가입|편입|소속|지원|도전|실패|성공|영향|적용"
    r"|부딪|맡겨|맡기|맡겼|바쳤|바치|투자|종사|감염|노출|걸렸|걸리)"
)
LOCATED = re.compile(
    r"^(?:있|살|서 |서식|분포|위치|자리|걸려|걸렸|놓|묻|설치|세워|세웠|세운|들여"
    r"|들였|열|열렸|지었|지어|두었|두고|보관|소장|전시|모셔|모셨|모였|모여|심"
    r"|머물|머문|정착|도착|내렸|올랐|나타|자리잡|남아|남았|새겨|새겼|그려|숨|쉬"
    r"|쉰|누워|태어|자라|자랐|발견|생겼|생겨|들어섰|들어서|떨어|착륙)"
)
FROM = re.compile(
    r"^(?:유래|나온|나왔|나오|비롯|따온|따왔|따|시작|출발|얻|추출|뽑|만들|배우|배웠"
    r"|태어|발견|발굴|열렸|열리|개최|공개|발표|일했|일하|공부|연구|생산|재배"
    r"|자라|자란|자랐|살|활동|거래|상영|공연|근무|목격|제외|전환|옮기|옮겼|탈출"
    r"|벗어|분리|받|샀|사들|팔|들여|가져|쉬|쉰|잡|놀|출토|선보|확인|진행)"
)

PRINTED = re.compile(r"^(?:실린|실려|실렸|실리|연재|게재|수록|기고)")
TOGETHER = re.compile(
    r"^(?:교신|결혼|혼인|약혼|협력|합병|통합|합치|합쳤|경쟁|맞붙|싸우|싸웠|싸운|겨루|겨뤘|겨룬|계약|체결"
    r"|협약|동맹|대결|만나|만났|만난|수교|교류|결합|반응|교배|비교|비슷|같|다르|맞닿|이웃|연결)"
)
WEDDED = re.compile(r"^(?:결혼|혼인|약혼|재혼|이혼|동거)")
SOMEWHERE = frozenset({Kind.PLACE, Kind.CITY, Kind.COUNTRY, Kind.BODY, Kind.COMPANY})
NO_PLACE = frozenset({Kind.PERSON, Kind.EVENT, Kind.WORK, Kind.TERM})
PERSONS = frozenset({Kind.PERSON})


def kind_of(nominal: Nominal, clause: Clause, reading: Reading) -> tuple[str, str]:
    """Return the type noun of the answer, or "", and its question word."""
    head = nominal.head.strip("‘’“”")
    noun = type_of(nominal, clause)
    if noun and noun in nominal.text and nominal.text == noun:
        noun = ""
    kind = named_kind(nominal, reading) or noun_kind(noun or head)
    if len(head) == 1 and title_of(head):
        kind = None  # the 양 of '먹이의 양' is no Miss
    if kind in PERSONS:
        given = title_of(head) and nominal.josa in {"로", "으로"}
        return ("직책", "무엇") if given else ("사람", "누구")
    if kind in SOMEWHERE:
        return noun, "어디"
    return noun, "무엇"


def named_kind(nominal: Nominal, reading: Reading) -> Kind | None:
    names = reading.setting.names
    for text in (nominal.text, nominal.head.strip("‘’“”")):
        if names.is_proper(text):
            return names.kind(text)
    return None


def in_place_word(noun: str, wh: str) -> str:
    if wh == "누구":
        return "누구"
    if not noun:
        return wh
    return f"어느 {noun}" if noun in WHICH or wh == "어디" else f"어떤 {noun}"


def oblique_word(nominal: Nominal, clause: Clause, verb: Word, reading: Reading) -> str:
    """Return what asks for the phrase in its place, or "" where nothing natural does."""
    noun, wh = kind_of(nominal, clause, reading)
    josa, said = nominal.josa.removesuffix("만"), verb.text
    known = named_kind(nominal, reading)
    named = reading.setting.names.is_proper(nominal.text) and known not in NO_PLACE
    place = is_place(nominal) or (named and known in SOMEWHERE)
    if josa in {"와", "과"}:
        if WEDDED.match(said):
            return "누구"
        return in_place_word(noun, wh) if TOGETHER.match(said) else ""
    if josa in {"에게", "한테", "에게서"}:
        return "누구"
    if josa in {"으로", "로"}:
        if GOING.match(said):
            return in_place_word(noun, "어디") if place or named or wh == "어디" else ""
        if wh == "누구" or is_manner(nominal, clause):
            return ""
        return in_place_word(noun, wh)
    if josa == "에":
        return towards(noun, wh, said, place, named)
    if josa == "에서":
        return "어디" if named or (place and FROM.match(said)) else ""
    return "" if josa in {"로서", "으로서"} else in_place_word(noun, wh)


def towards(noun: str, wh: str, said: str, place: bool, named: bool) -> str:
    """Return what asks for a phrase with 에: 어디, 어느 기관, 무엇 or ""."""
    if PRINTED.match(said) or ((place or named) and LOCATED.match(said)):
        return "어디"
    if INTO.match(said):
        return in_place_word(noun, "어디" if place else wh)
    return ""


def is_manner(nominal: Nominal, clause: Clause) -> bool:
    head = nominal.head
    if nominal.last + 1 <= clause.body[-1]:
        following = clause.word(nominal.last + 1)
        if following.comma and following.part is Part.NOUN:
            return True
    return bool(MANNER.search(head)) or clause.word(nominal.last).comma


def is_light(nominal: Nominal, following: Word) -> bool:
    """Tell '연구를 했다' and '자리를 옮겼다', where the object says too little."""
    verbs = [m for m in following.morphs if m.is_verb]
    if verbs and verbs[0].form == "하" and following.morphs[0].form == "하":
        return True
    bare = nominal.first == nominal.last and not nominal.lead
    return bare and nominal.head in IDIOMATIC


def is_counted(word: Word) -> bool:
    """Tell '슈팅을 한 개', where the number is what is told."""
    return bool({"SN", "NR"} & set(word.tags())) or word.core in COUNTING


def verb_after(clause: Clause, number: int) -> Word:
    """Return the first verb after word `number`: the one that takes it."""
    for later in range(number + 1, clause.body[-1]):
        word = clause.word(later)
        if word.part in {Part.CONNECTIVE, Part.ADNOMINAL} or "ETN" in word.tags():
            return word
    return final_verb(clause)


def final_verb(clause: Clause) -> Word:
    predicate = clause.predicate
    count = predicate.words if predicate is not None else 1
    return clause.word(clause.body[-count])
