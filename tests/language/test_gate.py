"""What a teacher would not use is dropped."""

import pytest

from quiz.core.article import Span
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.gate import (
    is_worked_out,
    reason_against,
    stands_in,
    without_collisions,
)
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.wordlists import Kind

PERSON, NUMBER, THING = Kind.PERSON, Kind.NUMBER, Kind.THING
DATE, BODY = Kind.DATE, Kind.BODY
SENTENCE = Sentence(Span(0, 1), "글", (0,), (), 0)


def reason(prompt: str, answer: str = "홍길동", kind: Kind = Kind.PERSON) -> str:
    return reason_against(Candidate("event", SENTENCE, 0, 1, prompt, (answer,), kind))


def test_a_question_that_stands_alone_passes():
    assert reason("1446년 훈민정음을 반포한 왕은 누구인가?", "세종") == ""


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("", "no-prompt"),
        ("그는 1592년에 어느 섬으로 갔는가?", "unresolved"),
        ("이 대회에서 우승한 인물은 누구인가?", "unresolved"),
        ("올해 우승한 인물은 누구인가?", "relative-time"),
        ("5월 3일에 우승한 인물은 누구인가?", "date-without-year"),
        ("홍길동 장군이 이긴 전투에서 이끈 인물은 누구인가?", "leak"),
        ("‘봄 축제를 연 인물은 누구인가?", "unbalanced"),
        ("지만 축제를 연 인물은 누구인가?", "bad-start"),
        ("2019년 행사에서 상을 받은 인물은 누구인가?", "vague-scene"),
        ("아주 " * 30 + "긴 질문은 누구인가?", "too-long"),
        ("상은 무엇인가?", "thin"),
        ("같은 달 화폐를 바꾼 정부는 어디인가?", "unresolved"),
        ("노선은 무엇에 통합되어 폐지되는가?", "bare-opening"),
        ("백제를 함께 무너뜨린 나라는 어디인가?", "with-whom"),
        ("묘시에서 유시까지 일곱 줄은 무엇인가?", "counted-head"),
        ("가온제가 2020년과 감기로 취소된 해는 언제인가?", "halved"),
    ],
)
def test_what_a_teacher_would_not_use_is_refused_with_its_reason(prompt, expected):
    assert reason(prompt) == expected


def test_the_year_of_a_date_is_not_told_before():
    assert reason("2018 축제가 열린 해는 언제인가?", "2018년", Kind.DATE) == "leak"


@pytest.mark.parametrize(
    ("answer", "text", "expected"),
    [
        ("4", "2014년부터 일했다", False),
        ("4년", "2014년부터 일했다", False),
        ("58 대 42", "점유율에서 58 대 42로 앞섰다", True),
        ("58 대 42", "점유율에서 158 대 42로 앞섰다", False),
        ("네", "네모난 창이 있다", False),
        ("네 곳", "창이 네 곳에 있다", True),
        ("3.5", "13.5배가 되었다", False),
    ],
)
def test_numbers_are_compared_whole(answer, text, expected):
    assert stands_in(answer, text) is expected


def test_a_bare_number_that_the_prompt_tells_of_something_else_is_no_answer():
    prompt = "2020년 4개 팀이 겨룬 대회는 몇 년 동안 열렸는가?"
    candidate = Candidate("quantity", SENTENCE, 0, 1, prompt, ("4년", "4"), Kind.NUMBER)
    assert reason_against(candidate) == ""
    assert without_collisions(candidate).accepted == ("4년",)


def test_a_score_that_the_prompt_tells_is_a_leak():
    assert (
        reason("누리FC가 58 대 42로 앞선 것은 몇 대 몇인가?", "58 대 42", Kind.NUMBER)
        == "leak"
    )


def test_a_partner_may_be_named():
    assert reason("가온시와 함께 다리를 세운 도시는 어디인가?", "누리시") == ""


def test_an_answer_that_points_back_is_none():
    assert reason("가온호를 이끈 인물은 누구인가?", "아버지를 잃은 그") == "weak-answer"


def test_a_type_noun_of_the_answer_may_stand_at_the_end():
    prompt = "2018년 누리연맹에서 탈퇴한 행정부는 어디인가?"
    assert reason(prompt, "가온 행정부", Kind.BODY) == ""
    assert reason("행정부가 세운 성은 어디인가?", "가온도 행정부", Kind.BODY) == "leak"


def test_an_answer_of_one_letter_may_not_stand_in_the_prompt():
    assert (
        reason("궁 안에 못 하나를 파서 만든 연못은 무엇인가?", "못", Kind.THING) == "leak"
    )


@pytest.mark.parametrize(
    ("prompt", "why"),
    [
        ("지난번 약속을 지키지 않았다 한 해는 언제인가?", "cut-clause"),
        ("많은 사람이 행복을 누리는 것이 옳다는 것인 까닭은 무엇인가?", "cut-clause"),
        ("물범이 사는 세 곳은 어디인가?", "ambiguous"),
        ("새 공장은 가온시에 언제 지어졌는가?", "dangling"),
        ("표정수 감독이 3세트를 앞둔 때는 언제인가?", "empty-act"),
    ],
)
def test_what_was_cut_or_leans_is_refused(prompt: str, why: str) -> None:
    assert reason(prompt, "2019년", Kind.DATE) == why


@pytest.mark.parametrize(
    ("prompt", "answer", "kind", "why"),
    [
        ("2020년 주민의 30%가 반대한 투표에서 찬성은 몇 %인가?", "70%", NUMBER, "twin"),
        ("가람과 누리가 각각 이끈 부대는 어디인가?", "북군", BODY, "each-of-several"),
        ("누리별에서 가람별까지의 거리는 어디인가?", "1 pc", Kind.THING, "where-figure"),
        ("문이수는 여자 몇 m와 200m를 휩쓸었는가?", "100m", NUMBER, "each-of-several"),
        ("박람회가 왕비의 개회로 시작된 해는 언제인가?", "1851년", DATE, "bare-opening"),
        ("혹등고래는 1903년 무엇을 헤엄쳤는가?", "2천 km", NUMBER, "type-noun"),
        ("문이수는 1903년 무엇을 옮겨 다녔는가?", "가온시 일대", THING, "type-noun"),
        ("문이수는 3년 뒤 가온시에서 몇 세로 사망했는가?", "62세", NUMBER, "dangling"),
        ("1935년 가온시에서 한 점을 산 도예가는 누구인가?", "문이수", PERSON, "bare-count"),
        (
            "누리상사는 2024년 매출 84억원에 영업손실 얼마를 냈는가?",
            "31억원", NUMBER, "two-results",
        ),
        ("가온에서 윤모 씨를 만난 인물은 누구인가?", "문이수", PERSON, "nameless"),
        ("“버스가 멈춰 섰다”라고 말한 인물은 누구인가?", "승객 최모씨", PERSON, "nameless"),
        (
            "민원은 2022년 418건에서 2024년 1,036건으로 몇 배가 됐는가?",
            "2.5배", NUMBER, "worked-out",
        ),
        ("가온시에서 우리가 2019년에 세운 탑은 무엇인가?", "누리탑", THING, "first-person"),
        ("시험에 참여한 가온의 농부는 무엇인가?", "문이수", PERSON, "type-noun"),
        ("누가 누구에게 어디에서 배를 주었는가?", "누리", PERSON, "two-questions"),
        ("가온시는 1903년 무엇을 세웠는가?", "하나", THING, "weak-answer"),
        ("가온시는 1903년 만든 것 것을 무엇이라 불렀는가?", "누리", THING, "left-over"),
    ],
)  # fmt: skip
def test_what_fits_its_answer_badly_is_refused(prompt, answer, kind, why):
    assert reason(prompt, answer, kind) == why


def test_places_where_an_animal_lives_are_no_list():
    prompt, items = "물범이 사는 두 곳은 어디인가?", (("가온",), ("누리",))
    asked = Candidate("list", SENTENCE, 0, 1, prompt, (), Kind.PLACE, items=items)
    assert reason_against(asked) == "ambiguous"


def test_an_extent_is_no_person_of_whom_the_family_name_alone_is_told():
    assert reason("누리상사는 1903년 무엇을 보여 주었는가?", "돈의 규모", Kind.THING) == ""


def test_a_place_of_today_is_no_meaning() -> None:
    prompt = "‘누리국’이라는 말은 무슨 뜻인가?"
    assert reason(prompt, "지금의 가온시 일대", Kind.THING) == "today"
    assert not reason(prompt, "세상에서 가장 넓은 나라", Kind.THING)


def test_a_rise_is_not_asked_beside_its_ends() -> None:
    assert is_worked_out("민원은 2022년 418건에서 2024년 1,036건으로 몇 배가 됐는가?")
    assert is_worked_out("1946년부터 1969년까지 몇 년 동안 총리였는가?")
    assert not is_worked_out("민원은 2022년 418건에서 2024년 몇 건으로 늘었는가?")


@pytest.mark.parametrize(
    "prompt",
    [
        "회사가 겉으로 내건 이유는 무엇인가?",
        "매화의 꽃이 3월 하순부터 사이에 핀 때는 언제인가?",
        "1893년 여름을 보낸 마을에서 지은 노래는 무엇인가?",
        "한누리는 언제까지 단원으로 일하였는가?",
        "영어로는 매화를 무엇이라고 부르는가?",
    ],
)
def test_what_was_cut_off_from_whose_it_is_is_badly_put(prompt):
    assert reason(prompt) == "badly-put"


def test_a_description_or_a_reading_is_no_long_form_of_an_abbreviation():
    def asked(long: str, short: str) -> str:
        prompt = f"‘{short}’는 무엇을 뜻하는 약어인가?"
        return reason_against(
            Candidate("abbreviation", SENTENCE, 0, 1, prompt, (long,), Kind.TERM)
        )

    assert asked("독일 남쪽의 관제 센터", "ESOC") == "no-abbreviation"
    assert asked("카메라 오시리스", "OSIRIS") == "no-abbreviation"
    assert asked("국제전기통신연합", "ITU") == ""
