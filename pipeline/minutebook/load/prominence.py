"""Makes what is set larger than the text stand out, as bold words do."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from minutebook.records import Line

LARGER = 1.12  # times the size of most of the text
LONGEST = 120  # characters of a line that can be a title


def mark_large(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines, titles set larger than most of the text bold.

    >>> text = Line(0, 400, size=11.0)
    >>> mark_large((Line(401, 410, size=14.0), text))[0].bold
    True
    >>> mark_large((Line(401, 410, size=11.5), text))[0].bold
    False
    """
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.size:
            sizes[line.size] += line.end - line.start
    if len(sizes) < 2:
        return lines
    least = LARGER * sizes.most_common(1)[0][0]
    return tuple(
        replace(x, bold=True)
        if x.size and x.size >= least and not x.bold and x.end - x.start <= LONGEST
        else x
        for x in lines
    )
