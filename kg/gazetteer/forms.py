"""The ways in which a surface form is written in print: headlines, sentence starts, small generic nouns."""

import re
from collections.abc import Container, Iterator

from kg.gazetteer.entries import Name
from kg.gazetteer.folding import fold_form, without_diacritics

# News style writes "Kuril islands", "Taiwan strait", "Minsk agreements" as often as with capitals.
_GENERIC = re.compile(
    r"(?<=\S )(?:Islands?|Islets?|Isles?|Archipelago|Group|Chain|Rocks?|Reefs?|Shoals?|Banks?|Cays?|Atoll|Sea|Straits?"
    r"|Gulf|Bay|Peninsula|Rivers?|Valley|Heights|Farms|Plateau|Desert|Mountains?|Glacier|Lakes?|Region|Province|District"
    r"|Oblast|County|Area|Zone|Corridor|Strip|Enclaves?|Exclave|Triangle|Border|Boundary|Line|Territory|Territories"
    r"|Treat(?:y|ies)|Agreements?|Accords?|Declaration|Communique|Convention|Protocol|Pact|Resolution|Ruling|Award"
    r"|Judgment|Memorandum|Government|Ministry|Navy|Army|Forces?|Coast Guard|News Agency|Council|Commission|Committee)"
    r"(?= |$)"
)
_QUALIFYING = re.compile(
    r"(?<=\S )(?:Foreign|Defen[cs]e|Coast|Peace|Joint|Mutual|Security|Boundary|Border|Friendship|Fisheries|Maritime"
    r"|Autonomy|Autonomous|Neutrality|Basic|Peoples?|Military|Naval|Buffer|Neutral|Gas|Fields?)(?= |$)"
)
_DIRECTION = re.compile(r"(?:Northern|Southern|Eastern|Western)(?= [^\W\d_])")
_SHORTEST_IN_CAPITALS = 5
ARTICLE = "the "


def forms_of(name: Name, *, listed: Container[tuple[str, str]] = ()) -> Iterator[str]:
    """Yield the ways to write a name, with accents and without, folded and without its article; some may come twice.

    ``listed`` are the forms of entries that are names of their own, so that they need not be made of others.
    """
    bare = name.text.removeprefix(ARTICLE)
    yield from written_forms(bare)
    if name.entry.kind == "territory" and _DIRECTION.match(bare):
        yield from (one[:1].lower() + one[1:] for one in written_forms(bare) if _has_capital_behind(one))
    if (unaccented := without_diacritics(bare)) != bare and (name.entry.id, unaccented) not in listed:
        yield from written_forms(unaccented)


def written_forms(form: str) -> Iterator[str]:
    """Yield the ways to write a form, folded; some may come twice.

    Names keep their case, but for headlines in capitals, and there only names that are long enough to be no acronym;
    forms in small letters may begin a sentence or stand in a headline.
    """
    form = fold_form(form)
    yield form
    if form[:1].islower():
        yield form[:1].upper() + form[1:]
    if form == form.lower() and " " in form:
        yield " ".join(word[:1].upper() + word[1:] for word in form.split(" "))
    small = _GENERIC.sub(_in_small_letters, form)
    if small != form:
        yield small
        yield _QUALIFYING.sub(_in_small_letters, small)
    if " " in form or sum(one.isalpha() for one in form) >= _SHORTEST_IN_CAPITALS:
        yield form.upper()


def _has_capital_behind(form: str) -> bool:
    """Say whether more than the first word of a form, and not all of it, is in capitals: not "Northern territories"."""
    return not form.isupper() and form[1:] != form[1:].lower()


def _in_small_letters(match: re.Match[str]) -> str:
    return match[0].lower()
