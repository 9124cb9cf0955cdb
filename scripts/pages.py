"""Pages of docs/ that scripts write, or with --check compare with what they would write now."""

import operator
import sys
from collections.abc import Callable, Sequence
from pathlib import Path


def keep(fresh: str, arguments: Sequence[str], *, told_by: str, same: Callable[[str, str], bool] = operator.eq) -> int:
    """Write a page to the last of the arguments, or with --check compare it; return the exit status.

    ``told_by`` names what the page is made from; ``same`` says whether the page that is there will do.
    """
    path = Path(arguments[-1])
    if "--check" not in arguments:
        path.write_text(fresh, encoding="utf-8")
    elif not path.exists() or not same(path.read_text(encoding="utf-8"), fresh):
        print(f"{path} is not what {told_by} now: run `make docs` and commit it", file=sys.stderr)
        return 1
    return 0
