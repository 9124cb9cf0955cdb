"""Annotations as brat writes and reads them: offsets, fragments, notes; what is broken is told with its line."""

import doctest
import importlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.brat import Frame, Link, Mark, Standoff, format_note, format_standoff, parse_note, parse_standoff
from kg.brat.standoff import unbroken
from kg.errors import EvaluationError

TEXT = "Tokyo said:\r\n“No.”"
CONTENT = "T1\tSource 0 5\tTokyo\nT2\tStatement 6 10\tsaid\nE1\tStatement:T2 Source:T1\n"


@pytest.mark.parametrize("name", ["kg.brat.standoff", "kg.brat.notes", "kg.evaluation.words"])
def test_examples_in_docstrings_hold(name: str) -> None:
    tried = doctest.testmod(importlib.import_module(name))
    assert tried.attempted > 0
    assert tried.failed == 0


def test_annotations_are_written_as_brat_writes_them() -> None:
    standoff = Standoff(
        marks={"T1": Mark("Content", ((0, 5), (13, 18))), "T2": Mark("Statement", ((6, 10),))},
        frames={"E1": Frame("Statement", "T2", (("Content", "T1"),)), "E2": Frame("Attitude", "T2")},
        links={"R1": Link("LayerOf", "E1", "E2")},
        attributes={"E1": {"Mode": "mixed"}},
        notes={"E1": "speaker: Tokyo"},
    )
    written = format_standoff(standoff, TEXT)
    assert written == (
        "T1\tContent 0 5;13 18\tTokyo “No.”\n"
        "T2\tStatement 6 10\tsaid\n"
        "E1\tStatement:T2 Content:T1\n"
        "E2\tAttitude:T2\n"
        "R1\tLayerOf Arg1:E1 Arg2:E2\n"
        "A1\tMode E1 mixed\n"
        "#1\tAnnotatorNotes E1\tspeaker: Tokyo\n"
    )
    assert parse_standoff(written, TEXT, name="a.ann") == standoff


def test_role_filled_again_is_one_role() -> None:
    content = CONTENT.replace("Source:T1", "Source:T1 Source2:T3") + "T3\tSource 14 16\tNo\n"
    standoff = parse_standoff(content, TEXT, name="a.ann")
    assert standoff.fragments(standoff.frames["E1"], "Source") == ((0, 5), (14, 16))


def test_fragments_in_any_order_and_what_kg_does_not_use_are_read() -> None:
    content = (
        "T1\tContent 13 18;0 5\t“No.” Tokyo\r\nN1\tReference T1 Wikidata:Q1\tx\n*\tEquiv T1 T2\n#1\tNormal T1\tx\n\n"
    )
    standoff = parse_standoff(content, TEXT, name="a.ann")
    assert standoff == Standoff(marks={"T1": Mark("Content", ((13, 18), (0, 5)))})


BREAKS = "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@given(
    st.text(st.sampled_from("ab " + BREAKS) | st.characters(), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
)
def test_any_characters_are_marked_in_fragments_that_brat_takes(text: str, places: list[tuple[int, int]]) -> None:
    within = [sorted(one % (len(text) + 1) for one in place) for place in places]
    spans = [(start, end) for start, end in within]
    fragments = unbroken(text, spans)
    for start, end in fragments:
        words = text[start:end]
        assert words.strip() == words != ""
        assert len(words.splitlines()) == 1
        assert "\t" not in words
    assert all(one[1] < other[0] or text[one[1] : other[0]] for one, other in pairwise(fragments))
    inked = {i for start, end in spans for i in range(start, end) if not text[i].isspace()}
    assert {i for start, end in fragments for i in range(start, end) if not text[i].isspace()} == inked


@given(st.dictionaries(st.sampled_from(["speaker", "about"]), st.lists(st.text(), min_size=1).map(tuple)))
def test_any_values_of_a_note_come_back(parts: dict[str, tuple[str, ...]]) -> None:
    note = format_note(parts)
    assert len(note.splitlines()) <= 1
    expected = {
        name: tuple(told for one in values if (told := " ".join(one.split()))) for name, values in parts.items()
    }
    assert parse_note(note) == expected


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T3\tContent 13 18\t“Yes.”", "T3 says '“Yes.”', and there stands '“No.”'; mark it again"),
        ("T3\tContent 13 99\t“No.”", "'T3\\tContent 13 99\\t“No.”' is no annotation of brat; mend it or take it out"),
        ("T3\tContent", "'T3\\tContent' is no annotation of brat; mend it or take it out"),
        ("E2\tStatement", "'E2\\tStatement' is no annotation of brat; mend it or take it out"),
        ("E2\tStatement:T2 Content:T9", "there is no T9; take out what points to it"),
        ("A1\tMode E9 direct", "there is no E9; take out what points to it"),
        ("R1\tLayerOf Arg1:E1", "'R1\\tLayerOf Arg1:E1' is no annotation of brat; mend it or take it out"),
        ("E2\t", "'E2\\t' is no annotation of brat; mend it or take it out"),
    ],
)
def test_broken_line_is_told_with_its_number(line: str, told: str) -> None:
    with pytest.raises(EvaluationError) as error:
        parse_standoff(f"{CONTENT}{line}\n", TEXT, name="x/a.ann")
    assert str(error.value) == "x/a.ann line 4: " + " ".join(told.split())
