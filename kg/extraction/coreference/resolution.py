"""Whom a phrase means here: names and roles by the cast, documents by whose they are, pronouns by what was said."""

from collections.abc import Iterator

from kg.extraction.coreference.descriptions import taken_up
from kg.extraction.coreference.discourse import Discourse
from kg.extraction.coreference.pronouns import resolve_pronoun
from kg.extraction.coreference.scene import Scene
from kg.extraction.coreference.subject import Subject, subject_of
from kg.extraction.lexicons import words
from kg.extraction.mentions import Mention
from kg.extraction.words import PRONOUNS, REFLEXIVES, RELATIVES

_OF_SPEAKERS = frozenset({"statement", "note", "commentary", "letter"})
_OF_OWNERS = _OF_SPEAKERS | {"survey", "poll", "editorial", "report"}
_OF_BODIES = frozenset("ruling verdict judgment judgement decision opinion award finding report".split())
_OWNERS = frozenset({"organization", "person", "acronym", "government"})
_NOBODY = frozenset({"neither", "no", "any"})  # "neither man announced a deal": nobody speaks
_NO_SPEAKERS = PRONOUNS | set("week month year fall autumn spring summer winter day night morning evening time".split())
_WRITTEN = frozenset({"filing", "filings", "finding", "findings", "briefing", "ruling", "posting"})
_BY = frozenset({"by", "from"})
_PLACING = frozenset({"in", "at", "near", "across"})  # what stands behind them owns nothing


def resolve(scene: Scene, phrase: Subject | Mention, discourse: Discourse) -> tuple[str, ...]:
    """Return the actors that a mention, or a whole phrase, means here; one that means nobody known stands for itself.

    Args:
        scene: the paragraph in which the phrase stands.
        phrase: the mention, or the phrase with all that hangs on it.
        discourse: who has spoken so far.
    """
    subject = phrase if isinstance(phrase, Subject) else subject_of(phrase)
    actors = (actor for mention in subject.mentions for actor in _actors(scene, mention, subject, discourse))
    return tuple(dict.fromkeys(actors))


def _actors(scene: Scene, mention: Mention, subject: Subject, discourse: Discourse) -> tuple[str, ...]:
    if mention.form == "pronoun":
        return resolve_pronoun(scene, mention, discourse)
    own_name = _own_name(scene, mention, subject)
    if own_name:
        return (scene.cast.body(mention, own_name),)
    known = scene.cast.of(mention) or scene.cast.accept(mention)
    if known:
        return (*_fellows(scene, mention), *known)
    if mention.is_name and mention.kind == "person" and scene.paragraph.block.kind == "body":
        return scene.cast.introduce(mention)
    whose = _whose(scene, mention, subject, discourse) if mention.kind == "document" else ()
    if not whose and (found := taken_up(scene, mention, discourse)):
        scene.cast.take_up(mention, found)
        return found
    if whose or mention.form != "role" or _is_thing(mention) or mention.span.text.split()[0].lower() in _NOBODY:
        return whose
    return (scene.cast.unnamed(mention, _phrase(scene, mention, subject)),)


def _is_thing(mention: Mention) -> bool:
    """Say whether a noun of no list of people is one that says nothing: a time, a thing, a doing ("an outpouring")."""
    head = mention.head.text.lower()
    is_doing = head.endswith(("ing", "ings")) and head not in _WRITTEN
    is_abstract = head in words("things") or is_doing
    return head in _NO_SPEAKERS or (mention.noun is None and is_abstract)


def _own_name(scene: Scene, mention: Mention, subject: Subject) -> str | None:
    """Return the name that a group gives itself in its phrase: "a group calling itself Free Cape"."""
    if mention.is_name:
        return None
    for at in range(mention.last, subject.last - 1):
        if scene.words[at].lower in REFLEXIVES and scene.words[at - 1].lower.endswith("ing"):
            end = at + 1
            while end < subject.last and scene.words[end].capital:
                end += 1
            return scene.span(at + 1, end).text if end > at + 1 else None
    return None


def _fellows(scene: Scene, mention: Mention) -> Iterator[str]:
    """Yield the states whose authorities stand in one list with those of a mention: "Greek, Turkish and ..."."""
    if mention.noun is None or mention.noun.kind != "government" or not mention.noun.plural:
        return
    at, found = mention.first, list[str]()
    while at > 1 and scene.words[at - 1].lower in {",", "and"}:
        at -= 2 if scene.words[at - 2].lower in {",", "and"} else 1
        named = next((one for one in scene.by_last.get(at, ()) if one.names and one.kind == "entity"), None)
        if named is None:
            break
        found = [*scene.cast.owner(named), *found]
        at = named.first
    yield from found


def _whose(scene: Scene, mention: Mention, subject: Subject, discourse: Discourse) -> tuple[str, ...]:
    """Return whose a document is: its owner's ("a survey by X"), else who spoke last."""
    noun = mention.noun.noun if mention.noun else ""
    if "joint" in mention.span.text.lower().split():
        signers = tuple(dict.fromkeys(_owners(scene, mention, subject)))
        return signers if len(signers) > 1 else discourse.last_group or scene.cast.last_states(mention)
    makers = list(_owners(scene, mention, subject, behind=_BY))
    owners = makers or list(_owners(scene, mention, subject))
    if owners and noun == "resolution":
        return (owners[0],)
    if owners and noun in _OF_OWNERS:
        return (owners[0] if makers else owners[-1],)
    if mention.definite and noun in _OF_SPEAKERS and discourse.last:
        return discourse.last
    if noun in _OF_BODIES and scene.words[mention.first].lower == "its":
        return _body_before(scene, mention)
    return discourse.last_group if noun == "statement" else ()


def _body_before(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return the organization that a paragraph names last before a mention: whose "its ruling" is."""
    named = (actor for one in scene.mentions_before(mention.first) for actor in scene.cast.of(one))
    return next(((actor,) for actor in named if scene.cast.members[actor].type == "organization"), ())


def _owners(scene: Scene, mention: Mention, subject: Subject, behind: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the named actors in the phrase of a document; with ``behind``, those behind one of these words."""
    for at in range(subject.first, subject.last):
        if behind and not (at > 0 and scene.words[at - 1].lower in behind):
            continue
        is_place = at > 0 and scene.words[at - 1].lower in _PLACING
        for other in () if is_place else scene.by_first.get(at, ()):
            if other is not mention and other.last <= subject.last and (other.kind in _OWNERS or other.names):
                yield from scene.cast.of(other)


def _phrase(scene: Scene, mention: Mention, subject: Subject) -> str | None:
    """Return the words of a subject from its head on, where it is one phrase."""
    if len(subject.mentions) > 1 or subject.last <= mention.first:
        return None
    last = max(subject.last, mention.last)
    clauses = set()
    if mention.kind != "document":
        clauses = {scene.tree.bounds(at)[0] for at in scene.tree.children(mention.head_last - 1, "acl")}
    ends = (at for at in range(mention.last, last) if scene.words[at].text == "," or at in clauses)
    text = scene.span(mention.first, next(ends, last)).text
    return text if RELATIVES.isdisjoint(text.split()) else None
