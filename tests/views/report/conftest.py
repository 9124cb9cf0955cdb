"""What the tests of dossiers share."""

import pytest

from kg.store import ArticleStore, memory_store
from kg.views.report import Dossier, read_dossier
from tests.query.three_articles import all_quads


@pytest.fixture(scope="session")
def rocks() -> ArticleStore:
    """The store of three articles on one quarrel; no test changes it."""
    return memory_store(all_quads())


@pytest.fixture(scope="session")
def dossier(rocks: ArticleStore) -> Dossier:
    """All that the three articles report of the territory."""
    return read_dossier(rocks, "The Rocks")
