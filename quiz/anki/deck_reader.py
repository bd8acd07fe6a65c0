"""A foreign deck -> questions, in the way that its teacher chose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile

from quiz.anki.brought_questions import Bringing, Brought, question_of
from quiz.anki.collection import Card, Note
from quiz.anki.collection_reader import CollectionReader
from quiz.anki.note_matching import CardKind, Matching, kinds_of_cards
from quiz.anki.package_reader import Package
from quiz.core.problems import Problem
from quiz.core.questions import Question

MOST_CARDS = 50_000
MOST_MEDIA = 300_000_000  # bytes in one bank


@dataclass(frozen=True, slots=True)
class Choices:
    """What the teacher said; matchings by the kinds' keys, `bank_id` of one to add to."""

    title: str
    language: str
    matchings: Mapping[str, Matching]
    approved: bool = True
    typed: bool = False
    with_answers: bool = True
    bank_id: int | None = None


def check_size(cards: int) -> None:
    if not cards:
        raise Problem("There are no cards in this file.")
    if cards > MOST_CARDS:
        raise Problem(
            "This deck has %(cards)s cards; the most is %(most)s. Export a part of it.",
            cards=f"{cards:,}",
            most=f"{MOST_CARDS:,}",
        )


def bringing(choices: Choices, package: Package, now: datetime) -> Bringing:
    media = Media(package)
    return Bringing(choices.language, choices.approved, choices.typed, now, media.read)


class Media:
    """Reads each picture and sound once, and no more of them than a bank may hold."""

    def __init__(self, package: Package) -> None:
        self.package, self.size = package, 0
        self.known: dict[str, bytes | None] = {}

    def read(self, name: str) -> bytes | None:
        """Return the content; None where it isn't there or too big.

        Raises:
            Problem: all that were read take too much.
        """
        if name not in self.known:
            content = self.known[name] = self.package.medium(name)
            self.size += len(content or b"")
        if self.size > MOST_MEDIA:
            raise Problem(
                "The pictures and sounds of this deck take more than %(most)d MB. "
                "Export a part of it.",
                most=MOST_MEDIA // 1_000_000,
            )
        return self.known[name]


def samples_of(kind: CardKind, choices: Choices, how: Bringing) -> tuple[Brought, ...]:
    matching = choices.matchings.get(kind.key, Matching(None))
    made = (question_of(kind, matching, note, card, how) for note, card in kind.samples)
    return tuple(each for each in made if each is not None)


def title_of(collection: CollectionReader) -> str:
    """Return the path that all decks with cards have in common, without its parents."""
    return " · ".join(common_start(path_of(collection, c) for c in collection.cards()))


def path_of(collection: CollectionReader, card: Card) -> list[str]:
    """Return the parts of the name of the card's own deck."""
    deck = collection.decks.get(card.original_deck or card.deck_id)
    return deck.name.split("::") if deck else []


def common_start(paths: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return the parts with which all paths begin."""
    known = sorted(set(map(tuple, paths)))
    if not known:
        return ()
    same = takewhile(
        lambda pair: pair[0] == pair[1], zip(known[0], known[-1], strict=False)
    )
    return tuple(part for part, _ in same)


def read_questions(
    package: Package, choices: Choices, now: datetime
) -> tuple[list[Brought], int]:
    """Return the questions in the order of their cards, and how many cards are none."""
    collection = package.collection
    kinds = {(kind.note_type.id, kind.ordinal): kind for kind in kinds_of_cards(collection)}
    check_size(sum(kind.count for kind in kinds.values()))
    notes = {note.id: note for note in collection.notes()}
    how = bringing(choices, package, now)
    depth = len(common_start(path_of(collection, card) for card in collection.cards()))
    brought: dict[str, Brought] = {}
    left_out = 0
    for card in sorted(collection.cards(), key=place_in_row):
        made = question_in(kinds, choices, notes.get(card.note_id), card, how)
        if made is None:
            left_out += 1
            continue
        question = with_tag(made.question, "::".join(path_of(collection, card)[depth:]))
        brought.setdefault(question.id, replace(made, question=question))
    return list(brought.values()), left_out


def place_in_row(card: Card) -> tuple[int, int, int]:
    return card.note_id, card.ordinal, card.id


def question_in(
    kinds: Mapping[tuple[int, int], CardKind],
    choices: Choices,
    note: Note | None,
    card: Card,
    how: Bringing,
) -> Brought | None:
    if note is None:
        return None
    by_template = kinds.get((note.type_id, card.ordinal))
    kind = by_template or kinds.get((note.type_id, 0))
    if kind is None or (kind.ordinal != card.ordinal and not kind.note_type.is_cloze):
        return None
    return question_of(
        kind, choices.matchings.get(kind.key, Matching(None)), note, card, how
    )


def with_tag(question: Question, tag: str) -> Question:
    if not tag or tag in question.tags:
        return question
    return replace(question, tags=(*question.tags, tag))
