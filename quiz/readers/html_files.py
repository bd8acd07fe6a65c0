"""Web pages -> the article's own text, without menus and comments around it."""

import codecs
import logging
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from datetime import date

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from quiz.core.article import LONGEST_TEXT
from quiz.core.imprint import Imprint
from quiz.core.problems import Problem
from quiz.readers.found_text import FoundText, found_text, too_long
from quiz.readers.text_files import read_text

DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
XML_LINE = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
# The web's Korean label means Windows' larger set.
KOREAN = dict.fromkeys(
    ("euc-kr", "euckr", "ks_c_5601-1987", "ks_c_5601", "ksc5601"), "cp949"
)
NO_LETTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
FEWEST_LETTERS = 40  # what trafilatura leaves of a page that is no article
LARGEST_PAGE = 10_000_000  # bytes
UNREAD = (
    "script",
    "style",
    "template",
    "noscript",
    "head",
    "nav",
    "footer",
    "form",
    "svg",
    "iframe",
)
AROUND = ("//nav", "//body/footer")
BLOCKS = ("p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote")


def read_html(content: bytes, address: str = "", charset: str = "") -> FoundText:
    """Read the main text of a page; `address` is where it came from.

    `charset` is what its server said; the page's own word and its bytes come after it.

    Raises:
        Problem: there is no text in it, or it is too large.
    """
    if len(content) > LARGEST_PAGE:
        raise Problem(
            "The page is larger than %(most)d MB.", most=LARGEST_PAGE // 1_000_000
        )
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = decoded(content, charset)
    try:
        text, imprint = main_text(page, address)
    except (MemoryError, RecursionError):
        raise Problem("The page is too large or too deeply nested to be read.") from None
    except Exception:  # broken pages make the libraries raise anything
        text, imprint = "", Imprint()
    if sum(letter.isalnum() for letter in text) < FEWEST_LETTERS:
        text = max(text, all_text(page), key=len)
    if not text.strip():
        raise Problem("There is no text on this page. It may need a browser to show it.")
    if len(text) > LONGEST_TEXT:
        raise too_long()
    return found_text(text, imprint)


def decoded(content: bytes, charset: str) -> str:
    """Decode a page by its mark, its server's word, its own, or else by its bytes.

    Raises:
        Problem: nothing of these makes it a text.
    """
    named = DECLARED.search(content[:4096])
    own = named[1].decode("ascii") if named else ""
    if content[:2] not in {BOM_UTF16_LE, BOM_UTF16_BE}:
        for name in filter(None, (charset, own)):
            codec = KOREAN.get(name.lower(), name)
            try:
                return without_declaration(content.decode(codec))
            except (UnicodeError, LookupError, ValueError):
                continue
    try:
        return without_declaration(read_text(content))
    except Problem:
        # A stray byte in a page of thousands is no reason to refuse it.
        text = content.decode(codec_named(charset or own), "replace")
        if text.count("\ufffd") * 50 > len(text):
            raise
        return without_declaration(text)


def codec_named(name: str) -> str:
    try:
        known = codecs.lookup(KOREAN.get(name.lower(), name))
    except (LookupError, ValueError):
        return "utf-8"
    return known.name if known._is_text_encoding else "utf-8"


def without_declaration(text: str) -> str:
    """Drop what lxml refuses: XML's first line in decoded text, and control characters."""
    return XML_LINE.sub("", NO_LETTERS.sub("", text), count=1)


def main_text(content: str, address: str) -> tuple[str, Imprint]:
    found = bare_extraction(
        content,
        url=address or None,
        with_metadata=True,
        include_comments=False,
        include_images=False,
        include_links=False,
        prune_xpath=list(AROUND),  # of a short page it would take them for its text
        # Only what the page declares: a day in the text may be any day.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(found, Document):
        return "", Imprint()
    imprint = Imprint(found.title or "", day_of(found.date), found.sitename or "")
    return with_title(found.text or "", imprint.title), imprint


def with_title(text: str, title: str) -> str:
    """Return the text with its title as the first line, once."""
    first = text.split("\n", 1)[0].strip()
    return text if not title or first == title.strip() else f"{title}\n\n{text}"


def day_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def all_text(content: str) -> str:
    """Return every word of a page that is too short or too odd for an article."""
    try:
        root = html.document_fromstring(content)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    for element in root.xpath("|".join(f"//{tag}" for tag in UNREAD)):
        element.drop_tree()
    for element in root.iter(*BLOCKS):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in root.text_content().split("\n"))
    return "\n".join(line for line in lines if line)
