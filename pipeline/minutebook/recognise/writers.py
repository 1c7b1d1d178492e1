"""Finds bodies that wrote: "13. Correspondence: Zorbex - request for a donation"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from minutebook.grammar.anchors import fold_case, holds_any
from minutebook.recognise.heads import Found, name_end
from minutebook.recognise.payees import is_own, payee
from minutebook.recognise.runs import Token, fold, is_acronym
from minutebook.recognise.wordlists import words_of

# 13. Correspondence:   9 Relevant Correspondence and Emails   LETTERS RECEIVED
HEADING = re.compile(
    r"^[^\n]{0,24}?\b(?:correspondence|letters[ ]received|communications[ ]received)\b"
    r"(?:[ ](?:and|&|/)?[ ]?e-?mails?)?[^\n:]{0,12}(?::[-–]?[ ]?|$)",
    re.IGNORECASE | re.MULTILINE,
)
SPAN = 2400  # characters that a list of letters may have
# 14. Date of next meeting   AOCB   PLANNING APPLICATIONS
CLOSING = re.compile(
    r"^\W{0,3}(?:\d[\d./]{0,8}[.):]?[ ]{1,4}[A-Z][^\n]{2,60}$|[A-Z][A-Z &’'/-]{5,60}$)",
    re.MULTILINE,
)
# where an entry of the list begins
ENTRY = re.compile(
    r"(?:^|[.;][ ]{1,3}|(?<=:[ ])|\A)[•*·▪∑\s–-]{0,6}"
    r"(?:\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})[.)][ ]{1,3})?(?=[A-Z])",
    re.MULTILINE,
)
# (Zorbex)( - )request   (Zorbex)( )newsletter
LINK = r"(?:[’']s)?(?:[ ]{0,2}[-–—:,][ ]{0,2}|[ ])(?:the[ ]|an?[ ]|their[ ])?"
# Zorbex Hale - request for   Zorbex Hale newsletter   Zorbex Hale advising
SENT = re.compile(
    rf"""{LINK}
    (?: [Rr]equest(?:s|ing|ed)? | [Ll]etters? | [Ee]-?mails? | [Nn]ewsletters?
      | [Nn]otification | [Aa]ppeal | [Tt]hank(?:s|ing) | [Aa]dvis(?:ing|es?|ed)
      | [Aa]sk(?:ing|s|ed)? | [Ii]nform(?:ing|s|ed) | [Aa]cknowledg(?:ing|es|ement)
      | [Cc]onfirm(?:ing|ation|s|ed) | [Oo]ffer(?:ing|s|ed)? | [Rr]eply | [Rr]esponse
      | [Rr]enewal | [Ss]ubscription | [Cc]atalogue | [Bb]rochure | [Mm]agazine
      | [Ee]nclos(?:ing|ed) | [Ss]end(?:ing|s) | seeking | consulting
      | objecting )\b""",
    re.VERBOSE,
)
# HVT - AGM   HVT training   Zorbex - details of
TOLD = re.compile(
    rf"""{LINK}
    (?: [Nn]otice | [Mm]eeting | [Ss]eminar | [Ww]orkshop | [Ii]nvitation | [Ii]nvite
      | [Mm]embership | [Bb]ulletin
      | [Cc]ircular | [Cc]onsultation | [Dd]onation | [Dd]etails | [Ii]nformation
      | [Uu]pdate | [Tt]raining | [Ss]urvey | AGM | A\.G\.M\. | [Aa]nnual
      | [Cc]onference | re\b | [Rr]egarding | concerning | looking )\b""",
    re.VERBOSE,
)


def find_writers(
    view: str, runs: list[list[Token]], found: list[Found]
) -> Iterator[Found]:
    """Yield the names at the head of an entry in a list of letters.

    >>> from minutebook.recognise.runs import find_runs
    >>> view = "13. Correspondence: Zorbex - request for a donation"
    >>> [x.name for x in find_writers(view, list(find_runs(view)), [])]
    ['Zorbex']
    """
    heads = [run[0].start for run in runs]
    taken = sorted((x.start, x.end) for x in found)
    for begin, stop in letters(view):
        for entry in ENTRY.finditer(view, max(0, begin - 2), stop):
            number = bisect_left(heads, entry.end())
            if number == len(heads) or heads[number] != entry.end():
                continue
            name = writer(runs[number], view)
            if not name:
                continue
            start, end = name[0].start, name_end(name[-1])
            place = bisect_left(taken, (start, end))
            near = taken[max(0, place - 1) : place + 2]
            if not any(a < end and start < b for a, b in near):
                text = fold(view[start:end])
                yield Found(start, end, text, "org-writer", 0.5)


def letters(view: str) -> Iterator[tuple[int, int]]:
    """Yield where each list of letters begins and ends.

    >>> [x for x in letters("9. Correspondence\\nZorbex AGM\\n10. Any other business")]
    [(17, 29)]
    """
    folded = fold_case(view)
    headed = holds_any(folded, ("correspondence", "letters rec", "communications rec"))
    for heading in HEADING.finditer(view) if headed else ():
        stop = min(len(view), heading.end() + SPAN)
        closing = CLOSING.search(view, heading.end() + 1, stop)
        yield heading.end(), closing.start() if closing else stop


def writer(tokens: list[Token], view: str) -> list[Token]:
    """Return the words of a run that name who wrote, none if they cannot."""
    name = payee(tokens, view)
    if not name or name[0].fold in words_of("name_words", "acronym"):
        return []
    if is_acronym(name[0]) and len(name[0].text) > 2 and "/" not in name[0].text:
        end = name_end(name[-1])
        told = SENT.match(view, end) or TOLD.match(view, end)
        return name[:1] if told or len(name) > 1 else []
    places = words_of("name_words", "place")
    if any(x.fold in places for x in name) or not is_own(name[0], view):
        return []
    if SENT.match(view, name_end(name[-1])):
        return name if len(name) > 1 or len(name[0].text) > 3 else []
    first = len(name) == 1 and len(name[0].text) > 3
    return name if first and TOLD.match(view, name_end(name[0])) else []
