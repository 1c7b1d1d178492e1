"""The words that name who acts: posts, titled people, initials, names and bodies."""

from __future__ import annotations

import re

from minutebook.grammar.names import LOWER, UPPER

POSTS = (
    r"(?:(?:[Tt]he\s+|[Oo]ur\s+)?(?:A/)?(?:(?:Parish|Town|Deputy|Assistant|Vice|General"
    r"|Interim|Acting|Finance|IT|HR|Business|Community|Meetings|Senior"
    r"|Planning)\s+){0,3}"
    r"(?:Clerk|clerk|CLERK|SECRETARY|TREASURER|Chair(?:man|person)?|chair(?:man)?|Secretary|Treasurer"
    r"|Head\s?[Tt]eacher|Secretariat|Administrator|Manager|Director|Officer|Principal"
    r"|President|Warden|Editor|Mayor|Engineer)"
    r"(?:\s(?:to|of)\s(?:the\s)?(?:Governors|Governing\sBody|Trustees|Council|Board))?"
    r"|(?:Hon\.?\s)?(?:Sec|Treas)(?:retary|urer|[’']?y|r)?\b\.?)"
)
TITLED = (
    rf"(?:(?:Mr|Mrs|Ms|Miss|M/s|Dr|Cllr|Councillor|Cllrs|Councillors|Rev"
    rf"|Prof)\.?\s+){{1,2}}(?:[{UPPER}]\.?\s?){{0,2}}[{UPPER}][\w’'-]+"
)
NAMED = (
    rf"(?:[{UPPER}][{LOWER}]{{1,14}}(?:\s(?:[{UPPER}][\w’'-]+|[{UPPER}]\b\.?))?"
    rf"|[{UPPER}]\.?\s[{UPPER}][{LOWER}][\w’'-]*)"
)
# "Tom", "Tom Holt", "Cllr Holt": a person, told by no post
PLAIN = rf"(?:{TITLED}|{NAMED})"
MARKED = r"(?:[A-Z]{2,3}[a-z]?|[A-Z]{1,2}[a-z]{1,2}[A-Z]{1,2})"
BODIES = (
    r"(?:(?:[Tt]he\s+|[Tt]his\s+)?(?:Committee|Board|Group|Panel|Governors|Members"
    r"|members|Councillors|Secretariat|Management|Trustees"
    r"|[Aa]ll\s+(?:[Mm]embers|[Gg]overnors|[Tt]rustees|[Cc]ouncillors)|Sub-?[Cc]ommittee"
    r"|Working\s+(?:Group|Party)"
    r"|[A-Z]\w{1,30}+\s+(?:Team|Panel|Unit|Office|Board|Group)))"
)
ONE = rf"(?:{POSTS}|{TITLED}|{MARKED}|{NAMED}|{BODIES})"
WHO = rf"(?P<who>{ONE}(?:\s*(?:,|&|/|\+|and)\s*(?:and\s+)?{ONE}){{0,3}})"
# "and JM to ring the school": somebody else's task in the same sentence
ANOTHER = re.compile(
    rf"\band\s{{1,4}}(?:(?:also|then|that)\s{{1,4}})?(?={WHO}\s{{1,4}}"
    r"(?:(?:is|are)\s{1,4}to|to|will|would"
    r"|(?:agreed|offered|undertook|volunteered|promised)\s{1,4}to)\s{1,4}[a-z])"
)
# what opens a clause like a name, and is none
NOT_OWNERS = re.compile(
    r"(?:it|this|that|there|they|he|she|we|which|who|what|these|those|a|an|in|on|at|if"
    r"|as|no|"
    r"members\s+of\s+the\s+public|residents?|apologies|minutes|meeting|date|next|item"
    r"|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|"
    r"none|nil|noted|complete[d]?|ongoing|closed|n/a|NHS|PDF|AGM|VAT"
    r"|call|motion|move|due|thanks|subject|prior|access|reasons?|need"
    r"|the\s+(?:hope|aim|idea|intention|purpose|plan|next\s+step)"
    r"|some(?:one|body)|any(?:one|body)|nobody|done|actions?"
    r"|resolved|agreed|decided|approved|carried|recommended|discussed|received|passed"
    r"|unan|unanimous(?:ly)?|nem\.?\s?con|nem\.?\s?diss"
    r"|by|NB|N\.B|PS|FYI|Re|Ref|Notes?|Decisions?|TBC|UK|US|EU|AOB|Council|letter|work|works|plans?|report)$",
    re.IGNORECASE,
)
