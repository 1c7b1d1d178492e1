"""Draws one page of a PDF as a PNG; run as a script, in a process of its own.

`python render_page.py PAGE WIDTH` reads the PDF from standard input and writes the
picture to standard output. The caller sets a wall clock; memory and CPU are limited
here, so that a page made to blow up takes nobody down.
"""

from __future__ import annotations

import struct
import sys
import zlib
from typing import Any

MAX_MEMORY = 1 << 30
MAX_SECONDS = 10
MAX_PIXELS = 4_000_000


def limit() -> None:
    """Return nothing; from now on this process may use only so much."""
    try:
        import resource
    except ImportError:  # not a Unix
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return one chunk of a PNG file."""
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def png(pixels: Any) -> bytes:
    """Return a PNG of an array of rows of red, green, blue; grey where all is grey."""
    import numpy as np

    height, width = pixels.shape[:2]
    grey = bool((pixels == pixels[:, :, :1]).all())
    rows = pixels[:, :, 0] if grey else pixels.reshape(height, width * 3)
    filtered = np.zeros((height, rows.shape[1] + 1), dtype=np.uint8)
    filtered[:, 1:] = rows
    header = struct.pack(">IIBBBBB", width, height, 8, 0 if grey else 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", zlib.compress(filtered.tobytes(), 6)),
            chunk(b"IEND", b""),
        )
    )


def draw(data: bytes, number: int, width: int) -> bytes:
    """Return the picture of a page, counted from 1, so many pixels wide."""
    import pypdfium2

    page = pypdfium2.PdfDocument(data)[number - 1]
    wide, high = page.get_size()
    scale = min(width / wide, (MAX_PIXELS / (wide * high)) ** 0.5)
    return png(page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3])


def main() -> None:
    """Return nothing; a picture is on standard output."""
    limit()
    number, width = int(sys.argv[1]), int(sys.argv[2])
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read(), number, width))


if __name__ == "__main__":
    main()
