"""Tells the kind of a decision from its words."""

from __future__ import annotations

import re

from minutebook.assemble.deferrals import NEW_PAPER
from minutebook.assemble.kindpatterns import KIND_CUES, KINDS
from minutebook.assemble.votes import NO_SECOND
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.folded import FoldedPattern
from minutebook.grammar.leaps import leaping

# "give £250", "purchase a bus for $91,450": granting money is approving it
_GRANTS = re.compile(
    r"\b(?:give|given|grant|award|allocate|allocated|release|spend|spent|contribute"
    r"|purchase|buy|fund|funded|pay|drawn|donate|set\s+aside|expenditure|authori[sz]e"
    r"|budget)\b[^;]{0,90}[£$€]\s?\d|^\W*up\s+to\s+[£$€]"
    r"|[£$€]\s?\d[^;]{0,40}\b(?:be\s+)?"
    r"(?:allocated|spent|given|granted|awarded|released|donated|made|set\s+aside)\b",
    re.IGNORECASE,
)
_SUM = re.compile("[£$€]")
# "agreed the accounts", "was agreed.", "Lettings policy - agreed"
_AGREED_THING = FoldedPattern.of(
    r"\bagreed\s+(?:the|these|this|those|a|an)\s+(?!(?:[\w’'/-]+\s+){1,8}?(?:would|will"
    r"|should|could|must|may|can|be|is|was|need(?:s|ed)?)\b)(?!importance)"
    r"|\bagreed\s+(?:to\s+(?:this|these|the\s+(?:updated|revised|amended|draft))"
    r"|with|in\s+full|(?:amendments|changes"
    r"|revisions)\s+to)\b|^\W*agreed,\s(?:with|subject\sto)\b|\b(?:was"
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
    r"|MOTION)\b[^.;]{0,60}\b(?:to\s+(?:adjourn|close)(?=\s+(?:the\s+meeting"
    r"|at\s|was\s|by\s|made\s|seconded\s|and\s(?:was\s)?seconded\s)|\s*[.,])"
    r"|that\s+the\s+meeting\s+(?:be\s+|is\s+)?(?:adjourn|close))"
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
        text = _ONE_AGAINST.sub(" ", text) if _CARRIED.search(text) else text
    if "amendment" in text:
        text = _UNSECONDED.sub(" ", text)
    if opens_noted(text):
        return "noted"
    if _RECOMMENDS.match(text):
        return "recommended"
    if _BY_LAW.search(text):
        return "approved"
    if adjourns(text):
        return "resolved"
    stem = _STEM.search(text)
    clause = _main_clause(text[stem.start() :]) if stem else text
    noted_but = _NOTED_BUT.search(text) is not None
    if _PUT_OFF.search(text[stem.start() :] if stem else text):
        return "deferred"
    folded = clause.lower()
    for kind, pattern in KINDS:
        if holds_any(folded, KIND_CUES[kind]) and pattern.finds(clause, folded):
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


# "Remitted:", "RECOMMENDED (to Council)"
_LABEL = re.compile(
    r"\W{0,6}(?P<not>not\s)?(?P<did>[a-z]{5,11})\s?(?::|\(to\s[^()]{3,40}\)\s?:?)\W{0,4}",
    re.I,
)
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


# "Mr Orr wished it to be put down that he voted against. The motion was carried."
_ONE_AGAINST = re.compile(
    r"\b(?:he|she|they|[A-Z][\w’'-]{1,20})\s(?:had\s)?vot(?:ed|ing)\sagainst\b"
)
_CARRIED = re.compile(r"\b(?:carried|passed|CARRIED|PASSED)\b")


def adjourns(text: str) -> bool:
    """Say whether words move that the meeting itself ends, or breaks off.

    >>> [adjourns(x) for x in ("Motion to adjourn by Orr.", "To adjourn the case.")]
    [True, False]
    """
    ends = "adjourn" in text or "close" in text
    return ends and _ADJOURNS.search(text) is not None


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
    r"|subject\s+to"
    r"|should\s+(?:there|the|any|it|they|no|one))\s"
)
# "leave this until", "come back when Mr Orr can": the clause itself puts it off
_PUT_OFF = leaping(
    r"\b(?:leave|left|held|put|wait)\b[^.,;]{0,60}\b(?:(?:until|till?)\b(?!\s+\d{1,2}(?:[.:]\d\d)?"
    r"(?:\s?[ap]\.?m\b|\s(?:for|each|every|o['’]clock)\b|\W*$))|for\s+now\b)"
    r"|\bcome\s+back\s+(?:to\s+[^.;]{0,30})?when\b|\bbefore\s+(?:a|any)\s+decision",
    re.IGNORECASE,
)
