"""Finds who is paid in the rows of a table of payments: payee, purpose, amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# the title of the column that says who is paid
PAYEE = re.compile(
    r"\W{0,6}(?:payees?|paid to|to whom(?: paid)?|suppliers?|creditors?|recipients?"
    r"|contractors?|beneficiary)\W{0,6}",
    re.IGNORECASE,
)
CELL = re.compile(r"[^\t\n]+")
AMOUNT = re.compile(
    r"\W{0,3}[£$€]?[ ]?\d[\d,]{0,12}\.\d\d\W{0,3}|\W{0,3}[£$€][ ]?\d[\d,.]*"
)
WORDED = re.compile(r"[^\W\d_]{2}")
# by what, or when, a payment was made: no payee
MEANS = re.compile(
    r"\W{0,6}(?:ch(?:q|eque)|bacs|dd|d/d|s/?o|dc|fp|online|card|direct debit"
    r"|inv(?:oice)?|vat|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
    r"|\d{1,2}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """A line of a table with an amount, the cell that may name who is paid in it."""

    low: int
    high: int
    start: int
    end: int
    titled: bool  # whether the column's title says so


def payment_rows(text: str) -> list[Row]:
    """Return the rows that have a payee and more before an amount, in their order.

    >>> text = "12\\tZorbex Hale\\tMowing\\t£9.00\\nRent\\t£4.00\\n"
    >>> [text[x.start : x.end] for x in payment_rows(text)]
    ['Zorbex Hale']
    """
    rows = []
    column, below = -1, -1
    for low, high in _lines_with_cells(text):
        cells = list(CELL.finditer(text, low, high))
        if low != below:
            column = -1
        below = high + 1
        titles = [n for n, x in enumerate(cells) if PAYEE.fullmatch(x[0])]
        if titles:
            column = titles[0]
        elif (cell := _payee(cells, column)) is not None:
            rows.append(Row(low, high, cell.start(), cell.end(), column >= 0))
    return rows


def _lines_with_cells(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends that holds a tab."""
    place = text.find("\t")
    while place >= 0:
        low = text.rfind("\n", 0, place) + 1
        end = text.find("\n", place)
        high = len(text) if end < 0 else end
        yield low, high
        place = text.find("\t", high)


def _payee(cells: list[re.Match[str]], column: int) -> re.Match[str] | None:
    """Return the cell that may name who is paid: its column's, or the first."""
    amounts = [n for n, x in enumerate(cells) if AMOUNT.fullmatch(x[0])]
    amount = amounts[0] if amounts else 0
    worded = [
        x for x in cells[:amount] if WORDED.search(x[0]) and not MEANS.match(x[0])
    ]
    if 0 <= column < amount and cells[column] in worded:
        return cells[column]
    return worded[0] if column < 0 and len(worded) > 1 else None
