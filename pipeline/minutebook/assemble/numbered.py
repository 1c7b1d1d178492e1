"""Parts the sentences that hold several numbered resolutions: "(a) That (b) That"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.paragraphs import Sentence, read_sentences

# "; (2) to mandate the", " (b) That the", "; and (ii) that"
_NUMBERED = re.compile(
    r"(?<=[\w.,;:)])\s{1,3}(?:(?:and|AND)\s)?"
    r"(?=\((?:[a-h]|[1-9]|[ivx]{1,4})\)\s{1,3}(?:[Tt]hat|THAT|[Tt]o|TO)\s)"
)
_SHORT = 12  # characters of a lead that are no sentence of their own: "Resolved:"


def read_parts(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences between two offsets, and numbered resolutions each apart.

    >>> said = "Agreed: (a) That it be paid (b) That the Clerk write to Jo. It rained."
    >>> [said[x.start : x.end] for x in read_parts(said, 0, len(said))]
    ['Agreed: (a) That it be paid', '(b) That the Clerk write to Jo.', 'It rained.']
    """
    for sentence in read_sentences(text, start, end):
        low = sentence.start
        if text.find(" (", *sentence) > 0:
            for cut in _NUMBERED.finditer(text, *sentence):
                if cut.start() - low > _SHORT:
                    yield Sentence(low, cut.start())
                    low = cut.end()
        yield Sentence(low, sentence.end)
