"""Whatever is written, a page gets nothing but the few elements of the small Markdown."""

from html import escape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as some

from quiz.core.formulas import COUNTS, GROUPS, LEAVES
from quiz.core.markup_html import around_gap_html, note_html, page_html
from tests.core.test_markup import texts

KNOWN = {"strong", "em", "sub", "sup", "code", "br", "span", "a", "math"}
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<sub onclick=x>a</sub>",
    "[x](https://a.b/\"onmouseover=alert(1))", "$\\text{<img src=x onerror=alert(1)>}$",
    "**<svg/onload=x>**", "`<b>`", "[<b>](https://a.b)", "&lt;script&gt;", "\ue000",
    "<sup><script></sup>", "$\\href{javascript:x}{y}$", "{{<b>x</b>}}", "</span>", "-->",
]  # fmt: skip
hostile = some.lists(some.sampled_from(HOSTILE) | texts, max_size=6).map("".join)


class Reader(HTMLParser):
    """Notes what a page would make of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


@given(hostile)
def test_hostile_text_becomes_known_elements_only(text: str) -> None:
    for html in (page_html(text), note_html(text), "".join(around_gap_html(text))):
        for tag, attributes in read(html).tags:
            assert tag in KNOWN | set(COUNTS) | GROUPS | LEAVES
            assert not any(name.startswith("on") for name in attributes)
            assert not {"style", "src", "id"} & set(attributes)
            assert (attributes.get("href") or "https:").startswith(
                ("https:", "http:", "mailto:")
            )


@given(some.text(some.characters(exclude_characters="*`$\\<[\n")))
def test_plain_text_stays_plain(text: str) -> None:
    assert page_html(text) == escape(text)


def test_the_parts_around_a_gap_make_sense_one_after_the_other() -> None:
    assert around_gap_html("수도는 **{{서울}}**이다.") == (
        "수도는 <strong>",
        "서울",
        "</strong>이다.",
    )
    assert around_gap_html("$y = {{x}}$")[1].startswith("<math")


def test_links_lead_somewhere_in_notes_and_are_words_in_labels() -> None:
    text = "[학교](https://school.kr)"
    assert page_html(text) == "학교"
    assert 'rel="noopener noreferrer"' in note_html(text)


def test_a_formula_that_cannot_be_read_shows_its_source() -> None:
    assert page_html("$\\frac{<$") == "$\\frac{&lt;$"


def test_lists_are_told_by_their_roles() -> None:
    assert page_html("- a\n- b") == (
        '<span class="listing" role="list"><span role="listitem">a</span>'
        '<span role="listitem">b</span></span>'
    )
