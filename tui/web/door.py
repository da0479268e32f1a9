"""Who may come in: by the token in the address, and by what the browser says it was sent to and from. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from hmac import compare_digest
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
"""The names by which a browser on this machine reaches a server that no other machine can."""


@dataclass(frozen=True, slots=True)
class Door:
    """What a request has to know and to say.

    `names` are those that the server goes by. With `numbers` any address in figures is one of them: no other site can
    make a browser believe that its own name is such an address, which is what DNS rebinding does with names.
    """

    token: str
    names: frozenset[str]
    numbers: bool = False

    def refuses(self, path: str, host: str, origin: str | None) -> str:
        """Why a request is refused; empty where it may come in. `host` and `origin` as the headers have them."""
        if not compare_digest(path.split("/")[1].encode() if "/" in path else b"", self.token.encode()):
            return "the address is not whole"
        if not self._goes_by(name_of(host)):
            return "the address has a name that is not this server's"
        if origin is not None and origin.lower() not in {f"http://{host}".lower(), f"https://{host}".lower()}:
            return "another page asks"
        return ""

    def _goes_by(self, name: str) -> bool:
        return name in self.names or (self.numbers and is_number(name))


def door(token: str, host: str, own_names: Sequence[str]) -> Door:
    """The door of a server that listens on `host`, on a machine of these names."""
    if is_loopback(host):
        return Door(token, frozenset(LOOPBACK) | {host.lower()})
    return Door(token, frozenset(one.lower() for one in (host, *LOOPBACK, *own_names) if one), numbers=True)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    return ip_address(host).is_loopback if is_number(host) else host.lower() == "localhost"


def is_everywhere(host: str) -> bool:
    """Whether a server that listens there listens on every address of the machine."""
    return not host or (is_number(host) and ip_address(host).is_unspecified)


def is_number(host: str) -> bool:
    """Whether a host is an IP address and no name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def address(host: str, port: int, token: str) -> str:
    """The address of the desk, to be opened in a browser."""
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{port}/{token}/"


def name_of(host: str) -> str:
    """The name in a Host header, without the port; empty where it makes no sense."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""
