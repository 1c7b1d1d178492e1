"""Pictures of source pages: only of files that were loaded, as they were loaded."""

from __future__ import annotations

import asyncio
import hashlib
import os
import sys
import zipfile
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

MAX_BYTES = 80_000_000
MAX_SECONDS = 15.0
AT_ONCE = 2
CACHE_BYTES = 64_000_000
WIDTHS = (400, 1000, 1600)
SCRIPT = Path(__file__).with_name("render_page.py")


class PictureError(Exception):
    """No picture of this page can be made."""


class Pictures:
    """Makes pictures, a few at a time, and keeps the latest in memory."""

    def __init__(self) -> None:
        self.kept: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()
        self.turn: asyncio.Semaphore | None = None

    async def get(self, paths: list[str], sha256: str, page: int, width: int) -> bytes:
        """Return a page as PNG; raises PictureError where there can be none."""
        key = (sha256, page, width)
        if key in self.kept:
            self.kept.move_to_end(key)
            return self.kept[key]
        if self.turn is None:
            self.turn = asyncio.Semaphore(AT_ONCE)
        async with self.turn:
            if key not in self.kept:
                data = await asyncio.to_thread(read_loaded, paths, sha256)
                self._keep(key, await render(data, page, width))
        return self.kept[key]

    def _keep(self, key: tuple[str, int, int], picture: bytes) -> None:
        self.kept[key] = picture
        while sum(map(len, self.kept.values())) > CACHE_BYTES and len(self.kept) > 1:
            self.kept.popitem(last=False)


def read_loaded(paths: Iterable[str], sha256: str) -> bytes:
    """Return the bytes that were loaded; raises PictureError if they are gone."""
    for path in paths:
        data = read_limited(path)
        if data is not None and hashlib.sha256(data).hexdigest() == sha256:
            return data
    raise PictureError("The file is not where it was loaded from, or has changed.")


def read_limited(path: str) -> bytes | None:
    """Return what a file or a member of a zip file holds, None if it is too much."""
    try:
        if os.path.isfile(path):
            if os.path.getsize(path) > MAX_BYTES:
                return None
            return Path(path).read_bytes()
        return _read_member(path)
    except (OSError, zipfile.BadZipFile, ValueError, RuntimeError):
        return None


def _read_member(path: str) -> bytes | None:
    """Return what `folder/archive.zip/inner.pdf` holds."""
    for parent in Path(path).parents:
        if parent.is_file() and zipfile.is_zipfile(parent):
            name = Path(path).relative_to(parent).as_posix()
            with zipfile.ZipFile(parent) as archive:
                if name not in archive.namelist():
                    return None
                with archive.open(name) as member:
                    data = member.read(MAX_BYTES + 1)
            return data if len(data) <= MAX_BYTES else None
    return None


def is_there(paths: Iterable[str]) -> bool:
    """Return whether a loaded file still seems to be in its place."""
    return any(
        os.path.isfile(path) or any(x.is_file() for x in Path(path).parents)
        for path in paths
    )


async def render(data: bytes, page: int, width: int) -> bytes:
    """Return a page of a PDF as PNG, drawn by a process that may fail alone."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", str(SCRIPT), str(page), str(width),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        picture, _ = await asyncio.wait_for(process.communicate(data), MAX_SECONDS)
    except TimeoutError as error:
        process.kill()
        await process.wait()
        raise PictureError("Drawing this page takes too long.") from error
    if process.returncode or not picture.startswith(b"\x89PNG"):
        raise PictureError("This page cannot be drawn.")
    return picture
