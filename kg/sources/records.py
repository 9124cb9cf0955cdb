"""Articles in JSON: an object with the text and what is known about it, a list of such, or one a line."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.sources.articles import Draft, LeftOut, Warn
from kg.sources.decoding import NotTextError, decode

# The field names in use for one thing, the first that is there counts.
_FIELDS = {
    "text": ("text", "body", "content", "articleBody", "article", "maintext", "full_text"),
    "title": ("title", "headline", "name"),
    "publisher": ("publisher", "outlet", "source_name", "sitename", "site_name", "newspaper", "publication", "source"),
    "date": (
        "published",
        "date",
        "datePublished",
        "date_published",
        "date_publish",
        "publication_date",
        "pubDate",
        "publishedAt",
    ),
    "url": ("url", "link", "address"),
    "language": ("language", "lang"),
}
_LISTS = ("articles", "items", "documents", "results", "data")
_CURE = 'give {"text": ..., "title": ..., "date": ..., "publisher": ..., "url": ...}'


def read_json(source: str, text: str) -> Iterator[Draft | LeftOut]:
    """Yield the article of a JSON object, or those of a list."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield LeftOut(source, f"is broken JSON ({_where(error)})", "mend it there")
        return
    if isinstance(value, dict):
        inner = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        if inner is None or isinstance(value.get("text"), str):
            yield _draft(source, value)
            return
        value = inner
    if not isinstance(value, list) or not value:
        yield LeftOut(source, "holds no articles", _CURE)
        return
    for number, one in enumerate(value, start=1):
        yield _draft(f"{source}#{number}", one)


def read_json_lines(source: str, start: bytes, stream: BinaryIO, largest: int, warn: Warn) -> Iterator[Draft | LeftOut]:
    """Yield the article of each line; a line that is broken is left out alone."""
    for number, line in enumerate(_lines(start, stream, largest), start=1):
        place = f"{source}#{number}"
        if len(line) > largest:
            yield LeftOut(place, f"is larger than {largest / 1e6:g} MB, more than any article", "split it")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _line(place, line, warn)


def _line(place: str, line: bytes, warn: Warn) -> Draft | LeftOut:
    try:
        text, doubt = decode(line)
        value = json.loads(text)
    except NotTextError as error:
        return LeftOut(place, error.reason, error.cure)
    except (ValueError, RecursionError) as error:
        return LeftOut(place, f"is broken JSON ({_where(error)})", "mend that line")
    if doubt:
        warn(f"{place} {doubt}")
    return _draft(place, value)


def _lines(start: bytes, stream: BinaryIO, largest: int) -> Iterator[bytes]:
    """Yield the lines of a stream whose start was read; of a line that is too large, only its beginning is kept."""
    held = start
    while True:
        if b"\n" in held:
            line, _, held = held.partition(b"\n")
            yield line
        elif not (more := stream.readline(largest + 1)):
            break
        elif len(held) <= largest:
            held += more
        else:
            held = held[: largest + 1] + (b"\n" if more.endswith(b"\n") else b"")
    if held:
        yield held


def _draft(source: str, value: Any) -> Draft | LeftOut:
    if not isinstance(value, dict):
        return LeftOut(source, "is no JSON object", _CURE)
    found = {field: _string(value, names) for field, names in _FIELDS.items()}
    if found["text"] is None:
        return LeftOut(source, 'has no "text"', _CURE)
    return Draft(source, found.pop("text") or "", **found)


def _string(value: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        one = value.get(name)
        if isinstance(one, dict):
            one = one.get("name") or one.get("title")  # schema.org: {"publisher": {"name": ...}}
        if isinstance(one, str) and (one.strip() or name == "text"):
            return one
    return None


def _where(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: {error.msg}"
    return "too deep" if isinstance(error, RecursionError) else str(error)
