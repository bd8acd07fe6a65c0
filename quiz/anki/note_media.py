"""The pictures and sounds of a question, as a note shows and plays them."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from quiz.anki.note_text import escape
from quiz.anki.note_words import Words
from quiz.core.questions import Bank, Medium, Question


def media_html(media: Iterable[Medium], side: str, words: Words) -> str:
    """Return the media of one side, "prompt" or "answer", in their order."""
    alt = words.picture if side == "prompt" else words.answer_picture
    shown = (each for each in media if each.side == side)
    return "".join([html_of(each, escape(each.alt) or alt) for each in shown])


def html_of(medium: Medium, alt: str) -> str:
    """Return what shows a picture, or makes Anki play a sound."""
    if medium.is_picture:
        return f'<img src="{quote(medium.name)}" alt="{alt}">'
    return f"[sound:{medium.name}]"


def files_for(questions: Iterable[Question], bank: Bank) -> Mapping[str, bytes]:
    """Return those of the bank's files that the questions name, in the bank's order."""
    named = {medium.name for question in questions for medium in question.media}
    return {name: content for name, content in bank.files if name in named}
