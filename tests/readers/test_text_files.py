"""Text files in common encodings are read; everything else gets a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.article import LONGEST_TEXT, clean_text
from quiz.core.problems import Problem
from quiz.readers.text_files import LARGEST_TEXT_FILE, read_text

KOREAN = "다모위안은 2017년에 세워졌다."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949", "euc-kr"])
def test_korean_is_read_in_every_common_encoding(encoding: str) -> None:
    assert read_text(KOREAN.encode(encoding)) == KOREAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_by_its_mark_in_either_order(encoding: str) -> None:
    assert read_text(("\ufeff" + KOREAN).encode(encoding)) == KOREAN


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_in_utf_8_comes_back_or_gets_a_sentence(text: str) -> None:
    try:
        assert read_text(text.encode()) == text.removeprefix("\ufeff")
    except Problem:
        assert "\0" in text or not text.encode().strip() or text.startswith("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_text_or_a_problem(content: bytes) -> None:
    try:
        text = clean_text(read_text(content))
    except Problem:
        return
    assert text == text.strip() != ""
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "another kind"),
        (b"%PDF-1.7\n1 0 obj", "another kind"),
        (b"{\\rtf1\\ansi Text}", "another kind"),
        (b"\xff\xff\xff", "unknown encoding"),
        (b"\xff\xfe\x00", "unknown encoding"),
        (b"a" * (LARGEST_TEXT_FILE + 1), "larger than 4 MB"),
    ],
)
def test_what_is_no_text_gets_a_sentence(content: bytes, reason: str) -> None:
    with pytest.raises(Problem, match=reason):
        read_text(content)


def test_the_longest_text_is_taken_and_one_character_more_is_not() -> None:
    assert len(clean_text("가" * LONGEST_TEXT)) == LONGEST_TEXT
    with pytest.raises(Problem, match="Split it"):
        clean_text("가" * (LONGEST_TEXT + 1))
