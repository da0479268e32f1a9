"""The page that holds the terminal, and the headers that keep everything of other hosts out of it. Pure."""

from html import escape
from pathlib import Path
from typing import Final

SIZES: Final = frozenset(map(str, range(6, 49)))
"""Sizes of letters that can be asked for, in pixels."""
USUAL: Final = "16"
_TEMPLATE: Final = Path(__file__).with_name("page.html")


def page(title: str, host: str, token: str, size: str) -> str:
    """The page for a visitor who reached the server as `host`, with letters of `size` pixels where that makes sense."""
    words = {"title": title, "socket": f"ws://{host}/{token}/ws", "size": size if size in SIZES else USUAL}
    text = _TEMPLATE.read_text("utf-8")
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", escape(word))
    return text


def headers(host: str) -> dict[str, str]:
    """The headers of every answer: nothing from elsewhere, in no frame, not kept, and the address is not passed on."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:"
        f"; connect-src 'self' ws://{host}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
