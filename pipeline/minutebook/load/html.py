"""Reads web pages and saved fragments: what a reader of the page sees of minutes."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from minutebook.load.builder import TextBuilder
from minutebook.load.chrome import (
    OF_MINUTES,
    SHORT,
    children,
    find_chrome,
    find_layouts,
    find_main,
)
from minutebook.load.flow import Flow, Run
from minutebook.load.numbering import BULLET, number_of
from minutebook.load.numerals import write_number
from minutebook.load.stylesheet import StyleSheet, left_margin

_BLOCKS = (
    "p div section article h1 h2 h3 h4 h5 h6 ul ol dl dt dd li table caption thead "
    "tbody tfoot tr td th blockquote hr address pre fieldset legend figure figcaption "
    "header footer main aside details summary form center body dir menu button"
)
BLOCKS = frozenset(_BLOCKS.split())
_TIGHT = "ul ol li dl dt dd tr td th thead tbody tfoot div form"
TIGHT = frozenset(_TIGHT.split())
_FOLD = re.compile(r"[ \t\n\r\f]+")
_FILE_SIZE = re.compile(  # of a link to an attachment: "PDF 136 KB"
    r"""
    \s{0,20} (?: pdf \s icon \s{1,3} )? (?: PDF | DOCX? | XLSX? | RTF )
    \s{1,3} [\d.]{1,6} \s? [KM]B \s{0,20}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_BREAKING = re.compile(
    r"<(?:p|div|br|li|tr|td|h[1-6]|hr|dd|dt|table|ul|ol|blockquote)\b", re.IGNORECASE
)
_WHOLE = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
_SET = re.compile(r'<!--#set\s+var="(\w{1,60})"\s+value="([^"]{0,1000})"\s*-->')
_ECHO = re.compile(r'<!--#echo\s[^<>]{0,200}?var="(\w{1,60})"\s*-->')
_STRUCK = re.compile(r"text-decoration[^;]{0,60}line-through", re.IGNORECASE)
_UNDERLINED = re.compile(r"text-decoration[\w-]{0,8}\s*:\s*underline", re.IGNORECASE)
_WEIGHT = re.compile(
    r"(?<![\w-])font-weight\s*:\s*(?:(bold|[6-9]00)|normal|[1-4]00)", re.IGNORECASE
)
_LIST_FORM = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]{3,25})", re.IGNORECASE)
_LABEL = re.compile(  # as word processors save a list: 4.      | ·       | a)
    r"""
    \s{0,20}
    (?: (?P<bullet> [·•▪●○◦§Øüovq–-] )
      | (?P<number> \(? (?: \d{1,3} (?:\.\d{1,3}){0,4} \.?
                           | (?: [A-Za-z] | [ivx]{1,5} ) [.)] ) \)? ) )
    [\s\xa0]{0,3} \xa0 [\s\xa0]{1,40} (?=\S)
    """,
    re.VERBOSE,
)
TITLED = frozenset(["p", "div", "span", "td"])
_TITLE_CLASS = re.compile(  # mgAiTitleTxt | agenda-item-title | item_heading
    r"(?:\b|_|(?<=[a-z]))(?:[Tt]itle|[Hh]eading)(?:\b|_|(?=[A-Z]))"
)
SET_IN = frozenset(["p", "li", "dd", "h1", "h2", "h3", "h4", "h5", "h6"])
MAX_SPAN = 1000
INDENT = 18.0  # points for each list level
META = {"date", "author", "description", "dc.title", "dc.date", "dc.creator"}


@dataclass(frozen=True, slots=True)
class Look:
    """How the text at one place of the page looks."""

    bold: bool = False
    underlined: bool = False
    italic: bool = False
    struck: bool = False
    heading: int | None = None
    depth: int = 0
    margin: float = 0.0
    kept: bool = False  # line breaks of the source show


@dataclass(slots=True)
class _ListState:
    form: str | None  # None: bullets
    number: int = 0


@dataclass(slots=True)
class _TableState:
    taken: dict[int, int] = field(default_factory=dict)  # column: rows still covered
    column: int = 0
    in_row: bool = False


def read_html(text: str, builder: TextBuilder) -> tuple[tuple[str, str], ...]:
    """Write a web page into the builder; return its title and meta data."""
    text = _fill_variables(text)
    if not _WHOLE.search(text[:5000]) and _lines_are_breaks(text):
        text = text.replace("\n", "<br>\n")
    tree = LexborHTMLParser(text)
    metadata = tuple(_metadata(tree))
    body = tree.body
    if body is None:
        return metadata
    dropped = find_chrome(tree, body)
    for_looks = find_layouts(tree, body, dropped)
    sheet = StyleSheet(x.text() for x in tree.css("style"))
    reader = HtmlReader(Flow(builder), dropped, for_looks, sheet)
    main = find_main(tree, body, dropped)
    for header in _headings(tree, main, dropped):
        reader.read(header)
    reader.read(main)
    return metadata


def _headings(tree: LexborHTMLParser, main: Any, dropped: set[int]) -> Iterator[Any]:
    """Yield the headers of a page that head what stands in another part of it."""
    if main.tag == "body":
        return
    for node in tree.css("header"):
        text = node.text()[:2000] if node.mem_id not in dropped else ""
        if not OF_MINUTES.search(text) or len(text.strip()) > SHORT:
            continue
        above = [*_parents(node)]
        if main.mem_id not in above and not dropped.intersection(above):
            yield node


def _parents(node: Any) -> Iterator[int]:
    for _ in range(60):
        node = node.parent
        if node is None:
            return
        yield node.mem_id


def _fill_variables(text: str) -> str:
    """Return a page with the variables that a web server would fill in."""
    values = dict(_SET.findall(text[:20_000]))
    return _ECHO.sub(lambda m: values.get(m[1], ""), text) if values else text


def _lines_are_breaks(text: str) -> bool:
    """Return whether a fragment means its line breaks: it has hardly any other."""
    lines = sum(1 for line in text.split("\n") if line.strip())
    return len(_BREAKING.findall(text)) < 0.5 * lines


def _metadata(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    title = tree.css_first("title")
    if title is not None and (text := _FOLD.sub(" ", title.text()).strip()):
        yield "title", text[:500]
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or "").lower()
        value = (node.attributes.get("content") or "").strip()
        if name in META and value:
            yield name, value[:500]


class HtmlReader:
    """Walks a tree of elements and writes its blocks."""

    def __init__(
        self,
        flow: Flow,
        dropped: set[int] | None = None,
        for_looks: set[int] | None = None,
        sheet: StyleSheet | None = None,
    ) -> None:
        self.flow = flow
        self.dropped = dropped or set()
        self.for_looks = for_looks or set()
        self.sheet = sheet or StyleSheet()
        self.runs: list[Run] = []
        self.lists: list[_ListState] = []
        self.tables: list[_TableState | None] = []  # None: a table for looks
        self.label = ""
        self.look = Look()

    def read(self, root: Any) -> None:
        """Write everything under a node; no recursion, so depth does not matter."""
        stack: list[tuple[Any, Look | None]] = [(root, None)]
        while stack:
            node, before = stack.pop()
            if before is not None:
                self._leave(node, before)
                continue
            if node.tag == "-text":
                self._text(node.text(deep=False) or "")
            elif self._is_read(node):
                stack.append((node, self.look))
                self._enter(node)
                stack.extend((child, None) for child in children(node))
        self._flush()

    def _is_read(self, node: Any) -> bool:
        if node.tag in (None, "script", "style", "head", "template", "noscript"):
            return False  # None: a processing instruction such as "<?php ... ?>"
        return not node.tag.startswith(("-", "!", "_")) and (
            not self.dropped or node.mem_id not in self.dropped
        )

    def _text(self, text: str) -> None:
        if _FILE_SIZE.fullmatch(text):
            return
        if self.look.kept:
            text = text.expandtabs(8)
        else:
            text = _FOLD.sub(" ", text)
            last = self.runs[-1].text if self.runs else "\n"
            if text.startswith(" ") and last.endswith((" ", "\n")):
                text = text[1:]
        if text:
            look = self.look
            self.runs.append(
                Run(
                    text,
                    look.bold,
                    look.italic,
                    look.struck,
                    underlined=look.underlined,
                )
            )

    def _enter(self, node: Any) -> None:
        tag, attributes = node.tag, node.attributes
        style = self.sheet.declared(attributes)
        if tag in BLOCKS:
            self._flush()
        if tag == "br":
            self.runs.append(Run("\n"))
        elif tag in ("ul", "ol", "menu", "dir"):
            self.lists.append(_new_list(tag, attributes, style))
        elif tag == "li":
            self._item(attributes, style)
        elif tag == "table" and node.mem_id in self.for_looks:
            self.tables.append(None)
        elif tag == "table":
            self.flow.open_table()
            self.tables.append(_TableState())
        elif tag == "tr":
            self._row()
        elif tag in ("td", "th"):
            self._cell(attributes)
        self.look = _look(self.look, tag, style, len(self.lists))
        if tag in TITLED and _TITLE_CLASS.search(attributes.get("class") or ""):
            self.look = replace(self.look, bold=True)

    def _leave(self, node: Any, before: Look) -> None:
        tag = node.tag
        if tag in BLOCKS:
            self._flush()
        self.look = before
        if tag in ("ul", "ol", "menu", "dir") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.label = ""
        elif tag == "tr":
            self._end_row()
        elif tag == "table" and self.tables:
            self._end_row()
            if self.tables.pop():
                self.flow.close_table()
        if tag in BLOCKS and tag not in TIGHT:
            self.flow.blank()

    def _item(self, attributes: dict[str, str | None], style: str) -> None:
        state = self.lists[-1] if self.lists else _ListState(None)
        state.number = number_of(attributes.get("value"), state.number + 1)
        self.label = f"{BULLET} "
        own = _LIST_FORM.findall(style)
        if own and own[-1].lower() == "none":
            self.label = ""
        elif state.form is not None:
            label = write_number(state.number, state.form)
            self.label = f"{label}. " if label else ""

    def _row(self) -> None:
        state = self.tables[-1] if self.tables else None
        if state is None:
            return
        self._end_row()
        self.flow.open_row()
        state.in_row = True
        state.column = 0
        state.taken = {k: v - 1 for k, v in state.taken.items() if v > 1}

    def _cell(self, attributes: dict[str, str | None]) -> None:
        state = self.tables[-1] if self.tables else None
        if state is None:
            return
        if not state.in_row:
            self._row()
        while state.column in state.taken:
            state.column += 1
        self.flow.open_cell(state.column)
        wide = min(max(number_of(attributes.get("colspan"), 1), 1), MAX_SPAN)
        high = min(max(number_of(attributes.get("rowspan"), 1), 1), MAX_SPAN)
        if high > 1:
            state.taken.update(
                dict.fromkeys(range(state.column, state.column + wide), high)
            )
        state.column += wide

    def _end_row(self) -> None:
        state = self.tables[-1] if self.tables else None
        if state is not None and state.in_row:
            state.in_row = False
            self.flow.close_row()

    def _flush(self) -> None:
        runs, self.runs = _trimmed(self.runs), []
        if not any(run.text.strip() for run in runs):
            return
        style: dict[str, Any] = {}
        if self.look.heading:
            style["heading"] = self.look.heading
        indent = max(INDENT * self.look.depth, self.look.margin)
        if indent:
            style["indent"] = indent
        if not self.label:
            self.label, runs = _labelled(runs)
        self.flow.paragraph(runs, self.label, **style)
        self.label = ""


def _new_list(tag: str, attributes: dict[str, str | None], style: str) -> _ListState:
    forms = _LIST_FORM.findall(style)
    form = attributes.get("type") or (forms[-1].lower() if forms else "")
    if tag != "ol":
        return _ListState(None)
    if form in ("disc", "circle", "square"):
        return _ListState(None)
    return _ListState(form or "decimal", number_of(attributes.get("start"), 1) - 1)


def _look(look: Look, tag: str, style: str, depth: int) -> Look:
    changes: dict[str, Any] = {}
    if tag in ("b", "strong", "th", "dt", "summary", "button"):
        changes["bold"] = True
    elif tag in ("i", "em", "cite"):
        changes["italic"] = True
    elif tag in ("del", "s", "strike"):
        changes["struck"] = True
    elif tag in ("u", "ins"):
        changes["underlined"] = True
    elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        changes |= {"heading": int(tag[1]), "bold": True}
    elif tag == "pre":
        changes["kept"] = True
    if style:
        if _UNDERLINED.search(style):
            changes["underlined"] = True
        if _STRUCK.search(style):
            changes["struck"] = True
        if weights := _WEIGHT.findall(style):
            changes["bold"] = bool(weights[-1]) or look.heading is not None
        if tag in SET_IN:
            changes["margin"] = left_margin(style)
    if depth != look.depth:
        changes["depth"] = depth
    return replace(look, **changes) if changes else look


def _trimmed(runs: list[Run]) -> list[Run]:
    """Return the runs without line breaks at the ends."""
    first, last = 0, len(runs)
    while first < last and not runs[first].text.strip():
        first += 1
    while last > first and not runs[last - 1].text.strip():
        last -= 1
    return runs[first:last]


def _labelled(runs: list[Run]) -> tuple[str, list[Run]]:
    """Return the number or bullet that opens a paragraph, and the runs behind it.

    >>> _labelled([Run("·"), Run("\\xa0\\xa0\\xa0 "), Run("Ada Penrose")])[0]
    '• '
    """
    text = "".join(run.text for run in runs[:4])
    match = _LABEL.match(text) if "\xa0" in text[:60] else None
    if match is None:
        return "", runs
    left, kept = match.end(), []
    for run in runs:
        kept.append(replace(run, text=run.text[left:]))
        left = max(0, left - len(run.text))
    label = BULLET if match["bullet"] else match["number"]
    return f"{label} ", [run for run in kept if run.text]


def strip_tags(text: str) -> str:
    """Return text without tags, with entities read.

    >>> strip_tags("<small>Agreed &amp; signed</small>")
    'Agreed & signed'
    """
    return entities.unescape(_TAG.sub("", text))
