"""Descriptions that take up somebody told by other words: "the visitor", "the former general", "the Estonian"."""

from kg.extraction.coreference.discourse import Discourse
from kg.extraction.coreference.pronouns import person_before
from kg.extraction.coreference.scene import Scene
from kg.extraction.mentions import Mention
from kg.extraction.words import PREPOSITIONS

_EPITHETS = frozenset("visitor newcomer incumbent veteran politician statesman strongman".split())
_AGE = "-year-old"
_PARENTS = frozenset({"father", "mother", "grandfather", "grandmother"})
_FORMER = frozenset({"former", "ex", "retired", "onetime"})
_ANY_BODY = frozenset(
    "agency alliance bloc service force body group organization organisation panel regulator watchdog".split()
)
_OPENING = frozenset({"the", "this"})
_OF_MANY = ("s", "ese", "sh", "ch")  # ends of names that stand for a whole people
_NEAR = 2  # sentences


def taken_up(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    """Return whom a phrase means that is nobody's name or told role, as a pronoun in its place would."""
    if mention.is_name:
        return _national(scene, mention, discourse)
    is_definite = scene.words[mention.first].lower in _OPENING
    if mention.plural or mention.owners or mention.form == "pronoun" or not is_definite:
        return ()
    if called := scene.cast.body_called(mention):
        return called
    if mention.kind == "organization":
        return _body(scene, mention, discourse)
    return _person(scene, mention, discourse) if mention.kind == "person" else ()


def _person(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    """Return the person before, where the noun is often used so, or tells the role of somebody without one."""
    found = person_before(scene, mention, discourse)
    if _is_epithet(scene, mention):
        return found
    members = [scene.cast.members[one] for one in found] if mention.noun else []
    is_untold = all(one.strong and not one.heads and not one.represents for one in members)
    return found if members and is_untold and not _hangs_on(scene, mention) else ()


def _is_epithet(scene: Scene, mention: Mention) -> bool:
    role = scene.words[mention.first : mention.head_last]
    behind = scene.words[mention.head_last].lower if mention.head_last < len(scene.words) else ""
    noun = mention.noun.noun if mention.noun else mention.head.text.lower()
    is_often_used = noun in _EPITHETS or noun.endswith(_AGE)
    return is_often_used or (noun in _PARENTS and behind == "of") or any(word.lower in _FORMER for word in role)


def _hangs_on(scene: Scene, mention: Mention) -> bool:
    """Say whether more is told of a description, so that it may tell somebody new: "the head of the union"."""
    return mention.last < len(scene.words) and scene.words[mention.last].lower in PREPOSITIONS | {"who", "whose"}


def _national(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    """Return the person before whose state no word has told: "The Estonian said"."""
    is_people = bool(mention.names) and all(name.sense == "demonym" for name in mention.names)
    before = scene.words[mention.head_first - 1].lower if mention.head_first else ""
    if not is_people or before != "the" or mention.head.text.endswith(_OF_MANY) or not _stands_alone(scene, mention):
        return ()
    return person_before(scene, mention, discourse, but=scene.cast.of_states() or ("",))


def _stands_alone(scene: Scene, mention: Mention) -> bool:
    return mention.last >= len(scene.words) or not scene.cast.is_part_of_noun(mention)


def _body(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    """Return the body that spoke just before: "The border service said ... The agency"."""
    noun = mention.noun.noun if mention.noun else ""
    paragraph, sentence = discourse.body_place
    is_near = paragraph == scene.paragraph.index and scene.words[mention.first].sentence - sentence <= _NEAR
    members = [scene.cast.members[one] for one in discourse.last_body if one in scene.cast.members]
    return discourse.last_body if noun in _ANY_BODY and is_near and members[0].type == "organization" else ()
