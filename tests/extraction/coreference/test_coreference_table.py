"""Whom pronouns, role nouns and short forms stand for that say something, as a table written before the rules."""

from typing import Any

import pytest

from kg.documents import Span
from kg.extraction import Article
from tests.extraction.speech_table import SAME_PHRASE, key, names, occurrences, overlap, read_table

KNOWN = {
    "coreference-007": "a pronoun behind a comma goes to the sentence before, not to the subject of its own",
    "coreference-010": "'sister' is left out of the name as a title",
    "coreference-017": "a full name behind a verb, without a title, is no person",
    "coreference-021": "'the Finn' of somebody whose state no word tells",
    "coreference-031": "'the government in Georgetown' is the state only where it is a subject itself",
    "coreference-032": "a pronoun inside what is said, before the cue",
    "coreference-036": "a surname of two persons goes to the one named last, not to the subject",
    "coreference-039": "a frame set in parts the subject from its verb: 'her client, she said, told ...'",
    "coreference-046": "'I', 'you' and 'he' in a quotation",
    "coreference-053": "the noun is left out behind a possessive: 'Lebanon's, Walid Karam'",
    "coreference-058": "a given name that is a title as well",
    "coreference-063": "two sentences about two persons: the first subject is taken",
    "coreference-067": "two sentences about two persons: the first subject is taken",
    "coreference-072": "a party as a role noun",
    "coreference-076": "an account is no noun of saying; a diplomat is only whoever is called so before",
    "coreference-080": "'gave his name as' names nobody",
    "coreference-082": "'according to' behind a subject that tells: two layers",
    "coreference-085": "a pronoun before the name that it stands for",
    "coreference-087": "a ship's manager with no word that makes it a firm",
    "coreference-088": "a pronoun that says nothing is not resolved; 'they denied it' has no words",
    "coreference-089": "an unknown full name in an apposition to 'guest' is no person",
}


def nearness(span: Span | None, place: range) -> float:
    """Return how far a span is the words at a place; 0 where it is no half of them."""
    near = overlap(range(span.start, span.end), place) if span else 0.0
    return near if near > SAME_PHRASE else 0.0


def meant_at(article: Article, place: range) -> set[str]:
    """Return the actors that the words at a place stand for: as a source of words, else as a mention."""
    speaking = {actor for draft in article.attributions if nearness(draft.source, place) for actor in draft.speakers}
    return speaking or mentioned_at(article, place)


def mentioned_at(article: Article, place: range) -> set[str]:
    """Return the actors that the nearest mention stands for."""
    texts = (article.cast.mentions(paragraph.index) for paragraph in article.analysis.paragraphs)
    near = {
        mention: max(nearness(mention.span, place), nearness(mention.head, place)) for text in texts for mention in text
    }
    nearest = max(near, key=lambda mention: near[mention], default=None)
    return set(article.references.of(nearest)) if nearest and near[nearest] else set()


def means(article: Article, place: range, entity: str | list[str] | None) -> bool:
    """Say whether the words at a place stand for the entity; nobody whom the text names is nobody but the words."""
    actors = meant_at(article, place)
    if entity is None:
        words = set(key(article.document.text[place.start : place.stop]).split())
        return all(words.issuperset(key(article.cast.members[actor].label).split()) for actor in actors)
    wanted = [entity] if isinstance(entity, str) else entity
    return len(actors) == len(wanted) and all(
        any(key(name) in names(article, actor) for actor in actors) for name in wanted
    )


@pytest.mark.parametrize("case", read_table("coreference", KNOWN))
def test_whom_words_stand_for(case: dict[str, Any], read: Any) -> None:
    article = read(case["text"])
    wrong = []
    for mention in case["mentions"]:
        place = occurrences(mention["text"], case["text"])[mention["occurrence"] - 1]
        if not means(article, place, mention["entity"]):
            wrong.append(f"{mention['text']} {place}: {meant_at(article, place)} for {mention['entity']}")
    assert wrong == []
