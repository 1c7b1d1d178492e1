"""Counts the entries of lists whose markup only says that they count."""

from __future__ import annotations


def count_entry(counts: list[int], depth: int, numbered: bool, first: int = 0) -> str:
    """Return the mark of an entry as Markdown has it, and count it in.

    >>> counts: list[int] = []
    >>> [count_entry(counts, depth, True) for depth in (1, 2, 2, 1)]
    ['1.', '    1.', '    2.', '2.']
    """
    del counts[depth:]
    if len(counts) < depth:
        counts += [0] * (depth - len(counts))
        counts[-1] = first
    counts[-1] += 1
    return "    " * (depth - 1) + (f"{counts[-1]}." if numbered else "-")
