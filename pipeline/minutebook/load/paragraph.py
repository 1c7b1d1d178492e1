"""What the readers of word processors share: the look of a paragraph, its writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from minutebook.load.builder import SYMBOLS
from minutebook.load.flow import Flow, Run
from minutebook.load.numbering import BULLET, Numbering


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or character style says, with what it is based on."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    hidden: bool = False
    size: float | None = None
    heading: int | None = None
    list_id: str | None = None
    depth: int | None = None
    indent: float = 0.0
    breaks: bool = False  # a page break before


PLAIN = Style()


def changed(style: Style, **changes: Any) -> Style:
    """Return a style with these of its fields changed.

    >>> changed(PLAIN, bold=True).bold
    True
    """
    if not changes:
        return style
    old = {name: getattr(style, name) for name in Style.__slots__}
    return Style(**{**old, **changes})


def symbol(value: int) -> str:
    """Return the character of a symbol font as far as it can be known.

    >>> symbol(0xF0B7), symbol(0x2013), symbol(0xF041)
    ('•', '–', '')
    """
    if 0xF000 <= value <= 0xF0FF:
        return SYMBOLS.get(value, "")
    return chr(value) if 0x20 <= value < 0xD800 else ""


def label_of(
    numbers: Numbering, style: Style, name: str, runs: list[Run], in_cell: bool
) -> str:
    """Return the number that a paragraph shows, and count it; "" for none.

    `name` is that of its style, for lists that give each style a level. An empty
    paragraph counts on, but shows its number only in a cell.
    """
    if style.list_id is None or style.list_id == "0":
        return ""
    depth = style.depth
    if depth is None:
        depth = numbers.depth_of_style(style.list_id, name)
    label = numbers.next_number(style.list_id, depth)
    empty = not any(run.text.strip() for run in runs)
    return "" if empty and (label == BULLET or not in_cell) else label


def write_paragraph(
    flow: Flow, numbers: Numbering, runs: list[Run], style: Style, label: str
) -> None:
    """Write a paragraph behind its number, a blank line where it says nothing."""
    indent = style.indent
    if label and not indent:
        level = numbers.level(style.list_id or "", style.depth or 0)
        indent = level.indent if level else 0.0
    found: dict[str, Any] = {}
    if style.heading:
        found["heading"] = style.heading
    if indent:
        found["indent"] = indent
    if any(run.text.strip() for run in runs):
        flow.paragraph(runs, f"{label} " if label else "", **found)
    elif label:
        flow.paragraph([Run(label)], **found)
    else:
        flow.blank()
