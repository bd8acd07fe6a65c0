"""One sentence of our own a kind of fact, and the question that a teacher would ask."""

from datetime import date

import pytest

from quiz.core.problems import Problem

DAY = date(2021, 5, 8)
CASES = [
    ("글", "가온전자 서가람 회장은 올해 새 공장을 열었다.",
     "2021년 가온전자 회장은 누구인가?", "서가람"),
    ("글", "올해 가온전자 기술위원회 위원장인 서가람은 새 공장을 열었다.",
     "2021년 가온전자 기술위원회 위원장은 누구인가?", "서가람"),
    ("글", "서가람 회장은 자신의 서재를 ‘달빛방’이라고 불렀다.",
     "서가람 회장은 자신의 서재를 무엇이라고 불렀는가?", "달빛방"),
    ("글", "서가람 회장은 서재를 ‘달빛방’, 창고를 ‘별빛방’이라 불렀다.",
     "서가람 회장은 창고를 무엇이라고 불렀는가?", "별빛방"),
    ("글", "서가람 회장의 별명은 ‘흰수염’이다.",
     "서가람 회장의 별명은 무엇인가?", "흰수염"),
    ("글", "GRAM은 ‘Green River And Mountain’의 약자다.",
     "‘GRAM’은 무엇의 약자인가?", "Green River And Mountain"),
    ("글", "가온전자는 DR(Deep River)을 내세웠다.",
     "‘DR’은 어떤 영어 표현의 약자인가?", "Deep River"),
    ("글", "‘물빛호’는 가온전자가 만든 잠수정이다. ‘물빛호’는 튼튼하다.",
     "가온전자가 만든 잠수정은 무엇인가?", "물빛호"),
    ("글", "엽록체에는 빛을 흡수하는 색소인 엽록소가 들어 있다.",
     "빛을 흡수하는 색소는 무엇인가?", "엽록소"),
    ("글", "관요는 왕실에서 쓸 그릇을 굽던 가마를 말한다.",
     "왕실에서 쓸 그릇을 굽던 가마를 무엇이라고 하는가?", "관요"),
    ("글", "가온전자는 1969년 수원에서 문을 열었다.",
     "가온전자가 수원에서 문을 연 해는 언제인가?", "1969년"),
    ("글", "2017년 설립된 가온재단은 장학금을 준다.",
     "가온재단이 설립된 해는 언제인가?", "2017년"),
    ("글", "가온재단은 대학생 300명에게 장학금을 주었다.",
     "가온재단은 대학생 몇 명에게 장학금을 주었는가?", "300명"),
    ("글", "가온상은 35세 이하의 과학자에게 주는 상이다. 가온상의 상금은 5천만 원이다.",
     "가온상은 몇 세 이하의 과학자에게 주는 상인가?", "35세"),
    ("글", "가온상은 젊은 과학자에게 준다. 가온상의 상금은 5천만 원이다.",
     "가온상의 상금은 얼마인가?", "5천만 원"),
    ("글", "‘오방색(五方色, 청색, 백색, 적색, 흑색, 황색)’은 우리 전통 색이다.",
     "‘오방색’에 속하는 다섯 가지는 무엇인가?", "청색, 백색, 적색, 흑색, 황색"),
    ("글", "2020 가온축제의 주제는 ‘물’과 ‘불’이었다.",
     "2020 가온축제의 주제 두 가지는 무엇인가?", "물, 불"),
    ("글", "가온전자는 크다. 서가람 회장은 “우리는 다시 일어선다”라고 말했다.",
     "“우리는 다시 일어선다”라고 말한 인물은 누구인가?", "서가람"),
    ("글", "2015년 서가람 회장이 세운 ‘가온재단’은 장학금을 준다.",
     "2015년 서가람 회장이 세운 재단은 어디인가?", "가온재단"),
    ("글", "가온전자는 1969년 이만섭 회장이 수원에서 창업했다.",
     "1969년 수원에서 가온전자를 창업한 인물은 누구인가?", "이만섭"),
    ("글", "가온FC는 2020년 4월 누리FC를 3 대 1로 이겼다.",
     "가온FC는 2020년 4월 누리FC를 몇 대 몇으로 이겼는가?", "3 대 1"),
    ("글", "2021년 현재 가온FC는 리그 3위, 누리FC는 리그 5위이다.",
     "2021년 현재 가온FC는 리그 몇 위인가?", "3위"),
    ("글", "2021년 현재 가온FC는 리그 3위, 누리FC는 리그 5위이다.",
     "누리FC는 리그 몇 위인가?", "5위"),
    ("글", "올해 20회를 맞은 가온축제는 서울에서 가장 큰 축제이다. 가온축제는 즐겁다.",
     "2021년 가온축제는 몇 회를 맞았는가?", "20회"),
    ("글", "가온상은 해마다 준다. 수상자는 300만 원의 상금을 받는다.",
     "가온상 수상자가 받는 상금은 얼마인가?", "300만 원"),
    ("글", "가온전자는 올해 문을 열었다. 회사 측은 하루에 만드는 시계는 300개 이상, "
     "손목 띠는 150개 이상이라고 설명했다.",
     "2021년 현재 가온전자가 하루에 만드는 손목 띠는 몇 개 이상인가?", "150개"),
    ("글", "물이 낮은 곳에서 높은 곳으로 흐른다. 이를 역류라고 한다.",
     "물이 낮은 곳에서 높은 곳으로 흐르는 것을 무엇이라고 하는가?", "역류"),
    ("글", "뜰에는 돌을 깐 길, 곧 박석길이 있다.",
     "돌을 깐 길을 무엇이라고 하는가?", "박석길"),
    ("글", "마을에서 가장 먼저 핀 꽃은 매화였다.",
     "마을에서 가장 먼저 핀 꽃은 무엇이었는가?", "매화"),
    ("글", "차가람 누리FC 감독은 올해 처음 이겼다. 차가람은 기뻤다.",
     "2021년 누리FC 감독은 누구인가?", "차가람"),
    ("글", "조선 시대에 제사에 쓰던 그릇을 제기라고 합니다.",
     "조선 시대에 제사에 쓰던 그릇을 무엇이라고 하는가?", "제기"),
    ("글", "이 가운데 마그마가 식어 굳은 암석을 화성암이라고 한다.",
     "마그마가 식어 굳은 암석을 무엇이라고 하는가?", "화성암"),
    ("글", "잎에는 기체가 드나드는 작은 구멍이 있는데, 이를 기공이라고 한다.",
     "기체가 드나드는 작은 구멍을 무엇이라고 하는가?", "기공"),
    ("글", "세포에서 에너지를 만드는 작은 기관이 미토콘드리아이다.",
     "세포에서 에너지를 만드는 작은 기관은 무엇인가?", "미토콘드리아"),
    ("글", "수문장은 궁궐의 문을 지키던 군인이었다.",
     "궁궐의 문을 지키던 군인을 무엇이라고 하는가?", "수문장"),
    ("글",
     "효소가 기질과 결합하는 자리를 활성 부위라 한다.",
     "효소가 기질과 결합하는 자리를 무엇이라고 하는가?", "활성 부위"),
    ("글",
     "바우처는 정해진 곳에서 쓸 수 있는 이용권을 뜻하며, 해마다 나온다.",
     "정해진 곳에서 쓸 수 있는 이용권을 무엇이라고 하는가?", "바우처"),
    ("글",
     "퇴적물이 굳어진 암석, 다시 말해 퇴적암이 드러나 있다.",
     "퇴적물이 굳어진 암석을 무엇이라고 하는가?", "퇴적암"),
]  # fmt: skip
ENCYCLOPEDIA = """
물범고래(水凡)는 가온과에 속하는 동물이다.
몸길이는 63~75 cm이고 몸무게는 12 kg이다.
임신 기간은 40일이고 한 번에 2마리의 새끼를 낳는다.
물범고래는 1960년에 처음 발견되었다.

보호
1982년에 천연기념물로 지정되었습니다.
""".strip()
LIFE = """
최가람은 조선의 화가이다. 최가람은 1750년 한양에서 태어났다. 최가람은 산을 좋아했다.
1770년에는 도화서에 취직했다. 무덤은 경기도 수원의 광교산에 있다.
""".strip()


@pytest.mark.parametrize(("title", "text", "prompt", "answer"), CASES)
def test_fact_is_asked_as_a_teacher_would(asked, title, text, prompt, answer):
    found = asked(text, title, DAY)
    assert found.get(prompt) == answer, found


def test_a_pronoun_is_asked_by_its_name(asked):
    found = asked(
        "최가람은 조선의 화가이다. 최가람은 산을 그렸다. 그는 1750년에 ‘푸른 산’을 그렸다.",
        "최가람",
    )
    assert found["최가람이 ‘푸른 산’을 그린 해는 언제인가?"] == "1750년"


def test_what_this_means_is_never_guessed(asked):
    for prompt in asked("가온전자는 수원에 있다. 이 사람은 1969년에 공장을 열었다."):
        assert "이 사람" not in prompt


def test_the_members_of_a_list_are_no_answers_alone(asked):
    found = asked("서가람 회장과 한누리 사장은 2020년 가온재단을 세웠다.")
    assert "서가람" not in found.values()
    assert found["2020년 가온재단을 세운 두 사람은 누구인가?"] == "서가람, 한누리"


def test_a_bare_noun_is_the_one_name_that_ends_in_it(asked):
    found = asked(
        "‘하늘대종’은 가온사에 있다. 모두 ‘하늘대종’을 아낀다. 종은 1771년에 완성되었다."
    )
    assert found["하늘대종이 완성된 해는 언제인가?"] == "1771년"


def test_him_may_be_anybody(asked):
    text = (
        "가온전자는 1969년 수원에서 문을 열었다. 서가람 회장은 웃었다. "
        "한누리 사장은 1999년 수원에서 그를 만났다."
    )
    found = asked(text)
    assert found
    assert not any("서가람" in prompt for prompt in found)


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("물범고래의 몸길이는 몇 cm인가?", "63~75 cm"),
        ("물범고래의 몸무게는 몇 kg인가?", "12 kg"),
        ("물범고래의 임신 기간은 며칠인가?", "40일"),
        ("물범고래가 처음 발견된 해는 언제인가?", "1960년"),
        ("물범고래가 천연기념물로 지정된 해는 언제인가?", "1982년"),
    ],
)
def test_what_an_article_is_about_is_put_in_where_it_is_left_out(asked, prompt, answer):
    found = asked(ENCYCLOPEDIA, "물범고래")
    assert found.get(prompt) == answer, found


def test_a_measure_is_no_subject_of_what_follows(asked):
    assert not any(
        "임신 기간은 한 번에" in prompt for prompt in asked(ENCYCLOPEDIA, "물범고래")
    )


def test_a_life_goes_on_without_its_name(asked):
    found = asked(LIFE, "최가람")
    assert found["최가람이 도화서에 취직한 해는 언제인가?"] == "1770년"
    assert found["최가람의 무덤이 있는 곳은 어디인가?"] == "경기도 수원의 광교산", found


def test_the_budget_says_of_what(asked):
    found = asked(
        "가온시는 ‘새싹길’ 사업을 시작한다. 올해 지원 인원은 120명이다. "
        "사업비 36억 원은 모두 시비로 마련된다.",
        day=DAY,
    )
    assert found["2021년 ‘새싹길’ 사업의 지원 인원은 몇 명인가?"] == "120명"
    assert found["‘새싹길’ 사업의 사업비는 얼마인가?"] == "36억 원"


def test_holders_in_a_list_hold_the_office_of_the_sentence_before(asked):
    found = asked(
        "올해 회의에서는 ‘가온은행’의 전현직 총재 세 사람이 이야기했다. "
        "서가람 현 총재를 비롯해 한누리, 조한결 전 총재는 앞날을 말했다.",
        day=DAY,
    )
    assert found["2021년 현재 가온은행 총재는 누구인가?"] == "서가람"
    assert found["가온은행 전 총재 두 사람은 누구인가?"] == "한누리, 조한결"


def test_a_question_of_the_article_is_no_fact(asked):
    with pytest.raises(Problem):
        asked("가온재단이 1999년에 문을 연 까닭은 무엇일까?")


def test_a_long_prompt_loses_where_a_dated_match_was_held(asked):
    found = asked(
        "가온FC가 8일 누리경기장에서 열린 2021 가온컵 결승전에서 연장전까지 가는 접전 끝에 "
        "한강유나이티드를 3 대 2로 꺾고 우승했다. "
        "최우수선수에는 두 골을 넣은 서가람이 뽑혔다. 서가람은 이 골로 득점왕에 올랐다.",
        day=DAY,
    )
    assert "2021 가온컵 결승전에서 한강유나이티드를 3 대 2로 꺾은 팀은 어디인가?" in found
    assert any(p.startswith("2021 가온컵 결승전에서 최우수선수에 뽑힌") for p in found), (
        found
    )


def test_parallel_measures_share_their_owner(asked):
    found = asked("가온시 가구의 월평균 소득은 214만 원, 월세는 47만 원이었다.")
    assert found["가온시 가구의 월세는 얼마였는가?"] == "47만 원"


def test_which_quarter_and_who_issued_are_not_asked(asked):
    found = asked(
        "가온전자는 올해 3분기에 영업이익 40억 원을 올렸다. "
        "투자금은 지난 3월 발행한 전환사채로 마련했다.",
        day=DAY,
    )
    assert found
    assert not any("몇 분기" in prompt or "발행한 때" in prompt for prompt in found)


def test_a_number_before_the_topic_is_no_part_of_a_row(asked):
    asked("무게가 2 kg인 상자의 값은 성인 5,000원, 청소년 3,000원, 어린이 1,000원이다.")
