"""What each kind of date expression means: functions from the match of a pattern, and a clock, to a date."""

import re
from collections.abc import Callable

from kg.dates import PartialDate, day_of, month_number, month_of, parse
from kg.dates import Reader as AbsoluteReader
from kg.language import date_words as w
from kg.language.clock import Clock

Match = re.Match[str]
Reader = Callable[[Match, Clock | None], PartialDate | None]


class NoDate(Exception):  # noqa: N818 - it tells no error, only that there is nothing to read
    """What was matched is no expression of a date."""


def absolute(reader: AbsoluteReader) -> Reader:
    """Make a reader of one that needs no clock."""
    return lambda match, clock: reader(match)


def against(reader: Callable[[Match, Clock], PartialDate | None]) -> Reader:
    """Make a reader that needs the day of publication read nothing without it."""
    return lambda match, clock: reader(match, clock) if clock else None


def read_no_date(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read what only looks like a date."""
    raise NoDate


def read_left_open(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read an expression that leaves its date to the text around it."""
    return None


def _interval(first: PartialDate | None, last: PartialDate | None) -> PartialDate | None:
    return parse(f"{first}/{last}") if first and last else None


def read_years(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read ``1904 to 1905`` and ``1904-05``; what does not go up is a month (``2019-02``) or nothing."""
    first, last = match["first"], match["last"]
    full = first[: 4 - len(last)] + last
    if full > first:
        return parse(f"{first}/{full}")
    if len(last) == 4:
        return None
    return month_of(first, last) if int(last) else None


def read_decade(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read ``1950s`` and ``'70s``; ``1800s`` is a century, ``2000s`` a decade."""
    tens = match["decade"]
    if len(tens) == 4:
        century = tens.endswith("00") and tens != "2000"
        return parse(f"{tens[:2]}XX" if century else f"{tens[:3]}X")
    return parse(f"20{tens[0]}X" if tens[0] in "01" else f"19{tens[0]}X")


def read_decade_word(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read ``the seventies``."""
    return parse(f"19{w.DECADES[match['decade'].lower()]}X")


def read_century(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read ``19th`` and ``nineteenth`` century."""
    word = match["century"].lower()
    number = w.CENTURIES.get(word) or int(re.sub(r"\D", "", word) or 0)
    return parse(f"{number - 1:02}XX") if 0 < number < 100 else None


def read_bare_year(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read a number of four digits as a year where the words around it say so, or nothing stands around it."""
    text, start, end = match.string, match.start(), match.end()
    after = text[end : end + 60]
    if w.COUNTED.match(after) or not (_follows_word(text, start) or _stands_as_year(match, after)):
        raise NoDate
    return parse(match["iso"])


def _follows_word(text: str, start: int) -> bool:
    return w.YEAR_AFTER_WORD.search(text, max(0, start - 14), start) is not None


def _stands_as_year(match: Match, after: str) -> bool:
    """Say whether a number is a year although no word leads to it: alone, in brackets, or at the head of a name."""
    start = match.start()
    before = match.string[max(0, start - 80) : start]
    names, is_new = re.match(r"\s+[A-Z]", after) is not None, int(match["iso"]) in w.NEW_YEAR
    if start < 80 and not before.strip():
        return (names and is_new) or not after.strip(" .,;:)")
    return is_new and not names and w.YEAR_AFTER_MARK.search(before[-6:]) is not None


def read_day_in_year(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read a day and a month without a year."""
    month, day = month_number(match["month"]), int(match["day"])
    return clock.day_in_year(month, day) if clock else None


def _one_of_days(month: str, day: str, year: str | None, clock: Clock | None) -> PartialDate | None:
    number = month_number(month)
    if year:
        return day_of(year, number, day)
    return clock.day_in_year(number, int(day)) if clock else None


def read_days(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read ``Nov. 14-15`` and ``Jan. 30 to Feb. 2``; the year stands last, or is the one nearest to publication."""
    parts = match.groupdict()
    month, year = parts["month"], parts.get("year")
    last = _one_of_days(parts.get("last_month") or month, parts["last"], year, clock)
    if last is None:
        return None
    number, first_year = month_number(month), last.earliest.year
    first = day_of(parts.get("first_year") or first_year, number, parts["first"])
    if first and first.earliest > last.earliest and not parts.get("first_year"):
        first = day_of(first_year - 1, number, parts["first"])
    return _interval(first, last)


def read_months(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read ``between May and July 2019``."""
    number = month_number(match["last_month"])
    last = month_of(match["year"], number) if match["year"] else clock.month(number) if clock else None
    if last is None:
        return None
    first_number = month_number(match["month"])
    return _interval(month_of(last.earliest.year - (first_number > number), first_number), last)


def read_month(match: Match, clock: Clock) -> PartialDate | None:
    """Read a month without a year, with or without ``last``, ``this``, ``next``."""
    name, which = match["month"], (match.groupdict().get("which") or "").lower() or None
    if which == "this":
        return month_of(clock.day.year, month_number(name))
    return clock.month(month_number(name), which)


def read_month_of_year(match: Match, clock: Clock) -> PartialDate | None:
    """Read ``February last year``."""
    return month_of(clock.day.year + w.SHIFTS[match["which"].lower()], month_number(match["month"]))


def read_month_with_another(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read ``February`` in ``February and April 2011``."""
    return month_of(match["year"], month_number(match["month"]))


def read_weekday(match: Match, clock: Clock) -> PartialDate | None:
    """Read ``Friday`` and ``last Friday``."""
    number = w.WEEKDAYS.index(match["weekday"][:3].lower())
    which = (match["which"] or "").lower()
    if which in ("this", ""):
        return clock.weekday(number)
    return clock.weekday(number, "last" if which in ("last", "past") else "next")


def read_weekday_of_week(match: Match, clock: Clock) -> PartialDate | None:
    """Read ``Friday of last week``."""
    number = w.WEEKDAYS.index(match["weekday"][:3].lower())
    return clock.shifted(number - clock.day.weekday() + 7 * w.SHIFTS[match["which"].lower()])


_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def read_day_word(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read ``yesterday`` and ``the day before yesterday``."""
    word = match["word"]
    if word[0].isupper() and re.search(r"[A-Za-z]\s$", match.string[max(0, match.start() - 2) : match.start()]):
        raise NoDate  # a paper or broadcaster
    days = _DAY_WORDS[word.lower()]
    if match["beyond"]:
        days += -1 if "before" in match["beyond"] else 1
    return clock.shifted(days) if clock else None


def read_night(match: Match, clock: Clock) -> PartialDate | None:
    """Read ``last night`` and ``this morning``."""
    return clock.shifted(-1 if match["which"].lower() == "last" else 0)


_LOOSE = 100  # so many years ago are a round number


def _number(count: str) -> int:
    return int(count) if count.isdigit() else w.NUMBERS[count.lower()]


def read_ago(match: Match, clock: Clock) -> PartialDate | None:
    """Read ``two weeks ago``; a round or loose number of years leaves the date open."""
    count, unit = _number(match["count"]), match["unit"]
    if match["loosely"] or count >= _LOOSE:
        return None
    return _shifted(clock, -count, unit)


def read_ahead(match: Match, clock: Clock | None) -> PartialDate | None:
    """Read ``in two weeks`` where the verb looks ahead; else it tells how long something took."""
    before = match.string[max(0, match.start() - 60) : match.start()]
    if clock is None or clock.tense != "future" or re.search(r"\b(?:first|only|time|biggest|largest|worst)\b", before):
        raise NoDate
    return _shifted(clock, _number(match["count"]), match["unit"])


def _shifted(clock: Clock, count: int, unit: str) -> PartialDate | None:
    if unit == "day":
        return clock.shifted(count)
    return {"week": clock.week, "month": clock.months, "year": clock.year}[unit](count)


def read_unit(match: Match, clock: Clock) -> PartialDate | None:
    """Read ``last month``."""
    return _shifted(clock, w.SHIFTS[match["which"].lower()], match["unit"])


def read_this_unit(match: Match, clock: Clock) -> PartialDate | None:
    """Read ``the end of the year``."""
    return _shifted(clock, 0, match["unit"])


def read_weekend(match: Match, clock: Clock) -> PartialDate | None:
    """Read ``last weekend``; ``next weekend`` is the coming one to some, the one after it to others."""
    which = match["which"].lower()
    if which == "next":
        return None
    return clock.weekend(which if which in ("last", "this") else None)


def read_season(match: Match, clock: Clock) -> PartialDate | None:
    """Read ``last summer`` as its year."""
    return clock.season(w.SEASONS[match["season"].lower()], match["which"].lower())
