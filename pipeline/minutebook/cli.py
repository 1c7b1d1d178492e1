"""The command line."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from minutebook import __version__
from minutebook.errors import MinutebookError, UnknownType

Command = TypeVar("Command", bound=Callable[..., Any])
_FORMATS = ("jsonl", "csv", "parquet", "popolo")
_STAGES = ("load", "segment", "recognise", "assemble")

_db = click.option(
    "--db",
    default="minutes.db",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The database.",
)
_files = click.Path(path_type=Path)


def _reports_errors(command: Command) -> Command:
    """Return the command with our errors as one line and exit code 1."""

    @wraps(command)
    def run(*values: Any, **options: Any) -> Any:
        try:
            return command(*values, **options)
        except MinutebookError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            raise click.ClickException(f"output: {error.strerror}") from error

    return run  # type: ignore[return-value]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Turn minutes of councils and boards into one searchable SQLite database.

    Example: minutebook load archive/ && minutebook serve
    """
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")  # records are, whatever the locale


@main.command()
@click.argument("paths", nargs=-1, required=True, type=_files)
@_db
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="one for each core",
    help="Processes that read and extract.",
)
@click.option("--council", help="The council, for minutes that name none themselves.")
@click.option("--force", is_flag=True, help="Read unchanged files again, too.")
@click.option(
    "--since-last",
    is_flag=True,
    help="Only what is new or changed since the last load, for a load every night.",
)
@click.option("--prune", is_flag=True, help="Forget files under PATHS that are gone.")
@click.option("--ocr", is_flag=True, help="Read scans with tesseract.")
@click.option("--password", help="For encrypted PDFs.")
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    help="Seconds that a document may take.  [default: 120; with --ocr 1200]",
)
@click.option(
    "--memory-limit",
    type=click.IntRange(64),
    default=1024,
    show_default=True,
    help="Megabytes that a document may need.",
)
@click.option(
    "--wait",
    type=click.FloatRange(0),
    default=600.0,
    show_default=True,
    help="Seconds to wait for another load of the same database.",
)
@click.option(
    "--engine",
    type=click.Choice(("local", "dask")),
    default="local",
    show_default=True,
    help="Where documents are read: here, or on a Dask cluster that sees PATHS too.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of the cluster: tcp://HOST:8786.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--quiet", is_flag=True, help="No progress, no table.")
@_reports_errors
def load(
    paths: tuple[Path, ...],
    db: Path,
    as_json: bool,
    quiet: bool,
    **options: Any,
) -> None:
    """Read files and folders, with all that is in them, into the database.

    Files that have not changed since the last load are skipped; size and time tell
    it, and where they differ the content does. A load that was killed goes on where it
    stopped when it is started again. A newer version of Minutebook extracts again what
    it understands otherwise, from the text that it keeps, and tries again what failed.
    Files in folders that are no documents by their type are skipped. Another load of
    the same database is waited for; --wait 0 gives up instead. Exits with 1 if any
    file failed.

    With --since-last a file that is what it was is left alone, whatever the version
    and the options: what failed before is not tried again and does not make the exit
    code 1. It is meant for cron.

    Example: minutebook load archive/ more.pdf --db minutes.db --workers 4

    Example: minutebook load archive/ --since-last --quiet

    Example: minutebook load archive/ --engine dask --scheduler tcp://10.0.0.5:8786
    """
    from minutebook.bulk.console import load_with_progress

    report = load_with_progress(
        list(paths), db, _load_options(options), as_json=as_json, quiet=quiet
    )
    failed = report.counts["failed"] - report.failed_before
    sys.exit(130 if report.interrupted else int(failed > 0))


def _load_options(given: dict[str, Any]) -> Any:
    from minutebook.bulk import LoadOptions
    from minutebook.bulk.worker import Limits
    from minutebook.load import ReadOptions

    seconds = given["time_limit"] or (1200.0 if given["ocr"] else 120.0)
    return LoadOptions(
        workers=given["workers"],
        council=given["council"],
        force=given["force"],
        since_last=_since_last(given),
        prune=given["prune"],
        wait=given["wait"],
        scheduler=_scheduler(given["engine"], given["scheduler"]),
        read=ReadOptions(ocr=given["ocr"], password=given["password"]),
        limits=Limits(seconds, given["memory_limit"]),
    )


def _since_last(given: dict[str, Any]) -> bool:
    if given["since_last"] and given["force"]:
        raise click.UsageError("--since-last and --force exclude each other.")
    return bool(given["since_last"])


def _scheduler(engine: str, address: str | None) -> str | None:
    if (engine == "dask") != (address is not None):
        raise click.UsageError("--engine dask and --scheduler ADDRESS go together.")
    return address


@main.command()
@click.argument("paths", nargs=-1, required=True, type=_files)
@click.option("--ocr", is_flag=True, help="Read scans with tesseract.")
@click.option("--password", help="For encrypted PDFs.")
@_reports_errors
def extract(paths: tuple[Path, ...], ocr: bool, password: str | None) -> None:
    """Print one JSON record a document, and store nothing.

    Exits with 1 if any file failed.

    Example: minutebook extract minutes.pdf
    """
    from minutebook.attempt import attempt
    from minutebook.load import ReadOptions, expand
    from minutebook.output import record

    failed = False
    options = ReadOptions(ocr=ocr, password=password)
    for path in expand(list(paths)):
        try:
            found = record(attempt(path, options))
            click.echo(json.dumps(found, ensure_ascii=False))
        except MinutebookError as error:
            skipped = isinstance(error, UnknownType) and not path.named
            failed = failed or not skipped
            click.echo(f"{path}: {'skipped: ' * skipped}{error}", err=True)
    sys.exit(int(failed))


@main.command()
@_db
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="jsonl",
    show_default=True,
    help="jsonl and popolo: one file; csv and parquet: a folder, one file a table.",
)
@click.option("--output", type=_files, help="Where to; standard output if not given.")
@_reports_errors
def export(db: Path, form: str, output: Path | None) -> None:
    """Write the whole database as records.

    Example: minutebook export --db minutes.db --format csv --output tables/
    """
    from minutebook.export import export_database

    export_database(db, form, output)


@main.command()
@_db
@click.option("--port", default=8001, show_default=True, help="Port to listen on.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address.")
@click.option("--public", is_flag=True, help="Settings for strangers: no SQL, limits.")
@click.option("--open", "open_", is_flag=True, help="Open a browser.")
@click.option("--root", is_flag=True, hidden=True)
@_reports_errors
def serve(
    db: Path, port: int, host: str, public: bool, open_: bool, root: bool
) -> None:
    """Serve the Minutebook pages with Datasette.

    Example: minutebook serve --db minutes.db --port 8001
    """
    from datasette.cli import cli as datasette

    from minutebook.explore.settings import LOCAL, PUBLIC, arguments
    from minutebook.store import open_readonly

    open_readonly(db).close()
    flags = [f for f, on in (("--open", open_), ("--root", root)) if on]
    settings = arguments(PUBLIC if public else LOCAL)
    datasette.main(
        ["serve", str(db), "--port", str(port), "--host", host, *settings, *flags]
    )


@main.command()
@click.argument("gold_dir", type=click.Path(path_type=Path, exists=True))
@click.argument("paths", nargs=-1, type=_files)
@click.option("--db", type=_files, help="Take the records from this database.")
@click.option("--records", type=_files, help="Take the records from this JSONL file.")
@click.option("--bodies", is_flag=True, help="Also the figures of each folder of gold.")
@click.option("--errors", metavar="LAYER", help="List what one layer got wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@_reports_errors
def evaluate(gold_dir: Path, paths: tuple[Path, ...], **options: Any) -> None:
    """Print precision, recall and F1 per layer against gold annotations.

    The records come from PATHS, which are read and extracted, or from --db or
    --records. Each folder of GOLD_DIR is one body; --bodies prints the figures of
    each, which are those of a body held out as long as nothing was trained on it.

    Example: minutebook evaluate corpus/gold corpus/documents --bodies
    """
    from minutebook.evaluation import evaluate as run

    click.echo(run(gold_dir, list(paths), **options))


@main.command()
@click.argument("gold_dir", type=click.Path(exists=True, path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=_files)
@_reports_errors
def calibrate(gold_dir: Path, paths: tuple[Path, ...]) -> None:
    """Count how often each rule is right against gold; writes certainty.tsv.

    For whoever mends a rule: run it again after a change, so that the certainty of
    each decision and action stays what gold says it is.

    Example: minutebook calibrate corpus/gold corpus/documents
    """
    from minutebook.assets import models_dir
    from minutebook.calibrate import count_rules, write_counts
    from minutebook.evaluation import pairs_of

    right, seen = count_rules(pairs_of(gold_dir, list(paths)))
    path = models_dir() / "certainty.tsv"
    write_counts(path, right, seen)
    click.echo(f"{path.name}: {len(seen)} rows")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--gold", type=_files, help="A folder of gold annotations.")
@click.option(
    "--output", type=_files, help="Where to; the installed model if not given."
)
@_reports_errors
def train(folder: Path, gold: Path | None, output: Path | None) -> None:
    """Train the judge of names on a folder of documents.

    It is asked only where MINUTEBOOK_MODEL=on is set; the model card in
    models/en_council says what it costs and gains.

    Example: minutebook train archive/ --gold gold/ --output model/
    """
    from minutebook.train import train_folder

    done = train_folder(folder, gold=gold, output=output)
    teacher = "with" if done.taught else "without"
    click.echo(
        f"{done.documents} documents ({done.read} with gold), {done.lines} lines, "
        f"{teacher} a teacher: {done.folder}"
    )


@main.command()
@click.argument("file", type=_files)
@click.option(
    "--stage",
    type=click.Choice(_STAGES),
    default="assemble",
    show_default=True,
    help="Which stage.",
)
@_reports_errors
def trace(file: Path, stage: str) -> None:
    """Print what one stage saw of a file, with offsets and rules.

    Example: minutebook trace minutes.pdf --stage segment
    """
    from minutebook.tracing import trace as run

    for line in run(file, stage):
        click.echo(line)
