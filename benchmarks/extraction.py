"""Measure how fast articles are read, beside spaCy's bare tokenizer in the same run: CPU seconds, the best of some."""

import platform
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from timing import best, tell

from kg import __version__
from kg.cli.collector import collect_seldom
from kg.documents import Document
from kg.language import analyse, load_language
from kg.language.pipeline import unread_components
from kg.pipeline import Reader
from kg.rdf import article_triples, to_nquads
from kg.sources import read_sources

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
HEAD = """# Speed of extraction

Written by `make bench`. CPU seconds of one thread, the best of {runs} rounds over {count} articles ({words:,} words);
in each round every stage has its turn, and Python looks for garbage as seldom as in the program. The bare tokenizer
of spaCy is the reference of the same run: the last column compares across machines, the others do not.
Extraction leaves out the components whose work it does not read ({unread}).
Python {python}, spaCy {spacy}, kg {kg}.

| stage | articles a second | words a second | time beside the tokenizer |
| --- | ---: | ---: | ---: |
"""


def each(read: Callable[[Document], object], documents: Iterable[Document]) -> Callable[[], object]:
    """Return a function that reads all documents, one after the other."""
    return lambda: [read(document) for document in documents]


SHARES = """
Extraction runs at {whole:.2f} of the bare pipeline, and at {read:.2f} of the components that it reads.
"""
BARE = "bare nlp.pipe of the pipeline, the same texts"
BARE_READ = "bare nlp.pipe of the components that extraction reads"
EXTRACTION = "extraction, all of it, analysis and names included"


def texts(document: Document) -> list[str]:
    """Return the texts of a document that extraction reads."""
    return [block.span.text for block in document.blocks if block.kind in ("title", "body")]


def measure(runs: int) -> str:
    """Return the table."""
    collect_seldom()
    documents = [one for one in read_sources([ARTICLES]) if isinstance(one, Document)]
    tokenizer, nlp, reader = spacy.blank("en").tokenizer, load_language(), Reader()
    read = [reader.read(document) for document in documents]
    words, unread = sum(one.words for one in read), unread_components(nlp)
    stages: dict[str, Callable[[], object]] = {
        "tokenizer alone (the reference)": each(lambda document: tokenizer(document.text), documents),
        "reading files: encoding, layout, date, language": lambda: list(read_sources([ARTICLES])),
        "names of the gazetteer": each(lambda document: reader.gazetteer.find(document.text), documents),
        BARE: each(lambda document: list(nlp.pipe(texts(document))), documents),
        BARE_READ: each(lambda document: list(nlp.pipe(texts(document), disable=unread)), documents),
        "analysis: tokens, parse, sentences, quotations": each(lambda document: analyse(document, nlp), documents),
        EXTRACTION: each(reader.read, documents),
        "triples of the facts, written": lambda: [
            to_nquads(article_triples(one.facts, sentences=one.sentences)) for one in read
        ],
    }
    rounds = [{stage: best(work, 1) for stage, work in stages.items()} for _ in range(runs)]
    seconds = {stage: min(each[stage] for each in rounds) for stage in stages}
    reference = next(iter(seconds.values()))
    rows = [
        f"| {stage} | {len(documents) / taken:,.0f} | {words / taken:,.0f} | {taken / reference:.1f} |\n"
        for stage, taken in seconds.items()
    ]
    head = HEAD.format(
        runs=runs,
        count=len(documents),
        words=words,
        unread=", ".join(unread),
        python=platform.python_version(),
        spacy=spacy.__version__,
        kg=__version__,
    )
    shares = SHARES.format(
        whole=seconds[BARE] / seconds[EXTRACTION],
        read=seconds[BARE_READ] / seconds[EXTRACTION],
    )
    return head + "".join(rows) + shares


if __name__ == "__main__":
    tell(measure, about=__doc__, runs=9)
