"""Opens zip files within safety limits, each once for all that is read from it."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from minutebook.errors import Damaged, Encrypted, ReadError, TooLarge

MAX_UNPACKED = 2 * 1024 * 1024 * 1024  # bytes of all members of an archive
MAX_PART = 256 * 1024 * 1024  # bytes of one member
MAX_RATIO = 200  # unpacked against packed, past SMALL
SMALL = 16 * 1024 * 1024
MAX_MEMBERS = 100_000


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Return the zip file that some bytes are, if it stays within the limits."""
    return _open(io.BytesIO(data), len(data))


def _open(source: io.BytesIO | Path, size: int) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Damaged(f"zip: {error}") from error
    try:
        _check(archive.infolist(), size)
    except TooLarge:
        archive.close()
        raise
    return archive


def _check(members: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS:
        raise TooLarge(f"zip of {len(members):,} files; the limit is {MAX_MEMBERS:,}")
    if unpacked > MAX_UNPACKED:
        raise TooLarge(f"zip that unpacks to {unpacked:,} bytes")
    if unpacked > SMALL and unpacked > MAX_RATIO * size:
        raise TooLarge(f"zip that unpacks to {unpacked // max(size, 1)} times")


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of one member of a zip file."""
    try:
        info = archive.getinfo(name)
        if info.flag_bits & 1:
            raise Encrypted("zip member")
        if info.file_size > MAX_PART:
            raise TooLarge(f"{info.file_size:,} bytes; the limit is {MAX_PART:,}")
        if info.file_size > SMALL and info.file_size > MAX_RATIO * info.compress_size:
            raise TooLarge("zip member that unpacks far beyond its size")
        with archive.open(info) as stream:
            data = stream.read(MAX_PART + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError) as error:
        raise Damaged(f"zip member: {error}") from error
    except (NotImplementedError, RuntimeError, ValueError) as error:
        raise Damaged(f"zip member: {error}") from error
    if len(data) > MAX_PART:
        raise TooLarge(f"more than {MAX_PART:,} bytes")
    return data


@dataclass(frozen=True, slots=True)
class _State:
    """What tells that a file is the one that was opened."""

    size: int
    mtime_ns: int
    inode: int


class Chain:
    """The archive that was read last, open still, and those in it on the way down.

    The members of an archive are read one after the other; to open it anew for each
    would look through its directory as often as it has members.
    """

    def __init__(self) -> None:
        self._file: Path | None = None
        self._state: _State | None = None
        self._names: list[str] = []
        self._open: list[zipfile.ZipFile] = []

    def open(self, file: Path, members: tuple[str, ...] = ()) -> zipfile.ZipFile:
        """Return the zip file at a path, or the one inside it by its path of names.

        It stays open until another is asked for; raises a ReadError.
        """
        state = _state(file)
        if not self._open or (file, state) != (self._file, self._state):
            self.close()
            self._open.append(_open_file(file, state.size))
            self._file, self._state = file, state
        self._keep(members)
        for name in members[len(self._names) :]:
            inner = open_zip(read_member(self._open[-1], name))
            self._open.append(inner)
            self._names.append(name)
        return self._open[-1]

    def _keep(self, members: tuple[str, ...]) -> None:
        """Close the archives that are not on the way to some member."""
        while tuple(self._names) != members[: len(self._names)]:
            self._names.pop()
            self._open.pop().close()

    def close(self) -> None:
        """Close them all."""
        while self._open:
            self._open.pop().close()
        self._names.clear()


CHAIN = Chain()  # of this process


def _open_file(file: Path, size: int) -> zipfile.ZipFile:
    try:
        return _open(file, size)
    except Damaged as error:
        cause = error.__cause__
        if isinstance(cause, OSError) and cause.strerror:
            raise ReadError(cause.strerror) from cause
        raise


def _state(file: Path) -> _State:
    try:
        found = file.stat()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(reason) from error
    return _State(found.st_size, found.st_mtime_ns, found.st_ino)
