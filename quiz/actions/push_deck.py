"""A learner's deck goes straight into the Anki that runs on the same machine."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from quiz.actions.export_bank import keep_deck_name
from quiz.actions.export_deck import WantedDeck, options_for
from quiz.actions.read_bank import visible_bank
from quiz.anki.connect import AnkiConnect
from quiz.anki.deck import chosen, write_deck
from quiz.core.learner import Learner
from quiz.storage.banks import whole_bank

AT_ONCE = 100  # ids in one search


def push_deck(
    session: Session,
    learner: Learner,
    bank_id: int,
    wanted: WantedDeck,
    anki: AnkiConnect,
    link: str = "",
) -> int:
    """Import the deck into Anki and count its questions.

    Questions withdrawn since are marked where Anki has them, so `wanted.has_earlier`
    need not be told. `link` is where a card leads, with {id} for its question's id.

    Raises:
        NotFound: the bank isn't there or isn't this learner's to see.
        Problem: no question is approved, Anki isn't running, or it refuses.
    """
    row = visible_bank(session, learner, bank_id)
    bank = whole_bank(row)
    wanted = replace(wanted, has_earlier=True)
    options = options_for(session, learner, bank_id, wanted, link)
    session.commit()  # nothing is held while a person looks for Anki's window
    anki.ask_permission()
    options = replace(options, withdrawn=known_to_anki(anki, options.withdrawn))
    import_into(anki, write_deck(bank, options))
    keep_deck_name(session, row)
    return len(chosen(bank, replace(options, withdrawn=frozenset())))


def known_to_anki(anki: AnkiConnect, ids: Collection[str]) -> frozenset[str]:
    """Return those of the questions' ids for which Anki has a note."""
    known: set[str] = set()
    rest = sorted(ids)
    while rest:
        some, rest = rest[:AT_ONCE], rest[AT_ONCE:]
        query = " OR ".join(f'"Id:{each}"' for each in some)
        notes = anki.call("findNotes", query=query) or []
        for note in anki.call("notesInfo", notes=notes) or [] if notes else []:
            known.add(str(note.get("fields", {}).get("Id", {}).get("value", "")))
    return frozenset(known & set(ids))


def import_into(anki: AnkiConnect, deck: bytes) -> None:
    with TemporaryDirectory(prefix="quiz-") as folder:
        file = Path(folder) / "deck.apkg"
        file.write_bytes(deck)
        anki.call("importPackage", path=str(file))
