"""Write the model card: the text of `card.md` with the figures that `evaluate` measured."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from string import Template

from training.scores import as_row

_CARD = Path(__file__).parent / "card.md"
_COLUMNS = (
    "UPOS",
    "lemma",
    "UAS",
    "LAS",
    "UAS words",
    "LAS words",
    "nsubj",
    "ccomp",
    "names",
    "names, states LOC",
    "names untyped",
)
_INPUTS = {"gold": "gold words", "starts": "gold words and sentences", "raw": "raw text"}

Figures = Mapping[str, Mapping[str, float]]


def score_table(figures: Figures) -> str:
    """Return the scores as a Markdown table, a row for each set and input."""
    lines = ["| set | input | " + " | ".join(_COLUMNS) + " |", "|---|---|" + "---:|" * len(_COLUMNS)]
    for key, percents in figures.items():
        name, _, kind = key.rpartition(", ")
        lines.append(f"| {name} | {_INPUTS[kind]} | {as_row(percents, _COLUMNS)} |")
    return "\n".join(lines)


def kind_table(figures: Figures) -> str:
    """Return the scores of the kinds of names as a Markdown table."""
    lines = ["| set, gold words | PER | ORG | LOC |", "|---|---:|---:|---:|"]
    for key, percents in figures.items():
        if key.endswith(", gold"):
            lines.append(f"| {key.removesuffix(', gold')} | {as_row(percents, ('PER', 'ORG', 'LOC'))} |")
    return "\n".join(lines)


def main() -> None:
    """Write README.md into the folder of a pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    options = parser.parse_args()
    measured = json.loads((options.model / "scores.json").read_text(encoding="utf-8"))
    tables = {key: value for key, value in measured.items() if isinstance(value, dict)}
    card = Template(_CARD.read_text(encoding="utf-8")).substitute(
        scores=score_table(tables),
        kinds=kind_table(tables),
        megabytes=measured["megabytes"],
        seconds=measured["seconds to load"],
        speed=f"{measured['words a second']:,.0f}",
    )
    (options.model / "README.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
