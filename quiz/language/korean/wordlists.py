"""General word lists: titles, suffixes that tell a kind, units. Nothing of one article."""

from enum import StrEnum
from functools import lru_cache

from babel import Locale


class Kind(StrEnum):
    """What a name or a noun phrase stands for."""

    PERSON = "person"
    COMPANY = "company"
    BODY = "body"  # an organisation that is no company
    COUNTRY = "country"
    CITY = "city"
    PLACE = "place"
    EVENT = "event"
    WORK = "work"
    TERM = "term"
    NUMBER = "number"
    DATE = "date"
    THING = "thing"


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# After a person's name, or alone as a role: "장융 회장", "알리바바 회장".
TITLES = words("""
회장 부회장 명예회장 사장 부사장 대표 대표이사 공동대표 총재 부총재 이사장 이사 상무 전무
최고경영자 최고기술책임자 최고재무책임자 최고운영책임자 창업자 창립자 공동창업자 설립자
의장 원장 부원장 소장 관장 부장 과장 팀장 실장 국장 본부장 센터장 위원장 부위원장 위원
장관 차관 대통령 부통령 총리 부총리 수상 국무총리 주석 총서기 의원 국회의원 지사 도지사
시장 군수 구청장 교수 명예교수 부교수 조교수 총장 부총장 학장 교장 교감 교사 박사 연구원
선임연구원 수석연구원 연구위원 감독 코치 선수 주장 투수 포수 골키퍼 공격수 수비수 미드필더
심판 해설위원 기자 앵커 작가 시인 소설가 화가 감독 배우 가수 작곡가 지휘자 피아니스트
건축가 디자이너 변호사 판사 검사 검찰총장 대법관 대법원장 목사 신부 스님 주교 대주교
추기경 교황 대사 장군 제독 대장 중장 소장 준장 대령 중령 소령 대위 사령관 참모총장 왕 황제
국왕 여왕 왕비 왕자 공주 대왕 후작 공작 백작 사무총장 사무국장 학예사 학예연구사
학예연구실장 큐레이터 선생 씨 군 양 옹 여사 CEO CTO CFO COO 센터장 처장 청장 서기관 사무관
대변인 수석 비서관 실장 협회장 회장단 조합장 이장 통장 단장
""")
# They end as titles do (사장), but are places.
PLACE_TAILS = ("발사장", "행사장", "공사장", "농사장", "도살장", "집회장")
TITLE_LENGTHS = (6, 5, 4, 3, 2)
# Too short or too common to be taken for a title at the end of a longer word.
WHOLE_TITLES = words(
    """
왕 씨 군 양 옹 시장 대표 부장 과장 소장 대장 수석 감독 주장 대사 이사 작가 교사 의사 청장
관장 원장 처장 실장 군수 장군 단장 이장 통장 중장 소령 중령 수상 의원 교수 주석
"""
)
PERSON_NOUNS = (
    words("""
책임자 담당자 아우 누이 누이동생 손자 손녀 조카 삼촌 외삼촌 부인 왕세자 태자 세자 신하
재상 관료 학생 간호사 소방관 해녀 농부 어민 선원 판화가 서예가 엔지니어 개발자 연구자
운동가 활동가 사육사 요리사 정비사 조종사 항해사 성악가 연주자 안무가
사람 인물 상인 농민 관리 어부 장인 기술자 목수 외교관 지휘관 도예가 명창 소리꾼 학자
과학자 물리학자 화학자 수학자 생물학자 천문학자 역사학자 경제학자 철학자 사상가 정치가
정치인 독립운동가 혁명가 군인 장수 무신 문신 작가 시인 문인 소설가 화가 조각가 음악가 작곡가
가수 배우 감독 선수 기업인 사업가 발명가 탐험가 의사 교육자 교육가 언론인 건축가 승려 왕
황제 여왕 대통령 총리 후계자 주인공 창업자 창립자 설립자 제자 스승 아들 딸 아버지 어머니
아내 남편 형 동생 언어학자 여성 남성 학예사 수장 대표주자 주역 승자 우승자 수상자 전임자
후임자 투수 공격수 골키퍼 기자 장군 왕비 왕자 국왕 의병장 여류시인 실학자 유학자 성리학자
농학자 무용가 비행사 우주인 소설가 극작가 평론가 번역가 사진가 만화가
""")
    | TITLES
)
COMPANY_NOUNS = words(
    """
회사 기업 업체 제조사 은행 항공사 자회사 모회사 출판사 방송사 신문사 증권사 스타트업
제작사
"""
)
BODY_NOUNS = words("""
기관 단체 조직 연구소 연구원 대학 대학교 학교 고등학교 중학교 초등학교 위원회 협회 학회
재단 정부 부처 정당 군대 부대 법원 의회 국회 박물관 미술관 도서관 병원 센터 구단 팀
국제기구 평의회 연맹 연합 동맹 연구팀 연구진 협의회 조합 노조 학파 문파 교단 밴드 그룹 악단
극단 학부 학과 왕조 부족 서원 관청
""")
COUNTRY_NOUNS = words("나라 국가 왕국 제국 공화국")
CITY_NOUNS = words("도시 수도 항구도시 시 도읍 고을 마을")
PLACE_NOUNS = words("""
곳 장소 지역 지방 섬 산 강 호수 바다 해협 사막 반도 대륙 산맥 평야 고원 폭포 항구 공항 역
광장 거리 공원 경기장 성 궁궐 사찰 절 건물 다리 탑 묘 왕릉 유적 유적지 동굴 계곡 해변 만
행정구역 주 군 구 동
""")
EVENT_NOUNS = words("""
행사 대회 축제 회의 전쟁 전투 혁명 사건 사고 운동 올림픽 월드컵 박람회 전시회 전시 공연
경기 선거 조약 협정 콘퍼런스 컨퍼런스 포럼 학술대회 시상식 결승 결승전 준결승 준결승전
개막전 지진 해전 대첩 봉기 의거 시위 난 정변 개혁 정책
""")
WORK_NOUNS = words("""
작품 소설 시 시집 희곡 책 저서 논문 그림 회화 조각 노래 앨범 음반 영화 드라마 만화 게임
잡지 신문 교향곡 오페라 협주곡 수필 역사서 의서 사전 지도 문서 장편소설 단편소설 동화 벽화
교과서 보고서
""")
NOUN_KINDS: dict[str, Kind] = {
    **dict.fromkeys(WORK_NOUNS, Kind.WORK),
    **dict.fromkeys(EVENT_NOUNS, Kind.EVENT),
    **dict.fromkeys(PLACE_NOUNS, Kind.PLACE),
    **dict.fromkeys(CITY_NOUNS, Kind.CITY),
    **dict.fromkeys(COUNTRY_NOUNS, Kind.COUNTRY),
    **dict.fromkeys(BODY_NOUNS, Kind.BODY),
    **dict.fromkeys(COMPANY_NOUNS, Kind.COMPANY),
    **dict.fromkeys(PERSON_NOUNS, Kind.PERSON),
}
# Nouns that end other words by chance (전시장): they count only alone.
WHOLE_NOUNS = WHOLE_TITLES | words(
    """
가수 기자 선수 형제 아들 수도 신부 스님 사전 지도 대신 자리 공주 군인 그림 역할 시위 정책
사고 교단
"""
)
SPORTS_ROLES = words(
    """
감독 코치 선수 주장 투수 포수 골키퍼 공격수 수비수 미드필더 포워드 가드 센터 세터 타자
내야수 외야수 스트라이커 피벗 센터백 라이트백 레프트백 라이트윙 레프트윙 리베로 윙어
"""
)
# At the end of a name. Longest first wins.
SUFFIX_KINDS: dict[str, Kind] = {
    **dict.fromkeys(
        words("""
그룹 전자 회사 은행 공사 홀딩스 증권 항공 자동차 제약 건설 바이오 생명 화재 카드 통신
"""
              """
모터스 테크놀로지 엔터테인먼트 출판사 신문사 방송사 파이낸셜 소프트 주식회사 상사 중공업
화학 일보사
"""),
        Kind.COMPANY,
    ),
    **dict.fromkeys(
        words("""
대학교 대학 학교 고등학교 중학교 초등학교 연구소 연구원 위원회 협회 협의회 학회 재단 정부
의회 법원
"""
              """
박물관 미술관 도서관 병원 센터 연맹 연합 국제기구 보건기구 무역기구 조약기구 조합 진흥원
공단 학술원 아카데미 민주당 공화당 노동당 공산당 보수당 사회당 국민당 군단 사령부
"""
              """
교육청 경찰청 기상청 통계청 국세청 질병관리청 구단 FC 유나이티드 시립대 부처 교육부 국방부
외교부
"""
              """
환경부 복지부 보건복지부 문화체육관광부 기획재정부 고용노동부 국토교통부 법무부 통일부
"""
              """
농림축산식품부 산업통상자원부 과학기술정보통신부 여성가족부 행정안전부 해양수산부
중소벤처기업부
시청 구청 군청 도청 경찰서 소방서 세무서 이사회 교회 성당 문화원 집현전 규장각 성균관
홍문관 서원
"""),
        Kind.BODY,
    ),
    **dict.fromkeys(
        words("""
대회 올림픽 월드컵 전쟁 혁명 축제 박람회 회의 전투 대첩 해전 사건 조약 협정 왜란 호란 운동
정변
"""
              """
결승 결승전 준결승 준결승전 개막전 개막식 폐막식 선수권 챔피언십 리그 컵 시상식 콘퍼런스
컨퍼런스 포럼 엑스포 선언 대공황 지진 봉기 의거 비엔날레
"""),
        Kind.EVENT,
    ),
    **dict.fromkeys(
        words("광역시 특별시 특별자치시"), Kind.CITY
    ),
    **dict.fromkeys(
        words("왕국 제국 공화국 연방 왕조"), Kind.COUNTRY
    ),
    **dict.fromkeys(
        words("""
강 산 섬 호수 해협 사막 반도 산맥 평야 고원 폭포 항 공항 역 광장 공원 경기장 월드컵경기장
체육관 궁 발사장 공연장
"""
              """
대교 터널 특별자치도 산성 읍성 향교 왕릉 고분 동굴 계곡 해수욕장 대성당 타워 구장 스타디움
"""
              "거리 시장 대륙 저수지 댐 발전소 식물원 동물원 수목원"),
        Kind.PLACE,
    ),
    **dict.fromkeys(words("""
실록 일기 선집 전집 교향곡 협주곡 소나타 유사 지도 조보 신문 일보
"""), Kind.WORK),
}  # fmt: skip
# One syllable at the end of a name says little: only together with a proper noun.
SHORT_SUFFIXES = words(
    "강 산 섬 항 역 궁 사 해 만 컵 거리 시장 지도 일기 선언 운동 통신 카드 생명 화재"
)
BIG_CITIES = words("""
서울 부산 대구 인천 광주 대전 울산 수원 성남 용인 창원 청주 전주 천안 포항 경주 강릉 춘천
원주 여수 순천 목포 군산 익산 안동 구미 김해 진주 통영 거제 제주 서귀포 속초 태백 삼척
충주 제천 공주 부여 평양 개성 함흥 원산 신의주 한양 한성 도쿄 오사카 교토 요코하마 나고야
고베 히로시마 나가사키 후쿠오카 삿포로 베이징 상하이 항저우 선전 광저우 난징 충칭 청두
우한 시안 톈진 칭다오 다롄 하얼빈 홍콩 마카오 타이베이 가오슝 하노이 호찌민 방콕 자카르타
마닐라 뉴델리 뭄바이 콜카타 두바이 아부다비 도하 리야드 예루살렘 바그다드 테헤란 이스탄불
앙카라 아테네 로마 밀라노 베네치아 피렌체 나폴리 파리 리옹 마르세유 런던 맨체스터 리버풀
에든버러 글래스고 더블린 베를린 뮌헨 함부르크 프랑크푸르트 드레스덴 라이프치히 빈
잘츠부르크 취리히 제네바 베른 바젤 브뤼셀 암스테르담 로테르담 헤이그 코펜하겐 스톡홀름
오슬로 헬싱키 바르샤바 크라쿠프 프라하 부다페스트 부쿠레슈티 소피아 베오그라드 키이우
모스크바 상트페테르부르크 블라디보스토크 마드리드 바르셀로나 리스본 카이로 알렉산드리아
나이로비 요하네스버그 케이프타운 라고스 워싱턴 뉴욕 보스턴 시카고 로스앤젤레스
샌프란시스코 시애틀 라스베이거스 휴스턴 댈러스 마이애미 애틀랜타 디트로이트 필라델피아
토론토 몬트리올 밴쿠버 멕시코시티 아바나 리마 보고타 산티아고 상파울루 리우데자네이루
부에노스아이레스 시드니 멜버른 캔버라 오클랜드 호놀룰루
""")
REGIONS = words("""
경기도 강원도 충청도 충청북도 충청남도 전라도 전라북도 전라남도 경상도 경상북도 경상남도
제주도 황해도 평안도 함경도 저장성 광둥성 푸젠성 쓰촨성 산둥성 장쑤성 간도 만주 시베리아
아시아 유럽 아프리카 북아메리카 남아메리카 오세아니아 동남아시아 중동 한반도 독도 울릉도
실리콘밸리 캘리포니아 텍사스 하와이 알래스카 태평양 대서양 인도양 지중해 동해 서해 남해
황해 백두산 한라산 지리산 설악산 금강산 한강 낙동강 압록강
""")
KINGS = words(
    """
태조 정종 태종 문종 단종 세조 예종 성종 연산군 중종 인종 명종 선조 광해군 인조 효종 현종
숙종 경종 영조 정조 순조 헌종 철종 고종 순종 세종대왕 광개토대왕 장수왕 근초고왕 진흥왕
무열왕 문무왕 의자왕 공민왕 흥선대원군 명성황후 소현세자 사도세자
"""
)
# What people call countries beside their names in babel.
MORE_COUNTRIES = words("""
한국 북한 남한 대한민국 조선 고려 신라 백제 고구려 가야 발해 고조선 미국 영국 소련 러시아
독일 서독 동독 청나라 명나라 원나라 송나라 당나라 수나라 한나라 로마제국 오스만제국 체코
대만 왜 일본제국 대한제국 몽골
""")
SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예봉사부"
)
COMMON_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류홍고문양손배백허남심노하곽성차주우민유진"
)
HANJA_SURNAMES = frozenset(
    "王张李刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤朴鄭趙張吳申權柳洪文孫裵許南盧"
    "河成車禹具閔俞陳池嚴元千玄咸卞廉呂秋都蘇宣馬吉延表奇琴玉陸印諸牟卓劉楊"
)
VAGUE_NOUNS = words("""
것 곳 수 이 그 저 등 때 중 점 바 데 분 자 쪽 측 이것 그것 이곳 그곳 여기 거기 이들 그들
우리 자신 자기 모두 누구 이때 당시 이후 이전 경우 결과 이유 때문 정도 가운데 하나 둘 셋
일부 대부분 전체 나머지 다음 최근 현재 오늘 지금 사람 사람들 회사 기업 업체 정부 시장 당국
관계자 참가자 수상자 우승자 행사 대회 이날 올해 지난해 내년 작년 금년 이번 과정 내용 방법
문제 상황 모습 역할 부분 측면 영향 효과 특징 기능 목적 목표 계획 의미 뜻 말 이야기 생각
제품 서비스 기술 시스템 프로그램 사업 작품 책 그림 영화 음악 노래 팀 선수 감독 학생 교수
연구진 연구팀 주민 시민 관람객 방문객 이용자 사용자 고객 소비자 국민 도시 나라 지역 마을
전쟁 사건 조사 연구 발표 설명 자료 보고서 이름 값 수치 비율 규모 매출 영업이익 순이익 상금
기간 시간 장소 날 해 달 둘째 첫째 마지막 처음 세 두 네 한편 반면 또한 남성 여성 아이
어린이 어른 부모 가족 아버지 어머니 아들 딸 아내 남편 형 동생 전반 후반 양측 양국 이듬해
직원 임직원 전시 경기 작가 그녀 본인 상대 여러분 안내자 관계 자리 무대 것들 두사람 세사람
정책 제도 대상 신청자 지원금 회의 정작 막상 애초 보통 전부 참 셈 처지
""")

# Measures and parts: alone they do not say of what.
OF_A_THING = words(
    """
요금 가격 값 길이 몸길이 무게 몸무게 높이 너비 폭 깊이 면적 넓이 인구 수명 크기 지름
둘레 속도 온도 밀도 용량 정원 수용 상금 이용료 관람료 입장료 참가비 사업비 총사업비 예산
공사비 규모 수심 해발 학명 별명 본명 수도 둥지 알 꼬리 날개 몸 새끼 수컷 암컷 털 겉털
속털 머리 발 수염 귀 눈 코 부리 이빨 다리 등 배 가슴 임신 기간 번식기 먹이 행동권 서식지
천적 입지름 두께 꼭대기 입 몸통 어깨 표면 지붕 기둥 뿌리 줄기 잎 꽃 열매 씨앗 성분 비용
수 생애 출신 구조 특징 색 색깔 모양 이름
종소명 학명 속명 국경 재정 개통식 준공식 완공식 설계안 보행로 주탑
"""
)


SEEN = 16384  # words of a book: the same ones are looked up again and again


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Return Korean names of countries and territories (babel's, and common ones)."""
    names = {
        name
        for code, name in Locale("ko").territories.items()
        if len(code) == 2 and code.isalpha()
    }
    return frozenset(names) | MORE_COUNTRIES


@lru_cache(maxsize=SEEN)
def noun_kind(noun: str) -> Kind | None:
    """Return what a common noun such as 소설가 or 연구소 stands for, by its end."""
    tail = head_noun(noun)
    return NOUN_KINDS[tail] if tail else None


@lru_cache(maxsize=SEEN)
def head_noun(noun: str) -> str:
    """Return the known noun that `noun` ends in: 무협소설 -> 소설, or "" ."""
    for length in range(min(8, len(noun)), 0, -1):
        tail = noun[-length:]
        whole = length == 1 or tail in WHOLE_NOUNS
        if tail in NOUN_KINDS and (tail == noun or not whole):
            return tail
    return ""


NO_PLACES = (
    "예산",
    "재산",
    "자산",
    "유산",
    "생산",
    "출산",
    "계산",
    "청산",
    "가시거리",
    "먹거리",
)


@lru_cache(maxsize=SEEN)
def suffix_kind(name: str) -> Kind | None:
    """Return the kind that the end of a name tells: 삼성전자 -> company."""
    if name.endswith(NO_PLACES):
        return None
    for length in range(min(8, len(name) - 1), 0, -1):
        kind = SUFFIX_KINDS.get(name[-length:])
        shortest = 2 if name[-length:] in SHORT_SUFFIXES else 1
        if kind and len(name) - length >= shortest:
            return kind
    return None


# Places whose last syllables are a title by chance: a launch site has no president.
NO_TITLES = tuple(
    words("발사장 공사장 모래사장 백사장 회의장 연회장 집회장 박람회장 무도회장 강의장")
)


@lru_cache(maxsize=SEEN)
def title_of(word: str) -> str:
    """Return the title that `word` is or ends in (신임회장 -> 회장), or ""."""
    if word.endswith(NO_TITLES):
        return ""
    if word in TITLES:
        return word
    if word.endswith(PLACE_TAILS):
        return ""
    for length in TITLE_LENGTHS:
        tail = word[-length:]
        if len(word) > length and tail in TITLES and tail not in WHOLE_TITLES:
            return tail
    return ""
