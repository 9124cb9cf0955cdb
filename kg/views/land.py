"""The coasts that the map draws: outlines of land without any border, from Natural Earth (public domain)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("assets") / "land.json"


@cache
def read_land() -> Any:
    """Return the step of the outlines in degrees, and the outlines.

    An outline is one list of whole numbers: where it begins, and from there the way to each next point, in steps east
    and north. ``scripts/write_land.py`` writes the file.
    """
    return json.loads(_FILE.read_text("utf-8"))
