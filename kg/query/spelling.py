"""A foreign query, read and written anew before a database sees it.

The database would fetch from any address that a SERVICE names, and cannot be told not to; so it gets no text that was
not understood here. The query is cut into tokens, each word is looked up among those allowed, and a new text is spelled
from the tokens: no comments, every string in one form, and every IRI as a prefixed name - so that no reader of it can
see other tokens in it than were checked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from urllib.parse import urljoin

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query.tokens import Token, error_at, string_value, tokens, unescaped
from kg.query.words import ALLOWED, FORMS, UPDATES

MOST_TOKENS = 10_000  # the database's parser ends the whole process when a query nests or chains too deeply
DEEPEST = 64

_OPENING = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_OPENING.values())
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True)
class CheckedQuery:
    """A query that was understood: its new text, the prefixes that the text needs, and the way back to the original.

    ``form`` is SELECT, ASK, CONSTRUCT or DESCRIBE; ``graphs`` are those that FROM names.
    """

    original: str
    form: str
    text: str
    prefixes: dict[str, str]
    base: str | None
    graphs: tuple[str, ...]
    _columns: tuple[int, ...]
    _starts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self._starts)

    def beginning(self, count: int) -> str:
        """Return the new text of the first `count` tokens."""
        return self.text[: self._columns[count]] if count < len(self) else self.text

    def token(self, index: int) -> str:
        """Return a sign of the new text in quotation marks, as errors show it; empty after the last."""
        return f"'{self.beginning(index + 1)[len(self.beginning(index)) :].strip()}'" if index < len(self) else ""

    def error(self, index: int, problem: str) -> QueryError:
        """Return an error at a token, told at its place in the original."""
        at_end = index >= len(self)
        return error_at(self.original, len(self.original.rstrip()) if at_end else self._starts[index], problem)


def check_query(text: str, *, prefixes: Mapping[str, str]) -> CheckedQuery:
    """Understand a query that may only read what is here; prefixes that it does not declare itself are taken from ours.

    Raises:
        QueryError: it is no query, asks another server (SERVICE), changes data, or has a word or form that is unknown.
    """
    return _Speller(text, prefixes).checked()


def _last(open_: list[Token]) -> str:
    return open_[-1].text if open_ else ""


class _Speller:
    def __init__(self, text: str, prefixes: Mapping[str, str]) -> None:
        self._text = text
        self._prefixes = dict(prefixes)
        self._base: str | None = None
        self._names: dict[str, str] = {}
        self._blanks: dict[str, int] = {}
        self._spelled: list[str] = []
        self._columns: list[int] = []
        self._length = 0

    def checked(self) -> CheckedQuery:
        body = self._body(self._all_tokens())
        form = self._form(body)
        self._check_brackets(body)
        for token, before in zip(body, [None, *body], strict=False):
            self._write(token, before)
        return CheckedQuery(
            original=self._text,
            form=form,
            text="".join(self._spelled),
            prefixes={name.rstrip(":"): iri for iri, name in self._names.items()},
            base=self._base,
            graphs=tuple(self._graphs(body)),
            _columns=tuple(self._columns),
            _starts=tuple(token.start for token in body),
        )

    def _all_tokens(self) -> list[Token]:
        found: list[Token] = []
        for token in tokens(self._text):
            found.append(token)
            if len(found) > MOST_TOKENS:
                raise QueryError(f"the query is too long: more than {MOST_TOKENS} words and signs")
        return found

    def _body(self, found: list[Token]) -> list[Token]:
        """Take the declarations of BASE and PREFIX off the beginning and remember them."""
        rest = found
        while rest and rest[0].kind == "word" and rest[0].text.upper() in ("BASE", "PREFIX"):
            rest = self._declare_base(rest) if rest[0].text.upper() == "BASE" else self._declare_prefix(rest)
        return rest

    def _declare_base(self, found: list[Token]) -> list[Token]:
        if len(found) < 2 or found[1].kind != "iri":
            raise self._error(found[0], "after BASE comes an address in angle brackets")
        self._base = self._resolve(found[1])
        return found[2:]

    def _declare_prefix(self, found: list[Token]) -> list[Token]:
        if len(found) < 3 or found[1].kind != "name" or not found[1].text.endswith(":") or found[2].kind != "iri":
            raise self._error(found[0], "after PREFIX come a name with a colon and an address in angle brackets")
        self._prefixes[found[1].text[:-1]] = self._resolve(found[2])
        return found[3:]

    def _form(self, body: list[Token]) -> str:
        word = body[0].text.upper() if body else ""
        if word in UPDATES:
            raise self._error(body[0], f"{word} would change the store; queries only read")
        if word not in FORMS:
            where = body[0] if body else Token("mark", "", len(self._text.rstrip()))
            raise self._error(where, f"a query begins with {', '.join(FORMS[:-1])} or {FORMS[-1]}")
        return word

    def _check_brackets(self, body: list[Token]) -> None:
        open_: list[Token] = []
        for token in body:
            if token.kind == "mark" and token.text in _OPENING:
                open_.append(token)
            elif token.kind == "mark" and token.text in _CLOSING and _OPENING.get(_last(open_)) != token.text:
                raise self._error(token, f"'{token.text}' closes what was not opened")
            elif token.kind == "mark" and token.text in _CLOSING:
                open_.pop()
            if len(open_) > DEEPEST:
                raise self._error(token, f"brackets are nested more than {DEEPEST} deep")
        if open_:
            raise self._error(open_[-1], f"'{open_[-1].text}' is never closed")

    def _graphs(self, body: list[Token]) -> list[str]:
        """Return the graphs that FROM names; the words FROM and NAMED stand nowhere else."""
        found = []
        for before, token in pairwise(body):
            if before.kind == "word" and before.text.upper() in ("FROM", "NAMED") and token.kind in ("iri", "name"):
                found.append(self._resolve(token))
        return found

    def _write(self, token: Token, before: Token | None) -> None:
        apart = before is None or before.start + len(before.text) < token.start
        piece = (" " if apart else "") + self._spell(token)
        self._columns.append(self._length)
        self._spelled.append(piece)
        self._length += len(piece)

    def _spell(self, token: Token) -> str:
        if token.kind in ("iri", "name"):
            return f" {self._name(self._resolve(token))} "
        if token.kind == "string":
            return f" {Literal(string_value(token))} "
        if token.kind == "blank":
            return f" _:b{self._blanks.setdefault(token.text, len(self._blanks))} "
        if token.kind == "word":
            self._check_word(token)
        return token.text

    def _name(self, iri: str) -> str:
        return self._names.setdefault(iri, f"n{len(self._names)}:")

    def _check_word(self, token: Token) -> None:
        word = token.text.upper()
        if word == "SERVICE":
            raise self._error(token, "SERVICE would ask another server; queries stay in this store")
        if word in UPDATES:
            raise self._error(token, f"{word} would change the store; queries only read")
        if word in ("BASE", "PREFIX"):
            raise self._error(token, f"{word} stands at the beginning of a query only")
        if word not in ALLOWED:
            near = get_close_matches(word, ALLOWED, n=1)
            raise self._error(token, f"unknown word '{token.text}'" + (f"; did you mean {near[0]}?" if near else ""))

    def _resolve(self, token: Token) -> str:
        iri = self._iri(token) if token.kind == "iri" else self._prefixed(token)
        try:
            return NamedNode(iri).value
        except ValueError as error:
            raise self._error(token, f"<{iri}> is no IRI") from error

    def _iri(self, token: Token) -> str:
        iri = unescaped(token.text[1:-1])
        if _ABSOLUTE.match(iri):
            return iri
        if self._base is None:
            raise self._error(token, f"<{iri}> is relative, and no BASE says to what")
        return urljoin(self._base, iri)

    def _prefixed(self, token: Token) -> str:
        prefix, _, local = token.text.partition(":")
        if prefix not in self._prefixes:
            near = get_close_matches(prefix, self._prefixes, n=1)
            hint = f"did you mean {near[0]}:?" if near else f"declare it: PREFIX {prefix}: <...>"
            raise self._error(token, f"unknown prefix '{prefix}:'; {hint}")
        return self._prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)

    def _error(self, token: Token, problem: str) -> QueryError:
        return error_at(self._text, token.start, problem)
