"""Phrases of the site around an article: ways through it, buttons of sharing, dates, weather."""

from typing import Final

from corpus.boilerplate.kinds import LISTING, NAVIGATION, SHARE, STAMP
from corpus.boilerplate.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    (
        "top",
        NAVIGATION,
        8,
        r"(?:back|return|scroll|go|jump) (?:up )?to (?:the )?top\b",
    ),
    (
        "skip jump",
        NAVIGATION,
        12,
        (
            r"(?:skip|jump) to (?:the )?(?:main |primary |page )?(?:content|navigation|search|footer|article|"
            r"comments)\b"
        ),
    ),
    (
        "share shares",
        SHARE,
        40,
        (
            r"(?:[^\w\"']{0,4})(?:please )?(?:read (?:or|and) )?share (?:this|the (?:article|story|post|news|love)|"
            r"your|on|via|with|it\b|now|link|article|story|post|page)\b.{0,200}$"
        ),
    ),
    (
        "love spread",
        SHARE,
        6,
        r"spread (?:the )?(?:love|word|news)\b",
    ),
    (
        "sharing share",
        SHARE,
        14,
        r".{0,30}\bsharing (?:is caring|options|this story)\b|.{0,40}click to share",
    ),
    (
        "navigation",
        NAVIGATION,
        3,
        r"post navigation$",
    ),
    (
        "ago",
        STAMP,
        6,
        (
            r"(?:[^\w\"']{0,3})(?:(?:author|avatar|posted|updated|published|by|about|over|-|•) ){0,5}"
            r"(?:\d{1,3}|an?|one|two|three) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|"
            r"year)s? ago$"
        ),
    ),
    (
        "read reading",
        STAMP,
        8,
        (
            r"(?:[a-z ]{0,24})(?:(?:estimated )?reading time|(?:less than )?(?:a|"
            r"\d{1,3}) ?-?(?:min(?:ute)?s?)(?:'s)? (?:to )?read\b|\d{1,3} min(?:ute)?s? reading)"
        ),
    ),
    (
        "weather forecast humidity temperature",
        LISTING,
        14,
        (
            r"(?:today's |local |weekend )?weather(?: (?:forecast|today|alerts?|radar|now))?$|(?:humidity|wind|"
            r"feels like|high|low)\s?[:：] ?\d"
        ),
    ),
    (
        "previous next prev",
        NAVIGATION,
        40,
        (
            r"(?:[^\w\"']{0,4})(?:previous|next|prev)(?: (?:post|article|story|page|video|slide|up))?(?:[:：»›>]|$)|"
            r"(?:[^\w\"']{0,3})(?:previous|next|older|newer) (?:post|article|story)s?(?!.*[.?!]$)|"
            r".{0,20}last videonext video"
        ),
    ),
)
