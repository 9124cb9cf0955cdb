"""What readers see: whole copies of the writer's database, the newest named by a pointer that is swapped at once."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph

from kg.errors import OutputError, StoreError
from kg.files import write_whole
from kg.store.folder import StoreFolder, unwritable
from kg.store.locks import Lock, lock_folder

PATIENCE = 5.0  # seconds that a reader goes on trying while snapshots are swapped under it
UNFINISHED = "unfinished-"


def hold_current(folder: StoreFolder) -> tuple[Path, Lock]:
    """Return the newest snapshot with a lock that keeps it from being removed.

    Raises:
        StoreError: nothing was published yet, or what was published is gone.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        snapshot = _current(folder)
        try:
            lock = lock_folder(snapshot, shared=True)
        except OSError:
            lock = None
        if lock and snapshot.exists():
            return snapshot, lock
        if time.monotonic() > deadline:
            raise StoreError(f"{folder.path}: its newest snapshot {snapshot.name} is missing; run the build again")
        time.sleep(0.01)


Finish = Callable[[pyoxigraph.Store], None]


def publish(folder: StoreFolder, live: pyoxigraph.Store, finish: Finish | None = None) -> Path:
    """Copy the live database to a new snapshot, point readers to it, and remove those that nobody reads.

    ``finish`` may change the copy before anybody reads it; the live database stays as it is.

    Raises:
        StoreError: there is no room, or the folder cannot be written.
    """
    number = 1 + max((int(path.name) for path in _snapshots(folder)), default=0)
    unfinished, snapshot = folder.snapshots / f"{UNFINISHED}{number}", folder.snapshots / f"{number:06}"
    try:
        folder.snapshots.mkdir(exist_ok=True)
        shutil.rmtree(unfinished, ignore_errors=True)
        live.backup(unfinished)
        if finish:
            _change(unfinished, finish)
        unfinished.rename(snapshot)
        write_whole(folder.pointer, f"{snapshot.name}\n".encode())
    except (OSError, RuntimeError, OutputError) as error:
        raise unwritable(folder.path, error) from error
    remove_unread(folder)
    return snapshot


def remove_unread(folder: StoreFolder) -> None:
    """Remove what a stopped writer left and the older snapshots; those that a reader holds wait for the next time."""
    if not folder.snapshots.is_dir():
        return
    keep = _current(folder) if folder.pointer.exists() else None
    for path in folder.snapshots.iterdir():
        if path != keep and (lock := lock_folder(path, shared=False)):
            shutil.rmtree(path, ignore_errors=True)
            lock.release()


def _change(path: Path, finish: Finish) -> None:
    dataset = pyoxigraph.Store(str(path))  # closed when nothing refers to it, at the end of this function
    finish(dataset)
    dataset.flush()


def _current(folder: StoreFolder) -> Path:
    try:
        name = folder.pointer.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{folder.path}: nothing is published yet; its build still runs, or was stopped: run it again"
        ) from error
    return folder.snapshots / name


def _snapshots(folder: StoreFolder) -> list[Path]:
    return [path for path in folder.snapshots.glob("*") if path.name.isdecimal()]
