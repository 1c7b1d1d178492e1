"""Reads web pages and saved fragments: what a reader of the page sees of minutes."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from minutebook.load.builder import TextBuilder
from minutebook.load.flow import Flow, Run
from minutebook.load.numbering import BULLET, number_of
from minutebook.load.numerals import write_number

# Never shown, or never minutes.
DROPPED = (
    "head,script,style,noscript,template,nav,iframe,svg,object,embed,button,select,"
    "textarea,input,audio,video,canvas,math,dialog,aside,[hidden],[aria-hidden=true],"
    "[role=navigation],[role=banner],[role=contentinfo],[role=search],[role=menu],"
    "[role=complementary],[role=dialog],rt,rp"
)
PAGE_ENDS = "header,footer"  # dropped unless they belong to an article
MAIN = (
    "main,[role=main],article,#mgContent,.mgContent,#main-content,#maincontent,"
    "#content,.entry-content,.main-content,#main"
)
# Words in a class or id that say what a part of the page is for.
FURNITURE_WORDS = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "menus",
        "breadcrumb",
        "breadcrumbs",
        "cookie",
        "cookies",
        "sidebar",
        "footer",
        "skip",
        "skiplink",
        "skiplinks",
        "social",
        "share",
        "sharing",
        "sharedaddy",
        "pagination",
        "pager",
        "widget",
        "toolbar",
        "searchform",
        "masthead",
        "banner",
        "comments",
        "respond",
        "related",
        "newsletter",
        "popup",
        "modal",
        "hidden",
        "invisible",
    ]
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "li",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "blockquote",
        "hr",
        "address",
        "pre",
        "fieldset",
        "legend",
        "figure",
        "figcaption",
        "header",
        "footer",
        "main",
        "aside",
        "details",
        "summary",
        "form",
        "center",
        "body",
        "dir",
        "menu",
    ]
)
TIGHT = frozenset(
    [
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "div",
        "form",
    ]
)
_FOLD = re.compile(r"[ \t\n\r\f]+")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_BREAKING = re.compile(
    r"<(?:p|div|br|li|tr|td|h[1-6]|hr|dd|dt|table|ul|ol|blockquote)\b", re.IGNORECASE
)
_WHOLE = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
_SET = re.compile(r'<!--#set\s+var="(\w{1,60})"\s+value="([^"]{0,1000})"\s*-->')
_ECHO = re.compile(r'<!--#echo\s[^<>]{0,200}?var="(\w{1,60})"\s*-->')
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^;]{0,60}line-through", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_LIST_FORM = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]{3,25})", re.IGNORECASE)
MAX_SPAN = 1000
INDENT = 18.0  # points for each list level
META = {"date", "author", "description", "dc.title", "dc.date", "dc.creator"}


@dataclass(frozen=True, slots=True)
class Look:
    """How the text at one place of the page looks."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    heading: int | None = None
    depth: int = 0
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
    _drop_furniture(tree)
    HtmlReader(Flow(builder)).read(_main(tree) or body)
    return metadata


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


def _drop_furniture(tree: LexborHTMLParser) -> None:
    for node in tree.css(DROPPED):
        node.decompose()
    for node in tree.css(PAGE_ENDS):
        if not _inside(node, ("article", "main")):
            node.decompose()
    body = tree.body
    whole = _weight(body) if body is not None else 0
    for node in tree.css("[class],[id],[style]"):
        if node.tag not in ("html", "body", "main", "article") and (
            _is_furniture(node.attributes) and _weight(node) < 0.4 * whole
        ):
            node.decompose()


def _inside(node: Any, tags: tuple[str, ...]) -> bool:
    parent = node.parent
    for _ in range(60):
        if parent is None:
            return False
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def _weight(node: Any) -> int:
    return len(node.text(deep=True) or "")


def _is_furniture(attributes: dict[str, str | None]) -> bool:
    """Return whether a class or id calls this part of the page furniture.

    >>> _is_furniture({"class": "site-footer"}), _is_furniture({"id": "minutes"})
    (True, False)
    """
    if _HIDDEN.search(attributes.get("style") or ""):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:400]
    words = {word.lower() for word in _WORD.findall(names)}
    reader_only = {"screen", "reader"} <= words or {"sr", "only"} <= words
    return reader_only or not FURNITURE_WORDS.isdisjoint(words)


def _main(tree: LexborHTMLParser) -> Any | None:
    whole = _weight(tree.body)
    best = None
    for node in tree.css(MAIN):
        weight = _weight(node)
        if weight >= 0.4 * whole and (best is None or weight > best[0]):
            best = (weight, node)
    return best[1] if best else None


class HtmlReader:
    """Walks a tree of elements and writes its blocks."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.runs: list[Run] = []
        self.lists: list[_ListState] = []
        self.tables: list[_TableState] = []
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
            elif not node.tag.startswith(("-", "!", "_")):
                stack.append((node, self.look))
                self._enter(node)
                stack.extend((child, None) for child in _children(node))
        self._flush()

    def _text(self, text: str) -> None:
        if self.look.kept:
            text = text.expandtabs(8)
        else:
            text = _FOLD.sub(" ", text)
            last = self.runs[-1].text if self.runs else "\n"
            if text.startswith(" ") and last.endswith((" ", "\n")):
                text = text[1:]
        if text:
            look = self.look
            self.runs.append(Run(text, look.bold, look.italic, look.struck))

    def _enter(self, node: Any) -> None:
        tag, attributes = node.tag, node.attributes
        if tag in BLOCKS:
            self._flush()
        if tag == "br":
            self.runs.append(Run("\n"))
        elif tag in ("ul", "ol", "menu", "dir"):
            self.lists.append(_new_list(tag, attributes))
        elif tag == "li":
            self._item(attributes)
        elif tag == "table":
            self.flow.open_table()
            self.tables.append(_TableState())
        elif tag == "tr" and self.tables:
            self._row()
        elif tag in ("td", "th") and self.tables:
            self._cell(attributes)
        self.look = _look(self.look, tag, attributes, len(self.lists))

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
            self.tables.pop()
            self.flow.close_table()
        if tag in BLOCKS and tag not in TIGHT:
            self.flow.blank()

    def _item(self, attributes: dict[str, str | None]) -> None:
        state = self.lists[-1] if self.lists else _ListState(None)
        state.number = number_of(attributes.get("value"), state.number + 1)
        self.label = f"{BULLET} "
        if state.form is not None:
            label = write_number(state.number, state.form)
            self.label = f"{label}. " if label else ""

    def _row(self) -> None:
        state = self.tables[-1]
        self._end_row()
        self.flow.open_row()
        state.in_row = True
        state.column = 0
        state.taken = {k: v - 1 for k, v in state.taken.items() if v > 1}

    def _cell(self, attributes: dict[str, str | None]) -> None:
        state = self.tables[-1]
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
        if self.tables and self.tables[-1].in_row:
            self.tables[-1].in_row = False
            self.flow.close_row()

    def _flush(self) -> None:
        runs, self.runs = _trimmed(self.runs), []
        if not any(run.text.strip() for run in runs):
            return
        style: dict[str, Any] = {}
        if self.look.heading:
            style["heading"] = self.look.heading
        if self.look.depth:
            style["indent"] = INDENT * self.look.depth
        self.flow.paragraph(runs, self.label, **style)
        self.label = ""


def _children(node: Any) -> list[Any]:
    """Return the children of a node, last one first."""
    found = []
    child = node.last_child
    while child is not None:
        found.append(child)
        child = child.prev
    return found


def _new_list(tag: str, attributes: dict[str, str | None]) -> _ListState:
    match = _LIST_FORM.search(attributes.get("style") or "")
    form = attributes.get("type") or (match[1].lower() if match else "")
    if tag != "ol":
        return _ListState(None)
    if form in ("disc", "circle", "square"):
        return _ListState(None)
    return _ListState(form or "decimal", number_of(attributes.get("start"), 1) - 1)


def _look(look: Look, tag: str, attributes: dict[str, str | None], depth: int) -> Look:
    changes: dict[str, Any] = {}
    if tag in ("b", "strong", "th"):
        changes["bold"] = True
    elif tag in ("i", "em", "cite"):
        changes["italic"] = True
    elif tag in ("del", "s", "strike"):
        changes["struck"] = True
    elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        changes |= {"heading": int(tag[1]), "bold": True}
    elif tag == "pre":
        changes["kept"] = True
    style = attributes.get("style") or ""
    if style:
        if _STRUCK.search(style):
            changes["struck"] = True
        if _BOLD.search(style):
            changes["bold"] = True
        elif _LIGHT.search(style):
            changes["bold"] = False
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


def strip_tags(text: str) -> str:
    """Return text without tags, with entities read.

    >>> strip_tags("<small>Agreed &amp; signed</small>")
    'Agreed & signed'
    """
    return entities.unescape(_TAG.sub("", text))
