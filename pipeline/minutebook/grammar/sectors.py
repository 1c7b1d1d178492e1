"""Sorts of members that stand before the body of one: "Special - The Grove"."""

from __future__ import annotations

import re

from minutebook.grammar.atoms import Range


def within_sector(text: str, span: Range) -> Range:
    """Return where the body stands in a cell that first says of which sort it is.

    >>> cells = ("Primary heads (Mill Lane School)", "Special - The Grove", "Age UK")
    >>> [x[slice(*within_sector(x, (0, len(x))))] for x in cells]
    ['Mill Lane School', 'The Grove', 'Age UK']
    """
    match = _SECTOR.fullmatch(text, *span)
    if match is None:
        return span
    return match.span("inside" if match["inside"] else "behind")


# what schools forums and partnerships choose their members by
_SECTOR = re.compile(
    r"(?:maintained\s|mainstream\s)?(?:(?:infant|junior|primary|secondary|special|nursery"
    r"|middle|PVI|early\syears|pre-?school|academ(?:y|ies)|PRUs?|pupil\sreferral"
    r"|alternative\sprovision|1[46]-19|post-?16|diocesan|trade\sunions?|unions?"
    r"|voluntary|third|private|business|statutory|community|health|housing|education)"
    r"(?:\s(?:schools?|heads?|head\s?teachers?|governors?|nurser(?:y|ies)|academ(?:y|ies)"
    r"|providers?|sector|units?|reps?|representatives?|unions?))?[\s,/]{0,3}){1,3}"
    r"(?:\((?P<inside>[A-Z][^()]{2,60})\)"
    r"|\s{0,3}(?:[–—/:]|-(?=\s))\s{0,3}(?P<behind>[A-Z][^()/]{2,60}))\s{0,3}",
    re.IGNORECASE,
)
