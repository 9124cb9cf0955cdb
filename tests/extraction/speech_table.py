"""Tables of cases on who says and thinks what, and how what was read agrees with them."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import Article
from kg.extraction.attribution import Draft

CASES = Path(__file__).parents[1] / "cases"
_SAME_CONTENT, SAME_PHRASE = 0.85, 0.5


def read_table(name: str, known: dict[str, str]) -> list[Any]:
    """Return the cases of a table as parameters; those known to fail must fail, by a comparison and no crash."""
    cases = [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [pytest.param(case, id=case["id"], marks=_marks(case["id"], known)) for case in cases]


def _marks(ident: str, known: dict[str, str]) -> list[Any]:
    return [pytest.mark.xfail(reason=known[ident], strict=True, raises=AssertionError)] if ident in known else []


# who -----------------------------------------------------------------------------------------------------------


def key(name: str) -> str:
    """Return a name without its articles, for comparison."""
    words = name.lower().replace("’", "'").split()
    return " ".join(word for word in words if word not in {"the", "a", "an"})


def names(article: Article, actor: str) -> set[str]:
    """Return what an actor is called: its label and all its mentions."""
    member = article.cast.members[actor]
    return {key(member.label), *(key(span.text) for span in member.mentions)}


def said(article: Article) -> list[tuple[Draft, str]]:
    """Return the statements with one speaker each."""
    return [(draft, actor) for draft in article.attributions if not draft.attitude for actor in draft.speakers]


def thought(article: Article) -> list[tuple[Draft, str]]:
    """Return the attitudes with one holder each."""
    return [(draft, actor) for draft in article.attributions if draft.attitude for actor in draft.speakers]


# where ---------------------------------------------------------------------------------------------------------


def occurrences(words: str, text: str) -> list[range]:
    """Return where words stand in a text as whole words, case kept."""
    return [range(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def overlap(one: Iterable[int], other: Iterable[int]) -> float:
    """Return how far two sets of characters are the same, between 0 and 1."""
    here, there = set(one), set(other)
    return 2 * len(here & there) / (len(here) + len(there))


def characters(pieces: list[str], text: str) -> set[int]:
    """Return where the pieces stand in a text, one behind the other."""
    found: set[int] = set()
    at = 0
    for piece in pieces:
        start = text.find(piece, at) if text.find(piece, at) >= 0 else text.find(piece)
        if start < 0:
            message = f"the case holds words that its text does not: {piece!r}"
            raise ValueError(message)
        found.update(range(start, start + len(piece)))
        at = start + len(piece)
    return found


def _complementizer(text: str) -> int:
    """The length of "that" before a clause: content holds it, the table leaves it out."""
    return len("that ") if text.startswith("that ") else 0


# agreement -----------------------------------------------------------------------------------------------------


def agrees(article: Article, wanted: dict[str, Any], draft: Draft, actor: str) -> bool:
    """Say whether an attribution has the content wanted and the speaker or holder wanted."""
    want = characters(wanted["content"], article.document.text)
    have = {at for span in draft.content for at in range(span.start + _complementizer(span.text), span.end)}
    who = wanted.get("speaker") or wanted["holder"]
    return overlap(want, have) > _SAME_CONTENT and key(who) in names(article, actor)


def is_in_source(article: Article, wanted: dict[str, Any], draft: Draft) -> bool:
    """Say whether an attribution was read from the phrase wanted, wherever that stands."""
    source = range(draft.source.start, draft.source.end) if draft.source else range(0)
    return any(overlap(source, place) > SAME_PHRASE for place in occurrences(wanted["source"], article.document.text))


def misplaced(article: Article, expected: list[dict[str, Any]], found: list[tuple[Draft, str]]) -> list[str]:
    """Return the sources wanted of attributions that agree but were read from other phrases."""
    return [
        wanted["source"]
        for wanted in expected
        if (alike := [pair[0] for pair in found if agrees(article, wanted, *pair)])
        and not any(is_in_source(article, wanted, draft) for draft in alike)
    ]


def unmatched(
    article: Article,
    expected: list[dict[str, Any]],
    found: list[tuple[Draft, str]],
    agree: Any = agrees,
) -> tuple[list[str], list[str]]:
    """Return what is missing and what is too much."""
    left = list(found)
    missing = []
    for wanted in expected:
        match = next((pair for pair in left if agree(article, wanted, *pair)), None)
        if match is None:
            missing.append(f"{wanted.get('speaker') or wanted['holder']}: {wanted['content']}")
        else:
            left.remove(match)
    return missing, [f"{actor}: {[span.text for span in draft.content]}" for draft, actor in left]
