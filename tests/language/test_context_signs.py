"""What a wording leaves untold shows in its signs."""

from collections import Counter
from datetime import date

import pytest

from quiz.core.article import Article
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.context_signs import signs_of_context
from quiz.language.korean.pipeline import proposals

TEXT = "누리수영장은 시비 98억원을 들여 2023년 가온동에 지어졌다."


def candidate() -> Candidate:
    article = Article("a", "누리수영장", TEXT, "ko", date(2025, 10, 16))
    return proposals(article, Counter())[2][0].candidate


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("외곽 주민들은 □ 넘게 기다렸다.", "who:collective"),
        ("문중 대표는 누구인가?", "who:bare-role"),
        ("군수는 □를 늘리겠다고 말했다.", "who:bare-role"),
        ("“송구하다”라고 말한 인물은 누구인가?", "quote:short"),
        ("□는 또한 어디에서 크게 꺾이는가?", "also"),
        ("개막 후 이틀 동안 □가 모였다.", "after-event"),
    ],
)
def test_what_is_untold_has_its_sign(text, sign):
    assert signs_of_context(candidate(), text)[sign] == 1.0
