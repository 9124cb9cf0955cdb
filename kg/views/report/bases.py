"""The bases of title that words name: history, discovery, effective control and the like, from a table of phrases.

The bases are those that the literature on territorial claims tells apart (A. F. Burghardt, "The Bases of Territorial
Claims", Geographical Review 63, 1973; B. T. Sumner, "Territorial Disputes at the International Court of Justice", Duke
Law Journal 53, 2004). Treaties are facts of their own and not looked for here.
"""

import re
from functools import cache

from kg.resources import lexicon_rows


def bases() -> tuple[str, ...]:
    """Return the names of all bases, in the order of the table."""
    return tuple(_patterns())


def bases_in(words: str) -> dict[str, tuple[str, ...]]:
    """Return the bases that some words name, each with the phrases that name it.

    Whether the basis is invoked, denied or only spoken of does not show in the phrase.

    >>> bases_in("The cape was ours since time immemorial; it was never ceded.")
    {'History': ('time immemorial',), 'Cession or renunciation': ('ceded',)}
    """
    found = {basis: tuple(dict.fromkeys(pattern.findall(words))) for basis, pattern in _patterns().items()}
    return {basis: phrases for basis, phrases in found.items() if phrases}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {row["basis"]: _pattern(row["phrases"].split("|")) for row in lexicon_rows("claim-bases")}


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    """Return what finds any of some phrases as whole words, the longest first; ``*`` stands for one word."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    forms = (r"[\s-]+".join(map(_word, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    return r"\w+" if word == "*" else re.escape(word).replace("'", "['’]")
