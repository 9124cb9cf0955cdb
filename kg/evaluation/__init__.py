"""How good the extractors are: their facts held against articles that a careful reader annotated."""

from kg.evaluation.annotations import Annotation, read_annotations
from kg.evaluation.floors import check_floors, read_floors
from kg.evaluation.scoring import score_folder
from kg.evaluation.tally import KINDS, Score, Scores

__all__ = [
    "KINDS",
    "Annotation",
    "Score",
    "Scores",
    "check_floors",
    "read_annotations",
    "read_floors",
    "score_folder",
]
