"""Fields of foreign notes become plain text; nothing of them can run."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quiz.anki.field_text import FieldText, read_field


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("a<br>b<div>c</div>d", "a\nb\nc\nd"),
        ("<b>굵게</b>&nbsp;&amp; &lt;b&gt;", "굵게 & <b>"),
        ("<script>alert(1)</script>x<style>b{}</style>", "x"),
        ("<ul><li>하나</li><li>둘</li></ul>", "하나\n\n둘"),
        ("<ruby>漢字<rt>한자</rt></ruby>", "漢字(한자)"),
        ("[latex]x^2[/latex] <anki-mathjax>y</anki-mathjax>", r"\(x^2\) \(y\)"),
        ("[anki:tts lang=ko_KR]말[/anki:tts]", "말"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"),
        ("a < b", "a < b"),
    ],
)
def test_formatting_goes_and_lines_stay(html: str, text: str) -> None:
    assert read_field(html) == FieldText(text)


def test_pictures_and_sounds_are_noted_and_taken_out() -> None:
    html = '가 <img src="%EA%B7%B8.png" onerror="x()"><img src="http://x/y.png">'
    html += "[sound:a b.mp3]"
    assert read_field(html) == FieldText("가", ("그.png", "a b.mp3"))


@given(some.text(alphabet="<>&[]/ab \"'=\n:!-{}cl1", max_size=200))
def test_any_field_can_be_read_and_leaves_clean_ends(html: str) -> None:
    text = read_field(html).text
    assert text == text.strip()
    assert "\n\n\n" not in text


@pytest.mark.parametrize("piece", ["<", "<!--", "<a ", "&#", "[sound:", "<div>"])
def test_a_huge_field_takes_no_time(piece: str) -> None:
    start = time.perf_counter()
    read_field(piece * 100_000)
    assert time.perf_counter() - start < 3
