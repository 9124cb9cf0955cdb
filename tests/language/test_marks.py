"""Quotation marks paired: every kind of mark, apostrophes, marks that are missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.marks import read_marks
from tests.language.language_cases import assert_linear

MARKED = st.text(alphabet=st.sampled_from(list("\"“”„‟«»‹›‘’‚'`ab s.,?—( \n1")), max_size=80)


def quoted(text: str, depth: int = 0) -> list[str]:
    return [text[one.start : one.end] for one in read_marks(text).quoted if one.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," he said. "We stay."', ['"We go,"', '"We stay."']),
        ("“We go,” he said. “We stay.”", ["“We go,”", "“We stay.”"]),
        ("'We go,' he said. 'We stay.'", ["'We go,'", "'We stay.'"]),
        ("‘We go,’ he said. ‘We stay.’", ["‘We go,’", "‘We stay.’"]),
        ("``We go,'' he said of the ''plan''.", ["``We go,''", "''plan''"]),
        ("«We go», he said, « we stay » and ‹no›.", ["«We go»", "« we stay »", "‹no›"]),
        ("»We go«, he said, »we stay«.", ["»We go«", "»we stay«"]),
        ("„We go“, he said, „we stay” and ”no”.", ["„We go“", "„we stay”", "”no”"]),
        ("`We go,' he said.", ["`We go,'"]),
        ("“We go,\" he said, \"we stay.”", ['“We go,"', '"we stay.”']),
        ('"yes"—"no" and ("maybe")', ['"yes"', '"no"', '"maybe"']),
        ('"We were—" he began. "Go!"', ['"We were—"', '"Go!"']),
        ('"We go , " he said , " we stay . "', ['"We go , "', '" we stay . "']),
        ('He said:"We go".', ['"We go"']),
        ('"" and " "', ['""', '" "']),
    ],
)  # fmt: skip
def test_marks_of_every_kind_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert all(one.closed for one in read_marks(text).quoted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan's and the Kurils' fate doesn't matter", []),
        ("Japan’s and the Kurils’ fate doesn’t matter", []),
        ("the country\"s claim and \"ours\"", ['"ours"']),
        ('"The country"s claim is ours," he said', ['"The country"s claim is ours,"']),
        ("the country”s claim and “ours”", ["“ours”"]),
        ('the so-called "PM"s men', ['"PM"']),
        ("in the '70s and '80s, rock 'n' roll, 'tis 'em", []),
        ("in the ‘70s, rock ‘n’ roll", []),
        ("'the workers' union,' he said", ["'the workers' union,'"]),
        ("‘the islands’ fate’ is ‘ours’", ["‘the islands’ fate’", "‘ours’"]),
        ("'I don't know, it's theirs,' he said", ["'I don't know, it's theirs,'"]),
        ("the players' 'yes' and the owners' no", ["'yes'"]),
        ("it is 5'10\" tall, and 3\" wide", []),
        ("O'Neill and d'Estaing met 'Ali", []),
    ],
)  # fmt: skip
def test_apostrophes_are_no_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("\"He told me 'never,' and left,\" she said", ["\"He told me 'never,' and left,\""], ["'never,'"]),
        ("“He told me ‘never,’ and left,” she said", ["“He told me ‘never,’ and left,”"], ["‘never,’"]),
        ("‘He told me “never” twice,’ she said", ["‘He told me “never” twice,’"], ["“never”"]),
        ("“The “first” of them,” she said", ["“The “first” of them,”"], ["“first”"]),
        ("“Not ‘the people’s will,’” he said", ["“Not ‘the people’s will,’”"], ["‘the people’s will,’"]),
        ("\"The 'unity government,\" the workers' union", ["\"The 'unity government,\""], []),
    ],
)  # fmt: skip
def test_quotations_within_quotations_have_depth(text: str, outer: list[str], inner: list[str]) -> None:
    assert (quoted(text), quoted(text, depth=1)) == (outer, inner)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go and never come back. ', [('"We go and never come back.', False)]),
        ("“We go. ‘Never,’ he said", [("“We go. ‘Never,’ he said", False), ("‘Never,’", True)]),
        ('He said "we go. He added "we stay" and left.', [('"we go. He added ', False), ('"we stay"', True)]),
        ('"We go. “Never,” he said', [('"We go. “Never,” he said', False), ("“Never,”", True)]),
        ("“We ‘go “and stay” there’ now", [("“We ", False), ("‘go “and stay” there’", True), ("“and stay”", True)]),
        ("«We go", [("«We go", False)]),
        ("‘We go", [("‘We go", False)]),
        ("He said, ‘We go", [("‘We go", False)]),
        ("The ‘Ali mosque", []),
        ("'We go", []),
        ('"', []),
    ],
)
def test_a_quotation_without_end_runs_to_the_next_or_to_the_end(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(text[one.start : one.end], one.closed) for one in read_marks(text).quoted] == expected


def test_a_closing_mark_that_nothing_opens_is_told() -> None:
    assert read_marks('and stay," he said. "Yes."').stray_end == 10
    assert read_marks('"Yes," he said." Then').stray_end is None


@given(MARKED)
def test_quotations_nest_and_begin_with_a_mark(text: str) -> None:
    ends: list[int] = []
    for one in read_marks(text).quoted:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start] in "\"“”„‟«»‹›‘’‚'`"
        while ends and ends[-1] <= one.start:
            ends.pop()
        assert one.depth == len(ends)
        assert not ends or one.end <= ends[-1]
        ends.append(one.end)


@pytest.mark.parametrize(
    "piece", ['"', '"a ', '"a" ', "“", "“a ", "“‘", "”", "'a ", "s' ", "‘a ", "«", "''", "``a", '" ', "'a.' 'A "]
)
def test_marks_are_paired_in_linear_time(piece: str) -> None:
    assert_linear(read_marks, piece)
