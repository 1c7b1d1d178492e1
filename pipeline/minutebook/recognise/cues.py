"""Words beside a name that show that it is a body: it replies, it is written to."""

from __future__ import annotations

import re

ASKS = r"""(?: contact(?:ed|ing)? | wr(?:ite|ote|itten)[ ]to | writing[ ]to | liais(?:e|ed|ing)[ ]with
    | (?:letter|email|e-mail|reply|response|quote|quotation|invoice|grant|funding|support|feedback
        |correspondence|report|representatives?|update|message|complaint|notification|confirmation
        |advice|donation|request)[ ](?:from|to|by|of)
    | report(?:ed)?[ ](?:it[ ]|this[ ]|them[ ])?to | informed[ ]by | informed | approach(?:ed)?
    | ask(?:ed)? | raised?[ ](?:it[ ]|this[ ])?with | (?:meeting|met|discuss(?:[ ](?:this|it|them))?|discussions?|discussed|speak|spoken|spoke|agreement|contract|working|work(?:ed)?)[ ]with
    | (?:on[ ])?behalf[ ]of | represent(?:ing|s|ed) | employed[ ]by | owned[ ]by | provided[ ]by | run[ ]by
    | received[ ]from | heard[ ]from | awaited[ ]from | installed[ ]by | carried[ ]out[ ]by | undertaken[ ]by
    | advised[ ]by | funded[ ]by | organised[ ]by | supplied[ ]by | issued[ ]by | sent[ ](?:to|by) | paid[ ]to
    | member[ ]of | members[ ]of | staff[ ]at | affiliated[ ]to | submitted[ ](?:to|by) )"""
BEFORE = re.compile(rf"\b{ASKS}[ ](?:the[ ])?$", re.VERBOSE | re.IGNORECASE)

AGENT = r"""(?:agreed|advised|confirmed|reported|inform(?:ed|s)|replied|responded|asked|requested
    |offered|refused|provided?|said|stated|wrote|announced|proposed|undert(?:ook|aken)|supplied
    |quoted|intends?|wants?|gave|given|decided|written|promised|sent|made|carried|completed
    |received|responsible|unable|willing|looking|planning|working|considering|carrying|taking
    |aware|been|going|currently|still|not|now|also|be[ ]contacted|be[ ]asked|contacted)"""
AFTER = re.compile(
    rf"""(?:[’']s)?[ ](?:
        (?:have|has|had|will|would)[ ](?:also[ ]|now[ ]|not[ ]|since[ ])?\w
      | (?:are|were|is|was)[ ]{AGENT}\b
      | {AGENT}\b
      | (?:representatives?|officers?|staff|engineers?|officials?|website|contractors?|councillors?
        |[Nn]ewsletters?|[Cc]irculars?|[Oo]ffices?|AGM|[Cc]onference|[Mm]embership|[Ss]ubscription
        |[Bb]riefing|[Rr]eport|[Mm]agazine|[Ii]nvoice|[Gg]rant|[Tt]raining)\b )""",
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
        or asks_before(before)
        and BEFORE.search(before)
        or "\x00" in before
        and PERSON.search(before)
    )


LAST_WORDS = frozenset(
    """contact contacted contacting to with from by of informed approach approached ask
    asked representing represents represented represent at advise""".split()
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
        |catalogue|donation|sponsorship)s?[ ](?:was[ ]|were[ ]|had[ ]been[ ]|has[ ]been[ ])?
        (?:received[ ])?(?:from|to)
      | donated[ ]by | supplied[ ]by | installed[ ]by | employed[ ]by | manufactured[ ]by
      | insured[ ]with | owned[ ]by | printed[ ]by )[ ](?:the[ ])?$""",
    re.VERBOSE | re.IGNORECASE,
)
# a letter from Zorbex   contact Zorbex
WRITES = re.compile(
    r"""(?: (?:leaflet|letter|e-?mail|reply|response|correspondence|survey|statement
        |complaint|update|request|grant|funding)s?[ ](?:received[ ])?from
      | received[ ]from | contact(?:ed)? | used[ ]by | run[ ]by | work(?:ing)?[ ]with
      | meeting[ ]with | discussed[ ]with | link[ ]up[ ]with | advise )[ ](?:the[ ])?$""",
    re.VERBOSE | re.IGNORECASE,
)
# Zorbex have quoted   Zorbex has agreed
ACTS = re.compile(
    r"""[ ](?: have[ ](?:also[ ]|now[ ]|not[ ]|since[ ]|very[ ]kindly[ ])?(?!been)[a-z]+(?:ed|en|ne|ought|ade|ven)\b
      | (?:has|had)[ ](?:also[ ]|now[ ]|not[ ]|since[ ])?(?:agreed|offered|quoted|withdrawn|confirmed
        |replied|advised|provided|supplied|noted|written|carried|completed|installed|responded)\b
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
