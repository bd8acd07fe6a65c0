"""The real server: what it prints, how it ends, and that its worker is kept alive."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.running import RunningQuiz, children, running_quiz, worker_of

QUIZ = Path(sys.executable).with_name("quiz")


@pytest.fixture(scope="module")
def quiz(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningQuiz]:
    with running_quiz(tmp_path_factory.mktemp("instance")) as running:
        yield running


def eventually(holds: Callable[[], bool], seconds: float = 15) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False


def is_alive(pid: int) -> bool:
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True
    ).stdout
    return bool(state.strip()) and not state.strip().startswith(b"Z")


def test_it_prints_its_address_and_a_link_that_works(quiz: RunningQuiz) -> None:
    assert f"{quiz.url}/" in "\n".join(quiz.lines)
    with urllib.request.urlopen(quiz.owner_link) as page:
        assert page.status == 200


def test_a_killed_worker_is_started_again(quiz: RunningQuiz) -> None:
    assert eventually(lambda: worker_of(quiz.process.pid) is not None)
    killed = worker_of(quiz.process.pid)
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    assert eventually(lambda: worker_of(quiz.process.pid) not in {None, killed})


def test_a_port_in_use_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run(
            [QUIZ, "serve", "--port", str(port)],
            env={**os.environ, "QUIZ_INSTANCE": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Error: Port {port} on 127.0.0.1 can't be used")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_the_worker_goes_when_the_server_goes(how: signal.Signals, tmp_path: Path) -> None:
    with running_quiz(tmp_path) as running:
        assert eventually(lambda: worker_of(running.process.pid) is not None)
        worker = worker_of(running.process.pid)
        assert worker is not None
        processes = children(running.process.pid)
        running.process.send_signal(how)
        running.process.wait(20)
        assert eventually(lambda: not any(is_alive(pid) for pid in processes), 20)
