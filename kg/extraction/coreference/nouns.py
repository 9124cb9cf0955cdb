"""Nouns that no list knows as mentions of their own: "protesters", "a neighbour"."""

from kg.extraction.coreference.scene import Bounds, Scene
from kg.extraction.mentions import Mention
from kg.extraction.words import GENDERS, OBJECTIVE


def open_mention(scene: Scene, noun: int, phrase: Bounds) -> Mention:
    """Return a noun that no list knows, or a pronoun that is no subject, as a mention: "protesters", "him"."""
    if (word := scene.words[noun].lower) in OBJECTIVE:
        span = scene.span(noun, noun + 1)
        place = scene.paragraph.index, noun, noun + 1, noun, noun + 1
        return Mention(*place, "pronoun", "pronoun", span, span, gender=GENDERS.get(OBJECTIVE[word]))
    first, last = _core(scene, noun, phrase)
    span, head = scene.span(first, last), scene.span(noun, noun + 1)
    return Mention(
        scene.paragraph.index,
        first,
        last,
        noun,
        noun + 1,
        "role",
        "person",
        span,
        head,
        many=scene.tree.is_plural(noun),
    )


def _core(scene: Scene, noun: int, phrase: Bounds) -> Bounds:
    """Return a noun with what hangs on it, without relative clauses and appositions."""
    tree = scene.tree
    loose = ("acl", "appos", "parataxis", "conj", "cc", "punct", "advcl", "case", "mark")
    close = [child for child in tree.children(noun) if tree.relation(child) not in loose]
    firsts, lasts = zip(*(tree.bounds(child) for child in close), (noun, noun + 1), strict=False)
    last = min(max(lasts), phrase[1])
    comma = next((at for at in range(noun + 1, last) if scene.words[at].text == ","), last)
    return max(min(firsts), phrase[0]), comma
