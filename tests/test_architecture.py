"""The shape of the code, checked like any other promise."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
SOURCES = sorted(
    path
    for folder in ("quiz", "tests", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
)
# Migrations are steps in time that Alembic names and writes, not modules to look up.
OURS = [
    path
    for path in SOURCES
    if path.is_relative_to(ROOT / "quiz") and "migrations" not in path.parts
]
LONGEST_FUNCTION, LONGEST_FILE = 60, 450  # lines
# A path of somebody's machine, or out of the checkout, works nowhere else.
PATHS_ELSEWHERE = re.compile(r"/(?:work|home|root|Users)/|(?<!\.)\.\./")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def place_of(path: Path) -> str:
    """Return the module's place, the same for a stage in each language's folder."""
    return re.sub(r"^quiz/language/\w+/", "quiz/language/*/", name_of(path))


def test_layers_import_only_downwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # import-linter reads pyproject.toml from here
    assert lint_imports() == 0


def test_only_actions_commit() -> None:
    """A bare `connection` is another matter: a migration's, or a deck's own database."""
    commits = {
        name_of(path)
        for path in OURS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "commit"
        if not (isinstance(node.value, ast.Name) and node.value.id == "connection")
    }
    assert [name for name in commits if not name.startswith("quiz/actions/")] == []


def test_every_page_template_is_named_after_its_page(app: Flask) -> None:
    """templates/banks/edit.html is shown by the page `banks.edit`."""
    templates = {
        f"{path.parent.name}.{path.stem}"
        for path in (ROOT / "templates").glob("*/[!_]*.html")
    }
    assert templates
    assert templates <= set(app.view_functions)


def test_module_names_tell_modules_apart() -> None:
    """A stage may have the same name in every language, but only in the same place."""
    places = {place_of(path) for path in OURS if not path.stem.startswith("__")}
    names = Counter(place.rsplit("/", maxsplit=1)[-1] for place in places)
    assert [name for name, count in names.items() if count > 1] == []


def test_no_module_is_called_utils() -> None:
    assert not [name_of(p) for p in OURS if p.stem in {"utils", "util", "helpers", "misc"}]


def test_functions_fit_on_a_screen() -> None:
    lengths = {
        f"{name_of(path)}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in OURS
        for function in functions(path)
    }
    assert lengths
    assert {n: size for n, size in lengths.items() if size > LONGEST_FUNCTION} == {}


def test_files_can_be_read_in_one_go() -> None:
    lengths = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in OURS
    }
    assert {n: size for n, size in lengths.items() if size > LONGEST_FILE} == {}


def test_the_readme_maps_stages_of_drafting_that_are_there() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    stages = told.split("| stage |", 1)[1].split("\n## ", 1)[0]
    named = set(re.findall(r"`([a-z_]+)`", stages))
    languages = (ROOT / "quiz" / "language" / code for code in ("korean", "english"))
    assert len(named) > 30
    assert (
        named - {path.stem for folder in languages for path in folder.glob("*.py")} == set()
    )


def test_every_module_says_what_it_is_for_in_its_first_line() -> None:
    silent = [
        name_of(path)
        for path in SOURCES
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_nothing_depends_on_a_place_outside_the_checkout() -> None:
    places = [
        f"{name_of(path)}: {found[0]}"
        for path in SOURCES
        if (found := PATHS_ELSEWHERE.search(path.read_text(encoding="utf-8")))
        and path != Path(__file__)
    ]
    assert places == []
