"""Dates at the precision that a text gives them: never padded, never invented.

A date is kept as ISO 8601 / EDTF writes it; `find_absolute` finds those that need no day of publication.
"""

import calendar
import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, total_ordering
from typing import Literal

Precision = Literal["day", "month", "year", "decade", "century", "interval"]

_MOMENT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, year, decade (``195X``), century (``18XX``) or interval (``1982/1985``) of the calendar.

    Dates are ordered by the first day they can mean, then by the last.

    Raises:
        ValueError: the calendar has no such date, or an interval ends before it begins.

    >>> PartialDate("2019-02").latest, PartialDate("195X").precision, PartialDate("195X") < PartialDate("1956-10-19")
    (datetime.date(2019, 2, 28), 'decade', True)
    """

    iso: str

    def __post_init__(self) -> None:
        first, slash, last = self.iso.partition("/")
        if slash and _bounds(first)[0] > _bounds(last)[0]:
            raise ValueError(f"the interval {self.iso!r} ends before it begins")
        _bounds(last or first)

    def __str__(self) -> str:
        return self.iso

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.earliest, self.latest, self.iso) < (other.earliest, other.latest, other.iso)

    @property
    def earliest(self) -> datetime.date:
        """The first day that the date can mean."""
        return _bounds(self.iso.partition("/")[0])[0]

    @property
    def latest(self) -> datetime.date:
        """The last day that the date can mean."""
        first, _, last = self.iso.partition("/")
        return _bounds(last or first)[1]

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if "/" in self.iso:
            return "interval"
        if "X" in self.iso:
            return "century" if self.iso.endswith("XX") else "decade"
        return ("year", "month", "day")[self.iso.count("-")]


@lru_cache(maxsize=1000)
def _bounds(moment: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a date that is no interval."""
    found = _MOMENT.fullmatch(moment)
    if not found or ("X" in found["year"] and found["month"]):
        raise ValueError(f"{moment!r} is no date; write it as 2019-01-22, 2019-01, 2019, 201X or 20XX")
    first, last = int(found["year"].replace("X", "0")), int(found["year"].replace("X", "9"))
    try:
        month, last_month = int(found["month"] or 1), int(found["month"] or 12)
        day, last_day = int(found["day"] or 1), int(found["day"] or calendar.monthrange(last, last_month)[1])
        return datetime.date(first, month, day), datetime.date(last, last_month, last_day)
    except ValueError as error:
        raise ValueError(f"{moment!r} is no date: {error}") from error


def parse(iso: str) -> PartialDate | None:
    """Return the date that an ISO / EDTF text writes; None where it writes none.

    >>> parse("2019-02-28"), parse("2019-02-29")
    (PartialDate(iso='2019-02-28'), None)
    """
    try:
        return PartialDate(iso)
    except ValueError:
        return None


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:(?=[ADFJMNOS])(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?))"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
YEAR = r"(?:1\d|20)\d\d(?!\d)"
_NAMED = re.compile(r"[(][?]P<[a-z_0-9]+>")
_NO_DECIMAL = r"(?![.,]\d)"

Reader = Callable[[re.Match[str]], "PartialDate | None"]


def month_number(name: str) -> int:
    """Return the number of a month by its name or abbreviation.

    >>> month_number("Sept."), month_number("December")
    (9, 12)
    """
    return MONTHS.index(name[:3].lower()) + 1


def day_of(year: int | str, month: int | str, day: int | str) -> PartialDate | None:
    """Return a day; None where the calendar has none such."""
    return parse(f"{int(year):04}-{int(month):02}-{int(day):02}")


def month_of(year: int | str, month: int | str) -> PartialDate | None:
    """Return a month; None where the calendar has none such."""
    return parse(f"{int(year):04}-{int(month):02}")


def _read_day(match: re.Match[str]) -> PartialDate | None:
    return day_of(match["year"], month_number(match["month"]), match["day"])


def _read_month(match: re.Match[str]) -> PartialDate | None:
    return month_of(match["year"], month_number(match["month"]))


def _read_iso(match: re.Match[str]) -> PartialDate | None:
    return parse(match["iso"])


def _read_slashed(match: re.Match[str]) -> PartialDate | None:
    """Read ``22/01/2019`` and ``01/22/2019``, but not ``03/04/2012``, which may be either."""
    first, second = int(match["first"]), int(match["second"])
    orders = {day_of(match["year"], second, first), day_of(match["year"], first, second)} - {None}
    return orders.pop() if len(orders) == 1 else None


# Patterns of dates that stand for themselves, and how each is read; the first that fits a place is taken.
ABSOLUTE: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?P<month>{MONTH})\s+(?P<day>{DAY})(?:st|nd|rd|th)?(?:\s*+,)?\s+(?P<year>{YEAR}){_NO_DECIMAL}", _read_day),
    (
        rf"(?<![\d.,])\b(?P<day>{DAY})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>{MONTH})[\s,-]+(?P<year>{YEAR}){_NO_DECIMAL}",
        _read_day,
    ),
    (r"(?<![\d.,/-])\b(?P<iso>\d{4}-\d\d-\d\d)(?![\d/-]|[.,]\d)", _read_iso),
    (r"(?<![\d.,/-])\b(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>\d{4})(?![\d/-]|[.,]\d)", _read_slashed),
    (rf"\b(?P<month>{MONTH})(?:\s+of)?,?\s+(?P<year>{YEAR}){_NO_DECIMAL}", _read_month),
)
_REACH = 40
"""Characters from the beginning of a date to what hints at one in it: "the remainder of the year" has twenty-one."""
_APART = re.compile(r"\s{3}")  # words so far apart that a date may be longer: a line that is indented
BARE_YEAR = rf"(?<![\d.,/:$€£¥#-])\b(?P<iso>{YEAR})\b(?![./:,]\d|[%-])"


class Grammar:
    """Patterns tried together at each place of a text, the earlier before the later; each may name groups as it likes.

    The text is gone through once: a pattern must not look further ahead than a bounded number of characters.
    """

    def __init__(
        self, patterns: list[str], hint: re.Pattern[str] | None = None, needs: Sequence[str | None] | None = None
    ) -> None:
        """Compile the patterns.

        Args:
            patterns: the patterns, each of which may begin where no word does.
            hint: what is found in all that the patterns match, so that they are tried only near one.
            needs: for each pattern what a text must hold for it to be tried, as a pattern; None where it needs nothing.
        """
        self._patterns, self._hint = patterns, hint or re.compile("")
        self._needs = needs or [None] * len(patterns)
        self._wanted = {need: re.compile(need) for need in self._needs if need}
        self._single = [re.compile(pattern) for pattern in patterns]
        self._together: dict[frozenset[str], tuple[list[int], re.Pattern[str]]] = {}

    def scan(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield the number of the pattern and its match, from left to right and without overlap."""
        at, hint = 0, self._hint.search(text)
        if hint is None:
            return
        numbers, together = self._fitting(text)
        reach = len(text) if _APART.search(text) else _REACH
        while numbers and hint and (found := together.search(text, max(at, hint.start() - reach))):
            number, at = numbers[(found.lastindex or 1) - 1], found.end()
            match = self._single[number].match(text, found.start())
            if match:
                yield number, match
            hint = self._hint.search(text, at)

    def _fitting(self, text: str) -> tuple[list[int], re.Pattern[str]]:
        """Return the patterns that a text may hold, by their numbers and as one."""
        held = frozenset(need for need, wanted in self._wanted.items() if wanted.search(text))
        if held not in self._together:
            numbers = [number for number, need in enumerate(self._needs) if need is None or need in held]
            # The group that tells the pattern stands behind it: before it, it would hide from the engine how the
            # pattern begins, and so whether it needs trying at all.
            each = "|".join(f"{_NAMED.sub('(?:', self._patterns[number])}()" for number in numbers)
            self._together[held] = numbers, re.compile(rf"(?<!\w)(?:{each})")
        return self._together[held]


_GRAMMAR = Grammar([pattern for pattern, _ in ABSOLUTE] + [BARE_YEAR])
_READERS = [reader for _, reader in ABSOLUTE] + [_read_iso]


def find_absolute(text: str) -> list[tuple[int, int, PartialDate]]:
    """Find the dates of a text that stand for themselves, with their bounds; four digits alone count as a year.

    Dates that are none (February 30) and those that can be read in two ways (03/04/2012) are left out.

    >>> find_absolute("Signed on Jan. 22, 2019, in Geneva.")
    [(10, 23, PartialDate(iso='2019-01-22'))]
    """
    found = ((match, _READERS[number](match)) for number, match in _GRAMMAR.scan(text))
    return [(match.start(), match.end(), date) for match, date in found if date is not None]
