"""Takes off the moment at which a browser printed a page: no word of the minutes."""

from __future__ import annotations

import re

from minutebook.load.lines import Row, Segment

_ADDRESS = re.compile(r"(?:https?|file)://|about:blank\b", re.IGNORECASE)
_STAMP = re.compile(  # 3/14/22, 9:41 AM | 14/03/2022, 09:41 | 2022-03-14 09:41
    r"""(?: \d{1,2} [/.-] \d{1,2} [/.-] \d{2,4} | \d{4}-\d\d-\d\d )
        (?: ,? \s{1,3} \d{1,2} [:.] \d\d (?: \s? [ap]\.?m\.? )? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def drop_print_stamp(rows: list[Row]) -> None:
    """Take the browser's date off the first and last row of a page.

    The address that the browser prints beside it or at the other end shows whose it is.
    """
    shown = [row for row in rows if row.cells]
    ends = [row for row in (shown[:1] + shown[1:][-1:]) if row.table is None]
    if not any(_ADDRESS.match(s.text) for row in ends for s in row.segments()):
        return
    for row in ends:
        row.cells = [kept for cell in row.cells if (kept := _unstamped(cell))]


def _unstamped(cell: list[Segment]) -> list[Segment]:
    return [s for s in cell if not _STAMP.fullmatch(s.text.strip())]
