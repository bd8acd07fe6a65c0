"""Runs everything that `quiz serve` starts: web processes and, beside them, the worker."""

import gc
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import DatabaseError
from threading import Event, Thread
from time import sleep
from types import FrameType

from flask import Flask
from granian import Granian
from granian.constants import Interfaces

from quiz.actions.set_up import set_up
from quiz.actions.sign_in import make_owner_link
from quiz.app import create_app
from quiz.core.problems import Problem
from quiz.storage.checkpoints import checkpoint, database_file, last_write
from quiz.storage.engine import bring_up_to_date
from quiz.web.database import db

RESTART_SECONDS, LOOK_SECONDS = 1.0, 0.5
CHECKPOINT_SECONDS = 1.0  # a failing disk or power supply takes no more than that


def prepare(app: Flask) -> str:
    """Bring the database up to date, add what is built in, return a new sign-in token."""
    now = datetime.now(UTC)
    with app.app_context():
        bring_up_to_date(db.engine)
        set_up(db.session(), now)
        token = make_owner_link(db.session(), now)
        db.session.remove()
        db.engine.dispose()
    return token


def check_port(host: str, port: int) -> None:
    """Raise a Problem where the port can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Problem(
                "Port %(port)d on %(host)s can't be used (%(reason)s). Choose another, "
                "such as: make run PORT=%(other)d",
                port=port,
                host=host,
                reason=error.strerror,
                other=port + 1,
            ) from None


def serve(
    host: str, port: int, database: str, *, processes: int, with_worker: bool
) -> None:
    """Serve until told to stop. SQLite does best with one thread a process.

    `database` is its address, as in the settings.
    """
    stopped = Event()
    if file := database_file(database):
        Thread(target=keep_checkpointing, args=(file, stopped), daemon=True).start()
    # Stop as on Ctrl+C, so that the worker is stopped too.
    signal.signal(signal.SIGTERM, interrupt)
    if with_worker:
        # Started before Granian forks: a fork during Popen keeps its error pipe open,
        # and Popen would wait for the pipe's end for ever.
        worker = Thread(target=keep_worker, args=(start_worker(), stopped), daemon=True)
        worker.start()
    try:
        Granian(
            "quiz.server:web_app",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=processes,
            blocking_threads=1,
            websockets=False,
            log_enabled=False,
            factory=True,
            respawn_failed_workers=True,
            workers_kill_timeout=5,  # a process told to end while it starts hears nothing
        ).serve()
    finally:
        stopped.set()
        if with_worker:
            worker.join()


def web_app() -> Flask:
    """Make the app of one web process."""
    leave_with(os.getppid())
    app = create_app()
    # What lives as long as the process is never looked through for garbage: it would
    # hold up every visitor for a tenth of a second now and then.
    gc.collect()
    gc.freeze()
    return app


def leave_with(parent: int) -> None:
    """End this process soon after its parent, even if that was killed outright."""

    def watch() -> None:
        while os.getppid() == parent:
            sleep(LOOK_SECONDS)
        os._exit(0)

    Thread(target=watch, daemon=True).start()


def keep_checkpointing(database: Path, stopped: Event) -> None:
    """Bring what was written to its place on the disk, every second that brings some."""
    done = None
    while not stopped.wait(CHECKPOINT_SECONDS):
        if (written := last_write(database)) != done:
            with suppress(OSError, DatabaseError):  # the next time, then
                checkpoint(database)
                done = written


def interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def start_worker() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "quiz", "worker", "--parent", str(os.getpid())]
    return subprocess.Popen(command)


def keep_worker(process: subprocess.Popen[bytes], stopped: Event) -> None:
    """Keep one worker process running; start it again when it dies."""
    while True:
        while process.poll() is None and not stopped.wait(0.2):
            pass
        if process.poll() is None:
            process.terminate()
            process.wait()
        if stopped.wait(RESTART_SECONDS):
            return
        process = start_worker()
