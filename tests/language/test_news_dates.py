"""Dates against the day of publication: the table of cases, and dates in running text."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import Grammar, PartialDate
from kg.language.date_rules import HINT, RULES
from kg.language.dates import find_dates, resolve_date
from tests.language.language_cases import assert_linear, read_cases

PUBLISHED = datetime.date(2019, 1, 24)  # a Thursday
WORDS = (
    "last next this the two 19 in on of early May Jan. January 5 31 2019 1956-57 Monday night week year ago "
    "before today between and to from - , . '70s 1950s "
    "century 19th weekend summer said will 22/01/2019 2019-02-30 day previous"
).split()


def found(text: str, **options: Any) -> list[tuple[str, str | None]]:
    return [(text[s:e], str(date) if date else None) for s, e, date in find_dates(text, PUBLISHED, **options)]


@pytest.mark.parametrize("case", read_cases("dates"))
def test_dates_of_the_table(case: dict[str, Any]) -> None:
    published = case["published"] and datetime.date.fromisoformat(case["published"])
    date = resolve_date(case["text"], published, case.get("tense"))
    assert (date and date.iso) == case["expected"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Abe said Tuesday that he will visit Moscow on Friday.",
            [("Tuesday", "2019-01-22"), ("Friday", "2019-01-25")],
        ),
        ("On Monday, the ministers will meet.", [("Monday", "2019-01-28")]),
        ("On Monday, Putin said that he would come.", [("Monday", "2019-01-21")]),
        ("The two are to meet again in February.", [("February", "2019-02")]),
        ("They met in February.", [("February", "2018-02")]),
        ("A deal is due by the end of March.", [("the end of March", "2019-03")]),
        ("The 1956 declaration was signed in 1956.", [("1956", "1956"), ("1956", "1956")]),
        ("Some 1956 islanders left; 1,956 stayed on 2000 square kilometres.", []),
        ("Resolution 1973 and No. 2065 of the Act 1984", []),
        ("Theresa May may march in the sun, as we sat there now.", []),
        ("The Sun and the Sunday Times on Bloody Sunday; every Friday", []),
        ("In May, Theresa May met them in March.", [("May", "2018-05"), ("March", "2018-03")]),
        ("the previous day, that Monday", [("the previous day", None), ("that Monday", None)]),
        ("a week later, two decades ago", [("a week later", None), ("two decades ago", None)]),
        ("since Jan. 5, 2019, at 22:15", [("Jan. 5, 2019", "2019-01-05")]),
        ("Russia Today said today", [("today", "2019-01-24")]),
        ("It took the army in two weeks.", []),
        ("They will vote in two weeks.", [("in two weeks", "2019-02-04/2019-02-10")]),
        ("It will be the first visit in ten years.", []),
        ("more than 70 years ago", [("more than 70 years ago", None)]),
        ("300 years ago", [("300 years ago", None)]),
        ("on Tuesday of last week", [("Tuesday of last week", "2019-01-15")]),
        ("next weekend, this weekend", [("next weekend", None), ("this weekend", "2019-01-26/2019-01-27")]),
        ("in the last year and over the last week", []),
        ("the fort (1201) and the pact (1801)", [("1801", "1801")]),
        ("1201 Harbour Road, 1850 Harbour Road", []),
        ("in the 1800s and the 2000s", [("1800s", "18XX"), ("2000s", "200X")]),
        ("from May to July 2018", [("from May to July 2018", "2018-05/2018-07")]),
        ("on Wed. he left", [("on Wed.", "2019-01-23")]),
    ],
)  # fmt: skip
def test_dates_are_found_in_running_text(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


def test_named_tense_is_stronger_than_the_verbs() -> None:
    assert found("They will meet on Friday", tense="past") == [("Friday", "2019-01-18")]


def test_publication_may_be_a_partial_date() -> None:
    assert resolve_date("yesterday", PartialDate("2019-01-24")) == PartialDate("2019-01-23")
    assert resolve_date("yesterday", PartialDate("2019-01")) is None
    assert resolve_date("May 2014", PartialDate("2019")) == PartialDate("2014-05")


def test_a_leap_day_is_looked_for_in_other_years() -> None:
    assert resolve_date("Feb. 29", datetime.date(2019, 3, 10), "past") == PartialDate("2016-02-29")
    assert resolve_date("Feb. 29", datetime.date(2019, 3, 10), "future") == PartialDate("2020-02-29")


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date.max])
def test_dates_beyond_the_calendar_are_none(day: datetime.date) -> None:
    beyond = (
        ("last year", "last month", "last week", "two days ago")
        if day == datetime.date.min
        else ("next year", "next week")
    )
    assert [resolve_date(text, day) for text in beyond] == [None] * len(beyond)


@given(st.dates(), st.sampled_from(["past", "future"]), st.integers(0, 6))
def test_weekdays_lie_within_a_week_of_publication(day: datetime.date, tense: Any, number: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[number]
    date = resolve_date(f"on {name}", day, tense)
    if date is not None:
        assert date.earliest.weekday() == number
        assert 0 <= (day - date.earliest).days * (1 if tense == "past" else -1) < 7


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.dates())
def test_no_text_breaks_the_search(words: list[str], day: datetime.date) -> None:
    text, last = " ".join(words), 0
    for start, end, date in find_dates(text, day):
        assert last <= start < end <= len(text)
        assert date is None or date.earliest <= date.latest
        last = end


@given(st.text(max_size=100))
def test_any_text_can_be_searched(text: str) -> None:
    find_dates(text, PUBLISHED)


@pytest.mark.parametrize(
    "piece", ["1956 ", "Jan. 5 ", "Monday ", "late ", "the end of ", "two weeks ", "between 1956 ", "1", " "]
)
def test_dates_are_found_in_linear_time(piece: str) -> None:
    assert_linear(lambda text: find_dates(text, PUBLISHED), piece)


def test_long_gaps_are_passed_in_linear_time() -> None:
    assert_linear(lambda text: find_dates(f"Jan. 5{text}x", PUBLISHED), " ", length=2000)


def test_month_of_last_year_and_months_that_share_a_year() -> None:
    text = "Talks in February last year failed; fighting broke out in March and May 2011."
    dates = [str(date) for _, _, date in find_dates(text, datetime.date(2019, 1, 24), tense="past")]
    assert dates == ["2018-02", "2011-03", "2011-05"]


ALL_RULES = Grammar([rule.pattern for rule in RULES])
FEWER_RULES = Grammar([rule.pattern for rule in RULES], HINT, [rule.needs for rule in RULES])


def places(grammar: Grammar, text: str) -> list[tuple[int, tuple[int, int]]]:
    return [(number, match.span()) for number, match in grammar.scan(text)]


@pytest.mark.parametrize("case", read_cases("dates"))
def test_rules_that_are_left_out_would_have_found_nothing(case: dict[str, Any]) -> None:
    text = f"Nobody at the harbour could tell which of the boats were theirs, {case['text']} or now, or whose they are."
    assert places(FEWER_RULES, text) == places(ALL_RULES, text)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_rules_that_are_left_out_would_have_found_nothing_in_any_words(text: str) -> None:
    assert places(FEWER_RULES, text) == places(ALL_RULES, text)


def test_dates_are_found_over_lines_that_are_indented() -> None:
    text = f"They ruled between{40 * ' '}1990 and 2000."
    assert [date for _, date in found(text)] == ["1990/2000"]
