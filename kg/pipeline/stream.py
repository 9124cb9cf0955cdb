"""Articles read one after the other; one that cannot be read is named and never stops the others."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from kg.documents import Document
from kg.errors import KgError
from kg.files import append_line
from kg.pipeline.reader import ReadArticle, Reader
from kg.sources import LeftOut, read_sources

T = TypeVar("T")


def extract_documents(
    paths: Iterable[str | Path],
    *,
    reader: Reader | None = None,
    any_language: bool = False,
    warn: Callable[[str], None] = lambda message: None,
    fault_log: Path | None = None,
) -> Iterator[ReadArticle | LeftOut]:
    """Yield what is read in each article, and a `LeftOut` for each input that gives none.

    Args:
        paths: files, folders, patterns or ``-``, as `kg.sources.read_sources` takes them.
        reader: reads with other tables of names than the shipped ones.
        any_language: read articles in other languages than English too.
        warn: is called with a line for the user where an article is read, but not without doubt.
        fault_log: the file to which the traceback of a fault in this program is appended.
    """
    reader = reader or Reader()
    for document in read_sources(paths, any_language=any_language, warn=warn):
        yield document if isinstance(document, LeftOut) else attempt(reader.read, document, fault_log)


def attempt(read: Callable[[Document], T], document: Document, fault_log: Path | None = None) -> T | LeftOut:
    """Return what a function reads in a document, or why it could not be read."""
    try:
        return read(document)
    except KgError as error:
        return LeftOut(document.source, f"could not be read ({error})", "the other articles are not touched by it")
    except Exception as fault:  # a fault of ours in one article must not lose the others
        return _faulty(document, fault, fault_log)


def _faulty(document: Document, fault: Exception, fault_log: Path | None) -> LeftOut:
    cure = "please report it with the article"
    if fault_log:
        append_line(fault_log, f"{document.source}\n{''.join(traceback.format_exception(fault))}")
        cure = f"please report it with what {fault_log} tells"
    return LeftOut(document.source, f"met a fault in kg ({type(fault).__name__}: {fault})", cure)
