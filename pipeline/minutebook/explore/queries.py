"""Every SQL statement of the pages, and the few ways in which they are run."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from minutebook.explore.marking import disarm

Row = dict[str, Any]

# ------------------------------------------------------------------ ways of asking


def rows(conn: sqlite3.Connection, sql: str, values: Any = ()) -> list[Row]:
    """Return the rows as dictionaries whose texts are safe to look at.

    Texts keep their length, so that offsets into them still hold.
    """
    cursor = conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [
        {
            name: disarm(value) if isinstance(value, str) else value
            for name, value in zip(names, row, strict=True)
        }
        for row in cursor
    ]


def one(conn: sqlite3.Connection, sql: str, values: Any = ()) -> Row | None:
    """Return the first row, or None."""
    found = rows(conn, sql, values)
    return found[0] if found else None


def by_ids(conn: sqlite3.Connection, sql: str, ids: Iterable[int]) -> list[Row]:
    """Return the rows of these ids, in the order of the ids."""
    wanted = [int(x) for x in ids]
    found = {x["id"]: x for x in rows(conn, sql, (json.dumps(wanted),))}
    return [found[x] for x in wanted if x in found]


def raw_rows(conn: sqlite3.Connection, sql: str, ids: Sequence[int]) -> list[Row]:
    """Return the rows of these ids in their order, the text exactly as stored."""
    cursor = conn.execute(sql, (json.dumps([int(x) for x in ids]),))
    names = [column[0] for column in cursor.description]
    found = {x[0]: dict(zip(names, x, strict=True)) for x in cursor}
    return [found[x] for x in ids if x in found]


def column_names(conn: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns, none where there is no such table."""
    sql = "select name from pragma_table_info(?)"
    return [row[0] for row in conn.execute(sql, (table,))]


@contextmanager
def limited(conn: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Stop any statement inside that runs for longer than so many seconds."""
    deadline = time.monotonic() + seconds
    conn.set_progress_handler(lambda: int(time.monotonic() > deadline), 10_000)
    try:
        yield
    finally:
        conn.set_progress_handler(None, 0)


# ------------------------------------------------------------- columns kept in memory

KINDS = "select distinct kind from decisions where kind <> '' order by kind"
COUNCIL_LABELS = "select id, ref, name, 0 from councils"
BODY_LABELS = "select id, ref, name, coalesce(council_id, 0) from bodies"

# Each column as one text of numbers: SQLite then reads them all without waiting for
# Python at every row. The date is its digits; the last holds the kind's number, whether
# it is standing business, and what is known of votes.
COLUMNS = """
select group_concat(id), group_concat(council), group_concat(body), group_concat(day),
  group_concat(flags) from ({columns})
"""
DECISIONS_IN_NUMBERS = """
select id, coalesce(council_id, 0) as council, coalesce(body_id, 0) as body,
  coalesce(replace(date, '-', '') + 0, 0) as day,
  16 * ({kind}) + 8 * standing + (votes_for is not null or votes_against is not null)
    + 2 * (coalesce(votes_against, 0) > 0) as flags
from decisions
"""
DECISIONS_WITH_NAMES = """
select group_concat(decision_id) from (select distinct decision_id from decision_votes)
"""
# Each decision that names a sum, and how many of these limits its largest sum reaches.
SUM_LIMITS = (0.01, 1_000, 10_000, 100_000, 1_000_000)
DECISIONS_WITH_SUMS = f"""
select group_concat(id), group_concat(level) from (
  select t.decision_id as id,
    max({" + ".join(f"(s.amount >= {limit})" for limit in SUM_LIMITS)}) as level
  from money s join mentions t on t.id = s.mention_id
  where t.decision_id is not null group by t.decision_id)
"""
ITEMS_IN_NUMBERS = """
select i.id, coalesce(m.council_id, 0) as council, coalesce(m.body_id, 0) as body,
  coalesce(replace(m.date, '-', '') + 0, 0) as day, 8 * i.standing as flags
from meetings m join items i on i.meeting_id = m.id
"""


def columns(scope: str, kinds: int) -> str:
    """Return the statement that gives the columns of items, or of decisions.

    That of decisions wants their kinds as values; each is numbered from 1.
    """
    if scope == "items":
        return COLUMNS.format(columns=ITEMS_IN_NUMBERS)
    cases = " ".join(f"when ? then {number}" for number in range(1, kinds + 1))
    kind = f"case kind {cases} else 0 end" if kinds else "0"
    return COLUMNS.format(columns=DECISIONS_IN_NUMBERS.format(kind=kind))


# ----------------------------------------------------------------------------- search


def matching(table: str, column: str = "rowid") -> str:
    """Return the statement that gives all ids of a full-text match as one text."""
    return f"select group_concat({column}) from {table} where {table} match ?"


def counted(table: str) -> str:
    """Return the statement that counts a full-text match."""
    return f"select count(*) from {table} where {table} match ?"


def joined(sql: str) -> str:
    """Return the statement that gives the only column of another as one text."""
    return f"with found(id) as ({sql}) select group_concat(id) from found"


def ranked(table: str, weights: str, few: bool) -> str:
    """Return the statement that ranks the matches between two ids, or few of them.

    The plus keeps the list of ids from becoming one full-text query for each id.
    """
    some = " and +rowid in (select value from json_each(?))" if few else ""
    return (
        "select group_concat(id), group_concat(score) from ("
        f"select rowid as id, bm25({table}, {weights}) as score from {table}"
        f" where {table} match ? and rowid between ? and ?{some} limit -1 offset 0)"
    )


def texts(scope: str) -> str:
    """Return the statement that gives the searchable texts of some rows."""
    names = ", ".join(SEARCHED[scope])
    wanted = "(select value from json_each(?))"
    return f"select id, {names} from {scope} where id in {wanted} order by id"


SEARCHED = {"decisions": ("title", "lead", "text"), "items": ("title", "text")}
WEIGHTS = {"decisions": "3.0, 0.5, 1.0", "items": "3.0, 1.0"}


class Few:
    """A few rows in a full-text table of their own, in memory.

    Marking or ranking them there takes the same short time in a database of any size.
    """

    def __init__(self, conn: sqlite3.Connection, scope: str, ids: list[int]) -> None:
        self._scope = scope
        names = ", ".join(SEARCHED[scope])
        marks = ", ".join("?" * (1 + len(SEARCHED[scope])))
        self._conn = sqlite3.connect(":memory:")
        self._conn.execute(
            f"create virtual table few using fts5({names},"
            ' tokenize="porter unicode61 remove_diacritics 2")'
        )
        found = conn.execute(texts(scope), (json.dumps(ids),))
        sql = f"insert into few(rowid, {names}) values ({marks})"
        self._conn.executemany(sql, (tuple(x) for x in found))

    def marked(self, match: str) -> dict[int, dict[str, str]]:
        """Return the texts of the rows that match by id, the hits in them marked."""
        names = SEARCHED[self._scope]
        marks = "char(57344), char(57345)"
        parts = ", ".join(f"highlight(few, {n}, {marks})" for n in range(len(names)))
        found = self._conn.execute(
            f"select rowid, {parts} from few where few match ?", (match,)
        )
        return {x[0]: dict(zip(names, x[1:], strict=True)) for x in found}

    def scores(self, match: str) -> dict[int, float]:
        """Return the rank of the rows that match by id, the best lowest."""
        rank = f"bm25(few, {WEIGHTS[self._scope]})"
        sql = f"select rowid, {rank} from few where few match ? limit -1 offset 0"
        return dict(self._conn.execute(sql, (match,)))

    def close(self) -> None:
        """Let the rows go."""
        self._conn.close()


WHERE_ABOUT = """
  c.ref as council_ref, c.name as council, b.ref as body_ref, b.name as body,
  m.ref as meeting_ref, m.is_draft, doc.ref as document_ref, doc.path as path,
  doc.sha256 as sha256, doc.loaded_at as loaded_at, doc.media_type as media_type,
  doc.pages as document_pages
"""
JOINS = """
join meetings m on m.id = {from_}.meeting_id
join documents doc on doc.id = m.document_id
left join councils c on c.id = m.council_id
left join bodies b on b.id = m.body_id
"""
DECISIONS = f"""
select d.id, d.ref, d.date, d.kind, d.lead, d.text, d.page, d.start, d."end",
  d.rule, d.certainty, d.standing, d.votes_for, d.votes_against, d.votes_abstained,
  d.unanimous, coalesce(mv.name, d.mover) as mover, mv.ref as mover_ref,
  mv.kind as mover_kind, coalesce(sc.name, d.seconder) as seconder,
  sc.ref as seconder_ref, sc.kind as seconder_kind, d.item_id,
  i.ref as item_ref, i.number as item_number, i.title as item_title,
  d.meeting_id, m.document_id, d.body_id, {WHERE_ABOUT}
from decisions d {JOINS.format(from_="d")}
left join items i on i.id = d.item_id
left join people mv on mv.id = d.mover_id
left join people sc on sc.id = d.seconder_id
"""
DECISIONS_BY_ID = DECISIONS + "where d.id in (select value from json_each(?))"
DECISION_BY_REF = DECISIONS + "where d.ref = ?"
DECISIONS_OF_MEETING = DECISIONS + "where d.meeting_id = ? order by d.start"
ITEMS_BY_ID = f"""
select i.id, i.ref, m.date, i.number as item_number, i.title as item_title, i.text,
  i.page, i.start, i."end", i.standing, {WHERE_ABOUT}
from items i {JOINS.format(from_="i")}
where i.id in (select value from json_each(?))
"""
IDS_WITH_PERSON = """
select id from decisions where mover_id = :id or seconder_id = :id
union select decision_id from decision_votes where person_id = :id
union select decision_id from mentions
  where person_id = :id and decision_id is not null
"""
IDS_WITH_ORGANISATION = """
select distinct decision_id from mentions
where organisation_id = ? and decision_id is not null
"""
IDS_WITH_MONEY = """
select distinct t.decision_id from money s join mentions t on t.id = s.mention_id
where s.amount between ? and ? and t.decision_id is not null
"""
ITEMS_WITH_PERSON = "select distinct item_id from mentions where person_id = :id"
ITEMS_WITH_ORGANISATION = (
    "select distinct item_id from mentions where organisation_id = ?"
)
ITEMS_WITH_MONEY = """
select distinct t.item_id from money s join mentions t on t.id = s.mention_id
where s.amount between ? and ? and t.item_id is not null
"""
MONEY_OF_DECISIONS = """
select t.decision_id, t.text, s.amount, s.currency from mentions t
join money s on s.mention_id = t.id
where t.decision_id in (select value from json_each(?)) order by t.start
"""

# ------------------------------------------------------------------------- redirects

REDIRECT = "select target_kind, target from redirects where kind = ? and ref = ?"

# ------------------------------------------------------------------------------ home

COUNTS = """
select (select count(*) from decisions) as decisions,
  (select count(*) from meetings where kind = 'minutes') as meetings,
  (select count(*) from documents) as documents,
  (select count(*) from people where kind <> 'public') as people
"""
LAST_LOAD = "select * from loads order by id desc limit 1"
LAST_FAILURES = """
select stage, reason, count(*) as files from failures where load_id = ?
group by stage, reason order by files desc limit 6
"""

# -------------------------------------------------------------------------- decision

VOTES_OF_DECISION = """
select v.vote, coalesce(p.name, v.name) as name, p.ref as person_ref,
  p.kind as person_kind
from decision_votes v left join people p on p.id = v.person_id
where v.decision_id = ? order by v.vote, v.position
"""
MENTIONS_OF_DECISION = """
select t.kind, t.text, t.name, p.ref as person_ref, p.kind as person_kind,
  p.name as person, o.ref as organisation_ref, o.name as organisation, s.amount,
  s.currency, s.per, dt.iso
from mentions t left join people p on p.id = t.person_id
left join organisations o on o.id = t.organisation_id
left join money s on s.mention_id = t.id left join dates dt on dt.mention_id = t.id
where t.decision_id = ? order by t.start
"""
ACTIONS = """
select a.id, a.ref, a.text, a.due_date, a.page, a.item_id, a.start, a."end", a.rule,
  m.ref as meeting_ref, m.date, i.title as item_title, doc.ref as document_ref,
  b.name as body
from actions a join meetings m on m.id = a.meeting_id
join documents doc on doc.id = m.document_id
left join items i on i.id = a.item_id left join bodies b on b.id = m.body_id
"""
ACTIONS_OF_ITEM = ACTIONS + "where a.item_id = ? order by a.start"
ACTIONS_OF_MEETING = ACTIONS + "where a.meeting_id = ? order by a.start"
ACTIONS_OF_PERSON = (
    ACTIONS + "where a.id in (select action_id from action_owners"
    " where person_id = ?) order by m.date desc limit 50"
)
ACTIONS_OF_ORGANISATION = (
    ACTIONS + "where a.id in (select action_id from action_owners"
    " where organisation_id = ?) order by m.date desc limit 50"
)
OWNERS = """
select ao.action_id, coalesce(p.name, o.name, ao.name, ao.name_as_written) as name,
  p.ref as person_ref, p.kind as person_kind, o.ref as organisation_ref
from action_owners ao left join people p on p.id = ao.person_id
left join organisations o on o.id = ao.organisation_id
where ao.action_id in (select value from json_each(?)) order by ao.position
"""
PASSAGE = """
select substr(text, :start + 1, :length) as text, length(text) as total
from texts where document_id = :document
"""
LINES_OF_PASSAGE = """
select * from lines
where document_id = ? and "end" > ? and start < ? order by start limit 400
"""
PAGES = 'select page, start, "end", width, height from pages where document_id = ?'
PAGE = PAGES + " and page = ?"
HEADINGS_OF_BODY = """
select i.id, i.title from meetings m join items i on i.meeting_id = m.id
where m.body_id = ? and not i.standing order by m.date desc limit 4000
"""
DECISIONS_OF_ITEMS = """
select d.id from decisions d join items i on i.id = d.item_id
where d.item_id in (select value from json_each(?)) and not d.standing
order by d.item_id, d.start
"""

# --------------------------------------------------------------------------- meeting

MEETINGS = """
select m.*, c.ref as council_ref, c.name as council_name, b.ref as body_ref,
  b.name as body_name, doc.ref as document_ref, doc.path, doc.sha256,
  doc.kind as document_kind, doc.pages as document_pages
from meetings m join documents doc on doc.id = m.document_id
left join councils c on c.id = m.council_id left join bodies b on b.id = m.body_id
"""
MEETING_BY_REF = MEETINGS + "where m.ref = ?"
MEETING_OF_DOCUMENT = MEETINGS + "where m.document_id = ?"
ATTENDANCE = """
select a.*, p.ref as person_ref, p.kind as person_kind, p.name as person,
  o.ref as organisation_ref, coalesce(a.organisation, o.name) as organisation_name
from attendance a left join people p on p.id = a.person_id
left join organisations o on o.id = a.organisation_id
where a.meeting_id = ? order by a.position
"""
ITEMS_OF_MEETING = """
select id, ref, number, title, text, start, "end", page, level, standing, body_start
from items where meeting_id = ? order by position
"""
DECLARATIONS_OF_MEETING = """
select dc.text, dc.page, dc.item_id, coalesce(p.name, dc.name) as name,
  p.ref as person_ref, p.kind as person_kind
from declarations dc left join people p on p.id = dc.person_id
where dc.meeting_id = ? order by dc.position
"""
NEIGHBOURS = """
select * from (select 'previous' as side, ref, date from meetings
  where body_id = :body and date < :date and kind = 'minutes'
  order by date desc limit 1)
union all select * from (select 'next', ref, date from meetings
  where body_id = :body and date > :date and kind = 'minutes' order by date limit 1)
"""
APPROVED_BY = """
select m.ref, m.date from meetings m, json_each(m.approves) x
where m.body_id = :body and x.value = :date and m.date > :date order by m.date limit 3
"""
MEETINGS_ON = """
select ref, date from meetings
where body_id = ? and date in (select value from json_each(?)) order by date
"""

# -------------------------------------------------------------------------- document

DOCUMENT_BY_REF = "select * from documents where ref = ?"
SLICE_MENTIONS = """
select t.kind, t.start, t."end", t.text, t.name, p.ref as person_ref,
  p.kind as person_kind, o.ref as organisation_ref, s.amount, s.currency, dt.iso
from mentions t left join people p on p.id = t.person_id
left join organisations o on o.id = t.organisation_id
left join money s on s.mention_id = t.id left join dates dt on dt.mention_id = t.id
where t.document_id = :document and t.start < :end and t."end" > :start
order by t.start limit 20000
"""
SLICE_DECISIONS = """
select d.ref, d.kind, d.start, d."end" from decisions d
join meetings m on m.id = d.meeting_id where m.document_id = :document
and d.start < :end and d."end" > :start order by d.start
"""
SOURCES = "select location, path from sources where document_id = ? order by location"

# ------------------------------------------------------- person, organisation, body

# Whoever is called so: people, organisations, bodies and councils, by how often.
CALLED = """
select n.entity_kind as kind, n.entity_id as id, max(n.count) as often
from names n where n.name >= ? and n.name < ? group by 1, 2
order by often desc limit 60
"""
PEOPLE_CALLED = """
select 'person' as page, p.ref, p.name, b.name as body, p.kind from people p
left join bodies b on b.id = p.body_id
where p.kind <> 'public' and p.id in (select value from json_each(?))
"""
ORGANISATIONS_CALLED = """
select 'organisation' as page, ref, name, '' as body, '' as kind from organisations
where id in (select value from json_each(?))
"""
PERSON_BY_REF = "select * from people where ref = ?"
ORGANISATION_BY_REF = "select * from organisations where ref = ?"
BODY_BY_REF = """
select b.*, c.ref as council_ref, c.name as council from bodies b
left join councils c on c.id = b.council_id where b.ref = ?
"""
COUNCIL_BY_REF = "select * from councils where ref = ?"
NAMES = """
select name, count from names where entity_kind = ? and entity_id = ?
order by count desc limit 12
"""
ROLES_OF_PERSON = """
select a.role, coalesce(a.organisation, o.name) as organisation,
  o.ref as organisation_ref, min(m.date) as first, max(m.date) as last,
  count(*) as times
from attendance a join meetings m on m.id = a.meeting_id
left join organisations o on o.id = a.organisation_id
where a.person_id = ? and (a.role is not null or a.organisation_id is not null)
group by 1, 2 order by last desc, times desc limit 20
"""
ATTENDANCE_OF_PERSON = """
select m.ref, m.date, a.status, a.is_chair, a.note, b.name as body, b.ref as body_ref
from attendance a join meetings m on m.id = a.meeting_id
left join bodies b on b.id = m.body_id
where a.person_id = ? order by m.date limit 2000
"""
DECISIONS_OF_PERSON = """
select id, mover_id = :id as moved, seconder_id = :id as seconded from decisions
where mover_id = :id or seconder_id = :id order by date desc limit 30
"""
MENTIONS_OF = """
with latest as (
  select t.id, m.date, m.body_id from mentions t
  left join meetings m on m.document_id = t.document_id
  where t.{column} = ?
  order by t.item_id is null, m.date desc, t.start limit 12
)
select t.text, t.start, t."end", t.page, doc.ref as document_ref, latest.date,
  b.name as body, substr(x.text, max(t.start - 80, 0) + 1,
    min(t.start, 80)) as before, substr(x.text, t."end" + 1, 90) as after
from latest join mentions t on t.id = latest.id
join documents doc on doc.id = t.document_id
join texts x on x.document_id = t.document_id
left join bodies b on b.id = latest.body_id
order by latest.date desc, t.start
"""
PEOPLE_OF_ORGANISATION = """
select p.ref, p.name, p.kind, max(a.role) as role, count(*) as times,
  min(m.date) as first, max(m.date) as last
from attendance a join people p on p.id = a.person_id
join meetings m on m.id = a.meeting_id
where a.organisation_id = ? and p.kind <> 'public'
group by p.id order by times desc limit 60
"""
PEOPLE_OF_BODY = """
select p.ref, p.name, p.kind, sum(a.status = 'present') as present,
  sum(a.status = 'apologies') as apologies, sum(a.status = 'absent') as absent,
  max(a.is_chair) as chaired, min(m.date) as first, max(m.date) as last
from attendance a join meetings m on m.id = a.meeting_id
join people p on p.id = a.person_id
where m.body_id = ? and p.kind <> 'public'
group by p.id order by count(*) desc, p.name limit 60
"""
MEETINGS_OF_BODY = """
select m.ref, m.date, m.is_draft, m.kind,
  (select count(*) from decisions d where d.meeting_id = m.id) as decisions,
  (select count(*) from attendance a where a.meeting_id = m.id
    and a.status = 'present') as present
from meetings m where m.body_id = ? order by m.date desc limit 400
"""
MEETINGS_OF_COUNCIL = """
select m.ref, m.date, m.kind, b.name as body, b.ref as body_ref from meetings m
left join bodies b on b.id = m.body_id
where m.council_id = ? order by m.date desc limit 12
"""

# -------------------------------------------------------------------------- overview

DECISIONS_BY_MONTH = """
select substr(date, 1, 7) as month, kind, count(*) as decisions
from decisions where date is not null and not standing{council} group by 1, 2 order by 1
"""
MONEY_BY_YEAR = """
select substr(m.date, 1, 4) as year, s.currency, count(*) as sums,
  sum(s.amount) as total, max(s.amount) as largest
from money s join mentions t on t.id = s.mention_id
join meetings m on m.document_id = t.document_id
where m.date is not null and t.decision_id is not null{council}
group by 1, 2 order by 1, 2
"""
ATTENDANCE_BY_BODY = """
select b.ref, b.name, c.name as council, sum(a.status = 'present') as present,
  sum(a.status = 'apologies') as apologies, sum(a.status = 'absent') as absent,
  count(distinct a.meeting_id) as meetings
from attendance a join meetings m on m.id = a.meeting_id
join bodies b on b.id = m.body_id left join councils c on c.id = b.council_id
where 1{council} group by b.id order by meetings desc, b.name limit 40
"""
OPEN_ACTIONS = (
    ACTIONS + "where a.due_date is not null{council} order by a.due_date desc limit 40"
)
LATEST_DATE = "select max(date) from meetings where date glob '????-??-??'{council}"


def of_council(sql: str, column: str, council: int) -> str:
    """Return a statement of the overview for one council, or for all if it is 0.

    >>> of_council(LATEST_DATE, "council_id", 7)[-19:]
    ' and council_id = 7'
    """
    return sql.format(council=f" and {column} = {council:d}" if council else "")
