"""`build`: articles in, a graph of their facts in a store out; what did not change is not read again."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import cast

from kg import __version__
from kg.corrections import Misfit
from kg.documents import Document
from kg.errors import SourceError
from kg.files import make_folder
from kg.pipeline.publishing import keep_corrections, publish, write_turtle
from kg.pipeline.reader import Reader
from kg.pipeline.stream import attempt
from kg.pipeline.triage import Triage
from kg.rdf import (
    ONTOLOGY_GRAPH,
    ExtractionRun,
    Triple,
    article_graph_iri,
    article_triples,
    gazetteer_graph_iri,
    gazetteer_triples,
    literals,
    ontology_graph,
    to_nquads,
)
from kg.resources import resource
from kg.sources import LeftOut, PassedOver, sift_sources
from kg.store import ArticleGraph, Fingerprint, WritableStore, open_store

BATCH = 25  # articles written in one transaction

Found = Document | LeftOut | PassedOver


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: how many articles were read anew, how many were there unchanged, and what was not read.

    ``passed_over`` counts those that name no territory, by the triage; ``left_out`` are inputs that could not be read.
    """

    store: Path
    turtle: Path
    articles: int = 0
    unchanged: int = 0
    words: int = 0
    passed_over: int = 0
    left_out: tuple[LeftOut, ...] = ()

    @property
    def taken(self) -> int:
        """The number of articles that were not left out."""
        return self.articles + self.unchanged + self.passed_over

    def summary(self, seconds: float) -> str:
        """Tell in a line how much was read, and how fast; in a second what needed no reading."""
        read = f"Read {self.articles} articles ({self.words:,} words) in {seconds:.1f} s"
        unchanged = f"; {self.unchanged} were unchanged" if self.unchanged else ""
        left_out = f"; {len(self.left_out)} inputs were left out" if self.left_out else ""
        return read + unchanged + left_out + self._told_of_triage()

    def _told_of_triage(self) -> str:
        if not self.passed_over:
            return ""
        if self.passed_over == 1:
            return "\n1 article names no territory and was not read; --no-triage reads it"
        return f"\n{self.passed_over:,} articles name no territory and were not read; --no-triage reads them"


@dataclass(frozen=True, slots=True)
class Options:
    """How a build reads: the user's tables of names, the base of the IRIs, the language model; whom it tells what.

    ``corrections`` are tables of corrections, added to those that the store keeps. With ``triage``, an article that can
    hold nothing about a territory is not read, unless the store has it.
    """

    tables: tuple[Path, ...] = ()
    base: str | None = None
    model: str | None = None
    any_language: bool = False
    triage: bool = True
    corrections: tuple[Path, ...] = ()
    warn: Callable[[str], None] = field(default=lambda message: None)
    watch: Callable[[str], None] = field(default=lambda source: None)


def build(
    paths: Iterable[str | Path], out: Path, options: Options | None = None, *, reader: Reader | None = None
) -> BuildReport:
    """Read articles and build or renew the graph in ``out/store`` and ``out/graph.ttl``.

    An article that cannot be read is named in the report and stops nothing. What is stopped half-way keeps every batch
    that was finished, and the same command goes on from there.

    Args:
        paths: files, folders, patterns or ``-`` for standard input.
        out: the folder for the results; made if need be.
        options: how to read; the defaults are those of the command line.
        reader: one that is loaded already, in place of the tables and the model that the options name.

    Raises:
        SourceError: not one of the inputs is an article.
        GazetteerError: a table of names is broken.
        StoreError: the store cannot be written, or another process writes it.
        CorrectionError: a table of corrections cannot be read.
        OutputError: the folder cannot be written.
    """
    options = options or Options()
    reader = reader or Reader(options.tables, model=options.model)
    left_out: list[LeftOut] = []
    sieve = Triage(reader.gazetteer) if options.triage else None
    found = sift_sources(paths, sieve=sieve, any_language=options.any_language, warn=options.warn)
    found = _at_least_one(found, left_out)
    make_folder(out)
    with open_store(out / "store", write=True, base=options.base) as store:
        work = _Work(store, reader, options, out / "faults.log", left_out)
        work.run(found)
        report = work.report(out)
        write_turtle(out)
    rows = [LeftOut(f"correction {one.place}", one.reason, one.cure) for one in work.misfits]
    return replace(report, left_out=(*left_out, *rows))


def _at_least_one(found: Iterator[Found], left_out: list[LeftOut]) -> Iterator[Found]:
    """Look for the first article before anything is written."""
    for one in found:
        if not isinstance(one, LeftOut):
            return chain([one], found)
        left_out.append(one)
    if len(left_out) == 1:
        raise left_out[0].as_error()
    raise SourceError(f"none of the {len(left_out)} inputs is an article; the first: {left_out[0]}")


class _Work:
    """A build under way."""

    def __init__(
        self, store: WritableStore, reader: Reader, options: Options, fault_log: Path, left_out: list[LeftOut]
    ) -> None:
        self.store, self.reader, self.options = store, reader, options
        self.fault_log, self.left_out = fault_log, left_out
        self.articles = self.unchanged = self.words = self.passed_over = 0
        self.batch: list[ArticleGraph] = []
        self.misfits: list[Misfit] = []
        self.given: frozenset[str] = frozenset()
        self.made_by = Fingerprint("", program_version(), reader.model, reader.gazetteer.version)
        self.versions = ExtractionRun(model=reader.model, gazetteer=reader.gazetteer.version)

    def run(self, found: Iterator[Found]) -> None:
        """Take in all that was found; whatever ends this early, what was read is written and published."""
        self.given, self.misfits = keep_corrections(self.store, self.options.corrections)
        with self.published():
            self.put_standing_graphs()
            for one in found:
                known = self.kept(one) if isinstance(one, PassedOver) else one
                if isinstance(known, LeftOut):
                    self.left_out.append(known)
                elif known:
                    self.options.watch(known.source)
                    self.take(known)

    def kept(self, article: PassedOver) -> Document | LeftOut | None:
        """Return an article that the triage passed over where the store has one from there: it must not go stale."""
        if self.store.has_source(str(literals.text(article.source))):
            return article.read()
        self.passed_over += 1
        return None

    def report(self, out: Path) -> BuildReport:
        """Return what was done so far; what was left out is known when all is."""
        counts = self.articles, self.unchanged, self.words, self.passed_over
        return BuildReport(out / "store", out / "graph.ttl", *counts)

    def take(self, document: Document) -> None:
        """Read a document, unless the store has all that would come of it."""
        graph = str(article_graph_iri(document.id, base=self.store.base))
        fingerprint = replace(self.made_by, text=_text_version(document))
        if self.store.is_current(graph, fingerprint):
            self.unchanged += 1
            return
        read = attempt(self.read, document, self.fault_log)
        if isinstance(read, LeftOut):
            self.left_out.append(read)
            return
        triples, words = read
        self.articles += 1
        self.words += words
        self.batch.append(ArticleGraph(graph, triples, fingerprint))
        if len(self.batch) >= BATCH:
            self.write()

    def read(self, document: Document) -> tuple[bytes, int]:
        """Return the triples of an article's graph, as N-Triples, and the number of its words."""
        read = self.reader.read(document)
        triples = article_triples(read.facts, base=self.store.base, run=self.versions, sentences=read.sentences)
        return to_nquads(triples), read.words

    def put_standing_graphs(self) -> None:
        """Write the graphs that no article makes: the ontology and the gazetteer."""
        base = self.store.base
        self.put(str(ONTOLOGY_GRAPH), "ontology", lambda: cast(Iterable[Triple], ontology_graph()))
        self.put(
            str(gazetteer_graph_iri(base=base)),
            "gazetteer",
            lambda: gazetteer_triples(self.reader.gazetteer, base=base),
        )

    def put(self, graph: str, text: str, triples: Callable[[], Iterable[Triple]]) -> None:
        """Write a graph, unless the store holds it as it would be written."""
        fingerprint = replace(self.made_by, text=text)
        if not self.store.is_current(graph, fingerprint):
            self.store.replace_articles([ArticleGraph(graph, to_nquads(triples()), fingerprint)])

    def write(self) -> None:
        """Write the batch."""
        batch, self.batch = self.batch, []
        self.store.replace_articles(batch)

    @contextmanager
    def published(self) -> Iterator[None]:
        """Write the last batch and publish, also after Ctrl-C."""
        try:
            yield
        except KeyboardInterrupt:
            self.write()
            publish(self.store)
            raise
        self.write()
        self.told(publish(self.store))

    def told(self, misfits: Iterable[Misfit]) -> None:
        """Take note of corrections that do not fit; one of an earlier build may fit again when an article is back."""
        for one in misfits:
            if one.place in self.given:
                self.misfits.append(one)
            else:
                self.options.warn(f"Not applied: correction {one.place} {one.reason}; {one.cure}")


def _text_version(document: Document) -> str:
    known = (document.source, document.title, document.publisher, document.published, document.url, document.language)
    said = "\x1f".join([document.sha256, *(str(part) for part in known)])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def program_version() -> str:
    """Return the version of kg with a hash of its code, terms and word lists: what an article's facts depend on."""
    code = Path(__file__).resolve().parents[1]
    files = [*code.rglob("*.py"), *resource("ontologies").rglob("*.ttl"), *resource("data", "lexicons").rglob("*")]
    digest = hashlib.sha256()
    for file in sorted(files):
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"
