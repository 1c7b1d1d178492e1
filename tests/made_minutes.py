"""Extractions about an invented council, made by hand from marked places in a text."""

from __future__ import annotations

import hashlib

from minutebook.records import (
    Action,
    Attendee,
    Box,
    DateValue,
    Decision,
    Declaration,
    Entity,
    Extraction,
    Item,
    Line,
    Meeting,
    Mention,
    Mentions,
    MoneyValue,
    Page,
    Sections,
    SourceDocument,
    Span,
    Vote,
)

TEXT = """Thornbeck Parish Council
Minutes of the meeting held on 4 March 2019
Present: Cllr Ada Penrose (Chair), Cllr B Tarrant, Olwen Vosper (Clerk)
1. Apologies
None were received.
2. Playground
Cllr Tarrant declared an interest as the owner of the hedge.
RESOLVED that the hedge be cut at a cost of £1,200.
RESOLVED that the café bench be painted.
Clerk to write by 1 June 2019
"""


class Places:
    """Finds the offsets of words in a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str, after: str = "") -> tuple[int, int]:
        start = self.text.index(words, self.text.index(after))
        return start, start + len(words)


def make(
    *,
    text: str = TEXT,
    path: str = "archive/march.txt",
    date: str | None = "2019-03-04",
    body: str | None = "Thornbeck Parish Council",
    council: str | None = "Thornbeck Parish Council",
    second: str = "B Tarrant",
    decisions: tuple[str, ...] = (
        "RESOLVED that the hedge be cut at a cost of £1,200",
        "RESOLVED that the café bench be painted",
    ),
    kind: str = "minutes",
) -> Extraction:
    """Return one extraction; `decisions` are words of the text."""
    places = Places(text)
    data = text.encode()
    one, two = text.index("1. Apologies"), text.index("2. Playground")
    items = (
        Item("1", "Apologies", one, one + 3, one + 12, one + 13, two, rule="made"),
        Item(
            "2", "Playground", two, two + 3, two + 13, two + 14, len(text), rule="made"
        ),
    )
    source = SourceDocument(
        path,
        "text/plain",
        hashlib.sha256(data).hexdigest(),
        len(data),
        text,
        (Line(0, 24, box=Box(60, 60, 300, 72)), Line(25, 68)),
        (Page(1, 0, two, 595.0, 842.0), Page(2, two, len(text), 595.0, 842.0)),
        (("title", "Minutes"),),
        ("made",),
    )
    meeting = Meeting(
        council=council,
        body=body,
        date=date,
        start="19:30",
        venue="Village Hall",
        draft=True,
        next=("2019-04-01",),
        approves=("2019-02-04",),
        spans=(("date", Span(*places.span("4 March 2019"), "made")),),
        attendance=_attendance(places, second),
        items=items,
        decisions=tuple(_decision(places, x, second) for x in decisions),
        actions=(
            Action(
                1,
                *places.span("Clerk to write by 1 June 2019"),
                ("Olwen Vosper",),
                ("Clerk",),
                "2019-06-01",
                "made",
                0.5,
            ),
        ),
        declarations=(
            Declaration(1, second, *places.span("Cllr Tarrant declared"), "made"),
        ),
    )
    return Extraction(
        source,
        Sections(kind, Span(0, one), items=items, certainty=0.9, rule="made"),
        _mentions(places, second),
        meeting,
        ("a doubt",),
    )


def _attendance(places: Places, second: str) -> tuple[Attendee, ...]:
    return (
        Attendee(
            "Ada Penrose",
            *places.span("Cllr Ada Penrose"),
            "present",
            chair=True,
            rule="made",
            certainty=0.9,
        ),
        Attendee(second, *places.span(f"Cllr {second}"), "present", rule="made"),
        Attendee(
            "Olwen Vosper",
            *places.span("Olwen Vosper"),
            "present",
            role="Clerk",
            organisation="Thornbeck Trust",
            role_span=Span(*places.span("Clerk")),
            note="left early",
            rule="made",
        ),
    )


def _decision(places: Places, words: str, second: str) -> Decision:
    return Decision(
        1,
        "resolved",
        *places.span(words),
        "made",
        0.8,
        lead=Span(*places.span("Playground")),
        mover="Ada Penrose",
        seconder=second,
        votes_for=3,
        votes=(Vote(second, "for", *places.span(second)),),
    )


def _mentions(places: Places, second: str) -> Mentions:
    return Mentions(
        (
            Mention(
                "organisation",
                *places.span("Thornbeck Parish Council"),
                "Thornbeck Parish Council",
                "made",
                entity=0,
            ),
            Mention(
                "person",
                *places.span("Cllr Ada Penrose"),
                "Ada Penrose",
                "made",
                entity=0,
            ),
            Mention("person", *places.span(second), second, "made", entity=1),
            Mention("role", *places.span("Clerk", "Olwen"), "Clerk", "made", entity=0),
            Mention(
                "money",
                *places.span("£1,200"),
                "£1,200",
                "made",
                money=MoneyValue(1200.0),
            ),
            Mention(
                "date",
                *places.span("1 June 2019"),
                "1 June 2019",
                "made",
                date=DateValue("2019-06-01", "2019-06-01", "2019-06-01", "day"),
            ),
        ),
        (
            Entity("Ada Penrose", ("A Penrose",), "member"),
            Entity(second, ("Tarrant",)),
            Entity("Olwen Vosper", (), "officer"),
        ),
        (Entity("Thornbeck Parish Council", ("TPC",)),),
        (Entity("Clerk"),),
    )
