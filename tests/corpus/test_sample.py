"""The sample story has to keep what it was written for: every trap that the reader of a story has to cope with."""

import re
import unicodedata
from importlib.resources import files

import pytest

from corpus.article import title_of
from corpus.display import shown

WIRE, LOCAL, TABLOID, TRANSLATED, BROADSHEET = NAMES = (
    "1-trans-nordic-press.txt",
    "2-harbour-gazette.txt",
    "3-daily-lantern.txt",
    "4-prychal-online.txt",
    "5-albion-register.txt",
)
NBSP = "\u00a0"
ZWJ = "\u200d"
SKIN_TONES = range(0x1F3FB, 0x1F400)
QUOTATION = "never taken so many of us in one night"


def raw(name: str) -> bytes:
    return files("corpus.sample").joinpath(name).read_bytes()


def text_of(name: str) -> str:
    return raw(name).decode("utf-8")


def texts() -> dict[str, str]:
    return {name: text_of(name) for name in NAMES}


def said_in(phrase: str) -> set[str]:
    """The files in which `phrase` stands as whole words."""
    pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")
    return {name for name, text in texts().items() if pattern.search(text)}


def test_the_folder_holds_the_five_articles_and_nothing_else() -> None:
    found = sorted(entry.name for entry in files("corpus.sample").iterdir() if entry.name != "__pycache__")
    assert found == [*NAMES, "__init__.py"]


@pytest.mark.parametrize("name", NAMES)
def test_an_article_has_the_length_of_a_news_report(name: str) -> None:
    assert 300 <= len(text_of(name).split()) <= 900


@pytest.mark.parametrize("name", NAMES)
def test_an_article_is_plain_composed_text_with_line_feeds(name: str) -> None:
    text = text_of(name)
    assert not raw(name).startswith(b"\xef\xbb\xbf")
    assert unicodedata.normalize("NFC", text) == text
    assert shown(text) == text, "nothing in it is hidden or replaced on the screen"
    assert "\r" not in text
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[ \u00a0]$", text, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_an_article_has_neither_markup_nor_filler(name: str) -> None:
    text = text_of(name)
    assert not re.search(r"^(#|\* |- |> |```)|\*\*|\]\(|</?[a-z]+>|&[a-z]+;", text, re.MULTILINE)
    assert not re.search(r"lorem|ipsum|\bfoo\b|\bTODO\b|\bXXX\b", text, re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
def test_the_headline_is_the_first_line_and_fits_a_title(name: str) -> None:
    first = text_of(name).split("\n", 1)[0]
    assert first == title_of(text_of(name))
    assert 20 < len(first) < 120
    assert not first.endswith(".")


def test_paragraphs_are_parted_by_one_line_feed_or_by_two() -> None:
    assert {name for name, text in texts().items() if "\n\n" in text} == {TRANSLATED, BROADSHEET}


def test_emoji_lie_beyond_the_basic_plane_and_are_sequences() -> None:
    astral = {name for name, text in texts().items() if any(ord(char) > 0xFFFF for char in text)}
    assert astral == {LOCAL, TABLOID}
    assert text_of(LOCAL).count(ZWJ) == 3
    assert sum(ord(char) in SKIN_TONES for char in text_of(TABLOID)) == 1


def test_letters_that_are_not_ascii() -> None:
    letters = {char for text in texts().values() for char in text if char.isalpha() and not char.isascii()}
    assert set("éöšøáłē") <= letters
    assert any(unicodedata.name(char).startswith("CYRILLIC") for char in letters)
    assert text_of(WIRE).replace("—", "").replace("©", "").isascii()


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("“”’", {LOCAL, BROADSHEET}),
        ("‘’", {TABLOID, BROADSHEET}),
        ("«»", {TRANSLATED}),
        ('"', {WIRE}),
        ("…", {TABLOID}),
        (NBSP, {TRANSLATED, BROADSHEET}),
    ],
)
def test_each_outlet_has_its_own_marks(marks: str, expected: set[str]) -> None:
    assert {name for name, text in texts().items() if all(mark in text for mark in marks)} == expected


def test_non_breaking_spaces_stand_inside_figures_and_names() -> None:
    assert f"30{NBSP}000 liters" in text_of(TRANSLATED)
    assert f"€18.5{NBSP}million" in text_of(BROADSHEET)
    assert f"Mr{NBSP}Hrybenchuk" in text_of(BROADSHEET)


def test_date_lines_and_ranges() -> None:
    assert re.search(r"^KORNHAVEN, Denmark, March 13 \(TNP\) — ", text_of(WIRE), re.MULTILINE)
    assert re.search(r"^Kornkhaven, 13 March\. ", text_of(TRANSLATED), re.MULTILINE)
    assert {name for name, text in texts().items() if re.search(r"\d–\d", text)} == {LOCAL, BROADSHEET}


def test_one_article_is_a_day_late_and_corrects_a_figure() -> None:
    published = {
        name: re.search(r"\b1[34](?=\.03\.2024| Mar(?:ch)? 2024|, 2024)", text) for name, text in texts().items()
    }
    days = {name: match.group() for name, match in published.items() if match}
    assert days == dict.fromkeys(NAMES[:4], "13") | {BROADSHEET: "14"}
    assert said_in("Correction, 14 March") == {BROADSHEET}


def test_one_quotation_runs_through_four_articles_and_no_two_have_it_alike() -> None:
    assert said_in(QUOTATION) == {WIRE, LOCAL, TABLOID, BROADSHEET}
    whole = {re.search(rf"(.)We have lived .{{10,60}}{QUOTATION}", text) for text in texts().values()}
    quoted = {match.group() for match in whole if match}
    assert len(quoted) == 4
    assert {quotation[0] for quotation in quoted} == set('"“‘')


@pytest.mark.parametrize(
    "line",
    [
        (WIRE, "Read more: "),
        (WIRE, "© 2024 "),
        (LOCAL, "Share   Post   "),
        (LOCAL, "Photo: "),
        (LOCAL, "Get the Gazette before breakfast!"),
        (LOCAL, "Log in to leave a comment"),
        (TABLOID, "MORE ON THIS STORY: "),
        (TABLOID, "Sign up to "),
        (TRANSLATED, "Subscribe to our channel"),
        (TRANSLATED, "Read also: "),
        (TRANSLATED, "Comments (17)"),
        (BROADSHEET, "Share this article"),
        (BROADSHEET, "Related: "),
        (BROADSHEET, "Sign up to "),
    ],
)
def test_what_a_scraper_leaves_is_a_line_of_its_own(line: tuple[str, str]) -> None:
    name, start = line
    assert any(found.startswith(start) for found in text_of(name).split("\n"))


@pytest.mark.parametrize(
    "variants",
    [
        {
            "Oleksii Hrybenchuk": WIRE,
            "Aleksej Gribentjuk": LOCAL,
            "Alexei Gribenchuk": TABLOID,
            "Oleksiy Danylovych Hrybenchuk": TRANSLATED,
            "Олексій Грибенчук": TRANSLATED,
            "Oleksiy Hrybenchuk": BROADSHEET,
        },
        {
            "Zurab Kvarelashvili": WIRE,
            "Zurab Kvarelasjvili": LOCAL,
            "Zura Kvarelashvili": TABLOID,
            "Zurab Kvareliashvili": TRANSLATED,
            "Zurab Qvarelashvili": BROADSHEET,
        },
        {"Birthe Skovgaard-Nohr": WIRE, "Birthe Skovgaard-Nøhr": LOCAL, "Birte Skovgor-Nyor": TRANSLATED},
        {"Mayor Rene Askelund": WIRE, "mayor Rene Askelund": TABLOID, "Rene Askelunn": TRANSLATED},
        {"Agneshka Vilkolek": TRANSLATED, "Agnieszka Wilkołek": BROADSHEET},
        {"Tomáš Vraštil": LOCAL, "Tomas Vrastil": TABLOID},
        {"Cornhaven": TABLOID, "Kornkhaven": TRANSLATED},
        {"Hvalstero": WIRE, "Khvalstero": TRANSLATED},
        {"MS Sankt Elin": WIRE, "the Elin": LOCAL, "St Elin": TABLOID, "Saint Elin": TRANSLATED},
        {"Nordsund Ferries": WIRE, "North Sound Ferries": TRANSLATED},
        {"Baltic Seafarers' Union (BSU)": WIRE, "Trade Union of Seamen of the Baltic (TUSB)": TRANSLATED},
        {"Joint Sea Rescue Centre (JSRC)": WIRE, "Marine Casualty Commission (MCC)": WIRE},
        {"Sankt Jørgen’s": LOCAL, "St George’s Church": TABLOID, "temple of Saint George": TRANSLATED},
    ],
)
def test_one_thing_has_many_names(variants: dict[str, str]) -> None:
    missing = [name for name, article in variants.items() if article not in said_in(name)]
    assert missing == []


@pytest.mark.parametrize(
    "figures",
    [
        {
            "At least nine people died": WIRE,
            "TWELVE people": TABLOID,
            "9 persons": TRANSLATED,
            "toll rose to ten": BROADSHEET,
        },
        {"carrying 214 people": WIRE, "two hundred and fourteen": LOCAL, "more than 200": TABLOID, "231": BROADSHEET},
        {"At least 40": WIRE, "43 injured": LOCAL, "Almost 50": TABLOID, "stands at 46": BROADSHEET},
        {"about 2,000": WIRE, "2,140 residents": LOCAL, "about two thousand": TRANSLATED, "2,140 people": BROADSHEET},
        {"between 15 and 20 million euros": WIRE, "125 million kroner": LOCAL, "£16million": TABLOID},
        {"2.5 million kroner": LOCAL, "2.5 million crowns": TRANSLATED, "2.5m kroner": BROADSHEET},
        {"7.4 percent": WIRE, "nearly 8 per cent": TABLOID, "7.4 per cent": BROADSHEET},
        {"800 metres": WIRE, "half a nautical mile": LOCAL, "500 yards": TABLOID, "850 metres": BROADSHEET},
        {"6:42 p.m.": WIRE, "just before 7pm": TABLOID, "19:42 by Kyiv time": TRANSLATED, "6.39pm": BROADSHEET},
        {"14 knots": WIRE, "20mph": TABLOID, "26 km/h": TRANSLATED, "14.2 knots": BROADSHEET, "11.5 knots": BROADSHEET},
        {"Seventeen vessels": WIRE, "seventeen boats": LOCAL, "dozens of": TABLOID, "17 watercraft": TRANSLATED},
        {"nearly five hours": WIRE, "four hours and 49 minutes": LOCAL, "SIX-HOUR": TABLOID},
        {"three helicopters": WIRE, "Three helicopters": LOCAL, "4 helicopters": TRANSLATED},
        {"third serious accident": WIRE, "second crash": TABLOID, "third such case": TRANSLATED},
        {"on Tuesday evening": WIRE, "yesterday evening": LOCAL, "last night": TABLOID, "the day before": BROADSHEET},
    ],
)
def test_one_figure_has_many_readings(figures: dict[str, str]) -> None:
    missing = [figure for figure, article in figures.items() if article not in said_in(figure)]
    assert missing == []


def number(name: str, pattern: str) -> int:
    match = re.search(pattern, text_of(name))
    assert match, f"{pattern} is not in {name}"
    return {"nine": 9, "ten": 10, "five": 5, "Two": 2}.get(match[1]) or int(match[1])


def test_the_dead_the_missing_and_the_survivors_add_up_on_wednesday() -> None:
    parts = (r"least (\w+) people died", r"and (\w+) were missing", r"About (\d+) people have been brought")
    assert sum(number(WIRE, part) for part in parts) == number(WIRE, r"carrying (\d+) people")


def test_the_dead_the_missing_and_the_survivors_add_up_on_thursday() -> None:
    parts = (r"toll rose to (\w+)", r"(\w+) passengers remain missing", r"(\d+) people are known to have survived")
    aboard = number(BROADSHEET, r"There were (\d+) people on board")
    assert sum(number(BROADSHEET, part) for part in parts) == aboard
    assert number(BROADSHEET, r"(\d+) passengers and a crew") + number(BROADSHEET, r"a crew of (\d+)") == aboard
    assert number(BROADSHEET, r"not (\d+), Nordsund") + number(BROADSHEET, r"All (\d+) infants") == aboard
