"""What the operators and operands of a PDF content stream look like, and mean."""

from __future__ import annotations

import re

Matrix = tuple[float, float, float, float, float, float]

_PLAIN = rb"[^()\\]++|\\(?:[\s\S]|\Z)"
# A string that is never closed runs to the end, so that it is looked through once.
_INNER = rb"\((?:%s)*+(?:\)|\Z)" % _PLAIN
_MIDDLE = rb"\((?:%s|%s)*+(?:\)|\Z)" % (_PLAIN, _INNER)
_STRING = rb"\((?:%s|%s)*+(?:\)|\Z)" % (_PLAIN, _MIDDLE)  # (Ada \(Chair\)) (a (b (c)))
_HEX = rb"<[0-9A-Fa-f\s]*+>"  # <00480069>
_DICT1 = rb"<<(?:[^<>()]++|%s|%s)*+>>" % (_STRING, _HEX)
_DICT = rb"<<(?:[^<>()]++|%s|%s|%s)*+>>" % (_STRING, _HEX, _DICT1)
_ARRAY = rb"\[(?:[^][()<>]++|%s|%s)*+\]" % (_STRING, _HEX)  # [(Mi) -20 (nutes)]
_NAME = rb"/[^\s\0()<>\[\]{}/%]*+"  # /F1
OPERATION = re.compile(
    rb"""
    ( (?: [\s\0]++ | [-+.0-9]++ | %s | %s | %s | %s | %s | %%[^\r\n]*+ )*+ )
    ( [A-Za-z'"][A-Za-z0-9*]*+ )?
    """
    % (_NAME, _STRING, _ARRAY, _HEX, _DICT),
    re.VERBOSE,
)
SHOWN = re.compile(
    rb"([-+.0-9]++)|\(((?:%s|%s)*+)(?:\)|\Z)|<([0-9A-Fa-f\s]*+)>" % (_PLAIN, _MIDDLE)
)
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))|\r\n?")
RUNNING = re.compile(rb"/(?:Pagination|Header|Footer)\b")
END_OF_IMAGE = re.compile(rb"\sEI(?=\s|$)")
ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\r": b"",
    b"\n": b"",
    b"\r\n": b"",
}
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """Return the matrix that applies `m` first and `n` after it.

    >>> multiply((1, 0, 0, 1, 5, 0), (2, 0, 0, 2, 0, 0))
    (2, 0, 0, 2, 10, 0)
    """
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def numbers(operands: bytes) -> list[float]:
    """Return the numbers among operands; a malformed one counts as 0.

    >>> numbers(b"1 0 -.5 ")
    [1.0, 0.0, -0.5]
    """
    try:
        return [float(x) for x in operands.split()]
    except ValueError:
        return [number(x) for x in operands.split()]


def number(token: bytes) -> float:
    try:
        return float(token)
    except ValueError:
        return 0.0


def unescape(string: bytes) -> bytes:
    r"""Return the bytes that a literal string stands for.

    >>> unescape(rb"Ada \(Chair\)\056")
    b'Ada (Chair).'
    """
    return ESCAPE.sub(_unescaped, string) if b"\\" in string else string


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    if match[2]:
        return ESCAPED.get(match[2], match[2])
    return b"\n"


def unhex(string: bytes) -> bytes:
    """Return the bytes of a hexadecimal string.

    >>> unhex(b"48 6 9")
    b'Hi'
    """
    digits = b"".join(string.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def last_number(operands: bytes) -> float:
    parts = operands.split()
    return number(parts[-1]) if parts else 0.0


def name_of(token: bytes) -> str:
    name = token[1:].decode("latin-1")
    if "#" in name:
        name = re.sub("#([0-9A-Fa-f]{2})", lambda m: chr(int(m[1], 16)), name)
    return name
