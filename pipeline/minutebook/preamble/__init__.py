"""Reads the opening of the minutes: which body met, when, where, and who came."""

from __future__ import annotations

from dataclasses import replace

from minutebook.preamble.attendance import read_attendance
from minutebook.preamble.boldnames import part_bold_names
from minutebook.preamble.claims import without_false_claims
from minutebook.preamble.comers import add_comers
from minutebook.preamble.header import read_header
from minutebook.records import Preamble, Sections, SourceDocument


def read_preamble(source: SourceDocument, sections: Sections) -> Preamble:
    """Return the header fields and the attendance of one document."""
    header = read_header(source, sections)
    parted = part_bold_names(source)
    listed = read_attendance(parted, sections)
    came = add_comers(parted, sections, listed)
    attendance = tuple(without_false_claims(source.text, came))
    return replace(header, attendance=attendance)
