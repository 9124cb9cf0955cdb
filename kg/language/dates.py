"""Dates as news writes them, against the day of publication: weekdays, "last month", "two years ago", "on January 21".

What looks like a date and is none ("may", "the Sun", "Resolution 1973") is not found; what leaves its date to the text
around it ("the previous day") is found without one.
"""

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from kg.dates import Grammar, PartialDate
from kg.language.clock import Clock, Tense
from kg.language.date_readers import NoDate
from kg.language.date_rules import HINT, RULES

__all__ = ["Tense", "find_dates", "resolve_date"]

_GRAMMAR = Grammar([rule.pattern for rule in RULES], HINT, [rule.needs for rule in RULES])
_WINDOW = 120  # characters in which a verb tells where its date lies
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
_VERB = re.compile(
    r"\b(?:(?P<future>will|shall|won['’]t|would|scheduled|slated|due|going\s+to|set\s+to|expected\s+to|upcoming"
    r"|(?:is|are|was|were)\s+to|plans?\s+to|planned\s+(?:for|to)|planning\s+to|hopes?\s+to|intends?\s+to|by)"
    r"|(?P<past>said|told|says|met|held|went|took|came|began|made|was|were|had|has|have|did|wrote|saw|gave|left|since"
    r"|\w{2,}ed))\b|(?P<short>['’]ll\b)"
)


def resolve_date(
    text: str, published: datetime.date | PartialDate | None, tense: Tense | None = None
) -> PartialDate | None:
    """Return the date that some words mean in an article of that day; None where they alone do not tell it.

    Args:
        text: the expression; words around it do no harm.
        published: the day of publication; without it, or with less than a day, only absolute dates are resolved.
        tense: where the verb looks; without it, the words around the date tell, else the past is meant.

    >>> str(resolve_date("three days ago", datetime.date(2016, 7, 14)))
    '2016-07-11'
    """
    return next((date for _, _, date in find_dates(text, published, tense=tense) if date), None)


def find_dates(
    text: str, published: datetime.date | PartialDate | None, *, tense: Tense | None = None
) -> list[tuple[int, int, PartialDate | None]]:
    """Find the date expressions of a text with their bounds, in order; None for one that the text leaves open.

    >>> [(str(date), start, end) for start, end, date in find_dates("Met in May, 2014.", None)]
    [('2014-05', 7, 16)]
    """
    return list(_dates(text, _day(published), tense))


@lru_cache(maxsize=100)
def _day(published: datetime.date | PartialDate | None) -> datetime.date | None:
    if isinstance(published, PartialDate):
        return published.earliest if published.precision == "day" else None
    return published


def _dates(text: str, day: datetime.date | None, tense: Tense | None) -> Iterator[tuple[int, int, PartialDate | None]]:
    for number, match in _GRAMMAR.scan(text):
        clock = Clock(day, tense or _tense_around(text, *match.span())) if day else None
        try:
            date = RULES[number].read(match, clock)
        except NoDate:
            continue
        yield match.start(), match.end(), date


def _tense_around(text: str, start: int, end: int) -> Tense | None:
    """Tell from the nearest verb of the sentence, first before a date and then after it, whether it lies ahead."""
    before = _SENTENCE_END.split(text[max(0, start - _WINDOW) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _WINDOW], maxsplit=1)[0]
    nearest = [*_VERB.finditer(before)][-1:] or [*_VERB.finditer(after)][:1]
    if not nearest:
        return None
    return "past" if nearest[0]["past"] else "future"
