"""A note's field, which is HTML, -> plain text, and the media that it shows or plays."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote

LONGEST_FIELD = 20_000  # characters of HTML that are read
SOUND = re.compile(r"\[sound:([^\]\n]{1,300})\]")
SPEECH = re.compile(r"\[/?anki:[^\]]*\]")
LATEX = re.compile(r"\[(/?)(?:latex|\$\$?)\]")
BLOCKS = re.compile(
    r"address|article|aside|blockquote|br|center|dd|details|div|d[lt]|fig(caption|ure)"
    r"|footer|form|h[1-6]|header|hr|li|main|nav|[ou]l|p|pre|section|summary|table|tr"
)
UNSEEN = re.compile("head|iframe|math|noscript|object|script|style|svg|template")


@dataclass(frozen=True, slots=True)
class FieldText:
    """What a field says, and the names of its pictures and sounds in their order."""

    text: str
    media: tuple[str, ...] = ()


def read_field(html: str) -> FieldText:
    """Return the field as text. Formatting goes, lines stay; nothing of it can run."""
    html = html[:LONGEST_FIELD]
    if not set(html) & set("<&["):
        return FieldText(tidied(html))
    reader = FieldReader()
    reader.feed(LATEX.sub(as_mathjax, SPEECH.sub("", without_open_tag(html))))
    reader.close()
    text = "".join(reader.pieces)
    sounds = SOUND.findall(text)
    return FieldText(tidied(SOUND.sub("", text)), (*reader.pictures, *sounds))


def without_open_tag(html: str) -> str:
    """Return `html` where no tag is left open: the parser would look again and again."""
    head, end, tail = html.rpartition(">")
    return head + end + tail.replace("<", "&lt;")


def as_mathjax(mark: re.Match[str]) -> str:
    return r"\)" if mark[1] else r"\("


def tidied(text: str) -> str:
    """Return `text` with single spaces, at most one empty line, and clean ends."""
    text = re.sub(r"[^\S\n]+", " ", text.replace("\r", "\n"))
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2060\ufeff\ud800-\udfff]", "", text)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" ?\n ?", "\n", text)).strip()


class FieldReader(HTMLParser):
    """Collects the text that a browser would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.pictures: list[str] = []
        self.unseen = 0  # how many elements around here show nothing

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note pictures; let blocks begin on a line of their own."""
        if UNSEEN.fullmatch(tag):
            self.unseen += 1
        elif tag == "img":
            source = dict(attrs).get("src") or ""
            if source and not re.match(r"[a-z]+:|//", source, re.IGNORECASE):
                self.pictures.append(unquote(source))
        elif tag in {"rt", "anki-mathjax"}:
            self.pieces.append("(" if tag == "rt" else r"\(")
        else:
            self.break_around(tag)

    def handle_endtag(self, tag: str) -> None:
        if UNSEEN.fullmatch(tag):
            self.unseen = max(self.unseen - 1, 0)
        elif tag in {"rt", "anki-mathjax"}:
            self.pieces.append(")" if tag == "rt" else r"\)")
        else:
            self.break_around(tag)

    def break_around(self, tag: str) -> None:
        if BLOCKS.fullmatch(tag):
            self.pieces.append("\n")
        elif tag in {"td", "th"}:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)
