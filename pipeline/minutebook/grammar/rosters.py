"""Labels of attendance lists: "Present:", "Apologies for absence", "Also attending"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from minutebook.assets import models_dir
from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.anchors import holds_any, matches_from
from minutebook.grammar.names import is_name

_FILE = "attendance_labels.tsv"


@cache
def phrases_of(kind: str) -> tuple[str, ...]:
    """Return the phrases of one kind from the list of labels, the longest first."""
    text = (models_dir() / _FILE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:] if line.strip()]
    found = {p for row in rows if row[0] == kind for p in row[1].split("|")}
    return tuple(sorted(found, key=lambda x: (-len(x), x)))


def _any(kind: str) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s{1,9}") for p in phrases_of(kind))


# "3.", "15.11.1", "(b)", "Item 4:", "2485.", "•", "Annex A: List of"
_LEAD = r"""
    (?: [\s>|*•·●▪○\-–—#_∑] | o(?=\s) ){0,8}+
    (?: (?:annexe?|annexure|appendix|schedule|attachment)
        (?: \s{1,3} (?:[a-z]|\d{1,2}|[ivx]{1,4}) (?!\w) )? \s{0,3} [:.–—-]? \s{1,3} )?+
    (?: (?:full\s{1,3})?(?:list|record|register)\s{1,3}of\s{1,3} )?+
    (?: (?:item|minute|agenda\s{1,9}item)\s{1,9} (?!secretary|taker|clerk) )?
    (?: \(?(?:[A-Z]{1,4}\s?)?\d[\d./:\-]{0,10}[a-z]?[.):]?
        (?: [\s|]{1,8} | (?<=[.)])(?=[^\W\d_]) )
      | \(?[a-z]\)\s{1,9}
      | [IVXivx]{1,4}[.)](?:[A-Za-z1-9][.)]?)?\s{1,9} )?+
    [\s>|*•·\-–_]{0,6}+
"""
_WHO = rf"(?:{_any('group')})"
# "Trustee absent: Ada Holt": the one member who did, or did not, come
_ONE = r"""(?: trustee | commissioner | director | supervisor | governor | officer
    | senator | regent | alder(?:man|men|person) | select(?:man|men|person)
    | council[\s-]?(?:member|m[ae]n|woman|women|person) | councill?or )"""
# "Members of Council", "Members of the Committee": those who met
_OWN_BODY = r"""(?:council|board|committee|sub-?committee|panel|court|cabinet|executive
    |senate|assembly|commission|authority|trust|partnership|forum|group)"""
# "Norbury Town Council members"
_A_BODY = (
    rf"(?-i:(?:[A-Z][\w’'-]{{1,20}}\s{{1,3}}){{1,4}}){_OWN_BODY}(?=\s\w{{4,16}}s\b)"
)
# "(regular attendees)", "(Item 2)", "via Zoom", "in the chair", "by invitation"
_AFTER = r"""
    (?: \s{0,9} \( [^()\n]{0,60} \)
      | \s{1,9} (?: in\s{1,9}person | remotely | virtually | online
        | by\s{1,9}(?:zoom|phone|telephone|video|teams) | in\s{1,9}the\s{1,9}chair
        | by\s{1,9}invitation | via\s{1,9}(?:ms\s{1,3}|microsoft\s{1,3})?\w{3,12}
        | to\s{1,9}(?:participate|take\s{1,3}part|observe|assist|advise|present|speak)
          \b[^:;\n]{0,40}(?=:)
        | ex[\s-]officio
        | at\s{1,9}the\s{1,9}meeting |
          for\s{1,9}th(?:is|e)\s{1,9}(?:item|application|hearing|matter|minute) |
          for\s{1,9}(?:specific\s{1,9})?items?(?:\s{1,9}[\d.,\s]{1,10})?
        | from\s{1,9}the\s{1,9}\w{3,20} | on\s{1,9}\w{3,12} | were | was | are
        | (?:and\s{1,9})?voting | from )
    ){0,2}
"""
_SEPARATOR = r"""(?P<separator>
    \s{0,9} [*_|]{0,4} \s{0,9} (?: [:;] [-–]? | [-–—](?=\s) | \t | $ )
)"""

_PRESENT = re.compile(
    rf"""
    {_LEAD}
    (?P<group>
        (?: the\s{{1,9}} (?=\w{{3,12}}\s) )?
        (?: (?-i:[A-Z]{{2,6}})\s{{1,9}} (?={_WHO}\s) )?
        (?: (?:also|others?|those|all|were|additional|further|remote|following
              |meeting) \s{{1,9}}
          | (?:council|board|committee|town|city|county|village|district|senior|other)
            \s{{1,9}} (?={_WHO}\s)
          | {_WHO} (?:\s{{0,9}}(?:,|&|and)\s{{0,9}}{_WHO})? \s{{1,9}}
            (?:also\s{{1,9}})? | {_ONE} \s{{1,9}} (?=present\b) ){{0,4}}
        (?: {_any("present")} )
        (?: \s{{1,9}} (?:and|/|&) \s{{1,9}} apologies(?:\s{{1,9}}for\s{{1,9}}absence)?
          )?
        (?: \s{{1,9}} {_WHO} )?
    )
    {_AFTER}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_APOLOGIES = re.compile(
    rf"""
    {_LEAD}
    (?: to\s{{1,9}}(?:receive|record|note|accept|consider|approve)\s{{1,9}}
        (?:any\s{{1,9}}|and\s{{1,9}}\w{{1,9}}\s{{1,9}}
          (?:accept|approv|not)ing\s{{1,9}}|and\s{{1,9}}\w{{1,9}}\s{{1,9}})? )?
    (?P<group>
        (?:
          (?:welcomes?|we[lc]{{1,2}}ome|introductions?|attendance|{_WHO}|record\s{{1,9}}of
            |chair(?:man|person)?['’]s|opening|any|minutes?) \b
            \s{{0,9}} (?: ,\s{{0,9}}and | , | & | and | / | : | - )? \s{{0,9}} ){{0,4}}
        (?: {_any("apologies")} )
        (?: ,? \s{{1,9}} (?:but\s{{1,9}})? (?:(?:was|were|is|are)\s{{1,9}})?
          (?: {_any("apologies")} ) )?
        (?: \s{{1,9}} (?: for | of ) \s{{1,9}} (?:non[\s-]attendance|absen[ct]es?
            |inability\s{{1,9}}to\s{{1,9}}attend
            |not\s{{1,9}}attending|lateness) )?
        (?: \s{{0,9}} (?:,|&|and|/) \s{{0,9}}
          (?:welcomes?|introductions?|absen(?:ces?|t|tees?)|governance
            |substitut\w{{1,9}}|declarations?\s{{1,9}}of\s{{1,9}}interests?|attendance
            |announcements) ){{0,3}}
        (?: \s{{1,9}} (?:received|accepted|noted|given|sent|recorded|tendered)
          (?: \s{{1,9}}(?:and|&)\s{{1,9}}(?:accepted|approved|noted|recorded) )? )?
    )
    {_AFTER}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ABSENT = re.compile(
    rf"""
    {_LEAD}
    (?P<group> (?:(?:also|those)\s{{1,9}}|{_WHO}\s{{1,9}}|{_ONE}\s{{1,9}})?
      (?: {_any("absent")} )
      (?:\s{{1,9}}{_WHO})? )
    {_AFTER}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GROUP = re.compile(
    rf"""
    {_LEAD}
    (?P<group>
      (?:(?:other|all|{_A_BODY}|\w{{3,16}}\s{{1,9}}\w{{3,16}}|[\w-]{{3,16}})\s{{1,9}})?
      {_WHO}
        (?: \s{{0,9}}(?:,|&|/|and)\s{{0,9}} {_WHO} )?
        (?: \s{{1,3}} of \s{{1,3}} (?:the\s{{1,3}})? {_OWN_BODY} )? )
    {_AFTER}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Hon. Secretary", "Acting Clerk", "Assistant Treasurer"
_RANK = r"(?: (?:hon\.?|honorary|acting|assistant|interim|joint|membership)\s{1,3} )"
_ONE_POST = rf"{_RANK}? (?: {_any('post')} )"
_POST = re.compile(  # "Chair", "Chair and Minute Taker:"
    rf"{_LEAD} (?P<group> {_ONE_POST} (?: \s?(?:/|&|\band\b)\s? {_ONE_POST} (?=\s?:) )?"
    r" )",
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(_SEPARATOR, re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label of an attendance list: what it says of those below, where it ends.

    `status` is None for a group or a post, which take the status of the list around
    them; `kind` is present, apologies, absent, group or post.
    """

    kind: str
    status: str | None
    group: str
    start: int
    end: int
    closed: bool  # a colon, a dash, or the end of its line follows


_KINDS = (
    ("apologies", "apologies", _APOLOGIES),
    ("absent", "absent", _ABSENT),
    ("present", "present", _PRESENT),
    ("group", None, _GROUP),
    ("post", "present", _POST),
)


_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PLAIN_TOKEN = re.compile("[a-z]+(?:['-][a-z]+)*")  # the same in plain letters


@cache
def _hints() -> dict[str, frozenset[str]]:
    """Return the kinds of label that hold a word: one word for every phrase."""
    found: dict[str, set[str]] = {}
    for kind, _, _ in _KINDS:
        for phrase in phrases_of(kind):
            word = max(_TOKEN.findall(phrase.casefold()), key=len)
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=4096)
def _kinds_in(piece: str) -> frozenset[str]:
    """Return the kinds of label that a line may open with, by its first words."""
    hints = _hints()
    head = piece[:90].casefold()
    words = (_PLAIN_TOKEN if head.isascii() else _TOKEN).findall(head)
    found: set[str] = set()
    for at, word in enumerate(words):
        kinds = hints.get(word)
        if kinds:
            found |= kinds if at < 7 else kinds - _CLOSED
    if found & _CLOSED and len(piece) > 90 and not _CLOSES.search(piece):
        found -= _CLOSED
    return frozenset(found)


_CLOSED = frozenset(("group", "post"))  # what needs a colon, a dash or the line's end
_CLOSES = re.compile(r"[:;\t|–—-]")


def read_label(text: str, start: int = 0, end: int | None = None) -> Label | None:
    """Return the label that a line opens with, None if it has none.

    >>> read_label("Also in attendance: Ada Penrose").group
    'Also in attendance'
    >>> read_label("3. Apologies for Absence").status
    'apologies'
    >>> read_label("Presentation by the police") is None
    True
    """
    end = len(text) if end is None else end
    for sign in (" | ", " / "):
        bar = text.find(sign, start, min(end, start + 80))
        if bar > start and (label := _other_tongue(text, start, bar, end)):
            first = _read_plain(text, start, bar)
            label = replace(label, start=first.start) if first else label
            return _with_those_away(label, text[start:bar])
    plain = _read_plain(text, start, end)
    if plain is None or not (joint := _JOINT_LABEL.search(plain.group)):
        return plain
    return _with_those_away(plain, plain.group[: joint.start()])


# "Attendance / Apologies", "Attendance and apologies"
_JOINT_LABEL = re.compile(r"/|\s(?:and|&)\s", re.IGNORECASE)


def _with_those_away(label: Label, first: str) -> Label:
    """Return a label as that of those present if it is of those away as well.

    Under "Attendance / Apologies" those stand who came; who did not is told apart.
    """
    if label.status == "present" or not _CAME.search(first):
        return label
    return replace(label, kind="present", status="present")


_CAME = re.compile(
    r"(?<!\bnot )\b(?:attendance|attendees|present)\W{0,9}$", re.IGNORECASE
)


def _read_plain(text: str, start: int, end: int) -> Label | None:
    """Return the label in one language that a line opens with."""
    piece = text[start : min(end, start + 120)]
    kinds = _kinds_in(piece)
    if not kinds:
        return None
    for kind, status, pattern in _KINDS:
        if kind not in kinds:
            continue
        match = pattern.match(text, start, end)
        if not match or not match["group"]:
            continue
        if match.end() < end and text[match.end()].isalnum():
            continue
        tail = _END.match(text, match.end(), end) or _other_half(text, match.end(), end)
        at_end = not text[match.end() : end].strip(" \t|*_.:")
        closed = tail is not None or at_end
        stop = end if at_end else tail.end() if tail else match.end()
        if kind == "group" and _NAMED_BODY.fullmatch(text, *match.span("group")):
            continue
        if kind in ("group", "post") and not closed:
            if kind == "group" or not _SCRIBE.match(match["group"]):
                continue
            if not is_name(text[match.end() : end].strip(" *.")):
                continue
        group = " ".join(text[match.start("group") : match.end()].split())
        return Label(kind, status, group, match.start("group"), stop, closed)
    return None


# "Holt Board", "Charles Council": only the plain word, or its sort, opens a list
_NAMED_BODY = re.compile(
    r"(?!(?:trust|governing|management|executive|supervisory)\s)(?!.{1,30}\bof\s)"
    r".{1,40}\s(?:board|council|commission)",
    re.IGNORECASE,
)
# "Minute taker Ann Bell", nothing between
_SCRIBE = re.compile(
    r"(?:minute|note)s? (?:taker|secretary|by|taken by)|recorder|scribe", re.IGNORECASE
)


def _other_tongue(text: str, start: int, bar: int, end: int) -> Label | None:
    """Return the second half of a label in two languages: "Presennol / Present:"."""
    if ":" in text[start:bar] or "(" in text[start:bar]:
        return None
    return _read_plain(text, bar + 3, end)


def _other_half(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the same label in another tongue: "Apologies[/Ymddiheuriadau:]"."""
    match = _TONGUE.match(text, start, end)
    return None if match is None or has_role_word(match["words"]) else match


# "Present[/Presennol]", "Apologies[/ Ymddiheuriadau am absenoldeb:]"
_TONGUE = re.compile(
    r"\s?/\s?(?P<words>[^\W\d_][\w’'-]{1,20}(?:\s[\w’'-]{1,20}){0,4})\s?(?::\s{0,3}|$)"
)
_COLUMNS = ("name", "family", "role", "organisation", "status", "other")


@cache
def _column_heads() -> dict[str, str]:
    kinds = [(kind, phrases_of(f"column-{kind}")) for kind in _COLUMNS]
    return {phrase: kind for kind, phrases in reversed(kinds) for phrase in phrases}


def read_column(text: str) -> str | None:
    """Return what the column under a heading holds: name, family, role, status, ...

    Under a head of both, posts stand with the bodies of those who hold them.

    >>> read_column("Job Title"), read_column("Agency"), read_column("Owner") is None
    ('role', 'organisation', True)
    >>> read_column("Post / Agency"), read_column("Role and Title")
    ('both', 'role')
    >>> read_column("Formal Members"), read_column("Ex officio member")
    ('name', 'name')
    """
    words = " ".join(text.split()).strip(" :*|_").casefold()
    kind = _column_heads().get(words)
    if kind is None and words.endswith(("member", "members")):
        return "name" if _SORT_OF_MEMBERS.fullmatch(words) else None
    return kind or (_joint_column(words) if len(words) < _LONGEST_HEAD else None)


_SORT_OF_MEMBERS = re.compile(r"(?:[a-z-]{2,12}\s){1,2}members?")
_LONGEST_HEAD = 45  # characters
_JOINT = re.compile(r"\s?[/&,+]\s?|\s(?:and|or)\s|\s?[()]")
_OF_PEOPLE = frozenset(("role", "organisation"))


def _joint_column(words: str) -> str | None:
    """Return what a column holds whose head names several things."""
    parts = [x.strip(" ?") for x in _JOINT.split(words) if x.strip(" ?")]
    kinds = {_column_heads().get(x, "") for x in parts} if len(parts) > 1 else {""}
    if kinds == _OF_PEOPLE:
        return "both"
    return kinds.pop() if len(kinds) == 1 and kinds <= _OF_PEOPLE else None


# the sorts of members that are listed apart: "Lay Members:", "Parish Members:"
_SORT = r"""(?:independent | lay | councillor | magistrate | appointed | elected
    | tenant
    | resident | foundation | community | parish | town | district | county | council
    | committee | board | trust | union | employer | public | staff | parent )"""
# "... (Chair). Apologies from:", "Ex Officio:", "In attendance:" in the midst of a line
_INNER = re.compile(
    rf"""
    (?<![\w-])
    (?= (?-i:[A-ZTÁÉÍÓÚ]) )
    (?P<group> (?: (?<=[.;)]\s) [A-Z][\w’'-]{{1,15}} \s{{1,3}} (?={_WHO}\s?:) )?
        (?:(?:also|others?|those)\s{{1,9}})? (?:{_WHO}\s{{1,9}}
          | {_ONE}\s{{1,9}}(?=present\b|absent\b) )?
        (?: {_any("present")} | {_any("apologies")} | {_any("absent")} )
        (?:\s{{1,9}}for\s{{1,9}}absence)? (?:\s{{1,9}}{_WHO})?
      | (?:other\s{{1,9}}|{_SORT}\s{{1,9}})?{_WHO} | committee )
    (?: \s{{1,9}} from | \s{{1,9}} for\s{{1,9}}specific\s{{1,9}}items |
      \s{{0,9}}\([^()]{{1,40}}\) )?
    \s{{0,9}} (?: : | \s[–-]\s )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _inner_matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the matches of `_INNER`, looked for before the colons and dashes alone."""
    low, hints = start, _hints().keys()
    for sign in _SIGN.finditer(text, start, end):
        begin = max(low, sign.start() - 90)
        words = _TOKEN.findall(text[begin : sign.start()].casefold())
        if hints.isdisjoint(words):
            continue
        match = _INNER.search(text, begin, min(end, sign.end() + 2))
        if match:
            low = match.end()
            yield match


_SIGN = re.compile(r"[:\s](?:(?<=:)|[–-]\s)")


def find_inner_labels(text: str, start: int, end: int) -> tuple[Label, ...]:
    """Return the labels inside a stretch of running text; each ends in a colon or dash.

    >>> text = "Ada Penrose (Chair). Apologies from: Tom Holt"
    >>> [x.status for x in find_inner_labels(text, 0, len(text))]
    ['apologies']
    """
    found = []
    for match in _inner_matches(text, start, end):
        if not match["group"][0].isupper():
            continue
        label = read_label(text, match.start(), match.end())
        if label and _ends_body(text, start, label):
            continue
        if label and label.kind != "post":
            found.append(
                Label(
                    label.kind,
                    label.status,
                    label.group,
                    match.start(),
                    match.end(),
                    True,
                )
            )
    return tuple(found)


def _ends_body(text: str, start: int, label: Label) -> bool:
    """Tell whether a label is but the last word of a body: "Holt Town Council:"."""
    if label.group.casefold() not in _BODIES:
        return False
    if _BODY_LEADS.search(text, max(start, label.start - 80), label.start):
        return True
    if not _LINE_ENDS.match(text, label.end):
        return False
    return _CAPITAL.search(text, max(start, label.start - 30), label.start) is not None


# "Holt Town" of "Holt Town Council: Councillors Bell and Orr", which opens its line
_BODY_LEADS = re.compile(
    r"(?:^|\n)[ \t*•|-]{0,6}"
    r"(?:[A-Z][\w’'&.-]{1,20}[ \t](?:(?:and|of|the|upon)[ \t]){0,2}){1,6}$"
)
_LINE_ENDS = re.compile(r"[-–]?[ \t]{0,9}(?:\n|$)")
_BODIES = frozenset(("council", "board", "committee", "commission", "panel"))
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]{1,20}[ \t]$")
# behind a label in a second tongue: "Apologies/Leithscéalta Cllr Ada Penrose"
_TITLED = r"(?= (?-i: Cllrs? | Councillors? | Mrs? | Ms | Miss | Dr | Deputy ) \b )"
_BARE_WORD = r"""(?: (?:Record\s{1,3}of\s{1,3})? (?:In\s{1,3})? Attendance
    | Attendees | Present | Apologies (?:\s{1,3}for\s{1,3}absence)? | Apology | Absent
    | Leave\s{1,3}of\s{1,3}Absence | Guests | Visitors )"""
# "PRESENT Cr A Penrose Mayor", "Attendees Organisation Ada Penrose": no colon follows
_BARE = re.compile(
    rf"""
    (?<![\w-])
    (?P<group> (?=[A-Z]) (?: (?:Also|Members|Councillors|Staff|Officers)\s{{1,3}} )?
      {_BARE_WORD} (?: \s{{0,3}}/\s{{0,3}} {_BARE_WORD} ){{0,3}} )
    (?: \s{{1,3}} (?:Name|Role|Title|Org\s?anisation|Agency|Representing)\b ){{0,3}}
    (?: \s{{1,9}} (?: the\s{{1,3}} )? (?= [A-Z] )
      | \s?/\s? (?: [^\W\d_][^\W\d]{{0,19}} \s{{1,3}} ){{1,5}}? {_TITLED} )
    """,
    re.VERBOSE | re.IGNORECASE,
)


_BARE_STARTS = re.compile(
    r"[amcsoriplgvAMCSORIPLGV](?<![\w-].)(?=(?i:lso|embers|ounci|taff|fficers|ecord|n\s"
    r"|ttend|resent|polog|bsent|eave|uests|isitors))"
)


def find_bare_labels(text: str, start: int, end: int) -> tuple[Label, ...]:
    """Return the labels that nothing closes in text that lost its lines.

    >>> text = "Hall at 7pm PRESENT Cr A Penrose Mayor ABSENT Cr T Holt 1 Welcome"
    >>> [(x.group, x.status) for x in find_bare_labels(text, 0, len(text))]
    [('PRESENT', 'present'), ('ABSENT', 'absent')]
    """
    found = []
    if not holds_any(text[start:end].lower(), _BARE_STEMS):
        return ()
    for match in matches_from(_BARE, _BARE_STARTS, text, start, end):
        group = " ".join(match["group"].split())
        follows = text[match.end()]
        if not group[0].isupper() or not follows.isupper():
            continue
        words = group.casefold()
        status = next((x for stem, x in _STEMS if stem in words), "present")
        found.append(Label("present", status, group, match.start(), match.end(), False))
    return tuple(found)


_BARE_STEMS = ("attend", "present", "apolog", "absen", "guests", "visitors")
# a heading for all of them opens the list of those who came
_STEMS = (
    ("attend", "present"),
    ("apolog", "apologies"),
    ("leave", "apologies"),
    ("absent", "absent"),
)


_KEY = re.compile(
    r"(?<![A-Za-z])(?P<letter>[A-Z][a-z]?|✓)\s{0,9}[=–:-]\s{0,9}(?P<word>(?:[Dd]id\s{1,9}[Nn]ot|[Nn]ot|[Ii]n)?\s{0,9}[A-Za-z]{4,12})"
)
_MEANINGS = (
    ("apologies", ("apolog", "sanction", "excused", "leave")),
    ("absent", ("absent", "did not", "not ", "non", "deput", "substit", "no ")),
    ("present", ("present", "attend", "late", "in attend", "yes")),
)


def read_key(text: str, reach: int = 20000) -> dict[str, str]:
    """Return what the letters of an attendance grid mean, by its key where it has one.

    >>> read_key("Key: P - Present, S - Sanctioned, D = Deputy attended in place")
    {'P': 'present', 'S': 'apologies', 'D': 'absent'}
    """
    found = find_key(text, reach)
    return found or {"Y": "present", "P": "present", "A": "apologies", "N": "absent"}


def find_key(text: str, reach: int) -> dict[str, str]:
    """Return what the key of an attendance grid says its letters mean, {} without one.

    >>> find_key("P = present   A = apologies   Ab = absent", 100)
    {'P': 'present', 'A': 'apologies', 'Ab': 'absent'}
    """
    found: dict[str, str] = {}
    for match in _KEY.finditer(text, 0, reach):
        word = " ".join(match["word"].casefold().split())
        for status, stems in _MEANINGS:
            if word.startswith(stems) and match["letter"] not in found:
                found[match["letter"]] = status
    return found
