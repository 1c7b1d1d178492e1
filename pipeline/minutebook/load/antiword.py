"""Reads Word documents through antiword or catdoc, where one is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from minutebook.errors import Damaged, MissingProgram, TooLarge
from minutebook.load.builder import MAX_TEXT, TextBuilder
from minutebook.load.flow import Flow, Run
from minutebook.load.numbering import BULLET
from minutebook.load.numerals import write_number
from minutebook.load.plain import read_plain
from minutebook.load.xml import parse_xml

TIMEOUT = 60  # seconds

# antiword 0.37 dies of a memory fault in two runs of five over one good file, by
# where the system puts its memory (counted over 300 runs); the next may go well.
TRIES = 12
MAX_DEPTH = 60


def read_by_program(data: bytes, builder: TextBuilder) -> tuple[tuple[str, str], ...]:
    """Write a Word document into the builder; return its properties.

    Raises MissingProgram where neither is installed, Damaged where neither can read it.
    """
    programs = [name for name in ("antiword", "catdoc") if shutil.which(name)]
    if not programs:
        raise MissingProgram("install the package antiword (or catdoc)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.doc"
        path.write_bytes(data)
        if "antiword" in programs:
            output = _run(["antiword", "-x", "db", str(path)])
            if output.strip():
                return _read_docbook(output, builder)
        if "catdoc" in programs:
            output = _run(["catdoc", "-w", "-d", "utf-8", str(path)])
            if output.strip():
                read_plain(output.decode("utf-8", "replace"), builder)
                return ()
    raise Damaged(f"{' and '.join(programs)} cannot read this Word document")


def _run(command: list[str]) -> bytes:
    """Return what the program prints; nothing where it fails or dies each time."""
    try:
        for _ in range(TRIES):
            done = subprocess.run(
                command,
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
                timeout=TIMEOUT,
            )
            if done.returncode >= 0:  # ended by itself, not by a signal
                break
    except subprocess.TimeoutExpired as error:
        raise TooLarge(f"{command[0]} took more than {TIMEOUT} seconds") from error
    except OSError as error:
        raise MissingProgram(f"{command[0]}: {error.strerror}") from error
    if len(done.stdout) > 4 * MAX_TEXT:
        raise TooLarge(f"{len(done.stdout):,} bytes of text")
    return done.stdout if done.returncode == 0 else b""


def _read_docbook(data: bytes, builder: TextBuilder) -> tuple[tuple[str, str], ...]:
    root = parse_xml(data, recover=True)
    for chapter in root.iter("chapter"):
        DocBookReader(Flow(builder)).read(chapter)
    found = (
        ("title", root.findtext("bookinfo/title")),
        ("author", root.findtext("bookinfo/author/surname")),
        ("created", root.findtext("bookinfo/date")),
    )
    return tuple((name, value.strip()) for name, value in found if value)


class DocBookReader:
    """Walks the DocBook that antiword writes."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.label = ""

    def read(self, node: Any, depth: int = 0, section: int = 0) -> None:
        """Write the blocks under a node."""
        if depth > MAX_DEPTH:
            return
        for child in node:
            if child.tag == "title":
                self._write(child, heading=max(section, 1))
            elif child.tag in ("para", "simpara"):
                self._paragraph(child, depth)
            elif child.tag in ("itemizedlist", "orderedlist"):
                self._list(child, depth)
            elif child.tag == "informaltable":
                self._table(child, depth)
            elif isinstance(child.tag, str):
                deeper = section + child.tag.startswith("sect")
                self.read(child, depth + 1, deeper)

    def _paragraph(self, node: Any, depth: int) -> None:
        blocks = [x for x in node if x.tag in ("informaltable", "itemizedlist")]
        if blocks:
            self.read(node, depth + 1)
        else:
            self._write(node)

    def _list(self, node: Any, depth: int) -> None:
        form = node.get("numeration") or "arabic"
        form = {"loweralpha": "a", "upperalpha": "A"}.get(form, form)
        form = {"lowerroman": "i", "upperroman": "I"}.get(form, form)
        for number, item in enumerate(node.iterfind("listitem"), 1):
            written = f"{write_number(number, form)}."
            self.label = f"{written if node.tag == 'orderedlist' else BULLET} "
            self.read(item, depth + 1)
            self.label = ""

    def _table(self, node: Any, depth: int) -> None:
        self.flow.open_table()
        for row in node.iter("row"):
            self.flow.open_row()
            for column, cell in enumerate(row.iterfind("entry")):
                self.flow.open_cell(column)
                self._write(cell)
            self.flow.close_row()
        self.flow.close_table()

    def _write(self, node: Any, **style: Any) -> None:
        runs = list(_runs(node, Run(""), 0))
        text = "".join(run.text for run in runs)
        if not text.strip():
            if node.tag == "para":
                self.flow.blank()
            return
        self.flow.paragraph(_without_edges(runs), self.label, **style)
        self.label = ""


def _runs(node: Any, look: Run, depth: int) -> list[Run]:
    if depth > MAX_DEPTH:
        return []
    runs = []
    if node.text:
        runs.append(Run(node.text, look.bold, look.italic, look.struck))
    for child in node:
        role = child.get("role") or ""
        inner = Run(
            "",
            look.bold or "bold" in role,
            look.italic or (child.tag == "emphasis" and not role),
            look.struck or "strike" in role,
        )
        runs.extend(_runs(child, inner, depth + 1))
        if child.tail:
            runs.append(Run(child.tail, look.bold, look.italic, look.struck))
    return runs


def _without_edges(runs: list[Run]) -> list[Run]:
    """Return the runs without the white space that only lays out the XML."""
    first = next(i for i, run in enumerate(runs) if run.text.strip())
    last = next(i for i in range(len(runs) - 1, -1, -1) if runs[i].text.strip())
    kept = runs[first : last + 1]
    head, tail = kept[0], kept[-1]
    kept[0] = Run(head.text.lstrip(), head.bold, head.italic, head.struck)
    tail = kept[-1]
    kept[-1] = Run(tail.text.rstrip(), tail.bold, tail.italic, tail.struck)
    return kept
