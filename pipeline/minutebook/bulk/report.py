"""What a load did, for people and for scripts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from rich.console import Console
from rich.table import Table

from minutebook.errors import Scanned
from minutebook.store import Rows

STATUSES = (*("loaded", "unchanged", "duplicate", "not-minutes", "skipped", "failed"),)


@dataclass(slots=True)
class Report:
    """Counts of what became of the files, and why some failed."""

    load_id: int = 0
    files: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STATUSES, 0))
    skipped: dict[str, int] = field(default_factory=dict)  # by what they were
    failed_before: int = 0  # of the failed, those that --since-last did not try again
    extracted: int = 0  # again, from the stored text
    pruned: int = 0
    words: int = 0
    seconds: float = 0.0
    peak_megabytes: int = 0
    ocr_pages: int = 0
    ocr_seconds: float = 0.0  # of processor time
    ocr_confidence: float | None = None  # of all its lines on average, 0 to 100
    part_scanned: int = 0  # documents with scanned pages that wait for OCR
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


class Recognised:
    """Adds up what OCR read: pages, lines and how sure it was."""

    def __init__(self) -> None:
        self.pages = self.lines = 0
        self._sum = 0.0

    def add(self, rows: Rows) -> None:
        """Count the recognised lines of one document."""
        found = [(x[2], x[-1]) for x in rows.lines if x[-1] is not None]
        self.pages += len({page for page, _ in found})
        self.lines += len(found)
        self._sum += sum(sure for _, sure in found)

    @property
    def confidence(self) -> float | None:
        """How sure OCR was of a line, on average, from 0 to 100."""
        return round(self._sum / self.lines, 1) if self.lines else None


def print_report(report: Report, console: Console) -> None:
    """Print the table at the end of a load."""
    table = Table(title="What became of the files", title_justify="left")
    table.add_column("files")
    table.add_column("number", justify="right")
    for status in STATUSES:
        table.add_row(status, f"{report.counts[status]:,}")
    if report.extracted:
        table.add_row("of them from stored text", f"{report.extracted:,}")
    if report.failed_before:
        table.add_row("of the failed not tried again", f"{report.failed_before:,}")
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
    _print_scans(report, console)
    if report.interrupted:
        console.print("Stopped; the same command goes on where it stopped.")
    elif not report.files:
        console.print("Nothing was found to read.")
    rate = report.files / report.seconds if report.seconds else 0.0
    console.print(
        f"{report.seconds:.1f} s, {rate:.1f} documents a second,"
        f" {report.words:,} words, {report.peak_megabytes} MB in the largest worker",
        highlight=False,
    )


def _print_scans(report: Report, console: Console) -> None:
    """Print what OCR read and cost, and what waits for it."""
    if report.ocr_pages:
        each = report.ocr_seconds / report.ocr_pages
        console.print(
            f"OCR: {report.ocr_pages:,} pages, {report.ocr_seconds:.1f} s of processor"
            f" time ({each:.1f} s a page), sure to {report.ocr_confidence:.0f} in 100",
            highlight=False,
        )
    scans = sum(_is_scan(x["reason"]) for x in report.failures)
    if scans:
        console.print(
            f"Scans: {scans:,}. The same command with --ocr reads them, at some seconds"
            " of processor time a page.",
            highlight=False,
        )
    if report.part_scanned:
        console.print(
            f"Documents with scanned pages, which are left out without --ocr:"
            f" {report.part_scanned:,}.",
            highlight=False,
        )


def _is_scan(reason: str) -> bool:
    return reason.startswith(str(Scanned.__doc__)) and "found no words" not in reason
