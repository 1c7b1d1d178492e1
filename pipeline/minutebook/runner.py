"""The flow: one document through the stages, in their order."""

from __future__ import annotations

from minutebook.assemble import assemble
from minutebook.preamble import read_preamble
from minutebook.recognise import recognise
from minutebook.records import Extraction, SourceDocument
from minutebook.segment import segment


def extract(source: SourceDocument) -> Extraction:
    """Return everything that the stages read out of one loaded document."""
    sections = segment(source)
    preamble = read_preamble(source, sections)
    mentions = recognise(source, sections, preamble)
    meeting = assemble(source, sections, preamble, mentions)
    return Extraction(source, sections, mentions, meeting)
