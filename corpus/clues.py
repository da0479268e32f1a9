"""What a text, a file's name and an address give away of an article where nothing else says it. Nothing is invented."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from corpus import dates
from corpus.article import GUESSED, READ, Metadata

_TOP: Final = 3000  # code points
_AGENCIES: Final = "Reuters|AP|Associated Press|AFP|UPI|dpa|DPA|EFE|ANSA|TASS|Xinhua|Kyodo|PTI|Bloomberg|PA Media"
_LANGUAGES: Final = {
    "en": "eng english",
    "de": "deu ger german",
    "fr": "fra fre french",
    "es": "spa spanish",
    "it": "ita italian",
    "pt": "por portuguese",
    "ru": "rus russian",
    "uk": "ukr ukrainian",
    "pl": "pol polish",
    "nl": "nld dut dutch",
    "tr": "tur turkish",
    "ar": "ara arabic",
    "zh": "zho chi chinese",
    "ja": "jpn japanese",
    "ko": "kor korean",
}
_TAG: Final = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]{1,30})?")


def completed(known: Metadata, text: str, file: str = "") -> Metadata:
    """`known` with what the address, the date lines of `text` and the file's name `file` add to it."""
    source, published, certainty = known.source, known.published, known.certainty
    if not source:
        source = domain(known.url) or agency(text)
    if not published:
        published, certainty = _published(text, known.url, file)
    if source == known.source and published == known.published:
        return known
    return replace(known, source=source, published=published, certainty=certainty)


def domain(url: str) -> str:
    """The host of an address of the web, without "www." and port, or nothing."""
    if not url.lower().startswith(("http://", "https://")):
        return ""
    from urllib.parse import urlsplit  # noqa: PLC0415 (most texts of a desk have no address)

    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def agency(text: str) -> str:
    """The news agency that a dateline such as "PARIS, June 1 (Reuters) -" names, if there is just one."""
    if text.find("(", 0, _TOP) < 0:
        return ""
    names = {match[1] for match in _dateline().finditer(text, 0, _TOP)}
    return names.pop() if len(names) == 1 else ""


def language(value: str) -> str:
    """The ISO 639-1 code of a language's tag, its code of three letters or its English name, or nothing."""
    tag = _TAG.fullmatch(value.strip())
    if tag:
        return tag[1].lower()
    return next((code for code, names in _LANGUAGES.items() if value.strip().lower() in names.split()), "")


def _published(text: str, url: str, file: str) -> tuple[str, str]:
    read = dates.in_text(text)
    if read:
        return read, READ
    guessed = (url and dates.in_address(url)) or (file and dates.in_name(file))
    return (guessed, GUESSED) if guessed else ("", "")


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"^[^\S\n]*[A-Z][A-Z]{{2}}[^()\n]{{0,80}}\(({_AGENCIES})\)\s{{0,3}}(?:[-–—]|$)", re.MULTILINE)
