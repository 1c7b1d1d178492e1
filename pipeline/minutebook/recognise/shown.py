"""Tells by the words beside a name whether it is a body where its head may not be."""

from __future__ import annotations

import re

from minutebook.grammar.anchors import has_word
from minutebook.recognise.cues import has_cue, is_landmark
from minutebook.recognise.kinds import is_kind
from minutebook.recognise.wordlists import is_listed

VENUES = frozenset(
    ["hospital", "library", "office", "museum", "institute", "infirmary", "section"]
)
# in the (Marsh Library),  at (Marsh Hospital),  Room 3, (Marsh Hospital)
VENUE = re.compile(r"(?:\b(?:in|at|near|outside|behind)(?: the)?|,|Venue:) $")
# closure of the (Marsh Museum),  a booking for (Marsh Institute)
BUILT = re.compile(
    r"\b(?:closure|opening|re-?opening|remodell?ing|refurbishment|restoration|demolition"
    r"|extension|repairs?|roof|rent(?:al)?|hire|bookings?|plans|building)[ ]"
    r"(?:[a-z]{2,10}[ ]){0,2}?(?:of|for|to|at)[ ](?:[Tt]he[ ])?(?:new[ ])?$"
)
PAPER = re.compile(r"[ ](?:Reports?|Matters|Update|Issues|and[ ]Crime)\b")


def is_shown(
    view: str,
    begin: int,
    stop: int,
    head: str,
    flags: frozenset[str],
    words: list[str],
) -> bool:
    """Return whether the words beside it show a body, where the head noun may not."""
    if is_kind(head, words):
        return False
    if "cued" in flags:
        return _is_beside_cue(view, begin, stop, head, flags, words)
    if head == "bank" and words:
        return bool(ACCOUNT.search(view, max(0, begin - 40), begin))
    if head == "construction" and not STREETS.isdisjoint(words):
        return False
    if _is_met_in(view, begin, stop, head):
        return False
    listed = view[begin - 3 : begin] == "\x00, "
    built = head in VENUES or head in ("branch", "centre", "leisure centre")
    if built and not listed and BUILT.search(view, max(0, begin - 48), begin):
        return False
    if head in VENUES and not listed and VENUE.search(view, max(0, begin - 12), begin):
        return False
    if head == "police" and not words and PAPER.match(view, stop):
        return False
    if head == "services":
        owned = (
            view[begin : begin + 3].isupper() and len(words) > 1
        )  # SBC Youth Services
        return (
            owned or has_cue(view, begin, stop) or view[stop : stop + 2] in (" (", " [")
        )
    return head != "police" or bool(words) or _the(view, begin, stop)


def _is_beside_cue(
    view: str,
    begin: int,
    stop: int,
    head: str,
    flags: frozenset[str],
    words: list[str],
) -> bool:
    """Return whether something beside it shows a body, where a house may be meant."""
    if not STREETS.isdisjoint(words):
        return False
    if head == "fund":
        return not is_listed(words[0]) and bool(GIVES.match(view, stop))
    if "trade" in flags and _is_own(view, words, view[begin:stop]):
        return True
    if "print" in flags or head in PRESS:
        printed = is_paper(view, begin)
        return printed or ("print" not in flags and has_cue(view, begin, stop))
    listed = head.endswith("church") and (
        view[begin - 2 : begin] == "\x00 "
        or _opens_entry(view, begin, stop)
        or (begin < OPENING and _fills_line(view, begin, stop))
    )
    listed = listed or bool(head in DIGGERS and PRICED.match(view, stop))
    return listed or has_cue(view, begin, stop) or is_met(view, begin, stop)


def is_met(view: str, begin: int, stop: int) -> bool:
    """Return whether something is done with, or by, this one name.

    >>> is_met("a talk with Marsh Builders", 12, 26), is_met("near Marsh", 5, 10)
    (True, False)
    """
    led = view.endswith((" with ", " by "), max(0, begin - 6), begin)
    return led and " and " not in view[begin:stop]


# an account at (Marsh State Bank)   $4,000 with (Harrow Bank)
ACCOUNT = re.compile(
    r"(?:accounts?|deposits?|depositor(?:y|ies)|loan|mortgage|[$£€][ ]?[\d,.]{1,12})"
    r"[ ](?:at|with|from|[–-])[ ](?:the[ ])?$",
    re.IGNORECASE,
)
# the Penrose Fund (has asked),  the Penrose Fund (would pay)
GIVES = re.compile(
    r"[ ](?:(?:has|have|had|will|would)[ ](?!been|be\b)(?:also[ ]|now[ ]|not[ ])?[a-z]+"
    r"|asked|agreed|awarded|gave|granted|offered|replied|refused|requires?|wrote)\b"
)
PRESS = frozenset(
    [
        *("gazette", "herald", "tribune", "chronicle", "courier", "telegraph", "echo"),
        *("clarion", "advertiser", "mercury", "express", "journal", "times", "news"),
    ]
)
# an advert in the (Marsh Echo)   was published in (Harrow News)
IN_PRESS = re.compile(
    r"\b(?:adver\w{1,12}|articles?|notices?|published|printed|letters?|appear\w{0,4}"
    r"|placed|coverage|features?|featured)[ ](?:\w+[ ]){0,3}in[ ](?:the[ ])?$"
)
IN_ENDS = (" in ", " in the ")


def is_paper(view: str, begin: int) -> bool:
    """Return whether something was printed in what begins there.

    >>> is_paper("a notice in the Marsh Observer", 16), is_paper("the Observer", 4)
    (True, False)
    """
    return view.endswith(IN_ENDS, 0, begin) and bool(
        IN_PRESS.search(view, max(0, begin - 60), begin)
    )


DIGGERS = frozenset(
    [
        *("paving", "fencing", "roofing", "landscaping", "landscapes", "groundworks"),
        *("plumbing", "electrical", "joinery", "builders", "contractors", "excavating"),
        *(
            "asphalt",
            "surfacing",
            "tarmacadam",
            "scaffolding",
            "decorators",
            "flooring",
        ),
    ]
)
PRICED = re.compile(r"[ ]?[-–:(]?[ ]?[£$€][ ]?\d")  # Penrose Paving (£40)
STREETS = frozenset(
    ["road", "lane", "street", "drive", "avenue", "close", "way", "off"]
)
HOUSES = frozenset(
    [
        "school",
        "college",
        "academy",
        "university",
        "club",
        "church",
        "chapel",
        "institute",
        "hub",
        "centre",
        "archives",
        "institution",
        "legion",
    ]
) | {"enterprise centre"}
# The meeting was held in (Marsh School)   7.30pm at (Marsh Club)   Venue: (Marsh Hub)
MET_IN = re.compile(
    r"(?:\b(?:held|[Mm]eet|[Mm]eeting|[Mm]et|[Vv]enue|place|HELD|gathered)"
    r"|\d[ ]?[ap]\.?m\.?|\d[.:]\d\d|\b(?:19|20)\d\d)(?:[ ]again)?[,:]?[ ]"
    r"(?:(?:in|at|via|IN|AT)[ ](?:[Tt]he[ ]|THE[ ])?)?$"
)


def _is_met_in(view: str, begin: int, stop: int, head: str) -> bool:
    """Return whether the name is of the house where the meeting was held."""
    if head not in HOUSES:
        return head == "nursery" and is_landmark(view, begin)
    if is_landmark(view, begin):
        return True
    if re.match(r",?[ ](?:at|on|AT|ON)[ ]\d", view[stop : stop + 8]):
        return True
    return bool(MET_IN.search(view, max(0, begin - 40), begin))


def _is_own(view: str, words: list[str], name: str) -> bool:
    """Return whether the first word before a trade is a name's own, and no common one.

    >>> _is_own("Zorbex Roofing", ["zorbex"], "Zorbex Roofing")
    True
    >>> _is_own("Flat Roofing: a flat roof", ["flat"], "Flat Roofing")
    False
    """
    return (
        bool(words)
        and " and " not in name
        and words[0].isalpha()
        and not words[0].endswith(("ed", "ing", "al"))
        and not is_listed(words[0])
        and not has_word(view, words[0])
    )


OPENING = 500  # characters in which a document says whose it is


def _fills_line(view: str, begin: int, stop: int) -> bool:
    r"""Return whether nothing else stands on the line of a name, a comma's rest aside.

    >>> view = "Marsh Church\nMinutes"
    >>> _fills_line(view, 0, 12), _fills_line("in Marsh Church", 3, 15)
    (True, False)
    """
    opens = begin == 0 or view[begin - 1] == "\n"
    return opens and view[stop : stop + 1] in ("\n", ",", "")


def _opens_entry(view: str, begin: int, stop: int) -> bool:
    """Return whether the name opens a line and a dash follows it."""
    before = view[max(0, begin - 4) : begin].rpartition("\n")
    opens = bool(before[1] or begin == 0) and not before[2].strip(" •*-–·")
    return opens and view[stop : stop + 3] in (" - ", " – ")


def _the(view: str, start: int, end: int) -> bool:
    return view[max(0, start - 4) : start].casefold() == "the " or has_cue(
        view, start, end
    )
