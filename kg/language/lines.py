"""Line ends inside a paragraph: which of them end a sentence, and which are only where a line was full.

A line ends a sentence before a blank line, before the next item of a list, and where a headline was broken off although
the next word would have fitted.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.language.lexicons import words

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ITEM = re.compile(r"\s*(?:[-*•·–—▪◦●]|\d{1,2}[.)])\s+(?P<first>\S)")
_LOWER_TITLE_WORDS = 4  # so many letters make a word that a title writes with a capital
_HEADLINE_WORDS = range(3, 17)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    follows_blank: bool

    @property
    def is_item(self) -> bool:
        return _ITEM.match(self.text) is not None


def breaks(text: str) -> list[int]:
    r"""Return the offsets where a line ends and a sentence with it.

    >>> breaks("Navy stops trawler\nA Spanish trawler was stopped\nby the navy.")
    [18]
    """
    lines = _lines(text)
    width = max((line.end - line.start for line in lines), default=0)
    return [line.end for line, below in pairwise(lines) if _ends(line, below, width)]


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    end = 0
    for match in _LINE.finditer(text):
        line = match[0]
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            blank = bool(found) and _breaks_between(text, end, match.start()) > 1
            found.append(_Line(start, match.start() + len(line.rstrip()), line.strip(), blank))
            end = match.end()
    return found


def _breaks_between(text: str, end: int, start: int) -> int:
    between = text[end:start].replace("\r\n", "\n")
    return len(between) - len(between.replace("\n", "").replace("\r", "").replace("\u2029", "").replace("\f", ""))


def _ends(line: _Line, below: _Line, width: int) -> bool:
    if below.follows_blank:
        return not (below.text[0].islower() or _breaks_off(line.text))
    if item := _ITEM.match(below.text):
        return line.is_item or (line.text[-1] in ".:;!?" and not item["first"].islower())
    fits = line.end - line.start + 1 + len(below.text.split(maxsplit=1)[0]) <= width
    return fits and below.text[0].isupper() and _is_headline(line.text)


def _breaks_off(line: str) -> bool:
    """Say whether a line cannot be the end of a sentence."""
    return line[-1] == "," or line.rsplit(maxsplit=1)[-1] in words("run-on-words")


def _is_headline(line: str) -> bool:
    """Say whether a line is written like a headline: without articles or with capitals, and without a full stop."""
    if line[-1] in ".,;:!?-–—" or _breaks_off(line) or not line[0].isupper():
        return False
    found = line.split()
    if len(found) not in _HEADLINE_WORDS:
        return False
    titled = all(word[0].isupper() or not word[0].isalpha() for word in found if len(word) >= _LOWER_TITLE_WORDS)
    return titled or not {"a", "an", "the", "was", "were", "is", "are"} & {word.lower() for word in found}
