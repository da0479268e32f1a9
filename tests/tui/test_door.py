"""Who may come in to a served desk, and where the address leads."""

import pytest

from tui.web.door import address, door, is_everywhere, is_loopback

TOKEN = "s3cret-token_"
LOCAL = door(TOKEN, "127.0.0.1", ())
OPEN = door(TOKEN, "0.0.0.0", ("Desk", "desk.example.org"))
NAMED = door(TOKEN, "news.local", ())


@pytest.mark.parametrize("path", [f"/{TOKEN}/", f"/{TOKEN}/ws", f"/{TOKEN}/static/js/textual.js", f"/{TOKEN}"])
def test_the_token_opens_everything(path: str) -> None:
    assert LOCAL.refuses(path, "127.0.0.1:8000", None) == ""


@pytest.mark.parametrize(
    "path",
    ["", "/", "//", "/ws", "/static/js/textual.js", f"/{TOKEN}x/", f"/{TOKEN[:-1]}/", f"//{TOKEN}/", "/täken/", TOKEN],
)  # fmt: skip
def test_nothing_opens_without_it(path: str) -> None:
    assert LOCAL.refuses(path, "127.0.0.1:8000", None) == "the address is not whole"


@pytest.mark.parametrize(
    ("host", "comes_in"),
    [("127.0.0.1:8000", True), ("localhost:8000", True), ("LOCALHOST", True), ("[::1]:8000", True),
     ("evil.example:8000", False), ("localhost.evil.example", False), ("192.168.0.9:8000", False), ("", False),
     ("[::1", False), ("evil@127.0.0.1.example", False)],
)  # fmt: skip
def test_a_server_for_this_machine_goes_by_its_own_names_only(host: str, *, comes_in: bool) -> None:
    assert bool(LOCAL.refuses(f"/{TOKEN}/", host, None)) is not comes_in


@pytest.mark.parametrize(
    ("host", "comes_in"),
    [("192.168.0.9:8000", True), ("[fe80::1]:8000", True), ("desk:8000", True), ("desk.example.org", True),
     ("evil.example", False)],
)  # fmt: skip
def test_a_server_for_others_goes_by_its_names_and_by_figures(host: str, *, comes_in: bool) -> None:
    assert bool(OPEN.refuses(f"/{TOKEN}/", host, None)) is not comes_in


def test_a_server_goes_by_the_name_it_was_given() -> None:
    assert NAMED.refuses(f"/{TOKEN}/", "News.Local:80", None) == ""


@pytest.mark.parametrize(
    ("origin", "comes_in"),
    [("http://localhost:8000", True), ("https://localhost:8000", True), ("HTTP://LOCALHOST:8000", True),
     ("http://localhost:8001", False), ("http://localhost", False), ("http://evil.example", False), ("null", False),
     ("", False)],
)  # fmt: skip
def test_only_its_own_page_may_ask(origin: str, *, comes_in: bool) -> None:
    assert bool(LOCAL.refuses(f"/{TOKEN}/ws", "localhost:8000", origin)) is not comes_in


@pytest.mark.parametrize(
    ("host", "loopback", "everywhere"),
    [("127.0.0.1", True, False), ("127.9.9.9", True, False), ("::1", True, False), ("localhost", True, False),
     ("0.0.0.0", False, True), ("::", False, True), ("", False, True), ("192.168.0.9", False, False),
     ("news.local", False, False)],
)  # fmt: skip
def test_who_can_reach_a_server(host: str, *, loopback: bool, everywhere: bool) -> None:
    assert (is_loopback(host), is_everywhere(host)) == (loopback, everywhere)


def test_an_address_can_be_typed_into_a_browser() -> None:
    assert address("127.0.0.1", 80, "t") == "http://127.0.0.1:80/t/"
    assert address("::1", 8000, "t") == "http://[::1]:8000/t/"
