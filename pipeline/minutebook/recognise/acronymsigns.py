"""Reads what speaks for an unexplained acronym being a body's, or against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from minutebook.certainty import weigh_traits, weights_in
from minutebook.grammar.anchors import has_word
from minutebook.recognise.acronyms import Spots
from minutebook.recognise.cues import AFTER, has_cue
from minutebook.recognise.heads import Found
from minutebook.recognise.runs import fold
from minutebook.recognise.wordlists import flags_of, public_bodies, words_of

LIKELY = 0.4  # from which an acronym is a body's
HOSPITAL = "hospital-trust"  # which is enough
LEAST = 3  # letters: two are whatever they are


class Sign(NamedTuple):
    """An acronym, where it stands, and what its letters and its places show."""

    word: str
    places: tuple[tuple[int, int], ...]
    traits: frozenset[str]


class Beside(NamedTuple):
    """Where the bodies that are known already begin and end."""

    starts: frozenset[int]
    ends: frozenset[int]

    @classmethod
    def of(cls, places: Iterable[tuple[int, int]]) -> Beside:
        """Return the places by their two ends."""
        pairs = list(places)
        return cls(frozenset(a for a, _ in pairs), frozenset(b for _, b in pairs))


def find_likely(view: str, signs: list[Sign]) -> list[Found]:
    """Return the places of the acronyms that weigh enough to be a body's.

    One that stands in a list with another that does is looked at once more.
    """
    sure = [x for x in signs if HOSPITAL in x.traits or weigh(x.traits) > LIKELY]
    beside = Beside.of(place for x in sure for place in x.places)
    sure += [
        x
        for x in signs
        if x not in sure
        and any(_has_fellow(view, *place, beside) for place in x.places)
        and weigh(x.traits | {"fellow"}) > LIKELY
    ]
    return [
        Found(a, b, x.word, "org-weighed-acronym", 0.6)
        for x in sure
        for a, b in x.places
    ]


def weigh(traits: frozenset[str]) -> float:
    """Return how likely such traits make an acronym a body's, from 0 to 1."""
    return weigh_traits(weights_in("acronym_weights.tsv"), traits)


def read_signs(
    view: str, path: str, spots: Spots, known: set[str], found: list[Found]
) -> list[Sign]:
    """Return what each acronym shows that is not known, for a body or otherwise.

    >>> spots = {"QVB": [(11, 14)], "AGM": [(18, 21)]}
    >>> ofsted = Found(0, 6, "Ofsted", "org-listed", 0.9)
    >>> [sign] = read_signs("Ofsted and QVB or AGM", "", spots, {"Ofsted"}, [ofsted])
    >>> sign.word, sorted(sign.traits)[:5]
    ('QVB', ['before-word', 'end:VB', 'fellow', 'first:Q', 'last:B'])
    """
    beside = Beside.of((x.start, x.end) for x in found)
    care = any(x in view for x in CARE_WORDS) and bool(CARE.search(view))
    folders = frozenset(_WORD.findall(path.casefold()))
    return [
        Sign(
            word,
            tuple(places),
            frozenset(
                (
                    *_in_letters(word, plain),
                    *((HOSPITAL,) if care and TRUST.fullmatch(word) else ()),
                    *_in_text(view, plain, len(places), folders),
                    *_in_places(view, places, beside),
                )
            ),
        )
        for word, places in spots.items()
        if word not in known
        and word not in public_bodies()  # they have a rule of their own
        and _may_be(plain := word.replace(".", "").replace(" ", ""))
        and not _is_stressed(view, plain)
        and not all(is_thing(view, *x) for x in places)
    ]


# a new QVB (would),  a copy of the QVB.  -  but a QVB meeting
KINDS = re.compile(
    r"\b(?:an?|another|any|each|every|new|draft|final|updated|revised|amended"
    r"|completed?|(?:cop(?:y|ies)|version|draft)[ ]of(?:[ ]the)?)[ ]$"
)
KIND_ENDS = re.compile(
    r"[.,;:)]|$|[ ](?:was|were|is|be|would|will|has|had|have|for|in|on|at|to|from|and"
    r"|which|that|with|of|or)\b"
)
# the QVB was signed   the QVB form   a QVB machine
THINGS = re.compile(
    r"""[ ](?: (?:is|are|was|were|ha[sd][ ]been
          |(?:will|must|should|would|to|can)[ ]be)[ ]
        (?:now[ ]|also[ ]|being[ ]|agreed[ ]and[ ])?
        (?:adopted|amended|attached|bought|charged|circulated|cleaned|completed|delivered
          |displayed|drafted|emptied|erected|fitted|fixed|installed|issued|lodged|printed
          |published|purchased|revised|serviced|signed|submitted|updated|uploaded|used)
      | (?:battery|certificate|code|document|forms?|scan|spreadsheet|template)
      )\b""",
    re.VERBOSE,
)


def is_thing(view: str, start: int, end: int) -> bool:
    """Return whether an acronym is a paper's or a machine's: it is signed.

    >>> [is_thing(x, 6, 9) for x in ("a new QVB was", "a new QVB meeting")]
    [True, False]
    >>> is_thing("the QVB was signed", 4, 7), is_thing("the QVB signed it", 4, 7)
    (True, False)
    """
    if view[end : end + 1] == " " and THINGS.match(view, end):
        return True
    ends = KIND_ENDS.match(view, end)
    return ends is not None and bool(KINDS.search(view, max(0, start - 16), start))


def _is_stressed(view: str, plain: str) -> bool:
    """Return whether it is a word that capitals only lend weight: "did NOT agree".

    >>> _is_stressed("it did NOT pass, and not the", "NOT"), _is_stressed("QVB", "QVB")
    (True, False)
    """
    word = plain.casefold()
    kinds = ("break", "common", "document", "plain", "spending")
    usual = plain.isupper() and any(word in words_of("name_words", x) for x in kinds)
    if plain.isupper() and (ENDING.search(plain) or word in flags_of("role_heads")):
        return True
    return usual and (word in words_of("name_words", "break") or has_word(view, word))


# COUNCILWOMAN, RECORDING: a label or a title in capitals, and no acronym
ENDING = re.compile(r"[A-Z]{3}(?:ING|TION|MENT|NESS|(?:WO)?M[AE]N|PERSON|SENT|ANCE)S?$")
_WORD = re.compile(r"[a-z0-9]+")
# LTHT, HDFT: the acronym of a hospital trust, in papers that speak of patients
TRUST = re.compile(r"[B-DF-HJ-NP-TV-Z][A-Z]{1,3}[FH]T")
CARE = re.compile(
    r"[NPpCcRr](?<!\w.)(?:(?<=N)HS|(?<=[Pp])atients?|(?<=[Cc])linical"
    r"|(?<=[Rr])adiolog\w{1,5})\b"
)
CARE_WORDS = ("NHS", "atient", "linical", "adiolog")


def _may_be(plain: str) -> bool:
    """Return whether letters may be a body's: no known other thing, no word."""
    folded = plain.casefold()
    head = flags_of("organisation_heads").get(folded)
    return (
        len(plain) >= LEAST
        and folded not in words_of("name_words", "acronym")
        and (head is None or "short" in head)
    )


def _in_letters(word: str, plain: str) -> Iterator[str]:
    """Yield what the letters are like."""
    letters = plain.upper()
    yield f"size:{min(len(plain), 6)}"
    yield f"first:{letters[0]}"
    yield f"last:{letters[-1]}"
    yield f"end:{letters[-2:]}"
    if not plain.isupper():
        yield "mixed"
    if plain[0].islower():
        yield "small-first"
    yield from (name for mark, name in _MARKS.items() if mark in word)
    if _VOWELS.isdisjoint(letters):
        yield "no-vowel"


_MARKS = {".": "dots", "&": "ampersand", "-": "hyphen"}
_VOWELS = frozenset("AEIOU")


def _in_text(
    view: str, plain: str, times: int, folders: frozenset[str]
) -> Iterator[str]:
    """Yield how often it stands there, and where else its letters do."""
    yield f"times:{min(times, 3)}"
    folded = plain.casefold()
    if folded in folders:
        yield "in-path"
    if has_word(view, folded):
        yield "also-small"


def _in_places(
    view: str, places: list[tuple[int, int]], beside: Beside
) -> Iterator[str]:
    """Yield what the words beside it say, wherever it stands."""
    cues = loud = 0
    for start, end in places:
        if view[start] == "\x00":
            yield "in-post"
            continue
        if _in_capitals(view, start, end):
            loud += 1
            yield "in-capitals"
        if has_cue(view, start, end):
            cues += 1
            yield "cue"
        if AFTER.match(view, end):
            yield "acts"
        if _has_fellow(view, start, end, beside):
            yield "fellow"
        line = view[max(0, start - NEAR) : start].rpartition("\n")[2]
        yield _before(line)
        rest = view[end : end + NEAR].partition("\n")[0]
        yield _after(rest)
        if _WORD_NEXT.match(rest):
            yield "before-word"
        if "(" in line.rpartition(")")[2] and ")" in rest.partition("(")[0]:
            yield "in-brackets"
    if cues * 2 >= len(places):
        yield "cues-most"
    if loud == len(places):
        yield "only-capitals"


_WORD_NEXT = re.compile(" [a-z]{2}")  # in small letters
NEAR = 40  # characters beside an acronym that are looked at


def _before(line: str) -> str:
    r"""Return what stands before, on the line: a word, a mark, a name, or nothing.

    >>> _before("a letter from "), _before("the bodies ("), _before("Mr \x00, ")
    ('prev:from', 'prev:bodies', 'prev:person')
    """
    words = line.replace("(", " ").split()
    if not words:
        return "at-start"
    last = words[-1]
    if last == "The":
        return "prev:the"
    if "\x00" in last:
        return "prev:person"
    if last.isalpha() and last[0].islower():
        return f"prev:{last}"
    if last[0].isupper():
        return "prev:capital"
    return "prev:digit" if last[0].isdigit() else f"prev:{last[-1]}"


def _after(line: str) -> str:
    """Return what stands behind, on the line: a word, a mark, or nothing.

    >>> _after(" has agreed"), _after("’s van"), _after(""), _after(") and")
    ('next:has', 'owns', 'at-end', 'next:)')
    """
    if not line.strip():
        return "at-end"
    if line[0] != " ":
        return "owns" if line[:2] in ("'s", "’s") else f"next:{line[0]}"
    word = line.split()[0].strip(".,;:)")
    if word.isalpha() and word.islower():
        return f"next:{word}"
    if "\x00" in word:
        return "next:person"
    if word[:1].isdigit():
        return "next:digit"
    return "next:capital" if word[:1].isupper() else "next:mark"


_LINK = r"(?:,?[ ](?:\(?and[ ](?:the[ ])?|&[ ]|or[ ])|,[ ]|/)"
_LINK_NEXT = re.compile(_LINK)
_LINK_LAST = re.compile(f"{_LINK}$")
_LONGEST = 10  # characters of a link


def _has_fellow(view: str, start: int, end: int, beside: Beside) -> bool:
    """Return whether a known body stands beside, in one list: "Ofsted and QVB".

    >>> ofsted = Beside.of([(0, 6)])
    >>> _has_fellow("Ofsted and the QVB", 15, 18, ofsted)
    True
    >>> _has_fellow("Ofsted told the QVB", 16, 19, ofsted)
    False
    """
    after = _LINK_NEXT.match(view, end)
    if after and after.end() in beside.starts:
        return True
    if view[start - 1 : start] not in (" ", "/"):
        return False
    low = max(0, start - _LONGEST)
    before = _LINK_LAST.search(view[low:start])
    return before is not None and low + before.start() in beside.ends


def _in_capitals(view: str, start: int, end: int) -> bool:
    """Return whether the words beside it are in capitals as well."""
    near = fold(view[max(0, start - 12) : start].rpartition("\n")[2])
    far = fold(view[end : end + 12].partition("\n")[0].partition(",")[0])
    return (near.isupper() and len(near) > 3) or (far.isupper() and len(far) > 3)
