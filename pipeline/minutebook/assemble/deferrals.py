"""Knows how minutes tell that something was put off to a later meeting."""

from __future__ import annotations

import re

from minutebook.grammar.leaps import leaping

# in small letters
_HELD_OVER = leaping(
    r"""\b(?: (?:be|been|is|was|were)\s+(?:brought|taken|carried)\s+(?:back|forward
        |over)\s+to\s+the\s+next
      | will\s+be\s+discussed\s+(?:again|further)\s+at\s+the\s+next | deferred\s+(?:to
      |until|for|pending)
      | put\s+off\s+(?:to|till|until) | put\s+on\s+hold\s+(?:until|till
      |pending) | held\s+over\s+(?:to|until)
      | re-?\s?agenda(?:ed)?\s+(?:it\s+)?for | defer\s+(?:this|the|it)
      | carried\s+(?:over\s+to(?!\s+\d{4})|forward\s+to\s+(?:the\s+)?next)
      | held\s+back\s+(?:to|until)
      | (?<!had\sbeen\s)(?<!has\sbeen\s)(?:left|held|kept|put|lies?|lay)\s+in\s+abeyance
      | (?<!been\s)(?:left|laid|lies?)\s+on\s+(?:the\s+)?(?:table|file)
      | (?<!been\s)(?:laid|stood|held|left)\s+over(?=\W*$|\s+(?:to|until|till)\b)
      | (?<!been\s)(?:left|adjourned|put\s+off)\s+(?:to|till|until)\s+(?:january
        |february|march|april|may|june|july|august|september|october|november|december|the\s+(?:spring
        |summer|autumn|winter|new\s+year))\b
      | to\s+be\s+(?:taken|discussed|considered|decided|settled|added|looked\s+at
        |brought\s+back)\s+(?:in|at|for)\s+(?:the\s+)?(?:next|january|february
        |march|april|may|june|july|august|september|october|november|december|new\s+year)\b
      | to\s+be\s+on\s+next\s+agenda
      | come\s+back\s+to\s+the\s+(?:group|board|committee|council)
      | (?:tabled|left|leave(?:\s+(?:it|this|that))?|stand\s+over)\s+(?:until
      |till)\s+(?:the\s|next\s|[a-z])
      | (?:parked|shelved)\s+(?:to|until|till)\s
      | continued\s+(?:to|until|till)\s+(?:(?:the|a|its|our)\s+)?(?:next|future|later
        |january|february|march|april|may|june|july|august|september|october|november
        |december|\d)
      | (?:put|pushed|moved)\s+back\s+(?:to|until|till)\s
      | adjourned\s+to\s+(?:the|a|our)\s+(?:next|future|later)
      | (?:is|was|be|to\s+be|item)\s+carried\s+forward(?=\W*$)
      | on\s+(?:the\s+)?agenda\s+for\s+(?:the\s+)?next\s+(?:time|meeting)
      | on\s+(?:the\s+)?next\s+(?:meeting['’]?s?\s+)?agenda(?=\W*$)
      | delayed\s+until\s+the\s[^.;]{0,20}meeting
      | (?:left|stand\s+over)\s+to\s+(?:the\s+)?next
      | (?<!been\s)left\s+for\s+(?:when\b|now\b|another\s|a\s+(?:later|future)\s)
      | be\s+carried\s+(?:over|forward)\s+to\s+(?:the\s+)?(?:january|february|march
        |april|may|june|july|august|september|october|november|december)\s+(?:meeting|agenda)
      | back\s+on\s+(?:the\s+)?(?:next\s+)?agenda\s+(?:next|for|in)\b
      | (?<![a-z]\s)(?:this|it|the\s+(?:item|matter|question|paper))\s+will\s+be
        \s+(?:taken|considered|decided|dealt\s+with)\s+at\s+(?:the|our)\s+next
      | lies?\s+on\s+the\s+table | left\s+to\s+lie\b
      | to\s+be\s+(?:put|placed|included|entered)\s+on\s+(?:the\s+)?agenda
        \s+(?:for|of|in)\s
      | carry\s+(?:it\s+|this\s+)?(?:over|forward)\s+to\s+(?:the\s+)?next\s
      | to\s+be\s+(?:discussed|decided|agreed|considered|settled|finali[sz]ed)
        \b[^.;]{0,30}\bat\s+(?:the|our|a)\s+(?:next|future)\b
      | will\s+be\s+an?\s+(?:agenda\s+)?item\s+(?:for|on)\s
      | we\s(?:will|can|could)\s(?:\w+\s(?:to\s)?){0,4}?(?:return|come\s+back
        |discuss|address|consider|revisit|look)\b[^.;]{0,30}\s(?:again\s(?:in|at)|at\s(?:the|our)\s
        (?:\w+\s)?meeting) )""",
    re.VERBOSE,
)
# "that a report on the roof be brought to the next meeting", "to bring revised rules to
# the May meeting", "draw up a leaflet and bring it to": nothing is put off
_PAPERS = (
    r"(?:reports?|papers?|updates?|briefings?|reviews?|drafts?|proposals?|estimates?|quotes?"
    r"|quotations?|options|figures|forecasts?|plans?|guidelines?|leaflets?|designs?|costings?"
    r"|details|terms|policy|policies)"
)
_NEW = (
    r"(?:an?|final|further|full|progress|revised|updated|costed|detailed|new|fresh|fuller"
    r"|amended|written|more)"
)
NEW_PAPER = re.compile(
    rf"\b{_NEW}\s(?:[\w-]{{1,20}}\s){{0,3}}{_PAPERS}\b"
    r"[^.;]{0,60}\b(?:brought|come|presented|submitted)\s(?:back\s)?(?:to|before|at)\b"
    rf"|\bbring\s(?:back\s)?{_NEW}\s(?:[\w-]{{1,20}}\s){{0,3}}{_PAPERS}\b"
    r"|\b(?:draw|write|work)\sup\s[^.;]{3,120}\sand\s(?:to\s)?bring\b"
    r"|\b(?:prepare|draft|compile|produce|obtain|get)\s[^.;]{3,120}\sand\s(?:to\s)?bring\b"
)


def is_held_over(sentence: str) -> bool:
    """Say whether a sentence puts something off to a later meeting.

    >>> is_held_over("The bench was deferred to March."), is_held_over("It was wet.")
    (True, False)
    """
    words = sentence.lower()
    return (_DISCUSS_NEXT.match(words) or _HELD_OVER.search(words)) is not None


# "To be discussed at the next meeting", which the sentence opens with
_DISCUSS_NEXT = re.compile(
    r"(?:to\s+(?:be\s+)?)?discuss(?:ed)?\s+(?:[\w’'-]+\s+){0,4}?(?:at\s+)?(?:the\s+)?next\b"
    r"|(?:we\s)?will\s+(?:discuss|talk\s+about|consider|decide|revisit)\s[^.;]{0,60}"
    r"\bat\s+(?:the|our)\s+next\s"
    r"|\W{0,3}(?:put\s+on\s+)?next\s+agenda\W*$"
)
# what the two patterns above hold somewhere, as `CueGroups` takes it
HELD_CUES = (
    *("next", "defer", "agenda", "carried", "abeyance", " table", " file", " over"),
    *(" held ", "left ", " off ", " hold ", " back ", " come ", " until ", " till "),
    *(
        "adjourn",
        "carry ",
        "taken",
        "discussed",
        "considered",
        "decided",
        "settled",
        "added",
    ),
    *("looked", "brought", "parked", "shelved", "continued", "delayed", "future"),
    *(" item ", "we "),
)
