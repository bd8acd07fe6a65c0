"""A note's field, which is HTML, -> our Markdown, and the media that it shows or plays."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote

from quiz.anki.field_markup import Line, Run, write_markup

DEEPEST = 100  # elements inside each other that count
LONGEST_FIELD = 20_000  # characters of HTML that are read
SOUND = re.compile(r"\[sound:([^\]\n]{1,300})\]")
SPEECH = re.compile(r"\[/?anki:[^\]]*\]")
LATEX = re.compile(r"\[(latex|\$\$?)\](.*?)\[/\1\]", re.DOTALL)
FORMULA = re.compile(r"(\\\(|\\\[)(.{1,2000}?)(?:\\\)|\\\])", re.DOTALL)
BLOCKS = re.compile(
    r"address|article|aside|blockquote|br|center|dd|details|div|d[lt]|fig(caption|ure)"
    r"|footer|form|h[1-6]|header|hr|li|main|nav|[ou]l|p|pre|section|summary|table|tr"
)
STYLES = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "anki-mathjax": "formula",
}
UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2060\ufeff\ud800-\udfff]")
BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique)", re.IGNORECASE)
LINE_ENDS = re.compile(r"<(br|div|p|ul|ol|table)\b", re.IGNORECASE)
UNSEEN = re.compile("head|iframe|math|noscript|object|script|style|svg|template")


@dataclass(frozen=True, slots=True)
class FieldText:
    """What a field says, and the names of its pictures and sounds in their order.

    `text` is Markdown as `quiz.core.markup` reads it; `alts` describe the pictures that
    have a description.
    """

    text: str
    media: tuple[str, ...] = ()
    alts: tuple[tuple[str, str], ...] = ()


def read_field(html: str, *, is_answer: bool = False) -> FieldText:
    """Return the field as Markdown: nothing of it can run.

    Bold, italics, small letters, code, lists, links and formulas stay; all else is text.
    Of a short answer, which is compared with others, only its letters and formulas stay.
    """
    html = html[:LONGEST_FIELD]
    if not set(html) & set("<&[*`$\\"):
        return FieldText(tidied(html))
    reader = FieldReader(set() if is_answer else {"strong", "em"})
    if LINE_ENDS.search(html) and "<pre" not in html:
        html = html.replace("\n", " ")
    reader.feed(LATEX.sub(as_mathjax, SPEECH.sub("", without_open_tag(html))))
    reader.close()
    lines = reader.lines
    sounds = [name for line in lines for name in SOUND.findall(line.text)]
    if sounds:
        for line in lines:
            line.runs = list(map(without_sounds, line.runs))
    told = tuple((name, alt) for name, alt in reader.pictures.items() if alt)
    return FieldText(cleaned(write_markup(lines)), (*reader.pictures, *sounds), told)


def without_sounds(run: Run) -> Run:
    return Run(SOUND.sub("", run.text), run.styles, run.address)


def without_open_tag(html: str) -> str:
    """Return `html` where no tag is left open: the parser would look again and again."""
    head, end, tail = html.rpartition(">")
    return head + end + tail.replace("<", "&lt;")


def as_mathjax(found: re.Match[str]) -> str:
    block = ' block="true"' if found[1] == "$$" else ""
    return f"<anki-mathjax{block}>{found[2]}</anki-mathjax>"


def tidied(text: str) -> str:
    """Return `text` with single spaces, at most one empty line, and clean ends."""
    text = re.sub(r"[^\S\n]+", " ", text.replace("\r", "\n"))
    return cleaned(re.sub(r" ?\n ?", "\n", text))


def cleaned(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", UNFIT.sub("", text)).strip()


@dataclass(slots=True)
class Open:
    """An element that isn't closed yet, and what it does to the text in it."""

    tag: str
    style: str = ""
    address: str = ""
    count: int = 0  # of the items of a list so far


class FieldReader(HTMLParser):
    """Collects the lines that a browser would show."""

    def __init__(self, stars: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [Line()]
        self.pictures: dict[str, str] = {}  # with their descriptions
        self.opened: list[Open] = []
        self.unseen = 0  # how many elements around here show nothing
        self.wanted = stars | {"sub", "sup", "code", "formula", "block formula"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note pictures and what sets text apart; let blocks begin a line of their own."""
        told = {name: value or "" for name, value in attrs}
        if UNSEEN.fullmatch(tag):
            self.unseen += 1
        elif tag == "img":
            self.note_picture(told.get("src", ""), told.get("alt", ""))
        elif tag == "rt":
            self.say("(")
        elif tag in {"td", "th"}:
            self.say(" ")
        elif BLOCKS.fullmatch(tag):
            self.begin_line(tag)
        if tag not in {"img", "br", "hr"} and len(self.opened) < DEEPEST:
            address = told.get("href", "") if tag == "a" else ""
            self.opened.append(Open(tag, style_of(tag, told), address))

    def handle_endtag(self, tag: str) -> None:
        if UNSEEN.fullmatch(tag):
            self.unseen = max(self.unseen - 1, 0)
        elif tag == "rt":
            self.say(")")
        elif tag in {"td", "th"}:
            self.say(" ")
        elif BLOCKS.fullmatch(tag):
            self.begin_line("")
        for place in reversed(range(len(self.opened))):
            if self.opened[place].tag == tag:
                del self.opened[place:]
                break

    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        first, *others = data.split("\n")
        self.say(first)
        for line in others:
            self.lines.append(Line(is_code=self.is_in("pre")))
            self.say(line)

    def is_in(self, tag: str) -> bool:
        return any(each.tag == tag for each in self.opened)

    def note_picture(self, source: str, alt: str) -> None:
        if source and not re.match(r"[a-z]+:|//", source, re.IGNORECASE):
            self.pictures.setdefault(unquote(source), tidied(alt))

    def begin_line(self, tag: str) -> None:
        """Begin a line; of an item, with the sign of the innermost list."""
        last = self.lines[-1]
        if tag != "br" and not last.sign and not last.text.strip():
            self.lines.pop()  # two blocks that begin here make one line
        if tag == "p" and self.lines:
            self.lines.append(Line())
        sign = ""
        lists = [each for each in self.opened if each.tag in {"ul", "ol"}]
        if tag == "li":
            sign = "- "
            if lists and lists[-1].tag == "ol":
                lists[-1].count += 1
                sign = f"{lists[-1].count}. "
        is_code = tag == "pre" or (tag != "" and self.is_in("pre"))
        self.lines.append(Line(sign, is_code=is_code))

    def say(self, text: str) -> None:
        """Add text, with what holds for it here; the formulas in it apart."""
        styles = frozenset(each.style for each in self.opened) & self.wanted
        address = next((each.address for each in self.opened[::-1] if each.address), "")
        runs, at = self.lines[-1].runs, 0
        if "formula" in styles or "block formula" in styles:
            runs.append(Run(" ".join(text.split()), styles))
            return
        for found in FORMULA.finditer(text):
            kind = "formula" if found[1] == r"\(" else "block formula"
            runs.append(Run(text[at : found.start()], styles, address))
            runs.append(Run(" ".join(found[2].split()), styles | {kind}))
            at = found.end()
        runs.append(Run(text[at:], styles, address))


def style_of(tag: str, told: dict[str, str]) -> str:
    style = STYLES.get(tag, "")
    if style == "formula" and told.get("block", "").lower() not in {"", "false"}:
        return "block formula"
    if not style and BOLD.search(told.get("style", "")):
        return "strong"
    if not style and ITALIC.search(told.get("style", "")):
        return "em"
    return style
