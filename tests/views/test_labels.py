from hypothesis import given
from hypothesis import strategies as st

from kg.views.labels import fit_label, text_width


@given(st.text(max_size=80), st.integers(1, 3), st.sampled_from([60.0, 130.0]))
def test_no_line_is_wider_than_the_limit(text: str, lines: int, limit: float) -> None:
    label = fit_label(text, size=12, limit=limit, lines=lines)
    shown = label.text.split("\n")
    assert len(shown) <= lines
    assert all(text_width(line, 12) <= limit for line in shown)


def test_what_fits_is_whole_and_what_does_not_has_an_ellipsis() -> None:
    assert fit_label("Golan Heights", size=14, limit=200).text == "Golan Heights"
    assert fit_label("Golan Heights and more", size=14, limit=100, lines=2).text == "Golan Heights\nand more"
    assert fit_label("A very long name of an actor", size=14, limit=100, lines=1).text.endswith("…")


def test_a_line_end_in_the_text_stays() -> None:
    assert fit_label("rejects claim (1)\nof Japan", size=12, limit=200).text == "rejects claim (1)\nof Japan"


def test_full_width_letters_take_more_room() -> None:
    assert text_width("北方領土", 12) > text_width("abcd", 12) > text_width("ilil", 12)
