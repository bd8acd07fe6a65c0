"""Only addresses of the public internet are fetched, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.problems import Problem
from quiz.readers.public_addresses import (
    is_public,
    look_up,
    public_addresses,
    read_address,
)


@pytest.mark.parametrize(
    "numeric",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::808:808",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "no address",
    ],
)
def test_what_is_not_public_is_known(numeric: str) -> None:
    assert not is_public(numeric)


@pytest.mark.parametrize(
    "numeric",
    ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_what_is_public_is_known(numeric: str) -> None:
    assert is_public(numeric)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "0177.0.0.1", "127.1", "[::1]"],
)
def test_a_forged_way_of_writing_a_host_leads_nowhere(host: str) -> None:
    with pytest.raises(Problem, match=r"private network|There is no site"):
        public_addresses(read_address(f"http://{host}/"), look_up)


def test_one_private_address_among_public_ones_is_enough() -> None:
    address = read_address("http://example.com/")
    with pytest.raises(Problem, match="private network"):
        public_addresses(address, lambda host, port: ["8.8.8.8", "10.0.0.1"])
    assert public_addresses(address, lambda host, port: ["8.8.8.8"]) == ["8.8.8.8"]
    with pytest.raises(Problem, match="There is no site"):
        public_addresses(address, lambda host, port: [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.com",
        "ftp://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http:///path",
        "http://[::1/",
        "http://example.com:99999/",
        "http://" + "a" * 3000,
        "http://user:word@example.com/",
        "http://example.com:22/",
        "https://example.com:8443/",
    ],
)
def test_other_addresses_are_refused_before_any_look_up(text: str) -> None:
    with pytest.raises(Problem):
        read_address(text)


def test_an_address_is_taken_apart() -> None:
    found = read_address(" https://한빛.example/가 나?b=다#teil ")
    assert (found.scheme, found.port, found.host) == ("https", 443, "xn--xx3br43b.example")
    assert found.path == "/%EA%B0%80%20%EB%82%98?b=%EB%8B%A4"


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://a/"]))
def test_any_text_is_an_address_or_gets_a_sentence(text: str, start: str) -> None:
    try:
        found = read_address(start + text)
    except Problem:
        return
    assert found.host.isascii()
    assert found.path.isascii()
    assert not set("\r\n ") & set(found.host + found.path)
