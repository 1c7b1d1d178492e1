"""Words beside a name that show that it is a body: it replies, it is written to."""

from __future__ import annotations

import re

# a letter from Zorbex   contact Zorbex   informed by Zorbex   on behalf of Zorbex
BEFORE = re.compile(
    r"""\b(?:
        contact(?:ed|ing)? | informed | approach(?:ed)? | ask(?:ed)?
      | represent(?:ing|s|ed)
      | wr(?:ite|ote|itten|iting)[ ]to
      | (?:liais(?:e|ed|ing)|meeting|met|discussions?|discussed|speak|spoke|spoken
          |agreement|contract|work|worked|working)[ ]with
      | (?:discuss|raised?)[ ](?:(?:this|it|them)[ ])?with
      | report(?:ed)?[ ](?:(?:it|this|them)[ ])?to
      | (?:letter|e-?mail|reply|response|quot(?:e|ation)|invoice|grant|funding|support
          |feedback|correspondence|report|representatives?|update|message|complaint
          |notification|confirmation|advice|donation|request)[ ](?:from|to|by|of)
      | (?:received|heard|awaited)[ ]from
      | (?:informed|employed|owned|provided|run|installed|carried[ ]out|undertaken
          |advised|funded|organised|supplied|issued|submitted|sent)[ ]by
      | (?:sent|paid|affiliated|submitted)[ ]to
      | (?:behalf|members?)[ ]of | staff[ ]at
    )[ ](?:the[ ])?$""",
    re.VERBOSE | re.IGNORECASE,
)

AGENT = r"""(?:
    agreed|advised|confirmed|reported|inform(?:ed|s)|replied|responded|asked|requested
    |offered|refused|provided?|said|stated|wrote|announced|proposed|undert(?:ook|aken)
    |supplied|quoted|intends?|wants?|gave|given|decided|written|promised|sent|made|carried
    |completed|received|responsible|unable|willing|looking|planning|working|considering
    |carrying|taking|aware|been|going|currently|still|not|now|also|contacted
    |be[ ](?:contacted|asked))"""
# Zorbex has agreed   Zorbex are looking   Zorbex's engineers   Zorbex Newsletter
AFTER = re.compile(
    rf"""(?:[’']s)?[ ](?:
        (?:have|has|had|will|would)[ ](?:also[ ]|now[ ]|not[ ]|since[ ])?\w
      | (?:are|were|is|was)[ ]{AGENT}\b
      | {AGENT}\b
      | (?:representatives?|officers?|staff|engineers?|officials?|website|contractors?
          |councillors?|[Nn]ewsletters?|[Cc]irculars?|[Oo]ffices?|AGM|[Cc]onference
          |[Mm]embership|[Ss]ubscription|[Bb]riefing|[Rr]eport|[Mm]agazine|[Ii]nvoice
          |[Gg]rant|[Tt]raining)\b )""",
    re.VERBOSE,
)

# Ada Penrose, Zorbex   Ada Penrose (Zorbex)   Mr Penrose from Zorbex
PERSON = re.compile(r"\x00(?:,[ ]|[ ]?[(\[]|[ ](?:from|of|at)[ ](?:the[ ])?)$")


def has_cue(view: str, start: int, end: int) -> bool:
    """Return whether somebody deals with, or something is done by, this name.

    >>> has_cue("a letter from Zorbex was read", 14, 20)
    True
    """
    before = view[max(0, start - 40) : start]
    return bool(
        AFTER.match(view, end)
        or (asks_before(before) and BEFORE.search(before))
        or ("\x00" in before and PERSON.search(before))
    )


LAST_WORDS = frozenset(
    [
        "contact",
        "contacted",
        "contacting",
        "to",
        "with",
        "from",
        "by",
        "of",
        "informed",
        "approach",
        "approached",
        "ask",
        "asked",
        "representing",
        "represents",
        "represented",
        "represent",
        "at",
        "advise",
    ]
)


def asks_before(before: str) -> bool:
    """Return whether the last word may be one that asks for a body: a cheap look.

    >>> asks_before("a letter from the "), asks_before("the old ")
    (True, False)
    """
    words = before.split()[-2:]
    if words and words[-1] == "the":
        words.pop()
    return bool(words) and words[-1].casefold() in LAST_WORDS


# a quotation from Zorbex   installed by Zorbex
TRADE = re.compile(
    r"""(?: (?:quot(?:e|ation)|estimate|invoice|price|tender|bill|payment|order|brochure
          |catalogue|donation|sponsorship)s?
        [ ](?:(?:was|were|had[ ]been|has[ ]been)[ ])?
        (?:received[ ])?(?:from|to)
      | (?:donated|supplied|installed|employed|manufactured|owned|printed)[ ]by
      | insured[ ]with )[ ](?:the[ ])?$""",
    re.VERBOSE | re.IGNORECASE,
)
# a letter from Zorbex   contact Zorbex
WRITES = re.compile(
    r"""(?: (?:leaflet|letter|e-?mail|reply|response|correspondence|survey|statement
          |complaint|update|request|grant|funding)s?[ ](?:received[ ])?from
      | received[ ]from | contact(?:ed)? | (?:used|run)[ ]by
      | (?:work|working|meeting|discussed|link[ ]up)[ ]with | advise
        )[ ](?:the[ ])?$""",
    re.VERBOSE | re.IGNORECASE,
)
# Zorbex have quoted   Zorbex has agreed   Zorbex will supply
ACTS = re.compile(
    r"""[ ](?:
        have[ ](?:also[ ]|now[ ]|not[ ]|since[ ]|very[ ]kindly[ ]|kindly[ ])?(?!been)
        [a-z]+(?:ed|en|ne|ought|ade|ven)\b
      | (?:has|had)[ ](?:also[ ]|now[ ]|not[ ]|since[ ])?
        (?:agreed|offered|quoted|withdrawn|confirmed|replied|advised|provided|supplied
          |noted|written|carried|completed|installed|responded)\b
      | will[ ](?:also[ ]|now[ ])?(?:arrange|provide|supply|install|deliver|carry) )""",
    re.VERBOSE,
)


def deals(view: str, start: int, end: int) -> int:
    """Return how sure it is that a name without a head noun is a body, 0 to 2.

    >>> deals("a quotation from Zorbex was high", 17, 23)
    2
    >>> deals("a letter from Zorbex was read", 14, 20)
    1
    """
    before = view[max(0, start - 50) : start]
    if view[end : end + 5] in (" have", " has ", " had ", " will") and ACTS.match(
        view, end
    ):
        return 2
    if asks_before(before):
        if TRADE.search(before):
            return 2
        if WRITES.search(before):
            return 1
    return 1 if "\x00" in before and PERSON.search(before) else 0
