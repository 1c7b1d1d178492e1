"""Tells standing business from the matters that a meeting is held for."""

from __future__ import annotations

import re

# Apologies, declarations, minutes of the last meeting, dates of the next and closing:
# every agenda has them, and their decisions would drown all others in a search.
_STANDING = re.compile(
    r"""^\W*
    (?:(?:to\s+)?(?:receive|note|record|accept|approve|confirm|sign|agree)\s+)?
    (?:the\s+|any\s+)?
    (?:
      # Apologies for absence; Welcome and introductions; Roll call
      (?:welcomes?|introductions?|apolog(?:y|ies)|absen(?:ce|ts?|tees)|roll\s+call
        |call\s+to\s+order|pledge\s+of\s+allegiance|quorum|notice\s+of\s+meeting)\b
      # Close of meeting; Opening; Adjournment
      | (?:attendance|present|prayers?|opening|adjourn(?:ment|ed)?|clos(?:e|ed|ing|ure))
        (?:\W*$|\s+of\s+(?:the\s+)?meeting\b)
      # Declarations of interest; Disclosures of pecuniary interests
      | (?:disclosures?|declarations?|declaring|conflicts?)\b.{0,60}\binterests?\b
      | members'?\s+interests?\b
      # Minutes of the last meeting; Approval of the agenda
      | (?:(?:approval|confirmation|signing|adoption)\s+of\s+)?(?:the\s+)?
        (?:(?:previous|last|draft)\s+)?(?:minutes|agenda)
        (?:\W*$|\s+(?:of|from|for)\b)
      # Date of next meeting; Next meeting
      | (?:dates?|time|day|schedule)\b.{0,30}\b(?:next|future|following)\b
        .{0,20}\bmeetings?\b
      | (?:next|future)\s+meetings?\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_standing(title: str) -> bool:
    """Return whether an item's title is standing business.

    >>> is_standing("Apologies for absence"), is_standing("Minutes of the last meeting")
    (True, True)
    >>> is_standing("Date of next meeting"), is_standing("Declarations of Interest")
    (True, True)
    >>> is_standing("Repairs to the pavilion"), is_standing("Closure of Mill Lane")
    (False, False)
    """
    return len(title) < 120 and bool(_STANDING.match(title))
