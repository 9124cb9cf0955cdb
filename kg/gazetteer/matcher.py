"""Names found in text: an automaton over their patterns, leftmost and longest, at word boundaries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile

import ahocorasick_rs

from kg.gazetteer.entries import Matches, Name
from kg.gazetteer.folding import BLANKS, beyond_ascii, even, is_even, plain, without_surrogates
from kg.gazetteer.forms import ARTICLE, forms_of, written_forms
from kg.gazetteer.index import Index
from kg.gazetteer.patterns import pattern_of, patterns_of, shape

Names = tuple[Name, ...]
Found = tuple[int, int, Names]

_ARTICLES = frozenset(word + blank for word in ("the", "The", "THE") for blank in BLANKS)
_MOST_KNOWN = 100_000  # so that memory stays bounded
_KINDS = ("territory", "state", "organization", "treaty")
_SENSES = ("name", "descriptive", "demonym", "metonym")


@dataclass(frozen=True, slots=True)
class _Ways:
    """The ways to write the names of a pattern, alone and after an article, and the patterns that it begins with."""

    alone: dict[str, Names]
    after_article: dict[str, Names]
    shorter: "tuple[tuple[int, _Ways], ...]"

    def names_of(self, form: str) -> tuple[Names | None, Names | None]:
        """Return what a form stands for alone, and after an article."""
        if form not in self.alone and form not in self.after_article:
            form = plain(form)
        return self.alone.get(form), self.after_article.get(form)


class Matcher:
    """An automaton over the patterns of names; what a pattern stands for is read where a text first has it.

    Most of what texts hold was in a text before, to the letter and the character behind it: one look into a table then
    says what it stands for. Only where the words around have a say is it asked again.

    ``index`` has the patterns, ``names_of`` gives the names of an entry. ``other_things`` are phrases that hold a name
    but mean something else ("Bank of Japan"): found and left out.
    """

    def __init__(
        self, index: Index, names_of: Callable[[str], Iterable[Name]], other_things: Sequence[str] = ()
    ) -> None:
        self._index, self._names_of = index, names_of
        self._phrases: dict[str, list[str]] = {}
        for pattern, place in patterns_of(other_things):
            self._phrases.setdefault(pattern, []).append(other_things[place])
        self._patterns = list(dict.fromkeys((*index, *self._phrases)))
        self._longest = max(map(len, self._patterns), default=0)
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            "\n".join(self._patterns).encode().split(b"\n") if self._patterns else [],
            matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST,
        )
        self._ways: dict[str, _Ways] = {}
        # Of characters that texts have had, the one behind them included: what they stand for whatever is around them,
        # and what they stand for after an article and without one.
        self._known: dict[str, Names] = {}
        self._known_after_article: dict[str, tuple[Names, Names]] = {}
        self._open: set[str] = set()  # characters of which what is around them tells what they stand for

    def find(self, text: str) -> Matches:
        """Return where names stand in a text: leftmost, longest, not overlapping, in code points."""
        try:
            others = beyond_ascii(text)
        except UnicodeEncodeError:
            return self.find(without_surrogates(text))
        if is_even(text, others):
            return Matches(text, self._search(f"{text} ", f" {shape(text, others)} "))
        evened = even(text, others)
        found = self._search(f"{evened.text} ", f" {shape(evened.text, beyond_ascii(evened.text))} ")
        return Matches(text, [(*evened.place(start, end), names) for start, end, names in found])

    # the ways to write a name ----------------------------------------------------------------------------------

    def _ways_of(self, pattern: str) -> _Ways:
        if pattern not in self._ways:
            ends = (at for at in range(len(pattern) - 1, 1, -1) if pattern[0] != " " or pattern[at] == " ")
            begun = (pattern[:at] for at in ends)
            shorter = tuple(
                (len(one), self._ways_of(one)) for one in begun if one in self._index or one in self._phrases
            )
            self._ways[pattern] = _Ways(*self._forms_of(pattern), shorter)
        return self._ways[pattern]

    def _forms_of(self, pattern: str) -> tuple[dict[str, Names], dict[str, Names]]:
        """Return the forms of a pattern with their names: those that may stand alone, and those after an article."""
        alone: dict[str, list[Name]] = {}
        after_article: dict[str, list[Name]] = {}
        for owner in self._index.owners(pattern):
            names = tuple(self._names_of(owner))
            listed = {(name.entry.id, name.text) for name in names}
            for name in names:
                forms = after_article if name.text.startswith(ARTICLE) else alone
                for form in dict.fromkeys(forms_of(name, listed=listed)):
                    if pattern_of(form) == pattern:
                        forms.setdefault(form, []).append(name)
        for phrase in self._phrases.get(pattern, ()):
            for form in written_forms(phrase):
                if pattern_of(form) == pattern and form not in after_article:
                    alone.setdefault(form, [])
        both = {form: _ordered((*alone.get(form, ()), *names)) for form, names in after_article.items()}
        return {form: _ordered(names) for form, names in alone.items()}, both

    # where they stand ------------------------------------------------------------------------------------------

    def _search(self, body: str, shaped: str) -> list[Found]:
        """Return the matches in a body, which has a blank more behind it; its shape has one before it as well."""
        found: list[Found] = []
        known, known_after_article = self._known, self._known_after_article
        names_of, add = known.get, found.append  # looked up once: this loop is most of a scan
        hits: Iterator[tuple[int, int, int]] | None = iter(self._hits(shaped))
        while hits is not None:
            rest = None
            for number, start, end in hits:
                written = body[start:end]
                names = names_of(written)
                if names:
                    add((start, end - 1, names))
                    continue
                if names is not None:
                    continue
                if written not in known_after_article:
                    if written in self._open or not self._learn(number, written, is_word=shaped[end : end + 1] == " "):
                        if len(self._open) < _MOST_KNOWN:
                            self._open.add(written)
                        looked = self._second_look(body, shaped, number, start, end)
                        found += [one for one in looked if one[2]]
                        if looked and looked[-1][1] + 1 > end:
                            rest = _from(looked[-1][1] + 1, hits)
                            break
                        continue
                    names = names_of(written)
                if names:
                    add((start, end - 1, names))
                elif names is None:
                    after_article, alone = known_after_article[written]
                    if _follows_article(body, shaped, start, end - 1):
                        add((start - 4, end - 1, after_article))
                    elif alone:
                        add((start, end - 1, alone))
            hits = rest
        return found

    def _learn(self, number: int, written: str, *, is_word: bool) -> bool:
        """Keep what stands in characters, the one behind them included, if nothing around them can change it."""
        pattern = self._patterns[number]
        if pattern[0] != " ":
            return False
        ways = self._ways_of(pattern)
        names, after_article = ways.names_of(written[:-1]) if is_word else (None, None)
        if names is None and (ways.shorter or not self._hides_none(pattern, is_word=is_word)):
            return False
        if len(self._known) + len(self._known_after_article) >= _MOST_KNOWN:
            self._known.clear()
            self._known_after_article.clear()
        if after_article:
            self._known_after_article[written] = after_article, names or ()
        else:
            self._known[written] = names or ()
        return True

    def _hides_none(self, pattern: str, *, is_word: bool) -> bool:
        """Say whether no name can begin behind the first word of a pattern, whose end is that of a word or is not."""
        behind = pattern.split(" ")[2:]
        return not behind or (is_word and pattern.isascii() and self._first_words.isdisjoint(behind))

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset([pattern[1:].partition(" ")[0] for pattern in self._patterns])

    def _hits(self, shaped: str) -> Iterable[tuple[int, int, int]]:
        """Return the patterns that stand in a shaped text: number, start and end, in characters."""
        data = shaped.encode()
        hits = self._automaton.find_matches_as_indexes(data)
        return hits if len(data) == len(shaped) else _in_characters(data, hits)

    def _second_look(self, body: str, shaped: str, number: int, start: int, end: int) -> list[Found]:
        """Return what stands in characters where the longest form need not be the right one."""
        accepted = self._longest_accepted(body, shaped, number, start, end)
        resume = shaped.find(" ", accepted[1] + 1 if accepted else start + 1, end)
        rest = self._within(body, shaped, resume, end) if resume >= 0 else []
        return [accepted, *rest] if accepted else rest

    def _longest_accepted(self, body: str, shaped: str, number: int, start: int, end: int) -> Found | None:
        """Return the longest form that begins at a place of the shaped text and is accepted."""
        pattern = self._patterns[number]
        ways, is_spaced = self._ways_of(pattern), pattern[0] == " "
        first = start if is_spaced else start - 1
        is_word = shaped[end : end + 1] == " " or not is_spaced
        if is_word and (accepted := _accepted(body, shaped, ways, first, end - 1)):
            return accepted
        for length, shorter in ways.shorter:
            if accepted := _accepted(body, shaped, shorter, first, start + length - 1):
                return accepted
        return None

    def _within(self, body: str, shaped: str, resume: int, end: int) -> list[Found]:
        """Return the forms that begin in characters which a refused form had covered."""
        found: list[Found] = []
        for number, low, high in self._hits(shaped[resume : end + self._longest]):
            start = resume + low
            if start >= end:
                break
            found += self._second_look(body, shaped, number, start, resume + high)
        return found


def _from(start: int, hits: Iterator[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Return the hits that begin at a place or behind it."""
    return dropwhile(lambda hit: hit[1] < start, hits)


def _in_characters(data: bytes, hits: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield hits in an encoded text with their places in its characters."""
    done = characters = 0
    for number, start, end in hits:
        characters += len(data[done:start].decode())
        length = len(data[start:end].decode())
        yield number, characters, characters + length
        done, characters = end, characters + length


def _accepted(body: str, shaped: str, ways: _Ways, start: int, end: int) -> Found | None:
    """Return a form with its names if it is one of theirs, and stands after an article where it needs one."""
    names, after_article = ways.names_of(body[start:end])
    if after_article and _follows_article(body, shaped, start, end):
        return start - 4, end, after_article
    return None if names is None else (start, end, names)


def _follows_article(body: str, shaped: str, start: int, end: int) -> bool:
    """Say whether a form stands after an article and ends its noun group: not "the North" in "the North Atlantic"."""
    return (
        body[start - 4 : start] in _ARTICLES
        and shaped[start - 4] == " "
        and not (body[end + 1 : end + 2].isupper() and body[end] in BLANKS and body[start].isupper())
    )


def _ordered(names: Iterable[Name]) -> Names:
    """Return the names with the likeliest first: plain before ambiguous, names before demonyms before metonyms.

    Where a form stands for an entry without doubt, its ambiguous spellings are left out ("the Golan" and "Golan").
    """
    names = tuple(names)
    if len(names) == 1:
        return names
    certain = {name.entry.id for name in names if not name.ambiguous}
    kept = (name for name in names if not name.ambiguous or name.entry.id not in certain)
    return tuple(sorted(kept, key=_rank))


def _rank(name: Name) -> tuple[bool, int, int, str, str]:
    return (
        name.ambiguous,
        _SENSES.index(name.sense),
        _KINDS.index(name.entry.kind),
        name.entry.id,
        name.party or "",
    )
