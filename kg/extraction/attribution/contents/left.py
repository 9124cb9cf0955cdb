"""What is said on the left of a cue: "The islands are ours, the minister said"."""

from kg.extraction.attribution.frame import Frame
from kg.extraction.coreference import Bounds, Scene
from kg.extraction.words import DASHES, PREPOSITIONS

_MARKS = DASHES | {",", "?", "!"}
_OUTSIDE = frozenset({",", ":", ".", "?", "!"})
_INTRODUCING = frozenset(
    "in on at after before during ahead despite following as when while since but however meanwhile earlier later "
    "speaking asked standing by for with from under amid if although though because reminded citing according and so "
    "then yet until once".split()
)
_RELATIVES = frozenset({"who", "which"})
_NEVER_BEHIND = frozenset({"hold"})  # what such a cue frames always follows it
_SHORTEST = 3  # words of a clause without a verb


def said_before(scene: Scene, frame: Frame, start: int) -> Bounds | None:
    """Return the clause or quotation that ends right before a frame; None where no mark stands between."""
    end = frame.first - 1 if _is_as(scene, frame, start) else frame.first
    if frame.subject and scene.words[frame.subject.first].lower in _RELATIVES:
        return None  # "an official, who asked": the clause is about what stands before it
    if end <= start or not frame.site.cue.takes & {"q", "c"} or frame.site.cue.lemma in _NEVER_BEHIND:
        return None
    if scene.closes_quote(end - 1):
        run = _quotation(scene, start, end)
        return None if _is_programme(scene, run) else run
    if scene.words[end - 1].text not in _MARKS:
        return None
    return (start, end - 1) if _is_clause(scene, start, end - 1) else None


def _is_as(scene: Scene, frame: Frame, start: int) -> bool:
    """Say whether "as" joins a frame to the quotation before it: "'a scar', as one villager put it"."""
    at = frame.first - 1
    return at > start and scene.words[at].lower == "as" and scene.closes_quote(at - 1)


def _quotation(scene: Scene, start: int, end: int) -> Bounds:
    """Return a quotation that ends here, with the words before it where those are said as well."""
    opening, _ = scene.quote_words(scene.quoted[end - 1])
    if not any(word.letters for word in scene.words[start:opening]) or scene.words[opening - 1].text in _OUTSIDE:
        return opening, end
    while start < opening and scene.words[start].lower in {"and", "but"}:
        start += 1
    return start, end


def _is_programme(scene: Scene, run: Bounds) -> bool:
    """Say whether a quoted title only tells where it was said: "On the broadcast of “World Today,” the envoy said"."""
    first, last = run
    opening, _ = scene.quote_words(scene.quoted[last - 1])
    if opening == first or scene.words[first].lower not in PREPOSITIONS or scene.words[opening - 1].text == ",":
        return False
    return all(word.capital for word in scene.words[opening:last] if word.letters)


def _is_clause(scene: Scene, first: int, last: int) -> bool:
    """Say whether words are a clause, not only where and when it was said."""
    if last > first and scene.words[first].lower in _RELATIVES:
        return False  # "according to a clerk who saw it, he vowed": the clause is about what is before it
    if last <= first or (scene.words[first].lower in _INTRODUCING and not _goes_on(scene, first, last)):
        return False
    return last - first >= _SHORTEST or scene.verbs.any_in(first, last)


def _goes_on(scene: Scene, first: int, last: int) -> bool:
    """Say whether words that begin like an adverbial go on to a clause of their own ("In Tokyo, prices fell")."""
    comma = scene.commas.first_in(first, last)
    return comma is not None and scene.verbs.any_in(comma + 1, last)
