"""Reported speech as a table: who says what in a few sentences, written before the rules."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import Article
from kg.extraction.attribution import Draft

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "speech.jsonl").read_text(encoding="utf-8").splitlines()
]
KNOWN = {
    "speech-020": "a quotation introduced by a sentence of its own has no cue to hang on",
    "speech-060": "a report is told by whose it is; the table keeps the report as speaker",
    "speech-078": "who is the Sudanese leader is only told in the next paragraph",
    "speech-097": "'was quoted by X as saying': only one of the two layers is read",
    "speech-100": "'according to' inside the words of another speaker",
    "speech-105": "a resolution of the gazetteer is no actor, so it does not speak",
    "speech-109": "the clause of a noun ends at the verb that the noun governs: needs a parse",
    "speech-110": "a promise whose maker is the subject of the clause behind: needs a parse",
    "speech-112": "a relative clause between a noun and its pronoun: needs a parse",
    "speech-129": "a quotation as the object of 'with the words'",
    "speech-131": "the addressee of 'appealed to' is kept in the content, as with 'urged'",
    "speech-154": "the parse takes 'said' of 'said to be' for the verb",
    "speech-182": "the body has another name in the gazetteer",
}


def key(name: str) -> str:
    words = name.lower().replace("’", "'").split()
    return " ".join(word for word in words if word not in {"the", "a", "an"})


def characters(pieces: list[str], text: str) -> set[int]:
    found: set[int] = set()
    at = 0
    for piece in pieces:
        start = text.find(piece, at) if text.find(piece, at) >= 0 else text.find(piece)
        assert start >= 0, f"the case holds words that its text does not: {piece!r}"
        found.update(range(start, start + len(piece)))
        at = start + len(piece)
    return found


def names(article: Article, actor: str) -> set[str]:
    member = article.cast.members[actor]
    return {key(member.label), *(key(span.text) for span in member.mentions)}


def said(article: Article) -> list[tuple[Draft, str]]:
    return [(draft, actor) for draft in article.attributions if not draft.attitude for actor in draft.speakers]


def _complementizer(text: str) -> int:
    """The length of "that" before a clause: content holds it, the table leaves it out."""
    return len("that ") if text.startswith("that ") else 0


def agrees(article: Article, wanted: dict[str, Any], draft: Draft, actor: str) -> bool:
    want = characters(wanted["content"], article.document.text)
    have = {at for span in draft.content for at in range(span.start + _complementizer(span.text), span.end)}
    alike = 2 * len(want & have) / (len(want) + len(have))
    return alike > 0.85 and key(wanted["speaker"]) in names(article, actor)


def unmatched(article: Article, case: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return what is missing and what is too much."""
    left = said(article)
    missing = []
    for wanted in case["statements"]:
        match = next((pair for pair in left if agrees(article, wanted, *pair)), None)
        if match is None:
            missing.append(f"{wanted['speaker']}: {wanted['content']}")
        else:
            left.remove(match)
    return missing, [f"{actor}: {[span.text for span in draft.content]}" for draft, actor in left]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_who_says_what(case: dict[str, Any], read: Any, request: pytest.FixtureRequest) -> None:
    if case["id"] in KNOWN:
        request.applymarker(pytest.mark.xfail(reason=KNOWN[case["id"]], strict=True))
    assert unmatched(read(case["text"]), case) == ([], [])
