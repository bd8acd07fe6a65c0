"""Files of every kind are read by what is in them; what can't be read gets one sentence."""

from datetime import date

import pytest

from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText
from quiz.readers.source_files import ENDINGS, LARGEST_SOURCE, read_file
from tests.readers.documents import (
    PARAGRAPHS,
    compound,
    docx,
    hwp,
    hwpx,
    page,
    pdf,
    zipped,
)

TEXT = "\n".join(PARAGRAPHS)
LONG = "한빛천문대는 2011년에 세워졌다. 초대 대장은 김서윤 박사이고, 지금은 남쪽 산에 있다."
LOCKED, DAMAGED = "locked with a password", "damaged"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT.encode()),
        ("a.md", TEXT.encode()),
        ("a.docx", docx(*PARAGRAPHS)),
        ("a.hwp", hwp(*PARAGRAPHS)),
        ("unpacked.hwp", hwp(*PARAGRAPHS, flags=0)),
        ("a.hwpx", hwpx(*PARAGRAPHS)),
        ("a.pdf", pdf(TEXT)),
    ],
)
def test_the_same_text_comes_out_of_every_kind_of_file(name: str, content: bytes) -> None:
    for called in (name, "without-an-ending"):
        found = read_file(called, content)
        assert found.text == TEXT
        assert found.imprint.date == date(2019, 10, 7)


def test_a_page_gives_its_article_without_its_menu() -> None:
    head = (
        '<title>한빛천문대가 문을 열다 - 한빛신문</title><meta property="og:title" '
        'content="한빛천문대가 문을 열다"><meta property="og:site_name" content="한빛신문">'
        '<meta property="article:published_time" content="2020-05-01T09:00:00+09:00">'
    )
    found = read_file("a.html", page(LONG, LONG.replace("2011", "2012"), head=head))
    assert found.text.startswith("한빛천문대가 문을 열다\n")
    assert LONG in found.text
    assert "홈" not in found.text
    assert "저작권" not in found.text
    known = found.imprint
    assert (known.title, known.date) == ("한빛천문대가 문을 열다", date(2020, 5, 1))
    assert known.source == "한빛신문"


def test_the_menu_around_a_very_short_article_is_left_out_too() -> None:
    found = read_file(
        "a.html", page("한빛천문대는 2011년에 세워졌다.", "지금은 산에 있다.")
    )
    assert "2011년에" in found.text
    assert "홈" not in found.text
    assert "저작권" not in found.text


@pytest.mark.parametrize("label", ["euc-kr", "ks_c_5601-1987", "utf-8"])
def test_a_page_is_decoded_as_it_says(label: str) -> None:
    codec = "utf-8" if label == "utf-8" else "cp949"
    content = page(LONG, LONG).decode().replace("utf-8", label).encode(codec)
    assert LONG in read_file("a.html", content).text


def test_a_page_that_names_a_wrong_encoding_is_read_by_its_bytes() -> None:
    content = page(LONG, LONG).decode().replace("utf-8", "x-unknown").encode("cp949")
    assert LONG in read_file("a.html", content).text


def test_what_a_program_noted_comes_last() -> None:
    assert read_file("a.docx", docx("글이다.", title="제목")).imprint.title == "제목"
    assert read_file("a.docx", docx("글이다.")).imprint.date == date(2018, 3, 2)
    assert read_file("a.pdf", pdf(LONG, title="보고서")).imprint.title == "보고서"
    for name_of_a_file in ("보고서.hwp", "Microsoft Word - a.doc", "제목 없음"):
        assert read_file("a.pdf", pdf(LONG, title=name_of_a_file)).imprint.title == ""


def test_a_tables_rows_are_lines() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell}{cell}</w:tr>"
    table = f"<w:tbl>{row.format('이름', '해')}{row.format('한빛', '2011')}</w:tbl>"
    assert (
        read_file("a.docx", docx("표이다.", body=table)).text
        == "표이다.\n이름, 해\n한빛, 2011"
    )


def test_what_was_struck_out_in_word_is_not_read() -> None:
    old = "<w:del><w:r><w:delText>옛 글</w:delText><w:t>x</w:t></w:r></w:del>"
    body = f"<w:p>{old}<w:ins><w:r><w:t>새 글</w:t></w:r></w:ins></w:p>"
    assert read_file("a.docx", docx("첫 줄", body=body)).text == "첫 줄\n새 글"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "another kind"),
        ("a.rtf", b"{\\rtf1 text}", "RTF"),
        ("a.zip", zipped({"a.txt": "x"}), "no Word"),
        ("a.docx", b"PK\x03\x04broken", DAMAGED),
        ("a.docx", docx("글")[:-40], DAMAGED),
        ("a.docx", zipped({"word/document.xml": "<w:p><unclosed>"}), DAMAGED),
        ("a.docx", docx(), "empty"),
        ("a.hwpx", hwpx(), "no text"),
        ("a.hwp", hwp("글", flags=3), LOCKED),
        ("a.hwp", hwp("글", flags=5), "distribution"),
        ("a.hwp", hwp("글")[:900], DAMAGED),
        ("a.hwp", b"HWP Document File V3.00 \x1a\1\2\3\4\5", "old version"),
        ("a.doc", compound({"WordDocument": b"x" * 90}), "Old Word"),
        ("a.xls", compound({"Workbook": b"x" * 90}), "no Hangul"),
        ("a.docx", compound({"EncryptedPackage": b"x" * 90}), LOCKED),
        ("a.pdf", b"%PDF-1.7\nbroken", DAMAGED),
        ("scan.pdf", pdf("3"), "pictures of pages"),
        (
            "a.html",
            b"<!doctype html><html><body><script>1</script></body></html>",
            "no text",
        ),
        ("a.txt", b"a" * (LARGEST_SOURCE + 1), "larger than 32 MB"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(
    name: str, content: bytes, reason: str
) -> None:
    with pytest.raises(Problem, match=reason):
        read_file(name, content)


def test_a_locked_pdf_says_so() -> None:
    content = pdf("글이다.", extra="/Nothing 1").replace(
        b"/Info 6 0 R",
        b"/Info 6 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        b"/O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> /ID [<41> <41>]",
    )
    with pytest.raises(Problem, match=LOCKED):
        read_file("a.pdf", content)


def test_xml_that_wants_to_grow_or_to_look_around_is_stopped() -> None:
    grow = "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "x" * 1000}">' for n in range(9)
    )
    laugh = f"<!DOCTYPE w [{grow}]><w:p xmlns:w='w'><w:t>&a8;</w:t></w:p>"
    with pytest.raises(Problem):
        read_file("a.docx", zipped({"word/document.xml": laugh}))
    look = "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p><t>밖 &a; 안</t></p>"
    found = read_file("a.docx", zipped({"word/document.xml": look}))
    assert "root:" not in found.text


def test_a_part_that_unpacks_to_a_mountain_is_refused() -> None:
    mountain = zipped({"word/document.xml": b"<p>" + b" " * 61_000_000})
    assert len(mountain) < 100_000
    with pytest.raises(Problem, match="far too large"):
        read_file("a.docx", mountain)


def test_every_ending_that_the_picker_offers_is_read() -> None:
    made: dict[str, FoundText] = {}
    contents = {
        ".docx": docx(LONG),
        ".hwp": hwp(LONG),
        ".hwpx": hwpx(LONG),
        ".pdf": pdf(LONG),
    }
    for ending in ENDINGS:
        made[ending] = read_file(f"a{ending}", contents.get(ending, LONG.encode()))
    assert {found.text for found in made.values()} == {LONG}
