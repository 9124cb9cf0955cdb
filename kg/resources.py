"""Where the files that ship with kg lie: in the wheel beside the code, in a checkout beside the package."""

import csv
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as ``resource("data", "gazetteer")``.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for root in (_PACKAGE / "bundled", _PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"{'/'.join(parts)} is missing from this installation of kg; install it again")


def lexicon_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of ``data/lexicons/NAME.csv``, each by the names of its columns.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    with resource("data", "lexicons", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
