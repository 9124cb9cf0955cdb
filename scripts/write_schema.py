"""Write docs/facts.schema.json from the dataclasses of kg/facts.py."""

from pathlib import Path

from kg.facts_json import schema_text

if __name__ == "__main__":
    path = Path(__file__).resolve().parent.parent / "docs" / "facts.schema.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(schema_text(), encoding="utf-8")
