"""Who may be one across articles, for a user to decide: both with their words, and the corrections that decide."""

import textwrap
from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.documents import Document
from kg.query.answer import Answer, Value, as_quotation, one_line
from kg.query.names import label_of, local_id
from kg.query.passages import Passage, literal_of, passage
from kg.query.sparql import select
from kg.rdf.sentences import Sentences
from kg.store import ONTOLOGY, PREFIXES, ArticleStore

_PLACE = ("quote", "sentence", "article", "outlet", "published")
COLUMNS = (
    *("likeness", "reason", "who", "id", "other", "other_id", "if_one", "if_two"),
    *_PLACE,
    *(f"other_{name}" for name in _PLACE),
)
_PAIRS = """SELECT ?one ?other ?likeness ?reason {
    ?match a td:PossibleMatch ; td:identifies ?one, ?other ; td:likeness ?likeness ; td:reason ?reason .
    FILTER(STR(?one) < STR(?other)) } ORDER BY DESC(?likeness) ?one ?other"""
_MENTIONS, _TEXT = NamedNode(f"{ONTOLOGY}mentions"), NamedNode(PREFIXES["nif"] + "isString")
_WIDTH = 100


def review(store: ArticleStore) -> Answer:
    """Return the pairs of actors that may be one, the likeliest first, with a mention of each.

    ``if_one`` and ``if_two`` are the rows of a table of corrections that decide the pair.
    """
    return Answer(COLUMNS, tuple(_row(store, *row) for row in select(store, _PAIRS).rows))


def review_text(answer: Answer) -> str:
    """Return the pairs as paragraphs to read."""
    return "\n".join("".join(f"{line}\n" for line in _paragraph(row)) for row in answer.records())


def _row(store: ArticleStore, one: Value, other: Value, likeness: Value, reason: Value) -> tuple[Value, ...]:
    ends = [NamedNode(str(end)) for end in (one, other)]
    ids = [local_id(store, end.value) for end in ends]
    named = [value for end, ident in zip(ends, ids, strict=True) for value in (label_of(store, end), ident)]
    rows = [f"{kind},{ids[0]},{ids[1]}" for kind in ("same as", "not the same")]
    return (likeness, reason, *named, *rows, *(value for end in ends for value in _words(store, end)))


def _words(store: ArticleStore, actor: NamedNode) -> tuple[Value, ...]:
    found = _mention(store, actor)
    if found is None:
        return (None,) * len(_PLACE)
    return found.words, _sentence(store, found), found.title or found.location, found.publisher, found.published


def _sentence(store: ArticleStore, found: Passage) -> str:
    """Return the sentence of a mention, found anew in the text: only that of evidence is kept."""
    text = literal_of(store, NamedNode(store.base + found.article), _TEXT)
    if text is None:
        return found.sentence
    document = Document(key=found.article, source=found.article, text=text)
    return Sentences(document).around(document.span(found.start, found.end)).text


def _mention(store: ArticleStore, actor: NamedNode) -> Passage | None:
    """Return the mention that shows an actor best: the longest, of the oldest article that has it."""
    spans = {quad.object for quad in store.dataset.quads_for_pattern(actor, _MENTIONS, None, None)}
    passages = [passage(store, span) for span in spans if isinstance(span, NamedNode)]
    return min(passages, key=lambda one: (-len(one.words), one.published or "", one.article, one.start), default=None)


def _paragraph(row: dict[str, Value]) -> Iterator[str]:
    one = f"{one_line(str(row['who']))} ({row['id']})"
    yield f"{one} and {one_line(str(row['other']))} ({row['other_id']})"
    yield f"    {row['reason']}; likeness {row['likeness']}"
    for side in ("", "other_"):
        if row[f"{side}sentence"]:
            yield _filled(as_quotation(row[f"{side}sentence"]))
        places = (row[f"{side}{name}"] for name in ("article", "outlet", "published"))
        yield _filled("— " + " · ".join(one_line(str(place)) for place in places if place))
    yield f"    if they are one:  {row['if_one']}"
    yield f"    if they are two:  {row['if_two']}"


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
