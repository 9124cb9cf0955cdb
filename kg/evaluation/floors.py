"""Floors: figures that the scores must not fall below; raise them as extraction gets better."""

import json
from pathlib import Path
from typing import Any

from kg.errors import EvaluationError
from kg.evaluation.tally import KINDS, Scores

Floors = dict[str, Any]

_MEASURES = ("precision", "recall", "f1")


def read_floors(path: Path) -> Floors:
    """Read a file of floors: ``{"statements": {"f1": 0.8}, "speaker_accuracy": 0.9, "wrong_spans": 0}``.

    Raises:
        EvaluationError: the file is missing or broken, or names a measure that is not scored.
    """
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: the floors cannot be read ({error}); mend the file") from error
    if not isinstance(floors, dict):
        raise EvaluationError(f"{path}: the floors are no JSON object; write {{kind: {{measure: figure}}}}")
    for name, floor in floors.items():
        _check(path, name, floor)
    return floors


def check_floors(scores: Scores, floors: Floors) -> list[str]:
    """Return a line for each floor that the scores fall below; wrong spans are held from above."""
    problems = []
    for name, floor in floors.items():
        if name == "wrong_spans":
            if scores.wrong_spans > floor:
                problems.append(f"wrong spans: {scores.wrong_spans}, more than the {floor} allowed")
        elif name == "speaker_accuracy":
            problems += _below("right speakers", scores.speaker_accuracy, floor)
        elif name not in scores.by_kind:
            problems.append(f"{KINDS[name]}: not annotated in this folder, so that no floor can be held")
        else:
            for measure, figure in floor.items():
                problems += _below(f"{KINDS[name]}, {measure}", getattr(scores.by_kind[name], measure), figure)
    return problems


def _below(what: str, figure: float, floor: float) -> list[str]:
    return [f"{what}: {figure:.3f}, below the floor of {floor:.3f}"] if round(figure, 3) < floor else []


def _check(path: Path, name: str, floor: object) -> None:
    is_figure = isinstance(floor, int | float)
    if name in ("wrong_spans", "speaker_accuracy") and is_figure:
        return
    if name in KINDS and isinstance(floor, dict):
        wrong = [measure for measure, figure in floor.items() if measure not in _MEASURES or not _is_share(figure)]
        if not wrong:
            return
        name = f"{name}: {wrong[0]}"
    known = ", ".join([*KINDS, "speaker_accuracy", "wrong_spans"])
    raise EvaluationError(f"{path}: {name!r} is no floor; give precision, recall or f1 (0 to 1) of one of {known}")


def _is_share(figure: object) -> bool:
    return isinstance(figure, int | float) and 0 <= figure <= 1
