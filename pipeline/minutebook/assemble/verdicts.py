"""Knows the rarer ways to tell what a meeting settled: who did, by which verb.

"The trustees opted for gas", "The panel gave its blessing to the fair", "The amendment
fell". Each is seldom written; together they are what no longer pattern lists.
"""

from __future__ import annotations

import re
from functools import cache

from minutebook.assemble.refusals import REFUSAL, REFUSAL_CUES
from minutebook.assets import read_rows
from minutebook.grammar.anchors import FoldedPattern
from minutebook.grammar.cuewords import Cues
from minutebook.grammar.leaps import pack

# what the pattern below holds somewhere, in small letters
VERDICT_CUES = (
    *(" opted", "settled", "plumped", "came down", "chose to", "voted", "sanction"),
    *("upheld", "affirm", "turned down", "threw out", "thrown out", "signed off"),
    *("waived", "approval", "blessing", "backing", "in support", "supportive"),
    *("gave", "give"),
    *("full support", "its support", "their support", "support for", "support th"),
    *("support subj", "happy", "content", "willing", " minded", "favo", "recommends"),
    *("resolves", "consensus", "feeling", "view of the", "will of the", "wish of the"),
    *("accla", "consent", "gave permission", "nem", " fell", "seconder", "carries"),
    *("falls", "died", "dies", "lapse", "no takers", "full ", "went for"),
    *("no second", "no support", "for want", "for lack", "no favo", "no appetite"),
    *("entertained", "ruled out", "voted down", "say no", "said no", "ruled against"),
    *("went with",),
    *("passes", "went through", "disbanded", "dissolved", "rescinded", "agree"),
    *("decided", "concur", "parked", "shelved", "postponed", "rescheduled"),
    *("fixed at", "set at", "awarded", "nobody", "no one", "none voted", "none object"),
    *("none dissent", "was given", "was granted", "reading", "first time"),
    *("be on the", "sit on the", "serve on the"),
    *("to be acting", "to be chair", "to be the", "to be vice", "to be treas"),
    *("to be sec", "to be clerk", "accepted the"),
    *("second time", "third time", "object to", "objected", "object subj"),
    *REFUSAL_CUES,
)
_CUES = Cues(VERDICT_CUES)
_ADVERB = (
    r"(?:(?:all|also|then|therefore|unanimously|generally|finally|duly|formally|both|now"
    r"|very|fully)\s){0,2}"
)
_SETTLES = (
    r"(?:agree[ds]|concur(?:red|s)?|decided)\s(?:to|on|that|with)|opted"
    r"|settled\s(?:on|for)|plumped\sfor|went\s(?:for|with)(?=\s(?:the|[A-Z£\d]))|came\sdown\s(?:in\sfavou?r|on)|chose\sto"
    r"|voted\s(?:to|for|against|in\sfavou?r)|sanctioned|upheld|(?:re-?)?affirmed"
    r"|turned\sdown|threw\sout|signed\soff|waived|(?:recommends|resolves)\s(?:that|to)"
)
_GIVES = (
    r"(?:gave|gives?)\s(?:[\w’']{1,20}\s){0,3}(?:approval|consent|agreement|blessing"
    r"|permission|backing|support)"
)
_WILLS = (
    r"(?:(?:happy|content|willing|minded)\s(?:for|that|with)|(?:content|minded)\sto"
    r"|(?:happy|willing)\sto\s(?!(?:give|help|see|hear|share|offer|come|attend|talk|speak"
    r"|stand|assist|receive|do)\b))"
)
_FAVOURS = r"in\s(?:favou?r|support)\sof"
_PUT_DOWN = (
    r"(?:sanctioned|upheld|(?:re-?)?affirmed|waived|turned\sdown|thrown\sout|rescinded"
    r"|dissolved|disbanded|parked|shelved|postponed|rescheduled|(?:fixed|set)\sat"
    r"|awarded\sto|voted\sdown|ruled\s(?:out|against)|not\sentertained)"
)


@cache
def _verdict() -> re.Pattern[str]:
    """Return the pattern; who may settle a thing are the bodies of a word list."""
    bodies = (
        x["words"] for x in read_rows("decision_words.tsv") if x["kind"] == "body"
    )
    who = "|".join(sorted({y for x in bodies for y in x.split()}, reverse=True))
    return re.compile(
        rf"""
        # "The trustees opted for gas", "Everyone was happy for Ada to buy a lamp"
        \b(?!both\sagreed)(?:{who})\s{_ADVERB}(?:{_SETTLES}|{_GIVES}
            |(?:(?:was|were)\s)?{_ADVERB}(?:{_WILLS}|{_FAVOURS}))\b
        # "VOTE: 5-0 in favour of the fence"
        | ^\W{{0,4}}votes?d?\W{{0,3}}(?:\d{{1,3}}\s?[–-]\s?\d{{1,3}}\s|all\s)?
            {_FAVOURS}\b
        # "The consensus was to wait", "It was the view of the meeting that"
        | \b(?:consensus|general\sfeeling|(?:view|will|wish)\sof\sthe\s(?:{who}))\s
            (?:(?:was|is)\s)?(?:to|that|for)\b
        # "The SG agreed to wait", "All agree on this"
        | \bthe\s(?-i:[A-Z]{{2,5}})\s(?:agreed|decided)\s(?:to|on|that)\b
        | ^\W{{0,4}}(?:all|everyone|members)\s(?:agree|concur|supportive)\b
        # "All those present agree we will", "All members support this suggestion"
        | ^\W{{0,4}}(?:all(?:\sof)?(?:\sthe|\sthose)?(?:\smembers|\sgovernors|\strustees
            |\scouncillors|\sdirectors)?(?:\spresent)?|everyone(?:\spresent)?|those\spresent)
            \s{_ADVERB}(?:agrees?|concurs?|support\sth(?:is|at|e))\b
        # "There was full support for the bid", "Nobody objected to the change"
        | \bthere\swas\s(?:unanimous|general|full|broad|universal)\s
            (?:support|agreement|consent|approval)\b
        | \b(?:nobody|no-?\s?one|none)\s(?:objected|dissented|voted\sagainst)\b
        # "Leave to speak was granted", "The by-law was read a third time"
        | \b(?:power|authority|leave)\s(?:\w{{1,12}}\s){{0,3}}was\s(?:given|granted)\b
        | \b(?:first|second|third)\sreadings?\s(?:(?:was|were)\s)?given\b
        | \b(?:given\s(?:its\s)?(?:first|second|third)\sreading
            |read\sa\s(?:first|second|third)\stime)\b
        # "Object to the application", as an answer on plans
        | ^\W{{0,3}}(?:strongly\s)?(?:object|support)\s
            (?:to\sth|th(?:e|is)\sapplication|subject\sto)
        # "By common consent the fee is £4", "passed nem con"
        | \bby\s(?:common|general|mutual)\s(?:consent|agreement|acclaim|acclamation)\b
        | \bnem\.?\s?con\b | \bby\s(?:consensus|acclamation)\b
        # "The amendment fell", "The motion did not find a seconder"
        | \b(?:motion|amendment|proposal|resolution|it)\s
            (?:fell|falls|died|dies|lapse[sd])(?=\W*$|\s(?:for|as|since)\b)
        | \bno\stakers\W{{0,3}}$
        # "There was no support for this", "Her idea found no favour", "We said no"
        | \bthere\swas\s(?:no|little)\s(?:support|appetite|majority)\sfor\b
        | {REFUSAL}
        | \b(?:{who})\s{_ADVERB}(?:said|(?:had|have)\sto\ssay|voted\sto\ssay)\sno\b
        # "It goes to the full Council to decide"
        | \b(?:goes|to\sgo|will\sgo)\s(?:back\s)?(?:to|before)\s(?:the\s)?full\s
            (?:\w+\s){{0,2}}(?:council|board|committee)\b
        | \b(?:motion|amendment|proposal|resolution)\s(?:fell|carries|passes
            |went\sthrough|(?:did\snot|failed\sto)\s(?:find|get|receive)\sa\sseconder
            |(?:found|had|received|got)\sno\sseconder|met\swith\sapproval)\b
        # "An amendment by Jo that it be let found no seconder"
        | ^\W{{0,4}}(?:an?|the|this|his|her|cllr|councillor|mr|mrs
            |[\w.-]{{1,20}}[’']s)\s[^.;]{{3,200}}\b
            (?:(?:found|had|received|got|attracted)\sno\s(?:seconder|second\b|support\b)
            |(?:fell|fail(?:ed|s)|lapse[ds]|die[ds])\sfor\s(?:want|lack)\sof\sa
            \ssecond(?:er)?)
        # "His appeal was turned down"
        | ^(?!.{{0,200}}\b(?:which|who|that|when)\b)[^.;]{{3,160}}\b
            (?:was|were)\s{_ADVERB}{_PUT_DOWN}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_NAMES = r"\W{0,3}(?:[A-Z][\w’'.-]{0,20}(?:,|\sand|\s&)?\s){1,8}"
# "Ada Bell and Tom Orr will be on the panel", "Jo accepted the post": no verb of choice
_TAKES_POST = re.compile(
    rf"{_NAMES}(?:(?:will|to|would)\s(?:be|sit|serve)\son\sthe\s(?:[\w’'-]{{1,20}}\s){{0,3}}"
    r"(?:committee|panel|working\s(?:group|party)|board|sub-?committee)\b"
    r"|to\sbe\s(?:the\s)?(?:(?:acting|interim|deputy|vice|new|joint)[\s-]){0,2}"
    r"(?i:chair|treasurer|secretary|clerk|president|captain|auditor)"
    r"|(?:has\s)?accepted\sthe\s(?:post|position|role|nomination|chairmanship)\b)"
)
_POST_CUES = ("on the", "to be", "accepted the")


def takes_post(sentence: str, words: str) -> bool:
    """Say whether a sentence, known in small letters too, tells who takes a post.

    >>> takes_post("Jo Marsh accepted the post.", "jo marsh accepted the post.")
    True
    """
    cued = any(x in words for x in _POST_CUES)
    return cued and _TAKES_POST.match(sentence) is not None


def find_verdict(sentence: str, words: str) -> re.Match[str] | None:
    """Return where a sentence, known in small letters too, tells what was settled.

    >>> say = "The trustees opted for gas."
    >>> find_verdict(say, say.lower())[0], find_verdict("It rained.", "it rained.")
    ('trustees opted', None)
    """
    if not _CUES.stand_in(words) or not _folded().finds(sentence, words):
        return None
    return _verdict().search(sentence)


@cache
def _folded() -> FoldedPattern:
    """Return the pattern as one that soon tells whether it finds anything."""
    return FoldedPattern.of(pack(_verdict().pattern))
