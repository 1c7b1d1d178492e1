"""Turns LaTeX into Markdown: what it prints, with its headings, lists and tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape
from pathlib import PurePosixPath

LOOKED_AT = 200_000
DEEPEST = 30  # arguments inside each other; deeper ones are printed as they are typed
_NAMES = (".tex", ".latex", ".ltx")
_START = re.compile(r"^[ \t]*\\(?:documentclass|begin\{document\})", re.MULTILINE)
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*\n?[ \t]*")
_TOKEN = re.compile(
    r"\\(?P<name>[A-Za-z]{1,40})\*?[ \t]*|\\(?P<sign>[^A-Za-z])|(?P<brace>[{}])"
    r"|(?P<dash>-{2,3})|(?P<quote>``|'')|(?P<tie>~)|(?P<math>\$)"
)
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_BREAK = re.compile(r"\*?(?:\[[^\]\n]{0,30}\])?")  # what may follow "\\\\"
_OPTION = re.compile(r"\[[^\]\n]{0,200}\]")
_LABEL = re.compile(r"\s{0,9}\[([^\]\n]{0,200})\]\s{0,9}")
_LETTER = re.compile(r"\s?\{?\\?([A-Za-zı])\}?")
_SECTIONS = {"part": 1, "chapter": 1, "section": 2, "subsection": 3}
_SECTIONS |= {"subsubsection": 4, "paragraph": 5, "subparagraph": 6}
_BOLD = frozenset(["textbf", "textsc", "underline", "uline"])
_LISTS = frozenset(["itemize", "enumerate", "description", "compactitem"])
_TABLES = frozenset(["tabular", "tabularx", "longtable", "tabulary", "array"])
# commands whose arguments print nothing
_UNSAID = frozenset(
    [
        *("usepackage", "documentclass", "label", "ref", "pageref", "cite", "vspace"),
        *("hspace", "setlength", "addtolength", "setcounter", "includegraphics"),
        *("input", "include", "pagestyle", "thispagestyle", "newcommand", "def"),
        *("renewcommand", "providecommand", "bibliography", "bibliographystyle"),
        *("geometry", "hypersetup", "pagenumbering", "color", "definecolor", "rule"),
        *("fontsize", "selectfont", "markboth", "markright", "phantom", "index"),
        *("addcontentsline", "newenvironment", "renewenvironment", "graphicspath"),
        *("lhead", "chead", "rhead", "lfoot", "cfoot", "rfoot", "fancyhf", "fancyhead"),
        *("fancyfoot", "cline", "cmidrule", "linespread", "parskip", "parindent"),
    ]
)
_SYMBOLS = {
    **{"pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€"},
    **{"textdollar": "$", "ldots": "…", "dots": "…", "textendash": "–", "S": "§"},
    **{"textemdash": "—", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ"},
    **{"o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "aa": "å", "AA": "Å"},
    **{"textdegree": "°", "degree": "°", "textbullet": "•", "times": "×"},
    **{"quad": " ", "qquad": " ", "textquoteright": "’", "textquoteleft": "‘"},
    **{"newline": "  \n", "par": "\n\n", "hline": "", "TeX": "TeX", "LaTeX": "LaTeX"},
}
_ACCENTS = {"'": 0x301, "`": 0x300, "^": 0x302, '"': 0x308, "~": 0x303, "=": 0x304}
_ACCENTS |= {".": 0x307, "c": 0x327, "v": 0x30C, "u": 0x306, "H": 0x30B, "k": 0x328}
_PRINTED = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}
_SYMBOLS |= _PRINTED
# commands of a writer's own that say what their arguments are: \action{Ada}{Ring}
_SAID = re.compile(
    r"(?:action|decision|resolution|resolved|motion|vote|present|absent|apologies|chair"
    r"|secretary|minutetaker|date|location|venue|attending|guests?|task|todo)s?"
)


def is_latex(text: str, name: str) -> bool:
    r"""Return whether a text is LaTeX: by its name, or by how it begins.

    >>> is_latex("\\documentclass{article}", "may.txt"), is_latex("a\\b", "may.txt")
    (True, False)
    """
    named = PurePosixPath(name.lower()).suffix in _NAMES
    return named or ("\\" in text and bool(_START.search(text[:LOOKED_AT])))


def from_latex(text: str) -> str:
    r"""Return LaTeX in Markdown; sections are counted as they are when printed.

    >>> from_latex("\\section{Trees}\n\\textbf{Agreed} to pay \\pounds 5.")
    '## 1 Trees\n\n**Agreed** to pay £5.'
    """
    text = re.sub(r"\n[ \t]+", "\n", _COMMENT.sub(r"\1", text))
    begin, end = text.find("\\begin{document}"), text.rfind("\\end{document}")
    head = text[:begin] if begin >= 0 else ""
    body = text[max(begin, 0) : end if end > begin else len(text)]
    writer = _Writer()
    for field in ("title", "author", "date"):
        match = re.search(rf"\\{field}(?:\[[^\]\n]{{0,200}}\])?\s{{0,9}}(?=\{{)", head)
        if match:
            writer.fields[field] = writer.write(_braced(head, match.end())[0], 1)
    if "\\maketitle" not in body and writer.fields.get("title"):
        body = f"\\maketitle\n{body}"
    written = writer.write(body, 0)
    return re.sub(r"\n{3,}", "\n\n", written).strip()


def _braced(text: str, at: int) -> tuple[str, int]:
    """Return what stands in the braces that open at an offset, and where they end."""
    depth = 0
    for match in _BRACES.finditer(text, at):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth <= 0:
                return text[at + 1 : match.start()], match.end()
    return text[at + 1 :], len(text)


class _Writer:
    """Writes LaTeX as Markdown; knows the lists and sections under way."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.lists: list[list[int]] = []  # [count], or [] for one without numbers
        self.sections = [0] * 7

    def write(self, text: str, depth: int) -> str:
        """Return a piece of LaTeX in Markdown."""
        return text if depth > DEEPEST else "".join(self._pieces(text, depth))

    def _pieces(self, text: str, depth: int) -> Iterator[str]:
        at = 0
        while match := _TOKEN.search(text, at):
            yield text[at : match.start()]
            at = match.end()
            if match["name"]:
                starred = "*" in match[0]
                piece, at = self._command(text, at, match["name"], starred, depth)
                yield piece
            elif match["sign"]:
                piece, at = self._sign(text, at, match["sign"])
                yield piece
            elif match["dash"]:
                yield "–" if len(match[0]) == 2 else "—"
            elif match["quote"]:
                yield "“" if match[0] == "``" else "”"
            elif match["tie"]:
                yield " "
        yield text[at:]

    def _sign(self, text: str, at: int, sign: str) -> tuple[str, int]:
        """Return what a backslash and a sign print: an accent, a break, the sign."""
        if sign == "\\":
            skip = _BREAK.match(text, at)
            return "  \n", skip.end() if skip else at
        if sign in _ACCENTS:
            return _accented(text, at, sign)
        return ("" if sign in "/,!;:@()[]" else sign), at

    def _command(
        self, text: str, at: int, name: str, starred: bool, depth: int
    ) -> tuple[str, int]:
        """Return what a command and its arguments print, and where they end."""
        if name in _SYMBOLS:
            return _SYMBOLS[name], at
        if name in _ACCENTS:
            return _accented(text, at, name)
        if name in ("begin", "end"):
            return self._environment(text, at, name, depth)
        if name == "item":
            return self._item(text, at, depth)
        if name == "maketitle":
            shown = self.fields
            lines = (shown.get("author", ""), shown.get("date", ""))
            told = "\n\n".join(x for x in lines if x)
            return f"\n\n# {shown.get('title', '')}\n\n{told}\n\n", at
        given, at = _arguments(text, at)
        if name in _UNSAID:
            return "", at
        written = [self.write(x, depth + 1).strip() for x in given]
        if name in _SECTIONS and written:
            number = "" if starred else self._count(_SECTIONS[name])
            title = " ".join(written[-1].split())
            return f"\n\n{'#' * _SECTIONS[name]} {number}{title}\n\n", at
        if name in ("href", "texorpdfstring", "textcolor", "parbox") and written:
            return written[-1], at
        if name in _BOLD and any(written):
            return f"**{' '.join(written)}**", at
        if _SAID.fullmatch(name.lower()) and any(written):
            return (
                f"\n\n{name.capitalize()}: {' '.join(x for x in written if x)}\n\n",
                at,
            )
        return " ".join(x for x in written if x), at

    def _count(self, level: int) -> str:
        """Return the number that a section bears when printed."""
        self.sections[level] += 1
        self.sections[level + 1 :] = [0] * (len(self.sections) - level - 1)
        counted = [x for x in self.sections[2 : level + 1] if x]
        return ".".join(map(str, counted)) + " " if level > 1 else ""

    def _environment(
        self, text: str, at: int, edge: str, depth: int
    ) -> tuple[str, int]:
        name, at = _braced(text, at) if text.startswith("{", at) else ("", at)
        name = name.rstrip("*")
        if edge == "end":
            if name in _LISTS and self.lists:
                self.lists.pop()
            return "\n\n", at
        if name in _LISTS:
            _, at = _arguments(text, at)
            self.lists.append([0] if name == "enumerate" else [])
            return "\n\n", at
        if name in _TABLES:
            end = text.find(f"\\end{{{name}", at)
            end = end if end > 0 else len(text)
            _, start = _arguments(text, at)
            return self._table(text[min(start, end) : end], depth), end
        return "\n\n", at

    def _item(self, text: str, at: int, depth: int) -> tuple[str, int]:
        """Return the mark of an entry, with the label that it may have of its own."""
        match = _LABEL.match(text, at)
        label = f"{self.write(match[1], depth + 1)} " if match else ""
        counted = self.lists[-1] if self.lists else []
        if counted:
            counted[0] += 1
        mark = f"{counted[0]}." if counted else "-"
        indent = "    " * max(len(self.lists) - 1, 0)
        return f"\n{indent}{mark} {label}", match.end() if match else at

    def _table(self, text: str, depth: int) -> str:
        rows = []
        for row in re.split(r"\\\\(?:\[[^\]\n]{0,30}\])?|\\tabularnewline", text):
            cells = [self.write(x, depth + 1) for x in re.split(r"(?<!\\)&", row)]
            if any(x.strip() for x in cells):
                told = "".join(
                    f"<td>{escape(' '.join(x.split()), quote=False)}</td>"
                    for x in cells
                )
                rows.append(f"<tr>{told}</tr>")
        return f"\n\n<table>{''.join(rows)}</table>\n\n"


def _arguments(text: str, at: int) -> tuple[list[str], int]:
    """Return the arguments in braces that follow a command, and where they end."""
    given: list[str] = []
    while True:
        if match := _OPTION.match(text, at):
            at = match.end()
        elif text.startswith("{", at):
            inside, at = _braced(text, at)
            given.append(inside)
        else:
            return given, at


def _accented(text: str, at: int, sign: str) -> tuple[str, int]:
    r"""Return the letter behind an accent with it: the "é" of "\'e" or "\'{e}"."""
    match = _LETTER.match(text, at)
    if match is None:
        return "", at
    letter = match[1].replace("ı", "i")
    return unicodedata.normalize("NFC", letter + chr(_ACCENTS[sign])), match.end()
