"""Whom a subject stands for: names and roles by the cast, documents by whose they are, pronouns by what was said."""

from collections.abc import Iterator

from kg.extraction.attribution.scene import Scene
from kg.extraction.attribution.speakers.discourse import Discourse
from kg.extraction.attribution.speakers.pronouns import resolve_pronoun
from kg.extraction.attribution.speakers.subject import Subject
from kg.extraction.mentions import Mention

_OF_SPEAKERS = frozenset({"statement", "note", "commentary", "letter"})
_OF_OWNERS = _OF_SPEAKERS | {"survey", "poll", "editorial", "report"}
_OWNERS = frozenset({"organization", "person", "acronym"})
_NOBODY = frozenset({"neither", "no", "any"})  # "neither man announced a deal": nobody speaks
_RELATIVES = frozenset({"who", "which"})


def resolve(scene: Scene, subject: Subject, discourse: Discourse) -> tuple[str, ...]:
    """Return the actors that a subject stands for; a phrase that is nobody's known stands for itself."""
    actors = (actor for mention in subject.mentions for actor in _actors(scene, mention, subject, discourse))
    return tuple(dict.fromkeys(actors))


def _actors(scene: Scene, mention: Mention, subject: Subject, discourse: Discourse) -> tuple[str, ...]:
    if mention.form == "pronoun":
        return resolve_pronoun(scene, mention, discourse)
    known = scene.cast.of(mention) or scene.cast.accept(mention)
    if known:
        return known
    if mention.is_name and mention.kind == "person" and scene.paragraph.block.kind == "body":
        return scene.cast.introduce(mention)
    whose = _whose(scene, mention, subject, discourse) if mention.kind == "document" else ()
    if whose or mention.form != "role" or mention.span.text.split()[0].lower() in _NOBODY:
        return whose
    return (scene.cast.unnamed(mention, _phrase(scene, mention, subject)),)


def _whose(scene: Scene, mention: Mention, subject: Subject, discourse: Discourse) -> tuple[str, ...]:
    """Return whose a document is: its owner's ("a survey by X"), else who spoke last."""
    noun = mention.noun.noun if mention.noun else ""
    owners = list(_owners(scene, mention, subject))
    if owners and noun in _OF_OWNERS:
        return (owners[-1],)
    if mention.definite and noun in _OF_SPEAKERS and discourse.last:
        return discourse.last
    return discourse.last_group if noun == "statement" else ()


def _owners(scene: Scene, mention: Mention, subject: Subject) -> Iterator[str]:
    """Yield the named actors in the phrase of a document."""
    for at in range(subject.first, subject.last):
        for other in scene.by_first.get(at, ()):
            if other is not mention and other.last <= subject.last and (other.kind in _OWNERS or other.names):
                yield from scene.cast.of(other)


def _phrase(scene: Scene, mention: Mention, subject: Subject) -> str | None:
    """Return the words of a subject from its head on, where it is one phrase."""
    if len(subject.mentions) > 1 or subject.last <= mention.first:
        return None
    last = max(subject.last, mention.last)
    comma = next((at for at in range(mention.last, last) if scene.words[at].text == ","), last)
    text = scene.span(mention.first, comma).text
    return text if _RELATIVES.isdisjoint(text.split()) else None
