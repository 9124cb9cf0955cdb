"""What words of time mean on a given day: the reckoning behind `kg.language.dates`, without its wording."""

import datetime
from dataclasses import dataclass
from typing import Literal

from kg.dates import PartialDate, day_of, month_of, parse

Tense = Literal["past", "future"]

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of publication, and where the verb looks: back (also where that is unknown) or ahead.

    Every method gives None where the calendar ends.
    """

    day: datetime.date
    tense: Tense | None = None

    def shifted(self, days: int) -> PartialDate | None:
        """Return the day so many days from publication."""
        moved = self._moved(days)
        return PartialDate(moved.isoformat()) if moved else None

    def weekday(self, number: int, which: str | None = None) -> PartialDate | None:
        """Return the last or next day with a number (Monday is 0); without ``which``, publication's own day counts.

        Args:
            number: the day of the week.
            which: ``last``, ``next``, or None where the tense tells.
        """
        back = (self.day.weekday() - number) % 7
        if which == "last" or (which is None and self.tense != "future"):
            return self.shifted(-(back or 7) if which else -back)
        ahead = -back % 7
        return self.shifted((ahead or 7) if which else ahead)

    def week(self, weeks: int) -> PartialDate | None:
        """Return the week, Monday to Sunday, so many weeks from that of publication."""
        return self._days(weeks * 7 - self.day.weekday(), 6)

    def weekend(self, which: str | None) -> PartialDate | None:
        """Return the weekend that is meant: the last one begun, the one of this week, or by tense."""
        weekday = self.day.weekday()
        ahead = 5 - weekday
        if which == "last":
            return self._days(ahead - 7, 1)
        back = ahead if weekday >= 5 else ahead - 7
        return self._days(ahead if which == "this" or self.tense == "future" else back, 1)

    def month(self, number: int, which: str | None = None) -> PartialDate | None:
        """Return the last or next month with a number; without ``which``, publication's own month counts."""
        strict = which is not None
        if which == "last" or (which is None and self.tense != "future"):
            return month_of(self.day.year - (number > self.day.month - strict), number)
        return month_of(self.day.year + (number < self.day.month + strict), number)

    def months(self, months: int) -> PartialDate | None:
        """Return the month so many months from that of publication."""
        year, month = divmod(self.day.year * 12 + self.day.month - 1 + months, 12)
        return month_of(year, month + 1)

    def year(self, years: int) -> PartialDate | None:
        """Return the year so many years from that of publication."""
        return parse(f"{self.day.year + years:04}")

    def day_in_year(self, month: int, day: int) -> PartialDate | None:
        """Return a day of a month in the year that the tense tells, or the one nearest to publication without it."""
        away = 8 if (month, day) == (2, 29) else 1  # so many years may lie between leap days
        years = range(self.day.year - away, self.day.year + away + 1)
        days = [found for year in years if (found := day_of(year, month, day))]
        if self.tense == "past":
            days = [found for found in days if found.earliest <= self.day]
        if self.tense == "future":
            days = [found for found in days if found.earliest >= self.day]
        return min(days, key=lambda found: abs(found.earliest - self.day), default=None)

    def season(self, last_month: int, which: str) -> PartialDate | None:
        """Return the year of the last, this or the next season that ends with a month of one year."""
        if which == "this":
            return self.year(0)
        if which == "last":
            return self.year(0 if self.day.month > last_month else -1)
        return self.year(0 if self.day.month < last_month - 2 else 1)

    def _days(self, first: int, more: int) -> PartialDate | None:
        begin, end = self._moved(first), self._moved(first + more)
        return PartialDate(f"{begin}/{end}") if begin and end else None

    def _moved(self, days: int) -> datetime.date | None:
        try:
            return self.day + days * _DAY
        except OverflowError:
            return None
