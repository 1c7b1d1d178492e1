"""Reads a file into one immutable text with its lines, pages and boxes."""

from __future__ import annotations

from minutebook.load.archive import Input
from minutebook.load.reader import ReadOptions, expand, read_bytes, read_document

__all__ = ["Input", "ReadOptions", "expand", "read_bytes", "read_document"]
