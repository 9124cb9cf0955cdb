"""Check tables of names, the shipped ones and those named: each fault by file, line and cure."""

import sys
from pathlib import Path

from kg.gazetteer import check_tables


def main(arguments: list[str]) -> int:
    """Print the faults; 1 where there are some."""
    problems = check_tables([Path(argument) for argument in arguments])
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} faults in the tables of names" if problems else "The tables of names are whole.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
