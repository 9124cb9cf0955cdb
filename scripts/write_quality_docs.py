"""Write docs/quality.md from the scores of the annotated sample articles, or check that it still tells them."""

import re
import sys
from pathlib import Path

from pages import keep

from kg.evaluation import read_annotations, read_articles, score
from kg.pipeline import Reader

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# How good is what kg finds?

Written by `make docs` from `kg evaluate data/annotations --calibration`; do not edit by hand. The sample articles were
annotated by somebody who had not seen the extractors. Articles of your own, corrected in brat, are scored in the same
way: see `kg evaluate` and `kg extract --format brat`.

The second table tells what the confidence of a statement is worth: of those with such a confidence, what share has
words that the annotator marked as somebody's, and what share has the right speaker as well.

"""
SHARE, COUNT = 0.02, 3  # so far figures may differ: another processor rounds otherwise
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def page() -> str:
    """Return the text of docs/quality.md."""
    annotated = read_annotations(ROOT / "data" / "annotations")
    facts, _ = read_articles(annotated, Reader())
    return f"{HEAD}```text\n{score(annotated, facts).report(calibration=True).rstrip()}\n```\n"


def tells(text: str, fresh: str) -> bool:
    """Say whether a page has the words of a fresh one, and its figures but for rounding."""
    if _NUMBER.split(text) != _NUMBER.split(fresh):
        return False
    pairs = zip(_NUMBER.findall(text), _NUMBER.findall(fresh), strict=True)
    return all(abs(float(old) - float(new)) <= (SHARE if "." in new else COUNT) for old, new in pairs)


if __name__ == "__main__":
    sys.exit(keep(page(), sys.argv[1:], told_by="extraction scores", same=tells))
