from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import in_address, in_name, in_text, iso


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-05-25", "2023-05-25"),
        ("2023-05-25T10:14:00Z", "2023-05-25T10:14:00Z"),
        ("2023-05-25 10:14:05", "2023-05-25T10:14:05"),
        ("2023-05-25T10:14:05.123456+02:00", "2023-05-25T10:14:05+02:00"),
        ("2023-05-25T10:14+0200", "2023-05-25T10:14:00+02:00"),
        ("2023/5/25", "2023-05-25"),
        ("Thu, 25 May 2023 10:14:00 +0000", "2023-05-25T10:14:00Z"),
        ("Thu, 25 May 2023 10:14:00 GMT", "2023-05-25T10:14:00Z"),
        ("May 25, 2023", "2023-05-25"),
        ("Thursday, May 25th, 2023 at 10:14 p.m. EDT", "2023-05-25T22:14:00-04:00"),
        ("12:30", ""),
        ("25 May 2023", "2023-05-25"),
        ("25/05/2023", "2023-05-25"),
        ("05/25/2023", "2023-05-25"),
        ("05/05/2023", "2023-05-05"),
        ("05/06/2023", ""),
        ("25.05.2023 12:01", "2023-05-25T12:01:00"),
        ("May 25, 2023, 12:05 a.m.", "2023-05-25T00:05:00"),
        ("2023-02-30", ""),
        ("31 June 2023", ""),
        ("1023-05-25", ""),
        ("9999-05-25", ""),
        ("yesterday", ""),
        ("May 2023", ""),
        ("2023", ""),
        ("", ""),
        (1685009640, "2023-05-25T10:14:00Z"),
        (1685009640000, "2023-05-25T10:14:00Z"),
        (1685009640.5, "2023-05-25T10:14:00Z"),
        (100_000_000, "1973-03-03T09:46:40Z"),
        (99_999_999, ""),
        (20260301, "2026-03-01"),
        (20260301.0, "2026-03-01"),
        (20260301.5, ""),
        (20261301, ""),
        (20260230, ""),
        (15000101, ""),
        ("20260301", "2026-03-01"),
        (" 20260301\n", "2026-03-01"),
        ("20261301", ""),
        ("٢٠٢٦٠٣٠١", ""),
        ("٢٠٢٦-٠٣-٠١", "2026-03-01"),
        (2026, ""),
        (202603, ""),
        (0, ""),
        (-1, ""),
        (-1685009640, ""),
        (float("-inf"), ""),
        (float("inf"), ""),
        (float("nan"), ""),
        (-(10**30), ""),
        (date(2023, 5, 25), "2023-05-25"),
        (datetime(2023, 5, 25, 10, 14, tzinfo=UTC), "2023-05-25T10:14:00Z"),
    ],
)
def test_what_is_given_as_a_date(value: str | float | date, day: str) -> None:
    assert iso(value) == day


BODY = "\n\nThe mayor of Brenmark resigned on 3 June 2021, after a report of May 1, 2020 had blamed him."


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("Published May 25, 2023, 10:14 a.m.", "2023-05-25T10:14:00"),
        ("Published: Thursday, 25 May 2023", "2023-05-25"),
        ("A title\n25 May 2023", "2023-05-25"),
        ("A title\nThursday, May 25, 2023", "2023-05-25"),
        ("2023-05-25T10:14:00Z", "2023-05-25T10:14:00Z"),
        ("\ufeff25 May 2023\r\nA title", "2023-05-25"),
        ("Updated 26 May 2023 14:00 GMT", "2023-05-26T14:00:00Z"),
        ("Updated 26 May 2023\nFirst published on 25 May 2023", "2023-05-25"),
        ("Published 25 May 2023 | Updated 26 May 2023", "2023-05-25"),
        ("By Mara Lind | May 25, 2023", "2023-05-25"),
        ("By Mara Lind, 25 May 2023 • 3 min read", "2023-05-25"),
        ("Posted on Sept. 3, 2021 at 4:05 PM PST", "2021-09-03T16:05:00-08:00"),
        ("Date: 25/05/2023", "2023-05-25"),
        ("Published 05/06/2023", ""),
        ("Updated 0914 GMT, Thu May 25, 2023", "2023-05-25T09:14:00Z"),
        ("PUBLISHED: 11:58, 25 May 2023 | UPDATED: 12:20, 26 May 2023", "2023-05-25T11:58:00"),
        ("25.05.2023, 10:05   Section: World   Views: 3 418", "2023-05-25T10:05:00"),
        ("By Mara Lind and Jo Reed-Ost. Brenmark Gazette, late edition. 25 May 2023 at 07.30", "2023-05-25T07:30:00"),
        ("By Mara Lind May 25, 2023", "2023-05-25"),
        ("By Mara Lind's account, the bridge was closed on 25 May 2023.", ""),
        ("By the evening of Thursday, 25 May 2023.", ""),
        ("World | Published: 25 May 2023", "2023-05-25"),
        ("By Mara Lind Published May 25, 2023, 10:14 a.m. EDT Updated May 26, 2023", "2023-05-25T10:14:00-04:00"),
        (" date 2023-05-25 The mayor of Brenmark, who resigned " + "again " * 40, "2023-05-25"),
        ("The decree was issued on 5 May 2020.", ""),
        ("Released on 5 May 2020, the film shows the bridge.", ""),
        ("He said the list, published May 5, 2020, was wrong.", ""),
        ("Published yesterday", ""),
        ("A title without a date", ""),
        ("May 25, 2023 was a day that nobody in Brenmark forgot.", ""),
        ("The report published May 25, 2023, by a council of experts found that the bridge " + "was old " * 20, ""),
        ("10 May 1940", "1940-05-10"),
        ("Published 31 February 2023", ""),
        ("\n".join(["word"] * 20) + "\nPublished 25 May 2023", ""),
    ],
)
def test_date_lines_near_the_top(top: str, day: str) -> None:
    assert in_text(top + BODY) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-05-25.txt", "2023-05-25"),
        ("gazette_2023_05_25-bridge.txt", "2023-05-25"),
        ("20230525_bridge.txt", "2023-05-25"),
        ("2023-05-25_2023-05-26.txt", ""),
        ("2023-13-25.txt", ""),
        ("000_381bc7a2271b3c29.txt", ""),
        ("id-12023-05-251.txt", ""),
        ("a20230525b.txt", ""),
        ("part 2.txt", ""),
    ],
)
def test_days_in_names(name: str, day: str) -> None:
    assert in_name(name) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2023/05/25/bridge", "2023-05-25"),
        ("https://a.example/news/2023/5/25", "2023-05-25"),
        ("https://a.example/bridge-2023-05-25", "2023-05-25"),
        ("https://a.example/2023/05/bridge", ""),
        ("https://a.example/1/2/3", ""),
        ("", ""),
    ],
)
def test_days_in_addresses(url: str, day: str) -> None:
    assert in_address(url) == day


@given(st.text())
def test_any_text_has_a_date_or_none(text: str) -> None:
    for found in (iso(text), in_text(text), in_name(text), in_address(text)):
        assert found == "" or date.fromisoformat(found[:10]).isoformat() == found[:10]


@given(st.dates(date(1600, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_however_it_is_written(day: date) -> None:
    for form in ("%Y-%m-%d", "%B %d, %Y", "%d %b %Y", "%A, %d %B %Y"):
        assert iso(day.strftime(form).replace(day.strftime("%Y"), f"{day.year:04}")) == day.isoformat()


@given(st.dates(date(1600, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_in_eight_digits(day: date) -> None:
    digits = f"{day.year:04}{day.month:02}{day.day:02}"
    assert iso(digits) == iso(int(digits)) == iso(float(digits)) == day.isoformat()


@given(st.integers() | st.floats())
def test_any_number_is_a_day_from_1600_on_or_none(value: float) -> None:
    found = iso(value)
    assert found == "" or 1600 <= date.fromisoformat(found[:10]).year <= 2100


@pytest.mark.parametrize("piece", ["Published on ", "by ", "May ", "1 ", "Mon, ", "25 May ", "of ", "2023-05-", "\t"])
def test_long_nonsense_is_no_date(piece: str) -> None:
    assert in_text((piece * 12 + "1\n") * 500) == ""
    assert iso(piece * 50_000) == ""
