"""Writes the whole database as JSON lines, CSV, Parquet or Popolo."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sqlite_utils import Database

from minutebook.errors import MinutebookError
from minutebook.output import record
from minutebook.popolo import popolo
from minutebook.store import TABLES, explain, open_readonly, read_extractions

_ROWS = 5000  # rows that are held at once


class ExportError(MinutebookError):
    """The export could not be written."""


def export_database(path: Path, form: str, output: Path | None) -> None:
    """Write a database in one of the formats; to standard output without a path.

    Raises StoreError or ExportError.
    """
    db = open_readonly(path)
    db.conn.execute("BEGIN")  # one state of the database, whatever a load does
    try:
        with explain(path):
            _export(db, form, output)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise ExportError(f"{output or 'output'}: {error.strerror}") from error
    finally:
        db.close()


def _export(db: Database, form: str, output: Path | None) -> None:
    if form in ("csv", "parquet"):
        if output is None:
            raise ExportError(f"{form} is a folder of files: --output says where.")
        _export_tables(db, output, form)
    else:
        with _sink(output) as file:
            _export_json(db, form, file)


def _export_json(db: Database, form: str, file: IO[str]) -> None:
    if form == "popolo":
        json.dump(popolo(db), file, ensure_ascii=False, indent=1)
        file.write("\n")
        return
    for extraction in read_extractions(db):
        file.write(json.dumps(record(extraction), ensure_ascii=False) + "\n")


@contextmanager
def _sink(output: Path | None) -> Iterator[IO[str]]:
    """Open the output; a file is there whole or not at all."""
    if output is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        os.replace(part, output)
    finally:
        part.unlink(missing_ok=True)


def _export_tables(db: Database, folder: Path, form: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write = _write_csv if form == "csv" else _write_parquet
    for table in TABLES:
        cursor = db.conn.execute(f'SELECT * FROM "{table}"')
        columns = [x[0] for x in cursor.description]
        write(folder / f"{table}.{form}", db, table, columns, _batches(cursor))


def _batches(cursor: Any) -> Iterator[list[tuple[Any, ...]]]:
    while rows := cursor.fetchmany(_ROWS):
        yield rows


def _write_csv(
    path: Path,
    db: Database,
    table: str,
    columns: list[str],
    batches: Iterator[list[tuple[Any, ...]]],
) -> None:
    with _sink(path) as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for rows in batches:
            writer.writerows(rows)


def _write_parquet(
    path: Path,
    db: Database,
    table: str,
    columns: list[str],
    batches: Iterator[list[tuple[Any, ...]]],
) -> None:
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise ExportError(
            "Parquet needs pyarrow: pip install minutebook[parquet]"
        ) from (error)
    types = {"INTEGER": arrow.int64(), "REAL": arrow.float64(), "TEXT": arrow.string()}
    declared = {x.name: x.type for x in db[table].columns}
    schema = arrow.schema([(x, types[declared[x]]) for x in columns])
    part = path.with_name(f"{path.name}.part")
    with parquet.ParquetWriter(part, schema) as writer:
        for rows in batches:
            values = [list(x) for x in zip(*rows, strict=True)]
            writer.write_table(
                arrow.Table.from_arrays(
                    [
                        arrow.array(x, type=f.type)
                        for x, f in zip(values, schema, strict=True)
                    ],
                    schema=schema,
                )
            )
    os.replace(part, path)
