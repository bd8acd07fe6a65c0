"""The commands at a terminal."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection
from click.testing import CliRunner, Result

from quiz.cli import main
from quiz.formats.bank_file import read_bank, write_bank
from tests.anki.engine import card_of, import_deck, new_collection
from tests.anki_connect import FakeAnki, listening
from tests.readers.documents import hwp
from tests.samples import sample_bank

ARTICLE = """\
한빛천문대는 2011년 강원도 영월군에 세워졌다. 초대 대장은 김서윤 박사이다.
한빛천문대의 주 망원경은 지름이 80cm이다. 이 망원경의 이름은 '밤나무'다.
천문대는 2018년에 소행성 한 개를 발견했다. 발견된 소행성은 '서윤'이라고 불린다.
"""


@pytest.fixture
def quiz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("QUIZ_INSTANCE", str(tmp_path / "instance"))
    return CliRunner()


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = new_collection(tmp_path)
    yield collection
    collection.close()


def run(quiz: CliRunner, *words: object, typed: str | bytes | None = None) -> Result:
    return quiz.invoke(main, [str(word) for word in words], input=typed)


def test_draft_prints_the_bank_file_and_stores_nothing(
    quiz: CliRunner, tmp_path: Path
) -> None:
    file = tmp_path / "천문대.txt"
    file.write_text(ARTICLE, encoding="utf-8")

    done = run(
        quiz, "draft", file, "--title", "한빛천문대", "--date", "2020-05-01", "--json"
    )

    assert done.exit_code == 0, done.output
    bank = read_bank(done.stdout.encode())
    assert bank.title == "한빛천문대"
    assert bank.language == "ko"
    assert json.loads(done.stdout)["articles"][0]["date"] == "2020-05-01"
    assert any("2011" in question.answer.shown for question in bank.questions)
    assert not (tmp_path / "instance" / "quiz.db").exists()


def test_draft_reads_cp949_from_standard_input(quiz: CliRunner) -> None:
    done = run(quiz, "draft", "-", "--text", typed=ARTICLE.encode("cp949"))
    assert done.exit_code == 0, done.output
    assert "   = " in done.stdout


def test_draft_reads_a_document_and_what_it_says_about_itself(
    quiz: CliRunner, tmp_path: Path
) -> None:
    file = tmp_path / "글.hwp"
    file.write_bytes(hwp("한빛천문대", "입력 2019.10.07 14:20", *ARTICLE.splitlines()))
    done = run(quiz, "draft", file)
    assert done.exit_code == 0, done.output
    [article] = json.loads(done.stdout)["articles"]
    assert (article["title"], article["date"]) == ("한빛천문대", "2019-10-07")


def test_draft_fetches_no_private_address(quiz: CliRunner) -> None:
    done = run(quiz, "draft", "http://127.0.0.1:80/")
    assert done.exit_code == 1
    assert "leads into a private network" in done.stderr


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"  \n ", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text but a file of another kind"),
        ("Это русский текст о реке Волга.".encode(), "in no language"),
        ("좋다. 정말 좋다. 그렇지 않은가?".encode(), "No fact that can be asked"),
        ("가나다 ".encode() * 500_000, "larger than 4 MB"),
    ],
)
def test_what_cannot_be_drafted_is_said_in_one_line(
    quiz: CliRunner, content: bytes, reason: str
) -> None:
    done = run(quiz, "draft", "-", typed=content)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1


def test_wrong_use_is_status_2(quiz: CliRunner, tmp_path: Path) -> None:
    assert run(quiz, "draft", tmp_path / "missing.txt").exit_code == 2
    assert run(quiz, "draft", "-", "--date", "yesterday", typed="x").exit_code == 2
    assert run(quiz, "nothing").exit_code == 2


def test_a_bank_file_goes_in_and_comes_out_the_same(
    quiz: CliRunner, tmp_path: Path
) -> None:
    bank = sample_bank()
    file, out = tmp_path / "in.quiz.json", tmp_path / "out.quiz.json"
    file.write_bytes(write_bank(bank))

    assert run(quiz, "import", file).exit_code == 0
    number = run(quiz, "banks").stdout.split()[0]
    assert run(quiz, "export", number, "--to", "quiz", "-o", out).exit_code == 0

    assert read_bank(out.read_bytes()) == bank


def test_a_bank_leaves_as_a_deck(quiz: CliRunner, tmp_path: Path) -> None:
    file, deck = tmp_path / "in.quiz.json", tmp_path / "deck.apkg"
    file.write_bytes(write_bank(sample_bank()))
    number = run(quiz, "import", file).stdout.split()[0]

    assert run(quiz, "export", number, "--to", "anki", "-o", deck).exit_code == 0

    assert deck.read_bytes().startswith(b"PK")


def test_a_deck_leaves_as_it_is_wanted(
    quiz: CliRunner, tmp_path: Path, collection: Collection
) -> None:
    file, deck = tmp_path / "in.quiz.json", tmp_path / "deck.apkg"
    file.write_bytes(write_bank(sample_bank()))
    number = run(quiz, "import", file).stdout.split()[0]
    wanted = ("--cards", "recall", "--by-tag", "--address", "http://quiz.example/")

    done = run(quiz, "anki", "deck", number, "-o", deck, *wanted)

    assert done.exit_code == 0, done.output
    import_deck(collection, deck.read_bytes())
    card = card_of(collection, sample_bank().questions[0].id)
    assert "<ol" not in card.question()
    assert f'href="http://quiz.example/q/{card.note()["Id"]}"' in card.answer()
    assert collection.decks.name(card.did) == "한빛천문대::사람"


def test_a_deck_is_put_into_anki(
    quiz: CliRunner,
    tmp_path: Path,
    collection: Collection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "in.quiz.json"
    file.write_bytes(write_bank(sample_bank()))
    number = run(quiz, "import", file).stdout.split()[0]
    with listening(FakeAnki(collection)) as address:
        monkeypatch.setenv("QUIZ_ANKI_CONNECT_URL", address)
        done = run(quiz, "anki", "push", number)
    assert done.stdout == "5 questions are in Anki.\n"
    assert collection.note_count() == 5
    gone = run(quiz, "anki", "push", number)
    assert (gone.exit_code, gone.stderr.count("\n")) == (1, 1)
    assert "Start Anki on this computer" in gone.stderr


def test_a_bank_that_is_not_there_is_said(quiz: CliRunner) -> None:
    done = run(quiz, "export", "99", "--to", "quiz")
    assert done.exit_code == 1
    assert "quiz banks" in done.stderr


def test_the_owner_gets_a_new_link(quiz: CliRunner) -> None:
    first = run(quiz, "owner", "--address", "https://quiz.example/").stdout
    second = run(quiz, "owner", "--address", "https://quiz.example/").stdout
    assert first.startswith("https://quiz.example/sign-in/")
    assert first != second


def test_every_command_stands_in_the_readme() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"quiz {name}" not in readme] == []
