"""A document is the text of one article with what is known about it; a span is some of its characters."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kg.dates import PartialDate

BlockKind = Literal["title", "byline", "body", "furniture"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start <= i < end`` of a document's text, in Unicode code points, with the text that stands there."""

    start: int
    end: int
    text: str

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Say whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines without a blank line between them, and what it is in the layout of the article."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True)
class Document:
    """One article: its text to the letter, where it comes from, and what its layout or source tells about it.

    ``key`` is the same in every build: the article's address on the web if it has one, if not, who published it, when
    and under which title, and if that is not known, the path of its file. ``blocks`` tile the text's non-blank lines in
    reading order; facts are read from titles and body only.
    """

    key: str
    source: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    language: str = "en"
    blocks: tuple[Block, ...] = ()

    @cached_property
    def id(self) -> str:
        """The article's local identifier, ``article/`` and a hash of its key."""
        return "article/" + hashlib.sha256(self.key.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, start: int, end: int) -> Span:
        """Return the characters ``start <= i < end``."""
        return Span(start, end, self.text[start:end])

    def trimmed(self, start: int, end: int) -> Span:
        """Return the characters ``start <= i < end`` without the white space at both ends; none where all is white."""
        piece = self.text[start:end].rstrip()
        return self.span(start + len(piece) - len(piece.lstrip()), start + len(piece))
