"""The schema of the database and the migrations that lead to it."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from minutebook.errors import NewerDatabase

migrations = Migrations("minutebook")


@migrations()
def m001_initial(db: Database) -> None:
    """Create every table, index and full-text table."""
    script = (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8")
    for statement in split_statements(script):
        db.execute(statement)


@migrations()
def m002_titles_of_decisions(db: Database) -> None:
    """Put the heading beside each decision, so that one search finds both."""
    for statement in split_statements(_TITLES):
        db.execute(statement)


_TITLES = """
ALTER TABLE decisions ADD COLUMN title TEXT;
UPDATE decisions SET title = (SELECT title FROM items WHERE id = item_id);
DROP TABLE decisions_fts;
CREATE VIRTUAL TABLE decisions_fts USING fts5(
    title, lead, text, content="decisions", content_rowid="id",
    tokenize="porter unicode61 remove_diacritics 2"
);
INSERT INTO decisions_fts(rowid, title, lead, text)
    SELECT id, title, lead, text FROM decisions
    WHERE id <= (SELECT value + 0 FROM meta WHERE key = 'decisions_fts');
DROP INDEX decisions_date;
CREATE INDEX decisions_columns ON decisions(
    date, item_id, council_id, body_id, kind, standing, votes_for, votes_against
);
CREATE INDEX items_columns ON items(meeting_id, standing);
"""


@migrations()
def m003_again_from_text(db: Database) -> None:
    """Keep the lines of each document, and count files that are no documents."""
    db.execute(
        "CREATE TABLE layouts ("
        "document_id INTEGER PRIMARY KEY REFERENCES documents(id),"
        " lines BLOB NOT NULL)"
    )
    db.execute("ALTER TABLE loads ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE loads ADD COLUMN extracted INTEGER NOT NULL DEFAULT 0")


@migrations()
def m004_recognised_text(db: Database) -> None:
    """Keep how sure OCR was of each line, and what OCR cost a load."""
    db.execute("ALTER TABLE lines ADD COLUMN confidence REAL")
    db.execute("ALTER TABLE loads ADD COLUMN ocr_pages INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE loads ADD COLUMN ocr_seconds REAL NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE loads ADD COLUMN ocr_confidence REAL")


VERSION = 4  # PRAGMA user_version: how many migrations have been applied


def split_statements(script: str) -> list[str]:
    r"""Return the statements of a script without its comment lines.

    >>> split_statements("-- two\nCREATE TABLE a (b);\nCREATE TABLE c (d);\n")
    ['CREATE TABLE a (b)', 'CREATE TABLE c (d)']
    """
    code = "\n".join(x for x in script.splitlines() if not x.startswith("--"))
    return [x.strip() for x in code.split(";") if x.strip()]


def migrate(db: Database) -> None:
    """Bring the schema of an open database up to date.

    Raises NewerDatabase where a later version of Minutebook wrote it.
    """
    if refuse_newer(db) < VERSION:
        migrations.apply(db)
        db.execute(f"PRAGMA user_version = {VERSION}")


def refuse_newer(db: Database) -> int:
    """Return the number of the schema; raise NewerDatabase where it is past ours."""
    found = version_of(db)
    if found > VERSION:
        raise NewerDatabase(f"(schema {found}, this version knows {VERSION})")
    return found


def version_of(db: Database) -> int:
    """Return the number of the schema that a database has; 0 for a new one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


TABLES = (
    "councils",
    "bodies",
    "documents",
    "texts",
    "pages",
    "meetings",
    "items",
    "decisions",
    "decision_votes",
    "actions",
    "action_owners",
    "people",
    "organisations",
    "names",
    "attendance",
    "roles",
    "declarations",
    "mentions",
    "money",
    "dates",
    "loads",
    "failures",
)
