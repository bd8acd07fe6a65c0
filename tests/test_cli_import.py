"""`quiz import` with decks of Anki's: what comes in, again, and what is refused."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.cli import main
from tests.anki.engine import new_collection
from tests.anki.random_collections import export


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of two cards, one of them answered."""
    collection = new_collection(tmp_path)
    kind = collection.models.by_name("Basic (and reversed card)")
    assert kind
    note = collection.new_note(kind)
    note.fields = ["물", "water"]
    collection.add_note(note, collection.decks.id("낱말") or 1)  # type: ignore[arg-type]
    collection.decks.select(collection.decks.id("낱말") or 1)  # type: ignore[arg-type]
    card = collection.sched.getCard()
    assert card
    collection.sched.answerCard(card, 3)
    place = export(collection, tmp_path, "new.apkg")
    collection.close()
    return place


@pytest.fixture
def quiz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("QUIZ_INSTANCE", str(tmp_path / "instance"))
    return CliRunner()


def run(quiz: CliRunner, *words: object) -> Result:
    return quiz.invoke(main, [str(word) for word in words])


def test_a_deck_becomes_a_bank_and_its_answers_come_along(
    quiz: CliRunner, deck: Path
) -> None:
    done = run(quiz, "import", deck)
    assert done.exit_code == 0
    assert done.stdout.split(maxsplit=1)[1] == "낱말\n"
    assert (
        "2 added (0 as drafts), 0 here already, 0 left out, 1 answers joined" in done.stderr
    )


def test_the_same_deck_again_changes_nothing(quiz: CliRunner, deck: Path) -> None:
    run(quiz, "import", "--no-answers", deck)
    assert "0 added" in run(quiz, "import", "--no-answers", deck).stderr
    assert "1 answers joined" in run(quiz, "import", deck).stderr
    assert "0 answers joined" in run(quiz, "import", deck).stderr
    assert run(quiz, "banks").stdout.count("\n") == 1


def test_a_damaged_deck_is_one_line_and_leaves_nothing(quiz: CliRunner, deck: Path) -> None:
    deck.write_bytes(deck.read_bytes()[:-3000])
    done = run(quiz, "import", deck)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1
    assert run(quiz, "banks").stdout == ""
