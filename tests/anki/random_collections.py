"""Collections as people have them, made at random by Anki's own engine."""

import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from anki.collection import Collection, ExportAnkiPackageOptions
from anki.consts import CardQueue, CardType
from anki.decks import DeckId

WORDS = (
    "사과",
    "apple",
    "林檎",
    "Ä&ö <b>fett</b>",
    "a<br>b",
    "x\ty",
    "🙂",
    "{x}",
    "  ",
    "::",
)
TAGS = ("동물", "a::b", "leech", "marked", "Ünï")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)
FORMATS = ("new.apkg", "old.apkg", "new.colpkg", "old.colpkg")


def make_collection(folder: Path, seed: int, notes: int = 12) -> Collection:
    """Return a collection with all kinds of notes, cards, decks and answers."""
    chance = Random(seed)
    collection = Collection(str(folder / "collection.anki2"))
    collection.set_config("fsrs", chance.random() < 0.7)
    kinds = [*note_kinds(collection), own_kind(collection, chance)]
    decks = [
        collection.decks.id(name) for name in ("Default", "가", "가::나", "가::나::다")
    ]
    for number in range(notes):
        kind = chance.choice(kinds)
        note = collection.new_note(kind)
        for place, name in enumerate(collection.models.field_names(kind)):
            note[name] = field_text(chance, number, place, is_cloze=kind["type"] == 1)
        note.tags = chance.sample(TAGS, chance.randrange(4))
        collection.add_note(note, DeckId(chance.choice(decks) or 1))
    add_media(collection, folder, chance)
    answer_some(collection, chance, [DeckId(deck or 1) for deck in decks])
    put_aside(collection, chance)
    return collection


def note_kinds(collection: Collection) -> list[dict[str, object]]:
    names = ("Basic", "Basic (and reversed card)", "Basic (type in the answer)", "Cloze")
    return [kind for name in names if (kind := collection.models.by_name(name))]


def own_kind(collection: Collection, chance: Random) -> dict[str, object]:
    """Add a note type of somebody's own, with any number of fields and templates."""
    models = collection.models
    kind = models.new(f"낱말 {chance.randrange(100)}")
    names = [f"칸 {n}" for n in range(chance.randrange(2, 7))]
    for name in names:
        models.add_field(kind, models.new_field(name))
    for number in range(chance.randrange(1, 4)):
        template = models.new_template(f"카드 {number}")
        template["qfmt"] = f"<b>{number}</b> {{{{{names[number % len(names)]}}}}}"
        template["afmt"] = "{{FrontSide}}<hr id=answer>{{" + names[-1] + "}}"
        models.add_template(kind, template)
    models.add(kind)
    found = models.by_name(kind["name"])
    assert found
    return found


def field_text(chance: Random, number: int, place: int, *, is_cloze: bool) -> str:
    words = " ".join(chance.choices(WORDS, k=chance.randrange(1, 5)))
    if is_cloze and place == 0:
        return f"{number} {words} {{{{c1::하나}}}} 그리고 {{{{c2::둘::힌트}}}}"
    media = '<img src="그림.png">[sound:소리 1.mp3]' if place == 1 else ""
    return f"{number}.{place} {words}{media}"


def add_media(collection: Collection, folder: Path, chance: Random) -> None:
    for name in ("그림.png", "소리 1.mp3")[: chance.randrange(3)]:
        (folder / name).write_bytes(PICTURE + name.encode() * chance.randrange(1, 3000))
        collection.media.add_file(str(folder / name))


def answer_some(collection: Collection, chance: Random, decks: Sequence[DeckId]) -> None:
    """Answer, undo, cram, and let a log grow that goes back for months."""
    for _ in range(chance.randrange(12)):
        collection.decks.select(chance.choice(decks))
        card = collection.sched.getCard()
        if card is None:
            continue
        collection.sched.answerCard(card, chance.choice((1, 2, 3, 3, 4)))
        if chance.random() < 0.2:
            collection.undo()
    if chance.random() < 0.5:
        make_older(collection, chance)
    if chance.random() < 0.4:
        filtered = collection.decks.new_filtered("몰아서")
        collection.sched.rebuild_filtered_deck(filtered)
        collection.decks.select(filtered)
        if card := collection.sched.getCard():
            collection.sched.answerCard(card, chance.choice((1, 3)))


def make_older(collection: Collection, chance: Random) -> None:
    assert collection.db
    now = int(time.time())
    for number in collection.find_cards(""):
        if chance.random() < 0.5:
            continue
        card = collection.get_card(number)
        card.type, card.queue = CardType(2), CardQueue(2)
        card.ivl = chance.randrange(1, 400)
        card.due = collection.sched.today + chance.randrange(-30, 300)
        card.factor, card.reps, card.lapses = 2500, 3, chance.randrange(3)
        collection.update_card(card)
        for _ in range(3):
            at = (now - chance.randrange(1, 300 * 86400)) * 1000 + chance.randrange(1000)
            row = (at, number, -1, chance.randrange(1, 5), 3, 1, 2500, 4000, 1)
            collection.db.execute(
                "insert or ignore into revlog values (?,?,?,?,?,?,?,?,?)", *row
            )


def put_aside(collection: Collection, chance: Random) -> None:
    cards = list(
        collection.find_cards("-is:new -deck:filtered") or collection.find_cards("")
    )
    for change in (collection.sched.suspend_cards, collection.sched.bury_cards):
        if cards and chance.random() < 0.5:
            change([chance.choice(cards)])
    if cards and chance.random() < 0.3:
        collection.sched.schedule_cards_as_new([chance.choice(cards)])


def export(collection: Collection, folder: Path, form: str) -> Path:
    """Write the collection as one of FORMATS; a .colpkg closes it."""
    place = folder / form
    is_old = form.startswith("old")
    if form.endswith(".colpkg"):
        collection.export_collection_package(str(place), True, is_old)
        return place
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=is_old
    )
    collection.export_anki_package(out_path=str(place), limit=None, options=options)
    return place
