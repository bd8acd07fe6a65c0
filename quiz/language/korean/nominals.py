"""A noun phrase with what it needs in front: '성문을 여닫는 시각', '강원도의 고랭지'."""

import re

from quiz.language.korean.clauses import Clause
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import (
    CLOSING,
    OPENING,
    closes_inside,
    is_nominal,
    is_time_word,
)
from quiz.language.korean.values import value
from quiz.language.korean.wordlists import NOUN_KINDS, VAGUE_NOUNS, Kind, noun_kind, words

DATED = re.compile(r"^\d+(?:년|월|일|세기)")
LONGEST, MOST_WORDS = 28, 6
POINTING = words("이 그 저 이런 그런 이러한 그러한 해당 어떤 다른 여러 몇 각 매 온갖 모든")
PRONOUNS = words(
    "그 그녀 이 이것 그것 이들 그들 자신 자기 본인 우리 서로 이곳 그곳 둘 누구"
)
FOLLOWING = words("다음 아래 이상 앞선 기존")
COUNTING = words("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 몇 첫 수")
KEPT_DETERMINERS = words("새 옛 첫")
# Heads that say nothing, whatever stands before them.
EMPTY_HEADS = words(
    """
것 곳 수 때 중 점 바 데 분 자 쪽 측 등 줄 적 채 뿐 만큼 정도 경우 때문 가운데 하나 둘 셋
모두 일부 대부분 전체 나머지 다음 결과 이유 까닭 사실 모습 상황 과정 방법 방식 역할 구실
문제 관계 부분 측면 의미 뜻 말 이야기 생각 의견 주장 내용 예 덕분 가능성 필요 이상 이하
이내 사이 동안 대신 이외 외 무렵 즈음 뒤 앞 후 전 탓 셈 법 일 자리 앞뒤 서로 이번 종류
자체 마련 반면 한편 바탕 중심 대상 기준 계기 이용 활용 현장 길 뻔 김 노릇 지경 편 형편
사람 사람들 이 분야 최초 최고 최대 가장 그중 주로 달리 함께 마찬가지 순 차례 번째
"""
)
# Nouns that name what kind of thing a longer name is: '리튬 전지' is a 전지.
TYPE_NOUNS = words(
    """
제도 기술 장치 시설 설비 기관 물질 성분 금속 산업 종교 언어 문자 악기 질병 식물 동물
곤충 작물 과일 채소 곡식 세금 화폐 무기 도구 재료 연료 화석 광물 암석 기체 액체 가스
약물 백신 세포 호르몬 효소 색소 무늬 등급 단계 상태 계층 신분 직업 학위 칭호 종목 과목
학문 이론 법칙 원리 사상 양식 기법 공법 원료 부품 제품 음식 요리 의복 지형 지층 현상
질환 증상 세균 사업 정책 법률 조례 예산 기금 자금 자격 면허 훈장 포장 상장 논문 소설
신문 잡지 건물 건축물 다리 성벽 무덤 의식 행사 축제 놀이 공연 전시 회사 기업 학교 대학
병원 은행 단체 조직 협회 부서 부대 군대 정당 정부 나라 도시 마을 지역 지방 지대 공장
시장 광장 공원 항구 공항 극장 박물관 미술관 도서관 연구소 센터 발전소 저수지 나무 열매
씨앗 뿌리 줄기 조각 석탑 불상 범종 기둥 지붕 토기 도자기 그릇 자기 종이 그림 벽화 병풍
의자 기계 엔진 전지 배터리 반도체 소재 로봇 위성 로켓 망원경 탐사선 우주선 배 열차 자동차
항공기 프로그램 서비스 시스템 모형 모양 색 갈색 시각 계절 시대 시기 방향 지표 지수 권리
의무 조약 협정 법안 계약 서류 문서 보고서 편지 면적 지위 직책 직위 출전권 우승 언론 작업
훈련 실험 연구 조사 교육 자세 재질 금리 요금 유가 문화 예술 음악 미술 문학 철학 체제
정권 왕조 신화 전설 설화 민요 무용 연극 학파 학설 유파 가설 공식 지방 호르몬 항체 유전자
염색체 조직 근육 혈관 품종 대학교 고등학교 초등학교 중학교 연맹 위원회 재단 시험 대회 리그
종목 방송 드라마 영화 노래 앨범 게임 만화 소재 별자리 행성 은하 섬 산 강 호수 반도 해협
사막 기법 필법 화법 창법 장단 가락
"""
)
# The last syllable of a name that tells its kind.
SUFFIX_TYPES = {"세": "세금", "병": "병", "꽃": "꽃", "죄": "죄", "염": "병", "균": "균"}
SUFFIX_SHAPE = re.compile(r"^[가-힣]{2,6}$")
SOMEWHERE = frozenset({Kind.COUNTRY, Kind.CITY, Kind.PERSON, Kind.COMPANY})
# Nouns that stand for adverbs, and words for now before a name: no part of an answer.
ADVERBIAL = words(
    """
봄 여름 가을 겨울 새벽 아침 저녁 낮 밤 주말 평일 그해 그때 대신 한동안 전액 전량 다시
거듭 오랫동안 잠시 당분간 한때 평생 줄곧 대량 지금 현재 당시 직접 대부분
보통
"""
)
# Particles that make a phrase stand apart from what follows.
APART = frozenset({"에는", "에서는", "으로는", "로는", "에게는", "에선", "에도", "까지는"})
OBLIQUE = frozenset(
    {"에", "에서", "으로", "로", "와", "과", "에게", "보다", "부터", "까지"}
)


@value(frozen=True, slots=True)
class Nominal:
    """Words `first` to `last` that answer; `head` is the noun, `lead` if it has more."""

    first: int
    last: int
    start: int
    end: int
    text: str
    head: str
    josa: str
    lead: str = ""  # "", "of" (의), "verb" (a relative clause), "adjective"


def nominal_at(clause: Clause, first: int, last: int) -> Nominal | None:
    """Return the phrase of the run `first` to `last` with its modifiers.

    None where its left edge is not sure, or where it points back or names nothing.
    """
    while first < last and clause.word(first).core in ADVERBIAL:
        first += 1
    if not names_something(clause, first, last):
        return None
    if first > clause.body[0] and is_amount(clause.word(first - 1)):
        return None
    begins, lead = left_edge(clause, first)
    if begins < 0:
        return None
    head = clause.word(last).core
    kind = NOUN_KINDS.get(head)
    plain = kind not in {None, Kind.PERSON} or (kind and len(head) < 2)
    if begins == last and (head in VAGUE_NOUNS or plain):
        return None  # '축제를', '나라로': nothing worth asking for alone
    if lead in {"verb", "adjective"} and first == last and noun_kind(head) in SOMEWHERE:
        return None  # '배달하는 나라'
    text = clause.sentence.text
    start, end = clause.word(begins).start, clause.word(last).core_end
    while text[start] in OPENING and closes_inside(text, start, end):
        start, end = start + 1, end - 1
    said = text[start:end]
    if begins < first and any(is_amount_word(clause.word(n)) for n in range(begins, first)):
        return None  # '290여 편의 글'
    if len(said) > LONGEST or last - begins >= MOST_WORDS or unbalanced(said):
        return None
    return Nominal(
        begins, last, start, end, said, clause.word(last).core, clause.word(last).josa, lead
    )


def is_amount(word: Word) -> bool:
    """Tell the 12분 of '12분 간격으로' from '1975년'."""
    return word.is_bare and is_amount_word(word)


def is_amount_word(word: Word) -> bool:
    return "SN" in word.tags() and not DATED.match(word.text)


def unbalanced(text: str) -> bool:
    return not MARKS.isdisjoint(text) and any(
        text.count(a) != text.count(b) for a, b in PAIRS
    )


PAIRS = tuple((a, b) for a, b in zip(OPENING, CLOSING, strict=True) if a != b)
MARKS = frozenset(OPENING + CLOSING)


def names_something(clause: Clause, first: int, last: int) -> bool:
    """Tell whether the nouns are plain ones: no pronoun, number, time or empty head."""
    run = [clause.word(n) for n in range(first, last + 1)]
    head = run[-1].core.strip("‘’“”")
    beside = first < last and head in SIDES  # '종묘 앞'
    if (head in EMPTY_HEADS and not beside) or is_time_word(head):
        return False
    return not any(
        w.core in PRONOUNS
        or (w.core in FOLLOWING and w is not run[-1])
        or w.quoted
        or {"NR", "SN", "NP", "ETN"} & set(w.tags())
        or (w.part is Part.DETERMINER)
        for w in run
    )


def left_edge(clause: Clause, first: int) -> tuple[int, str]:
    """Return where the whole phrase begins and by what, or -1 where that isn't sure."""
    lead = ""
    floor = clause.body[0]
    while first > floor:
        before = clause.word(first - 1)
        if before.quoted or before.josa_tag == "JC":
            return -1, ""
        if before.part is Part.ADNOMINAL:
            start = relative_start(clause, first - 1)
            return start, ("adjective" if is_adjective(before) else "verb")
        if before.part is Part.DETERMINER or before.core in COUNTING:
            if before.core not in KEPT_DETERMINERS:
                return -1, ""
            first -= 1
        elif before.josa == "의":
            if before.core in PRONOUNS or "SN" in before.tags():
                return -1, ""
            if before.core in ADVERBIAL:
                break  # '지금의 박물관'
            lead = lead or "of"
            first = run_start(clause, first - 1)
        elif (
            (before.comma and before.part is Part.NOUN and not before.josa)
            or before.core in POINTING
            or before.core in {"및", "또는", "그리고", "등", "곧", "즉"}
        ):  # fmt: skip
            return -1, ""
        else:
            break
    return first, lead


def run_start(clause: Clause, last: int) -> int:
    """Return where the bare nouns before word `last` begin."""
    first = last
    while first > clause.body[0]:
        before = clause.word(first - 1)
        joined = before.josa_tag == "JC" and first == last
        if not joined and not (before.is_bare and is_nominal(before)):
            break
        if is_time_word(before.core):
            break
        if before.core in ADVERBIAL:
            break
        first -= 1
    return first


def is_adjective(word: Word) -> bool:
    verbs = [m for m in word.morphs if m.is_verb]
    return bool(verbs) and verbs[-1].tag.startswith(("VA", "XSA"))


def relative_start(clause: Clause, number: int) -> int:
    """Return where the clause before a noun begins, or -1 where that isn't sure.

    Its verb may have an object or a subject, or one place or means right before it.
    """
    word = clause.word(number)
    endings = [m.form for m in word.morphs if m.tag == "ETM"]
    verbs = [m for m in word.morphs if m.is_verb]
    if not endings or (len(endings[-1]) > 1 and endings[-1] not in {"는", "은", "던"}):
        return -1
    if not verbs or verbs[-1].tag == "VCP":
        return -1
    first, took = number, ""
    if verbs[0].tag == "VX":  # '보여 주는'
        first -= 1
        if first < clause.body[0] or clause.word(first).part is not Part.CONNECTIVE:
            return -1
    while first > clause.body[0]:
        before = clause.word(first - 1)
        if before.part is Part.ADVERB and not before.comma:
            first -= 1
            continue
        if before.josa == "의" and is_adjective(word):
            first = run_start(clause, first - 1)  # '임피의 넉넉한 농가'
            continue
        if before.part is Part.ADNOMINAL and took:
            return relative_start(clause, first - 1)  # '다친 수달을 치료하는'
        role = role_of(before)
        if role == "oblique" and is_adjective(word) and before.josa not in {"에", "보다"}:
            return -1  # '필명으로 잡다한 글을 썼다'
        if role == "other" or (role == "oblique" and took) or (role and role == took):
            return -1
        if not role or (took == "object" and role == "subject"):
            break
        if took == "subject" or (role == "object" and is_adjective(word)):
            break
        took = role
        first = run_start(clause, first - 1)
        if first > clause.body[0] and clause.word(first - 1).josa == "의":
            first = run_start(clause, first - 1)
    if took == "subject" and may_be_main(clause, first, word):
        return -1  # '정부가 필요한 물품을 샀다'
    if first > clause.body[0] and not stands_apart(clause, first - 1):
        return -1
    return first


def may_be_main(clause: Clause, first: int, verb: Word) -> bool:
    """Tell whether a subject from `first` on may be the clause's rather than `verb`'s."""
    if not clause.topic:
        return is_adjective(verb)
    return clause.topic[-1] >= first


def role_of(word: Word) -> str:
    """Return object, subject or oblique of a relative clause's verb; "" at its border."""
    if word.is_topic or word.josa in APART or word.comma or is_time_word(word.core):
        return ""
    if word.core in ADVERBIAL and word.is_bare:
        return ""
    if word.part is Part.CONNECTIVE:
        return "other"
    if word.is_object:
        return "object"
    if word.is_subject:
        return "subject"
    return "oblique" if word.josa in OBLIQUE else "other"


def stands_apart(clause: Clause, number: int) -> bool:
    """Tell whether the word before a relative clause surely is no part of it."""
    word = clause.word(number)
    if word.core in ADVERBIAL:
        return True
    apart = word.is_topic or word.josa in APART or word.comma or number in clause.topic
    return apart or is_time_word(word.core)


def type_of(nominal: Nominal, clause: Clause) -> str:
    """Return the noun that says what kind of thing the answer is, or ""."""
    word = clause.word(nominal.last)
    head = nominal.head.strip("‘’“”")
    if nominal.first < nominal.last:
        plain = word.tags()[:1] == ["NNG"] and 1 < len(head) <= 4
        return head if plain and head in TYPE_NOUNS else ""
    nouns = [m for m in word.morphs if m.tag in {"NNG", "NNP", "XSN"}]
    if len(nouns) >= 2 and nouns[-1].form in TYPE_NOUNS and len(nouns[-1].form) >= 2:
        return nouns[-1].form
    for length in (4, 3, 2):
        if len(head) > length + 1 and head[-length:] in TYPE_NOUNS:
            return head[-length:]
    if SUFFIX_SHAPE.match(head):
        return SUFFIX_TYPES.get(head[-1], "")
    return ""


def is_place(nominal: Nominal) -> bool:
    """Tell whether the phrase is somewhere: '남문 밖 종각', '바위 위'."""
    return says_place(nominal.head)


def says_place(text: str) -> bool:
    head = text.split()[-1].strip("‘’“”")
    return (
        head in SIDES
        or noun_kind(head) in {Kind.PLACE, Kind.CITY, Kind.COUNTRY, Kind.BODY}
        or (len(head) >= 2 and head.endswith(PLACE_TAILS))
    )


SIDES = words(
    "위 아래 옆 앞 뒤 안 밖 속 근처 곁 밑 끝 주변 입구 한가운데 꼭대기 중앙 바닥 둘레"
)
PLACE_TAILS = tuple(
    words(
        """
장 관 소 실 원 점 터 집 각 탑 절 궁 청 마당 바다 숲 들판 뜰 정원 언덕 골짜기 기슭
연안 해안 지대 고랭지 지하 상류 하류 남부 북부 동부 서부 중부 창고 누리집 홈페이지 호수
연못 하천 강가 바닷가 벌판 초원 습지 갯벌 밭 논 궤도 공항 항구 사막 고원 농가 시장 광장
부두 나루
"""
    )
)
