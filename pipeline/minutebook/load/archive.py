"""Walks files, folders and zip files, and finds what there is to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from minutebook.errors import Damaged, ReadError, TooLarge, UnknownType
from minutebook.load.zips import CHAIN, read_member

MAX_FILE = 512 * 1024 * 1024  # bytes of one file
MAX_NESTING = 3  # archives in one another
DOCUMENTS = ("word/document.xml", "content.xml", "[Content_Types].xml", "mimetype")


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read: a file, or a member of a zip file by its path of names."""

    path: str  # "/" separators; "archive.zip/inner.pdf" inside a zip
    file: Path
    members: tuple[str, ...] = ()
    problem: ReadError | None = None
    named: bool = False  # given itself, not met in a folder or an archive

    def __str__(self) -> str:
        return self.path

    def read(self) -> bytes:
        """Return the bytes, or raise the ReadError that says why there are none."""
        if self.problem is not None:
            raise self.problem
        if not self.members:
            return read_file(self.file)
        *outer, name = self.members
        return read_member(CHAIN.open(self.file, tuple(outer)), name)


def read_file(path: Path) -> bytes:
    """Return the bytes of a regular file that is not too large."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise UnknownType("not a regular file")
        if state.st_size > MAX_FILE:
            raise TooLarge(f"{state.st_size:,} bytes; the limit is {MAX_FILE:,}")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(reason) from error


def expand(paths: Iterable[Path]) -> Iterator[Input]:
    """Yield everything to read under files and folders, in a steady order.

    What cannot be looked into is yielded with its problem, so that it is reported.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _walk(Path(path), seen)


def _walk(path: Path, seen: set[tuple[int, int]]) -> Iterator[Input]:
    # Names and not paths wait in memory: a folder may hold a million files.
    pending: list[Iterator[Path]] = [iter([path])]
    while pending:
        item = next(pending[-1], None)
        if item is None:
            pending.pop()
            continue
        try:
            state = item.stat()
            if not stat.S_ISDIR(state.st_mode):
                named = item is path
                for found in _file(item, state):
                    yield replace(found, named=named and not found.members)
                continue
            key = (state.st_dev, state.st_ino)
            if key in seen:
                continue
            seen.add(key)
            names = sorted(os.listdir(item))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            problem = ReadError(reason)
            yield Input(shown(item), item, problem=problem, named=item is path)
            continue
        pending.append(map(item.joinpath, names))


def _file(path: Path, state: os.stat_result) -> Iterator[Input]:
    plain = Input(shown(path), path)
    if not stat.S_ISREG(state.st_mode) or not _is_zip(path):
        yield plain
        return
    try:
        yield from _members(plain)
    except ReadError as error:
        yield Input(plain.path, path, problem=error)


def _is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def _members(outer: Input) -> Iterator[Input]:
    """Yield what an archive holds, or the file itself where it is a document."""
    infos = CHAIN.open(outer.file, outer.members).infolist()
    if is_package(x.filename for x in infos):
        yield outer
        return
    if len(outer.members) >= MAX_NESTING:
        raise TooLarge(f"zip files nested more than {MAX_NESTING} deep")
    unlisted = min((x.header_offset for x in infos), default=0)
    if unlisted:  # cut short: the list found is that of an archive within this one
        yield replace(
            outer, problem=Damaged(f"zip: {unlisted:,} bytes not in its list")
        )
    for name in sorted(x.filename for x in infos if not x.is_dir()):
        inner = Input(f"{outer.path}/{shown(name)}", outer.file, (*outer.members, name))
        if not is_safe(name):
            yield replace(inner, problem=Damaged("its path leads out of the zip file"))
        elif name.lower().endswith(".zip"):
            yield from _nested(inner)
        else:
            yield inner


def _nested(inner: Input) -> Iterator[Input]:
    try:
        if inner.read()[:4] == b"PK\x03\x04":
            yield from _members(inner)
        else:
            yield inner
    except ReadError as error:
        yield replace(inner, problem=error)


def is_package(names: Iterable[str]) -> bool:
    """Return whether a zip file with these members is one document, not an archive.

    >>> is_package(["a.pdf", "b.pdf"]), is_package(["word/document.xml"])
    (False, True)
    """
    return not set(DOCUMENTS).isdisjoint(names)


def is_safe(name: str) -> bool:
    r"""Return whether a member's path stays inside its archive.

    >>> is_safe("2024/may.pdf"), is_safe("../../etc/passwd"), is_safe("C:\\x")
    (True, False, False)
    """
    parts = name.replace("\\", "/").split("/")
    return (
        ".." not in parts and not name.startswith(("/", "\\")) and ":" not in parts[0]
    )


def shown(path: Path | str) -> str:
    """Return a path with "/" separators and without bytes that are no text."""
    text = path.as_posix() if isinstance(path, Path) else path
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = text.encode("utf-8", "backslashreplace")
    return data.decode("utf-8", "backslashreplace")
