"""`remove`: articles taken out of a graph that `build` made, and the Turtle file written anew without them."""

from collections.abc import Iterable
from pathlib import Path

from kg.pipeline.publishing import publish, write_turtle
from kg.store import ArticleRow, open_store


def remove(names: Iterable[str], out: Path) -> tuple[ArticleRow, ...]:
    """Take articles out of ``out/store`` and ``out/graph.ttl``; return what was known of them.

    All of them are found before the first is taken out, so that a wrong name changes nothing. A later build that is
    given an article's file again puts it back.

    Args:
        names: of each article its identifier, the start of it, its address or its path, as they were given to `build`.
        out: the folder that `build` wrote to.

    Raises:
        StoreError: there is no store, no article or more than one is so named, or the store cannot be written.
        OutputError: the Turtle file cannot be written.
    """
    with open_store(out / "store") as published:  # opened for writing, a store that is not there would be made
        rows = tuple({row.graph: row for row in map(published.article, names)}.values())
    with open_store(out / "store", write=True) as store:
        for row in rows:
            store.remove_article(row.id)
        publish(store)
    write_turtle(out)
    return rows
