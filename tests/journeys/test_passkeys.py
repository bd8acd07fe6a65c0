"""Passkeys in a real browser, whose device the test plays."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.test_practice import check_page
from tests.running import RunningQuiz

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def url(server: RunningQuiz) -> str:
    return server.url.replace("127.0.0.1", "localhost")


def new_page(browser: Browser, **settings: Any) -> Page:
    context = browser.new_context(locale="ko-KR", **settings)
    return context.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = new_page(browser, viewport={"width": 360, "height": 740}, color_scheme="dark")
    yield page
    page.context.close()


@pytest.fixture
def laptop(browser: Browser) -> Iterator[Page]:
    page = new_page(browser, viewport={"width": 1280, "height": 800})
    yield page
    page.context.close()


class Device:
    """The lock of a device, as Chromium plays it."""

    def __init__(self, page: Page) -> None:
        context: BrowserContext = page.context
        self.session = context.new_cdp_session(page)
        self.session.send("WebAuthn.enable")
        added = self.session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        self.id = added["authenticatorId"]

    def keys(self) -> list[dict[str, Any]]:
        told = {"authenticatorId": self.id}
        found: list[dict[str, Any]] = self.session.send("WebAuthn.getCredentials", told)[
            "credentials"
        ]
        return found

    def take(self, key: dict[str, Any]) -> None:
        """Have a key as devices share them that belong to one person."""
        told = {"authenticatorId": self.id, "credential": key}
        self.session.send("WebAuthn.addCredential", told)


def answer(page: Page, url: str, times: int) -> None:
    for _ in range(times):
        page.goto(f"{url}/practice/1")
        page.locator("button[name=unknown]").click()
        page.wait_for_url("**/answers/*")


def test_a_passkey_is_made_used_on_another_device_and_removed(
    url: str, phone: Page, laptop: Page
) -> None:
    complaints: list[str] = []
    for page in (phone, laptop):
        page.on("pageerror", lambda error: complaints.append(str(error)))
    lock, other = Device(phone), Device(laptop)
    answer(phone, url, 2)
    phone.goto(url + "/record")
    check_page(phone, 360)
    phone.get_by_role("link", name="패스키 추가").click()
    phone.get_by_label("별명").fill("푸른 하늘")
    phone.get_by_label("이 기기를 부를 이름").fill("내 폰")
    check_page(phone, 360)
    phone.keyboard.press("Enter")
    expect(phone.locator(".toast")).to_contain_text("이 패스키로 돌아올 수")
    expect(phone.locator("main")).to_contain_text("내 폰")
    phone.get_by_role("link", name="패스키 추가").click()
    phone.locator(".btn.main").click()
    expect(phone.get_by_role("alert")).to_contain_text("이미 있습니다")
    answer(laptop, url, 3)
    laptop.goto(url + "/come-back")
    check_page(laptop, 1280)
    laptop.get_by_role("button", name="패스키로 돌아오기").click()
    expect(laptop.get_by_role("alert")).to_contain_text("아무것도 바뀌지")
    (key,) = lock.keys()
    other.take(key)
    laptop.get_by_role("button", name="패스키로 돌아오기").click()
    expect(laptop.locator(".toast")).to_contain_text("다시 오셨")
    laptop.goto(url + "/record")
    expect(laptop.locator("main")).to_contain_text("답 5개")
    laptop.get_by_role("link", name="없애기… 내 폰").click()
    expect(laptop.locator("main")).to_contain_text("하나뿐인 방법")
    check_page(laptop, 1280)
    laptop.get_by_role("checkbox").check()
    laptop.get_by_role("button", name="패스키 없애기").click()
    expect(laptop.locator(".toast")).to_contain_text("패스키를 없앴습니다")
    phone.goto(url + "/come-back")
    phone.get_by_role("button", name="패스키로 돌아오기").click()
    expect(phone.get_by_role("alert")).to_contain_text("기록이 더는 없습니다")
    assert complaints == []


def test_an_address_by_number_leads_to_the_name(
    server: RunningQuiz, url: str, laptop: Page
) -> None:
    laptop.goto(server.url + "/come-back")
    expect(laptop.get_by_role("button", name="패스키로 돌아오기")).to_have_count(0)
    laptop.get_by_role("link", name="localhost").click()
    laptop.wait_for_url(url + "/come-back")
    expect(laptop.get_by_role("button", name="패스키로 돌아오기")).to_be_visible()
    answer(laptop, server.url, 2)
    laptop.goto(server.url + "/record/passkeys/new")
    check_page(laptop, 1280)
    laptop.get_by_role("button", name="링크 만들기").click()
    check_page(laptop, 1280)
    laptop.get_by_role("link", name="localhost").click()
    laptop.get_by_role("button", name="여기서 이어서 하기").click()
    laptop.goto(url + "/record/passkeys/new")
    expect(laptop.get_by_role("button", name="패스키 만들기")).to_be_visible()
