"""Contradictions, old claims and slips are told; what only looks like one is not."""

from datetime import date

from quiz.language.drafts import Draft
from quiz.language.korean.notices import is_slip

TEXT = (
    "가온전자는 DR(Data River, 데이터 강)을 내세웠다. "
    "한누리 회장은 2015년 DR(디지털강)을 처음 말했다. "
    "가온전자는 수원에서 1969년에 문을 열었다."
)


def test_an_abbreviation_explained_in_two_ways_is_told_and_not_asked(draft):
    found = draft(TEXT)
    (warning,) = found.warnings
    assert warning.kind == "contradiction"
    assert "DR" in warning.message
    assert "데이터 강" in warning.message
    assert "디지털강" in warning.message
    assert len(warning.spans) == 2
    assert not any("‘DR’" in q.prompt for q in found.questions)
    assert found.rejected["contradiction"] == 1


def test_agreeing_explanations_are_no_contradiction(draft):
    assert draft(TEXT.replace("디지털강", "데이터강")).warnings == ()


def kinds_of(found: Draft) -> list[str]:
    return [warning.kind for warning in found.warnings]


def test_two_heights_of_one_tower_are_told(draft):
    text = (
        "가온탑의 높이는 31m이다. 가온탑은 1950년에 세워졌다. 사람들은 이 탑을 아꼈다. "
        "가온탑의 높이는 35m이다."
    )
    (warning,) = draft(text).warnings
    assert warning.kind == "figures"
    assert "31m" in warning.message
    assert "35m" in warning.message
    assert [text[a:b] for a, b in warning.spans] == [
        "가온탑의 높이는 31m이다.",
        "가온탑의 높이는 35m이다.",
    ]


def test_two_years_of_one_birth_are_told_and_of_two_prizes_are_not(draft):
    born = "한누리는 1921년 부산에서 태어났다. 한누리는 시인이다. "
    assert kinds_of(draft(born + "한누리는 1923년 부산에서 태어났다.")) == ["figures"]
    prizes = "한누리는 1921년 상을 받았다. 한누리는 시인이다. 한누리는 1923년 상을 받았다."
    assert kinds_of(draft(prizes)) == []


def test_the_same_figure_told_shorter_is_no_contradiction(draft):
    text = (
        "한누리는 1921년 3월 5일 부산에서 태어났다. 한누리는 시인이다. "
        "한누리는 1921년 부산에서 태어났다."
    )
    assert kinds_of(draft(text)) == []


NOW_TEXT = (
    "가온전자는 1990년 수원에 공장을 지었다. 현재 가온전자의 직원은 300명이다. "
    "최근 가온전자는 새 공장을 열었다."
)


def test_an_old_claim_about_now_is_told_with_its_sentences(draft):
    (warning,) = draft(NOW_TEXT, day=date(2019, 5, 8)).warnings
    assert warning.kind == "outdated"
    assert warning.message.startswith("2019년에 쓴 글입니다. ‘현재’, ‘최근’이라고 한")
    assert [NOW_TEXT[a:b].strip() for a, b in warning.spans] == [
        "현재 가온전자의 직원은 300명이다.",
        "최근 가온전자는 새 공장을 열었다.",
    ]


def test_a_new_text_and_a_dated_claim_are_not_told(draft):
    assert kinds_of(draft(NOW_TEXT, day=date(2025, 5, 8))) == []
    dated = NOW_TEXT.replace("현재", "2019년 현재").replace("최근", "2018년")
    assert kinds_of(draft(dated, day=date(2019, 5, 8))) == []


SPELT = (
    "다라니우스는 1921년 바르다에서 태어났다. 다라니우스는 시를 썼다. "
    "다라니우스는 산을 좋아했다. 사람들은 1950년 {} 시집을 읽었다."
)


def test_a_long_name_spelt_once_with_another_letter_is_told(draft):
    (warning,) = draft(SPELT.format("다라니우즈의")).warnings
    assert warning.kind == "spelling"
    assert "‘다라니우즈’는" in warning.message
    assert "‘다라니우스’와" in warning.message


def test_names_that_differ_in_a_syllable_are_two_names(draft):
    assert kinds_of(draft(SPELT.format("다라니우람의"))) == []


def test_a_particle_is_no_slip():
    assert not is_slip("다라니우는", "다라니우은")
    assert is_slip("다라니우즈", "다라니우스")
