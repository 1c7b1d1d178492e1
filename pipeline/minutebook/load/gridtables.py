"""Turns tables drawn in plus signs, dashes and bars into tables of Markdown's HTML.

Pandoc and reStructuredText write so what has cells of several lines or paragraphs.
"""

from __future__ import annotations

import re
from itertools import pairwise
from textwrap import dedent

from markdown_it import MarkdownIt

LEAST_RULES = 4  # that show that each row has its own, where none parts the heads
PADDING = 2  # the bar and the blanks beside a cell's text
_RULE = re.compile(r"[ ]{0,3}\+(?:[-=:]{3,400}\+){1,40}[ \t]*")
_HEADS = re.compile(r"[ ]{0,3}\+(?:[=:]{3,400}\+){1,40}[ \t]*")
_BLANK = re.compile(r"\n\s*")

Row = list[str]  # the text of each cell, its lines as drawn


def from_grids(text: str) -> str | None:
    r"""Return a text with its drawn tables as HTML; None where it has none.

    >>> from_grids("+----+------+\n| 1. | Limes|\n|    | cut. |\n+====+======+\n"
    ...            "| 2. | Oak  |\n+----+------+\n").count("<tr>")
    2
    >>> from_grids("+----+\n| a  |\n| b  |\n+----+\n") is None
    True
    """
    if not any(corner in text for corner in ("+--", "+==", "+:")):
        return None
    out: list[str] = []
    block: list[str] = []
    found = False
    for line in [*text.split("\n"), ""]:
        if _RULE.fullmatch(line) or (block and line.lstrip(" ").startswith("|")):
            block.append(line)
            continue
        if block:
            table = _table(block)
            found = found or table is not None
            out += block if table is None else ["", table, ""]
            block = []
        out.append(line)
    return "\n".join(out[:-1]) if found else None


def _table(block: list[str]) -> str | None:
    """Return a drawn table in HTML; None where its rules do not part its rows."""
    rules = [i for i, line in enumerate(block) if _RULE.fullmatch(line)]
    heads = any(_HEADS.fullmatch(block[i]) for i in rules)
    if len(rules) < LEAST_RULES and not heads:
        return None
    edges = sorted({i for k in rules for i, x in enumerate(block[k]) if x == "+"})
    rows = [_cells(block[a + 1 : b], edges) for a, b in pairwise(rules) if b - a > 1]
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).disable("code")
    return f"<table>{''.join(_html(row, parser) for row in rows)}</table>"


def _cells(lines: list[str], edges: list[int]) -> Row:
    """Return the cells of a row; one that spans columns has no bar at their edge."""
    bars = [
        k for k in edges if all(line[k : k + 1] in ("|", "+", "") for line in lines)
    ]
    return [
        _broken(dedent("\n".join(line[a + 1 : b].rstrip() for line in lines)), b - a)
        for a, b in pairwise(bars)
    ]


def _broken(text: str, width: int) -> str:
    r"""Return a cell's text, its breaks hard where the next word had room in the line.

    >>> _broken("Ada\nJo Marsh\ncame by boat", 14).split("\n")
    ['Ada\\', 'Jo Marsh', 'came by boat']
    """
    lines = text.strip("\n").split("\n")
    for i, (here, there) in enumerate(pairwise(lines)):
        first = there.split(None, 1)[:1]
        if here and first and len(here) + 1 + len(first[0]) < width - PADDING:
            lines[i] = f"{here}\\"
    return "\n".join(lines)


def _html(row: Row, parser: MarkdownIt) -> str:
    return f"<tr>{''.join(_cell(x, parser) for x in row)}</tr>"


def _cell(text: str, parser: MarkdownIt) -> str:
    return f"<td>{_BLANK.sub(' ', parser.render(text)).strip()}</td>"
