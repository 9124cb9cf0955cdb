import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import StoreError
from kg.store import DEFAULT_BASE, ArticleGraph, Fingerprint, WritableStore, graph_of, open_store

BUILT = Fingerprint(text="t1", program="0.1.0", model="m1", gazetteer="g1")


def article(number: int, *, version: str = "first", size: int = 3) -> ArticleGraph:
    """An article whose triples all carry its version, so that half an article can be told from a whole one."""
    node = NamedNode(f"{DEFAULT_BASE}article/{number:04}")
    title = NamedNode("https://w3id.org/territorial-dispute/title")
    parts = [
        Triple(node, NamedNode(f"https://w3id.org/territorial-dispute/p{i}"), Literal(version)) for i in range(size)
    ]
    return ArticleGraph(graph_of(f"article/{number:04}"), [Triple(node, title, Literal(f"Title {number}")), *parts])


def published(path: Path, *articles: ArticleGraph) -> None:
    with open_store(path, write=True) as store:
        store.replace_articles(articles)
        store.publish()


def exported(path: Path, syntax: str = "nquads", **options: bool) -> bytes:
    output = io.BytesIO()
    with open_store(path) as store:
        store.dump(output, format=syntax, **options)  # type: ignore[arg-type]
    return output.getvalue()


def test_what_is_published_is_read(tmp_path: Path) -> None:
    published(tmp_path / "store", article(1), article(2))
    with open_store(tmp_path / "store") as store:
        assert [(row.id, row.title) for row in store.articles()] == [
            ("article/0001", "Title 1"),
            ("article/0002", "Title 2"),
        ]


def test_replacing_an_article_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    published(tmp_path / "store", article(1, size=5), article(2))
    published(tmp_path / "store", article(1, version="second", size=2), article(3))
    content = exported(tmp_path / "store").decode()
    assert content.count("article/0001> <https://w3id.org/territorial-dispute/p") == 2
    assert content.count('"second"') == 2
    assert content.count("graph/0002> .") == 4
    assert content.count("graph/0003> .") == 4


def test_terms_that_come_once_only_replace_an_article_too(tmp_path: Path) -> None:
    for version in ("first", "second"):
        one = article(1, version=version)
        published(tmp_path / "store", ArticleGraph(one.graph, iter(list(one.triples))))
    assert exported(tmp_path / "store").count(b'"second"') == 3


def test_the_last_of_two_graphs_with_one_name_counts(tmp_path: Path) -> None:
    published(tmp_path / "store", article(1, version="old"), article(1, version="new"))
    assert b'"old"' not in exported(tmp_path / "store")


def test_an_article_comes_as_n_triples_too(tmp_path: Path) -> None:
    published(tmp_path / "store", ArticleGraph(graph_of("article/9"), b'<http://e/s> <http://e/p> "x" .\n'))
    assert exported(tmp_path / "store") == (
        b'<http://e/s> <http://e/p> "x" <https://w3id.org/territorial-dispute/resource/graph/9> .\n'
    )


@pytest.mark.parametrize("text", ['"quoted" \\u0041', "a\nb\r\tc", "} } DROP ALL #", "\u2028 \U0001f600 \x07", "\\"])
def test_a_replaced_text_comes_back_to_the_letter(tmp_path: Path, text: str) -> None:
    triple = Triple(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal(text))
    for _ in range(2):  # the second time it replaces the first
        published(tmp_path / "store", ArticleGraph(graph_of("article/9"), [triple]))
    with open_store(tmp_path / "store") as store:
        assert [quad.object.value for quad in store.dataset] == [text]


def test_a_blank_node_is_refused(tmp_path: Path) -> None:
    triple = Triple(BlankNode("b"), NamedNode("http://e/p"), Literal("x"))
    with (
        open_store(tmp_path / "store", write=True) as store,
        pytest.raises(StoreError, match="has a blank node; every node"),
    ):
        store.replace_articles([ArticleGraph("http://e/g", [triple])])


GRAPH_NINE = "<https://w3id.org/territorial-dispute/resource/graph/9>"
SPELLINGS = [
    '<http://e/s> <http://e/p> "x" .\n',
    f'<http://e/s> <http://e/p> "x" {GRAPH_NINE} .\n',
    '<http://e/s> <http://e/p> "x" <http://another/graph> .\n',
    '# a comment\n\n<http://e/s>   <http://e/p>\t"x".',
    '<http://e/s> <http://e/p> "x"^^<http://www.w3.org/2001/XMLSchema#string> .\r\n',
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_triples_belong_to_the_graph_they_are_given_for(tmp_path: Path, spelling: str) -> None:
    published(tmp_path / "store", ArticleGraph(graph_of("article/9"), spelling.encode()))
    assert exported(tmp_path / "store").decode() == f'<http://e/s> <http://e/p> "x" {GRAPH_NINE} .\n'


def test_a_triple_whose_object_is_the_graph_is_kept(tmp_path: Path) -> None:
    line = f"<http://e/s> <http://e/p> {GRAPH_NINE} .\n"
    published(tmp_path / "store", ArticleGraph(graph_of("article/9"), line.encode()))
    assert exported(tmp_path / "store").decode() == line[:-2] + f"{GRAPH_NINE} .\n"


@pytest.mark.parametrize(
    "line", ["_:b <http://e/p> 'x' .", "_:b <http://e/p> <http://e/o> .", "<http://e/s> <http://e/p> _:b ."]
)
def test_a_blank_node_in_bytes_is_refused(tmp_path: Path, line: str) -> None:
    with open_store(tmp_path / "store", write=True) as store, pytest.raises(StoreError, match="http://e/g"):
        store.replace_articles([article(1), ArticleGraph("http://e/g", line.encode())])
    with open_store(tmp_path / "store", write=True) as store:
        assert len(store.dataset) == 0


def test_broken_n_triples_are_refused(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True) as store, pytest.raises(StoreError, match="/g is no N-Quads"):
        store.replace_articles([article(1), ArticleGraph("http://e/g", b"<http://e/s> <http://e/p> <not an iri> .")])


def test_a_removed_article_is_gone_and_built_again(tmp_path: Path) -> None:
    one = ArticleGraph(article(1).graph, list(article(1).triples), BUILT)
    with open_store(tmp_path / "store", write=True) as store:
        store.replace_articles([one, article(2)])
        assert store.remove_article("0001") == "article/0001"
        assert not store.is_current(one.graph, BUILT)
        assert [row.id for row in store.articles()] == ["article/0002"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("9", "no article '9' in this store"), ("", "'' fits 2 articles: article/0001, article/0002;")],
)
def test_an_article_that_cannot_be_told_is_not_removed(tmp_path: Path, name: str, message: str) -> None:
    with open_store(tmp_path / "store", write=True) as store:
        store.replace_articles([article(1), article(2)])
        with pytest.raises(StoreError, match=message):
            store.remove_article(name)


def test_an_article_is_current_only_if_all_it_was_built_from_is_the_same(tmp_path: Path) -> None:
    graph = article(1).graph
    with open_store(tmp_path / "store", write=True) as store:
        assert not store.is_current(graph, BUILT)
        store.replace_articles([ArticleGraph(graph, article(1).triples, BUILT)])
        assert store.is_current(graph, BUILT)
    with open_store(tmp_path / "store", write=True) as store:  # and after opening again
        assert store.is_current(graph, BUILT)
        for field in ("text", "program", "model", "gazetteer"):
            values = {name: getattr(BUILT, name) for name in Fingerprint.__slots__}
            assert not store.is_current(graph, Fingerprint(**{**values, field: "other"}))


def test_an_article_whose_replacement_was_stopped_is_not_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with open_store(tmp_path / "store", write=True) as store:
        store.replace_articles([ArticleGraph(article(1).graph, article(1).triples, BUILT)])
        monkeypatch.setattr("kg.store.fingerprints.Fingerprints.remember", stop)
        with pytest.raises(KeyboardInterrupt):
            store.replace_articles([article(1, version="second")])
        assert not store.is_current(article(1).graph, BUILT)


def test_the_order_of_writing_does_not_change_the_bytes(tmp_path: Path) -> None:
    published(tmp_path / "a", article(1), article(2), article(3))
    published(tmp_path / "b", article(3), article(2, version="wrong", size=9))
    published(tmp_path / "b", article(2))
    published(tmp_path / "b", article(1))
    for syntax in ("turtle", "trig", "nquads", "jsonld"):
        assert exported(tmp_path / "a", syntax) == exported(tmp_path / "b", syntax), syntax


def test_a_reader_keeps_its_snapshot_while_the_store_is_written(tmp_path: Path) -> None:
    path = tmp_path / "store"
    published(path, article(1))
    with open_store(path) as before:
        with open_store(path, write=True) as writer:
            writer.replace_articles([article(2)])
            assert len(list(before.articles())) == 1
            with open_store(path) as during:
                assert len(list(during.articles())) == 1
            writer.publish()
            writer.publish()
            assert len(list(before.articles())) == 1
            assert before.dataset.query("ASK { GRAPH ?g { ?s ?p 'first' } }")
        with open_store(path) as after:
            assert len(list(after.articles())) == 2


def test_readers_come_and_go_while_snapshots_are_swapped(tmp_path: Path) -> None:
    path = tmp_path / "store"
    published(path, *(article(number, version="v0") for number in range(3)))
    done = threading.Event()

    def write() -> None:
        try:
            with open_store(path, write=True) as store:
                for round_ in range(1, 30):
                    store.replace_articles(article(number, version=f"v{round_}") for number in range(3))
                    store.publish()
        finally:
            done.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not done.is_set():
        with open_store(path) as store:
            versions = {quad.object.value for quad in store.dataset if "/p" in quad.predicate.value}
            assert len(versions) == 1
    writer.join()
    assert len(list((path / "snapshots").iterdir())) <= 2


def test_snapshots_that_nobody_reads_are_removed(tmp_path: Path) -> None:
    path = tmp_path / "store"
    published(path, article(1))
    with open_store(path):
        published(path, article(2))
        assert sorted(entry.name for entry in (path / "snapshots").iterdir()) == ["000001", "000002"]
    published(path, article(3))
    assert [entry.name for entry in (path / "snapshots").iterdir()] == ["000003"]


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    message = rf"store is being written by another kg \(process {os.getpid()}\); wait until it is done, or stop it"
    with open_store(tmp_path / "store", write=True), pytest.raises(StoreError, match=message):
        open_store(tmp_path / "store", write=True)
    open_store(tmp_path / "store", write=True).close()


def test_a_second_writer_in_another_process_is_told_in_one_line(tmp_path: Path) -> None:
    code = f"from kg.store import open_store; open_store({str(tmp_path / 'store')!r}, write=True)"
    with open_store(tmp_path / "store", write=True):
        second = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert second.stderr.splitlines()[-1].startswith("kg.errors.StoreError: ")
    assert f"(process {os.getpid()})" in second.stderr


def test_the_log_tells_when_it_was_published_and_the_graph_does_not(tmp_path: Path) -> None:
    published(tmp_path / "store", article(1))
    log = (tmp_path / "store" / "log.jsonl").read_text()
    assert '"event": "published", "snapshot": "000001", "quads": 4' in log
    assert b"20" not in exported(tmp_path / "store")


def test_a_writer_that_fails_leaves_the_lock_free(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "something").touch()
    for _ in range(2):
        with pytest.raises(StoreError, match="is not a store and not empty"):
            open_store(tmp_path / "store", write=True)


def test_a_store_in_memory_is_read_like_one_on_disk() -> None:
    from kg.store import memory_store

    quad = pyoxigraph.Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal("x"), NamedNode("http://e/g"))
    output = io.BytesIO()
    with memory_store([quad]) as store:
        store.dump(output, format="nquads")
    assert output.getvalue() == b'<http://e/s> <http://e/p> "x" <http://e/g> .\n'
    assert not isinstance(store, WritableStore)
