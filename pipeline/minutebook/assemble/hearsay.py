"""Tells decisions from debate, and from what one person or another body said."""

from __future__ import annotations

import re

from minutebook.assemble import outcomes
from minutebook.assemble.actors import is_another
from minutebook.grammar.anchors import holds_any

_MEMBERS = (
    r"(?:[Tt]he\s)?(?:Board|Committee|Council|Group|Panel|[Mm]embers|Councill?ors"
    r"|councill?ors|group|committee|board|Trustees|Governors|Directors)"
)
# "Members supported the motion and called for lamps": debate, and no vote
_DEBATE = re.compile(
    r"\bsupported\s(?:the|this|his|her)\s[^.;]{3,60}?,?\s(?:and|but|while|whilst)\s"
    r"(?:also\s|then\s|the\sfollowing\spoints\b|that\s)?"
    r"(?:called|emphasi[sz]ed|stressed|highlighted|noted|said|stated|commented|spoke|felt"
    r"|asked|queried|raised|expressed|pointed|outlined|welcomed|suggested|urged"
    r"|thanked|questioned|acknowledged|were\sraised|had\sconcerns)\b"
)
_DECIDES = re.compile(
    r"\b(?:agreed|resolved|carried|approved|adopted|unanimous(?:ly)?|voted)\b", re.I
)
# told by one: "The Mayor noted that the Council", "Mr Orr reminded us that the Board"
_ONE_TELLS = re.compile(
    r"(?:^|[.;]\s)\W{0,4}(?!It\b|The\s(?:Board|Committee|Council|Group|Panel|meeting)\b)"
    r"(?:[Tt]he\s)?(?:[A-Z][\w’'.-]{0,20}\s){1,4}(?:also\s|then\s)?(?:noted|reported|said"
    r"|stated|explained|advised|informed|reminded|announced|mentioned|recalled|added)\s"
    r"(?:(?!that\b)[\w’']{1,20}\s){0,4}that\s(?:the\s|our\s)?$"
)
# "The Panel discussed adding a map": talk, unless it comes to something
_TALKS = re.compile(
    rf"\W{{0,6}}{_MEMBERS}\s(?:then\s|also\s|briefly\s|further\s)?"
    r"(?:discussed|considered|debated|talked\sabout|looked\sat|explored)\s(?!and\b)"
    r"(?:(?!\band\s(?:\w{1,14}ly\s)?(?:\w{2,14}ed|chose)\b|\bbut\b|[;.]).){0,300}\W*$",
    re.DOTALL,
)
# "The Board received a letter of thanks", "Members heard an appeal": how an item begins
_RECEIVES = re.compile(
    rf"\W{{0,6}}(?:\d{{1,2}}\.\s)?{_MEMBERS}\s(?:also\s)?received\san?\s(?:[\w’'-]{{1,20}}\s){{0,3}}"
    r"(?:letter|e-?mail|call|request|visit|complaint|invitation|enquiry|apology)\b"
    r"(?:(?!\band\s\w{2,14}ed\b|[;]).){0,300}\W*$",
    re.DOTALL,
)
# "It is vital that we agree a plan": what somebody holds necessary
_NEEDED = re.compile(
    r"\b(?:essential|important|vital|necessary|crucial|imperative|right)\sthat\s"
    r"(?:we|they|members|the\s\w{3,12})\s(?:all\s)?(?:agree|accept|adopt|approve|support"
    r"|endorse|resolve)\b"
    r"|\bagreed?\sthat\s(?:it|this|these|there)\s(?:is|was|were|had\sbeen)\s(?:all\s|very\s|a\s|an\s)*"
    r"(?:good|useful|nice|helpful|interesting|problem|issue|shame|concern)\b"
)
# "Mrs Holt nominated him, but he did not wish to stand"
_UNWILLING = re.compile(
    r"\b(?:nominat|propos|second)\w*\b[^.]{2,160}\b(?:but|however)\b[^.]{0,30}\b"
    r"(?:(?:did|does)\s?n[o’']t\swish|declined|withdrew|was\sunwilling|was\snot\swilling"
    r"|refused|stood\sdown)\b"
)
# "JH deferred to Mr Orr, who spoke": gives way to him
_GIVES_WAY = re.compile(
    r"\bdeferred\sto\s(?:(?:Mr|Mrs|Ms|Dr|Cllr|Councill?or)\.?\s)?(?:[A-Z][\w’'-]{0,20}\s){1,4}"
    r"(?:,\s)?(?:who|to\s\w{2,12}(?!\w*\s(?:meeting|agenda)))\b"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_DAY = rf"(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s(?:of\s)?{_MONTH}|(?<=[a-z])\b)"
_THEN = (
    rf"(?:on\s{_DAY}|in\s{_MONTH}|(?:at|in)\s(?:its|their|a|an|the)\s(?:(?:{_MONTH}"
    r"|last|previous|earlier|recent|special)\s(?:\d{4}\s)?)+(?:meeting|session|AGM)"
    rf"|at\s(?:its|their|a|the)\smeeting\s(?:held\s)?(?:on|of|in)\s(?:{_DAY}|{_MONTH})"
    r"|last\s(?:week|month|year|spring|summer|autumn|winter|night))"
)
_DID = (
    r"(?:agreed|approved|resolved|decided|voted|adopted|accepted|endorsed|rejected|refused"
    r"|recommended|granted|declined|appointed|ratified|turned\sdown)"
)
# "The Cabinet decided on 16 May to wait", "the Trust had on 7 May approved it", "it had
# met on the 9th and agreed", "At its June meeting the Council resolved"
_THEN_DID = re.compile(
    rf"\b{_DID}\s{_THEN},?\s(?:\d{{4}},?\s)?(?:to|that|not|by)\b"
    rf"|\bhad\s(?:(?:already|since|also|previously|earlier)\s)?,?(?:{_THEN})[^.;]{{0,30}}?"
    rf"\s(?:\w{{1,14}}ly\s)?{_DID}\b"
    rf"|\bhad\s(?:met|looked|considered|discussed|reviewed|examined|sat)\b[^.;]{{0,80}}?\s"
    rf"and\s(?:had\s|then\s|\w{{1,14}}ly\s)?{_DID}\b"
    rf"|\b(?:was|were|been)\s(?:\w{{1,14}}ly\s)?{_DID}\s(?:back\s)?in\s(?:{_MONTH}\s)?(?:19|20)\d\d\b"
    r"(?!\s?[/–-])"
    rf"|^\W{{0,4}}(?i:(?={_THEN})(?:at|in|last))\s[^.;,]{{3,60}}?,?\s(?:\d{{4}},?\s)?(?:the\s)?"
    rf"(?:[A-Z][\w’'&-]{{1,20}}\s){{1,5}}(?:ha[sd]\s)?(?:\w{{1,14}}ly\s)?{_DID}\b"
)
# "agreed at the Board meeting on 26 March", "at the staff meeting it was agreed"
_AT_MEETING = re.compile(
    rf"\b(?:agreed|approved|resolved|decided|adopted|accepted|endorsed)\s(?:\w{{1,14}}ly\s)?"
    rf"at\s(?:the|an?|our|its|their)\s(?P<whose>(?:[\w’'&-]{{1,20}}\s){{0,5}})(?:meeting|session)\b"
    rf"(?P<when>\s(?:held\s)?(?:on|of|in)\s(?:{_DAY}|{_MONTH}))?"
    rf"|\b[Aa]t\s(?:the|an?|our|its|their)\s(?P<whose2>(?:[\w’'&-]{{1,20}}\s){{0,5}})(?:meeting|session)\b"
    rf"(?P<when2>\s(?:held\s)?(?:on|of|in)\s(?:{_DAY}|{_MONTH}))?[^.;,]{{0,12}},?\sit\swas\s"
    rf"(?:\w{{1,14}}ly\s)?(?:agreed|approved|resolved|decided)\b"
)
_BODY_KIND = re.compile(
    r"\b(?:board|committee|council|group|panel|forum|cabinet|partnership|trustees?'?"
    r"|governors?'?|sub-?committee|executive|team|staff)\b",
    re.IGNORECASE,
)
_KNOWN = 6  # words of a heading that tell whose meeting it is
_CUES = (
    *("supported", "that", "discuss", "consider", "debate", "talked", "looked"),
    *("explored", "received", "but", "however", "deferred to"),
)
# "It also agreed", "They further recommended": whoever was told of just before
_SAME_ACTOR = re.compile(
    r"\W{0,4}(?:It|They)\s(?:also\s|further\s|then\s|had\s)?(?!was\b|were\b|is\b|will\b)[a-z]{3,12}"
)


def is_hearsay(sentence: str, own: frozenset[str]) -> bool:
    """Say whether a sentence tells of debate, of one person, or of another body.

    >>> own = frozenset("thornbeck parish council for a meeting".split())
    >>> is_hearsay("Members supported the motion and called for more lamps.", own)
    True
    >>> is_hearsay("Members supported the motion.", own)
    False
    """
    if is_another(sentence, own) or _was_then(sentence, own):
        return True
    if not holds_any(sentence, _CUES):
        return False
    if _NEEDED.search(sentence) or _GIVES_WAY.search(sentence):
        return True
    if _TALKS.match(sentence) or _RECEIVES.match(sentence):
        return not _DECIDES.search(sentence)
    return _debates(sentence) or _is_told_by_one(sentence)


def is_theirs(sentence: str, before: str, own: frozenset[str]) -> bool:
    """Say whether a sentence behind another one tells of debate, or of others.

    >>> own = frozenset("thornbeck parish council for a meeting".split())
    >>> is_theirs("It also agreed to stay.", "The Mill Panel agreed to go.", own)
    True
    """
    if is_hearsay(sentence, own):
        return True
    return _SAME_ACTOR.match(sentence) is not None and is_another(before, own)


def _was_then(sentence: str, own: frozenset[str]) -> bool:
    """Say whether what was decided was decided before the month of the meeting.

    >>> own = frozenset("meeting of 4 march 2024".split())
    >>> _was_then("The Board decided on 16 January to wait.", own)
    True
    >>> _was_then("The Board decided on 4 March to wait.", own)
    False
    """
    match = _THEN_DID.search(sentence)
    if match is None:
        return _was_elsewhere(sentence, own)
    if match[0].startswith("had"):
        return True
    return _is_other_month(match[0], own)


def _is_other_month(words: str, own: frozenset[str]) -> bool:
    return not any(x.lower() in own for x in re.findall(_MONTH, words))


def _was_elsewhere(sentence: str, own: frozenset[str]) -> bool:
    """Say whether what was decided was decided at a meeting of others, or another one.

    >>> own = frozenset("meeting of the parish council 4 march 2024".split())
    >>> _was_elsewhere("It was agreed at the committee meeting that he stay.", own)
    True
    >>> _was_elsewhere("It was agreed at the Council meeting that he stay.", own)
    False
    >>> _was_elsewhere("The fee was agreed at the Council meeting on 9 May.", own)
    True
    """
    if "meeting" not in sentence and "session" not in sentence:
        return False
    match = _AT_MEETING.search(sentence)
    if match is None or len(own) < _KNOWN:
        return False
    when = match["when"] or match["when2"]
    if when and re.search(_MONTH, when) and _is_other_month(when, own):
        return True
    kinds = _BODY_KIND.findall(match["whose"] or match["whose2"] or "")
    return any(x.lower().replace("-", "") not in own for x in kinds)


def _debates(sentence: str) -> bool:
    said = _DEBATE.search(sentence)
    if said:
        rest = sentence[: said.start()] + sentence[said.end() :]
        return not _DECIDES.search(rest)
    return _UNWILLING.search(sentence) is not None


def _is_told_by_one(sentence: str) -> bool:
    """Say whether it is in somebody's words that the body did something."""
    match = outcomes.find_body_did(sentence)
    return bool(match and _ONE_TELLS.search(sentence, 0, match.start()))
