"""The command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from minutebook.errors import MinutebookError
from minutebook.load import expand, read_document
from minutebook.output import record
from minutebook.runner import extract as run


@click.group()
@click.version_option()
def main() -> None:
    """Turn minutes of councils and boards into one searchable SQLite database."""


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def extract(paths: tuple[Path, ...]) -> None:
    """Print one JSON record a document.

    Example: minutebook extract minutes.pdf
    """
    failed = False
    for path in expand(list(paths)):
        try:
            click.echo(
                json.dumps(record(run(read_document(path))), ensure_ascii=False)
            )
        except MinutebookError as error:
            failed = True
            click.echo(f"{path}: {error}", err=True)
    sys.exit(1 if failed else 0)
