"""Finds the links between meetings: the next one, and whose minutes were approved."""

from __future__ import annotations

from minutebook.records import Mentions, Preamble, Sections, SourceDocument


def find_next(
    source: SourceDocument, sections: Sections, preamble: Preamble, mentions: Mentions
) -> tuple[str, ...]:
    """Return the dates given for future meetings of the same body, as ISO dates."""
    return ()


def find_approved(
    source: SourceDocument, sections: Sections, preamble: Preamble, mentions: Mentions
) -> tuple[str, ...]:
    """Return the dates of the meetings whose minutes this one approved."""
    return ()
