"""Let the teacher of names read texts: those of the teacher of trees, web texts, articles and addresses.

What it sees in each word is kept for the small encoder; its tags are what the small tagger learns from. What it is not
sure of is left open, so that the small tagger learns nothing from it. Where the guidelines are those of the tests, or
follow from trees, the names as annotated are kept beside.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin

from training import silver
from training.conllu import read_sentences
from training.name_sets import UNTOLD, Sentence, sure_tags
from training.name_teacher import Reading, load_names, read_names
from training.open_texts import open_sentences
from training.prepare import SEED, UNER, UNER_COPIES, grouped, name_doc, name_documents, with_copies
from training.vary import name_stock

_GOLD_SETS = (UNER, "gum")  # the guidelines of the first are those of the tests, the trees of the second tell names
_SURE = 0.7  # share of the tag of a word
_LONGEST = 120  # words of a sentence
_TOGETHER = 3  # sentences of a document


def sentences(treebank: Path) -> list[list[str]]:
    """Return the distinct sentences to be read, those of the name-annotated sets first."""
    web = [[word.form for word in tree.words] for tree in read_sentences(treebank / "ewt-train.conllu")]
    every = dict.fromkeys(map(tuple, [*silver.sentences(treebank), *web, *open_sentences()]))
    return [list(words) for words in every if 1 < len(words) <= _LONGEST]


def silver_documents(texts: Sequence[list[str]], readings: Iterable[Reading]) -> list[list[Sentence]]:
    """Return the sentences with their tags, a few together."""
    pairs = zip(texts, readings, strict=True)
    return grouped(((words, sure_tags(read.tags, read.shares, _SURE)) for words, read in pairs), _TOGETHER)


def main() -> None:
    """Write to a folder: gold and silver documents and their copies with other names; the texts; the hidden states."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    random, vocab = Random(SEED), spacy.blank("en").vocab
    sets, _ = name_documents(options.treebank)
    texts = sentences(options.treebank)
    readings = list(read_names(load_names(options.teacher), texts))
    np.save(options.output / "states.npy", np.concatenate([reading.states for reading in readings]))
    DocBin(docs=[Doc(vocab, words=words) for words in texts]).to_disk(options.output / "texts.spacy")
    read = silver_documents(texts, readings)
    open_words = sum(tags.count(UNTOLD) for document in read for _, tags in document)
    print(f"{len(texts)} sentences, {sum(map(len, texts))} words, {open_words} left open")
    gold = [document for name in _GOLD_SETS for document in sets[name]] + sets[UNER] * (UNER_COPIES - 1)
    stock = name_stock(sentence for document in [*gold, *read] for sentence in document)
    docs = [name_doc(document, vocab) for document in with_copies([*gold, *read], stock, random)]
    random.shuffle(docs)
    DocBin(docs=docs).to_disk(options.output / "train.spacy")


if __name__ == "__main__":
    main()
