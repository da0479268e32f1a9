"""The names of units of measure and of time, and how they are written."""

from functools import cache
from typing import Final

SECONDS: Final = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86_400,
    "night": 86_400,
    "week": 604_800,
    "fortnight": 1_209_600,
    "month": 2_592_000,
    "year": 31_536_000,
    "decade": 315_360_000,
    "century": 3_153_600_000,
    "season": 7_776_000,
}
"""How many seconds a unit of time has; months have 30 days and years 365."""
_TIMES: Final = {
    "second": "seconds sec secs",
    "minute": "minutes min mins",
    "hour": "hours hr hrs h",
    "day": "days",
    "night": "nights",
    "week": "weeks wk wks",
    "fortnight": "fortnights",
    "month": "months",
    "year": "years yr yrs",
    "decade": "decades",
    "century": "centuries",
    "season": "seasons",
}
_PREFIXED: Final = {
    "metre": "metres meter meters m",
    "gram": "grams gramme grammes g gm",
    "litre": "litres liter liters l",
    "watt": "watts w",
    "watt hour": "wh",
    "volt": "volts v",
    "hertz": "hz",
    "byte": "bytes b",
    "bit": "bits",
    "joule": "joules",
    "tonne": "tonnes",
    "calorie": "calories cal",
    "pascal": "pascals pa",
    "sievert": "sieverts sv",
    "ampere": "amperes amp amps",
}
_PREFIXES: Final = {
    "kilo": "k", "centi": "c", "milli": "m", "micro": "μ", "mega": "M", "giga": "G", "tera": "T", "deci": "d",
    "nano": "n", "pico": "p",
}  # fmt: skip
_OTHERS: Final = {
    "mile": "miles mi",
    "nautical mile": "",
    "yard": "yards yd yds",
    "foot": "feet ft",
    "inch": "inches",
    "acre": "acres",
    "hectare": "hectares ha",
    "light year": "",
    "ton": "tons t",
    "pound": "pounds lb lbs",
    "ounce": "ounces oz",
    "stone": "st",
    "kilogram": "kilo kilos kgs",
    "gallon": "gallons gal",
    "pint": "pints",
    "quart": "quarts",
    "barrel": "barrels",
    "bushel": "bushels",
    "tablespoon": "tablespoons tbsp",
    "teaspoon": "teaspoons tsp",
    "cup": "",
    "degree": "degrees °",
    "radian": "radians rad",
    "knot": "knots",
    "mile per hour": "mph",
    "kilometre per hour": "kph kmh kmph",
    "horsepower": "hp bhp",
    "megabit per second": "mbps",
    "gigabit per second": "gbps",
    "part per million": "ppm",
    "part per billion": "ppb",
    "basis point": "bps",
    "decibel": "decibels db",
    "calibre": "caliber cal",
    "megapixel": "megapixels",
    "kiloton": "kilotons",
    "kilotonne": "kt",
    "megaton": "megatons",
    "barrel per day": "bpd",
    "cubic centimetre": "cc",
    "carat": "carats karat karats",
    "kilometre": "kms klick klicks",
    "square foot": "sqft",
}
ABBREVIATIONS: Final = frozenset(
    "ms h g gm l w wh v b pa sv mi ha t st hp cal m km cm mm kg mg kt kw mw gw kwh mwh gwh twh hz khz mhz ghz kb mb"
    " gb tb kv rad μm μg ml dl cl nm pm dm µg µm db min sec cc".split()
)
"""Abbreviations that are units only behind digits."""


@cache
def unit_names() -> dict[str, str]:
    """From what is written to the unit's name."""
    names = {form: name for name, forms in _TIMES.items() for form in (name, *forms.split())}
    for name, forms in _PREFIXED.items():
        for form in (name, *forms.split()):
            names.setdefault(form, name)
            for prefix, letter in _PREFIXES.items():
                written = prefix + form if len(form) > 3 else letter.lower() + form
                if len(form) > 3 or written in ABBREVIATIONS:
                    names.setdefault(written, prefix + name)
    for name, forms in _OTHERS.items():
        names.update(dict.fromkeys((name, *forms.split()), name))
    # The letter of "micro" has two code points, and is also written as an ordinary u.
    names.update({f"µ{form}": f"micro{name}" for form, name in (("g", "gram"), ("m", "metre"))})
    # What "mw" means depends on the case; news speak of megawatts and megabytes.
    names.update({"mw": "megawatt", "mb": "megabyte", "mwh": "megawatt hour", "mhz": "megahertz", "mt": "megatonne"})
    names.update({"mg": "milligram", "mm": "millimetre", "ml": "millilitre", "mv": "megavolt", "pm": "picometre"})
    for word in ("second", "seconds", "minute", "minutes"):
        names[word] = word.rstrip("s")
    return names
