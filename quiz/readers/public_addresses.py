"""Which web addresses may be fetched: none that leads into a private network."""

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

from quiz.core.problems import Problem

PORTS = {"http": 80, "https": 443}
LONGEST_ADDRESS = 2000
HOST = re.compile(r"[A-Za-z0-9._:-]{1,253}")
# IPv4 inside IPv6 by a translator (RFC 6052); its local form (RFC 8215) is nobody's else.
NAT64, LOCAL_NAT64 = IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48")
COMPATIBLE = IPv6Network("::/96")
Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address in parts; `host` is in ASCII, `path` has its query."""

    scheme: str
    host: str
    port: int
    path: str


def read_address(text: str, *, any_port: bool = False) -> WebAddress:
    """Take a web address apart; its port is the usual one unless `any_port`.

    Raises:
        Problem: it is none that is fetched here.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        host = host.encode("idna").decode() if not host.isascii() else host
    except ValueError:  # brackets or a port that are none; UnicodeError is one too
        raise no_address() from None
    if parts.scheme not in PORTS or not HOST.fullmatch(host) or len(text) > LONGEST_ADDRESS:
        raise no_address()
    if parts.username is not None or parts.password is not None:
        raise Problem("A web address with a name or a password in it is not fetched.")
    if not any_port and port not in {None, *PORTS.values()}:
        raise Problem("A web address with another port than 80 or 443 is not fetched.")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        path += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return WebAddress(parts.scheme, host, port or PORTS[parts.scheme], path)


def no_address() -> Problem:
    return Problem("Give a web address that begins with http:// or https://.")


def public_addresses(address: WebAddress, resolve: Resolve) -> Sequence[str]:
    """Return the numeric addresses of the host; every one of them is public.

    Connect to one of these and to nothing else: a name asked twice may answer otherwise.

    Raises:
        Problem: the name is unknown, or one of its addresses is not public.
    """
    found = resolve(address.host, address.port)
    if not found:
        raise unknown(address.host)
    if not all(is_public(each) for each in found):
        raise Problem(
            "“%(host)s” leads into a private network, so it is not fetched.",
            host=address.host,
        )
    return found


def unknown(host: str) -> Problem:
    return Problem(
        "There is no site “%(host)s”, or the network can't be reached.", host=host
    )


def look_up(host: str, port: int) -> Sequence[str]:
    """Return the numeric addresses of a host; none where its name is unknown."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def is_public(numeric: str) -> bool:
    """Tell whether a numeric address is one of the public internet's."""
    try:
        address = ip_address(numeric)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        if address.scope_id or address in LOCAL_NAT64:
            return False
        inner = inner_ipv4(address)
        if inner is not None:
            return is_public_host(inner)
        return is_public_host(address) and not (address.is_site_local or address.teredo)
    return is_public_host(address)


def is_public_host(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def inner_ipv4(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for, or None."""
    if found := address.ipv4_mapped or address.sixtofour:
        return found
    if address in NAT64 or address in COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def looks_like_address(text: str) -> bool:
    return bool(re.match(r"https?://\S+$", text.strip(), re.I))
