"""Recognises money."""

from __future__ import annotations

from minutebook.recognise.context import Context
from minutebook.records import Mention


def recognise_money(context: Context) -> tuple[Mention, ...]:
    """Return every mention of money, in the order of the text."""
    return ()
