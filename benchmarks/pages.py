"""Practice pages per second over a bare Flask page, on one server with the same settings.

Goals, 16 learners at once on SQLite: a ratio of at least 0.10, no failed page, and a
99th percentile of at most 3 times the median.
"""

import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.answers import (
    CLIENTS,
    ROUNDS,
    Answering,
    Measured,
    greeters,
    hello_server,
    measure,
    prepare,
)
from tests.running import running_quiz

ANSWERS_BEFORE = 6
RATIO_GOAL, SPREAD_GOAL = 0.10, 3.0


@dataclass
class Looking(Answering):
    """A learner in the middle of a sitting who looks at the next question."""

    def begin(self) -> None:
        self.look()
        for _ in range(ANSWERS_BEFORE):
            self.got = b""
            self.connection.sendall(super().request())
            while (response := self.receive()) is None:
                pass
            assert super().is_well(response), response[:500]

    def request(self) -> bytes:
        return (
            b"GET /practice/1 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: ko\r\n"
            b"Cookie: zone=Asia/Seoul; %s\r\n\r\n" % self.cookie
        )

    def is_well(self, response: bytes) -> bool:
        return response.startswith(b"HTTP/1.1 200") and b'name="question"' in response


def main() -> bool:
    """Print the ratio and return whether the goals are met."""
    with tempfile.TemporaryDirectory() as folder, hello_server() as hello:
        prepare(Path(folder))
        with running_quiz(Path(folder)) as quiz:
            port = int(quiz.url.rpartition(":")[2])
            rounds = [(measure(greeters(hello)), look(port)) for _ in range(ROUNDS)]
    return report(rounds)


def look(port: int) -> Measured:
    learners = [Looking(port) for _ in range(CLIENTS)]
    for learner in learners:
        learner.begin()
    return measure(learners)


def report(rounds: list[tuple[Measured, Measured]]) -> bool:
    ratio = statistics.median(load.per_second / bare.per_second for bare, load in rounds)
    rate = statistics.median(load.per_second for _, load in rounds)
    half = statistics.median(load.percentile(0.5) for _, load in rounds)
    most = statistics.median(load.percentile(0.99) for _, load in rounds)
    failed = sum(load.failed for _, load in rounds)
    sys.stdout.write(
        f"practice page: {ratio:.3f} of bare hello (goal {RATIO_GOAL}), {rate:,.0f}/s,"
        f" {failed} failed, p50 {half * 1000:.1f} ms, p99 {most * 1000:.1f} ms ="
        f" {most / half:.1f} times (goal at most {SPREAD_GOAL:.0f})\n"
    )
    return ratio >= RATIO_GOAL and not failed and most <= SPREAD_GOAL * half
