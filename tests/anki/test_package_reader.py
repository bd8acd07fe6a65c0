"""Packages of every format against what Anki itself says of them; and hostile ones."""

import io
import json
import sqlite3
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
import zstandard
from anki.collection import Collection

from quiz.anki import collection_reader, package_reader
from quiz.anki.package_reader import open_package
from quiz.core.problems import Problem
from tests.anki.random_collections import FORMATS, export, make_collection

SEEDS = 100
Told = dict[str, object]


def told_by_anki(collection: Collection) -> Told:
    """Return everything that a package should give back, as Anki's engine has it."""
    assert collection.db
    cards = [collection.get_card(number) for number in collection.find_cards("")]
    media = collection.media.dir()
    return {
        "notes": {
            note.id: (note.guid, note.mid, note.mod, tuple(note.tags), tuple(note.fields))
            for note in map(collection.get_note, collection.find_notes(""))
        },
        "cards": {
            card.id: (
                *(card.nid, card.did, card.ord, int(card.type), int(card.queue), card.due),
                *(card.ivl, card.factor, card.reps, card.lapses, card.left, card.odue),
                *(card.odid, rounded(card.memory_state), card.last_review_time),
            )
            for card in cards
        },
        "log": collection.db.all(
            "select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id"
        ),
        "types": {
            int(kind["id"]): (
                kind["name"],
                kind["type"] == 1,
                tuple(field["name"] for field in kind["flds"]),
                tuple((t["name"], t["qfmt"], t["afmt"]) for t in kind["tmpls"]),
            )
            for kind in collection.models.all()
        },
        "decks": {
            deck["id"]: (deck["name"], bool(deck["dyn"])) for deck in collection.decks.all()
        },
        "media": {path.name: path.read_bytes() for path in Path(media).iterdir()},
        "created": collection.crt,
    }


def rounded(state: object) -> tuple[float, float] | None:
    if state is None:
        return None
    return round(state.stability, 4), round(state.difficulty, 3)  # type: ignore[attr-defined]


def told_by_us(place: Path) -> Told:
    with place.open("rb") as file, open_package(file) as package:
        read = package.collection
        return {
            "notes": {
                n.id: (n.guid, n.type_id, n.changed, n.tags, n.fields) for n in read.notes()
            },
            "cards": {
                c.id: (
                    *(c.note_id, c.deck_id, c.ordinal, c.type, c.queue, c.due, c.interval),
                    *(c.factor, c.reps, c.lapses, c.left, c.original_due, c.original_deck),
                    (round(c.stability, 4), round(c.difficulty, 3))
                    if c.stability is not None and c.difficulty is not None
                    else None,
                    c.last_review,
                )
                for c in read.cards()
            },
            "log": [
                [
                    e.id,
                    e.card_id,
                    e.button,
                    e.interval,
                    e.last_interval,
                    e.factor,
                    e.taken,
                    e.kind,
                ]
                for e in read.log()
            ],
            "types": {
                kind.id: (
                    kind.name,
                    kind.is_cloze,
                    kind.fields,
                    tuple((t.name, t.front, t.back) for t in kind.templates),
                )
                for kind in read.note_types.values()
            },
            "decks": {
                deck.id: (deck.name, deck.is_filtered) for deck in read.decks.values()
            },
            "media": {name: package.medium(name) for name in package.media},
            "created": read.created,
        }


def as_anki_2_0_packs(place: Path, folder: Path) -> Path:
    """Repack a package as Anki 2.0 did: one plain collection, no note of the format."""
    new = folder / "2.0.apkg"
    with zipfile.ZipFile(place) as old, zipfile.ZipFile(new, "w") as archive:
        for name in old.namelist():
            if name == "collection.anki21":
                archive.writestr("collection.anki2", old.read(name))
            elif name not in {"collection.anki2", "meta"}:
                archive.writestr(name, old.read(name))
    return new


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_random_collection_reads_as_anki_says(seed: int, tmp_path: Path) -> None:
    collection, form = make_collection(tmp_path, seed), FORMATS[seed % 4]
    theirs = told_by_anki(collection)
    place = export(collection, tmp_path, form)
    if seed % 8 == 1:
        place = as_anki_2_0_packs(place, tmp_path)
    ours = told_by_us(place)
    if form.endswith(".apkg"):  # of note types and decks only what is in use leaves
        for part in ("types", "decks"):
            known = theirs[part]
            assert isinstance(known, dict)
            theirs[part] = {key: known[key] for key in ours[part] if key in known}  # type: ignore[attr-defined]
    assert ours == theirs


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One package of each format."""
    made = {}
    for number, form in enumerate(FORMATS):
        folder = tmp_path_factory.mktemp("package")
        collection = make_collection(folder, seed=number)
        made[form] = export(collection, folder, form).read_bytes()
    return made


def read_all(content: bytes) -> None:
    with open_package(io.BytesIO(content)) as package:
        read = package.collection
        list(read.notes()), list(read.cards()), list(read.log())
        for name in package.media:
            package.medium(name)


def assert_refused(content: bytes) -> str:
    with pytest.raises(Problem) as told:
        read_all(content)
    return str(told.value)


def repacked(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the package with every file changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


def with_sql(content: bytes, script: str, folder: Path) -> bytes:
    """Return an older package whose collection ran through `script`."""
    place = folder / "changed.anki2"

    def change(name: str, old: bytes) -> bytes:
        if name != "collection.anki21":
            return old
        place.write_bytes(old)
        with sqlite3.connect(place) as connection:
            connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
            connection.executescript(script)
        connection.close()
        return place.read_bytes()

    return repacked(content, change)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"%PDF-1.7 and so on", b"PK\x05\x06" + bytes(18), bytes(1000)],
)
def test_what_is_no_package_is_refused_in_a_sentence(content: bytes) -> None:
    assert "not an Anki deck" in assert_refused(content)


@pytest.mark.parametrize("form", FORMATS)
def test_a_truncated_package_is_refused(packages: dict[str, bytes], form: str) -> None:
    whole = packages[form]
    for part in range(1, 20):
        assert_refused(whole[: len(whole) * part // 20])


@pytest.mark.parametrize("form", FORMATS)
def test_a_damaged_package_is_read_or_refused_and_nothing_else(
    packages: dict[str, bytes], form: str
) -> None:
    chance = Random(form)
    for _ in range(40):
        content = bytearray(packages[form])
        for _ in range(chance.choice((1, 5, 50))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        with suppress(Problem):
            read_all(bytes(content))


@pytest.mark.parametrize("form", ["new.apkg", "old.apkg"])
def test_a_damaged_collection_in_a_sound_zip_is_read_or_refused(
    packages: dict[str, bytes], form: str
) -> None:
    chance = Random(form)

    def damage(name: str, content: bytes) -> bytes:
        plain = bytearray(content)
        if name == "collection.anki21b":
            plain = bytearray(zstandard.ZstdDecompressor().stream_reader(content).read())
        for _ in range(chance.choice((1, 20, 400))):
            plain[chance.randrange(len(plain))] = chance.randrange(256)
        return zstandard.compress(plain) if name == "collection.anki21b" else bytes(plain)

    for _ in range(30):
        with suppress(Problem):
            read_all(repacked(packages[form], damage))


@pytest.mark.parametrize("form", ["new.apkg", "old.apkg"])
def test_a_collection_that_swells_is_refused_before_it_fills_anything(
    packages: dict[str, bytes], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_reader, "LARGEST_COLLECTION", 30_000_000)

    def swell(name: str, content: bytes) -> bytes:
        if not name.startswith("collection.anki21"):
            return content
        bomb = b"SQLite format 3\0" + bytes(60_000_000)
        return zstandard.compress(bomb) if name.endswith("b") else bomb

    bomb = repacked(packages[form], swell)
    assert len(bomb) < 500_000
    tracemalloc.start()
    try:
        assert "larger than 30 MB" in assert_refused(bomb)
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()


def test_a_claim_of_two_gigabytes_takes_no_memory(packages: dict[str, bytes]) -> None:
    frame = bytearray(zstandard.compress(b"SQLite"))
    claim = b"\x28\xb5\x2f\xfd\xe0" + (2 * 10**9).to_bytes(8, "little") + frame[6:]

    def change(name: str, content: bytes) -> bytes:
        return claim if name == "collection.anki21b" else content

    tracemalloc.start()
    try:
        assert_refused(repacked(packages["new.apkg"], change))
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


def test_a_directory_of_countless_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_reader, "LARGEST_DIRECTORY", 50_000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(2_000):
            archive.writestr(str(number), b"")
    assert "too many files" in assert_refused(stream.getvalue())


@pytest.mark.parametrize(
    "script",
    [
        "drop table notes",
        "drop table revlog; create view revlog as with recursive n(x) as "
        "(select 1 union all select x + 1 from n) select x as id, 1 as cid from n",
        "alter table cards add column slow as (length(hex(zeroblob(9000000))))",
        "update col set models = '[]'",
        "update col set models = '{\"1\": 5}'",
        "update col set models = '" + "[" * 100_000 + "'",
        "update col set decks = 'x', crt = 'x'",
        "delete from col",
        "update notes set flds = zeroblob(40000000) where id = (select min(id) from notes)",
    ],
)
def test_a_collection_with_odd_tables_is_refused(
    packages: dict[str, bytes], script: str, tmp_path: Path
) -> None:
    assert_refused(with_sql(packages["old.apkg"], script, tmp_path))


def test_reading_that_takes_too_long_is_broken_off(
    packages: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection_reader, "LONGEST_READING", -1.0)
    monkeypatch.setattr(collection_reader, "STEPS_A_LOOK", 1)
    assert "can't be read" in assert_refused(packages["new.apkg"])


def test_odd_values_and_orphans_are_passed_over(
    packages: dict[str, bytes], tmp_path: Path
) -> None:
    script = """
        update notes set tags = x'ff00', mod = 'x' where id = (select min(id) from notes);
        update notes set flds = 7 where id = (select max(id) from notes);
        update cards set due = 1e300, data = '[1]', reps = 'x';
        insert into cards select 7, 5, did, ord, mod, usn, type, queue, due, 1, factor,
            reps, lapses, left, odue, odid, flags, data from cards limit 1;
        insert into revlog values (1, 5, -1, 3, 1, 1, 2500, 1, 1);
        update notes set mid = 5 where id = (select max(id) from notes);
    """
    content = with_sql(packages["old.apkg"], script, tmp_path)
    with open_package(io.BytesIO(content)) as package:
        read = package.collection
        notes, cards, log = list(read.notes()), list(read.cards()), list(read.log())
    assert len(notes) == 11
    assert notes[0].changed == 0
    assert {card.due for card in cards} == {0}
    assert 5 not in {card.note_id for card in cards}
    assert 5 not in {entry.card_id for entry in log}


def test_a_package_that_only_asks_for_an_update_of_anki_is_not_taken_for_it(
    packages: dict[str, bytes],
) -> None:
    with open_package(io.BytesIO(packages["new.apkg"])) as package:
        assert package.collection.count_notes() == 12


def test_a_medium_that_is_not_there_or_too_big_is_none(
    packages: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_reader, "LARGEST_MEDIUM", 10)
    names = json.dumps({"0": "a.png", "1": "b.png", "7": "c.png"}).encode()

    media = {"media": names, "0": b"x" * 10, "1": b"x" * 11}
    content = repacked(packages["old.colpkg"], lambda name, old: media.get(name, old))
    with open_package(io.BytesIO(content)) as package:
        assert package.medium("a.png") == b"x" * 10
        assert package.medium("c.png") is None
        assert package.medium("d.png") is None
