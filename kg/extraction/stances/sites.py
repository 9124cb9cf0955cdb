"""Where verbs of the table stand, what stands before them, and what governs them: negation, wishes, refusals, doubt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kg.extraction.attribution.scene import Scene
from kg.extraction.mentions import Mention
from kg.extraction.stances.lexicon import GAP, Lexeme, lexemes, noun_senses
from kg.extraction.words import ADVERBS, DETERMINERS, POSSESSIVE, POSSESSIVE_PRONOUNS, PREPOSITIONS, Word

BE = frozenset("is are was were be been being am remain remains remained stay stays stayed 're ’re 'm ’m".split())
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "cannot", "nor", "neither", "without"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
_DO = frozenset({"do", "does", "did"})
_MODALS = frozenset("will would shall should can could may might must 'll ’ll 'd ’d ca wo".split())
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"})
_DOUBTS = frozenset({"may", "might", "could"})
_PAST = frozenset({"once", "formerly", "previously", "originally"})
_SUBJECT_ENDS = frozenset({"who", "which", "that", "they", "we", "i", "people", "both", "and", ",", "nor"})
_GAP_MOST = 4
_GERUND_BEFORE = frozenset(
    {",", "by", "after", "while", "before", "since", "and", "despite", "for", "from", "about", "of", "in", "against"}
)
_GOVERNED = 7
# forms that are nouns as often as verbs
_AMBIGUOUS = frozenset(
    "claim claims control controls protest protests support supports rule rules hold holds talk talks call calls back "
    "offer offers demand demands request requests question questions dispute disputes challenge challenges "
    "attack attacks table count counts view views plan plans return drop hope hopes wish need run runs press float "
    "contest comment say leave order".split()
)

_DEMANDS = frozenset(
    "demand demands demanded demanding insist insists insisted insisting urge urged request requested ask asked "
    "requires required".split()
)
Kind = Literal["finite", "subjunctive", "infinitive", "gerund", "passive", "noun"]


@dataclass(frozen=True, slots=True)
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


def find_sites(scene: Scene, first: int, last: int) -> Iterator[Site]:
    """Yield the verbs and predicates of the table among words ``first <= i < last``, a sentence."""
    verbs, predicates = lexemes("verb"), lexemes("predicate")
    at = first
    while at < last:
        word = scene.words[at].lower
        found = [
            site
            for one in (*verbs.get(word, ()), *predicates.get(word, ()))
            if (site := _site(scene, one, at, first, last))
        ]
        longest = max((len(site.lexeme.form) for site in found), default=0)
        seen: set[str] = set()
        for site in found:
            if len(site.lexeme.form) == longest and site.lexeme.sense not in seen:
                seen.add(site.lexeme.sense)
                yield govern(scene, site, first)
        at += 1


def matches(scene: Scene, lexeme: Lexeme, at: int, stop: int) -> tuple[int, tuple[int, int]] | None:
    """Return the index behind a form that begins at a word, and the words in its gap."""
    here, gap = at + 1, (0, 0)
    rest = list(lexeme.form[1:])
    while rest:
        part = rest.pop(0)
        if part == GAP:
            begin = here
            while here < stop and here - begin <= _GAP_MOST and scene.words[here].lower != rest[0]:
                if not scene.words[here].letters and scene.words[here].text not in POSSESSIVE:
                    return None
                here += 1
            gap = (begin, here)
            if here - begin > _GAP_MOST:
                return None
        elif here < stop and scene.words[here].lower == part:
            here += 1
        elif here + 1 < stop and _is_manner(scene.words[here]) and scene.words[here + 1].lower == part:
            here += 2
        else:
            return None
    return (here, gap) if here <= stop else None


def _site(scene: Scene, lexeme: Lexeme, at: int, start: int, stop: int) -> Site | None:
    found = matches(scene, lexeme, at, stop)
    if found is None or (scene.words[at].capital and not scene.words[at].opens and scene.words[at].sentence != 0):
        return None
    back, before = auxiliaries(scene, at, start)
    kind = _kind(scene, lexeme, at, found[0], back, before, start)
    if kind is None:
        return None
    site = Site(at, found[0], back, lexeme, kind, gaps=found[1])
    negated = bool(before & NEGATIONS) or "no longer" in " ".join(word.lower for word in scene.words[back:at])
    return replace(
        site,
        negated=negated,
        doubtful=bool(before & _DOUBTS) and not (negated and "could" in before),
        past=bool(before & _PAST) or _used_to(scene, back),
        modal=bool(before & {"must", "should"}) or kind == "subjunctive",
        volition=bool(before & _FUTURE),
        future=bool(before & _FUTURE),
    )


def _used_to(scene: Scene, back: int) -> bool:
    return back > 0 and scene.words[back - 1].lower == "used"


def auxiliaries(scene: Scene, at: int, start: int) -> tuple[int, frozenset[str]]:
    """Return where auxiliaries and adverbs before a verb begin, and the words themselves."""
    back, seen = at, set()
    known = (BE | _HAVE | _DO | _MODALS | NEGATIONS) - {"nor"}
    while back > start:
        word = scene.words[back - 1]
        is_adverb = word.lower in ADVERBS | _PAST | {"no", "longer", "ever"} or _is_manner(word)
        if word.lower == "to" and back < at and scene.words[back].lower in {"be", "have"}:
            back -= 1
            seen.add("to")
            continue
        if not (word.lower in known or is_adverb) or word.lower in {"both", "all", "each"}:
            break
        if word.lower == "no" and scene.words[back].lower != "longer":
            break
        seen.add(word.lower)
        back -= 1
    return back, frozenset(seen)


def _is_manner(word: Word) -> bool:
    return word.lower.endswith("ly") and not word.capital and word.lower not in {"family", "ally"}


def _kind(
    scene: Scene, lexeme: Lexeme, at: int, last: int, back: int, before: frozenset[str], start: int
) -> Kind | None:
    previous = scene.words[back - 1].lower if back > start else ""
    if lexeme.part == "predicate":
        return "finite" if before & BE else "noun" if _is_share(scene, back) else None
    if lexeme.tense in {"past", "participle"} and before & BE:
        return "passive"
    if lexeme.tense == "gerund":
        return _gerund(scene, at, back, before, previous, start)
    if previous == "to" and lexeme.tense == "base":
        return "infinitive"
    if lexeme.tense == "participle" and lexeme.form[0] != _past_of(lexeme) and not before & _HAVE:
        return "passive" if last < len(scene.words) and scene.words[last].lower == "by" else None
    if lexeme.tense == "base":
        return _base(scene, lexeme, at, last, back, before, previous)
    if last < len(scene.words) and lexeme.tense in {"past", "participle"} and scene.words[last].lower == "by":
        return "passive"
    if _is_noun(scene, lexeme, at, last, previous, back):
        return None
    return "finite"


@cache
def _past_of(lexeme: Lexeme) -> str:
    return next(
        (
            one.form[0]
            for several in lexemes(lexeme.part).values()
            for one in several
            if one.lemma == lexeme.lemma and one.tense == "past"
        ),
        "",
    )


def _is_share(scene: Scene, back: int) -> bool:
    """Say whether a share of people stands before, its verb left out ("74 percent of Russians against")."""
    return any(
        word.lower in {"percent", "%", "majority"} or word.text.endswith("%")
        for word in scene.words[max(0, back - 5) : back]
    )


def _gerund(scene: Scene, at: int, back: int, before: frozenset[str], previous: str, start: int) -> Kind | None:
    if before & BE:
        return "finite"
    if previous in DETERMINERS or previous in POSSESSIVE or previous in POSSESSIVE_PRONOUNS:
        return None
    return "gerund"


def _base(
    scene: Scene, lexeme: Lexeme, at: int, last: int, back: int, before: frozenset[str], previous: str
) -> Kind | None:
    if before & (_MODALS | _DO | NEGATIONS):
        return "finite"
    if _is_noun(scene, lexeme, at, last, previous, back):
        return None
    if _is_demanded(scene, back):
        return "subjunctive"
    plural = bool(back) and (
        scene.words[back - 1].lower.endswith("s") or any(one.plural for one in scene.by_last.get(back, ()))
    )
    several = back > 1 and any(one.lower == "and" for one in scene.words[max(0, back - 4) : back])
    return "finite" if previous in _SUBJECT_ENDS or plural or several or previous in {"police", "media"} else None


def _is_demanded(scene: Scene, back: int) -> bool:
    """Say whether a bare verb stands in "demanded that X return ..."."""
    for mention in scene.by_last.get(back, ()):
        that = mention.first - 1
        if that > 0 and scene.words[that].lower == "that" and scene.words[that - 1].lower in _DEMANDS:
            return True
    return False


def _is_noun(scene: Scene, lexeme: Lexeme, at: int, last: int, previous: str, back: int) -> bool:
    """Say whether a form is rather a noun or an adjective: by the words before and behind it."""
    if previous in POSSESSIVE_PRONOUNS or (previous in POSSESSIVE and back == at):
        return True
    if previous in DETERMINERS - {"that", "both", "all", "each", "some", "many", "most", "several", "those", "few"}:
        return True
    if previous in PREPOSITIONS:
        return True
    if scene.words[at].lower in _AMBIGUOUS and len(lexeme.form) == 1 and last < len(scene.words):
        return (
            scene.words[last].lower
            in {"of", "over", "between", "by", "in", "against", "was", "were", "is", "are", "to", "from"}
            and lexeme.lemma != "talk"
        )
    return lexeme.tense in {"past", "participle"} and back == at and _is_adjective(scene, at, last)


def _is_adjective(scene: Scene, at: int, last: int) -> bool:
    """Say whether a participle only describes the noun behind it: "the disputed islands", "Russian annexed land"."""
    return at > 0 and scene.words[at - 1].lower.endswith("ly") and at > 1 and scene.words[at - 2].lower in DETERMINERS


# governors -----------------------------------------------------------------------------------------------------


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
    direct = _frame_ending(scene, site, to, start)
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
        doubtful=site.doubtful or lexeme.sense == "maybe" or bool(before & _DOUBTS),
        volition=site.volition
        or lexeme.sense in {"want", "plan", "propose", "request", "hope"}
        or refuses
        or bool(before & _FUTURE),
        future=site.future or bool(before & _FUTURE),
        proposed=site.proposed or lexeme.sense in {"propose"},
        modal=site.modal or bool(before & {"must", "should"}) or lexeme.sense == "must",
        past=site.past or bool(before & _PAST),
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


def is_class(word: str, kind: str) -> bool:
    """Say whether a word is a noun of a class of the table."""
    return noun_senses().get(word) == kind
