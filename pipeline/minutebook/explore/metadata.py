"""Titles, descriptions and ready-made queries, for Datasette and the dictionary."""

from __future__ import annotations

from typing import Any

OFFSETS = {
    "start": "Offset of the first character in the document's text",
    "end": "Offset after the last character",
    "page": "Page of the document, counted from 1",
    "rule": "The rule that found it",
    "certainty": "How often findings of this rule are right, from 0 to 1",
    "position": "Place in the order of the document",
}
REFS = {
    "id": "Number of the row; may change when documents are loaded again",
    "ref": "Stable id, used in links",
    "key": "The form by which two spellings are known as one",
}
LINKS = {
    "council_id": "The council",
    "body_id": "The body that met",
    "meeting_id": "The meeting",
    "item_id": "The agenda item",
    "document_id": "The document",
    "person_id": "The person, where the name leads to exactly one",
    "organisation_id": "The organisation",
    "role_id": "The post or office",
    "decision_id": "The decision",
    "load_id": "The load that last wrote this row",
}
COMMON = {**OFFSETS, **REFS, **LINKS}

TABLES: dict[str, tuple[str, dict[str, str]]] = {
    "councils": ("Authorities that bodies belong to", {"name": "Name"}),
    "bodies": (
        "Councils, committees, boards and groups that met",
        {
            "name": "Name, as its own heading gives it",
            "is_settled": "1 once its people have been told apart",
        },
    ),
    "documents": (
        "Files that were loaded, one row for each content",
        {
            "sha256": "Checksum of the file as it was loaded",
            "path": "Path as it was given to the load",
            "media_type": "Type of the file, found by its content",
            "bytes": "Size of the file",
            "pages": "Number of pages",
            "words": "Number of words",
            "status": "What became of it",
            "loaded_at": "When it was loaded (UTC)",
            "version": "Version of Minutebook that read it",
            "kind": "minutes, agenda, report or other",
            "notes": "What the reader of the file wants known",
            "problems": "What could not be worked out",
            "metadata": "Properties that the file carries",
        },
    ),
    "texts": ("The text of each document; all offsets count in it", {"text": "Text"}),
    "pages": (
        "Where each page stands in the text",
        {"width": "Width in points", "height": "Height in points"},
    ),
    "lines": (
        "Where each line stands on its page, in points from the top left",
        {
            **{"left": "Left", "top": "Top", "right": "Right", "bottom": "Bottom"},
            "confidence": "How sure OCR was of its words, 0 to 100; empty for print",
        },
    ),
    "meetings": (
        "Meetings, one for each document of minutes",
        {
            "date": "Day of the meeting, as far as it is stated",
            "start_time": "When it began",
            "end_time": "When it ended",
            "venue": "Where it was held",
            "is_draft": "1 if the document is marked draft or unconfirmed",
            "year": "Year of the meeting",
            "kind": "Kind of its document",
            "council": "Name of the council as written",
            "body": "Name of the body as written",
            "next": "Dates given for future meetings",
            "approves": "Dates of earlier meetings whose minutes it approved",
            "spans": "Where each field was read, as offsets",
        },
    ),
    "items": (
        "Agenda items",
        {
            "number": "Number as written",
            "title": "Heading as written",
            "text": "Everything under the heading",
            "body_start": "Offset at which the heading ends",
            "level": "1, or more for an item within an item",
            "standing": "1 for business of every meeting: apologies, last minutes",
        },
    ),
    "decisions": (
        "What bodies decided, in the words of the minutes",
        {
            "date": "Day of the meeting",
            "kind": "approved, resolved, noted, recommended, referred, deferred,"
            " rejected, delegated or appointed",
            "title": "Heading of the item that it stands under",
            "text": "The words of the decision",
            "lead": "The stem that a lettered part hangs on",
            "lead_start": "Offset of the stem",
            "lead_end": "Offset after the stem",
            "mover_id": "Who moved it",
            "seconder_id": "Who seconded it",
            "mover": "Mover as written",
            "seconder": "Seconder as written",
            "votes_for": "Votes for, where counted",
            "votes_against": "Votes against, where counted",
            "votes_abstained": "Abstentions, where counted",
            "unanimous": "1 where the minutes say so; never turned into names",
            "standing": "1 for business of every meeting",
            "year": "Year of the meeting",
        },
    ),
    "decision_votes": (
        "Votes that the minutes name, and only those",
        {"vote": "for, against or abstain", "name": "Name as written"},
    ),
    "actions": (
        "Tasks that somebody was given",
        {"text": "The words of the task", "due_date": "Day by which, if stated"},
    ),
    "action_owners": (
        "Who was given a task",
        {
            "action_id": "The task",
            "name_as_written": "As written",
            "name": "The name that it leads to",
        },
    ),
    "people": (
        "People, the same person once across meetings of a body",
        {
            "name": "Fullest form, without titles",
            "kind": "member, officer, public or unknown",
            "reason": "Why rows were joined or kept apart",
        },
    ),
    "organisations": ("Organisations that minutes name", {"name": "Fullest form"}),
    "names": (
        "Every form in which a name was written, and how often",
        {
            "entity_kind": "person, organisation, role, body or council",
            "entity_id": "Number of its row",
            "name": "Form as written",
            "count": "How often",
        },
    ),
    "attendance": (
        "Who came, who sent apologies, who was absent",
        {
            "name_as_written": "Name with its titles",
            "name": "Name without titles",
            "status": "present, apologies or absent",
            "role": "Post or office, as the list gives it",
            "organisation": "Organisation, as the list gives it",
            "is_chair": "1 for whoever chaired this meeting",
            "role_start": "Offset of the post",
            "role_end": "Offset after the post",
            "organisation_start": "Offset of the organisation",
            "organisation_end": "Offset after the organisation",
            "initials": "Initials that the minutes use",
            "substitute_for": "For whom somebody stood in",
            "substitute_for_id": "That person",
            "note": "Came late, left early",
            "group": "Heading of the list",
        },
    ),
    "roles": ("Posts and offices", {"name": "Fullest form, singular"}),
    "declarations": (
        "Interests that somebody declared",
        {"text": "The words", "name": "Who, as written"},
    ),
    "mentions": (
        "Every stretch of text that names a person, role, organisation, date or sum",
        {"kind": "What it names", "text": "As written", "name": "Folded form"},
    ),
    "money": (
        "Values of sums that are mentioned",
        {
            "mention_id": "The mention",
            "amount": "In whole currency units",
            "currency": "Three-letter code",
            "per": "A year, a unit, where stated",
        },
    ),
    "dates": (
        "Values of dates that are mentioned",
        {
            "mention_id": "The mention",
            "earliest": "First day it can mean",
            "latest": "Last day it can mean",
            "precision": "day, month, year or range",
            "iso": "As far as it is known",
        },
    ),
    "loads": (
        "Each load, with its counts of files",
        {
            "started_at": "Begin (UTC)",
            "finished_at": "End (UTC)",
            "status": "running, finished or broken off",
            "version": "Version of Minutebook",
            "paths": "What was to be loaded",
            "options": "How",
            "files": "Files found",
            "loaded": "Read and stored",
            "unchanged": "Known already",
            "duplicate": "Same content as another file",
            "not_minutes": "Stored, but no minutes",
            "failed": "Could not be read",
            "skipped": "No documents, by their type",
            "extracted": "Extracted again from the stored text",
            "pruned": "Forgotten, because the file is gone",
            "words": "Words read",
            "seconds": "Time taken",
            "ocr_pages": "Pages read by OCR",
            "ocr_seconds": "Processor time that OCR took",
            "ocr_confidence": "How sure OCR was of its lines, 0 to 100",
        },
    ),
    "failures": (
        "Files that could not be read, and why",
        {
            "path": "File",
            "stage": "Where it failed",
            "reason": "Why",
            "error": "The error in full",
            "seconds": "Time spent on it",
        },
    ),
    "sources": (
        "What became of every file given to a load",
        {
            "location": "Where the file is",
            "path": "Path as it was given",
            "size": "Size when it was read",
            "mtime_ns": "When it was last written",
            "ctime_ns": "When it was last changed",
            "sha256": "Checksum",
            "status": "What became of it",
            "version": "Version of Minutebook",
            "options": "How it was read",
            "stage": "Where it failed",
            "reason": "Why it failed",
            "error": "The error in full",
        },
    ),
    "layouts": (
        "The lines of each document as its reader gave them, compressed",
        {"lines": "For a newer version to extract from without reading again"},
    ),
    "redirects": (
        "Refs that were merged or replaced",
        {
            "kind": "What the old ref named",
            "target_kind": "What the new ref names",
            "target": "The new ref",
        },
    ),
    "entities": (
        "People, organisations and roles of one document, as it names them",
        {
            "kind": "person, organisation or role",
            "name": "Fullest form in the document",
            "aliases": "Other forms in the document",
            "person_kind": "member, officer, public or unknown",
            "reason": "Why it leads to nobody, or to whom it does",
        },
    ),
    "meta": (
        "Facts about this database",
        {"key": "Name of the fact", "value": "The fact"},
    ),
}

LABELS = {
    "councils": "name", "bodies": "name", "people": "name", "organisations": "name",
    "roles": "name", "documents": "path", "meetings": "ref", "items": "title",
    "decisions": "text", "actions": "text",
}  # fmt: skip
FACETS = {
    "decisions": ["kind", "year"],
    "attendance": ["status"],
    "mentions": ["kind"],
    "meetings": ["year"],
    "documents": ["kind", "status"],
}

QUERIES: dict[str, dict[str, Any]] = {
    "decisions_over_an_amount": {
        "title": "Decisions over an amount",
        "description": "Decisions that name a sum of at least so much.",
        "params": ["amount"],
        "sql": """
select d.date, b.name as body, s.amount, s.currency, d.kind, d.text, d.ref
from money s join mentions t on t.id = s.mention_id
join decisions d on d.id = t.decision_id
left join bodies b on b.id = d.body_id
where s.amount >= cast(:amount as real) order by s.amount desc limit 200""",
    },
    "contested_votes": {
        "title": "Contested votes",
        "description": "Counted votes with somebody against, the closest first.",
        "sql": """
select d.date, b.name as body, d.votes_for, d.votes_against, d.votes_abstained,
  d.text, d.ref
from decisions d left join bodies b on b.id = d.body_id
where d.votes_against > 0
order by abs(coalesce(d.votes_for, 0) - d.votes_against), d.date desc limit 200""",
    },
    "actions_past_their_date": {
        "title": "Actions past their date",
        "description": "Tasks due before a day (YYYY-MM-DD), the latest first.",
        "params": ["day"],
        "sql": """
select a.due_date, b.name as body, m.date as meeting, a.text,
  group_concat(coalesce(p.name, w.name, w.name_as_written), ', ') as owners, a.ref
from actions a join meetings m on m.id = a.meeting_id
left join bodies b on b.id = m.body_id
left join action_owners w on w.action_id = a.id
left join people p on p.id = w.person_id
where a.due_date < :day
group by a.id order by a.due_date desc limit 200""",
    },
    "who_sent_apologies_most": {
        "title": "Who sent apologies most",
        "description": "Members and officers by share of meetings missed.",
        "params": ["at_least_meetings"],
        "sql": """
select p.name, b.name as body, count(*) as meetings,
  sum(a.status = 'apologies') as apologies,
  round(100.0 * sum(a.status = 'apologies') / count(*)) as percent
from attendance a join people p on p.id = a.person_id
join meetings m on m.id = a.meeting_id left join bodies b on b.id = m.body_id
where p.kind <> 'public'
group by p.id, m.body_id having meetings >= max(3, cast(:at_least_meetings as integer))
order by percent desc, meetings desc limit 200""",
    },
    "who_moves_and_seconds": {
        "title": "Who moves and who seconds",
        "description": "Pairs of mover and seconder, the most frequent first.",
        "sql": """
select mv.name as mover, sc.name as seconder, b.name as body, count(*) as decisions
from decisions d join people mv on mv.id = d.mover_id
join people sc on sc.id = d.seconder_id left join bodies b on b.id = d.body_id
group by d.mover_id, d.seconder_id order by decisions desc limit 200""",
    },
}


def build_metadata(database: str = "minutes") -> dict[str, Any]:
    """Return the metadata of Datasette for a database of this name."""
    tables: dict[str, Any] = {}
    for table, (description, columns) in TABLES.items():
        tables[table] = {"description": description, "columns": columns}
        if table in LABELS:
            tables[table]["label_column"] = LABELS[table]
        if table in FACETS:
            tables[table]["facets"] = FACETS[table]
    for table in ("decisions", "items"):
        tables[table] |= {"fts_table": f"{table}_fts", "fts_pk": "id"}
    tables["decisions"]["sort_desc"] = "date"
    tables["meetings"]["sort_desc"] = "date"
    shadows = ("", "_data", "_idx", "_docsize", "_config")
    for name in (f"{x}_fts{y}" for x in ("decisions", "items") for y in shadows):
        tables[name] = {"hidden": True}
    return {
        "title": "Minutebook",
        "description": "Decisions of councils and boards, from their own minutes.",
        "databases": {
            database: {
                "description": "Every row can be traced to its words in the minutes.",
                "tables": tables,
                "queries": QUERIES,
            }
        },
    }
