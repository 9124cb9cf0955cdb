"""Dates at the precision that a text gives them: never padded, never invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An ISO date, month, year, decade (``195X``) or interval (``1982/1985``), kept as the text that ISO 8601 / EDTF writes."""

    iso: str

    def __str__(self) -> str:
        return self.iso
