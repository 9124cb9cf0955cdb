"""How often Python looks for garbage while kg runs.

Reading an article makes some hundred thousand small objects and hardly a cycle among them, so that looking for cycles
after every 700 objects, and now and then among all the tables and the language pipeline, is time lost: some 5 % of it.
"""

import gc

_OBJECTS = 50_000


def collect_seldom() -> None:
    """Let the collector of cycles run once for 50,000 new objects, for the whole process."""
    gc.set_threshold(_OBJECTS)
