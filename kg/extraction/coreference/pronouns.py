"""Whom pronouns take up: the subject of their own sentence or one before, else who spoke last."""

from collections.abc import Iterator
from itertools import pairwise

from kg.extraction.coreference.discourse import Discourse
from kg.extraction.coreference.nouns import open_mention
from kg.extraction.coreference.scene import Scene
from kg.extraction.mentions import Mention

_BODIES = frozenset({"organization", "entity", "acronym", "government", "document"})
_PERSONS = frozenset({"person"})


def resolve_pronoun(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    """Return the actors that a pronoun stands for; a person whom nobody named stands for himself or herself."""
    text = mention.head.text.lower()
    if text in {"he", "she"}:
        chosen = _person(scene, mention, discourse) or (scene.cast.unnamed(mention),)
        scene.cast.learn_gender(chosen, mention.gender)
        return chosen
    if text == "it":
        if discourse.body_place == (scene.paragraph.index, scene.words[mention.first].sentence - 1):
            return discourse.last_body
        return _antecedent(scene, mention, _BODIES) or discourse.last_body
    found = _plural(scene, mention, discourse) if text in {"they", "we"} else ()
    is_narrator = text == "i" and scene.quoted[mention.first] < 0
    return found or ((scene.cast.unnamed(mention),) if is_narrator or text == "they" else ())


def _person(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    near = _antecedent(scene, mention, _PERSONS)
    return near or (discourse.last_person if _fits(scene, discourse.last_person, mention) else ())


def _plural(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    sentence = scene.words[mention.first].sentence
    for number in (sentence, sentence - 1):
        for other in scene.mentions_in(number):
            if other.plural and other.first < mention.first:
                return scene.cast.of(other) or (scene.cast.unnamed(other),)
        if joint := _joint_subject(scene, mention, number):
            return joint
        if several := _plural_noun(scene, mention, number):
            return (scene.cast.unnamed(several),)
    return discourse.last_group or (discourse.last if len(discourse.last) > 1 else ())


def _plural_noun(scene: Scene, mention: Mention, sentence: int) -> Mention | None:
    """Return a subject in the plural that no list knows before a pronoun: "Gardeners wept. They said"."""
    first = mention.first
    while first > 0 and scene.words[first - 1].sentence >= sentence:
        first -= 1
    nouns = (
        at for at in range(first, mention.first) if scene.tree.relation(at) == "nsubj" and scene.tree.is_plural(at)
    )
    noun = next((at for at in nouns if scene.words[at].sentence == sentence and scene.quoted[at] < 0), None)
    return None if noun is None else open_mention(scene, noun, scene.tree.bounds(noun))


def _joint_subject(scene: Scene, mention: Mention, sentence: int) -> tuple[str, ...]:
    """Return the two whom "and" joins as the subject of a sentence before a pronoun: "A and B met. They said"."""
    named = [one for one in scene.mentions_in(sentence) if one.is_name and one.last <= mention.first]
    for left, right in pairwise(named):
        is_joint = scene.words[right.first - 1].lower == "and" and right.first == left.last + 1
        if is_joint and left.kind == right.kind and scene.cast.is_subject(right) and not scene.is_attached(left):
            actors = (*scene.cast.of(left), *scene.cast.of(right))
            return actors if len(actors) > 1 else ()
    return ()


def _antecedent(scene: Scene, mention: Mention, kinds: frozenset[str]) -> tuple[str, ...]:
    """Return whom a pronoun takes up: the subject of its own sentence before it, else of the two before that."""
    sentence = scene.words[mention.first].sentence
    is_apart = _opens_clause(scene, mention) and scene.colon_before(mention.first) is None
    for number in range(sentence - 1 if is_apart else sentence, sentence - 3, -1):
        before = list(_candidates(scene, mention, kinds, number))
        subjects = [one for one in before if scene.cast.is_subject(one)]
        chosen = subjects or [one for one in before if not scene.is_attached(one)] or before
        if chosen:
            return _known(scene, chosen[0])
    return ()


def _opens_clause(scene: Scene, mention: Mention) -> bool:
    """Say whether a pronoun stands behind a comma or a quotation, so that its own sentence names nobody for it."""
    at = mention.first - 1
    return at >= 0 and (scene.words[at].text == "," or scene.quoted[at] >= 0)


def _candidates(scene: Scene, mention: Mention, kinds: frozenset[str], sentence: int) -> Iterator[Mention]:
    """Yield the known actors of a sentence that stand before a pronoun and agree with it, quoted where it is."""
    inside = scene.quoted[mention.first]
    for other in scene.mentions_in(sentence):
        is_before = other.first < mention.first and scene.quoted[other.head_first] == inside
        if is_before and other.form != "pronoun" and other.kind in kinds:
            actors = _known(scene, other)
            if actors and _fits(scene, actors, mention):
                yield other


def _known(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return whom a mention stands for; a definite body that nobody names stands for itself ("the ministry")."""
    known = scene.cast.of(mention)
    if not known and mention.form == "role" and mention.definite and not mention.plural:
        return (scene.cast.unnamed(mention),)
    return known


def _fits(scene: Scene, actors: tuple[str, ...], mention: Mention) -> bool:
    """Say whether actors are of a pronoun's gender, as far as that is known."""
    members = (scene.cast.members[actor] for actor in actors if actor in scene.cast.members)
    return mention.gender is None or all(one.gender in {None, mention.gender} for one in members)
