"""Notes of readers that others look for."""

from __future__ import annotations

PART_SCANNED = "scanned pages, need --ocr"  # and after it, which
