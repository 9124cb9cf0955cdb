"""What governs a verb: "refused to", "is ready to", "urged X to", "a decision by X to", and on from there."""

from dataclasses import replace

from kg.extraction.coreference import Scene
from kg.extraction.stances.groups import BE, DOUBTS, FUTURE, NEGATIONS, PAST, Kind, Site, auxiliaries, is_manner
from kg.extraction.stances.lexicon import Lexeme, lexemes
from kg.extraction.words import ADVERBS

_COUNTING = frozenset("by to , - – one two three four five six seven eight nine ten nil none votes against".split())


def govern(scene: Scene, site: Site, start: int) -> Site:
    """Climb from a verb to what governs it ("refused to", "is ready to", "urged X to") and on from there."""
    for _ in range(3):
        above = _governor(scene, site, start)
        if above is None:
            return site
        site = above
    return site


def _governor(scene: Scene, site: Site, start: int) -> Site | None:
    at = site.phrase_first
    if site.kind == "infinitive" and at > start:
        return _over_infinitive(scene, site, at - 1, start)
    if site.kind == "gerund":
        return _frame_ending(scene, site, at, start) or _joined(scene, site, at, start)
    return _joined(scene, site, at, start) if site.kind in {"finite"} else None


def _over_infinitive(scene: Scene, site: Site, to: int, start: int) -> Site | None:
    """Find the governor of "to": right before it, or with the addressee in between."""
    adverb = to - 1 > start and is_manner(scene.words[to - 1])
    direct = _frame_ending(scene, site, _before_count(scene, to - adverb, start), start)
    if direct:
        return direct
    for mention in scene.by_last.get(to, ()):
        first = mention.first
        if first > start and scene.words[first - 1].lower == "by":
            return _frame_ending(scene, site, first - 1, start)
        while first > start and scene.words[first - 1].lower in {"and", ","}:
            first -= 1
            first = min((other.first for other in scene.by_last.get(first, ())), default=first)
        found = _frame_ending(scene, site, first, start, senses=frozenset({"request", "want"}))
        if found:
            return replace(found, addressee=mention, asked=True)
    return _joined(scene, site, to, start)


def _before_count(scene: Scene, at: int, start: int) -> int:
    """Return where the count of a vote begins: "voted | by 28 to 1 to accept"; the word itself without one."""
    here = at
    while here > start and (scene.words[here - 1].text[:1].isdigit() or scene.words[here - 1].lower in _COUNTING):
        here -= 1
    counts = any(word.text[:1].isdigit() for word in scene.words[here:at])
    return here if counts and here > start and scene.words[here - 1].lower.startswith("vot") else at


def _frame_ending(
    scene: Scene, site: Site, stop: int, start: int, *, senses: frozenset[str] | None = None
) -> Site | None:
    """Return the site raised to a frame whose words end right before a word; before a gerund "on" or "to" may stand."""
    found = _frame_at(scene, site, stop, start, senses)
    if found or site.kind != "gerund":
        return found
    end = stop
    while end > start and scene.words[end - 1].lower in ADVERBS | {"in", "on", "to", "of", "any"}:
        end -= 1
    return _frame_at(scene, site, end, start, senses)


def _frame_at(scene: Scene, site: Site, end: int, start: int, senses: frozenset[str] | None) -> Site | None:
    for size in (3, 2, 1):
        first = end - size
        if first < start:
            continue
        form = tuple(word.lower for word in scene.words[first:end])
        for part in ("frame", "adjective"):
            for lexeme in lexemes(part).get(form[0], ()):
                if lexeme.form == form and (senses is None or lexeme.sense in senses):
                    return _raised(scene, site, lexeme, first, start)
    return None


def _raised(scene: Scene, site: Site, lexeme: Lexeme, at: int, start: int) -> Site:
    back, before = auxiliaries(scene, at, start)
    refuses = lexeme.sense == "refuse"
    negated = site.negated ^ refuses ^ bool(before & NEGATIONS)
    owned = lexeme.part == "adjective" and not before & BE
    previous = scene.words[back - 1].lower if back > start else ""
    kind: Kind = "finite"
    if previous == "to" and lexeme.tense == "base":
        kind = "infinitive"
    elif lexeme.tense == "gerund" and not before & BE:
        kind = "gerund"
    elif lexeme.tense in {"past", "participle"} and before & BE and lexeme.part == "frame":
        kind = "passive"
    return replace(
        site,
        phrase_first=back,
        kind=kind,
        negated=negated,
        owned=owned,
        doubtful=site.doubtful or lexeme.sense == "maybe" or bool(before & DOUBTS),
        volition=site.volition
        or lexeme.sense in {"want", "plan", "propose", "request", "hope"}
        or refuses
        or bool(before & FUTURE),
        future=site.future or bool(before & FUTURE),
        proposed=site.proposed or lexeme.sense in {"propose"},
        modal=site.modal or bool(before & {"must", "should"}) or lexeme.sense == "must",
        past=site.past or bool(before & PAST),
        asked=site.asked,
        governor=lexeme.sense,
    )


def _joined(scene: Scene, site: Site, at: int, start: int) -> Site | None:
    """Step from a verb behind "nor", "or" or "and" to the negation that it shares with the verb before."""
    back = at - 1
    if site.kind == "infinitive" and back > start and scene.words[back].lower == "to":
        back -= 1
    if back <= start or scene.words[back].lower not in {"nor", "neither"}:
        return None
    return (
        replace(site, negated=True, volition=True, phrase_first=back + 1, kind="finite") if not site.negated else None
    )
