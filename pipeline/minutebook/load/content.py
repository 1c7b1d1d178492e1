"""Reads the content streams of a PDF page into words and rules, as plain tuples.

pdfminer.six opens the file and its fonts; its own interpreter makes an object of each
glyph, path and operator, which costs more than all of the rest. This one matches each
operator with its operands at once and keeps only what reading order needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

from minutebook.errors import TooLarge
from minutebook.load.fonts import Font, FontShelf
from minutebook.load.page import ARTIFACT, Budget, PageContent, Rect, Word
from minutebook.load.syntax import (
    END_OF_IMAGE,
    IDENTITY,
    OPERATION,
    RUNNING,
    SHOWN,
    Matrix,
    last_number,
    multiply,
    name_of,
    number,
    numbers,
    unescape,
    unhex,
)

MAX_RULES = 20_000  # a page with more is a drawing, not a table
MAX_DEPTH = 12
SMALLEST_DOT, LARGEST_DOT = 2.0, 6.0  # points
DOT = 0.36  # of the size of the letters beside it
MAX_CURVES = 32  # of a circle
THIN = 3.0  # points: a filled rectangle no thicker is a drawn line
# What q remembers and Q brings back
STATE = (
    *("ctm", "font", "size", "charspace", "wordspace", "leading", "rise", "scale"),
    *("mode", "white", "white_stroke", "subtractive"),
)


class ContentReader:
    """Runs the operators of one page (and of the forms it calls)."""

    def __init__(self, shelf: FontShelf, budget: Budget, page: PageContent) -> None:
        self.shelf = shelf
        self.budget = budget
        self.page = page
        self.ctm = IDENTITY
        self.tm = self.lm = IDENTITY
        self.advance = 0.0
        self.font: Font | None = None
        self.size = 0.0
        self.charspace = self.wordspace = self.leading = self.rise = 0.0
        self.scale = 1.0
        self.mode = 0
        self.white = False
        self.white_stroke = False
        self.subtractive = False  # 1 is full ink in this fill space
        self.saved: list[tuple[Any, ...]] = []
        self.path: list[tuple[float, float, float, float]] = []
        self.point = (0.0, 0.0)
        self.start = (0.0, 0.0)
        self.boxes: list[tuple[float, float, float, float]] = []
        self.curves: list[tuple[float, float]] = []  # where they end
        self.tags: list[int] = []
        self.artifact = 0
        self.resources: dict[Any, Any] = {}
        self.fonts: dict[Any, Any] = {}
        self.depth = 0
        self.open: set[int] = set()

    def run(self, resources: Any, data: bytes, ctm: Matrix) -> None:
        """Run one content stream under a matrix with its resources."""
        self.budget.spend(len(data))
        self.resources = dict_value(resources) if resources else {}
        self.fonts = dict_value(self.resources.get("Font", {}))
        self.ctm = ctm
        operators = OPERATORS
        position: int | None = 0
        while position is not None:
            start, position = position, None
            for match in OPERATION.finditer(data, start):
                name = match[2]
                if name is None:
                    continue
                operator = operators.get(name)
                if operator is not None:
                    operator(self, match[1])
                elif name == b"ID":
                    end = END_OF_IMAGE.search(data, match.end())
                    position = end.end() if end else None
                    break

    # ---------------------------------------------------------------- graphics state

    def save(self, _: bytes) -> None:
        """q: remember the graphics state."""
        if len(self.saved) < 1000:
            self.saved.append(self._state())

    def restore(self, _: bytes) -> None:
        """Q: return to the remembered state."""
        if self.saved:
            self._set_state(self.saved.pop())

    def _state(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in STATE)

    def _set_state(self, state: tuple[Any, ...]) -> None:
        for name, value in zip(STATE, state, strict=True):
            setattr(self, name, value)

    def transform(self, operands: bytes) -> None:
        """cm: put a matrix before the current one."""
        m = numbers(operands)
        if len(m) == 6:
            self.ctm = multiply((m[0], m[1], m[2], m[3], m[4], m[5]), self.ctm)

    def fill_gray(self, operands: bytes) -> None:
        """g: fill with a grey."""
        self.white = numbers(operands)[:1] >= [0.99]

    def fill_rgb(self, operands: bytes) -> None:
        """rg: fill with red, green, blue."""
        values = numbers(operands)
        self.white = len(values) == 3 and min(values) >= 0.99

    def fill_cmyk(self, operands: bytes) -> None:
        """k: fill with inks."""
        values = numbers(operands)
        self.white = len(values) == 4 and max(values) <= 0.01

    def fill_space(self, operands: bytes) -> None:
        """cs: choose the colour space of fills, whose first colour is black."""
        name = operands.strip().decode("latin-1").lstrip("/")
        self.white = False
        spaces = dict_value(self.resources.get("ColorSpace", {}))
        space = resolve1(spaces.get(name, name))
        if isinstance(space, list) and space:
            space = resolve1(space[0])
        kind = space.name if isinstance(space, PSLiteral) else str(space)
        self.subtractive = kind in ("Separation", "DeviceN", "Pattern", "Indexed")

    def fill_colour(self, operands: bytes) -> None:
        """sc, scn: fill with a colour of the current space."""
        if self.subtractive or b"/" in operands:
            self.white = False
        else:
            self.white = _is_white(numbers(operands))

    def stroke_colour(self, operands: bytes) -> None:
        """G, RG, K, SC, SCN: draw lines in a colour."""
        self.white_stroke = b"/" not in operands and _is_white(numbers(operands))

    # --------------------------------------------------------------------- text state

    def begin_text(self, _: bytes) -> None:
        """BT: start at the origin."""
        self.tm = self.lm = IDENTITY
        self.advance = 0.0

    def set_font(self, operands: bytes) -> None:
        """Tf: choose a font and its size."""
        parts = operands.split()
        if len(parts) >= 2:
            self.size = number(parts[-1])
            name = name_of(parts[-2])
            self.font = self.shelf.font(self.fonts.get(name))

    def set_charspace(self, operands: bytes) -> None:
        """Tc."""
        self.charspace = last_number(operands)

    def set_wordspace(self, operands: bytes) -> None:
        """Tw."""
        self.wordspace = last_number(operands)

    def set_scale(self, operands: bytes) -> None:
        """Tz."""
        self.scale = last_number(operands) / 100

    def set_leading(self, operands: bytes) -> None:
        """TL."""
        self.leading = last_number(operands)

    def set_rise(self, operands: bytes) -> None:
        """Ts."""
        self.rise = last_number(operands)

    def set_mode(self, operands: bytes) -> None:
        """Tr."""
        self.mode = int(last_number(operands))

    def set_matrix(self, operands: bytes) -> None:
        """Tm: place the text."""
        m = numbers(operands)
        if len(m) == 6:
            self.tm = self.lm = (m[0], m[1], m[2], m[3], m[4], m[5])
            self.advance = 0.0

    def move(self, operands: bytes) -> None:
        """Td: go to the start of another line."""
        values = numbers(operands)
        if len(values) == 2:
            self._move(values[0], values[1])

    def move_leading(self, operands: bytes) -> None:
        """TD: the same, and take its distance as the leading."""
        values = numbers(operands)
        if len(values) == 2:
            self.leading = -values[1]
            self._move(values[0], values[1])

    def next_line(self, _: bytes) -> None:
        """T*: go one line down."""
        self._move(0.0, -self.leading)

    def _move(self, x: float, y: float) -> None:
        a, b, c, d, e, f = self.lm
        self.tm = self.lm = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)
        self.advance = 0.0

    def show_on_next_line(self, operands: bytes) -> None:
        """': go one line down and show."""
        self._move(0.0, -self.leading)
        self.show(operands)

    def show_spaced(self, operands: bytes) -> None:
        """ ": the same with word and character spacing."""
        values = operands.split(None, 2)
        if len(values) == 3:
            self.wordspace, self.charspace = number(values[0]), number(values[1])
            self.show_on_next_line(values[2])

    def show(self, operands: bytes) -> None:
        """Tj, TJ: show strings; each word of them is kept with where it stands."""
        font = self.font
        if font is None:
            return
        scale, glyphs = self.scale, font.glyphs
        charspace = self.charspace * scale
        wordspace = 0.0 if font.decode else self.wordspace * scale
        em = self.size * scale
        x, start = self.advance, 0.0
        chars: list[str] = []
        found: list[tuple[float, float, str]] = []
        for shift, codes in _shown(operands, font):
            if codes is None:
                shift *= em
                if chars and not -0.1 * em < shift < 0.25 * em:
                    found.append((start, x, "".join(chars)))
                    chars = []
                x -= shift
                continue
            for code in codes:
                char, width = glyphs[code]
                if char != " ":
                    if not chars:
                        start = x
                    chars.append(char)
                elif chars and chars != [" "]:
                    chars.append(char)
                    found.append((start, x, "".join(chars)))
                    chars = []
                elif not found:
                    chars = [char]
                x += width * em + charspace
                if code == 32:
                    x += wordspace
                if chars == [" "]:
                    start = x
        if chars:
            found.append((start, x, "".join(chars)))
        self.advance = x
        if found:
            self._place(found, font)

    def _place(self, found: list[tuple[float, float, str]], font: Font) -> None:
        """Keep the words of one operator where the matrices put them."""
        a, b, c, d, e, f = multiply(self.tm, self.ctm)
        size = abs(self.size) * (c * c + d * d) ** 0.5
        rise = self.rise
        style = font.style | self.artifact | (self.mode == 2)
        page = self.page
        if abs(b) <= 0.02 * abs(a) and a * self.size > 0:
            base = page.height - (d * rise + f)
            e += c * rise
            made: list[Word] = [
                (base, a * x0 + e, a * x1 + e, size, text, style)
                for x0, x1, text in found
                if text.strip()
            ]
            if self.mode in (3, 7):
                page.hidden += made
            elif self.white:
                page.pale += made
            else:
                page.words += made
        else:
            self._place_turned(found, (a, b, c, d, e, f), size, style)
        self.budget.words -= len(found)
        if self.budget.words < 0:
            raise TooLarge("words")

    def _place_turned(
        self,
        found: list[tuple[float, float, str]],
        m: Matrix,
        size: float,
        style: int,
    ) -> None:
        """Keep text that runs up, down or upside down apart by its direction."""
        a, b, _, _, e, f = m
        page = self.page
        if self.mode in (3, 7) or self.white:
            return
        if abs(a) <= 0.02 * abs(b):
            turn = 1 if b * self.size > 0 else 3
        elif abs(b) <= 0.02 * abs(a):
            turn = 2
        else:
            page.slanted += [text for _, _, text in found]
            return
        for x0, x1, text in found:
            p, q = a * x0 + e, b * x0 + f
            length = abs((a if turn == 2 else b) * (x1 - x0))
            if turn == 1:
                y, x = p, q
            elif turn == 3:
                y, x = page.width - p, page.height - q
            else:
                y, x = q, page.width - p
            page.turned[turn].append((y, x, x + length, size, text, style))

    # -------------------------------------------------------------------------- marks

    def begin_mark(self, operands: bytes) -> None:
        """BMC, BDC: what runs until EMC may be a running head or foot."""
        self.tags.append(self.artifact)
        if operands.lstrip().startswith(b"/Artifact") and RUNNING.search(operands):
            self.artifact = ARTIFACT

    def end_mark(self, _: bytes) -> None:
        """EMC."""
        if self.tags:
            self.artifact = self.tags.pop()

    # -------------------------------------------------------------------------- paths

    def move_to(self, operands: bytes) -> None:
        """m."""
        v = numbers(operands)
        if len(v) == 2:
            self.point = self.start = (v[0], v[1])

    def line_to(self, operands: bytes) -> None:
        """l."""
        v = numbers(operands)
        if len(v) == 2:
            self.path.append((*self.point, v[0], v[1]))
            self.point = (v[0], v[1])

    def curve_to(self, operands: bytes) -> None:
        """c, v, y: only where it ends matters."""
        v = numbers(operands)
        if len(v) >= 4:
            self.point = (v[-2], v[-1])
            self.curves.append(self.point)

    def close_path(self, _: bytes) -> None:
        """h."""
        self.path.append((*self.point, *self.start))
        self.point = self.start

    def rectangle(self, operands: bytes) -> None:
        """re."""
        v = numbers(operands)
        if len(v) == 4:
            self.boxes.append((v[0], v[1], v[0] + v[2], v[1] + v[3]))

    def no_paint(self, _: bytes) -> None:
        """n: the path was for clipping only."""
        self.path, self.boxes, self.curves = [], [], []

    def stroke(self, _: bytes) -> None:
        """S: draw the lines."""
        if not self.white_stroke and len(self.page.rules) < MAX_RULES:
            self._dot()
            for x0, y0, x1, y1 in self.path:
                self._rule(self._rect(x0, y0, x1, y1))
            for box in self.boxes:
                self._outline(self._rect(*box))
        self.path, self.boxes, self.curves = [], [], []

    def close_stroke(self, _: bytes) -> None:
        """s."""
        self.close_path(b"")
        self.stroke(b"")

    def fill(self, _: bytes) -> None:
        """f: thin fills are lines, others are grounds."""
        if not self.white and len(self.page.rules) < MAX_RULES:
            for box in self.boxes:
                self._filled(self._rect(*box))
            if len(self.path) in (3, 4):
                xs = [x for p in self.path for x in (p[0], p[2])]
                ys = [y for p in self.path for y in (p[1], p[3])]
                self._filled(self._rect(min(xs), min(ys), max(xs), max(ys)))
            self._dot()
        self.path, self.boxes, self.curves = [], [], []

    def fill_stroke(self, _: bytes) -> None:
        """B, b: fill and draw."""
        path, boxes = self.path, self.boxes
        self.fill(b"")
        self.path, self.boxes = path, boxes
        self.stroke(b"")

    def _dot(self) -> None:
        """Take a small circle for the bullet that browsers print as one."""
        if not 4 <= len(self.curves) <= MAX_CURVES or self.boxes:
            return
        xs, ys = [x for x, _ in self.curves], [y for _, y in self.curves]
        left, top, right, bottom = self._rect(min(xs), min(ys), max(xs), max(ys))
        wide = right - left
        if SMALLEST_DOT < wide < LARGEST_DOT and abs(bottom - top - wide) < 0.1 * wide:
            size = wide / DOT
            base = (top + bottom) / 2 + 0.32 * size
            self.page.words.append((base, left, right, size, "•", self.artifact))

    def _rect(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        """Return the rectangle on the page that two corners make."""
        a, b, c, d, e, f = self.ctm
        p, q = a * x0 + c * y0 + e, b * x0 + d * y0 + f
        r, s = a * x1 + c * y1 + e, b * x1 + d * y1 + f
        h = self.page.height
        return min(p, r), h - max(q, s), max(p, r), h - min(q, s)

    def _rule(self, rect: Rect) -> None:
        left, top, right, bottom = rect
        if right - left <= THIN or bottom - top <= THIN:
            self.page.rules.append(rect)

    def _outline(self, rect: Rect) -> None:
        left, top, right, bottom = rect
        if right - left <= THIN or bottom - top <= THIN:
            self.page.rules.append(rect)
        else:
            self.page.rules += [
                (left, top, right, top),
                (left, bottom, right, bottom),
                (left, top, left, bottom),
                (right, top, right, bottom),
            ]

    def _filled(self, rect: Rect) -> None:
        left, top, right, bottom = rect
        if right - left <= THIN or bottom - top <= THIN:
            self.page.rules.append(rect)
        else:
            self.page.fills.append(rect)

    # ------------------------------------------------------------------------ objects

    def call(self, operands: bytes) -> None:
        """Do: run a form, note where a picture stands."""
        forms = dict_value(self.resources.get("XObject", {}))
        stream = resolve1(forms.get(name_of(operands.strip())))
        if not isinstance(stream, PDFStream):
            return
        kind = getattr(resolve1(stream.get("Subtype")), "name", None)
        if kind == "Image":
            self.page.pictures.append(self._rect(0, 0, 1, 1))
        elif kind == "Form" and self.depth < MAX_DEPTH and id(stream) not in self.open:
            self._run_form(stream)

    def _run_form(self, stream: PDFStream) -> None:
        state, resources, fonts = self._state(), self.resources, self.fonts
        saved, self.saved = self.saved, []
        text = (self.tm, self.lm, self.advance)
        matrix = [float(resolve1(x)) for x in list_value(stream.get("Matrix", []))]
        ctm = self.ctm
        if len(matrix) == 6:
            ctm = multiply(
                (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]), ctm
            )
        self.depth += 1
        self.open.add(id(stream))
        self.run(resolve1(stream.get("Resources")) or resources, stream.get_data(), ctm)
        self.open.discard(id(stream))
        self.depth -= 1
        self._set_state(state)
        self.resources, self.fonts, self.saved = resources, fonts, saved
        self.tm, self.lm, self.advance = text


def _shown(operands: bytes, font: Font) -> Iterator[tuple[float, Iterable[int] | None]]:
    """Yield what strings and numbers show: codes, or how far to go back in ems."""
    decode = font.decode
    for match in SHOWN.finditer(operands):
        kind = match.lastindex
        if kind == 1:
            yield number(match[1]) / 1000, None
        else:
            codes = unescape(match[2]) if kind == 2 else unhex(match[3])
            yield 0.0, decode(codes) if decode else codes


def _is_white(values: list[float]) -> bool:
    if len(values) == 4:
        return max(values) <= 0.01
    return len(values) in (1, 3) and min(values) >= 0.99


Operator = Callable[[ContentReader, bytes], None]


def _table() -> Iterable[tuple[str, Operator]]:
    r = ContentReader
    yield from (("q", r.save), ("Q", r.restore), ("cm", r.transform), ("Do", r.call))
    yield from (("g", r.fill_gray), ("rg", r.fill_rgb), ("k", r.fill_cmyk))
    yield from (("cs", r.fill_space), ("sc", r.fill_colour), ("scn", r.fill_colour))
    yield from ((x, r.stroke_colour) for x in ("G", "RG", "K", "SC", "SCN"))
    yield from (("BT", r.begin_text), ("Tf", r.set_font), ("Tm", r.set_matrix))
    yield from (("Tc", r.set_charspace), ("Tw", r.set_wordspace), ("Tz", r.set_scale))
    yield from (("TL", r.set_leading), ("Ts", r.set_rise), ("Tr", r.set_mode))
    yield from (("Td", r.move), ("TD", r.move_leading), ("T*", r.next_line))
    yield from (("Tj", r.show), ("TJ", r.show))
    yield from (("'", r.show_on_next_line), ('"', r.show_spaced))
    yield from (("BMC", r.begin_mark), ("BDC", r.begin_mark), ("EMC", r.end_mark))
    yield from (("m", r.move_to), ("l", r.line_to), ("h", r.close_path))
    yield from (("c", r.curve_to), ("v", r.curve_to), ("y", r.curve_to))
    yield from (("re", r.rectangle), ("n", r.no_paint), ("S", r.stroke))
    yield from (("s", r.close_stroke), ("f", r.fill), ("F", r.fill), ("f*", r.fill))
    yield from ((x, r.fill_stroke) for x in ("B", "B*", "b", "b*"))


OPERATORS: dict[bytes, Operator] = {k.encode("ascii"): v for k, v in _table()}
