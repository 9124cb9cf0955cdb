"""Measure the scan for names and a long table of a user's, each beside an automaton alone in the same run."""

import csv
import platform
import random
import sys
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import ahocorasick_rs

from kg import __version__
from kg.documents import Document
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.gazetteer.forms import forms_of
from kg.sources import read_sources

sys.path.insert(0, str(Path(__file__).parent))
from timing import best, tell

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
ROWS = 100_000
SYLLABLES = "ka ri no to ma shi ve lu pra don el sa mi ro ta ne go bu fi qa ze wo".split()
NOUNS = ("Island", "Islands", "Reef", "Shoal", "Bay", "River", "Valley", "Bank")
HEAD = """# Names of the gazetteer

Written by `make bench`. CPU seconds of one thread, the best of {runs} rounds for the scan and of {few} for the table;
in each round every stage has its turn. The references are of the same run, so the last column compares across machines,
the others do not. Python {python}, ahocorasick_rs {automaton}, kg {kg}.

"""
SCAN = """## Scan

{count} articles, {words:,} words, {names} names found. The reference is an automaton over every way to write a name,
leftmost and longest, that keeps what no letter or digit touches. It folds nothing, so it misses names that lie across
the end of a line. The articles were scanned before, so that what their names stand for is known, as most of it is in
the later articles of a build.

| stage | words a second | time beside the reference |
| --- | ---: | ---: |
"""
TABLE = """
## A table of the user's

A table of {rows:,} territories with {names:,} names, laid over the shipped ones, up to the first article. The reference
reads the file with `csv.reader` and builds an automaton over its names.

| stage | seconds | time beside the reference |
| --- | ---: | ---: |
"""
Stages = dict[str, Callable[[], object]]


def scan_stages(texts: list[str], gazetteer: Gazetteer) -> Stages:
    """Return the reference and our scan."""
    forms = list(dict.fromkeys(form for name in gazetteer.names for form in forms_of(name)))
    automaton = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST)

    def alone() -> None:
        for text in texts:
            found = []
            for number, start, end in automaton.find_matches_as_indexes(text):
                if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                    found.append((number, start, end))

    return {
        "automaton with boundary check (the reference)": alone,
        "names of the gazetteer": lambda: [gazetteer.find(text) for text in texts],
        "names of the gazetteer, each match made": lambda: [list(gazetteer.find(text)) for text in texts],
    }


def write_table(path: Path) -> int:
    """Write a table of territories with invented names; return how many names it has."""
    chance, taken = random.Random(1), set[str]()  # noqa: S311 - nothing is kept secret by it

    def word() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(3, 5))).capitalize()

    def new(make: Callable[[], str]) -> str:
        while (name := make()) in taken:
            pass
        taken.add(name)
        return name

    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow("id name type names claimants administered_by status lat lon".split())
        for number in range(ROWS):
            short = new(lambda: word() + word().lower())
            label = f"{short} {chance.choice(NOUNS)}"
            other = new(lambda: f"{word()} {word()} {chance.choice(NOUNS)}")
            where = (f"{chance.uniform(-80, 80):.3f}", f"{chance.uniform(-170, 170):.3f}")
            rows.writerow([f"p-{number}", label, "island", f"{short}|{other}", "JPN|RUS", "RUS", "disputed", *where])
    return len(taken) + ROWS


def table_stages(path: Path) -> Stages:
    """Return the reference, our loading, and loading with a first scan."""

    def alone() -> object:
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        names = [name for row in rows[1:] for name in (row[1], *row[3].split("|"))]
        return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST)

    return {
        "csv.reader and automaton alone (the reference)": alone,
        "tables loaded and checked": lambda: load_gazetteer([path]),
        "tables loaded and checked, and a first scan": lambda: load_gazetteer([path]).find("On Shikotan."),
    }


def timed(stages: Stages, runs: int) -> list[tuple[str, float, float]]:
    """Return the stages with their best times, and these beside the first stage's."""
    rounds = [{stage: best(work, 1) for stage, work in stages.items()} for _ in range(runs)]
    seconds = {stage: min(each[stage] for each in rounds) for stage in stages}
    reference = next(iter(seconds.values()))
    return [(stage, taken, taken / reference) for stage, taken in seconds.items()]


def measure(runs: int) -> str:
    """Return the tables."""
    few = max(runs // 20, 1)
    texts = [one.text for one in read_sources([ARTICLES]) if isinstance(one, Document)]
    words, gazetteer = sum(len(text.split()) for text in texts), load_gazetteer()
    names = sum(len(gazetteer.find(text)) for text in texts)
    scans = [
        f"| {stage} | {words / taken:,.0f} | {ratio:.2f} |\n"
        for stage, taken, ratio in timed(scan_stages(texts, gazetteer), runs)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "my-territories.csv"
        count = write_table(path)
        tables = [
            f"| {stage} | {taken:.1f} | {ratio:.2f} |\n" for stage, taken, ratio in timed(table_stages(path), few)
        ]
    version = metadata.version("ahocorasick_rs")
    head = HEAD.format(runs=runs, few=few, python=platform.python_version(), automaton=version, kg=__version__)
    scan = SCAN.format(count=len(texts), words=words, names=names)
    table = TABLE.format(rows=ROWS, names=count)
    return head + scan + "".join(scans) + table + "".join(tables)


if __name__ == "__main__":
    tell(measure, about=__doc__, runs=60)
