"""The errors that a user of kg can meet.

KgError                   every error of ours; the message is one line: what, where, what to do
├── SourceError           an article that cannot be read: missing, empty, binary, unknown format
├── GazetteerError        a table of names that is broken: file, line and cure
├── OntologyError         an ontology file that is broken
│   └── UnknownTermError  a term that the ontology does not define; names the near ones
├── LanguageError         a language model that is missing, broken or has other labels than ours
├── StoreError            a store that cannot be opened, written or locked
├── QueryError            a SPARQL text or a parameter that cannot be used; says where
│   └── UnknownNameError  a name that is nowhere in the graph; names the near ones
├── CorrectionError       a table of corrections that cannot be read
├── OutputError           a place that cannot be written
└── EvaluationError       annotations that cannot be scored
"""


class KgError(Exception):
    """An error told to the user in one line; the base of all others."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


class SourceError(KgError):
    """An article that cannot be read."""


class GazetteerError(KgError):
    """A table of names that is broken."""


class OntologyError(KgError):
    """An ontology file that is broken."""


class UnknownTermError(OntologyError):
    """A term that the ontology does not define."""


class LanguageError(KgError):
    """A language model that is missing, broken or has other labels than ours."""


class StoreError(KgError):
    """A store that cannot be opened, written or locked."""


class QueryError(KgError):
    """A query or parameter that cannot be used."""


class UnknownNameError(QueryError):
    """A name that is nowhere in the graph."""


class CorrectionError(KgError):
    """A table of corrections that cannot be read."""


class OutputError(KgError):
    """A place that cannot be written."""


class EvaluationError(KgError):
    """Annotations that cannot be scored."""
