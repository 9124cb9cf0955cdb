"""Words of names as all who write them in Latin letters have them: transliterations folded, translations made one.

The foldings stand in ``data/lexicons/transliterations.csv``: letters, what they become, where in a word, and how many
letters the word has at least; short words are family names of East Asia more often than variants of each other. What
no rule tells stands in ``data/lexicons/name-variants.csv``: the words under which languages know one name.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.gazetteer.folding import without_diacritics
from kg.resources import lexicon_rows

_DOUBLE = re.compile(r"(.)\1")
_SHORTEST = 4  # letters of a word whose double letters are one


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """Return a word of a name as all its transliterations and the languages that know it have it.

    >>> {sound(word) for word in ("zelensky", "zelenskiy", "zelenskyy", "zelenskyi", "zelenskii", "zelenskij")}
    {'zelenski'}
    >>> sound("mykola") == sound("nikolay")
    True
    """
    folded = fold(word)
    return _names().get(folded, folded)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return a word of a name as all its transliterations from one language have it.

    >>> fold("mykola"), fold("nikolay"), fold("nikolaj")
    ('mikola', 'nikolai', 'nikolai')
    """
    for folding in _foldings():
        word = folding.apply(word)
    return _DOUBLE.sub(r"\1", word) if len(word) >= _SHORTEST else word


@dataclass(frozen=True, slots=True)
class _Folding:
    letters: str
    plain: str
    place: str
    least: int

    def apply(self, word: str) -> str:
        if len(word) < self.least or self.letters not in word:
            return word
        if self.place == "start":
            return self.plain + word[len(self.letters) :] if word.startswith(self.letters) else word
        if self.place == "end":
            return word[: -len(self.letters)] + self.plain if word.endswith(self.letters) else word
        return word.replace(self.letters, self.plain)


@cache
def _foldings() -> tuple[_Folding, ...]:
    rows = lexicon_rows("transliterations")
    return tuple(_Folding(row["letters"], row["plain"], row["place"], int(row["least"])) for row in rows)


@cache
def _names() -> dict[str, str]:
    """Return the words that are one name, folded, each with the first of them."""
    spelled = (row["names"].split("|") for row in lexicon_rows("name-variants"))
    rows = [[fold(without_diacritics(name).casefold()) for name in names] for names in spelled]
    return {name: row[0] for row in rows for name in row}
