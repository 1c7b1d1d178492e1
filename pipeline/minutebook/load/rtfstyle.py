"""Marks the bold words of Rich Text, which the library that reads it leaves out."""

from __future__ import annotations

import re

MARK = "**"  # as in Markdown; plain text knows it too
_TOKEN = re.compile(
    r"\\u(?P<letter>-?\d{1,6})[ ]?(?:\\'[0-9a-fA-F]{2}|[^\\{}\s])?"  # \u8217?
    r"|\\(?P<word>[a-z]{1,32})(?P<value>-?\d{1,9})?[ ]?"
    r"|\\(?P<sign>'[0-9a-fA-F]{2}|[\s\S])|(?P<brace>[{}])|[^\\{}]{1,4000}"
)
# Words behind which a line, a cell or a group of hidden words begins.
_BREAK_WORDS = "par line cell row sect page tab column nestcell nestrow"
_BREAKS = frozenset(_BREAK_WORDS.split())
_UNSEEN_WORDS = (
    "fonttbl colortbl stylesheet info listtable listoverridetable pict header footer "
    "headerl headerr headerf footerl footerr footerf fldinst pntext listtext pn "
    "xmlnstbl themedata generator filetbl revtbl"
)
_UNSEEN = frozenset(_UNSEEN_WORDS.split())
_OFF = {"plain": ("b", "ul"), "ulnone": ("ul",)}


def mark_bold(source: str) -> str:
    r"""Return the source with stars around what is bold or underlined in a line.

    >>> mark_bold(r"{\b Trees}\par {\b\fs24 Path}{\b s} of the village\par")
    '{\\b **Trees**}\\par {\\b\\fs24 **Path}{\\b s**} of the village\\par'
    """
    out: list[str] = []
    looks: list[frozenset[str]] = [frozenset()]
    unseen = 0  # how many groups are open since one that is not shown
    last = -1  # where the last bold words stand whose stars are not closed
    for token in _TOKEN.finditer(source):
        word, text = token["word"], token[0]
        if token["brace"]:
            unseen += (unseen > 0) if text == "{" else -(unseen > 0)
            _step(looks, text)
        elif word in _UNSEEN or token["sign"] == "*":
            unseen = unseen or 1
        elif word in _BREAKS:
            last = _close(out, last)
        elif word:
            looks[-1] = _changed(looks[-1], word, token["value"])
        elif not unseen and not _is_blank(token):
            if not _is_strong(looks[-1]):
                last = _close(out, last)
            else:
                if last < 0:
                    words = text.lstrip()
                    text = text[: -len(words)] + MARK + words
                last = len(out)
        out.append(text)
    _close(out, last)
    return "".join(out)


def _step(looks: list[frozenset[str]], brace: str) -> None:
    """Open or close a group; what it says of the look of words ends with it."""
    if brace == "{":
        looks.append(looks[-1])
    elif len(looks) > 1:
        looks.pop()


def _changed(look: frozenset[str], word: str, value: str | None) -> frozenset[str]:
    """Return how words look behind a control word."""
    if word in ("b", "ul", "fldrslt"):
        return look - {word} if value == "0" else look | {word}
    return look.difference(_OFF.get(word, ()))


def _is_blank(token: re.Match[str]) -> bool:
    """Tell whether a letter or a stretch of text shows nothing."""
    return token["letter"] == "160" or token["sign"] == "~" or not token[0].strip()


def _is_strong(look: frozenset[str]) -> bool:
    """Tell whether words are bold, or underlined and no link."""
    return "b" in look or ("ul" in look and "fldrslt" not in look)


def _close(out: list[str], last: int) -> int:
    """Put stars behind the last bold words, where any are open."""
    if last >= 0:
        words = out[last].rstrip()
        out[last] = f"{words}{MARK}{out[last][len(words) :]}"
    return -1
