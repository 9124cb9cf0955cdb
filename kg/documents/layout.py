"""The layout of an article: which of its lines are title, byline, body, and which are furniture of the page around it.

    lines ──> runs of lines ──> paragraphs joined ──> sorted by form and place ──> blocks, title, publisher, date

What is sorted is never changed: blocks are spans of the text as it came.
"""

from dataclasses import dataclass, replace
from itertools import islice

from kg.dates import PartialDate
from kg.documents import furniture, masthead
from kg.documents.document import Block, BlockKind, Span
from kg.documents.pieces import Piece, read_pieces
from kg.documents.titles import normal, title_at

_OPENING = 3  # so many paragraphs may stand above a byline or dateline: a headline as long as prose, summaries
_DECK_WORDS = 6  # so many words between title and text are a summary, fewer a label


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


def read_layout(text: str, *, title: str | None = None) -> Layout:
    """Sort the lines of an article into blocks and read its title, publisher and date.

    Args:
        text: the article to the letter; offsets of the blocks refer to it.
        title: the title, where the source tells it; it is then looked for instead of guessed.
    """
    pieces = read_pieces(text)
    first, last = _prose_bounds(pieces)
    pieces, at = _sort_head(pieces, first, normal(title))
    pieces = _sort_rest(pieces, at, first, last)
    return _layout(text, pieces, title)


def _prose_bounds(pieces: list[Piece]) -> tuple[int, int]:
    """Return the indices of the first and the last piece of prose, the latter before the article's footer.

    Without any prose, the bounds are those of nothing: first after last.
    """
    prose = [i for i, piece in enumerate(pieces) if _is_body_prose(piece)]
    if not prose:
        return len(pieces), -1
    first = next((i for i in prose if furniture.is_long_prose(pieces[i].text)), prose[0])
    last = _last_before_footer(pieces, prose)
    return min(first, last), last


def _last_before_footer(pieces: list[Piece], prose: list[int]) -> int:
    """Return the last piece of prose before a footer that has most of the prose above it."""
    length = {i: len(pieces[i].text) for i in prose}
    whole, above, last = sum(length.values()), 0, prose[0]
    for index, piece in enumerate(pieces):
        if index in length:
            above, last = above + length[index], index
        elif above * 2 > whole and furniture.is_footer(piece.text):
            break
    return last


def _is_body_prose(piece: Piece) -> bool:
    is_other = piece.kind is not None or furniture.is_footer(piece.text) or piece.is_byline
    return not is_other and not piece.is_list and furniture.is_prose(piece.text)


def _sort_head(pieces: list[Piece], first: int, known: str) -> tuple[list[Piece], int]:
    """Find the title and sort what stands above the first prose; return the title's index, -1 without one."""
    first, at = title_at(pieces, first, known)
    head = [replace(piece, kind=_head_kind(piece, index, at)) for index, piece in enumerate(pieces[:first])]
    if 0 <= at < len(pieces):
        rest = [*head, *pieces[len(head) :]]
        rest[at] = replace(rest[at], kind="title")
        return rest, at
    return [*head, *pieces[first:]], -1


def _head_kind(piece: Piece, index: int, at: int) -> BlockKind:
    """Return what a piece above the first prose is; between the title and the text stand bylines and summaries."""
    if piece.is_byline or (index > at >= 0 and masthead.is_signature(piece.text)):
        return "byline"
    if at < 0 and piece.kind is None and furniture.is_prose(piece.text):
        return "body"
    if piece.kind is not None or index < at or at < 0:
        return "furniture"
    if piece.is_list:
        return "byline" if any(masthead.is_byline(text) for text in piece.texts) else "furniture"
    is_summary = len(piece.text.split()) >= _DECK_WORDS or furniture.is_prose(piece.text)
    return "body" if is_summary else "byline"


def _sort_rest(pieces: list[Piece], at: int, first: int, last: int) -> list[Piece]:
    """Sort the prose and what stands between and after it; a byline may still follow the first prose."""
    start = max(at + 1, min(first, len(pieces)))
    return [
        piece if index < start or index == at else replace(piece, kind=_rest_kind(piece, index, last))
        for index, piece in enumerate(pieces)
    ]


def _rest_kind(piece: Piece, index: int, last: int) -> BlockKind:
    if piece.kind is not None or index > last or furniture.is_footer(piece.text):
        return "furniture"
    if piece.is_byline:
        return "byline"
    is_links = piece.is_list and all(furniture.is_heading(text) for text in piece.texts)
    return "furniture" if is_links or furniture.is_heading(piece.text) else "body"


def _layout(text: str, pieces: list[Piece], title: str | None) -> Layout:
    blocks = tuple(Block(Span(p.start, p.end, text[p.start : p.end]), p.kind or "furniture") for p in pieces)
    found = next((" ".join(p.text.lstrip("# ").split()) for p in pieces if p.kind == "title"), None)
    prose = list(islice((i for i, p in enumerate(pieces) if p.kind == "body" and furniture.is_prose(p.text)), _OPENING))
    top, opening = (prose[0] if prose else len(pieces)), (prose[-1] if prose else len(pieces))
    body = next((p.text for p in pieces if p.kind == "body"), "")
    opened = next((pieces[i].text for i in prose if masthead.dateline(pieces[i].text)), body)
    signed = [p for p in pieces[top:opening] if p.kind == "byline"]
    above = [p for p in pieces[:top] if p.kind in ("byline", "furniture")]
    head = [line for p in (*above, *signed) for line in (*p.texts, p.text)]
    tail = [line for p in pieces[top:] if p.kind in ("byline", "furniture") for line in p.texts]
    published = masthead.read_published(head, opened, tail)
    outlet, agency = masthead.read_outlet(found, tail), masthead.read_agency(head, opened)
    return Layout(blocks, title or found, outlet, agency, published)
