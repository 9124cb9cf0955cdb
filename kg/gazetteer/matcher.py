"""Names found in text: an automaton over their surface forms, leftmost and longest, at word boundaries."""

import unicodedata
from collections.abc import Iterable

import ahocorasick_rs

from kg.documents import Span
from kg.gazetteer.entries import Match, Name
from kg.gazetteer.folding import fold, without_surrogates
from kg.gazetteer.forms import ARTICLE, forms_of, written_forms

Names = tuple[Name, ...]
Found = tuple[int, int, Names]
_NONE: Names = ()

# Scripts whose vowel signs and points are no letters to Python, but go on with the word all the same.
_WITH_MARKS = ((0x300, 0x370), (0x483, 0x488), (0x591, 0x700), (0x900, 0xE00))
_MARKS = {chr(one) for low, high in _WITH_MARKS for one in range(low, high) if unicodedata.category(chr(one))[0] == "M"}
_NOT_BEFORE = frozenset("_@")
_NOT_AFTER = frozenset({*_MARKS, *"_$@"})
ARTICLES = frozenset(("the ", "The ", "THE "))
# Scripts that write words without spaces between them: Thai to Khmer, kana, Han and, with its particles, Hangul.
_UNSPACED = (("\u0e00", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\u9fff"), ("\uac00", "\ud7af"))
_KINDS = ("territory", "state", "organization", "treaty")
_SENSES = ("name", "descriptive", "demonym", "metonym")


class Matcher:
    """An automaton over the surface forms of names.

    ``other_things`` are phrases that hold a name but mean something else ("Bank of Japan"): found and left out.
    """

    def __init__(self, names: Iterable[Name], other_things: Iterable[str] = ()) -> None:
        plain: dict[str, list[Name]] = {}
        after_article: dict[str, list[Name]] = {}
        names = tuple(names)
        listed = {(name.entry.id, name.text) for name in names}
        for name in names:
            forms = after_article if name.text.startswith(ARTICLE) else plain
            for form in dict.fromkeys(forms_of(name, listed=listed)):
                forms.setdefault(form, []).append(name)
        others = (form for phrase in other_things for form in written_forms(phrase))
        patterns = [*dict.fromkeys((*plain, *after_article, *others))]
        self._numbers = {pattern: number for number, pattern in enumerate(patterns)}
        self._plain = [_ordered(plain.get(pattern, ())) for pattern in patterns]
        self._after_article = {
            number: _ordered((*plain.get(pattern, ()), *after_article[pattern]))
            for number, pattern in enumerate(patterns)
            if pattern in after_article
        }
        self._unspaced = frozenset(number for number, pattern in enumerate(patterns) if is_unspaced(pattern))
        # The names of forms that need nothing but a word boundary: most matches need no second look.
        self._easy = [
            _NONE if number in self._after_article or number in self._unspaced else names
            for number, names in enumerate(self._plain)
        ]
        self._only_after_article = frozenset(
            number for number in self._after_article if not self._plain[number] and " " not in patterns[number]
        )
        self._longest = max(map(len, patterns), default=0)
        self._automaton = ahocorasick_rs.AhoCorasick(
            patterns, matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST, store_patterns=False
        )

    def find(self, text: str) -> tuple[Match, ...]:
        """Return where names stand in a text: leftmost, longest, not overlapping, in code points."""
        folded = fold(text)
        try:
            found = self._search(folded.text)
        except UnicodeEncodeError:
            folded = fold(without_surrogates(text))
            found = self._search(folded.text)
        if folded.starts is None:
            return tuple([Match(Span(start, end, text[start:end]), names) for start, end, names in found])
        places = [(*folded.place(start, end), names) for start, end, names in found]
        return tuple([Match(Span(start, end, text[start:end]), names) for start, end, names in places])

    def _search(self, body: str) -> list[Found]:
        found: list[Found] = []
        done = 0
        easy, only_after_article = self._easy, self._only_after_article
        for number, start, end in self._automaton.find_matches_as_indexes(body):
            if start < done:
                continue
            names, before, after = easy[number], body[start - 1 : start], body[end : end + 1]
            if names and not (before.isalnum() or after.isalnum() or before in _NOT_BEFORE or after in _NOT_AFTER):
                found.append((start, end, names))
            elif number not in only_after_article or body[start - 4 : start] in ARTICLES:
                better = self._second_look(body, number, start, end)
                done = better[-1][1] if better else done
                found += [one for one in better if one[2]]
        return found

    def _second_look(self, body: str, number: int, start: int, end: int) -> list[Found]:
        """Return what stands in characters where the longest form need not be the right one."""
        accepted = self._accepted(body, number, start, end) or self._shorter(body, start, end)
        resume = accepted[1] if accepted else start + 1
        rest = self._within(body, body.index(" ", resume, end) + 1, end) if " " in body[resume:end] else []
        return [accepted, *rest] if accepted else rest

    def _accepted(self, body: str, number: int, start: int, end: int) -> Found | None:
        """Return a form with its names if it stands there as a word, and after an article where it needs one."""
        if number not in self._unspaced and not is_word(body, start, end):
            return None
        names = self._plain[number]
        with_article = self._after_article.get(number)
        if with_article and _follows_article(body, start) and _ends_its_noun_group(body, start, end):
            return start - 4, end, with_article
        return (start, end, names) if names or not with_article else None

    def _shorter(self, body: str, start: int, end: int) -> Found | None:
        """Return the longest form that begins at the same place, ends sooner and is accepted."""
        for sooner in range(end - 1, start, -1):
            number = self._numbers.get(body[start:sooner])
            if number is not None and (accepted := self._accepted(body, number, start, sooner)):
                return accepted
        return None

    def _within(self, body: str, resume: int, end: int) -> list[Found]:
        """Return the forms that begin in characters which a refused form had covered."""
        found: list[Found] = []
        for number, low, high in self._automaton.find_matches_as_indexes(body[resume : end + self._longest]):
            start = resume + low
            if start >= end:
                break
            accepted = self._accepted(body, number, start, resume + high) or self._shorter(body, start, resume + high)
            if accepted:
                found.append(accepted)
        return found


def is_word(body: str, start: int, end: int) -> bool:
    """Say whether characters stand apart from the words around them."""
    before, after = body[start - 1 : start], body[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before in _NOT_BEFORE or after in _NOT_AFTER)


def _follows_article(body: str, start: int) -> bool:
    return body[max(start - 4, 0) : start] in ARTICLES and is_word(body, start - 4, start - 1)


def _ends_its_noun_group(body: str, start: int, end: int) -> bool:
    """Say whether no capitalized word follows a capitalized form: "the North" is not in "the North Atlantic"."""
    return not (body[start].isupper() and body[end : end + 1] == " " and body[end + 1 : end + 2].isupper())


def is_unspaced(pattern: str) -> bool:
    """Say whether a form is of a script that writes words without spaces between them."""
    return any(low <= edge <= high for edge in (pattern[0], pattern[-1]) for low, high in _UNSPACED)


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
