"""Articles out of files, folders, patterns and standard input, one by one; nothing is fetched from the network."""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kg.documents import Document
from kg.sources.articles import Draft, LeftOut, Warn, document
from kg.sources.decoding import NotTextError, decode, peek
from kg.sources.finding import STANDARD_INPUT, find_files
from kg.sources.formats import Format, tell_format
from kg.sources.html import all_words, read_html
from kg.sources.markdown import read_text
from kg.sources.records import read_json, read_json_lines
from kg.sources.sieve import PassedOver, Sieve

LARGEST_ARTICLE = 10_000_000  # bytes; no article is larger, and a parser's memory is not endless
_SAMPLE = 4096


def read_sources(
    paths: Iterable[str | Path],
    *,
    largest: int = LARGEST_ARTICLE,
    any_language: bool = False,
    warn: Warn = lambda message: None,
    standard_input: BinaryIO | None = None,
) -> Iterator[Document | LeftOut]:
    """Yield a document for each article in the given places, and a `LeftOut` for each input that gives none.

    Text, Markdown, HTML, JSON and JSON Lines are told by their content. Nothing is raised for a bad input, so that it
    never stops a batch; where it was the only one, raise `LeftOut.as_error`.

    Args:
        paths: files, folders (with all below), patterns such as ``news/*.txt``, or ``-`` for standard input.
        largest: articles of more bytes are left out.
        any_language: keep articles that are not in English.
        warn: is called with a line for the user where an article is read, but not without doubt.
        standard_input: what ``-`` reads; the process's own by default.
    """
    for one in sift_sources(
        paths, sieve=None, largest=largest, any_language=any_language, warn=warn, standard_input=standard_input
    ):
        if not isinstance(one, PassedOver):
            yield one


def sift_sources(
    paths: Iterable[str | Path],
    *,
    sieve: Sieve | None,
    largest: int = LARGEST_ARTICLE,
    any_language: bool = False,
    warn: Warn = lambda message: None,
    standard_input: BinaryIO | None = None,
) -> Iterator[Document | LeftOut | PassedOver]:
    """Yield what `read_sources` does, and in place of each article that a sieve does not want a `PassedOver`."""
    first: dict[bytes, str] = {}

    def read(found: Draft | LeftOut | _Page) -> Document | LeftOut:
        draft = read_html(found.source, found.data) if isinstance(found, _Page) else found
        if isinstance(draft, LeftOut):
            return draft
        article = document(draft, any_language=any_language, warn=warn)
        return article if isinstance(article, LeftOut) else _unless_twice(article, first)

    for file in find_files(paths):
        for one in [file] if isinstance(file, LeftOut) else _drafts(file, sieve, largest, warn, standard_input):
            yield PassedOver(one.source, partial(read, one)) if _is_unwanted(one, sieve) else read(one)


@dataclass(frozen=True, slots=True)
class _Page:
    """A web page that holds no wanted article."""

    source: str
    data: bytes


def _is_unwanted(found: Draft | LeftOut | _Page, sieve: Sieve | None) -> bool:
    if isinstance(found, Draft):
        return sieve is not None and bool(found.text.strip()) and not sieve.wants(found.text)
    return isinstance(found, _Page)


def read_document(
    source: str, text: str, *, any_language: bool = False, warn: Warn = lambda message: None
) -> Document | LeftOut:
    """Return the article of a text that is at hand, to the letter; its format is not told anew."""
    return document(read_text(source, text), any_language=any_language, warn=warn)


def _unless_twice(article: Document, first: dict[bytes, str]) -> Document | LeftOut:
    """Leave out an article that came already: with the same address, or outlet, title and date."""
    known = first.setdefault(hashlib.sha256(article.key.encode("utf-8", "surrogatepass")).digest()[:12], article.source)
    if known == article.source:
        return article
    return LeftOut(article.source, f"is the same article as {known}", "give one of them, or another address or title")


def _drafts(
    file: str, sieve: Sieve | None, largest: int, warn: Warn, standard_input: BinaryIO | None
) -> Iterator[Draft | LeftOut | _Page]:
    """Yield the articles in one file as they came."""
    try:
        if file == STANDARD_INPUT:
            yield from _read(file, standard_input or sys.stdin.buffer, sieve, largest, warn)
        else:
            with Path(file).open("rb") as stream:
                yield from _read(file, stream, sieve, largest, warn)
    except NotTextError as error:
        yield LeftOut(file, error.reason, error.cure)
    except OSError as error:
        yield LeftOut(file, f"cannot be read ({error.strerror or error})", "check the file and its permissions")


def _read(
    source: str, stream: BinaryIO, sieve: Sieve | None, largest: int, warn: Warn
) -> Iterator[Draft | LeftOut | _Page]:
    start = stream.read(_SAMPLE)
    kind = tell_format(source, peek(start))
    if isinstance(kind, LeftOut):
        yield kind
    elif kind is Format.JSON_LINES:
        yield from read_json_lines(source, start, stream, largest, warn)
    elif len(data := start + stream.read(max(largest + 1 - len(start), 0))) > largest:
        cure = "give the articles one by one, or as JSON Lines" if kind is Format.JSON else "split it into its articles"
        yield LeftOut(source, f"is larger than {largest / 1e6:g} MB, more than any article", cure)
    else:
        yield from _whole(source, kind, data, sieve, warn)


def _whole(
    source: str, kind: Format, data: bytes, sieve: Sieve | None, warn: Warn
) -> Iterator[Draft | LeftOut | _Page]:
    """Yield the articles of a file that is read at once."""
    if kind is Format.HTML:
        is_wanted = sieve is None or (every := all_words(data)) is None or sieve.may_want(every)
        yield read_html(source, data) if is_wanted else _Page(source, data)
        return
    text, doubt = decode(data)
    if doubt:
        warn(f"{source} {doubt}")
    if kind is Format.JSON:
        yield from read_json(source, text)
    else:
        yield read_text(source, text)
