"""Reads Markdown as a reader of the rendered page sees it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser

from minutebook.load.builder import TextBuilder
from minutebook.load.flow import Flow, Run
from minutebook.load.html import HtmlReader, read_html
from minutebook.load.numbering import BULLET
from minutebook.load.plain import read_plain
from minutebook.load.wraps import SHORTEST, flows_on, is_open, mark_wraps, usual_width

Metadata = tuple[tuple[str, str], ...]

MAX_MARKDOWN = 3_000_000  # characters; what is longer is read as plain text
SHORTEST_TITLE = 3  # letters
SHORT_HEADING = 8  # characters that even the shortest rule underlines
MOSTLY = 0.7  # of the text in tags and between them: a web page
INDENT = 18.0
# what Pandoc writes behind a heading, around words and between blocks of a page
_ATTRIBUTES = re.compile(
    r"[ \t]{0,4}\{[#.-][^{}\n]{0,120}\}[ \t]{0,4}(?=#{0,6}$)", re.MULTILINE
)
_UNDERLINED = re.compile(r"\[([^\[\]\n]{1,200})\]\{\.(?:underline|ul)\}")
_FENCED = re.compile(r"^:{3,}[^\n]{0,120}$", re.MULTILINE)
# rows of two cells and more, one below the other
_HEADLESS = re.compile(
    r"^(?:\|[^\n|]{0,4000}\|[^\n]{0,4000}\|[ \t]?(?:\n|\Z)){2,}", re.MULTILINE
)
_RULE = re.compile(r"[|\s:-]{3,400}")
_TAG = re.compile(r"<(/?)\s*([a-zA-Z0-9]{1,12})\b")
_STYLES = {
    "strong": "bold",
    "b": "bold",
    "em": "italic",
    "i": "italic",
    "u": "underlined",
    "s": "struck",
    "del": "struck",
    "strike": "struck",
}


def read_markdown(text: str, builder: TextBuilder) -> Metadata:
    """Write a Markdown text, front matter already taken off, into the builder.

    What is HTML for the most part is read as a web page; returns its metadata.
    """
    if len(text) > MAX_MARKDOWN:
        builder.note("too long for Markdown: read as plain text")
        read_plain(text, builder)
        return ()
    parser = MarkdownIt("commonmark", {"maxNesting": 100})
    parser.enable(["table", "strikethrough"]).disable("code")  # indents are layout
    text = _with_heads(_without_attributes(text))
    tokens = parser.parse(text)
    blocks = [x.content for x in tokens if x.type == "html_block"]
    tags = sum(len(x) for x in blocks if not _is_table(x))
    if tags > MOSTLY * len(text):
        return read_html(text, builder)
    MarkdownReader(builder, text.split("\n")).read(tokens)
    mark_wraps(builder, spaced_only=True)
    return ()


def _without_attributes(text: str) -> str:
    """Return a text without what Pandoc adds to it: "## Roads {#roads .unnumbered}".

    >>> _without_attributes("## Roads {#roads .unnumbered}")
    '## Roads'
    >>> _without_attributes("See [the hall]{.underline}")
    'See <u>the hall</u>'
    """
    if "{" in text:
        text = _ATTRIBUTES.sub("", _UNDERLINED.sub(r"<u>\1</u>", text))
    return _FENCED.sub("", text) if ":::" in text else text


def _with_heads(text: str) -> str:
    r"""Return a text whose tables have heads: without one, a table is none.

    >>> _with_heads("| 1. | Roads |\n| 2. | Trees |").split("\n")[1:3]
    ['| | |', '|---|---|']
    """
    return _HEADLESS.sub(_with_head, text) if "|\n|" in text else text


def _with_head(match: re.Match[str]) -> str:
    rows = match[0].strip().split("\n")
    bars = {x.count("|") for x in rows}
    if any(_RULE.fullmatch(x) for x in rows) or len(bars) > 1:
        return match[0]
    cells = bars.pop() - 1
    return f"\n|{' |' * cells}\n|{'---|' * cells}\n" + match[0].lstrip("\n")


def _is_table(block: str) -> bool:
    """Return whether a block of tags is one whole table: Markdown may stand around it.

    >>> _is_table("<table><tr><td>Trees</td></tr></table>"), _is_table("<table><tr>")
    (True, False)
    """
    return block.startswith("<table") and block.rstrip().endswith("</table>")


class MarkdownReader:
    """Walks the tokens of a Markdown text."""

    def __init__(self, builder: TextBuilder, source: list[str]) -> None:
        self.builder = builder
        self.source = source
        self.width = usual_width(source)
        self.tags = ""  # a table in HTML that blank lines have cut
        self.flow = Flow(builder)
        self.label = ""
        self.lists: list[bool] = []  # whether the list counts for itself
        self.numbers: list[int] = []
        self.quotes = 0
        self.heading: int | None = None
        self.strong = False  # inside a table head
        self.column = -1
        self._tokens: list[Token] = []
        self._steps: dict[str, Callable[[int, Token], None]] = {
            "inline": self._inline,
            "heading_open": self._heading,
            "list_item_open": self._item,
            "html_block": self._html,
            "code_block": self._code,
            "fence": self._code,
            "tr_open": self._row,
            "th_open": self._cell,
            "td_open": self._cell,
        }

    def read(self, tokens: list[Token]) -> None:
        """Write the blocks that the tokens tell of."""
        self._tokens = tokens
        for place, token in enumerate(tokens):
            if self.tags and token.type == "inline":
                self.tags += token.content + "\n"
                continue
            step = self._steps.get(token.type)
            if step:
                step(place, token)
            else:
                self._plain_step(place, token)
            if token.level == 0 and token.nesting < 1:
                self.flow.blank()
        if self.tags:
            HtmlReader(self.flow).read(LexborHTMLParser(self.tags).body)

    def _plain_step(self, place: int, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.lists.append(self._counts_itself(place))
                self.numbers.append(0)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self.numbers.pop()
            case "list_item_close":
                self._close_item()
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1
            case "heading_close":
                self.heading = None
            case "table_open":
                self.flow.open_table()
            case "table_close":
                self.flow.close_table()
            case "tr_close":
                self.flow.close_row()

    def _counts_itself(self, place: int) -> bool:
        """Return whether all items of a list bear one number, as "1. 1. 1."."""
        opening = self._tokens[place]
        written = []
        for token in self._tokens[place + 1 : place + 400]:
            if token.level == opening.level and token.type == "ordered_list_close":
                break
            if token.level == opening.level + 1 and token.type == "list_item_open":
                written.append(token.info)
        return len(set(written)) == 1 and len(written) > 1

    def _item(self, place: int, token: Token) -> None:
        self.label = f"{BULLET} "
        if token.info:
            self.numbers[-1] += 1
            number = token.info
            if self.lists[-1] and number.isdigit():
                number = str(int(number) + self.numbers[-1] - 1)
            self.label = f"{number}{token.markup or '.'} "

    def _close_item(self) -> None:
        """Write the number of an item that is empty: its text stands below it."""
        if self.label.strip(f" {BULLET}"):
            self.flow.paragraph([Run(self.label.strip())])
        self.label = ""

    def _heading(self, place: int, token: Token) -> None:
        content = self._tokens[place + 1].content
        if token.markup in ("-", "="):
            rule = self.source[token.map[1] - 1].strip() if token.map else ""
            if "\n" in content or len(content) > max(2 * len(rule), SHORT_HEADING):
                return  # a paragraph above the rule that ends a page
            if sum(x.isalpha() for x in content) < SHORTEST_TITLE:
                return
            if len(rule) < len(content) and self._is_running_text(place, content):
                return
        self.heading = int(token.tag[1])

    def _is_running_text(self, place: int, content: str) -> bool:
        """Return whether a line over the rule of a page only ends what went before."""
        if content[:1].islower() or content.endswith((".", ",", ";")):
            return True
        above = self._tokens[place - 2].content if place > 1 else ""
        return is_open(above.rpartition("\n")[2])

    def _row(self, place: int, token: Token) -> None:
        self.flow.open_row()
        self.column = -1

    def _cell(self, place: int, token: Token) -> None:
        self.column += 1
        self.flow.open_cell(self.column)
        self.strong = token.type == "th_open"

    def _inline(self, place: int, token: Token) -> None:
        style: dict[str, Any] = {}
        if self.heading:
            style["heading"] = self.heading
        depth = len(self.lists) + self.quotes
        if depth:
            style["indent"] = INDENT * depth
        if self._is_page_number(place, token):
            style["furniture"] = True
        runs = inline_runs(token.children or [], bold=bool(self.heading or self.strong))
        if any(run.soft for run in runs):
            runs = self._parted(runs)
        if any(run.text.strip() for run in runs):
            self.flow.paragraph(runs, self.label, **style)
            self.label = ""
        self.strong = False

    def _parted(self, runs: list[Run]) -> list[Run]:
        """Return the runs, breaks hard where the lines were not broken for width."""
        lines = "".join(run.text for run in runs).split("\n")
        width = max(self.width, SHORTEST, *(len(x) for x in lines))
        place = 0
        found = []
        for run in runs:
            if run.text == "\n":
                here, there = lines[place].strip(), lines[place + 1].strip()
                run = replace(
                    run, soft=run.soft and flows_on(here, there, width, self.width)
                )
                place += 1
            found.append(run)
        return found

    def _is_page_number(self, place: int, token: Token) -> bool:
        """Return whether a paragraph is a number next to the rule between two pages."""
        if not token.content.isdigit() or len(token.content) > 4 or token.level != 1:
            return False
        before = self._tokens[max(0, place - 2) : place - 1]
        after = self._tokens[place + 2 : place + 3]
        setext = [x for x in before if x.type == "heading_close" and x.markup == "-"]
        return bool(setext) or any(x.type == "hr" for x in [*before, *after])

    def _html(self, place: int, token: Token) -> None:
        tags = self.tags + token.content
        if tags.count("<table") > tags.count("</table") and len(tags) < MAX_MARKDOWN:
            self.tags = tags
            return
        self.tags = ""
        body = LexborHTMLParser(tags).body
        if body is not None:
            HtmlReader(self.flow).read(body)

    def _code(self, place: int, token: Token) -> None:
        if self.lists or self.quotes:
            self.flow.paragraph([Run(token.content.rstrip("\n"))], self.label)
            self.label = ""
        else:
            read_plain(token.content, self.builder)


def inline_runs(tokens: list[Token], *, bold: bool = False) -> list[Run]:
    """Return the runs of one paragraph; line breaks of the source are soft."""
    depth = {"bold": int(bold), "italic": 0, "struck": 0, "underlined": 0}
    runs: list[Run] = []
    for token in tokens:
        text, soft = "", False
        match token.type:
            case "text" | "text_special":
                text = token.content.replace("**", "")
            case "code_inline":
                text = token.content
            case "softbreak":
                text, soft = "\n", True
            case "hardbreak":
                text = "\n"
            case "html_inline":
                text = _html_inline(token.content, depth)
            case _ if token.tag in _STYLES and token.nesting:
                depth[_STYLES[token.tag]] += token.nesting
        if text:
            look = {name: value > 0 for name, value in depth.items()}
            runs.append(Run(text, **look, soft=soft))
    return runs


def _html_inline(text: str, depth: dict[str, int]) -> str:
    match = _TAG.match(text)
    if not match:
        return ""
    tag = match[2].lower()
    if tag == "br":
        return "\n"
    if tag in _STYLES:
        name = _STYLES[tag]
        depth[name] = max(0, depth[name] + (-1 if match[1] else 1))
    return ""
