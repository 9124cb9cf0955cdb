"""The store as an rdflib Dataset, for those who work with rdflib; our own queries do not go this way, it is slower."""

from typing import TYPE_CHECKING

from kg.store.store import ArticleStore

if TYPE_CHECKING:
    from rdflib import Dataset


def rdflib_dataset(store: ArticleStore) -> "Dataset":
    """Return an rdflib Dataset over a store, all graphs seen as one; it reads, and what a writer has it would write."""
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    return Dataset(store=OxigraphStore(store=store.dataset), default_union=True)
