"""Write kg/views/assets/land.json, the coasts that the page's map draws: scripts/write_land.py land-50m.json.

The file read is TopoJSON of Natural Earth's land (public domain), as the npm package world-atlas 2.0.2 holds it.
Coasts are simplified to what a map of some degrees shows; small rocks are left out.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "kg" / "views" / "assets" / "land.json"
STEP = 0.02  # degrees between two places that the file can tell apart
TOLERANCE = 0.025  # degrees that a coast may be off
SOUTHERNMOST = -60  # degrees of latitude; what lies farther south is not drawn
SMALLEST = 0.003  # square degrees

Point = tuple[float, float]


def read_rings(topology: Any) -> Iterator[list[Point]]:
    """Yield the outlines in a topology, as longitude and latitude."""
    (scale_x, scale_y), (x, y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [
        [
            (east * scale_x + x, north * scale_y + y)
            for east, north in accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
        ]
        for arc in topology["arcs"]
    ]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                yield [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]


def unbroken(ring: Sequence[Point]) -> list[Point]:
    """Return an outline that goes on beyond 180 degrees where it crosses that line."""
    points = [ring[0]]
    for x, y in ring[1:]:
        points.append((x + 360 * round((points[-1][0] - x) / 360), y))
    middle = (min(points)[0] + max(points)[0]) / 2
    return [(x - 360 * round(middle / 360), y) for x, y in points]


def simplify(points: Sequence[Point]) -> list[Point]:
    """Return the points without those that lie near the line between others (Douglas and Peucker, 1973)."""
    kept, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far = max(
            range(first + 1, last), key=lambda at: distance(points[at], points[first], points[last]), default=None
        )
        if far is not None and distance(points[far], points[first], points[last]) > TOLERANCE:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return [points[at] for at in sorted(kept)]


def distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the line through two others, or from both where they are one."""
    across, up = end[0] - start[0], end[1] - start[1]
    if not (length := math.hypot(across, up)):
        return math.dist(point, start)
    return abs(up * (point[0] - start[0]) - across * (point[1] - start[1])) / length


def area(points: Sequence[Point]) -> float:
    """Return the area within an outline."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))) / 2


def ways(points: Sequence[Point]) -> list[int]:
    """Return where an outline begins and the way from each point to the next, in steps, in one list."""
    steps = [(round(x / STEP), round(y / STEP)) for x, y in points]
    moves = [steps[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(steps) if a != b)]
    return [number for move in moves for number in move]


def main(source: str) -> int:
    """Read the topology and write the coasts."""
    rings = [unbroken(ring) for ring in read_rings(json.loads(Path(source).read_text("utf-8")))]
    drawn = [ring for ring in rings if area(ring) >= SMALLEST and max(north for _, north in ring) > SOUTHERNMOST]
    coasts = [ways(simplify(ring)) for ring in drawn]
    coasts = [coast for coast in coasts if len(coast) >= 8]
    TARGET.write_text(json.dumps({"step": STEP, "rings": coasts}, separators=(",", ":")) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
