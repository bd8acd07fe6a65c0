"""The form in which a teacher says what an Anki deck's cards ask and answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.actions.bring_deck import Look
from quiz.anki.deck_reader import Choices
from quiz.anki.note_matching import CardKind, Matching
from quiz.web.addresses import row_id

LANGUAGE_CODES = ("ko", "en", "ja", "zh", "und")
Sent = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind of card as the form shows it: its fields by their places, as texts."""

    kind: CardKind
    matching: Matching

    @property
    def name(self) -> str:
        template = self.kind.template
        name = self.kind.note_type.name
        if self.kind.note_type.is_cloze or template is None:
            return name
        return f"{name} – {template.name}"

    @property
    def fields(self) -> list[tuple[str, str]]:
        return [(str(place), name) for place, name in enumerate(self.kind.note_type.fields)]

    def chosen(self, part: str) -> str:
        place = getattr(self.matching, part)
        return "" if place is None else str(place)


def kind_views(look: Look) -> list[KindView]:
    return [
        KindView(kind, look.guesses.get(kind.key, Matching(None))) for kind in look.kinds
    ]


def read_choices(sent: Sent, look: Look) -> Choices:
    """Read what was chosen; what makes no sense is as if it had not been said."""
    language = sent.get("language", "")
    return Choices(
        title=sent.get("title", "").strip() or look.title,
        language=language
        if language in {*LANGUAGE_CODES, look.language}
        else look.language,
        matchings={kind.key: read_matching(sent, kind) for kind in look.kinds},
        approved="approved" in sent,
        typed="typed" in sent,
        with_answers="with_answers" in sent,
        bank_id=read_bank(sent.get("bank", ""), look),
    )


def read_bank(text: str, look: Look) -> int | None:
    try:
        number = row_id(text)
    except ValueError:
        return None
    return number if number in look.known else None


def read_matching(sent: Sent, kind: CardKind) -> Matching:
    def place(part: str) -> int | None:
        text = sent.get(f"{part}-{kind.key}", "")
        is_there = text.isascii() and text.isdigit() and len(text) < 4
        number = int(text) if is_there else -1
        return number if 0 <= number < len(kind.note_type.fields) else None

    if kind.is_ours:
        return Matching(0 if f"wanted-{kind.key}" in sent else None)
    return Matching(
        place("prompt"),
        place("answer"),
        place("explanation"),
        f"typed-{kind.key}" in sent,
    )
