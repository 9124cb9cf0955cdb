import errno
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.files import append_line, make_folder, whole_file, write_whole


def test_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.txt", b"text")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"text"


def test_interrupted_writing_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"before")

    def stop_halfway() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_halfway()
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_full_disk_is_told_with_the_cure_and_leaves_what_was_there(small_disk: Path) -> None:
    path = small_disk / "graph.ttl"
    path.write_bytes(b"before")
    with pytest.raises(
        OutputError, match=r"graph\.ttl cannot be written: No space left on device; choose another place"
    ):
        write_whole(path, b"x" * 2_000_000)
    assert path.read_bytes() == b"before"
    assert list(small_disk.iterdir()) == [path]


def test_error_while_writing_is_ours(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No space left"), whole_file(tmp_path / "graph.ttl"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert not list(tmp_path.iterdir())


def test_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Is a directory"):
        write_whole(tmp_path, b"text")


def test_device_is_written_to_and_not_replaced() -> None:
    write_whole(Path("/dev/null"), b"text")
    assert Path("/dev/null").is_char_device()


def test_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "target")
    write_whole(link, b"text")
    assert link.is_symlink()
    assert (tmp_path / "target").read_bytes() == b"text"


def test_permissions_follow_the_mask(tmp_path: Path) -> None:
    write_whole(tmp_path / "written", b"")
    (tmp_path / "touched").touch()
    assert (tmp_path / "written").stat().st_mode == (tmp_path / "touched").stat().st_mode


def test_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match="out is a file; name a folder"):
        make_folder(tmp_path / "out")


def test_folder_that_cannot_be_made_is_told() -> None:
    with pytest.raises(OutputError, match="/proc/kg cannot be written"):
        make_folder(Path("/proc/kg"))


def test_lines_are_added_to_a_log(tmp_path: Path) -> None:
    append_line(tmp_path / "log", "one")
    append_line(tmp_path / "log", "\ud800 two")
    assert (tmp_path / "log").read_text() == "one\n\\ud800 two\n"
