"""Knows the words of decisions: what records one, what only sounds like it, its kind."""

from __future__ import annotations

import re

_ADVERB = (
    r"(?:also|therefore|then|further|subsequently|unanimously|generally|duly|formally|thus|"
    r"provisionally|again|hereby|fully|both|all|reviewed\s+and|considered\s+and|"
    r"discussed\s+and|received\s+and|after\s+\w+)"
)
_BODY = (
    r"(?:Board|Committee|Council|Group|Panel|Partnership|Forum|Cabinet|Executive|"
    r"Governors|Governing\s+Board|Trustees|Members|Councillors|Cllrs|members|councillors|"
    r"governors|trustees|directors|Commission|Commissioners|commissioners|Association|"
    r"Trust|meeting|Meeting|group|committee|board|council|panel|Court|Senate|Assembly|"
    r"Authority|Sub-?[Cc]ommittee|[Ww]orking\s+[Gg]roup|attendees|Panelists|partners|"
    r"Partners|all\s+present|those\s+present|everyone|[A-Z]{2,6}CC?|PC|FGB|LSCB|HWB)"
)
_DID = (
    r"(?P<did>agreed|resolved|approved|adopted|endorsed|accepted|decided|ratified|"
    r"supported|confirmed|recommended|deferred|rejected|refused|authori[sz]ed|delegated|"
    r"appointed|elected|nominated|co-?opted|granted|concluded|determined|voted|noted|"
    r"received|welcomed\s+and\s+supported|were\s+in\s+(?:full\s+)?agreement|"
    r"were\s+all\s+in\s+favou?r|declined|objected|requested\s+that|asked\s+that)"
)

# "It was agreed that", "it has been resolved to", "IT WAS UNANIMOUSLY RESOLVED"
IT_WAS = re.compile(
    rf"""\b(?:[Ii][tT]|IT|This|this|That|which)\s+(?:was|WAS|is|has\s+been|had\s+been)\s+
    (?:{_ADVERB}\s+){{0,2}}
    (?P<did>agreed|resolved|decided|concluded|determined|recommend(?:ed)?|approved|AGREED|
    RESOLVED|RECOMMENDED|UNANIMOUSLY\s+(?:AGREED|RESOLVED)|felt\s+that|proposed\s+and\s+(?:agreed|seconded))\b
    """,
    re.VERBOSE,
)
# "The Board approved", "Members unanimously agreed", "They agreed"
BODY_DID = re.compile(
    rf"""(?:\b(?:[Tt]he|THE|[Aa]ll|[Aa]ll\s+the|[Tt]his|[Oo]ur)\s+(?:[A-Z][\w’'&-]+\s+(?:of\s+|and\s+|&\s+|for\s+)?){{0,6}})?
    \b(?:{_BODY}|[Tt]hey|[Ww]e|[Aa]ll|[Cc]hair(?=\s+agreed\s+(?:that|to\s+accept|with\s+the\s+adoption)))
    \s+(?:had\s+no\s+objection|(?:has\s+|have\s+)?(?:{_ADVERB}\s+){{0,2}}{_DID})\b
    """,
    re.VERBOSE,
)
# "The minutes were approved", "the grant was refused", "Priority 3 was agreed"
PASSIVE = re.compile(
    rf"""\b(?:was|were|be|been|is|are)\s+(?:{_ADVERB}\s+){{0,2}}
    (?P<did>agreed|approved|adopted|accepted|ratified|endorsed|carried|deferred|rejected|
    refused|elected|appointed|re-?elected|re-?appointed|nominated|co-?opted|granted|passed|confirmed|signed|
    taken\s+as\s+read|resolved|noted|received|moved\s+as\s+correct|supported|recommended|
    AGREED|APPROVED|RESOLVED|ADOPTED|NOTED|in\s+full\s+agreement|lost|defeated)\b
    """,
    re.VERBOSE,
)
# "RESOLVED:", "Agreed: -", "RECOMMENDED that", "Decision:", "RESOLUTION No. 12"
BLOCK = re.compile(
    r"""(?:^|(?<=[.;:\n\t|)]))\s*(?:\(?\d{1,3}[.)]\s*)?
    (?:(?:It\s+was|IT\s+WAS|And|AND|Accordingly,?|Council|Committee|The\s+Board)\s+(?:unanimously\s+|UNANIMOUSLY\s+|also\s+|therefore\s+)?)?
    (?P<did>RESOLVED|Resolved|RESOLUTION|AGREED|Agreed|RECOMMENDED|Recommended(?=\s+that|:)|
    DECISIONS?|Decisions?(?=\s*:)|NOTED|APPROVED|DECIDED|Council\s+resolution|Committee\s+resolution|
    CARRIED(?=:))
    \b(?!\s+(?:with|by\s+the\s+(?:previous|last)))""",
    re.VERBOSE,
)
# "- agreed", "resolved to pay", "Approved & signed", "All approved.", "deferred to FGB"
TRAILING = re.compile(
    r"""(?: (?:[-–—:.]\s*|^\s*|,\s*) (?P<a>[Aa]ll\s+(?:approved|agreed)|[Aa]pproved|[Aa]greed|[Dd]eferred|[Rr]efused|[Rr]ejected|
            [Aa]ccepted|[Nn]one\s+granted|[Gg]ranted|APPROVED|AGREED|DEFERRED|REJECTED|[Uu]nanimously\s+(?:approved|agreed))
        (?= \s*[.;]?\s*$ | \s+(?:&|and|to|until|unanimously|by|for|subject|in\s+principl|FGB|that|[-–])\b | \s+&)
      | (?P<b>[Rr]esolved\s+(?:not\s+)?to\s+\w+|[Aa]greed\s+(?:that|to\s+(?:pay|send|purchase|donate|accept|proceed))|(?<=\s)approved\s+(?:the|and)\b|(?<!\w)[Rr]e-?\s?agenda\b)
      | [-–]\s(?P<c>approved|agreed|accepted|rejected|deferred|refused)\b )""",
    re.VERBOSE,
)
HEADLINE_DONE = re.compile(
    r"^(?:[•o▪\uf0b7\uf0a7\s-]*)(?:.{3,90}?\s)(?P<did>approved|adopted|accepted|rejected|ratified)\b(?!\s+by\b)",
)
CARRIED = re.compile(
    r"\b(?:[Cc]arried|CARRIED|[Mm]otion\s+(?:was\s+)?(?:passed|approved|carried)|MOTION\s+CARRIED|"
    r"[Aa]ll\s+in\s+favou?r|[Uu]nanimous(?:ly)?|[Aa]ll\s+(?:ayes|agreed)|AYES|Ayes|adopted|"
    r"declared\s+carried|so\s+ordered|[Mm]otion\s+(?:fails|failed|lost|defeated)|LOST|"
    r"And\s+[Rr]esolved|it\s+was\s+(?:unanimously\s+)?(?:agreed|resolved))\b"
)
TOOK_CHAIR = re.compile(
    r"\bby\s+the\s+decision\s+of\b|\b(?:was|were)\s+(?:duly\s+|unanimously\s+)?(?:elected|appointed|co-?opted)\b"
)
HELD_OVER = re.compile(
    r"""\b(?: (?:be|been|is|was|were)\s+(?:brought|taken|carried)\s+(?:back|forward|over)\s+to\s+the\s+next
      | will\s+be\s+discussed\s+(?:again|further)\s+at\s+the\s+next | deferred\s+(?:to|until|for|pending)
      | held\s+over\s+(?:to|until) | re-?\s?agenda(?:ed)?\s+(?:it\s+)?for | defer\s+(?:this|the|it)
      | carried\s+over\s+to | to\s+be\s+on\s+next\s+agenda | come\s+back\s+to\s+the\s+(?:group|board|committee|council) )""",
    re.VERBOSE | re.IGNORECASE,
)

# what another meeting decided, what somebody alone agreed, what is only told
_ELSEWHERE = re.compile(
    r"""\b(?: (?:had|has|have)\s+(?:already\s+|previously\s+|now\s+|also\s+|recently\s+)?(?:been\s+)?(?:agreed|approved|resolved|decided|accepted|recommended|confirmed|granted|refused|supported|appointed|elected|noted|received|endorsed|adopted|rejected|deferred)
      | previously\s+(?:agreed|approved) | as\s+(?:agreed|approved|resolved|recommended|previously)
      | at\s+(?:the|our|a|its)\s+(?:last|previous|earlier)\s+meeting
      | (?:agreed|approved|accepted|confirmed|adopted|recommended)\s+(?:by|with|at)\s+(?!the\s+(?:Board|Committee|Council|Group|Panel|meeting|members|Members|Governors|governors|CC)\b)(?!all\b|\d|a\s+majority|councillors|members|vot|by|acclam)
      | (?:if|once|when|until|unless|whether|before|should|could|would|can|to|may|must|will|not\s+yet)\s+(?:it\s+|they\s+|this\s+)?(?:be\s+|is\s+|are\s+|was\s+|has\s+been\s+|have\s+been\s+|had\s+been\s+)?(?:agreed|approved|accepted|adopted|confirmed|resolved|recommended|received|noted|granted|appointed|elected|supported)\b
      | report\s+recommended | the\s+recommendations?\s+(?:of|in|from) | was\s+(?:noted|agreed)\s+that\s+(?:it\s+)?had )""",
    re.VERBOSE,
)
_REPORTED = re.compile(
    r"\b(?:noted|confirmed|received|concluded|recommended|determined)\s+(?:that|how|there|by|from|an?\s+(?:letter|email|e-mail|update|presentation|verbal|apolog|paper|complaint|quote|report\s+from))\b",
    re.IGNORECASE,
)
_NOTED_THING = re.compile(
    r"\b(?:noted|received)\s+(?:and\s+\w+\s+)?(?:the|this|these|its|all|Part|both|with)\b", re.IGNORECASE
)

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("deferred", r"\bdefer|\bheld over|(?:brought|bring|come|carried|taken|return)\b[^.]{0,40}\b(?:next|future|later|forthcoming|back to the)\b[^.]{0,20}(?:meeting|agenda|group)|re-?\s?agenda|next agenda|next meeting for|lie on the table|adjourn(?:ed)? (?:the )?(?:item|consideration)|postpone|return to this issue"),
        ("rejected", r"\breject|\brefus(?:ed?|al)\b|\bdeclin(?:ed?|ing)\b|\b(?:motion|amendment|proposal|vote)\b[^.]{0,30}\b(?:lost|defeated|fell|fails|failed)\b|not (?:to )?(?:be )?(?:agreed|approved|accepted|support|pursue|proceed|granted|adopt)|none granted|\bLOST\b|dismiss"),
        ("delegated", r"\bdelegat|\bauthority (?:be|is|was|to)\b|\bbe authori[sz]ed to\b|authori[sz]e the (?:clerk|chief|chair|director|officer|mayor|town|general)|\bleave (?:it )?to\b.{0,30}\b(?:decide|determine)"),
        ("appointed", r"\b(?:re-?)?(?:elect(?:ed)?|appoint(?:ed|ment)?|nominat(?:ed|ion)|co-?opt(?:ed|ion)?)\b|\btook the chair\b|would be (?:the )?(?:co-?ordinator|chair|vice|secretary|treasurer)"),
        ("referred", r"\brefer(?:red)?\b(?![^.]{0,12}terms)[^.]{0,60}\bto\b|\bbe (?:brought|taken|forwarded|passed|submitted|go)\b[^.]{0,40}\bto (?:the )?(?:\w+ ){0,6}(?:Committee|Cabinet|Board|Council|Team|Panel|FGB)|will go on to"),
        ("recommended", r"\brecommend"),
        ("noted", r"\b(?:be|is|was|were|been)\s+(?:\w+\s+)?(?:noted|received)\b|^\W*(?:that )?[^.]{0,60}\bnote(?:d|s)?\b(?! that)|\bto note\b|\breceived and noted\b|\bnoted (?:the|part|by members)\b|\breceive the\b|content noted"),
        ("approved", r"\b(?:approv|adopt|accept|ratif|endors|grant(?:ed)?\b)|\b(?:correct|true|accurate)(?: and \w+)? record|\btrue and accurate|\b(?:confirm|sign)\w*\b[^.]{0,60}\bminutes|minutes\b[^.]{0,80}\b(?:agreed|confirmed|signed|passed|correct)|\b(?:for|to) pay(?:ment)?\b|\bpayments?\b[^.]{0,30}agreed|resolved to pay|be paid|pass(?:ed)? By-?law|true (?:and \w+ )?(?:account|record)|\bsupport(?:ed)? (?:the|this|for)|taken as read|as presented|agreed as accurate|in (?:full )?agreement"),
    )
)
_ACCEPTED = re.compile(r"\b(?:accept|approv|adopt|endors|agreed)", re.IGNORECASE)
_PASSIVE_AGREED = re.compile(
    r"^(?!.{0,40}\b(?:that|to)\b)[^.]{3,160}\b(?:was|were|are)\s+(?:also\s+|unanimously\s+)?agreed\b(?!\s+(?:that|to)\b)|[-–:]\s*agreed\b\.?$",
    re.IGNORECASE,
)


def decides(sentence: str) -> str | None:
    """Return the rule by which a sentence records a decision; None if it does not.

    >>> decides("It was agreed that the bench be moved.")
    'it-was'
    >>> decides("Mr Holt agreed to write to the school.")
    >>> decides("The grant had been agreed by the district in May.")
    """
    if (match := IT_WAS.search(sentence)) and not _told(sentence, match):
        return "it-was"
    if (match := BODY_DID.search(sentence)) and not _told(sentence, match):
        return "body-did"
    if (match := PASSIVE.search(sentence)) and _passive_decides(sentence, match):
        return "passive"
    if (match := TRAILING.search(sentence)) and not _told(sentence, match):
        return "trailing"
    return None


def _told(sentence: str, match: re.Match[str]) -> bool:
    """Say whether the words tell of another meeting, a fact, or one person."""
    around = sentence[max(0, match.start() - 60) : match.end() + 45]
    if _ELSEWHERE.search(around):
        return True
    words = match.groupdict().get("did") or ""
    if words.lower() in ("noted", "received", "confirmed", "concluded", "welcomed"):
        after = sentence[match.start() : match.end() + 40]
        return not _NOTED_THING.search(after) or bool(_REPORTED.search(after))
    if words.lower() == "recommended" and _REPORTED.search(around):
        return "be" not in sentence[match.end() :].split()
    return False


def _passive_decides(sentence: str, match: re.Match[str]) -> bool:
    if _ELSEWHERE.search(sentence[max(0, match.start() - 40) : match.end() + 30]):
        return False
    did = match["did"].lower()
    before = sentence[: match.start()].strip()
    after = sentence[match.end() :].strip()
    if did in ("noted", "received"):
        thing = re.search(
            r"\b(?:report|reports|update|updates|minutes|items?|contents?|information|"
            r"accounts|correspondence|position|apolog\w+)\b[^.]{0,60}$",
            before,
            re.IGNORECASE,
        )
        return bool(thing) and not re.match(r"(?:that|from|by\s+the\s+clerk|for)\b", after) and did == "noted"
    if did in ("signed", "confirmed", "supported", "passed", "recommended", "accepted"):
        return bool(re.search(r"\b(?:minutes|these|they|appointment|accounts|report|application|proposal|motion|by-?law)\b", before, re.IGNORECASE))
    if did in ("lost", "defeated"):
        return bool(re.search(r"\b(?:motion|amendment|vote|proposal)\b", before, re.IGNORECASE))
    return bool(before) or match.start() == 0


def kind_of(text: str, did: str = "") -> str:
    """Return the kind of a decision from its words; the more specific kind wins.

    >>> kind_of("RESOLVED that the report be noted.")
    'noted'
    >>> kind_of("It was agreed that the bench be moved.")
    'resolved'
    """
    for kind, pattern in _KINDS:
        if pattern.search(text):
            if kind == "noted" and _ACCEPTED.search(text.split("noted")[0]) and "agreed" not in text.lower()[:12]:
                return "approved"
            return kind
    if _PASSIVE_AGREED.search(text):
        return "approved"
    return "approved" if did in ("approved", "adopted", "granted", "passed") else "resolved"
