"""Nouns of saying in running words, with whose they are and what leads to what they say."""

from collections.abc import Iterator

from kg.extraction.attribution.cues import CueSite
from kg.extraction.coreference import Bounds, Scene
from kg.extraction.lexicons import noun_cues
from kg.extraction.words import POSSESSIVE, POSSESSIVE_PRONOUNS

_BEFORE_QUOTES = frozenset({"for", "on", "of", "about", "against", ",", ":"})
_OF_ADVERBS = frozenset({"RB", "RBR", "CC"})
_FARTHEST_VERB = 5  # words behind "to": "to fully and fairly share"
_FARTHEST_QUOTE = 3  # words from the preposition of a noun to the quotation


def find_noun_cues(scene: Scene, first: int, last: int, *, inside: int) -> Iterator[CueSite]:
    """Yield nouns of saying with an owner or "by X", before "that" or an infinitive: "a promise by X to go".

    Before a quotation as well: "her demand for 'an end to the farce'".
    """
    for at in range(first, last - 1):
        cue = noun_cues().get(scene.words[at].lower)
        if cue and scene.quoted[at] == inside:
            behind = scene.words[at + 1].lower
            leads = opens_clause(scene, at + 1, last) or quote_of_noun(scene, at, last) is not None
            if behind in {"by", "from"} or (leads and owner_before(scene, at, first) is not None):
                yield CueSite(at, at + 1, cue, "noun", phrase_first=at)


def opens_clause(scene: Scene, at: int, last: int) -> bool:
    """Say whether "that" or an infinitive stands at a word; in "its claims to the islands" none does."""
    if scene.words[at].lower != "to":
        return scene.words[at].lower == "that"
    near = range(at + 1, min(at + 1 + _FARTHEST_VERB, last))
    verb = next((i for i in near if scene.words[i].letters and scene.tree.tags[i] not in _OF_ADVERBS), None)
    return verb is not None and scene.tree.tags[verb] in {"VB", ""}


def quote_of_noun(scene: Scene, noun: int, last: int) -> Bounds | None:
    """Return the quotation that tells what a noun says, with its determiner: "demand for an 'honest deal'"."""
    first = noun + 2 if scene.words[noun + 1].lower in _BEFORE_QUOTES else noun + 1
    for at in range(first, min(first + _FARTHEST_QUOTE, last)):
        if scene.opens_quote(at):
            return first, scene.quote_words(scene.quoted[at])[1]
        if scene.tree.kinds[at] not in {"DET", "ADJ"}:
            return None
    return None


def owner_before(scene: Scene, noun: int, first: int) -> int | None:
    """Return where the possessive of a noun stands, right before it or before its adjective: "its bold claim"."""
    owner = noun - 2 if noun - 1 > first and scene.tree.kinds[noun - 1] == "ADJ" else noun - 1
    return owner if owner >= first and _is_owner(scene, owner) else None


def _is_owner(scene: Scene, at: int) -> bool:
    return scene.words[at].lower in POSSESSIVE_PRONOUNS or scene.words[at].text in POSSESSIVE
