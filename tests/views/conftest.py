"""What the tests of views share."""

import pytest

from kg.store import ArticleStore
from tests.views.quarrels import make_store


@pytest.fixture(scope="session")
def store() -> ArticleStore:
    """The store of two articles on two quarrels; no test changes it."""
    return make_store()
