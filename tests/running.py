"""The real program: `quiz serve` in a process and an installation of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import connect
from tempfile import NamedTemporaryFile

import pytest

from quiz.core.questions import Bank
from quiz.formats.bank_file import write_bank

START_SECONDS, STOP_SECONDS = 60, 20
LINK = re.compile(r"http://\S+/\S+")


@dataclass
class RunningQuiz:
    """A served installation. `url` has no slash at its end; `lines` is what it printed."""

    url: str
    instance: Path
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    @property
    def owner_link(self) -> str:
        """The one-time link into the teacher's desk, as the owner reads it."""
        printed = "\n".join(self.lines)
        links = [link for link in LINK.findall(printed) if self.is_page(link)]
        assert links, f"quiz serve printed no owner's link:\n{printed}"
        return str(links[0])

    def is_page(self, link: str) -> bool:
        return link.startswith(self.url) and len(link) > len(self.url) + 1

    def read_output(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))


def bring_public_bank(quiz: RunningQuiz, bank: Bank) -> int:
    """Bring a bank in as a person does at a terminal, open it to all; its number."""
    with NamedTemporaryFile(suffix=".quiz.json") as file:
        file.write(write_bank(bank))
        file.flush()
        added = subprocess.run(
            [sys.executable, "-m", "quiz", "import", file.name],
            env={"QUIZ_INSTANCE": str(quiz.instance)},
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    number = int(added.stdout.split()[0])
    with closing(connect(quiz.instance / "quiz.db")) as database:
        database.execute("UPDATE bank SET is_public = 1 WHERE id = ?", (number,))
        database.commit()
    return number


@contextmanager
def running_quiz(
    instance: Path, port: int | None = None, **settings: str
) -> Iterator[RunningQuiz]:
    """Run `quiz serve` until the end of the block; `settings` are QUIZ_* variables."""
    port = port or free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("QUIZ_")}
    process = subprocess.Popen(
        [Path(sys.executable).with_name("quiz"), "serve", "--port", str(port)],
        env={**environment, **settings, "QUIZ_INSTANCE": str(instance)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    quiz = RunningQuiz(f"http://127.0.0.1:{port}", instance, process)
    reader = threading.Thread(target=quiz.read_output)
    reader.start()
    try:
        wait_until_it_answers(quiz)
        yield quiz
    finally:
        stop(process)
        reader.join(STOP_SECONDS)
        process.stdout.close()  # type: ignore[union-attr]  # it is a pipe


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def wait_until_it_answers(quiz: RunningQuiz) -> None:
    end = time.monotonic() + START_SECONDS
    while not answers(quiz.url):
        alive = quiz.process.poll() is None
        if not alive or time.monotonic() > end:
            pytest.fail("quiz serve did not start:\n" + "\n".join(quiz.lines))
        time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return bool(response.status == 200)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code < 500
    except OSError:
        return False


def stop(process: subprocess.Popen[str]) -> None:
    """End the server as Ctrl-C does, and insist if it doesn't listen."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        pytest.fail(f"quiz serve was still there {STOP_SECONDS} s after Ctrl-C")


def children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True)
    return [int(line) for line in listed.stdout.split()]


def worker_of(pid: int) -> int | None:
    """Return the process that drafts for the server with this id."""
    for child in children(pid):
        command = subprocess.run(
            ["ps", "-o", "args=", "-p", str(child)], capture_output=True
        )
        if b"worker" in command.stdout:
            return child
    return None
