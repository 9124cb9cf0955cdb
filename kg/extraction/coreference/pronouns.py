"""Whom pronouns take up: the subject of their own sentence or one before, else who spoke last."""

from collections.abc import Iterator
from itertools import pairwise

from kg.extraction.coreference.context import SAID_BEFORE
from kg.extraction.coreference.discourse import Discourse
from kg.extraction.coreference.nouns import open_mention
from kg.extraction.coreference.scene import Scene
from kg.extraction.mentions import Mention
from kg.extraction.words import ASKING, OBJECTIVE, sentence_first

_BODIES = frozenset({"organization", "entity", "acronym", "government", "document"})
_PERSONS = frozenset({"person"})
_SUBORDINATING = frozenset("when as before after while since although though because once until".split())
_CONTRASTING = frozenset({"though", "although", "but", "while"})
_BEING = frozenset({"be", "been", "is", "are", "was", "were"})
_PAIRS = frozenset({"two", "both", "pair", "duo", "neither"})
_FARTHEST_BODY, _FARTHEST_PERSON, _FARTHEST_PAIR = 2, 5, 3  # sentences back
_COMMAS = 3  # of a sentence behind which the name may stand that its first clause means


def resolve_pronoun(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    """Return the actors that a pronoun stands for; a person whom nobody named stands for himself or herself."""
    text = _subjective(mention)
    found = antecedent(scene, mention, discourse) if text != "neither" else ()
    if text not in {"he", "she"}:
        is_narrator = text == "i" and scene.quoted[mention.first] < 0
        return found or ((scene.cast.unnamed(mention),) if is_narrator or text == "they" else ())
    found = found or (scene.cast.unnamed(mention),)
    scene.cast.learn_gender(found, mention.gender)
    return found


def antecedent(scene: Scene, mention: Mention, discourse: Discourse) -> tuple[str, ...]:
    """Return whom a pronoun takes up of those whom the text names; nobody where it leaves that open."""
    text = _subjective(mention)
    if text in {"he", "she"}:
        return person_before(scene, mention, discourse)
    if text == "it":
        if joined := _speaking_before(scene, mention):
            return joined
        if discourse.body_place == (scene.paragraph.index, scene.words[mention.first].sentence - 1):
            return discourse.last_body
        return _antecedent(scene, mention, _BODIES, _FARTHEST_BODY) or discourse.last_body
    if text in {"former", "latter"}:
        return _one_of_two(scene, mention, is_first=text == "former")
    if text in _PAIRS:
        return _pair(scene, mention) or discourse.last_group
    return _plural(scene, mention, discourse) if text in {"they", "we"} else ()


def _subjective(mention: Mention) -> str:
    """Return a pronoun in lower case as it stands before a verb: "he" for "him"."""
    text = mention.head.text.lower()
    return OBJECTIVE.get(text, text)


def _speaking_before(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return the body that says something in the clause before "it": "the ministry warned X, though it said Y"."""
    if not mention.first or scene.words[mention.first - 1].lower not in _CONTRASTING:
        return ()
    before = _candidates(scene, mention, _BODIES, scene.words[mention.first].sentence, by_name=False)
    spoke = next((one for one in before if scene.cast.reports(one)), None)
    return _known(scene, spoke) if spoke else ()


# persons -----------------------------------------------------------------------------------------------------------


def person_before(
    scene: Scene, mention: Mention, discourse: Discourse, *, but: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return the person whom a pronoun or an epithet takes up.

    It is the one asked before, one named behind the clause, the subject before, or who spoke; one whose given name is
    of the other gender only where there is nobody else. With ``but`` it is somebody else than these.
    """
    if but:
        return _other(scene, mention, but) or tuple(one for one in discourse.last_persons if one not in but)[:1]
    told = _asked(scene, mention) or _behind_clause(scene, mention)
    for by_name in (True, False) if not told else ():
        near = _antecedent(scene, mention, _PERSONS, _FARTHEST_PERSON, by_name=by_name)
        told = near or discourse.last_person(mention.gender, scene.cast, by_name=by_name)
        if told:
            break
    return told


def _other(scene: Scene, mention: Mention, but: tuple[str, ...]) -> tuple[str, ...]:
    """Return the person before a quoted pronoun who does not speak here: one named in the words, else outside."""
    sentence, inside = scene.words[mention.first].sentence, scene.quoted[mention.first]
    for number in range(sentence, sentence - _FARTHEST_PERSON, -1):
        before = [one for one in scene.mentions_in(number) if one.last <= mention.first and one.kind in _PERSONS]
        named = [one for one in before if one.form != "pronoun" and not one.plural]
        told = [(one, scene.cast.of(one)) for one in named if scene.quoted[one.head_first] in {-1, inside}]
        fitting = [(one, who) for one, who in told if who and not set(who) & set(but) and _fits(scene, who, mention)]
        subjects = [(one, who) for one, who in fitting if scene.cast.is_subject(one)]
        if chosen := subjects or fitting:
            return chosen[0][1]
    return ()


def _asked(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return who was asked in the sentence before a pronoun: he answers."""
    for other in scene.mentions_in(scene.words[mention.first].sentence - 1):
        is_asked = other.first > 0 and scene.words[other.first - 1].lower in ASKING and other.kind in _PERSONS
        if is_asked and scene.quoted[other.first - 1] < 0 and not other.plural and _starts_sentence(scene, mention):
            actors = _known(scene, other)
            if actors and _fits(scene, actors, mention):
                return actors
    return ()


def _starts_sentence(scene: Scene, mention: Mention) -> bool:
    at = mention.first
    return at == 0 or scene.words[at - 1].sentence != scene.words[at].sentence


def _behind_clause(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return whom a pronoun in an opening clause announces: "When she arrived, Ana Holm said"."""
    at, sentence = mention.first, scene.words[mention.first].sentence
    opening = scene.words[sentence_first(scene.words, sentence) : at]
    if _SUBORDINATING.isdisjoint(word.lower for word in opening) or any(word.text == "," for word in opening):
        return ()
    for _ in range(_COMMAS):
        comma = scene.commas.first_in(at, len(scene.words))
        if comma is None or comma + 1 >= len(scene.words) or scene.words[comma + 1].sentence != sentence:
            return ()
        for other in scene.by_first.get(comma + 1, ()):
            actors = scene.cast.of(other) if other.is_name and other.kind in _PERSONS else ()
            if actors and _fits(scene, actors, mention):
                return actors
        at = comma + 1
    return ()


# several -----------------------------------------------------------------------------------------------------------


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
    before = range(sentence_first(scene.words, sentence), mention.first)
    nouns = (at for at in before if scene.tree.relation(at) == "nsubj" and scene.tree.is_plural(at))
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


def _pair(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return the two whom "the two", "both" and "neither" mean: the two that a sentence before has named."""
    sentence = scene.words[mention.first].sentence
    for number in range(sentence, sentence - _FARTHEST_PAIR, -1):
        if two := _joint_subject(scene, mention, number):
            return two
        for kinds in (_PERSONS, frozenset({"entity"})):
            two = _named(scene, mention, number, kinds)
            if len(two) == 2:
                return two
        named = (scene.cast.of(one) for one in scene.mentions_in(number) if one.last <= mention.first)
        if two := next((actors for actors in named if len(actors) == 2), ()):
            return two  # "the two sides"
    near = (one for number in range(_FARTHEST_PAIR) for one in _named(scene, mention, sentence - number, _PERSONS))
    two = tuple(dict.fromkeys(near))
    return two[::-1] if len(two) == 2 else ()


def _one_of_two(scene: Scene, mention: Mention, *, is_first: bool) -> tuple[str, ...]:
    """Return the first or the second of the two named last: "the former", "the latter"."""
    sentence = scene.words[mention.first].sentence
    for number in range(sentence, sentence - _FARTHEST_PAIR, -1):
        for kinds in (_PERSONS, _BODIES):
            named = _named(scene, mention, number, kinds)
            if len(named) > 1:
                return (named[-2 if is_first else -1],)
    return ()


def _named(scene: Scene, mention: Mention, sentence: int, kinds: frozenset[str]) -> tuple[str, ...]:
    """Return the actors that names and roles of a sentence before a pronoun mean, each alone, in reading order."""
    inside = scene.quoted[mention.first]
    before = (one for one in scene.mentions_in(sentence) if one.last <= mention.first and one.kind in kinds)
    told = (scene.cast.of(one) for one in before if one.form != "pronoun" and scene.quoted[one.head_first] == inside)
    return tuple(dict.fromkeys(actors[0] for actors in told if len(actors) == 1))


# the subject before --------------------------------------------------------------------------------------------------


def _antecedent(
    scene: Scene, mention: Mention, kinds: frozenset[str], farthest: int, *, by_name: bool = False
) -> tuple[str, ...]:
    """Return whom a pronoun takes up: the subject of its own sentence before it, else of those before that.

    Who only stands behind a preposition yields to the subject of the sentence before his.
    """
    sentence = scene.words[mention.first].sentence
    is_apart = _is_apart(scene, mention)
    before = list(_candidates(scene, mention, kinds, sentence, by_name=by_name)) if is_apart else []
    if spoke := _spoke_before(scene, before):
        return _known(scene, spoke)
    attached: list[Mention] = []
    for number in range(sentence - 1 if is_apart else sentence, sentence - farthest - 1, -1):
        if number < sentence and _is_asked_by_reporter(scene, number):
            continue
        before = list(_candidates(scene, mention, kinds, number, by_name=by_name))
        subjects = [one for one in before if scene.cast.is_subject(one)]
        chosen = subjects or [one for one in before if not scene.is_attached(one)]
        if chosen:
            return _known(scene, chosen[0])
        if attached:
            break
        attached = before
    return _known(scene, attached[0]) if attached else ()


def _opens_clause(scene: Scene, mention: Mention) -> bool:
    """Say whether a pronoun stands behind a comma or a quotation, so that its own sentence names nobody for it."""
    at = mention.first - 1
    return at >= 0 and (scene.words[at].text == "," or scene.quoted[at] >= 0)


def _is_asked_by_reporter(scene: Scene, sentence: int) -> bool:
    """Say whether a sentence is a question outside of quotations: whom it names does not answer it."""
    last = sentence_first(scene.words, sentence + 1) - 1
    return last >= 0 and scene.words[last].text == "?" and scene.quoted[last] < 0


def _is_predicate(scene: Scene, mention: Mention) -> bool:
    """Say whether a role is only what somebody or something is: "was never its owner"."""
    return mention.form == "role" and mention.first > 0 and scene.words[mention.first - 1].lower in _BEING


def _is_apart(scene: Scene, mention: Mention) -> bool:
    """Say whether the sentence of a pronoun names nobody for it: "The rock is Ana Holm's, he said"."""
    is_set_off = _opens_clause(scene, mention) and scene.colon_before(mention.first) is None
    return is_set_off and not _is_behind_semicolon(scene, mention)


def _is_behind_semicolon(scene: Scene, mention: Mention) -> bool:
    """Say whether a pronoun's sentence has gone on from another: "X told them no; pressed for reasons, he said"."""
    before = scene.words[sentence_first(scene.words, scene.words[mention.first].sentence) : mention.first]
    return any(word.text == ";" for word in before)


def _spoke_before(scene: Scene, before: list[Mention]) -> Mention | None:
    """Return the last of some mentions that a frame is turned round for: "'No,' said X, adding Y would, he said"."""
    return next((one for one in reversed(before) if _is_turned_round(scene, one)), None)


def _is_turned_round(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention stands behind "said" that a comma or quotation is before, and has no verb of its own."""
    verb = mention.first - 1
    if verb < 1 or scene.words[verb].lower not in SAID_BEFORE or scene.cast.is_subject(mention):
        return False
    return scene.words[verb - 1].text == "," or scene.closes_quote(verb - 1)


def _candidates(
    scene: Scene, mention: Mention, kinds: frozenset[str], sentence: int, *, by_name: bool
) -> Iterator[Mention]:
    """Yield the known actors of a sentence that stand before a pronoun and agree with it, quoted where it is."""
    inside = scene.quoted[mention.first]
    for other in scene.mentions_in(sentence):
        is_before = other.first < mention.first and scene.quoted[other.head_first] == inside and not other.plural
        if is_before and other.form != "pronoun" and other.kind in kinds and not _is_predicate(scene, other):
            actors = _known(scene, other)
            if actors and _fits(scene, actors, mention, by_name=by_name):
                yield other


def _known(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return whom a mention stands for; who is told by a noun, or introduced by one as a subject, for himself."""
    known = scene.cast.of(mention)
    is_told = (
        mention.definite or (mention.kind == "organization" and bool(mention.owners)) or scene.cast.is_new(mention)
    )
    if not known and mention.form == "role" and is_told and not mention.plural:
        return (scene.cast.unnamed(mention),)
    return known


def _fits(scene: Scene, actors: tuple[str, ...], mention: Mention, *, by_name: bool = True) -> bool:
    """Say whether actors are of a pronoun's gender, as far as that is known; ``by_name`` also by their given names."""
    members = (scene.cast.members[actor] for actor in actors if actor in scene.cast.members)
    return all(one.may_be(mention.gender, by_name=by_name) for one in members)
