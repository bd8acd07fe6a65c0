"""A browser for the tests: one that is installed, or else one that is fetched."""

import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.debian import DebianError, can_install, install

COMMANDS = (
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
)
MAC_PLACES = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WHERE_PLAYWRIGHT_KEEPS_IT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
DOWNLOAD_SECONDS, START_SECONDS = 600, 60
WAY_OUT = (
    "The journeys need a browser and none could be found or fetched: install Chrome,"
    " Chromium or Edge, or name one with QUIZ_TEST_BROWSER=/path/to/chrome."
)


class NoBrowserError(RuntimeError):
    """No browser starts on this machine; the message says what to do."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Make pytest-playwright start the machine's own browser, whoever asks for a page."""
    return {
        **browser_type_launch_args,
        "executable_path": str(find_browser()),
        "args": list(launch_arguments()),
    }


def launch_arguments() -> tuple[str, ...]:
    # Chromium's sandbox refuses to work for root.
    return (*QUIET, "--no-sandbox") if is_root() else QUIET


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@functools.cache
def find_browser() -> Path:
    """Return the first browser of this machine that starts.

    Raises:
        NoBrowserError: there is none.
    """
    if chosen := os.environ.get("QUIZ_TEST_BROWSER"):
        if starts(Path(chosen)):
            return Path(chosen)
        raise NoBrowserError(f"QUIZ_TEST_BROWSER={chosen} does not start: {WAY_OUT}")
    for path in (*installed_browsers(os.environ), *downloaded_browser()):
        if starts(path):
            return path
    raise NoBrowserError(WAY_OUT)


def prepare_browser() -> Path:
    """Return a browser that starts, fetching one where there is none.

    Raises:
        NoBrowserError: none could be had.
    """
    ways: tuple[Callable[[], None], ...] = (download, install_with_apt)
    for fetch in () if os.environ.get("QUIZ_TEST_BROWSER") else ways:
        try:
            return find_browser()
        except NoBrowserError:
            fetch()
    return find_browser()


def installed_browsers(environment: Mapping[str, str]) -> Iterable[Path]:
    """Yield the browsers on PATH, then those in the usual places of macOS and Windows."""
    for command in COMMANDS:
        if found := shutil.which(command, path=environment.get("PATH")):
            yield Path(found)
    applications = ("/Applications", f"{environment.get('HOME', '')}/Applications")
    programs = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
    places = [Path(folder, place) for folder in applications for place in MAC_PLACES]
    places += [
        Path(environment[folder], place)
        for folder in programs
        if folder in environment
        for place in WINDOWS_PLACES
    ]
    yield from (path for path in places if path.exists())


def downloaded_browser() -> Iterable[Path]:
    """Yield the Chromium that playwright keeps for itself, if it has been downloaded."""
    # In a process of its own: pytest-playwright may have a driver running in this one.
    said = run((sys.executable, "-c", WHERE_PLAYWRIGHT_KEEPS_IT), START_SECONDS)
    if said is not None and Path(said.strip()).is_file():
        yield Path(said.strip())


def starts(path: Path) -> bool:
    """Tell whether the browser shows an empty page; an installed one may be a mere stub."""
    # Its own profile: with the person's own, a running browser would open a window.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = (f"--user-data-dir={profile}", "--dump-dom", "about:blank")
        shown = run((str(path), "--headless", *launch_arguments(), *options), START_SECONDS)
    return "<html" in (shown or "")


def download() -> None:
    say("No browser is installed; playwright downloads Chromium (about 170 MB).")
    command = ("playwright", "install", "--no-shell", "chromium")
    run((sys.executable, "-m", *command), DOWNLOAD_SECONDS)


def install_with_apt() -> None:
    if not can_install():
        return
    say("The download did not work; installing Debian's chromium.")
    korean = run(("fc-list", ":lang=ko", "file"), START_SECONDS)
    try:
        install("chromium", *(() if korean else ("fonts-noto-cjk",)))
    except DebianError as reason:
        say(str(reason))


def run(command: Iterable[str], seconds: float) -> str | None:
    """Return what `command` printed, or None if it failed or took longer."""
    try:
        process = subprocess.Popen(
            list(command),
            # A dead network is noticed early; a slow one has all the time.
            env={**os.environ, "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "15000"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError:
        return None
    with process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except BaseException as late:
            end_with_children(process)
            if isinstance(late, subprocess.TimeoutExpired):
                return None
            raise
    return None if process.returncode else said


def end_with_children(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)  # start_new_session made it the leader


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201  # it is what make shows
