"""What brat must know to show and check our annotations, made from the terms of the ontology."""

from typing import get_args

from kg.facts import EventStatus, Mode
from kg.ontology import concepts

_ANNOTATION = """\
# Written by kg extract: the annotations of this folder. The note on a Statement or Attitude tells who speaks,
# and about what; correct it there: speaker: NAME | about: TERRITORY; TERRITORY

[entities]
Source
Cue
Content
Evidence
Target
Place
Territory

[relations]
LayerOf\tArg1:Statement|Attitude, Arg2:Statement|Attitude
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
Statement\tSource?:Source, Cue?:Cue, Content:Content
Attitude\tSource?:Source, Cue?:Cue, Content:Content
Position\tTarget?:Target, Evidence*:Evidence
{events}

[attributes]
Mode\tArg:Statement|Attitude, Value:{modes}
Stance\tArg:Position, Value:{stances}
Status\tArg:{event_types}, Value:{statuses}
"""

_VISUAL = """\
# Written by kg extract: how the annotations of this folder look.

[labels]
Statement | Statement | Said
Attitude | Attitude | Att
Position | Position | Pos
Territory | Territory | Terr
LayerOf | Said within | Within

[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:#e5e5e5, borderColor:darken
ARC_DEFAULT\tcolor:black, arrowHead:triangle-5
Statement\tbgColor:#8fb2ff
Attitude\tbgColor:#c9b6ff
Source\tbgColor:#ffd48a
Cue\tbgColor:#d5e3ff
Content\tbgColor:#e8f3d0
Position\tbgColor:#ff9d8a
Territory\tbgColor:#8ad3b0
LayerOf\tcolor:#7a4fd0, dashArray:3-3
"""

_TOOLS = """\
# Written by kg extract: brat shows what breaks annotation.conf.

[options]
Validation\tvalidate:all
"""


def configuration() -> dict[str, str]:
    """Return the configuration files of a folder for brat, by name."""
    types = concepts("event-types")
    annotation = _ANNOTATION.format(
        events="\n".join(f"{kind}\tPlace?:Place, Evidence*:Evidence" for kind in types),
        modes="|".join(get_args(Mode)),
        stances="|".join(concepts("stances")),
        event_types="|".join(types),
        statuses="|".join(get_args(EventStatus)),
    )
    return {"annotation.conf": annotation, "visual.conf": _VISUAL, "tools.conf": _TOOLS}
