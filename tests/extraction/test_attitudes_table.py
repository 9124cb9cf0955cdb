"""Beliefs, hopes, wishes, intentions and fears as a table: who holds what, beside speech, written before the rules."""

from typing import Any

import pytest

from kg.extraction import Article
from kg.extraction.attribution import Draft
from tests.extraction.speech_table import agrees, read_table, said, thought, unmatched

KNOWN = {
    "attitudes-011": "the tagger takes 'long' in 'long to' for an adverb",
    "attitudes-012": "'have come to see' is negated or possible speech to the rules",
    "attitudes-014": "the tagger takes 'suspect' behind a long subject for a noun",
    "attitudes-015": "the participle before the subject is also taken for what the subject orders",
    "attitudes-018": "the clause before a semicolon is taken into what 'according to' tells",
    "attitudes-019": "'people close to her' is no subject",
    "attitudes-020": "a second predicate stays in the wish: 'and never has'",
    "attitudes-026": "the phrase 'among X' of a noun of fearing is not read",
    "attitudes-027": "the clause of a noun ends at the verb that the noun governs",
    "attitudes-028": "an intention before ', he told X,' is not read, and the frame set in not told apart",
    "attitudes-029": "'seek' of things that are asked for is a deed",
    "attitudes-030": "a poll by somebody the tables do not know speaks itself",
    "attitudes-031": "words set in between 'expects' and its object",
    "attitudes-033": "'both' alone names nobody",
    "attitudes-034": "a clause behind a semicolon is not parted before a frame set in",
    "attitudes-035": "'said as much' has no words, and takes the clause before it",
    "attitudes-037": "'and few of them' behind what is feared stays in it",
    "attitudes-038": "a second predicate stays in the hope: 'and is in no mood to'",
    "attitudes-045": "'consider' for deliberate",
    "attitudes-051": "'expect' a child",
}
KINDS = {"expectation": "belief"}
"""What the lexicon tells apart and the table does not."""


def agrees_in_kind(article: Article, wanted: dict[str, Any], draft: Draft, actor: str) -> bool:
    return KINDS.get(draft.kind, draft.kind) == wanted["kind"] and agrees(article, wanted, draft, actor)


@pytest.mark.parametrize("case", read_table("attitudes", KNOWN))
def test_who_thinks_and_says_what(case: dict[str, Any], read: Any) -> None:
    article = read(case["text"])
    attitudes = unmatched(article, case["attitudes"], thought(article), agrees_in_kind)
    assert (attitudes, unmatched(article, case["statements"], said(article))) == (([], []), ([], []))
