"""The words of a paragraph out of its tokens: the parts of a hyphenated word joined, a title with its full stop."""

from kg.extraction.lexicons import words
from kg.extraction.words import LONGEST_SENTENCE, Word
from kg.language import Paragraph

_HYPHENS = frozenset("-‐‑")


def read_words(paragraph: Paragraph) -> tuple[Word, ...]:
    """Return a paragraph's words in order; ``Dae-Jun`` and ``U.S.-led`` are one word each."""
    joiner, tokens = _Joiner(), paragraph.tokens
    for text, start, opens, kind in zip(tokens.texts, tokens.starts, tokens.opening, tokens.kinds, strict=True):
        if opens:
            joiner.begin_sentence()
        joiner.take(text, paragraph.start + start, kind)
    joiner.finish()
    return tuple(joiner.found)


class _Joiner:
    """Takes a paragraph's tokens one by one; ``found`` are the words so far, the last one still without its parts."""

    def __init__(self) -> None:
        self.found: list[Word] = []
        self._parts: list[str] = []
        self._end = -1
        self._sentence, self._size, self._opens = -1, 0, True
        self._after_hyphen = False

    def begin_sentence(self) -> None:
        """Let the next word be the first of a sentence."""
        self._sentence, self._size, self._opens = self._sentence + 1, 0, True

    def take(self, text: str, start: int, kind: str) -> None:
        """Add a token to the word before it, or begin a word with it."""
        if text.isspace():
            self._after_hyphen = False
        elif start != self._end or not self._joins(text):
            self._begin(text, start, kind)

    def finish(self) -> None:
        """Join the last word with its parts."""
        if self._parts:
            word = self.found[-1]
            text = "".join([word.text, *self._parts])
            self.found[-1] = Word(text, word.start, self._end, word.sentence, word.opens, word.common)
            self._parts = []

    def _joins(self, text: str) -> bool:
        """Add a token to the word right before it where it is a part of that; say whether it is."""
        is_part = self._is_part(text)
        if not is_part and not self._is_stop_of_title(text):
            return False
        self._parts.append(text)
        self._end += len(text)
        self._after_hyphen = is_part and text in _HYPHENS
        return True

    def _is_stop_of_title(self, text: str) -> bool:
        """Say whether this is the full stop of "Gen." that the tokenizer took for the sentence's."""
        return text == "." and "".join([self.found[-1].text, *self._parts, text]) in words("honorifics")

    def _is_part(self, text: str) -> bool:
        """Say whether this is a hyphen behind a word, or stands behind such a hyphen."""
        glued = self._after_hyphen or (text in _HYPHENS and self.found[-1].letters)
        return glued and self.found[-1].sentence == self._sentence

    def _begin(self, text: str, start: int, kind: str) -> None:
        if self._parts:
            self.finish()
        if self._size == LONGEST_SENTENCE:
            self._sentence, self._size = self._sentence + 1, 0
        self._end = start + len(text)
        word = Word(text, start, self._end, self._sentence, self._opens, kind == "NOUN")
        self.found.append(word)
        self._opens = self._opens and not word.letters
        self._after_hyphen = False
        self._size += 1
