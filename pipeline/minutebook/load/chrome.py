"""Tells the minutes on a web page from its menus, banners and feet."""

from __future__ import annotations

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

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
    "modal hidden invisible hide sr visually byline posted vcard links printer"
)
DOUBTFUL_WORDS = frozenset(_DOUBTFUL_WORDS.split())
# of what is unfolded but is no text of the page
APART_WORDS = frozenset(["modal", "dropdown", "search", "login", "share", "filter"])
# What tells which part of the page something unfolds: by its id
UNFOLDING = (
    "[aria-controls],[data-target],[data-bs-target],[data-toggle],[data-bs-toggle]"
)
_TARGETS = ("aria-controls", "data-bs-target", "data-target", "href")
SHORT = 300  # characters
LINKED = 0.4  # of the text
LARGE = 0.4  # of the page: too much of it to be furniture
MOST = 0.7  # of a table: what one cell of a table for looks holds at least
MANY_BLOCKS = 8  # in that cell
PARTS = "p,div,br,li,tr,h2,h3,h4"
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_NUMBER = re.compile(r"\s{0,20}[A-Z]{0,3}\d{1,4}[a-z]?[.):]?\s{0,20}")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# What the heading of minutes has, and the banner of a site has not
OF_MINUTES = re.compile(
    r"\bminutes\b|\bmeeting\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.{1,9}\b(?:19|20)\d\d\b",
    re.I,
)


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
            below = [sizes.get(x.mem_id, (0, 0)) for x in children(node)]
            sizes[node.mem_id] = (sum(x for x, _ in below), sum(y for _, y in below))
        elif node.tag == "-text":
            size = len((node.text(deep=False) or "").strip())
            sizes[node.mem_id] = (size, size if linked else 0)
        elif node.mem_id not in dropped:
            stack.append((node, linked, True))
            inner = linked or node.tag == "a"
            stack.extend((child, inner, False) for child in children(node))
    return sizes


def find_chrome(tree: LexborHTMLParser, body: Any) -> set[int]:
    """Return the parts of a page that are no part of what it says."""
    dropped = {node.mem_id for node in tree.css(DROPPED)}
    sizes = _measure(body, dropped)
    whole = sizes[body.mem_id][0]
    unfolded = _unfolded(tree)
    for node in tree.css(DOUBTFUL):
        size, linked = sizes.get(node.mem_id, (0, 0))
        if node.tag == "button":
            chrome = not (_inside(node, HEADINGS) or _heads_text(node, unfolded, sizes))
        elif linked <= LINKED * size and node.attributes.get("id") in unfolded:
            chrome = False
        else:
            chrome = size < LARGE * whole and _is_chrome(node, size, linked)
        if chrome:
            dropped.add(node.mem_id)
    return dropped


def _unfolded(tree: LexborHTMLParser) -> dict[str | None, Any]:
    """Return the parts of a page that are shown when something is pressed, by id."""
    ids = {_target(node) for node in tree.css(UNFOLDING)} - {""}
    if not ids:
        return {}
    return {
        node.attributes.get("id"): node
        for node in tree.css("[id]")
        if node.attributes.get("id") in ids
        and _words(node.attributes).isdisjoint(CHROME_WORDS | APART_WORDS)
    }


def _target(node: Any) -> str:
    """Return the id of what is shown when a part of the page is pressed, or ""."""
    attributes = node.attributes
    names = (attributes.get(name) or "" for name in _TARGETS)
    return next((name.lstrip("#") for name in names if name), "")


def _heads_text(
    button: Any, unfolded: dict[str | None, Any], sizes: dict[int, tuple[int, int]]
) -> bool:
    """Tell whether a button is the title of the text that it unfolds."""
    part = unfolded.get(_target(button))
    if part is None:
        return False
    size, linked = sizes.get(part.mem_id, (0, 0))
    return size > sizes.get(button.mem_id, (0, 0))[0] and linked <= LINKED * size


def _is_chrome(node: Any, size: int, linked: int) -> bool:
    tag = node.tag
    if tag in ("html", "body", "main", "article") or tag in HEADINGS:
        return False
    mostly_links = linked > LINKED * size
    if tag in ("header", "footer"):
        own = _inside(node, frozenset(["article", "main", "section"]))
        titled = tag == "header" and (
            node.css_first("h1,h2") is not None
            or bool(OF_MINUTES.search(node.text()[:2000]))
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


def find_main(tree: LexborHTMLParser, body: Any, dropped: set[int]) -> Any:
    """Return the part of the page that holds most of what it says."""
    sizes = _measure(body, dropped)
    whole = sizes[body.mem_id][0]
    best = (LARGE * whole, body)
    for node in tree.css(MAIN):
        size = sizes.get(node.mem_id, (0, 0))[0]
        if size > best[0] and node.mem_id not in dropped:
            best = (size, node)
    return best[1]


def find_layouts(tree: LexborHTMLParser, body: Any, dropped: set[int]) -> set[int]:
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


def children(node: Any) -> list[Any]:
    """Return the children of a node, last one first."""
    found = []
    child = node.last_child
    while child is not None:
        found.append(child)
        child = child.prev
    return found
