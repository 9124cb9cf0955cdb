"""Names of persons made comparable: honorifics, initials and suffixes told apart, the words folded."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extraction.lexicons import words
from kg.gazetteer.folding import without_diacritics
from kg.identity.transliteration import fold, sound

_SUFFIXES = {
    "jr": "junior",
    "junior": "junior",
    "sr": "senior",
    "senior": "senior",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
}
_ARTICLES = ("al-", "el-")
_APART = re.compile(r"[\s\u2010-\u2015]+")
_QUOTES = re.compile("[\"'`\u2018\u2019\u201c\u201d\u02bb\u02bc]")
_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts: its words in small letters without diacritics, its initials, and "junior" or the like."""

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    suffix: str | None = None

    @property
    def sounds(self) -> tuple[str, ...]:
        """The words, each as all its transliterations and translations have it."""
        return tuple(map(sound, self.words))

    @property
    def folded(self) -> tuple[str, ...]:
        """The words, each as all its transliterations have it, but not its translations, in alphabetic order."""
        return tuple(sorted(map(fold, self.words)))

    @property
    def orders(self) -> frozenset[str]:
        """The name without spaces, begun at each of its words: given or family name first, hyphenated or not."""
        sounds = self.sounds
        return frozenset("".join(sounds[at:] + sounds[:at]) for at in range(len(sounds)))


@lru_cache(maxsize=100_000)
def read_name(label: str) -> PersonName:
    """Return a person's name in its parts.

    >>> read_name("Gen. Tomáš J. al-Novák Jr.")
    PersonName(words=('tomas', 'novak'), initials=('j',), suffix='junior')
    """
    tokens = _APART.sub(" ", _QUOTES.sub("", _BRACKETS.sub(" ", label))).split()
    while len(tokens) > 1 and tokens[0] in words("honorifics"):
        del tokens[0]
    parts = [part for token in tokens for part in _parts(without_diacritics(token).casefold().strip(",;:"))]
    suffix = _SUFFIXES.get(parts[-1]) if len(parts) > 2 else None
    if suffix:
        del parts[-1]
    whole = tuple(part for part in parts if len(part) > 1)
    initials = tuple(part for part in parts if len(part) == 1)
    return PersonName(whole or initials, initials if whole else (), suffix)


def _parts(token: str) -> list[str]:
    """Return the parts of a word: without an Arabic article before a hyphen, cut at hyphens and between initials."""
    token = token.removeprefix(next((one for one in _ARTICLES if token.startswith(one)), ""))
    letters = [part for part in token.split(".") if part]
    if len(letters) > 1 and all(len(part) == 1 for part in letters):
        return letters
    return [part for part in "".join(letters).split("-") if part]
