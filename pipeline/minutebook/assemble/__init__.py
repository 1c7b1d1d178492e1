"""Puts a meeting together: attendance, items, decisions, votes, actions."""

from __future__ import annotations

from minutebook.assemble.actions import find_actions
from minutebook.assemble.attendance import settle_attendance
from minutebook.assemble.decisions import find_decisions
from minutebook.assemble.declarations import find_declarations
from minutebook.assemble.edges import without_blanks
from minutebook.assemble.meetings import find_approved, find_next
from minutebook.records import Meeting, Mentions, Preamble, Sections, SourceDocument


def assemble(
    source: SourceDocument, sections: Sections, preamble: Preamble, mentions: Mentions
) -> Meeting:
    """Return the meeting that the minutes record."""
    attendance = settle_attendance(source, sections, preamble, mentions)
    following = find_next(source, sections, preamble, mentions)
    actions = find_actions(
        source, sections, attendance, mentions, preamble.date, following
    )
    declarations = find_declarations(source, sections, attendance, mentions)
    text = source.text
    return Meeting(
        council=preamble.council,
        body=preamble.body,
        date=preamble.date,
        start=preamble.start,
        end=preamble.end,
        venue=preamble.venue,
        draft=preamble.draft,
        next=following,
        approves=find_approved(source, sections, preamble, mentions),
        spans=preamble.spans,
        attendance=attendance,
        items=sections.items,
        decisions=without_blanks(text, find_decisions(source, sections, mentions)),
        actions=without_blanks(text, actions),
        declarations=without_blanks(text, declarations),
    )
