"""Numbers with units, ranges and modifiers in sentences of many topics: span, kind, value or bounds, unit, modifier."""

from decimal import Decimal

import pytest

from corpus.figures.figure import Figure
from corpus.figures.find import figures

Expected = tuple[str, str, str, str, str]


def told(text: str) -> list[Expected]:
    """Each figure as surface, kind, value or bounds, unit and modifier."""
    return [
        (figure.span.surface(text), figure.kind.value, amount(figure), figure.unit, figure.modifier.value)
        for figure in figures(text)
    ]


def amount(figure: Figure) -> str:
    if figure.value is not None:
        return plain(figure.value)
    if figure.low is None:
        return ""
    return f"{plain(figure.low)}..{plain(figure.high) if figure.high is not None else ''}"


def plain(value: Decimal) -> str:
    return f"{round(value, 4).normalize():f}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # counts in digits and words
        ("Rescuers pulled 14 miners from the shaft.", ("14", "cardinal", "14", "", "exact")),
        ("Twenty-three ships lay at anchor.", ("Twenty-three", "cardinal", "23", "", "exact")),
        ("SEVEN dead in coach crash", ("SEVEN", "cardinal", "7", "", "exact")),
        ("The union has 1,204,500 members.", ("1,204,500", "cardinal", "1204500", "", "exact")),
        ("Some 30\u00a0000 marched.", ("Some 30\u00a0000", "cardinal", "30000", "", "approx")),
        (
            "An estimated 12 million people lost power.",
            ("An estimated 12 million", "cardinal", "12000000", "", "approx"),
        ),
        ("The parliament has a hundred and fifty seats.", ("a hundred and fifty", "cardinal", "150", "", "exact")),
        (
            "two thousand three hundred and twelve votes",
            ("two thousand three hundred and twelve", "cardinal", "2312", "", "exact"),
        ),
        ("Half a million children were vaccinated.", ("Half a million", "cardinal", "500000", "", "exact")),
        ("two and a half million tourists", ("two and a half million", "cardinal", "2500000", "", "exact")),
        ("1.2m viewers watched the final", ("1.2m", "cardinal", "1200000", "", "exact")),
        ("about 40k subscribers", ("about 40k", "cardinal", "40000", "", "approx")),
        ("the rebels hold 3 lakh acres", ("3 lakh acres", "quantity", "300000", "acre", "exact")),
        ("He bought two dozen eggs.", ("two dozen", "cardinal", "24", "", "exact")),
        ("a half-dozen bidders", ("a half-dozen", "cardinal", "6", "", "exact")),
        ("a 12-member jury", ("12-member", "cardinal", "12", "", "exact")),
        ("the three-judge panel", ("three-judge", "cardinal", "3", "", "exact")),
        ("One person drowned.", ("One", "cardinal", "1", "", "exact")),
        ("The blast killed one and wounded many.", ("one", "cardinal", "1", "", "exact")),
        ("One of the pilots survived.", ("One", "cardinal", "1", "", "exact")),
        ("zero cases were reported", ("zero", "cardinal", "0", "", "exact")),
        # vague ones
        ("Dozens of homes burned.", ("Dozens", "cardinal", "24..", "", "exact")),
        ("hundreds of thousands fled", ("hundreds of thousands", "cardinal", "200000..", "", "exact")),
        ("several hundred farmers", ("several hundred", "cardinal", "200..", "", "exact")),
        ("tens of millions of euros", ("tens of millions of euros", "money", "20000000..", "EUR", "exact")),
        ("a few miles from the coast", ("a few miles", "quantity", "2..", "mile", "exact")),
        ("It took several hours.", ("several hours", "duration", "2..", "hour", "exact")),
        # bounds and approximations
        ("no fewer than 30 inmates", ("no fewer than 30", "cardinal", "30", "", "at_least")),
        ("No more than six guests are allowed.", ("No more than six", "cardinal", "6", "", "at_most")),
        ("up to 45 percent of voters", ("up to 45 percent", "percent", "45", "percent", "at_most")),
        ("as many as 200 whales", ("as many as 200", "cardinal", "200", "", "at_most")),
        ("more than an estimated 500 trees", ("more than an estimated 500", "cardinal", "500", "", "more_than")),
        ("well over 60,000 fans", ("well over 60,000", "cardinal", "60000", "", "more_than")),
        ("just under £3m", ("just under £3m", "money", "3000000", "GBP", "less_than")),
        ("in excess of 90 cattle", ("in excess of 90", "cardinal", "90", "", "more_than")),
        ("fewer than ten patients", ("fewer than ten", "cardinal", "10", "", "less_than")),
        ("6,000-plus runners", ("6,000-plus", "cardinal", "6000", "", "at_least")),
        ("500+ complaints", ("500+", "cardinal", "500", "", "at_least")),
        ("a fine of $5,000 or more", ("$5,000 or more", "money", "5000", "USD", "at_least")),
        ("twenty or so sailors", ("twenty or so", "cardinal", "20", "", "approx")),
        ("nearly a third of the crop", ("nearly a third", "cardinal", "0.3333", "", "approx")),
        ("Just over half of respondents agreed.", ("Just over half", "cardinal", "0.5", "", "more_than")),
        ("more than 10 but fewer than 20 ships", ("more than 10 but fewer than 20", "range", "10..20", "", "exact")),
        # ranges
        ("between 15,000 and 16,000 men", ("between 15,000 and 16,000", "range", "15000..16000", "", "exact")),
        (
            "between a hundred and two hundred tents",
            ("between a hundred and two hundred", "range", "100..200", "", "exact"),
        ),
        ("20 to 30 people", ("20 to 30", "range", "20..30", "", "exact")),
        ("between about 18 and 20 sheep", ("between about 18 and 20", "range", "18..20", "", "approx")),
        ("three or four shots", ("three or four", "range", "3..4", "", "exact")),
        ("15-16 thousand tonnes", ("15-16 thousand tonnes", "quantity", "15000..16000", "tonne", "exact")),
        ("from 5 to 8 percent", ("from 5 to 8 percent", "percent", "5..8", "percent", "exact")),
        ("10% to 15% of stock", ("10% to 15%", "percent", "10..15", "percent", "exact")),
        ("winds of 90–110 km/h", ("90–110 km/h", "quantity", "90..110", "kilometre per hour", "exact")),
        ("a two- to three-day trip", ("two- to three-day", "duration", "2..3", "day", "exact")),
        # parts of a whole
        ("two-thirds of the seats", ("two-thirds", "cardinal", "0.6667", "", "exact")),
        ("one in four children", ("one in four", "cardinal", "0.25", "", "exact")),
        ("nine out of ten nurses", ("nine out of ten", "cardinal", "0.9", "", "exact")),
        ("three quarters of the town", ("three quarters", "cardinal", "0.75", "", "exact")),
        ("a quarter of the budget", ("a quarter", "cardinal", "0.25", "", "exact")),
        # percent
        ("Inflation hit 11.3%.", ("11.3%", "percent", "11.3", "percent", "exact")),
        ("rose by 0.25 percentage points", ("0.25 percentage points", "percent", "0.25", "percentage point", "exact")),
        ("twelve per cent of the vote", ("twelve per cent", "percent", "12", "percent", "exact")),
        ("a 40-percent cut", ("40-percent", "percent", "40", "percent", "exact")),
        ("4,5 percent growth", ("4,5 percent", "percent", "4.5", "percent", "exact")),
        # money
        ("a $1.5-2 billion plan", ("$1.5-2 billion", "money", "1500000000..2000000000", "USD", "exact")),
        ("fined US$40 million", ("US$40 million", "money", "40000000", "USD", "exact")),
        ("worth A$700,000", ("A$700,000", "money", "700000", "AUD", "exact")),
        ("about 12 million euros", ("about 12 million euros", "money", "12000000", "EUR", "approx")),
        ("PLN 3.4bn in grants", ("PLN 3.4bn", "money", "3400000000", "PLN", "exact")),
        ("450 Swiss francs a night", ("450 Swiss francs", "money", "450", "CHF", "exact")),
        ("Rs 2,500 each", ("Rs 2,500", "money", "2500", "INR", "exact")),
        ("five million won", ("five million won", "money", "5000000", "KRW", "exact")),
        ("60p a litre", ("60p", "money", "60", "penny", "exact")),
        ("a ticket costs 3 dollars 50 cents", ("3 dollars 50 cents", "money", "3.5", "USD", "exact")),
        ("between $5m and $7m", ("between $5m and $7m", "money", "5000000..7000000", "USD", "exact")),
        ("a $250,000-a-year post", ("$250,000", "money", "250000", "USD", "exact")),
        ("The club paid 30 million pounds.", ("30 million pounds", "money", "30000000", "GBP", "exact")),
        # measures
        ("a 5 km run", ("5 km", "quantity", "5", "kilometre", "exact")),
        ("a six-foot wall", ("six-foot", "quantity", "6", "foot", "exact")),
        ("He is 6 feet 2 inches tall.", ("6 feet 2 inches", "quantity", "74", "inch", "exact")),
        ("suspect is 5'11\"", ("5'11\"", "quantity", "71", "inch", "exact")),
        ("he is 6-foot-10.", ("6-foot-10", "quantity", "82", "inch", "exact")),
        ("a 6-foot-4-inch guard", ("6-foot-4-inch", "quantity", "76", "inch", "exact")),
        ("a 200-pound goalkeeper", ("200-pound", "quantity", "200", "pound", "exact")),
        ("40 square kilometres of forest", ("40 square kilometres", "quantity", "40", "square kilometre", "exact")),
        ("temperatures of -12°C", ("-12°C", "quantity", "-12", "degree Celsius", "exact")),
        ("at 104 degrees Fahrenheit", ("104 degrees Fahrenheit", "quantity", "104", "degree Fahrenheit", "exact")),
        ("winds of 120 mph", ("120 mph", "quantity", "120", "mile per hour", "exact")),
        (
            "1.3 million barrels per day",
            ("1.3 million barrels per day", "quantity", "1300000", "barrel per day", "exact"),
        ),
        ("a 900-megawatt plant", ("900-megawatt", "quantity", "900", "megawatt", "exact")),
        ("half a mile off", ("half a mile", "quantity", "0.5", "mile", "exact")),
        ("3 kg of heroin", ("3 kg", "quantity", "3", "kilogram", "exact")),
        ("an avalanche 1.8m deep", ("1.8m", "quantity", "1.8", "metre", "exact")),
        # durations and ages
        ("a two-day strike", ("two-day", "duration", "2", "day", "exact")),
        ("jailed for 18 months", ("18 months", "duration", "18", "month", "exact")),
        ("after an hour and a half", ("an hour and a half", "duration", "1.5", "hour", "exact")),
        ("held for more than a year", ("more than a year", "duration", "1", "year", "more_than")),
        ("four hours and 49 minutes", ("four hours and 49 minutes", "duration", "289", "minute", "exact")),
        ("a month-long siege", ("month-long", "duration", "1", "month", "exact")),
        ("in the next 48 hours", ("next 48 hours", "duration", "48", "hour", "exact")),
        ("a 15-year-old swimmer", ("15-year-old", "duration", "15", "year", "exact")),
        ("The bridge is 90 years old.", ("90 years old", "duration", "90", "year", "exact")),
        ("Maria Voss, 34, was unhurt.", ("34", "duration", "34", "year", "exact")),
        ("his daughter, age 7", ("7", "duration", "7", "year", "exact")),
        ("a man aged 61", ("61", "duration", "61", "year", "exact")),
        ("children between 6 and 14 years old", ("between 6 and 14 years old", "duration", "6..14", "year", "exact")),
        # ordinals
        ("his third title", ("third", "ordinal", "3", "", "exact")),
        ("the 12th victim", ("12th", "ordinal", "12", "", "exact")),
        ("the twenty-first match", ("twenty-first", "ordinal", "21", "", "exact")),
        # votes and results stand as one figure without a value
        ("a 5-4 ruling", ("5-4", "cardinal", "", "", "exact")),
        ("They have a 9-14 record.", ("9-14", "cardinal", "", "", "exact")),
        ("adults of 18-49", ("18-49", "range", "18..49", "", "exact")),
        ("Rovers won 2-1.", ("2-1", "cardinal", "", "", "exact")),
    ],
)
def test_one_figure(text: str, expected: Expected) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The army sent a T-72 and an AR-15.",
        "An F-16 and a B-52 flew past.",
        "Call (555) 010-2345 or 555-010-9876.",
        "Ring +44 20 7946 0958 for help.",
        "He called 911 at once.",
        "He lives at 1420 Elm Street.",
        "It began in the 900 block of West Oak Avenue.",
        "Springfield, IL 62704",
        "Version 3.11.2 is out.",
        "See https://example.org/2019/05/12/story-77 for more.",
        "Euro 2024 was a success for everybody.",
        "the 2022 World Cup",
        "They flew with Flight 370.",
        "It is in Chapter 11 and Section 230.",
        "He is the one who knows.",
        "No one was hurt.",
        "This one is better than that one.",
        "one of the most important rivers",
        "A bus and an engine stopped.",
        "They will return soon or later, as in recent times.",
        "a 7-Eleven shop",
        "the First Amendment",
        "at first he said nothing",
        "a one-way road and a one-sided game",
        "Formula One and Air Force One",
        "COVID-19 spread.",
        "his half-brother and his half-time oranges",
        "She won the day.",
        "He may march on.",
        "on Fifth Avenue",
        "the docket 23-cv-1184",
        "five@example.org wrote",
    ],
)
def test_no_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("two and three men", ["two", "three"]),
        ("Profit rose from 5 to 8 million.", ["5", "8 million"]),
        ("revenue fell 4 percent to $3 billion", ["4 percent", "$3 billion"]),
        ("men, ages 25, 34 and 23, were hit", ["25", "34", "23"]),
        ("3 dead and 12 hurt\n40 miles away", ["3", "12", "40 miles"]),
        ("twelve\npeople and 5\nkm", ["twelve", "5"]),
        ("jailed for 14 years over six deaths", ["14 years", "six"]),
        ("In 2000, 300 people came.", ["2000", "300"]),
        ("a report about 20 soldiers", ["20"]),
        ("from seven months to 13 years", ["seven months", "13 years"]),
        ("over three days, two men", ["three days", "two"]),
    ],
)
def test_figures_stand_apart(text: str, surfaces: list[str]) -> None:
    assert [figure.span.surface(text) for figure in figures(text)] == surfaces


def test_ages_and_fractions_say_so() -> None:
    text = "Ola Berg, 41, owns two-thirds; a 3-year-old owns $9 and 1.5 tons."
    assert [figure.role for figure in figures(text)] == ["age", "fraction", "age", "", ""]


def test_vague_figures_say_so() -> None:
    assert [figure.vague for figure in figures("dozens of cars and 12 vans and several hours")] == [True, False, True]
