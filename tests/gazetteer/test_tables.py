"""Each refusal of a broken table, with file, line and cure; each case fails when its check is taken out."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import GazetteerError
from kg.gazetteer import check_tables, load_gazetteer
from kg.gazetteer.columns import TABLES
from kg.resources import resource

WriteTable = Callable[..., Path]
TERRITORIES = "id,name,part_of,names,claimants,status,lat,lon,wikidata,since,ambiguous_names,type"


def test_shipped_tables_are_right() -> None:
    assert check_tables() == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Ost Insel,Ost Insel,,,,,,,,,,", "id 'Ost Insel' is no identifier; use small letters"),
        ("ost,,,,,,,,,,,", "the cell 'name' is empty; fill it in"),
        (",Ost,,,,,,,,,,", "the cell 'id' is empty; fill it in"),
        ("ost,Ost,kurile-islands,,,,,,,,,", "part_of names 'kurile-islands', which is no id in territories.csv"),
        ("ost,Ost,kurile-islands,,,,,,,,,", "did you mean 'kuril-islands'?"),
        ("ost,Ost,ost,,,,,,,,,", "part_of names the row itself; name the whole"),
        ("ost,Ost,,,JPN|Russia,,,,,,,", "claimants names 'Russia', which is no id in states.csv; did you mean 'RUS'?"),
        ("ost,Ost,,,Atlantis,,,,,,,", "claimants names 'Atlantis', which is no id in states.csv; add it to states.csv"),
        ("ost,Ost,,,,dispute,,,,,,", "status 'dispute' is unknown; did you mean 'disputed'?"),
        ("ost,Ost,,,,quarrel,,,,,,", "status 'quarrel' is unknown; one of: de facto state, disputed, settled"),
        ("ost,Ost,,,,,43°47',,,,,", "lat '43°47'' is no number; write decimal degrees"),
        ("ost,Ost,,,,,91,,,,,", "lat 91 is out of range; it lies between -90 and 90"),
        ("ost,Ost,,,,,10,181.5,,,,", "lon 181.5 is out of range; it lies between -180 and 180"),
        ("ost,Ost,,,,,,,Q0,,,", "wikidata 'Q0' is no Wikidata identifier; write it as Q80389"),
        ("ost,Ost,,,,,,,,19O5,,", "since '19O5' is no year; write it as 1956"),
        ("ost,Ost,,,,,,,,3019,,", "since '3019' is no year; write it as 1956"),
        ("ost,Ost,,Osten||Orient,,,,,,,,", "names has an empty name in 'Osten||Orient'; delete one '|'"),
        ("ost,Ost,,?,,,,,,,,", "names has a name without a letter in '?'; delete it"),
        ("ost,O\x07st,,,,,,,,,,", "name holds the control character U+0007; delete it"),
        ("ost,O\u202est,,,,,,,,,,", "name holds the control character U+202E; delete it"),
        ('ost,"O\nst",,,,,,,,,,', "name holds the control character U+000A; delete it"),
        ("ost,CÃ´te,,,,,,,,,,", "name holds 'Ã´', letters of a wrong encoding; save the table as UTF-8"),
        ("ost,Ost,,,,,", "7 cells under 12 columns; put a cell that holds a comma in"),
        ("ost,Ost,,Shikotan,,,,,,,,", "'Shikotan' is a name of 'Ost' and of 'Shikotan' (territories.csv line"),
        ("ost,Ost,,the Kremlin,,,,,,,,", "keep it in one, or list it under ambiguous_names in both"),
    ],
)
def test_broken_row_is_refused_with_line_and_cure(write_table: WriteTable, row: str, problem: str) -> None:
    problems = check_tables([write_table(TERRITORIES, row)])
    assert [one for one in problems if problem in one]
    assert any("/territories.csv line 2" in one for one in problems)


@pytest.mark.parametrize(
    ("name", "lines", "problem"),
    [
        ("territories.csv", ["id,names", "ost,Ost"], "territories.csv line 1: the column 'name' is missing; add it"),
        ("territories.csv", ["id,name,claimant"], "line 1: unknown column 'claimant'; did you mean 'claimants'?"),
        ("territories.csv", ["id,name,colour"], "line 1: unknown column 'colour'; the columns are id, name, type"),
        ("territories.csv", ["id,name,name"], "line 1: the column 'name' stands there twice; keep one"),
        (
            "mine.csv",
            ["id;name;names"],
            "mine.csv line 1: cells are separated by semicolons; save the table with commas",
        ),
        ("mine.csv", ["id\tname\tnames"], "mine.csv line 1: cells are separated by tabs; save the table with commas"),
        ("mine.csv", ["id,name"], "mine.csv: cannot tell which table this is; name it as one of territories.csv"),
        ("mine.csv", [""], "mine.csv: the file is empty; the first line names the columns"),
        ("states.csv", ["id,name", "a,A", "a,B"], "states.csv line 3: the id 'a' stands in line 2 already; give each"),
        ("states.csv", ["id,name", 'a,"A'], "close every quotation mark and save it as CSV"),
        (
            "states.csv",
            ["id,name,kind", "a,A,kingdom"],
            "states.csv line 2: kind 'kingdom' is unknown; one of: UN member",
        ),
        ("treaties.csv", ["id,name,date", "a,A,1956-13-01"], "date '1956-13-01' is no date; write it as 1956-10-19"),
        ("treaties.csv", ["id,name,date", "a,A,yesterday"], "date 'yesterday' is no date; write it as 1956-10-19"),
        (
            "treaties.csv",
            ["id,name,year,date", "a,A,1956,1957-01-01"],
            "date 1957-01-01 is not in the year 1956; correct",
        ),
        ("treaties.csv", ["id,name,territories", "a,A,atlantis"], "territories names 'atlantis', which is no id in"),
        ("names_by_party.csv", ["territory_id,party,language", "taiwan,CHN,zh"], "no name in 'native_script' or"),
        (
            "names_by_party.csv",
            ["territory_id,party,romanized,language", "taiwan,CHN,X,Ch"],
            "'Ch' is no language code",
        ),
        (
            "names_by_party.csv",
            ["territory_id,party,romanized", "taiwan,CHN,X", "taiwan,CHN,X"],
            "line 3: the same row stands in",
        ),
        ("other_things.csv", ["phrase", "Sea of Japan"], "'Sea of Japan' is a name of 'Sea of Japan' (territories.csv"),
    ],
)
def test_broken_table_is_refused(write_table: WriteTable, name: str, lines: list[str], problem: str) -> None:
    (told,) = check_tables([write_table(*lines, name=name)])
    assert problem in told


def test_parts_in_a_circle_are_refused_once(write_table: WriteTable) -> None:
    problems = check_tables([write_table("id,name,part_of", "kuril-islands,Kuril Islands,shikotan")])
    assert len(problems) == 1
    assert "'kuril-islands' is part of 'shikotan' is part of 'kuril-islands-southern'" in problems[0]


def test_wrong_encoding_is_refused_with_its_line(write_table: WriteTable) -> None:
    path = write_table("id,name", "a,A", "osel,Ösel", encoding="latin-1")
    (problem,) = check_tables([path])
    assert problem.endswith("/territories.csv line 3: not UTF-8; save the table as 'CSV UTF-8'")


def test_missing_file_and_empty_folder_are_refused(tmp_path: Path) -> None:
    assert "cannot be read (No such file or directory); check the path" in check_tables([tmp_path / "no.csv"])[0]
    assert "holds no .csv file; name a table or a folder" in check_tables([tmp_path])[0]


def test_error_tells_first_problems_in_one_line(write_table: WriteTable) -> None:
    path = write_table("id,name,lat", *(f"x{number},X,north" for number in range(5)))
    with pytest.raises(GazetteerError) as caught:
        load_gazetteer([path])
    assert "\n" not in str(caught.value)
    assert "/territories.csv line 2: lat 'north' is no number" in str(caught.value)
    assert str(caught.value).endswith("; and 2 more")


def test_missing_shipped_table_is_an_error_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copytree(resource("data", "gazetteer"), tmp_path / "gazetteer")
    (copy / "states.csv").unlink()
    monkeypatch.setattr("kg.gazetteer.tables.resource", lambda *parts: copy)
    with pytest.raises(GazetteerError, match=r"states\.csv: cannot be read"):
        load_gazetteer()


def test_capital_and_seats_of_past_states_are_no_second_default(write_table: WriteTable) -> None:
    row = "atlantis,Atlantis,past state,Moscow,Kremlin|Moscow"
    assert check_tables([write_table("id,name,kind,capital,metonyms", row, name="states.csv")]) == []


def test_a_form_may_stand_for_two_rows_if_one_lists_it_as_ambiguous(write_table: WriteTable) -> None:
    lines = ("id,name,names,ambiguous_names", "ost,Ost,Shikotan,Shikotan")
    assert check_tables([write_table(*lines)]) == []


def test_every_column_of_the_shipped_tables_is_documented() -> None:
    readme = (resource("data", "gazetteer") / "README.md").read_text(encoding="utf-8")
    missing = [column for table in TABLES.values() for column in table.columns if f"`{column}`" not in readme]
    assert not missing
