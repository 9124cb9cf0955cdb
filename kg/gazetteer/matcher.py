"""Names found in text: an automaton over their patterns, leftmost and longest, at word boundaries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import ahocorasick_rs

from kg.gazetteer.entries import Matches, Name
from kg.gazetteer.folding import BLANKS, beyond_ascii, even, is_even, plain, without_surrogates
from kg.gazetteer.forms import ARTICLE, forms_of, written_forms
from kg.gazetteer.index import Index
from kg.gazetteer.patterns import MARKS, pattern_of, patterns_of, shape

Names = tuple[Name, ...]
Found = tuple[int, int, str, Names]
_NONE: Names = ()

_ARTICLES = frozenset(word + blank for word in ("the", "The", "THE") for blank in BLANKS)
_NOT_BEFORE = frozenset("_@")
_NOT_AFTER = frozenset({*MARKS, *"_$@"})
_KINDS = ("territory", "state", "organization", "treaty")
_SENSES = ("name", "descriptive", "demonym", "metonym")


@dataclass(frozen=True, slots=True)
class _Ways:
    """The ways to write the names of a pattern, alone and after an article, and the patterns that it begins with."""

    plain: dict[str, Names]
    after_article: dict[str, Names]
    shorter: "tuple[tuple[int, _Ways], ...]"


class Matcher:
    """An automaton over the patterns of names; what a pattern stands for is read where a text first has it.

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
        # Of patterns that a text has had: the forms that need but a word's end behind them, those that need but an
        # article as well, and the patterns where more may stand if none of these does.
        self._learnt: set[int] = set()
        self._easy: dict[str, Names] = {}
        self._after_article: dict[int, dict[str, Names]] = {}
        self._hard: set[int] = set()

    def find(self, text: str) -> Matches:
        """Return where names stand in a text: leftmost, longest, not overlapping, in code points."""
        try:
            others = beyond_ascii(text)
        except UnicodeEncodeError:
            return self.find(without_surrogates(text))
        if is_even(text, others):
            return Matches(self._search(text, f" {shape(text, others)} "))
        evened = even(text, others)
        shaped = shape(evened.text, beyond_ascii(evened.text))
        found = ((*evened.place(one[0], one[1]), one[3]) for one in self._search(evened.text, f" {shaped} "))
        return Matches([(start, end, text[start:end], names) for start, end, names in found])

    # the ways to write a name ----------------------------------------------------------------------------------

    def _learn(self, number: int) -> None:
        """Read the ways to write the names of a pattern."""
        self._learnt.add(number)
        pattern = self._patterns[number]
        ways = self._ways_of(pattern)
        easy = {
            form: names
            for form, names in ways.plain.items()
            if names and form not in ways.after_article and pattern[0] == " "
        }
        self._easy |= easy
        if ways.shorter or " " in pattern[1:] or len(easy) < len(ways.plain):
            self._hard.add(number)
        elif ways.after_article:
            self._after_article[number] = ways.after_article

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
        """Return the matches in a body; its shape has a blank more before it, and one behind."""
        found: list[Found] = []
        done = 0
        learnt, easy, after_article, hard = self._learnt, self._easy, self._after_article, self._hard
        for number, start, end in self._hits(shaped):
            if start < done:
                continue
            form = body[start : end - 1]
            names = easy.get(form)
            if names is None and number not in learnt:
                self._learn(number)
                names = easy.get(form)
            if names and shaped[end] == " ":
                found.append((start, end - 1, form, names))
            elif number in after_article:
                if body[start - 4 : start] in _ARTICLES and shaped[start - 4] == shaped[end] == " ":
                    names = after_article[number].get(form)
                    if names and _ends_its_noun_group(body, start, end - 1):
                        found.append((start - 4, end - 1, body[start - 4 : end - 1], names))
            elif number in hard:
                better = self._second_look(body, shaped, number, start, end)
                done = better[-1][1] + 1 if better else done
                found += [one for one in better if one[3]]
        return found

    def _hits(self, shaped: str) -> Iterable[tuple[int, int, int]]:
        """Return the patterns that stand in a shaped text: number, start and end, in characters."""
        data = shaped.encode()
        hits = self._automaton.find_matches_as_indexes(data)
        return hits if len(data) == len(shaped) else _in_characters(data, hits)

    def _second_look(self, body: str, shaped: str, number: int, start: int, end: int) -> list[Found]:
        """Return what stands in characters where the longest form need not be the right one."""
        accepted = self._longest_accepted(body, number, start, end)
        resume = shaped.find(" ", accepted[1] + 1 if accepted else start + 1, end)
        rest = self._within(body, shaped, resume, end) if resume >= 0 else []
        return [accepted, *rest] if accepted else rest

    def _longest_accepted(self, body: str, number: int, start: int, end: int) -> Found | None:
        """Return the longest form that begins at a place of the shaped text and is accepted."""
        pattern = self._patterns[number]
        ways, is_spaced = self._ways_of(pattern), pattern[0] == " "
        first = start if is_spaced else start - 1
        if accepted := _accepted(body, ways, first, end - 1, is_spaced=is_spaced):
            return accepted
        for length, shorter in ways.shorter:
            if accepted := _accepted(body, shorter, first, start + length - 1, is_spaced=is_spaced):
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


def _in_characters(data: bytes, hits: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield hits in an encoded text with their places in its characters."""
    done = characters = 0
    for number, start, end in hits:
        characters += len(data[done:start].decode())
        length = len(data[start:end].decode())
        yield number, characters, characters + length
        done, characters = end, characters + length


def _accepted(body: str, ways: _Ways, start: int, end: int, *, is_spaced: bool) -> Found | None:
    """Return a form with its names if it stands there as a word, and after an article where it needs one."""
    if is_spaced and not _is_word(body, start, end):
        return None
    form = body[start:end]
    if form not in ways.plain and form not in ways.after_article:
        form = plain(form)
    names, with_article = ways.plain.get(form), ways.after_article.get(form)
    if names is None and with_article is None:
        return None
    if with_article and _follows_article(body, start) and _ends_its_noun_group(body, start, end):
        return start - 4, end, body[start - 4 : end], with_article
    return (start, end, body[start:end], names or _NONE) if names or not with_article else None


def _is_word(body: str, start: int, end: int) -> bool:
    """Say whether characters stand apart from the words around them."""
    before, after = body[start - 1 : start], body[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before in _NOT_BEFORE or after in _NOT_AFTER)


def _follows_article(body: str, start: int) -> bool:
    return body[max(start - 4, 0) : start] in _ARTICLES and _is_word(body, start - 4, start - 1)


def _ends_its_noun_group(body: str, start: int, end: int) -> bool:
    """Say whether no capitalized word follows a capitalized form: "the North" is not in "the North Atlantic"."""
    return not (body[start].isupper() and body[end : end + 1] in BLANKS and body[end + 1 : end + 2].isupper())


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
