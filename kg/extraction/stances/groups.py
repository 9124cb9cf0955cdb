"""A verb with what stands before it: auxiliaries, negation, adverbs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.extraction.coreference import Scene
from kg.extraction.mentions import Mention
from kg.extraction.stances.lexicon import Lexeme
from kg.extraction.words import ADVERBS, Word

BE = frozenset("is are was were be been being am remain remains remained stay stays stayed 're ’re 'm ’m".split())
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "cannot", "nor", "neither", "without"})
HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
DO = frozenset({"do", "does", "did"})
MODALS = frozenset("will would shall should can could may might must 'll ’ll 'd ’d ca wo".split())
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"})
DOUBTS = frozenset({"may", "might", "could"})
PAST = frozenset({"once", "formerly", "previously", "originally"})
_VERBAL = (BE | HAVE | DO | MODALS | NEGATIONS) - {"nor"}
_QUOTES = frozenset({'"', "“", "‘", "'"})
_ADVERBIAL = ADVERBS | PAST | {"no", "longer", "ever", "likewise", "indeed"}
Kind = Literal["finite", "subjunctive", "infinitive", "gerund", "passive", "noun"]


@dataclass(slots=True)  # not frozen: an article has many, and each takes a third of the time to make
class Site:
    """A verb at words ``first <= i < last`` whose auxiliaries and governors begin at ``phrase_first``.

    ``gaps`` are the words that a phrase leaves open ("lodged a *strong* protest"). ``volition`` tells that it is what
    the holder wants, ``proposed`` that it is offered; ``addressee`` who is asked to do it; ``doubtful`` that it is
    only possible; ``owned`` that the governor is a noun, whose owner is the holder.
    """

    first: int
    last: int
    phrase_first: int
    lexeme: Lexeme
    kind: Kind
    negated: bool = False
    doubtful: bool = False
    past: bool = False
    volition: bool = False
    proposed: bool = False
    modal: bool = False
    future: bool = False
    asked: bool = False
    governor: str = ""
    owned: bool = False
    addressee: Mention | None = None
    gaps: tuple[int, int] = (0, 0)


def words_before(text: Sequence[Word], site: Site) -> set[str]:
    """Return the auxiliaries, adverbs and governors that stand before a verb."""
    return {word.lower for word in text[site.phrase_first : site.first]}


def auxiliaries(scene: Scene, at: int, start: int) -> tuple[int, frozenset[str]]:
    """Return where auxiliaries and adverbs before a verb begin, and the words themselves."""
    back, seen = at, set()
    while back > start:
        word = scene.words[back - 1]
        is_adverb = word.lower in _ADVERBIAL or is_manner(word)
        if word.text in _QUOTES and back - 1 > start and _stands_in_verb(scene, back - 1, at):
            back -= 1
            continue
        if word.lower == "to" and back < at and scene.words[back].lower in {"be", "have"}:
            back -= 1
            seen.add("to")
            continue
        if not (word.lower in _VERBAL or is_adverb) or word.lower in {"both", "all", "each"}:
            break
        if word.lower == "no" and scene.words[back].lower != "longer":
            break
        seen.add(word.lower)
        back -= 1
    return back, frozenset(seen)


def _stands_in_verb(scene: Scene, mark: int, verb: int) -> bool:
    """Say whether a quotation mark stands between a verb and its auxiliaries, or around an adverb before it."""
    word = scene.words[mark - 1]
    return word.lower in _VERBAL or is_manner(word) or (mark + 1 < verb and is_manner(scene.words[mark + 1]))


def is_manner(word: Word) -> bool:
    """Say whether a word is an adverb in -ly."""
    return word.lower.endswith("ly") and not word.capital and word.lower not in {"family", "ally"}
