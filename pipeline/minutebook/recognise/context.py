"""What every recogniser is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from minutebook.recognise.runs import join_lines
from minutebook.records import Preamble, Sections, SourceDocument


@dataclass(frozen=True)
class Context:
    """One document as the stages before have left it."""

    source: SourceDocument
    sections: Sections
    preamble: Preamble

    @cached_property
    def joined(self) -> str:
        """Return the text with wrapped lines joined, offsets unchanged."""
        return join_lines(self.source)
