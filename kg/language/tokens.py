"""The tokens of a paragraph in columns, taken from spaCy in one pass: it is slow to make an object for each."""

from __future__ import annotations  # spaCy is named for the types alone

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = ["ORTH", "IDX", "SENT_START", "HEAD", "DEP", "TAG", "POS"]
_LABELS: dict[int, str] = {}
"""The labels met so far: a pipeline has some hundred."""
_BEGINS = 1  # as spaCy marks the first token of a sentence


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one paragraph, an entry of each column for each, in order.

    ``starts`` are offsets in the paragraph; ``opening`` says which tokens begin a sentence; ``heads`` are indices of
    tokens. Where no parser has read the paragraph (``is_parsed``), every token is its own head.
    """

    texts: list[str]
    starts: list[int]
    opening: list[bool]
    heads: list[int]
    relations: list[str]
    tags: list[str]
    kinds: list[str]
    is_parsed: bool

    @property
    def words(self) -> int:
        """The number of tokens that are more than white space."""
        return sum(not text.isspace() for text in self.texts)


def read_tokens(doc: Doc) -> Tokens:
    """Return the tokens of a paragraph."""
    rows = doc.to_array(_COLUMNS)
    texts, starts, marks, _, *labels = rows.T.tolist()
    distances = rows[:, _COLUMNS.index("HEAD")].astype("int64").tolist()
    strings = doc.vocab.strings
    names = {key: strings[key] for key in {*texts}}
    relations, tags, kinds = (_labels(column, strings) for column in labels)
    return Tokens(
        texts=[names[key] for key in texts],
        starts=starts,
        opening=[at == 0 or mark == _BEGINS for at, mark in enumerate(marks)],
        heads=[at + distance for at, distance in enumerate(distances)],
        relations=relations,
        tags=tags,
        kinds=kinds,
        is_parsed=doc.has_annotation("DEP"),
    )


def _labels(keys: list[int], strings: StringStore) -> list[str]:
    """Return the labels of a column; spaCy's number of a string is the same in all pipelines."""
    _LABELS.update((key, strings[key]) for key in {*keys} - _LABELS.keys())
    return [_LABELS[key] for key in keys]
