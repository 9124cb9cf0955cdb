"""Texts, numbers and dates as literals whose written form a store leaves as it is."""

import re

from rdflib import XSD, Literal, URIRef

from kg.dates import PartialDate, Precision

# What XML 1.0 cannot hold, and halves of surrogate pairs, which no encoding can.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PRECISIONS: dict[Precision, URIRef] = {"day": XSD.date, "month": XSD.gYearMonth, "year": XSD.gYear}


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
    return text(value.iso) if datatype is None else Literal(value.iso, datatype=datatype, normalize=False)


def date_type(value: PartialDate) -> URIRef | None:
    """Return the datatype of a date; None for decades, centuries and intervals, which XSD cannot write."""
    return _PRECISIONS.get(value.precision)


def bounds(value: PartialDate) -> tuple[Literal, Literal]:
    """Return the first and the last day that a date can mean, as xsd:date.

    >>> [str(day) for day in bounds(PartialDate("1956-02"))]
    ['1956-02-01', '1956-02-29']
    """
    earliest, latest = value.earliest.isoformat(), value.latest.isoformat()
    return Literal(earliest, datatype=XSD.date, normalize=False), Literal(latest, datatype=XSD.date, normalize=False)
