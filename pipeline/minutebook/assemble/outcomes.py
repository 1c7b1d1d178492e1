"""Knows the words of decisions: what records one, and what only sounds so."""

from __future__ import annotations

import re

from minutebook.assemble.decisioncues import CUES
from minutebook.assemble.told import (
    is_reported,
    is_told,
    passive_decides,
    tells_context,
)
from minutebook.assemble.verdicts import find_verdict, takes_post
from minutebook.grammar.leaps import leaping

_ADVERB = (
    r"(?:also|therefore|then|further|subsequently|unanimously|generally|duly|formally"
    r"|thus|provisionally|again|hereby|fully|both|all|reviewed\s+and|considered\s+and|"
    r"discussed\s+and|received\s+and|(?:submitted|presented|circulated|read|checked|amended"
    r"|corrected|proposed|scrutinised)\s+and|after\s+\w+"
    r"|heavily|narrowly|soundly|overwhelmingly|comfortably|roundly|clearly|easily)"
)
_BODY = (
    r"(?:Board|Committee|Council|Group|Panel|Partnership|Forum|Cabinet|Executive|"
    r"Governors|Governing\s+Board|Trustees|Members|Councillors|Cllrs|members"
    r"|councillors|"
    r"governors|trustees|directors|Directors|[Gg]overning\s+[Bb]ody|Commission|Commissioners|commissioners|Association|"
    r"Councilors|councilors|Supervisors|supervisors|Selectmen|Selectboard|Aldermen|"
    r"Trust|Synod|Vestry|Presbytery|Society|meeting|Meeting|group|committee|board"
    r"|council|panel|Court|Senate|Assembly|"
    r"Authority|Sub-?[Cc]ommittee|[Ww]orking\s+(?:[Gg]roup|[Pp]arty)|attendees|Panelists|partners|"
    r"Partners|all\s+present|those\s+present|everyone|[A-Z]{1,5}(?:PC|CC|TC|SCB)|(?<=[Tt]he\s)(?:PC|CC|TC)"
    r"|FGB|HWB|PFA|PTA)"
)
_DID = (
    r"(?P<did>agreed|resolved|approved|adopted|endorsed|accepted|decided|ratified|"
    r"supported|confirmed|recommended|deferred|rejected|refused|authori[sz]ed|delegated"
    r"|did(?:\s+not|n['’]t)\s+(?:agree|approve|support|accept|adopt|endorse)|"
    r"appointed|elected|nominated|co-?opted|granted|concluded|determined|voted(?!\s+(?:aye|yes)\b)|noted|"
    r"received|welcomed\s+and\s+supported|(?:were|was)\s+(?:all\s+)?in\s+(?:full\s+)?agreement|"
    r"were\s+all\s+in\s+favou?r|(?<=[Aa]ll\sthe\s[Cc]ouncillors\s)were\s+in\s+favou?r|(?:were|are|was|is)\s+(?:all\s+)?(?:content\s+to|(?:content|happy)\s+(?:for|that|to\s+(?:accept|agree|approve|support|adopt|endorse|proceed|continue|recommend|go\s+ahead))|(?:content|happy)\s+with\s+the\s+(?:proposed|amended|revised)|content(?=\s+and\s(?:it|that|the|agreed)\b))"
    r"|did(?:\s+not|n['’]t)\s+(?:feel|think)\s+(?:that\s+)?(?:they|it|we)\s+could\s+(?:support|agree|fund|justify|accept)"
    r"|(?:directed|instructed)(?=\s+(?:staff|the\s[A-Z]|that))|declined|objected"
    r"|asked\s+that|recommend(?=\s+(?:to|that|the|re\w+)\b)|(?<=[A-Z]C\s)requested(?=\s+that|\s[^.]{3,60}\sbe\s)|endorse|AGREED"
    r"|consented\s+to|RESOLVED|APPROVED|ADOPTED|ENDORSED|ACCEPTED|NOTED|RECEIVED"
    r"|CONTINUED(?=\s+(?:the|it|this|to|consideration)\b)|RATIFIED|DELEGATED|RECOMMENDED|DEFERRED|APPOINTED|REFUSED|REJECTED|SUPPORTED"
    r"|CONFIRMED|(?:ASKED|REQUESTED|INSTRUCTED|DIRECTED|INVITED)(?=\s+(?:that|the|[A-Z])))"
)

# "It was agreed that", "it has been resolved to", "IT WAS UNANIMOUSLY RESOLVED"
IT_WAS = leaping(
    rf"""\b(?: (?:[Ii][tT]|IT|This|this|That|which)\s+(?:was|WAS|is|has\s+been
        |had\s+been)
         | [Tt]here\s+was(?=\s+(?:general\s+)?agreement) )\s+ (?:general\s+)?
    (?:{_ADVERB}\s+){{0,2}}
    (?P<did>agreed|resolved|decided|concluded|determined|recommend(?:ed)?|approved
    |voted(?=\s+(?:that|to)\b)|ordered(?=\s+that\b)|settled(?=\s+(?:that|to)\b)|left(?=\s+(?:with|to)\s)|(?:suggested|discussed|proposed)\s+and\s+agreed
    |AGREED|
    RESOLVED|RECOMMENDED|UNANIMOUSLY\s+(?:AGREED|RESOLVED)|agreement(?=\s+(?:among|that
    |to|from))|felt(?=\s[^.]{3, 160}\bshould\s)|proposed\s+and\s+(?:agreed|seconded))\b
    """,
    re.VERBOSE,
)
# what a body answers when asked: "had no objections", "supports this application"
_ANSWER = (
    r"(?:ha[ds]|have|raised?|makes?|made|expressed|offered)\s+no\s+(?:objections?"
    r"|observations?|comments?(?:\s+to\s+make)?)|(?:strongly\s+)?objects?\s+to\s+th(?:e|is"
    r"|ese)\b|supports?\s+th(?:e|is|ese)\s+(?:application|plan|proposal)s?"
    r"|do(?:es)?\s+not\s+object|did\s+not\s+object"
)
# "The Board approved", "Members unanimously agreed", "They agreed"
_BODY_DOES = re.compile(
    rf"""\b(?=[A-Za-z])(?:{_BODY}|[Tt]hey|[Ww]e|[Aa]ll|[Ii]t(?=\s+(?:also\s+)?(?:agreed|resolved)\s)|(?:[Mm]embers|[Cc]ouncillors)\s+present|[Cc]hair(?=\s+agreed\s+(?:that|to\s+accept
    |with\s+the\s+adoption)))
    \s+(?:{_ANSWER}|(?:has\s+|have\s+)?(?:{_ADVERB}\s+){{0,2}}{_DID})\b
    """,
    re.VERBOSE,
)
BODY_DID = re.compile(
    rf"""(?:\b(?:[Tt]he|THE|[Aa]ll|[Aa]ll\s+the|[Tt]his
        |[Oo]ur)\s+(?:[A-Z][\w’'&-]+\s+(?:of\s+|and\s+|&\s+|for\s+)?){{0,6}})?
    {_BODY_DOES.pattern}""",
    re.VERBOSE,
)
# "Approval was given for the purchase", "with no other nominations elected as Chair"
GIVEN = re.compile(
    r"^\W*(?:\w+\W+){0,8}?(?:[Aa]pproval|[Pp]ermission|[Cc]onsent|[Aa]uthority)\s+was\s+"
    r"(?:given|granted)\b(?!\s+by\b)"
    r"|\b(?:[Aa]pproval|[Pp]ermission|[Cc]onsent)\s+given\W*$"
    r"|^\W*(?:Approval|Permission|Consent)\s+(?:given(?=\W*$)|granted(?=\s+subject\s+to\b(?!\s+\w*\s?conditions)))"
    r"|\b(?:was|were)\s+given\s+(?:delegated\s+)?authority\s+to\b"
    r"|^\W*No\s+objections?\s+(?:(?:was|were)\s+)?(?:raised|made)\b(?!\s+by)"
    r"|\bno\s+other\s+nominations?\b.{0,60}?\b(?:elected|appointed|co-?opted)\b"
)
# "A consensus was reached that", "by consensus the Board moved the date"
CONSENSUS = re.compile(
    r"\b(?:consensus|general\s+agreement)\s+(?:was\s+reached\s+(?:that|to|on)\b"
    r"|(?:of|among)\s+the\s+(?:\w+\s+){1,3}(?:was|is)?\s?(?:that|to)\b)"
    r"|\bwas\s+the\s+consensus\s+of\s+(?:the\s+)?(?:\w+\s+){1,3}(?:that|to)\b"
    r"|\b[Bb]y\s+(?:general\s+)?consensus,?\s+(?:the\s+\w+|it)\s+\w+ed\b"
    r"|\b[Tt]he\s+\w+\s+by\s+(?:general\s+)?consensus\s+\w+ed\b",
    re.IGNORECASE,
)
# "Approval recommended.", "Recommended refusal": what is said of an application
ADVICE = re.compile(
    r"\b(?:[Aa]pproval|[Rr]efusal)\s+recommended\W*$"
    r"|(?<!fficers\s)(?<!fficer\s)\b[Rr]ecommend(?:ed)?\s+(?:for\s+)?(?:[Aa]pproval|[Rr]efusal)\b(?!\s+by\b)"
)
# "Minutes of 4 May amended and agreed as a true record by those present"
RECORD = re.compile(
    r"\b(?<!be\s)(?:agreed|approved|accepted|adopted|confirmed|signed|passed|proposed|taken)\s+"
    r"(?:as|to\s+be)\s+(?:being\s+)?(?:an?\s+)?(?:true|correct|accurate|fair)\b"
)
# "Members discussed the plan and agreed that", "The Board thanked Ann and adopted the"
BODY_AND_DID = re.compile(
    rf"""(?:^\W{{0,6}}|[,;:–-]\s)(?:The|the|All|all)?\s?(?:{_BODY}|[Ww]e)\s+(?!ha[ds]\b|have\b|and\b|of\b|or\b|for\b)[a-z]\w{{1,20}}\b[^.;:]{{3,160}}?
    \s(?:and|but)\s+(?:{_ADVERB}\s+){{0,2}}
    (?P<did>agreed|resolved|approved|adopted|endorsed|accepted|decided|voted|AGREED|RESOLVED
    |APPROVED|noted(?=\s(?:the|its|their)\s(?:contents?|report|update|position|paper)\b))
    \s+(?=its\b|their\b|to\b|not\sto\b|that\b|on\b|the\b|an?\b|this\b|these\b|unanimously\b)
    """,
    re.VERBOSE,
)
# its second half, which is looked for first, since that is quick
_AND_DID = re.compile(
    rf"""(?:and|but)\s+(?:{_ADVERB}\s+){{0,2}}(?:agreed|resolved|approved|adopted|endorsed
    |accepted|decided|voted|noted|AGREED|RESOLVED|APPROVED)\s""",
    re.VERBOSE,
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)"
)
# "to the Works Sub-Committee", "back to the working party"
_TO_BODY = (
    r"\s+(?:back\s+|on\s+|over\s+)?to\s+(?:the\s+|full\s+|its\s+|our\s+|local\s+|a\s+"
    r"|(?-i:[A-Z])[\w’'&-]*\s+(?:and\s+|&\s+|of\s+)?){0,6}(?:(?:working|steering|task|project"
    r"|sub|governing|(?-i:[A-Z])\w{1,20})[\s-]){0,2}(?i:sub-?)?(?:Committees?|committees?|Board|Cabinet|Council"
    r"|Panel|panel|Groups?|group|Party|party|Forum|Executive)\b"
)
# "The minutes were approved", "the grant was refused", "Priority 3 was agreed"
PASSIVE = leaping(
    rf"""\b(?:was|were|be|been|is|are|stood)\s+(?:{_ADVERB}\s+){{0,2}}
    (?P<did>(?:referred|remitted|delegated|passed|sent\s+back)(?={_TO_BODY})
    |left(?=\s+(?:in\s+the\s+hands\s+of|to(?=\s+the\s+discretion\s+of))\b)|left(?={_TO_BODY})
    |(?:left|held|put)\s+in\s+abeyance|(?:held|laid|stood)\s+over(?=\W*$|\s+(?:to
    |until|till|for|pending)\b)
    |adjourned(?=\s+(?:at\s+[\d.:]{{1,5}}\s?(?:[ap]\.?m\.?)?,?\s+)?(?:to|until|till)\s)
    |(?:not\s+)?acceded\s+to|marked\s+(?:as\s+)?["“‘']?(?:read|noted)
    |continued(?=\W*$|\s+(?:to|until|till)\s+(?:the|a|next|{_MONTHS})\b)
    |agreed|approved|adopted|accepted|ratified|endorsed|carried(?!\s+(?:out|over
    |forward|by\s+the\s+contractor))|deferred|rejected|
    refused|declined|chosen(?=\s+as(?!\s+a\s+result)|\s+to\s+(?:sit|serve|act|be|represent|lead|chair)\b|\W*$)|left\s+(?:on\s+(?:the\s+)?table|over(?=\s+(?:to|until|till|for)\b|\W*$))|given\s+delegated
    |authori[sz]ed(?=\s+to|\W*$|\s+for)|(?:instructed|directed)(?=\s+to\s+[a-z])|consented\s+to|confirmed(?=\s+as\s)
    |put\s+on\s+hold|not\s+(?:agreed|approved|accepted|taken\s+up
    |carried|adopted|endorsed|(?:supported|favoured|pursued)(?!\s+by\s+(?!the\s+(?:board
    |council|committee|meeting|members)|members|councillors|governors|trustees)))
    |(?:set\s+up|formed|established)(?=\s+to\b|\W*$|,)|ordered(?=\s+to\b)|elected|appointed|re-?elected|re-?appointed|nominated(?=\s+(?:and\s+seconded\s+)?(?:as|to|for|onto|unopposed|in\s+(?:his|her|their)\s+absence)\b)|co-?opted
    |granted|passed(?!\s+(?:to|on|over|down|along|away|round)\b)|confirmed|signed|
    taken\s+as\s+read|decided(?=\s+in\s+the\s+(?:affirmative|negative))|sanctioned|excluded(?=\s+(?:under|from|for|in\s+accordance))|declared\s+(?:duly\s+)?(?:elected|appointed|carried|lost|passed)
    |resolved|noted|received|moved\s+as\s+correct|supported|recommended|
    AGREED|APPROVED|RESOLVED|ADOPTED|NOTED|RECEIVED|ENDORSED|ACCEPTED|DEFERRED|RATIFIED
    |CONFIRMED|ELECTED|APPOINTED|REFUSED|REJECTED|GRANTED|in\s+full\s+agreement|lost|defeated)\b
    """,
    re.VERBOSE,
)
# "RESOLVED:", "Agreed: -", "RECOMMENDED that", "Decision:", "RESOLUTION No. 12"
BLOCK = re.compile(
    r"""\s{0,12}(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s{0,6}
    |\d{1,3}(?:[./]\d{1,3}){1,2}[.)]?\s{1,6}(?=[A-Z]{5}))?
    (?:(?:It\s+was|IT\s+WAS|And|AND|Accordingly,?|Council|Committee
    |The\s+Board|(?i:(?:now,?\s+)?therefore,?))\s+(?:unanimously\s+|UNANIMOUSLY\s+|also\s+
    |therefore\s+|(?i:let\s+it\s+))?)?
    (?P<did>RESOLVED|Resolved(?!\s+(?:to|not)\s+\w+\s*$)|RESOLUTION
    |(?i:be\s+it\s+(?:hereby\s+)?resolved)|(?:Outcome|OUTCOME|Conclusion)(?=:)
    |NOW,?\s+THEREFORE
    |(?:AGREED|Agreed)(?!\s(?:/\s)?(?i:actions?)\s?:?\s*$)|RECOMMENDED|Recommended(?=\s+that|:)|
    DECISIONS?|Decisions?(?=\s*(?::|$|\n\s*That\b))|NOTED(?!\s+that\b(?![^.]{0,60}\bbe\b))|APPROVED
    |DECIDED|M/S/[ACPU]|Council\s+resolution|Committee\s+resolution|
    (?:CARRIED|ELECTED|CONFIRMED|ENDORSED|RATIFIED|ADOPTED|ACCEPTED
    |(?:RE-?)?APPOINTED|NOMINATED|CO-?OPTED|DELEGATED|AUTHORI[SZ]ED|HOMOLOGATED|GRANTED|REFUSED|REJECTED|DEFERRED|REMITTED|REFERRED)(?=\s?:)
    |(?:Confirmed|Endorsed|Ratified|Adopted|Refused
    |Rejected|Deferred)(?=\s?:\s)
    # "Received:", on a line of its own above what was, or before a tab
    |(?:Not\s(?:approved|agreed|endorsed|supported|adopted|accepted)|Noted|Received
    |Welcomed|Approved|Granted|Declined|Authori[sz]ed|Delegated|Referred|Remitted
    |Appointed|Supported|Homologated|Confirmed|Endorsed|Ratified|Adopted|Refused
    |Rejected|Deferred)(?=\s?:(?:\t|\s*$))
    # "Approved: the promotions set out": a sentence goes on behind the label
    |(?:Approved|Authori[sz]ed|Delegated|Appointed|Supported|Declined|Homologated)
    (?=\s?:\s+(?:that|the|to|an?)\s)
    |VOTED(?=:|\s+(?:to|that)\b)|Voted(?=:)|Decided(?=\s*:|\s+(?:to|that)\b))
    \b(?!\s+(?:with|by\s+(?:the\s+)?(?:previous|last|Borough|District|County)))""",
    re.VERBOSE,
)
_BLOCK_START = re.compile(r"\s(?<=[.;:|)\t\n]\s)")
# "A vote was held by show of hands.", "17 voted for.": leads on to what came of it
POLLED = re.compile(
    r"\bput\s+to\s+(?:a|the)\s+vote\b|\bshow\s+of\s+hands\b"
    r"|^\W*(?:[A-Z][a-z]+|\d{1,3})\s+(?:members?\s+)?(?:voted|abstained)\b",
)


# "Agreed.", "Agreed and signed.": closes what stands before it, and opens nothing
_CLOSES = re.compile(
    r"(?:Agreed|Resolved|Recommended)"
    r"(?:\s+and\s+\w+|\s+in\s+principle|\s+unanimously|\s+nem\.?\s?con)?\W*"
)


def find_block(
    text: str, start: int, end: int, held: frozenset[str] | None = None
) -> re.Match[str] | None:
    """Return where RESOLVED, Agreed: and the like open a clause between two offsets.

    Whoever knows which groups of cues stand there tells them.
    """
    held = CUES.held_in(text[start:end].lower()) if held is None else held
    if "block" not in held:
        return None
    match = BLOCK.match(text, start, end)
    if match:
        return match
    for edge in _BLOCK_START.finditer(text, start, end):
        match = BLOCK.match(text, edge.end(), end)
        if match and not (
            _CLOSES.fullmatch(text, match.start("did"), end)
            or _GOES_ON.search(text, max(start, edge.start() - _NEAR), edge.end())
        ):
            return match
    return None


_NEAR = 24  # characters before a line's end that are looked at
# "The minutes were" at the end of a line, and "AGREED as correct." on the next
_GOES_ON = re.compile(
    r"(?<![.:;]\s)(?<![A-Za-z])(?:was|were|be|been|is|are|has|have|had|and|unanimously)\s+$"
)


# "- agreed", "resolved to pay", "Approved & signed", "All approved.", "deferred to FGB"
TRAILING = re.compile(
    rf"""(?=[-–—:.;,RrAa\s]|\A)  # how all of it begins, to miss it soon
    (?: (?:[-–—:.;]\s*|^\s*|,\s*) (?P<a>(?:[Aa]ll|[Bb]oth)\s+(?:approved|agreed
        |accepted)|[Aa]pproved
        |[Aa]greed|[Dd]eferred|[Rr]efused|[Rr]ejected|(?:not|NOT)\s+(?:agreed|approved|supported|accepted|adopted|granted)|
            [Aa]ccepted|[Nn]one\s+granted|[Gg]ranted|APPROVED|AGREED|DEFERRED|REJECTED
            |[Uu]nanimously\s+(?:approved|agreed))
        (?= \s*[.;,]?\s*$ | ,\s | \s+(?:&|and|as|to|until|unanimously|by|for|subject
        |with(?=\s+(?:(?:the|an?|one|two|some|minor)\s+)*(?:amend|correct|chang|alter|condit|addit|[‘“"']))
        |in\s+principl|FGB|that|[-–])\b | \s+&)
      | (?P<b>[Rr]esolved\s+(?:not\s+)?to\s+\w+|(?<![A-Za-z]\s)[Aa]greed\s+(?:that
      |to\s+(?:pay|send|purchase|donate|accept|proceed|return|defer))
      |(?<=\s)approved\s+(?:the|and)\b|(?<!\w)[Rr]e-?\s?agenda\b)
      | [-–]\s(?P<c>(?:remitted|referred|passed|delegated)(?={_TO_BODY})
      |(?:not\s+)?renewed(?=\W*$)|RENEWED|re-?adopted
      |not\s+(?:taken\s+up|opposed|pursued)|approved|agreed|accepted|rejected|deferred|refused|granted
      |(?:denied|tabled|postponed|declined|held\s+over|turned\s+down)
        (?=\W*$|,\s|\s+(?:for|until|till|to|as|due|pending|unanimously)\b)
      |not\s+(?:agreed|approved|supported|accepted|adopted|granted)|adopted|supported|endorsed|(?:confirmed|received)(?=\W*$)|ratified|[Yy]es(?=\W*$)|[Pp]assed(?=\s+unanimously|\W*$)|(?:all\s+)?noted(?=\W*$)|no\s+action(?=\W*$))\b
      | [-–:]\s(?P<f>REFUSED|GRANTED|WITHDRAWN)\b
      | \s(?P<e>Approved|Refused|Supported|Deferred)\s+by\s+(?:the\s+)?Parish
        (?:\s+Council)?\W*$
      | [-–:]\s(?P<d>[Nn]o\s+(?:objections?|obs\b|observations|comments?)
      |OBJECT(?:ION)?\b|[Oo]bject(?:ion|ed)?(?=\W*$)|[Ss]upport(?:ed)?(?=\W*$)) )""",
    re.VERBOSE,
)
CARRIED = re.compile(
    r"\b(?:[Cc]arried(?!\s+(?:out|over|forward|on)\b)|CARRIED|[Mm]otion\s+(?:was\s+|is\s+)?(?:passe[sd]|approved"
    r"|carrie[sd]|adopted)|"
    r"MOTION\s+(?:CARRIED|PASSED)|(?:[Aa]ll|[Ee]veryone|present|presents)\s+(?:were\s+"
    r"|was\s+)?in\s+favou?r|"
    r"(?:failed|died|fell)\s+for\s+(?:want|lack)|DEFEATED|"
    r"[Aa]ll\s+(?:in\s+favou?r|vot(?:ed|ing)\s+(?:aye|yes|in\s+favou?r))|so\s+moved|[Uu]nanimous(?:ly)?|[Aa]ll\s+(?:ayes|agreed)|AYES|Ayes|"
    r"declared\s+carried|so\s+ordered|PASSED|"
    r"(?:[Tt]his|so\s+it|(?:[Tt]he|THE)\s+(?:motion|amendment|proposal))\s+(?:then\s+)?"
    r"(?:fell|falls|was\s+(?:declared\s+)?(?:lost|defeated|not\s+(?:carried|supported|agreed)))|"
    r"(?:(?<![^\n])|(?<=[.;,:–-]\s))(?:[Pp]assed|Accepted|Adopted|Approved)(?=[.*\s]{0,6}(?:$|\n)|\s+at\s+\d)|"
    r"[Mm]otion\s+(?:fails|failed|lost|defeated)|LOST|"
    r"And\s+[Rr]esolved|it\s+was\s+(?:unanimously\s+)?(?:agreed|resolved))\b"
)
# "The amendment was put to the vote and lost", "On a vote the motion was carried"
OUTCOME = leaping(
    r"\bdeclared\s+(?:it|the\s+(?:amendment|motion|proposal))\s+(?:lost|defeated|carried)\b|"
    r"\b(?:amendment|motion|proposal|proposition|resolution)\b[^.]{0,90}?\b(?:was|were"
    r"|is|being|and|declared|then)\s+"
    r"(?:duly\s+|then\s+|declared\s+|unanimously\s+)?(?:lost|LOST|carried(?!\s+out)|CARRIED"
    r"|defeated|DEFEATED|passed|rejected|approved|adopted)\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"\b(?:if|whether|unless|until|once|before)\b", re.IGNORECASE)
APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)\b[^.]{0,160}\b(?:and|were|was|be)\s+(?:duly\s+"
    r"|received\s+and\s+)?(?:accepted|approved|sanctioned|agreed)\b"
    r"|^\W*apologies\s+(?:were\s+)?accepted\b",
    re.IGNORECASE,
)
# a note without a verb: "Virement of £300 approved", "Minutes agreed and signed"
FRAGMENT = re.compile(
    r"^(?!\(\w+\)\W*$|[Cc]o-?opted\W*$|(?!\W?(?:[Rr]ead|[Cc]irculated|[Rr]eviewed|[Cc]hecked)\b)\S+\sand\s\S+\W*$)"
    r"\W{0,3}(?:[a-z\d]{1,3}[.)]\s{0,4})?(?!None\b|Nothing\b|Nil\b)(?:(?:[A-Z]|read\b)[^.;:]{2,90}?\s)?"
    r"(?<!\bas\s)(?<!\bbeing\s)(?<!recently\s)(?<!newly\s)(?:[Aa]pproved"
    r"|[Pp]assed"
    r"|[Aa]dopted|[Aa]greed|[Aa]ccepted|[Nn]oted|[Dd]eferred|"
    r"[Tt]abled|[Pp]ostponed|[Cc]arried\s+over|[Ll]eft\s+over|[Rr]e-?adopted|[Rr]e-?affirmed|"
    r"[Rr]atified|[Cc]o-?opted|[Rr]e-?elected|[Ee]ndorsed)"
    r"(?:\s+and\s+signed\b[^.]{0,40}|\s+by\s+(?:the\s+)?(?:Members|Council|Board"
    r"|Committee|members|governors|all)|\s+unanimously|\s+for\s+\w+\s+years?"
    r"|\s+in\s+principle|\s+nem\.?\s?con|\s+with\s+(?:\w+\s+){0,2}(?:changes?|amendments?"
    r"|corrections?|conditions?)|\s+with\s+(?:thanks|regret|pleasure|gratitude)|\s+as\s+(?:amended|presented|corrected|written|submitted"
    r"|circulated|read|printed|drafted)"
    r"|\s?/\s?[\w ]{1,16})?\W*$"
)
# "GRANTED in the reduced sum of £1,200.", "Refused; 11.30 is the limit."
PARTICIPLE = re.compile(
    r"^\W{0,3}(?:(?:Accepted|Approved|Agreed|Received|Adopted|Endorsed)\s+(?:with(?:out)?|unanimously"
    r"|unopposed|subject\s+to|provided|on\s+condition|by\s+(?:all|everyone))(?!\s+(?:the\s)?[A-Z])"
    r"|(?:The\s)?(?:Clerk|RFO|Chair\w{0,6}|Secretary|Treasurer|Director|Manager|Officers?)"
    r"\s(?:authori[sz]ed|empowered)\sto|Supported(?=\W*$)|Received(?=\W*$)|Taken\s+as\s+read|Noted\s+with\s+(?:regret|thanks|pleasure|interest|concern)|Yes\s+to\s(?=\w)|OK['’]d\b|Okayed\b"
    r"|(?:Not|NOT)\s+(?:to\s+be\s+)?(?:agreed|approved|supported|accepted|adopted|granted|pursued|taken\s+(?:forward|up)|proceeded\s+with|recommended(?=:|\W*$))(?!\s+by\b)"
    r"|(?:Placed|Put|Received\s+and\s+placed)\s+on\s+file|(?:Left|Laid|Let|To\s+(?:lie|stay|remain))\s+on\s+the\s+table|No\s+support(?=\W*$)|Left\s+(?:to|with|in\s+the\s+hands\s+of)(?=\s+the\s+\w)"
    r"|(?:Remitted|REMITTED)(?=\s+(?:back\s+)?to\b)|(?:Left|Held|Put)\s+in\s+abeyance|(?:Left|Laid)\s+on\s+table|Adjourned(?=\s+(?:to|until|till)\b)"
    r"|(?:Not|NOT)\s+(?:opposed|renewed)|(?:Parked|Shelved|Continued)(?=\W*$|\s+(?:to|until|till)\b)|Thrown\s+out(?=\W)|Received\s+and\s+(?:accepted|approved|noted|adopted)|(?:Further\s+)?(?:Consideration|Discussion|Decision|Determination)\s+adjourned|Referred(?=\W*$|,|\s+(?:back|to(?!\s+(?:in|as|at)\b))\b)|No\s+(?:comments?|objections?)(?=\W*$|,\s(?:but|subject|provided)\s)|Denied(?=\W|$)|GRANTED|REFUSED|REJECTED|DEFERRED|Granted|Refused|Rejected|Declined"
    r"|Accepted\s+as|Postponed|Tabled|Ratified|Signed\s+off|(?:Held|Left|Laid|Stood|Carried)\s+over"
    r"|Carried\s+forward(?=\W*$|\s+to\b)|On\s+hold(?=\W*$|\s+(?:until|till|for|pending)\b))\b(?!\s+by\s+the\s+(?:county|district|borough))"
)
# "Ada Penrose elected Chair unopposed.", "Tom Holt confirmed as Secretary"
ELECTED = re.compile(
    r"^\W{0,3}(?:[A-Z][\w’'.-]{0,20}\s){1,4}(?:(?:was|were|is|are)\s)?(?:(?:duly|unanimously)\s)?"
    r"(?:(?:re-?)?(?:elected|appointed)\s(?:as\s|to\sbe\s)?|confirmed\sas\s)(?:the\s|new\s){0,2}"
    r"(?:(?:Joint|Acting|Deputy|Assistant|Honorary|Hon\.?|Returning|returning)\s)?"
    r"(?i:chair|vice|president|secretary|treasurer|clerk|auditor|mayor|deputy|officer"
    r"|cathaoirleach|captain|trustee)"
    r"|^\W{0,3}(?:[A-Z][\w’'.-]{0,20}\s){2,4}(?:duly\s|unanimously\s)?(?:re-?)?elected"
    r"(?:\s(?:unopposed|nem\.?\scon|(?:by\s|with\s)[^.;]{3,30}))?\W*$"
)
# "(ii) agreed to appoint ...", "1. noted the contents of the report; and"
PART = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*)(?:to\s+)?(?i:noted|agreed|approved"
    r"|instructed|requested|remitted|delegated|endorsed|directed|asked\s+that|invited|"
    r"resolved|adopted|homologated|recommended|welcomed|authori[sz]ed|appointed"
    r"|continued|(?-i:note|agree|approve|remit|endorse))\b(?!\s+with\b)"
    r"|^\W{0,3}(?:(?:noted|received)\s+(?:the|this|these|its)|(?:agreed|resolved|asked"
    r"|requested)\s+(?:that|to)|(?:approved|endorsed|adopted|ratified|accepted|authori[sz]ed"
    r"|instructed|directed|delegated|appointed)(?=\s+\w)|(?i:requested|authori[sz]ed)(?=\s+(?:that|the\s[A-Z])))\b"
)
_FINITE = re.compile(
    r"\b(?:is|was|were|are|has|have|had|will|would|should|not|yet|that|which|who|he"
    r"|she|they|we|it|already|previously|to\s+be|until)\b|\d\d/\d\d/",
    re.IGNORECASE,
)
# "This item will be forwarded to the Finance Committee"
PASSED_ON = re.compile(
    r"\b(?:[Tt]his|[Tt]he)\s+(?:item|matter|issue|motion|question|request)\s+(?:will|would"
    r"|is\s+to|to)\s+be\s+(?:forwarded|referred|raised|taken|passed)\s+(?:to|at)\s+(?:the"
    r"\s+)?(?:[\w&,]+\s+){0,6}(?:Committees?|Board|Cabinet|Panel|FGB|Briefings?|Forum"
    r"|Council)\b"
)
TOOK_CHAIR = re.compile(
    r"\bdeclared\s+(?:(?:[(A-Z][\w’'.,()-]*|and)\s+){1,24}(?:duly\s+)?(?:elected|appointed|carried)\b"
    r"|\bby\s+(?:the\s+)?(?:decision|agreement"
    r"|consent)\s+of\b[^.]{0,80}\btook\s+the\s+chair\b"
    r"|\b(?:Mayor|President|Chair(?:man"
    r"|person)?)\s+(?:[A-Z][\w’'-]+\s+)?(?:re-?)?appointed\s+[A-Z]"
)


def tells_fates(text: str, start: int, end: int) -> bool:
    """Say whether more than one sentence tells what became of a motion."""
    told = OUTCOME.finditer(text, start, end)
    fates = {text.rfind(".", start, x.start()) for x in told}
    return len(fates) > 1


def find_body_did(sentence: str) -> re.Match[str] | None:
    """Return where "the Board approved" stands, looked for without its long lead."""
    return BODY_DID.search(sentence) if _BODY_DOES.search(sentence) else None


def find_body_and_did(sentence: str) -> re.Match[str] | None:
    """Return where "Members discussed it and agreed" stands; its end is soon found."""
    return BODY_AND_DID.search(sentence) if _AND_DID.search(sentence) else None


def is_fragment(sentence: str) -> bool:
    """Say whether a note without a verb tells what was done.

    >>> is_fragment("Virement of £300 approved."), is_fragment("It was noted")
    (True, False)
    """
    return not _FINITE.search(sentence) and FRAGMENT.match(sentence) is not None


_SHORTENED = re.compile(r"\b(was|were|is|are)n['’]t\b")  # "This wasn't agreed"


def decides(sentence: str, held: frozenset[str] | None = None) -> str | None:
    """Return the rule by which a sentence records a decision; None if it does not.

    Whoever knows which groups of cues it holds tells them.

    >>> decides("It was agreed that the bench be moved.")
    'it-was'
    >>> decides("Mr Holt agreed to write to the school.")
    >>> decides("The grant had been agreed by the district in May.")
    """
    words = sentence.lower()
    held = CUES.held_in(words) if held is None else held
    if "told" not in held:
        return None
    if "n't" in words or "n’t" in words:
        sentence = _SHORTENED.sub(r"\1 not", sentence)
    return _decides_early(sentence, words, held) or _decides_late(sentence, words, held)


def _decides_early(sentence: str, words: str, held: frozenset[str]) -> str | None:
    """Return the rule by which a sentence tells in so many words what was decided."""
    if "it-was" in held:
        match = IT_WAS.search(sentence)
        if match and not is_told(sentence, match, "it-was"):
            return "it-was"
    if "body-did" in held:
        match = find_body_did(sentence)
        if match and not is_told(sentence, match, "body-did"):
            return "body-did"
    if "given" in held and GIVEN.search(sentence) and not tells_context(sentence):
        return "given"
    if "consensus" in held and ("consensus" in words or "general agreement" in words):
        agreed = CONSENSUS.search(sentence)
        if agreed and not tells_context(sentence):
            return "consensus"
    if "advice" in held:
        advice = ADVICE.search(sentence)
        if advice and not is_told(sentence, advice):
            return "advice"
    if "record" in held and RECORD.search(sentence) and not tells_context(sentence):
        return "record"
    if "body-and-did" in held:
        match = find_body_and_did(sentence)
        if match and not is_told(sentence, match):
            return "body-and-did"
    for match in PASSIVE.finditer(sentence) if "passive" in held else ():
        if passive_decides(sentence, match):
            return "passive"
    return None


def _decides_late(sentence: str, words: str, held: frozenset[str]) -> str | None:
    """Return the rule by which a sentence tells it in another way."""
    if "apologies" in held and APOLOGIES.search(sentence):
        return "apologies"
    match = TRAILING.search(sentence) if "trailing" in held else None
    if match and not is_told(sentence, match):
        return "trailing"
    fate = OUTCOME.search(sentence) if "outcome" in held else None
    if fate and not tells_context(sentence):
        clause = sentence[max(0, fate.start() - 16) : fate.end()]
        return None if _MAYBE.search(clause) else "outcome"
    if "took-chair" in held and TOOK_CHAIR.search(sentence):
        return "took-chair"
    if _notes(sentence, words, held):
        return "fragment"
    if "part" in held and PART.match(sentence):
        return "part"
    later = "to be" in words or "d be" in words or "l be" in words
    if later and "passed-on" in held and PASSED_ON.search(sentence):
        return "passed-on"
    verdict = find_verdict(sentence, words, held)
    if verdict and not is_told(sentence, verdict, "body-did"):
        before = sentence[: verdict.start()]
        return None if _MAYBE.search(before) or is_reported(before) else "verdict"
    return None


def _notes(sentence: str, words: str, held: frozenset[str]) -> bool:
    """Say whether a sentence only notes what was done, or who takes a post."""
    if "fragment" in held and is_fragment(sentence):
        return True
    opens = "participle" in held and PARTICIPLE.match(sentence)
    if opens and len(sentence.split()) <= _NOTE:
        return True
    chosen = "elected" in held and ELECTED.match(sentence) is not None
    chosen = chosen or ("takes-post" in held and takes_post(sentence, words))
    return chosen and not tells_context(sentence)


_NOTE = 16  # words of a note that opens with what was done
