"""What a file is, by what stands in it; its name decides only where the content leaves it open."""

import json
import re
from enum import Enum
from pathlib import Path

from kg.sources.articles import LeftOut


class Format(Enum):
    """The formats that articles are read from."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "json lines"


_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGS = re.compile(r"</?(?:p|div|article|h1|h2|br|span|title|meta)\b[^>]*>", re.IGNORECASE)
_XML = re.compile(r"\s*<(?:\?xml|rss|feed)\b", re.IGNORECASE)
_TABLES = {".csv": "comma", ".tsv": "tab"}


def tell_format(source: str, sample: str) -> Format | LeftOut:
    """Tell the format of a file by its first lines, or say that it is none of ours."""
    suffix = Path(source).suffix.lower()
    if _HTML.match(sample) or (suffix in (".html", ".htm", ".xhtml") and _TAGS.search(sample)):
        return Format.HTML
    if _XML.match(sample):
        return LeftOut(source, "is XML, which is not read", "save the article as text or HTML")
    if sample.lstrip()[:1] in ("{", "["):
        return _kind_of_json(suffix, sample)
    if suffix in _TABLES:
        return LeftOut(source, "is a table, which is not read", "give an object with a text for each line (JSON Lines)")
    return Format.TEXT


def _kind_of_json(suffix: str, sample: str) -> Format:
    """Tell JSON Lines (an object a line) from JSON; a text may begin with a bracket, too."""
    first = sample.lstrip().split("\n", 1)
    if _is_object(first[0]) and (suffix in (".jsonl", ".ndjson") or (len(first) > 1 and first[1].lstrip()[:1] == "{")):
        return Format.JSON_LINES
    if suffix in (".jsonl", ".ndjson"):
        return Format.JSON_LINES
    if suffix == ".json" or re.match(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])", sample):
        return Format.JSON
    return Format.TEXT


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
