"""Where words tell of an event: verbs told from nouns and adjectives of the same form, with the clause around them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction.coreference import Scene
from kg.extraction.happenings.patterns import Pattern, VerbForm, patterns
from kg.extraction.words import ADVERBS, DETERMINERS, POSSESSIVE, POSSESSIVE_PRONOUNS, PREPOSITIONS, Word

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'re", "’re"})
HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
MODALS = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must", "to", "'ll", "’ll"})
NEGATION = frozenset({"not", "n't", "never", "n’t", "cannot", "nor"})
_DO = frozenset({"do", "does", "did"})
_FINITE = BE | HAVE | MODALS | _DO
_BARE = MODALS | _DO
_AUXILIARIES = _FINITE | NEGATION
_NOT_TO = BE | HAVE | (MODALS - {"to"})
_BREAKS = frozenset(
    "that which who whom whose while whereas because although though if unless when where after before since until "
    "but so than as despite".split()
)
_SEPARATORS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", ".", "!", "?"})
_NO_ADVERBS = frozenset({"family", "italy", "july", "assembly", "ally"})
_BEFORE_NOUNS = PREPOSITIONS | POSSESSIVE_PRONOUNS | POSSESSIVE
_PARTICLES = frozenset("away at back down home in off on out over up".split())
_WINDOW = 9
_COUNTING = frozenset("more less fewer many much".split())
_GOING_ON = frozenset(
    "began begun begin begins continue continued continues keep keeps kept resumed start started starts".split()
)


@dataclass(slots=True)  # not frozen: an article has many, and each takes a third of the time to make
class Site:
    """A pattern at words ``first <= i < last`` of a scene; the verb with its auxiliaries begins at ``phrase_first``.

    ``start`` and ``stop`` bound its clause; ``object_at`` is where the object's head stands. ``reduced`` says that it
    is a participle behind its noun, without an auxiliary: "a village shelled by the army".
    """

    first: int
    last: int
    phrase_first: int
    start: int
    stop: int
    pattern: Pattern
    auxiliaries: frozenset[str]
    tense: VerbForm
    object_at: int | None = None
    reduced: bool = False

    @property
    def passive(self) -> bool:
        """Whether the subject is done to."""
        return self.tense == "participle" and (self.reduced or bool(self.auxiliaries & BE))

    @property
    def infinitive(self) -> bool:
        """Whether "to" stands before the verb."""
        return "to" in self.auxiliaries and self.tense == "base"


def find_sites(scene: Scene, first: int, last: int) -> Iterator[Site]:
    """Yield the sites among words ``first <= i < last``, a sentence, the likeliest of a word first."""
    for at in range(first, last):
        if known := patterns().get(scene.words[at].lower):
            spot = _Spot(scene, at, first, last)
            for pattern in known:
                if site := _noun_site(spot, pattern) if pattern.is_noun else _verb_site(spot, pattern):
                    yield site


class _Spot:
    """A word of the sentence at words ``start <= i < end``; what its patterns share is read once, when it is asked."""

    def __init__(self, scene: Scene, at: int, start: int, end: int) -> None:
        self.scene, self.at, self.start, self.end = scene, at, start, end
        self._before: tuple[int, tuple[str, ...]] | None = None
        self._stops: dict[int, int] = {}

    def before(self) -> tuple[int, tuple[str, ...]]:
        """Return where auxiliaries and adverbs before a verb begin, and the words with a "was" that it shares."""
        if self._before is None:
            back, seen = _auxiliaries(self.scene, self.at, self.start)
            self._before = back, (seen if set(seen) & _FINITE else (*seen, *_shared_be(self.scene, self.at)))
        return self._before

    def stop(self, last: int) -> int:
        """Return where the clause ends that goes on at a word."""
        if last not in self._stops:
            self._stops[last] = clause_stop(self.scene, last, self.end)
        return self._stops[last]


def _verb_site(spot: _Spot, pattern: Pattern) -> Site | None:
    scene, at = spot.scene, spot.at
    last = _particle_end(scene, at, spot.end, pattern) if at + len(pattern.form) <= spot.end else None
    if last is None:
        return None
    back, seen = spot.before()
    tenses: tuple[VerbForm | None, ...] = (_tense(pattern, seen),)
    if not seen and "participle" in pattern.tenses and _is_reduced(scene, at):
        tenses = ("participle", *tenses)
    for tense in tenses:  # what the parse takes for "called in by" may be "called in the envoy"
        if tense is None or _is_noun_like(scene, at, back, spot.start, tense):
            continue
        start, reduced = clause_start(scene, back, spot.start), len(tenses) > 1 and tense == "participle"
        site = Site(at, last, back, start, spot.stop(last), pattern, frozenset(seen), tense, reduced=reduced)
        if found := _with_object(scene, site):
            return found
    return None


def _noun_site(spot: _Spot, pattern: Pattern) -> Site | None:
    scene, at, last = spot.scene, spot.at, spot.at + len(pattern.form)
    if last > spot.end or tuple(word.lower for word in scene.words[at:last]) != pattern.form:
        return None
    site = Site(at, last, at, clause_start(scene, at, spot.start), spot.stop(last), pattern, frozenset(), "noun")
    return _with_object(scene, site)


def _particle_end(scene: Scene, at: int, end: int, pattern: Pattern) -> int | None:
    """Return the index behind the verb and its particles, which may stand after a short object ("handed it back")."""
    rest = pattern.form[1:]
    if not rest:
        return at + 1
    if tuple(word.lower for word in scene.words[at + 1 : at + 1 + len(rest)]) == rest:
        return at + 1 + len(rest)
    if rest == ("that",) and at + 2 < end and scene.words[at + 2].lower == "that" and _is_adverb(scene.words[at + 1]):
        return at + 3
    if len(rest) == 1 and rest[0] in _PARTICLES:
        reach = 3 if rest[0] not in {"in", "at", "on"} else 1
        for gap in range(1, reach + 1):
            here = at + 1 + gap
            if (
                here < end
                and scene.words[here].lower == rest[0]
                and not any(word.lower in PREPOSITIONS or not word.letters for word in scene.words[at + 1 : here])
            ):
                return at + 1
    return None


def _auxiliaries(scene: Scene, at: int, start: int) -> tuple[int, tuple[str, ...]]:
    """Return where auxiliaries and adverbs before a verb begin, and the words themselves, the nearest first."""
    back, seen = at, []
    while back > start:
        word = scene.words[back - 1].lower
        if not (word in _AUXILIARIES or _is_adverb(scene.words[back - 1])):
            break
        seen.append(word)
        back -= 1
    return back, tuple(seen)


def _shared_be(scene: Scene, at: int) -> tuple[str, ...]:
    """Return the "was" that a participle shares with the one that it is joined to: "were held and later freed"."""
    tree, head = scene.tree, scene.tree.heads[at]
    if tree.relation(at) != "conj" or tree.tags[at] != "VBN" or tree.tags[head] != "VBN" or head > at:
        return ()
    return tuple(scene.words[one].lower for one in tree.children(head, "aux:pass"))[:1]


def _is_adverb(word: Word) -> bool:
    return word.lower in ADVERBS or (word.lower.endswith("ly") and word.lower not in _NO_ADVERBS)


def _tense(pattern: Pattern, seen: tuple[str, ...]) -> VerbForm | None:
    """Return what form a verb has behind these auxiliaries; None where the two do not go together."""
    nearest = next((word for word in seen if word in _FINITE), None)
    if nearest in _BARE:
        return "base" if "base" in pattern.tenses else None
    if nearest is not None:
        return "participle" if "participle" in pattern.tenses else "gerund" if "gerund" in pattern.tenses else None
    finite: tuple[VerbForm, ...] = ("past", "third", "gerund", "base", "participle")
    return next((tense for tense in finite if tense in pattern.tenses), None)


def _is_noun_like(scene: Scene, at: int, back: int, start: int, tense: VerbForm) -> bool:
    """Say whether a form is rather a noun or adjective: behind a determiner, a possessive or a preposition."""
    words = scene.words
    if at > start and at + 1 < len(words) and words[at].capital and words[at - 1].capital and words[at + 1].capital:
        return True
    if any(words[i].lower in _FINITE for i in range(back, at)):
        return tense == "gerund" and not _is_progressive(scene, back, at)
    if back == at and scene.tree.relation(at) == "amod" and scene.tree.kinds[at] == "ADJ":
        return True
    if back <= start:
        return tense in {"base", "past", "participle"}
    before = words[back - 1].lower
    if tense == "gerund":
        return before not in {",", "by", "after", "while", "before", "since"} | _GOING_ON
    if before in _BEFORE_NOUNS:
        return True
    if before in DETERMINERS and before not in {"that", "both", "all", "those", "some", "many", "others"}:
        return True
    return tense == "base" and not _may_be_plural(scene, back, start)


def _is_reduced(scene: Scene, at: int) -> bool:
    """Say whether the parse has a participle hang on the noun before it, as one that is done to."""
    tree = scene.tree
    is_behind = tree.relations[at] == "acl" and tree.tags[at] == "VBN" and tree.heads[at] < at
    return is_behind and tree.child(at, "obj") is None


def _is_progressive(scene: Scene, back: int, at: int) -> bool:
    """Say whether "is", "has been" or the like stand before a form in -ing, or an adverb behind a comma."""
    return any(scene.words[i].lower in BE for i in range(back, at)) or scene.words[back - 1].text == ","


def _may_be_plural(scene: Scene, back: int, start: int) -> bool:
    """Say whether the words before may be a plural subject, so that a bare verb is finite."""
    before = scene.words[back - 1]
    if any(not one.is_noun for one in patterns().get(before.lower, ())):
        return False
    return (
        scene.words[start].lower == "should"
        or before.lower.endswith("s")
        or before.lower in {"people", "who", "they", "we", "and", "police", "men", "women"}
        or before.text == ","
    )


def _with_object(scene: Scene, site: Site) -> Site | None:
    """Return the site with its object's place; None where the pattern wants one that is not there."""
    pattern = site.pattern
    if not pattern.objects and not pattern.classes:
        return site
    if site.passive:
        places = range(site.phrase_first - 1, max(site.start, site.phrase_first - _WINDOW) - 1, -1)
    else:
        places = range(site.last, min(site.stop, site.last + _WINDOW))
    for at in (*places, *_before_relative(scene, site)):
        if scene.words[at].lower in pattern.objects or (pattern.classes and _is_of_class(scene, at, pattern.classes)):
            return replace(site, object_at=at)
    return None


def _before_relative(scene: Scene, site: Site) -> range:
    """Return the words before "which" or "that" where these are the object of the verb: "a treaty which it signed"."""
    for at in range(site.phrase_first - 1, max(site.phrase_first - 7, 0), -1):
        if scene.words[at].lower in {"which", "that", "whom"} and at < site.phrase_first - 1:
            return range(max(at - 4, 0), at)
    return range(0)


def _is_of_class(scene: Scene, at: int, classes: frozenset[str]) -> bool:
    for mention in scene.by_first.get(at, ()):
        kinds = {name.entry.kind for name in mention.names}
        if ("territory" in classes and "territory" in kinds) or ("actor" in classes and scene.cast.of(mention)):
            return True
    return False


def clause_start(scene: Scene, at: int, start: int) -> int:
    """Return where the clause of a verb begins: behind the last conjunction or mark before it."""
    back = at
    while back > start:
        word = scene.words[back - 1]
        if word.text in {";", ":", "–", "—", "--", "(", ")"} or word.lower in {
            "that",
            "while",
            "whereas",
            "because",
            "although",
            "but",
            "after",
            "before",
            "if",
            "unless",
            "when",
        }:
            break
        back -= 1
    return back


def clause_stop(scene: Scene, at: int, end: int) -> int:
    """Return where the clause of a verb ends: before the next mark or conjunction that begins another."""
    here, begin, quoted = at, max(at - 1, 0), scene.quoted
    while here < end:
        word = scene.words[here]
        if word.text in _SEPARATORS and not _is_in_date(scene, here, end):
            if word.text == "." and here + 1 < end:
                here += 1
                continue
            break
        if word.lower in _BREAKS and not _is_comparison(scene, here):
            break
        if (
            word.lower == "and"
            and "between" not in {one.lower for one in scene.words[at - 1 : here]}
            and _begins_clause(scene, here + 1, end)
        ):
            break
        if quoted[here] != quoted[begin] and _leaves_quotation(scene, begin, here):
            break
        here += 1
    return here


def _is_comparison(scene: Scene, at: int) -> bool:
    """Say whether "than" or "as" only counts: "more than 300", "as many as"."""
    behind = scene.words[at + 1].text if at + 1 < len(scene.words) else ""
    return scene.words[at].lower in {"than", "as"} and (scene.words[at - 1].lower in _COUNTING or behind[:1].isdigit())


def _leaves_quotation(scene: Scene, at: int, here: int) -> bool:
    """Say whether a word leaves the quotation of one before it, or begins one, a few quoted words not counted."""
    return any(quote and not quote.scare for quote in (scene.quote_of(at), scene.quote_of(here)))


def _is_in_date(scene: Scene, at: int, end: int) -> bool:
    return (
        scene.words[at].text == ","
        and at + 1 < end
        and scene.words[at + 1].text.isdigit()
        and len(scene.words[at + 1].text) == 4
    )


def _begins_clause(scene: Scene, at: int, end: int) -> bool:
    """Say whether "and" is followed by a verb rather than by another object."""
    if at >= end:
        return False
    word = scene.words[at].lower
    if word in _FINITE:
        return True
    if any(not one.is_noun for one in patterns().get(word, ())) and not scene.words[at].capital:
        return True
    following = scene.words[at + 1 : min(at + 4, end)]
    return any(one.lower in _NOT_TO or (one.lower.endswith("ed") and len(one.lower) > 4) for one in following)
