"""The lines of a document while its lists are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutebook.records import Line

# Words that only sentences hold.
SENTENCE = re.compile(
    r"""
    \b (?: was | were | is | are | had | has | have | will | would | been | that | there
      | this | these | which | opened | called | thanked | noted | agreed | reported
      | asked | stated | said | confirmed | declared | proposed | seconded | resolved
      | advised | welcomed | gave | explained | moved | carried | approved | received
      | chaired | attended | joined | left | took | elected | expressed | apologised
      | spoke | discussed | held | read | led | introduced | presented | made | began
      | it | they | he | she | his | her | their | our | we ) \b
    """,
    re.VERBOSE,
)
_BRACKETS = re.compile(r"\([^()]{0,200}(?:\)|$)")
TITLED = re.compile(
    r"\W{0,9}(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Cr|Sir|Prof(?:essor)?|Rev)\b"
)
LONG = 300  # characters: longer lines are whole paragraphs or flattened documents


@dataclass(slots=True)
class Walk:
    """The lines of a document and where the last list ended."""

    text: str
    lines: tuple[Line, ...]
    last: int = -100  # index of the last line of the last list
    seen: bool = False  # a list with a label of its own has been found
    posts_above: bool = False  # posts stand on lines of their own above the names
    under: str = "present"  # what the label says under which groups of people stand
    under_to: int = -1  # index of the line where the next of these groups may begin

    def quote(self, index: int) -> str:
        line = self.lines[index]
        return self.text[line.start : line.end]


def is_sentence(text: str) -> bool:
    """Tell whether a text holds words of a sentence outside its brackets."""
    if SENTENCE.search(text) is None:
        return False
    return SENTENCE.search(_BRACKETS.sub(" ", text)) is not None
