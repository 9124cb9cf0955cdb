"""What a name looks like when case, accents, hyphens and the article do not count."""

import re
import unicodedata

_APART = re.compile(r"[\s\-\u2010-\u2015_/]+")
_QUOTES = re.compile("[\"'\u2018\u2019\u201c\u201d`.]")


def folded(name: str) -> str:
    """Return a name without case, accents, hyphens, quotation marks and a leading article.

    >>> folded("The  Pe\u00f1\u00f3n de V\u00e9lez-de la Gomera")
    'penon de velez de la gomera'
    """
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = _APART.sub(" ", _QUOTES.sub("", plain)).casefold().strip()
    return words.removeprefix("the ")
