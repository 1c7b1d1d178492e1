"""Finds the decisions that sentences of running text record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.assemble import outcomes
from minutebook.assemble.deferrals import is_held_over
from minutebook.assemble.hearsay import is_theirs
from minutebook.assemble.kinds import kind_of
from minutebook.assemble.motions import motion_near
from minutebook.assemble.movedabove import motion_before
from minutebook.assemble.parts import collect_parts, lists_things
from minutebook.assemble.scope import Scope, body_start, decide
from minutebook.assemble.told import SHOULD_READ
from minutebook.grammar.paragraphs import Sentence, read_sentences
from minutebook.records import Decision, Span

_BACKWARD = re.compile(
    r"There\s{1,3}was\s{1,3}(?:no|little)\s{1,3}(?:support|appetite|enthusiasm)\s{1,3}for\s{1,3}(?:this"
    r"|it|that|the\s{1,3}(?:idea|proposal|suggestion))\W{0,4}$"
    r"|(?:This|That|It)\s{1,3}(?:(?:was\s{1,3}not|wasn['’]t)\s{1,3}(?:agreed|supported|approved"
    r"|accepted|adopted|pursued|favoured)|could\s{1,3}not\s{1,3}be|found\s{1,3}(?:no|little)|met\s{1,3}with|got\s{1,3}no|fell\b"
    r"|failed\b)|"
    r"(?:This|These|That)\s{1,3}(?:was|were)\s{1,3}(?:\w{1,20}\s{1,3})?(?i:agreed"
    r"|approved|accepted"
    r"|supported)|(?:Deferred|Approved|Agreed)\s{1,3}(?:to|by)\s{1,3}[A-Z]"
    r"|(?:The\s{1,3})?(?:\w{1,20}\s{1,3}){0,2}(?:Board|Council|Committee|members"
    r"|Members|All|all)\s{1,3}"
    r"(?:\w{1,20}\s{1,3}){0,2}?(?:agreed\s{1,3}(?:to|with)|(?:was"
    r"|were)\s{1,3}in\s{1,3}(?:full\s{1,3})?agreement"
    r"\s{1,3}with|supported)\s{1,3}(?:this|that|these|the\s{1,3}(?:proposal|suggestion"
    r"|recommendation|idea))(?:\s{1,3}\w{1,20})?\W{0,4}$"
    r"|(?:All|Members|Everyone|(?:The\s{1,3})?(?:Board|Council|Committee|group|meeting))\s{1,3}"
    r"(?:\w{1,20}\s{1,3})?agreed\s{1,3}to\s{1,3}(?:take|do|support|pursue|try|progress)"
    r"\s{1,3}(?:this|these|that)(?:\s{1,3}(?:further|forward|up|on|through))?\W{0,4}$"
    r"|(?:All(?:\s(?:the|those|members))?(?:\spresent)?|Everyone)\s(?:\w{3,12}ly\s)?(?:agree"
    r"|support|concur)(?:\s(?:with\s)?(?:this|that|these|we|the\s(?:proposal|suggestion|idea))"
    r"(?:\s\w{1,20})?)?\W{0,4}$"
    r"|(?:The\s{1,3})?(?:\w{1,20}\s{1,3}){0,2}(?:Board|Council|Committee|[Mm]embers"
    r"|Governors|Trustees"
    r"|All(?=\s{1,3}agreed))\s{1,3}(?:\w{1,20}\s{1,3})?(?:accepted|agreed|approved"
    r"|endorsed)"
    r"(?:\s{1,3}(?:with\s{1,3}\w{1,12}|this|these|it|them))?\W{0,4}$"
    r"|It\s{1,3}(?:is|was)\s{1,3}(?:\w{1,20}\s{1,3})?agreed\s{1,3}(?:to\s{1,3}do\s{1,3}(?:so"
    r"|this|that|it)|to\s{1,3}(?:this|that)|(?:that\s{1,3})?(?:this|that|it|these)\s{1,3}"
    r"(?:should\s{1,3}|would\s{1,3}|will\s{1,3})?be\s{1,3}done)\W{0,4}$"
    r"|It\s{1,3}(?:is"
    r"|was)\s{1,3}(?:\w{1,20}\s{1,3})?agreed\s{1,3}(?:up)?on\b(?:\s{1,3}by\s.{0,40})?$"
)
# "Noted", "Deferred to the next meeting.": what is decided stands before it
_BARE = re.compile(
    r"(?:(?:On|Put\son|For)\s{1,3}(?:the\s{1,3})?next\s{1,3}agenda|Next\s{1,3}agenda"
    r"|Taken\sas\sread"
    r"|OK['’]d"
    r"|(?:Not|NOT)\s{1,3}(?:to\s{1,3}be\s{1,3})?(?:agreed|approved|supported|accepted"
    r"|adopted|granted|pursued)"
    r"|No\s{1,3}(?:takers|support|seconder)|Referred|Parked|Shelved|Postponed|Turned\s{1,3}down"
    r"|(?:All\s{1,3})?(?:Supported|Approved|Agreed|Refused|Deferred|Granted|Objected"
    r"|Noted"
    r"|Accepted(?:\s{1,3}with\s{1,3}(?:gratitude|pleasure|regret|thanks))?|Adopted"
    r"|Ratified|Received|No\s{1,3}comments?|No\s{1,3}objections?"
    r"|(?:Permission|Consent|Approval)\s{1,3}given|Recommend(?:ed)?\s{1,3}(?:approval"
    r"|refusal)"
    r"|(?:Approval|Refusal|Otherwise\s{1,3}approval)\s{1,3}recommended))"
    r"(?:\s{1,3}and\s{1,3}\w{1,12}|\s{1,3}(?:by|with)\s{1,3}(?:the\s{1,3})?\w{3,14}"
    r"|\s{1,3}(?:in\s{1,3}principle|unanimously|nem\.?\s?con)"
    r"|\s?/\s?[\w ]{1,16}"
    r"|\s{1,3}(?:to|until|till)\s{1,3}(?:the\s{1,3})?(?:next"
    r"|\w{3,9})(?:\s{1,3}\w{3,12})?)?\W{0,4}$"
    r"|Thrown\s{1,3}out(?:,[^.;]{3,40})?\W{0,4}$"
    # "Left till then.", "Tabled until Mrs Orr is back.", "Carried forward."
    r"|(?:(?:Held|Left|Laid|Stood|Carried)\sover|Carried\sforward|Put\s(?:off|back|on\shold)"
    r"|Tabled|Postponed|Adjourned|Continued|(?:Left|Held|Put)\sin\sabeyance|On\shold"
    r"|Deferred|(?:Left|Leave|Held)(?:\s(?:it|this))?(?=\s(?:until|till)))"
    r"(?:\s(?:to|until|till|for|pending)\s[^.;:]{2,40})?\W{0,4}$"
    r"|(?:Referred|Remitted|Left)\sto\s(?:the\s|our\s)?[A-Z][^.;:]{3,60}\W{0,4}$"
)
# "Left until March." behind "The county has not replied.": that is no matter put off
_PUT_OFF = re.compile(
    r"(?:Left|Held|Continued|Deferred|Carried|Stood|Tabled|Adjourned)\s(?!(?:until|till)\sthen\b)"
)
_TELLS = re.compile(
    r"[^.;:–]{3,90}?\s(?:has|have|had|is|are)\s(?:not\s|now\s|still\s|already\s|yet\s){0,2}"
    r"(?:to\s|been\s)?[a-z]{3,14}\b"
)
# "Passed", alone under the short line that says what was
# "All payments agreed.": of the things told in the entry before
_ALL_OF_THEM = re.compile(
    r"(?:All|Both|The)\s(?:the\s|of\sthe\s)?(?:above\s)?[a-z]{4,14}s\s(?:(?:were|was)\s)?"
    r"(?:\w{3,12}ly\s)?(?:agreed|approved|accepted|authori[sz]ed|noted|ratified)\W{0,4}$"
)
# said of the one motion before it
_FELL = re.compile(r"No\s{1,3}(?:support|seconder)\b")
_CLOSING = re.compile(
    r"\W{0,4}(?:Passed|Accepted|Approved|Adopted|Ratified|Tabled|Deferred)"
    r"(?:\s(?:unanimously|by\s[Cc]onsent))?\W{0,4}"
)
_MARGIN = 600  # characters of what such a word in the margin may be said of
_TITLE = 160  # characters of a line that such a word may close
_SUM = re.compile(r"[£$€]\s?\d")
_ENTRY = 60  # words that may stand before such a word in one entry of a list
_TOLD_LAST = ("passive", "outcome")  # by these the sentences before may tell the vote
BARE = 4  # words of a clause that decides but does not say of what
# "and it was resolved to adopt.": what, the words before it tell
_NO_OBJECT = re.compile(
    r"\b(?:agreed|resolved|decided|voted)\s(?:unanimously\s)?to\s(?:\w{3,10}ly\s)?"
    r"(?:adopt|approve|accept|support|endorse|ratify|renew|proceed|pay|purchase|buy"
    r"|refuse|reject|decline|defer|object|oppose)(?:\s(?:it|them|this|these))?\W{0,3}$"
)
# by these what only mends the minutes of the last meeting may seem to decide anew
_SPOKEN = ("it-was", "body-did", "body-and-did")
# "The Chair noted:", "Amongst other things, the Treasurer noted:": what one tells
_ONE_NOTES = re.compile(
    r"\b[Tt]he\s(?:(?:Vice|Deputy|Acting|Junior|Senior)[ -])?"
    r"(?:Chair\w{0,6}|President|Secretary|Treasurer|Clerk|Mayor|Director|Manager"
    r"|Officer)\s(?:also\s)?noted\s{0,2}[:–-]"
)
_SECOND_VERB = re.compile(
    r",?\s{1,6}(?:and|but)\s{1,6}(?=(?:also\s+)?(?:(?:has|have)\s+)?(?:agreed\s+(?:to"
    r"|that)|approved\s|deferred\s|delegated\s|instructed\s|"
    r"gave\s(?:the|delegated)\s|authori[sz]ed\sthe\s|rejected\s|refused\s"
    r"|recommended\s+(?:that|to)|resolved\s+(?:to|that)|declined\s"
    r"|noted\swith\s|AGREED|APPROVED|NOTED|DELEGATED|RESOLVED|"
    r"ENDORSED|RECOMMENDED|ADOPTED|DEFERRED)\b)"
    r"|,?\s{1,6}and\s{1,6}(?=that\s(?:(?!should|would|will"
    r"|there)[\w’'-]{1,20}\s){1,8}be\s)"
)


# "The following was agreed:", "The following changes were approved by all:"
_FOLLOWING = re.compile(
    r"\b[Tt]he\sfollowing\s(?![^:]{0,30}\b(?:payments|accounts|invoices|cheques|bills|expenditure"
    r"|matters|items)\b)(?:[a-z]{3,14}\s){0,3}(?:was|were)\s(?:\w{3,12}ly\s)?"
    r"(?:agreed|approved|adopted|accepted)\b[^.;:]{0,60}:\W{0,3}$"
)


def read_running(scope: Scope, index: int, start: int, end: int) -> Iterator[Decision]:
    """Yield the decisions that sentences of running text record."""
    text = scope.text
    held = scope.cues_in(start, end)
    if not ("told" in held or "held-over" in held):
        return
    sentences = read_sentences(text, start, end)
    for at, sentence in enumerate(sentences):
        quoted = text[sentence.start : sentence.end]
        if len(sentences) > 1:
            held = scope.cues_in(sentence.start, sentence.end)
        rule = outcomes.decides(quoted, held)
        if rule is None and "held-over" in held and is_held_over(quoted):
            rule = "held-over"
        if rule is None:
            continue
        above = text[sentences[at - 1].start : sentences[at - 1].end] if at else ""
        if is_theirs(quoted, above, scope.own) or (
            rule in _SPOKEN and SHOULD_READ.search(quoted)
        ):
            continue
        if "noted" in quoted and _ONE_NOTES.search(quoted):
            continue
        begin, stop = _clause(text, sentence, rule)
        did = ""
        told = _PUT_OFF.match(quoted) and _TELLS.match(above)
        leans = not told and (_BACKWARD.match(quoted) or _takes_up(quoted, above))
        if (at and points_back(quoted)) or (at and leans and len(quoted.split()) <= 9):
            begin = sentences[at - 1].start
        elif at and _ALL_OF_THEM.match(quoted) and _only_lists(text, sentences[:at]):
            begin, did = sentences[0].start, quoted
        elif at and _BARE.match(quoted):
            begin = sentence.start if told else _entry_start(text, sentences, at)
            begin = sentences[at - 1].start if _FELL.match(quoted) else begin
            did = quoted
        elif at == 0 and _BARE.match(quoted) and _is_beside(scope, index):
            begin, did = scope.paragraphs[index - 1].start, quoted
        elif len(sentences) == 1 and _closes(quoted):
            begin, did = _above(scope, index, sentence.start), quoted
        if did and _closes_sums(scope, index, begin, quoted):
            continue
        if (
            not did
            and rule in _TOLD_LAST
            and begin == sentence.start
            and "elected" not in quoted
        ):
            begin = _poll_start(scope, index, sentences[: at + 1])
        motion = motion_near(scope, index, sentences, at)
        if motion is None and rule == "outcome":
            amended = "amendment" in quoted.lower()
            motion = motion_before(scope, index, True, amended)
        following = sentences[at + 1] if at + 1 < len(sentences) else None
        if motion and following and sentence.end <= motion.start < following.end:
            stop = max(stop, sentences[at + 1].end)
        if sentence.end == end and _FOLLOWING.search(quoted):
            entries, _ = collect_parts(scope, index, True)
            if entries:
                last = entries[-1][1]
                yield decide(scope, begin, last, rule, "", motion, None)
                continue
        if _leads_list(text, begin, stop):
            parts, _ = collect_parts(scope, index, True)
            lead = Span(begin, stop)
            listed = sentence.end == end and len(parts) >= 2
            if listed and not lists_things(text, lead, parts):
                for a, b in parts:
                    yield decide(scope, a, b, "listed", "", motion, lead)
                continue
        if did or rule == "held-over":
            whole = decide(scope, begin, stop, rule, "", motion, None)
            yield replace(whole, kind=_closed_as(did) if did else "deferred")
            continue  # what stands before a bare word is only the matter
        for a, b in split_verbs(text, begin, stop):
            yield decide(scope, a, b, rule, "", motion, None)


# "All thought this a good idea and it was agreed for May.": of what was put before
_POINTS = re.compile(
    r"\W{0,4}(?:(?:After|Following)\s[^.;,]{3,60},?\s|[^.;]{0,60}\b(?:th(?:is|at)|it)\b[^.;]{0,40}"
    r"\band\s)?(?:this|it|that|these|they|This|It|That|These|They)\s(?:was|were)\s"
    r"(?:\w{3,12}ly\s|then\s|all\s){0,2}(?:agreed|approved|accepted|supported)"
    r"(?:\s(?:for|until|till|by|with|in)\b(?:(?!\b(?:that|to|and)\b)[^.;:]){2,40})?\W*$"
)


def points_back(quoted: str) -> bool:
    """Say whether a sentence decides what only the one before it tells.

    >>> points_back("After debate this was agreed for one year.")
    True
    >>> points_back("A barn dance in June was put forward and this was agreed.")
    False
    """
    return _POINTS.match(quoted) is not None


# "The dates were agreed.": of what, the sentence before tells
_THE_THING = re.compile(
    r"The\s(?P<thing>[a-z]{3,16})\s(?:was|were)\s(?:\w{1,12}ly\s)?(?:agreed|approved|accepted"
    r"|noted|adopted|confirmed|supported|ratified)\W{0,3}"
)
_VERB = re.compile(r"\b(?:is|are|was|were|ha[sd]|have|will|would|said|\w{3,}ed)\b")


def _takes_up(quoted: str, above: str) -> bool:
    """Say whether a short sentence decides what a verbless one before it names.

    >>> _takes_up("The dates were agreed.", "Dates of meetings for 2021.")
    True
    """
    match = _THE_THING.fullmatch(quoted)
    if match is None or _VERB.search(above):
        return False
    return match["thing"].rstrip("s") in above.lower()


def _only_lists(text: str, sentences: Sequence[Sentence]) -> bool:
    """Say whether sentences only list sums, with no verb that tells anything."""
    start, end = sentences[0].start, sentences[-1].end
    return len(text[start:end].split()) <= _ENTRY and (
        _SUM.search(text, start, end) is not None and not _VERB.search(text, start, end)
    )


def _closed_as(word: str) -> str:
    """Return the kind of what a bare word closes: "Passed" is approved."""
    return kind_of(word, word.split()[0].strip(" .:;-–").lower())


def _closes_sums(scope: Scope, index: int, begin: int, quoted: str) -> bool:
    """Say whether "Carried forward" is none: in a table, below sums, of tasks."""
    if not quoted.startswith("Carried"):
        return False
    paragraph = scope.paragraphs[index]
    at = scope.text.rfind(quoted, 0, paragraph.end)
    above = scope.text[begin:at]
    alone = paragraph.first.table is not None or at < paragraph.start + _LEAST
    return alone or above.startswith("[") or _SUM.search(above) is not None


_LEAST = 8  # characters of a mark: what "Carried over" is said of takes more


def _is_beside(scope: Scope, index: int) -> bool:
    """Say whether a paragraph stands in the margin of the one before: "... Noted"."""
    own = scope.paragraphs[index]
    if index == 0 or not own.first.column or own.first.table is not None:
        return False
    before = scope.paragraphs[index - 1]
    begins = body_start(scope, before)
    if begins is None or begins >= before.end or before.end - begins > _MARGIN:
        return False
    last = before.lines[-1]
    return (last.page, last.row) == (own.first.page, own.first.row)


def _closes(quoted: str) -> bool:
    """Say whether a paragraph is a bare word that closes what stands above it."""
    return bool(_CLOSING.fullmatch(quoted) or _BARE.match(quoted))


def _above(scope: Scope, index: int, start: int) -> int:
    """Return where the short paragraph begins that one of a single word closes."""
    if index == 0 or not scope.same_item(index, index - 1):
        return start
    above = scope.paragraphs[index - 1]
    own = body_start(scope, above)
    titled = own is None or own >= above.end
    begin = above.start if own is None or titled else own
    word = scope.text[start : scope.paragraphs[index].end].rstrip()
    if titled and not _CLOSING.fullmatch(word):
        return start  # "Agreed." below a heading stands by itself
    quoted = scope.text[begin : above.end].rstrip()
    short = len(quoted) < _TITLE and not quoted.endswith((".", ":", "?"))
    if word[-1:].isalpha() and not titled:  # "Noted", in the margin
        short = len(quoted.split()) <= _ENTRY and not quoted.endswith((":", "?"))
    return begin if short and not outcomes.decides(quoted) else start


def _entry_start(text: str, sentences: Sequence[Sentence], at: int) -> int:
    """Return where the entry begins that a bare "Noted" closes."""
    start = sentences[0].start
    before = [text[x.start : x.end] for x in sentences[:at]]
    short = len(text[start : sentences[at].start].split()) <= _ENTRY
    whole = short and not any(outcomes.decides(x) for x in before)
    return start if whole else sentences[at - 1].start


def _poll_start(scope: Scope, index: int, sentences: Sequence[Sentence]) -> int:
    """Return where the telling of a vote begins, the outcome of which comes last."""
    above = [(x.start, x.end) for x in sentences[:-1]]
    for at in range(max(0, index - 4), index):
        if scope.same_item(at, index):
            above.append((scope.paragraphs[at].start, scope.paragraphs[at].end))
    begin = sentences[-1].start
    for start, end in sorted(above, reverse=True)[:4]:
        quoted = scope.text[start:end]
        if not outcomes.POLLED.search(quoted) or outcomes.decides(quoted):
            break
        begin = start
    return begin


def split_verbs(
    text: str, begin: int, stop: int, decided: bool = False
) -> list[tuple[int, int]]:
    """Cut "noted Part A and agreed to discuss Part B" into its two decisions.

    `decided` says that what stands first is known to decide.
    """
    parts: list[tuple[int, int]] = []
    for match in _SECOND_VERB.finditer(text, begin, stop):
        left, right = text[begin : match.start()], text[match.end() : stop]
        enough = len(left.split()) >= 5 and len(right.split()) >= 4
        if enough and (decided or parts or outcomes.decides(left)):
            parts.append((begin, match.start()))
            begin = match.end()
    return [*parts, (begin, stop)]


def _leads_list(text: str, begin: int, stop: int) -> bool:
    """Say whether a sentence is a mere stem: "The Board agreed:"."""
    quoted = text[begin:stop].rstrip()
    if not quoted.endswith(":"):
        return False
    return bool(
        re.search(
            r"\b(?i:agreed|resolved|decided|recommended|approved|concluded"
            r"|noted(?!\s+that))(?:\s+(?:that(?:\s+the)?|to|as\s+follows"
            r"|the\s+following(?:\s+\w+)?))?\s*[:–-]{1,2}$",
            quoted,
        )
    )


def _clause(text: str, sentence: Sentence, rule: str) -> tuple[int, int]:
    """Cut the clause that decides out of a long sentence that tells other things."""
    pattern = {"it-was": outcomes.IT_WAS, "body-did": outcomes.BODY_DID}.get(rule)
    match = pattern.search(text, sentence.start, sentence.end) if pattern else None
    if match is None:
        return sentence.start, sentence.end
    before = text[sentence.start : match.start()]
    cut = re.search(
        r"(?:[,;.–-]|\band|\bbut|\bso|\bthat)\s*(?:and\s+|but\s+|therefore\s+"
        r"|after[^,]{0,40},\s*|following[^,]{0,40},\s*)?$",
        before,
    )
    told = len(text[match.start() : sentence.end].split())
    if told <= BARE or _NO_OBJECT.search(text, match.start(), sentence.end):
        # "Invoice from Fellgate for £20, Councillors agreed to pay."
        return sentence.start, sentence.end
    long = len(before.split()) > 0.8 * told
    return (match.start() if cut and long else sentence.start), sentence.end
