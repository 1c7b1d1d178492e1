"""Tells decisions from what only sounds so: reports, facts, other meetings."""

from __future__ import annotations

import re

from minutebook.grammar.leaps import leaping

# what another meeting decided: the deciding word itself stands in such words
_ELSEWHERE = re.compile(
    r"""\b(?: (?:had|has|have)\s+(?:already\s+|previously\s+|now\s+|also\s+|recently\s+
        |all\s+)?(?:been\s+)?(?:agreed|approved|decided|accepted|recommended|confirmed
        |granted|refused|supported|appointed|elected|noted|received|endorsed|adopted
        |rejected|deferred|referred|remitted|passed|held\s+over|left\s+in\s+abeyance)
      | (?:having|getting|hopefully)\s+(?:[\w’']{1,20}\s+){0,5}(?:agreed|approved
      |adopted|accepted|resolved)
      | (?:[Aa]greed|[Aa]pproved|[Dd]eferred|[Rr]efused|[Gg]ranted)\s+by\s+(?:the\s+)?
      (?:Borough|District|County|[A-Z]{1,3}(?:BC|DC|CC))\b
      | had\s+(?:been\s+)?resolved | had\s+been\s+(?:AGREED|RESOLVED|APPROVED)
      | (?:agreed|approved|adopted|accepted|granted|passed)\s+in\s+(?:19|20)\d\d\b
      | (?:are|is|was|were)\s+(?:all\s+|now\s+)resolved
      | (?:previously|already)\s+(?:agreed|approved) | as\s+(?:agreed|approved|resolved
      |recommended|previously)
      | (?:agreed|approved|accepted|confirmed|adopted
      |recommended)\s+with\s+(?=(?:the\s+)?[A-Z])
      | (?:agreed|approved|accepted|confirmed|adopted|recommended)\s+(?:by
      |at)\s+(?!the\s+(?:\w+\s+)?(?:Board|Committee|Council|Group|group|Panel|meeting
      |members|Members|Governors|governors|[Gg]overning\s+[Bb]ody|CC)\b)(?!all\b|\d
      |(?:a\s+)?(?:\w+\s+)?majority|consensus
      |general|common|(?:a\s+)?show|[Cc]ouncillors|[Mm]embers|vot|by
      |acclam)(?!the\s+adoption)
      | (?:(?:[Ii]f|[Oo]nce|[Ww]hen|[Uu]ntil
      |[Uu]nless)\s+(?:[\w’']+\s+){0,3}[\w’']+(?=\s+(?:is|are|was|were|be|been)\s)|if
      |once|when|until|unless|whether|before|should|could|would|can|to|may|must|will
      |not\s+yet|now|these\s+issues)\s+(?:it\s+|they\s+|this\s+)?(?:be\s+
      |be\s+reviewed\s+and\s+|is\s+|are\s+|was\s+|has\s+been\s+|have\s+been\s+
      |had\s+been\s+)?(?:fully\s+)?(?:agreed|approved|accepted|adopted|confirmed
      |resolved|recommended|received|noted|granted|appointed|elected|supported)\b )""",
    re.VERBOSE,
)
# "It was agreed by AP and TH that": members of the meeting, unless a council is named
_BY_MEMBERS = re.compile(r"agreed\s+by\s*$")
# the sentence tells of another meeting or a report
_CONTEXT = leaping(
    r"\bat\s+(?:the|our|a|its)\s+(?:last|previous|earlier)\s+meeting"
    r"|\breport\s+recommended|"
    r"\bat\s+(?:the\s+)?\d{4}\s+AGM"
    r"|\bheld\s+earlier|\bI\s+will\s+(?:move|propose|ask)\b|"
    r"\b(?:Planning|Scrutiny)\s+Committee\s+\(|view\s+the\s+full\s+minutes"
)
_RECOMMENDATIONS = re.compile(r"\bthe\s+recommendations?\s+(?:of|in|from)\b")
# "which is determined by the level": a finding of fact, not of a meeting
_FINDING = re.compile(
    r"(?:which|that|this)\s+(?:is|was)\s+(?:\w+\s+)?(?:determined|concluded)", re.I
)
# "it was determined that this was pollen" finds out; "that it be cut" decides
_WILLED = re.compile(
    r"\b(?:should|would|will|shall|must|needs?|be|best|better|no|not)\b|^\s+(?:to|on)\b"
)
# "with all approved applicants"
_ADJECTIVE = re.compile(
    r"\b(?:with|of|from|to|for|by|in|at)\s+all\s+(?:approved|agreed|accepted|adopted)$",
    re.I,
)
_MENDED = re.compile(
    r"\b(?:issues?|problems?|faults?|complaints?|quer(?:y|ies)|disputes?|errors?"
    r"|whether)\b[^.]{0,60}$",
    re.I,
)
_OTHER_BODY = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ther|[Tt]heir)\s+(?:\w+\s+){0,3}$"
)
# "asked whether the Board", "Notify Mrs Holt that the Council": told, not done
_ASKED = re.compile(
    r"\bwhat\s+(?:[\w’']+\s+){1,3}$|\b(?:whether|if|whatever|what|how|when|once|until|unless|before|where)\s+"
    r"(?:the\s+|that\s+)?$|\bmajority\s+of\s+(?:the\s+)?$|^\W*(?:Notify|Inform|Remind|Tell|Advise)\b[^.]{0,60}\s$",
    re.IGNORECASE,
)
# "AP stated that in the June minutes it was agreed"
_IN_MINUTES = re.compile(
    r"\b(?:stated|reported|said|noted|read|recorded)\s+that\b[^.;]{0,60}"
    r"\b(?:minutes|last\s+meeting)\b[^.;]{0,40}$"
)
# "She reported that the application ..." tells what others did
_REPORTS = re.compile(
    r"\b(?:reported|advised|informed|stated|said|explained|mentioned|understood"
    r"|announced|commented|heard|told|pointed\s+out|added|indicated|asked|queried|hoped"
    r"|suggested|noted|clarified|learnt|believed|emphasised|stressed|requested)\b(?:\s+[\w’']+){0,4}?\s+(?:that(?!\s+as\b)|whether|if|how|what|who|why)"
    r"\b(?!.*(?:\band\b|\bbut\b|\bso\b|;))",
    re.IGNORECASE | re.DOTALL,
)
# what mends the minutes of the last meeting
SHOULD_READ = re.compile(r"\bshould\s+(?:now\s+|have\s+)?read\b", re.IGNORECASE)
# "until a position", "if the plan": what stands behind has not happened
_OPEN_CLAUSE = re.compile(
    r"\b(?:until|whether|if|unless|each\s+\w+\s+that|question\s+as\s+to\s+which\s+of)"
    r"\s+(?:[\w’'-]+\s+){0,9}$",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:to|must|should|would|could|may|might|can|cannot|shall|will|not)\s*$", re.I
)
_CONDITION = re.compile(
    r"\b(?:that|which|who|if|when|once|until|where|whether|because|but)\b", re.I
)
_REPORTED = re.compile(
    r"\b(?:noted|confirmed|received|concluded|recommended|determined)\s+(?:that|how"
    r"|there|by|from|an?\s+(?:letter|email|e-mail|update|presentation|verbal|apolog"
    r"|paper|complaint|quote|report\s+from))\b",
    re.IGNORECASE,
)
_NOTED_THING = re.compile(
    r"\b(?:noted|received)\s+(?:and\s+\w+\s+)?(?:the|this|these|its|all|Part|both"
    r"|with)\b",
    re.IGNORECASE,
)


def tells_context(sentence: str) -> bool:
    """Say whether the sentence tells of another meeting or a report."""
    return bool(_CONTEXT.search(sentence))


def is_told(sentence: str, match: re.Match[str], form: str = "") -> bool:
    """Say whether the words tell of another meeting, a fact, or one person."""
    if _is_elsewhere(sentence, match, form):
        return True
    words = (match.groupdict().get("did") or "").lower()
    after = sentence[match.start() : match.end() + 45]
    if form == "it-was" and (
        _FINDING.match(match[0]) or _IN_MINUTES.search(sentence[: match.start()])
    ):
        return True
    if words in ("determined", "concluded") and form == "it-was":
        return not _WILLED.search(sentence[match.end() :])
    if form == "body-did":
        if _ASKED.search(sentence[max(0, match.start() - 70) : match.start()]):
            return True
        if _has_decided(match):
            return True
        if _ADJECTIVE.search(sentence[max(0, match.start() - 8) : match.end()]):
            return True
        if _OTHER_BODY.search(sentence[max(0, match.start() - 60) : match.start()]):
            return True
        if words == "confirmed" and re.search(
            r"confirmed\s+(?:their|its)\s+(?:support|agree|approv)", after
        ):
            return False
        if words in ("received", "noted") and match["did"].isupper():
            return False
        if words == "received":
            return not re.search(
                r"received[^.]{0,60}\band\s+(?:noted|adopted|approved|accepted)\b",
                after + sentence[match.end() : match.end() + 80],
            )
        if words == "noted":
            return not _notes_thing(sentence[match.end() :])
        if words == "concluded" and re.search(r"\bconcluded\s+that\b", after):
            return False
        if words in ("confirmed", "concluded", "welcomed"):
            return not _NOTED_THING.search(after) or bool(_REPORTED.search(after))
    return False


def is_reported(before: str) -> bool:
    """Say whether words before a clause tell that somebody only said what it holds.

    >>> is_reported("The Clerk explained that "), is_reported("After a vote ")
    (True, False)
    """
    return _REPORTS.search(before + " ") is not None


def _notes_thing(after: str) -> bool:
    """Say whether what is noted was put to the meeting: a report, not a fact.

    >>> _notes_thing(" the Clerk's report."), _notes_thing(" the need for a bench.")
    (True, False)
    """
    return _NOTED_WHAT.match(after) is not None


def _has_decided(match: re.Match[str]) -> bool:
    """Say whether "DCC have authorised" tells of a council known by its letters."""
    return re.match(r"[A-Z]{2,6}\s+ha(?:s|ve)\s", match[0]) is not None


def _is_elsewhere(sentence: str, match: re.Match[str], form: str = "") -> bool:
    """Say whether the deciding words stand for what was decided elsewhere."""
    low = max(0, match.start() - 40)
    for found in _ELSEWHERE.finditer(
        sentence, low, min(len(sentence), match.end() + 40)
    ):
        if found.start() < match.end() and found.end() > match.start():
            own = form == "it-was" and (
                "has been" in match[0] or _BY_MEMBERS.match(found[0])
            )
            if not own:
                return True
    that = sentence.lstrip('“" ').startswith(("That", "THAT"))
    if not form and not that and _RECOMMENDATIONS.search(sentence):
        return True
    return bool(_CONTEXT.search(sentence))


# what a meeting takes note of
_NOTED = re.compile(
    r"\b(?:reports?|updates?|minutes|notes?|items?|contents?|information|letters?|e-?mails?"
    r"|accounts?|correspondence|position|papers?|presentations?|schedules?|plans?"
    r"|strategy|policy|policies|dates?|actions?|logs?|registers?|figures|findings"
    r"|statements?|returns?|lists?|documents?|decisions?|progress|above|matters|summary"
    r"|following|statistics|responses?|resignations?|appointments?|absences?|applications?"
    r"|recommendations?|programme|calendar|budget|balances?|reconciliations?)"
    r"\b(?:(?!\b(?:but|where|when|which)\b)[^;]){0,110}$"
    r"|^(?:\W*|.{0,30}\b)(?:this|these|they|above)$|^$|,\s*and$",
    re.IGNORECASE,
)


_NOTED_WHAT = re.compile(
    r"\s{1,6}(?:and\s\w{1,20}\s)?(?:the|this|these|its|all|Part|both|with|his|her|their)\b"
    r"(?!\s+(?:need|importance|amount|fact|concerns?|lack|potential\w*|diversity|role"
    r"|closing|threat|ongoing|success|costs?|significant|absence|number|benefits?)\b)",
)


def _has_happened(before: str, be: str, did: str, after: str) -> bool:
    """Say whether the clause tells what came about, not what may or does."""
    if _OPEN_CLAUSE.search(before + " ") or _REPORTS.search(before):
        return False
    if be == "be" and before.startswith(("That", "THAT", "that", "“That", '"That')):
        return True
    if be == "be" and before.endswith("Those to") and after.startswith("were"):
        return True
    if be == "be" and _MODAL.search(before):
        return did == "deferred" and not before.endswith(("not", "may", "might"))
    if be in ("is", "are") and not after.startswith("hereby"):
        usual = did in ("agreed", "approved", "adopted", "deferred", "carried")
        return usual and not _CONDITION.search(before)
    return True


def _takes_note(before: str, did: str, after: str) -> bool:
    """Say whether "was noted" or "was received" is said of a thing put to a meeting."""
    if before.startswith(("That", "THAT", "that", "“That")):
        return True
    thing = _NOTED.search(before)
    if not thing or before.lower().endswith(("it", "that", "there")):
        return False
    if re.search(
        r"\b(?:no|little|few|having(?!\sbeen\s))\b[^.]{0,60}$", before, re.IGNORECASE
    ):
        return False
    ends = re.fullmatch(
        r"(?:by\s+(?:the\s+)?[\w\s]{3,30}|with\s+thanks|and\s+noted)?\W*", after
    )
    if did == "received":
        return not after.strip(" .;") or bool(ends)
    return bool(ends) or not re.match(
        r"(?:that|from|by\s+the\s+clerk|for|as(?!\s+(?:circulated|presented|read|submitted|tabled)\b))\b",
        after,
    )


_BY_US = re.compile(
    r"by\s+(?:the\s+)?(?:Board|Council|Committee|Group|[Mm]embers|all\b)"
)
# "The paper recommended that it be approved", "minutes of this meeting were confirmed"
_ADVISED = re.compile(
    r"\b(?:paper|report|officers?|consultants?|auditors?|reviewer|inspector)\s+(?:had\s+|ha[sd]\s+)?"
    r"(?:recommend|suggest|advis)\w+\s+that\b|\bminutes\s+of\s+this\s+meeting$",
    re.IGNORECASE,
)
_GROUPS = re.compile(
    r"\b(?:working|steering|task|project|sub|small)[\s-]+(?:and\s+finish\s+)?(?:group"
    r"|party|committee|panel)\b|\bsub-?(?:group|committee)\b",
    re.IGNORECASE,
)
_THINGS = re.compile(r"\b(?:project|scheme|idea|initiative|request|event)\b", re.I)


# "An update was passed to the Trust", "Copies were handed round": told, not decided
HANDED = re.compile(
    r"\b(?:forms?|copies|copy|papers?|documents?|keys?|updates?|information|details"
    r"|comments|news|messages?|condolences|photographs?|leaflets?|samples?)\b"
    r"[^.;:]{0,60}\b(?:was|were|ha[sd]\sbeen|have\sbeen)\s(?:\w+ly\s)?(?:passed|handed)"
    r"\s(?:back\s|on\s)?(?:to|on|round|around|out)\b",
    re.IGNORECASE,
)


# "The Clerk tabled a paper asking for a lamp", "Circulated, report seeking approval":
# how business comes before a body, unless the same sentence tells what came of it
BROUGHT = re.compile(
    r"^\W{0,4}(?:(?!(?:[Tt]he\s)?(?:Board|Committee|Council|Group|Panel|Members|Trustees"
    r"|Governors|Directors|Commission|Trust)\b)(?:[Tt]he\s)?(?:[A-Z][\w’'.,&-]{0,20}\s(?:of\s|for\s)?)"
    r"{1,6}(?:also\s|then\s|had\s){0,2}(?:tabled|submitted|presented|circulated|distributed"
    r"|introduced|brought|laid|produced|gave|read(?:\sout)?)\s(?:a|an|the|his|her|their)\s"
    r"(?:[\w’'-]{1,20}\s){0,4}|(?:Circulated|Submitted|CIRCULATED|SUBMITTED)[,:]?\s[–-]?\s?"
    r"(?:(?:a|an|the)\s)?(?:[\w’'-]{1,20}\s){0,3})"
    r"(?:papers?|reports?|letters?|memo(?:randum)?|drafts?|petition|documents?|notes?|motion"
    r"|proposals?|statement|presentation|summary|quotations?|evaluation|plans?|budget)\b"
    r"(?!.{0,400}\b(?:agreed|approved|accepted|resolved|adopted|carried|noted|received|seconded"
    r"|supported|endorsed|rejected|deferred|granted|until|till|next)\b)",
    re.DOTALL,
)


def passive_decides(sentence: str, match: re.Match[str]) -> bool:
    """Say whether "was agreed" and the like record a decision of this meeting."""
    if _is_elsewhere(sentence, match):
        return False
    did = match["did"].lower()
    before = sentence[: match.start()].strip()
    after = sentence[match.end() :].strip()
    if not _has_happened(before, match[0].split()[0].lower(), did, after):
        return False
    if did in ("noted", "received"):
        return _takes_note(before, did, after)
    if did == "passed" and HANDED.search(sentence):
        return False
    if did == "resolved" and _MENDED.search(before):
        return False  # a fault that was mended
    if _ADVISED.search(before):
        return False
    if did == "taken as read":
        return re.search(r"\b(?:minutes|record|notes)\b", before, re.I) is not None
    if did == "confirmed" and not after.startswith("as "):
        return bool(
            re.search(r"\b(?:minutes|appointments?|these)\b", before, re.IGNORECASE)
        )
    if did == "confirmed":
        return "quor" not in after[:30]
    if did == "accepted" and _BY_US.match(after):
        return True
    if did == "accepted" and not after.strip(" .") and len(before.split()) <= 6:
        return True
    if did in ("set up", "formed", "established"):
        return match[0].startswith("w") and _GROUPS.search(before) is not None
    if did == "supported" and _THINGS.search(before):
        return True
    if did == "passed" and after.startswith(("to ", "back ", "on ", "over ")):
        return True  # to a committee: the pattern sees to that
    if did in ("signed", "supported", "passed", "recommended", "accepted"):
        return bool(
            re.search(
                r"\b(?:minutes|these|they|it|appointment|reasons?|absences?|quotes?"
                r"|quotations?|tenders?|cheques?|payments?|invoices?|bills?|estimates?|recommendations?|resignations?"
                r"|invitations?|offers?|bids?|accounts|report|application|proposal"
                r"|motion|by-?law|vote)\b",
                before,
                re.IGNORECASE,
            )
        )
    if did in ("lost", "defeated"):
        return bool(
            re.search(
                r"\b(?:motion|amendment|vote|proposal|proposition|addition|suggestion)\b",
                before,
                re.IGNORECASE,
            )
        )
    return bool(before) or match.start() == 0
