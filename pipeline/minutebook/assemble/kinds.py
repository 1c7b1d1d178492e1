"""Tells the kind of a decision from its words."""

from __future__ import annotations

import re

_BE = (
    r"\b(?:be|is|was|were|are|been|being)\s+(?:\w+ly\s+|also\s+|then\s+|duly\s+|all\s+"
    r"|therefore\s+|considered and\s+|discussed and\s+|circulated and\s+|received "
    r"and\s+|agreed and\s+){0,2}"
)
_TO = (
    r"\b(?:agreed|resolved|decided|recommended|motion|seconded\s[\w.’' -]{3,40}"
    r"|proposed|second\s[\w.’' -]{3,40}|that (?:the )?(?:\w+\s){0,6})\s*(?:to|we)\s+"
)
_OPEN = (
    r"^\W*(?:(?:be it resolved|resolved|agreed|recommended|decision|approved|noted"
    r"|carried)\W+)?(?:\(?\w{1,3}[).]\s*)?(?:that\s+|to\s+)?(?:(?:(?:the"
    r"|this)\s+[\w\s]{0,40}?)?(?:board|council|committee|group|members|trustees"
    r"|staff)\b:?\s+)?(?:\w\)\s*)?"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            "deferred",
            r"\bdefer(?:red|ral|s)?\b|\bheld over\b|\b(?:brought|bring|come|came"
            r"|carried|taken|return|discussed|considered)\b[^.]{0,60}\b(?:next|future"
            r"|later|forthcoming)\b[^.]{0,20}(?:meeting|agenda)|re-?\s?agenda"
            r"|\b(?:next agenda|next meeting for)|lie on the table|postpone|return to "
            r"this|come back to the|\bto table\b|\btabled? (?:the|this|it)\b|put off "
            r"(?:to|till|until)|\bcontinued? (?:the (?:item|matter|application) )?to "
            r"(?:the|a|its|[A-Z])|left (?:on the table|over)|put on hold|no decision "
            r"be taken|bring\b[^.]{0,30}\bback in\b|\bbe tabled\b|held back (?:to"
            r"|until)"
            r"|lay on the table",
        ),
        (
            "rejected",
            rf"{_BE}(?:rejected|refused|declined|dismissed|lost|defeated)|\b(?:refuse"
            rf"|reject|decline)\b|(?:rejected|refused)\b|\b(?:motion|amendment"
            rf"|vote)\s(?:is\s|was\s)?(?:lost|defeated|fails|failed|fell)|\b(?:LOST"
            rf"|DEFEATED)\b|(?:failed|died) for (?:want|lack)|\bnot (?:to )?(?:be "
            rf")?(?:agreed|approved|accepted|support|supported|pursue|proceed|granted"
            rf"|adopt)|none granted|(?:agreed|resolved|decided) (?:not to|against)"
            rf"|not taken up",
        ),
        (
            "delegated",
            r"\bdelegat(?:ed|ion)\b|\bdelegate\s+(?:authority|power|to|the)\b|(?:be"
            r"|was|were) authori[sz]ed\b[^.]{0,90}\bto\b|\bauthority (?:be|is|was"
            r"|to)\b|\bbe authori[sz]ed to\b|authori[sz]e the (?:clerk|chief|chair"
            r"|director|officer|mayor|town|general)|\bleave (?:it "
            r")?to\b.{0,30}\b(?:decide|determine)"
            r"|\b(?:gave|give|given)\b[^.]{0,40}\b(?:power|powers|authority)\s+to\b",
        ),
        (
            "appointed",
            rf"{_BE}(?:re-?)?(?:elected|appointed|nominated|co-?opted)\b"
            rf"|\b(?:re-?)?(?:elect|appoint|nominate|co-?opt)\b|\bappointment of\b"
            rf"|\btook the chair\b|would be (?:the )?(?:co-?ordinator|chair|vice"
            rf"|secretary|treasurer)|^\W*(?:appointed|elected|co-?opted)"
            rf"|\b(?:appointed|elected|co-?opted)\s+(?:[A-Z][\w’'-]+\s|as\b|\w+ to "
            rf"(?:the|serve))|{_BE}chosen\b|\bbe (?:the )?(?:vice[- ]?|deputy )?chair"
            rf"|\b(?:appointed|elected|co-?opted)\s+(?:as\b|for\s+\w+\s+years?)"
            rf"|declared\s+(?:duly\s+)?(?:elected|appointed)"
            rf"|\bbe offered the (?:post|position|vacancy|role)|confirmed as "
            rf"(?!an?\b)[\w -]{{3,40}}(?:member|trustee|governor|chair|treasurer"
            rf"|secretary|lead|representative)",
        ),
        (
            "referred",
            rf"{_BE}referred\b|{_TO}refer\b|\brefer (?:this|the"
            rf"|it)\b[^.]{{0,80}}\bto\b|referred back|{_BE}(?:brought|taken|forwarded"
            rf"|passed|submitted) (?:back )?to (?:the )?(?:next )?(?:[\w&]+ "
            rf"){{0,6}}(?:Committee|Cabinet|Board|Council|Team|Panel|FGB|Group)|will "
            rf"go on "
            rf"to|\bsend\b[^.]{{0,60}}\bto the (?:[A-Z][\w&]+ ){{0,5}}(?:Committee"
            rf"|Commission|Cabinet|Board|Panel)\b|\b(?:Group|Committee|Commission"
            rf"|Cabinet|Panel|Sub-?\s?Group) be asked to\b",
        ),
        (
            "recommended",
            r"\brecommend(?:ed|s)?\b(?! by)|\bbe (?:advised|urged) to\b"
            r"|\bto (?:advise|urge) the \w",
        ),
        (
            "noted",
            rf"{_BE}noted\b|{_OPEN}(?:note|noted|receive)\b|\bto note\b|\bnoted (?:the"
            rf"|part|by members|its|this|and)\b|{_BE}received(?:\b[^.]{{0,30}}noted"
            rf"|\W*$)|contents? noted|received and filed|placed? (?:the "
            rf"[\w\s]{{1,30}} )?on file|received? (?:[\w\s]{{1,30}} )?for information",
        ),
        (
            "approved",
            rf"{_BE}(?:approved|adopted|accepted|ratified|endorsed|granted|awarded"
            rf"|passed|confirmed|read a (?:first|second|third)|signed|taken as read"
            rf"|moved as correct|supported)\b|{_OPEN}(?:approve|adopt|accept|ratify"
            rf"|endorse|confirm|grant|pass|award)\b|\bto (?:approve|adopt|accept"
            rf"|ratify|endorse|confirm|award)\b|\bwe (?:approve|adopt|accept|pass"
            rf"|endorse)\b|\b(?:correct|true|accurate)(?: and \w+)? (?:record|account)"
            rf"|\bfor accuracy\b|(?:resolved|agreed) to pay\b|\bto pay (?:the "
            rf")?(?:bills?|invoices?|accounts?|[£$€])|payments? (?:below |listed )?be "
            rf"made|{_BE}paid\b|\bpayments? agreed|\bas presented|agreed as accurate"
            rf"|in (?:full )?agreement|[-–:]\s*granted|^granted|\b(?:unanimously "
            rf")?approved\b(?! (?:planning|contractor|list|supplier))|(?:proposed"
            rf"|moved) (?:acceptance|approval|adoption)"
            rf"|\bminutes\b[^.]{{0,90}}\b(?:agreed|confirmed|signed)|\bendorsed\b"
            rf"|\badopted\b(?!\s+by\s+other)|\baccepted\b|\b(?:welcomed and "
            rf")?supported\b(?!\s+by)|\bratified\b|authori[sz]ed\W*$|consented to"
            rf"|\bagreed and signed|\b(?:agreed|signed|passed) as (?:a )?correct"
            rf"|confirmed (?:their|its) (?:support|agreement)",
        ),
    )
)
_AGREED_THING = re.compile(
    r"\bagreed\s+(?:the|these|this|those|to\s+(?:this|these)|with|a|an)\b|\b(?:was"
    r"|were|are|is)\s+(?:also\s+|unanimously\s+|all\s+"
    r"|reviewed\s+and\s+)?agreed\b(?!\s+(?:that|to|as))(?=\W*$"
    r"|\s+(?:by(?![^.]{0,40}\s(?:that|to)\s)|as|subject"
    r"|with|in|unanimously|and\s+signed))|[-–:]\s*agreed\b\W*$|\bAll agreed\b",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(r"\b(?:accepted|approved|adopted|endorsed)\b", re.IGNORECASE)
_STEM = re.compile(
    r"\b(?:agreed|resolved|decided|concluded|determined|AGREED"
    r"|RESOLVED)\b[^.;:]{0,12}?\s+(?:that|to|not\s+to|as)\b"
    r"|\b(?:[Ii]t\s+was|[Tt]hey|[Ww]e|[Cc]ouncillors"
    r"|[Mm]embers)\s+(?:also\s+)?(?:agreed|resolved|decided)\s+(?=[A-Za-z])"
)


def kind_of(text: str, did: str = "") -> str:
    """Return the kind of a decision from its words; the more specific kind wins.

    >>> kind_of("RESOLVED that the report be noted.")
    'noted'
    >>> kind_of("It was agreed that the bench be moved before the survey is approved.")
    'resolved'
    """
    if _RECOMMENDS.match(text):
        return "recommended"
    stem = _STEM.search(text)
    clause = _main_clause(text[stem.start() :]) if stem else text
    for kind, pattern in _KINDS:
        if pattern.search(clause):
            accepted = kind == "noted" and _ACCEPTED.search(clause)
            return "approved" if accepted else kind
    if _AGREED_THING.search(text):
        return "approved"
    return (
        "approved"
        if did in ("approved", "adopted", "granted", "passed")
        else "resolved"
    )


def _main_clause(text: str) -> str:
    """Return the words up to the first subordinate clause: what is decided itself."""
    cut = _SUBORDINATE.search(text, 12)
    return text[: cut.start()] if cut else text


_RECOMMENDS = re.compile(
    r"\W{0,12}(?:(?:It\s+was\s+)?(?:RESOLVED|AGREED|Resolved|Agreed|resolved"
    r"|agreed)\W{1,8})?(?:to\s+recommend|that\s+it\s+be\s+recommended|RECOMMENDED"
    r"|Recommended)\b"
)
_SUBORDINATE = re.compile(
    r"[,;]\s{1,6}(?:[\w']{1,30}\s{1,6}){1,6}being\s|[,;]?\s{1,6}(?:before|after|once"
    r"|until|unless|which|who|so\s+that|in\s+order|if|when|as\s+it|because|since"
    r"|should)\s"
)
