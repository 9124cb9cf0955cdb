"""The quotations of a document: over the paragraphs that they go on through, with those that are mere terms marked.

A quotation of several paragraphs opens anew in each and closes only in the last; its pieces share a group.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.documents import Document, Span
from kg.language.analysis import Quote
from kg.language.lexicons import words
from kg.language.marks import Marks, Quoted, read_marks

_SCARE_WORDS = 5
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MARKS = "\"“”„‟«»‹›‘’‚'`"
_ENDS = ".,;:!?…—"


def find_quotes(document: Document, paragraphs: Sequence[Span]) -> list[tuple[Quote, ...]]:
    """Return the quotations of each paragraph in order, those inside others (``depth`` 1 and more) among them.

    Args:
        document: the document that the paragraphs are of.
        paragraphs: its blocks in reading order.
    """
    reader = _Reader(document)
    return [tuple(reader.read(paragraph)) for paragraph in paragraphs]


@dataclass
class _Reader:
    """Goes from paragraph to paragraph and remembers which quotation is still open."""

    document: Document
    groups: int = 0
    pending: int | None = None

    def read(self, paragraph: Span) -> Iterator[Quote]:
        """Yield the quotations of the next paragraph; set what goes on after it."""
        marks = self._carried_on(read_marks(paragraph.text), paragraph.text)
        pending, self.pending = self.pending, None
        begin = len(paragraph.text) - len(paragraph.text.lstrip())
        for quoted in marks.quoted:
            goes_on = pending is not None and quoted.depth == 0 and quoted.start == begin
            group = pending if goes_on and pending is not None else self._new_group()
            if not quoted.closed and quoted.depth == 0 and quoted.end == len(paragraph.text.rstrip()):
                self.pending = group
            yield self._quote(paragraph, quoted, group)

    def _carried_on(self, marks: Marks, text: str) -> Marks:
        """Take a closing mark that nothing opens as the end of the quotation still open from the paragraph before."""
        if self.pending is None or marks.stray_end is None:
            return marks
        begin = len(text) - len(text.lstrip())
        return replace(marks, quoted=(Quoted(begin, marks.stray_end, True, 0), *marks.quoted))

    def _new_group(self) -> int:
        self.groups += 1
        return self.groups - 1

    def _quote(self, paragraph: Span, quoted: Quoted, group: int) -> Quote:
        span = self.document.span(paragraph.start + quoted.start, paragraph.start + quoted.end)
        scare = quoted.closed and is_scare(span.text) and not _is_led_in(paragraph.text[: quoted.start])
        return Quote(span, quoted.closed, group, scare, quoted.depth)


def is_scare(quoted: str) -> bool:
    """Say whether quoted words are few and no sentence: a term, a title, a nickname.

    >>> is_scare('"special operation"'), is_scare('"We will stay"'), is_scare('"Never,"')
    (True, False, False)
    """
    inside = quoted.strip(_MARKS).strip()
    found = [word.lower().replace("’", "'") for word in _WORD.findall(inside)]
    if not 0 < len(found) <= _SCARE_WORDS or inside[-1] in _ENDS:
        return False
    return not any(word in words("personal-words") or word in words("auxiliary-verbs") for word in found)


def _is_led_in(before: str) -> bool:
    """Say whether a colon or comma leads to the quotation, as words of speech are led to."""
    return before.rstrip()[-1:] in (":", ",")
