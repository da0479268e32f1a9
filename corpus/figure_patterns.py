"""Patterns of numbers, amounts, dates and times in English, in digits or words, each with its label.

A span takes the modifier and the unit ("around 20 percent", "between 15,000 and 16,000 rubles"), not the thing counted.
No pattern repeats over a class that it repeats over already, so each is linear in the length of a text.
"""

import re
from typing import Final

Pattern = tuple[str, re.Pattern[str]]

_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALE: Final = "hundred|thousand|million|billion|trillion"
_SMALL: Final = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES})\b)?|{_TEENS}|{_ONES})"
_WORDS: Final = (
    rf"(?:(?:an?|{_SMALL}|half\san?|several|a\ few)\s(?:{_SCALE}|dozen)s?(?:\s(?:and\s)?(?:{_SMALL}|{_SCALE})){{0,6}}"
    rf"|(?:tens|hundreds|thousands|millions|billions|dozens|scores)(?:\sof\s(?:thousands|millions|billions))?|{_SMALL})\b"
)
_DIGITS: Final = r"(?<![\w.,/-])(?:\d{1,3}(?:[,\u00a0\u202f]\d{3}(?!\d)){1,6}|\d{1,18})(?:\.\d{1,9})?"
_SCALED: Final = rf"{_DIGITS}(?:[ -]?(?:{_SCALE}|dozen|bn|mn|tn|m|k)(?!\w))?"
_NUMBER: Final = rf"(?:{_SCALED}|\b(?<!\bno\s){_WORDS})"
_NEXT_DIGITS: Final = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3}(?!\d)){1,6}|\d{1,18})(?:\.\d{1,9})?"
_NEXT: Final = rf"(?:{_NEXT_DIGITS}(?:[ -]?(?:{_SCALE}|dozen|bn|mn|tn|m|k)(?!\w))?|{_WORDS})"
_RANGE: Final = rf"(?:between\s{_NUMBER}\sand\s{_NEXT}|(?:from\s)?{_NUMBER}(?:(?:\s?[-–—]\s?|\s(?:to|or)\s){_NEXT})?)"
_MODIFIER: Final = (
    r"(?:\b(?:about|around|some|nearly|almost|roughly|approximately|over|under|more\sthan|less\sthan|fewer\sthan|at\sleast"
    r"|at\smost|up\sto|as\s(?:many|much|few|little)\sas|no\s(?:more|less|fewer)\sthan|an?\s(?:estimated|average\sof))\s"
    r"(?:an?\s(?:estimated|additional)\s)?)?"
)
_CURRENCY: Final = r"(?:US|A|C|NZ|HK|S)?[$€£¥₽₴₹₩₺₪]"
_MONEYS: Final = (
    r"dollars?|cents?|euros?|pounds?(?:\ssterling)?|pence|yen|yuan|renminbi|rubles?|roubles?|rupees?|francs?|kron(?:a|or|er)"
    r"|pesos?|reais|real|riyals?|dirhams?|hryvnias?|liras?|won|shekels?|rand|USD|EUR|GBP|JPY|CNY|RUB|UAH"
)
_MEASURES: Final = (
    r"(?:square\s|cubic\s|nautical\s)?(?:kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?"
    r"|yards?|f(?:ee|oo)t|inch(?:es)?|acres?|hectares?)|km2?|cm|mm|kilo(?:gram)?s?|grams?|tonnes?|tons?|kg|mg|lbs?|pounds"
    r"|ounces?|lit(?:re|er)s?|gallons?|barrels?|bushels?|degrees?(?:\s(?:Celsius|Fahrenheit))?|°[CF]|mph|kph|km/h|knots"
    r"|(?:kilo|mega|giga)watts?(?:[- ]hours?)?|[kMG]W|volts?|(?:mega|giga|tera)bytes?|[MGT]B"
)
_LONG_TIMES: Final = r"(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies)|quarters?)(?:[- ]old|[- ]long)?\b"
_SHORT_TIMES: Final = r"(?:hours?|minutes?|seconds?)(?:[- ]long)?\b"
_AWAY: Final = r"(?:\s(?:ago|earlier|later|before|on))?"
_WEEKDAY: Final = r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1[5-9]\d\d|20\d\d)"
_DATE: Final = (
    rf"(?:{_WEEKDAY},?\s)?(?:\b{_MONTH}\s{_DAY}(?:\s?[-–]\s?\d{{1,2}})?(?:,?\s{_YEAR})?"
    rf"|\b{_DAY}(?:\s?[-–]\s?{_DAY})?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?|\b{_MONTH},?\s(?:of\s)?{_YEAR})(?![\w/])"
)
_PART: Final = r"(?:morning|afternoon|evening|night)"
_WHICH: Final = r"(?:this|last|next|past|previous|the\s(?:last|past|next|previous|following|coming))"
_ORDINALS: Final = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|hundredth"
)
_FRACTION: Final = (
    r"(?:(?:one|two|three|four|a)[- ](?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b"
    r"|half(?=\s(?:of|the)\b))"
)


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_COUNTED: Final = _any_case(
    rf"(?=\d|\b[a-z]){_MODIFIER}{_RANGE}(?:"
    r"(?P<PERCENT>\s?(?:%|(?:percent|per\scent|percentage\spoints?)\b))"
    rf"|(?P<MONEY>\s(?:US\s|American\s|Canadian\s|Australian\s)?(?:{_MONEYS})\b)"
    rf"|(?P<QUANTITY>[ -]?(?:{_MEASURES})(?!\w))"
    rf"|(?P<TIME>[ -]{_SHORT_TIMES}{_AWAY})"
    rf"|(?P<DATE>[ -]{_LONG_TIMES}{_AWAY})"
    r"|(?P<CARDINAL>(?![\w%])))"
)

# The label of a match is the name of its group where it has one, else the one that stands here.
FIGURES: Final[tuple[Pattern, ...]] = (
    (
        "MONEY",
        _any_case(
            rf"{_MODIFIER}(?:between\s)?(?<!\w){_CURRENCY}\s?{_NEXT}"
            rf"(?:(?:\s?[-–—]\s?|\s(?:to|or|and)\s){_CURRENCY}?{_NEXT})?"
        ),
    ),
    (
        "TIME",
        _any_case(r"(?<![\w.:])\d{1,2}(?:[:.]\d\d)?\s?(?:a\.m\.|p\.m\.|(?:am|pm)\b)|(?<![\w.:])\d{1,2}:\d\d(?![\d:])"),
    ),
    ("TIME", _any_case(rf"\b(?:noon|midnight|overnight|tonight|(?:this|yesterday|tomorrow|last)\s{_PART})\b")),
    ("TIME", re.compile(rf"{_WEEKDAY}\s(?:late\s|early\s)?{_PART}\b")),
    ("DATE", re.compile(rf"(?:\b[Ll]ate\s|\b[Ee]arly\s)?{_WEEKDAY}s?\b")),
    ("DATE", re.compile(_DATE)),
    ("DATE", re.compile(rf"(?<=\b[Ii]n\s){_MONTH}(?!\w)")),
    ("DATE", re.compile(r"\b(?:January|February|April|June|July|August|September|October|November|December)\b")),
    ("DATE", re.compile(rf"(?<![\w.,/$€£-]){_YEAR}(?:\s?[-–]\s?(?:{_YEAR}|\d\d))?(?![\w%/]|[.,]\d)")),
    ("DATE", re.compile(r"\b(?:the\s)?(?:1\d|20)\d0s\b")),
    ("DATE", re.compile(r"(?<![\d/-])\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?![\d/-])")),
    (
        "DATE",
        _any_case(
            rf"\b{_WHICH}\s(?:(?:few|couple\sof|{_SMALL}|\d{{1,3}})\s)?"
            r"(?:days?|weeks?|weekend|months?|years?|decades?|quarter|summer|winter|spring|autumn|fall)\b"
        ),
    ),
    ("DATE", re.compile(rf"\b(?:[Tt]his|[Ll]ast|[Nn]ext)\s(?:{_MONTH}|{_WEEKDAY})(?!\w)")),
    ("DATE", _any_case(r"\b(?:today|yesterday|tomorrow)\b")),
    (
        "ORDINAL",
        _any_case(rf"\b(?:(?:{_TENS})-)?(?:{_ORDINALS})\b|(?<![\w,.])\d{{1,4}}(?:,\d{{3}})?(?:st|nd|rd|th)\b"),
    ),
    ("CARDINAL", _any_case(rf"{_MODIFIER}\b{_FRACTION}")),
    ("CARDINAL", _COUNTED),  # last, since of equal spans the first counts: 2019 is a year
)
