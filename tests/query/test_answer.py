import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query.answer import Answer

VALUES = st.none() | st.booleans() | st.integers() | st.text()
ANSWERS = st.lists(st.tuples(VALUES, VALUES)).map(lambda rows: Answer(("a", "b"), tuple(rows)))


@given(ANSWERS)
def test_every_row_is_one_line_of_a_table(answer: Answer) -> None:
    for written in (answer.table(), answer.markdown(), answer.tsv()):
        assert len(written.splitlines()) == len(written.split("\n")) - 1
    assert len(answer.table().splitlines()) == len(answer.rows) + 2
    assert len(answer.tsv().splitlines()) == len(answer.rows) + 1


@given(ANSWERS)
def test_json_holds_the_values_as_they_are(answer: Answer) -> None:
    assert json.loads(answer.json()) == answer.records()


@given(ANSWERS)
def test_csv_reads_back(answer: Answer) -> None:
    rows = list(csv.reader(io.StringIO(answer.csv(), newline="")))
    assert rows[0] == ["a", "b"]
    for row, expected in zip(rows[1:], answer.rows, strict=True):
        for cell, value in zip(row, expected, strict=True):
            assert cell in (f"'{value}", str(value), str(value).lower(), "")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_text_that_a_spreadsheet_would_run_is_marked_as_text(text: str) -> None:
    assert Answer(("a",), ((text,),)).csv() == f"a\n'{text}\n"


def test_a_negative_number_stays_a_number() -> None:
    assert Answer(("a",), ((-1,),)).csv() == "a\n-1\n"


def test_what_would_move_a_terminal_is_left_out() -> None:
    answer = Answer(("a",), (("\x1b[31mred\x07 \u202eright\u202c",),))
    assert answer.table() == "a\n--------\n[31mred right\n".replace("--------", "-" * 13)


def test_markup_of_markdown_is_escaped() -> None:
    answer = Answer(("a",), (("<script> | [x](javascript:y) `z` *b*",),))
    assert answer.markdown().splitlines()[2] == r"| \<script\> \| \[x\](javascript:y) \`z\` \*b\* |"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(
        QueryError, match="'pdf' is no format of an answer; choose one of table, markdown, csv, tsv, json"
    ):
        Answer((), ()).write("pdf")
