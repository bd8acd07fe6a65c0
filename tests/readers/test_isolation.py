"""What a file does to its reader stays in a process of its own."""

import json
import subprocess
import sys

import pytest

from quiz.core.problems import Problem
from quiz.readers import isolation
from quiz.readers.isolation import read_apart, read_file_apart
from tests.readers.documents import PARAGRAPHS, docx


def test_a_file_comes_back_as_if_it_were_read_here() -> None:
    found = read_file_apart("한글 이름.docx", docx(*PARAGRAPHS, title="제목"))
    assert found.text == "\n".join(PARAGRAPHS)
    assert found.imprint.title == "제목"
    assert str(found.imprint.date) == "2019-10-07"


def test_a_problem_comes_back_with_its_values() -> None:
    with pytest.raises(Problem) as caught:
        read_file_apart("a.txt", b"a" * 5_000_000)
    assert caught.value.values == {"most": 4}


@pytest.mark.parametrize(
    "does",
    [
        "x = bytearray(10**10)",
        "while True: pass",
        "import os; os.kill(os.getpid(), 9)",
        "1/0",
    ],
)
def test_whatever_ends_the_process_becomes_a_sentence(
    monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    monkeypatch.setattr(isolation, "WALL_SECONDS", 1.0)
    real = subprocess.run

    def run_that(command: list[str], **named: object) -> object:
        code = f"from quiz.readers.reading_process import limit_resources as l; l(); {does}"
        if does.startswith("while"):
            code = does
        return real([sys.executable, "-c", code], **named)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", run_that)
    with pytest.raises(Problem, match="too much time or memory"):
        read_apart(["file", "a"], b"")


def test_the_process_lives_within_its_limits() -> None:
    code = (
        "from quiz.readers.reading_process import limit_resources as l; l();"
        "import resource, json; print(json.dumps([resource.getrlimit(k) for k in"
        "(resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)]))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    limits = json.loads(said.stdout)
    assert limits == [
        [isolation.MEMORY] * 2,
        [isolation.PROCESSOR_SECONDS] * 2,
        [64_000_000] * 2,
    ]
