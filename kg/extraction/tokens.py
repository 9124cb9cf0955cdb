"""The words of a paragraph out of its tokens: the parts of a hyphenated word joined, a title with its full stop."""

from __future__ import annotations  # spaCy is named for the types alone

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.lexicons import words
from kg.extraction.words import LONGEST_SENTENCE, Word, has_letters
from kg.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

_HYPHENS = frozenset("-‐‑")


def read_words(paragraph: Paragraph) -> tuple[Word, ...]:
    """Return a paragraph's words in order; ``Dae-Jun`` and ``U.S.-led`` are one word each."""
    joiner = _Joiner(paragraph.start)
    for sentence in paragraph.sentences:
        joiner.begin_sentence()
        for token in sentence:
            joiner.take(token)
    return tuple(one.finished() for one in joiner.found)


@dataclass(slots=True)
class _Growing:
    """A word to which tokens may still be added."""

    pieces: list[str]
    start: int
    end: int
    sentence: int
    opens: bool
    letters: bool
    common: bool

    def grow(self, token: Token) -> None:
        self.pieces.append(token.text)
        self.end += len(token.text)

    def finished(self) -> Word:
        text = "".join(self.pieces)
        return Word(text, text.lower(), self.start, self.end, self.sentence, self.opens, self.common)


class _Joiner:
    """Takes a paragraph's tokens one by one; ``found`` are the words so far."""

    def __init__(self, paragraph_start: int) -> None:
        self.found: list[_Growing] = []
        self._paragraph_start = paragraph_start
        self._sentence, self._size, self._opens = -1, 0, True
        self._after_hyphen = False

    def begin_sentence(self) -> None:
        """Let the next word be the first of a sentence."""
        self._sentence, self._size, self._opens = self._sentence + 1, 0, True

    def take(self, token: Token) -> None:
        """Add a token to the word before it, or begin a word with it."""
        if token.is_space:
            self._after_hyphen = False
        elif self._is_stop_of_title(token):
            self.found[-1].grow(token)
        elif self._is_part(token):
            self.found[-1].grow(token)
            self._after_hyphen = token.text in _HYPHENS and not token.whitespace_
        else:
            self._begin(token)

    def _touches(self, token: Token) -> bool:
        return bool(self.found) and self.found[-1].end == self._paragraph_start + token.idx

    def _is_stop_of_title(self, token: Token) -> bool:
        """Say whether this is the full stop of "Gen." that the tokenizer took for the sentence's."""
        return (
            token.text == "." and self._touches(token) and "".join(self.found[-1].pieces) + "." in words("honorifics")
        )

    def _is_part(self, token: Token) -> bool:
        """Say whether this is a hyphen right behind a word, or stands right behind such a hyphen."""
        glued = self._after_hyphen or (token.text in _HYPHENS and self._touches(token) and self.found[-1].letters)
        return glued and bool(self.found) and self.found[-1].sentence == self._sentence

    def _begin(self, token: Token) -> None:
        if self._size == LONGEST_SENTENCE:
            self._sentence, self._size = self._sentence + 1, 0
        start, letters, common = self._paragraph_start + token.idx, has_letters(token.text), token.pos_ == "NOUN"
        end = start + len(token.text)
        self.found.append(_Growing([token.text], start, end, self._sentence, self._opens, letters, common))
        self._opens = self._opens and not letters
        self._after_hyphen = False
        self._size += 1
