"""Well-known things of one kind, to stand beside each other as options."""

from quiz.language.korean.wordlists import words

GROUPS = tuple(
    words(group)
    for group in (
        "경기도 강원도 충청도 충청북도 충청남도 전라도 전라북도 전라남도 경상도 경상북도 "
        "경상남도 제주도 황해도 평안도 함경도",
        "부산항 인천항 목포항 여수항 군산항 울산항 포항항 마산항",
        "백두산 한라산 지리산 설악산 금강산 묘향산 태백산 북한산",
        "한강 낙동강 금강 영산강 섬진강 압록강 두만강 대동강",
        "태평양 대서양 인도양 북극해 남극해",
        "아시아 유럽 아프리카 북아메리카 남아메리카 오세아니아",
        "태조 정종 태종 세종 문종 단종 세조 예종 성종 중종 인종 명종 선조 인조 효종 현종 "
        "숙종 경종 영조 정조 순조 헌종 철종 고종 순종",
        "진흥왕 무열왕 문무왕 신문왕 성덕왕 경덕왕 혜공왕 원성왕 흥덕왕 경순왕",
        "고조선 고구려 백제 신라 가야 발해 고려 조선",
        "유네스코 유니세프 세계보건기구 세계무역기구 국제노동기구 국제통화기금 세계은행",
        "알리바바 텐센트 바이두 화웨이 샤오미 징둥 메이퇀",
        "알리바바그룹 텐센트그룹 바이두그룹 화웨이그룹",
        "구글 애플 아마존 마이크로소프트 메타 인텔 엔비디아 오라클",
        "수성 금성 지구 화성 목성 토성 천왕성 해왕성",
        "삼국사기 삼국유사 동국통감 고려사 동사강목",
        "동의보감 향약집성방 의방유취 제중신편 동의수세보원",
        "경국대전 속대전 대전통편 대전회통",
        "논어 맹자 대학 중용 시경 서경 주역",
        "춘향가 심청가 흥보가 수궁가 적벽가",
        "영정법 대동법 균역법 직전법 과전법 호패법",
        "전세 공납 군역 요역",
    )
)


def peers_of(name: str) -> list[str]:
    """Return the others of the group that `name` is in; [] where it is in none."""
    return [
        peer for group in GROUPS if name in group for peer in sorted(group) if peer != name
    ]
