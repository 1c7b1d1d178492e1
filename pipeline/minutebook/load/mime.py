"""Reads e-mail and web archives: the minutes that a message or its page holds."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from minutebook.errors import Damaged, UnknownType

LOOKED_AT = 16_384  # bytes in which the head of a message ends
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\n]{0,2000}\n")
_FOLDED = re.compile(rb"[ \t][^\n]{0,2000}\n")
_SAYS_MIME = re.compile(rb"^(?:MIME-Version|Content-Type):", re.I | re.M)
_MAILBOX = re.compile(rb"From [^\n]{1,200}\n")
_WANTED = (("Subject", "title"), ("From", "author"))


def is_message(data: bytes) -> bool:
    r"""Return whether a file begins with the head of a message that declares its type.

    >>> is_message(b"Subject: Minutes\nContent-Type: text/plain\n\nPresent: Ada")
    True
    >>> is_message(b"Subject: Minutes\nDate: 5 May 2031\n\nPresent: Ada Penrose")
    False
    """
    head = data[:LOOKED_AT].replace(b"\r\n", b"\n").lstrip(b"\xef\xbb\xbf\n ")
    mailbox = _MAILBOX.match(head)
    start = place = mailbox.end() if mailbox else 0
    while match := _FIELD.match(head, place) or (
        _FOLDED.match(head, place) if place > start else None
    ):
        place = match.end()
    return place > start and _SAYS_MIME.search(head, start, place) is not None


def open_message(data: bytes) -> tuple[str, tuple[tuple[str, str], ...], list[str]]:
    """Return the page or text of a message, its subject, the names of what is attached.

    The page is chosen where a message holds its words twice. Raises UnknownType where
    there are none, or Damaged.
    """
    try:
        message = message_from_bytes(data.lstrip(b"\r\n "), policy=policy.default)
        body = message.get_body(("html", "plain"))
        words = body.get_content() if body is not None else ""
        attached = [x.get_filename() or x.get_content_type() for x in _others(message)]
        said = [(key, str(message[name])) for name, key in _WANTED if message[name]]
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise Damaged(f"message: {type(error).__name__}") from error
    if body is None or not words.strip():
        raise UnknownType("(message without text of its own)")
    return words, tuple(said), attached


def _others(message: EmailMessage) -> list[EmailMessage]:
    """Return the parts of a message that are attached to it."""
    return [x for x in message.iter_attachments() if x.get_filename()]
