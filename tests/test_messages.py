"""Every sentence of the interface exists in every language."""

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from babel.support import Translations

from hatch_build import compile_translations
from tests.messages import find_messages, flaws, read_catalog, translations, update


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with one sentence of each sort."""
    (tmp_path / "quiz").mkdir()
    (tmp_path / "templates" / "banks").mkdir(parents=True)
    (tmp_path / "quiz" / "places.py").write_text(
        'raise Problem("At most %(most)d.", most=8)\n'
        'TITLE = _l("A title")\n'
        'ngettext("%(num)d card", "%(num)d cards", 2)\n'
    )
    (tmp_path / "templates" / "banks" / "show.html").write_text(
        "<h1>{{ _('A page') }}</h1>{% trans %}Inside{% endtrans %}"
    )
    return tmp_path


def korean(tmp_path: Path, **sentences: str) -> Path:
    """Write a Korean file with a few translations and return its path."""
    catalog = Catalog(locale="ko")
    for sentence, translation in sentences.items():
        catalog.add(sentence, translation)
    path = tmp_path / "translations" / "ko" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalog)
    return path


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.parts[-3])
def test_the_interface_is_wholly_translated(path: Path) -> None:
    assert list(flaws(find_messages(), read_catalog(path))) == []


def test_korean_is_there() -> None:
    assert [path.parts[-3] for path in translations()] == ["ko"]


def test_korean_sentences_get_along_without_particles_in_brackets() -> None:
    odd = ("은(는)", "이(가)", "을(를)", "와(과)", "(으)로")
    said = (str(message.string) for message in read_catalog(translations()[0]))
    assert [each for each in said if any(particle in each for particle in odd)] == []


def test_sentences_are_found_in_code_templates_and_problems(root: Path) -> None:
    found = {message.id for message in find_messages(root) if message.id}
    plural = ("%(num)d card", "%(num)d cards")
    assert found == {"At most %(most)d.", "A title", plural, "A page", "Inside"}


def test_a_missing_an_empty_and_a_doubtful_translation_are_flaws() -> None:
    found, translated = Catalog(), Catalog(locale="ko")
    for sentence in ("missing", "empty", "doubtful", "good"):
        found.add(sentence)
    translated.add("empty", "")
    translated.add("doubtful", "의심", flags=["fuzzy"])
    translated.add("good", "좋다")
    assert list(flaws(found, translated)) == [
        "not translated: missing",
        "not translated: empty",
        "marked as doubtful (fuzzy): doubtful",
    ]


def test_a_translation_with_another_placeholder_is_a_flaw() -> None:
    found, translated = Catalog(), Catalog(locale="ko")
    found.add("At most %(most)d.")
    translated.add("At most %(most)d.", "최대 %(number)d개.")
    assert [flaw.rpartition(": ")[2] for flaw in flaws(found, translated)] == [
        "At most %(most)d."
    ]


def test_an_update_adds_new_sentences_keeps_translations_and_drops_vanished_ones(
    root: Path,
) -> None:
    path = korean(root, **{"A title": "제목", "Vanished": "사라짐"})
    update(path, find_messages(root))
    kept = {message.id: message.string for message in read_catalog(path) if message.id}
    assert kept["A title"] == "제목"
    assert kept["A page"] == ""
    assert "Vanished" not in kept
    assert "사라짐" not in path.read_text(encoding="utf-8")


def test_an_update_without_news_changes_nothing(root: Path) -> None:
    path = korean(root, **{"A title": "제목"})
    update(path, find_messages(root))
    before = path.read_bytes()
    update(path, find_messages(root))
    assert path.read_bytes() == before


def test_a_compiled_translation_speaks_korean(tmp_path: Path) -> None:
    korean(tmp_path, **{"A title": "제목"})
    compile_translations(tmp_path / "translations")
    spoken = Translations.load(tmp_path / "translations", ["ko"])
    assert spoken.gettext("A title") == "제목"


def test_a_doubtful_translation_is_not_compiled(tmp_path: Path) -> None:
    path = korean(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}\n#, fuzzy\nmsgid "A title"\nmsgstr "이름"\n', encoding="utf-8")
    assert read_po(io.BytesIO(path.read_bytes()), locale="ko").get("A title")
    compile_translations(tmp_path / "translations")
    spoken = Translations.load(tmp_path / "translations", ["ko"])
    assert spoken.gettext("A title") == "A title"
