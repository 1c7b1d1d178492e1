"""The flow: one document through the stages, in their order."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from minutebook.assemble import assemble
from minutebook.preamble import read_preamble
from minutebook.recognise import recognise
from minutebook.records import Extraction, SourceDocument
from minutebook.segment import segment
from minutebook.unwrap import unwrap


def extract(source: SourceDocument) -> Extraction:
    """Return everything that the stages read out of one loaded document."""
    with _uncollected():
        read = unwrap(source)
        sections = segment(read)
        preamble = read_preamble(read, sections)
        mentions = recognise(read, sections, preamble)
        meeting = assemble(read, sections, preamble, mentions)
    return Extraction(source, sections, mentions, meeting)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold back the search for circular garbage while one document is read.

    The stages leave none, but make so many small things that the search would run all
    the time, in vain. It runs between documents.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
