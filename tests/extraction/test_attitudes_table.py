"""Beliefs, hopes, wishes, intentions and fears as a table: who holds what, beside speech, written before the rules."""

from typing import Any

import pytest

from kg.extraction import Article
from kg.extraction.attribution import Draft
from tests.extraction.speech_table import agrees, read_table, said, thought, unmatched

KNOWN = {
    "attitudes-003": "a noun phrase behind the comma comments on the belief: 'a view shared by'",
    "attitudes-004": "a clause behind ', although' stays in the intention",
    "attitudes-005": "speech behind an intention with an infinitive is not read: 'X intends to A, officials said'",
    "attitudes-006": "a clause that 'and' joins to the holder's stays in the fear",
    "attitudes-010": "the clause behind a semicolon stays in the belief",
    "attitudes-011": "'long to' is in no list",
    "attitudes-012": "'come to see' and 'are convinced that' are in no list",
    "attitudes-013": "'would like' is in no list",
    "attitudes-014": "'suspect' is in no list",
    "attitudes-015": "the participle before the subject is also taken for what the subject orders",
    "attitudes-017": "'is confident that' is in no list",
    "attitudes-018": "the clause behind a semicolon stays in the doubt; 'according to' is not read in its middle",
    "attitudes-019": "'is worried that' is in no list; 'people close to her' is no subject",
    "attitudes-020": "a denied wish before speech is not read",
    "attitudes-021": "'assume' is in no list",
    "attitudes-024": "what speakers hope for themselves is an attitude beside the statement",
    "attitudes-026": "the phrase 'among X' of a noun of fearing is not read",
    "attitudes-027": "the clause of a noun ends at the verb that the noun governs",
    "attitudes-028": "an intention before ', he told X,' is not read, and the frame set in not told apart",
    "attitudes-029": "'seek' of things that are asked for is a deed",
    "attitudes-030": "a poll by somebody the tables do not know speaks itself",
    "attitudes-031": "words set in between 'expects' and its object",
    "attitudes-033": "'wish to' is a hope in the lexicon; 'both' alone names nobody",
    "attitudes-034": "'dream of' is in no list; a clause behind a semicolon is not parted before a frame set in",
    "attitudes-035": "'said as much' has no words, and takes the clause before it",
    "attitudes-036": "'is anxious to' is in no list",
    "attitudes-037": "'are afraid' is in no list",
    "attitudes-038": "a second predicate stays in the hope: 'and is in no mood to'",
    "attitudes-041": "a plan aims",
    "attitudes-045": "'consider' for deliberate",
    "attitudes-049": "a thing wants",
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
