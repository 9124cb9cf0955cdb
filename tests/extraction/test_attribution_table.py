"""Reported speech as tables: who says what, in a few sentences and in long ones, written before the rules."""

from typing import Any

import pytest

from tests.extraction.speech_table import misplaced, read_table, said, unmatched

KNOWN = {
    "attribution-008": "a concession with a speaker of its own behind a frame: ', although truckers ... said'",
    "attribution-014": "a name between a role and a dash is not the speaker: 'The speaker of X, Y — a farmer — said'",
    "attribution-024": "'according to a notice' keeps only the noun, without what hangs on it",
    "attribution-056": "an analysis of somebody's is not told to be his",
    "attribution-062": "two nationalities of one noun: only the last is told",
    "attribution-068": "the body without a name keeps 'state' in its own",
    "attribution-078": "an apposition before the second verb stays in the content: 'and one of them, X, offered'",
    "attribution-082": "'told' with an infinitive leaves out whom it tells, and takes a relative clause behind",
    "attribution-086": "'the statement' speaks for itself where the body did not speak before it",
    "attribution-087": "the parse makes the noun of a conclusion the root, and its verb a part of the clause",
    "attribution-092": "the subject of the clause behind 'asked how long' is taken for who said",
    "attribution-098": "what is asked ends behind the first part of a condition: 'why, if A, B'",
    "attribution-105": "two unnamed speakers joined by 'and' behind what they say",
    "attribution-108": "a ruling with participles behind it is no subject",
    "attribution-109": "a survey behind what it showed is no subject",
    "attribution-114": "'a former aide to the president': the president speaks and asks",
    "attribution-120": "'as X put it' in parentheses behind a quotation",
    "attribution-122": "what stands before a frame with a bracket behind it is left out",
    "attribution-125": "a minister of a state that is only named later: 'the Marshall Islands' foreign minister'",
    "attribution-126": "'his' is kept in the speaker, as the text has it",
    "attribution-127": "somebody's speech inside a quotation whose second clause is elliptic",
    "attribution-136": "'all told' at the beginning",
    "speech-020": "a quotation introduced by a sentence of its own has no cue to hang on",
    "speech-060": "a report is told by whose it is; the table keeps the report as speaker",
    "speech-078": "who is the Sudanese leader is only told in the next paragraph",
    "speech-100": "'according to' inside the words of another speaker",
    "speech-105": "a resolution of the gazetteer is no actor, so it does not speak",
    "speech-109": "the clause of a noun ends at the verb that the noun governs: needs a parse",
    "speech-110": "a promise whose maker is the subject of the clause behind: needs a parse",
    "speech-112": "a relative clause between a noun and its pronoun: needs a parse",
    "speech-131": "the addressee of 'appealed to' is kept in the content, as with 'urged'",
    "speech-182": "the body has another name in the gazetteer",
}

KNOWN_SOURCES = {
    "attribution-005": "the relative clause behind a comma is read as part of the source",
    "attribution-009": "an apposition behind a comma is read as part of the source",
    "attribution-010": "an apposition behind a comma is read as part of the source",
    "attribution-011": "an apposition behind a comma is read as part of the source",
    "attribution-012": "an apposition behind a comma is read as part of the source",
    "attribution-013": "an apposition behind a comma is read as part of the source",
    "attribution-015": "an apposition behind a comma is read as part of the source",
    "attribution-016": "the role before a comma and a name is not read as part of the source",
    "attribution-017": "a participle behind a comma is read as part of the source",
    "attribution-018": "the source of a relative clause is 'who'",
    "attribution-019": "the source of a relative clause is 'who'",
    "attribution-021": "the source of a relative clause is 'who'",
    "attribution-022": "the source of a relative clause is 'who'",
    "attribution-043": "an apposition behind a comma is read as part of the source",
    "attribution-111": "an apposition behind a comma is read as part of the source",
    "attribution-113": "the relative clause behind a comma is read as part of the source",
    "attribution-125": "a participle behind a comma is read as part of the source",
}


@pytest.mark.parametrize("case", read_table("speech", KNOWN))
def test_who_says_what(case: dict[str, Any], read: Any) -> None:
    article = read(case["text"])
    assert unmatched(article, case["statements"], said(article)) == ([], [])


@pytest.mark.parametrize("case", read_table("attribution", KNOWN))
def test_who_says_what_in_the_sentences_of_agencies(case: dict[str, Any], read: Any) -> None:
    article = read(case["text"])
    assert unmatched(article, case["statements"], said(article)) == ([], [])


@pytest.mark.parametrize("case", read_table("attribution", KNOWN_SOURCES))
def test_what_is_said_is_read_from_its_source(case: dict[str, Any], read: Any) -> None:
    article = read(case["text"])
    assert misplaced(article, case["statements"], said(article)) == []
