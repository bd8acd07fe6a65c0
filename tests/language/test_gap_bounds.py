"""Gaps take whole phrases, and sentences say of what they tell."""

import datetime

import pytest

from quiz.core.article import Article
from quiz.language.drafting import draft_article
from quiz.language.korean import selection
from quiz.language.korean.gate import MISPUT

NOW = datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)


@pytest.fixture
def told(monkeypatch):
    """Return all prompts and clozes of a text, likely or not."""
    monkeypatch.setattr(selection, "SURE", 0.0)

    def of(title: str, text: str) -> str:
        article = Article("test", title, text, "ko", datetime.date(2026, 3, 2))
        questions = draft_article(article, NOW).questions
        return "\n".join(f"{q.prompt} {q.cloze}" for q in questions)

    return of


SONG = (
    "저어새는 저어새과에 속하는 새이다. 저어새의 몸길이는 약 75cm이다. "
    "저어새는 갯벌에서 물고기를 잡아먹는다. "
    "한수영이 부른 동요 〈저어새〉는 1935년에 발표되었다."
)
CAUGHT = (
    "재두루미는 두루미과에 속하는 새이다. 재두루미의 몸길이는 약 127cm이다. "
    "1968년 천연기념물 제203호로 지정되었다. "
    "일본에서는 1981년 가람섬에 남아 있던 다섯 마리를 모두 포획하였다."
)


def test_a_bird_is_not_written_as_the_song_of_its_name(told):
    shown = told("저어새", SONG)
    assert "저어새의 몸길이는 약" in shown
    assert "〈저어새〉의 몸길이" not in shown
    assert "동요 〈저어새〉" in shown


def test_a_bird_catches_none_of_its_kind(told):
    shown = told("재두루미", CAUGHT)
    assert "일본에서는 {{1981년}} 가람섬에" in shown
    assert "재두루미는 일본에서" not in shown


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "한도윤은 《상인전》에 재물을 늘리는 데 재주가 있었다고 적혀 있다.",
            "{{데 재주}}",
        ),
        ("지각에서 P파의 속도는 대략 5~8km/s이다.", "km}}/s"),
        ("위덕왕의 아버지 성왕은 554년 관산성에서 목숨을 잃었다.", "{{아버지 성왕}}"),
        ("2003년 가람섬에 새 등대가 세워졌다.", "새 {{등대}}"),
        ("① 길이 3m 정도의 용수철을 두 사람이 마주 잡는다.", "①"),
    ],
)
def test_gaps_begin_and_end_with_their_phrase(told, text, wrong):
    assert wrong not in told("여러 이야기", f"{text} 한도윤은 1901년 가람시에서 태어났다.")


def test_what_befell_something_unnamed_is_not_told(told):
    text = (
        "과거에는 세금을 물건으로 냈다. "
        "1623년에는 강원도에서 시행되었고, 1651년 충청도까지 확대되었다. "
        "한도윤은 1901년 가람시에서 태어났다."
    )
    assert "강원도" not in told("세금의 역사", text)


@pytest.mark.parametrize(
    ("prompt", "bad"),
    [
        ("국제 보전 연맹이 한국에서 천연기념물로 지정된 해는 언제인가?", True),
        ("한도윤이 그러다 마음을 바꾸어 문과에 급제한 해는 언제인가?", True),
        ("한도윤의 제자는 누구인가?", True),
        ("1919년 민족 대표 33인의 한 사람으로 참여한 인물은 누구인가?", True),
        ("2025년 현재 가람여객의 요금은 어른 얼마인가?", True),
        ("식물학자 한도윤이 가람군에서 처음 채집한 해는 언제인가?", True),
        ("정부가 가람섬을 천연기념물로 지정한 해는 언제인가?", False),
        ("식물학자 한도윤이 미선나무를 처음 채집한 해는 언제인가?", False),
        ("2025년 현재 가람여객의 어른 요금은 얼마인가?", False),
        ("수상자가 받는 상금은 얼마인가?", False),
    ],
)
def test_wordings_that_strict_readers_always_reject_are_known(prompt, bad):
    assert bool(MISPUT.search(prompt)) is bad
