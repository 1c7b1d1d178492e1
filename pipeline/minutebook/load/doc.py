"""Reads Word documents of Word 97 to 2003 (DOC), and older ones where a program can."""

from __future__ import annotations

from minutebook.errors import Damaged, MissingProgram
from minutebook.load.antiword import read_by_program
from minutebook.load.builder import TextBuilder
from minutebook.load.docbody import read_body
from minutebook.load.docfile import OldWord, open_doc
from minutebook.load.docproperties import read_summary


def read_doc(data: bytes, builder: TextBuilder) -> tuple[tuple[str, str], ...]:
    """Write a legacy Word document into the builder; return its properties.

    What our own reader cannot take apart is left to antiword or catdoc.
    """
    try:
        doc = open_doc(data)
    except OldWord:
        return read_by_program(data, builder)
    except Damaged as error:
        try:
            return read_by_program(data, builder)
        except (MissingProgram, Damaged):
            raise error from None
    read_body(doc, builder)
    return read_summary(doc.summary)
