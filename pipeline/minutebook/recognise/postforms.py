"""Trims what was found to the post alone: no passing word, no body, no list beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from minutebook.recognise.posts import FoundPost
from minutebook.recognise.wordlists import flags_of, given_names, words_of

# (new) caretaker   (outgoing) secretary   (a different) teacher
PASSING = re.compile(
    r"""^(?: (?:her|his|your)[ ]worship(?:[ ]the)? | new(?:ly[ ]\w{3,12})?
      | outgoing | incoming | next | current | existing
      | ex | former | past | previous | own | different | another | consistent
      | temporary(?![ ](?:(?:Assistant|Deputy|Detective|Chief)[ ])*
        (?:Constable|Superintendent|Inspector|Sergeant|Commander))
      | good | nominated | elected | proposed | future
      | also | then | additional | extra | missing | suitable | experienced
      | full-time | part-time | independent[ ]outside )[ -]+""",
    re.VERBOSE | re.IGNORECASE,
)
# Headteacher (ex officio)   Governor, Ex-Officio
EX_OFFICIO = re.compile(r"[ ,\t]{0,3}\(?(?<![\w-])ex[ -]?officio\)?$", re.IGNORECASE)
# Treasurer (Remote)   Clerk (via Zoom)   Roads Officer (until item 4)
HOW_THERE = re.compile(
    r",[ ]observing$"
    r"|[ ]\((?:observing|remote(?:ly)?|online|virtual(?:ly)?|via[ ]\w{3,12}"
    r"|by[ ](?:phone|zoom|video)|zoom|teams|in[ ]person"
    r"|(?:until|from|for|left|arrived|items?)[ ][^()]{1,30})\)$",
    re.IGNORECASE,
)
# Mayor( for the Municipal Year)   Chairman( for the ensuing civic year)
FOR_YEAR = re.compile(
    r"[ ]for[ ]the[ ](?:(?:municipal|civic|council|mayoral|coming|ensuing|next|new"
    r"|forthcoming|following|current|fiscal|financial)[ ]){1,2}(?:year|term)\b.{0,20}$"
    r"|[ ]for[ ](?:the[ ])?FY$",
    re.IGNORECASE,
)
# Estates Officer (for Thornbeck Borough Council)
FOR_BODY = re.compile(
    r"""[ ](?:for|with)[ ](?:the[ ])?
      (?: [A-Z][^,;()\n]{2,70}[ ](?:Council|Ltd|Limited|Police|Trust)
        | (?!IT|ICT|HR|EU|UK|US|SEND?|EHS)[A-Z]{3,6} )$""",
    re.VERBOSE,
)
# Estates Officer(, Thornbeck District Council)   Rivers Lead( (minutes))
OWN_BODY = re.compile(
    r"""(?<=[a-z]),[ ][A-Z][^,;()\n]{2,60}[ ]
      (?:Council|University|College|School|(?:Clinical[ ]Commissioning|NHS)[ ](?:Group
        |Trust)|(?:Fire[ ](?:and|&)[ ]Rescue|Ambulance)[ ]Service|Foundation[ ]Trust
        |Housing[ ]Association|Police|Constabulary)$
      | (?:(?<=Officer)|(?<=Manager)|(?<=Adviser))[ ](?:of|to|at)[ ]the[ ]
        (?:County|District|Borough|Parish|Town|City)[ ]Council$
      | [ ]\((?:minutes|notes|note[ -]taker|minute[ -]taker)\)$
      | [ ]\((?:[A-Z][\w&’'-]*[ ]){0,5}(?:Council|Trust|University|College|Police|Ltd
        |[A-Z]{0,3}(?:[BCDMPT]C|[BDCPT]\.C\.|[BDCPT]\.[ ]C\.))(?:[ ]Highways)?\)$""",
    re.VERBOSE,
)
# Head of Rivers and Locks(, Corporate Services): the branch that the post is in
BRANCH = re.compile(
    r"""(?<=[a-z]),[ ][A-Z][^,;()\n]{3,60}[ ](?:Services|Directorate|Department)$
      | (?<=[a-z]),[ ](?:Adults|Children)[ ]and[ ][A-Z][a-z]{3,12}$""",
    re.VERBOSE,
)
WITH_FIELD = re.compile(r"[ ](?:of|for)[ ](?!Service)[^,]{2,60}$")
# (Thornbeck Lane Primary School) Caretaker;  but Parish Council Clerk
OF_SCHOOL = re.compile(
    r"^[A-Z][\w’'-]+[ ](?:[A-Z][\w’'-]+[ ]){1,5}"
    r"(?:School|Academy|College|University|Surgery|Medical[ ]Centre|Hospital"
    r"|(?:Community|Parish|Town|City|County|Borough|District)[ ]Council)[ ]"
)
# (Chess Club) Secretary   (Marsh Residents Association) Chairman
OF_CLUB = re.compile(
    r"^(?:[A-Z][\w’'-]*[ ]){1,5}(?:Club|Association|Society)[ ]"
    r"(?=(?:Secretary|Treasurer|Chair(?:man|person|woman)?|President|Clerk)$)"
)
# (Marsh County) Roads Engineer   (Welsh Government) Rivers Minister
OF_COUNTY = re.compile(
    r"^(?:[A-Z][a-z]{3,15}[ ]County|(?:Welsh|Scottish|Irish|UK)[ ]Government)[ ]"
    r"(?=[A-Z][\w&]+[ ](?:[&A-Z][\w&]*[ ]){0,4}[A-Z][a-z]+$)"
)
# (Editor) Marsh Echo   (Editor) of "The Marsh Echo"
OF_PAPER = re.compile(
    r"(Editor|Publisher|Proprietor|Landlord|Landlady|Owner)[ ]"
    r"(?=[A-Z]|(?:of[ ])?[\"“‘])"
)
# (Vicar) St Oswin's Church   (Headteacher) Marsh Lane School
OF_HOUSE = re.compile(
    r"(Vicar|Rector|Curate|Pastor|Head(?:teacher|[ ]Teacher)|Principal|Warden|Caretaker"
    r"|Churchwarden|Church[ ]Warden)[ ](?:[A-Z][\w.’'-]*[ ]){1,5}"
    r"(?:Church|Chapel|School|Academy|College|Parish|Hall)$"
)
# no post however it is led: lone worker, key worker, sales lead
NOT_HELD = re.compile(
    r"""^(?: (?:key|lone|essential|skilled|frontline|care|homeworking)[ ]worker
      | .*[ ](?:council|committee)[ ]members? | .*\btrunk[ ]road[ ]agent
      | (?:long|dog|new|extension)[ ]lead | (?:national|life|joint|trading)[ ]partner
      | .*[ ](?:says|said|includes?|advised|that|which|will)[ ].* )$""",
    re.VERBOSE | re.IGNORECASE,
)
# Chief Executive / Director Corporate Services: two posts with nothing between
TWO_WHOLE = re.compile(r"(?<=Chief Executive)[ ](?=(?:Director|Manager|Head)[ ])")
# junior treasurer & webmaster,  with an office on either side
JOINED = re.compile(r"[ ](?:&|and)[ ]")

# Penrose & Pym Ltd   the Association of Locks   6 members of the public
NO_LISTED = re.compile(
    r"""\b(?:ltd|limited|llp|plc|inc|association|secretariat|minutes|party)\.?$
      | ^(?:the[ ])?office[ ]of\b
      | ^(?:\w+[ ])?(?:heads|commissioners|governors|officials?)$ | ^from\b
      | \b\d{1,3}[ ]members\b | \bmembers[ ]of\b | [ ]panel[ ]on[ ]
      | ^(?:clerking|committee|customer|democratic|governor|legal|member)[ ]services?$
      | ^(?:in[ ])?attendance\b | \)\.[ ][A-Z]""",
    re.VERBOSE | re.IGNORECASE,
)


def is_listed_post(role: str) -> bool:
    """Return whether what a list sets beside a person may be a post: no firm, no crowd.

    >>> is_listed_post("Roads Officer"), is_listed_post("Penrose Roads Ltd")
    (True, False)
    """
    words = role.split()
    if len(words) > 3 and words[0].casefold() in ("professor", "dr", "councillor"):
        return words[-1].casefold() in flags_of("role_heads")
    return not NO_LISTED.search(role) and not _is_field(role)


_FIELD_WORD = re.compile(r"\w+")


def _is_field(role: str) -> bool:
    """Return whether only fields of work are named: Economic Development."""
    areas = words_of("name_words", "area")
    words = [x for x in _FIELD_WORD.findall(role.casefold()) if x != "and"]
    return len(words) > 1 and all(x in areas for x in words)


def part_posts(found: FoundPost) -> Iterator[FoundPost]:
    """Yield the posts that stand side by side in one: chief executive and treasurer.

    >>> post = FoundPost(0, 28, "junior treasurer & webmaster", "role-attendance", 0.9)
    >>> [x.name for x in part_posts(post)]
    ['junior treasurer', 'webmaster']
    >>> post = FoundPost(0, 16, "Rector and Chair", "role-attendance", 0.9)
    >>> [x.name for x in part_posts(post)]
    ['Rector', 'Chair']
    """
    if " " not in found.name and "/" not in found.name:
        yield found  # one word, as most are
        return
    start = 0
    seams = [*TWO_WHOLE.finditer(found.name), *_seams(found.name)]
    for seam in seams or _slashed(found.name):
        yield _cut(found, start, seam.start())
        start = seam.end()
    yield _cut(found, start, len(found.name)) if start else found


def _seams(name: str) -> list[re.Match[str]]:
    """Return the "&" with a lower-case office whole on either side of it."""
    seam = JOINED.search(name)
    heads = flags_of("role_heads")
    if seam and NEXT_POST.match(name, seam.end()):
        return [seam]  # Town Clerk and Deputy Town Clerk
    if not seam or not name[seam.end() :].islower():
        return []
    before = name[: seam.start()].split()[-1:]
    whole = name[seam.end() :].casefold() in heads
    return [seam] if whole and before and before[0].casefold() in heads else []


NEXT_POST = re.compile(
    r"(?:(?:Deputy|Assistant)[ ](?:[A-Z][a-z]{2,12}[ ]){0,2}"
    r"(?:Clerk|Chair\w{0,6}|Manager|Secretary|Treasurer|Mayor|Librarian"
    r"|Principal|Chief[ ]Executive(?:[ ]Officer)?)|(?:Minute|Note)[ -]?[Tt]aker"
    r"|Chair(?:man|person|woman)?|(?:Clerk|Secretary)[ ]to[ ]the[ ][A-Z][a-z]+)$"
)
# Parent Elected Trustee/Deputy Chairperson,  but Secretary/Treasurer is one post
SLASH = re.compile(r"(?<=[a-zA-Z]{3}|[ ]PA)[ ]?/[ ]?(?=[A-Z])")


# (Chair)/GP   Lay Member/(Vice Chair)   Parent Trustee/(Deputy Presiding Member)
PRESIDES = re.compile(
    r"(?:(?:Deputy|Vice|Co)[ -])?(?:Chair(?:man|woman|person)?|Presiding Member)"
)


def _slashed(name: str) -> list[re.Match[str]]:
    """Return the stroke that parts two posts of two words or more each.

    >>> bool(_slashed("Parent Trustee/Deputy Chair")), _slashed("Secretary/Treasurer")
    (True, [])
    >>> bool(_slashed("Vice Chair/GP")), _slashed("GP/Tutor")
    (True, [])
    >>> bool(_slashed("Head of Roads/CFO")), _slashed("Head of Roads/Rivers")
    (True, [])
    """
    seam = SLASH.search(name)
    if not seam or "." in name or "/" in name[seam.end() :]:
        return []
    sides = (name[: seam.start()].split(), name[seam.end() :].split())
    if any(PRESIDES.fullmatch(" ".join(x)) for x in sides):
        return [seam]
    apart = seam[0] == " / "
    return [seam] if all(_is_whole(x) or (apart and _pairs(x)) for x in sides) else []


def _is_whole(words: list[str]) -> bool:
    """Return whether words are a post of their own: "Head of Roads", "CFO".

    >>> [_is_whole(x.split()) for x in ("Head of Roads", "CFO", "Clerk", "River Bank")]
    [True, True, False, False]
    """
    heads = flags_of("role_heads")
    if len(words) == 1:
        return words[0].isupper() and (words == ["PA"] or words[0].casefold() in heads)
    return words[-1] == "PA" or any(x.casefold() in heads for x in words)


def _pairs(words: list[str]) -> bool:
    """Return whether two words that follow are a post: (Lay Member) for Rivers."""
    heads = flags_of("role_heads")
    return any(f"{a} {b}".casefold() in heads for a, b in pairwise(words))


def _cut(found: FoundPost, start: int, end: int) -> FoundPost:
    if found.end - found.start != len(found.name):
        return found
    low = found.start
    return found._replace(start=low + start, end=low + end, name=found.name[start:end])


def trim_post(found: FoundPost) -> FoundPost | None:
    """Return the post without a passing word before it or a body, None for no post.

    >>> trim_post(FoundPost(4, 22, "Outgoing secretary", "role-head", 0.8)).name
    'secretary'
    >>> trim_post(FoundPost(2, 13, "lone worker", "role-lower-post", 0.5)) is None
    True
    """
    if " " not in found.name and not TRIMMED.search(found.name):
        return found  # one word, as most are
    if NOT_HELD.match(found.name):
        return None
    start = _led(found.name)
    end = len(found.name)
    for tail in (EX_OFFICIO, FOR_BODY, OWN_BODY):
        cut = tail.search(found.name)
        if cut and cut.start() > start and not _is_civic(found.name):
            end = cut.start()
    there = HOW_THERE.search(found.name) or FOR_YEAR.search(found.name)
    own = OF_HOUSE.match(found.name) or OF_PAPER.match(found.name)
    end = min([end, *(x.start() for x in (there,) if x)])
    end = min([end, *(x.end(1) for x in (own,) if x)])
    branch = BRANCH.search(found.name)
    if branch and WITH_FIELD.search(found.name[: branch.start()]):
        end = branch.start()
    if start == 0 and end == len(found.name):
        return found
    kept = found.name[start:end].casefold()
    if start and " " not in kept and not _stands_alone(kept):
        return None
    return _cut(found, start, end)


TRIMMED = re.compile("-|officio", re.IGNORECASE)  # in one word of which a part goes


def _led(name: str) -> int:
    """Return where the post starts behind a passing word, a person or a school."""
    passing = PASSING.match(name)
    school = OF_SCHOOL.match(name) or OF_CLUB.match(name) or OF_COUNTY.match(name)
    if passing:
        return passing.end()
    if school:
        return school.end() if _names_post(name[school.end() :]) else 0
    words = name.split(" ")
    known = len(words) > 2 and words[0].casefold() in given_names()
    if known and words[0].istitle() and words[2].casefold() in flags_of("role_heads"):
        return len(words[0]) + len(words[1]) + 2
    return 0


def _names_post(rest: str) -> bool:
    words = rest.casefold().split()
    heads = flags_of("role_heads")
    return bool(words) and (rest.casefold() in heads or words[-1] in heads)


def _stands_alone(word: str) -> bool:
    flags = flags_of("role_heads").get(word, frozenset())
    return bool(flags & {"solo", "lower", "abbr"})


def _is_civic(name: str) -> bool:
    """Return whether the office is a body's own: Chair for the Council stays whole."""
    first = name.split(" ")[0].casefold()
    return "civic" in flags_of("role_heads").get(first, frozenset())


# the Mayor('s office),  a body and no post
OFFICE = re.compile(
    r"(?:Mayor|Governor|Commissioner|Ombudsman|General|Prosecutor|Sheriff|Assessor"
    r"|Comptroller|Coroner|Regulator|Attorney)[’']s[ ][Oo]ffice\b(?![ ](?:hours|[A-Z]))"
)


def is_office(view: str, start: int, end: int) -> bool:
    """Return whether a post only tells whose office it is: the Mayor's office.

    >>> is_office("the Mayor's office", 4, 9), is_office("the Mayor", 4, 9)
    (True, False)
    """
    if view[end : end + 2] not in ("’s", "'s"):
        return False
    return bool(OFFICE.search(view, start, end + 9))


def without_offices(view: str, found: list[FoundPost]) -> list[FoundPost]:
    """Return the posts without those whose office is spoken of, not the holder.

    >>> view = "the Mayor's office and the Clerk"
    >>> posts = [FoundPost(a, b, view[a:b], "role-solo", 0.8)
    ...     for a, b in ((4, 9), (27, 32))]
    >>> [x.name for x in without_offices(view, posts)]
    ['Clerk']
    """
    return [x for x in found if not is_office(view, x.start, x.end)]
