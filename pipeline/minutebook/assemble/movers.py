"""Finds who proposed and who seconded: the grammar of motions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from minutebook.grammar.anchors import holds_any, matches_from, shortest
from minutebook.grammar.leaps import leaping

_ONE_TITLE = (
    r"(?:(?:(?:County|Borough|District|City|Town|Parish|Community|Financial|Recording"
    r"|Corresponding|Assistant|Acting|Executive|Past)\s(?=[CDPST]))?"
    r"(?:Councill?ors?|Cllrs?|Clr|Crs?|MMC|Cmhlr|Mr|Mrs|Ms|Miss|M/s|Dr|Messrs|Prof"
    r"|Professor|Rev|Sir|Dame"
    r"|Lady|Lord|Member|Trustee|Supervisor|Commissioner|Alderman|Ald|Mayor,?|Deputy"
    r"|Chairperson,?|Chairman,?|Chair,?|President,?|Vice|Shire|The|the|Treasurer,?"
    r"|Secretary,?|Director|Governor|Bailie|Provost|Convener|Depute|Baroness|Board\sMember|Committee\sMember|Council\sMember"
    r"|Councilm[ae]n|Councilwom[ae]n|Councilmembers?|Selectm[ae]n|Selectwom[ae]n|Reeve"
    r"|Alderwoman|Tr(?=\.)|(?:Counc?|Con|Comm?|Sen|Rep|Supv)(?=\s?\.)|Clir|(?i:an\s)?g?Ch?omh(?:airleoi?ra?)?|COUNCILL?ORS?"
    r"|CLLRS?|CR|MAYOR|DEPUTY|REEVE|TRUSTEE|MEMBER|COMMISSIONER|ALDERMAN|MRS?|MS|DR)"
    r"\b(?:\s?\.|,)?\s*)"
)
_TITLE = rf"{_ONE_TITLE}{{0,4}}"
_UP = "A-ZÀ-ÖØ-Þ"
_LOW = "a-zà-öø-ÿ"
# words of the motion itself, which no name holds
_NO_WORD = (
    r"(?!(?:SECOND(?:ED|ER)?|VOTES?|CARRIED|MOVED|PROPOSED|THAT|RESOLVED|MOTION|Second(?:ed|er)?"
    r"|Proposed|Moved|Carried|Passed|Votes?|Voting|Ayes?|Nays?|Yes|Unanimous\w*"
    r"|Approved|Accepted|Adopted|Agreed|Resolved|Cuidithe|Cllrs?|Councillors?|Parish|Borough|County|By|BY|All|That|The|It|This|These|He|She|They|Board"
    r"|Council|Committee|Members|Minutes)\b)"
)
_WORD = rf"(?:{_NO_WORD}[{_UP}][\w’'`-]{{1,24}}|d[’'][{_UP}]\w+)"
_PARTICLE = (
    r"(?:(?:de|del|du|dos|ter|van|von|der|den|la|le|da|di|Uí|Ní|Ó"
    r"|(?:Mac|Nic)(?:\s(?:an|Giolla))?|Mc|St\.?)\s+)?"
)
# "A. P.", "AP": but "AP." ends its sentence, and the next word begins another
_INITIALS = rf"(?:(?![{_UP}]{{2,3}}\.\s)(?:[{_UP}]\.?\s?){{1,3}}(?=\s?[{_UP}][\w’']))"
_GAP = r"[^\S\n]"  # a name ends with its line: wrapped lines are joined before
# "A. Penrose"  "Ada Penrose"  "Penrose"  "AP"  "K Holt"  "Holt (J)"
NAME = rf"""(?:
    {_INITIALS}\s?{_PARTICLE}{_WORD}(?:{_GAP}{_WORD})?
  | {_WORD}{_GAP}(?:[{_UP}]\.?{_GAP})?{_PARTICLE}{_WORD}(?:{_GAP}{_WORD})?
  | {_WORD}\s[{_UP}](?=\s?(?:[,;)&/]|\.?$|\.?\n|(?i:and|seconded)\b))
  | {_PARTICLE}{_WORD}(?:\s?\([{_UP}](?:\.?\s?[{_UP}])?\.?\))?
  | [{_UP}]{{2,3}}[a-z]?\b(?![{_LOW}])
)"""
# how a title or a name begins: elsewhere it need not be tried
_FIRST = rf"(?=[{_UP}adltv])"
_STOP = (
    r"(?!(?i:that|the|and|to|it|so|once|when|this|all|carried|seconded|proposed|councill?ors?"
    r"|council|motion|approved|resolved|unanimous|none|both|members?|he|she|they|we|his"
    r"|her|leader|moved|no|time|passed|passes|carries|failed|fails|falls|fell|lost|denied|tabled|withdrawn"
    r"|reading|by|vote|votes|january|february|march|april|june|july|august"
    r"|september|october|november|december|monday|tuesday|wednesday|thursday|friday"
    rf"|saturday|sunday)\b|an?\b|I\s(?![{_UP}]))"
)
# a name that its cue touches without "by" must end there, or be one with a title
_ENDS = (
    r"(?=\s*(?:[,.;:)\]/&(–-]|$)|\s+(?i:and|seconded|second|sec|2nd|seconder|moved"
    r"|that|carried|unanimous\w*|accepted|approved|passed|agreed|all|to\b)\b|\n)"
)
_TITLED = rf"(?=(?!(?:The|the)\b){_ONE_TITLE})"
_NOT_THE = r"(?<!the\s)(?<!The\s)(?<!this\s)(?<!This\s)(?<!\ba\s)(?<!\bA\s)(?<!his\s)"

# "Proposed (AP), seconded, Tom Holt": the name stands alone behind comma or bracket
_BESIDE = rf"[,(]\s? {_TITLE} {_STOP} (?={NAME}{_ENDS})"
# "Motion: Approve the report", "Proposal: Mend a gate": what is moved, and no name
_NO_MATTER = (
    rf"(?!(?:[Mm]otion|MOTION|[Pp]roposal)\s?[:–-]\s?[{_UP}][\w’'-]{{1,20}}\s"
    r"(?:the|an?|of|for|all|our|this|these|its)\b)"
)
# "On Mr Holt's motion", "on Mrs Shute's proposal"
_OWN_MOTION = r"[’']s?\s(?i:motion|proposal|proposition|nomination)\b"
_MOVER = re.compile(
    rf"""
    {_NO_MATTER}
    (?: \b(?<!otice\sof\s)(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED|[Nn]ominated
        | [Aa]pproved|[Pp]roposal | [Mm]otion | MOTION | [Pp]rop | [Ii]ntroduced
        | (?<!\bto\s)(?<!\bthe\s)[Aa]pproval(?=\s+(?:by|from)\b) | Offered ) \b\.?
        (?: \s+ (?:for|to)\s+\w{{2,12}} | \s+as\s+(?:\w{{2,12}}\s){{1,3}}(?=by\s)
        | \s+(?:as|to\s+be)\s+(?:an?\s+)?(?:true|correct|accurate)(?:\s+and\s+\w+)?
          (?:\s+(?:record|copy|account))? )?
        (?: \s+ (?:\(by\sproxy\)\s)? | \s{{0,3}}[:–-]\s{{0,6}} | (?<=\s)(?=by\s) )
        (?:was\s+|is\s+)?(?:(?:made|brought|presented|offered|set)\s+)?
        (?:[Bb]y|BY|of|from)(?![a-z]) \s*:?\s* {_TITLE} {_STOP}
      | {_NOT_THE} \b(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED|[Nn]ominated|[Pp]roposer
        |PROPOSER|[Pp]roposal|[Mm]otion|MOTION|[Pp]rop|PROP|[Mm]over|MOVER)\b
        (?: (?<=rop)\. | (?<=ROP)\. )?
        \s* (?: (?:[:–-]|(?<=Proposed);|(?<=Moved);)\s* {_TITLE} {_STOP}
        | {_BESIDE} )
      | {_NOT_THE} \b(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED|[Nn]ominated|[Pp]roposer
        |[Mm]otion|MOTION|[Pp]rop|PROP|[Mm]over|MOVER)\b
        (?: (?<=rop)\. | (?<=ROP)\. )? \s+ (?: {_TITLED} {_TITLE} {_STOP}
        | {_STOP} (?=(?:[{_UP}]\.\s?){{1,3}}{_WORD} | {NAME}{_ENDS}) )
      | (?i:on\s+the\s+(?:motion|proposal|proposition|nomination)\s+of)\s+ {_TITLE}
        {_STOP}
      | \b[Pp]roposer\s+(?:was|being)\s+ {_TITLE} {_STOP}
      | (?i:on|upon)\s+{_TITLE} {_STOP} (?={NAME}{_OWN_MOTION})
      | \b(?:[Aa]r(?:na)?\s+mh?oladh(?:\s+(?:ag|ó)(?=\s))?
        | (?:[Mm]olta|[Tt]airgthe)\s+(?:ag|ó))\s+ {_TITLE} {_STOP}
    )
    (?P<name>{NAME})
    """,
    re.VERBOSE,
)
_SECONDER = re.compile(
    rf"""
    (?: \b(?: [Ss]econded | SECONDED | 2nd(?:ed)? | [Ss]econd | SECOND | [Ss]ec
        | [Ss]upport(?:ed|(?=\sby\s)) | SUPPORTED )\b\.?
        (?: \s+for\s+\w{{2,12}} )? \s+ (?:came\s+|(?:was\s+)?(?:made|given)\s+)?
        (?:[Bb]y|BY|from)(?![a-z]) \s*:?\s*
        {_TITLE} {_STOP}
      | {_NOT_THE} \b(?: [Ss]econded | SECONDED | [Ss]econder | SECONDER | 2nd(?:ed)?
        | [Ss]econd | SECOND | [Ss]ec | SEC )\b (?: (?<=[Ss]ec)\. | (?<=2nd)\. )?
        \s* (?: (?:[:–-]|(?<=Seconded);) \s* {_TITLE} {_STOP} | {_BESIDE} )
      | {_NOT_THE} \b(?: [Ss]econded | SECONDED | [Ss]econder | SECONDER | 2nd(?:ed)?
        | [Ss]econd | SECOND | [Ss]ec | SEC | (?<=[,.;]\s)[Ss]upport )\b
        (?: (?<=[Ss]ec)\. | (?<=2nd)\. )? \s+
        (?: {_TITLED} {_TITLE} {_STOP}
        | {_STOP} (?=(?:[{_UP}]\.\s?){{1,3}}{_WORD} | {NAME}{_ENDS}) )
      | \b[Ss]econder\s+(?:was|being)\s+ {_TITLE} {_STOP}
      | \b(?:[Cc]uidithe|chuidiú)\s+(?:ag|le)\s+ {_TITLE} {_STOP}
    )
    (?P<name>{NAME})
    """,
    re.VERBOSE,
)
# "approved by Marlwick Town Council": a body's name, and not who moved
_OF_BODY = re.compile(
    rf"{_GAP}(?:Parish|Town|City|County|District|Borough|Community|Council|Committee"
    r"|Board|Trust|Group|Panel)\b"
)
# "Cllr Ada Penrose proposed", "AP moved", "Tom Holt then seconded"
_DOES = re.compile(
    rf"""
    (?<![\w.]) {_FIRST} {_TITLE} {_STOP} (?P<name>{NAME}) (?<![’']s)
    (?:,?\s(?:Jr|Sr)\b\.?)?
    (?:,\s(?:as|by\sway\sof)\s(?:an\s)?amendment,?)? \s+
    (?:also\s+|then\s+|duly\s+)?
    (?P<verb> (?:proposed | motioned
        | moved(?!\s+(?:from|up|down|into|out|away|house)\b)
        | nominated | seconded | seconds
        | [Ss]econd(?=\s+th(?:e|is)\s+(?:[Mm]otion|nomination)\b)
        | Moved(?=[,.;]) | Seconded(?=[,.;]|$) | motions(?=\s+(?:to|that|for)\b)
        | (?<=[A-Z][A-Z]\s)[Mm]ove(?=\s+(?:to|that|for)\b|\s*(?:$|\n))
        | proposes(?!\s+to\b) | nominates
        | (?:MOVED|SECONDED|PROPOSED)(?=\s+(?i:and|to|that|for)\b|\s*(?:[,.;]|$))
        | supported(?=\s+the\s+(?:motion|resolution)\b|,\sto\s)
        | 2nd(?:s|ed)? | second(?=\s*[.;,]))(?!\s+(?:by|BY)\b)
    | prop(?=\.?\s+(?:to|that|we|[a-z]{{3,12}}\s)|\s?[,;])\.?
    | sec(?=\s?[,;.]|\s*(?:$|\n))
    | seconding(?=\s?[,;.])
    | moves(?=\s+(?:to|that|for)\b|\s?[,;.])
    | ma(?:de|kes|king)\s+(?:a|the)\s+(?:motion|second)
    | (?:brings|brought|presents|presented|puts?(?:\sforward)?|sets?|submit(?:s|ted)
      |introduced)\s+(?:a|the)\s+motion
    | puts?\sforward\s+(?:a|the)\s+(?:proposal|proposition)
    | offered\s+(?:a|the)\s+(?:following\s+)?(?:motion|resolution) )\b
    """,
    re.VERBOSE,
)
# "Ada Penrose moved to", "A motion was made by", "Motion by Holt": opens a motion
OPENS_MOTION = re.compile(
    rf"""\W{{0,3}}(?: {_TITLE} {_STOP} {NAME} \s+ (?:then\s+|also\s+)?
        (?: moved | motioned | moves(?=\s+(?:to|that)\b) | prop(?:osed)?(?=[\s.])
        | ma(?:de|kes)\s+(?:a|the)\s+motion )\b
      | (?:A\s+|The\s+)?[Mm]otion\s+(?:was\s+)?(?:made\s+)?(?:by|to)\b
      | It\s+was\s+(?:then\s+)?moved\s+by\b )
    """,
    re.VERBOSE,
)
# "Councillor Penrose, seconded by Councillor Holt, moved that"
_BETWEEN = re.compile(
    rf"(?<![\w.]){_FIRST}{_TITLE}{_STOP}(?P<mover>{NAME}),?\sseconded\sby\s{_TITLE}{_STOP}(?P<seconder>{NAME}),?\s"
    rf"(?:moved|proposed)\b",
    re.VERBOSE,
)
# "A motion was made to adjourn by Trustee Penrose and seconded": the mover stands last
_BY_LAST = re.compile(
    rf"\bby\s+{_TITLE}{_STOP}(?P<name>{NAME})[,;.]?\s*(?:\band\s+|\bwas\s+)?$",
    re.VERBOSE,
)
# "Motion to pay: Ada Penrose. Second:", "1st Penrose, 2nd", "Mrs Holt's proposal ...";
# or far behind it on its line
_NAMED_LAST = re.compile(
    rf"(?:[:–-]\s{{1,3}}|\s{{4}}|\b(?:[Ff]irst|FIRST|1st)\s?[:–-]?\s){_TITLE}{_STOP}(?P<name>{NAME})"
    r"[,;./]?\s*(?:\band\s+)?$",
    re.VERBOSE,
)
_OWNED = re.compile(
    rf"(?<![\w.]){_FIRST}{_TITLE}{_STOP}(?P<name>{NAME})[’']s?\s"
    r"(?:motion|proposal|proposition|nomination)\b",
    re.VERBOSE,
)
# "A motion to allow the transfer was made by Ada Penrose"
_MADE_BY = re.compile(rf"\b(?:was|is)\smade\sby\s{_TITLE}{_STOP}(?P<name>{NAME})", re.X)
# "A. Penrose (motion), T. Holt (second)"
_BRACKETED = re.compile(
    rf"(?P<mover>{NAME})\s*\((?:motion|moved?r?|prop\w*)\)[,;\s]{{1,3}}(?:and\s)?"
    rf"(?P<seconder>{NAME})\s*\((?:second\w*|sec)\)",
    re.VERBOSE,
)
# "to buy nets (AP, sec TH), carried"
_SECOND_IN = re.compile(
    rf"\(\s?(?:[Pp]rop\w*\.?\s(?:by\s)?)?{_TITLE}{_STOP}(?P<mover>{NAME}),?\s?[,;/&]?\s"
    rf"(?:[Ss]ec|2nd)(?:onded|ed)?\.?\s(?:by\s)?{_TITLE}{_STOP}(?P<seconder>{NAME})\s?\)",
    re.VERBOSE,
)
# "P: Ada Penrose S: Tom Holt", "Pr. Cllr Penrose Sec. Cllr Holt", "P Cllr Penrose"
_LETTERED = re.compile(
    rf"(?<![\w.&])(?:P(?:r?[.:]|(?=\sCllr))|p(?:r?:|(?=\sCllr)))\s?{_TITLE}{_STOP}"
    rf"(?P<mover>{NAME})[,;./]?\s{{1,3}}(?:and\s)?"
    rf"(?:[Ss](?:ec)?(?:[.:]|(?=\sCllr)))\s?{_TITLE}{_STOP}(?P<seconder>{NAME})",
    re.VERBOSE,
)
# "R2024-031 A. Penrose, T. Holt: That"
_NUMBERED = re.compile(
    rf"(?:R|Res(?:olution)?\.?|Motion)\s?[#]?\s?(?:\d{{2,4}}[-/])?\d{{1,4}}(?:[-/]"
    rf"\d{{1,4}})?:?\s+"
    rf"(?P<mover>{NAME}),?\s(?:and\s)?(?P<seconder>{NAME})[:;](?:\s|$)",
    re.VERBOSE,
)
# "7. A. Penrose - T. Holt": a heading above "RESOLVED that"
_DASHED = re.compile(
    rf"[ \t]{{0,8}}(?:(?:No\.?\s)?[\d/-]{{1,9}}[.):]?\s{{1,4}})?{_TITLE}{_STOP}"
    rf"(?P<mover>{NAME})\s[–—-]{{1,2}}\s{_TITLE}{_STOP}(?P<seconder>{NAME})[:.]?\s{{0,8}}$",
    re.VERBOSE,
)
# "moved as correct by Ada Penrose and Tom Holt", "on the motion of Crs Orr and Holt"
_BOTH = leaping(
    rf"(?:\b(?:[Mm]oved|[Pp]roposed|[Aa]pproved)\s(?:and\s[Ss]econded\s)?(?:as\s(?:a"
    rf"\s)?correct\s(?:record\s)?)?by:?\s|[Oo](?i:n\sthe\s(?:motion|proposal|proposition"
    rf")\sof)\s){_TITLE}{_STOP}"
    rf"(?P<mover>{NAME})\s(?:and|&)\s{_TITLE}{_STOP}(?P<seconder>{NAME})(?!\s*\()",
    re.VERBOSE,
)
_PAIR = rf"(?P<mover>{NAME})\s?/\s?{_TITLE}(?P<seconder>{NAME})"
# the cues of two names parted by a slash, and what stands before and behind them
_SLASHED = tuple(
    (cues, rf"{before}{_PAIR}{after}")
    for cues, before, after in (
        # "Moved: Penrose/Holt"  "M/S/C Penrose/Holt"  "Proposed by A Penrose / T Holt",
        # "Motion #21-088 A. Penrose / T. Holt"
        (
            ("m/s", "move", "prop", "motion"),
            rf"\b(?:M/S(?:/C)?|[Mm]oved(?:/[Ss]econded)?|MOVED|[Mm]otion|MOTION|[Pp]roposed"
            r"|[Mm]over/[Ss]econder|[Pp]rop/[Ss]ec)\b(?:\s(?:and\s[Ss]econded\s)?by"
            r"|\s(?:[Nn]o\.?\s?)?[#]?\d[\d/.-]{0,11})?"
            rf"\s*[:–-]?\s?\(?\s?{_TITLE}",
            "",
        ),
        # "A Penrose / T Holt. Carried.", "Motion to pay: Penrose/Holt, unanimous",
        # "(A Penrose/ T Holt; 15-0-1)", "A Penrose/ T Holt. The motion failed"
        (
            ("carried", "passed", "unanim", "motion", "vote", "approved", "failed"),
            rf"(?:(?<=[.;:,(–-]\s)|(?<=\()|(?<![^\n])){_TITLE}{_STOP}",
            r"(?=[.),;]{0,2}\s*(?:[Cc]arried|CARRIED|[Pp]assed|[Uu]nanimous"
            r"|(?:The\s)?(?i:motion)\s(?:was\s)?(?i:carrie[sd]|passe[sd]|fail(?:s|ed)|lost|defeated)"
            r"|(?i:votes?)\s?:|(?:Approved|APPROVED|Failed|FAILED|Defeated|DEFEATED)\b"
            r"|\d{1,3}\s?[-–]\s?\d{1,3}\b))",
        ),
        # "MOTION TO APPROVE: A Penrose/ T Holt"
        (
            ("motion to",),
            r"\b(?:MOTION\s(?:TO|to)|Motion\sto)\s[^\n:]{2,120}:\s{0,3}"
            rf"{_TITLE}{_STOP}",
            r"(?=[.\s]{0,4}(?:$|\n))",
        ),
        # "Approved, AP/TH."
        (
            (
                *("agree", "approv", "accept", "adopt", "carr", "pass", "rece", "sign"),
                "resol",
            ),
            r"\b(?i:agreed|approved|accepted|adopted|carried|passed|received|signed"
            rf"|resolved)"
            rf"[,.;:(\s–-]{{1,3}}{_TITLE}{_STOP}",
            r"(?=\s*[.;)]|\s*$)",
        ),
        # "RESOLVED (Penrose/Holt)", "Motion C: Lamps (A Penrose / T Holt)", on a line
        (
            ("resol", "voted", "motion", "amendment", "(", "cr"),
            r"(?:(?:\b(?:[Rr]esolved|RESOLVED|[Rr]esolution|RESOLUTION|VOTED|Voted)\b"
            r"[^()]{0,240}|(?<![^\n])\W{0,4}(?:Motion|MOTION|Amendment|AMENDMENT)\b"
            r"[^()\n]{0,120}|(?<![^\n])[ \t]{0,8})"
            rf"\(\s?{_TITLE}{_STOP}(?=[^()\n]{{3,60}}\)|[^()\n]{{3,60}}\s\d)"
            r"|(?<![^\n])[ \t]{0,8}(?=Crs?\b|Cllrs?\b|Councillors?\b)"
            rf"{_TITLE})",
            r"(?=(?:[,;]?\s(?:\d{1,2}\s?[-–:/]\s?\d{1,2}|[Cc]arried|[Uu]nanimous\w*))?\)"
            r"|\s*(?:$|\n))",
        ),
        # "RESOLVED that nets be bought. AP/TH"
        (
            ("resolved",),
            r"\b(?:[Rr]esolved|RESOLVED)\b[^()]{10,240}[.;–-]\s"
            rf"{_TITLE}{_STOP}",
            r"(?=[.\s]{0,4}$)",
        ),
        # "Proposed to buy nets (AP/TH), all in favour"
        (
            ("favo", "carried", "passed", "agreed", "approved", "unanim"),
            rf"\(\s?{_TITLE}{_STOP}",
            r"\s?\)[\s,;.:–-]{1,4}(?:[Mm]otion\s|[Aa]ll\s)?(?i:in\sfavou?r|carried|passed"
            r"|agreed|approved|unanimous)",
        ),
        # "Ada Bell was made clerk (Penrose/Holt, unanimous)"
        (
            ("favo", "carried", "passed", "unanim"),
            rf"\(\s?{_TITLE}{_STOP}",
            r"(?=[,;–-]?\s(?:[Aa]ll\sin\sfavou?r|[Cc]arried|[Pp]assed|[Uu]nanimous\w*)"
            r"\W{0,2}\))",
        ),
        # "Penrose/Holt moved to adjourn"
        (("moved", "motioned"), rf"\b{_FIRST}{_STOP}", r"\s+(?:moved|motioned)\b"),
    )
)
# "12/24 Councillor Penrose that the agenda be accepted", "HOLT – That we buy a mower"
_STATES = re.compile(
    rf"(?:\W{{0,4}}(?:[A-Z]{{0,3}}[\d/.-]{{1,9}}\s{{1,3}})?{_TITLED}{_TITLE}{_STOP}(?P<titled>{NAME})"
    rf"\s{{0,2}}[–—:-]?\s{{0,2}}(?=[Tt]hat\s|THAT\s)"
    rf"|\W{{0,4}}{_STOP}(?P<bare>{_WORD})\s[–—-]\s(?=That\s|THAT\s))",
    re.VERBOSE,
)
# "be received. AP, TH, carried"
_FATED = re.compile(
    r"(?<=[\w.;,)*\x20]\x20)(?P<mover>[A-Z]{2,3}),\s(?P<seconder>[A-Z]{2,3})[,;.]?\s"
    r"(?:[Cc]arried|CARRIED|[Pp]assed|PASSED)\b(?!\s[a-z])"
)
# without one of its cues no pattern can match: looked for first, since that is quick
_PAIRS = (
    ((":", ";"), _NUMBERED),
    (("p:", "pr:", "pr.", "p cllr"), _LETTERED),
    (("(sec",), _BRACKETED),
    ((", sec", "; sec", "/ sec", ", 2nd"), _SECOND_IN),
    (("seconded by",), _BETWEEN),
    (("moved", "proposed", "approved", "motion", "proposition", "proposal"), _BOTH),
    ((" carried", " passed"), _FATED),
)
_SECONDS = ("2nd", "sec", "support")  # in the verb of a seconder
_SLASH = re.compile(r"[A-Za-z]\s?/\s?[A-Z]")
_MOVER_CUES = (
    *("prop", "move", "motion", "nominat", "approv", "introduced", "moladh"),
    *("mholadh", "molta", "tairgthe", "offered"),
)
_SECONDER_CUES = ("sec", "2nd", "support", "cuidi", "chuidi")
_DOES_CUES = (
    *("propose", "move", "motioned", "motions", "nominate", "second", "made", "mak"),
    *("offer", "2nd", "motion", "prop", "sec"),
)
_ANY_CUES = shortest(
    "/",
    *(x for cues, _ in _PAIRS for x in cues),
    *(*_MOVER_CUES, *_SECONDER_CUES, *_DOES_CUES),
)
# the first letter of each branch of the patterns of movers and of seconders
_MOVER_STARTS = re.compile(
    r"p(?=rop)|P(?=rop|ROP)|m(?=ov|ot)|M(?=ov|ot|OV|OT)|n(?=omin)|N(?=omin)|a(?=pprov)"
    r"|A(?=pprov)|i(?=ntrod)|I(?=ntrod)|o(?=[nN]\s)|O(?=[nN]\s)|u(?=pon\s)|U(?=pon\s)"
    r"|a(?=r\s|rna\s)|A(?=r\s|rna\s)|M(?=olta)|m(?=olta)|t(?=airg)|T(?=airg)|O(?=ffered\s)"
)
_SECONDER_STARTS = re.compile(
    r"s(?=ec|upp)|S(?=ec|EC|upp|UPP)|2(?=nd)|c(?=h?uidi)|C(?=uidi)"
)
# how each name ends that _DOES finds, and the verb behind it
_NAME_DOES = re.compile(
    rf"[{_UP}][\w’'`-]{{0,24}}(?:\)|\.(?<=[JS]r\.))?(?:,\s(?:as|by\sway\sof)\s(?:an\s)?amendment,?)?\s+(?:(?:also|then|duly)\s+)?"
    r"(?:propose[ds]|prop|sec|seconding|[Mm]ove[ds]?|motion(?:ed|s)|nominate[ds]|[Ss]econd(?:ed|s)?|MOVED"
    r"|SECONDED|PROPOSED"
    r"|2nd(?:s|ed)?|supported|made|makes|making|offered|brings|brought|presents|presented|puts?|sets?"
    r"|submits|submitted|introduced)\b"
)
_TRAILING = re.compile(
    r"\s(?:That|Moved|Seconded|Second|Proposed|Carried|Resolved|Motion|All|And|The|To"
    r"|Unanimous\w*|Approved"
    r"|Sec|It|This|Agreed|Councillors?|Cllrs?|Council|Board|Noted|Vote|Votes?|Ayes?"
    r"|Nays?|Yes|No)$"
)
_POSSESSIVE = re.compile(r"[’']s?$")
# "Agenda Commissioner Penrose": words of the line above that ran into the name
_TITLE_WITHIN = re.compile(rf"^[\w’'.-]+\s{_ONE_TITLE}(?=[{_UP}])", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Motion:
    """Who moved and who seconded, as written without title, and where that is said."""

    mover: str | None
    seconder: str | None
    start: int
    end: int
    mover_at: int = -1  # where the names begin; -1 where there is none
    seconder_at: int = -1


# a motion whose mover has no name: "A motion was made to approve the minutes"
UNNAMED = re.compile(
    r"[Mm](?<!\w[Mm])(?:otion\s+(?:was\s+)?made|(?<=m)ade\s+(?:a|the)\s+motion"
    r"|oved\s+(?:to|that)|otion\s+to)\b"
)


# "In proposing the motion Cllr Penrose spoke of", said before "it was seconded by"
_PROPOSING = re.compile(
    rf"\b[Ii]n\sproposing\s(?:the|this)\s[Mm]otion,?\s{_TITLE}{_STOP}(?P<name>{NAME})",
    re.VERBOSE,
)


def find_proposer(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return who is said to speak in proposing a motion, and where the name stands.

    >>> find_proposer("In proposing the motion Cllr Penrose spoke of bats.", 0, 50)
    ('Penrose', 29)
    """
    if text.find("proposing", start, end) < 0:
        return None
    match = _PROPOSING.search(text, start, end)
    return (clean_name(match["name"]), match.start("name")) if match else None


def find_dashed(text: str, start: int, end: int) -> Motion | None:
    """Return the motion of a heading that holds two names alone, mover and seconder.

    >>> find_dashed("4. A. Penrose - T. Holt", 0, 23).seconder
    'T. Holt'
    >>> find_dashed("4. Bridges - Repairs", 0, 20)
    """
    match = _DASHED.match(text, start, end)
    if match is None or not any(x in match["mover"] for x in (".", " ")):
        return None
    names = clean_name(match["mover"]), clean_name(match["seconder"])
    at = match.start("mover"), match.start("seconder")
    return Motion(*names, start, end, *at)


def find_last(text: str, start: int, end: int) -> Motion:
    """Return the motion of a paragraph that names its mover last, if it names one.

    >>> find_last("Motion to pay the bills as presented, by Ada.", 0, 45).mover
    'Ada'
    """
    found = find_motion(text, start, end)
    if found:
        return found
    stop = start + len(text[start:end].rstrip(" .\n"))
    match = _BY_LAST.search(text, max(start, stop - 60), stop)
    if match is None:
        return Motion(None, None, start, end)
    return Motion(clean_name(match["name"]), None, start, end, match.start("name"))


@lru_cache(maxsize=32)  # a paragraph is asked for by those next to it too
def find_motion(text: str, start: int, end: int) -> Motion | None:
    """Return the first mover and seconder named between two offsets.

    >>> motion = find_motion("Proposed by Cllr A Penrose, seconded by Mrs Holt.", 0, 49)
    >>> motion.mover, motion.seconder
    ('A Penrose', 'Holt')
    >>> find_motion("Cllr Penrose reported on the bench.", 0, 35)
    """
    words = text[start:end].lower()
    if not holds_any(words, _ANY_CUES):
        return _find_stated(text, start, end, words)
    slashed = "/" in words and _SLASH.search(text, start, end)
    for cues, pattern in (*_PAIRS, *_slashed()) if slashed else _PAIRS:
        match = pattern.search(text, start, end) if holds_any(words, cues) else None
        if match:
            names = clean_name(match["mover"]), clean_name(match["seconder"])
            at = match.start("mover"), match.start("seconder")
            return Motion(*names, match.start(), match.end(), *at)
    moved, seconded = _find_halves(text, start, end, words)
    found = [x for x in (moved, seconded) if x]
    if not found:
        return _find_stated(text, start, end, words)
    return Motion(
        clean_name(moved["name"]) if moved else None,
        clean_name(seconded["name"]) if seconded else None,
        min(x.start() for x in found),
        max(x.end() for x in found),
        moved.start("name") if moved else -1,
        seconded.start("name") if seconded else -1,
    )


def _find_stated(text: str, start: int, end: int, words: str) -> Motion | None:
    """Return the motion that opens with who moves it and "that".

    >>> _find_stated("Cllr Orr that the fee be kept.", 0, 30, "cllr orr that the").mover
    'Orr'
    """
    if "that " not in words[:80]:
        return None
    match = _STATES.match(text, start, end)
    if match is None:
        return None
    group = match.lastgroup or "bare"
    return Motion(
        clean_name(match[group]), None, match.start(), match.end(), match.start(group)
    )


@cache  # compiled for the first document that needs them: that takes long
def _slashed() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Return the patterns of two names that a slash parts, each with its cue."""
    return tuple((cues, re.compile(x, re.VERBOSE)) for cues, x in _SLASHED)


def _find_halves(
    text: str, start: int, end: int, words: str
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return where the first mover and the first seconder are named."""
    moved = seconded = None
    if holds_any(words, _MOVER_CUES):
        found = matches_from(_MOVER, _MOVER_STARTS, text, start, end)
        moved = next((x for x in found if not _OF_BODY.match(text, x.end())), None)
    if holds_any(words, _SECONDER_CUES):
        found = matches_from(_SECONDER, _SECONDER_STARTS, text, start, end)
        seconded = next(found, None)
    if holds_any(words, _DOES_CUES) and _NAME_DOES.search(text, start, end):
        for match in _DOES.finditer(text, start, end):
            if any(x in match["verb"].lower() for x in _SECONDS):
                seconded = _nearer(match, seconded, moved)
            elif moved is None or match.start() < moved.start():
                moved = match
    if moved is None and "motion" in words:
        moved = _MADE_BY.search(text, start, end)
    at = seconded.start() if seconded else text.find("seconded", start, end)
    if moved is None and at > start:
        near = max(start, at - 60)
        moved = _BY_LAST.search(text, near, at) or _NAMED_LAST.search(text, near, at)
        moved = moved or _OWNED.search(text, start, at)
    if moved and seconded and moved.end() < seconded.start() - 40:
        inner = _MOVER.search(text, moved.end(), seconded.start())
        moved = inner or moved  # the one who moved what was seconded
    return moved, seconded


def _nearer(
    does: re.Match[str], seconded: re.Match[str] | None, moved: re.Match[str] | None
) -> re.Match[str]:
    """Return who seconded: "Mrs Holt seconded Mr Orr" says it before the verb.

    Not so in "Proposed Ada Penrose seconded Tom Holt", where the mover stands there.
    """
    if seconded is None:
        return does
    mover = moved is not None and moved.start("name") == does.start("name")
    return seconded if mover or seconded.start() < does.start() else does


def clean_name(name: str) -> str:
    """Return a name as written, white space folded: "Holt (J)" stays that."""
    name = _TRAILING.sub("", " ".join(name.split())).strip(" .,;:")
    name = _POSSESSIVE.sub("", name)
    return _TITLE_WITHIN.sub("", name)
