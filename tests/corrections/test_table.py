from pathlib import Path

import pytest

from kg.corrections import Correction, Misfit, format_table, lay_over, read_table
from kg.errors import CorrectionError

TABLE = """correction,thing,value,note
same as,person/a,person/b,one woman
Drop,position/1,,
stance,position/2,rejects-claim,
stanse,position/3,supports,
stance,position/4,,
drop,position/5,supports,
not the same,,person/b,

as read,position/2,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(TABLE, encoding="utf-8-sig")
    return path


def test_rows_become_corrections_and_bad_rows_are_told_one_by_one(table: Path) -> None:
    found, misfits = read_table(table)
    assert found == [
        Correction("same as", "person/a", "person/b", "mine.csv line 2"),
        Correction("drop", "position/1", "", "mine.csv line 3"),
        Correction("stance", "position/2", "rejects-claim", "mine.csv line 4"),
        Correction("as read", "position/2", "", "mine.csv line 10"),
    ]
    assert misfits == [
        Misfit("mine.csv line 5", "says 'stanse', which is no correction", "did you mean 'stance'?"),
        Misfit("mine.csv line 6", "says 'stance' without a value", "put a stance into the column value"),
        Misfit("mine.csv line 7", "says 'drop' with the value 'supports'", "leave the column value empty"),
        Misfit(
            "mine.csv line 8",
            "names nothing to correct",
            "put an identifier into the column thing; kg show tells it",
        ),
    ]


def test_what_is_kept_comes_back_with_the_places_it_came_from(table: Path, tmp_path: Path) -> None:
    found, _ = read_table(table)
    (tmp_path / "kept.csv").write_text(format_table(found), encoding="utf-8")
    assert read_table(tmp_path / "kept.csv") == (found, [])


def test_later_rows_take_the_place_of_what_decided_the_same() -> None:
    kept = [
        Correction("same as", "person/a", "person/b", "1"),
        Correction("stance", "position/1", "supports", "2"),
        Correction("speaker", "position/1", "person/a", "3"),
        Correction("drop", "position/2", "", "4"),
    ]
    new = [
        Correction("not the same", "person/b", "person/a", "5"),
        Correction("stance", "position/1", "opposes", "6"),
        Correction("as read", "position/2", "", "7"),
    ]
    assert [one.place for one in lay_over(kept, new)] == ["3", "5", "6"]
    assert [one.place for one in lay_over(kept, [Correction("as read", "person/b", "", "8")])] == ["2", "3", "4"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"thing,value\n", "mine.csv has no column correction; a table of corrections has correction, thing, value"),
        (b"correction,thing,value\n\xff", "mine.csv is not UTF-8; save it as CSV in UTF-8"),
        (None, "mine.csv cannot be read: No such file or directory; name a table of corrections"),
    ],
)
def test_a_file_that_is_no_table_is_told_in_one_line(tmp_path: Path, data: bytes | None, told: str) -> None:
    path = tmp_path / "mine.csv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(CorrectionError) as error:
        read_table(path)
    assert str(error.value) == f"{tmp_path}/{told}"
