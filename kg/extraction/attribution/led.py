"""Quotations that their place gives to somebody, whatever the verb: "She shrugged: '...'", "'...,' she typed"."""

from collections.abc import Iterator

from kg.extraction.attribution.draft import Draft
from kg.extraction.attribution.loose import loose_draft
from kg.extraction.attribution.quotations import stands_alone
from kg.extraction.attribution.speakers.parsed import subject_near
from kg.extraction.coreference import Discourse, Scene, Subject, subject_of
from kg.extraction.mentions import Mention
from kg.extraction.words import POSSESSIVE

_OPENS = frozenset({".", "?", "!", ":"})
_CLOSES = frozenset({",", "?", "!"})


def read_led(scene: Scene, discourse: Discourse, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the quotations that none holds yet and that a colon leads to, or a subject and its verb follow."""
    if not scene.tree.is_parsed or scene.paragraph.block.kind != "body":
        return
    taken = {number for draft in drafts for span in draft.content for number in scene.quotes_in(span)}
    for number in range(len(scene.quotes)):
        draft = None if number in taken else _led_in(scene, discourse, number) or _followed(scene, discourse, number)
        if draft:
            yield draft


# behind a colon ------------------------------------------------------------------------------------------------------


def _led_in(scene: Scene, discourse: Discourse, number: int) -> Draft | None:
    """Read "She had to mend her answer: '...'" and "The mayor's advice: '...'"."""
    first, last = scene.quote_words(number)
    if first == 0 or scene.words[first - 1].text != ":" or not stands_alone(scene, number):
        return None
    subject = _subject_before_colon(scene, first)
    return loose_draft(scene, discourse, subject, (first, last), scene.span(first - 1, first)) if subject else None


def _subject_before_colon(scene: Scene, quote: int) -> Subject | None:
    """Return the person of whom the clause right before a colon tells, or whose the noun there is."""
    first, _ = scene.sentence_before(quote)
    verb = next((at for at in range(quote - 1, first, -1) if scene.tree.is_finite(at) and scene.quoted[at] < 0), None)
    if verb is None:
        owners = (one for one in scene.by_first.get(first, ()) if scene.words[one.last].text in POSSESSIVE)
        return next(map(subject_of, owners), None)
    subject = subject_near(scene, _main(scene, verb), first)
    is_person = subject is not None and all(_is_somebody(one) for one in subject.mentions)
    return subject if is_person and subject and subject.first >= first else None


def _is_somebody(mention: Mention) -> bool:
    """Say whether a mention is a person by its name, role or pronoun: "the reaction" is none."""
    is_role = mention.is_name or mention.noun is not None
    return mention.form == "pronoun" or (is_role and mention.kind == "person")


def _main(scene: Scene, verb: int) -> int:
    """Return what has the subject of a finite verb: of an auxiliary or copula its head."""
    return scene.tree.heads[verb] if scene.tree.relation(verb) in {"aux", "cop"} else verb


# before a subject and a verb -----------------------------------------------------------------------------------------


def _followed(scene: Scene, discourse: Discourse, number: int) -> Draft | None:
    """Read "'They took the boats,' she began": a quotation that opens its sentence and closes with a comma."""
    first, last = scene.quote_words(number)
    if not 2 <= last < len(scene.words) or scene.words[last - 2].text not in _CLOSES or scene.words[last].opens:
        return None
    if first > 0 and scene.words[first - 1].text not in _OPENS and not scene.closes_quote(first - 1):
        return None
    subject = next((subject_of(one) for one in scene.by_first.get(last, ()) if _acts(scene, one)), None)
    if subject is None:
        return None
    return loose_draft(scene, discourse, subject, (first, last), scene.span(subject.last, subject.last + 1))


def _acts(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention is a person's and a finite verb follows it."""
    return _is_somebody(mention) and mention.last < len(scene.words) and scene.tree.is_finite(mention.last)
