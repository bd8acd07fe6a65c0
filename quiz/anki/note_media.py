"""The pictures and sounds of a question, as a note shows and plays them."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from quiz.anki.note_words import Words
from quiz.core.questions import Bank, Medium, Question

PICTURES = (".png", ".jpg", ".gif", ".webp")


def media_html(media: Iterable[Medium], side: str, words: Words) -> str:
    """Return the media of one side, "prompt" or "answer", in their order."""
    alt = words.picture if side == "prompt" else words.answer_picture
    return "".join([html_of(each.name, alt) for each in media if each.side == side])


def html_of(name: str, alt: str) -> str:
    """Return what shows a picture, or makes Anki play a sound."""
    if name.endswith(PICTURES):
        return f'<img src="{quote(name)}" alt="{alt}">'
    return f"[sound:{name}]"


def files_for(questions: Iterable[Question], bank: Bank) -> Mapping[str, bytes]:
    """Return those of the bank's files that the questions name, in the bank's order."""
    named = {medium.name for question in questions for medium in question.media}
    return {name: content for name, content in bank.files if name in named}
