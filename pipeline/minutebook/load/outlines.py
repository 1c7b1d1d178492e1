"""Turns the markup of AsciiDoc, Org and Textile files into Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from minutebook.load.listmarks import count_entry

LOOKED_AT = 200_000
_ASCIIDOC_NAMES = (".adoc", ".asciidoc", ".asc")
_ORG_NAMES = (".org",)
_SECTION = re.compile(  # == Finance
    r"^(={1,6})[ \t]{1,9}(\S[^\n]{0,300}?)(?:[ \t]{1,9}\1)?[ \t]*$", re.M
)
_ATTRIBUTE = re.compile(r"^(?::[\w!-]{1,60}:|//(?!/)|\[[^\]\n]{0,200}\]\s*$|image::)")
_FENCE = re.compile(r"(?:-{4,}|={4,}|\*{4,}|_{4,}|\.{4,}|--|'{3,}|<{3,})\s*$")
_COUNTED = re.compile(r"\s{0,20}(\.{1,5})[ \t]+(?=\S)")
_BULLET = re.compile(r"\s{0,20}(\*{1,5}|-)[ \t]+(?=\S)")
_START = re.compile(r"\[[^\]\n]{0,80}\bstart=\"?(\d{1,4})")
_STRONG = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,400})(?<=\S)\*(?![\w*])")
_PASSED = re.compile(r"\+\+([^\n+]{0,200})\+\+")
_LINK = re.compile(r"(?:link:|https?://|mailto:)[^\s\[\]]{1,400}\[([^\]\n]{0,300})\]")
_HARD = re.compile(r"[ \t]\+$")
_STAR = re.compile(r"^(\*{1,6})[ \t]{1,9}(\S[^\n]{0,300})$", re.M)
_KEYWORD = re.compile(r"^\s{0,9}#\+(\w{1,30})(?:\[[^\]\n]{0,80}\])?:?[ \t]*(.*)$", re.I)
_DRAWER = re.compile(r"^\s{0,20}:[A-Za-z_-]{1,40}:(?:[ \t].*)?$")
_ORG_LINK = re.compile(r"\[\[[^\]\n]{1,400}\]\[([^\]\n]{1,300})\]\]")
_ORG_HARD = re.compile(r"\\\\$")
_TEXTILE_NAMES = (".textile",)
_HEADED = re.compile(
    r"^h([1-6])(?:\([\w# -]{0,40}\))?\.[ \t]{1,9}(\S[^\n]{0,300})$", re.M
)
_SIGNED = re.compile(r"([*#]{1,5})[ \t]{1,9}(?=\S)")
_QUOTED_LINK = re.compile(r'"([^"\n]{1,300})":\S{1,400}')
_STATE = re.compile(r"^(?:TODO|DONE|NEXT|WAITING)[ \t]{1,9}|[ \t]{1,9}:[\w:@]{1,80}:$")
_LEVEL = re.compile(r"(\s{0,60})([-+]|\d{1,4}[.)])[ \t]+(?=\S)")


def from_outline(text: str, name: str) -> str | None:
    r"""Return AsciiDoc or Org text in Markdown; None where a text is neither.

    >>> from_outline("= Minutes\n== Trees\n. Limes\n", "may.txt")
    '# Minutes\n\n## Trees\n\n1. Limes\n'
    >>> from_outline("#+TITLE: Minutes\n* Trees\n- Limes", "may.txt")
    '# Minutes\n\n## Trees\n\n- Limes'
    >>> from_outline("h1. Minutes\nh2. Trees\n# Limes\n* *Agreed*", "may.txt")
    '# Minutes\n\n## Trees\n\n1. Limes\n- **Agreed**'
    >>> from_outline("* Trees\n* Ponds", "may.txt") is None
    True
    """
    suffix = PurePosixPath(name.lower()).suffix
    sample = text[:LOOKED_AT]
    reader: Callable[[str], Iterator[str]] | None = None
    if suffix in _ASCIIDOC_NAMES or _is_asciidoc(sample):
        reader = _asciidoc
    elif suffix in _ORG_NAMES or _is_org(sample):
        reader = _org
    elif suffix in _TEXTILE_NAMES or len(_HEADED.findall(sample)) > 1:
        reader = _textile
    return None if reader is None else "\n".join(reader(text))


def _is_asciidoc(text: str) -> bool:
    return "\n==" in f"\n{text}" and len(_SECTION.findall(text)) > 1


def _is_org(text: str) -> bool:
    return text.lstrip().startswith("#+") and _STAR.search(text) is not None


def _asciidoc(text: str) -> Iterator[str]:
    """Yield the lines in Markdown; lists count from 1 where another line parts them."""
    counts: list[int] = []
    row: list[str] | None = None  # the cells of a row of a table under way
    width = first = 0
    attached = False
    for line in text.split("\n"):
        if line.startswith("|==="):
            yield from _cells(row or [], width)
            row = None if row is not None else []
            width = 0
        elif row is not None:
            cells = [x.strip() for x in re.split(r"(?:^|\s)[a-z]?\|", line)[1:]]
            if not cells and line.strip() and row:
                row[-1] += f" {line.strip()}"
                continue
            width = width or len(cells)
            row += cells
            while width and len(row) > width:
                yield from _cells(row[:width], width)
                row = row[width:]
        elif started := _START.match(line):
            counts.clear()
            first = int(started[1]) - 1
        elif heading := _SECTION.fullmatch(line):
            counts.clear()
            yield f"{'#' * len(heading[1])} {_inline(heading[2])}\n"
        elif line == "+":  # what follows is part of the entry of the list
            attached = True
            yield ""
        elif _ATTRIBUTE.match(line) or _FENCE.match(line):
            yield ""
        else:
            attached = attached and bool(line.strip())
            if not attached or _COUNTED.match(line) or _BULLET.match(line):
                line, first = _entry(line, counts, first)
            yield _inline(line)


def _cells(cells: list[str], width: int) -> Iterator[str]:
    if cells and width:
        yield f"<table><tr>{''.join(f'<td>{x}</td>' for x in cells)}</tr></table>\n"


def _entry(line: str, counts: list[int], first: int) -> tuple[str, int]:
    """Return a line with the mark of a list as Markdown has it, and where to count."""
    match = _COUNTED.match(line) or _BULLET.match(line)
    if match is None:
        if line.strip() and not line[:1].isspace():
            counts.clear()
        return line, first
    mark = count_entry(counts, len(match[1]), match[1][0] == ".", first)
    return f"{mark} {line[match.end() :]}", 0


def _inline(line: str) -> str:
    line = _HARD.sub("  ", _LINK.sub(r"\1", line))
    return _PASSED.sub(r"\1", _STRONG.sub(r"**\1**", line)).replace("{nbsp}", " ")


def _org(text: str) -> Iterator[str]:
    """Yield the lines in Markdown; a title stands above the headings."""
    under = 0
    for line in text.split("\n"):
        if keyword := _KEYWORD.match(line):
            under = under or keyword[1].lower() == "title"
            yield f"# {keyword[2]}\n" if keyword[1].lower() == "title" else ""
        elif heading := _STAR.fullmatch(line):
            title = _STATE.sub("", _STATE.sub("", heading[2]))
            yield f"{'#' * (len(heading[1]) + under)} {_org_inline(title)}\n"
        elif _DRAWER.match(line):
            yield ""
        elif line.lstrip().startswith("|-"):
            continue
        elif line.lstrip().startswith("|"):
            cells = line.strip().strip("|").split("|")
            yield from _cells([_org_inline(x.strip()) for x in cells], len(cells))
        elif match := _LEVEL.match(line):
            mark = match[2].replace("+", "-")
            yield f"{match[1]}{mark} {_org_inline(line[match.end() :])}"
        else:
            yield _org_inline(line)


def _org_inline(line: str) -> str:
    return _ORG_HARD.sub("  ", _STRONG.sub(r"**\1**", _ORG_LINK.sub(r"\1", line)))


def _textile(text: str) -> Iterator[str]:
    """Yield the lines in Markdown; lists count from 1 where another line parts them."""
    counts: list[int] = []
    for line in text.split("\n"):
        line = _QUOTED_LINK.sub(r"\1", line)
        if heading := _HEADED.fullmatch(line):
            counts.clear()
            yield f"{'#' * int(heading[1])} {heading[2]}\n"
        elif line.startswith("|"):
            cells = [x.strip().removeprefix("_. ") for x in line.strip().split("|")]
            yield from _cells(cells[1:-1], len(cells))
        elif mark := _SIGNED.match(line):
            sign = count_entry(counts, len(mark[1]), mark[1].endswith("#"))
            told = _STRONG.sub(r"**\1**", line[mark.end() :])
            yield f"{sign} {told}"
        else:
            if line.strip():
                counts.clear()
            yield _STRONG.sub(r"**\1**", line)
