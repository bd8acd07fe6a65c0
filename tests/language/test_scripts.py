"""Languages are told apart by script."""

import pytest

from quiz.language.scripts import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("한글은 1443년에 만들어졌다.", "ko"),
        ("한글(The Korean alphabet)은 세종이 만든 문자이다.", "ko"),
        ("The alphabet was made in the year 1443 and it is used to this day.", "en"),
        ("云栖大会在杭州举行。", "zh"),
        ("ひらがなは日本の文字です。", "ja"),
        ("1234 5678", ""),
    ],
)
def test_script_tells_the_language(text, language):
    assert detect_language(text) == language
