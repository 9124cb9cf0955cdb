"""Whatever is given, kg says in one line what is wrong, where, and what to do; and what is good is not lost by it."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import CHAGOS, KURIL, Run, kg_environment


def test_empty_file(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = kg("build", "empty.txt")
    assert (done.status, done.only_error) == (
        1,
        "kg: empty.txt is empty; give a file with the text of an article",
    )
    assert not (tmp_path / "out").exists()


def test_binary_file(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    done = kg("build", "picture.txt")
    assert done.status == 1
    assert re.match(r"kg: picture\.txt .*; ", done.only_error)


def test_unknown_format(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "article.xyz").write_text("Japan protested.")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "article.xyz").write_text("Japan protested.")
    done = kg("build", "folder")
    assert done.status == 1
    assert "article.xyz has a format that is not read; give txt" in done.only_error


def test_text_in_another_encoding_is_read(kg: Run, tmp_path: Path) -> None:
    text = KURIL.read_text(encoding="utf-8").replace('"', "“", 1).replace("'", "’")
    (tmp_path / "old.txt").write_bytes(text.encode("cp1252"))
    done = kg("extract", "old.txt")
    assert done.status == 0
    assert "Shinzo Abe" in done.out
    assert done.err.count("old.txt") == 1


def test_text_of_fifty_megabytes(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "archive.txt").write_bytes(b"Japan protested against the landing on Shikotan.\n\n" * 1_000_000)
    start = time.monotonic()
    done = kg("build", "archive.txt")
    assert done.only_error == (
        "kg: archive.txt is larger than 10 MB, more than any article; split it into its articles"
    )
    assert done.status == 1
    assert time.monotonic() - start < 20


def test_folder_without_articles(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    done = kg("build", "photos")
    assert done.status == 1
    assert done.only_error.startswith("kg: photos holds no articles; put articles there (txt, ")


def test_path_that_does_not_exist(kg: Run) -> None:
    done = kg("build", "artcles")
    assert (done.status, done.only_error) == (1, "kg: artcles does not exist; check the path")


def test_nothing_but_bad_inputs(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = kg("build", "empty.txt", "missing.txt")
    assert done.status == 1
    assert done.only_error == (
        "kg: none of the 2 inputs is an article; the first: empty.txt is empty; give a file with the text of an article"
    )


def test_bad_input_beside_good_is_left_out_and_named(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = kg("build", "empty.txt", KURIL, "missing.txt")
    assert done.status == 3
    assert "Vladimir Putin" in done.out
    left_out = [line for line in done.err.splitlines() if line.startswith("Left out: ")]
    assert left_out == [
        "Left out: empty.txt is empty; give a file with the text of an article",
        "Left out: missing.txt does not exist; check the path",
    ]


def test_extract_goes_on_after_a_bad_input(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = kg("extract", "empty.txt", KURIL)
    assert done.status == 3
    assert done.out.count("\n") == 1
    assert done.err == "Left out: empty.txt is empty; give a file with the text of an article\n"


def test_output_that_is_a_file(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    done = kg("build", KURIL)
    assert (done.status, done.only_error) == (1, "kg: out is a file; name a folder to write to")


def test_output_that_cannot_be_written(kg: Run) -> None:
    done = kg("build", KURIL, "--out", "/proc/kg")
    assert done.status == 1
    assert re.match(r"kg: /proc/kg cannot be written: .*; choose another place", done.only_error)


def test_disk_that_fills_up_in_a_build(kg: Run, small_disk: Path) -> None:
    done = kg("build", KURIL, CHAGOS, "--out", small_disk / "out")
    assert done.status == 1
    assert "disk is full" in done.only_error or "No space left" in done.only_error


def test_disk_that_fills_up_under_standard_output(ask: Run, built: tuple[Path, object]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kg", "export"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=built[0],
            env=kg_environment(),
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "kg: the disk is full; make room and run the command again\n"


def test_disk_that_fills_up_in_an_export_keeps_what_was_there(ask: Run, small_disk: Path) -> None:
    (small_disk / "graph.ttl").write_bytes(b"before")
    done = ask("export", "--output", small_disk / "graph.ttl")
    assert done.status == 1
    assert "graph.ttl cannot be written: No space left on device" in done.only_error
    assert (small_disk / "graph.ttl").read_bytes() == b"before"


def test_reader_that_goes_away(built: tuple[Path, object]) -> None:
    pipe = subprocess.Popen(
        [sys.executable, "-m", "kg", "export"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=built[0],
        env=kg_environment(),
    )
    assert pipe.stdout
    assert pipe.stderr
    pipe.stdout.read(1)
    pipe.stdout.close()
    assert pipe.stderr.read() == b""
    pipe.stderr.close()
    assert pipe.wait() == 141


def _wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.02)


def _heed_interrupts() -> None:
    """Undo what a shell does to programs in the background, so that Ctrl-C reaches one however the tests are run."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupted_build_says_so_and_the_next_one_ends_in_the_same_bytes(
    kg: Run, tmp_path: Path, built: tuple[Path, object]
) -> None:
    build = subprocess.Popen(
        [sys.executable, "-m", "kg", "build", KURIL, CHAGOS],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=kg_environment(),
        preexec_fn=_heed_interrupts,
    )
    _wait_for(tmp_path / "out" / "store" / "live")
    os.kill(build.pid, signal.SIGINT)
    out, err = build.communicate(timeout=60)
    assert build.returncode == 130
    assert out == b""
    assert err.decode() == "kg: stopped by Ctrl-C; what was finished is kept, nothing is half-written\n"
    assert not list((tmp_path / "out").glob(".graph*"))
    assert kg("build", KURIL, CHAGOS).status == 0
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == (built[0] / "out" / "graph.ttl").read_bytes()


def test_two_builds_at_once(kg: Run, tmp_path: Path) -> None:
    from kg.store import open_store

    with open_store(tmp_path / "out" / "store", write=True):
        done = kg("build", KURIL)
    assert done.status == 1
    assert f"is being written by another kg (process {os.getpid()}); wait" in done.only_error


def test_removing_what_is_not_there_removes_nothing(kg: Run, copied: Path) -> None:
    before = (copied / "out" / "graph.ttl").read_bytes()
    done = kg("remove", KURIL, "other.txt")
    assert done.status == 1
    assert done.only_error == "kg: no article 'other.txt' in this store; `kg ask sources` lists them"
    assert kg("build", KURIL).err.startswith("Read 0 articles")
    assert (copied / "out" / "graph.ttl").read_bytes() == before


def test_removing_from_a_store_that_is_not_there_makes_none(kg: Run, tmp_path: Path) -> None:
    done = kg("remove", KURIL, "--out", "nowhere")
    assert done.status == 1
    assert "there is no store here" in done.only_error
    assert not (tmp_path / "nowhere").exists()


def test_misspelt_territory(ask: Run) -> None:
    done = ask("ask", "who-said-what", "--territory", "Shikotn")
    assert done.status == 1
    assert done.only_error.startswith('kg: no territory "Shikotn" in this store; did you mean Shikotan')


def test_name_that_is_nowhere(ask: Run) -> None:
    done = ask("ask", "who-said-what", "--actor", "Zzyzx Qwrtp")
    assert done.status == 1
    assert "Zzyzx Qwrtp" in done.only_error


def test_name_that_the_gazetteer_does_not_have_is_no_obstacle(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(
        "Premier speaks on isle\n\nJanuary 22, 2019\n\n"
        'Premier Xaviera Quillfeather said on Tuesday that Norland would never give up Thrumble Rock. "It is ours," '
        "she told reporters.\n"
    )
    done = kg("extract", "article.txt")
    assert (done.status, done.err) == (0, "")
    assert "Quillfeather" in done.out


def test_broken_sparql_says_where(ask: Run) -> None:
    done = ask("sparql", "SELECT * {\n ?s ?p }")
    assert done.status == 1
    assert re.search(r"line 2", done.only_error)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        (
            "SELECT * {\n ?s td:speker ?o }",
            "line 2 column 5: 'speker' is no term in the ontology; did you mean speaker",
        ),
        ("SELECT * { ?s td:stance stance:rejects-clam }", "did you mean rejects-claim"),
    ],
    ids=["would leave the store", "a term that the ontology does not have", "a concept that it does not have"],
)
def test_sparql_that_is_refused(ask: Run, query: str, told: str) -> None:
    done = ask("sparql", query)
    assert done.status == 1
    assert told in done.only_error


def test_term_that_no_article_needs_is_no_fault(ask: Run) -> None:
    done = ask("sparql", "ASK { ?s td:layerOf ?o . ?o td:layerOf ?s }")
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize("arguments", [["ask", "claims"], ["export"], ["sparql", "ASK { ?s ?p ?o }"], ["validate"]])
def test_store_that_is_not_there(kg: Run, arguments: list[str]) -> None:
    done = kg(*arguments)
    assert done.status == 1
    assert done.only_error.startswith("kg: out/store: there is no store here; `kg build ARTICLES` makes one")


def test_broken_table_of_names(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "territories.csv").write_text("id,name\nrock\n")
    done = kg("build", KURIL, "--gazetteer", "territories.csv")
    assert done.status == 1
    assert "territories.csv line" in done.only_error


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["bild"], "No such command 'bild'. Did you mean 'build'?"),
        (["build"], "Missing argument 'ARTICLES...'"),
        (["ask", "who-said-wat"], "Did you mean 'who-said-what'?"),
        (["ask", "claims", "--teritory", "Shikotan"], "No such option: --teritory"),
        (["export", "--format", "pdf"], "Invalid value for '--format' / '-f': 'pdf' is not one of"),
        (["sparql"], "give either a query or --file FILE"),
        (["evaluate", "x", "--show", "y"], "'y' is none of territories, actors"),
    ],
)
def test_wrong_usage(kg: Run, arguments: list[str], told: str) -> None:
    done = kg(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert told in " ".join(done.err.split())
