"""The dependency tree over a paragraph's words: heads, relations and parts of speech of Universal Dependencies.

A parse is one witness among several. Where there is none, every word stands alone, has no relation, and the readers go
by the words themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from kg.extraction.words import Word
from kg.language import Paragraph
from kg.language.tokens import Tokens

Bounds = tuple[int, int]
"""Words ``first <= i < last``."""

FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})


class Tree:
    """Heads and relations of the words of a paragraph, by index.

    A word that holds several tokens ("U.S.-led") has the place in the tree of the one highest in it.
    """

    def __init__(self, paragraph: Paragraph, words: Sequence[Word]) -> None:
        tokens = paragraph.tokens
        self.is_parsed = bool(words) and tokens.is_parsed
        self.heads = list(range(len(words)))
        self.relations = [""] * len(words)
        self._plain = self.relations
        self.tags = [""] * len(words)
        self.kinds = [""] * len(words)
        if self.is_parsed:
            self._read(tokens, _places(tokens, paragraph.start, words))
            plain = {relation: relation.partition(":")[0] for relation in set(self.relations)}
            self._plain = [plain[relation] for relation in self.relations]

    def _read(self, tokens: Tokens, places: list[int]) -> None:
        for word, token in enumerate(_highest(tokens.heads, places, len(self.heads))):
            if token >= 0:
                head = places[tokens.heads[token]]
                self.heads[word] = head if head >= 0 else word
                self.relations[word] = tokens.relations[token]
                self.tags[word], self.kinds[word] = tokens.tags[token], tokens.kinds[token]

    # one word --------------------------------------------------------------------------------------------------

    def relation(self, at: int) -> str:
        """Return a word's relation to its head, without its subtype."""
        return self._plain[at]

    def is_verb(self, at: int) -> bool:
        """Say whether a word is a verb or auxiliary."""
        return self.kinds[at] in _VERBAL

    def is_finite(self, at: int) -> bool:
        """Say whether a word is a finite verb or a modal, by its tag."""
        return self.tags[at] in FINITE or self.tags[at] == "MD"

    def is_noun(self, at: int) -> bool:
        """Say whether a word is a noun, a name, a pronoun, or a number or determiner that may stand for one."""
        return self.kinds[at] in _NOMINAL

    def is_plural(self, at: int) -> bool:
        """Say whether a word is a noun or name in the plural."""
        return self.tags[at] in {"NNS", "NNPS"}

    # its family ------------------------------------------------------------------------------------------------

    def children(self, at: int, *relations: str) -> Iterator[int]:
        """Yield the words that hang on a word, in order; with relations, those in one of them or a subtype."""
        for child in self._children.get(at, ()):
            if not relations or self.relations[child] in relations or self._plain[child] in relations:
                yield child

    def child(self, at: int, *relations: str) -> int | None:
        """Return the first word that hangs on a word in one of these relations."""
        return next(self.children(at, *relations), None)

    def bounds(self, at: int) -> Bounds:
        """Return from where to where the words lie that hang on a word, itself among them."""
        return self._bounds[at]

    def joint(self, at: int) -> int:
        """Return the first of the words that "and" joins a word to; the word where it joins it to none."""
        while self.relation(at) == "conj" and self.heads[at] != at:
            at = self.heads[at]
        return at

    def joined(self, at: int) -> list[int]:
        """Return a word and those that "and" joins to it, in order."""
        found = [at]
        for child in self.children(at, "conj"):
            found += self.joined(child)
        return found

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for at, head in enumerate(self.heads):
            if head != at:
                found.setdefault(head, []).append(at)
        return found

    @cached_property
    def _bounds(self) -> list[Bounds]:
        places = range(len(self.heads))
        firsts, lasts = _first_below(self.heads, places), _first_below(self.heads, reversed(places))
        return [(first, last + 1) for first, last in zip(firsts, lasts, strict=True)]


def _places(tokens: Tokens, start: int, words: Sequence[Word]) -> list[int]:
    """Return for each token the index of the word that it is part of; -1 for white space."""
    places: list[int] = []
    ends = [word.end - start for word in words]
    word, behind = 0, len(ends)
    for offset in tokens.starts:
        while word < behind and ends[word] <= offset:
            word += 1
        is_inside = word < behind and words[word].start <= start + offset
        places.append(word if is_inside else -1)
    return places


def _highest(heads: Sequence[int], places: list[int], words: int) -> list[int]:
    """Return for each word its token highest in the tree, the first of several; -1 where it has none."""
    depths = _depths(heads) if words < sum(place >= 0 for place in places) else [0] * len(heads)
    chosen = [-1] * words
    for token, word in enumerate(places):
        if word >= 0 and (chosen[word] < 0 or depths[token] < depths[chosen[word]]):
            chosen[word] = token
    return chosen


def _first_below(heads: Sequence[int], order: Iterable[int]) -> list[int]:
    """Return for each word the first, in some order, of the words that hang on it and itself."""
    found = [-1] * len(heads)
    for at in order:
        above = at
        while found[above] < 0:  # whoever stands over a word that is told has been told with it
            found[above] = at
            above = heads[above]
    return found


def _depths(heads: Sequence[int]) -> list[int]:
    """Return how many heads stand over each word."""
    depths = [-1] * len(heads)
    for at in range(len(heads)):
        path = []
        while depths[at] < 0 and heads[at] != at:
            path.append(at)
            at = heads[at]
        depths[at] = max(depths[at], 0)
        for below in reversed(path):
            depths[below] = depths[heads[below]] + 1
    return depths
