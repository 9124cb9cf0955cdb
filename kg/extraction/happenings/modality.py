"""Whether what words tell of has happened, is planned, was called off, is denied, or is only imagined."""

from itertools import pairwise

from kg.dates import PartialDate
from kg.extraction.coreference import Scene
from kg.extraction.happenings.sites import BE, HAVE, MODALS, NEGATION, Site
from kg.facts import EventStatus

_PLANNING = frozenset(
    "plans plan planned planning due set scheduled expected going intends intend intended prepares preparing about "
    "agreed vowed promised pledged decided".split()
)
_BEGUN = frozenset(
    "began begun begin begins started continued continues continue continuing proceeded went managed helped".split()
)
_CANCELLED = frozenset("cancelled canceled scrapped postponed shelved cancels cancel postpones postpone scraps".split())
_CANCELLED_PAIRS = frozenset(
    {("called", "off"), ("put", "off"), ("calls", "off"), ("dropped", "plans"), ("drops", "plans")}
)
_DENYING = frozenset({"denied", "denies", "deny", "denying"})
_UNTRUE = frozenset({"fiction", "false", "untrue", "fake", "nonsense", "baseless", "fabricated"})
_SAYING = frozenset(
    "said says announced announces confirmed told declared stated pledged promised vowed warned reported added "
    "that".split()
)
_WISHING = frozenset(
    "hopes hope hoped wants want wanted wishes wished ready willing seeks seek sought calls called urged "
    "need needs refuses proposes "
    "proposed propose offered offers favours favors oppose opposes opposed".split()
)
_CONDITIONS = frozenset({"if", "unless", "whether"})
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})


def status_of(scene: Scene, site: Site, begin: int, end: int, date: PartialDate | None) -> EventStatus | None:
    """Return the status of what a site in the sentence ``begin <= i < end`` tells; None where it tells of no event."""
    before = [word.lower for word in scene.words[begin : site.phrase_first]]
    if scene.words[end - 1].text == "?" or _is_negated(scene, site):
        return None
    if _is_denied(before):
        return "denied"
    if _is_called_off(scene, site, begin, end):
        return "called-off"
    if _is_imagined(scene, site, begin, end):
        return "hypothetical"
    auxiliaries = site.auxiliaries
    if auxiliaries & {"could", "might", "may"}:
        return "hypothetical"
    if auxiliaries & {"can", "must", "should", "cannot", "do", "does"}:
        return None
    if auxiliaries & {"will", "shall", "'ll", "’ll"}:
        return "planned"
    if "would" in auxiliaries:
        return "planned" if _SAYING & {*before} else "hypothetical"
    if auxiliaries == {"be"}:
        return None  # "demanded that it be given up"
    if (
        site.tense == "base"
        and not auxiliaries & (BE | HAVE | MODALS)
        and scene.words[site.phrase_first - 1].lower in {"and", "or"}
    ):
        return _of_joined(before)
    if site.tense == "noun":
        return _of_noun(scene, site, date)
    if site.infinitive:
        return _of_infinitive(before, auxiliaries)
    return "planned" if _lies_ahead(scene, site, date) else "happened"


def _is_negated(scene: Scene, site: Site) -> bool:
    if site.auxiliaries & NEGATION:
        return True
    subject = [word.lower for word in scene.words[site.start : site.phrase_first]][-6:]
    near = [word.lower for word in scene.words[site.last : site.stop]][:1]
    return bool(_NOBODY & {*subject}) or "without" in subject[-2:] or (near == ["no"] and site.tense != "noun")


def _is_denied(before: list[str]) -> bool:
    if _DENYING & {*before}:
        return True
    opened = [at for at, word in enumerate(before) if word == "that"]
    lead = before[: opened[-1]] if opened else []
    return bool(_UNTRUE & {*lead}) or "no truth in" in " ".join(lead)


def _is_called_off(scene: Scene, site: Site, begin: int, end: int) -> bool:
    """Say whether the sentence says so, before its words as their verb or behind them as their predicate."""
    if site.tense not in {"noun", "base", "gerund"}:
        return False
    if cancelled_at(scene, site, begin) is not None:
        return True
    right = [word.lower for word in scene.words[site.last : end]]
    for at, pair in enumerate(pairwise([*right, ""])):
        if (pair[0] in _CANCELLED or pair in _CANCELLED_PAIRS) and at and right[at - 1] in BE:
            return True
    return False


def cancelled_at(scene: Scene, site: Site, begin: int) -> int | None:
    """Return where "cancelled", "called off" stands closely before what is called off."""
    for at in range(max(begin, site.phrase_first - 6), site.phrase_first):
        pair = (scene.words[at].lower, scene.words[at + 1].lower)
        if pair[0] in _CANCELLED or pair in _CANCELLED_PAIRS:
            return at
    return None


def _is_imagined(scene: Scene, site: Site, begin: int, end: int) -> bool:
    """Say whether the clause itself is a condition, or what would follow from one."""
    opening = scene.words[begin].lower
    comma = next((at for at in range(begin, end) if scene.words[at].text == ","), end)
    if opening in {"should", "were", "had"} and site.first < comma:
        return True
    lead = [word.lower for word in scene.words[max(begin, site.start - 1) : site.phrase_first]]
    if _CONDITIONS & {*lead}:
        return True
    everything = {word.lower for word in scene.words[begin:end]}
    return bool(site.auxiliaries & {"would", "could", "might"}) and bool(everything & {"if", "unless"})


def _of_infinitive(before: list[str], auxiliaries: frozenset[str]) -> EventStatus | None:
    """Return what "plans to", "is to", "began to" make of a verb; a purpose or a wish tells of no event."""
    if auxiliaries & BE:
        return "planned"
    last = before[-1] if before else ""
    if last in _BEGUN:
        return "happened"
    return "planned" if last in _PLANNING else None


def _of_noun(scene: Scene, site: Site, date: PartialDate | None) -> EventStatus | None:
    """Return what the verb that a noun depends on, or that depends on it, makes of it."""
    comma = max((at for at in range(site.start, site.first) if scene.words[at].text == ","), default=site.start)
    left = [word.lower for word in scene.words[comma : site.first]]
    right = [word.lower for word in scene.words[site.last : site.stop]]
    pairs = {*pairwise(left)}
    if {"will", "shall", "'ll"} & {*left, *right} or any(
        first in _PLANNING and second == "to" for first, second in pairs
    ):
        return "planned"
    if {"would", "could", "might", "may"} & {*left, *right}:
        return "hypothetical"
    if any(first in _WISHING and second in {"to", "for", "a", "the"} for first, second in pairs) or {
        "can",
        "must",
        "should",
    } & {*left}:
        return None
    return "planned" if _lies_ahead(scene, site, date) else "happened"


def _of_joined(before: list[str]) -> EventStatus | None:
    """Return the status of a verb that shares the auxiliary of the one before "and"."""
    if {"to", "would", "could", "should", "must", "might", "may", "can"} & {*before}:
        return None
    return "planned" if {"will", "shall"} & {*before} else "happened"


def _lies_ahead(scene: Scene, site: Site, date: PartialDate | None) -> bool:
    if site.tense in {"past", "participle"}:
        return False
    published = scene.document.published
    lead = [word.lower for word in scene.words[max(site.start, site.first - 3) : site.first]]
    if site.tense == "noun" and {"planned", "upcoming", "forthcoming"} & {*lead}:
        return True
    return date is not None and published is not None and date.iso[:10] > published.iso[:10]
