"""Tables of corrections in files: rows read and told apart, the later laid over the earlier, and written again."""

import csv
import io
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from kg.corrections.kinds import AS_READ, KINDS, Correction, Misfit
from kg.errors import CorrectionError

COLUMNS = ("correction", "thing", "value")
_PLACE = "place"  # a column of kept tables: the file and line that a row came from


def read_table(path: Path) -> tuple[list[Correction], list[Misfit]]:
    """Return the corrections of a file, and the rows that are none.

    Raises:
        CorrectionError: the file cannot be read, or has not the columns of a table of corrections.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path} is not UTF-8; save it as CSV in UTF-8") from error
    except OSError as error:
        raise CorrectionError(f"{path} cannot be read: {error.strerror}; name a table of corrections") from error
    rows = [_correction(row) for row in _rows(text, path)]
    return [one for one in rows if isinstance(one, Correction)], [one for one in rows if isinstance(one, Misfit)]


def lay_over(kept: Iterable[Correction], new: Iterable[Correction]) -> list[Correction]:
    """Return kept corrections with new ones: a later one takes the place of what decided the same, "as read" of all."""
    found: dict[tuple[str, ...], Correction] = {}
    for one in (*kept, *new):
        if one.kind == AS_READ:
            found = {key: other for key, other in found.items() if one.thing not in key[1:]}
        else:
            found.pop(one.key, None)
            found[one.key] = one
    return list(found.values())


def format_table(corrections: Iterable[Correction]) -> str:
    """Return corrections as a table that `read_table` reads back, with the places that they came from."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow((*COLUMNS, _PLACE))
    writer.writerows((one.kind, one.thing, one.value, one.place) for one in corrections)
    return output.getvalue()


def _rows(text: str, path: Path) -> Iterator[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        header = [name.strip().casefold() for name in reader.fieldnames or ()]
        if missing := [name for name in COLUMNS if name not in header]:
            raise CorrectionError(f"{path} has no column {missing[0]}; a table of corrections has {', '.join(COLUMNS)}")
        reader.fieldnames = header
        for row in reader:
            cells = {name: (row.get(name) or "").strip() for name in (*COLUMNS, _PLACE)}
            if any(cells[name] for name in COLUMNS):
                yield cells | {_PLACE: cells[_PLACE] or f"{path.name} line {reader.line_num}"}
    except csv.Error as error:
        raise CorrectionError(f"{path} line {reader.line_num} is no CSV: {error}; mend the line") from error


def _correction(row: dict[str, str]) -> Correction | Misfit:
    kind, place = " ".join(row["correction"].casefold().split()), row[_PLACE]
    if kind not in KINDS:
        near = get_close_matches(kind, KINDS, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"write one of: {', '.join(KINDS)}"
        return Misfit(place, f"says '{row['correction']}', which is no correction", hint)
    if not row["thing"]:
        return Misfit(place, "names nothing to correct", "put an identifier into the column thing; kg show tells it")
    if bool(row["value"]) != bool(KINDS[kind]):
        if KINDS[kind]:
            return Misfit(place, f"says '{kind}' without a value", f"put {KINDS[kind]} into the column value")
        return Misfit(place, f"says '{kind}' with the value '{row['value']}'", "leave the column value empty")
    return Correction(kind, row["thing"], row["value"], place)
