"""The flow: one document through the stages, in their order."""

from __future__ import annotations

from minutebook.assemble import assemble
from minutebook.preamble import read_preamble
from minutebook.recognise import recognise
from minutebook.records import Extraction, SourceDocument
from minutebook.segment import segment
from minutebook.unwrap import unwrap


def extract(source: SourceDocument) -> Extraction:
    """Return everything that the stages read out of one loaded document."""
    read = unwrap(source)
    sections = segment(read)
    preamble = read_preamble(read, sections)
    mentions = recognise(read, sections, preamble)
    meeting = assemble(read, sections, preamble, mentions)
    return Extraction(source, sections, mentions, meeting)
