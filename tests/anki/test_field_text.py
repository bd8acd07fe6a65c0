"""Fields of foreign notes become our Markdown; nothing of them can run."""

import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quiz.anki.field_markup import text_in
from quiz.anki.field_text import FORMULA, FieldText, read_field
from quiz.core.markup import read_markup


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("a<br>b<div>c</div>d", "a\nb\nc\nd"),
        ("a\nb &amp; c", "a\nb & c"),
        ("a\nb<br>c", "a b\nc"),
        ("<p>a</p>\n<p>b</p>", "a\n\nb"),
        ("<b>굵게</b>&nbsp;&amp; &lt;b&gt;", "**굵게** & <b>"),
        ("<i>기울여</i>는 <b><i> 둘 다 </i></b>.", "*기울여*는 ***둘 다*** ."),
        ('<span style="font-weight: 600">굵게</span>', "**굵게**"),
        ("<b>두<br>줄</b>", "**두**\n**줄**"),
        ("a<b>b</b>c", "abc"),  # stars inside a word would stay stars
        ("H<sub>2</sub>O, x<sup>2</sup>", "H<sub>2</sub>O, x<sup>2</sup>"),
        ("<code>a*b</code>", "`a*b`"),
        ("x<pre>if a:\n    b\n</pre>y", "x\n```\nif a:\n    b\n```\ny"),
        ('<a href="https://a.example/b">여기</a>', "[여기](https://a.example/b)"),
        ('<a href="javascript:alert(1)">여기</a>', "여기"),
        ("<script>alert(1)</script>x<style>b{}</style>", "x"),
        ("<ul>\n<li>하나</li>\n<li>둘</li></ul>끝", "- 하나\n- 둘\n끝"),
        ("<ol><li>하나<ul><li>안</li></ul></li><li>둘</li></ol>", "1. 하나\n- 안\n2. 둘"),
        ("<ul><li>하나</li></ul>", "하나"),
        ("<ruby>漢字<rt>한자</rt></ruby>", "漢字(한자)"),
        ("[latex]x^2[/latex] <anki-mathjax>y</anki-mathjax>", r"\(x^2\) \(y\)"),
        (r"\(x^2\) [$$]y[/$$] \[z\]", r"\(x^2\) $$y$$ $$z$$"),
        ('<anki-mathjax block="true">y</anki-mathjax>', "$$y$$"),
        (r"\(\ce{H2O}\)", r"`\ce{H2O}`"),  # a formula that we can't read is shown yet
        ("*별* **별** `x` $5", r"\*별\* \*\*별\*\* \`x\` \$5"),
        ("5*3*2 snake_case $5 a\\b", "5*3*2 snake_case $5 a\\b"),
        ("[anki:tts lang=ko_KR]말[/anki:tts]", "말"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"),
        ("a < b", "a < b"),
    ],
)
def test_what_we_can_show_stays_and_all_else_is_text(html: str, text: str) -> None:
    assert read_field(html) == FieldText(text)


def test_pictures_and_sounds_are_noted_and_taken_out() -> None:
    html = '가 <img src="%EA%B7%B8.png" onerror="x()"><img src="http://x/y.png">'
    html += "[sound:a b.mp3]"
    assert read_field(html) == FieldText("가", ("그.png", "a b.mp3"))
    described = read_field('<img alt="소 &amp; 말" src="a.png"><img src="b.png">')
    assert described == FieldText("", ("a.png", "b.png"), (("a.png", "소 & 말"),))


def test_of_a_short_answer_only_letters_and_formulas_stay() -> None:
    html = "<b>물</b>은 <i>H<sub>2</sub>O</i>, \\(x\\)"
    assert read_field(html, is_answer=True).text == r"물은 H<sub>2</sub>O, \(x\)"


@given(some.text(alphabet="ab 가\n*`$<>[]()\\_-.1&{}", max_size=60))
def test_any_text_reads_as_its_letters(text: str) -> None:
    """Whatever signs stand in it: none is taken for Markdown, and none is lost."""
    read = read_markup(read_field(escape(text)).text)
    shown = "".join(map(text_in, read))
    assert "".join(shown.split()) == "".join(FORMULA.sub(r"\2", text).split())


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
