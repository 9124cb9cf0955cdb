"""Text made comparable: typographic variants of hyphens, apostrophes and spaces folded, offsets kept."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ahocorasick_rs

PARAGRAPH = "\n\n"

# One character for one character, so that offsets stay: what a writer, a typesetter or a keyboard makes of these.
_ASCII_SPACES = "\n\t\v\f\r\x1c\x1d\x1e\x1f"
_WIDE_SPACES = frozenset(
    "\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u202f\u205f\u3000"
)
_HYPHENS = "-‐‑‒–−－"
APOSTROPHES = "’‘ʼ‛ʹʻ`´′＇"
BLANKS = frozenset({" ", *_ASCII_SPACES, *_WIDE_SPACES, *_HYPHENS})
_MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u031b\u0323\u0326\u0327\u0328\u0331"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_AT_BREAK = {hyphen: re.compile(rf"{hyphen}(?:\r\n|\n|\r)(?=\w)") for hyphen in _HYPHENS}
_SPACES = re.compile(" +")
_DROPPED = {one: re.compile(f"{one}+") for one in _INVISIBLE} | {"\u2029": re.compile("\u2029")}
_MARKED = re.compile(rf"[{_MARKS}]+")
# So many patterns of two characters are looked for 16 bytes at a time, in a tenth of a regular expression's time.
_BREAKS = ahocorasick_rs.BytesAhoCorasick(
    [pair.encode() for pair in ("  ", " \n", "\n ", *(hyphen + "\n" for hyphen in _HYPHENS))],
    matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST,
)
_CHANGES_OFFSETS = frozenset(_INVISIBLE + _MARKS + "\u2029")
_LINE_BREAK = re.compile(r"\r\n|\n|\r|\u2028")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ASCII = bytes(range(128))
_PLAIN = str.maketrans({**dict.fromkeys(BLANKS, " "), **dict.fromkeys(APOSTROPHES, "'")})


@dataclass(frozen=True, slots=True)
class Evened:
    """A text with single spaces for runs of white space within a paragraph, and with letters and their marks as one.

    Where characters were merged or dropped, ``pieces`` say where each one stood: a piece is where it begins in this
    text, where it began in the text as it was, and where it ended there if its characters are others than those.
    ``begins`` are the first of these three.
    """

    text: str
    begins: tuple[int, ...]
    pieces: tuple[tuple[int, int, int | None], ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text as it was of some characters of this one."""
        begin, was, ended = self.pieces[bisect_right(self.begins, start) - 1]
        first = was if ended is not None else was + start - begin
        begin, was, ended = self.pieces[bisect_right(self.begins, end - 1) - 1]
        return first, ended if ended is not None else was + end - begin


def even(text: str, others: frozenset[str]) -> Evened:
    """Return a text, whose characters beyond ASCII are given, with nothing in it that changes offsets."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int | None]] = []
    done = length = 0
    for start, end in _uneven(text, others):
        if start < done or text[start:end] == PARAGRAPH:
            continue
        new = _replacement(text[start:end])
        pieces += ((length, done, None), (length + start - done, start, end))
        parts += (text[done:start], new)
        length += start - done + len(new)
        done = end
    parts.append(text[done:])
    pieces.append((length, done, None))
    return Evened("".join(parts), tuple(begin for begin, _, _ in pieces), tuple(pieces))


def is_even(text: str, others: frozenset[str]) -> bool:
    """Say whether nothing in a text, whose characters beyond ASCII are given, may change offsets."""
    if "\r" in text or "\t" in text or "\v" in text or "\f" in text:
        return False
    if others:
        if not _CHANGES_OFFSETS.isdisjoint(others):
            return False
        for one in others & _WIDE_SPACES:
            text = text.replace(one, " ")
    return not _BREAKS.find_matches_as_indexes(text.encode())


def _uneven(text: str, others: frozenset[str]) -> list[tuple[int, int]]:
    """Return the places of all that may change offsets, in their order; where some overlap, the longest first."""
    spaced = text
    for one in (*_ASCII_SPACES, *(others & {*_WIDE_SPACES, "\u2029"})):
        spaced = spaced.replace(one, " ")
    found = [*_runs_of_spaces(spaced)]
    for hyphen in _AT_BREAK.keys() & {"-", *others}:
        found += (match.span() for match in _AT_BREAK[hyphen].finditer(text) if _ends_word(text, match.start()))
    for one in _DROPPED.keys() & others:
        found += (match.span() for match in _DROPPED[one].finditer(text))
    if not others.isdisjoint(_MARKS):
        marks = (match.span() for match in _MARKED.finditer(text))
        found += ((start - 1, end) for start, end in marks if _ends_word(text, start))
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _runs_of_spaces(spaced: str) -> Iterator[tuple[int, int]]:
    start = spaced.find("  ")  # in a quarter of the time that a regular expression needs to find the first two
    while start >= 0 and (run := _SPACES.match(spaced, start)):
        yield run.span()
        start = spaced.find("  ", run.end())


def _ends_word(text: str, end: int) -> bool:
    return end > 0 and (text[end - 1].isalnum() or text[end - 1] == "_")


def _replacement(characters: str) -> str:
    """Return what stands for characters that change offsets."""
    if characters[0] in _INVISIBLE:
        return ""
    if characters[0].isalnum() or characters[0] == "_":
        return unicodedata.normalize("NFC", characters)
    is_paragraph_break = "\u2029" in characters or len(_LINE_BREAK.findall(characters)) > 1
    return PARAGRAPH if is_paragraph_break else " "


def plain(text: str) -> str:
    """Return a short text with plain hyphens, which are spaces, and plain apostrophes and spaces; it is as long."""
    return text.translate(_PLAIN)


def fold_form(form: str) -> str:
    """Return a surface form as it stands in a plain text, with single spaces."""
    return " ".join(plain(unicodedata.normalize("NFC", form)).split())


def fold_forms(forms: Sequence[str]) -> list[str]:
    """Return what `fold_form` returns for each of some forms, in a small part of the time."""
    lines = unicodedata.normalize("NFC", "\n".join(forms))
    others = beyond_ascii(lines)
    for old, new in ((_HYPHENS, " "), (APOSTROPHES, "'")):
        for one in {*old} & {*others, *"-`"}:
            lines = lines.replace(one, new)
    folded = lines.split("\n")
    unclean = ("  ", " \n", "\n ", *_ASCII_SPACES[1:], *(others & {*_WIDE_SPACES, "\u2029"}))
    if len(folded) != len(forms) or lines != lines.strip() or any(one in lines for one in unclean):
        return [fold_form(form) for form in forms]
    return folded


def beyond_ascii(text: str) -> frozenset[str]:
    """Return the characters of a text that are not ASCII's.

    Raises:
        UnicodeEncodeError: the text holds a half of a pair of surrogates; see `without_surrogates`.
    """
    return frozenset() if text.isascii() else frozenset(text.encode().translate(None, _ASCII).decode())


def without_surrogates(text: str) -> str:
    """Return the text with lone surrogates, which no encoder takes, as replacement characters."""
    return _SURROGATES.sub("\ufffd", text)


_LETTERS = str.maketrans(
    {"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "ð": "d",
     "þ": "th", "ə": "a", "Ə": "A", "ʻ": "'", "œ": "oe"}
)  # fmt: skip


def without_diacritics(text: str) -> str:
    """Return the text with plain letters.

    >>> without_diacritics("Hoppō Ryōdo, Đá Chữ Thập")
    'Hoppo Ryodo, Da Chu Thap'
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_LETTERS))
    latin = "".join(one for one in decomposed if not "\u0300" <= one <= "\u036f")
    return unicodedata.normalize("NFC", latin)


def key(form: str) -> str:
    """Return the form under which a name is looked up: folded, in small letters, without a leading article."""
    return fold_form(form).casefold().removeprefix("the ")
