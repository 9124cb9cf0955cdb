"""Who writes and who reads: locks of the operating system, which end with the process that holds them."""

import fcntl
import os
from pathlib import Path

from kg.errors import StoreError


class Lock:
    """A lock on a file or folder, held until it is released or its process ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        """Let go; more than once does no harm."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def lock_for_writing(path: Path) -> Lock:
    """Take the lock of the only writer and write our process number into it.

    Raises:
        StoreError: another process writes, or the file cannot be written.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise StoreError(f"{path.parent} cannot be written: {error.strerror}; choose another place") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.read(handle, 20).decode("utf-8", "replace").strip() or "unknown"
        os.close(handle)
        raise StoreError(
            f"{path.parent} is being written by another kg (process {holder}); wait until it is done, or stop it"
        ) from error
    os.ftruncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode())
    return Lock(handle)


def lock_folder(path: Path, *, shared: bool) -> Lock | None:
    """Lock a folder: shared by those who read it, or alone by who removes it; None where that cannot be had now.

    Raises:
        FileNotFoundError: the folder is not there.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return Lock(handle)
