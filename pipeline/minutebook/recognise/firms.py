"""Finds firms that bear people's names: Messrs Penrose & Holt, A B Penrose & Son."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.anchors import holds_any, matches_at
from minutebook.recognise.heads import Found
from minutebook.recognise.runs import UPPER, Token, fold, is_break
from minutebook.recognise.wordlists import given_names, is_listed, words_of

WORD = rf"[{UPPER}](?:[’'][{UPPER}])?[a-z][\w-]{{1,20}}\b"
# what a firm does, behind its name: (Messrs Penrose and Holt), Solicitors
CALLING = (
    r"(?:,[ ](?:the[ ])?)(?:[Ss]olicitors|[Aa]rchitects|[Aa]uditors|[Aa]ccountants"
    r"|[Ss]urveyors|[Bb]uilders|[Cc]ontractors|[Ee]ngineers|[Ee]state[ ]Agents"
    r"|[Cc]onsultants|[Ll]and[ ]Agents|[Vv]aluers|[Aa]uctioneers|[Bb]ankers)\b"
)
# Messrs. (Penrose & Holt)   Messrs (Penrose Holt),   Messrs (Penrose, Holt & Co)
MESSRS = re.compile(
    rf"""Messrs\.?[ ]
    (?P<name> (?: {WORD}(?:,[ ]{WORD}){{0,2}},?[ ]&[ ](?:{WORD}|Co\b\.?)
        | {WORD}[ ]{WORD}(?![ ](?:and\b|&|[{UPPER}])|,[ ](?!the\b|who\b)[{UPPER}])
        | {WORD}(?:[ ]{WORD})?[ ]and[ ]{WORD}(?={CALLING})
        | {WORD}(?:[ ]{WORD})?(?={CALLING})
        | {WORD}[ ]and[ ]{WORD}(?=[ ]at[ ]a[ ]fee|[ ](?:as|for)[ ](?:the[ ]|our[ ])?
            (?:[a-z]{{8}}[ ])?(?:auditors?|solicitors|architects|20\d\d))
        | (?:{WORD}[ ]){{1,3}}(?:Builders|Construction|Contractors|Engineering|Estates
            |Groundworks|Haulage|Hire|Homes|Motors|Plant|Services|Transport)\b ) )""",
    re.VERBOSE,
)
# (J Penrose) & Partners   (Penrose) and Sons
HOUSES = (" & ", " and ")
TAIL = re.compile(
    r"[ ](?:&|and)[ ](?:Sons?|Daughters?|Partners|Associates|Brothers|Co)\b(?![’'])"
)


def find_messrs(whole: str) -> list[Found]:
    """Return the firms that "Messrs" leads to, of the text with nobody masked.

    >>> text = "the tender of Messrs Penrose & Holt; Messrs Ada Holt and Tom Pym left"
    >>> [x.name for x in find_messrs(text)]
    ['Penrose & Holt']
    """
    found = []
    for match in matches_at(MESSRS, whole, ("Messrs",)):
        start, end = match.span("name")
        first, _, rest = match["name"].partition(" ")
        if "&" in rest or first.casefold() not in given_names():
            found.append(Found(start, end, fold(match["name"]), "org-messrs", 0.7))
    return found


# IAFF (Local 4410),  Teamsters Union Local No. 320,  Marsh Legion (Post 26)
NUMBERED = "Aerie|Chapter|Local|Lodge|Pack|Post|Troop"
COUNTED = re.compile(rf"(?:{NUMBERED})[ ](?:No\.?[ ]|#[ ]?)?\d")  # which it holds
LOCAL = re.compile(
    r"\b(?P<name>[A-Z][\w&-]{1,16}(?:[ ][A-Z][\w&-]{1,16}){0,3}[ ])"
    r"(?<!Amending )(?<!Repealing )(?<!Adding )(?<!Goal )(?<!Lamp )(?<!Sign )(?<!Gate )"
    rf"(?:{NUMBERED})[ ](?:No\.?[ ]|#[ ]?)?\d{{1,5}}\b"
)


def find_locals(view: str) -> list[Found]:
    """Return the branches of unions that bear a number.

    >>> [x.name for x in find_locals("a talk with IAFF Local 4410 on pay")]
    ['IAFF Local 4410']
    """
    if not COUNTED.search(view):
        return []
    return [
        Found(*x.span(), fold(x[0]), "org-local", 0.7)
        for x in LOCAL.finditer(view)
        if not x["name"].startswith(("The ", "Our ", "New "))
    ]


# Residents (Against) Dust,  Thornbeck (Against) The Quarry
_OWN = r"(?:[ ](?:[Tt]he[ ])?[A-Z][\w’'-]{2,16})"
AGAINST = re.compile(rf"\b[A-Z][\w’'-]{{2,16}}{_OWN}{{0,2}}[ ]Against{_OWN}{{1,3}}")
# (Save Our) Library,  (Stop the) Quarry Group
RALLY = re.compile(
    rf"\b(?:Save|Stop|Keep|Protect|Reclaim)[ ](?:Our|The|the){_OWN}{{1,3}}"
    r"(?=[ ](?:[Gg]roup|[Cc]ampaign|asked|handed|wrote|said|spoke|objected|had|have|has"
    r"|petition|were|was)\b)"
)


def find_campaigns(view: str) -> list[Found]:
    """Return the groups that are called after what they are for or against.

    >>> text = "Residents Against Dust and Save Our Library had written"
    >>> [x.name for x in find_campaigns(text)]
    ['Residents Against Dust', 'Save Our Library']
    """
    found = [*AGAINST.finditer(view)] if " Against " in view else []
    found += matches_at(RALLY, view, ("Save", "Stop", "Keep", "Protect", "Reclaim"))
    streets = words_of("name_words", "place")
    return [
        Found(*x.span(), fold(x[0]), "org-campaign", 0.6)
        for x in found
        if x[0].rpartition(" ")[2].casefold() not in streets
    ]


def is_house(whole: str, end: int) -> bool:
    """Return whether the name that ends here is a firm's: (Penrose) & Sons.

    >>> is_house("Penrose & Sons quoted", 7), is_house("Penrose and Holt", 7)
    (True, False)
    """
    return whole.startswith(HOUSES, end) and bool(TAIL.match(whole, end))


# what a firm does, before its name: (Consulting Engineers) Zorbex Hale
CALLINGS = frozenset(
    [
        *("accountants", "architects", "auditors", "builders", "consultants"),
        *("contractors", "developers", "engineers", "insurers", "solicitors"),
        *("suppliers", "surveyors", "valuers", "agents", "brokers"),
    ]
)
# of what kind they are
CALLING_KINDS = frozenset(
    [
        *("building", "civil", "consultant", "consulting", "estate", "external"),
        *("insurance", "internal", "land", "landscape", "planning", "quantity"),
        *("structural", "chartered", "main", "principal"),
    ]
)


def past_calling(tokens: list[Token]) -> int:
    """Return how many words before a firm's name tell what it does.

    >>> from minutebook.recognise.runs import tokens_of
    >>> texts = ("Consultants Zorbex Vane", "Civil Engineers Zorbex & Co", "Agents Fee")
    >>> [past_calling(tokens_of(x, 0, len(x))) for x in texts]
    [1, 2, 0]
    """
    words = 1 + (tokens[0].fold in CALLING_KINDS)
    if len(tokens) < words + 2 or tokens[words - 1].fold not in CALLINGS:
        return 0
    if tokens[words - 1].owns:
        return 0
    name = tokens[words]
    return 0 if is_break(name) or is_listed(name.fold) or name.text.isupper() else words


# the auditors, (Penrose Tom) - several who have one name are a firm
PLURAL_KIN = re.compile(
    rf"\b(?:{'|'.join(sorted(CALLINGS - {'agents'}))}|(?:estate|land) agents|bankers)"
    r"(?:,[ ]|[ ]\()$"
)


def is_plural_kin(view: str, name: Token) -> bool:
    """Return whether the name that begins there is one that several go by.

    >>> from minutebook.recognise.runs import tokens_of
    >>> texts = ("the auditors, Zorbex Tom", "the auditor, Zorbex Tom")
    >>> [is_plural_kin(x, tokens_of(x, x.index("Z"), len(x))[0]) for x in texts]
    [True, False]
    """
    before = view[max(0, name.start - 18) : name.start]
    if not before.endswith((", ", " (")) or is_listed(name.fold) or is_break(name):
        return False
    return bool(PLURAL_KIN.search(before))


# (Community Transport) Thornbeck   (Voluntary Action) Harrow Vale
LED = re.compile(
    rf"(?:Community[ ](?:Action|Links|Transport)|Voluntary[ ]Action"
    rf"|Volunteer[ ](?:Action|Centre)|Victim[ ]Support|Transition|Age[ ]Concern)"
    rf"(?:[ ]{WORD}){{1,3}}"
)
# Thornbeck (in Bloom),  Thornbeck (Over 60s) Club
BLOOM = re.compile(
    rf"{WORD}(?:[ ]{WORD}){{0,2}}[ ]in[ ]Bloom\b(?![ ](?:[Cc]ompetition|[Aa]ward))"
)
AGED = re.compile(
    rf"(?:{WORD}[ ]){{0,2}}Over[ -]?(?:50|55|60|65|70)[’']?s[ ]"
    r"(?:Club|Group|Association|Lunch[ ]Club|Social[ ]Club|Fellowship)\b"
)
AGES = tuple(f"Over{mark}{ten}" for mark in (" ", "-", "") for ten in "567")
LED_STARTS = ("Community ", "Volun", "Victim Support ", "Transition ", "Age Concern ")


def find_led(view: str) -> list[Found]:
    """Return the charities whose name opens with what they do, a place behind it.

    >>> view = "Community Transport Thornbeck met the Community Action Plan group"
    >>> [x.name for x in find_led(view)]
    ['Community Transport Thornbeck']
    """
    found = [
        x
        for x in matches_at(LED, view, LED_STARTS)
        if not any(is_listed(y.casefold()) for y in x[0].split()[-1:])
        and not is_listed(x[0].split()[1 if x[0][0] == "T" else 2].casefold())
    ]
    found += BLOOM.finditer(view) if " in Bloom" in view else []
    found += AGED.finditer(view) if holds_any(view, AGES) else []
    return [Found(*x.span(), fold(x[0]), "org-led", 0.7) for x in found]


# Mr Holt of (Holt )Leisure Ltd   from (J )Penrose Groundworks
SURNAME = re.compile(r"(?<![\x00A-Z.] )(?<!Cllr )\x00{3,}[ ]$")
INITIAL = re.compile(r"\b(?:by|from|of|to|with|and|for)[ ](?P<letter>[A-Z]\.?[ ])$")
COMPANY = re.compile(r"\b(?:Ltd|Limited|LLP|plc|PLC|Inc|LLC)\.?$")
# Hollins Water (Engineers)
TRADERS = re.compile(
    r"[ ](?:Engineers|Consultants|Contractors|Builders|Surveyors|Architects|Plant"
    r"|Supplies|Engineering|Consulting)\b(?![ ][A-Z])"
)


def with_surname(whole: str, view: str, found: Found) -> Found:
    """Return a firm with the surname or the initial that it begins with.

    `whole` is the text in which no names of people are masked.

    >>> whole = "Mr Holt of Holt Leisure Ltd"
    >>> view = whole.replace("Holt", "\\0" * 4)
    >>> leisure = Found(16, 27, "Leisure Ltd", "org-head-ltd", 0.8)
    >>> with_surname(whole, view, leisure).name
    'Holt Leisure Ltd'
    """
    start, end = found.start, found.end
    if COMPANY.search(found.name) and (
        named := SURNAME.search(view, max(0, start - 24), start)
    ):
        surname = whole[named.start() : start].strip()
        start = named.start() if surname.isalpha() and surname.istitle() else start
    elif not found.generic and found.rule.startswith("org-head"):
        initial = INITIAL.search(view, max(0, start - 10), start)
        start = initial.start("letter") if initial else start
        trade = TRADERS.match(view, end)
        end = trade.end() if trade else end
    if (start, end) == (found.start, found.end):
        return found
    return found._replace(start=start, end=end, name=fold(whole[start:end]))


# a grant to (Marsh Village Hall),  a request from (Harrow Community Centre)
_HALLS = tuple(
    f"{x} {y}"
    for x in ("Village", "Memorial", "Community", "Parish")
    for y in ("Hall", "Centre")
)
HALL = re.compile(r"(?:Village|Memorial|Community|Parish)[ ]\w{4,6}\b(?![ ][A-Z]|[’'])")
WHOSE = re.compile(r"\b(?:[A-Z][\w’'-]{1,20}[ ](?:(?:and|&)[ ])?){1,4}$")


def find_halls(view: str) -> Iterator[Found]:
    """Yield the halls that ask or are given something, as their trustees do.

    >>> [x.name for x in find_halls("a request from Quarry Village Hall was read")]
    ['Quarry Village Hall']
    >>> list(find_halls("they met at Quarry Village Hall on Monday"))
    []
    """
    for hall in matches_at(HALL, view, _HALLS):
        low = max(0, hall.start() - 48)
        whose = WHOSE.search(view[low : hall.start()])
        start = low + whose.start() if whose else 0
        if whose and ASKED.search(view, max(0, start - 40), start):
            name = fold(view[start : hall.end()])
            yield Found(start, hall.end(), name, "org-hall", 0.6)


ASKED = re.compile(
    r"\b(?:appl(?:ication|ied)|requests?|grants?|donations?|letters?|e-?mails?|bids?"
    r"|awarded|given|payments?|invoices?|behalf|trustees|committee)"
    r"(?:[ ]of[ ][£€$][\d,.]{1,12})?[ ](?:(?:received|made)[ ])?"
    r"(?:from|to|by|of|for)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
