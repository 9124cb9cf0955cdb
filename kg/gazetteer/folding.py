"""Text made comparable: typographic variants of hyphens, apostrophes and spaces folded, offsets kept."""

import re
import unicodedata
from array import array
from dataclasses import dataclass

PARAGRAPH = "\x00"

# One character for one character, so that offsets stay: what a writer, a typesetter or a keyboard makes of these.
_SPACES = (
    "\t\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\u2028"
)
_HYPHENS = "-‐‑‒–−－"
_APOSTROPHES = "’‘ʼ‛ʹʻ`´′＇"
_MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u031b\u0323\u0326\u0327\u0328\u0331"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_RUNS = rf"(?P<space>(?<=\w)[{_HYPHENS}](?:\r\n|\n|\r)(?=\w)|\s{{2,}}|\r|\u2029)|(?P<gone>[{_INVISIBLE}]+)"
_UNEVEN = re.compile(_RUNS)
_UNEVEN_WITH_MARKS = re.compile(rf"{_RUNS}|(?P<marked>\w[{_MARKS}]+)")
_MARKED = re.compile(rf"\w[{_MARKS}]+")
_LINE_BREAK = re.compile(r"\r\n|\n|\r|\u2028")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; where characters were merged or dropped, ``starts`` and ``ends`` say where each one stood."""

    text: str
    starts: "array[int] | None" = None
    ends: "array[int] | None" = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text as it was of some characters of the folded one."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text; line breaks and hyphens become spaces, paragraph breaks a character that no name holds."""
    even = _fold_evenly(text)
    if even is None:
        return _fold_unevenly(text, _UNEVEN_WITH_MARKS if _has(text, _MARKS) else _UNEVEN)
    return Folded(even)


def fold_loosely(text: str) -> str:
    """Return a folded text without its offsets, in less time; names may lie across paragraphs.

    Every form that stands as a word in the text of `fold` stands as a word in this.
    """
    even = _fold_evenly(text)
    if even is not None:
        return even
    if not text.isascii():
        text = _MARKED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
        for character in _INVISIBLE:
            text = text.replace(character, "")
    return " ".join(_with_plain_punctuation(text).split())


def fold_form(form: str) -> str:
    """Return a surface form as it stands in a folded text, with single spaces."""
    return " ".join(_with_plain_punctuation(unicodedata.normalize("NFC", form)).split())


def _with_plain_spaces(text: str) -> str:
    for other in "\n\t\v\f" if text.isascii() else "\n" + _SPACES:
        text = text.replace(other, " ")
    return text


def _with_plain_punctuation(text: str) -> str:
    if text.isascii():
        return text.replace("-", " ").replace("`", "'")
    for other in _HYPHENS:
        text = text.replace(other, " ")
    for other in _APOSTROPHES:
        text = text.replace(other, "'")
    return text


def _has(text: str, characters: str) -> bool:
    return not text.isascii() and any(one in text for one in characters)


def _fold_evenly(text: str) -> str | None:
    """Fold a text one character for one; None where that cannot be done."""
    plain = _with_plain_spaces(text.replace("\n\n", PARAGRAPH * 2))
    is_uneven = "  " in plain or "-\n" in text or "\r" in text or _has(text, _INVISIBLE + "\u2029" + _MARKS)
    return None if is_uneven else _with_plain_punctuation(plain)


def _fold_unevenly(text: str, uneven: re.Pattern[str]) -> Folded:
    """Fold a text in which runs of white space, combining marks or invisible characters change the offsets."""
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    done = 0
    for match in uneven.finditer(text):
        start, end = match.span()
        new = _replacement(match)
        pieces += (text[done:start], new)
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        starts.extend([start] * len(new))
        ends.extend([end] * len(new))
        done = end
    pieces.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return Folded(_with_plain_punctuation(_with_plain_spaces("".join(pieces))), starts, ends)


def _replacement(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "space":
        is_paragraph_break = "\u2029" in match[0] or len(_LINE_BREAK.findall(match[0])) > 1
        return PARAGRAPH if is_paragraph_break else " "
    return unicodedata.normalize("NFC", match[0]) if kind == "marked" else ""


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
