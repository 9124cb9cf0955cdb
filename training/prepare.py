"""Make the training data of both trainings from a folder of treebanks and name-annotated sets."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training import name_sets
from training.conllu import Sentence as Tree
from training.conllu import make_doc, read_paragraphs
from training.gum_names import name_tags
from training.name_sets import Sentence, spans
from training.vary import Stock, curl_quotes, headline, name_stock, swap_names
from training.word_lists import place_names

SEED = 1
_GROUP = 3  # sentences of a set without documents that stand together
_EWT_DEV = 200  # paragraphs
_UNER_SHARE = 0.8  # of its development part is for training, the rest for choosing the step

UNER = "uner"
UNER_COPIES = 3  # it follows the guidelines that the tests follow, and is small


def parser_docs(paths: Iterable[Path], vocab: Vocab, random: Random) -> Iterator[Doc]:
    """Yield paragraphs, and half of them as single sentences, since the program tells the parser where they begin."""
    for path in paths:
        for paragraph in read_paragraphs(path):
            trees = _varied(paragraph, random)
            for part in [trees] if random.random() < 0.5 else [[tree] for tree in trees]:
                yield make_doc(part, vocab)


def _varied(paragraph: list[Tree], random: Random) -> list[Tree]:
    forms = [[word.form for word in tree.words] for tree in paragraph]
    if random.random() < 0.35:
        curled = iter(curl_quotes([form for each in forms for form in each]))
        forms = [[next(curled) for _ in each] for each in forms]
    forms = [headline(each, random, titles=0.03, capital=0.01) for each in forms]
    return [
        Tree([replace(word, form=form) for word, form in zip(tree.words, each, strict=True)], tree.comments)
        for tree, each in zip(paragraph, forms, strict=True)
    ]


def name_documents(treebank: Path) -> tuple[dict[str, list[list[Sentence]]], list[list[Sentence]]]:
    """Return the documents for training by the set that they are from, and those for choosing the step."""
    uner = _by_document(name_sets.read_uner(treebank / "uner-ewt-dev.iob2"))
    cut = int(len(uner) * _UNER_SHARE)
    crossner, re3d = sorted((treebank / "crossner").glob("*.txt")), sorted((treebank / "re3d").rglob("*.conll"))
    train = {
        UNER: uner[:cut],
        "gum": _gum(treebank / "gum-open-train.conllu"),
        "gmb": grouped(name_sets.agreed(list(name_sets.read_gmb(treebank / "gmb-voa.csv"))), 1),
        "wikigold": grouped(name_sets.read_wikigold(treebank / "wikigold.conll.txt"), _GROUP),
        "btc": grouped(name_sets.read_btc(treebank / "btc-g.conll"), 1),
        "re3d": [document for path in re3d for document in grouped(name_sets.read_re3d(path), _GROUP)],
        "crossner": [document for path in crossner for document in grouped(name_sets.read_crossner(path), 1)],
    }
    dev = uner[cut:] + _gum(treebank / "gum-open-dev.conllu")
    return {name: _states_as_places(documents) for name, documents in train.items()}, _states_as_places(dev)


def with_copies(documents: list[list[Sentence]], stock: Stock, random: Random) -> Iterator[list[Sentence]]:
    """Yield documents and their copies with other names; those of no names have no copy."""
    for document in documents:
        yield from varied_names([document], stock, random, swapped=False)
        if any(tag.startswith("B-") for _, tags in document for tag in tags):
            yield from varied_names([document], stock, random, swapped=True)


def varied_names(
    documents: list[list[Sentence]], stock: Stock, random: Random, *, swapped: bool
) -> Iterator[list[Sentence]]:
    """Yield documents, some of their sentences as headlines, with their own names or with others."""
    for document in documents:
        yield _headlines(swap_names(document, stock, random) if swapped else document, random)


def _headlines(document: list[Sentence], random: Random) -> list[Sentence]:
    curl: Callable[[list[str]], list[str]] = curl_quotes if random.random() < 0.35 else list
    return [(headline(curl(words), random, titles=0.05, capital=0.02), tags) for words, tags in document]


def _states_as_places(documents: list[list[Sentence]]) -> list[list[Sentence]]:
    """Return documents in which a state, capital or territory is a place also where it acts: the sets do not agree."""
    places = place_names()
    for document in documents:
        for words, tags in document:
            for start, end, kind in spans(tags):
                if kind == "ORG" and " ".join(words[start:end]) in places:
                    tags[start:end] = [tag.replace("ORG", "LOC") for tag in tags[start:end]]
    return documents


def _gum(path: Path) -> list[list[Sentence]]:
    return [
        [([word.form for word in tree.words], name_tags(tree)) for tree in paragraph]
        for paragraph in read_paragraphs(path)
    ]


def grouped(sentences: Iterable[Sentence], size: int) -> list[list[Sentence]]:
    """Return sentences in documents of so many."""
    every = list(sentences)
    return [every[start : start + size] for start in range(0, len(every), size)]


def _by_document(sentences: Iterable[tuple[str, Sentence]]) -> list[list[Sentence]]:
    documents: dict[str, list[Sentence]] = {}
    for name, sentence in sentences:
        documents.setdefault(name.rpartition("-")[0], []).append(sentence)
    return [part for document in documents.values() for part in grouped(document, 5)]


def name_doc(document: list[Sentence], vocab: Vocab) -> Doc:
    """Return a document as a Doc with its names, and with a gap where a set does not tell."""
    words = [word for each, _ in document for word in each]
    tags = [tag if tag != name_sets.UNTOLD else "" for _, each in document for tag in each]
    return Doc(vocab, words=words, ents=tags)


def main() -> None:
    """Write `parser-train`, `parser-dev` and `names-dev` as `.spacy`, and the words of all sets as `words.txt`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    treebank: Path = options.treebank
    vocab = spacy.blank("en").vocab
    named, named_dev = _names(treebank, vocab)
    sets = {
        "parser-train": _parser_train(treebank, vocab),
        "parser-dev": _parser_dev(treebank, vocab),
        "names-dev": named_dev,
    }
    for name, docs in sets.items():
        DocBin(docs=docs).to_disk(options.output / f"{name}.spacy")
        print(f"{name}: {len(docs)} documents, {sum(map(len, docs))} words")
    words = sorted(named | {token.text for doc in sets["parser-train"] for token in doc})
    (options.output / "words.txt").write_text("\n".join(words), encoding="utf-8")


def _parser_train(treebank: Path, vocab: Vocab) -> list[Doc]:
    random = Random(SEED)
    docs = list(parser_docs([treebank / "ewt-train.conllu", treebank / "gum-open-train.conllu"], vocab, random))
    random.shuffle(docs)
    return docs


def _parser_dev(treebank: Path, vocab: Vocab) -> list[Doc]:
    paragraphs = read_paragraphs(treebank / "gum-open-dev.conllu")
    paragraphs += read_paragraphs(treebank / "ewt-dev.conllu")[:_EWT_DEV]
    return [make_doc(paragraph, vocab) for paragraph in paragraphs]


def _names(treebank: Path, vocab: Vocab) -> tuple[set[str], list[Doc]]:
    """Return the words of the name-annotated sets and their copies, and the documents for choosing the step."""
    random = Random(SEED)
    sets, dev = name_documents(treebank)
    train = sets[UNER] * (UNER_COPIES - 1) + [document for documents in sets.values() for document in documents]
    stock = name_stock(sentence for document in train for sentence in document)
    words = {word for document in with_copies(train, stock, random) for each, _ in document for word in each}
    return words, [name_doc(document, vocab) for document in dev]


if __name__ == "__main__":
    main()
