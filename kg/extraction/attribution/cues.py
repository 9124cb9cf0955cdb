"""Reporting verbs and phrases in running words, told from nouns and adjectives of the same form."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.attribution.scene import Scene
from kg.extraction.lexicons import Cue, cues, noun_cues
from kg.extraction.words import ADVERBS, DETERMINERS, POSSESSIVE, POSSESSIVE_PRONOUNS, PREPOSITIONS

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "gets", "got"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve", "'s", "’s"})
_MODALS = frozenset(
    {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "to", "'ll", "’ll", "let"}
)
_DO = frozenset({"do", "does", "did"})
_NEGATION = frozenset({"not", "n't", "never", "n’t", "cannot"})


@dataclass(frozen=True, slots=True)
class CueSite:
    """A cue at words ``first <= i < last``: finite ("said"), a participle ("adding"), or passive ("was told by")."""

    first: int
    last: int
    cue: Cue
    form: str
    passive: bool = False
    phrase_first: int = 0


def find_cues(scene: Scene, first: int, last: int, *, inside: int) -> Iterator[CueSite]:
    """Yield the cues among words ``first <= i < last`` in the quotation numbered ``inside`` (-1: in none)."""
    table, at = cues(), first
    while at < last:
        site = None
        if scene.quoted[at] == inside and scene.words[at].letters:
            site = next(
                (
                    found
                    for cue in table.get(scene.words[at].lower, ())
                    if (found := _site(scene, at, last, cue, first))
                ),
                None,
            )
        if site:
            yield site
        at = site.last if site else at + 1


def find_noun_cues(scene: Scene, first: int, last: int, *, inside: int) -> Iterator[CueSite]:
    """Yield nouns of saying with an owner or "by X", before "that" or "to": "a promise by X to"."""
    table = noun_cues()
    for at in range(first, last):
        cue = table.get(scene.words[at].lower)
        if cue and scene.quoted[at] == inside and at + 1 < last:
            behind = scene.words[at + 1].lower
            owned = at > first and (
                scene.words[at - 1].lower in POSSESSIVE_PRONOUNS or scene.words[at - 1].text in POSSESSIVE
            )
            if (behind == "that" and owned) or behind in {"by", "from"} or (behind == "to" and owned):
                yield CueSite(at, at + 1, cue, "noun", phrase_first=at)


def _site(scene: Scene, at: int, stop: int, cue: Cue, start: int) -> CueSite | None:
    size = len(cue.form)
    if at + size > stop or any(scene.words[at + i].lower != part for i, part in enumerate(cue.form)):
        return None
    if cue.kind == "source":
        return CueSite(at, at + size, cue, "source", phrase_first=at)
    back, before = _auxiliaries(scene, at, start)
    if size > 1:
        return CueSite(at, at + size, cue, "finite", phrase_first=back)
    word = scene.words[at].lower
    if word.endswith("ing"):
        return _participle(scene, at, cue, before, back)
    if before & _BE and not word.endswith("s"):
        return CueSite(at, at + 1, cue, "finite", passive=True, phrase_first=back)
    if before & _NEGATION or (before & _MODALS and word == cue.lemma):
        return None
    if _is_noun_like(scene, at, back, start) or (
        (word.endswith("s") or word == cue.lemma) and _is_noun_before(scene, at + 1, cue)
    ):
        return None
    if "having" in before:
        return CueSite(at, at + 1, cue, "participle", phrase_first=back)
    return CueSite(at, at + 1, cue, "base" if word == cue.lemma else "finite", phrase_first=back)


def _participle(scene: Scene, at: int, cue: Cue, before: set[str], back: int) -> CueSite | None:
    if before & _BE:
        return CueSite(at, at + 1, cue, "finite", phrase_first=back)
    previous = scene.words[at - 1].lower if at else ""
    if previous in DETERMINERS or previous in POSSESSIVE or previous in POSSESSIVE_PRONOUNS:
        return None
    following = scene.words[at + 1] if at + 1 < len(scene.words) else None
    says = following is not None and (following.lower == "that" or scene.opens_quote(at + 1))
    if previous in PREPOSITIONS and previous != "as" and not (says and previous in {"by", "in", "after"}):
        return None
    return CueSite(at, at + 1, cue, "participle", phrase_first=back)


def _auxiliaries(scene: Scene, at: int, start: int) -> tuple[int, set[str]]:
    """Return where auxiliaries and adverbs before a verb begin, and the words themselves."""
    back, seen = at, set()
    while back > start:
        word = scene.words[back - 1].lower
        is_adverb = word in ADVERBS or (word.endswith("ly") and word not in {"only", "family", "italy", "july"})
        if word in POSSESSIVE and at - back > 1:
            break
        if not (word in _BE | _HAVE | _MODALS | _DO | _NEGATION or is_adverb):
            break
        if word in POSSESSIVE and not is_adverb and word not in _HAVE:
            break
        seen.add(word)
        back -= 1
    return back, seen


def _is_noun_before(scene: Scene, at: int, cue: Cue) -> bool:
    """Say whether what follows makes "claims", "report" a noun: "claims of sovereignty", "reports on the drill"."""
    following = scene.words[at].lower if at < len(scene.words) else ""
    if following == "to":
        return "t" not in cue.takes and "n" not in cue.takes
    return following in {"of", "over", "between", "against", "were", "was", "are", "is"}


def _is_noun_like(scene: Scene, at: int, back: int, start: int) -> bool:
    """Say whether a form is rather a noun or adjective: behind a determiner, a possessive or a preposition."""
    if back <= start:
        return False
    before = scene.words[back - 1].lower
    if scene.closes_quote(back - 1):
        return False
    if before in PREPOSITIONS and before not in {"as", "since", "until"}:
        return True
    if before in DETERMINERS and before not in {
        "all",
        "both",
        "that",
        "those",
        "this",
        "some",
        "many",
        "few",
        "most",
        "several",
    }:
        return True
    return before in POSSESSIVE_PRONOUNS or (before in POSSESSIVE and back == at)
