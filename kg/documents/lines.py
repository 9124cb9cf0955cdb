"""The lines of a text, and the runs of lines that make a paragraph, whatever way the text marks its paragraphs.

Known ways: blank lines between; an indent at the beginning, in hard-wrapped wire copy; each paragraph on one long line.
Line ends are never translated, so that offsets hold in the text as it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]`]*$|[,][\"”’»']+$")
_OPENS_SENTENCE = re.compile(r"[\"'“‘«(\[—–-]*\s*[A-Z0-9À-ÞА-Я]")
_BARE_BY = re.compile(r"by:?", re.IGNORECASE)  # the name follows in the next line
_BULLET = re.compile(r"(?:[-*•·▪►‣–]|\d{1,2}[.)])\s+\S")

WRAP_WIDTH = 160  # no text is hard-wrapped wider: where lines are longer, each is a paragraph of its own
_INDENT = 2  # a single stray blank at the beginning of a line marks no paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around: its place, its indent, and whether a blank line precedes it."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool


Sort = Callable[[Line], str | None]


def lines(text: str) -> Iterator[Line]:
    """Yield the non-blank lines of a text."""
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        if raw.isspace():
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        indent = len(raw[: start - match.start()].expandtabs(4).replace("\u3000", "  "))
        between = text[last : match.start()]
        is_apart = len(_LINE_END.findall(between)) > 1 or "\f" in between
        yield Line(start, match.start() + len(raw.rstrip()), raw.strip(), indent, is_apart)
        last = match.end()


def runs(every: list[Line], sort: Sort) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph, heading, menu or other run that stands together.

    ``sort`` tells the known sort of a line by its form (a menu line, a byline), None for all others: where the sort
    changes, a run ends.
    """
    if not every:
        return
    width = max(len(line.text) for line in every)
    base = min(line.indent for line in every)
    run = [every[0]]
    for before, line in pairwise(every):
        is_first = len(run) == 1 and before is every[0]
        ends = sort(before) != sort(line) or _breaks(before, line, width, base, is_first=is_first)
        if line.after_blank or (ends and not _BARE_BY.fullmatch(before.text)):
            yield run
            run = []
        run.append(line)
    yield run


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of stretches of a text that no paragraph goes beyond: a blank line ends each, after a sentence.

    Most are a paragraph, but some hold several: which lines begin one is not asked here.
    """
    start, before = 0, None
    for line in lines(text):
        if before and line.after_blank and not is_broken_off(before.text):
            yield start, line.start
            start = line.start
        before = line
    yield start, len(text)


def is_broken_off(text: str) -> bool:
    """Say whether the text stops in mid-sentence: without the punctuation that ends one."""
    return not _ENDS_SENTENCE.search(text.rstrip()[-20:])


def _breaks(before: Line, line: Line, width: int, base: int, *, is_first: bool) -> bool:
    """Say whether a paragraph begins at a line that no blank line precedes."""
    ends = not is_broken_off(before.text)
    if line.indent - base >= _INDENT and (before.indent < line.indent or ends) and _OPENS_SENTENCE.match(line.text):
        return True
    if not (_OPENS_SENTENCE.match(line.text) or (ends and _BULLET.match(line.text))):
        return False
    if ends:
        return width > WRAP_WIDTH or _ended_on_purpose(before, line, width)
    return is_first and (_is_headline_over(before, line) or _ended_on_purpose(before, line, width, spare=12))


def _ended_on_purpose(before: Line, line: Line, width: int, *, spare: int = 3) -> bool:
    """Say whether a hard-wrapped line ended although the next word had room."""
    first_word = line.text.split(maxsplit=1)[0]
    return len(before.text) + 1 + len(first_word) <= width - spare


def _is_headline_over(before: Line, line: Line) -> bool:
    """Say whether the first line of a text is a headline over the text that follows at once."""
    return (before.text.isupper() and not line.text.isupper()) or len(line.text) > WRAP_WIDTH >= len(before.text)
