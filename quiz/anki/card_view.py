"""A card's two sides as HTML, as Anki would fill its templates, for a look before that."""

import re
from collections.abc import Mapping, Sequence

from quiz.anki.field_text import SOUND
from quiz.anki.note_evidence import Passages
from quiz.anki.note_fields import fields_of
from quiz.anki.note_markup import drawn
from quiz.anki.note_type import FIELD_NAMES, part
from quiz.anki.note_words import words_of
from quiz.core.article import Article
from quiz.core.questions import Question

SECTION = re.compile(r"\{\{([#^])([^{}]+)\}\}(.*?)\{\{/\2\}\}", re.DOTALL)
FIELD = re.compile(r"\{\{(?:(cloze|type|tts)(?: \w+)?:)?(?:cloze:)?([^{}]+)\}\}")
CLOZE = re.compile(r"\{\{c\d+::(.*?)(?:::.*?)?\}\}", re.DOTALL)


def card_sides(
    question: Question, articles: Sequence[Article], language: str, files: str = ""
) -> tuple[str, str]:
    """Return the front and the back of the question's card, what people wrote escaped.

    `files` is the address below which the bank's pictures and sounds are, with its slash.
    """
    passages = Passages(articles, words_of(language))
    noted = fields_of(question, passages)
    noted = noted._replace(
        media=found_at(files, noted.media), answer_media=found_at(files, noted.answer_media)
    )
    fields = dict(zip(FIELD_NAMES, noted, strict=True))
    return tuple(  # type: ignore[return-value]  # two templates, two sides
        filled(part(name), fields, shows_answer=name == "back.html")
        for name in ("front.html", "back.html")
    )


def found_at(files: str, media: str) -> str:
    """Return a field of media as a page of ours shows it, which is not Anki."""
    pictures = media.replace('<img src="', f'<img src="{files}')
    player = rf'<audio controls preload="none" src="{files}\1"></audio>'
    return SOUND.sub(player, pictures)


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
                text = CLOZE.sub(lambda gap: gap_html(gap[1], shows_answer), text)
        return drawn(text)

    return FIELD.sub(field, SECTION.sub(section, template))


def gap_html(text: str, shows_answer: bool) -> str:
    return f'<span class="cloze">{text if shows_answer else "[...]"}</span>'
