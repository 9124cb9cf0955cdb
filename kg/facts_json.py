"""Facts as JSON, the public contract of ``kg extract``: one object an article, one article a line.

The shape follows the dataclasses of `kg.facts` field by field, and so does the schema in ``docs/facts.schema.json``.
A value that the article does not tell is written as null, a list without members as ``[]``, and a span as
``{"text", "start", "end"}``.
"""

import json
import re
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from kg.dates import PartialDate, parse
from kg.documents import Document, Span
from kg.errors import SourceError
from kg.facts import ArticleFacts

SCHEMA_ADDRESS = "https://w3id.org/territorial-dispute/facts.schema.json"

# JSON allows these in strings, but the first three break a line for some readers, and halves of a pair are no UTF-8.
_ESCAPED = re.compile("[\u0085\u2028\u2029\ud800-\udfff]")

_MOMENT = r"(\d{4}(-\d\d(-\d\d)?)?|\d{3}X|\d{2}XX)"

_DOCUMENT = {
    "id": str,
    "source": str,
    "title": str | None,
    "publisher": str | None,
    "published": PartialDate | None,
    "language": str,
    "sha256": str,
    "length": int,
}


def facts_to_json(facts: ArticleFacts) -> dict[str, Any]:
    """Return all that was read in an article as values of JSON.

    >>> facts_to_json(ArticleFacts(Document(key="a", source="a.txt", text="")))["document"]["length"]
    0
    """
    kinds = (field.name for field in fields(facts) if field.name != "document")
    return {"document": _document_to_json(facts.document)} | {kind: _value(getattr(facts, kind)) for kind in kinds}


def facts_to_line(facts: ArticleFacts) -> str:
    """Return an article's facts as one line of JSON Lines, without its end."""
    line = json.dumps(facts_to_json(facts), ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def facts_from_json(data: dict[str, Any], text: str) -> ArticleFacts:
    """Return the facts that `facts_to_json` wrote, on the text they were read in.

    The document comes back with what the JSON tells of it: without its layout and its address.

    Raises:
        SourceError: the facts do not have the shape of the contract, or were read in another text.
    """
    source = data.get("document", {}).get("source", "facts") if isinstance(data, dict) else "facts"
    try:
        document = _document_from_json(data["document"], text)
        hints = get_type_hints(ArticleFacts)
        kinds = {name: _read(data[name], hint, name) for name, hint in hints.items() if name != "document"}
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"{source}: these are no facts of kg ({error}); write them with kg extract") from error
    if document.sha256 != data["document"]["sha256"]:
        raise SourceError(f"{source}: the facts were read in another text than this; extract them again")
    return ArticleFacts(document, **kinds)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one article's facts, made from the dataclasses."""
    definitions: dict[str, Any] = {}
    hints = {name: hint for name, hint in get_type_hints(ArticleFacts).items() if name != "document"}
    properties = {"document": _object({name: _schema(hint, definitions) for name, hint in _DOCUMENT.items()})}
    properties |= {name: _schema(hint, definitions) for name, hint in hints.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ADDRESS,
        "title": "Facts of one article",
        "description": "What kg extract prints for an article; made from kg/facts.py by scripts/write_schema.py.",
        **_object(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Return the schema as it is kept in ``docs/facts.schema.json``."""
    return json.dumps(json_schema(), indent=2) + "\n"


def _document_to_json(document: Document) -> dict[str, Any]:
    return {name: len(document.text) if name == "length" else _value(getattr(document, name)) for name in _DOCUMENT}


def _document_from_json(data: dict[str, Any], text: str) -> Document:
    known = {name: _read(data[name], hint, f"document.{name}") for name, hint in _DOCUMENT.items()}
    told = {name: known[name] for name in ("source", "title", "publisher", "published", "language")}
    document = Document(key=known["source"], text=text, **told)
    document.__dict__["id"] = known["id"]  # the key it is a hash of is not told
    return document


def _value(value: object) -> Any:
    """Return a value of the facts as a value of JSON."""
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Span):
        return {"text": value.text, "start": value.start, "end": value.end}
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _value(getattr(value, field.name)) for field in fields(value)}
    return value


def _read(value: Any, hint: Any, place: str) -> Any:
    """Return a value of JSON as the type that the dataclass wants.

    Raises:
        TypeError, KeyError, ValueError: it is none of that type; says where.
    """
    if (inner := _optional(hint)) is not None:
        return None if value is None else _read(value, inner, place)
    if get_origin(hint) is tuple:
        return tuple(_read(one, get_args(hint)[0], f"{place}[{i}]") for i, one in enumerate(_check(value, list, place)))
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise ValueError(f"{place} is {value!r}")
        return value
    if hint is PartialDate:
        return _read_date(_check(value, str, place), place)
    if is_dataclass(hint):
        return _read_dataclass(_check(value, dict, place), hint, place)
    return _check(value, (int, float) if hint is float else hint, place)


def _read_date(value: str, place: str) -> PartialDate:
    if (date := parse(value)) is None:
        raise ValueError(f"{place} is {value!r}")
    return date


def _read_dataclass(data: dict[str, Any], kind: Any, place: str) -> Any:
    return kind(**{name: _read(data[name], hint, f"{place}.{name}") for name, hint in _hints(kind).items()})


def _check(value: Any, kind: Any, place: str) -> Any:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(f"{place} is {value!r}")
    return value


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type; those of dataclasses are added to the definitions."""
    if (inner := _optional(hint)) is not None:
        return {"anyOf": [_schema(inner, definitions), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if hint is PartialDate:
        return {"type": "string", "pattern": f"^{_MOMENT}(/{_MOMENT})?$"}
    if is_dataclass(hint):
        return _reference(hint, definitions)
    return {"type": {str: "string", int: "integer", float: "number"}[hint]}


def _reference(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # so that a type within itself ends
        properties = {field: _schema(hint, definitions) for field, hint in _hints(kind).items()}
        definitions[name] = {"description": _summary(kind), **_object(properties)}
    return {"$ref": f"#/$defs/{name}"}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _optional(hint: Any) -> Any:
    """Return the type that may be missing, or None where it may not."""
    if get_origin(hint) is types.UnionType and type(None) in get_args(hint):
        return next(one for one in get_args(hint) if one is not type(None))
    return None


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: hints[name] for name in _names(kind)}


def _names(kind: Any) -> Iterator[str]:
    if kind is Span:
        return iter(("text", "start", "end"))
    return (field.name for field in fields(kind))


def _summary(kind: Any) -> str:
    return (kind.__doc__ or "").strip().split("\n")[0]
