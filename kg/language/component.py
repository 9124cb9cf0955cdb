"""What we add to spaCy pipelines: sentences, and a tokenizer that no text slows down. Loading this loads spaCy."""

import re
from collections.abc import Callable
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.sentences import sentence_starts


@Language.component("kg_sentences", assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Mark the tokens that begin a sentence, and all others as beginning none, which a parser after this obeys.

    A place that the rules find inside a token begins no sentence.
    """
    if not len(doc):
        return doc
    offsets = doc.to_array("IDX")
    starts = numpy.array(sentence_starts(doc.text), dtype=offsets.dtype)
    places = numpy.minimum(numpy.searchsorted(offsets, starts), len(doc) - 1)
    marks: Any = numpy.full((len(doc), 1), -1, dtype="int64").astype("uint64")  # as spaCy keeps -1
    marks[places[offsets[places] == starts]] = 1
    marks[0] = 1
    doc.from_array(["SENT_START"], marks)
    return doc


class SteadyTokenizer:
    """A tokenizer that reads words of hundreds of characters in pieces.

    spaCy's takes time with the square of a word's length, so that a line of ten thousand quotation marks would stop it.
    """

    longest = 250

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """Return the tokens of a text."""
        if max(map(len, text.split()), default=0) <= self.longest:
            return self._tokenizer(text)
        return Doc.from_docs([self._tokenizer(piece) for piece in _pieces(text, self.longest)], ensure_whitespace=False)


def _pieces(text: str, longest: int) -> list[str]:
    """Cut a text where its words grow too long."""
    cuts = [0]
    for word in re.finditer(r"\S+", text):
        cuts.extend(range(word.start() + longest, word.end(), longest))
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
