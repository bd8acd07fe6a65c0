"""What a wheel carries: the program must run where there is no checkout."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet")
    here = ("--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    subprocess.run((*pip, *here), check=True, capture_output=True, timeout=300)
    (wheel,) = folder.glob("quiz-*.whl")
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def files(folder: str) -> set[str]:
    """Return the files of the checkout's `folder`, relative to it, without caches."""
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith(".")
    }


def test_a_wheel_carries_every_module_and_data_file_of_the_package(
    carried: set[str],
) -> None:
    expected = {f"quiz/{name}" for name in files("quiz")}
    assert "quiz/storage/migrations/env.py" in expected
    assert expected - carried == set()


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_a_wheel_carries_pages(folder: str, carried: set[str]) -> None:
    expected = {f"quiz/{folder}/{name}" for name in files(folder)}
    assert expected
    assert expected - carried == set()


def test_a_wheel_carries_compiled_translations(carried: set[str]) -> None:
    languages = {path.parts[-3] for path in ROOT.glob("translations/*/*/messages.po")}
    expected = {f"quiz/translations/{name}/LC_MESSAGES/messages.mo" for name in languages}
    assert expected
    assert expected - carried == set()


def test_a_wheel_carries_nothing_of_the_workshop(carried: set[str]) -> None:
    tops = {name.partition("/")[0] for name in carried}
    assert tops == {"quiz", next(top for top in tops if top.endswith(".dist-info"))}


def test_a_wheel_names_its_licence_and_command(carried: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in carried)
    assert any(name.endswith(".dist-info/entry_points.txt") for name in carried)
