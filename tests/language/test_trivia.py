"""What nobody need ask, and gaps that give themselves away."""

from collections.abc import Callable

import pytest

from quiz.language import Draft
from quiz.language.korean import selection
from quiz.language.korean.transliterations import sounds_alike
from quiz.language.korean.trivia import adds_up, cities_in, named_alike, says_nothing

ASKED = " 최가람은 1901년 가온시에서 태어났다."  # so that something is drafted


def clozes(draft: Callable[..., Draft], text: str, title: str = "글") -> list[str]:
    return [q.cloze for q in draft(text, title).questions if q.cloze]


@pytest.mark.parametrize(
    ("title", "text", "gap"),
    [
        ("물범고래", "물범고래는 봄에 바닷가에서 알을 낳는다.", "{{알}}"),
        ("누리섬", "누리섬은 우리나라 주변에서 가장 큰 화산섬이다.", "{{우리나라 주변}}"),
        ("가람강", "1920년 가람강은 북쪽의 A지구와 남쪽의 B지구로 나뉘었다.", "{{A지구}}"),
        ("한누리", "한누리는 1930년 프랑스의 조각가 장 르누에게 배웠다.", "{{프랑스}}"),
        ("누리별", "누리별은 지구에서 수십 km 떨어진 곳을 지났다.", "{{수십 km}}"),
        ("누리산", "누리산은 1901년에 시를 쓴 「푸른 누리의 노래」에 나온다.", "{{누리}}"),
    ],
)
def test_such_words_are_no_gap(draft, title, text, gap):
    assert not [cloze for cloze in clozes(draft, text + ASKED, title) if gap in cloze]


def test_the_rest_of_the_same_sentence_is_a_gap(draft):
    text = "물범고래는 물범목에 속한다. 1960년 최가람은 미르만에서 물범고래를 처음 보았다."
    found = clozes(draft, text, "물범고래")
    assert "1960년 최가람은 {{미르만}}에서 물범고래를 처음 보았다." in found


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [("바코드", "barcode"), ("타워 브리지", "Tower Bridge"), ("핼리팩스", "Halifax")],
)
def test_a_name_that_sounds_alike_is_known(hangul, latin):
    assert sounds_alike(hangul, latin)


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [("만국우편연합", "Universal Postal Union"), ("수달", "otter"), ("공기", "air")],
)
def test_a_name_of_its_own_is_not(hangul, latin):
    assert not sounds_alike(hangul, latin)


def test_the_latin_name_is_asked_only_where_it_is_another(asked):
    heard = asked("바코드(영어: barcode)는 1952년에 나온 부호이다.", "바코드")
    named = asked("수달(영어: otter)은 물가에 사는 동물이다.", "수달")
    assert not [prompt for prompt in heard if "영어 이름" in prompt]
    assert named["수달의 영어 이름은 무엇인가?"] == "otter"


@pytest.mark.parametrize(
    "text",
    [
        "누리전자는 결과를 널리 공개하고, 내년까지 공장을 넓히기로 하였다.",
        "기업은 비용을 크게 낮추고, 소비자는 낭비를 삼가야 한다.",
    ],
)
def test_what_is_planned_or_due_is_not_told_as_done(draft, text):
    for question in draft(text + ASKED, "누리전자").questions:
        shown = question.cloze or question.prompt
        assert "공개했" not in shown
        assert "낮춘다" not in shown


@pytest.mark.parametrize(
    "text",
    ["1920년에 다리의 모양을 그려 보자.", "많은 사람이 누리섬을 육지라고 알고 있다."],
)
def test_requests_and_beliefs_are_no_facts(draft, text):
    questions = draft(text + ASKED, "누리섬").questions
    assert {q.evidence.quote for q in questions} == {ASKED.strip()}


def test_a_part_of_the_answer_in_sight_gives_it_away():
    assert named_alike("서베를린", "베를린 봉쇄는 □으로 통하는 길을 끊은 사건이다.")
    assert named_alike("물푸레나무과 미선나무속", "미선나무는 □에 딸린 나무이다.")
    assert not named_alike("동아시아", "유럽에서 □로 옮겨 갔다.")
    assert not named_alike("서울", "울산에서 □로 갔다.")


def test_many_people_and_half_a_latin_name_say_nothing():
    assert says_nothing("승무원들")
    assert says_nothing("cartwrightianus")
    assert not says_nothing("선장")
    assert not says_nothing("크로커스")


def test_a_country_beside_its_cities_is_told(draft):
    found = draft(
        "한누리는 1921년 중국으로 건너가 베이징에서 공부하였다. "
        "한누리는 1930년 프랑스로 건너가 그림을 배웠다.",
        "한누리",
    )
    gaps = {q.answer.shown for q in found.questions if "{{" in q.cloze}
    assert "중국" not in gaps
    assert "베이징" in cities_in("중국")


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("물범과", "얼룩물범은 식육목에 속하는 바다 포유류이다."),
        ("식육목 물범과", "얼룩물범은 에 속하는 바다 포유류이다."),
        ("누리동", "누리수영장은 옛 차고지 터에 지어졌다."),
    ],
)
def test_a_name_in_sight_gives_away_what_is_made_of_it(answer, text):
    assert named_alike(answer, text)
    assert not named_alike("족제비과" if "과" in answer else "한솔동", text)


@pytest.mark.parametrize(
    ("answer", "text", "told"),
    [
        ("138억원", "시비 98억원과 국비 40억원 등 모두 을 들였다.", True),
        ("98억원", "시비 과 국비 40억원 등 모두 138억원을 들였다.", True),
        ("약 1만 2000명", "어른 8000명과 어린이 4000명 등 이 왔다.", False),
        ("1만2000명", "어른 8000명과 어린이 4000명 등 이 왔다.", False),
        ("12,000명", "어른 8000명과 어린이 4000명 등 이 왔다.", True),
        ("40억원", "국비 98억원과 시비 을 들였다.", False),
        ("40곳", "시비 98억원으로 을 고쳤다.", False),
    ],
)
def test_an_amount_that_the_others_add_up_to_is_told(answer, text, told):
    assert adds_up(answer, text) is told


def test_whom_one_weds_is_a_person(draft, monkeypatch):
    monkeypatch.setattr(selection, "SURE", 0.0)
    text = "최가람은 1924년 일본인 사카모토 나오와 결혼하였다." + ASKED
    prompts = " ".join(q.prompt for q in draft(text, "최가람").questions)
    assert "누구와 결혼" in prompts
    assert "무엇과 결혼" not in prompts


def test_a_speaker_is_named_without_the_word_for_a_firm(draft):
    told = "환율이 오르면 원가가 14억원 늘어나는 구조"
    text = f'이 회사 윤태석 재무담당 상무는 "{told}"라고 말했다.'
    found = draft(text + ASKED, "누리제과 실적").questions
    said = [q.answer.shown for q in found if "말한 인물" in q.prompt]
    assert said == ["윤태석"]


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("최가람은 2025년 무릎을 다쳐 수술대에 올랐다.", "수술대"),
        ("최가람은 1850년 가온시에서 과외를 받았다.", "과외"),
        ("최가람은 1908년 가온시에 학교를 세워 인재를 길렀다.", "인재"),
        ("최가람의 계획은 2025년 가온시의회 문턱을 넘지 못했다.", "가온시의회 문턱"),
    ],
)
def test_objects_that_their_verbs_give_away_are_not_asked(
    draft: Callable[..., Draft], text: str, empty: str
) -> None:
    assert empty not in {q.answer.shown for q in draft(text, "최가람").questions}
