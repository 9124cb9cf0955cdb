"""Join the two trainings into one pipeline, and leave out the words that it needs no spelling of."""

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

import spacy
import srsly
from spacy.language import Language

_META = {
    "name": "kg_news",
    "description": "Tags, morphology, lemmas, Universal Dependencies and names (PER, ORG, LOC) of English news",
    "license": "CC BY-SA 4.0",
    "author": "",
    "email": "",
    "url": "",
}
_SPACY = ">=3.8,<3.9"  # spaCy would ask for no less than the version that trained it
_PROBE = "Prime Minister Shinzo Abe said on Tuesday that Japan's islands weren't Russian; Moscow rejected the claims."


def assemble(parser: Path, names: Path, output: Path) -> None:
    """Write a pipeline that does what two pipelines with the same vectors do."""
    nlp = spacy.load(parser)
    nlp.add_pipe("ner", source=spacy.load(names))
    for path in output.glob("*"):
        if path.name not in ("README.md", "LICENSE", "scores.json"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    nlp.meta.update(_META)
    nlp.meta["performance"] = {}
    nlp.meta["version"] = "1.0.0"
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(output)
    meta = srsly.read_json(output / "meta.json")
    srsly.write_json(output / "meta.json", meta | {"spacy_version": _SPACY})
    _prune(nlp, output)
    for pipe, other in zip(_analysed(nlp), _analysed(spacy.load(output)), strict=True):
        if pipe != other:
            raise SystemExit(f"the pruned pipeline reads otherwise: {pipe} became {other}")


def _prune(nlp: Language, output: Path) -> None:
    """Keep the strings of labels, features and lemmas; vectors are found by hash."""
    kept = set(spacy.blank("en").vocab.strings) | set(_needed(nlp, output))
    srsly.write_json(output / "vocab" / "strings.json", sorted(kept))


def _needed(nlp: Language, output: Path) -> Iterator[str]:
    for labels in nlp.pipe_labels.values():
        yield from (str(label) for label in labels)
    for label in nlp.get_pipe("morphologizer").labels:  # type: ignore[attr-defined]
        yield from (part for feature in label.split("|") for part in (feature, *feature.split("=")))
    for tree in srsly.read_msgpack(output / "trainable_lemmatizer" / "trees")["trees"]:
        yield from (nlp.vocab.strings[tree[key]] for key in ("orig", "subst") if tree.get(key))


def _analysed(nlp: Language) -> list[tuple[str, ...]]:
    return [
        (
            token.text,
            token.tag_,
            token.pos_,
            str(token.morph),
            token.lemma_,
            token.dep_,
            token.head.text,
            token.ent_type_,
        )
        for token in nlp(_PROBE)
    ]


def main() -> None:
    """Assemble a pipeline from the command line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("parser", type=Path)
    arguments.add_argument("names", type=Path)
    arguments.add_argument("output", type=Path)
    options = arguments.parse_args()
    assemble(options.parser, options.names, options.output)


if __name__ == "__main__":
    main()
