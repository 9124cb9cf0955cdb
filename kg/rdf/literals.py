"""Texts, numbers and dates as literals whose written form a store leaves as it is."""

import calendar
import re
from collections.abc import Iterator

from rdflib import XSD, Literal, URIRef

from kg.dates import PartialDate

# What XML 1.0 cannot hold, and halves of surrogate pairs, which no encoding can.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PRECISIONS = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), XSD.date),
    (re.compile(r"\d{4}-\d{2}"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)
_MOMENT = re.compile(r"([0-9X]{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def text(value: str) -> Literal:
    r"""Return a text as xsd:string; each character that RDF files cannot carry becomes U+FFFD, so that lengths stay.

    >>> str(text("a\x00b")) == "a\ufffdb"
    True
    """
    return Literal(_UNWRITABLE.sub("\ufffd", value))


def integer(value: int) -> Literal:
    """Return a whole number."""
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def decimal(value: float) -> Literal:
    """Return a number with at most four decimals, in the canonical form of XSD.

    >>> [str(decimal(number)) for number in (1.0, 0.8, 0.33333)]
    ['1', '0.8', '0.3333']
    """
    written = f"{value:.4f}".rstrip("0").rstrip(".")
    return Literal("0" if written == "-0" else written, datatype=XSD.decimal, normalize=False)


def boolean(value: bool) -> Literal:
    """Return true or false."""
    return Literal("true" if value else "false", datatype=XSD.boolean, normalize=False)


def year(value: int) -> Literal:
    """Return a year as xsd:gYear."""
    return Literal(f"{value:04d}", datatype=XSD.gYear, normalize=False)


def date(value: PartialDate) -> Literal:
    """Return a date at its precision: xsd:date, xsd:gYearMonth, xsd:gYear, else the text as it is."""
    datatype = date_type(value)
    return text(value.iso) if datatype == XSD.string else Literal(value.iso, datatype=datatype, normalize=False)


def date_type(value: PartialDate) -> URIRef:
    """Return the datatype of a date; xsd:string for decades, intervals and what else only EDTF writes."""
    if not _is_real(value.iso):
        return XSD.string
    return next((datatype for pattern, datatype in _PRECISIONS if pattern.fullmatch(value.iso)), XSD.string)


def bounds(value: PartialDate) -> tuple[Literal | None, Literal | None]:
    """Return the first and the last day that a date can mean, as xsd:date; None where an end is open or unknown.

    >>> [str(day) for day in bounds(PartialDate("1956-02"))]
    ['1956-02-01', '1956-02-29']
    """
    first, _, last = value.iso.partition("/")
    days = _first_day(first), _last_day(last or first)
    earliest, latest = (Literal(day, datatype=XSD.date, normalize=False) if day else None for day in days)
    return earliest, latest


def _is_real(iso: str) -> bool:
    return "X" not in iso and "/" not in iso and _last_day(iso) is not None


def _first_day(iso: str) -> str | None:
    for found in _moments(iso):
        return f"{found[1].replace('X', '0')}-{found[2] or '01'}-{found[3] or '01'}"
    return None


def _last_day(iso: str) -> str | None:
    for found in _moments(iso):
        year, month = found[1].replace("X", "9"), int(found[2] or 12)
        return f"{year}-{month:02d}-{found[3] or calendar.monthrange(int(year), month)[1]}"
    return None


def _moments(iso: str) -> Iterator[re.Match[str]]:
    """Yield the parts of a day, month, year or decade that the calendar has."""
    found = _MOMENT.fullmatch(iso)
    if not found or re.match(r"\d*X+\d", found[1]):
        return
    year, month = int(found[1].replace("X", "9")), int(found[2] or 1)
    if 1 <= month <= 12 and year and int(found[3] or 1) in range(1, calendar.monthrange(year, month)[1] + 1):
        yield found
