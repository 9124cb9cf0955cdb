from collections.abc import Callable
from pathlib import Path

import pytest

from kg.gazetteer import Gazetteer, load_gazetteer

WriteTable = Callable[..., Path]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def write_table(tmp_path: Path) -> WriteTable:
    """Write lines as a table, territories.csv unless named otherwise."""

    def write(*lines: str, name: str = "territories.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding=encoding)
        return path

    return write
