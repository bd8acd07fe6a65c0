"""Text in notes: what is shown is what was written, and nothing else happens."""

import html
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quiz.anki.note_text import (
    as_deck_name,
    as_gap,
    as_html,
    as_tag,
    as_tags,
    clean,
    escape,
)

PIECES = (
    "{{c2::x}}", "{{Prompt}}", "}}", "::", "<script>", "</div>", "&amp;", "[sound:a.mp3]",
    "[[type:Prompt]]", "[$]x[/$]", "\x1f", "\x00", "\ud800", "\uffff", "가", "马云", "馬雲",
    "\r\n", "\n", "\t", "  ", "\u202e", "👩‍👩‍👧", "e\u0301", '"', "'", "\\", "\x85", "ﾊﾟ",
)  # fmt: skip
hostile = some.lists(some.one_of(some.sampled_from(PIECES), some.text()), max_size=8).map(
    "".join
)


def seen(text: str) -> str:
    """Return what a browser shows of HTML."""
    text = re.sub(r'</?span( lang="zh-Hans")?>', "", text.replace("<br>", "\n"))
    assert "<" not in text
    assert ">" not in text
    return html.unescape(text)


@given(hostile)
def test_html_shows_exactly_the_text(text: str) -> None:
    assert seen(as_html(text)) == seen(escape(text)) == clean(text)


@given(hostile)
def test_html_holds_nothing_that_anki_acts_on(text: str) -> None:
    shown = as_html(text)
    assert not re.search(r"\{\{|\}\}|\[sound:|\[\[|\[\$\]|\[anki:|\[latex\]", shown)
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", shown)
    assert '"' not in escape(text)


@given(hostile)
def test_text_that_is_clean_already_stays(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert unicodedata.is_normalized("NFC", clean(text))


@given(hostile)
def test_a_gap_is_one_gap_without_a_hint(text: str) -> None:
    gap = as_gap(as_html(text))
    assert gap.startswith("{{c1::")
    assert gap.endswith("}}")
    inside = gap.removeprefix("{{c1::").removesuffix("}}")
    assert "::" not in inside
    assert "{" not in inside
    assert seen(inside) == clean(text)


@given(hostile)
def test_a_tag_is_one_word(text: str) -> None:
    tag = as_tag(text)
    assert not re.search(r"[\s\"\x00-\x1f\x7f\ud800-\udfff]", tag)
    assert as_tag(tag) == tag
    assert "::::" not in tag


@given(some.lists(hostile).map(tuple))
def test_tags_stand_between_spaces_and_never_twice(texts: tuple[str, ...]) -> None:
    tags = as_tags(texts)
    assert tags == (f" {tags.strip()} " if tags else "")
    folded = [tag.casefold() for tag in tags.split()]
    assert len(folded) == len(set(folded))


@given(hostile)
def test_a_deck_has_a_name_and_no_parent(title: str) -> None:
    name = as_deck_name(title)
    assert name
    assert name == name.strip()
    assert "::" not in name
    assert not re.search('["\x00-\x1f\x7f\ud800-\udfff]', name)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("마윈 马云", '마윈 <span lang="zh-Hans">马云</span>'),
        ("마윈 馬雲", "마윈 馬雲"),
        ("达摩院", '<span lang="zh-Hans">达摩院</span>'),
        ("金庸", "金庸"),
    ],
)
def test_chinese_gets_a_chinese_typeface_and_hanja_keeps_the_korean(
    text: str, shown: str
) -> None:
    assert as_html(text) == shown


def test_a_hundred_kilobytes_of_angle_brackets_take_no_time() -> None:
    assert as_html("a < b " * 16_000).count("&lt;") == 16_000


def test_a_paragraph_is_cut_down_to_a_deck_name() -> None:
    assert as_deck_name("가" * 500) == "가" * 80 + "…"
