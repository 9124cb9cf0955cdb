"""The pieces that a text falls into by its lines, and what their form alone tells of them."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.documents import furniture, masthead
from kg.documents.document import BlockKind
from kg.documents.lines import Line, is_broken_off, lines, runs

_HEAD_LINES = 40  # no byline stands below
_RUN_ON = re.compile(
    "an?|and|as|at|but|by|for|from|in|into|its|of|on|or|that|the|their|to|was|were|which|who|with"
)  # no paragraph ends with one of these words

_FRONT_MATTER = re.compile(r"---[ \t]*(?:\r?\n[A-Za-z_-]+:[^\r\n]*|\r?\n[ \t]+[^\r\n]*){1,60}\r?\n---[ \t]*(?=\r?\n|$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of lines on its way to become a block."""

    start: int
    end: int
    texts: tuple[str, ...]
    kind: BlockKind | None = None

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(self.texts)

    @property
    def is_byline(self) -> bool:
        """Whether it names an author or a time of publication, as a whole or line by line."""
        return masthead.is_byline(self.text) or all(masthead.is_byline(text) for text in self.texts)

    @property
    def is_list(self) -> bool:
        """Whether its lines are items, such as links, and no sentence."""
        return furniture.is_list(list(self.texts))


def read_pieces(text: str) -> list[Piece]:
    """Return the pieces of a text in reading order; a kind is given to those whose form gives it away."""
    matter = len(front_matter(text))
    every = list(lines(text))
    above = [replace(_piece([line]), kind="furniture") for line in every if line.start < matter]
    below = every[len(above) :]
    return above + _sort_by_form(_join_broken([_piece(run) for run in runs(below, _sorter(below))]))


def front_matter(text: str) -> str:
    """Return the block of ``name: value`` lines between rules that a Markdown text may begin with."""
    match = _FRONT_MATTER.match(text)
    return match.group() if match else ""


def _sorter(every: list[Line]) -> "_Sorter":
    return _Sorter(every[_HEAD_LINES].start if len(every) > _HEAD_LINES else None)


@dataclass(frozen=True, slots=True)
class _Sorter:
    """Tells the sort of single lines; bylines only down to where one can stand."""

    head_end: int | None

    def __call__(self, line: Line) -> str | None:
        if furniture.is_furniture_line(line.text) or furniture.is_footer(line.text):
            return "furniture"
        in_head = self.head_end is None or line.start < self.head_end
        return "byline" if in_head and masthead.is_byline(line.text) else None


def _piece(run: list[Line]) -> Piece:
    return Piece(run[0].start, run[-1].end, tuple(line.text for line in run))


def _join_broken(pieces: list[Piece]) -> list[Piece]:
    """Join what stray blank lines have cut: a piece that stops in mid-sentence, and one that goes on."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _goes_on(joined[-1].texts[-1], piece.texts[0]):
            before = joined.pop()
            piece = Piece(before.start, piece.end, before.texts + piece.texts)
        joined.append(piece)
    return joined


def _goes_on(before: str, after: str) -> bool:
    if not is_broken_off(before) or furniture.is_furniture_block(before) or furniture.is_furniture_block(after):
        return False
    if masthead.is_byline(before) or masthead.is_byline(after):
        return False
    last_word = before.split()[-1]
    return (
        after[0].islower()
        or _RUN_ON.fullmatch(last_word) is not None
        or (last_word.endswith(",") and len(before.split()) > 3)
    )


def _sort_by_form(pieces: list[Piece]) -> list[Piece]:
    """Sort what its wording gives away; a heading of links takes the list under it along."""
    sorted_ = [replace(piece, kind=_kind_by_form(piece)) for piece in pieces]
    for index, (heading, piece) in enumerate(pairwise(sorted_), start=1):
        under = heading.kind == "furniture" and furniture.is_links_heading(heading.texts[-1])
        if under and (piece.is_list or not furniture.is_prose(piece.text)):
            sorted_[index] = replace(piece, kind="furniture")
    return sorted_


def _kind_by_form(piece: Piece) -> BlockKind | None:
    if furniture.is_furniture_block(piece.text) or all(furniture.is_furniture_line(text) for text in piece.texts):
        return "furniture"
    if furniture.is_links_heading(piece.texts[0]) and piece.is_list:
        return "furniture"
    return None
