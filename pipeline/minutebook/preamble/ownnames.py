"""Finds what minutes call their body by where nothing in them reads as a body's name.

A club's minutes say "ZORB meeting" and "the ZORB committee", or stand below "Holt
Radio" in a folder of that name. None of these shows it alone; their sum does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from minutebook.assets import read_rows
from minutebook.grammar.anchors import find_places
from minutebook.preamble.bodykinds import PLACE_WORDS, SMALL_WORDS, is_bare
from minutebook.preamble.namings import Naming, cut_name
from minutebook.preamble.when import find_dates
from minutebook.records import SourceDocument

ENOUGH = 3.0  # of the weights below
_TITLED = 2.5  # "Holt Radio General Meeting Minutes"
_ALONE = 1.5  # a line at the top that is nothing else
_HEADING = 0.5  # which the format calls a heading
_IN_TITLE = 1.0  # the title of the page or of the file's own properties
_NAMED_SO = 1.5  # ends as bodies that are not bodies of people do: "Corporation"
_OFTEN = (0.5, 1.5, 2.0)  # named twice, thrice, six times
_OWN = 1.0  # "ZORB members"; twice that where two such words show it
_FOLDER = 4.0  # the folder is called so
_PATH = 2.0  # the folder's name or the file's holds it
_ADDRESS = 1.5  # an address on the web or of mail is

_TOP = 9  # lines at which a title may stand
_LONGEST = 90  # characters of it

# ZORB  HoltRadio  -  what nobody writes but as a name
_COINED = re.compile(
    r"(?<![\w/.@#-])(?:[A-Z]{3,8}|[A-Z][a-z]{1,9}[A-Z][A-Za-z]{1,9})(?![\w@#/-]|\.\w)"
)
# what a body has, and its minutes therefore speak of
_HAS = (
    r"(?:[Mm]eetings?|[Aa]nnual|A\.?G\.?M|[Mm]inutes|[Cc]ommittee|[Bb]oard|[Ee]xec\w*"
    r"|[Mm]embers?|[Mm]embership|[Oo]fficers?|[Bb]y-?[Ll]aws|[Cc]onstitution|[Rr]ules"
    r"|[Pp]resident|[Cc]hair\w*|[Tt]reasurer|[Ss]ecretary|[Tt]rustees|[Ww]eb\w*"
    r"|[Hh]istory|[Nn]ewsletter|[Aa]ccounts?|[Ff]unds)"
)
_OWNED = re.compile(rf"(?:['’]s)?\s(?P<what>{_HAS})\b")
_WHICH = re.compile(
    r"\W{0,4}(?:(?:annual|general|special|regular|extraordinary|monthly|ordinary|public"
    r"|committee|board|exec\w*|draft)\s){0,3}"
    r"(?:meeting|mtg|minutes|agm|egm|annual|notes)\b",
    re.I,
)
_CORPORATE = re.compile(
    r"\b(?:corporation|inc|incorporated|ltd|limited|league|guild|lodge|choir|band"
    r"|centre|church|school|college|church|bureau|agency|council|cooperative|works)\.?$",
    re.I,
)
_NO_NAME = re.compile(
    r"\b(?:minutes?|meetings?|agenda|present|attend\w*|apolog\w+|venue|location|held"
    r"|report|date|time|contents|summary|purpose|page|draft|welcome|note|item|title"
    r"|members?|officers?|notes|quorum|approved|street|road|avenue|chair\w*"
    r"|president|secretary|treasurer|director|trustees?|call|order|roll|motion"
    r"|appendix|annex|attachment|session|results?|planning)\b",
    re.I,
)


def find_own_name(source: SourceDocument, head_end: int) -> Naming | None:
    """Return the name that most speaks for being the body's, None where none does."""
    weights: dict[str, float] = defaultdict(float)
    first: dict[str, Naming] = {}
    for named, weight in (*_in_title(source, head_end), *_coined(source.text)):
        key = named.name.casefold()
        weights[key] = max(weights[key], weight)
        if key not in first or named.start < first[key].start:
            first[key] = named
    folders = [_squeeze(x) for x in source.path.split("/")[-2:]]
    addresses = _squeeze(" ".join(_web(source.text)))
    for key, named in first.items():
        if " " not in key and named.name.capitalize() == named.name:
            weights[key] -= 2.0 * bool(re.search(rf"\b{re.escape(key)}\b", source.text))
        weights[key] += _in_use(source.text, named.name)
        plain = _squeeze(named.name)
        if len(plain) > 2:
            weights[key] += (
                _FOLDER
                if plain in folders[:-1]
                else _PATH
                if any(plain in x for x in folders)
                else 0.0
            )
            weights[key] += _ADDRESS if plain in addresses else 0.0
    best = max(first, key=lambda x: (weights[x], -first[x].start), default=None)
    if best is None or weights[best] < ENOUGH:
        return None
    return _in_full(first[best], source.text)


def find_placed(body: Naming, source: SourceDocument) -> Naming:
    """Return "Low Fold Parish Council" for "Parish Council" in a folder "low-fold-pc".

    The text has to have the name; the folder only tells which of them is the body's.
    """
    folders = [_squeeze(x) for x in source.path.split("/")[-2:-1]]
    for match in _PLACED.finditer(source.text):
        place = _squeeze(match["place"])
        if len(place) > 3 and any(x.startswith(place) for x in folders):
            name = " ".join(match[0].split())
            return Naming(name, *match.span(), "body-placed", body.score)
    return body


def find_gathered(text: str, head_end: int) -> Naming | None:
    """Return "Commissioners" of "Commissioners Holt and Cole were present".

    The last resort: minutes that only say what those who met are called together, or
    that speak of "the Board" and of nobody else so.
    """
    match = (
        _GATHERED.search(text, 0, head_end + _FIRST)
        or _ITS_MEETING.search(text)
        or _most_called(text)
    )
    if match is None:
        return None
    start, end = match.span("name")
    return Naming(text[start:end].capitalize(), start, end, "body-gathered", 1)


def _most_called(text: str) -> re.Match[str] | None:
    """Return "the Board" where minutes speak of it twice, and half as often of others.

    >>> text = "The Board met. The Trustees told the Board. One of the Board left."
    >>> _most_called(text)["name"]
    'Board'
    """
    called = [*_CALLED.finditer(text)]
    said = Counter(x["name"] for x in called)
    if len(said) > 1:
        del said["Council"]  # of which its committees speak, and others' minutes too
    counts = said.most_common(2)
    if not counts or (counts[0][1] < 2 and (counts[0][0] not in _ONCE or counts[1:])):
        return None
    if len(counts) > 1 and counts[1][1] * 2 > counts[0][1]:
        return None
    return next(x for x in called if x["name"] == counts[0][0])


# said once is enough where no other is spoken of
_ONCE = ("Board", "Trustees", "Commissioners")
_CALLED = re.compile(
    r"\b[Tt]he (?P<name>Board|Council|Committee|Panel|Forum|Commission(?:ers)?|Trustees"
    r"|Governors|Directors|Association|Society|Club)\b(?! of\b| [A-Z])"
)
_FIRST = 600  # characters behind the heading that may say who met
_GATHERED = re.compile(
    r"""\b(?:the\s)?(?P<name>(?-i:C)ommissioners|(?-i:S)electmen|(?-i:S)upervisors
      |(?-i:T)rustees|(?-i:G)overnors|(?-i:D)irectors|(?-i:C)ouncil|(?-i:B)oard)
    (?:\s[A-Z][\w.'’-]{0,20},?|\s(?:and|&)){0,10}
    \s(?:met|convened|were\s+present|members\s+(?:present|attending|absent))\b""",
    re.I | re.X,
)
_ITS_MEETING = re.compile(
    r"""\b(?:regular|ordinary|last|previous|next|monthly)\s
    (?P<name>council|board|committee|panel|commission|forum)\s(?:meeting|minutes)\b""",
    re.I | re.X,
)
_PLACED = re.compile(
    r"\b(?P<place>(?!The\b)[A-Z][\w'’-]{1,20}(?:[ ][A-Z][\w'’-]{1,20}){0,2}?)[ ]"
    r"(?:(?:Parish|Town|City|Shire|Community|County|District|Borough)[ ])?Council\b"
)


def _in_full(named: Naming, text: str) -> Naming:
    """Return "UK Zither Association" for "UKZA" where the text has such words."""
    if not re.fullmatch(r"[A-Z]{3,8}", named.name):
        return named
    for match in _RUN.finditer(text):
        words = [x for x in match[0].split() if x[0].isupper()]
        letters = "".join(x if x.isupper() else x[0] for x in words)
        if letters == named.name and len(words) > 1:
            name = " ".join(match[0].split())
            return Naming(name, *match.span(), "body-own-name-in-full", named.score)
    return named


_RUN = re.compile(
    r"[A-Z][\w'’-]{1,20}(?:\s(?:(?:of|and|for|&|the)\s){0,2}[A-Z][\w'’-]{1,20}){1,7}"
)


def _in_title(source: SourceDocument, head_end: int) -> Iterator[tuple[Naming, float]]:
    """Yield the names in the lines at the top and in the titles, with their weights."""
    end = max(head_end, 300)
    lines = [x for x in source.content() if x.start < end][:_TOP]
    for line in lines:
        words = source.text[line.start : min(line.end, line.start + 200)]
        for named, weight in _of_words(words, line.start):
            bold = line.bold or line.heading is not None
            yield named, weight + (_HEADING if bold else 0.0)
    for key, value in source.metadata:
        if key.lower() in ("title", "subtitle", "subject"):
            for named, weight in _of_words(value, 0):
                yield (
                    Naming(named.name, 0, 0, named.rule, named.score),
                    weight + _IN_TITLE,
                )


def _of_words(words: str, at: int) -> Iterator[tuple[Naming, float]]:
    """Yield the name that a line begins with, or that it is."""
    named = cut_name(words, 0, len(words), "body-own-name", 2)
    if not named or not _may_be(named.name):
        return
    rest = words[named.end :]
    weight = _TITLED if _WHICH.match(rest) else _ALONE if not rest.strip() else 0.0
    if " " not in named.name and not _COINED.fullmatch(named.name):
        weight -= 1.0
    if weight == _ALONE and _CORPORATE.search(named.name):
        weight += _NAMED_SO
    elif weight == _ALONE and named.name.partition(" ")[0].casefold() in _given_names():
        return
    if weight:
        yield (
            Naming(named.name, at + named.start, at + named.end, named.rule, 2),
            weight,
        )


def _may_be(name: str) -> bool:
    """Return whether words look like a name: capitals, no number, no place or post."""
    words = name.split()
    return (
        len(name) <= _LONGEST
        and len(words) <= 9
        and all(x[0].isupper() or x in SMALL_WORDS or x == "&" for x in words)
        and words[0][0].isupper()
        and not re.search(r"[\d:@]", name)
        and not _NO_NAME.search(name)
        and not PLACE_WORDS.search(name)
        and not any(x.start < 3 for x in find_dates(name))
        and name.casefold() not in _no_bodies()
        and not is_bare(name)
    )


def _coined(text: str) -> Iterator[tuple[Naming, float]]:
    """Yield each acronym or coined word."""
    first: dict[str, tuple[int, int]] = {}
    for match in _COINED.finditer(text):
        first.setdefault(match[0], match.span())
    for word, (start, end) in first.items():
        if word.casefold() not in _no_bodies() and not _NO_NAME.search(word):
            yield Naming(word, start, end, "body-own-name", 2), 0.0


_JOINED_TO = re.compile(r"[\w/@.-]")
_GOES_ON = re.compile(r"[\w@/]|-\w")


def _in_use(text: str, name: str) -> float:
    """Return what the places weigh at which the text names a name."""
    size = len(name)
    spots = [
        x + size
        for x in find_places(text, (name,))
        if not _JOINED_TO.match(text, x - 1, x) and not _GOES_ON.match(text, x + size)
    ]
    often = sum(len(spots) >= x for x in (2, 3, 6))
    owned = {m["what"].lower() for x in spots if (m := _OWNED.match(text, x))}
    return (_OFTEN[often - 1] if often else 0.0) + _OWN * min(len(owned), 2)


def _web(text: str) -> Iterator[str]:
    """Yield the addresses on the web and of mail."""
    for match in re.finditer(r"(?:https?://|www\.|@)[\w./-]{4,60}", text[:20000]):
        yield match[0].partition("://")[2] or match[0]


def _squeeze(words: str) -> str:
    return re.sub(r"[^a-z0-9/]+", "", words.casefold())


@cache
def _given_names() -> frozenset[str]:
    rows = read_rows("given_names.tsv")
    return frozenset(y.casefold() for x in rows for y in x["words"].split())


@cache
def _no_bodies() -> frozenset[str]:
    """Return what is written in capitals and is no body, and whom everybody names."""
    words = {
        x["word"].casefold()
        for x in read_rows("name_words.tsv")
        if "acronym" in x["kind"].split()
    }
    return frozenset(
        words | {x["word"].casefold() for x in read_rows("public_bodies.tsv")}
    )
