"""Puts a meeting together: attendance, items, decisions, votes, actions."""

from __future__ import annotations

from minutebook.records import Meeting, Mentions, Preamble, Sections, SourceDocument


def assemble(
    source: SourceDocument, sections: Sections, preamble: Preamble, mentions: Mentions
) -> Meeting:
    """Return the meeting that the minutes record."""
    return Meeting(
        council=preamble.council,
        body=preamble.body,
        date=preamble.date,
        start=preamble.start,
        end=preamble.end,
        venue=preamble.venue,
        draft=preamble.draft,
        spans=preamble.spans,
        attendance=preamble.attendance,
        items=sections.items,
    )
