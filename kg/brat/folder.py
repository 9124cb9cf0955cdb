"""A folder that brat opens: NAME.txt and NAME.ann of each article, and brat's configuration.

A hidden file keeps what was known of the articles beside their text - dates, titles, layout - so that reading them
again finds what was found before.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any, get_args

from kg.brat.configuration import configuration
from kg.brat.standoff import Standoff, format_standoff, parse_standoff
from kg.brat.writing import standoff_of
from kg.dates import parse
from kg.documents import Block, BlockKind, Document
from kg.errors import EvaluationError, OutputError
from kg.facts import ArticleFacts
from kg.files import append_line, make_folder, write_whole

DOCUMENTS = ".kg-documents.jsonl"

_LONGEST = 100  # characters of a file name, before its ending
_ENDING = re.compile(r"\.(txt|text|md|markdown|x?html?|jsonl?|ndjson)(?=_\d+$|$)", re.IGNORECASE)
_HALF_PAIRS = re.compile("[\ud800-\udfff]")


class BratFolder:
    """A new folder for brat, to which articles are added."""

    def __init__(self, path: Path) -> None:
        """Make the folder.

        Raises:
            OutputError: it cannot be written, or holds something already.
        """
        make_folder(path)
        if any(not one.name.startswith(".") for one in path.iterdir()) or (path / DOCUMENTS).exists():
            raise OutputError(f"{path} is not empty, and corrections in it must not be lost; name a new folder")
        self.path = path
        self.taken: set[str] = set()

    def write(self, facts: ArticleFacts) -> str:
        """Add an article, and brat's configuration with the first; return the name that its files bear.

        Raises:
            OutputError: a file cannot be written.
        """
        for file, content in configuration().items() if not self.taken else ():
            write_whole(self.path / file, content.encode())
        name = self._free_name(facts.document.source)
        text = _HALF_PAIRS.sub("\ufffd", facts.document.text)
        content = _HALF_PAIRS.sub("\ufffd", format_standoff(standoff_of(facts), text))
        write_whole(self.path / f"{name}.txt", text.encode())
        write_whole(self.path / f"{name}.ann", content.encode())
        append_line(self.path / DOCUMENTS, json.dumps({"name": name, **_known(facts.document)}))
        return name

    def _free_name(self, source: str) -> str:
        """Return a name that no article bears yet, in capitals or small letters."""
        stem = _ENDING.sub("", re.sub(r"[^\w.-]+", "_", PurePath(source).name))[:_LONGEST].strip("._-") or "article"
        name, number = stem, 1
        while name.casefold() in self.taken:
            number += 1
            name = f"{stem}-{number}"
        self.taken.add(name.casefold())
        return name


@dataclass(frozen=True, slots=True)
class BratArticle:
    """An article of a folder for brat; its document where kg wrote it and the text is what it was."""

    name: str
    text_path: Path
    text: str
    standoff: Standoff
    document: Document | None


def is_brat_folder(folder: Path) -> bool:
    """Say whether a folder holds annotations of brat."""
    return any(folder.glob("*.ann"))


def read_folder(folder: Path) -> Iterator[BratArticle]:
    """Yield the annotated articles of a folder in the order of their names.

    Raises:
        EvaluationError: a file is missing or broken; names it, what is wrong and what to do.
    """
    known = _read_known(folder / DOCUMENTS)
    for path in sorted(folder.glob("*.ann")):
        text_path = path.with_name(path.name.removesuffix(".ann") + ".txt")
        text = _read(text_path)
        standoff = parse_standoff(_read(path), text, name=str(path))
        try:
            document = _document(known.get(text_path.stem), text, source=str(text_path))
        except (KeyError, TypeError, ValueError) as error:
            raise _not_ours(folder / DOCUMENTS) from error
        yield BratArticle(text_path.stem, text_path, text, standoff, document)


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:  # line ends count
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "no UTF-8"
        raise EvaluationError(f"{path}: cannot be read ({why}); put it there, in UTF-8") from error


def _known(document: Document) -> dict[str, Any]:
    """Return what is known of a document beside its text, as values of JSON."""
    text = _HALF_PAIRS.sub("\ufffd", document.text)
    return {
        "sha256": Document(key="", source="", text=text).sha256,
        "key": document.key,
        "title": document.title,
        "publisher": document.publisher,
        "published": str(document.published) if document.published else None,
        "url": document.url,
        "language": document.language,
        "blocks": [[block.kind, block.span.start, block.span.end] for block in document.blocks],
    }


def _read_known(path: Path) -> dict[str, dict[str, Any]]:
    if not path.exists():
        return {}
    try:
        lines = [json.loads(line) for line in _read(path).split("\n") if line]
        return {line["name"]: line for line in lines}
    except (ValueError, TypeError, KeyError) as error:
        raise _not_ours(path) from error


def _document(known: dict[str, Any] | None, text: str, *, source: str) -> Document | None:
    if known is None or known.get("sha256") != Document(key="", source="", text=text).sha256:
        return None
    bare = Document(key=known["key"], source=source, text=text)
    return replace(
        bare,
        title=known["title"],
        publisher=known["publisher"],
        published=parse(known["published"]) if known["published"] else None,
        url=known["url"],
        language=known["language"],
        blocks=tuple(Block(bare.span(start, end), _kind(kind)) for kind, start, end in known["blocks"]),
    )


def _kind(kind: str) -> BlockKind:
    kinds: dict[str, BlockKind] = {one: one for one in get_args(BlockKind)}
    return kinds[kind]


def _not_ours(path: Path) -> EvaluationError:
    return EvaluationError(f"{path}: is not what kg extract wrote; delete it")
