"""Quotations over the paragraphs of a document, and the terms among them."""

import pytest

from kg.language.quotes import find_quotes, is_scare
from tests.language.language_cases import make_document


def pieces(*paragraphs: str) -> list[list[tuple[str, bool, int]]]:
    """Return each paragraph's quotations as text, whether closed, and group."""
    document = make_document(*paragraphs)
    found = find_quotes(document, [block.span for block in document.blocks])
    return [[(quote.span.text, quote.closed, quote.group) for quote in quotes] for quotes in found]


def test_quotation_of_several_paragraphs_is_one_group() -> None:
    assert pieces('He said: "We go.', '"We stay.', '"We go again." He left.', '"No," she said.') == [
        [('"We go.', False, 0)],
        [('"We stay.', False, 0)],
        [('"We go again."', True, 0)],
        [('"No,"', True, 1)],
    ]


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert pieces('He said: "We go.', "The crowd cheered.", '"No," she said.') == [
        [('"We go.', False, 0)],
        [],
        [('"No,"', True, 1)],
    ]


def test_quotation_closed_in_the_next_paragraph_without_opening_anew_is_one_group() -> None:
    assert pieces('He said: "We go.', 'And we stay," he said, "always."') == [
        [('"We go.', False, 0)],
        [('And we stay,"', True, 0), ('"always."', True, 1)],
    ]


def test_quotation_cut_short_by_another_does_not_go_on() -> None:
    assert pieces('He said "we go. "No," she said.', '"Yes," he said.') == [
        [('"we go. ', False, 0), ('"No,"', True, 1)],
        [('"Yes,"', True, 2)],
    ]


def test_single_marks_go_on_over_paragraphs() -> None:
    assert pieces("He said: ‘We go.", "‘We stay,’ he added.") == [[("‘We go.", False, 0)], [("‘We stay,’", True, 0)]]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ('its "special military operation" there', True),
        ("the ‘so-called’ talks", True),
        ('the "Northern Territories" issue', True),
        ('He said "we go" twice', False),
        ('It "is ours" he said', False),
        ('"Never," he said', False),
        ('He said: "Unacceptable"', False),
        ('a "plan for the return of all the islands"', False),
        ('the "unclosed', False),
        ('the "" sign', False),
    ],
)
def test_few_quoted_words_that_are_no_sentence_are_marked(text: str, scare: bool) -> None:
    document = make_document(text)
    assert [quote.scare for quote in find_quotes(document, [document.blocks[0].span])[0]] == [scare]


def test_contractions_are_words_of_a_sentence() -> None:
    assert [is_scare(text) for text in ("“don’t”", "“cannot move”", "'red line'")] == [False, False, True]
