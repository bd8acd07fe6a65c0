"""What verbs need: those that can't do without an object, and what befalls people."""

from functools import lru_cache

from quiz.language.korean.conjugation import Predicate
from quiz.language.korean.morphology import Word
from quiz.language.korean.phrases import SEVERAL_PASSES
from quiz.language.korean.wordlists import words

# Of these somebody brought about what there was not before, or found it.
MADE = words(
    """
발견하 발명하 개발하 만들 만들어내 세우 짓 그리 쓰 지어내 설계하 제작하 건조하
건립하 건설하 축조하 설립하 창립하 창단하 창설하 창간하 창건하 개설하 펴내
출간하 출판하 간행하 발행하 찾아내 고안하 창안하 도입하 제정하 폐지하 발굴하
복원하 인수하 연출하 각색하 번역하 작곡하 작사하 집필하 저술하 편찬하 편집하
촬영하 보고하 발표하 완성하 소개하 조성하 새기 빚 디자인하
"""
)
# None of these is ever said without what it is done to.
TRANSITIVE = MADE | words(
    """
찾 알아내 밝혀내 내놓 공포하 시행하 실시하 제안하 제시하 제기하 채택하 체결하
매입하 매각하 기증하 소장하 보유하 담당하 주관하 주최하 개최하 지정하 선정하
임명하 선출하 이끌 물리치 무찌르 정복하 점령하 함락하 격파하 차지하 거두 얻
빼앗 넘겨받 물려받 이어받 물려주 넘겨주 거절하 거부하 승인하 허가하 금지하
수여하 부여하 지급하 제공하 공급하 생산하 제조하 판매하 구입하 구매하 수입하
수출하 사용하 이용하 활용하 분석하 측정하 관찰하 증명하 입증하 해결하 개선하
개량하 수정하 고치 줄이 늘리 낮추 없애 철거하 부수 들여오 꾸리 갖추 지니 맡
참고하 이룩하 달성하 여의 싣 담 가져가 가져오 데려가 데려오 보내 철회하 감독하
"""
)
# '되다' of these befalls people; of other nouns it befalls things.
BEFALLS_PEOPLE = words(
    """
임명 선출 당선 추대 발탁 영입 체포 구속 기소 석방 사면 처형 파견 추방 복권
추서 책봉 선정 지명 위촉 해임 파면 징집 입양 고용 채용 승진 제명 복직 포함
소개 평가 등재 헌액 납치 살해 암살 감금 유배 수감 투옥 안장 사살 구금 격리
송환 호송 이송 연행 지목 거론 추천 공천 낙점 기용 선발 배치 발령 전보 등용
천거 제수 봉해 추존 추증 시복 시성 확정 재선 낙선 고립 노출 감염 중독 면직
강등 승격 방출 이적 투입 교체 퇴장 배정 입단 편입 소속 등록 초청 초대 섭외
캐스팅 위임 연임 재임명 포로 희생 화장 장사 치료 매료 좌천 파문 양육 훈련
교육 동원 징용 압송 처벌 총살 효수 유폐 감동 각인 고려 사망 부상 실종 구조
전사 순직 매장 기억 추앙 존경 숭배 칭송 환영 비판 기록 우려 인정 의심
"""
)
PERSONAL = (
    "알려지",
    "여겨지",
    "숨지",
    "멀어지",
    "빠지",
    "떨어지",
    "쓰러지",
    "지내지",
    "봉해지",
    "내쳐지",
    "보내지",
    "맡겨지",
    "버려지",
    "묻히",
    "뛰어나지",
)


def root_of(words_of: tuple[Word, ...], body: tuple[int, ...], predicate: Predicate) -> str:
    """Return the verb that says what is done, as '발견하' or '찾아내', or ""."""
    last = body[-1] - predicate.words + 1
    for number in range(last, body[0] - 1, -1):
        if words_of[number].tags()[:1] != ["VX"]:
            return stem_of(words_of[number])
    return ""


@lru_cache(maxsize=SEVERAL_PASSES)
def stem_of(word: Word) -> str:
    """Return the word's stem to its last verb that isn't auxiliary: '발견하', '해제되'."""
    stem, front = "", ""
    for morph in word.morphs:
        if morph.tag.startswith(("VV", "XSV")):
            stem = front + morph.form
            front = stem
        elif morph.is_verb and morph.tag != "VX":
            return ""
        elif not stem and morph.tag.startswith(("N", "XR", "XPN", "XSN", "SL", "MAG")):
            front += morph.form
    return stem


def befalls_things(
    words_of: tuple[Word, ...], body: tuple[int, ...], predicate: Predicate | None
) -> bool:
    """Tell 인양되다 and 만들어지다 from 임명되다 and 알려지다, which befall people."""
    if predicate is None or predicate.is_copula or predicate.is_adjective:
        return False
    root = root_of(words_of, body, predicate)
    if root.endswith("되"):
        return len(root) > 1 and root[:-1] not in BEFALLS_PEOPLE
    if predicate.tag == "VX" and predicate.stem == "지":
        return not (root + "지").startswith(PERSONAL)
    return root in {"열리", "쓰이"}


def forget() -> None:
    """Let the words of the last article go."""
    stem_of.cache_clear()
