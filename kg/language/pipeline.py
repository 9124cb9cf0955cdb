"""From documents to their analysis: spaCy's tokens, tags and trees, our sentences and quotations."""

from __future__ import annotations  # spaCy takes long to load; it is loaded with the first pipeline

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kg.documents import Block, Document
from kg.errors import LanguageError
from kg.language.analysis import Analysis, Paragraph
from kg.language.quotes import find_quotes
from kg.resources import resource

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SENTENCES = "kg_sentences"
_UNREAD = frozenset({"token.lemma", "doc.ents", "token.ent_iob", "token.ent_type", "token.ent_kb_id"})
"""What components set that no reader of an analysis asks for."""
_BATCH = 32  # documents that are read ahead
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2015": "—"})  # spaCy cuts no words at these
_RELATIONS = frozenset(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl "
    "fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root "
    "vocative xcomp".split()
)


def load_language(model: str | None = None) -> Language:
    """Return a pipeline for `analyse`.

    Args:
        model: the name or path of an installed spaCy pipeline whose parser speaks Universal Dependencies; without one,
            the pipeline that ships with kg.

    Raises:
        LanguageError: there is no such pipeline, it is broken, or its parser has other labels.
    """
    from kg.language.component import SteadyTokenizer

    _multiply_fast()
    nlp = _load(str(resource("data", "model")) if model is None else model)
    nlp.tokenizer = SteadyTokenizer(nlp.tokenizer)
    nlp.add_pipe(SENTENCES, first=True)
    nlp.max_length = 2**31 - 1  # paragraphs are as long as they are
    return nlp


def name_of(nlp: Language) -> str:
    """Return the name and version of a pipeline, for provenance."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def _multiply_fast() -> None:
    """Let spaCy multiply matrices with numpy's library, which is nearly twice as fast as the one it brings."""
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))


def _load(model: str) -> Language:
    import spacy

    try:
        nlp = spacy.load(model, exclude=["senter", "sentencizer"])
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise LanguageError(
            f"language model {model!r} cannot be loaded: {error}; install it or name another"
        ) from error
    _check_labels(nlp, model)
    return nlp


def _check_labels(nlp: Language, model: str) -> None:
    if "parser" not in nlp.pipe_names:
        raise LanguageError(f"language model {model!r} has no parser; name one that has")
    labels = {label.partition(":")[0].lower() for label in nlp.pipe_labels["parser"]}
    if strange := sorted(labels - _RELATIONS):
        raise LanguageError(
            f"language model {model!r}: its parser has labels that are not of Universal Dependencies "
            f"({', '.join(strange[:4])}); name a model trained on a UD treebank"
        )


def analyse(document: Document, nlp: Language) -> Analysis:
    """Return the title and body paragraphs of a document with their tokens, sentences and quotations.

    The tokens have tags and a tree; lemmas and named entities, which nothing in kg reads, are left out.
    """
    return next(analyse_all([document], nlp))


def analyse_all(documents: Iterable[Document], nlp: Language) -> Iterator[Analysis]:
    """Yield the analysis of each document, in order; a few documents are read ahead, never all."""
    stream, unread = iter(documents), unread_components(nlp)
    while batch := list(islice(stream, _BATCH)):
        blocks = [_readable(document) for document in batch]
        docs = iter(nlp.pipe((_text(block) for each in blocks for block in each), disable=unread))
        for document, each in zip(batch, blocks, strict=True):
            yield _analysis(document, each, list(islice(docs, len(each))))


def unread_components(nlp: Language) -> list[str]:
    """Return the components of a pipeline that set lemmas and names alone, so that `analyse` does without them."""
    assigned = {name: {*nlp.get_pipe_meta(name).assigns} for name in nlp.pipe_names}
    return [name for name, attributes in assigned.items() if attributes and attributes <= _UNREAD]


def _readable(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind in ("title", "body")]


def _text(block: Block) -> str:
    """Return a block as spaCy can take it: lone surrogates and rare dashes replaced, one character for one."""
    return _SURROGATE.sub("\ufffd", block.span.text.translate(_PLAIN))


def _analysis(document: Document, blocks: list[Block], docs: list[Doc]) -> Analysis:
    quotes = find_quotes(document, [block.span for block in blocks])
    return Analysis(
        document,
        tuple(
            Paragraph(
                document,
                block,
                index,
                doc,
                tuple(quote for quote in found if not quote.depth),
                tuple(quote for quote in found if quote.depth),
            )
            for index, (block, doc, found) in enumerate(zip(blocks, docs, quotes, strict=True))
        ),
    )
