"""The words that tell of stances, read from ``data/lexicons/stances.csv``, and what each says of which object."""

from dataclasses import dataclass
from functools import cache

from kg.extraction.places import geographic_nouns
from kg.resources import lexicon_rows

GAP = "*"
_TENSES = ("third", "past", "participle", "gerund")

# what a verb's sense says of an object of a class; a class that is not there takes no stance
STANCES: dict[str, dict[str, str]] = {
    "defend": {"title-own": "claims-sovereignty", "right-own": "claims-sovereignty", "claim-own": "claims-sovereignty"},
    "recognize": {
        "territory": "recognizes-claim",
        "right": "recognizes-claim",
        "independence": "recognizes-claim",
        "act": "supports",
    },
    "accept": {
        "territory": "recognizes-claim",
        "right": "recognizes-claim",
        "independence": "recognizes-claim",
        "act": "supports",
        "plan": "supports",
    },
    "concur": {},
    "respect": {"right": "recognizes-claim", "act": "supports"},
    "enact": {"act": "supports", "plan": "supports"},
    "reject": {
        "right": "rejects-claim",
        "talks": "refuses-negotiation",
        "meeting": "refuses-negotiation",
        "*": "opposes",
    },
    "dispute": {"right": "rejects-claim", "act": "opposes"},
    "support": {"right": "recognizes-claim", "*": "supports"},
    "oppose": {"right": "rejects-claim", "*": "opposes"},
    "attack": {"right": "rejects-claim", "act": "opposes", "plan": "opposes"},
    "propose": {
        "talks": "seeks-negotiation",
        "meeting": "seeks-negotiation",
        "restraint": "supports",
        "*": "proposes",
    },
    "suggest": {"talks": "seeks-negotiation", "plan": "proposes", "act": "proposes", "gerund": "proposes"},
    "offer": {
        "talks": "seeks-negotiation",
        "meeting": "seeks-negotiation",
        "infinitive": "proposes",
        "act": "proposes",
        "plan": "proposes",
        "concession": "proposes",
    },
    "present": {"plan": "proposes"},
    "demand": {
        "talks": "seeks-negotiation",
        "meeting": "seeks-negotiation",
        "return": "claims-sovereignty",
        "independence": "claims-sovereignty",
        "*": "proposes",
    },
    "want": {
        "talks": "seeks-negotiation",
        "meeting": "seeks-negotiation",
        "return": "claims-sovereignty",
        "independence": "claims-sovereignty",
        "act": "supports",
        "plan": "supports",
    },
    "partake": {"talks": "seeks-negotiation", "meeting": "seeks-negotiation", "act": "supports"},
    "resume": {"talks": "seeks-negotiation"},
    "break": {
        "talks": "refuses-negotiation",
        "meeting": "refuses-negotiation",
        "act": "opposes",
        "plan": "opposes",
    },
    "refuse": {
        "talks": "refuses-negotiation",
        "concession": "refuses-negotiation",
        "right": "rejects-claim",
        "*": "opposes",
    },
}

# what remains of a stance whose verb is negated
NEGATED = {
    "recognizes-claim": "rejects-claim",
    "supports": "opposes",
    "seeks-negotiation": "refuses-negotiation",
}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One form of a word or phrase of the table; ``*`` in a form stands for up to four words."""

    form: tuple[str, ...]
    tense: str
    part: str
    sense: str
    lemma: str


@cache
def lexemes(part: str) -> dict[str, tuple[Lexeme, ...]]:
    """Return the forms of one part of speech by their first word, the longest first."""
    found: dict[str, list[Lexeme]] = {}
    for row in _rows():
        if row["part"] == part:
            for form, tense in _forms(row):
                found.setdefault(form[0], []).append(Lexeme(form, tense, part, row["sense"], row["lexeme"]))
    return {first: tuple(sorted(several, key=lambda one: -len(one.form))) for first, several in found.items()}


@cache
def noun_senses() -> dict[str, str]:
    """Return the classes of nouns by their forms."""
    return _senses("noun")


@cache
def compound_senses() -> dict[str, str]:
    """Return what "held" in "X-held" and the like tell."""
    return _senses("compound")


@cache
def judgements() -> dict[str, str]:
    """Return the words that judge, and how."""
    return _senses("judgement")


@cache
def verdicts() -> dict[str, str]:
    """Return the finite forms of verbs that judge their subject ("violates", "secured"), and how."""
    several = (one for found in lexemes("verdict").values() for one in found)
    return {one.form[0]: one.sense for one in several if one.tense != "gerund"}


@cache
def is_third_person(word: str) -> bool:
    """Say whether a word is a verb of the table in the third person."""
    return any(one.tense == "third" for one in lexemes("verb").get(word, ()))


@cache
def is_gerund(word: str) -> bool:
    """Say whether a word is the participle of a verb of talks, concessions or answers."""
    senses = {"negotiate", "cede", "yield", "recognize", "accept"}
    return any(one.tense == "gerund" and one.sense in senses for one in lexemes("verb").get(word, ()))


@cache
def place_nouns() -> frozenset[str]:
    """Return the nouns that take up a territory that was named before: "the islands", "the area"."""
    return frozenset(geographic_nouns()) | {"area", "land", "there"}


def _senses(part: str) -> dict[str, str]:
    return {one.form[0]: one.sense for several in lexemes(part).values() for one in several}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(lexicon_rows("stances"))


def _forms(row: dict[str, str]) -> list[tuple[tuple[str, ...], str]]:
    head, *rest = row["lexeme"].split()
    if row["part"] not in {"verb", "frame", "verdict"}:
        return [((form, *rest), "base") for form in (head, *row["forms"].split())]
    inflected = row["forms"].split() or _inflected(head)
    return [((head, *rest), "base"), *(((form, *rest), tense) for form, tense in zip(inflected, _TENSES, strict=True))]


def _inflected(lemma: str) -> list[str]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    return [lemma + "s", stem + "ed", stem + "ed", stem + "ing"]
