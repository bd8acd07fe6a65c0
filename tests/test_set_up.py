"""The way from a clone to a running program: Makefile, requirements, .ci/run."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from benchmarks.__main__ import main as run_benchmarks

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = {
    "requirements.txt": [
        *PYPROJECT["project"]["dependencies"],
        *PYPROJECT["dependency-groups"]["build"],
    ],
    "requirements-dev.txt": PYPROJECT["dependency-groups"]["dev"],
}


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(package): version for package, version in PIN.findall(text)}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with a space in its name that holds no more than the Makefile."""
    folder = tmp_path / "my quiz"
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    return folder


def make(checkout: Path, *arguments: str, **variables: str) -> str:
    """Return all that make says, in an environment of its own."""
    path = f"{variables.pop('PATH', '')}:/usr/local/bin:/usr/bin:/bin"
    done = subprocess.run(
        ["make", *arguments],
        cwd=checkout,
        env={"PATH": path, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    return done.stdout


@pytest.fixture
def old_python(tmp_path: Path) -> str:
    """A folder for PATH in which every Python refuses to be new enough."""
    folder = tmp_path / "old"
    folder.mkdir()
    for name in (
        "python3",
        "python3.14",
        "python3.13",
        "python3.12",
        "python3.11",
        "python",
    ):
        (folder / name).write_text("#!/bin/sh\nexit 1\n")
        (folder / name).chmod(0o755)
    return str(folder)


def test_an_old_python_is_told_in_one_sentence(checkout: Path, old_python: str) -> None:
    said = [line for line in make(checkout, "run", PATH=old_python).splitlines() if line]
    assert said[0].startswith("Quiz needs Python 3.11 or newer with venv")
    assert len(said) == 2  # the other is make's own
    assert not (checkout / ".venv").exists()


def test_a_python_that_is_named_is_taken(checkout: Path, old_python: str) -> None:
    make(checkout, ".venv/place", f"PYTHON={sys.executable}", PATH=old_python)
    assert (checkout / ".venv" / "bin" / "python").exists()
    assert "is up to date" in make(checkout, ".venv/place", PATH=old_python)


def test_a_moved_checkout_gets_a_new_environment(checkout: Path, old_python: str) -> None:
    make(checkout, ".venv/place", f"PYTHON={sys.executable}", PATH=old_python)
    moved = checkout.rename(checkout.with_name("moved"))
    assert "up to date" not in make(moved, "--dry-run", ".venv/place", PATH=old_python)


@pytest.mark.parametrize(
    ("arguments", "variables", "command"),
    [
        ((), {}, "serve"),
        (("PORT=8123",), {}, 'serve --port "8123"'),
        ((), {"PORT": "8123"}, 'serve --port "8123"'),
        (("HOST=0.0.0.0",), {}, 'serve --host "0.0.0.0"'),
        # Some shells export HOST: that must not open the server to the network.
        ((), {"HOST": "0.0.0.0"}, "serve"),
    ],
)
def test_run_passes_port_and_host_on(
    arguments: tuple[str, ...],
    variables: dict[str, str],
    command: str,
    checkout: Path,
) -> None:
    for name in ("requirements.txt", "pyproject.toml", "hatch_build.py"):
        (checkout / name).touch()
    said = make(checkout, "--dry-run", "run", *arguments, **variables).replace("\\\n", "")
    served = next(line for line in said.splitlines() if "/quiz" in line and "serve" in line)
    assert " ".join(served.split()) == f'".venv/bin/quiz" {command}'


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_requirements_hold_what_pyproject_asks_for(name: str) -> None:
    """After a change run the command that stands at the top of the requirements file."""
    pinned = pins(name)
    for wanted in map(Requirement, NEEDED[name]):
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)])


def test_tests_run_with_the_versions_that_users_get() -> None:
    for_users, for_tests = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name: for_tests.get(name) for name in for_users} == for_users


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_every_requirement_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z])", text)[1:]
    assert len(blocks) == len(PIN.findall(text))
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


def test_ci_run_can_be_executed() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_an_unknown_benchmark_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_benchmarks(["weather"]) == 2
    assert "There is no weather; there are: " in capsys.readouterr().err
