import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import StoreError
from kg.store import ArticleGraph, open_store

NOBODY = 65534


def make_store(path: Path) -> None:
    with open_store(path, write=True, base="http://mine/") as store:
        store.publish()


def nothing(path: Path) -> None:
    """Leave the place empty."""


def a_file(path: Path) -> None:
    path.write_text("an article")


def another_folder(path: Path) -> None:
    path.mkdir()
    (path / "article.txt").write_text("an article")


def a_folder_with_a_store(path: Path) -> None:
    path.mkdir()
    make_store(path / "store")


def a_newer_store(path: Path) -> None:
    make_store(path)
    (path / "kg-store.json").write_text(json.dumps({"layout": 2, "base": "http://e/"}))


def a_broken_mark(path: Path) -> None:
    make_store(path)
    (path / "kg-store.json").write_text("{")


def a_broken_database(path: Path) -> None:
    make_store(path)
    for file in [*(path / "snapshots").glob("*/MANIFEST*"), *(path / "live").glob("MANIFEST*")]:
        file.write_bytes(b"x")


def a_broken_table(path: Path) -> None:
    make_store(path)
    (path / "fingerprints.db").write_bytes(b"no database" * 1000)


def a_store_of_another_base(path: Path) -> None:
    open_store(path, write=True, base="http://other/").close()


def an_unpublished_store(path: Path) -> None:
    open_store(path, write=True).close()


def a_store_without_its_snapshot(path: Path) -> None:
    make_store(path)
    (path / "current").write_text("000009\n")


READING = [
    (nothing, "there is no store here; `kg build ARTICLES` makes one"),
    (a_file, "is a file, not the folder of a store"),
    (another_folder, "is not a store: it has no kg-store.json; name the folder"),
    (a_folder_with_a_store, "is not a store: it has no kg-store.json; did you mean .*place/store?"),
    (a_newer_store, "was written by a newer kg .layout 2; this one reads 1.; install the newer kg"),
    (a_broken_mark, "kg-store.json is broken; remove .*place and build it again"),
    (a_broken_database, "cannot be read: .*; remove it and build it again"),
    (an_unpublished_store, "nothing is published yet"),
    (a_store_without_its_snapshot, "its newest snapshot 000009 is missing; run the build again"),
]
WRITING = [
    (a_file, "is a file; the store needs a folder"),
    (another_folder, "is not a store and not empty; name a new or empty folder"),
    (a_newer_store, "was written by a newer kg"),
    (a_broken_mark, "kg-store.json is broken"),
    (a_broken_database, "cannot be opened for writing: .*; remove it and build it again"),
    (a_broken_table, "fingerprints.db cannot be used: .* remove it and all articles are built anew"),
    (a_store_of_another_base, "was built with --base http://other/, not http://mine/; use that base"),
]


@pytest.mark.parametrize(("prepare", "message"), READING)
def test_what_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prepare: Callable[[Path], None], message: str
) -> None:
    monkeypatch.setattr("kg.store.snapshots.PATIENCE", 0.05)
    prepare(tmp_path / "place")
    with pytest.raises(StoreError, match=message) as caught:
        open_store(tmp_path / "place")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("prepare", "message"), WRITING)
def test_what_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, prepare: Callable[[Path], None], message: str
) -> None:
    prepare(tmp_path / "place")
    for _ in range(2):  # the second time too: the first has let go of the lock
        with pytest.raises(StoreError, match=message) as caught:
            open_store(tmp_path / "place", write=True, base="http://mine/")
        assert "\n" not in str(caught.value)


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    make_store(tmp_path)
    open_store(tmp_path).close()


def test_the_base_is_kept(tmp_path: Path) -> None:
    open_store(tmp_path, write=True, base="http://mine/").close()
    with open_store(tmp_path, write=True) as store:
        assert store.base == "http://mine/"


@pytest.mark.parametrize(
    "base", ["", "mine", "http://mine", "http://mi ne/", "http://mine/<", "/mine/", "http://mine/\n"]
)
def test_a_base_that_cannot_begin_an_iri_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(StoreError, match="cannot begin IRIs; write an address that ends in / or #"):
        open_store(tmp_path, write=True, base=base)


def as_nobody(code: str) -> str:
    """Run code as a user who owns nothing, and return the last line of what it says."""
    drop = f"import os, kg.store, kg.store.writer\nos.geteuid() or os.setuid({NOBODY})\n"
    ran = subprocess.run([sys.executable, "-c", drop + code], capture_output=True, text=True, check=False)
    return (ran.stdout + ran.stderr).strip().splitlines()[-1]


@pytest.fixture
def foreign_store() -> Iterator[Path]:
    """A store that others may read and nobody may write; its parents are open to all, which tmp_path is not."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        make_store(path)
        for entry in [*path.rglob("*"), path, path.parent]:
            entry.chmod(0o555 if entry.is_dir() else 0o444)
        yield path
        for entry in [path.parent, path, *path.rglob("*")]:
            entry.chmod(0o755)


def test_a_store_of_others_can_be_read_and_not_written(foreign_store: Path) -> None:
    assert as_nobody(f"print(len(kg.store.open_store({str(foreign_store)!r}).dataset))") == "0"
    told = as_nobody(f"kg.store.open_store({str(foreign_store)!r}, write=True)")
    assert told == f"kg.errors.StoreError: {foreign_store} cannot be written: Permission denied; choose another place"
    told = as_nobody(f"kg.store.open_store({str(foreign_store.parent / 'new')!r}, write=True)")
    assert "new cannot be written: Permission denied; choose another place" in told


def test_a_full_disk_is_told_and_what_was_there_is_whole(small_disk: Path) -> None:
    big = [
        Triple(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal(os.urandom(40).hex())) for _ in range(40_000)
    ]
    make_store(small_disk / "store")
    with (
        open_store(small_disk / "store", write=True) as store,
        pytest.raises(StoreError, match="small-disk/store: the disk is full; make room and run it again") as caught,
    ):
        store.replace_articles([ArticleGraph("http://e/g", big)])
    assert "\n" not in str(caught.value)
    with open_store(small_disk / "store") as reader:
        assert len(reader.dataset) == 0
