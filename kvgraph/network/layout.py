"""Where the nodes of a network are drawn when it is opened: a start that shows its shape, not a last word.

The positions depend on the network alone. Only additions, divisions and square roots are taken, which every machine
rounds alike (IEEE 754), after a start that is rounded: sines and cosines differ in the last digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt

LARGEST = 200
"""Up to how many nodes are moved by their edges; that takes a second. Larger networks keep their start."""

_ROUNDS = 50
_APART = 40.0
_GOLDEN_ANGLE = pi * (3 - sqrt(5))

Point = tuple[float, float]


def positions(weights: Sequence[int], edges: Sequence[tuple[int, int]]) -> list[Point]:
    """Return a point for each node; ``weights`` say how central each is, ``edges`` are pairs of indices.

    The start is a sunflower with the heaviest node in the middle. From there nodes push each other away and edges pull
    (Fruchterman and Reingold, 1991), with a weak pull to the middle that keeps parts together that no edge connects.
    """
    points = _sunflower(weights)
    if len(points) <= LARGEST:
        for turn in range(_ROUNDS):
            reach = _APART * 2 * (1 - turn / _ROUNDS)
            points = [_step(point, force, reach) for point, force in zip(points, _forces(points, edges), strict=True)]
    return [(round(x, 1) + 0.0, round(y, 1) + 0.0) for x, y in points]  # 0.0 makes -0.0 into 0.0


def _sunflower(weights: Sequence[int]) -> list[Point]:
    points: list[Point] = [(0.0, 0.0)] * len(weights)
    for place, node in enumerate(sorted(range(len(weights)), key=lambda node: (-weights[node], node))):
        radius, angle = _APART * sqrt(place), place * _GOLDEN_ANGLE
        points[node] = round(radius * cos(angle), 3), round(radius * sin(angle), 3)
    return points


def _forces(points: Sequence[Point], edges: Sequence[tuple[int, int]]) -> list[Point]:
    forces = [[-x * 0.1, -y * 0.1] for x, y in points]
    for one, (x, y) in enumerate(points):
        for other in range(one):
            dx, dy = x - points[other][0], y - points[other][1]
            push = _APART * _APART / (dx * dx + dy * dy + 0.01)
            forces[one][0] += dx * push
            forces[one][1] += dy * push
            forces[other][0] -= dx * push
            forces[other][1] -= dy * push
    for one, other in edges:
        dx, dy = points[one][0] - points[other][0], points[one][1] - points[other][1]
        pull = sqrt(dx * dx + dy * dy) / _APART
        forces[one][0] -= dx * pull
        forces[one][1] -= dy * pull
        forces[other][0] += dx * pull
        forces[other][1] += dy * pull
    return [(x, y) for x, y in forces]


def _step(point: Point, force: Point, reach: float) -> Point:
    length = sqrt(force[0] * force[0] + force[1] * force[1])
    scale = min(length, reach) / length if length else 0.0
    return point[0] + force[0] * scale, point[1] + force[1] * scale
