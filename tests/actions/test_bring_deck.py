"""An Anki deck becomes a bank: fields matched, media kept, answers joined."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

import pytest
from anki.collection import Collection
from sqlalchemy import Connection, event, select
from sqlalchemy.orm import Session

from quiz.actions.bring_deck import Look, Outcome, bring_deck, look_at_deck
from quiz.actions.export_deck import WantedDeck, export_deck
from quiz.actions.join_reviews import join_reviews
from quiz.actions.kept_packages import forget_package, keep_package, kept_package
from quiz.actions.show_question import next_question
from quiz.anki import deck_reader
from quiz.anki.deck import write_deck
from quiz.anki.deck_reader import Choices
from quiz.anki.note_matching import Matching
from quiz.anki.package_reader import Package
from quiz.core.learner import Learner
from quiz.core.problems import Problem
from quiz.core.questions import Form, Question, Status
from quiz.formats.bank_file import read_bank, write_bank
from quiz.storage.banks import NotFound, banks_of, find_bank, whole_bank
from quiz.storage.tables import MemoryRow, PersonRow, ReviewRow, RevisionRow
from quiz.storage.wishes import aside_until
from quiz.web.database import db
from tests.anki.engine import all_cards, import_deck, new_collection
from tests.anki.random_collections import FORMATS, PICTURE, export, make_collection
from tests.practice_bank import add_practice_bank

if TYPE_CHECKING:  # at run time it only imports after the collection
    from anki.cards import CardId

NOW = datetime.now(UTC)
UTC_ZONE = ZoneInfo("UTC")
Fill = Callable[[Collection], None]


def deck_of(folder: Path, fill: Fill, form: str = "new.apkg") -> io.BytesIO:
    """Return the package of a new collection that `fill` filled."""
    collection = new_collection(folder)
    collection.set_config("fsrs", True)
    fill(collection)
    place = export(collection, folder, form)
    if form.endswith(".apkg"):
        collection.close()
    return io.BytesIO(place.read_bytes())


def add(
    collection: Collection, kind: str, *fields: str, deck: str = "낱말", tags: str = ""
) -> None:
    found = collection.models.by_name(kind)
    assert found
    note = collection.new_note(found)
    note.fields[: len(fields)] = list(fields)
    note.tags = tags.split()
    collection.add_note(note, collection.decks.id(deck) or 1)  # type: ignore[arg-type]


def look(session: Session, owner: PersonRow, file: io.BytesIO) -> Look:
    return look_at_deck(session, owner.id, file, NOW)


def bring(
    session: Session, owner: PersonRow, file: io.BytesIO, **changes: object
) -> Outcome:
    seen = look(session, owner, file)
    choices = Choices(seen.title, seen.language, seen.guesses)
    learner = Learner(owner.id, owner.id, UTC_ZONE)
    chosen = replace(choices, **changes)  # type: ignore[arg-type]
    return bring_deck(
        session, db.engine, learner, owner.id, file, chosen, datetime.now(UTC)
    )


def questions(session: Session, outcome: Outcome) -> tuple[Question, ...]:
    session.rollback()
    return whole_bank(find_bank(session, outcome.bank_id)).questions


def test_basic_notes_become_cards_to_turn(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    def fill(collection: Collection) -> None:
        add(collection, "Basic", "사과<br>?", "<b>apple</b> &amp; co", tags="과일 leech")

    outcome = bring(session, owner, deck_of(tmp_path, fill))
    [question] = questions(session, outcome)
    assert (question.prompt, question.answer.shown) == ("사과\n?", "apple & co")
    assert (question.forms, question.tags) == ((Form.CARD,), ("과일",))
    assert question.status is Status.APPROVED
    assert (outcome.added, outcome.drafts, outcome.left_out) == (1, 0, 0)


def test_each_card_of_a_note_asks_in_its_own_direction(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    def fill(collection: Collection) -> None:
        add(collection, "Basic (and reversed card)", "물", "water")

    outcome = bring(session, owner, deck_of(tmp_path, fill), typed=True)
    asked = [(q.prompt, q.answer.shown, q.forms) for q in questions(session, outcome)]
    forms = (Form.TYPED, Form.CARD)
    assert asked == [("물", "water", forms), ("water", "물", forms)]


def test_gaps_become_questions_of_their_own(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    def fill(collection: Collection) -> None:
        add(
            collection, "Cloze", "수도는 {{c1::서울::도시}}, 강은 {{c2::한강}}이다.", "지리"
        )
        add(collection, "Cloze", "{{c1::하나}}와 {{c1::둘}}")

    outcome = bring(session, owner, deck_of(tmp_path, fill))
    first, second, both = questions(session, outcome)
    assert first.cloze == "수도는 {{서울}}, 강은 한강이다."
    assert first.prompt == "수도는 [도시], 강은 한강이다."
    assert (second.answer.shown, second.explanation) == ("한강", "지리")
    assert first.forms == second.forms == (Form.CLOZE, Form.CARD)
    assert (both.answer.shown, both.forms, both.cloze) == ("하나, 둘", (Form.CARD,), "")


def test_a_note_type_of_ones_own_is_matched_by_choice(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    def fill(collection: Collection) -> None:
        models = collection.models
        kind = models.new("단어장")
        for name in ("번호", "뜻", "낱말", "예문"):
            models.add_field(kind, models.new_field(name))
        template = models.new_template("앞뒤")
        template["qfmt"] = "{{번호}} {{type:낱말}}"
        template["afmt"] = "{{FrontSide}}<hr>{{낱말}} {{#예문}}{{예문}}{{/예문}}"
        models.add_template(kind, template)
        models.add(kind)
        add(collection, "단어장", "1", "과일의 하나", "사과", "사과를 먹다.")

    file = deck_of(tmp_path, fill)
    [key] = look(session, owner, file).guesses
    assert look(session, owner, file).guesses[key] == Matching(0, 2, 3, is_typed=True)
    outcome = bring(session, owner, file, matchings={key: Matching(1, 2, 3)})
    [question] = questions(session, outcome)
    assert (question.prompt, question.answer.shown) == ("과일의 하나", "사과")
    assert question.explanation == "사과를 먹다."
    with pytest.raises(Problem, match="Choose other fields"):
        bring(session, owner, file, matchings={key: Matching(None)})


def test_pictures_and_sounds_come_along_and_leave_with_the_bank_file(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    def fill(collection: Collection) -> None:
        (tmp_path / "그림.png").write_bytes(PICTURE)
        (tmp_path / "run.svg").write_bytes(b"<svg onload='x()'/>")
        for name in ("그림.png", "run.svg"):
            collection.media.add_file(str(tmp_path / name))
        add(collection, "Basic", '<img src="그림.png">', '답 <img src="run.svg">')

    outcome = bring(session, owner, deck_of(tmp_path, fill))
    session.rollback()
    bank = whole_bank(find_bank(session, outcome.bank_id))
    [question] = bank.questions
    assert [(medium.side, medium.name[-4:]) for medium in question.media] == [
        ("prompt", ".png")
    ]
    assert bank.files == ((question.media[0].name, PICTURE),)
    assert "그림" in question.prompt  # something has to be asked in words
    assert read_bank(write_bank(bank)) == bank


def test_a_brought_deck_leaves_with_its_pictures_and_sounds(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    """What Anki then shows is what it showed before, under names of our own."""

    def fill(collection: Collection) -> None:
        for name in ("그림.png", "소리.mp3"):
            (tmp_path / name).write_bytes(PICTURE + name.encode())
            collection.media.add_file(str(tmp_path / name))
        add(collection, "Basic", '물음 <img src="그림.png">', "답 [sound:소리.mp3]")

    outcome = bring(session, owner, deck_of(tmp_path, fill))
    learner = Learner(owner.id, owner.id, UTC_ZONE)
    deck = export_deck(session, learner, outcome.bank_id, WantedDeck())
    (tmp_path / "new").mkdir()
    anki = new_collection(tmp_path / "new")
    import_deck(anki, deck.content)
    [card] = all_cards(anki)
    folder = Path(anki.media.dir())
    [picture] = re.findall(r'<img src="([^"]+)"', card.question())
    [sound] = [tag.filename for tag in card.answer_av_tags()]  # type: ignore[union-attr]
    assert (folder / picture).read_bytes() == PICTURE + "그림.png".encode()
    assert (folder / sound).read_bytes() == PICTURE + "소리.mp3".encode()
    anki.close()
    assert look(session, owner, io.BytesIO(deck.content)).known == {outcome.bank_id: 1}


def test_sub_decks_become_tags_and_their_common_part_the_title(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    def fill(collection: Collection) -> None:
        add(collection, "Basic", "a", "b", deck="영어::과일")
        add(collection, "Basic", "c", "d", deck="영어::물::강")

    outcome = bring(session, owner, deck_of(tmp_path, fill))
    assert [q.tags for q in questions(session, outcome)] == [("과일",), ("물::강",)]
    assert find_bank(session, outcome.bank_id).title == "영어"


def test_what_cannot_be_asked_comes_as_a_draft_and_what_is_empty_not_at_all(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    def fill(collection: Collection) -> None:
        add(collection, "Basic", "기호는?", "!!!")
        add(collection, "Basic", "답이 없다", "")
        add(collection, "Basic", "긴 답", "가 " * 400)

    outcome = bring(session, owner, deck_of(tmp_path, fill))
    assert (outcome.added, outcome.drafts, outcome.left_out) == (2, 1, 1)
    symbol, long = questions(session, outcome)
    assert (symbol.status, long.status) == (Status.DRAFT, Status.APPROVED)
    assert len(long.answer.shown) <= 300
    assert long.explanation == ("가 " * 400).strip()


def test_practice_goes_on_with_what_was_learned_in_anki(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    theirs = {}

    def fill(collection: Collection) -> None:
        for number in range(4):
            add(collection, "Basic", f"질문 {number}", f"답 {number}")
        collection.decks.select(collection.decks.id("낱말"))  # type: ignore[arg-type]
        for rating in (4, 3, 1):
            card = collection.sched.getCard()
            assert card
            collection.sched.answerCard(card, rating)
            card.load()
            theirs[card.note().fields[0]] = card.memory_state

    outcome = bring(session, owner, deck_of(tmp_path, fill))
    assert outcome.joined is not None
    assert (outcome.joined.questions, outcome.joined.added) == (3, 3)
    session.rollback()
    rows = {row.id: row for row in find_bank(session, outcome.bank_id).questions}
    for memory in session.scalars(select(MemoryRow)):
        their = theirs[rows[memory.question_id].prompt]
        assert their is not None
        assert memory.stability == pytest.approx(their.stability, rel=1e-3)
    learner = Learner(owner.id, owner.id, UTC_ZONE)
    later = NOW + timedelta(minutes=20)
    turn = next_question(db.engine, learner, outcome.bank_id, later, "seed")
    assert turn is not None
    assert turn.standing.memory is not None


def answer(
    collection: Collection, prompt: str, rating: Literal[1, 2, 3, 4] = 3
) -> "CardId":
    """Answer the card of this prompt in whatever deck it is."""
    [number] = collection.find_cards(f'front:"{prompt}"')
    card = collection.get_card(number)
    collection.decks.select(card.did)
    card.start_timer()
    collection.sched.answerCard(card, rating)
    return number


def lend(collection: Collection, prompt: str, *, reschedules: bool) -> None:
    """Put the card into a filtered deck of its own."""
    deck = collection.sched.get_or_create_filtered_deck(0)  # type: ignore[arg-type]
    deck.name, deck.config.reschedule = f"몰아서 {prompt}", reschedules
    del deck.config.search_terms[1:]
    deck.config.search_terms[0].search = f'front:"{prompt}"'
    collection.sched.add_or_update_filtered_deck(deck)


def test_what_was_done_in_anki_counts_as_it_does_there(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    """Filtered decks, with and without effect; undone, suspended and buried cards."""

    def fill(collection: Collection) -> None:
        for place, prompt in enumerate("가나다라마바"):
            add(collection, "Basic", prompt, "답", deck=f"수업::{place % 2 + 1}과")
        answer(collection, "가")
        answer(collection, "나")
        collection.undo()
        lend(collection, "다", reschedules=False)
        answer(collection, "다")
        lend(collection, "라", reschedules=True)
        answer(collection, "라", 4)
        collection.sched.suspend_cards([answer(collection, "마")])
        collection.sched.bury_cards([answer(collection, "바", 4)])

    outcome = bring(session, owner, deck_of(tmp_path, fill))
    assert outcome.joined is not None
    assert outcome.joined.added == 4
    session.rollback()
    rows = {row.id: row for row in find_bank(session, outcome.bank_id).questions}
    assert [row.question.tags for row in rows.values()] == [("1과",), ("2과",)] * 3
    memories = {rows[m.question_id].prompt: m for m in session.scalars(select(MemoryRow))}
    assert set(memories) == set("가라마바")
    assert (memories["가"].state, memories["라"].state) == (1, 2)
    with db.engine.connect() as connection:
        learner = Learner(owner.id, owner.id, UTC_ZONE)
        aside = aside_until(connection, learner, outcome.bank_id, NOW)
    asides = {rows[number].prompt: until for number, until in aside.items()}
    assert set(asides) == {"마", "바"}
    assert asides["마"] is None
    assert asides["바"] is not None


def test_parts_of_pictures_that_anki_covers_are_left_out(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    def fill(collection: Collection) -> None:
        collection.add_image_occlusion_notetype()
        shapes = "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}"
        add(collection, "Image Occlusion", shapes, '<img src="a.png">', "뼈")
        add(collection, "Cloze", "{{c1::서울}}은 수도이다.")

    outcome = bring(session, owner, deck_of(tmp_path, fill))
    assert (outcome.added, outcome.left_out) == (1, 1)
    assert [each.answer.shown for each in questions(session, outcome)] == ["서울"]


def test_without_the_answers_everything_is_new(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    collection = make_collection(tmp_path, seed=3)
    place = export(collection, tmp_path, "new.colpkg")
    outcome = bring(
        session, owner, io.BytesIO(place.read_bytes()), with_answers=False, approved=False
    )
    session.rollback()
    assert outcome.joined is None
    assert session.scalars(select(ReviewRow)).all() == []
    assert {q.status for q in questions(session, outcome)} == {Status.DRAFT}


def test_the_same_deck_again_adds_only_new_cards_and_answers_to_its_bank(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    collection = new_collection(tmp_path)
    add(collection, "Basic", "하나", "one")
    first = io.BytesIO(export(collection, tmp_path, "new.apkg").read_bytes())
    outcome = bring(session, owner, first)
    add(collection, "Basic", "둘", "two")
    collection.decks.select(collection.decks.id("낱말"))  # type: ignore[arg-type]
    card = collection.sched.getCard()
    assert card
    collection.sched.answerCard(card, 3)
    second = io.BytesIO(export(collection, tmp_path, "new.apkg").read_bytes())
    seen = look_at_deck(session, owner.id, second, NOW)
    assert seen.known == {outcome.bank_id: 1}
    again = bring(session, owner, second, bank_id=outcome.bank_id)
    assert (again.bank_id, again.added, again.known) == (outcome.bank_id, 1, 1)
    assert again.joined is not None
    assert again.joined.added == 1
    assert [q.prompt for q in questions(session, again)] == ["하나", "둘"]
    collection.close()


def test_answers_to_a_brought_deck_join_later_too(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    collection = new_collection(tmp_path)
    add(collection, "Basic", "하나", "one")
    bring(session, owner, io.BytesIO(export(collection, tmp_path, "new.apkg").read_bytes()))
    collection.decks.select(collection.decks.id("낱말"))  # type: ignore[arg-type]
    card = collection.sched.getCard()
    assert card
    collection.sched.answerCard(card, 3)
    file = io.BytesIO(export(collection, tmp_path, "new.apkg").read_bytes())
    learner = Learner(owner.id, owner.id, UTC_ZONE)
    assert join_reviews(db.engine, learner, file, False, datetime.now(UTC)).added == 1
    collection.close()


def test_a_deck_from_another_installation_of_ours_keeps_its_questions(
    session: Session, owner: PersonRow
) -> None:
    bank = whole_bank(add_practice_bank(session, owner.id))
    file = io.BytesIO(write_deck(bank))
    seen = look(session, owner, file)
    assert list(seen.known.values()) == [len(bank.questions)]
    outcome = bring(session, owner, file)
    ours = {question.id: question for question in bank.questions}
    brought = questions(session, outcome)
    assert {question.id for question in brought} == set(ours)
    for question in brought:
        original = ours[question.id]
        assert question.prompt == original.prompt
        if not original.answer.items:
            assert question.answer.accepted == original.answer.accepted
            assert {o.text for o in question.wrong} == {o.text for o in original.wrong}
            assert question.cloze == original.cloze


@pytest.mark.parametrize("seed", range(8))
def test_every_card_of_any_collection_comes_in_or_is_counted(
    session: Session, owner: PersonRow, tmp_path: Path, seed: int
) -> None:
    collection = make_collection(tmp_path, seed, notes=20)
    cards = len(collection.find_cards(""))
    place = export(collection, tmp_path, FORMATS[seed % 4])
    file = io.BytesIO(place.read_bytes())
    outcome = bring(session, owner, file)
    assert outcome.added + outcome.left_out == cards
    session.rollback()
    bank = whole_bank(find_bank(session, outcome.bank_id))
    assert read_bank(write_bank(bank)) == bank
    assert json.loads(write_bank(bank))["questions"]


def test_media_are_read_once_and_not_beyond_what_a_bank_may_hold(
    session: Session,
    owner: PersonRow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A small file may unpack to many large pictures: reading stops, nothing is kept."""

    def fill(collection: Collection) -> None:
        for number in range(9):
            (tmp_path / f"{number}.png").write_bytes(
                PICTURE + bytes(9_000) + bytes([number])
            )
            collection.media.add_file(str(tmp_path / f"{number}.png"))
            add(collection, "Basic", f'{number} <img src="{number}.png">', "답")
            add(collection, "Basic", f'또 {number} <img src="{number}.png">', "답")

    file, read = deck_of(tmp_path, fill), list[str]()
    plain = Package.medium

    def medium(package: Package, name: str) -> bytes | None:
        read.append(name)
        return plain(package, name)

    monkeypatch.setattr(Package, "medium", medium)
    monkeypatch.setattr(deck_reader, "MOST_MEDIA", 50_000)
    with pytest.raises(Problem, match="take more than"):
        bring(session, owner, file)
    session.rollback()
    assert banks_of(session, owner.id) == []
    monkeypatch.setattr(deck_reader, "MOST_MEDIA", 100_000)
    read.clear()
    assert bring(session, owner, file).added == 18
    assert len(read) <= 9 + 3  # each once, and those of the preview before


def test_others_can_write_but_for_a_few_statements(
    session: Session, owner: PersonRow, tmp_path: Path
) -> None:
    """Whatever can be worked out is, before the lock; then all goes in at once."""

    def fill(collection: Collection) -> None:
        for number in range(300):
            add(collection, "Basic", f"{number} 더하기 1은?", str(number + 1))

    file, statements = deck_of(tmp_path, fill), list[str]()

    def note(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if connection.get_execution_options().get("write_lock"):
            statements.append(statement)

    seen = look(session, owner, file)
    choices = Choices(seen.title, seen.language, seen.guesses, with_answers=False)
    learner = Learner(owner.id, owner.id, UTC_ZONE)
    session.commit()
    event.listen(db.engine, "before_cursor_execute", note)
    outcome = bring_deck(session, db.engine, learner, learner.id or 0, file, choices, NOW)
    event.remove(db.engine, "before_cursor_execute", note)
    assert outcome.added == 300
    assert 4 < len(statements) < 12
    revisions = session.scalars(select(RevisionRow.what)).all()
    assert list(revisions) == ["created"] * 300


def test_a_deck_that_is_too_large_is_refused_and_leaves_nothing(
    session: Session, owner: PersonRow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deck_reader, "MOST_CARDS", 1)

    def fill(collection: Collection) -> None:
        add(collection, "Basic (and reversed card)", "a", "b")

    with pytest.raises(Problem, match="the most is 1"):
        bring(session, owner, deck_of(tmp_path, fill))
    assert banks_of(session, owner.id) == []


def test_a_file_waits_for_its_teacher_alone_and_only_a_day(tmp_path: Path) -> None:
    file = deck_of(tmp_path, lambda collection: add(collection, "Basic", "a", "b"))
    folder = tmp_path / "incoming"
    token = keep_package(folder, 1, file, NOW)
    with kept_package(folder, 1, token) as kept:
        assert kept.read() == file.getvalue()
    for owner_id, asked in ((2, token), (1, "0" * 32), (1, "..\\..\\secret_key")):
        with pytest.raises(NotFound), kept_package(folder, owner_id, asked):
            pass
    later = keep_package(folder, 1, file, NOW + timedelta(days=2))
    assert [place.name for place in folder.iterdir()] == [f"1-{later}.apkg"]
    forget_package(folder, 1, later)
    assert list(folder.iterdir()) == []


def test_what_is_no_package_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(Problem):
        keep_package(tmp_path / "incoming", 1, io.BytesIO(b"nothing"), NOW)
    assert not (tmp_path / "incoming").exists()
