"""What a load did, for people and for scripts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from rich.console import Console
from rich.table import Table

STATUSES = (*("loaded", "unchanged", "duplicate", "not-minutes", "skipped", "failed"),)


@dataclass(slots=True)
class Report:
    """Counts of what became of the files, and why some failed."""

    load_id: int = 0
    files: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STATUSES, 0))
    skipped: dict[str, int] = field(default_factory=dict)  # by what they were
    extracted: int = 0  # again, from the stored text
    pruned: int = 0
    words: int = 0
    seconds: float = 0.0
    peak_megabytes: int = 0
    failures: list[dict[str, str]] = field(default_factory=list)
    interrupted: bool = False

    def add(self, status: str, words: int = 0) -> None:
        """Count one file."""
        self.files += 1
        self.counts[status] += 1
        self.words += words

    def as_dict(self) -> dict[str, Any]:
        """Return the report as JSON knows it."""
        return asdict(self)


def print_report(report: Report, console: Console) -> None:
    """Print the table at the end of a load."""
    table = Table(title="What became of the files", title_justify="left")
    table.add_column("files")
    table.add_column("number", justify="right")
    for status in STATUSES:
        table.add_row(status, f"{report.counts[status]:,}")
    if report.extracted:
        table.add_row("of them from stored text", f"{report.extracted:,}")
    if report.pruned:
        table.add_row("pruned", f"{report.pruned:,}")
    table.add_section()
    table.add_row("all", f"{report.files:,}")
    console.print(table)
    for reason, number in sorted(report.skipped.items()):
        console.print(f"skipped: {number:,} x {reason}", markup=False, highlight=False)
    for failure in report.failures:
        console.print(
            f"failed: {failure['path']} ({failure['stage']}): {failure['reason']}",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
    if not report.files:
        console.print("Nothing was found to read.")
    rate = report.files / report.seconds if report.seconds else 0.0
    console.print(
        f"{report.seconds:.1f} s, {rate:.1f} documents a second,"
        f" {report.words:,} words, {report.peak_megabytes} MB in the largest worker",
        highlight=False,
    )
