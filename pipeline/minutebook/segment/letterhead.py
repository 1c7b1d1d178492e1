"""Tells the officers of a letterhead, above the title, from those who came."""

from __future__ import annotations

from collections.abc import Sequence

from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.listnames import is_plural_post
from minutebook.grammar.titlelines import title_before
from minutebook.records import RosterBlock

_CAME = ("present", "mixed")


def without_letterhead(text: str, blocks: Sequence[RosterBlock]) -> list[RosterBlock]:
    """Return the lists without the posts that stand above the title of the minutes.

    "Clerk: Ada Bell, 4 Mill Lane" says whom to write to, not who came, where those who
    came are listed below the title.
    """
    came = [x.start for x in blocks if x.status in _CAME and not _names_post(x)]
    title = title_before(text, min(came, default=0))
    return [x for x in blocks if x.end > title or not _names_post(x)]


def _names_post(block: RosterBlock) -> bool:
    """Tell whether a list is headed by the post that somebody holds: not "Members"."""
    words = block.group.removesuffix("present").split()
    if not words or is_plural_post(words[-1].lower()):
        return False
    return has_role_word(block.group)
