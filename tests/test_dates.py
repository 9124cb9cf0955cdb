"""Dates at the precision known, and absolute dates in text."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import Grammar, PartialDate, find_absolute, parse


@pytest.mark.parametrize(
    ("iso", "precision", "earliest", "latest"),
    [
        ("2019-01-22", "day", "2019-01-22", "2019-01-22"),
        ("2020-02", "month", "2020-02-01", "2020-02-29"),
        ("2019-02", "month", "2019-02-01", "2019-02-28"),
        ("1956", "year", "1956-01-01", "1956-12-31"),
        ("195X", "decade", "1950-01-01", "1959-12-31"),
        ("18XX", "century", "1800-01-01", "1899-12-31"),
        ("1982/1985", "interval", "1982-01-01", "1985-12-31"),
        ("2019-01-30/2019-02", "interval", "2019-01-30", "2019-02-28"),
    ],
)
def test_date_knows_its_precision_and_bounds(iso: str, precision: str, earliest: str, latest: str) -> None:
    date = PartialDate(iso)
    assert (date.precision, str(date.earliest), str(date.latest), str(date)) == (precision, earliest, latest, iso)


@pytest.mark.parametrize(
    "iso",
    [
        "", "0000", "000X", "19", "1956-13", "1956-00", "2019-02-29", "2019-1-2", "195X-01", "1X5X", "XXXX",
        "1985/1982", "1982/", "/1982", "1982/1983/1984", "2019-01-22T10",
        " 1956", "1956\n", "١٩٥٦", "2019-02-30/2019-03-01",
    ],
)  # fmt: skip
def test_what_the_calendar_does_not_have_is_refused(iso: str) -> None:
    assert parse(iso) is None
    with pytest.raises(ValueError, match=r"date|interval"):
        PartialDate(iso)


def test_dates_are_ordered_by_the_days_they_can_mean() -> None:
    ordered = ["18XX", "1950", "195X", "1956", "1956-02-01", "1956-02", "1956-10-19", "1956-10-20/1956-10-21", "1957"]
    ordered = sorted(ordered, key=lambda iso: (PartialDate(iso).earliest, PartialDate(iso).latest))
    assert [str(date) for date in sorted(map(PartialDate, reversed(ordered)))] == ordered
    assert PartialDate("1956") < PartialDate("1956-02") <= PartialDate("1956-02") < PartialDate("1957-01")
    assert PartialDate("1956") > PartialDate("1955-12-31")


@given(st.dates())
def test_every_day_is_a_date_with_itself_as_bounds(day: datetime.date) -> None:
    date = PartialDate(day.isoformat())
    assert (date.earliest, date.latest) == (day, day)
    assert parse(date.iso) == date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January 22, 2019", ["2019-01-22"]),
        ("Signed on 22 January 2019 in Geneva.", ["2019-01-22"]),
        ("Jan. 22, 2019", ["2019-01-22"]),
        ("JAN. 22, 2019", ["2019-01-22"]),
        ("Jan 22 2019", ["2019-01-22"]),
        ("the 8th of September, 1951", ["1951-09-08"]),
        ("2019-01-22", ["2019-01-22"]),
        ("2019-01-22T10:15:00Z", ["2019-01-22"]),
        ("22/01/2019", ["2019-01-22"]),
        ("01/22/2019", ["2019-01-22"]),
        ("03/04/2012", []),
        ("03/03/2012", ["2012-03-03"]),
        ("February 2019", ["2019-02"]),
        ("February of 2019 and 1956", ["2019-02", "1956"]),
        ("1,956 or 1956.5 or 12345 or $1956", []),
        ("February 30, 2019", []),
        ("31/31/2019", []),
        ("may 2019", ["2019"]),
    ],
)
def test_absolute_dates_are_found(text: str, expected: list[str]) -> None:
    assert [str(date) for _, _, date in find_absolute(text)] == expected


def test_absolute_dates_keep_their_place() -> None:
    text = "On Jan. 22, 2019, and in May 2020."
    assert [text[start:end] for start, end, _ in find_absolute(text)] == ["Jan. 22, 2019", "May 2020"]


def test_a_grammar_takes_the_earlier_pattern_first() -> None:
    grammar = Grammar([r"(?P<a>ab)c", r"(?P<a>a)"])
    assert [(number, match["a"]) for number, match in grammar.scan("abc ab xa")] == [(0, "ab"), (1, "a")]


@given(st.text(alphabet=st.sampled_from("0123456789 /-.,JanuaryMay 19of"), max_size=60))
def test_no_text_breaks_the_search_for_absolute_dates(text: str) -> None:
    for start, end, date in find_absolute(text):
        assert 0 <= start < end <= len(text)
        assert date.earliest <= date.latest
