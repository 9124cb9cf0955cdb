"""The store that the tests of queries share."""

import pytest

from kg.store import ArticleStore, memory_store
from tests.query.three_articles import all_quads


@pytest.fixture(scope="session")
def rocks() -> ArticleStore:
    """The store of the three articles; no test changes it."""
    return memory_store(all_quads())
