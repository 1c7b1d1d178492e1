"""Knows the rarer ways to tell what a meeting settled: who did, by which verb.

"The trustees opted for gas", "The panel gave its blessing to the fair", "The amendment
fell". Each is seldom written; together they are what no longer pattern lists.
"""

from __future__ import annotations

import re
from functools import cache

from minutebook.assemble.refusals import REFUSAL, REFUSAL_CUES
from minutebook.assets import read_rows
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.folded import FoldedPattern
from minutebook.grammar.leaps import pack

_ADVERB = (
    r"(?:(?:all|also|then|therefore|unanimously|generally|finally|duly|formally|both|now"
    r"|very|fully)\s){0,2}"
)
_SETTLES = (
    r"(?:agree[ds]|concur(?:red|s)?|decided)\s(?:to|on|that|with)|opted"
    r"|settled\s(?:on|for)|plumped\sfor|went\s(?:for|with)(?=\s(?:the|[a-z£\d]))|came\sdown\s(?:in\sfavou?r|on)|chose\sto"
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
    r"|awarded\sto|signed\soff(?!\sby\s)|voted\sdown|ruled\s(?:out|against)|not\sentertained)"
)


# each way to tell a verdict: the group it is looked for with, cues of which all that it
# finds holds one, as `CueGroups` takes them, and its pattern; WHO is any body of a list
_WAYS = (
    # "The trustees opted for gas", "Everyone was happy for Ada to buy a lamp"
    (
        "settles",
        (
            *(" agreed", " agrees", " concur", " decided", " opted", " settled"),
            *(" plumped", " went ", " came ", " chose ", " voted", " sanctioned"),
            *(" upheld", "affirmed", " turned", " threw", " signed", " waived"),
            *(" recommends", " resolves", " gave", " give", " happy", " content"),
            *(" willing", " minded", "favo", " support"),
        ),
        rf"""\b(?:WHO)(?<!both(?=\sagreed))\s{_ADVERB}(?:{_SETTLES}|{_GIVES}
            |(?:(?:was|were)\s)?{_ADVERB}(?:{_WILLS}|{_FAVOURS}))\b""",
    ),
    # "VOTE: 5-0 in favour of the fence"
    (
        "answers",
        ("favo", "support"),
        rf"""^\W{{0,4}}votes?d?\W{{0,3}}(?:\d{{1,3}}\s?[–-]\s?\d{{1,3}}\s|all\s)?
            {_FAVOURS}\b""",
    ),
    # "The consensus was to wait", "It was the view of the meeting that"
    (
        "wills",
        ("consensus", "feeling", "view ", "will ", "wish "),
        r"""\b(?:consensus|general\sfeeling|(?:view|will|wish)\sof\sthe\s(?:WHO))\s
            (?:(?:was|is)\s)?(?:to|that|for)\b""",
    ),
    # "The SG agreed to wait", "All agree on this"
    (
        "agrees",
        (" agreed ", " decided "),
        r"\bthe\s(?-i:[A-Z]{2,5})\s(?:agreed|decided)\s(?:to|on|that)\b",
    ),
    (
        "answers",
        ("agree", "concur", "supportive"),
        r"^\W{0,4}(?:all|everyone|members)\s(?:agree|concur|supportive)\b",
    ),
    # "All those present agree we will", "All members support this suggestion"
    (
        "answers",
        ("agree", "concur", "support"),
        rf"""^\W{{0,4}}(?:all(?:\sof)?(?:\sthe|\sthose)?(?:\smembers|\sgovernors|\strustees
            |\scouncillors|\sdirectors)?(?:\spresent)?|everyone(?:\spresent)?|those\spresent)
            \s{_ADVERB}(?:agrees?|concurs?|support\sth(?:is|at|e))\b""",
    ),
    # "There was full support for the bid", "Nobody objected to the change"
    (
        "shows",
        (" support", " agreement", " consent", " approval"),
        r"""\bthere\swas\s(?:unanimous|general|full|broad|universal)\s
            (?:support|agreement|consent|approval)\b""",
    ),
    (
        "shows",
        (" objected", " dissented", " voted"),
        r"\b(?:nobody|no-?\s?one|none)\s(?:objected|dissented|voted\sagainst)\b",
    ),
    # "Leave to speak was granted", "The by-law was read a third time"
    (
        "grants",
        (" given", " granted"),
        r"\b(?:power|authority|leave)\s(?:\w{1,12}\s){0,3}was\s(?:given|granted)\b",
    ),
    (
        "grants",
        (" given",),
        r"\b(?:first|second|third)\sreadings?\s(?:(?:was|were)\s)?given\b",
    ),
    (
        "grants",
        (" reading", "read "),
        r"""\b(?:given\s(?:its\s)?(?:first|second|third)\sreading
            |read\sa\s(?:first|second|third)\stime)\b""",
    ),
    # "Object to the application", as an answer on plans
    (
        "answers",
        ("object", "support"),
        r"""^\W{0,3}(?:strongly\s)?(?:object|support)\s
            (?:to\sth|th(?:e|is)\sapplication|subject\sto)""",
    ),
    # "By common consent the fee is £4", "passed nem con"
    (
        "shows",
        (" consent", " agreement", " acclaim", " acclamation"),
        r"\bby\s(?:common|general|mutual)\s(?:consent|agreement|acclaim|acclamation)\b",
    ),
    (
        "shows",
        ("nem", " consensus", " acclamation"),
        r"\bnem\.?\s?con\b | \bby\s(?:consensus|acclamation)\b",
    ),
    # "It was unanimous that the gate be mended", "plans met the Council's approval"
    (
        "shows",
        (" unanimous", " approval"),
        r"""\bit\swas\sunanimous\sthat\b
            | \bmet\s(?:with\s)?the\s(?:WHO)(?:['’]s?)?\sapproval\b""",
    ),
    # "The Board took assurance from the report"
    (
        "assures",
        (" assurance",),
        rf"""\b(?:WHO)\s{_ADVERB}(?:took|gained|drew)\s(?:\w{{1,14}}\s)?assurance\s
            (?:from|that|on)\b""",
    ),
    # "The amendment fell", "The motion did not find a seconder"
    (
        "falls",
        (" fell", " falls", " died", " dies", " lapse"),
        r"""\b(?:motion|amendment|proposal|resolution|it)\s
            (?:fell|falls|died|dies|lapse[sd])(?=\W*$|\s(?:for|as|since)\b)""",
    ),
    ("falls", (" takers",), r"\bno\stakers\W{0,3}$"),
    # "There was no support for this", "Her idea found no favour", "We said no"
    (
        "shows",
        (" support", " appetite", " majority"),
        r"\bthere\swas\s(?:no|little)\s(?:support|appetite|majority)\sfor\b",
    ),
    ("refuses", REFUSAL_CUES, REFUSAL),
    (
        "says-no",
        (" said ", " say "),
        rf"\b(?:WHO)\s{_ADVERB}(?:said|(?:had|have)\sto\ssay|voted\sto\ssay)\sno\b",
    ),
    # "Letter from the owners: read and filed", "The report was placed on file"
    (
        "files",
        ("file",),
        r"""(?:^|[:–-]\s|\b(?:was|were|be)\s)(?:(?:read|received)\s(?:and|&)\s)?
            (?:filed|placed\son\sfile)\W*$""",
    ),
    # "Head's report received.", "Budget monitoring sheet received for information"
    (
        "files",
        (" received",),
        r"""^\W{0,3}(?:[\w’'&,()/-]{1,20}\s){0,8}(?:reports?|minutes|accounts?|statements?|sheets?
            |updates?|notes|figures|correspondence|budget)\sreceived
            (?:\s(?:and\snoted|for\sinformation|with\sthanks))?\W{0,3}$""",
    ),
    # "The offer of two trees was taken up", "Ada Bell was picked for the summer"
    (
        "takes",
        (" taken ",),
        rf"""\b(?:offer|invitation|suggestion|proposal)s?\b[^.;]{{0,80}}\s(?:was|were)\s
            {_ADVERB}taken\sup\b""",
    ),
    (
        "takes",
        (" picked", " chosen", " selected"),
        rf"""^\W{{0,3}}(?:(?-i:[A-Z])[\w’'&.-]{{1,20}}(?:,|\sand|\s&)?\s){{1,6}}(?:(?:was|were)\s)
            {_ADVERB}(?:picked|chosen|selected)\s(?:for|as|to|on|without|unopposed)\b
            |^\W{{0,3}}(?:all|both)\s(?:\w{{3,6}}\s)?were\s{_ADVERB}(?:picked|chosen)\b""",
    ),
    # "The panel talked of a raffle, decided against"
    (
        "says-no",
        (" against",),
        r"\b(?:WHO)\b[^.;:]{3,90},\s(?:and\s|but\s)?decided\sagainst\b",
    ),
    # "The election was put off to May", "Debate of the fee was put over until autumn"
    (
        "puts-down",
        (" off ", " over ", " back "),
        rf"""\b(?:items?|discussion|debate|election|matters?|question|decision|application|hearing
            |vote|motion|consideration|review)\b[^.;]{{0,80}}\s(?:was|were)\s{_ADVERB}
            (?:put\s(?:off|over|back)|passed\sover)\s(?:to|until|till|for\s(?:now|the))\b""",
    ),
    # "6 for green and 2 for red, so green it is."
    (
        "shows",
        (" is.",),
        r"\b(?:so|the\s(?:first|second|third|former|latter))\s(?:[^.;,]{0,40}\s)?it\sis\.\W{0,2}$",
    ),
    # "Members felt it was not for them and left it with the Director"
    (
        "goes",
        (" left",),
        r"""\b(?:WHO)\b[^.;]{0,100}?\sleft\s(?:it|this|that|them|the\s(?:matter|decision))\s
            (?:to|with|in\sthe\shands\sof)\s(?-i:the\s[A-Za-z]|[A-Z])""",
    ),
    # "The Panel advised the Department to ask for another survey"
    (
        "advises",
        (" advised",),
        r"""\bthe\s(?:(?-i:[A-Z])\S{1,20}\s){0,4}(?:sub-?)?(?:panel|committee|forum|board|group|council)\s
            (?:\w{3,12}ly\s)?advised\s(?:that\s)?(?-i:(?:the\s)?[A-Z])[\w’'&]{1,20}
            (?:\s(?:of\s|and\s)?(?-i:[A-Z])[\w’'&]{1,20}){0,5}\sto\s(?-i:[a-z])""",
    ),
    # "Rent arrears of £240 were written off"
    (
        "puts-down",
        (" written ",),
        rf"""\b(?:arrears|debts?|balances?|invoices?|amounts?|loans?|sums?|losses|[£$€][\d,.]{{1,12}})\b
            [^.;]{{0,80}}\b(?:was|were|be)\s{_ADVERB}written\soff\b""",
    ),
    # "Decision left to the Clerk with the Chair"
    (
        "goes",
        (" left",),
        r"^\W{0,4}(?:the\s)?(?:final\s)?decision\s(?:was\s)?left\s(?:to|with)\s",
    ),
    # "It goes to the full Council to decide"
    (
        "goes",
        (" full ",),
        r"""\b(?:goes|to\sgo|will\sgo)\s(?:back\s)?(?:to|before)\s(?:the\s)?full\s
            (?:\w+\s){0,2}(?:council|board|committee)\b""",
    ),
    # "22 Elm Road (shed) was denied", "After debate the appeal was denied"
    (
        "refuses",
        (" denied",),
        rf"""(?:\b(?:appeal|application|request|permit|waiver|variance|petition|claim|bid
            |proposal)s?\b|^\W{{0,3}}(?:no\.?\s)?\d{{1,5}}\s\w|\))[^.;()]{{0,60}}\s(?:was|were)\s
            {_ADVERB}denied\b(?!\s(?:by|access|entry|any|that|all)\b)""",
    ),
    # "The annual meeting was set for 3 June", "Hunting hours were fixed for"
    (
        "puts-down",
        (" set for", " fixed for"),
        rf"""^(?!.{{0,60}}\bnext\b).{{0,60}}\b(?:(?:meeting|agm|hours|visit|inspection|hearing|workshop|retreat|date)s?\s(?:[^.;]{{1,40}}\s)?
            (?:was|were)\s{_ADVERB}|dates?\s)(?:set|fixed)\sfor\b""",
    ),
    # "Signatories: Jo to come off and Tom to go on, all in favour."
    (
        "shows",
        ("favo",),
        r"""^(?!.{0,200}\b(?:propos|second|mov|nominat))[^.;]{3,200},\s(?:all|everyone)\s
            (?:were\s|was\s)?in\sfavou?r\W{0,3}$""",
    ),
    # "The Board acknowledged receipt of the plan"
    ("assures", (" receipt",), rf"\b(?:WHO)\s{_ADVERB}acknowledged\sreceipt\sof\b"),
    # "There being no more to do, the meeting adjourned, on motion, at 9:40"
    ("shows", (" motion",), r"\bmeeting\s(?:was\s)?adjourned,?\son\s(?:a\s)?motion\b"),
    # "Standing Order 5 was suspended so that the warden could speak"
    (
        "puts-down",
        (" suspended",),
        rf"""\bstanding\sorders?\b[^.;]{{0,30}}\s(?:was|were)\s{_ADVERB}suspended\b""",
    ),
    # "The Chairman named Ada and Tom to the Plan Committee", "Ada was seated for Tom"
    (
        "seats",
        (" named ", " seated "),
        r"""\snamed\s(?-i:[A-Z])[^.;]{2,60}\sto\sthe\s(?-i:[A-Z])[^.;]{0,40}\b
            (?:committee|board|panel|commission|group)\b
            |^\W{0,3}(?-i:[A-Z])[^.;]{2,60}\s(?:was|were)\sseated\s(?:as\s|for\s|in\splace\sof\s)""",
    ),
    (
        "falls",
        (" fell", " carries", " passes", " through", " seconder", " approval"),
        r"""\b(?:motion|amendment|proposal|resolution)\s(?:fell|carries|passes
            |went\sthrough|(?:did\snot|failed\sto)\s(?:find|get|receive)\sa\sseconder
            |(?:found|had|received|got)\sno\sseconder|met\swith\sapproval)\b""",
    ),
    # "An amendment by Jo that it be let found no seconder"
    (
        "fails",
        (" no ", " want ", " lack "),
        r"""^\W{0,4}(?:an?|the|this|his|her|cllr|councillor|mr|mrs
            |[\w.-]{1,20}[’']s)\s[^.;]{3,200}\b
            (?:(?:found|had|received|got|attracted)\sno\s(?:seconder|second\b|support\b)
            |(?:fell|fail(?:ed|s)|lapse[ds]|die[ds])\sfor\s(?:want|lack)\sof\sa
            \ssecond(?:er)?)""",
    ),
    # "His appeal was turned down"
    (
        "puts-down",
        (
            *(" sanctioned", " upheld", "affirmed", " waived", " turned", " thrown"),
            *(
                " signed",
                " rescinded",
                " dissolved",
                " disbanded",
                " parked",
                " shelved",
            ),
            *(" postponed", " rescheduled", " fixed", " set ", " awarded", " voted"),
            *(" ruled", " entertained"),
        ),
        rf"""^(?!.{{0,200}}\b(?:which|who|that|when)\b)[^.;]{{3,160}}\b
            (?:was|were)\s{_ADVERB}{_PUT_DOWN}\b""",
    ),
)


def _cues_by_group() -> dict[str, tuple[str, ...]]:
    """Return the cues of each group of ways, those of all its ways together."""
    groups: dict[str, tuple[str, ...]] = {}
    for group, cues, _ in _WAYS:
        groups[group] = (*groups.get(group, ()), *cues)
    return groups


VERDICT_CUES = _cues_by_group()


@cache
def _ways() -> tuple[tuple[str, str], ...]:
    """Return each way's group and pattern; who may settle a thing is in a word list."""
    bodies = (
        x["words"] for x in read_rows("decision_words.tsv") if x["kind"] == "body"
    )
    who = "|".join(sorted({y for x in bodies for y in x.split()}, reverse=True))
    return tuple((group, pack(x).replace("WHO", who)) for group, _, x in _WAYS)


@cache
def _verdict() -> re.Pattern[str]:
    """Return the pattern of all ways."""
    return re.compile("|".join(x for _, x in _ways()), re.IGNORECASE)


@cache
def _by_group() -> dict[str, FoldedPattern]:
    """Return the pattern of each group, as one that soon tells whether it finds any."""
    patterns: dict[str, list[str]] = {}
    for group, pattern in _ways():
        patterns.setdefault(group, []).append(pattern)
    return {x: FoldedPattern.of("|".join(y)) for x, y in patterns.items()}


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
    return holds_any(words, _POST_CUES) and _TAKES_POST.match(sentence) is not None


def find_verdict(
    sentence: str, words: str, held: frozenset[str]
) -> re.Match[str] | None:
    """Return where a sentence, known in small letters too, tells what was settled.

    `held` are the groups of cues that stand in it.

    >>> say, held = "The trustees opted for gas.", frozenset({"settles"})
    >>> find_verdict(say, say.lower(), held)[0]
    'trustees opted'
    """
    for group, pattern in _by_group().items():
        if group in held and pattern.finds(sentence, words):
            return _verdict().search(sentence)
    return None
