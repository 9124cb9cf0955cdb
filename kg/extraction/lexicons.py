"""Word lists and tables of the English of news, read once from ``data/lexicons``."""

import csv
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.resources import resource

RoleKind = Literal["person", "group", "government", "organization", "document"]


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A common noun that stands for an actor: "minister", "officials", "ministry", "survey"."""

    noun: str
    kind: RoleKind
    plural: bool
    gender: str | None


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a reporting verb or phrase, and what it takes.

    ``takes``: ``q`` a quotation, ``c`` a clause, ``n`` a noun phrase as content, ``t`` an infinitive, ``o`` an
    addressee before the content.
    """

    form: tuple[str, ...]
    lemma: str
    kind: str
    takes: frozenset[str]
    attitude: bool = False


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of ``data/lexicons/NAME.txt``: one a line, ``#`` begins a comment."""
    lines = resource("data", "lexicons", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(entry for line in lines if (entry := line.partition("#")[0].strip()))


@cache
def role_nouns() -> dict[tuple[str, ...], RoleNoun]:
    """Return the role nouns by their lower-case words, singular and plural."""
    nouns: dict[tuple[str, ...], RoleNoun] = {}
    for row in _table("roles.csv"):
        for form, plural in ((row["plural"], True), (row["noun"], False)):
            noun = RoleNoun(row["noun"], _role_kind(row["kind"]), plural, row["gender"] or None)
            nouns.setdefault(_words_of(form), noun)
        nouns[_words_of(row["noun"])] = RoleNoun(row["noun"], _role_kind(row["kind"]), False, row["gender"] or None)
    return nouns


@cache
def honorific_roles() -> dict[str, str]:
    """Return the role nouns that titles before names stand for ("Sen.": senator), by their lower-case letters."""
    return {row["form"]: row["role"] for row in _table("honorific-roles.csv")}


@cache
def noun_cues() -> dict[str, Cue]:
    """Return the nouns of saying and believing ("claim", "warning", "hope") by their singular and plural."""
    found: dict[str, Cue] = {}
    for row in _table("reporting-nouns.csv"):
        attitude = row["class"] in {"belief", "hope", "fear", "wish"}
        for form in (row["noun"], row["noun"] + "s"):
            found[form] = Cue((form,), row["noun"], row["class"], frozenset({"c", "t"}), attitude)
    return found


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Return the reporting forms by their first lower-case word, longest form first."""
    by_first: dict[str, list[Cue]] = {}
    for name, attitude in (("reporting.csv", False), ("attitudes.csv", True)):
        for row in _table(name):
            for form in _inflections(row["lemma"], row["forms"]):
                cue = Cue(form, row["lemma"], row["class"], frozenset(row["takes"].split()), attitude)
                by_first.setdefault(form[0], []).append(cue)
    return {first: tuple(sorted(forms, key=lambda cue: -len(cue.form))) for first, forms in by_first.items()}


def _table(name: str) -> list[dict[str, str]]:
    with resource("data", "lexicons", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _words_of(form: str) -> tuple[str, ...]:
    return tuple(form.lower().replace("-", " - ").split())


def _role_kind(text: str) -> RoleKind:
    kinds: dict[str, RoleKind] = {
        "person": "person",
        "group": "group",
        "government": "government",
        "organization": "organization",
        "document": "document",
    }
    return kinds[text]


def _inflections(lemma: str, irregular: str) -> set[tuple[str, ...]]:
    """Return the lemma with its forms: given ones (a phrase's are separated by ``|``), else the regular ones."""
    if irregular:
        forms = irregular.split("|") if " " in lemma else irregular.split()
        return {tuple(lemma.split()), *(tuple(form.split()) for form in forms)}
    if " " in lemma:
        return {tuple(lemma.split())}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return {(lemma,), (third,), (stem + "ed",), (stem + "ing",)}
