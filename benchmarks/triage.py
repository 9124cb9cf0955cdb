"""Measure what triage saves `kg build`: news of which one article in a hundred is ours, read with it and without."""

import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kg import __version__
from kg.documents import Document
from kg.facts import ArticleFacts
from kg.pipeline import Reader, Triage
from kg.sources import Sieve, sift_sources

sys.path.insert(0, str(Path(__file__).parent))
from news_mix import Newsroom
from timing import best, tell

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
SHARE = 100  # one article of so many is ours
HEAD = """# Triage

Written by `make bench`. CPU seconds over {count:,} articles ({words:,} words) in files of plain text: {ours} of
`data/articles`, and {others:,} made by `benchmarks/news_mix.py` about no disputed territory, though some name one
(Jerusalem, as a capital). Reading is the part of `kg build` from the files to the facts. Python {python}, kg {kg};
the quotient compares across machines, the others do not.

| stage | articles a second | words a second |
| --- | ---: | ---: |
"""


def read(folder: Path, reader: Reader, sieve: Sieve | None) -> Iterator[ArticleFacts]:
    """Yield the facts of the articles that were read."""
    for one in sift_sources([folder], sieve=sieve):
        if isinstance(one, Document):
            yield reader.read(one).facts


class Closed(Triage):
    """A triage that decides, but lets nothing through: to measure what stands before the reading."""

    def wants(self, text: str) -> bool:
        """Decide in vain."""
        return super().wants(text) and False


def sorted_by_kind(every: Iterator[ArticleFacts]) -> tuple[list[ArticleFacts], list[ArticleFacts]]:
    """Return our articles and the others."""
    found: tuple[list[ArticleFacts], list[ArticleFacts]] = [], []
    for facts in every:
        found[Path(facts.document.source).name.startswith("other")].append(facts)
    return found


def write_mix(folder: Path) -> tuple[int, int, int]:
    """Write the articles; return how many are ours, how many others, and their words."""
    ours = [path.read_bytes() for path in sorted(ARTICLES.glob("*.txt"))]
    others = [text.encode() for text in Newsroom().articles(len(ours) * (SHARE - 1))]
    for number, data in enumerate(others):
        (folder / f"other-{number:05d}.txt").write_bytes(data)
    for number, data in enumerate(ours):
        (folder / f"ours-{number:02d}.txt").write_bytes(data)
    return len(ours), len(others), sum(len(data.split()) for data in (*ours, *others))


def measure(runs: int) -> str:
    """Return the table."""
    reader = Reader()
    triage, closed = Triage(reader.gazetteer), Closed(reader.gazetteer)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        ours, others, words = write_mix(folder)
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]
        ours_through, others_through = sorted_by_kind(read(folder, reader, triage))
        seconds = {
            "triage alone, of texts in memory": best(lambda: [triage.wants(text) for text in texts], runs),
            "files found, opened, decoded, and triage": best(lambda: list(sift_sources([folder], sieve=closed)), runs),
            "reading with triage": best(lambda: list(read(folder, reader, triage)), runs),
            "reading without triage": best(lambda: list(read(folder, reader, None)), 1),
        }
    count = ours + others
    rows = [f"| {stage} | {count / taken:,.0f} | {words / taken:,.0f} |\n" for stage, taken in seconds.items()]
    quotient = seconds["reading without triage"] / seconds["reading with triage"]
    naming = sum(bool(facts.territories) for facts in others_through)
    tail = (
        f"\nWith triage {quotient:.0f} times as many articles are read in the same time. Of our {ours} articles it let "
        f"{len(ours_through)} through, of the {others:,} others {len(others_through)} "
        f"({len(others_through) / others:.1%}), in {naming} of which extraction finds a territory.\n"
    )
    head = HEAD.format(
        count=count, ours=ours, others=others, words=words, python=platform.python_version(), kg=__version__
    )
    return head + "".join(rows) + tail


if __name__ == "__main__":
    tell(measure, about=__doc__, runs=3)
