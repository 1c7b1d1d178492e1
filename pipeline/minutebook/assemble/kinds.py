"""Tells the kind of a decision from its words."""

from __future__ import annotations

import re

from minutebook.assemble.deferrals import NEW_PAPER
from minutebook.assemble.refusals import REFUSAL
from minutebook.assemble.votes import NO_SECOND
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.folded import FoldedPattern
from minutebook.grammar.leaps import leaping

_BE = (
    r"\b(?:be|is|was|were|are|been)\s+(?:\w+ly\s+|also\s+|then\s+|duly\s+|all\s+"
    r"|therefore\s+|considered and\s+|discussed and\s+|circulated and\s+|received "
    r"and\s+|agreed and\s+){0,2}"
)
_TO = (
    r"\b(?:agreed|resolved|decided|recommended|motion|seconded\s[\w.’' -]{3,40}"
    r"|proposed|second\s[\w.’' -]{3,40}|that (?:the )?(?:\w+\s){0,6})\s*(?:to|we)\s+"
)
_OPEN = (
    r"^\W*(?:(?:be it resolved|resolved|agreed|recommended|decision|approved|noted"
    r"|received|carried|moved)\W+)?(?:\(?\w{1,3}[).]\s*)?(?:that\s+|to\s+)?(?:we\s+)?"
    r"(?:(?:(?:the|this)\s+[\w\s]{0,40}?)?(?:board(?: of [a-z]+)?|council|committee"
    r"|group"
    r"|members|trustees|staff)\b:?\s+)?(?:by an? \w+ majority\s+)?(?:\(?\w{1,3}\)\s*)?"
)
_BODIES = (
    r"(?:Committees?|Cabinet|Council(?!lor)|Commission|Board|Team|Panel|FGB|Group"
    r"|Partnership|Forum|Executive|Briefings?|SPC)"
)
# "give £250", "purchase a bus for $91,450": granting money is approving it
_GRANTS = re.compile(
    r"\b(?:give|given|grant|award|allocate|allocated|release|spend|spent|contribute"
    r"|purchase|buy|fund|funded|pay|drawn|donate|set\s+aside|expenditure|authori[sz]e"
    r"|budget)\b[^;]{0,90}[£$€]\s?\d|^\W*up\s+to\s+[£$€]"
    r"|[£$€]\s?\d[^;]{0,40}\b(?:be\s+)?"
    r"(?:allocated|spent|given|granted|awarded|released|donated|made|set\s+aside)\b",
    re.IGNORECASE,
)
_KINDS = tuple(
    (kind, FoldedPattern.of(pattern))
    for kind, pattern in (
        (
            "deferred",
            r"\bdefer(?:red|ral|s)?\b|\bheld over\b|\b(?:brought|referred"
            r"|bring(?! an? )"
            r"|(?<!invited to )come"
            r"(?! and\b)|came"
            r"|carried|taken|return|discuss(?:ed|ion)?|considered|talk)\b[^.]{0,60}"
            r"\b(?:next|future|later|forthcoming|(?<=\bthe )(?:january|february|march"
            r"|april|may|june|july|august|september|october|november"
            r"|december))\b[^.]{0,20}(?:meeting|agenda)|re-?\s?agenda"
            r"|(?<!agreed for the )\bnext agenda|\bagenda for (?:the )?next\b"
            r"|\bnext meeting for|lie on the table"
            r"|postpone|return to "
            r"this|come ?back (?:to (?:the|this|these)|in\b|when\b)|\bto table\b"
            r"|\btabled? "
            r"(?:the|this|it)\b|\btabled\W*$|^\W*tabled\b|put off "
            r"(?:to|till|until)|\bcontinued? (?:the (?:item|matter|application"
            r"|hearing) )?to "
            r"(?:the |a |its )?(?:next|our|future|(?-i:[A-Z]))|left over"
            r"|put\b[^;]{0,40}\bon hold|consideration\b[^.;]{0,40}\bat the next"
            r"|discussion to continue"
            r"|no decision "
            r"be taken|\bnot to make (?:a|any) decision|bring\b[^.]{0,30}\bback in\b"
            r"|\bbe tabled\b|held back (?:to|until)|lay on the table"
            r"|\bbrought back (?:in|to) (?:january|february|march|april|may|june|july"
            r"|august|september|october|november|december)\b"
            r"|\bleft on the table"
            r"|\b(?:carried over|c/f)\b|^\W*wait for\b"
            r"|\b(?:consideration|item|matter|motion|application|debate"
            r"|discussion)\b[^.]{0,30}\badjourned"
            r"|\badjourn(?:ed)? (?:(?:the|this|its|further|consideration of) ){0,3}"
            r"(?:consideration|item|matter|application|hearing|case|review|decision"
            r"|debate|determination)\b|\bstands? over\b"
            r"|\bcontinued? (?:the )?(?:further )?consideration\b"
            r"|\b(?:put|moved|pushed|rolled) (?:back|over) (?:to|until|till)\b"
            r"|\b(?:parked|shelved)\b|\bcarried forward\W*$|\babeyance\b"
            r"|\b(?:laid|stood) over\b|\bleft (?:on table|open)\b"
            r"|\b(?:was|were|be) continued\W*$|\b(?:adjourned|continued|left) "
            r"(?:to|till|until) (?:january|february|march|april|may|june|july|august"
            r"|september|october|november|december)"
            r"|\bto be (?:taken|added|considered|decided|discussed|settled) (?:in|at"
            r"|for) (?:the )?(?:next|new year|january|february|march|april|may|june"
            r"|july|august|september|october|november|december)"
            r"|\bcarried forward to (?:the )?(?:next|(?-i:[A-Z]))",
        ),
        (
            "rejected",
            rf"{_BE}(?:rejected|refused|declined|dismissed|lost|defeated)"
            rf"|(?<!sed to )(?<!zed to )(?<!wer to )(?<!ers to )(?<!ated to )"
            rf"\b(?:refuse|reject|decline)s?\b|(?:rejected|refused)\b|\b(?:motion"
            rf"|amendment"
            rf"|vote)\s(?:is\s|was\s)?(?:lost|defeated|fails|failed|fell)|\b(?:LOST"
            rf"|DEFEATED)\b|(?:fail(?:ed|s)|died|dies|fell|lapse[sd]) for (?:want|lack)"
            rf"|(?<!\bdo )(?<!could )(?:\b|n['’])(?:not|t) (?:to )?(?:be )?(?:agreed?"
            rf"|approved?|accept"
            rf"|accepted|support|supported|pursued?|proceed|granted|endorsed?"
            rf"|adopt|ratified|carried)\b|\b(?:motion|amendment|proposal|it)"
            rf" (?:died|dies|falls)(?=\W*$| (?:for|as|since)\b)|\b(?:no"
            rf"|without a) seconder\b|\bno second\b"
            rf"|\bno takers\b"
            rf"|\b(?:this|so it) (?:then )?fell\b|\bno (?:support|appetite"
            rf"|majority) for\b"
            rf"|{REFUSAL}|\bno favou?r\b|\bnot entertained\b"
            rf"|\b(?:voted down|ruled (?:out|against))\b"
            rf"|\b(?:said|to say) no\b"
            rf"|\b(?:got|had|found|attracted|received) no support\b|(?:^"
            rf"|\. )No support\b"
            rf"|not (?:taken forward|recommended)|none granted"
            rf"|^\W*declined\b|\b(?:board|council|committee|panel|members|trustees|we"
            rf"|they) (?:\w+ly )?declined\b"
            rf"|^\W*(?:decision|outcome|resolved|agreed|that)\W+not to(?! (?:respond"
            rf"|comment|object))\b|(?:agreed|resolved|voted"
            rf"|decided) "
            rf"(?:not to(?! (?:respond|comment|object|oppose))|against)|not taken up"
            rf"|\bunable to agree|\bdisagreed\b|\bturn(?:ed)? down\b"
            rf"|\b(?:threw|thrown) out\b|\bno action (?:be |is "
            rf"|was )?(?:to be )?taken\b"
            rf"|\bagreed (?:that )?(?:we|they) (?:would|should|will) not\W*$"
            rf"|\b(?:not|n['’]t) (?:feel|think) (?:that )?(?:they|it|we) could\b"
            rf"|[-–:] no action\W*$|[.;:*–-]\W{{1,4}}(?:falls|fell|defeated)\W*$"
            rf"|\b(?:proposal|suggestion|motion|amendment)\b[^.;]{{2,120}} (?:fell"
            rf"|failed)(?=\W*$| on (?:the|a) )"
            rf"|\b(?:motion|proposal|request|move[ds]|voted|resolved)\b"
            rf"[^.;]{{0,60}}\bto deny\b"
            rf"|(?:\b(?:be|was|were)|[-–:]) denied\b"
            rf"|\bso (?:it|they|this) (?:stays?|remains?) (?:in|as)\b",
        ),
        (
            "delegated",
            r"(?<!under )\bdelegated\b|\bremit(?:ted|s)? (?:it |this )?to (?:the "
            r")?(?-i:Director"
            r"|Chief|Clerk|Chair\w*|Convener|Secretary|Treasurer|Principal|Head|Manager"
            r"|Officers?|officers?)\b|\bdelegation (?:of|to)\b"
            r"|\b(?:be left|leave (?:it|this)) (?:to|with) (?:the |(?-i:[A-Z]))"
            r"|(?<!as )(?<!a )(?<!the )(?<!named )\bdelegates?\s+(?:authority"
            r"|power|to|the)\b|(?:be"
            r"|was|were) authori[sz]ed\b[^.]{0,90}\bto\b"
            r"|\bbe (?:hereby )?empowered to\b|\bto delegate (?!(?-i:[A-Z]))"
            r"|\bremit\w*\b[^.;]{3,80}\bwith powers?\b"
            r"|\bleft (?:in the hands|to the discretion) of\b|^\W*left (?:to|with) "
            r"the\b"
            r"|\bno nominations?\b.{0,60}\bleft (?:to|with) the\b"
            r"|(?<!the )\bauthority (?:be|is|was"
            r"|to)\b|\bbe authori[sz]ed to\b|authori[sz]ed? (?:the (?:clerk|chief|chair"
            r"|director|officer|mayor|town|general)|(?-i:[A-Z])\w+ [^.;]{0,70}\bto "
            r"[a-z])"
            r"|\bauthori[sz](?:e[sd]?|ing) (?:the )?(?:[\w’'/&-]+ ){1,9}?to [a-z]"
            r"|\b(?:content|happy"
            r"|willing) for (?:the )?(?-i:[A-Z])[^.;]{2,40} to (?:clear"
            r"|sign|approve|finali[sz]e|agree|settle|decide|determine)\b"
            r"|\b(?:be|was|were) left (?:with"
            r"|to) (?:the )?(?-i:[A-Z])[^.;]{2,80} to [a-z]"
            r"|\bleave (?:it "
            r")?to\b.{0,30}\b(?:decide|determine)"
            r"|\b(?:gave|give|given)\b[^.]{0,40}\b(?:power|powers|authority"
            r"|right)\s+to\b",
        ),
        (
            "appointed",
            rf"{_BE}(?:re-?)?(?:elected|appointed|nominated|co[- ]?opted)\b"
            rf"|(?<!to )\b(?:re-?)?(?:elect|appoint|nominate(?! for)|co[- ]?opt)\b"
            rf"|\bto (?:re-?)?(?:elect|appoint|nominate(?! for)|co[- ]?opt)\b"
            rf"|\bappointment of\b"
            rf"|\bbe (?:named|designated)\b"
            rf"|\bretain\b.{{2,60}}\bas (?:the )?(?:vice[- ]?)?(?:chair|president"
            rf"|secretary|treasurer)"
            rf"|\bapprove\w* the (?:following )?(?:annual )?appointments?\b"
            rf"|\b(?:took|take) the chair\b|would be (?:the )?(?:co-?ordinator|chair"
            rf"|vice"
            rf"|secretary|treasurer)|^\W*(?:appointed|elected|co[- ]?opted)"
            rf"|\b(?:appointed|elected|co[- ]?opted)\s+(?:(?-i:[A-Z])[\w’'.-]*[\s,]"
            rf"|as\b"
            rf"|\w+ to "
            rf"(?:the|serve))|{_BE}chosen (?:as|to)\b"
            rf"|\bbe (?:the )?(?:vice[- ]?|deputy "
            rf")?(?:chair|lead\b)"
            rf"|\b(?:appointed|elected|co[- ]?opted)\s+(?:as\b|for\s+\w+\s+years?)"
            rf"|\belected\W*$|declared\b[^;]{{0,240}}\b(?:elected|appointed)"
            rf"|\bwe chose\b"
            rf"|\bbe offered the (?:post|position|vacancy|role)"
            rf"|(?<!had )(?<!has )\bnominated (?-i:[A-Z])[^.;]{{2,40}}\b(?:to|as|for)\b"
            rf"|\bpropose[ds] (?-i:[A-Z])[^.;]{{2,40}}\s(?:as|for"
            rf"|to be) (?:the )?(?:vice[- ]?"
            rf"|deputy )?(?:chair|president|secretary|treasurer|clerk|mayor)"
            rf"|^\W*(?:(?-i:[A-Z])[\w’'.-]{{0,20}} ){{1,4}}(?:appointed|elected)\b"
            rf"|\binvited to join the (?:\w+ ){{0,2}}(?:council|board|committee)\b"
            rf"|confirmed as "
            rf"(?!an?\b)[\w -]{{3,40}}(?:member|trustee|governor|chair|treasurer"
            rf"|secretary|lead|representative)|\bform the (?:\w+ ){{0,3}}(?:panel"
            rf"|group|team|committee)"
            rf"|\bconfirmed (?-i:[A-Z])[^.;]{{2,40}} as (?-i:[A-Z])"
            rf"|\breplaces? (?-i:[A-Z])[^.;]{{2,50}} (?:on|as) (?-i:[A-Z]|the\b)"
            rf"|\bnominated\b[^;]{{0,50}}\bseconded\b"
            rf"|\baccepted the (?:post|position|role|nomination|chairmanship)\b"
            rf"|\b(?:be|sit|serve) on the (?:[\w’'-]+ ){{0,3}}(?:committee|panel|board"
            rf"|sub-?committee|working (?:group|party))\b"
            rf"|\bto be (?:the )?(?:acting|interim|joint|new)[ -](?:chair|treasurer"
            rf"|secretary|clerk|president)"
            rf"|(?-i:[A-Z])[\w’'.,() -]{{2,90}} (?:to |would |should "
            rf"|will )?(?:represent"
            rf"|act for) (?:the |our )?(?-i:[A-Z])[\w’' ]{{2,40}} (?:on|at) "
            rf"|(?-i:[A-Z])[\w’'.-]{{1,20}} (?:to |would |should |will )?act as "
            rf"(?:the )?(?:vice[- ]?|deputy |acting |interim )?(?:chair|clerk|secretary"
            rf"|treasurer|convener|president|lead)"
            rf"|\bbecome (?:the )?(?:[\w-]+ ){{0,2}}(?:governor|trustee|chair|clerk"
            rf"|secretary|treasurer|representative|champion|warden|lead)\b"
            rf"|\bbe (?:the |our )?(?:[\w’'-]+ ){{0,3}}(?:nominee|representative"
            rf"|delegate|link (?:governor|trustee))\b|\belected unopposed\b"
            rf"|\bnominees? (?:on|to) the (?-i:[A-Z])"
            rf"|\b(?:approved?|ratif(?:y|ied)|name|confirm) "
            rf"(?-i:[A-Z])[^.;]{{2,40}} (?:as )?"
            rf"(?:the |our |an? )?(?:(?!members)[\w-]+ ){{0,2}}(?:director|chair"
            rf"|treasurer"
            rf"|secretary|clerk|trustee|governor|president|captain|auditor|delegate"
            rf"|representative|nominee)\b"
            rf"|\bbe (?:the |our )(?:[\w-]+ ){{0,2}}officer\b",
        ),
        (
            "referred",
            rf"{_BE}referred\b|\band referred to\b|{_TO}refer\b|\brefer (?:this|the"
            rf"|it)\b[^.]{{0,80}}\bto\b|referred back|(?:{_BE}(?:brought|taken"
            rf"|forwarded"
            rf"|passed|submitted)|\b(?:pass|send|forward) (?:this|it|the \w+(?: \w+"
            rf")?)) (?:back )?to (?:the )?(?:next )?(?:[\w&,]+ "
            rf"){{0,6}}{_BODIES}\b|{_BE}sent to the (?:[\w&,]+ ){{0,9}}(?:Committees?"
            rf"|Cabinet|Commission|Panel)\b|\bbe raised at the (?:[\w&]+ "
            rf"){{0,4}}{_BODIES}\b"
            rf"|\brefer(?:red)? (?:back )?to (?:the )?(?:[\w&,’']+ ){{0,6}}{_BODIES}\b"
            rf"|\bbe left (?:for|to|with) the (?:[\w&,]+ ){{0,5}}{_BODIES} to\b"
            rf"|^\W*referred\b|\b(?:goes|to go|will go) (?:back )?(?:to"
            rf"|before) (?:the )?full"
            rf" (?:\w+ ){{0,2}}(?:council|board|committee)\b"
            r"|\b(?:remitted|referred|passed|sent back) (?:back )?to (?:(?:the|its"
            r"|our|a|(?-i:[A-Z])[\w&’'-]*) ){0,6}(?:(?:working|steering|project|task"
            r"|sub"
            r"|(?-i:[A-Z])\w+)[ -])?(?:sub-?)?(?:committee|group|party|panel)\b"
            rf"|\bpass (?:this|it|these) on ?to the\b|will go on "
            rf"to|\bsend\b[^.]{{0,60}}\bto the (?:(?-i:[A-Z])[\w&]+ ){{0,5}}{_BODIES}\b"
            rf"|\bbe (?:sent|forwarded|submitted|passed"
            rf"|reported) to the (?:Secretary of "
            rf"State|Minister|Ombudsman|Monitoring Officer|Police|Attorney)"
            rf"|\bsent [^.;]{{2,60}} back to the (?:[\w&]+ ){{0,5}}{_BODIES}\b"
            rf"|\bto (?:move|forward|send) [^.;]{{3,160}} to the full (?:board|council"
            rf"|committee)\b"
            rf"|\b(?:turn|hand|pass)(?:ed)? [^.;]{{2,30}} over to\b"
            rf"|\b(?:Group|Committee|Commission"
            rf"|Cabinet|Panel|Sub-?\s?Group) be asked to\b|\basked the "
            rf"(?:(?-i:[A-Z])\w+ "
            rf"){{0,4}}(?:Group|Committee|Commission|Cabinet|Panel) to\b|\b(?:send|sent"
            rf"|passed?) to (?:the )?(?-i:[A-Z])[\w’' ]{{2,40}} for (?:a )?(?:comment"
            rf"|review|report|consideration|public hearing)",
        ),
        (
            "recommended",
            r"(?<!\bas )\brecommend(?:ed|s)?\b(?! by)|\bbe (?:advised|urged) to\b"
            r"|\bcommend [^.;]{3,60} to the (?:\w+ )?(?:council|constituent|authority"
            r"|board)"
            r"|\bto (?:advise|urge) (?:the \w|(?-i:Council|Cabinet|Senate|Court)\b)"
            r"|\b(?:advised|urged) the \w+ to\b"
            r"|\b(?-i:[A-Z]{1,4}C) requested\b|\b(?:parish|town|county|district|city"
            r"|borough"
            r"|community) council be asked to\b",
        ),
        (
            "noted",
            rf"{_BE}noted\b|{_OPEN}(?:note(?! of)|noted|receives?)\b"
            rf"|\bto note\b|\bnoted (?:the"
            rf"|part|by members|its|this|and)\b|{_BE}received(?:\b[^.]{{0,30}}noted"
            rf"|\W*$|(?=\. )|\s+with\s+thanks)|contents? noted|received and filed"
            rf"|\b(?:(?:took|gained) (?:\w+ )?assurance|[Pp](?:laced|ut) on file)\b"
            rf"|\b(?:accept|adopt|receiv)\w*\s(?:[\w ]{{1,30}}\s)?(?:as"
            rf"|for) information\b"
            rf"|placed?"
            rf" (?:the "
            rf"[\w\s]{{1,30}} )?on file|received? (?:[\w\s]{{1,30}} )?for information"
            rf"|(?:[-–:]|\ball)\s*noted\W*$|^[\w\s]{{2,40}}\snoted\W*$",
        ),
        (
            "approved",
            rf"(?<!\bto ){_BE}confirmed\b|{_BE}(?:approved|adopted|accepted|conferred"
            rf"|ratified|endorsed|granted|awarded"
            rf"|passed(?! for (?-i:[A-Z])| to (?:buy|purchase|hold|send|write|set"
            rf"|make)\b)|read a (?:first|second|third)"
            rf"|taken as read|sanctioned"
            rf"|moved as correct)\b|be supported(?=\W*(?:and\W*)?$)"
            rf"|{_BE}signed\b(?=\W*$"
            rf"|[^.]{{0,60}}(?:record"
            rf"|correct|chair|copy))|\band signed\W*$|"
            rf"^M/S/[ACP] (?:to \w+ )?(?:the )?(?:\w+ )?(?:minutes|report|accounts"
            rf"|agenda|budget)\b|\bminutes:\s*(?:proposed|moved)\b|"
            rf"{_OPEN}(?:approves?|adopts?|accepts?|ratif(?:y|ies)"
            rf"|endorses?|confirms?|grants?|pass|awards?)\b|\bto (?:approve|adopt"
            rf"|accept"
            rf"|ratify|endorse|confirm|award|grant)\b|\bhereby (?:approve|adopt|accept"
            rf"|endorse|ratify|confirm|grant)s?\b|\bto issue (?:an? |the )?(?:\w+ )?"
            rf"(?:certificate|permit|licen[cs]e|order)|^\W*(?:approval|adoption"
            rf"|acceptance|ratification) of\b|\bminutes\b[^.;]{{0,40}}\b(?:was|were) "
            rf"moved\b|\bwe (?:approve|adopt|accept|pass"
            rf"|endorse)\b|\bvote[sd]? (?:in favou?r of|for) (?:adopting|approving"
            rf"|accepting|(?:the|this) (?:[a-z]+ )?amendment)\b|\b(?:correct|true"
            rf"|accurate)(?: and \w+)? (?:record|account)"
            rf"|\bminutes\b[^.;]{{0,140}}\b(?:was|were) (?:true|correct|accurate)\b"
            rf"|\bfor accuracy\b|(?:resolved|agreed) to pay\b|\bto pay (?:the "
            rf")?(?:bills?|invoices?|accounts?|claims?|[£$€])|payments? "
            rf"(?:below |listed )?be made|{_BE}paid\b(?! by)"
            rf"|\bpayments? agreed|\bas presented|agreed as "
            rf"accurate|in (?:full )?agreement|[-–:]\s*granted|^granted"
            rf"|\b(?:permission|approval|consent) (?:was )?(?:given|granted)"
            rf"|\b(?:unanimously "
            rf")?approved\b(?! (?:planning|contractor|list|supplier))|(?:proposed"
            rf"|moved) (?:acceptance|approval|adoption)"
            rf"|\b(?:minutes|mins|notes?)\b[^.]{{0,90}}\b(?:agreed|confirmed|signed"
            rf"|passed)|\bendorsed\b"
            rf"|\badopted\b(?!\s+by\s+other)|\baccepted\b|\bwelcomed and supported\b"
            rf"|\bbe supported\b(?! by)|\b(?:board|council|committee|forum"
            rf"|panel|members"
            rf"|trustees|governors) (?:\w+ly )?supported (?!(?:by|each|one)\b)\w"
            rf"|\bwritten off\b|\bhomologated?\b|\brenewed\W*$"
            rf"|\b(?:was|were|is) content with\b"
            rf"|\bsupported (?:the|this|these) (?:motion|proposal|principle|approach"
            rf"|recommendation|suggest)|\bratified\b|authori[sz]ed(?=\W*(?:and\W*)?$)"
            rf"|consented to"
            rf"|\bagreed and signed|^\W*yes to\b|[-–:] yes\W*$|\bok['’]d\b|\b(?:agreed"
            rf"|signed|passed) as (?:a )?correct"
            rf"|confirmed (?:their|its) (?:support|agreement)|\bsanctioned\b"
            rf"|\bpass for payments?\b|\bproposed as (?:a )?correct\b"
            rf"|^[^.]{{0,160}}[£$€]\s?\d[\d,. ]*[\s–-]*proposed\b"
            rf"|^\W*agreed in full\b|\b(?:hereby|approval\b[^.;]{{0,60}}\bbe) given\b"
            rf"|\bsigned off\b"
            rf"|\btaken as read\b"
            rf"|\bagreed (?:that )?(?:they|these|it|this) (?:was|were) (?:right"
            rf"|correct|accurate)|\bagreed (?:for|to the) (?:adoption|payment|award)"
            rf"|\b(?:report|minutes|accounts|schedule|budget"
            rf"|policy)\b[^.]{{0,50}}\b(?:was"
            rf"|were) proposed by\b|\bamendment\b[^.]{{0,20}}\bgo through\b",
        ),
    )
)
# one of these stands in small letters in whatever the patterns above match
_CUES = {
    kind: tuple(cues.split("|"))
    for kind, cues in {
        "deferred": "defer|stand|consideration|adjourn|parked|shelved|back|over|forward"
        "|held |meeting|agenda|lie on|postpone|return to|come back"
        "|tabl|put o|continue|left o|no decision|not to make|back in|lay on"
        "|carried over|c/f|wait for|adjourned|on hold|the next|discussion|abeyance"
        "|left t|left u|on table|to be ",
        "rejected": "rejected|refus|reject|declin|dismissed|lost|defeated|motion"
        "|amendment|vote|for want|for lack|not |none granted|against|unable|disagreed"
        "|died|dies|falls|second|takers|no support|not taken|not recom|n't |n’t "
        "|turn|thr|would n|should n|will n|falls|fell|failed|deny"
        "|so it |so they |so this |denied"
        "|no action|no favo|no major|no app|entertained|voted down|ruled |say no"
        "|said no|little|scant|no enth|no symp|saw no|cannot",
        "delegated": "delegat|remit|content|happy|willing|authori|leave |left |power"
        "|right",
        "appointed": "elect|appoint|nominat|opt|confirmed|replace|group|party|propose"
        "|invited|chair|accepted the|on the|to be |would be "
        "|chosen |lead|retain"
        "|declared|be named|designated"
        "|we chose|be offered|confirmed as|form the|represent|act "
        "|become |nominee|link "
        "|delegate|approve|ratif|name |confirm|officer",
        "referred": "refer|be left for|goes to|go to|brought|taken|forward|pass|turn"
        "|hand|submitted|send|sent|remit"
        "|be raised|go on|be asked to|asked the|to the full",
        "recommended": "commend|advise|urge|council be asked|requested",
        "noted": "note|receive|content|on file|information|assurance",
        "approved": "conferred|confirm|approv|adopt|accept|ratif|endors|grant|award"
        "|pass|read a "
        "|taken as read|sanctioned|moved|support|signed|correct|true|accura|to pay"
        "|payment|paid|presented|agree|given|proposed|minutes|mins|note|authori"
        "|consented|record|yes|ok|go through|to issue|adoption|written off|homologat"
        "|renewed|content",
    }.items()
}
_SUM = re.compile("[£$€]")
# "agreed the accounts", "was agreed.", "Lettings policy - agreed"
_AGREED_THING = FoldedPattern.of(
    r"\bagreed\s+(?:the|these|this|those|a|an)\s+(?!(?:[\w’'/-]+\s+){1,8}?(?:would|will"
    r"|should|could|must|may|can|be|is|was|need(?:s|ed)?)\b)(?!importance)"
    r"|\bagreed\s+(?:to\s+(?:this|these|the\s+(?:updated|revised|amended|draft))"
    r"|with|in\s+full|(?:amendments|changes"
    r"|revisions)\s+to)\b|\b(?:was"
    r"|were|are|is|be)\s+(?:also\s+|unanimously\s+|all\s+"
    r"|(?:reviewed|discussed|considered"
    r"|circulated)\s+and\s+)?agreed\b(?!\s+(?:that|to|as\s+(?!it)))(?=\W*$"
    r"|\s*:|\s*[,;](?!\s(?!subject)[^.;]{0,160}\b(?:that|to)\s)"
    r"|\s+(?:by(?![^.]{0,40}\s(?:that|to)\s)|as\s+it|but|subject"
    r"|with|in|unanimously|and\s+(?:signed|will\s+be|is\s+to\s+be)))"
    r"|[-–:]\s*agreed\b(?!\s+(?:to|that|as|not)\b)"
    r"|\bAll agreed\b(?!\s+(?:that"
    r"|to))|^\W*(?:yes\W+)?agreed\W+(?:up\s+to|$)|^[^,;:]{2,60}\sagreed(?:\W*$|\W+(?:&"
    r"|and)\s*signed|,\s*[A-Z]{2,3}/[A-Z]{2,3})",
)
_ACCEPTED = re.compile(r"\b(?:accepted|approved|adopted|endorsed)\b", re.IGNORECASE)
# "noted the costs but agreed the importance": what was agreed is the decision
_NOTED_BUT = leaping(r"\bnoted\b[^.;]{3,200}\b(?:but|and)\s+(?:then\s+)?agreed\b")
# a by-law that is passed is approved, whatever it is about
_BY_LAW = leaping(r"\bpass(?:es)?\s+(?:a\s+)?By-?law\b", re.IGNORECASE)
# "moved to adjourn the meeting", whatever is said of the motion's fate
_ADJOURNS = re.compile(
    r"\b(?:[Mm]otion|[Mm]oved|MOVED"
    r"|MOTION)\b[^.;]{0,60}\b(?:to\s+adjourn(?=\s+(?:the\s+meeting"
    r"|at\s)|\s*\.)|that\s+the\s+meeting\s+(?:be\s+|is\s+)?adjourn)"
)
_STEM = leaping(
    r"(?<![Nn]ot )\b(?:agreed|resolved|decided|concluded|(?<!been )(?<!be )(?<!is "
    r")determined"
    r"|AGREED|RESOLVED)\b[^.;:]{0,12}?\s+(?:that|to|not\s+to|as)\b"
    r"|\b(?:[Ii]t\s+was|[Tt]hey|[Ww]e|[Cc]ouncillors"
    r"|[Mm]embers)\s+(?:also\s+)?(?:agreed|resolved|decided)\s+(?=[A-Za-z])"
)


# "Mr Orr moved an amendment, but it found no seconder.", and the motion was carried
_UNSECONDED = re.compile(
    rf"(?:(?<=\.\s)|^)[^.]{{0,160}}\bamendment\b[^.]{{0,160}}(?:{NO_SECOND.pattern})[^.]{{0,20}}"
    r"\.\s(?=[^.]{0,80}\b(?:carried|passed|agreed|adopted)\b)"
)


def kind_of(text: str, did: str = "") -> str:
    """Return the kind of a decision from its words; the more specific kind wins.

    >>> kind_of("RESOLVED that the report be noted.")
    'noted'
    >>> kind_of("It was agreed that the bench be moved before the survey is approved.")
    'resolved'
    """
    text = _HEREBY.sub("", " ".join(text.split()))
    if "gainst" in text:
        text = _NONE_AGAINST.sub(" ", text)
    if "amendment" in text:
        text = _UNSECONDED.sub(" ", text)
    if opens_noted(text):
        return "noted"
    if _RECOMMENDS.match(text):
        return "recommended"
    if _BY_LAW.search(text):
        return "approved"
    if "adjourn" in text and _ADJOURNS.search(text):
        return "resolved"
    stem = _STEM.search(text)
    clause = _main_clause(text[stem.start() :]) if stem else text
    noted_but = _NOTED_BUT.search(text) is not None
    if _PUT_OFF.search(text[stem.start() :] if stem else text):
        return "deferred"
    folded = clause.lower()
    for kind, pattern in _KINDS:
        if holds_any(folded, _CUES[kind]) and pattern.finds(clause, folded):
            if kind == "noted" and noted_but:
                continue
            if (
                kind == "deferred"
                and NEW_PAPER.search(clause)
                and "defer" not in folded
            ):
                continue
            told = kind == "noted" and "information" not in folded
            accepted = told and _ACCEPTED.search(clause)
            return "approved" if accepted else kind
    folded = text.lower()
    granted = "agreed" in folded and _AGREED_THING.finds(text, folded)
    granted = granted or bool(_SUM.search(text) and _GRANTS.search(text))
    if granted or did in ("approved", "adopted", "granted", "passed"):
        return "approved"
    return "noted" if did == "received" else "resolved"


def opens_noted(text: str) -> bool:
    """Say whether words open with "NOTED: that": whatever is told behind is noted.

    >>> [opens_noted(x) for x in ("NOTED: that Ada was elected.", "Noted and agreed.")]
    [True, False]
    """
    return _OPENS_NOTED.match(text) is not None


def label_kind(text: str) -> str | None:
    """Return the kind that a label of one word says of what stands below it.

    >>> [label_kind(x) for x in ("Remitted:", "Not approved:", "AGREED:", "Noted. So:")]
    ['referred', 'rejected', None, None]
    """
    label = _LABEL.fullmatch(text)
    if label is None or label["not"]:
        return label and "rejected"
    return _LABEL_KINDS.get(label["did"].lower())


_LABEL = re.compile(r"\W{0,6}(?P<not>not\s)?(?P<did>[a-z]{5,11})\s?:\W{0,4}", re.I)
_LABEL_KINDS = {
    word: kind
    for kind, words in {
        "approved": "approved confirmed endorsed ratified adopted granted supported"
        " accepted homologated authorised authorized",
        "noted": "noted received welcomed",
        "rejected": "refused rejected declined",
        "deferred": "deferred",
        "referred": "referred remitted",
        "delegated": "delegated",
        "appointed": "appointed elected",
        "recommended": "recommended",
    }.items()
    for word in words.split()
}


# ... or an entry of a list does: "3. notes that a report will come to the May meeting"
_OPENS_NOTED = re.compile(
    r"\W{0,6}(?:(?:NOTED|RECEIVED)\s?(?::|(?=that\b))|(?:Noted|Received)\s?:"
    r"|(?:\w{1,3}[).]\s{1,6})?(?:to\s)?[Nn]otes?\s(?=that\b))"
    r"(?!.{0,200}\b(?<!had\s)(?<!been\s)(?i:agree[ds]|resolve[ds]|approve[ds])\b)"
)


# "None voted against the motion."
_NONE_AGAINST = re.compile(
    r"\b(?:[Nn]one|[Nn]obody|[Nn]o\s?-?one|0|\d{1,2})\s(?:members?\s)?(?:voted\s|voting\s)?against\b"
)


def _main_clause(text: str) -> str:
    """Return the words up to the first subordinate clause: what is decided itself."""
    cut = _SUBORDINATE.search(text, 12)
    return text[: cut.start()] if cut else text


# "be, and they are hereby, elected" says no more than "be elected"
_HEREBY = re.compile(
    r",?\sand\s(?:(?:they|it|he|she|the\ssame|same)\s)?(?:is|are)\shereby,?(?=\s)"
)
_RECOMMENDS = re.compile(
    r"\W{0,12}(?:(?:It\s+was\s+)?(?:RESOLVED|AGREED|Resolved|Agreed|resolved"
    r"|agreed)\W{1,8}|[^.;:]{0,60}\b(?:further\s+|also\s+)?(?:agreed|resolved|decided"
    r"|AGREED|RESOLVED)[^.;:]{0,24}\s(?=to\s))?(?:to\s+(?:recommend|RECOMMEND)"
    r"|that\s+it\s+be\s+recommended|RECOMMENDED"
    r"|(?:Recommendations?\s+to|RECOMMENDATIONS?\s+TO)\s+(?:the\s+)?[A-Z][\w ]{3,40}"
    r"(?=:)"
    r"|Recommended)\b"
)
_SUBORDINATE = re.compile(
    r"[,;]\s{1,6}(?:[\w']{1,30}\s{1,6}){1,6}being\s|[,;]?\s{1,6}(?:(?:before"
    r"|after)(?!\s\d)"
    r"|once|whether|until|unless|which|who|so\s+that|in\s+order|if|when|as\s+it"
    r"|because|since"
    r"|should\s+(?:there|the|any|it|they|no|one))\s"
)
# "leave this until", "come back when Mr Orr can": the clause itself puts it off
_PUT_OFF = leaping(
    r"\b(?:leave|left|held|put|wait)\b[^.,;]{0,60}\b(?:until|till?|for\s+now)\b"
    r"|\bcome\s+back\s+(?:to\s+[^.;]{0,30})?when\b|\bbefore\s+(?:a|any)\s+decision",
    re.IGNORECASE,
)
