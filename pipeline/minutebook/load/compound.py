"""Opens compound files, the containers of Microsoft's formats before 2007."""

from __future__ import annotations

import io
import struct
from collections.abc import Collection

import olefile

from minutebook.errors import Damaged

HEADER = 512  # bytes
_SHIFTS = (9, 12)  # of a sector's size


def read_streams(data: bytes, names: Collection[str]) -> dict[str, bytes]:
    """Return the streams of these names that stand at the root of a compound file.

    Raises Damaged where it is none, or a stream is shorter than the file says.
    """
    _check_header(data)
    try:
        with olefile.OleFileIO() as container:
            # It would compare the stream of each entry with all before it.
            container._check_duplicate_stream = lambda *_: None
            container.open(io.BytesIO(data))
            found = {}
            for name in names:
                if container.exists(name) and container.get_size(name):
                    found[name] = container.openstream(name).read()
                    if len(found[name]) < container.get_size(name):
                        raise Damaged(f"its stream {name} is cut short")
            return found
    except (Damaged, MemoryError):
        raise
    except Exception as error:  # the library raises whatever Python does
        raise Damaged(f"compound file: {error}") from error


def _check_header(data: bytes) -> None:
    """Raise Damaged where the tables of sectors would be larger than the file."""
    if len(data) < HEADER:
        raise Damaged("its header is cut short")
    (shift,) = struct.unpack_from("<H", data, 0x1E)
    if shift not in _SHIFTS:
        raise Damaged(f"compound file: sectors of 2^{shift} bytes")
    sectors = len(data) >> shift
    counts = struct.unpack_from("<I", data, 0x2C) + struct.unpack_from(
        "<IxxxxI", data, 0x40
    )
    if max(counts) > sectors:
        raise Damaged("compound file: more tables than sectors")
