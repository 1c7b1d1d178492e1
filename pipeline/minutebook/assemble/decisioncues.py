"""Knows the cues of deciding: without them a sentence is not looked at any closer."""

from __future__ import annotations

from minutebook.assemble.deferrals import HELD_CUES
from minutebook.assemble.verdicts import VERDICT_CUES
from minutebook.grammar.cuewords import CueGroups

# of each pattern of `outcomes`, what every one of its matches holds in small letters
GROUPS = {
    "block": (
        *("resol", "agreed", "recommended", "decision", "decided", "noted", "approved"),
        *("therefore", "outcome", "conclusion", "carried", "m/s/", "voted", "elected"),
        *("confirmed", "endorsed", "ratified", "accepted", "granted", "adopted"),
        *("homologated", "refused", "rejected", "deferred", "remitted", "referred"),
        *("received", "welcomed", "declined", "authori", "delegated", "appointed"),
        *("supported", "nominated", "opted"),
    ),
    "it-was": (
        *("agree", "resolved", "decided", "concluded", "determined", "recommend"),
        *("approved", "voted", "ordered", " left ", " felt ", "seconded"),
        "settled",
    ),
    "body-did": (
        *("agree", "resolved", "approve", "adopt", "endorse", "accept", "decided"),
        *("ratified", "support", "confirmed", "recommend", "deferred", "rejected"),
        *("refused", "authori", "delegated", "appointed", "elected", "nominated"),
        *("opted", "granted", "concluded", "determined", "voted", "noted", "received"),
        *("favo", "content", "happy", " feel ", " think ", "directed", "instructed"),
        *("declined", "object", "asked ", "consented", "requested", "invited"),
        *("observation", "comment", "continued"),
    ),
    "given": ("given", "granted", "nomination", "objection"),
    "consensus": ("consensus", "agreement"),
    "advice": ("recommend",),
    "record": ("true", "correct", "accurate", "fair"),
    "body-and-did": (
        *("agreed", "resolved", "approved", "adopted", "endorsed", "accepted"),
        *("decided", "voted", "noted"),
    ),
    "passive": (
        *("referred", "remitted", "delegated", "passed", " sent ", " left", "laid "),
        *("abeyance", " over", "adjourned", "continued", "agree", "approved"),
        *("adopted", "accepted", "ratified", "endorsed", "carried", "deferred"),
        *("rejected", "refused", "declined", "chosen", "given", "authori", "directed"),
        *("instructed", "consented", "confirmed", " hold", "taken", "supported"),
        *("favoured", "pursued", " set ", "formed", "established", "ordered", "opted"),
        *("elected", "appointed", "nominated", "granted", "signed", "decided"),
        *("sanctioned", "excluded", "declared", "resolved", "noted", "received"),
        *("moved", "recommended", "lost", "defeated", "acceded", "marked "),
    ),
    "apologies": ("apolog",),
    "trailing": (
        *("agreed", "approved", "accepted", "resolved", "deferred", "granted"),
        *("refused", "rejected", "ratified", "noted", "withdrawn", "support"),
        *("object", "agenda", "comment", "action", "obs", "passed", "adopted"),
        *("endorsed", "confirmed", "yes", "remitted", "referred", "delegated"),
        *("renew", "taken", "pursued", "opposed", "denied", "tabled", "postponed"),
        *("declined", "held", "turned", "received"),
    ),
    "outcome": ("amendment", "motion", "proposal", "proposition", "resolution"),
    "took-chair": ("took", "appointed", "declared"),
    "fragment": (
        *("approved", "passed", "adopted", "agreed", "accepted", "noted", "deferred"),
        *("tabled", "postponed", "over", "ratified", "opted", "elected", "endorsed"),
        "affirmed",
    ),
    "participle": (
        *("accepted", "approved", "agreed", "received", "adopted", "endorsed"),
        *("authori", "empowered", "support", "taken", "noted", "yes", "ok'd", "ok’d"),
        *("okayed", "granted", "pursued", "proceeded", "recommended", " file"),
        *(" table", "left ", "remitted", "abeyance", "adjourned", "opposed", "renewed"),
        *("parked", "shelved", "continued", "referred", "comment", "objection"),
        *("refused", "rejected", "deferred", "declined", "postponed", "tabled"),
        *("ratified", "signed", " over", "forward", " hold", "thrown", "denied"),
    ),
    "elected": ("elected", "appointed", "confirmed"),
    "takes-post": (" on ", " be ", "accepted "),
    "part": (
        *("note", "agree", "approve", "instructed", "request", "remit", "delegated"),
        *("endorse", "directed", "asked ", "invited", "resolved", "adopted"),
        *("homologated", "recommended", "welcomed", "authori", "appointed"),
        *("continued", "received", "ratified", "accepted"),
    ),
    "passed-on": ("forwarded", "referred", "raised", "taken", "passed"),
}
# one of these stands in any sentence that decides: some others, as "sent back" and
# "empowered", tell of a decision only beside one of these
_TOLD = (
    *("agree", "resolv", "decid", "conclud", "determin", "recommend", "approv"),
    *("adopt", "endors", "accept", "ratif", "support", "confirm", "defer", "reject"),
    *("refus", "authori", "delegat", "appoint", "elect", "nominat", "opted", "grant"),
    *("voted", "note", "receiv", "welcom", "favo", "declin", "object", "asked"),
    *("consent", "carried", "chosen", "left", "given", "hold", "taken", "passed"),
    *("signed", "moved", "lost", "defeat", "apolog", "agenda", "obs", "comment"),
    *("withdrawn", "chair", "postponed", "tabled", "held", "remit", "homologat"),
    *("continued", "instructed", "requested", "forwarded", "raised", "content"),
    *(" feel ", " felt ", "declared", "excluded", " set ", "formed", "establish"),
    *("ordered", "yes", "ok'd", "ok’d", "okayed", "action", "referred", "pursued"),
    *("directed", "invited", "abeyance", " over", "adjourn", "renew", "opposed"),
    *(" table", " file", "proceeded", " be ", " sit ", " serve ", " minded"),
    *("denied", "turned", "acceded", "thrown", "marked ", "settled", "suspended"),
    *("receipt", "seated", " named ", "motion", " picked", " selected", " is."),
    *(" off ", " back "),
)
_EVERY_VERDICT = (x for cues in VERDICT_CUES.values() for x in cues)
CUES = CueGroups(
    {
        **GROUPS,
        **VERDICT_CUES,
        "held-over": HELD_CUES,
        "told": (*_TOLD, *_EVERY_VERDICT),
    }
)
