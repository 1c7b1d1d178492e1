"""Cuts a document into header, attendance lists and agenda items."""

from __future__ import annotations

from minutebook.records import Sections, SourceDocument, Span
from minutebook.segment.items import find_items
from minutebook.segment.kind import decide_kind
from minutebook.segment.report import find_report_item
from minutebook.segment.rosters import find_rosters


def segment(source: SourceDocument) -> Sections:
    """Return the parts of a document."""
    rosters = find_rosters(source)
    kind, certainty, rule = decide_kind(source, rosters)
    items = find_items(source, rosters, weighed=kind == "minutes")
    starts = [x.start for x in rosters] + [x.start for x in items]
    first = min(starts, default=len(source.text))
    if kind == "report":
        items = find_report_item(source)
    header = Span(0, first)
    return Sections(kind, header, rosters, items, certainty, rule)
