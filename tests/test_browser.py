"""Which browser the tests take, and what they say where there is none."""

import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import browser
from tests.browser import NoBrowserError, find_browser, installed_browsers, prepare_browser
from tests.debian import DebianError

needs_sh = pytest.mark.skipif(
    sys.platform == "win32", reason="the stand-ins are sh scripts"
)


@pytest.fixture(autouse=True)
def fresh_search(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("QUIZ_TEST_BROWSER", raising=False)
    find_browser.cache_clear()
    yield
    find_browser.cache_clear()


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has no browser and whose attempts to get one do nothing."""
    monkeypatch.setattr(browser, "installed_browsers", lambda _: [])
    monkeypatch.setattr(browser, "downloaded_browser", list)
    monkeypatch.setattr(browser, "download", lambda: None)
    monkeypatch.setattr(browser, "install_with_apt", lambda: None)


def script(path: Path, commands: str) -> Path:
    path.write_text(f"#!/bin/sh\n{commands}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def working(folder: Path, name: str) -> Path:
    return script(folder / name, "echo '<html></html>'")


def stub(folder: Path, name: str) -> Path:
    return script(folder / name, "echo 'install the snap first'; exit 1")


@needs_sh
def test_a_browser_on_the_path_is_found(tmp_path: Path) -> None:
    path = working(tmp_path, "chromium")
    assert list(installed_browsers({"PATH": str(tmp_path)})) == [path]


@needs_sh
def test_a_browser_in_a_macos_folder_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "Applications" / "Google Chrome.app" / "Contents" / "MacOS"
    folder.mkdir(parents=True)
    path = working(folder, "Google Chrome")
    assert path in installed_browsers({"PATH": "", "HOME": str(tmp_path)})


@needs_sh
def test_a_browser_in_a_windows_folder_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "Microsoft" / "Edge" / "Application"
    folder.mkdir(parents=True)
    path = working(folder, "msedge.exe")
    assert path in installed_browsers({"PATH": "", "PROGRAMFILES": str(tmp_path)})


@needs_sh
def test_a_stub_that_does_not_start_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    candidates = [stub(tmp_path, "google-chrome"), working(tmp_path, "chromium")]
    monkeypatch.setattr(browser, "installed_browsers", lambda _: candidates)
    assert find_browser() == tmp_path / "chromium"


@needs_sh
def test_the_browser_that_a_person_names_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = working(tmp_path, "my browser")
    monkeypatch.setenv("QUIZ_TEST_BROWSER", str(chosen))
    assert prepare_browser() == chosen


@pytest.mark.usefixtures("bare_machine")
def test_a_named_browser_that_does_not_start_is_not_replaced_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[str] = []
    monkeypatch.setattr(browser, "download", lambda: fetched.append("download"))
    monkeypatch.setenv("QUIZ_TEST_BROWSER", str(tmp_path / "nothing"))
    with pytest.raises(NoBrowserError, match=r"nothing does not start"):
        prepare_browser()
    assert fetched == []


@needs_sh
@pytest.mark.usefixtures("bare_machine")
@pytest.mark.parametrize("way", ["download", "install_with_apt"])
def test_where_none_is_installed_one_is_fetched(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[Path] = []
    monkeypatch.setattr(browser, way, lambda: fetched.append(working(tmp_path, "chrome")))
    monkeypatch.setattr(browser, "downloaded_browser", lambda: fetched)
    assert prepare_browser() == tmp_path / "chrome"
    assert len(fetched) == 1


@pytest.mark.usefixtures("bare_machine")
def test_where_none_can_be_had_one_sentence_says_what_to_do() -> None:
    with pytest.raises(
        NoBrowserError, match=r"install Chrome.*QUIZ_TEST_BROWSER"
    ) as caught:
        prepare_browser()
    assert "\n" not in str(caught.value)


def test_apt_is_not_touched_where_we_may_not_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*packages: str) -> None:
        raise AssertionError(packages)

    monkeypatch.setattr(browser, "can_install", lambda: False)
    monkeypatch.setattr(browser, "install", refuse)
    browser.install_with_apt()


@pytest.mark.parametrize(
    ("fonts", "packages"),
    [("", ("chromium", "fonts-noto-cjk")), ("/usr/share/noto.ttc\n", ("chromium",))],
)
def test_apt_brings_korean_letters_where_there_are_none(
    fonts: str, packages: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[tuple[str, ...]] = []
    monkeypatch.setattr(browser, "can_install", lambda: True)
    monkeypatch.setattr(browser, "install", lambda *names: installed.append(names))
    monkeypatch.setattr(browser, "run", lambda *_: fonts)
    browser.install_with_apt()
    assert installed == [packages]


def test_what_apt_complains_about_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*packages: str) -> None:
        raise DebianError("apt-get update: no network")

    monkeypatch.setattr(browser, "can_install", lambda: True)
    monkeypatch.setattr(browser, "install", fail)
    browser.install_with_apt()
    assert "no network" in capsys.readouterr().err


@needs_sh
def test_what_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    child = tmp_path / "child"
    path = script(tmp_path / "slow", f"sleep 600 & echo $! > '{child}'; wait")
    start = time.monotonic()
    assert browser.run((str(path),), seconds=1) is None
    assert time.monotonic() - start < 30
    assert not is_running(int(child.read_text()))


def is_running(pid: int) -> bool:
    for _ in range(50):  # the killed child is gone a moment later
        state = Path(f"/proc/{pid}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.parametrize(("root", "sandboxed"), [(True, False), (False, True)])
def test_only_root_gives_up_the_sandbox(
    root: bool, sandboxed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "is_root", lambda: root)
    assert ("--no-sandbox" not in browser.launch_arguments()) is sandboxed


def test_a_page_opens_in_the_browser_that_was_found(
    page: Page, browser_type_launch_args: dict[str, object]
) -> None:
    assert browser_type_launch_args["executable_path"] == str(find_browser())
    page.set_content("<h1>퀴즈</h1>")
    assert page.locator("h1").inner_text() == "퀴즈"
