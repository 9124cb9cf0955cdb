"""How good the extractors are: their facts held against articles that a careful reader annotated."""

from kg.evaluation.annotation import Annotation
from kg.evaluation.annotations import read_annotations
from kg.evaluation.floors import check_floors, read_floors
from kg.evaluation.reading import read_articles
from kg.evaluation.scoring import score, score_folder
from kg.evaluation.tally import KINDS, Score, Scores

__all__ = [
    "KINDS",
    "Annotation",
    "Score",
    "Scores",
    "check_floors",
    "read_annotations",
    "read_articles",
    "read_floors",
    "score",
    "score_folder",
]
