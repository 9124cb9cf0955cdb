"""A SPARQL text as tokens, by the rules of its grammar: the longest match counts, and what fits no rule is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.errors import QueryError

Kind = Literal["iri", "string", "variable", "language", "blank", "name", "number", "word", "mark"]

_LETTER = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_WORD = f"{_LETTER}_0-9\u00b7\u0300-\u036f\u203f-\u2040"
_CODE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ESCAPE = rf"\\[tbnrf\\\"']|{_CODE}"
_ODD = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]"
_LOCAL = rf"(?:[{_LETTER}_0-9:]|{_ODD})(?:(?:[{_WORD}.:-]|{_ODD})*(?:[{_WORD}:-]|{_ODD}))?"
_PREFIX = rf"[{_LETTER}](?:[{_WORD}.-]*[{_WORD}-])?"

_TOKEN = re.compile(
    rf"""
      (?P<space>[\x20\t\r\n]+|\#[^\r\n]*)
    | (?P<iri><(?:[^\x00-\x20<>"{{}}|^`\\]|{_CODE})*>)
    | (?P<string>\"\"\"(?:"{{0,2}}(?:[^"\\]|{_ESCAPE}))*\"\"\"|'''(?:'{{0,2}}(?:[^'\\]|{_ESCAPE}))*'''
        |"(?!"")(?:[^"\\\r\n]|{_ESCAPE})*"|'(?!'')(?:[^'\\\r\n]|{_ESCAPE})*')
    | (?P<variable>[?$][{_LETTER}_0-9][{_WORD}]*)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<blank>_:[{_LETTER}_0-9](?:[{_WORD}.-]*[{_WORD}-])?)
    | (?P<name>(?:{_PREFIX})?:(?:{_LOCAL})?)
    | (?P<number>[0-9]*\.?[0-9]+[eE][+-]?[0-9]+|[0-9]+\.[0-9]*[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+)
    | (?P<word>[A-Za-z][{_WORD}]*)
    | (?P<mark>\^\^|\|\||&&|!=|<=|>=|[{{}}()\[\].,;|/^*+?!=<>-])
    """,
    re.VERBOSE,
)
_UNESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind, its text as it stands, and where it begins."""

    kind: Kind
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a query without its spaces and comments.

    Raises:
        QueryError: something fits no rule of the grammar, such as a string that is not closed.
    """
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if not found:
            raise error_at(text, position, _what_is_wrong(text[position]))
        if found.lastgroup != "space":
            yield Token(found.lastgroup, found.group(), position)  # type: ignore[arg-type] # the groups are the kinds
        position = found.end()


def string_value(token: Token) -> str:
    """Return what a string token says, without its quotation marks and escapes."""
    quotes = 3 if token.text[:3] in ('"""', "'''") and len(token.text) > 3 else 1
    return unescaped(token.text[quotes:-quotes])


def unescaped(text: str) -> str:
    """Return a text with its escapes resolved."""
    return re.sub(r"\\(u.{4}|U.{8}|.)", _unescape, text, flags=re.DOTALL)


def error_at(text: str, position: int, problem: str) -> QueryError:
    """Return an error that says in one line where a query goes wrong: line, column, and the words with a caret."""
    before = text[:position]
    line, column = before.count("\n") + 1, position - before.rfind("\n")
    lines = text.splitlines() or [""]
    there = lines[line - 1] if line <= len(lines) else ""
    start = max(0, column - 1 - 30)
    near = f"{there[start : column - 1]}^{there[column - 1 : column + 20]}".strip()
    return QueryError(f"query line {line} column {column}: {problem}, near '{near}'")


def _unescape(found: re.Match[str]) -> str:
    code = found[1]
    if code[0] in "uU" and len(code) > 1:
        number = int(code[1:], 16)
        if number > 0x10FFFF or 0xD800 <= number < 0xE000:
            raise QueryError(f"the query has {found[0]}, which stands for no character")
        return chr(number)
    return _UNESCAPED.get(code, code)


def _what_is_wrong(character: str) -> str:
    if character in "\"'":
        return "a string is not closed, or has an unknown escape"
    if character == "\\":
        return "a backslash stands outside a string"
    return f"unexpected {character!r}"
