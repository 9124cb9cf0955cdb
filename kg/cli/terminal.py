"""What only a terminal gets: a line that tells which article is being read."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def watching() -> Iterator[Callable[[str], None]]:
    """Yield a function that shows what is being worked on; in a log or a pipe it shows nothing."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda source: None
        return
    from rich.console import Console

    console = Console(stderr=True)
    count = 0
    with console.status("Reading") as status:

        def show(source: str) -> None:
            nonlocal count
            count += 1
            from rich.markup import escape

            status.update(f"Reading article {count}: {escape(source)}")

        yield show
