"""Recognises people, roles, organisations, dates and money."""

from __future__ import annotations

from minutebook.records import Mentions, Preamble, Sections, SourceDocument


def recognise(
    source: SourceDocument, sections: Sections, preamble: Preamble
) -> Mentions:
    """Return every mention of one document and the entities they belong to."""
    return Mentions()
