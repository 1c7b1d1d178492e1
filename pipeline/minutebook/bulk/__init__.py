"""Loads archives: worker processes read and extract, one writer stores."""

from __future__ import annotations

from minutebook.bulk.load import LoadOptions, load
from minutebook.bulk.report import Report

__all__ = ["LoadOptions", "Report", "load"]
