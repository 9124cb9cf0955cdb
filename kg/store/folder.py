"""The folder of a store: what lies where, who may write, and which snapshot readers see.

- ``kg-store.json`` marks the folder as a store: its layout and its base
- ``live/`` is the database of the writer; no reader opens it
- ``snapshots/000001/`` and so on are what readers open; ``current`` holds the name of the newest
- ``fingerprints.db`` holds what each article was built from
- ``corrections.csv`` holds the corrections of all builds
- ``log.jsonl`` tells when it was written, by which process
- ``lock`` is held by the writer, with its process number
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OutputError, StoreError
from kg.files import write_whole
from kg.store.namespaces import DEFAULT_BASE

LAYOUT = 1
MARK = "kg-store.json"
LOCK = "lock"
_BASE = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*[/#]""")


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """A folder that holds a store, and the base of the IRIs in it."""

    path: Path
    base: str

    @property
    def live(self) -> Path:
        """The database of the writer."""
        return self.path / "live"

    @property
    def snapshots(self) -> Path:
        """The folder of what was published."""
        return self.path / "snapshots"

    @property
    def pointer(self) -> Path:
        """The file that names the snapshot to read."""
        return self.path / "current"

    @property
    def fingerprints(self) -> Path:
        """The table of what each article was built from."""
        return self.path / "fingerprints.db"

    @property
    def corrections(self) -> Path:
        """The table of corrections that builds were given."""
        return self.path / "corrections.csv"

    @property
    def log(self) -> Path:
        """The log of what was written when."""
        return self.path / "log.jsonl"


def find_folder(path: Path) -> StoreFolder:
    """Return the store in a folder.

    Raises:
        StoreError: there is none, or it is of a newer layout.
    """
    if not path.exists():
        raise StoreError(f"{path}: there is no store here; `kg build ARTICLES` makes one, --store names another")
    if not path.is_dir():
        raise StoreError(f"{path} is a file, not the folder of a store; --store takes the folder")
    try:
        mark = (path / MARK).read_bytes()
    except FileNotFoundError:
        raise StoreError(f"{path} is not a store: it has no {MARK}{_inner_store(path)}") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}; see who owns it") from error
    return StoreFolder(path, _base_of(path, mark))


def make_folder(path: Path, *, base: str | None) -> StoreFolder:
    """Return the store in a folder, making it where there is none; only the holder of the lock may call this.

    Raises:
        StoreError: something else is there, it has another base, or it cannot be written.
    """
    if base is not None:
        _check_base(base)
    if not (path / MARK).exists():
        if any(entry.name != LOCK and not entry.name.startswith(f".{MARK}") for entry in path.iterdir()):
            raise StoreError(f"{path} is not a store and not empty; name a new or empty folder")
        _write_mark(path, base or DEFAULT_BASE)
    folder = find_folder(path)
    if base and base != folder.base:
        raise StoreError(f"{path} was built with --base {folder.base}, not {base}; use that base or another folder")
    return folder


def unwritable(path: Path, error: Exception) -> StoreError:
    """Return what to tell of a store that cannot be written, and why."""
    told = str(error)
    if "No space left" in told:
        return StoreError(f"{path}: the disk is full; make room and run it again, what is in the store is whole")
    reason = (error.strerror if isinstance(error, OSError) else None) or told
    return StoreError(f"{path} cannot be written: {reason}; choose another place or mend this one")


def _write_mark(path: Path, base: str) -> None:
    try:
        write_whole(path / MARK, json.dumps({"layout": LAYOUT, "base": base}).encode() + b"\n")
    except OutputError as error:
        raise StoreError(str(error)) from error


def _check_base(base: str) -> None:
    if not _BASE.fullmatch(base):
        raise StoreError(f"--base {base} cannot begin IRIs; write an address that ends in / or #, as {DEFAULT_BASE}")


def _inner_store(path: Path) -> str:
    inner = path / "store"
    return f"; did you mean {inner}?" if (inner / MARK).exists() else "; name the folder that `kg build` made"


def _base_of(path: Path, mark: bytes) -> str:
    try:
        content = json.loads(mark)
        layout, base = int(content["layout"]), str(content["base"])
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path / MARK} is broken; remove {path} and build it again") from error
    if layout > LAYOUT:
        raise StoreError(
            f"{path} was written by a newer kg (layout {layout}; this one reads {LAYOUT}); install the newer kg"
        )
    return base
