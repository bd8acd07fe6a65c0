"""Answers per second over a bare Flask page, on one server with the same settings.

Goals, 16 learners at once on SQLite: a ratio of at least 0.10, no failed answer, and
a 99th percentile of at most 3 times the median.
"""

import re
import selectors
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import connect
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from flask import Flask

from quiz.core.questions import Answer, AnswerKind, Bank, Form, Option, Question, Status
from quiz.formats.bank_file import write_bank
from tests.running import free_port, running_quiz

CLIENTS, ROUNDS, SECONDS, WARM_UP = 16, 3, 2.5, 0.5
QUESTIONS = 1200  # more than one learner answers in a round
RATIO_GOAL, SPREAD_GOAL = 0.10, 3.0
ROOT = Path(__file__).parent.parent
FIELD = re.compile(rb'name="csrf_token"[^>]*value="([^"]+)"')
COOKIE = re.compile(rb"set-cookie: (quiz=[^;]+)", re.IGNORECASE)
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


def hello_app() -> Flask:
    """Make the smallest Flask app there is."""
    app = Flask("hello")
    app.add_url_rule("/", "hello", lambda: "hello")
    return app


@dataclass
class Visitor:
    """One keep-alive connection. Subclasses say what is sent and what is well."""

    port: int
    connection: socket.socket = field(init=False)
    sent_at: float = 0.0
    got: bytes = b""

    def __post_init__(self) -> None:
        self.connection = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def request(self) -> bytes:
        return b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

    def is_well(self, response: bytes) -> bool:
        return response.startswith(b"HTTP/1.1 200") and response.endswith(b"hello")

    def send(self) -> None:
        self.got, self.sent_at = b"", time.perf_counter()
        self.connection.sendall(self.request())

    def receive(self) -> bytes | None:
        """Return the response once it is whole."""
        self.got += self.connection.recv(65536)
        head, gap, body = self.got.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        whole = gap and len(body) >= (int(length[1]) if length else 0)
        return self.got if whole else None


@dataclass
class Answering(Visitor):
    """A learner with a cookie of their own who answers every question twice."""

    cookie: bytes = b""
    token: str = ""
    answered: int = 0

    def look(self) -> None:
        """Get the first question's page, as a browser does."""
        ask = b"GET /practice/1 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: ko\r\n\r\n"
        self.connection.sendall(ask)
        self.got = b""
        while (page := self.receive()) is None:
            pass
        found = FIELD.search(page)
        assert found, page[:500]
        self.token = found[1].decode()
        self.keep_cookie(page)

    def keep_cookie(self, response: bytes) -> None:
        if found := COOKIE.search(response):
            self.cookie = found[1]

    def request(self) -> bytes:
        question, reps = divmod(self.answered, 2)
        values = {
            "csrf_token": self.token,
            "question": question + 1,
            "reps": reps,
            "shown_as": Form.CHOICE.value,
            "answer": "12" if question % 3 else f"right {question}",
        }
        body = urlencode(values).encode()
        return (
            b"POST /practice/1 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: ko\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n"
            b"Cookie: zone=Asia/Seoul; %s\r\nContent-Length: %d\r\n\r\n%s"
            % (self.cookie, len(body), body)
        )

    def is_well(self, response: bytes) -> bool:
        self.keep_cookie(response)
        self.answered += 1
        return response.startswith(b"HTTP/1.1 303") and b"/practice/answers/" in response


@dataclass
class Measured:
    """Requests in a time, those that failed, and how long each took, in seconds."""

    seconds: float
    waits: list[float]
    failed: int

    @property
    def per_second(self) -> float:
        return len(self.waits) / self.seconds

    def percentile(self, part: float) -> float:
        waits = sorted(self.waits)
        return waits[min(int(len(waits) * part), len(waits) - 1)]


def main() -> bool:
    """Print the ratio and return whether the goals are met."""
    with tempfile.TemporaryDirectory() as folder, hello_server() as hello:
        instance = Path(folder)
        prepare(instance)
        with running_quiz(instance) as quiz:
            port = int(quiz.url.rpartition(":")[2])
            rounds = [(measure(greeters(hello)), *answers(port)) for _ in range(ROUNDS)]
        acknowledged = sum(count for _, _, count in rounds)
        stored = count_reviews(instance)
    return report([(bare, load) for bare, load, _ in rounds], acknowledged - stored)


def greeters(port: int) -> list[Visitor]:
    return [Visitor(port) for _ in range(CLIENTS)]


def answers(port: int) -> tuple[Measured, int]:
    """Let new learners answer; return the figures and how many answers they sent."""
    learners = [Answering(port) for _ in range(CLIENTS)]
    for learner in learners:
        learner.look()
    measured = measure(learners)
    return measured, sum(learner.answered for learner in learners) - measured.failed


def measure(visitors: Sequence[Visitor]) -> Measured:
    """Keep every connection busy for a while; the first moments are not counted."""
    start = time.perf_counter() + WARM_UP
    end, waits, failed, busy = start + SECONDS, [], 0, len(visitors)
    with selectors.DefaultSelector() as ready:
        for visitor in visitors:
            ready.register(visitor.connection, selectors.EVENT_READ, visitor)
            visitor.send()
        while busy:
            for key, _ in ready.select(timeout=30):
                visitor = key.data
                if (response := visitor.receive()) is None:
                    continue
                now = time.perf_counter()
                failed += not visitor.is_well(response)
                if start <= now < end:
                    waits.append(now - visitor.sent_at)
                if now < end:
                    visitor.send()
                else:
                    busy -= 1
    for visitor in visitors:
        visitor.connection.close()
    return Measured(SECONDS, waits, failed)


def report(rounds: list[tuple[Measured, Measured]], lost: int) -> bool:
    ratio = statistics.median(load.per_second / bare.per_second for bare, load in rounds)
    bare = statistics.median(bare.per_second for bare, _ in rounds)
    rate = statistics.median(load.per_second for _, load in rounds)
    half = statistics.median(load.percentile(0.5) for _, load in rounds)
    most = statistics.median(load.percentile(0.99) for _, load in rounds)
    failed = sum(load.failed for _, load in rounds)
    sys.stdout.write(
        f"answers: {ratio:.3f} of bare hello (goal {RATIO_GOAL}),"
        f" {rate:,.0f}/s over {bare:,.0f}/s, {failed} failed, {lost} lost,"
        f" p50 {half * 1000:.1f} ms, p99 {most * 1000:.1f} ms = {most / half:.1f} times"
        f" (goal at most {SPREAD_GOAL:.0f})\n"
    )
    return ratio >= RATIO_GOAL and not failed and not lost and most <= SPREAD_GOAL * half


@contextmanager
def hello_server() -> Iterator[int]:
    """Serve the bare page with the settings of `quiz serve`; give its port."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2"),
        *("--blocking-threads", "1", "--no-ws", "--no-log", "--factory"),
        *("--host", "127.0.0.1", "--port", str(port), "benchmarks.answers:hello_app"),
    ]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def wait_for(port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("The bare server did not start.")


def prepare(instance: Path) -> None:
    """Put one public bank of many questions into an installation of its own."""
    made = datetime(2026, 1, 1, tzinfo=UTC)
    questions = tuple(
        Question(
            str(uuid5(NAMESPACE_URL, f"question {number}")),
            f"What is the name of number {number}?",
            Answer(AnswerKind.WORDS, (f"right {number}",)),
            wrong=tuple(Option(str(wrong)) for wrong in (11, 12, 13)),
            forms=(Form.CHOICE,),
            status=Status.APPROVED,
            created=made,
            changed=made,
        )
        for number in range(QUESTIONS)
    )
    bank = Bank(
        str(uuid5(NAMESPACE_URL, "benchmark")), "Numbers", "en", questions=questions
    )
    file = instance / "numbers.quiz.json"
    file.write_bytes(write_bank(bank))
    command = [sys.executable, "-m", "quiz", "import", str(file)]
    environment = {"QUIZ_INSTANCE": str(instance)}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    with closing(connect(instance / "quiz.db")) as database:
        database.execute("UPDATE bank SET is_public = 1")
        database.commit()


def count_reviews(instance: Path) -> int:
    with closing(connect(instance / "quiz.db")) as database:
        return int(database.execute("SELECT count(*) FROM review").fetchone()[0])
