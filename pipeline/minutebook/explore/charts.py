"""Bars for charts: where each stands, what it says and where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, AXIS, HEAD = 720.0, 180.0, 22.0, 16.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, or one layer of a stacked bar."""

    x: float
    y: float
    width: float
    height: float
    label: str
    style: str
    link: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the bars."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars and their labels, in the units of an SVG view box."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    top: int
    width: float = WIDTH
    height: float = HEAD + HEIGHT + AXIS
    base: float = HEAD + HEIGHT


@dataclass(frozen=True, slots=True)
class Layer:
    """What one column holds of one kind."""

    amount: float
    label: str
    style: str
    link: str


def stack(columns: Sequence[tuple[str, Sequence[Layer]]]) -> Chart:
    """Return a chart of stacked bars.

    >>> chart = stack([("2016", [Layer(2, "two", "a", ""), Layer(1, "one", "b", "")])])
    >>> [round(bar.height) for bar in chart.bars], chart.top
    ([120, 60], 3)
    """
    top = max((sum(x.amount for x in layers) for _, layers in columns), default=0)
    step = WIDTH / max(len(columns), 1)
    gap = min(3.0, step * 0.2)
    bars = []
    for place, (_, layers) in enumerate(columns):
        level = HEAD + HEIGHT
        for layer in layers:
            high = layer.amount / top * HEIGHT if top else 0.0
            level -= high
            x, wide = place * step + gap / 2, min(step - gap, 64.0)
            bars.append(Bar(x, level, wide, high, layer.label, layer.style, layer.link))
    return Chart(tuple(bars), _ticks([x for x, _ in columns], step), int(top))


def _ticks(labels: Sequence[str], step: float) -> tuple[Tick, ...]:
    """Return as many labels as fit side by side, a year only once."""
    found: list[Tick] = []
    free = 0.0
    for place, label in enumerate(labels):
        x = place * step
        new = not found or found[-1].label != label
        if new and x >= free and x + 30 <= WIDTH:
            found.append(Tick(x, label))
            free = x + 46
    return tuple(found)
