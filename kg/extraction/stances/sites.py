"""Where verbs of the table stand, told from nouns and adjectives of the same form."""

from collections.abc import Iterator
from functools import cache

from kg.extraction.coreference import Scene
from kg.extraction.stances.governors import govern
from kg.extraction.stances.groups import (
    BE,
    DO,
    DOUBTS,
    FUTURE,
    HAVE,
    MODALS,
    NEGATIONS,
    PAST,
    Kind,
    Site,
    auxiliaries,
    is_manner,
)
from kg.extraction.stances.lexicon import GAP, Lexeme, lexemes
from kg.extraction.words import DETERMINERS, POSSESSIVE, POSSESSIVE_PRONOUNS, PREPOSITIONS

_IN_GAPS = POSSESSIVE | frozenset({'"', "“", "”", "‘", "’", "'"})
_SUBJECT_ENDS = frozenset({"who", "which", "that", "they", "we", "i", "people", "both", "and", ",", "nor"})
_BARE = MODALS | DO | NEGATIONS
_GAP_MOST = 4
_BEFORE_NOUNS = DETERMINERS - {"that", "both", "all", "each", "some", "many", "most", "several", "those", "few"}
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


def find_sites(scene: Scene, first: int, last: int) -> Iterator[Site]:
    """Yield the verbs and predicates of the table among words ``first <= i < last``, a sentence."""
    verbs, predicates = lexemes("verb"), lexemes("predicate")
    for at in range(first, last):
        word = scene.words[at].lower
        if (word not in verbs and word not in predicates) or _is_name(scene, at):
            continue
        known = (*verbs.get(word, ()), *predicates.get(word, ()))
        found = [site for one in _fitting(scene, known, at, last) if (site := _site(scene, one, at, first, last))]
        longest = max((len(site.lexeme.form) for site in found), default=0)
        seen: set[str] = set()
        for site in found:
            if len(site.lexeme.form) == longest and site.lexeme.sense not in seen:
                seen.add(site.lexeme.sense)
                yield govern(scene, site, first)


def _is_name(scene: Scene, at: int) -> bool:
    """Say whether a capital makes a word a name; in titles and where sentences begin it does not."""
    word = scene.words[at]
    return word.capital and not word.opens and word.sentence != 0


def _fitting(scene: Scene, known: tuple[Lexeme, ...], at: int, stop: int) -> Iterator[Lexeme]:
    """Yield the lexemes that begin with a word and may go on with the next: the most go on with another."""
    is_last = at + 1 >= stop
    following = scene.words[at + 1].lower if not is_last else ""
    is_open = not is_last and is_manner(scene.words[at + 1])
    for one in known:
        if len(one.form) == 1 or is_open or (not is_last and one.form[1] in {following, GAP}):
            yield one


def matches(scene: Scene, lexeme: Lexeme, at: int, stop: int) -> tuple[int, tuple[int, int]] | None:
    """Return the index behind a form that begins at a word, and the words in its gap."""
    here, gap = at + 1, (0, 0)
    if len(lexeme.form) == 1:
        return (here, gap) if here <= stop else None
    rest = list(lexeme.form[1:])
    while rest:
        part = rest.pop(0)
        if part == GAP:
            begin = here
            while here < stop and here - begin <= _GAP_MOST and scene.words[here].lower != rest[0]:
                if not scene.words[here].letters and scene.words[here].text not in _IN_GAPS:
                    return None
                here += 1
            gap = (begin, here)
            if here - begin > _GAP_MOST:
                return None
        elif here < stop and scene.words[here].lower == part:
            here += 1
        elif here + 1 < stop and is_manner(scene.words[here]) and scene.words[here + 1].lower == part:
            here += 2
        else:
            return None
    return (here, gap) if here <= stop else None


def _site(scene: Scene, lexeme: Lexeme, at: int, start: int, stop: int) -> Site | None:
    found = matches(scene, lexeme, at, stop)
    if found is None:
        return None
    back, before = auxiliaries(scene, at, start)
    kind = _kind(scene, lexeme, at, found[0], back, before, start)
    if kind is None:
        return None
    negated = bool(before & NEGATIONS) or (
        "longer" in before and "no longer" in " ".join(word.lower for word in scene.words[back:at])
    )
    return Site(
        first=at,
        last=found[0],
        phrase_first=back,
        lexeme=lexeme,
        kind=kind,
        negated=negated,
        doubtful=bool(before & DOUBTS) and not (negated and "could" in before),
        past=bool(before & PAST) or _used_to(scene, back),
        modal=bool(before & {"must", "should"}) or kind == "subjunctive",
        volition=bool(before & FUTURE),
        future=bool(before & FUTURE),
        gaps=found[1],
    )


def _used_to(scene: Scene, back: int) -> bool:
    return back > 0 and scene.words[back - 1].lower == "used"


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
    if lexeme.tense == "participle" and lexeme.form[0] != _past_of(lexeme) and not before & HAVE:
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
    """Say whether a share of people stands before, its verb left out ("61 percent of Danes against")."""
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
    if before & _BARE:
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
    if previous in _BEFORE_NOUNS:
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
