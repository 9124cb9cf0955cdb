"""The layout of an article: which of its lines are title, byline, body, and which are furniture of the page around it.

    lines ──> runs of lines ──> paragraphs joined ──> sorted by form and place ──> blocks, title, publisher, date

What is sorted is never changed: blocks are spans of the text as it came.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from kg.dates import PartialDate
from kg.documents import furniture, masthead
from kg.documents.document import Block, BlockKind, Span
from kg.documents.lines import Line, is_broken_off, lines, runs

_LONGEST_TITLE = 250
_LONGEST_SENTENCE_TITLE = 130
_HEAD_LINES = 40  # no byline stands below
_DECK_WORDS = 6  # so many words between title and text are a summary, fewer a label
_RUN_ON = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "to",
        "was",
        "were",
        "which",
        "who",
        "with",
    }
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text in reading order, and what its head and foot tell about it.

    ``outlet`` printed the article, ``agency`` wrote it: the same words of an agency are an article in each outlet.
    """

    blocks: tuple[Block, ...]
    title: str | None
    outlet: str | None
    agency: str | None
    published: PartialDate | None

    @property
    def publisher(self) -> str | None:
        """The outlet; where the text names none, the agency."""
        return self.outlet or self.agency

    @property
    def has_body(self) -> bool:
        """Say whether there is anything to read facts from."""
        return any(block.kind in ("title", "body") for block in self.blocks)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of lines on its way to become a block."""

    start: int
    end: int
    texts: tuple[str, ...]
    kind: BlockKind | None = None

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    @property
    def is_byline(self) -> bool:
        return masthead.is_byline(self.text) or all(masthead.is_byline(text) for text in self.texts)

    @property
    def is_list(self) -> bool:
        return furniture.is_list(list(self.texts))


def read_layout(text: str, *, title: str | None = None) -> Layout:
    """Sort the lines of an article into blocks and read its title, publisher and date.

    Args:
        text: the article to the letter; offsets of the blocks refer to it.
        title: the title, where the source tells it; it is then looked for instead of guessed.
    """
    every = list(lines(text))
    pieces = [_piece(run) for run in runs(every, _sorter(every))]
    pieces = _sort_by_form(_join_broken(pieces))
    first, last = _prose_bounds(pieces)
    pieces, at = _sort_head(pieces, first, _normal(title))
    pieces = _sort_rest(pieces, at, first, last)
    return _layout(text, pieces, title)


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


def _piece(run: list[Line]) -> _Piece:
    return _Piece(run[0].start, run[-1].end, tuple(line.text for line in run))


def _join_broken(pieces: list[_Piece]) -> list[_Piece]:
    """Join what stray blank lines have cut: a piece that stops in mid-sentence, and one that goes on."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and _goes_on(joined[-1].texts[-1], piece.texts[0]):
            before = joined.pop()
            piece = _Piece(before.start, piece.end, before.texts + piece.texts)
        joined.append(piece)
    return joined


def _goes_on(before: str, after: str) -> bool:
    if not is_broken_off(before) or furniture.is_furniture_block(before) or furniture.is_furniture_block(after):
        return False
    if masthead.is_byline(before) or masthead.is_byline(after):
        return False
    last_word = before.split()[-1]
    return after[0].islower() or last_word in _RUN_ON or (last_word.endswith(",") and len(before.split()) > 3)


def _sort_by_form(pieces: list[_Piece]) -> list[_Piece]:
    """Sort what its wording gives away; a heading of links takes the list under it along."""
    sorted_ = [replace(piece, kind=_kind_by_form(piece)) for piece in pieces]
    for index, (heading, piece) in enumerate(pairwise(sorted_), start=1):
        under = heading.kind == "furniture" and furniture.is_links_heading(heading.texts[-1])
        if under and (piece.is_list or not furniture.is_prose(piece.text)):
            sorted_[index] = replace(piece, kind="furniture")
    return sorted_


def _kind_by_form(piece: _Piece) -> BlockKind | None:
    if furniture.is_furniture_block(piece.text) or all(furniture.is_furniture_line(text) for text in piece.texts):
        return "furniture"
    if furniture.is_links_heading(piece.texts[0]) and piece.is_list:
        return "furniture"
    return None


def _prose_bounds(pieces: list[_Piece]) -> tuple[int, int]:
    """Return the indices of the first and the last piece of prose, the latter before the article's footer.

    Without any prose, the bounds are those of nothing: first after last.
    """
    prose = [i for i, piece in enumerate(pieces) if _is_body_prose(piece)]
    if not prose:
        return len(pieces), -1
    first = next((i for i in prose if furniture.is_long_prose(pieces[i].text)), prose[0])
    last = _last_before_footer(pieces, prose)
    return min(first, last), last


def _last_before_footer(pieces: list[_Piece], prose: list[int]) -> int:
    """Return the last piece of prose before a footer that has most of the prose above it."""
    length = {i: len(pieces[i].text) for i in prose}
    whole, above, last = sum(length.values()), 0, prose[0]
    for index, piece in enumerate(pieces):
        if index in length:
            above, last = above + length[index], index
        elif above * 2 > whole and furniture.is_footer(piece.text):
            break
    return last


def _is_body_prose(piece: _Piece) -> bool:
    is_other = piece.kind is not None or furniture.is_footer(piece.text) or piece.is_byline
    return not is_other and not piece.is_list and furniture.is_prose(piece.text)


def _sort_head(pieces: list[_Piece], first: int, known: str) -> tuple[list[_Piece], int]:
    """Find the title and sort what stands above the first prose; return the title's index, -1 without one."""
    first, at = _title_at(pieces, first, known)
    head = [replace(piece, kind=_head_kind(piece, index, at)) for index, piece in enumerate(pieces[:first])]
    if 0 <= at < len(pieces):
        rest = [*head, *pieces[len(head) :]]
        rest[at] = replace(rest[at], kind="title")
        return rest, at
    return [*head, *pieces[first:]], -1


def _title_at(pieces: list[_Piece], first: int, known: str) -> tuple[int, int]:
    """Return where the head ends, and where in it the title stands (-1: nowhere)."""
    candidates = [i for i, piece in enumerate(pieces[:first]) if _may_be_title(piece)]
    for index in (*candidates, *range(first, min(first + 2, len(pieces)))):
        if known and _normal(pieces[index].text) == known:
            return max(first, index), index
    if known:
        return first, -1
    if candidates:
        return first, _best_title(pieces, candidates, first)
    return first, first if _is_sentence_title(pieces, first) else -1


def _may_be_title(piece: _Piece) -> bool:
    return (
        piece.kind is None
        and len(piece.text) <= _LONGEST_TITLE
        and len(piece.texts) <= 4
        and not piece.is_byline
        and not furniture.is_footer(piece.text)
    )


def _best_title(pieces: list[_Piece], candidates: list[int], first: int) -> int:
    """Return the candidate that shares its words with the text below; of lines that stand together, the first."""
    kinship = {i: _kinship(pieces[i], pieces[first:]) for i in candidates}
    best = max(candidates, key=lambda i: (kinship[i], -i))
    while best - 1 in kinship and kinship[best - 1] and not pieces[best - 1].text.endswith("!"):
        best -= 1
    return best


def _kinship(candidate: _Piece, body: list[_Piece]) -> int:
    """Return whether a line shares its words with the text below (2: half of them, 1: some, 0: none)."""
    words = {word for word in _normal(candidate.text).split() if len(word) > 3}
    below = set(_normal(" ".join(piece.text for piece in body[:12])).split())
    shared = len(words & below)
    return 2 if words and shared * 2 >= len(words) else min(shared, 1)


def _is_sentence_title(pieces: list[_Piece], first: int) -> bool:
    """Say whether the first sentence of a text is its title: short, at the very top, above a longer paragraph."""
    if first + 1 >= len(pieces) or any(piece.kind is None for piece in pieces[:first]):
        return False
    title, below = pieces[first], pieces[first + 1 : first + 3]
    is_short = len(title.text) <= _LONGEST_SENTENCE_TITLE and not masthead.dateline(title.text)
    return is_short and title.text[0] not in "\"“‘'«" and max(len(p.text) for p in below) > len(title.text) * 1.3


def _head_kind(piece: _Piece, index: int, at: int) -> BlockKind:
    """Return what a piece above the first prose is; between the title and the text stand bylines and summaries."""
    if piece.is_byline:
        return "byline"
    if at < 0 and piece.kind is None and furniture.is_prose(piece.text):
        return "body"
    if piece.kind is not None or index < at or at < 0:
        return "furniture"
    if piece.is_list:
        return "byline" if any(masthead.is_byline(text) for text in piece.texts) else "furniture"
    is_summary = len(piece.text.split()) >= _DECK_WORDS or furniture.is_prose(piece.text)
    return "body" if is_summary else "byline"


def _sort_rest(pieces: list[_Piece], at: int, first: int, last: int) -> list[_Piece]:
    """Sort the prose and what stands between and after it; a byline may still follow the first prose."""
    start = max(at + 1, min(first, len(pieces)))
    return [
        piece if index < start or index == at else replace(piece, kind=_rest_kind(piece, index, last))
        for index, piece in enumerate(pieces)
    ]


def _rest_kind(piece: _Piece, index: int, last: int) -> BlockKind:
    if piece.kind is not None or index > last or furniture.is_footer(piece.text):
        return "furniture"
    if piece.is_byline:
        return "byline"
    is_links = piece.is_list and all(furniture.is_heading(text) for text in piece.texts)
    return "furniture" if is_links or furniture.is_heading(piece.text) else "body"


def _layout(text: str, pieces: list[_Piece], title: str | None) -> Layout:
    blocks = tuple(Block(Span(p.start, p.end, text[p.start : p.end]), p.kind or "furniture") for p in pieces)
    found = next((" ".join(p.text.split()) for p in pieces if p.kind == "title"), None)
    body = next((p.text for p in pieces if p.kind == "body"), "")
    top = next((i for i, p in enumerate(pieces) if p.kind == "body" and furniture.is_prose(p.text)), len(pieces))
    head = [line for p in pieces[:top] if p.kind in ("byline", "furniture") for line in (*p.texts, p.text)]
    tail = [line for p in pieces[top:] if p.kind in ("byline", "furniture") for line in p.texts]
    published = masthead.read_published([line for line in head if masthead.is_byline(line)], body, tail)
    outlet, agency = masthead.read_outlet(found, tail), masthead.read_agency(head, body)
    return Layout(blocks, title or found, outlet, agency, published)


def _normal(text: str | None) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in (text or "").lower()).split())
