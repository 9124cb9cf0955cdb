"""Spans of a document."""

import pytest

from kg.documents import Document, Span


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (" a b\n", Span(1, 4, "a b")),
        ("ab", Span(0, 2, "ab")),
        (" \n ", Span(0, 0, "")),
        ("", Span(0, 0, "")),
    ],
)
def test_trimmed_span_has_no_white_space_at_its_ends(text: str, span: Span) -> None:
    assert Document("test", "test", text).trimmed(0, len(text)) == span
