"""What in sight rivals an answer, and what is told of the wording itself."""

from collections import Counter

import pytest

from quiz.core.article import Article
from quiz.language.chances import learned
from quiz.language.korean import acceptance, answer_signs
from quiz.language.korean.pipeline import proposals

TEXT = (
    "한들호는 길이가 72km인 배이다. "
    "마루조선은 1911년 한들호를 만들어 1950년 노르웨이에 팔았다."
)


@pytest.mark.parametrize(
    ("answer", "text", "shares"),
    [
        ("70마리", "들개 □ 가운데 3마리가 돌아왔다.", True),
        ("70마리", "들개 □ 가운데 3명이 돌아왔다.", False),
        ("가람", "3명이 왔다.", False),
    ],
)
def test_another_figure_with_the_unit_of_the_answer_is_a_rival(
    answer: str, text: str, shares: bool
) -> None:
    assert answer_signs.shares_unit(answer, text) is shares


@pytest.mark.parametrize(
    ("shown", "approximate", "span"),
    [
        ("들개 {{70마리}} 넘게 돌아왔다.", True, False),
        ("섬은 길이가 약 {{72km}}이다.", True, False),
        ("기간은 {{3월}}부터 12월까지이다.", False, True),
        ("들개 {{70마리}}가 돌아왔다.", False, False),
    ],
)
def test_figures_that_are_half_told_are_known(
    shown: str, approximate: bool, span: bool
) -> None:
    assert bool(answer_signs.APPROXIMATE.search(shown)) is approximate
    assert bool(answer_signs.RANGE.search(shown)) is span


def test_topics_and_subjects_are_counted() -> None:
    signs = answer_signs.signs_of_arguments("가람은 나루가 세운 집이 무너진 뒤 떠났다.")
    assert (signs["subjects"], signs["topics:none"], signs["topics:two"]) == (2, 0, 0)
    bare = answer_signs.signs_of_arguments("1623년 충청도에 시행된 때는 언제인가?")
    assert bare["topics:none"] == 0
    assert answer_signs.signs_of_arguments("1623년 시행되었다.")["subjects:none"] == 1


def test_every_wording_shows_whether_another_year_is_in_sight() -> None:
    article = Article("a", "한들호", TEXT, "ko")
    dated = [
        acceptance.signs_of(p.candidate, wording, p.setting)
        for p in proposals(article, Counter())[-1]
        for wording in filter(None, (p.candidate.prompt, p.gap))
        if p.candidate.accepted[0].endswith("년")
    ]
    assert any(signs["rival:year"] for signs in dated)


def test_weights_are_learned_for_these_signs() -> None:
    assert {"rival:unit", "subjects", "cloze:has-prompt"} <= set(
        learned(acceptance.WEIGHTS)
    )
