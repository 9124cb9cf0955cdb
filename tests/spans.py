"""The spans of facts, for tests that hold each to the letter."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from kg.documents import Document, Span


def spans_in(value: object) -> Iterator[Span]:
    """Yield every span in a fact or facts, however deep; those of the document are not facts."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from spans_in(one)
    elif is_dataclass(value) and not isinstance(value, Document):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))
