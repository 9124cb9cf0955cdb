"""The sentence around a span, by a plain rule or from an analysis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import Block, Document, Span
from kg.rdf.sentences import Sentences, split_sentences


def document(text: str) -> Document:
    """Return a document without a layout."""
    return Document(key="a", source="a", text=text)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Mr. Abe met Dr. Lee on Jan. 5. They talked.", ["Mr. Abe met Dr. Lee on Jan. 5.", "They talked."]),
        ('"We talk." He left.', ['"We talk."', "He left."]),
        ("J. Smith of the U.S. Navy spoke.", ["J. Smith of the U.S. Navy spoke."]),
        ("It rose 3.5 percent. It fell.", ["It rose 3.5 percent.", "It fell."]),
        ("Title without stop\n\nBody. More.", ["Title without stop", "Body.", "More."]),
        ("Lines that\ngo on. And\nend.\n \nNext.", ["Lines that\ngo on.", "And\nend.", "Next."]),
        ("he said. and so on", ["he said. and so on"]),
        ("", []),
    ],
)
def test_text_is_split(text: str, sentences: list[str]) -> None:
    assert [span.text for span in split_sentences(document(text))] == sentences


def test_the_layout_is_kept_to() -> None:
    text = "Title. One\nBody. Two"
    blocks = (Block(Span(0, 10, text[:10]), "title"), Block(Span(11, 20, text[11:]), "body"))
    found = split_sentences(Document(key="a", source="a", text=text, blocks=blocks))
    assert [span.text for span in found] == ["Title.", "One", "Body.", "Two"]


@pytest.mark.parametrize(
    ("words", "around"),
    [
        ("two", "It is two."),
        ("It is", "It is one."),
        ("one. It", "It is one. It is two."),
        ("It is one. It is two. It is three.", "It is one. It is two. It is three."),
    ],
)
def test_a_span_stands_in_the_sentences_that_it_touches(words: str, around: str) -> None:
    text = "It is one. It is two. It is three."
    start = text.index(words)
    found = Sentences(document(text)).around(Span(start, start + len(words), words))
    assert found.text == around


def test_a_span_outside_all_sentences_is_its_own_sentence() -> None:
    one = document("One. Two.")
    assert Sentences(one, sentences=[]).around(one.span(0, 3)).text == "One"
    assert Sentences(one, sentences=[one.span(5, 9)]).around(one.span(0, 3)).text == "One"
    assert Sentences(one, sentences=[one.span(0, 4)]).around(one.span(5, 8)).text == "Two"


@given(st.text(alphabet=' .!?\n"abAB', max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_a_sentence_holds_its_span(text: str, start: int, length: int) -> None:
    one = document(text)
    if start + length <= len(text):
        span = one.span(start, start + length)
        assert Sentences(one).around(span).contains(span)
