"""The small encoder of names learns to see words as the teacher of names sees them, before it learns any name.

For each word of the texts that the teacher read, its last hidden state is the goal: some hundreds of numbers that tell
far more of a word in its place than one of seven tags. Known as hint training (Romero and others, FitNets, 2015).
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from thinc.api import Adam, Linear, chain, fix_random_seed, set_dropout_rate, with_array
from thinc.model import Model

from training import fast_math
from training.name_sets import KINDS
from training.prepare import SEED

Floats = np.ndarray[Any, np.dtype[np.float32]]

MODEL = Path(__file__).parent / "names-model.cfg"

_GOALS = 192  # numbers kept of a hidden state
_FLATTER = 0.25  # power by which the share of the strongest directions is cut
_SAMPLE = 50_000  # words by which directions are found
_STEPS, _WORDS, _RATE, _WARM = 6_000, 1_500, 0.001, 100
_DROPOUT = 0.05
_TOLD = 500  # steps between two lines of report


class Goals:
    """What the encoder is to say of words: the strongest directions of the teacher's hidden states."""

    def __init__(self, states: Floats) -> None:
        chosen = np.random.default_rng(SEED).choice(len(states), min(_SAMPLE, len(states)), replace=False)
        sample = states[np.sort(chosen)].astype("float32")
        self._mean = sample.mean(0)
        strengths, directions = np.linalg.eigh(np.cov((sample - self._mean).T))
        kept = strengths[-_GOALS:].clip(min=1e-6)
        weights = (kept / kept[-1]) ** _FLATTER / np.sqrt(kept)
        self._directions = (directions[:, -_GOALS:] * weights).astype("float32")
        self._scale = np.float32(((sample - self._mean) @ self._directions).std())

    def of(self, states: Floats) -> Floats:
        """Return the goals of words with these hidden states."""
        goals: Floats = (states.astype("float32") - self._mean) @ self._directions / self._scale
        return goals


def start(nlp: Language, config: Path, changes: Mapping[str, Any] = MappingProxyType({})) -> Any:
    """Add the names of a configuration to a pipeline, with weights that know nothing, and return them."""
    ner: Any = nlp.add_pipe("ner", config=spacy.util.load_config(config, overrides=dict(changes), interpolate=True))
    for kind in KINDS:
        ner.add_label(kind)
    words = ["Abe", "left", "."]
    example = Example(Doc(nlp.vocab, words=words), Doc(nlp.vocab, words=words, ents=["B-PER", "O", "O"]))
    ner.initialize(lambda: [example], nlp=nlp)
    return ner


def learn(encoder: Model[list[Doc], list[Floats]], docs: Sequence[Doc], states: Floats) -> None:
    """Train an encoder on texts, for each of whose words there is a hidden state."""
    goals, starts = Goals(states), np.cumsum([0, *map(len, docs)])
    model: Model[list[Doc], list[Floats]] = chain(encoder, with_array(Linear(nO=_GOALS)))
    model.initialize(X=list(docs[:2]), Y=[goals.of(states[: len(docs[0])]), goals.of(states[: len(docs[1])])])
    set_dropout_rate(model, _DROPOUT)
    optimizer = Adam(_RATE, use_averages=True, L2=0.0, grad_clip=1.0)
    error = spread = 0.0
    for step, numbers in enumerate(_batches(docs), start=1):
        optimizer.learn_rate = _RATE * min(1, step / _WARM) * max(0.02, 1 - step / _STEPS)
        wanted = [goals.of(states[starts[number] : starts[number + 1]]) for number in numbers]
        said, finish = model.begin_update([docs[number] for number in numbers])
        misses = [mine - goal for mine, goal in zip(said, wanted, strict=True)]
        words = np.float32(sum(map(len, misses)))
        finish([miss / words for miss in misses])
        model.finish_update(optimizer)
        optimizer.step_schedules()
        error += sum(float((miss**2).sum()) for miss in misses)
        spread += sum(float((goal**2).sum()) for goal in wanted)
        if step % _TOLD == 0:
            print(f"{step} of {_STEPS}: {error / spread:.3f} of the goals' variance is missed", flush=True)
            error = spread = 0.0
    for node in model.walk():
        for name in node.param_names:
            average = optimizer.averages.get((node.id, name))
            if average is not None:
                node.set_param(name, average)


def _batches(docs: Sequence[Doc]) -> Iterator[list[int]]:
    """Yield the numbers of the texts of each step."""
    random, given = Random(SEED), 0
    while True:
        order = list(range(len(docs)))
        random.shuffle(order)
        batch: list[int] = []
        words = 0
        for number in order:
            batch.append(number)
            words += len(docs[number])
            if words >= _WORDS:
                yield batch
                batch, words, given = [], 0, given + 1
                if given == _STEPS:
                    return


def main() -> None:
    """Write a pipeline of names alone, from whose encoder `names.cfg` goes on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("read", type=Path, help="what `silver_names` wrote: texts and hidden states")
    parser.add_argument("vectors", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    print(f"with {fast_math.__name__}")
    fix_random_seed(SEED)
    nlp = spacy.load(options.vectors)
    ner = start(nlp, MODEL)
    docs = list(DocBin().from_disk(options.read / "texts.spacy").get_docs(nlp.vocab))
    learn(ner.model.get_ref("tok2vec").layers[0], docs, np.load(options.read / "states.npy", mmap_mode="r"))
    nlp.to_disk(options.output)


if __name__ == "__main__":
    main()
