"""A card of a foreign deck -> a question, or the reason why it is none."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import PurePosixPath

from quiz.anki.cloze_text import read_cloze
from quiz.anki.collection import Card, Note
from quiz.anki.field_text import FieldText, read_field
from quiz.anki.note_matching import CardKind, Matching
from quiz.anki.note_words import ENGLISH, KOREAN
from quiz.anki.own_notes import (
    can_be_typed,
    own_question,
    shortened,
    with_one_gap,
)
from quiz.anki.question_ids import id_of_card
from quiz.core.problems import Problem
from quiz.core.questions import (
    LONGEST_ALT,
    LONGEST_ANSWER,
    LONGEST_PROMPT,
    Answer,
    AnswerKind,
    Form,
    Medium,
    Origin,
    Question,
    Status,
    checked,
)

MEDIA_FIELDS = ("Media", "Answer media")  # of our own notes
ANKIS_OWN_TAGS = {"leech", "marked"}
GAP_SHOWN = "[…]"
HIDDEN_SHAPE = "image-occlusion:"  # a part of a picture: nothing that words could ask
# What browsers show or play, by the ending; nothing that could run anything.
KINDS = {
    ".png": "png",
    ".jpg": "jpg",
    ".jpeg": "jpg",
    ".gif": "gif",
    ".webp": "webp",
    ".mp3": "mp3",
    ".ogg": "ogg",
    ".oga": "ogg",
    ".wav": "wav",
    ".m4a": "m4a",
}
# What our own cards say of a picture that nobody described.
UNTOLD = {
    text for words in (KOREAN, ENGLISH) for text in (words.picture, words.answer_picture)
}
LOOK = {"ko": "그림이나 소리를 보고 답하세요.", "en": "Answer from the picture or sound."}
SHOWN = {"ko": "그림이나 소리로 된 답", "en": "The answer is a picture or sound."}


@dataclass(frozen=True, slots=True)
class Brought:
    """A question with the media that it names; `why` it is but a draft, if it is."""

    question: Question
    files: tuple[tuple[str, bytes], ...] = ()
    why: Problem | None = None


@dataclass(frozen=True, slots=True)
class Bringing:
    """How cards become questions: what is asked of their reader at every card."""

    language: str
    approved: bool
    typed: bool  # short answers are typed, not turned over
    now: datetime
    medium: Callable[[str], bytes | None]


def question_of(
    kind: CardKind, matching: Matching, note: Note, card: Card, how: Bringing
) -> Brought | None:
    """Return the card's question; None where its fields have nothing to ask or answer.

    One that can't be asked as it stands comes as a draft, with the reason.
    """
    if matching.prompt is None:
        return None
    question: Question | None
    files: list[tuple[str, bytes]] = []
    if kind.is_ours:
        question, files = our_own(kind, note, how)
    elif kind.note_type.is_cloze:
        question, files = cloze_question(matching, note, card, how)
    else:
        question, files = plain_question(matching, note, card, how)
    if question is None:
        return None
    question = replace(
        question,
        tags=tuple(tag for tag in note.tags if tag.lower() not in ANKIS_OWN_TAGS),
        origin=Origin("import", "anki"),
        created=created_at(note, how.now),
        changed=how.now,
    )
    try:
        checked(question)
    except Problem as reason:
        return Brought(question, tuple(files), reason)
    status = Status.APPROVED if how.approved else Status.DRAFT
    return Brought(replace(question, status=status), tuple(files))


Made = tuple[Question | None, list[tuple[str, bytes]]]


def plain_question(matching: Matching, note: Note, card: Card, how: Bringing) -> Made:
    prompt, answer = field_of(note, matching.prompt), field_of(note, matching.answer)
    more = field_of(note, matching.explanation)
    if not (prompt.text or prompt.media) or not (answer.text or answer.media):
        return None, []
    media, files = media_of(prompt, (answer, more), how)
    asked = prompt.text or LOOK.get(how.language, LOOK["en"])
    short = read_field(field_html(note, matching.answer), is_answer=True).text
    is_short = can_be_typed(short)
    told = (short if is_short else answer.text) or SHOWN.get(how.language, SHOWN["en"])
    is_typed = (matching.is_typed or how.typed) and is_short
    question = Question(
        id=id_of_card(note.guid, card.ordinal),
        prompt=shortened(asked, LONGEST_PROMPT),
        answer=Answer(AnswerKind.WORDS, (shortened(told, LONGEST_ANSWER),)),
        forms=(Form.TYPED, Form.CARD) if is_typed else (Form.CARD,),
        explanation=explanation((asked, LONGEST_PROMPT), (told, LONGEST_ANSWER), more.text),
        media=media,
    )
    return question, files


def cloze_question(matching: Matching, note: Note, card: Card, how: Bringing) -> Made:
    """Ask for the gap; where there are several of one number, for all of them at once."""
    cloze = read_cloze(field_html(note, matching.prompt), card.ordinal + 1)
    gaps = [read_field(gap.answer, is_answer=True).text for gap in cloze.gaps]
    if not any(gaps) or any(gap.answer.startswith(HIDDEN_SHAPE) for gap in cloze.gaps):
        return None, []
    holes = [f"[{gap.hint}]" if gap.hint.strip() else GAP_SHOWN for gap in cloze.gaps]
    whole = read_field(cloze.with_gaps(holes))
    answers = read_field(" ".join(gap.answer for gap in cloze.gaps))
    more = field_of(note, matching.explanation)
    media, files = media_of(whole, (answers, more), how)
    told = ", ".join(dict.fromkeys(filter(None, gaps)))
    marked = with_one_gap(cloze)
    typed = bool(marked) and can_be_typed(told)
    question = Question(
        id=id_of_card(note.guid, card.ordinal),
        prompt=shortened(whole.text, LONGEST_PROMPT),
        answer=Answer(AnswerKind.WORDS, (shortened(told, LONGEST_ANSWER),)),
        forms=(Form.CLOZE, Form.CARD) if typed else (Form.CARD,),
        cloze=marked if typed else "",
        explanation=explanation(
            (whole.text, LONGEST_PROMPT), (told, LONGEST_ANSWER), more.text
        ),
        media=media,
    )
    return question, files


def our_own(kind: CardKind, note: Note, how: Bringing) -> Made:
    """Return the question of a note that another installation of this program made."""
    fields = dict(zip(kind.note_type.fields, note.fields, strict=False))
    question = own_question(note.guid, fields)
    if question is None:
        return None, []
    shown, told = (read_field(fields.get(name, "")) for name in MEDIA_FIELDS)
    media, files = media_of(shown, (told,), how)
    return replace(question, media=media), files


def field_html(note: Note, place: int | None) -> str:
    return note.fields[place] if place is not None and place < len(note.fields) else ""


def field_of(note: Note, place: int | None) -> FieldText:
    return read_field(field_html(note, place))


def explanation(prompt: tuple[str, int], answer: tuple[str, int], more: str) -> str:
    """Return what is told besides; whatever had to be shortened stands there whole."""
    whole = [text for text, most in (prompt, answer) if len(text) > most]
    return "\n\n".join([*whole, *([more] if more else [])])


def media_of(
    front: FieldText, backs: tuple[FieldText, ...], how: Bringing
) -> tuple[tuple[Medium, ...], list[tuple[str, bytes]]]:
    """Return the media of both sides that browsers know, with their content."""
    media: dict[str, Medium] = {}
    files: dict[str, bytes] = {}
    alts = dict(told for each in (front, *backs) for told in each.alts)
    for side, fields in (("prompt", (front,)), ("answer", backs)):
        for name in (name for each in fields for name in each.media):
            ending = KINDS.get(PurePosixPath(name).suffix.lower())
            content = how.medium(name) if ending else None
            if content:
                stored = f"{sha256(content).hexdigest()[:20]}.{ending}"
                alt = "" if alts.get(name) in UNTOLD else alts.get(name, "")
                media.setdefault(stored, Medium(stored, side, alt[:LONGEST_ALT]))
                files[stored] = content
    return tuple(media.values()), list(files.items())


def created_at(note: Note, now: datetime) -> datetime:
    """Return when the note was made, which is its id, if that can be."""
    try:
        made = datetime.fromtimestamp(note.id / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return now
    return min(made, now) if made.year > 2000 else now
