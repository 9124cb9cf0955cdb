"""Word vectors that share their rows: what clusters, a sentence model and lists of names know of a word.

words ──> known features side by side ──> k-means, so that alike words share a row ──> a few numbers a row ──> + lists

The table stays small, and the features reach words that the treebanks never show.
"""

import argparse
import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import spacy
from spacy.vocab import Vocab

from training.word_lists import package, word_lists

Floats = np.ndarray[tuple[int, int], np.dtype[np.float32]]

SEED = 1
_WIDTH = 96  # numbers of a vector, beside those for the lists
_WEIGHT = 0.5  # of a list where words are grouped; a vector is of length 1
_BITS = (4, 6, 8, 10, 12, 20)  # a cluster is known by these beginnings of its path in the tree of clusters
_CODE = 16  # numbers for a beginning


def read_clusters() -> dict[str, int]:
    """Return the Brown clusters of the package ``spacy-lookups-data``, by word as written."""
    path = package("spacy_lookups_data") / "data" / "en_lexeme_cluster.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {word: cluster for word, cluster in json.load(file).items() if cluster}


def read_embeddings(path: Path) -> dict[str, Floats]:
    """Return what `embed_words` wrote: a vector for a lower-cased word."""
    table = np.load(path)
    return dict(zip(table["words"].tolist(), table["vectors"], strict=True))


def cluster_codes(clusters: Mapping[str, int], words: list[str], random: np.random.Generator) -> Floats:
    """Return a row a word, in which clusters near in the tree are near; zeros where a word has none."""
    codes: dict[tuple[int, int], Floats] = {}
    rows = np.zeros((len(words), _CODE * len(_BITS)), dtype="float32")
    cache: dict[int, Floats] = {0: rows[0] * 0}
    for number, word in enumerate(words):
        cluster = clusters.get(word, 0)
        if cluster not in cache:
            keys = [(bits, cluster & ((1 << bits) - 1)) for bits in _BITS]  # the path is kept last turn first
            for key in keys:
                if key not in codes:
                    code = random.standard_normal(_CODE)
                    codes[key] = (code / np.linalg.norm(code)).astype("float32")
            cache[cluster] = np.concatenate([codes[key] for key in keys])
        rows[number] = cache[cluster]
    scaled: Floats = rows / np.sqrt(len(_BITS))
    return scaled


def reduce(rows: Floats, width: int) -> Floats:
    """Return the first principal components of rows, of mean length 1."""
    centred: Floats = rows.astype("float32") - rows.mean(0, dtype="float32")
    _, axes = np.linalg.eigh(centred.T @ centred)
    reduced: Floats = centred @ axes[:, ::-1][:, :width].astype("float32")
    reduced /= np.linalg.norm(reduced, axis=1).mean()
    return reduced


def share(rows: Floats, count: int, random: np.random.Generator, *, rounds: int = 6) -> tuple[Floats, np.ndarray]:
    """Return the centres of ``count`` groups of alike rows by k-means, and each row's group."""
    different = np.unique(rows, axis=0)
    centres = different[random.choice(len(different), min(count, len(different)), replace=False)]
    groups = np.zeros(len(rows), dtype="int64")
    for _ in range(rounds):
        half = (centres**2).sum(1) / 2
        for start in range(0, len(rows), 4096):
            groups[start : start + 4096] = (rows[start : start + 4096] @ centres.T - half).argmax(1)
        sizes = np.bincount(groups, minlength=len(centres))
        order = np.argsort(groups, kind="stable")
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        filled = sizes > 0
        centres[filled] = np.add.reduceat(rows[order], starts[filled]) / sizes[filled, None]
    return centres, groups


def list_bits(words: list[str]) -> Floats:
    """Return a row of zeros and ones a word: on which lists it is. Words in lower case are on none."""
    lists = word_lists().values()
    return np.array(
        [[not word.islower() and word.lower() in names for names in lists] for word in words], dtype="float32"
    )


def set_vectors(vocab: Vocab, words: list[str], rows: Floats) -> None:
    """Give a vocabulary its table of vectors, one row for all that are equal; words without a feature are left out."""
    unique, where = np.unique(rows, axis=0, return_inverse=True)
    known = [number for number in range(len(words)) if rows[number].any()]
    keys = [vocab.strings.add(words[number]) for number in known]
    vocab.reset_vectors(width=unique.shape[1])
    vocab.vectors.data = unique.astype("float32")
    for key, number in zip(keys, known, strict=True):
        vocab.vectors.add(key, row=int(where.reshape(-1)[number]))


def word_vectors(words: list[str], clusters: Mapping[str, int], embeddings: Mapping[str, Floats], count: int) -> Floats:
    """Return a vector a word, ``count`` different ones in all; either source of features may be empty."""
    random = np.random.default_rng(SEED)
    features = []
    if clusters:
        features.append(cluster_codes(clusters, words, random))
    if embeddings:
        nothing = np.zeros(next(iter(embeddings.values())).shape, dtype="float16")
        features.append(reduce(np.array([embeddings.get(word.lower(), nothing) for word in words]), _WIDTH))
    known = reduce(np.concatenate(features, axis=1), _WIDTH)
    rows, groups = share(np.concatenate([known, list_bits(words) * _WEIGHT], axis=1), count, random)
    rows[:, _WIDTH:] /= _WEIGHT
    vectors: Floats = rows[groups]
    return vectors


def main() -> None:
    """Write a blank pipeline with vectors for the words of the clusters, of the lists and of a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", type=Path, help="words of the training data, one a line")
    parser.add_argument("output", type=Path)
    parser.add_argument("--embeddings", type=Path, help="what embed_words wrote; without it, clusters alone")
    parser.add_argument("--no-clusters", dest="clusters", action="store_false")
    parser.add_argument("--rows", type=int, default=8000, help="different vectors")
    options = parser.parse_args()
    clusters = read_clusters()
    listed = {word.title() for words in word_lists().values() for word in words if word.isalpha()}
    words = sorted({*options.words.read_text(encoding="utf-8").splitlines(), *clusters, *listed})
    embeddings = read_embeddings(options.embeddings) if options.embeddings else {}
    nlp = spacy.blank("en")
    set_vectors(nlp.vocab, words, word_vectors(words, clusters if options.clusters else {}, embeddings, options.rows))
    nlp.to_disk(options.output)
    print(f"vectors: {nlp.vocab.vectors.shape} for {len(words)} words")


if __name__ == "__main__":
    main()
