"""Treebanks in CoNLL-U, a paragraph at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

_ID, _FORM, _LEMMA, _UPOS, _XPOS, _FEATS, _HEAD, _DEPREL, _MISC = 0, 1, 2, 3, 4, 5, 6, 7, 9
_LONGEST = 10  # sentences of a paragraph that stay together


@dataclass(frozen=True)
class Word:
    """One syntactic word; ``head`` counts from 1 within the sentence and is 0 for its root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str
    space: bool


@dataclass
class Sentence:
    """A sentence with its comments, such as ``sent_id`` and ``newpar``."""

    words: list[Word] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The sentence's own id."""
        return self.comments.get("sent_id", "")

    @property
    def opens_paragraph(self) -> bool:
        """Whether a paragraph or a document begins here."""
        return any(key.split()[0] in ("newpar", "newdoc") for key in self.comments)


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file."""
    with path.open(encoding="utf-8") as file:
        for block in _blocks(file):
            yield _sentence(block)


def read_paragraphs(path: Path) -> list[list[Sentence]]:
    """Return the sentences of a file by paragraph; a long paragraph is cut."""
    paragraphs: list[list[Sentence]] = []
    for sentence in read_sentences(path):
        if not paragraphs or sentence.opens_paragraph or len(paragraphs[-1]) == _LONGEST:
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return paragraphs


def make_doc(sentences: list[Sentence], vocab: Vocab) -> Doc:
    """Return sentences as a Doc with gold tags, lemmas and trees."""
    words = [word for sentence in sentences for word in sentence.words]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=["" if word.feats == "_" else word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=list(_heads(sentences)),
        deps=["ROOT" if word.head == 0 else word.deprel for word in words],
    )


def _heads(sentences: list[Sentence]) -> Iterator[int]:
    start = 0
    for sentence in sentences:
        for number, word in enumerate(sentence.words):
            yield start + (word.head - 1 if word.head else number)
        start += len(sentence.words)


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip("\n"))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _sentence(lines: list[str]) -> Sentence:
    sentence = Sentence()
    joined: dict[int, bool] = {}  # words written as one with the next: the number, and whether a space follows
    for line in lines:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            sentence.comments[key.strip()] = value.strip()
            continue
        columns = line.split("\t")
        spaced = "SpaceAfter=No" not in columns[_MISC]
        if "-" in columns[_ID]:
            first, last = (int(number) for number in columns[_ID].split("-"))
            joined.update(dict.fromkeys(range(first, last), False) | {last: spaced})
        elif "." not in columns[_ID]:
            sentence.words.append(_word(columns, joined.get(int(columns[_ID]), spaced)))
    return sentence


def _word(columns: list[str], space: bool) -> Word:
    return Word(
        form=columns[_FORM],
        lemma=columns[_LEMMA],
        upos=columns[_UPOS],
        xpos=columns[_XPOS],
        feats=columns[_FEATS],
        head=int(columns[_HEAD]),
        deprel=columns[_DEPREL],
        misc=columns[_MISC],
        space=space,
    )
