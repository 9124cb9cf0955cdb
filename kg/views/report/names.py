"""What a territory and its parts are called: the usual English name, and each party's own names with the party."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kg.query.names import label_of, local_id
from kg.query.passages import literal_of, node_of
from kg.store import PREFIXES, ArticleStore
from kg.views.plain import plain
from kg.views.report.article import td
from kg.views.report.dossier import Name, Naming

_FORM = NamedNode(PREFIXES["skosxl"] + "literalForm")


def names_of(store: ArticleStore, territories: Iterable[NamedNode]) -> tuple[Naming, ...]:
    """Return the names of territories, the first one's first; of the others only of those that articles mention."""
    first, *parts = territories
    mentioned = [one for one in parts if any(store.dataset.quads_for_pattern(one, td("mentions"), None, None))]
    others = sorted((_naming(store, one) for one in mentioned), key=lambda one: (one.label.casefold(), one.label))
    return (_naming(store, first), *others)


def wholes_of(store: ArticleStore, territories: Iterable[NamedNode]) -> Iterator[NamedNode]:
    """Yield what territories are parts of, the narrowest first."""
    seen = set(territories)
    for territory in sorted(seen, key=str):
        whole = node_of(store, territory, td("partOf"))
        while whole is not None and whole not in seen:
            seen.add(whole)
            yield whole
            whole = node_of(store, whole, td("partOf"))


def _naming(store: ArticleStore, territory: NamedNode) -> Naming:
    by_party: dict[str, set[Name]] = {}
    for quad in store.dataset.quads_for_pattern(None, td("nameOf"), territory, None):
        name = quad.subject if isinstance(quad.subject, NamedNode) else None
        party = node_of(store, name, td("party"))
        form = literal_of(store, name, _FORM) if party else None
        if party and form:
            language = literal_of(store, name, td("language"))
            by_party.setdefault(_label(store, party), set()).add((plain(form), language))
    parties = sorted(by_party, key=lambda party: (party.casefold(), party))
    return Naming(
        _label(store, territory), tuple((party, tuple(sorted(by_party[party], key=_order))) for party in parties)
    )


def _label(store: ArticleStore, thing: NamedNode) -> str:
    return plain(label_of(store, thing) or local_id(store, thing.value))


def _order(name: Name) -> tuple[bool, str, str]:
    """Order names: in English first, then by language."""
    form, language = name
    return language != "en", language or "", form
