"""LaTeX becomes MathML and a line of words, and nothing else gets through."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quiz.core.formulas import COUNTS, GROUPS, LEAVES, is_readable, mathml, spoken

COMMANDS = [
    "\\frac", "\\sqrt", "{", "}", "^", "_", "x", "12", "+", "-", "\\left(", "\\right)",
    "\\text{값 <b>}", "\\begin{matrix}", "\\end{matrix}", "&", "\\\\", "<script>", "\\href",
    "\\style", "\\class", "\\color{red}", "\\alpha", "\\sum", "\\lim", "[", "]", '"', "'",
    "\\overline", "#", "%", "\\unicode{x41}", "&#60;b&#62;", "\\nowhere", " ", "서울",
]  # fmt: skip
latex = some.lists(some.sampled_from(COMMANDS) | some.text(max_size=3), max_size=12).map(
    "".join
)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("x^2", "x²"),
        (r"\frac{1}{2}", "1/2"),
        (r"\frac{a+b}{c}", "(a + b)/c"),
        (r"\sqrt{x+1}", "√(x + 1)"),
        ("x_1 + x_2", "x₁ + x₂"),
        (r"2 \times 10^{-3}", "2 × 10⁻³"),
        (r"\sin x", "sin x"),
        (r"\text{속력} = \frac{s}{t}", "속력 = s/t"),
        (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "(1, 2; 3, 4)"),
        ("-x = -3", "−x = −3"),
    ],
)
def test_a_formula_is_read_out_in_its_signs(text: str, line: str) -> None:
    assert spoken(text) == line


@pytest.mark.parametrize(
    "text",
    [r"\frac{1}", r"\frac{", "x^", "}", r"\nowhere{x}", r"\left(", "x^2^3", "a & b", ""],
)
def test_what_is_no_latex_is_told_apart(text: str) -> None:
    assert not is_readable(text)
    assert spoken(text) == text


@given(latex)
def test_whatever_is_written_only_known_elements_come_out(text: str) -> None:
    if not is_readable(text):
        return
    tags = Tags()
    tags.feed(mathml(text))
    assert tags.seen <= {"math", *COUNTS, *GROUPS, *LEAVES}
    assert not tags.attributes & {"href", "style", "class", "id", "onclick", "src"}
    assert re.fullmatch(r"<math .*</math>", mathml(text), re.DOTALL)
    assert "\n" not in spoken(text)


def test_attributes_that_could_do_something_are_left_out() -> None:
    assert "javascript" not in mathml(r"\href{javascript:alert(1)}{x}")
    assert "url(" not in mathml(r"\style{background:url(//x)}{x}")
    assert 'class="' not in mathml(r"\class{seal}{x}")
