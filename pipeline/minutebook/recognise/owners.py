"""Finds the body that a committee's name tells of: (Marsh Bowling Club) Committee."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutebook.recognise.heads import Found
from minutebook.recognise.runs import LINKS, fold
from minutebook.recognise.wordlists import words_of

# (Marsh Bowling Club) Management Committee   (Quarry Lane School) Parent Council
OWNER = re.compile(
    r"""(?P<owner>\S.{2,70}[ ](?:
          (?:Association|Club|Foundation|Forum|Society|Surgery|Township)
          (?=[ ](?:(?:Executive|Full|General|Main|Management|Patients?
            |Patient[ ]Participation)[ ])?(?:Board|Committee|Group)$)
        | (?:Association|Club|District|Foundation|Society|Township)
          (?=[ ]Board[ ]of[ ](?:Directors|Trustees)$)
        | (?:Academy|College|School)
          (?=[ ](?:Full[ ])?(?:Parent|Governing)[ ](?:Board|Body|Council)$) ))""",
    re.VERBOSE | re.IGNORECASE,
)

# the Council of the (Rural Municipality of Hale No. 512)
COUNCIL_OF = re.compile(
    r"(?:Municipal[ ])?Council[ ]of[ ]the[ ](?P<owner>(?:Rural[ ]|Regional[ ])?"
    r"(?:Municipality|City|Town|Township|Village|County|District|Borough)"
    r"[ ]of[ ](?:the[ ])?\S.{2,60})$",
    re.IGNORECASE,
)

# a body's name where the document itself gives it as whose minutes they are
HEADINGS = frozenset(
    f"org-{x}" for x in ("heading", "head-board-of-directors", "head-board-of-trustees")
)


def find_owners(headings: Iterable[Found]) -> Iterator[Found]:
    """Yield the bodies whose committees the headings of a document name.

    >>> heading = Found(5, 33, "Marsh Bowling Club Committee", "org-heading", 0.95)
    >>> [(x.start, x.end, x.name) for x in find_owners([heading])]
    [(5, 23, 'Marsh Bowling Club')]
    """
    for heading in headings:
        if heading.rule not in HEADINGS:
            continue
        match = OWNER.match(heading.name) or COUNCIL_OF.match(heading.name)
        whole = heading.end - heading.start == len(heading.name)
        if match and whole and _has_own_word(match["owner"]):
            start, end = (heading.start + x for x in match.span("owner"))
            yield Found(start, end, fold(match["owner"]), "org-owner", 0.7)


def _has_own_word(name: str) -> bool:
    """Return whether some word before the last tells this body from others of its kind.

    >>> _has_own_word("Quarry Lane School"), _has_own_word("Primary School")
    (True, False)
    """
    generic = words_of("name_words", "generic")
    *words, _ = name.casefold().split()
    return any(x not in generic and x not in LINKS for x in words)
