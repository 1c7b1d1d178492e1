"""The words of a page run together, and what every place among them shows.

A copied web page may have lost all line ends of its document. What stands before a
word and behind it, its marks, its capitals and the numbers near it are the traits by
which learned weights tell where a title stands on such a page, and where a line ended.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

_FAR = 9  # words that are looked at behind a place
_FEW = 5  # words of a title that may be known as a whole

# "1.Walk round the works": a number may be glued to its title
_WORD = re.compile(r"\(?\d{1,3}[.):](?=[A-Z])|\S{1,80}")
_NUMBER = re.compile(
    r"\(?[A-Za-z]{0,4}[./]?\d{1,5}(?:[./-]\d{1,4}){0,2}[a-z]?[.):]*"
    r"|\(?[a-zA-Z]\)|[A-Z]\.|\(?[ivx]{1,4}[.)]+"
)
_LAST_NUMBER = re.compile(r"(\d{1,5})[a-z]?[.):]*$")
_FINITE = re.compile(
    r"was|were|is|are|has|have|had|will|would|gave|took|said|went|put|came|told|met"
    r"|made|be|been|should|may|can|could|must|did|do|does|read|[a-z]{2,14}ed"
)
_SHORTENED = re.compile(r"(?:[A-Z]|Cllr|Mrs?|Dr|No|St)\.")
_STOPS = frozenset(".;:!?")
_EDGES = re.compile(r"^\W+|\W+$")
_MARKS = frozenset("•●▪–—-*◦")
_DIGIT, _UPPER, _LOWER = re.compile(r"\d+"), re.compile(r"[A-Z]"), re.compile(r"[a-z]")


class Word(NamedTuple):
    """A word of a page run together, and how it looks."""

    start: int
    end: int
    text: str
    low: str  # in small letters, without marks around it
    form: str  # U capitals, T capital, l small, d digits, m money, b bullet, p, o
    finite: bool  # it looks like a verb that makes a sentence
    number: bool  # it looks like the number of an item

    @property
    def closes(self) -> str:
        """Return the mark that it ends with, "0" for none."""
        return "0" if self.text[-1].isalnum() else self.text[-1]


def read_words(text: str, start: int, end: int) -> list[Word]:
    """Return the words of a stretch of text.

    >>> [(x.low, x.form) for x in read_words("5. NEW Bins (see map)", 0, 21)]
    [('5', 'd'), ('new', 'U'), ('bins', 'T'), ('see', 'l'), ('map', 'l')]
    """
    return [_read_word(x) for x in _WORD.finditer(text, start, end)]


def _read_word(match: re.Match[str]) -> Word:
    word = match[0]
    bare = _EDGES.sub("", word)
    return Word(
        *match.span(),
        word,
        bare.lower(),
        _form_of(bare or word),
        _FINITE.fullmatch(bare) is not None,
        is_number(word),
    )


def is_number(word: str) -> bool:
    """Say whether a word looks like the number of an item, or the mark of a part.

    >>> [x for x in "4. 24/056 (b) iv. 7.30pm Bins".split() if is_number(x)]
    ['4.', '24/056', '(b)', 'iv.']
    """
    return _NUMBER.fullmatch(word) is not None


def _form_of(word: str) -> str:
    first = word[0]
    if first.isupper():
        return "U" if len(word) > 1 and word.isupper() else "T"
    if first.islower():
        return "l"
    if first.isdigit():
        return "d"
    if first in "£$€":
        return "m"
    return "b" if first in _MARKS else "p" if first in '(["“‘' else "o"


class Page:
    """The words of a page run together, and what each place among them shows."""

    def __init__(self, words: list[Word]) -> None:
        """Take the words in the order of the text."""
        self.words = words

    def starts(self) -> Iterator[int]:
        """Yield which words may begin a title."""
        for at, word in enumerate(self.words):
            first = word.low[:1]
            if first and not word.number and (first.isdigit() or word.form in "TU"):
                yield at

    def numbered(self, at: int) -> bool:
        """Say whether a number stands before a word."""
        return at > 0 and self.words[at - 1].number

    def begins(self, at: int) -> set[str]:
        """Return the traits of a title that begins with a word."""
        words, word = self.words, self.words[at]
        numbered = self.numbered(at)
        opens = at - numbered
        before = words[opens - 1] if opens else None
        closes = before.closes if before else "^"
        lead = "num" if numbered else "no"
        second = words[at + 1].low if at + 1 < len(words) else "$"
        traits = {
            lead,
            f"{lead}-prev:{closes}",
            f"prev/first:{closes}{word.form}",
            f"prevw:{before.low if before else '^'}",
            f"first:{word.low}",
            f"first2:{word.low}_{second}",
            f"bv{self._far(at, _FAR, finite=True)}",
            f"bstop{self._far(at, _FAR + 3)}",
            f"bs:{self._forms(at)}",
        }
        if numbered:
            number = words[at - 1].text
            traits |= {f"mark:{_mark_of(number)}", f"chain{self._chain(at - 1)}"}
        return traits

    def ends(self, at: int) -> set[str]:
        """Return the traits of a title that ends with a word."""
        words, word = self.words, self.words[at]
        follower = words[at + 1] if at + 1 < len(words) else None
        form = follower.form if follower else "$"
        verb = 1 + self._far(at + 1, _FAR - 1, finite=True)
        traits = {
            f"end:{word.closes}",
            f"next:{form}",
            f"e/n:{word.closes}{form}",
            f"s/n:{word.form}{form}",
            f"last:{word.low}",
            f"v{verb}",
            f"v{min(verb, 5)}/{form}",
            f"stop{1 + self._far(at + 1, _FAR + 2)}",
            f"es:{self._forms(at + 1)}",
        }
        if follower:
            traits.add(f"nw:{follower.low}")
            if follower.number:
                traits.add("nextnum")
        if at + 2 < len(words):
            second = words[at + 2]
            told = "<T>" if second.form in "TU" else second.low
            traits.add(f"nw2:{words[at + 1].low}_{told}")
        return traits

    def reads(self, first: int, last: int) -> set[str]:
        """Return the traits of how the words of a title read."""
        words = self.words[first : last + 1]
        follower = self.words[last + 1] if last + 1 < len(self.words) else None
        lead = "n" if self.numbered(first) else ""
        form = _manner(words)
        inner = sum(
            x.text[-1] in _STOPS and not _SHORTENED.fullmatch(x.text)
            for x in words[:-1]
        )
        traits = {
            f"len{len(words)}",
            f"{lead}len{min(len(words), _FAR)}",
            form,
            f"{form}>{follower.form if follower else '$'}{lead}",
            f"inner{min(2, inner)}",
            f"fin{min(2, sum(x.finite for x in words))}",
            *(f"in:{x.low}" for x in words[1:-1]),
        }
        if follower and follower.low and follower.low == words[0].low:
            traits.add("repeat")
        if len(words) <= _FEW:
            whole = "_".join(x.low for x in words)
            traits.add(f"all:{whole}")
            if len(words) <= _FEW - 2:
                traits.add(f"all/e:{words[-1].closes}_{whole}")
        return traits

    def parts(self, at: int) -> set[str]:
        """Return the traits of a line that ends with a word, and is not the last."""
        words, word, follower = self.words, self.words[at], self.words[at + 1]
        before = words[at - 1] if at else None
        second = words[at + 2] if at + 2 < len(words) else None
        mark, form, opens = word.closes, follower.form, follower.low
        left = (before.form if before else "^") + word.form + mark
        right = form + (second.form if second else "$") + follower.closes
        wide = f"{before.form}{before.closes}" if before else "^"
        broad = f"{second.form}{second.closes}" if second else "$"
        return {
            *self.ends(at),
            *self.begins(at + 1),
            f"g:{mark}{form}",
            f"g2:{left}|{right}",
            f"gs:{wide}{word.form}{mark}|{form}{follower.closes}{broad}",
            f"ab:{word.low}_{opens}",
            f"lb:{mark}_{opens}",
        }

    def _far(self, at: int, most: int, *, finite: bool = False) -> int:
        """Return how many words on the next verb, or the next stop, stands."""
        for step, word in enumerate(self.words[at : at + most]):
            if word.finite if finite else word.text[-1] in _STOPS:
                return step
        return most

    def _forms(self, at: int) -> str:
        return "".join(x.form for x in self.words[at : at + 3])

    @cached_property
    def _numbers(self) -> dict[int, list[int]]:
        """Which words each number ends, in the order of the text."""
        found: dict[int, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            value = _value(word)
            if value is not None:
                found[value].append(at)
        return found

    def _chain(self, at: int) -> int:
        """Return 1 if the number before stands before, plus 2 if the next is behind."""
        value = _value(self.words[at])
        if value is None:
            return 0
        before, behind = self._numbers.get(value - 1), self._numbers.get(value + 1)
        return (before is not None and before[0] < at) + 2 * (
            behind is not None and behind[-1] > at
        )


def _value(word: Word) -> int | None:
    match = _LAST_NUMBER.search(word.text) if word.number else None
    return int(match[1]) if match else None


def _mark_of(number: str) -> str:
    """Return the manner of a number.

    >>> _mark_of("12."), _mark_of("24/056"), _mark_of("(b)")
    ('9.', '9/9', '(a)')
    """
    return _LOWER.sub("a", _UPPER.sub("A", _DIGIT.sub("9", number)))[:8]


def _manner(words: list[Word]) -> str:
    if all(x.form in "Ubd" for x in words):
        return "caps"
    small = sum(x.form == "l" and len(x.low) > 3 for x in words)
    return f"mixed{min(3, small)}" if small else "titled"


# traits that hold words, as they stand on the page
_WORDED = frozenset(
    ("prevw", "first", "first2", "last", "nw", "nw2", "in", "all", "all/e", "ab", "lb")
)
_EDGE = re.compile(r"[ _]")


def is_plain(trait: str, common: set[str]) -> bool:
    """Say whether a trait holds only common words: names have no weight.

    >>> is_plain("first:roads", {"roads"}), is_plain("first:wexley", {"roads"})
    (True, False)
    >>> is_plain("chain3", set()), is_plain("es:TlU", set())
    (True, True)
    """
    kind, _, words = trait.partition(":")
    if kind not in _WORDED:
        return True
    return all(x in common or not x[:1].isalpha() for x in _EDGE.split(words))
