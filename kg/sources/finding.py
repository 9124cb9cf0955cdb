"""Which files the user means: paths, folders, patterns, standard input."""

import glob
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from kg.sources.articles import LeftOut

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson")
STANDARD_INPUT = "-"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_ABOUT_FOLDER = re.compile(
    r"(?:readme|license|licence|copying|notice|changelog|contributing)(?:\.\w+)?|(?:annotation|visual|tools)\.conf",
    re.IGNORECASE,
)


def find_files(paths: Iterable[str | Path]) -> Iterator[str | LeftOut]:
    """Yield the files that the paths name, each once, folders in the order of names; what is none is left out.

    In a folder, hidden files, readmes and the like are passed over, and so are JSON files and annotations of brat that
    stand beside a text of the same name: they tell about that text.
    """
    seen: set[str] = set()
    real_folder = lru_cache(maxsize=100)(os.path.realpath)
    for path in paths:
        for found in _files(str(path)):
            if isinstance(found, LeftOut):
                yield found
            elif (place := _place(found, real_folder)) not in seen:
                seen.add(place)
                yield found


def _place(file: str, real_folder: Callable[[str], str]) -> str:
    """Return where a file really is; what is no link lies in its folder's real place."""
    if file == STANDARD_INPUT:
        return file
    folder, name = os.path.split(file)
    is_plain = name not in ("", ".", "..") and not os.path.islink(file)  # noqa: PTH114 - several times as fast
    return os.path.join(real_folder(folder), name) if is_plain else os.path.realpath(file)  # noqa: PTH118


def _files(path: str) -> Iterator[str | LeftOut]:
    if path == STANDARD_INPUT:
        yield path
    elif _ADDRESS.match(path):
        yield LeftOut(path, "is an address, and addresses are not fetched", "save the page and give the file")
    elif not path:
        yield LeftOut("''", "is no path", "name a file or a folder")
    elif Path(path).is_dir():
        yield from _in_folder(path)
    elif Path(path).exists() or Path(path).is_symlink():
        yield os.path.normpath(path)
    elif glob.has_magic(path):
        yield from _in_pattern(path)
    else:
        yield LeftOut(path, "does not exist", "check the path")


def _in_pattern(pattern: str) -> Iterator[str | LeftOut]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
    if not matches:
        yield LeftOut(pattern, "matches no file", "check the pattern")
    for match in matches:
        if Path(match).is_dir() and not pattern.endswith("**"):
            yield from _in_folder(match)
        elif Path(match).is_file():
            yield os.path.normpath(match)


def _in_folder(folder: str) -> Iterator[str | LeftOut]:
    count = 0
    for place, folders, names in os.walk(folder, onerror=None):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not _is_passed_over(name, names):
                count += 1
                yield _known(os.path.normpath(os.path.join(place, name)))  # noqa: PTH118 - as the user wrote it
    if not count:
        cure = f"put articles there ({', '.join(suffix[1:] for suffix in SUFFIXES)})"
        yield LeftOut(folder, "holds no articles" if os.access(folder, os.R_OK) else "cannot be opened", cure)


def _is_passed_over(name: str, names: list[str]) -> bool:
    stem, suffix = os.path.splitext(name)  # noqa: PTH122
    tells_about_text = suffix in (".json", ".ann") and f"{stem}.txt" in names
    return name.startswith(".") or tells_about_text or _ABOUT_FOLDER.fullmatch(name) is not None


def _known(path: str) -> str | LeftOut:
    if path.lower().endswith(SUFFIXES) or not Path(path).suffix:
        return path
    return LeftOut(path, "has a format that is not read", f"give {', '.join(suffix[1:] for suffix in SUFFIXES)}")
