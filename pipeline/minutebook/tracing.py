"""Shows what one stage saw of a file, for whoever is mending a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from minutebook.load import expand, read_document
from minutebook.records import Extraction, Line, SourceDocument, Span
from minutebook.runner import extract

_WIDTH = 100


def trace(path: Path, stage: str) -> Iterator[str]:
    """Yield the lines of a listing: offsets, rule, and the words in question."""
    for input_ in expand([path]):
        source = read_document(input_)
        yield f"# {source.path}  {source.media_type}  {len(source.text):,} characters"
        if stage == "load":
            yield from _load(source)
        else:
            yield from _SHOW[stage](extract(source))


def _quote(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _WIDTH else f"{shown[: _WIDTH - 1]}…"


def _row(start: int, end: int, rule: str, words: str) -> str:
    return f"{start:7} {end:7}  {rule:28} {words}"


def _load(source: SourceDocument) -> Iterator[str]:
    for key, value in source.metadata:
        yield f"metadata {key}: {_quote(value)}"
    for note in source.notes:
        yield f"note {note}"
    page = 0
    for line in source.lines:
        if line.page != page:
            page = line.page
            yield f"--- page {page}"
        words = _quote(source.quote(line.start, line.end))
        yield f"{line.start:7} {line.row:5}.{line.column}  {_style(line):24} {words}"


def _style(line: Line) -> str:
    marks = {
        "bold": line.bold,
        "italic": line.italic,
        "furniture": line.furniture,
        "struck": line.struck,
        "wraps": line.wraps,
        f"h{line.heading}": line.heading,
        f"table{line.table}": line.table is not None,
        f"{line.size:g}pt" if line.size else "": line.size,
        f">{line.indent:g}": line.indent,
    }
    return ",".join(name for name, on in marks.items() if on and name)


def _segment(extraction: Extraction) -> Iterator[str]:
    source, sections = extraction.source, extraction.sections
    yield f"kind {sections.kind} ({sections.certainty:.2f}, {sections.rule})"
    yield _span(source, "header", sections.header)
    for roster in sections.rosters:
        span = Span(roster.start, roster.end, roster.rule)
        yield _span(source, f"roster {roster.status} [{roster.group}]", span)
    for item in sections.items:
        span = Span(item.start, item.end, item.rule)
        heading = f"item {'  ' * (item.level - 1)}{item.number or '-'} {item.title}"
        yield _span(source, _quote(heading), span, quote=False)


def _span(source: SourceDocument, what: str, span: Span, *, quote: bool = True) -> str:
    words = f": {_quote(source.quote(span.start, span.end))}" if quote else ""
    return _row(span.start, span.end, span.rule, f"{what}{words}")


def _recognise(extraction: Extraction) -> Iterator[str]:
    source, found = extraction.source, extraction.mentions
    for x in found.mentions:
        value = x.date.iso if x.date else x.money.amount if x.money else x.name
        entity = "" if x.entity is None else f" #{x.entity}"
        words = f"{x.kind}{entity} {value!s} ← {_quote(source.quote(x.start, x.end))}"
        yield _row(x.start, x.end, f"{x.rule} {x.certainty:.2f}", words)
    for kind in ("people", "organisations", "roles"):
        yield f"--- {kind}"
        for number, entity_ in enumerate(getattr(found, kind)):
            others = f"  ({'; '.join(entity_.aliases)})" if entity_.aliases else ""
            yield f"{number:5}  {entity_.name}{others}"


def _assemble(extraction: Extraction) -> Iterator[str]:
    source, meeting = extraction.source, extraction.meeting
    for name in ("council", "body", "date", "start", "end", "venue", "draft", "next"):
        yield f"{name}: {getattr(meeting, name)}"
    yield "--- attendance"
    for x in meeting.attendance:
        chair = " (chair)" if x.chair else ""
        more = ", ".join(y for y in (x.role, x.organisation, x.note) if y)
        yield _row(x.start, x.end, x.rule, f"{x.status}{chair} {x.name}; {more}")
    yield from _parts(extraction)
    yield "--- declarations"
    for d in meeting.declarations:
        yield _row(d.start, d.end, d.rule, _quote(source.quote(d.start, d.end)))


def _parts(extraction: Extraction) -> Iterator[str]:
    source, meeting = extraction.source, extraction.meeting

    def number(item: int | None) -> str:
        return "-" if item is None else meeting.items[item].number or f"({item})"

    yield "--- decisions"
    for x in meeting.decisions:
        who = f" [{x.mover} / {x.seconder}]" if x.mover or x.seconder else ""
        words = f"{number(x.item)} {x.kind}{who}: {source.quote(x.start, x.end)}"
        yield _row(x.start, x.end, f"{x.rule} {x.certainty:.2f}", _quote(words))
    yield "--- actions"
    for a in meeting.actions:
        words = f"{number(a.item)} {_join(a.owners)}: {source.quote(a.start, a.end)}"
        yield _row(a.start, a.end, f"{a.rule} {a.certainty:.2f}", _quote(words))


def _join(names: Iterable[str]) -> str:
    return ", ".join(names) or "nobody"


_SHOW = {"segment": _segment, "recognise": _recognise, "assemble": _assemble}
