"""Let the teacher read texts that have no trees: what the small pipeline learns from beside the treebanks.

The texts are those of the name-annotated sets. A sentence is taken where the teacher's best heads make one tree and it
is sure of them; tags, features and lemmas are those of a pipeline trained before, as the teacher has none.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

import spacy
import torch
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training import name_sets
from training.prepare import SEED
from training.teacher import Reading, Teacher, read_all
from training.vary import curl_quotes, headline

_SHORTEST, _LONGEST = 4, 70  # words of a sentence
_SURE = 0.85  # mean share of the best heads
_CLOSING = frozenset(". , ; : ! ? ) ] } % ' '' ’ ” ... … 's ’s n't n’t 'm 're 've 'll 'd ’m ’re ’ve ’ll ’d".split())
_OPENING = frozenset("( [ { `` “ ‘ $ £ €".split())


def sentences(treebank: Path) -> list[list[str]]:
    """Return the distinct sentences of the name-annotated sets."""
    sets: list[Iterable[name_sets.Sentence]] = [
        name_sets.read_gmb(treebank / "gmb-voa.csv"),
        name_sets.read_wikigold(treebank / "wikigold.conll.txt"),
        name_sets.read_btc(treebank / "btc-g.conll"),
        *(name_sets.read_re3d(path) for path in sorted((treebank / "re3d").rglob("*.conll"))),
        *(name_sets.read_crossner(path) for path in sorted((treebank / "crossner").glob("*.txt"))),
    ]
    every = [words for each in sets for words, _ in each if _SHORTEST <= len(words) <= _LONGEST]
    return [list(words) for words in dict.fromkeys(map(tuple, every))]


def is_tree(heads: Sequence[int]) -> bool:
    """Tell whether heads, counted from 1, make one tree with one root.

    >>> is_tree([2, 0, 2]), is_tree([2, 1, 0]), is_tree([0, 0])
    (True, False, False)
    """
    if heads.count(0) != 1:
        return False
    reached = [head == 0 for head in heads]
    for start in range(len(heads)):
        path = []
        at = start
        while not reached[at]:
            if at in path:
                return False
            path.append(at)
            at = heads[at] - 1
        for each in path:
            reached[each] = True
    return True


def is_sure(reading: Reading) -> bool:
    """Tell whether a reading is fit to learn from."""
    return is_tree(reading.heads) and sum(reading.shares) / len(reading.shares) >= _SURE


def spaces(words: Sequence[str]) -> list[bool]:
    """Return for each word whether a space follows, as it would in print; straight quotation marks take turns."""
    found = []
    inside = False
    for word, following in zip(words, [*words[1:], "."], strict=True):
        opens = word in _OPENING
        if word == '"':
            inside = not inside
            opens = inside
        closes = following in _CLOSING or (following == '"' and inside)
        found.append(not opens and not closes)
    return found


def docs(texts: Sequence[list[str]], readings: Iterable[Reading], nlp: Language, random: Random) -> Iterator[Doc]:
    """Yield the sentences whose reading is sure, each a Doc with tags, lemmas and tree."""
    for words, reading in zip(texts, readings, strict=True):
        if not is_sure(reading):
            continue
        forms = curl_quotes(words) if random.random() < 0.35 else words
        tagged = nlp(Doc(nlp.vocab, words=words, spaces=spaces(words)))
        yield Doc(
            nlp.vocab,
            words=headline(forms, random, titles=0.03, capital=0.01),
            spaces=spaces(words),
            tags=[token.tag_ for token in tagged],
            pos=[token.pos_ for token in tagged],
            morphs=[str(token.morph) for token in tagged],
            lemmas=[token.lemma_ for token in tagged],
            heads=[head - 1 if head else number for number, head in enumerate(reading.heads)],
            deps=["ROOT" if head == 0 else label for head, label in zip(reading.heads, reading.labels, strict=True)],
        )


def main() -> None:
    """Write gold and silver documents together, shuffled, as one `.spacy` file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("pipeline", type=Path, help="a pipeline that tags and lemmatizes")
    parser.add_argument("gold", type=Path, help="documents with gold trees, which are written too")
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    kept = torch.load(options.teacher)
    teacher = Teacher(kept["labels"])
    teacher.load_state_dict(kept["state"])
    nlp = spacy.load(options.pipeline, exclude=["parser", "ner"])
    texts = sentences(options.treebank)
    random = Random(SEED)
    silver = list(docs(texts, read_all(teacher, texts), nlp, random))
    gold = list(DocBin().from_disk(options.gold).get_docs(nlp.vocab))
    print(f"{len(silver)} of {len(texts)} sentences, {sum(map(len, silver))} words; gold {sum(map(len, gold))} words")
    every = silver + gold
    random.shuffle(every)
    DocBin(docs=every).to_disk(options.output)


if __name__ == "__main__":
    main()
