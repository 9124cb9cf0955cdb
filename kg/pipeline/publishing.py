"""What was written made ready for readers: who is one across articles becomes one, corrections are applied.

A store keeps the corrections of all builds. They change the copy that readers get and never what was read, so that a
correction costs no reading and can be taken back.
"""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph

from kg.corrections import Correction, Misfit, correct_facts, format_table, lay_over, read_table
from kg.files import whole_file, write_whole
from kg.identity import Dataset, publish_identities
from kg.store import WritableStore, open_store


def keep_corrections(store: WritableStore, tables: Iterable[Path]) -> tuple[frozenset[str], list[Misfit]]:
    """Add the corrections of tables to those that a store keeps; return their places, and the rows that are none.

    Raises:
        CorrectionError: a table cannot be read; then nothing is kept.
        OutputError: the table of the store cannot be written.
    """
    read = [read_table(path) for path in tables]
    new = [one for found, _ in read for one in found]
    if new:
        write_whole(store.corrections, format_table(lay_over(kept_corrections(store), new)).encode())
    return frozenset(one.place for one in new), [one for _, misfits in read for one in misfits]


def kept_corrections(store: WritableStore) -> list[Correction]:
    """Return the corrections that a store keeps.

    Raises:
        CorrectionError: the table of the store cannot be read.
    """
    return read_table(store.corrections)[0] if store.corrections.exists() else []


def publish(store: WritableStore) -> list[Misfit]:
    """Show readers what a store holds, in a copy in which who is one has one node; return corrections that do not fit.

    Raises:
        CorrectionError: the table of the store cannot be read.
        StoreError: there is no room, or the folder cannot be written.
    """
    corrections, misfits = kept_corrections(store), list[Misfit]()

    def finish(dataset: pyoxigraph.Store) -> None:
        misfits.extend(publish_identities(Dataset(dataset, store.base), corrections))
        misfits.extend(correct_facts(dataset, corrections, base=store.base))

    store.publish(finish)
    return misfits


def write_turtle(out: Path) -> None:
    """Write ``out/graph.ttl`` from what readers see of ``out/store``.

    Raises:
        OutputError: the file cannot be written.
    """
    with open_store(out / "store") as published, whole_file(out / "graph.ttl") as file:
        published.dump(file, format="turtle")
