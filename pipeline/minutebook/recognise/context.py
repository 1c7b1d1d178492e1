"""What every recogniser is given."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.records import Preamble, Sections, SourceDocument


@dataclass(frozen=True, slots=True)
class Context:
    """One document as the stages before have left it."""

    source: SourceDocument
    sections: Sections
    preamble: Preamble
