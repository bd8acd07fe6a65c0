"""Text as a note can hold it: escaped, in one normal form, nothing for Anki to act on."""

import re
import unicodedata
from functools import lru_cache

LONGEST_TITLE = 80  # characters
# \x1f divides the fields of a note; Anki refuses lone surrogates and keeps no control
# characters. Tabs and line ends stay.
UNFIT_CHARACTERS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
UNFIT = re.compile(f"[{UNFIT_CHARACTERS}]")
HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
HAN_RUN = re.compile(f"[{HAN}]+")
SPECIAL = re.compile(f"[{UNFIT_CHARACTERS}{HAN}&<>\"'{{}}\n\\[]")
# Braces are Anki's own markup: {{field}} in a template, {{c1::gap}} in a note.
ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        "{": "&#123;",
        "}": "&#125;",
        "\n": "<br>",
    }
)
# [sound:x], [anki:tts], [$]latex[/$] and [[type:x]] play, run or ask for something.
BRACKET = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$|\[)", re.IGNORECASE)
NOT_IN_TAG = re.compile('[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"]')


def clean(text: str) -> str:
    """Return `text` without characters that a collection can't hold, in NFC."""
    if text.isascii() and text.isprintable():
        return text
    text = UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text)


def is_plain(text: str) -> bool:
    """Tell whether `text` is its own HTML. Most is, and needs no second look."""
    return not SPECIAL.search(text) and unicodedata.is_normalized("NFC", text)


def escape(text: str) -> str:
    """Return `text` as HTML that shows exactly it, fit for an attribute as well."""
    if is_plain(text):
        return text
    return BRACKET.sub("&#91;", clean(text).translate(ESCAPES))


def as_html(text: str) -> str:
    """Return `text` as HTML, with Chinese in a span that gets a Chinese typeface."""
    if not text or is_plain(text):
        return text
    return HAN_RUN.sub(lambda run: set_han(run[0]), escape(text))


@lru_cache(maxsize=4096)
def set_han(run: str) -> str:
    """Tag `run` as simplified Chinese unless KS X 1001, Korea's hanja set, has it all.

    A Korean typeface draws 馬雲, but leaves 马云 to a stray fallback.
    """
    try:
        run.encode("euc_kr")
    except UnicodeEncodeError:
        return f'<span lang="zh-Hans">{run}</span>'
    return run


def as_gap(html: str) -> str:
    """Return HTML as the hidden part of a cloze; a double colon would start a hint."""
    return "{{c1::" + html.replace("::", "&#58;&#58;") + "}}"


def as_tag(text: str) -> str:
    """Return `text` as one Anki tag, "" where nothing is left. `a::b` stays a branch."""
    tag = unicodedata.normalize("NFC", NOT_IN_TAG.sub(" ", text))
    parts = ("_".join(part.split()) for part in tag.split("::"))
    return "::".join(part for part in parts if part)


@lru_cache(maxsize=1024)  # a bank has few sets of tags, and many questions with each
def as_tags(texts: tuple[str, ...]) -> str:
    """Return `texts` the way a note keeps its tags, each once whatever its case."""
    tags = {tag.casefold(): tag for text in reversed(texts) if (tag := as_tag(text))}
    return f" {' '.join(reversed(tags.values()))} " if tags else ""


def as_deck_name(title: str) -> str:
    """Return `title` as the name of one deck: `::` would make it a deck inside another."""
    name = " ".join(NOT_IN_TAG.sub(" ", clean(title)).replace("::", ": ").split())
    return shortened(name.replace("::", ":")) or "Quiz"


def inner_deck_name(tag: str) -> str:
    """Return `tag` as the name of a deck inside a bank's; `a::b` is one inside another."""
    parts = (" ".join(NOT_IN_TAG.sub(" ", clean(part)).split()) for part in tag.split("::"))
    return "::".join(shortened(part) for part in parts if part)


def shortened(title: str) -> str:
    """Return `title`, cut where it is no title but a paragraph."""
    if len(title) <= LONGEST_TITLE:
        return title
    return title[:LONGEST_TITLE].rstrip() + "…"
