"""Writes the outline of the land for the page's map: `python -m tools.outline land-110m.json`.

The file is that of the npm package world-atlas 2.0.2, made from Natural Earth's land at 1:110m, which is in the public domain.
The path is in plate carrée, four units a degree, from 180° W and 84° N; what lies wholly south of 60° S is left out.
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "timeline/formats/html/land.txt"
Point = tuple[float, float]
#: A step that is longer crosses the edge of the map, where the pen is lifted.
HALF = 720


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a quantized topology in degrees."""
    (scale_x, scale_y), (left, top) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + left, y * scale_y + top))
        found.append(points)
    return found


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The numbers of the arcs of every ring."""
    match geometry["type"]:
        case "Polygon":
            yield from geometry["arcs"]
        case "MultiPolygon":
            for polygon in geometry["arcs"]:
                yield from polygon
        case "GeometryCollection":
            for part in geometry["geometries"]:
                yield from rings(part)


def path(topology: dict[str, Any]) -> str:
    """The outline as the data of an SVG path, in whole units, each ring relative to its first point."""
    known = arcs(topology)
    written = []
    for ring in rings(topology["objects"]["land"]):
        points: list[Point] = []
        for number in ring:
            arc = known[number] if number >= 0 else known[~number][::-1]
            points += arc[1:] if points else arc
        units = [(round((longitude + 180) * 4), round((84 - latitude) * 4)) for longitude, latitude in points]
        kept = [point for index, point in enumerate(units) if not index or point != units[index - 1]]
        if min(latitude for _, latitude in points) < -60 or len(kept) < 4:
            continue
        steps = ["".join(("lm"[abs(c - a) > HALF], f"{c - a} {d - b}")) for (a, b), (c, d) in pairwise(kept)]
        written.append(f"M{kept[0][0]} {kept[0][1]}{''.join(steps)}z".replace(" -", "-"))
    return "".join(written)


if __name__ == "__main__":
    TARGET.write_text(path(json.loads(Path(sys.argv[1]).read_text("utf-8"))) + "\n", "utf-8")
