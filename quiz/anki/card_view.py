"""A card's two sides as HTML, as Anki would fill its templates, for a look before that."""

import re
from collections.abc import Mapping, Sequence

from quiz.anki.note_evidence import Passages
from quiz.anki.note_fields import fields_of
from quiz.anki.note_type import FIELD_NAMES, part
from quiz.anki.note_words import words_of
from quiz.core.article import Article
from quiz.core.questions import Question

SECTION = re.compile(r"\{\{([#^])([^{}]+)\}\}(.*?)\{\{/\2\}\}", re.DOTALL)
FIELD = re.compile(r"\{\{(?:(cloze|type|tts)(?: \w+)?:)?(?:cloze:)?([^{}]+)\}\}")
CLOZE = re.compile(r"\{\{c\d+::(.*?)(?:::.*?)?\}\}", re.DOTALL)


def card_sides(
    question: Question, articles: Sequence[Article], language: str
) -> tuple[str, str]:
    """Return the front and the back of the question's card, what people wrote escaped."""
    passages = Passages(articles, words_of(language))
    fields = dict(zip(FIELD_NAMES, fields_of(question, passages), strict=True))
    return tuple(  # type: ignore[return-value]  # two templates, two sides
        filled(part(name), fields, shows_answer=name == "back.html")
        for name in ("front.html", "back.html")
    )


def card_css() -> str:
    return part("card.css")


def filled(template: str, fields: Mapping[str, str], *, shows_answer: bool) -> str:
    def section(found: re.Match[str]) -> str:
        sign, name, inside = found.groups()
        stays = bool(fields.get(name, "").strip()) == (sign == "#")
        return SECTION.sub(section, inside) if stays else ""

    def field(found: re.Match[str]) -> str:
        how, name = found.groups()
        text = fields.get(name, "")
        match how:
            case "tts":
                return ""
            case "type":
                return "" if shows_answer else '<input disabled aria-label="…">'
            case "cloze":
                return CLOZE.sub(lambda gap: gap_html(gap[1], shows_answer), text)
        return text

    return FIELD.sub(field, SECTION.sub(section, template))


def gap_html(text: str, shows_answer: bool) -> str:
    return f'<span class="cloze">{text if shows_answer else "[...]"}</span>'
