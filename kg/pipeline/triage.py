"""Triage: whether an article can hold anything about a territory, told in a small part of the time that reading takes.

    text ──> no name, and no words for a place that no table knows ──> no
         ──> names, what they mean, what stands around them ──> whether one can be read as a territory's

Each question is asked more loosely than the extractor of territories asks it, so that an article is let through where
that finds anything. An article on a treaty over a territory is let through, too.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from kg.documents.lines import stretches
from kg.extraction.lexicons import words
from kg.extraction.meanings import Meanings
from kg.extraction.places import MOST_BEHIND, MOST_BETWEEN, dispute_words, geographic_nouns
from kg.extraction.territory_names import PLACE_WORDS, Need, need_of_name, need_of_territory
from kg.gazetteer import Gazetteer, Match, Matches, Name

_KINDS = frozenset({"territory", "treaty"})
_LISTED = re.compile(" and |, ")
_WORD = re.compile(r"[^\W_]+")
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_CHUNK = re.compile(r"\S+")
_CLAIMED = re.compile(r",\s*(?:claimed\s*by|(?:which|that)\s)")
_CONTEST = re.compile(r"\b(?:over|to)\s+(?:the\s+)?(?=\w)")
_NAME = 60  # characters that the name of a place may take
_BEFORE, _BEHIND = 200, 600  # characters in which the words beside a name are looked for


class Triage:
    """Decides for texts, with one gazetteer, whether to read them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def wants(self, text: str) -> bool:
        """Say whether an article's text can name a territory, or a treaty over one."""
        if _names_new_place(text):
            return True
        matches = self._gazetteer.find(text)
        return _is_telling(matches) and _Article(text, self._gazetteer, tuple(matches)).names_known_place()

    def may_want(self, text: str) -> bool:
        """Say whether there can be a wanted article in a text that holds more, such as a page with its menus."""
        if _speaks_of_disputed(text.lower()) or _is_telling(self._gazetteer.find(text)):
            return True
        # What is a paragraph's end here need be none in the article.
        return _is_telling(self._gazetteer.find(" ".join(text.split())))


def _is_telling(matches: Matches) -> bool:
    """Say whether one of the names may be read as that of a territory, or of a treaty over one."""
    return any(_is_territory(name) or _is_treaty(name) for names in matches.names for name in names)


def _is_territory(name: Name) -> bool:
    """Say whether a name can be read as that of a territory."""
    is_never = name.sense == "demonym" or (name.ambiguous and name.sense == "descriptive")
    return name.entry.kind == "territory" and not is_never


def _is_treaty(name: Name) -> bool:
    return name.entry.kind == "treaty" and bool(name.entry.territories) and not name.ambiguous


# places of the tables -------------------------------------------------------------------------------------------------


class _Article:
    """A text with the names that stand in it, as the extractors will get them."""

    def __init__(self, text: str, gazetteer: Gazetteer, matches: Sequence[Match]) -> None:
        self._text, self._gazetteer, self._matches = text, gazetteer, matches

    def names_known_place(self) -> bool:
        """Say whether a territory of the tables may be read, or a treaty over one."""
        telling = (match for match in self._matches if any(name.entry.kind in _KINDS for name in match.names))
        return any(any(map(_is_treaty, match.names)) or self._may_be_read(match) for match in telling)

    def _may_be_read(self, match: Match) -> bool:
        name = self._meanings.choose(match.names, ("territory",))
        if name is None or not _is_territory(name):
            return False
        needs = {need_of_name(match, name, self._meanings)}
        if not _LISTED.search(match.span.text):  # the names of a list are read one by one
            after_place_word = self._is_after_place_word(match)
            needs.add(need_of_territory(match, name.entry, after_place_word=after_place_word))
        return all(self._meets(need, match) for need in needs)

    @cached_property
    def _meanings(self) -> Meanings:
        return Meanings(self._gazetteer, self._matches)

    def _meets(self, need: Need, match: Match) -> bool:
        if need is Need.CONTENTION:
            return self._is_contentious(match.span.start) or self._is_by_noun(match)
        if need is Need.DISPUTE:
            return self._is_after_dispute_word(match) or self._is_before_dispute_word(match)
        return need is Need.NOTHING

    def _is_after_place_word(self, match: Match) -> bool:
        """Say whether "in" or the like is sure to be the word before: in the same line, with only blanks between."""
        before = self._text[max(match.span.start - 20, 0) : match.span.start]
        _, blank, word = before.rstrip(" ").rpartition(" ")
        return before[-1:] == blank == " " and word.lower() in PLACE_WORDS

    def _is_contentious(self, offset: int) -> bool:
        """Say whether a word of contention stands so near that it may be of the same sentence."""
        at = bisect_right(self._contentious, (offset, len(self._text))) - 1
        return at >= 0 and offset < self._contentious[at][1]

    def _is_by_noun(self, match: Match) -> bool:
        """Say whether a geographic noun stands so near that it may call the name a place."""
        return _has_noun(self._text[max(match.span.start - _NAME, 0) : match.span.end + _NAME])

    @cached_property
    def _contentious(self) -> list[tuple[int, int]]:
        contention = words("contention-words")
        return [one for one in stretches(self._text) if _has_word(self._text[slice(*one)], contention)]

    def _is_after_dispute_word(self, match: Match) -> bool:
        """Say whether a name may be the object of the words before it: "sovereignty over all of X"."""
        start = max(match.span.start - _BEFORE, 0)
        before = _COMPOUND.findall(self._text[start : match.span.start].lower())
        for count, word in enumerate(reversed(before[1:] if start else before)):  # the first may be cut
            if word in dispute_words("before"):
                return True
            if count == MOST_BETWEEN or word not in dispute_words("between"):
                return False
        return start > 0  # so much white space that they are further away

    def _is_before_dispute_word(self, match: Match) -> bool:
        """Say whether words behind a name may tell that it is disputed: "X's status", "X is part of"."""
        length = max(len(form.split()) for form in (match.span.text, *(name.text for name in match.names)))
        most = length + MOST_BEHIND
        behind = self._text[match.span.start : match.span.start + _BEHIND]
        is_cut = len(behind) == _BEHIND and len(behind.split()) <= most
        near = " ".join(behind.split(None, most + 1)[: most + 1])
        return is_cut or _has_word(near, dispute_words("behind") | dispute_words("predicate"))


def _has_word(text: str, vocabulary: frozenset[str]) -> bool:
    lowered = text.lower()
    return not vocabulary.isdisjoint(_WORD.findall(lowered)) or any(
        word in lowered for word in vocabulary if not word.isalnum()
    )


# places in no table ---------------------------------------------------------------------------------------------------


def _names_new_place(text: str) -> bool:
    """Say whether a text may name a place that no table knows: "the disputed X Islands", "X Valley, claimed by"."""
    text = text.replace("İ", "I")  # the only letter that takes more room when small
    lowered = text.lower()
    if not _speaks_of_disputed(lowered):
        return False
    return (
        _has_disputed_place(text, lowered) or _has_claimed_place(text, lowered) or _has_contested_place(text, lowered)
    )


def _speaks_of_disputed(lowered: str) -> bool:
    return any(
        word in lowered for word in dispute_words("adjective") | dispute_words("verb") | dispute_words("contest")
    )


def _has_disputed_place(text: str, lowered: str) -> bool:
    """Say whether an adjective of disputes stands before a geographic noun and "of", or a capital with such a noun."""
    done = 0
    for end in sorted(end for word in dispute_words("adjective") for end in _ends_of(word, lowered)):
        if end < done:
            continue  # in a run of capitalized words that holds no noun
        chunks = [chunk[0] for chunk in islice(_CHUNK.finditer(text, end), 3)]
        if len(chunks) == 3 and chunks[1].lower() == "of" and chunks[2][0].isupper() and _has_noun(chunks[0]):
            return True
        if not chunks or not chunks[0][0].isupper():
            continue
        for chunk in _CHUNK.finditer(text, end):
            if _has_noun(chunk[0]):
                return True
            if not chunk[0][0].isupper():
                break
            done = chunk.end()
    return False


def _ends_of(word: str, lowered: str) -> Iterator[int]:
    end = 0
    while (start := lowered.find(word, end)) >= 0:
        end = start + len(word)
        if not lowered[start - 1 : start].isalnum():
            yield end


def _has_noun(chunk: str) -> bool:
    return not geographic_nouns().keys().isdisjoint(_WORD.findall(chunk.lower()))


def _has_claimed_place(text: str, lowered: str) -> bool:
    """Say whether a name with a geographic noun may stand before a clause that calls it claimed."""
    return any(
        _has_named_noun(text[max(match.start() - _NAME, 0) : match.start()])
        and _has_word(lowered[match.start() : match.end() + _BEFORE], dispute_words("verb"))
        for match in _CLAIMED.finditer(lowered)
    )


def _has_contested_place(text: str, lowered: str) -> bool:
    """Say whether a name with a geographic noun may stand behind "sovereignty over"."""
    return any(
        text[match.end()].isupper()
        and _has_word(lowered[max(match.start() - _NAME, 0) : match.start()], dispute_words("contest"))
        and _has_named_noun(text[match.end() : match.end() + _NAME])
        for match in _CONTEST.finditer(lowered)
    )


def _has_named_noun(text: str) -> bool:
    """Say whether words hold a capital and a geographic noun."""
    return text != text.lower() and _has_noun(text)
