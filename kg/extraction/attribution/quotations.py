"""Quotations without a cue of their own: they go on with what was said before, in the paragraph or the one before."""

from bisect import bisect_left
from collections import defaultdict
from itertools import accumulate

from kg.documents import Span
from kg.extraction.attribution.draft import Draft
from kg.extraction.coreference import Scene

_ENDS = frozenset({".", "?", "!", ":"})
_SHORTEST = 3  # words of a quotation that is a sentence


def is_only_quotation(scene: Scene) -> bool:
    """Say whether a paragraph is nothing but quotation, so that it may go on with the one before."""
    if not scene.words or not scene.opens_quote(0):
        return False
    return not any(number < 0 and word.letters for word, number in zip(scene.words, scene.quoted, strict=True))


def last_quoted(drafts: list[Draft]) -> Draft | None:
    """Return the attribution whose quotation ends a paragraph, so that the next one may continue it."""
    own = (draft for draft in drafts if not draft.layer)
    last = max(own, key=lambda draft: max((span.end for span in draft.content), default=0), default=None)
    return last if last and (last.quoted or not last.attitude) else None


def gather_quotations(scene: Scene, drafts: list[Draft]) -> None:
    """Give each quotation of a paragraph without a cue to the statement before it, or at the start to the next."""
    speech = [draft for draft in drafts if not draft.attitude and not draft.layer]
    if not speech:
        return
    taken = {number for draft in drafts for span in draft.content for number in scene.quotes_in(span)}
    order, gathered = _Order(speech), defaultdict[int, list[Span]](list)
    for number, quote in enumerate(scene.quotes):
        if number not in taken and stands_alone(scene, number):
            gathered[order.number_before(quote.span.start)].append(scene.span(*scene.quote_words(number)))
    for number, spans in gathered.items():
        speech[number].content = sorted([*speech[number].content, *spans])
        speech[number].quoted = True


class _Order:
    """Statements by where their cues begin."""

    def __init__(self, drafts: list[Draft]) -> None:
        cues = sorted((draft.cue.start, number) for number, draft in enumerate(drafts) if draft.cue)
        self._starts = [start for start, _ in cues]
        self._latest = list(accumulate((number for _, number in cues), max))

    def number_before(self, offset: int) -> int:
        """Return the number of the last statement whose cue begins before an offset; 0 where none does."""
        at = bisect_left(self._starts, offset)
        return self._latest[at - 1] if at else 0


def stands_alone(scene: Scene, number: int) -> bool:
    """Say whether a quotation is a sentence of its own: it opens one, or stands behind a full stop or quotation."""
    first, last = scene.quote_words(number)
    if last - first < _SHORTEST:
        return False
    follows = first == 0 or scene.words[first - 1].text in _ENDS or scene.closes_quote(first - 1)
    return follows or scene.words[first].opens
