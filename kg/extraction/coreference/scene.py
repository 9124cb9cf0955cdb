"""A paragraph as the place of mentions: its words, which of them are quoted, and the mentions by their places."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from kg.documents import Document, Span
from kg.documents.masthead import dateline
from kg.extraction.coreference.cast import Cast
from kg.extraction.mentions import Mention
from kg.extraction.syntax import Tree
from kg.extraction.words import DASHES, PREPOSITIONS, Word, first_from, is_finite_hint, sentence_first
from kg.language import Paragraph, Quote

Bounds = tuple[int, int]
"""Words ``first <= i < last`` of a scene."""

_FRAME_MARKS = DASHES | {",", ":", ";", "."}
_LONGEST_CITY = 4  # words, the colon among them
_SPEAKING, _NEAR = frozenset({"I", "We", "we", "you", "You", "our", "my"}), 15  # words of a turn in an interview
_FARTHEST_MENTION = 200
_LONGEST_S = len("its")  # "is", "as", "its" are no verbs with an s


class Places:
    """Places of one kind of word in a scene, as ascending indices."""

    def __init__(self, indices: Iterable[int]) -> None:
        self._indices = tuple(indices)

    def first_in(self, first: int, last: int) -> int | None:
        """Return the first place among words ``first <= i < last``; None where there is none."""
        at = bisect_left(self._indices, first)
        return self._indices[at] if at < len(self._indices) and self._indices[at] < last else None

    def any_in(self, first: int, last: int) -> bool:
        """Say whether there is such a word among ``first <= i < last``."""
        return self.first_in(first, last) is not None


class Scene:
    """The words of one paragraph with lookups from word indices to quotations, sentences and mentions.

    ``quoted`` tells for each word the number of the quotation that it stands in, or -1.
    """

    def __init__(self, document: Document, paragraph: Paragraph, cast: Cast) -> None:
        self.document, self.paragraph, self.cast = document, paragraph, cast
        self.words: tuple[Word, ...] = cast.words(paragraph.index)
        self.mentions = cast.mentions(paragraph.index)
        self.quotes = paragraph.quotes
        self.quoted = self._quoted_words()
        self.by_last: dict[int, list[Mention]] = defaultdict(list)
        self.by_first: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self.by_last[mention.last].append(mention)
            self.by_first[mention.first].append(mention)

    # quotations ------------------------------------------------------------------------------------------------

    def _quoted_words(self) -> list[int]:
        if not self.quotes:
            return [-1] * len(self.words)
        numbers = (bisect_right(self._quote_starts, word.start) - 1 for word in self.words)
        return [
            number if number >= 0 and word.end <= self.quotes[number].span.end else -1
            for word, number in zip(self.words, numbers, strict=True)
        ]

    def quote_of(self, at: int) -> Quote | None:
        """Return the quotation that a word stands in."""
        return self.quotes[self.quoted[at]] if 0 <= at < len(self.words) and self.quoted[at] >= 0 else None

    def opens_quote(self, at: int) -> bool:
        """Say whether a quotation begins with this word."""
        quote = self.quote_of(at)
        return quote is not None and self.words[at].start == quote.span.start

    def closes_quote(self, at: int) -> bool:
        """Say whether a quotation ends with this word."""
        quote = self.quote_of(at)
        return quote is not None and self.words[at].end == quote.span.end

    def closes_with_comma(self, at: int) -> bool:
        """Say whether a quotation ends with this word whose last mark before it is a comma: "'No,' he said"."""
        return at > 0 and self.words[at - 1].text == "," and self.closes_quote(at)

    def quote_words(self, number: int) -> Bounds:
        """Return the bounds of a quotation's words."""
        return self._quote_bounds.get(number, (0, 0))

    def quotes_in(self, span: Span) -> range:
        """Return the numbers of the quotations that a span shares a character with."""
        return range(bisect_right(self._quote_ends, span.start), bisect_left(self._quote_starts, span.end))

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.span.start for quote in self.quotes]

    @cached_property
    def _quote_ends(self) -> list[int]:
        return [quote.span.end for quote in self.quotes]

    @cached_property
    def _quote_bounds(self) -> dict[int, Bounds]:
        return _runs(self.quoted)

    # the parse and the mentions over a word ------------------------------------------------------------------------

    @cached_property
    def tree(self) -> Tree:
        """The dependency tree over the words."""
        return Tree(self.paragraph, self.words)

    def mentions_over(self, at: int) -> list[Mention]:
        """Return the mentions that a word is part of."""
        return self._mentions_by_word.get(at, [])

    @cached_property
    def _mentions_by_word(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            for at in range(mention.first, mention.last):
                found[at].append(mention)
        return found

    # sentences -------------------------------------------------------------------------------------------------

    @cached_property
    def sentences(self) -> list[Bounds]:
        """The bounds of all sentences in order; one behind a quoted question is one with that."""
        found: list[Bounds] = []
        for first, last in _runs([word.sentence for word in self.words]).values():
            if found and self._goes_on_behind_question(first) and self.quoted[found[-1][0]] == self.quoted[first - 1]:
                first = found.pop()[0]
            found.append((first, last))
        return found

    def _goes_on_behind_question(self, at: int) -> bool:
        """Say whether a quoted question or cry ends here, so that what follows may say whose it is."""
        return self.closes_quote(at - 1) and self.words[at - 2].text in {"?", "!"} and not self.opens_quote(at)

    def mentions_in(self, sentence: int) -> list[Mention]:
        """Return the mentions that begin in a sentence, in reading order."""
        return self._mentions_by_sentence.get(sentence, [])

    @cached_property
    def _mentions_by_sentence(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(self.words[mention.first].sentence, []).append(mention)
        return found

    def mentions_between(self, first: int, last: int) -> list[Mention]:
        """Return the mentions that begin among words ``first <= i < last``, in reading order."""
        starts = self._mention_starts
        return list(self.mentions[bisect_left(starts, first) : bisect_left(starts, last)])

    def mentions_headed(self, first: int, last: int) -> list[Mention]:
        """Return the mentions whose heads begin among words ``first <= i < last``, in reading order."""
        heads = self._mention_heads
        near = heads[bisect_left(heads, (first, 0)) : bisect_left(heads, (last, 0))]
        return [self.mentions[number] for number in sorted(number for _, number in near)]

    @cached_property
    def _mention_heads(self) -> list[tuple[int, int]]:
        return sorted((mention.head_first, number) for number, mention in enumerate(self.mentions))

    def mentions_before(self, at: int) -> Iterator[Mention]:
        """Yield the mentions that end before a word, from the last backwards; not without bound in a huge paragraph."""
        last = bisect_left(self._mention_starts, at) - 1
        for number in range(last, max(last - _FARTHEST_MENTION, -1), -1):
            if self.mentions[number].last <= at:
                yield self.mentions[number]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.first for mention in self.mentions]

    def is_attached(self, mention: Mention) -> bool:
        """Say whether a mention hangs on another word: behind a preposition, or as an owner."""
        before = self.words[mention.first - 1].lower if mention.first else ""
        behind = self.words[mention.last].text if mention.last < len(self.words) else ""
        return before in PREPOSITIONS or behind in {"'s", "’s"}

    def sentence_before(self, at: int) -> Bounds:
        """Return the bounds of the last sentence that begins before a word."""
        return self.sentences[bisect_left(self.sentences, (at, 0)) - 1]

    def colon_before(self, at: int) -> int | None:
        """Return the colon behind a clause in a word's sentence before it: "X was not troubled: the vote, she said"."""
        sentence, at = self.words[at].sentence, at - 1
        while at > 0 and self.words[at].sentence == sentence:
            if self.words[at].text == ":" and self.quoted[at] < 0:
                return at if self.verbs.any_in(sentence_first(self.words, sentence), at) else None
            at -= 1
        return None

    @cached_property
    def opening(self) -> int:
        """The first word behind a dateline ("TOKYO (Kyodo) -"); 0 where the paragraph has none."""
        end = self.paragraph.start + len(dateline(self.paragraph.text))
        first = self._behind_city() if end == self.paragraph.start else first_from(self.words, end)
        while 0 < first < len(self.words) and self.words[first].text in DASHES | {"/"}:
            first += 1
        return first if first < len(self.words) else 0

    def _behind_city(self) -> int:
        """Return the index behind a city in capitals and a colon that open a report: "LAHORE: The minister said"."""
        colon = next((at for at in range(1, min(_LONGEST_CITY, len(self.words))) if self.words[at].text == ":"), None)
        if colon is None:
            return self._behind_city_and_state()
        mentions = () if colon is None or self.paragraph.block.kind != "body" else self.by_last.get(colon, ())
        city = next((one for one in mentions if one.first == 0 and one.head.text.isupper()), None)
        if colon is None or city is None or not self._is_city(city):
            return 0
        speaks = any(word.text in _SPEAKING for word in self.words[colon + 1 : colon + 1 + _NEAR])
        return 0 if speaks and self.quoted[colon + 1] < 0 else colon + 1

    def _behind_city_and_state(self) -> int:
        """Return the index behind a city, its state and a dash that open a report: "Oslo, Norway — The minister"."""
        near = range(3, min(_LONGEST_CITY, len(self.words)))
        dash = next((at for at in near if self.words[at].text in DASHES), None)
        if dash is None or self.paragraph.block.kind != "body" or self.quoted[dash] >= 0:
            return 0
        is_named = all(word.capital or word.text == "," for word in self.words[:dash])
        states = (one for one in self.by_last.get(dash, ()) if one.names and self.words[one.first - 1].text == ",")
        return dash + 1 if is_named and next(states, None) else 0

    def _is_city(self, mention: Mention) -> bool:
        """Say whether a name in capitals is a seat, or that of nobody who is named again."""
        known = [self.cast.members[actor] for actor in self.cast.of(mention)]
        if mention.kind == "acronym":
            return all(len(one.mentions) == 1 for one in known)
        return any(name.sense == "metonym" for name in mention.names)

    # kinds of words --------------------------------------------------------------------------------------------

    @cached_property
    def verbs(self) -> Places:
        """Where words look like finite verbs or auxiliaries."""
        return Places(at for at, word in enumerate(self.words) if is_finite_hint(word))

    @cached_property
    def ends_in_s(self) -> Places:
        """Where words end as verbs of the third person do, and many nouns."""
        return Places(
            at for at, word in enumerate(self.words) if word.lower.endswith("s") and len(word.lower) > _LONGEST_S
        )

    @cached_property
    def commas(self) -> Places:
        """Where commas stand."""
        return Places(at for at, word in enumerate(self.words) if word.text == ",")

    @cached_property
    def openings(self) -> Places:
        """Where quotations begin."""
        return Places(at for at in range(len(self.words)) if self.opens_quote(at))

    @cached_property
    def quotations(self) -> Places:
        """Where words are quoted."""
        return Places(at for at, number in enumerate(self.quoted) if number >= 0)

    # spans -----------------------------------------------------------------------------------------------------

    def span(self, first: int, last: int) -> Span:
        """Return words ``first <= i < last`` as a span of the document."""
        return self.document.span(self.words[first].start, self.words[last - 1].end)

    def trimmed(self, first: int, last: int) -> Span | None:
        """Return words as a span without the punctuation around them that belongs to the frame, not to the words."""
        while first < last and self.words[first].text in _FRAME_MARKS and not self.opens_quote(first):
            first += 1
        while last > first and self.words[last - 1].text in _FRAME_MARKS and self.quoted[last - 1] < 0:
            last -= 1
        return self.span(first, last) if last > first else None


def _runs(numbers: list[int]) -> dict[int, Bounds]:
    """Return the bounds of each number's places, in the order in which the numbers come."""
    found: dict[int, Bounds] = {}
    for at, number in enumerate(numbers):
        first, _ = found.get(number, (at, at))
        found[number] = first, at + 1
    return found
