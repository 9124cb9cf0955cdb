"""Word lists and tables of the English of news, read once from ``data/lexicons``."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from kg.language.lexicons import words
from kg.resources import lexicon_rows

__all__ = ["Cue", "RoleKind", "RoleNoun", "cues", "honorific_roles", "noun_cues", "role_nouns", "words"]

RoleKind = Literal["person", "group", "government", "organization", "document"]

_ATTITUDES = frozenset({"belief", "hope", "fear", "wish"})  # classes of nouns that tell no speech
_ROLE_KINDS: dict[str, RoleKind] = {kind: kind for kind in get_args(RoleKind)}


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
def role_nouns() -> dict[tuple[str, ...], RoleNoun]:
    """Return the role nouns by their lower-case words, singular and plural; a form that is both is singular."""
    people = {_words_of(plural): RoleNoun(plural, "person", plural=True, gender=None) for plural in words("people")}
    nouns: dict[tuple[str, ...], RoleNoun] = people
    for row in lexicon_rows("roles"):
        nouns.setdefault(_words_of(row["plural"]), _role_noun(row, plural=True))
        nouns[_words_of(row["noun"])] = _role_noun(row, plural=False)
    return nouns


@cache
def honorific_roles() -> dict[str, str]:
    """Return the role nouns that titles before names stand for ("Sen.": senator), by their lower-case letters."""
    return {row["form"]: row["role"] for row in lexicon_rows("honorific-roles")}


@cache
def noun_cues() -> dict[str, Cue]:
    """Return the nouns of saying and believing ("claim", "warning", "hope") by their singular and plural."""
    return {
        form: Cue((form,), row["noun"], row["class"], frozenset({"c", "t"}), row["class"] in _ATTITUDES)
        for row in lexicon_rows("reporting-nouns")
        for form in (row["noun"], row["noun"] + "s")
    }


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Return the reporting forms by their first lower-case word, longest form first."""
    by_first: dict[str, list[Cue]] = {}
    for name, attitude in (("reporting", False), ("attitudes", True)):
        for row in lexicon_rows(name):
            for form in _inflections(row["lemma"], row["forms"]):
                cue = Cue(form, row["lemma"], row["class"], frozenset(row["takes"].split()), attitude)
                by_first.setdefault(form[0], []).append(cue)
    return {first: tuple(sorted(forms, key=lambda cue: -len(cue.form))) for first, forms in by_first.items()}


def _words_of(form: str) -> tuple[str, ...]:
    return tuple(form.lower().replace("-", " - ").split())


def _role_noun(row: dict[str, str], *, plural: bool) -> RoleNoun:
    return RoleNoun(row["noun"], _ROLE_KINDS[row["kind"]], plural, row["gender"] or None)


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
