"""Shows a load on the terminal: progress on the way, a table at the end."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from minutebook.bulk.ledger import File
from minutebook.bulk.load import LoadOptions, load
from minutebook.bulk.report import Report, print_report
from minutebook.load import expand


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        """Return the rate as text."""
        return Text(f"{task.speed or 0:.1f}/s")


def load_with_progress(
    paths: list[Path],
    database: Path,
    options: LoadOptions,
    *,
    as_json: bool = False,
    quiet: bool = False,
) -> Report:
    """Load with a progress bar, where there is a terminal, and print the report."""
    console = Console(stderr=True, quiet=quiet)
    if console.is_terminal and not quiet:
        report = _load_with_bar(paths, database, options, console)
    else:
        report = load(paths, database, options, say=console.print)
    if as_json:
        json.dump(report.as_dict(), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        print_report(report, console)
    return report


def _load_with_bar(
    paths: list[Path], database: Path, options: LoadOptions, console: Console
) -> Report:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]} failed"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        total = sum(1 for _ in expand(paths))
        task = bar.add_task("documents", total=total, failed=0)
        failed = 0

        def advance(file: File, status: str) -> None:
            nonlocal failed
            failed += status == "failed"
            bar.update(task, advance=1, failed=failed)

        return load(paths, database, options, progress=advance, say=bar.console.print)
