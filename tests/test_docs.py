import importlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from kg.cli.main import app
from kg.gazetteer import check_tables

ROOT = Path(__file__).parents[1]
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")))
COMMANDS = get_command(app)


def _all(command: Any, name: str) -> list[tuple[str, Any]]:
    below = getattr(command, "list_commands", lambda _: [])(None)
    return [(name, command)] + [pair for one in below for pair in _all(command.get_command(None, one), f"{name} {one}")]


def test_page_of_commands_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/write_cli_docs.py", "--check", "docs/cli.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_page_of_scores_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/write_quality_docs.py", "--check", "docs/quality.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("name", "command"), _all(COMMANDS, "kg")[1:])
def test_every_command_says_what_it_does_and_gives_an_example(name: str, command: Any) -> None:
    assert command.help, name
    assert re.search(rf"^  {name} ?", command.epilog.replace("\b\n", ""), re.MULTILINE), name


@pytest.mark.parametrize(("name", "command"), _all(COMMANDS, "kg")[1:])
def test_every_option_says_what_it_is(name: str, command: Any) -> None:
    assert all(option.help for option in command.params if option.name != "help"), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_a_page_are_there(page: Path) -> None:
    """A `kg` command in a page names a command, and options that it has."""
    known = dict(_all(COMMANDS, "kg"))
    for line in re.findall(r"^ *(?:\$ )?(kg [a-z][^`\n#|>]*)", page.read_text(encoding="utf-8"), re.MULTILINE):
        words = line.split()
        name = max((known_name for known_name in known if f"{line} ".startswith(f"{known_name} ")), key=len)
        assert name != "kg" or words[1].startswith("-"), f"{page.name}: {line}"
        options = {option for one in known[name].params for option in one.opts} | {"--help"}
        used = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert used <= options, f"{page.name}: {line}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", text):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_target_of_make_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^\.PHONY: (\S+)", makefile, re.MULTILINE))
    told = dict(re.findall(r"^([a-z-]+):.*## (.+)$", makefile, re.MULTILINE))
    assert targets == set(told)
    assert {"help", "install", "tools", "format", "lint", "types", "imports", "test", "check", "evaluate"} <= targets
    assert {"bench", "graph", "docs", "wheel"} <= targets


def test_table_in_the_readme_is_whole(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = re.search(r"cat > (my-territories\.csv) <<'END'\n(.+?\n)END\n", readme, re.DOTALL)
    assert table
    (tmp_path / table[1]).write_text(table[2], encoding="utf-8")
    assert check_tables([tmp_path / table[1]]) == []


def test_python_in_the_readme_imports_what_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.+?)```", readme, re.DOTALL)
    compile(code, "README.md", "exec")
    for module, names in re.findall(r"^from (kg\S*) import (.+)$", code, re.MULTILINE):
        found = importlib.import_module(module)
        assert all(hasattr(found, name.strip()) for name in names.split(",")), module
