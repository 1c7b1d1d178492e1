"""Errors whose docstring is the message; only the command line makes them exits."""

from __future__ import annotations


class MinutebookError(Exception):
    """Something went wrong."""

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        message = (type(self).__doc__ or "").strip().splitlines()[0]
        super().__init__(f"{message} {detail}".strip())


class ReadError(MinutebookError):
    """The file could not be read."""

    stage = "load"


class UnknownType(ReadError):
    """The file is of no type that Minutebook reads."""


class EmptyFile(ReadError):
    """The file is empty."""


class Encrypted(ReadError):
    """The file is encrypted and needs a password."""


class Damaged(ReadError):
    """The file is damaged or cut short."""


class Scanned(ReadError):
    """scanned: needs --ocr."""


class MissingProgram(ReadError):
    """A program that this format needs is not installed."""


class TooLarge(ReadError):
    """The file goes past a safety limit."""


class NoGold(MinutebookError):
    """There is nothing to measure against."""


class NoRecords(MinutebookError):
    """The records could not be read."""


class UnknownLayer(MinutebookError):
    """There is no such layer."""


class StoreError(MinutebookError):
    """The database could not be used."""


class NewerDatabase(StoreError):
    """The database was written by a newer version of Minutebook."""


class LockedDatabase(StoreError):
    """Another load is writing to the database."""
