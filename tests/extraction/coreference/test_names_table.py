"""Names as a table: who is named in a few sentences, with whom they stand for, written before the rules."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extraction.coreference import Member

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "names.jsonl").read_text(encoding="utf-8").splitlines()
]
KNOWN = {
    "names-003": "'who heads Lebanon's team' names no role noun before the state",
    "names-006": "of two orders of one name the first is kept as the label",
    "names-011": "the tokenizer takes 'W.E.B.' apart",
    "names-031": "a single unknown word with no title and no speech beside it is no name yet",
    "names-069": "a storm is named like a person",
    "names-075": "'came with X' names no person without a title or a known given name",
    "names-093": "a month as a given name",
    "names-094": "a country as a given name, as the object of a preposition",
    "names-096": "a capital as a given name",
    "names-097": "a city as a given name",
    "names-099": "owners without a title, and given names that stand second",
}


def key(name: str) -> str:
    return " ".join(word for word in name.lower().replace("’", "'").split() if word not in {"the", "a", "an"})


def persons(members: dict[str, Member]) -> dict[str, str | None]:
    """Return each person with the label of what that person stands for."""
    named = {ident: member for ident, member in members.items() if member.type == "person" and member.mentions}
    return {
        key(member.label): members[member.represents].label if member.represents else None
        for member in named.values()
        if member.label[:1].isupper() and (member.strong or len(member.tokens) == 1)
    }


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_persons_are_told(case: dict[str, Any], read: Any, request: pytest.FixtureRequest) -> None:
    if case["id"] in KNOWN:
        request.applymarker(pytest.mark.xfail(reason=KNOWN[case["id"]], strict=True))
    wanted = {
        key(actor["label"]): actor["represents"]
        for actor in case["actors"]
        if actor["type"] == "person" and actor["label"][:1].isupper()
    }
    assert persons(read(case["text"]).cast.members) == wanted
