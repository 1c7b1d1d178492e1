"""The data dictionary: every table and column, read from the database itself."""

from __future__ import annotations

import sqlite3

from minutebook.explore.metadata import COMMON, TABLES
from minutebook.explore.queries import Row

NAMES = """
select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
and name not like '%_fts%' and name not like '\\_%' escape '\\' order by name
"""
COLUMNS = "select name, type, pk from pragma_table_info(?)"
KEYS = 'select "from", "table" from pragma_foreign_key_list(?)'


def dictionary(conn: sqlite3.Connection) -> Row:
    """Return all tables: those of the contract in its order, then the others."""
    there = [row[0] for row in conn.execute(NAMES)]
    known = [x for x in TABLES if x in there]
    names = known + [x for x in there if x not in TABLES]
    return {"tables": [_table(conn, name) for name in names]}


def _table(conn: sqlite3.Connection, name: str) -> Row:
    """Return one table with its columns, their meanings and where they lead."""
    description, meanings = TABLES.get(name, ("", {}))
    leads = dict(tuple(row) for row in conn.execute(KEYS, (name,)))
    columns = [
        {
            "name": row[0],
            "type": row[1].lower() or "any",
            "key": bool(row[2]),
            "meaning": meanings.get(row[0]) or COMMON.get(row[0], ""),
            "leads": leads.get(row[0], ""),
        }
        for row in conn.execute(COLUMNS, (name,))
    ]
    return {"name": name, "description": description, "columns": columns}
