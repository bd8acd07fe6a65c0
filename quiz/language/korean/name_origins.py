"""What a foreign name tells of its bearer: a woman or a man, a Slavic name or none."""

import re

from quiz.language.korean.wordlists import words

WOMENS_NAMES = words(
    """
엘리자베스 메리 앤 안나 안네 마리 마리아 마거릿 캐서린 카트린 예카테리나 에밀리 에밀리아
제인 샬럿 샤를로테 루이즈 루이자 헬렌 헬레나 로즈 로자 앨리스 플로렌스 클라라 이사벨
이사벨라 에마 에바 이브 한나 해나 소피 소피아 조피 빅토리아 앨버타 알렉산드라 알렉산드리나
올가 나탈리야 타티야나 베라 니나 소냐 잔 잔느 마들렌 테레사 테레지아 테레즈 클로딘
프랑수아즈 시몬 카미유 앙투아네트 조세핀 조제핀 폴린 아델 잉그리드 아스트리드 그레타 셀마
리제 리타 그레이스 도로시 낸시 베티 바버라 패트리샤 수전 수잔 린다 제니퍼 제시카 세라 사라
레이철 레베카 루시 줄리아 쥘리에트 오드리 마릴린 마돈나 윌마 프리다 카를로타 도로테아
프란체스카 베아트리체 루크레치아 키아라 유리코 요코 하나코 아이코 미치코 마사코 스베틀라나
발렌티나 갈리나 루트 게르트루트 힐데가르트 라헬 로라 다이애나 에이다 그웬돌린 캐럴라인
카롤리네 헨리에타 에델 아멜리아 베아타 블랜치 로런 리사 마야 모니카 실비아 율리아 유디트
이다 에스터 에스테르 도라 노라
"""
)
MENS_NAMES = words(
    """
윌리엄 존 조지 제임스 로버트 찰스 토머스 토마스 헨리 데이비드 마이클 프랭클린 리처드 폴
피터 앤드루 에드워드 프랜시스 프레더릭 새뮤얼 벤저민 알렉산더 아서 해리 조지프 요제프 요한
요하네스 카를 칼 프리드리히 빌헬름 하인리히 루트비히 프란츠 프리츠 한스 게오르크 장 피에르
루이 앙리 자크 프랑수아 이반 니콜라이 알렉세이 블라디미르 미하일 세르게이 안드레이 도널드
로널드 앨버트 알베르트 안토닌 안토니오 빅토르 파블로 후안 호세 카를로스 페드로 디에고
프란시스코 페르난도 주세페 조반니 로렌초 마르코 로이 월터 휴 휴고 오토 에른스트 어니스트
에르빈 베르너 막스 막시밀리안 구스타프 스벤 올라프 닐스 라르스 에리크 크리스티안
크리스토퍼 콘스탄틴 바실리 드미트리 유리 보리스 이오시프 레온 레프 표도르 얀 야코프 야콥
빌럼 헨드릭 코르넬리스 게리트 루셔스 게일 앨런 스콧 스티븐 브라이언 케빈 패트릭 대니얼
에이브러햄 시어도어 윈스턴 클레멘트 네빌 호레이쇼 에드 밥 톰 짐 빌 잭 닉
"""
)
OF_A_WOMAN = re.compile(
    r"(?:여성|여자|여의사|여배우|여류 ?[가-힣]+|딸|아내|부인|어머니|누나|언니|여동생|누이"
    r"|왕비|공주|황후)(?:은|는|이름은)? (?:누구|무엇)"
)
SLAVIC = re.compile(
    r"(?:스키|츠키|스카야|예프|노프|로프|코프|소프|체프|비치|추크|옌코|노바|예바)$"
)


KANA = frozenset(
    "아이우에오카키쿠케코가기구게고사시스세소자지즈제조타치쓰테토다데도나니누네노하히후헤호바비부베보파피푸페포"
    "마미무메모야유요라리루레로와쇼쇼슈료류교규주추초신겐켄준진슌엔안칸간난단산잇삿핫"
)


def looks_japanese(name: str) -> bool:
    """Tell '다나카 겐지' by its syllables."""
    parts = name.split()
    return len(parts) == 2 and all(len(p) > 1 and KANA.issuperset(p) for p in parts)


def is_woman(name: str) -> bool | None:
    """Return whether a foreign given name is a woman's, or None where it doesn't tell."""
    first = name.split()[0] if name else ""
    if first in WOMENS_NAMES:
        return True
    return False if first in MENS_NAMES else None


def of_one_sort(option: str, shown: str, prompt: str) -> bool:
    """Tell whether the names may be of one sex and from one part of the world.

    A name that tells a given name alone (안나) has only given names beside it.
    """
    mine, theirs = is_woman(shown), is_woman(option)
    if mine is None and OF_A_WOMAN.search(prompt):
        mine = True
    if mine is not None and theirs is not None and mine != theirs:
        return False
    if mine and theirs is None and option.count(" ") == 0 == shown.count(" "):
        return False
    if looks_japanese(option) != looks_japanese(shown):
        return False
    return bool(SLAVIC.search(option)) == bool(SLAVIC.search(shown))
