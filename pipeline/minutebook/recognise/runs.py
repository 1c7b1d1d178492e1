"""Runs of capitalised words: where names of posts and bodies are looked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from minutebook.grammar.anchors import matches_at
from minutebook.grammar.names import fold_spaces
from minutebook.recognise.wordlists import flags_of, words_of
from minutebook.records import Line, Mention, SourceDocument

UPPER = "A-ZÀ-ÖØ-ÞĀĒĪŌŪŚŠŽ"

# Thornbeck  Children's  Pre-School  A/Director  N.C.C.  #21  R&D  LGBT+
_REST = r"""
    [\w\#]{0,40}
    (?: [’'\-/.&+] \w{1,40} ){0,6}
    (?: [’'+] (?=[ ]) )?
    (?: (?: (?<=\b[A-Z]) | (?<=\bSt) | (?<=\bMt) ) \.
      | \.(?=[ ](?:Ltd|LTD|Limited|PLC|plc|LLP|Inc)\b) )?
"""
CAPITAL = rf"[{UPPER}\#]{_REST}"
LINK = "(?:of|and|&|for|the|on|in|to|with|upon|de|o|na|nan|y|yr)"

# Department of Housing, Planning and Local Government   Marsh Plastics (NI) Ltd
# Thornbeck Wind plc
RUN = re.compile(
    rf"""
    [{UPPER}\#] (?<! [\w’'-].) {_REST}  # a search leaps from capital to capital
    (?: ,?[ ]{{1,3}} (?: {LINK} [ ]{{1,3}} ){{0,3}} {CAPITAL}
      | [ ]\((?:[A-Z][\w.&’'-]{{1,20}}(?:[ ](?:[A-Z][\w.&’'-]{{0,20}}|and|&|of)){{0,3}}
          |(?:19|20)\d\d)\)
        (?=[ ](?:Ltd|LTD|Limited|LIMITED|LLP|LLC|PLC|plc|Inc|Pty)\b)
      | [ ]\([A-Z][\w.&-]{{2,20}}(?:[ ][\w.&-]{{1,20}}){{0,3}}\)
        (?=[ ](?:Sub-?)?(?:Committee|Panel|Board)\b)
      | [ ]plc\b ){{0,30}}
    """,
    re.VERBOSE,
)
LINKS = frozenset(LINK[3:-1].split("|")) - {"y"}
CELTIC = frozenset(["o", "na", "nan", "de", "y", "yr"])  # that a name itself holds

# Cllr A B Penrose   Mr Penrose   (masked where no recogniser of people has been)
_TITLES = (
    *("Cllr", "Councillor", "Cr", "Clr", "Mr", "Ms", "Miss", "Dr", "Prof"),
    *("Sir", "Dame", "Rev", "Ald"),
)
TITLED = re.compile(
    rf"""
    \b(?: Cllrs? | Councillors? | Cr | Clr | Mr | Mrs | Ms | Miss | Dr | Prof(?:essor)?
        | Sir | Dame | Revd? | Reverend | Ald(?:erman)? )\b\.?
    (?: [ ] (?: [{UPPER}]\.? [ ]? ){{0,3}} [{UPPER}][\w’'-]{{1,30}} )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One word of a run; `fold` is it in lower case without a possessive."""

    text: str
    start: int
    end: int
    fold: str
    owns: bool  # ends in 's or s'


class Reading(NamedTuple):
    """A text with the names of people masked, and its runs of capitalised words."""

    view: str
    runs: list[list[Token]]


def read_runs(joined: str, people: tuple[Mention, ...]) -> Reading:
    """Return the reading that the recognisers of posts and bodies share."""
    view = mask_people(joined, people)
    return Reading(view, list(find_runs(view)))


def without(reading: Reading, spans: list[tuple[int, int]]) -> Reading:
    """Return the reading without these stretches; a run that holds one is parted.

    >>> reading = read_runs("the Clerk of Marsh Council", ())
    >>> rest = without(reading, [(4, 9)])
    >>> [[x.text for x in run] for run in rest.runs]
    [['Marsh', 'Council']]
    """
    spans = sorted(x for x in spans if x[0] < x[1])
    starts = [x[0] for x in spans]
    runs: list[list[Token]] = []
    for run in reading.runs:
        before = bisect_left(starts, run[-1].end) - 1
        if before < 0 or spans[before][1] <= run[0].start:
            runs.append(run)
        else:
            runs += _parts(run, spans, starts)
    return Reading(mask(reading.view, spans), runs)


def _parts(
    run: list[Token], spans: list[tuple[int, int]], starts: list[int]
) -> Iterator[list[Token]]:
    """Yield what is left of a run between the stretches, links at the ends gone."""
    part: list[Token] = []
    for token in (*run, None):
        if token is not None:
            before = bisect_left(starts, token.end) - 1
            if before < 0 or spans[before][1] <= token.start:
                part.append(token)
                continue
        while part and _joins(part[-1]):
            part.pop()
        while part and _joins(part[0]):
            del part[0]
        if part:
            yield part
        part = []


def _joins(token: Token) -> bool:
    return token.text == "," or token.text in LINKS


def join_lines(source: SourceDocument) -> str:
    """Return the text with wrapped lines joined by a space, offsets unchanged.

    A cell, a heading and a paragraph end where they end; only a line that runs on
    is joined to the next one. Lines that are furniture are blanked.
    """
    parts: list[str] = []
    place = 0
    text = source.text
    full = _full_width(source.lines)
    most = 2 if _is_spaced(source) else 1
    before: Line | None = None
    heads: set[str] = set()
    for line in source.lines:
        gap = text[place : line.start]
        joined = before is not None and _runs_on(text, before, line, gap, full, most)
        parts.append((" " if joined else "\n") * len(gap))
        words = text[line.start : line.end]
        if line.struck or (line.furniture and not _first_head(words, heads)):
            words = "\n" * len(words)
        parts.append(words)
        place = line.end
        before = line
    parts.append("\n" * (len(text) - place))
    return "".join(parts).replace("\t", "\n").replace("\xa0", " ")


def _first_head(words: str, heads: set[str]) -> bool:
    """Return whether a running head is there for the first time, its numbers aside."""
    key = re.sub(r"[\d\s]+", " ", words).strip()
    if not key or key in heads:
        return False
    heads.add(key)
    return True


def _full_width(lines: tuple[Line, ...]) -> int:
    """Return how many characters a full line has, 0 where lines are paragraphs.

    Where some paragraphs are whole already, the lines of the others tell.
    """
    sizes = sorted(x.end - x.start for x in lines if x.column == 0 and not x.last)
    wide = sizes[len(sizes) * 19 // 20] if sizes else 0
    return wide if 40 <= wide <= 160 else 0


def _is_spaced(source: SourceDocument) -> bool:
    """Return whether an empty line stands between the lines of one paragraph."""
    text = source.text
    pairs = [
        (text[x.end - 1], text[y.start])
        for x, y in pairwise(source.lines)
        if y.start - x.end == 2 and x.start < x.end and y.start < y.end
    ]
    split = sum(y.islower() and (x.isalnum() or x == ",") for x, y in pairs)
    return len(pairs) > 8 and split > len(pairs) // 8


def _runs_on(
    text: str, before: Line, after: Line, gap: str, full: int, most: int
) -> bool:
    """Return whether the words of one line go on in the next one."""
    if not 1 <= gap.count("\n") <= most or before.column != after.column:
        return False
    if "\t" in gap and (gap != "\n\t" or text[before.end - 1] == ","):
        return False
    if before.furniture or after.furniture or before.heading != after.heading:
        return False
    if before.wraps:
        return True
    if text[before.end - 1] in ".:;!?" or before.bold != after.bold:
        return False
    first = text[after.start]
    if first.islower() or text[before.end - 1] in ",&":
        return True
    last = text[before.start : before.end].rpartition(" ")[2].casefold()
    if last in LINKS or last in ("a", "an", "by", "from", "at"):
        return True
    word = text[after.start : after.start + 20].partition(" ")[0]
    size = before.end - before.last_start
    return bool(full) and size + 1 + len(word) >= full * 0.92


def mask(view: str, spans: list[tuple[int, int]]) -> str:
    """Return the view with these stretches made unreadable, offsets unchanged."""
    if not spans:
        return view
    parts: list[str] = []
    place = 0
    for start, end in sorted(spans):
        if end <= place:
            continue
        start = max(start, place)
        parts.append(view[place:start])
        parts.append("\x00" * (end - start))
        place = end
    parts.append(view[place:])
    return "".join(parts)


def mask_people(view: str, people: tuple[Mention, ...]) -> str:
    """Return the view without the names of people, those inside a body's name kept."""
    spans = [
        (x.start, x.end)
        for x in people
        if not _may_house(view, x.end)
        or not HOUSE.match(view, x.end)
        or _acts_beside(view, x.start, x.end)
    ]
    spans = [x for x in spans if not _opens_firm(view, *x)]
    titled = matches_at(TITLED, view, _TITLES)
    spans += [x.span() for x in titled if not HOUSE.match(view, x.end())]
    return mask(view, spans)


# of (Penrose) & Holt   from (Zorbex) & Co
PARTNER = re.compile(r"[ ]&[ ][A-Z][a-z]")
FIRM_ENDS = (" of ", " from ", "essrs ", "essrs. ")


def _opens_firm(view: str, start: int, end: int) -> bool:
    """Return whether a lone surname opens the name of a firm of partners.

    >>> view = "Mr Holt of Holt & Penrose spoke"
    >>> _opens_firm(view, 11, 15), _opens_firm(view, 3, 7)
    (True, False)
    """
    if view[end : end + 3] != " & " or " " in view[start:end]:
        return False
    led = view.endswith(FIRM_ENDS, 0, start)
    return led and PARTNER.match(view, end) is not None


# Cr Ada Penrose (Council adjourned),  the body that met and no one's house
BESIDE = re.compile(r"[ ](?:Council|Committee|Board)\b(?![ ](?:Ltd|Tax))")


def _acts_beside(view: str, start: int, end: int) -> bool:
    """Return whether a councillor's full name stands before the council's deed."""
    return bool(
        BESIDE.match(view, end)
        and re.search(
            r"\b(?:Cr|Cllr|Clr|Councillor)\.?[ ]$", view[max(0, start - 12) : start]
        )
        and " " in view[start:end]
    )


# what a firm trades in: (Penrose) Roofing
TRADES = "|".join(
    re.escape(x.title())
    for x, y in flags_of("organisation_heads").items()
    if "trade" in y
)
# (Ada Penrose) Charity,  (Penrose) Parish Council,  (Penrose) & Sons,  (Marsh) Police
HOUSE = re.compile(
    r"(?:[ ](?:&|and)[ ](?:Sons?|Daughters?|Co|Partners|Company|Associates|Brothers)\b"
    r"|(?:[ ](?:[A-Z][a-z]{2,20}|&)){0,2}"
    r"[ ](?:Charity|Charities|Trust|Foundation|School|Primary|Academy|College|Hospice"
    r"|Ltd|Fund|Associates|Solicitors|Limited|LLP|LLC|Inc|PLC|plc|Surgery|Centre|Hall|Library"
    r"|Memorial|Council|Committee|Board|Partnership|Association|Society|Club|Church"
    r"|Group|Police|Constabulary|Engineering|Construction|Builders|Contractors"
    rf"|Coaches|Garage|Homes|Developments|Consulting|Architects|Estates?|{TRADES})\b)"
)


def _may_house(view: str, end: int) -> bool:
    """Return whether a name may go on as a house's: by "&", "and", or a capital.

    >>> [_may_house(x, 1) for x in ("A & Sons", "A and Co", "A Ltd", "A left", "A")]
    [True, True, True, False, False]
    """
    after = view[end + 1 : end + 2]
    return view[end : end + 1] == " " and (after in ("&", "a") or after.isupper())


def find_runs(view: str) -> Iterator[list[Token]]:
    """Yield the tokens of each run of capitalised words."""
    for match in RUN.finditer(view):
        yield tokens_of(view, match.start(), match.end())


def tokens_of(view: str, start: int, end: int) -> list[Token]:
    """Return the words, links and commas of one stretch."""
    tokens = []
    place = start
    for word in view[start:end].split(" "):
        after = place + len(word)
        if word.endswith(","):
            tokens.append(_token(word[:-1], place, after - 1))
            tokens.append(Token(",", after - 1, after, ",", False))
        elif "/" in word and (parted := _parted(word)):
            tokens.append(_token(word[:parted], place, place + parted))
            tokens.append(Token(",", place + parted, place + parted + 1, ",", False))
            tokens.append(_token(word[parted + 1 :], place + parted + 1, after))
        elif word:
            tokens.append(_token(word, place, after))
        place = after + 1
    return tokens


def _parted(word: str) -> int:
    """Return where a stroke parts two bodies' names, 0 where none does.

    >>> _parted("Society/Marsh"), _parted("Clerk/Treasurer")
    (7, 0)
    """
    head, _, rest = word.partition("/")
    flags = flags_of("organisation_heads").get(head.casefold(), frozenset())
    named = flags & PARTED or ("weak" in flags and head == "Group")
    return len(head) if named and rest[:1].isupper() else 0


PARTED = frozenset(["bare", "of", "lower"])  # flags of heads that name a body


def _token(text: str, start: int, end: int) -> Token:
    fold = text.casefold()
    owns = False
    if "’" in fold or "'" in fold:
        fold = fold.replace("’", "'")
        owns = fold.endswith(("'s", "s'"))
        if owns:
            fold = fold[:-2] if fold.endswith("'s") else fold[:-1]
    return tuple.__new__(Token, (text, start, end, fold, owns))


@dataclass(frozen=True)
class Phrases:
    """Phrases of one or more words to look for among tokens: a table of head nouns."""

    folded: frozenset[str]
    firsts: frozenset[str]  # the first word of each
    sizes: dict[str, tuple[int, ...]]  # how many words those have, the longest first

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Phrases:
        """Return the phrases, which are in small letters with single spaces."""
        folded = frozenset(phrases)
        sizes: dict[str, set[int]] = {}
        for words in (x.split() for x in folded):
            sizes.setdefault(words[0], set()).add(len(words))
        ordered = {x: tuple(sorted(y, reverse=True)) for x, y in sizes.items()}
        return cls(folded, frozenset(sizes), ordered)

    def find(self, tokens: list[Token]) -> Iterator[tuple[int, int]]:
        """Yield (first, last) token of each phrase that stands there, the longest."""
        words = [x.fold for x in tokens]
        if self.firsts.isdisjoint(words):
            return
        behind = 0
        for index, word in enumerate(words):
            if index < behind:
                continue
            for size in self.sizes.get(word, ()):
                last = index + size
                if last <= len(words) and " ".join(words[index:last]) in self.folded:
                    yield index, last
                    behind = last
                    break


# T23/147   B.1455   PL.41
NUMBERED = re.compile(
    r"[A-Z]{0,4}\.?\d{1,6}[/.]\d{1,4}|[A-Z]{1,4}\.?\d{3,6}|[A-Z]{1,4}\.\d+"
)


def is_break(token: Token) -> bool:
    """Return whether a name cannot hold this word: The, Cllr, June, Y."""
    if token.fold in words_of("name_words", "break"):
        return token.text != "IT"
    if token.text[-1].isdigit():
        return bool(NUMBERED.fullmatch(token.text))
    return len(token.fold.rstrip(".")) == 1 and token.fold[0].isalpha()


NATION = re.compile(
    r"[ ](?:Cymru|Wales|Scotland|England|(?:Northern[ ])?Ireland|NI|UK|NZ|Canada"
    r"|Australia|Aotearoa|New[ ]Zealand)(?![\w’'-]|[ ][A-Z])"
)


def nation_end(view: str, end: int) -> int:
    """Return where a name ends that goes on with its nation: "Marsh Aid Cymru".

    >>> nation_end("Marsh Aid Cymru met", 9), nation_end("Marsh Aid met", 9)
    (15, 9)
    """
    nation = NATION.match(view, end)
    return nation.end() if nation else end


def is_acronym(token: Token) -> bool:
    """Return whether the word is all capitals: SBC, HWB."""
    return len(token.text) > 1 and token.text.isupper()


fold = fold_spaces  # how recognisers name it
