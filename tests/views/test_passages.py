import pytest

from kg.views.model import Segment
from kg.views.passages import CONTEXT, Marked, marked_text, passage

SENTENCE = '"It is ours," he said, "for good."'


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Marked("words", 5, "alone")], [("alone", "words")]),
        (
            [
                Marked("words", 10, '"It is ours,"', SENTENCE, 10),
                Marked("source", 24, "he", SENTENCE, 10),
                Marked("cue", 27, "said", SENTENCE, 10),
                Marked("words", 33, '"for good."', SENTENCE, 10),
            ],
            [
                ('"It is ours,"', "words"),
                (" ", ""),
                ("he", "source"),
                (" ", ""),
                ("said", "cue"),
                (", ", ""),
                ('"for good."', "words"),
            ],
        ),
        (
            [Marked("words", 0, "One", "One is first.", 0), Marked("words", 40, "Two", "Two is last.", 40)],
            [("One", "words"), (" is first.", ""), (" […] ", ""), ("Two", "words"), (" is last.", "")],
        ),
        (
            [Marked("words", 0, "a b. c", "a b. c d.", 0), Marked("cue", 5, "c d", "c d.", 5)],
            [("a b. ", "words"), ("c", "words"), (" d", "cue"), (".", "")],
        ),
        ([Marked("words", 2, "b\u202ec", "a b\u202ec", 0)], [("a ", ""), ("bc", "words")]),
        ([], []),
    ],
)
def test_passage_tells_which_words_carry_the_fact(spans: list[Marked], expected: list[Segment]) -> None:
    assert list(passage(spans)) == expected


def test_what_is_far_from_the_words_is_left_out() -> None:
    before, after = "b" * 2000, "a" * 2000
    pieces = passage([Marked("words", 2000, "OURS", f"{before}OURS{after}", 0)])
    assert pieces == ((f" … {'b' * CONTEXT}", ""), ("OURS", "words"), (f"{'a' * CONTEXT} … ", ""))


def test_a_whole_text_is_cut_where_facts_begin_and_end() -> None:
    pieces = marked_text("It is ours, he said.", [(6, 10, 3), (0, 10, 1), (6, 10, 3), (12, 19, 2)])
    assert pieces == (("It is ", (1,)), ("ours", (1, 3)), (", ", ()), ("he said", (2,)), (".", ()))


def test_a_text_without_facts_is_one_piece() -> None:
    assert marked_text("Nothing.", []) == (("Nothing.", ()),)
