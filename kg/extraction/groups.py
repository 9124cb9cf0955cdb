"""Groups that do something: the unnamed people whom a clause's words tell to act ("Herders burned the post")."""

from collections.abc import Iterator, Sequence

from kg.extraction.article import Article
from kg.extraction.coreference import Scene
from kg.extraction.lexicons import words
from kg.extraction.mentions import Mention
from kg.extraction.overlaps import Overlaps
from kg.extraction.words import DETERMINERS, POSSESSIVE_PRONOUNS
from kg.facts import Statement

_GROUPS = frozenset({"person", "group"})
_NOBODY = frozenset({"no", "neither", "any", "either"}) | POSSESSIVE_PRONOUNS
_COUNTING = frozenset({"dozens", "hundreds", "thousands", "hundred", "thousand", "about", "nearly", "of"})
_FORCES = frozenset({"troops", "forces", "soldiers", "delegation", "delegations", "crew", "crews"})


def acting_groups(article: Article) -> set[str]:
    """Return the actors of the unnamed groups that are the subject of a verb in what an article itself tells.

    Officials and soldiers of a state are none: they stand for it.
    """
    said = Overlaps([span for one in article.facts(Statement) for span in one.content])
    found: set[str] = set()
    for scene in article.scenes:
        if scene.paragraph.block.kind == "body":
            for mention in _groups(scene):
                if not said.with_span(mention.head):
                    found.update(scene.cast.of(mention) or (scene.cast.unnamed(mention),))
    return found


def _groups(scene: Scene) -> Iterator[Mention]:
    """Yield the phrases of a paragraph for groups that do something or to whom it is done."""
    for mention in scene.mentions:
        if mention.form == "role" and _is_group(mention) and _takes_part(scene, mention):
            yield mention


def _is_group(mention: Mention) -> bool:
    """Say whether a phrase tells of what kind the people are: not "workers", "no foreign guests", "its troops"."""
    if mention.noun is None or mention.noun.kind not in _GROUPS or not (mention.plural or mention.kind == "group"):
        return False
    is_any = not mention.owners and _is_bare(mention.span.text.split())
    return not is_any and not mention.definite and mention.span.text.split()[0].lower() not in _NOBODY


def _is_bare(phrase: Sequence[str]) -> bool:
    """Say whether the words for people tell only what they are and how many: "workers", "about 40 workers"."""
    *before, head = (word.lower() for word in phrase)
    return head == phrase[-1] and all(word[0].isdigit() or word in DETERMINERS or word in _COUNTING for word in before)


def _takes_part(scene: Scene, mention: Mention) -> bool:
    """Say whether the parse makes a mention the subject of a finite verb, or those of some state its object."""
    tree, noun = scene.tree, scene.tree.joint(mention.head_last - 1)
    if scene.quoted[noun] >= 0:
        return False
    verb = tree.heads[noun]
    if tree.relations[noun] == "obj":
        return bool(mention.owners) and tree.kinds[verb] == "VERB"
    is_told = tree.is_finite(verb) or tree.child(verb, "aux") is not None
    is_subject = tree.relations[noun] == "nsubj" and tree.kinds[verb] == "VERB"
    return is_subject and is_told and tree.relation(verb) != "acl" and not _stands_for_state(mention)


def _stands_for_state(mention: Mention) -> bool:
    return bool(mention.owners) and mention.noun is not None and mention.noun.noun in words("offices") | _FORCES
