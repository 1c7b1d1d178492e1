"""Sentences that say who came, who apologised and who was absent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.anchors import find_words, matches_at
from minutebook.grammar.names import find_names

# "Members present were Ada Penrose, Tom Holt and Clerk Ann Bell."
_WERE_PRESENT = re.compile(
    r"""
    (?: \b (?: present | in\s{1,9}attendance | attending
        | (?<=those\s)who\s{1,9}attended )
        (?: \s{1,9} (?:at|for|on\s{1,9}behalf\s{1,9}of|the) \s{1,9} [^.,;:\n]{3,50}? )?
        \s{1,9} (?: were | was | included ) (?: \s{1,9} also )?
      | \b following \s{1,9} (?: \w{3,12} \s{1,9} ){0,2} (?:(?: were | was )
        \s{1,9} )? (?: present | in \s{1,9} attendance ) (?= \s{0,3} : )
      | (?: (?<=[.;]\s) | (?<=[.;]\s\s) ) (?: guests | visitors | observers | staff
          | officers | administration | officials ) \s{1,9}
        (?: present \s{1,9} )? (?: were | included ) (?= \s{1,9} (?-i:[A-Z]) )
      | (?<=[.;]\s) Also (?= \s{1,3} (?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b )
      | (?<=[.;]\s) (?: (?: (?:also|others?|guests|visitors|observers|staff|officers
          |officials) \s{1,9} (?:\w{4,15}\s{1,9}){0,2} )? present
          | (?:also\s{1,9})? in\s{1,9}attendance ) (?= \s? : | , \s (?-i:[A-Z]) ) ,?
      | (?<=[.;]\s) roll\s{1,9}call (?: \s{1,9}was\s{1,9}taken )?
        (?= \s{0,3}: \s{0,9}+ (?!(?:yes|yeas?|ayes?|nays?|noe?s?|all)\b)
          (?![^.\n]{0,80}\b(?:yes|yea|aye|nay|no)\b) )
      | \b following \s{1,9} (?: [\w-]{4,15} \s{1,9} ){0,2}
        (?: answered | responded\s{1,9}to | answering ) \s{1,9} (?:the\s{1,9})?
        (?:roll(?:\s{1,9}call)?|call\s{1,9}of\s{1,9}the\s{1,9}roll) (?= \s{0,3}: )
      | \b (?: meeting | session ) \s{1,9} was \s{1,9} (?: also\s{1,9} )? attended
        \s{1,9} by )
    \s{0,9} :? \s{1,9} (?: the\s{1,9}following \s{0,9} :? \s{0,9} )?
    (?= [A-Za-z] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


_PRESENT_WORDS = (
    *("present", "in attendance", "attending", "meeting", "session", "also"),
    *("following", "guests", "visitors", "observers", "roll call", "other"),
    *("staff", "officers", "administration", "officials"),
)


def find_present(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of names in sentences that say who was present.

    >>> text = "Also present were Ada Penrose and Tom Holt. They spoke."
    >>> [text[a:b] for a, b in find_present(text)]
    ['Ada Penrose and Tom Holt']
    """
    return tuple(
        (match.end(), end_of_sentence(text, match.end()))
        for match in matches_at(_WERE_PRESENT, text, _PRESENT_WORDS)
    )


_THEN_ABSENT = re.compile(
    r"\.\s{1,3}Absent(?:[/ ]{1,3}excused)?(?:\s{1,3}w(?:as|ere))?\s?:\s{1,9}(?=[A-Z])"
)


def find_silent(text: str) -> tuple[tuple[int, int], ...]:
    """Return the names of those who sent no apologies.

    >>> text = "No apologies were received from Tom Holt. All agreed."
    >>> [text[a:b] for a, b in find_silent(text)]
    ['Tom Holt']
    """
    return tuple(
        (match.end(), end_of_sentence(text, match.end()))
        for match in matches_at(_SILENT, text, ("no",))
    )


_SILENT = re.compile(
    r"no\s{1,3}apolog(?:y|ies)\s{1,3}(?:(?:were|was|had|have|been)\s{1,3}){0,3}"
    r"(?:received|given|sent|tendered)\s{1,3}(?:from|by)\s{1,3}(?=[A-Z])",
    re.IGNORECASE,
)


def find_absent_behind(
    text: str, present: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Return the names behind "Absent:" in the sentence after one on who was present.

    >>> text = "Also present were Ada Penrose and Tom Holt. Absent: Ann Bell. They met."
    >>> [text[a:b] for a, b in find_absent_behind(text, find_present(text))]
    ['Ann Bell']
    """
    found = (_THEN_ABSENT.match(text, end) for _, end in present)
    return tuple((x.end(), end_of_sentence(text, x.end())) for x in found if x)


# "Apologies for absence were received from ...", "noted apologies from ..."
_FROM = re.compile(
    r"""
    \b (?: apolog(?:y|ies) | regrets ) \b
    (?P<middle> (?: (?!\bapolog) [^.;:] ){0,110}? )
    (?: \b (?: from | by | on\s{1,9}behalf\s{1,9}of
        | (?:of|for) (?= \s{1,9} (?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr) \b )
      ) \b \s{0,9} (?: : \s{0,9}[-–]? )? |
      : \s{0,9} [-–] )
    \s{0,9}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Tom Holt had sent his apologies"
_SENT = re.compile(
    r"""
    \b (?: (?: had | has | have | also ) \s{1,9} ){0,2}
    (?: sent | gave | given | tendered | submitted | sends? | submits? | gives?
      | offered | extended )
    (?: \s{1,9} (?: in | his | her | their | my | an ) ){0,2} \s{1,9}
    (?:apolog(?:ies|y)|regrets) \b
    (?! \s{1,9} to \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SORRY = ("apology", "apologies", "regrets")


def _find_sent(text: str) -> Iterator[re.Match[str]]:
    """Yield where somebody sends apologies, looked for before the word."""
    low = 0
    for start, end in find_words(text, _SORRY_WORDS):
        match = _SENT.search(text, max(low, start - 40), end + 6)
        if match and not (match[0][0] == "S" and _LABELS.match(text, match.end())):
            low = match.end()
            yield match


_LABELS = re.compile(r"[*_\s]{0,4}:")  # "Sent apologies:", a label
_SORRY_WORDS = (
    *("apologies", "Apologies", "apology", "Apology", "regrets", "Regrets"),
)
_OTHER_MEETING = re.compile(
    r"(?:previous|last|earlier)\s{1,9}(?:meeting|minutes)|should\s{1,9}(?:read|have)|omitted"
    r"|amend|correction",
    re.IGNORECASE,
)
# a full stop that ends a sentence, not one of "J.", "Mr.", "Cllr."
_STOP = re.compile(
    r"\.(?<![A-Z].)(?<!\b[MD]r.)(?<!\bMrs.)(?<!\bMs.)(?<!\bCllr.)(?<!\bCllrs.)"
    r"(?<!\bMessrs.)(?<!\bCr.)(?<!\bSt.)(?<!\bRev.)(?<!\bRevd.)(?<!\bProf.)(?<!\bHon.)"
    r"(?<!\bVen.)(?<!\bSgt.)(?<!\bSupt.)(?<!\bWm.)(?<!\bAdmin.)(?<!\bAsst.)(?<!\bDept.)"
    r"(?<!\bExec.)(?<!\bMgr.)(?=\s|$|[A-Z])|\n\s{0,9}\n(?=\s{0,9}(?:\d|[A-Z]{4}))"
)


def end_of_sentence(text: str, start: int, limit: int = 900) -> int:
    """Return where the sentence at `start` ends; stops after titles do not count.

    >>> text = "Mr. J. Holt and Cllr. Penrose. Then they met."
    >>> text[:end_of_sentence(text, 0)]
    'Mr. J. Holt and Cllr. Penrose'
    """
    end = min(len(text), start + limit)
    match = _STOP.search(text, start, end)
    return match.start() if match else end


def _sentence_start(text: str, at: int) -> int:
    """Return where the sentence begins that runs on to an offset."""
    start = low = max(0, at - 160)
    for match in _STOP.finditer(text, low, at):
        start = match.end()
    line = text.rfind("\n", start, at)
    if line >= 0:
        before = text[text.rfind("\n", 0, line) + 1 : line].rstrip()
        start = line + 1 if len(before) < 50 or before[-1] in ".:;" else start
    return start


def find_apologies(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of names in sentences that say who apologised.

    >>> text = "Apologies had been received from Tom Holt and Ann Bell. All agreed."
    >>> [text[a:b] for a, b in find_apologies(text)]
    ['Tom Holt and Ann Bell']
    """
    found = []
    for match in matches_at(_FROM, text, _SORRY):
        around = text[max(0, match.start() - 160) : match.end()]
        if _MOTION.search(match["middle"]) or _LATE.search(match["middle"]):
            continue
        silent = text[max(0, match.start() - 3) : match.start()].casefold() == "no "
        if not silent and not _OTHER_MEETING.search(around):
            end = end_of_sentence(text, match.end())
            late = _AND_LATE.search(text, match.end(), end) or _AND_CAME.search(
                text, match.end(), end
            )
            found.append((match.end(), late.start() if late else end))
    for match in _find_sent(text):
        before = _sentence_start(text, match.start())
        around = text[max(0, match.start() - 200) : match.end() + 40]
        if text[before : match.start()].rstrip().endswith("who"):
            names = find_names(text, before, match.start())
            before = names[-1].start if names else before
        if not _OTHER_MEETING.search(around):
            found.append((before, match.start()))
    return tuple(sorted(found))


# "apologies for lateness from Ann Bell": she came
_LATE = re.compile(
    r"^\s{1,3}for\s(?:lateness|(?:late|early)\s\w{7,9}|arriving\slate)", re.I
)
_AND_LATE = re.compile(
    r",?\s(?:and|with)\s(?:(?:an|also)\s)?apolog(?:y|ies)\sfor\s(?:lateness|late|early)",
    re.I,
)
# "; Cllr Bell attended in place of Cllr Orr": who came
_AND_CAME = re.compile(
    r"[;,]\s(?:and\s)?(?=[A-Z][^;\n]{3,60}?\s(?:attended|attending|substituted"
    r"|(?:was|were|acted\sas)\s(?:an?\s|the\s)?substitut\w{1,5})\s)"
)
# "Apologies Resolution 4 Moved by Ada Penrose": who moved did not apologise
_MOTION = re.compile(r"\b(?:moved|proposed|seconded|motion)\b", re.IGNORECASE)
