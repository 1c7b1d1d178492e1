"""Reads lists of decisions under the words that lead on to them.

"Seconded by Cllr Holt and RESOLVED:", "It was further agreed:-", "The Board:", with one
entry for each thing decided below: "(a) to buy a lamp", "noted the report".
"""

from __future__ import annotations

import re
from functools import cache

from minutebook.assemble.hearsay import is_theirs
from minutebook.assemble.motions import motion_near
from minutebook.assemble.parts import collect_parts, ends_lead, lists_things
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.told import is_told
from minutebook.assemble.votes import read_votes
from minutebook.assets import read_rows
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.paragraphs import Sentence, read_sentences
from minutebook.records import Decision, Span

_CUES = (
    *("resolv", "agree", "decid", "recommend", "approv", "conclud", "determin"),
    *("instruct", "direct", "carried", "settl"),
)
# what decides at the end of a lead: "it was agreed by all present to:", "RESOLVED by 5
# votes to 2, on the advice of the Clerk, that:"
_DECIDES = re.compile(
    r"\b(?<!\bas\s)(?<!\bha[ds]\s)(?<!previously\s)(?<!already\s)(?<!be\s)(?i:resolve[ds]?|agree[ds]?|decide[ds]?"
    r"|recommend(?:ed|s)?|approve[ds]|concluded|determine[ds]|instructed|directed)"
    r"(?P<tail>(?:\s|,\s)(?:[^.;:]|(?<=\b[A-Z])\.){0,120}?)?(?:(?:\s(?:that|to))?\s{0,2}(?::\s?[-–—]?|[-–—])|\s(?:that|to)"
    r"|(?<=(?-i:RESOLVED))|(?<=(?-i:AGREED))|(?<=(?-i:RECOMMENDED)))\s*$"
)
# "agreed to write to the county, asking:", "approved subject to these conditions:": one
# decision, and its particulars below
_OWN_MATTER = re.compile(
    r",?\s{0,3}(?:to(?!\s(?:the\s|full\s)?[A-Z])|that|not\sto)\s\w"
)
_PARTICULARS = re.compile(
    r"\b(?:subject|conditions?|provid(?:ed|ing)|provisos?|reasons?|grounds?|because"
    r"|amendments?|amended|changes|terms|includ\w{1,4}|comments?|objections?|response"
    r"|dates)\b"
)
_GOES_ON = re.compile(r"\b(?:that|to)\s{0,2}[:–—-]{0,2}\s*$")
_RESOLUTIONS = re.compile(
    r"\b(?:following|these|below)\s(?:recommendation|resolution|proposal|decision|motion)s\b|\brecommendations\b"
)
_NOTES = re.compile(
    r"\bnoted(?:\s+that)?\W*$|\b(?:thanked|asked\s+(?:about|if|whether))\b"
)
_STEP = re.compile(r"\s*(?:[•·●▪➢➤►◦*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])?\s*")
# how an entry that decides begins, behind its mark
_ENTRY = re.compile(
    r"(?:and\s+)?(?:that|to|not\s+to)\b|(?:(?:also|formally|unanimously|further)\s)?"
    r"(?i:note|agree|approve|accept|adopt|endorse|receive|confirm|ratif[yi]|authori[sz]e|delegate"
    r"|instruct|request|ask|recommend|appoint|elect|nominate|refer|remit|defer|postpone|support"
    r"|decline|refuse|reject|grant|award|resolve|decide|direct|invite|rescind|adjourn|allocate"
    r"|purchase|set|write|increase|reaffirm|homologate|continue|welcome|oppose|object|sanction)"
    r"(?:[sd]|es|ed|red)?\b(?!\s+that\s+(?:there|the\s\w+\s(?:was|had|were))\b)",
    re.IGNORECASE,
)
# "discussed the lease", "heard from Mrs Holt": what a meeting does and decides nothing
_IDLE = re.compile(
    r"(?:also\s|then\s)?(?:discussed|considered|heard|reviewed|thanked|debated|questioned|examined|asked\s(?:about"
    r"|if|whether|how|why)|congratulated|expressed|wished|commented|queried|noted\sthat)\b"
)
# "noted", "left open", "took no view": a verb of the past, or "notes"
_VERB = re.compile(
    r"(?:[a-z]{1,12}ly\s|also\s)?(?:[a-z]{2,14}(?:ed|es|s)|left|gave|took|put|set|chose|[A-Z]{3,14}ED)\b"
)


def read_led(scope: Scope, index: int, start: int) -> tuple[int, list[Decision]]:
    """Return where a paragraph's lead begins and the decisions listed below it.

    None are listed where the last sentence of the paragraph leads on to nothing.
    """
    text, end = scope.text, scope.paragraphs[index].end
    if not ends_lead(text, start, end):
        return end, []
    sentences = read_sentences(text, start, end)
    lead = sentences[-1]
    manner = _manner(scope, sentences)
    if not manner:
        return end, []
    parts, _ = collect_parts(scope, index, True)
    if manner == "body" and any(_opens_entry(text, *x) for x in parts):
        manner = "among"  # "noted that" beside "agreed to" is of what was decided
    kept = [x for x in parts if _may_be_entry(text, *x, manner)]
    rows = _grants(scope, index, parts) if manner == "decides" and not kept else []
    parts, kept = (rows, rows) if rows else (parts, kept)
    whole = Span(lead.start, lead.end)
    if len(parts) < 2 or 2 * len(kept) < len(parts) or lists_things(text, whole, parts):
        return end, []
    did = "granted" if rows else ""
    motion = motion_near(scope, index, sentences, len(sentences) - 1)
    count = read_votes(text, *lead)
    told = count if count.counted or count.unanimous else None
    found = [
        decide(scope, a, _entry_end(text, a, b), "listed", did, motion, whole, told)
        for a, b in kept
    ]
    return lead.start, found


# "Silver Band – £400", "Pipe Festival – refused": an entry of a list of grants
_GRANT = re.compile(
    r"\s(?:[£$€]\s?\d[\d,.]{0,12}|\d[\d,.]{0,12}\s?€"
    r"|(?:refused|declined|rejected|granted|awarded|approved|nil|no\sgrant|deferred)\b[^\n.;]{0,60})"
    r"\W{0,3}$",
    re.IGNORECASE,
)
_SHORT = 120  # characters of such an entry
_SUM = re.compile(r"[£$€]\s?\d|\d\s?€")
_ROWS = 30  # entries of such a list at most


def _grants(
    scope: Scope, index: int, parts: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the entries of a list that grants a sum to each, with marks or without.

    A line of other words ends it; none are returned if it holds fewer than two sums.
    """
    if not parts:
        lines = scope.paragraphs[index + 1 : index + 1 + _ROWS]
        parts = [(x.start, x.end) for x in lines]
    rows = []
    for start, end in parts:
        same = scope.item_at(start) == scope.item_at(scope.paragraphs[index].start)
        short = end - start <= _SHORT and scope.text.find(". ", start, end) < 0
        if not (same and short and _GRANT.search(scope.text, start, end)):
            break
        rows.append((start, end))
    sums = sum(_SUM.search(scope.text, *x) is not None for x in rows)
    return rows if sums > 1 else []


def _manner(scope: Scope, sentences: tuple[Sentence, ...]) -> str:
    """Return how the last of some sentences leads on; nothing if it does not.

    It "decides", names the "body" only, or breaks off: "grammar", as with "that:".
    """
    text, lead = scope.text, sentences[-1]
    quoted = text[lead.start : lead.end]
    if _names_body(quoted):
        return "body"
    if not holds_any(quoted.lower(), _CUES) or _NOTES.search(quoted):
        return ""
    match = _DECIDES.search(quoted)
    if match is None or _tells_itself(match["tail"] or ""):
        return ""
    if not (match[0][:7].isupper() or _subject().search(quoted, 0, match.start())):
        return ""  # "The paper recommended:", "Mr Orr agreed to:"
    above = text[slice(*sentences[-2])] if len(sentences) > 1 else ""
    theirs = is_theirs(quoted, above, scope.own)
    if theirs or is_told(quoted, match, "it-was"):
        return ""
    return "grammar" if _GOES_ON.search(quoted) else "decides"


def _tells_itself(tail: str) -> bool:
    """Say whether a lead decides by itself, so that its list tells but particulars."""
    own = _OWN_MATTER.match(tail) or _PARTICULARS.search(tail)
    return own is not None and not _RESOLUTIONS.search(tail)


def _opens_entry(text: str, start: int, end: int) -> bool:
    """Say whether an entry opens with what decides, and does not only note a fact."""
    at = _STEP.match(text, start, end)
    begin = at.end() if at else start
    return bool(_ENTRY.match(text, begin, end)) and not _IDLE.match(text, begin, end)


def _may_be_entry(text: str, start: int, end: int, manner: str) -> bool:
    """Say whether an entry of a list tells what was decided."""
    if manner == "grammar":
        return True
    at = _STEP.match(text, start, end)
    begin = at.end() if at else start
    words = text[begin:end]
    if not words[:2].isupper():
        words = words[:1].lower() + words[1:]
    if manner == "body":
        return not _IDLE.match(words) and bool(_VERB.match(words))
    if manner == "among":
        idle = _IDLE.match(words)
        idle = None if idle and idle[0].endswith("noted that") else idle
        return not idle and bool(_VERB.match(words))
    return _ENTRY.match(text, begin, end) is not None


def _entry_end(text: str, start: int, stop: int) -> int:
    """Return where what an entry decides ends: with its first sentence."""
    sentences = read_sentences(text, start, stop)
    return next((x.end for x in sentences if x.end - start > _LEAST), stop)


_LEAST = 12  # characters of an entry: "(a)" is none


def _names_body(quoted: str) -> bool:
    """Say whether a lead only names who met: "The Finance Committee therefore:".

    >>> _names_body("The Board:"), _names_body("The Board of Orr Ltd said:")
    (True, False)
    """
    behind = _AFTER.match(quoted)  # "After discussion, in which all spoke, the Board:"
    own = quoted[behind.end() :] if behind else quoted
    return len(own) < _LONGEST and _body_lead().fullmatch(own.strip()) is not None


_LONGEST = 80  # characters of such a lead
_AFTER = re.compile(
    r"\W{0,4}(?:After|Following|Having|On|In|Upon)\s[^:]{3,240},\s(?=(?:the|our)\s[^,:]{3,60}:)"
)


@cache
def _bodies() -> str:
    """Return the words of a list that name who meets, as alternatives."""
    rows = (x["words"] for x in read_rows("decision_words.tsv") if x["kind"] == "body")
    return "|".join(sorted({y for x in rows for y in x.split()}, reverse=True))


@cache
def _subject() -> re.Pattern[str]:
    """Return the pattern of what stands before a verb by which a meeting decides."""
    return re.compile(
        rf"(?:\b(?:it|was|were|been|they|{_bodies()}|present|(?-i:[A-Z]{{2,6}})|seconded[^.;:]{{3,60}}|discuss\w+[^.;:]{{0,90}}\sand)"
        r"|^\W*(?:[\d.]+\s)?(?:and)?),?\s*(?:and\s|further\s|also\s|then\s|therefore\s|\w{2,14}ly,?\s){0,3}$",
        re.IGNORECASE,
    )


@cache
def _body_lead() -> re.Pattern[str]:
    """Return the pattern of a lead that only names who met, from a word list."""
    return re.compile(
        rf"(?:[\d.]{{1,8}}\s)?(?:(?:The|That|Our|the)\s)?(?:[A-Z][\w’'&-]{{1,20}}\s(?:and\s|of\s|&\s)?){{0,5}}(?i:{_bodies()}|governing\sbody)"
        r"(?:\s(?:therefore|also|then|further|accordingly|unanimously|duly))?\s?:\s?[-–—]?"
    )
