"""Turns the markup of wikis (MediaWiki, DokuWiki, Creole) into Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.load.listmarks import count_entry

LOOKED_AT = 200_000
DEEPEST = 6  # signs of equality: DokuWiki's first level
_HEADING = re.compile(  # == Finance == | ====== Minutes ======
    r"^[ ]{0,2}(={1,6})[ \t]{0,9}([^\s=][^=\n]{0,200}?)[ \t]{0,9}\1[ \t]{0,9}$",
    re.MULTILINE,
)
_LIST = re.compile(r"([*#]{1,8})[ ]?(?=[^*#\s])")
_DOKU_LIST = re.compile(r"((?:  ){1,8})([*-])[ ](?=\S)")
_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
_ADDRESS = re.compile(r"\[https?://[^\s\]]{1,500}[ ]([^\]\n]{1,300})\]")
_TABLE = re.compile(r"\{\||\|\}|\|-")
_CELL = re.compile(r"\|\||!!")
_FORMAT = re.compile(r"[^|\[\n]{0,200}=[^|\[\n]{0,200}\|(?!\|)")
_UNSAID = re.compile(r"\[\[Category:[^\]\n]{0,200}\]\]|__[A-Z]{3,20}__|~~[A-Z]{3,20}~~")


def is_wiki(text: str) -> bool:
    """Return whether a text has headings between signs of equality.

    One alone needs bold words beside it as wikis mark them, or DokuWiki's many signs.

    >>> is_wiki("== Present ==\\nAda\\n== Trees ==\\n"), is_wiki("Trees\\n=====")
    (True, False)
    """
    if "=\n" not in text:
        return False
    sample = text[:LOOKED_AT]
    signs = [x[0] for x in _HEADING.findall(sample)]
    many = len(signs) + sample.count("'''") // 2 > 1
    return bool(signs) and (many or len(signs[0]) >= DEEPEST - 1)


def from_wiki(text: str) -> str:
    r"""Return a wiki's text in Markdown.

    >>> from_wiki("== Trees ==\n# Limes\n# [[oak|Oaks]]\n'''Agreed''' to plant.")
    '## Trees\n\n1. Limes\n2. Oaks\n**Agreed** to plant.'
    """
    reverse = "=====" in "".join(x[0] + " " for x in _HEADING.findall(text))
    text = _ADDRESS.sub(r"\1", _LINK.sub(r"\1", _UNSAID.sub("", text)))
    text = "\n".join(_lines(text, reverse=reverse))
    return text.replace("'''", "**").replace("''", "*")


def _lines(text: str, *, reverse: bool) -> Iterator[str]:
    """Yield the lines in Markdown; lists count from 1 where another line parts them."""
    counts: list[int] = []
    cells: list[str] | None = None  # of the row of a table under way
    head = True  # it is the first one
    for line in text.split("\n"):
        heading = _HEADING.fullmatch(line)
        if heading:
            level = len(heading[1])
            level = DEEPEST + 1 - level if reverse else level
            yield f"{'#' * level} {heading[2]}\n"
        elif _TABLE.match(line):
            if cells:
                yield _row(cells, head=head)
            head = not cells and (head or line.startswith("{|"))
            cells = None if line.startswith("|}") else []
        elif cells is not None and line[:1] in ("|", "!"):
            cells += [_FORMAT.sub("", x).strip() for x in _CELL.split(line[1:])]
        else:
            yield _entry(line, counts)
            continue
        counts.clear()


def _row(cells: list[str], *, head: bool) -> str:
    row = f"| {' | '.join(cells)} |"
    return f"\n{row}\n{'|---' * len(cells)}|" if head else row


def _entry(line: str, counts: list[int]) -> str:
    """Return a line, the sign of a list before it as Markdown has it."""
    if match := _LIST.match(line):
        depth, counted = len(match[1]), match[1][-1] == "#"
    elif match := _DOKU_LIST.match(line):
        depth, counted = len(match[1]) // 2, match[2] == "-"
    else:
        if line.strip():
            counts.clear()
        return line
    mark = count_entry(counts, depth, counted)
    return f"{mark} {line[match.end() :]}"
