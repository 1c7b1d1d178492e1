"""What stands on one page of a PDF, and how much a document may hold."""

from __future__ import annotations

from minutebook.errors import TooLarge

# Baseline from the top of the page, left, right, size, text, style bits. A text begins
# or ends with a space where the file has one there.
Word = tuple[float, float, float, float, str, int]
Rect = tuple[float, float, float, float]  # left, top, right, bottom

BOLD, ITALIC, ARTIFACT = 1, 2, 4
MAX_CONTENT = 64_000_000  # bytes of operators run for one document
MAX_WORDS = 3_000_000


class Budget:
    """How much of a document's content may still be run."""

    def __init__(self) -> None:
        self.bytes = MAX_CONTENT
        self.words = MAX_WORDS

    def spend(self, size: int) -> None:
        """Take the bytes of one content stream off; raises TooLarge at the end."""
        self.bytes -= size + 1_000  # a call costs, however little it runs
        if self.bytes < 0:
            raise TooLarge("page content")


class PageContent:
    """The words, rules, fills and pictures of one page, in points from its top left."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.words: list[Word] = []
        self.hidden: list[Word] = []  # render mode 3: nothing drawn, or an OCR layer
        self.pale: list[Word] = []  # white: seen only over a fill or a picture
        self.slanted: list[str] = []  # watermarks and stamps
        self.turned: dict[int, list[Word]] = {1: [], 2: [], 3: []}
        self.rules: list[Rect] = []
        self.fills: list[Rect] = []
        self.pictures: list[Rect] = []
        self.sure: dict[Word, float] = {}  # how sure OCR is of its words, 0 to 100
        self.unknown = 0  # glyphs without a character
