"""What the automaton looks for: names in small letters, with a blank for all that is no part of a word and one before.

A text is brought into the same shape, so that one pattern stands for all the ways to write a name, and the blank before
it keeps it from being found within a word. Which ways to write it are the name's is for `kg.gazetteer.forms` to say.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from kg.gazetteer.folding import APOSTROPHES, beyond_ascii, fold_forms, without_diacritics

# Scripts whose vowel signs and points are no letters to Python, but go on with the word all the same.
_WITH_MARKS = ((0x300, 0x370), (0x483, 0x488), (0x591, 0x700), (0x900, 0xE00))
MARKS = {chr(one) for low, high in _WITH_MARKS for one in range(low, high) if unicodedata.category(chr(one))[0] == "M"}
_IN_WORDS = frozenset({*MARKS, *"_@$"})
# Scripts that write words without spaces between them: Thai to Khmer, kana, Han and, with its particles, Hangul.
_UNSPACED = (("\u0e00", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\u9fff"), ("\uac00", "\ud7af"))


def shape(text: str, others: frozenset[str]) -> str:
    """Return a text, whose characters beyond ASCII are given, in the shape of the patterns; it is as long as before.

    >>> shape("U.S. and “Élysée”", frozenset("“É”"))
    'u s  and  élysée '
    """
    return _translated(text, others, _TABLE)


def _translated(text: str, others: frozenset[str], table: bytes) -> str:
    for one in others:
        if (shaped := _shaped(one)) != one:
            text = text.replace(one, shaped)
    return text.encode().translate(table).decode()


def _shaped(one: str) -> str:
    if one in APOSTROPHES or not (one.isalnum() or one in _IN_WORDS):
        return " "
    small = one.lower()
    return small if len(small) == 1 else one


_TABLE = bytes(ord(_shaped(chr(code))) if code < 128 else code for code in range(256))
_TABLE_OF_LINES = bytes(code if chr(code) == "\n" else _TABLE[code] for code in range(256))


def is_unspaced(form: str) -> bool:
    """Say whether a form is of a script that writes words without spaces between them."""
    return any(low <= edge <= high for edge in (form[0], form[-1]) for low, high in _UNSPACED)


def patterns_of(bare: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the patterns of names without their articles, each with the place of its name in the sequence.

    It shapes all names at once, in a small part of the time that it takes one by one.
    """
    others = [place for place, text in enumerate(bare) if not text.isascii()]
    among = {*others}
    plain = [place for place in range(len(bare)) if place not in among]
    yield from zip(_patterns(fold_forms([bare[place] for place in plain])), plain, strict=True)
    texts = [bare[place] for place in others]
    upper = [form.upper() for form in fold_forms(texts)]
    for forms in (fold_forms(texts), upper, fold_forms([*map(without_diacritics, texts)])):
        yield from zip(_patterns(forms), others, strict=True)


def pattern_of(form: str) -> str:
    """Return the pattern of a folded form; one of a script without spaces needs no blank before it."""
    return _patterns([form])[0]


def _patterns(forms: Iterable[str]) -> list[str]:
    forms = list(forms)
    lines = "\n".join(forms)
    shapes = _translated(lines, beyond_ascii(lines), _TABLE_OF_LINES).split("\n") if forms else []
    leads = ("" if not form.isascii() and is_unspaced(form) else " " for form in forms)
    return [lead + one for lead, one in zip(leads, shapes, strict=True)]
