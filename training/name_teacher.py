"""A large tagger of names from which the small one learns: MiniLM with a tag a word.

It goes on from the parser of `teacher.py`, whose encoder already reads words, and learns all name-annotated sets at
once. The sets do not draw the line between names, titles and kinds alike, so that each has weights of its own beside
those that all share; texts are then read by those of Universal NER, whose guidelines the tests follow.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.name_sets import KINDS, UNTOLD, Sentence, spans
from training.prepare import SEED, UNER, name_documents, varied_names
from training.teacher import IGNORED, LONGEST, Reader, batches, in_order, learn, padded
from training.vary import Stock, name_stock

_TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
_NEVER = -1e9
_PARTS = {UNER: 6.0, "wikigold": 2.0, "btc": 2.0, "crossner": 0.6}  # how often a set is gone through; others once


@dataclass(frozen=True)
class Example:
    """A sentence with its tags and the set that it is from."""

    words: Sequence[str]
    tags: Sequence[str]
    origin: str


@dataclass(frozen=True)
class Reading:
    """What the teacher reads in a sentence: tags, how sure it is of each, from 0 to 1, and its last hidden states."""

    tags: list[str]
    shares: list[float]
    states: Any  # an array of words by numbers, of half precision


class NameTeacher(Reader):
    """Sentences of words in; scores of tags out."""

    def __init__(self, origins: Sequence[str]) -> None:
        super().__init__()
        self.origins = list(origins)
        self.drop = nn.Dropout(0.2)
        self.shared = nn.Linear(self.width, len(_TAGS))
        self.own = nn.Parameter(torch.zeros(len(self.origins), self.width, len(_TAGS)))

    def words(self, sentences: Sequence[Sequence[str]]) -> Tensor:
        """Return the last hidden state of each word."""
        states: Tensor = self.states(sentences)[0][:, 1:]
        return states

    def scores(self, words: Tensor, origins: Sequence[str]) -> Tensor:
        """Return for the states of each word the scores of each tag, as the set named would give it."""
        own = self.own[torch.tensor([self.origins.index(origin) for origin in origins])]
        scores: Tensor = self.shared(words) + words @ own
        return scores

    def loss(self, batch: Sequence[Example]) -> Tensor:
        """Return the loss of a batch; words of which a set does not tell count for nothing."""
        words = self.drop(self.words([each.words for each in batch]))
        scores = self.scores(words, [each.origin for each in batch])
        rows = [[IGNORED if tag == UNTOLD else _TAGS.index(tag) for tag in each.tags] for each in batch]
        return functional.cross_entropy(scores.flatten(0, 1), padded(rows, scores.shape[1], IGNORED).flatten())

    @torch.inference_mode()  # type: ignore[untyped-decorator]
    def read(self, sentences: Sequence[Sequence[str]], origin: str = UNER) -> list[Reading]:
        """Return what is read in sentences of fewer than some 300 words."""
        self.eval()
        states = self.words(sentences)
        shares = self.scores(states, [origin] * len(sentences)).softmax(-1)
        return [
            Reading(*best_tags(row[: len(words)]), state[: len(words)].half().numpy())
            for row, state, words in zip(shares, states, sentences, strict=True)
        ]


def best_tags(shares: Tensor) -> tuple[list[str], list[float]]:
    """Return the best tags of which none goes on with a name not begun before it (Viterbi), and their shares."""
    allowed = _allowed()
    scores = shares.clamp(min=1e-9).log()
    best = scores[0] + _allowed()[0]  # a sentence begins as if behind no name
    origins = []
    for row in scores[1:]:
        best, origin = (best.unsqueeze(1) + allowed).max(0)
        best = best + row
        origins.append(origin)
    path = [int(best.argmax())]
    for origin in reversed(origins):
        path.append(int(origin[path[-1]]))
    path.reverse()
    return [_TAGS[tag] for tag in path], [float(row[tag]) for row, tag in zip(shares, path, strict=True)]


def _allowed() -> Tensor:
    """Return what is added to the score of a tag (column) behind another (row)."""
    rows = [[0.0 if not tag.startswith("I") or tag[1:] == before[1:] else _NEVER for tag in _TAGS] for before in _TAGS]
    return torch.tensor(rows)


def examples(sets: dict[str, list[list[Sentence]]], stock: Stock, random: Random) -> Iterator[Example]:
    """Yield the sentences of all sets as often as is good for them, with other names in every second copy."""
    for origin, documents in sets.items():
        parts = _PARTS.get(origin, 1.0)
        for copy in range(int(parts) or 1):
            chosen = documents if parts >= 1 else random.sample(documents, int(parts * len(documents)))
            for sentence in varied_names(chosen, stock, random, swapped=copy % 2 == 1):
                yield from (Example(words, tags, origin) for words, tags in sentence if len(words) <= LONGEST)


def name_score(teacher: NameTeacher, documents: Sequence[Sequence[Sentence]]) -> float:
    """Return the strict F1 of names in percent."""
    sentences = [sentence for document in documents for sentence in document]
    gold = found = right = 0
    for (_, tags), reading in zip(sentences, read_names(teacher, [words for words, _ in sentences]), strict=True):
        mine, theirs = set(spans(list(tags))), set(spans(reading.tags))
        gold, found, right = gold + len(mine), found + len(theirs), right + len(mine & theirs)
    return 200 * right / max(1, gold + found)


def read_names(teacher: NameTeacher, sentences: Sequence[Sequence[str]]) -> Iterator[Reading]:
    """Yield the readings of sentences in their order."""
    yield from in_order(teacher.read, sentences)


def load_names(path: Path) -> NameTeacher:
    """Return a teacher that was written."""
    kept: dict[str, Any] = torch.load(path)
    teacher = NameTeacher(kept["origins"])
    teacher.load_state_dict(kept["state"])
    return teacher


def main() -> None:
    """Train the teacher of names and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("first", type=Path, help="the teacher of trees")
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_flush_denormal(True)
    random = Random(SEED)
    sets, dev = name_documents(options.treebank)
    stock = name_stock(sentence for documents in sets.values() for document in documents for sentence in document)
    teacher = NameTeacher(list(sets))
    teacher.load_state_dict(torch.load(options.first)["state"], strict=False)
    plan = batches(list(examples(sets, stock, random)), random)
    learn(teacher, plan, teacher.loss)
    print(f"F1 {name_score(teacher, dev):.1f} on the development part")
    torch.save({"origins": teacher.origins, "state": teacher.state_dict()}, options.output)


if __name__ == "__main__":
    main()
