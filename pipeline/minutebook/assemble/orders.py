"""Reads how a sentence opens with who is bidden, and what, without any "to"."""

from __future__ import annotations

import re

from minutebook.assemble.doers import MARKED, ONE, PLAIN, POSTS
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import VERBS
from minutebook.grammar.anchors import holds_any

# "Clerk write and ask", "the Clerk look into it", "Tom get prices": bidden without "to"
_BARE, _BARE_UNDASHED = (
    re.compile(
        rf"(?:[•▪●*–-]\s{{0,3}}){{0,2}}(?P<who>(?:The\s)?(?:{POSTS}|{MARKED}"
        rf"|(?P<named>{PLAIN}(?:\s?(?:,|&|/|and)\s?{PLAIN}){{0,2}})){dashed})"
        rf"(?P<dash>\s{{0,2}}[–:-])?\s{{1,3}}(?P<verb>(?:{VERBS}))\s{{1,3}}(?=(?P<on>(?:and|to"
        r"|the|a|an|that|this|these|it|if|for|with|into|at|out|up|them|him|her|us|saying"
        r"|stating|asking|suggesting|advising|whether|how|why|when|[A-Z]\w+)\b)"
        r"|[\w“£])"
    )
    for dashed in (rf"|{ONE}(?=\s{{0,2}}[–:-])", "")
)
# a verb behind nothing but what may name them: nearly no sentence opens so
_MAY_BID = re.compile(
    r"(?:(?:[^\sa-z]|the|our|this|clerk|chair|and|members|teacher)\S{0,60}+\s{1,60}+)"
    r"{0,24}+"
    rf"(?:{VERBS})\s"
)
# verbs that are names of things too, or their own past: "Clerk report", "Tom put"
_ALSO_NOUNS = re.compile(
    r"report|update|request|plan|design|order|research|work|support|survey|quote|question"
    r"|fund|record|document|visit|review|cost|price|trial|test|hire|rent|return|form"
    r"|place|talk|copy|file|scan|transfer|move|answer|call|contact|phone|e-?mail|text"
    r"|post|print|check|host|help|issue|repair|fix|paint|water|plant|store|table|trim"
    r"|count|mark|progress|query|measure|proposal|advance|launch|process"
    r"|thanks?|lead|mow|press|drop|pick|present|feed\s*back|cut|put|set|let|lay|fit|read"
    r"|address|reply|lobby|appeal|note|clear|clean|need"
)
_BEHIND_NOUNS = ("to", "for", "and", "with", "at", "into")
_ITS_OWN_PAST = re.compile(r"cut|put|set|let|fit|cost|quit|read|lay")
_SAYING = ("out", "forward")  # "TH set out", "TH put forward": told
_HEAD = 160  # characters that name who acts, and a dash


def is_past(verb: str) -> bool:
    """Say whether a verb is its own past: "put"."""
    return _ITS_OWN_PAST.fullmatch(verb) is not None


def opens_bare(text: str, start: int, end: int, owners: Owners) -> re.Match[str] | None:
    """Return how a sentence opens with who is bidden, and what, without any "to".

    A name without a post must be of the list of those present, and its verb no other
    word: "Tom report" may be a report of his.
    """
    if _MAY_BID.match(text, start, end) is None:
        return None
    dashed = holds_any(text[start : min(end, start + _HEAD)], ("-", "–", ":"))
    match = (_BARE if dashed else _BARE_UNDASHED).match(text, start, end)
    if match is None or match["dash"]:
        return match if match and match["on"] else None
    verb = match["verb"].lower()
    if not match["on"] and _ALSO_NOUNS.fullmatch(verb):
        return None
    past = _ITS_OWN_PAST.fullmatch(verb)
    if past and (match["named"] or match["on"] in _SAYING):
        return None
    if match["named"] is None:
        return match
    if _ALSO_NOUNS.fullmatch(verb) and match["on"] in _BEHIND_NOUNS:
        return None
    known = all(owners.kind(x) == "listed" for x in owners.split(match["named"]))
    return match if known else None
