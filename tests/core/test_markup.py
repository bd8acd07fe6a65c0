"""What the small Markdown of questions sets apart, and what it leaves as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quiz.core.markup import (
    GAP,
    Code,
    Formula,
    Hole,
    Link,
    Listing,
    Styled,
    check_formulas,
    gaps_cut_out,
    holes_in,
    plain_text,
    read_markup,
    walk,
)
from quiz.core.problems import Problem

SIGNS = ["*", "**", "_", "`", "$", "$$", "\\", "\\(", "\\)", "<sub>", "</sub>", "[a](", ")",
         "https://a.b", "{{", "}}", "\n", "- ", "1. ", "2. ", "```", " ", "서울", "x",
         "5"]  # fmt: skip
texts = some.lists(some.sampled_from(SIGNS) | some.text(max_size=4), max_size=25).map(
    "".join
)


@pytest.mark.parametrize(
    "text",
    [
        "5*3*2", "2 * 3 * 4", "2**3**4", "snake_case", "__init__", "A_1과 A_2", "C:\\new",
        "$5 and $10", "US$5~US$10", "$5-$10", "($1억)와 ($2억)", "US$과 C$의",
        "$5 and 10$ more", "$5인 것은 B$이다", "a < b > c", "<b>굵게</b>", "- 하나뿐",
        "1. 하나뿐", "10~20대(30~40대)", "^^", "[주](아래)", "[x](javascript:alert(1))",
        "2019. 10. 7.", "* 주의", "`", "{{gap}}", "*와 *", "**", "****", "$", "$$",
        "x ** y ** z", "&amp;",
    ],
)  # fmt: skip
def test_what_plain_texts_hold_stays_as_it_is(text: str) -> None:
    assert read_markup(text) == (text,)
    assert plain_text(text) == text


def test_words_are_set_apart_and_a_particle_may_follow() -> None:
    assert read_markup("**서울(Seoul)**은 *큰* 도시") == (
        Styled("strong", ("서울(Seoul)",)),
        "은 ",
        Styled("em", ("큰",)),
        " 도시",
    )
    assert read_markup("***꼭***") == (Styled("strong", (Styled("em", ("꼭",)),)),)
    assert read_markup("H<sub>2</sub>O") == ("H", Styled("sub", ("2",)), "O")


def test_code_keeps_its_signs_and_its_lines() -> None:
    assert read_markup("`a*b*c`") == (Code("a*b*c"),)
    assert read_markup("앞\n```py\na = 1\n\nb*c*d\n```") == (
        "앞",
        Code("a = 1\n\nb*c*d", is_block=True),
    )


def test_formulas_stand_between_dollars_or_brackets() -> None:
    for text in ("$x^2$", "\\(x^2\\)", "$$x^2$$"):
        (node,) = read_markup(text)
        assert isinstance(node, Formula)
        assert (node.latex, node.source) == ("x^2", text)
    assert plain_text("값은 $\\frac{1}{2}$이다.") == "값은 1/2이다."


def test_two_lines_make_a_list_and_one_does_not() -> None:
    assert read_markup("- ㄱ\n- **ㄴ**") == (
        Listing(False, (("ㄱ",), (Styled("strong", ("ㄴ",)),))),
    )
    assert read_markup("보기\n1. ㄱ\n2. ㄴ") == ("보기", Listing(True, (("ㄱ",), ("ㄴ",))))
    assert not any(isinstance(n, Listing) for n in read_markup("2. ㄱ\n3. ㄴ"))


def test_only_addresses_of_the_web_become_links() -> None:
    assert read_markup("[학교](https://school.kr/a?b=1)") == (
        Link("학교", "https://school.kr/a?b=1"),
    )
    for address in ("javascript:x", "data:text/html,x", "//x", "/desk", "HTTPS:x"):
        assert not any(isinstance(n, Link) for n in read_markup(f"[a]({address})"))


@pytest.mark.parametrize("sign", ["*", "`", "$", "[", "<"])
def test_a_backslash_before_a_sign_means_the_sign_itself(sign: str) -> None:
    assert read_markup(f"\\{sign}x\\{sign}") == (f"{sign}x{sign}",)


def test_a_backslash_before_a_line_holds_a_list_off() -> None:
    assert plain_text("\\- ㄱ\n\\- ㄴ") == "- ㄱ - ㄴ"
    assert plain_text("1\\. ㄱ\n2\\. ㄴ") == "1. ㄱ 2. ㄴ"


def test_a_formula_before_a_space_ends_where_it_is_closed() -> None:
    first, _, second = read_markup(r"\(x^2\) \(y\)")
    assert [first, second] == [Formula("x^2", r"\(x^2\)"), Formula("y", r"\(y\)")]


def test_a_gap_stands_anywhere_also_in_a_formula_and_in_code() -> None:
    assert read_markup("**{{서울}}**이다", with_gap=True) == (
        Styled("strong", (Hole(("서울",)),)),
        "이다",
    )
    assert gaps_cut_out("$y = {{x^2}}$이다") == "$y =$ {{$x^2$}}이다"
    assert gaps_cut_out("`print({{x}})`") == "`print(`{{`x`}}`)`"
    assert gaps_cut_out("$5 내고 {{둘}}을 $10에") == "$5 내고 {{둘}}을 $10에"
    assert gaps_cut_out(r"$x = {{\frac{1}{2}}}$") == r"$x =$ {{$\frac{1}{2}$}}"
    assert GAP.findall(r"{{$\frac{1}{2^{n}}$}}") == [r"$\frac{1}{2^{n}}$"]


@given(texts)
def test_no_gap_is_ever_lost(text: str) -> None:
    cloze = f"{text}{{{{서울}}}}{text}"
    gaps = GAP.findall(gaps_cut_out(cloze))
    assert holes_in(read_markup(cloze, with_gap=True)) == len(gaps)


@given(texts)
def test_any_text_is_read_and_says_itself_on_one_line(text: str) -> None:
    line = plain_text(text)
    assert "\n" not in line or not any(c in text for c in "*`$\\<[\n")
    assert sum(c.isalpha() for c in line) <= 2 * len(text)
    assert all(not isinstance(node, Hole) for node in walk(read_markup(text)))


AMOUNTS = some.decimals(0, 9999, places=2).map("{:,}".format)
BETWEEN = some.sampled_from(
    [" and ", "~", "-", ", ", "에서 ", " to ", "/", "(", "→", "와 ", "인 것은 "]
)


@given(some.lists(some.tuples(AMOUNTS, BETWEEN), min_size=1, max_size=4))
def test_sums_of_money_are_no_formulas(sums: list[tuple[str, str]]) -> None:
    text = "from " + "".join(f"${amount}{between}" for amount, between in sums)
    assert read_markup(text) == (text,)


def test_a_formula_that_cannot_be_read_is_told_with_its_source() -> None:
    check_formulas("$x^2$ 그리고 $5")
    with pytest.raises(Problem) as problem:
        check_formulas("값은 $\\frac{1$이다")
    assert problem.value.values["formula"] == "$\\frac{1$"
    with pytest.raises(Problem):
        check_formulas("$\\frac{1 {{x}}$", with_gap=True)


def test_long_text_of_signs_takes_no_time() -> None:
    for sign in ("**a ", "$a ", "[a", "*a ", "`", "\\(", "- a\n", "```\n", "<sub>"):
        read_markup(sign * (20_000 // len(sign)))
