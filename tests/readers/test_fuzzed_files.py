"""Broken, forged and mixed-up files: every one is read or gets a sentence.

QUIZ_FUZZ=2000 tries so many files of every kind; without it only a few are tried.
"""

import os

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz.core.article import clean_text
from quiz.core.problems import Problem
from quiz.readers.source_files import read_file
from tests.readers.documents import docx, hwp, hwpx, page, pdf, zipped

EXAMPLES = int(os.environ.get("QUIZ_FUZZ", "25"))
WORDS = st.lists(
    st.text("가나다라 한빛천문대.,()\t<&>'\"abc12\u3000金", min_size=1, max_size=30),
    min_size=1,
    max_size=5,
)
XML = {"<": "&lt;", "&": "&amp;", ">": "&gt;"}


def escaped(texts: list[str]) -> list[str]:
    return ["".join(XML.get(c, c) for c in text) for text in texts]


MAKERS = {
    "a.txt": lambda texts: "\n".join(texts).encode(),
    "b.txt": lambda texts: "\n".join(texts).encode("utf-16"),
    "a.md": lambda texts: ("# " + "\n\n- ".join(texts)).encode(),
    "a.html": lambda texts: page(*texts),
    "a.docx": lambda texts: docx(*escaped(texts)),
    "a.hwpx": lambda texts: hwpx(*escaped(texts)),
    "a.hwp": lambda texts: hwp(*texts),
    "b.hwp": lambda texts: hwp(*texts, flags=0),
    "a.pdf": lambda texts: pdf("\n".join(texts)),
}


@st.composite
def broken(draw: st.DrawFn, content: bytes) -> bytes:
    """Return the content with some bytes changed, cut out, doubled or put in."""
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(content)))
        size = draw(st.integers(0, 40))
        match draw(st.sampled_from(["change", "cut", "double", "put", "end"])):
            case "change":
                new = draw(st.binary(min_size=1, max_size=4))
                content = content[:at] + new + content[at + len(new) :]
            case "cut":
                content = content[:at] + content[at + size :]
            case "double":
                content = content[:at] + content[at : at + size] * 3 + content[at + size :]
            case "put":
                content = content[:at] + draw(st.binary(max_size=20)) + content[at:]
            case "end":
                content = content[:at]
    return content


def is_read_or_named(name: str, content: bytes) -> None:
    try:
        found = read_file(name, content)
    except Problem as problem:
        problem.sentence % problem.values  # it can be said
        return
    assert found.text == clean_text(found.text)
    assert len(found.imprint.title) <= 200
    assert "\n" not in found.imprint.title + found.imprint.source


@pytest.mark.parametrize("name", MAKERS)
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_broken_file_is_read_or_gets_a_sentence(name: str, data: st.DataObject) -> None:
    is_read_or_named(name, data.draw(broken(MAKERS[name](data.draw(WORDS)))))


@pytest.mark.parametrize("name", ["a.docx", "a.hwpx"])
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_broken_xml_in_a_sound_zip_file_too(name: str, data: st.DataObject) -> None:
    part = "word/document.xml" if name == "a.docx" else "Contents/section0.xml"
    inside = data.draw(broken("<a><p><t>가나다</t><tr><p/></tr><del/></p></a>".encode()))
    is_read_or_named(name, zipped({part: inside}))


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(
        [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>"]
    ),
    st.binary(max_size=600),
    st.sampled_from([*MAKERS, "a", "a.exe"]),
)
@example(b"", b"\xff\xfe\xfa", "a.txt")
def test_any_bytes_under_any_name(start: bytes, rest: bytes, name: str) -> None:
    is_read_or_named(name, start + rest)
