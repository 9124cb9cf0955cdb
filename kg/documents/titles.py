"""Which piece of a text is its title."""

from kg.documents import furniture, masthead
from kg.documents.lines import is_broken_off
from kg.documents.pieces import Piece

_LONGEST_TITLE = 250
_LONGEST_SENTENCE_TITLE = 130
_TITLE_WORDS = 3


def title_at(pieces: list[Piece], first: int, known: str) -> tuple[int, int]:
    """Return where the head ends, and where in it the title stands (-1: nowhere)."""
    candidates = [i for i, piece in enumerate(pieces[: first + 1]) if _may_be_title(piece)]
    is_text = not any(furniture.is_prose(piece.text) for piece in pieces[first + 1 : first + 4])
    if first in candidates and (is_text or not is_broken_off(pieces[first].text)):
        candidates.remove(first)  # it ends as a sentence does, or no text follows
    for index in (*candidates, *range(first, min(first + 2, len(pieces)))):
        if known and normal(pieces[index].text) == known:
            return max(first, index), index
    if known:
        return first, -1
    candidates = [i for i in candidates if not _is_label(pieces[i].text)]
    if candidates:
        return first, _best_title(pieces, candidates, first)
    return first, first if _is_sentence_title(pieces, first) else -1


def _may_be_title(piece: Piece) -> bool:
    return (
        piece.kind is None
        and len(piece.text) <= _LONGEST_TITLE
        and len(piece.texts) <= 4
        and not piece.is_byline
        and not furniture.is_footer(piece.text)
    )


def _best_title(pieces: list[Piece], candidates: list[int], first: int) -> int:
    """Return the candidate that shares its words with the text below; of lines that stand together, the first."""
    kinship = {i: _kinship(pieces[i], pieces[first:]) for i in candidates}
    best = max(candidates, key=lambda i: (kinship[i], -i))
    while best - 1 in kinship and kinship[best - 1] and not pieces[best - 1].text.endswith("!"):
        best -= 1
    return best


def _is_label(text: str) -> bool:
    """Say whether a line is the name of a section, such as "WORLD NEWS", rather than a title."""
    return text.isupper() and len(text.split()) < _TITLE_WORDS


def _kinship(candidate: Piece, body: list[Piece]) -> int:
    """Return whether a line shares its words with the text below (2: half of them, 1: some, 0: none)."""
    words = {word for word in normal(candidate.text).split() if len(word) > 3}
    below = set(normal(" ".join(piece.text for piece in body[:12])).split())
    shared = len(words & below)
    return 2 if words and shared * 2 >= len(words) else min(shared, 1)


def _is_sentence_title(pieces: list[Piece], first: int) -> bool:
    """Say whether the first sentence of a text is its title: short, at the very top, above a longer paragraph."""
    if first + 1 >= len(pieces) or any(piece.kind is None and not _is_label(piece.text) for piece in pieces[:first]):
        return False
    title, below = pieces[first], pieces[first + 1 : first + 3]
    is_short = len(title.text) <= _LONGEST_SENTENCE_TITLE and not masthead.dateline(title.text)
    return is_short and title.text[0] not in "\"“‘'«" and max(len(p.text) for p in below) > len(title.text) * 1.3


def normal(text: str | None) -> str:
    """Return the words of a text as they are compared: in small letters, without punctuation."""
    return " ".join("".join(char if char.isalnum() else " " for char in (text or "").lower()).split())
