"""Sightings of one identifier taken together, but for those that only share a description.

An identifier is made of a name and of whom its bearer speaks for; so it does not tell two spokesmen apart whom two
articles leave unnamed. Who bears no name is one in each article; an office that every state has is one in each state,
and so is a party or an assembly.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.extraction.coreference import is_office
from kg.extraction.identifiers import slug
from kg.extraction.lexicons import role_nouns, words
from kg.identity.sightings import Sighting, article_of
from kg.identity.spelling import PersonName, read_name

_PARTICLES = frozenset(
    "de da di do dos das du del della van von der den ter ten bin ibn bint al el la le of the and for".split()
)
_NAMELESS = frozenset(("of", "the", "and", "for"))  # particles of no person's name
_HASH = 8  # letters of an article's hash


@dataclass(frozen=True)
class Unit:
    """Sightings that are one thing without a look at others; one without sightings is a row of the tables.

    ``is_shared``: the identifier is that of the articles, or with a state, and so not bound to one of them.
    """

    id: str
    sightings: tuple[Sighting, ...]
    fixed_label: str | None = None
    is_shared: bool = False

    @cached_property
    def kind(self) -> str:
        """The class of the thing."""
        return self.sightings[0].kind if self.sightings else ""

    @cached_property
    def label(self) -> str:
        """The label that most articles give it; of equals the longest."""
        return self.fixed_label or best_label(self.sightings)

    @cached_property
    def name(self) -> PersonName:
        """The label as a person's name."""
        return read_name(self.label)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that articles place it in."""
        return frozenset().union(*(one.states for one in self.sightings))

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Those other than states that it speaks for."""
        return frozenset().union(*(one.bodies for one in self.sightings))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years of the articles."""
        return frozenset(one.year for one in self.sightings if one.year)

    @cached_property
    def roles(self) -> frozenset[str]:
        """Its roles in small letters."""
        return frozenset().union(*(one.roles for one in self.sightings))


def units_of(
    sightings: Iterable[Sighting], state_of_form: dict[str, str], *, split: frozenset[tuple[str, str]] = frozenset()
) -> list[Unit]:
    """Return what is one already, by identifier.

    ``split`` holds identifiers with articles, by their hashes, in which they are another's.
    """
    found: dict[str, list[Sighting]] = {}
    shared: set[str] = set()
    scopes: dict[str, set[str]] = {}
    for sighting in sightings:
        is_split = (sighting.id, article_of(sighting.graph)) in split
        scoped = None if is_split else _scoped(sighting, state_of_form)
        shared.update({scoped} if scoped else ())
        ident = scoped or _of_article(sighting)
        found.setdefault(ident, []).append(sighting)
        scopes.setdefault(sighting.id, set()).add(ident)
    return [
        Unit(
            _plain(one, found[one], scopes) if one in shared else one,
            tuple(sorted(found[one], key=lambda sighting: (sighting.graph, sighting.id))),
            is_shared=one in shared,
        )
        for one in sorted(found)
    ]


def _plain(ident: str, sightings: list[Sighting], scopes: dict[str, set[str]]) -> str:
    """Return the identifier without the state of a person whom no namesake in another article needs to be told from."""
    ids = {one.id for one in sightings}
    is_alone = sightings[0].kind == "Person" and len(ids) == 1 and scopes[min(ids)] == {ident}
    return min(ids) if is_alone else ident


def best_label(sightings: Iterable[Sighting]) -> str:
    """Return the label that most articles give, a whole name rather than a part of one.

    Of equals it is one that begins with a given name, then the longest.
    """
    counts = Counter(one.label for one in sightings)
    given = words("given-names")
    return min(
        counts,
        key=lambda label: (" " not in label, -counts[label], label.split()[0] not in given, -len(label), label),
    )


def is_named(label: str, *, of_person: bool = True) -> bool:
    """Say whether a label is a name and no description.

    >>> [is_named(label) for label in ("Ursula von der Leyen", "Navy spokesman", "Troops")]
    [True, False, False]
    """
    particles = _PARTICLES - _NAMELESS if of_person else _PARTICLES
    tokens = label.split()
    if tuple(label.lower().split()) in role_nouns() or not tokens[0][:1].isalnum():
        return False
    return all(_is_upper(token) or token.partition("-")[0] in particles for token in tokens)


def _is_upper(token: str) -> bool:
    """Say whether a word of a name is written as one; "d'Arc" is, too."""
    return not (token[2:3] if token[1:2] in ("'", "’") else token[:1]).islower()


def _scoped(sighting: Sighting, state_of_form: dict[str, str]) -> str | None:
    """Return the identifier of a sighting, with its state where only that tells which it is; None where nothing does.

    A person whose identifier tells nobody that he speaks for is told from namesakes by the state that he is placed in.
    """
    tells_which, is_person = _tells_which(sighting, state_of_form), sighting.kind == "Person"
    if len(sighting.states) != 1 or (tells_which and (not is_person or "." in sighting.id)):
        return sighting.id if tells_which else None
    if is_person and not tells_which:
        return None
    end = "." + slug(min(sighting.states).rpartition("/")[2])
    return sighting.id if sighting.id.endswith(end) else sighting.id + end


def _is_of_one_state(sighting: Sighting) -> bool:
    """Say whether a body is told to be of one state under a name that others may have: "the Labour Party"."""
    return len(sighting.states) == 1 and not words("organization-words").isdisjoint(sighting.label.split())


def _of_article(sighting: Sighting) -> str:
    return f"{sighting.id}.{article_of(sighting.graph)[:_HASH]}"


def _tells_which(sighting: Sighting, state_of_form: dict[str, str]) -> bool:
    label = sighting.label
    match sighting.kind:
        case "Person":
            return is_named(label)
        case "Group":
            return False
        case "Organization":
            parts = label.casefold().replace("’", "'").replace("'s", "").split()
            ends = range(1, len(parts) + 1)
            if any(" ".join(parts[start:end]) in state_of_form for end in ends for start in range(end)):
                return True
            return is_named(label, of_person=False) and not (is_office(label) or _is_of_one_state(sighting))
    return True
