"""The words of events name types and subtypes that the ontology has."""

import csv

from kg.ontology import concepts
from kg.resources import resource


def test_every_subtype_is_narrower_than_its_type() -> None:
    with resource("data", "lexicons", "event-words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    named = {(row["type"], row["subtype"]) for row in rows if row["subtype"]}
    assert len(named) > 20
    assert [pair for pair in sorted(named) if pair[1] not in concepts("event-types", broader=pair[0])] == []
