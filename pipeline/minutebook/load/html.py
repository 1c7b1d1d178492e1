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
    "head,script,style,noscript,template,nav,iframe,svg,object,embed,select,textarea,"
    "input,audio,video,canvas,math,dialog,aside,[role=navigation],[role=banner],"
    "[role=contentinfo],[role=search],[role=menu],[role=complementary],[role=dialog],"
    "rt,rp"
)
DOUBTFUL = "header,footer,button,[class],[id],[style],[hidden],[aria-hidden=true]"
MAIN = (
    "main,[role=main],article,#mgContent,.mgContent,#main-content,#maincontent,"
    "#content,.entry-content,.main-content,#main"
)
# Words in a class or id that say what a part of the page is for. What a doubtful word
# names, or what is hidden, is dropped only if it is short or mostly links: pages hide
# the minutes themselves until somebody unfolds them.
_CHROME_WORDS = (
    "nav navbar navigation menu menus breadcrumb breadcrumbs cookie cookies footer "
    "skiplink skiplinks sharedaddy pagination pager searchform masthead popup "
    "newsletter"
)
CHROME_WORDS = frozenset(_CHROME_WORDS.split())
_DOUBTFUL_WORDS = (
    "sidebar skip social share sharing widget toolbar banner comments respond related "
    "modal hidden invisible hide sr visually"
)
DOUBTFUL_WORDS = frozenset(_DOUBTFUL_WORDS.split())
SHORT = 300  # characters
LINKED = 0.4  # of the text
LARGE = 0.4  # of the page: too much of it to be furniture
MOST = 0.7  # of a table: what one cell of a table for looks holds at least
MANY_BLOCKS = 8  # in that cell
PARTS = "p,div,br,li,tr,h2,h3,h4"
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BLOCKS = (
    "p div section article h1 h2 h3 h4 h5 h6 ul ol dl dt dd li table caption thead "
    "tbody tfoot tr td th blockquote hr address pre fieldset legend figure figcaption "
    "header footer main aside details summary form center body dir menu"
)
BLOCKS = frozenset(_BLOCKS.split())
_TIGHT = "ul ol li dl dt dd tr td th thead tbody tfoot div form"
TIGHT = frozenset(_TIGHT.split())
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_FOLD = re.compile(r"[ \t\n\r\f]+")
_FILE_SIZE = re.compile(  # of a link to an attachment: "PDF 136 KB"
    r"""
    \s{0,20} (?: pdf \s icon \s{1,3} )? (?: PDF | DOCX? | XLSX? | RTF )
    \s{1,3} [\d.]{1,6} \s? [KM]B \s{0,20}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"\s{0,20}[A-Z]{0,3}\d{1,4}[a-z]?[.):]?\s{0,20}")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_BREAKING = re.compile(
    r"<(?:p|div|br|li|tr|td|h[1-6]|hr|dd|dt|table|ul|ol|blockquote)\b", re.IGNORECASE
)
_WHOLE = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
_SET = re.compile(r'<!--#set\s+var="(\w{1,60})"\s+value="([^"]{0,1000})"\s*-->')
_ECHO = re.compile(r'<!--#echo\s[^<>]{0,200}?var="(\w{1,60})"\s*-->')
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^;]{0,60}line-through", re.IGNORECASE)
_UNDERLINED = re.compile(r"text-decoration[\w-]{0,8}\s*:\s*underline", re.IGNORECASE)
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
    underlined: bool = False
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
    dropped = _chrome(tree, body)
    for_looks = _layouts(tree, body, dropped)
    reader = HtmlReader(Flow(builder), dropped, for_looks)
    main = _main(tree, body, dropped)
    for header in _headings(tree, main, dropped):
        reader.read(header)
    reader.read(main)
    return metadata


# What the heading of minutes has, and the banner of a site has not
_OF_MINUTES = re.compile(
    r"\bminutes\b|\bmeeting\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.{1,9}\b(?:19|20)\d\d\b",
    re.I,
)


def _headings(tree: LexborHTMLParser, main: Any, dropped: set[int]) -> Iterator[Any]:
    """Yield the headers of a page that head what stands in another part of it."""
    if main.tag == "body":
        return
    for node in tree.css("header"):
        text = node.text()[:2000] if node.mem_id not in dropped else ""
        if not _OF_MINUTES.search(text) or len(text.strip()) > SHORT:
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


def _inside(node: Any, tags: frozenset[str]) -> bool:
    parent = node.parent
    for _ in range(60):
        if parent is None:
            return False
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def _measure(root: Any, dropped: set[int]) -> dict[int, tuple[int, int]]:
    """Return how much text stands under each node, and how much of it in links."""
    sizes: dict[int, tuple[int, int]] = {}
    stack: list[tuple[Any, bool, bool]] = [(root, False, False)]
    while stack:
        node, linked, done = stack.pop()
        if done:
            below = [sizes.get(x.mem_id, (0, 0)) for x in _children(node)]
            sizes[node.mem_id] = (sum(x for x, _ in below), sum(y for _, y in below))
        elif node.tag == "-text":
            size = len((node.text(deep=False) or "").strip())
            sizes[node.mem_id] = (size, size if linked else 0)
        elif node.mem_id not in dropped:
            stack.append((node, linked, True))
            inner = linked or node.tag == "a"
            stack.extend((child, inner, False) for child in _children(node))
    return sizes


def _chrome(tree: LexborHTMLParser, body: Any) -> set[int]:
    """Return the parts of a page that are no part of what it says."""
    dropped = {node.mem_id for node in tree.css(DROPPED)}
    sizes = _measure(body, dropped)
    whole = sizes[body.mem_id][0]
    for node in tree.css(DOUBTFUL):
        size, linked = sizes.get(node.mem_id, (0, 0))
        if size < LARGE * whole and _is_chrome(node, size, linked):
            dropped.add(node.mem_id)
    return dropped


def _is_chrome(node: Any, size: int, linked: int) -> bool:
    tag = node.tag
    if tag in ("html", "body", "main", "article") or tag in HEADINGS:
        return False
    mostly_links = linked > LINKED * size
    if tag == "button":
        return not _inside(node, HEADINGS)
    if tag in ("header", "footer"):
        own = _inside(node, frozenset(["article", "main", "section"]))
        titled = tag == "header" and (
            node.css_first("h1,h2") is not None
            or bool(_OF_MINUTES.search(node.text()[:2000]))
        )
        return not own and (mostly_links or not titled)
    words = _words(node.attributes)
    if not words.isdisjoint(CHROME_WORDS):
        return True
    hidden = "hidden" in node.attributes or "aria-hidden" in node.attributes
    hidden = hidden or bool(_HIDDEN.search(node.attributes.get("style") or ""))
    if not hidden and words.isdisjoint(DOUBTFUL_WORDS):
        return False
    titled = not hidden and node.css_first("h1") is not None
    return mostly_links or (size < SHORT and not titled)


def _words(attributes: dict[str, str | None]) -> set[str]:
    """Return the words in the class and id of a part of the page.

    >>> sorted(_words({"class": "siteFooter wide", "id": "page-foot"}))
    ['foot', 'footer', 'page', 'site', 'wide']
    """
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:400]
    return {word.lower() for word in _WORD.findall(names)}


def _main(tree: LexborHTMLParser, body: Any, dropped: set[int]) -> Any:
    """Return the part of the page that holds most of what it says."""
    sizes = _measure(body, dropped)
    whole = sizes[body.mem_id][0]
    best = (LARGE * whole, body)
    for node in tree.css(MAIN):
        size = sizes.get(node.mem_id, (0, 0))[0]
        if size > best[0] and node.mem_id not in dropped:
            best = (size, node)
    return best[1]


def _layouts(tree: LexborHTMLParser, body: Any, dropped: set[int]) -> set[int]:
    """Return the tables that only place the parts of a page, one cell the page itself.

    Their cells that are lists of links are added to what is dropped.
    """
    tables = tree.css("table")
    if not tables:
        return set()
    sizes = _measure(body, dropped)
    least = LARGE * sizes[body.mem_id][0]
    found = set()
    for table in tables:
        size = sizes.get(table.mem_id, (0, 0))[0]
        if size < least:
            continue
        cells = [x for x in table.css("td,th") if _table_of(x) == table.mem_id]
        worded, links = _parts(cells, sizes)
        if _is_for_looks(worded, sizes, size):
            found.add(table.mem_id)
            dropped.update(links)
    return found


def _parts(cells: list[Any], sizes: dict[int, tuple[int, int]]) -> tuple[Any, set[int]]:
    """Return the cells of a table that hold words, and those that hold links."""
    worded, links = [], set()
    for cell in cells:
        size, linked = sizes.get(cell.mem_id, (0, 0))
        if linked > LINKED * size:
            links.add(cell.mem_id)
        elif size:
            worded.append(cell)
    return worded, links


def _is_for_looks(
    cells: list[Any], sizes: dict[int, tuple[int, int]], table: int
) -> bool:
    """Tell whether one cell holds nearly all of a table, and that in many blocks.

    No number stands beside it, and no other row has cells side by side: where
    they do, the table is one of items, of which one is long.
    """
    if not cells:
        return False
    page = max(cells, key=lambda x: sizes[x.mem_id][0])
    if sizes[page.mem_id][0] <= MOST * table or len(page.css(PARTS)) < MANY_BLOCKS:
        return False
    others = [x for x in cells if x.mem_id != page.mem_id]
    if any(x.tag == "th" or _NUMBER.fullmatch(x.text()[:40]) for x in others):
        return False
    rows = [x.parent.mem_id for x in others if x.parent.mem_id != page.parent.mem_id]
    return len(rows) == len(set(rows))


def _table_of(cell: Any) -> int | None:
    """Return the table that a cell stands in."""
    parent = cell.parent
    for _ in range(6):
        if parent is None or parent.tag == "table":
            break
        parent = parent.parent
    return parent.mem_id if parent is not None else None


class HtmlReader:
    """Walks a tree of elements and writes its blocks."""

    def __init__(
        self,
        flow: Flow,
        dropped: set[int] | None = None,
        for_looks: set[int] | None = None,
    ) -> None:
        self.flow = flow
        self.dropped = dropped or set()
        self.for_looks = for_looks or set()
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
                stack.extend((child, None) for child in _children(node))
        self._flush()

    def _is_read(self, node: Any) -> bool:
        if node.tag in ("script", "style", "head", "template", "noscript"):
            return False
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
        if tag in BLOCKS:
            self._flush()
        if tag == "br":
            self.runs.append(Run("\n"))
        elif tag in ("ul", "ol", "menu", "dir"):
            self.lists.append(_new_list(tag, attributes))
        elif tag == "li":
            self._item(attributes)
        elif tag == "table" and node.mem_id in self.for_looks:
            self.tables.append(None)
        elif tag == "table":
            self.flow.open_table()
            self.tables.append(_TableState())
        elif tag == "tr":
            self._row()
        elif tag in ("td", "th"):
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
            if self.tables.pop():
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
    if tag in ("b", "strong", "th", "dt"):
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
    style = attributes.get("style") or ""
    if style:
        if _UNDERLINED.search(style):
            changes["underlined"] = True
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
