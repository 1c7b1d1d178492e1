"""Knows the phrases by which what was asked for finds no support.

"Members could not support it", "This met with little favour", "The bid could not be
entertained". Two ask: what decides, and of which kind it is.
"""

from __future__ import annotations

import re

_WHO = (
    r"(?:board|committee|council|cabinet|members|councillors|governors|trustees|directors"
    r"|commissioners|meeting|group|panel|forum|we|majority|those\spresent)"
)
_ADVERB = r"(?:(?:\w{3,12}ly|therefore|also|all|both|then|still)\s){0,2}"
_YIELD = (
    r"(?:agree(?!\s(?:on|a|an|whether|which|how|what|who)\b)|support|approve|accept|endorse"
    r"|adopt|grant|justify|entertain|recommend|accede|fund)\b"
)
_UNABLE = (
    r"(?:(?:was|were|felt|is|are)\s(?:\w{3,12}ly\s)?(?:unable|unwilling|not\s(?:able|willing"
    r"|minded|prepared|inclined|in\sa\sposition))\sto\s"
    r"|(?:could\snot|couldn['’]t|cannot|would\snot)\s"
    r"|did(?:\snot|n['’]t)\s(?:feel|consider|think|believe|wish|want|see\sfit)\s[^.;]{0,30}?"
    r"|(?:felt|considered|thought|agreed)\s(?:that\s)?(?:it|they|we|the\s\w{4,12})\s"
    r"(?:could\snot|couldn['’]t|(?:was|were)\sunable\sto)\s)"
)
# in any case, with `\s` for each space: it fits into verbose patterns and others
REFUSAL = (
    rf"\b{_WHO}\s{_ADVERB}{_UNABLE}{_YIELD}"
    rf"|\bit\swas\sfelt\s(?:that\s)?(?:it|they|we|the\s\w{{4,12}})\s(?:could\snot"
    rf"|couldn['’]t)\s{_YIELD}"
    r"|\bcould\snot\sbe\s(?:entertained|supported|agreed|granted|acceded|afforded"
    r"|justified|approved|accepted|recommended)\b"
    rf"|\b{_WHO}\s{_ADVERB}(?:was|were)\s{_ADVERB}not\s(?:in\sfavou?r|in\ssupport"
    r"|supportive)\b"
    r"|\b(?:found|met\swith|received|attracted|got|won|gained|commanded)\s(?:no|little"
    r"|scant)\s(?:support|favou?r|enthusiasm|sympathy)\b"
    rf"|\b{_WHO}\s{_ADVERB}saw\s(?:no|little)\s(?:merit|need|case|reason)\s(?:in|for|to)\b"
    # "Thought too dear this year and turned down."
    r"|(?:\band|\bbut|,)\s(?:was\s|were\s)?turned\sdown\W{0,3}$"
    r"|\bmotion\b[^.;]{0,120}\s(?:did\snot|failed\sto)\s(?:carry|pass)\b"
)
# what it holds somewhere, as `CueGroups` takes it
REFUSAL_CUES = (
    *(" not ", "n't ", "n’t ", " unable ", " unwilling ", " cannot "),
    *(" turned ", " failed "),
    *("favo", " support", " enthusiasm", " sympathy", " saw "),
)
_REFUSAL = re.compile(REFUSAL, re.IGNORECASE)


def refuses(text: str, start: int, end: int) -> bool:
    """Say whether words between two offsets tell that something found no support.

    >>> [refuses(x, 0, len(x)) for x in ("It met with little favour.", "It was wet.")]
    [True, False]
    """
    return _REFUSAL.search(text, start, end) is not None
