"""A lighter copy of the names, to be trained on: of each maxout the two pieces that win most often, no layer on top.

The pieces that go win for about a tenth of the words only, so that the copy starts close to what the names see; who are
named is learnt anew by transitions that score the words' states themselves (spaCy's `use_upper = false`).
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin
from thinc.model import Model

from training import fast_math
from training.name_encoder import MODEL, start

LIGHTER = {"model.use_upper": False, "model.tok2vec.encode.maxout_pieces": 2}
_TEXTS = 300  # texts on which the wins of pieces are counted

Wins = dict[int, np.ndarray[Any, np.dtype[np.int64]]]


def lighten(heavy: Model[Any, Any], light: Model[Any, Any], docs: Sequence[Doc]) -> None:
    """Give an encoder with fewer pieces the weights of one with more: those of the pieces that win most on texts."""
    _copy(heavy, light, _count(heavy, docs))


def _count(encoder: Model[Any, Any], docs: Sequence[Doc]) -> Wins:
    """Return how often each piece of each output of each maxout gives the largest value."""
    wins: Wins = {}
    maxouts = [node for node in encoder.walk() if node.name == "maxout"]
    forwards = [node._func for node in maxouts]

    def watched(node: Model[Any, Any], words: Any, is_train: bool) -> Any:
        weights, bias = np.asarray(node.get_param("W")), np.asarray(node.get_param("b"))
        outputs, pieces, inputs = weights.shape
        values = words @ weights.reshape(-1, inputs).T + bias.reshape(-1)
        best = values.reshape(-1, outputs, pieces).argmax(-1)
        seen = np.stack([(best == piece).sum(0) for piece in range(pieces)], axis=1)
        wins[node.id] = wins.get(node.id, 0) + seen
        return forwards[maxouts.index(node)](node, words, is_train)

    for node in maxouts:
        node._func = watched
    for first in range(0, len(docs), 64):
        encoder.predict(list(docs[first : first + 64]))
    for node, forward in zip(maxouts, forwards, strict=True):
        node._func = forward
    return wins


def _copy(heavy: Model[Any, Any], light: Model[Any, Any], wins: Wins) -> None:
    for mine, its in _pairs(heavy, light):
        for name in mine.param_names:
            if mine.has_param(name):
                weights: Any = mine.get_param(name)
                its.set_param(name, _kept(weights, its.get_param(name).shape, wins.get(mine.id)))


def _pairs(heavy: Model[Any, Any], light: Model[Any, Any]) -> Iterator[tuple[Model[Any, Any], Model[Any, Any]]]:
    yield heavy, light
    for mine, its in zip(heavy.layers, light.layers, strict=True):
        yield from _pairs(mine, its)


def _kept(weights: Any, shape: tuple[int, ...], wins: Any) -> Any:
    """Return weights with the pieces that win most, as many as there is room for, in their order."""
    if weights.shape == shape:
        return weights
    pieces = np.sort(np.argsort(-wins, axis=1)[:, : shape[1]], axis=1)
    kept = np.take_along_axis(weights, pieces[:, :, None] if weights.ndim > pieces.ndim else pieces, axis=1)
    return np.ascontiguousarray(kept)


def main() -> None:
    """Write a pipeline of lighter names, from which `names.cfg` goes on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path, help="the pipeline of the heavier names")
    parser.add_argument("texts", type=Path, help="a DocBin of texts to count on")
    parser.add_argument("vectors", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    print(f"with {fast_math.__name__}")
    nlp = spacy.load(options.vectors)
    heavy: Any = spacy.load(options.names).get_pipe("ner")
    light = start(nlp, MODEL, LIGHTER)
    docs = [doc for doc, _ in zip(DocBin().from_disk(options.texts).get_docs(nlp.vocab), range(_TEXTS), strict=False)]
    mine, its = (ner.model.get_ref("tok2vec").layers[0] for ner in (heavy, light))
    lighten(mine, its, docs)
    nlp.to_disk(options.output)


if __name__ == "__main__":
    main()
