"""Gaps that the words beside them give away, and question words that their verbs want."""

import re
from collections.abc import Callable

import pytest

from quiz.language import Draft
from quiz.language.korean.beside_gaps import is_badly_gapped
from quiz.language.korean.fitting_wh import asked_well
from quiz.language.korean.match_reports import in_the_match, without_match
from quiz.language.korean.misput import is_misput
from quiz.language.korean.trivia import says_nothing


@pytest.mark.parametrize(
    "cloze",
    [
        "3월 2일 가람시에서 첫 장이 섰고, 사흘 뒤인 {{3월 5일}} 둘째 장이 섰다.",
        "5월 3일 밤으로 잡혔던 연주회는 하루 미뤄져 {{2024년 5월 4일}}에 열렸다.",
        "가람시의 학생은 {{2014년}} 4만 명에서 2024년 3만 명으로 10년 새 줄었다.",
        "가람시의 실업률은 {{2021년}} 3.4%, 2022년 2.9%로 낮아졌다.",
        "그릇은 초벌 세척, 본 세척, 헹굼, 건조의 {{네 단계}}를 거친다.",
        "최가람은 {{3년}} 뒤 누리시에서 숨졌다.",
        "왕비였던 {{누리}} 1754년 세상을 떠났다.",
        "시공은 {{가람건설, 유리 납품}}은 누리유리가 맡았다.",
        "수달은 {{붕어, 잉어}} 같은 물고기를 먹는다.",
        "대상은 {{농업인 가운데 온실}}을 짓는 사람이다.",
        "최가람은 {{졸업 후 모교}}에서 가르쳤다.",
        "최가람은 {{사흘 뒤 폐렴}}으로 숨을 거두었다.",
        "무엇에 쓰던 {{그릇인지}}는 밝혀지지 않았다.",
        "소금은 염화 {{나트륨}}으로 되어 있다.",
        "최가람은 누리를 {{상업적}}으로 성공시켰다.",
        "다리는 20세기 {{말의 전쟁}} 때문에 무너졌다.",
        "가람은행은 5승 {{1패}}, 승점 10으로 2위에 올랐다.",
        "{{고려}}의 백성은 세 가지 의무를 졌다.",
        "{{2, 3세트}}를 내준 가람은행은 4세트를 따냈다.",
        "{{3회}}까지 묶여 있던 누리는 4회 반격에 나섰다.",
    ],
)
def test_such_gaps_are_badly_cut_or_told_beside(cloze: str) -> None:
    assert is_badly_gapped(cloze)


@pytest.mark.parametrize(
    "cloze",
    [
        "최가람은 {{1901년}} 가람시에서 태어났다.",
        "1950년 최가람이 죽고 3년 뒤 {{누리 공원}}이 문을 열었다.",
        "수달은 {{붕어}} 같은 물고기를 먹는다.",
        "최가람은 {{1916년}} 후두암으로 죽었다.",
        "등대는 2020년 {{국가 사적}}으로 승격되었다.",
        "가람시는 {{동구, 서구}}로 나뉜다.",
        "가람은행은 {{3세트}}를 25-20으로 이겼다.",
        "최가람은 {{누리 학교 뒤뜰}}에서 씨앗을 찾았다.",
    ],
)
def test_such_gaps_are_good(cloze: str) -> None:
    assert not is_badly_gapped(cloze)


@pytest.mark.parametrize(
    ("asked", "well"),
    [
        ("최가람은 1916년 무엇에 입학하였는가?", "최가람은 1916년 어디에 입학하였는가?"),
        (
            "최가람은 무엇을 여러 차례 방문했는가?",
            "최가람은 어디를 여러 차례 방문했는가?",
        ),
        ("제비는 가을에 무엇으로 떠나는가?", "제비는 가을에 어디로 떠나는가?"),
        ("최가람은 1937년 무엇을 지냈는가?", "최가람은 1937년 어떤 직책을 지냈는가?"),
        ("최가람은 무엇과 무엇을 지냈는가?", "최가람은 어떤 두 직책을 지냈는가?"),
        ("최가람은 무엇으로 숨졌는가?", "최가람은 무엇 때문에 숨졌는가?"),
        ("최가람은 무엇을 만들었는가?", "최가람은 무엇을 만들었는가?"),
        ("최가람은 누구에게 배웠는가?", "최가람은 누구에게 배웠는가?"),
    ],
)
def test_the_question_word_fits_its_verb(asked: str, well: str) -> None:
    assert asked_well(asked) == well


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("하고 걸러진 액체를 무엇이라고 하는가?", True),
        ("블로킹으로 3점, 주장 최누리가 11점을 보탠 인물은 누구인가?", True),
        ("11점을 보탠 인물은 누구인가?", False),
        ("최누리는 블로킹 몇 개를 포함했는가?", True),
        ("가람은행은 몇 승 2패를 거두었는가?", True),
        ("연구팀은 만든 알갱이로 인을 87%까지 걸렀다.", True),
        ("연구팀은 조개로 만든 알갱이로 인을 87%까지 걸렀다.", False),
        ("최누리는 1884년 이 사실을 뒷받침하는 결과를 내놓았다.", True),
        ("관련 조례안은 2025년 7월 통과됐다.", True),
        ("착공 1887년 최누리가 세상을 떠났다.", True),
        ("2024년과 비교하면 가람의 매출은 7% 는다.", True),
        ("세 가지 세금이 그것이다.", True),
        ("누리국이 다시 판 것이 컸다.", True),
        ("중심이 있다는 것을 무엇이라고 하는가?", True),
        ("등대는 2002년 무엇 때문에 지정되었는가?", True),
        ("당사가 만든 주전자를 거두어들인다.", True),
        ("최누리는 무엇을 부딪쳐 치료를 받았는가?", True),
        ("최씨는 2025년 딸 최누리 씨가 필름을 찾았다.", True),
        ("1888년 같은 전시회에서 그림이 낙선하였다.", True),
    ],
)
def test_what_is_cut_or_points_elsewhere_is_misput(text: str, bad: bool) -> None:
    assert is_misput(text) is bad


@pytest.mark.parametrize("answer", ["상승률", "겉모습", "번식지", "그다음", "제각각"])
def test_kinds_of_thing_are_no_answers(answer: str) -> None:
    assert says_nothing(answer)
    assert not says_nothing(f"누리새 {answer}")


def test_a_set_is_one_of_its_match() -> None:
    match = "2026년 1월 4일 가람은행과 누리제지의 경기"
    scene = "1세트 20-20에서 최가람이 3점을 뽑았다."
    told = in_the_match(scene, "3점", match)
    assert told == f"{match} {scene}"
    assert without_match(told, match) == scene


WAR = (
    "한누리왕은 가람국의 제7대 왕이다. 한누리왕은 661년에 왕위에 올랐다. "
    "676년 11월에는 장수 최달의 수군이 미르강 하구의 돌포에서 적의 수군과 싸웠다."
)


def test_what_troops_do_is_no_deed_of_the_king(draft: Callable[..., Draft]) -> None:
    shown = [f"{q.prompt} {q.cloze}" for q in draft(WAR, "한누리왕").questions]
    assert not [text for text in shown if "한누리왕은 676년" in text]


def test_a_shoot_of_the_year_before_has_no_year(draft: Callable[..., Draft]) -> None:
    text = (
        "누리나무는 물푸레나무과에 속하는 나무이다. 누리나무의 높이는 약 2m이다. "
        "누리나무의 꽃은 지난해 자란 가지에 총상꽃차례로 모여 달린다."
    )
    told = " ".join(f"{q.prompt} {q.cloze}" for q in draft(text, "누리나무").questions)
    assert not re.search(r"\d{4}년 자란", told)
