"""A quick look at a text for some names: it may see one that is not read there, but overlooks none."""

from collections.abc import Iterable

import ahocorasick_rs

from kg.gazetteer.entries import Name
from kg.gazetteer.folding import fold_loosely, without_surrogates
from kg.gazetteer.forms import ARTICLE, forms_of
from kg.gazetteer.matcher import ARTICLES, is_unspaced, is_word


class Glance:
    """An automaton over the forms of some names, several times as fast as `Matcher`.

    Where `Matcher` finds one of the names, it is seen: every form that stands in a text is looked at, also inside of a
    longer one, and the rules of a name's surroundings are a part of those of `Matcher`.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        free: dict[str, bool] = {}
        for name in names:
            for form in forms_of(name):
                free[form] = free.get(form, False) or not name.text.startswith(ARTICLE)
        self._free = list(free.values())
        self._unspaced = frozenset(number for number, form in enumerate(free) if is_unspaced(form))
        self._automaton = ahocorasick_rs.AhoCorasick(list(free), store_patterns=False)

    def sees(self, text: str) -> bool:
        """Say whether one of the names may stand in a text."""
        body = fold_loosely(text)
        try:
            found = self._automaton.find_matches_as_indexes(body, overlapping=True)
        except UnicodeEncodeError:
            body = fold_loosely(without_surrogates(text))
            found = self._automaton.find_matches_as_indexes(body, overlapping=True)
        return any(self._stands(body, *place) for place in found)

    def _stands(self, body: str, number: int, start: int, end: int) -> bool:
        if number not in self._unspaced and not is_word(body, start, end):
            return False
        return self._free[number] or body[max(start - 4, 0) : start] in ARTICLES
