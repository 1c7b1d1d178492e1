"""Finds tasks given in set phrases: consent, hand-overs, orders, contractions.

What these phrases say is sure by their grammar, so that no weights are asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from minutebook.assemble.doers import MARKED, PLAIN, POSTS
from minutebook.assemble.numbered import read_parts
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import (
    AGENTS,
    Found,
    is_listed,
    is_nobody,
)
from minutebook.grammar.leaps import fork
from minutebook.grammar.paragraphs import Paragraph, Sentence
from minutebook.grammar.postwords import is_of_kind

_KNOWN = ("listed", "known", "post")
# "City Attorney", "Director City Assets", "Superintendent of Works": any post
_OFFICE = r"[A-Z][\w’'&-]{1,20}(?:\s(?:of\s|for\s|and\s)?[A-Z][\w’'&-]{1,20}){1,4}"
_ANYBODY = rf"(?:{POSTS}(?!\s[A-Z])|{_OFFICE}|{PLAIN}|{MARKED})"
_SOMEBODY = (
    rf"(?:the\s)?(?P<who>(?:{POSTS}|{PLAIN}|{MARKED})"
    rf"(?:\s?(?:,|&|/|and)\s?(?:the\s)?(?:{POSTS}|{PLAIN}|{MARKED})){{0,3}})"
)
_WHOEVER = rf"(?:the\s)?(?P<who>{_ANYBODY}(?:\s(?:&|and)\s(?:the\s)?{_ANYBODY}){{0,2}})"
_REPLY = (
    r"(?:(?:a|an|the|further|full|written|early|his|her|their|verbal|detailed|formal)\s){0,3}"
    r"(?:repl(?:y|ies)|responses?|answers?|reports?|investigation|attention|action|re-?wording"
    r"|re-?drafting|amendment|revision|follow[- ]?up|advice|costings?|completion|review"
    r"|updates?|quotations?|estimates?|list|copy|note|briefing|breakdown)"
)
_DID = r"[a-z]{1,20}(?:ed|en|ught|ade|ent|ut|ung|one)"


_DECIDING = (
    *("agreed that", "Agreed that", "AGREED that", "decided that", "resolved that"),
    *("Resolved that", "RESOLVED that", "suggested that", "proposed that"),
    *("requested that", "recommended that"),
)


class _Phrase(NamedTuple):
    """A way to give a task, and the words that betray it, each from its edge on."""

    cues: tuple[str, ...]
    pattern: re.Pattern[str]


_PHRASES = (
    # "all agreed to the Clerk ordering a lamp", "no objection to Tom Holt mowing it"
    _Phrase(
        (
            *("agreed to", "agrees to", "agreement to", "agreed with", "consent"),
            *("assented", "objection to", "objection with", "content with"),
            *("happy with", "favour of", "favor of"),
        ),
        re.compile(
            r"\b(?:agree(?:d|s|ment)|consent(?:ed|s)?|assent(?:ed)?|objections?|content"
            r"|happy|favou?r)\s(?:to|with|of)\s"
            rf"{_SOMEBODY}(?:[’']s)?\s(?P<going>[a-z]{{3,16}}ing)\b"
        ),
    ),
    # "the Trust asked for the field; Mr Holt agreed to this request."
    _Phrase(
        ("agreed to", "consented to", "undertook to", "offered to"),
        re.compile(
            rf"{_SOMEBODY}\s(?:(?:has|had|have|both|also|kindly)\s){{0,2}}"
            r"(?:(?:agreed|consented|undertook|offered)\sto\s"
            r"(?:(?:do|try|arrange|pursue|action|organi[sz]e)\s)?"
            r"(?:this|that|it|so|the|these)(?:\s(?:requests?|suggestions?))?)\s?\.?$"
        ),
    ),
    # "to be passed on to Tom Holt", "it be left with the Clerk to chase"
    _Phrase(
        (
            *("passed", "Passed", "handed", "turned over", "assigned", "Assigned"),
            *("allocated", "Allocated", "entrusted", "referred", "left with"),
            "Left with",
        ),
        re.compile(
            r"(?:(?:\b[Tt]o|\b[Ww]ill|\bwould|\bshould|\bmatter|\bit|\bthis|\bThis)\sbe\s"
            r"(?:passed(?:\s(?:on|over))?|(?:handed|turned)(?:\s(?:on|over))?|assigned|allocated"
            r"|left(?=\swith)|entrusted|referred)"
            r"|\b(?:was|were|is|are|been)\s(?:assigned|allocated|entrusted|turned\sover"
            r"|left(?=\swith))"
            r"|(?:^|[.;:]\s)(?:Left(?=\swith)|Passed|Allocated|Assigned))"
            rf"\s(?:to|with)\s{_SOMEBODY}(?![\w’'])"
        ),
    ),
    # "refer the matter to the Traffic Engineer for report back"
    _Phrase(
        (
            *("refer", "Refer", "returned", "remit", "Remit", "forward"),
            *("passed to", "Passed to"),
        ),
        re.compile(
            r"\b(?:[Rr]efer(?:red)?|(?:was|were|be|is)\sreturned|[Rr]emit(?:ted)?"
            r"|(?:to|be|was|were)\sforward(?:ed)?|[Pp]assed)\s(?:[\w’'-]{1,20}\s){0,8}?"
            rf"(?:back\s|on\s)?to\s{_WHOEVER}\s(?:for|with\sa\srequest\sfor)\s{_REPLY}\b"
        ),
    ),
    # "Mr Holt promised a written reply", "The Director took the question on notice"
    _Phrase(
        ("promised", "undertook", "offered", "on notice"),
        re.compile(
            rf"(?:^|[.;,]\s)(?:The\s)?{_WHOEVER}\s(?:has\s|have\s|also\s|kindly\s|will\s){{0,2}}"
            rf"(?:(?:promised|undertook|offered)\s{_REPLY}"
            r"|(?:took|takes?)\s(?:(?:the|this|that|his|her|their|both)\s)?"
            r"(?:(?:question|matter|quer(?:y|ies)|request|enquiry|issue)s?\s)?on\snotice)\b"
        ),
    ),
    # "Mr Holt was asked for a breakdown of it"
    _Phrase(
        ("asked for", "requested for"),
        re.compile(
            rf"(?:^|[.;,]\s)(?:The\s)?{_WHOEVER}\s(?:was|were)\s(?:also\s)?asked\sfor\s"
            rf"(?:(?:some|more|monthly)\s)?(?:{_REPLY}|figures|details)\b"
        ),
    ),
    # "It was left to the Clerk to settle", "left to the Chair, after a vote, to sign"
    _Phrase(
        ("left to",),
        re.compile(
            rf"\b(?:was|were|be|is|been)\sleft\sto\s{_WHOEVER}(?:,[^,.;]{{3,60}},)?"
            r"\sto\s(?!be\b)[a-z]{2,16}\b"
        ),
    ),
    # "All trustees to finish it", "everyone to ask two shops"
    _Phrase(
        (
            *("everyone to", "Everyone to", "everybody to", "Everybody to", "All "),
            "all ",
        ),
        re.compile(
            r"(?:^|[.;:–-]\s)(?P<asked>)(?P<who>(?i:every(?:one|body))|[Aa]ll\s(?:[a-z]{3,12}\s)?"
            r"[A-Za-z][a-z]{3,14}(?:s|men|staff))\s(?:please\s)?to\s(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "Jo offered to be in charge of teas", "TH will be responsible for the stall"
    _Phrase(
        ("be in charge of", "be responsible for", "take charge of"),
        re.compile(
            rf"(?:^|[.;,:–-]\s){_WHOEVER}\s(?:has\s|have\s|also\s|kindly\s){{0,3}}"
            r"(?:(?:offered|agreed|volunteered|undertook)\sto|will|would|is\sto|are\sto)\s"
            r"(?:now\s|again\s)?(?:be\s(?:in\scharge\sof|responsible\sfor)|take\scharge\sof)\b"
        ),
    ),
    # "Tom and Jo still to have a word with the builder"
    _Phrase(
        ("have a", "have the"),
        re.compile(
            rf"(?:^|[.;:–-]\s){_WHOEVER}\s(?:is\s|are\s|still\s|also\s|both\s){{0,2}}"
            r"(?:to|will)\shave\s(?:a|an|another|further|the)\s(?:[a-z]{3,12}\s)?"
            r"(?:discussions?|word|chat|meeting|look|think|talk|conversation)\b"
        ),
    ),
    # "that the Principal be directed to draft a policy", "Clerk to be asked to write",
    # "The Rights of Way Committee was tasked to walk it"
    _Phrase(
        (
            *("be asked", "be requested", "be instructed", "be directed", "be invited"),
            *("was asked", "were asked", "was requested", "was instructed"),
            *("was directed", "was tasked", "were requested", "were tasked"),
            "be tasked",
        ),
        re.compile(
            rf"(?:\b[Tt]hat\s|(?:^|[.;,]\s)(?:The\s)?){_WHOEVER}\s"
            r"(?:be|was|were|(?:(?<=lerk\s)|(?<=etary\s)|(?<=surer\s)|(?<=ficer\s))"
            r"(?:to|should|will|would)\sbe)\s(?:also\s)?"
            r"(?P<asked>asked|requested|instructed|directed|tasked|(?<=be\s)invited)"
            r"\sto\s(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "Resolved that staff cost it and that officers report back"
    _Phrase(
        (
            *("that staff", "that officers", "that the administration"),
            *("That staff", "That officers", "That Officers", "that Officers"),
        ),
        re.compile(
            r"^\W{0,4}(?:\w{1,3}[.)]\s)?(?:It\swas\s(?=agreed|resolved|moved))?"
            r"(?:[Rr]esolved|RESOLVED|[Mm]otion|MOTION|[Mm]oved|MOVED|[Aa]greed|AGREED|(?=[Tt]hat\s))"
            r"[^;]{0,160}?\b[Tt]hat\s(?P<asked>)(?P<who>(?:the\s)?(?:[Ss]taff|[Oo]fficers"
            r"|[Aa]dministration))\s(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "Council directed staff to cost it", "Members asked officers to report back"
    _Phrase(
        ("staff to", "officers to", "administration to", "management to"),
        re.compile(
            r"\b(?:directed|instructed|asked|requested|tasked|directs|DIRECTED)\s(?:that\s)?"
            r"(?P<who>(?:the\s)?(?:[A-Z][a-z]{2,12}\s)?(?:[Ss]taff|[Oo]fficers|[Aa]dministration"
            r"|[Mm]anagement))\sto\s(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "The Clerk, in consultation with the Chair, to finish the letter"
    _Phrase(
        ("in consultation with", "in liaison with", "in conjunction with"),
        re.compile(
            rf"(?:^|[.;:–-]\s|that\s)(?:The\s)?{_WHOEVER},?\s"
            r"in\s(?:consultation|liaison|conjunction)\swith\s[^.;]{3,50}?,?\s"
            r"(?:to|will|would|is\sto|agreed\sto)\s(?!be\b)(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "Jo agreed she'd mow it", "Tom said he'll ring them"
    _Phrase(
        (
            *("he’d ", "he'd ", "she’d ", "she'd ", "they’d ", "they'd "),
            *("he’ll ", "he'll ", "she’ll ", "she'll ", "they’ll ", "they'll "),
        ),
        re.compile(
            rf"{_WHOEVER}\s(?:has\s|have\s|kindly\s|also\s){{0,2}}"
            r"(?:agreed|said|offered|confirmed|promised|volunteered)\s(?:that\s)?"
            r"(?:he|she|they)[’'](?:d|ll)\s(?:also\s|then\s|gladly\s)?"
            r"(?!be\b|have\b(?!\sa\s)|been\b|like\b|not\b)(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "Tom still to do the costing"
    _Phrase(
        ("still to ",),
        re.compile(
            rf"(?:^|[.;:–-]\s){_WHOEVER}\s(?:is\s|are\s|has\s|have\s)?still\sto\s"
            r"(?!be\b|have\b)(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "It was agreed for Tom Holt to hold a film night"
    _Phrase(
        (
            *("agreed for", "Agreed for", "resolved for", "Resolved for"),
            *("decided for", "Decided for", "arranged for", "Arranged for"),
        ),
        re.compile(
            r"\b(?:[Aa]greed|[Rr]esolved|[Dd]ecided|[Aa]rranged)\sfor\s"
            rf"{_WHOEVER}\sto\s(?:now\s|also\s)?(?P<verb>[a-z]{{2,16}})\b"
        ),
    ),
    # "remitted to the Director to conclude terms", "delegated to the Clerk to submit"
    _Phrase(
        ("remit", "Remit", "delegat", "Delegat", "referred to", "Referred to"),
        re.compile(
            r"\b(?:[Rr]emit(?:ted|s)?|[Dd]elegated?|[Rr]eferred)\sto\s"
            rf"{_WHOEVER}\sto\s(?P<verb>[a-z]{{2,16}})\b"
        ),
    ),
    # "Tom Holt takes responsibility for the keys", "was given the task of painting it"
    _Phrase(
        (
            *("task", "job", "responsib", "charge of", "himself to", "herself to"),
            *("themself to", "themselves to"),
        ),
        re.compile(
            rf"{_SOMEBODY}\s(?:(?:will|to|would|has|have|also)\s){{0,2}}"
            r"(?:(?:takes?|took|taken|accept(?:s|ed)?|assume[sd]?)\s(?:on\s)?(?:the\s)?"
            r"(?:responsibility\s(?:for|of|to)|charge\sof(?!\s(?:the\s)?(?:meeting|proceedings|chair|item))|(?:job|task)\s(?:of|to)"
            r"|it\s(?:up)?on\s(?:him|her|them)sel(?:f|ves)\sto)"
            r"|(?:(?:was|were|is|are|been)\s)?(?:given|assigned|allocated)\s(?:the\s)?"
            r"(?:task|job|responsibility|action)\s(?:of|to|for))\s"
        ),
    ),
    # "Ann Bell and Tom Holt were appointed to audit the accounts"
    _Phrase(
        (
            *("appointed to", "nominated to", "deputed to", "delegated to"),
            *("chosen to", "assigned to", "detailed to", "designated to"),
        ),
        re.compile(
            rf"(?:^|[.;:,–-]\s|that\s|^[A-Z][a-z]{{3,12}}s\s){_SOMEBODY}\s(?:was|were|be|is|are|has\sbeen|have\sbeen)\s"
            r"(?:appointed|nominated|deputed|delegated|chosen|assigned|detailed|designated)\sto\s"
            r"(?!(?:act|represent|serve|join|attend\s(?:the\s)?meetings)\b)(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "the job of painting it was given to Tom Holt"
    _Phrase(
        ("given to", "assigned to", "allocated to", "fell to"),
        re.compile(
            r"\b(?:task|job|responsibility|action|work)\s(?:of|for|to)\s[^.;]{3,90}?\s"
            rf"(?:(?:was|were|is|be|been)\s)?(?:given|assigned|allocated|fell)\sto\s{_SOMEBODY}"
        ),
    ),
    # "Tom Holt please ring the school", "Could Jo ring the school please?"
    _Phrase(
        ("please", "Please", "kindly"),
        re.compile(
            r"(?:(?:^|[.:;–-]\s)(?!(?:Can|Could|Would|Will)\s)"
            rf"{_SOMEBODY.replace('?P<who>', '?P<called>')}"
            r"(?:,|\sto)?\s(?:please|kindly)\s(?P<does>[a-z]{2,16})\b"
            rf"|\b(?:[Cc]an|[Cc]ould|[Ww]ould|[Ww]ill)\s{_SOMEBODY}\s"
            r"(?:(?:please|kindly)\s(?P<kindly>[a-z]{2,16})\b"
            r"|(?P<verb>[a-z]{2,16})\s[^.?!]{0,120}\bplease\b))"
        ),
    ),
    # "Please can all members return the form", "Could everyone check the rota?"
    _Phrase(
        (
            *("can all ", "could all ", "would all ", "can every", "could every"),
            *("Can all ", "Could all ", "Would all ", "Can every", "Could every"),
        ),
        re.compile(
            r"\b(?:[Cc]an|[Cc]ould|[Ww]ould)\s(?P<asked>)(?P<who>every(?:one|body)"
            r"|all\s(?:[a-z]{3,12}\s)?(?:members|governors|trustees|councillors|reps))\s"
            r"(?:please\s|kindly\s)?(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "Jo is going to draft a leaflet", "Tom needs to send in the receipts"
    _Phrase(
        ("is going to", "are going to", "needs to", "need to"),
        re.compile(
            rf"(?:^|[.;:–-]\s)(?P<who>(?:{PLAIN}|{MARKED})"
            rf"(?:\s(?:&|and)\s(?:{PLAIN}|{MARKED}))?)\s"
            r"(?:(?:is|are)\sgoing|needs?)\sto\s(?!be\b)(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "Tom's to ring the school", "Jo'll ring the school"
    _Phrase(
        ("s to", "s going", "ll"),  # what stands behind an apostrophe
        re.compile(
            rf"(?<![\w’'-]){_SOMEBODY}[’'](?:s\s(?:going\s)?to|ll)\s(?:also\s|then\s)?"
            r"(?!be\b|have\b|not\b|need\b)(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "the lamp needs checking by Tom Holt"
    _Phrase(
        ("need", "require"),
        re.compile(
            r"\b(?:needs?|requires?|require)\s(?:[a-z]{2,12}\s)?"
            rf"[a-z]{{3,14}}(?:ion|ing|ment|al)\sby\s{_SOMEBODY}"
        ),
    ),
    # "To be actioned by the Clerk", "agreed that the sign be put up by Tom Holt"
    _Phrase(
        ("To be", "That ", *_DECIDING),
        re.compile(
            rf"(?:^[^\w]{{0,4}}To\sbe\s|^[^A-Z]{{0,6}}That\s[^.;:]{{3,90}}?\sbe\s|\b(?:agreed|resolved|RESOLVED|AGREED|Agreed|Resolved"
            r"|suggested|proposed|requested|recommended)\sthat\s[^.;:]{3,90}?\sbe\s)"
            rf"(?:[a-z]{{2,12}}ly\s)?(?!(?:proposed|seconded|received|signed|approved|accepted|read|held|chaired)\b){_DID}"
            rf"(?:\s[\w’'-]{{1,20}}\.?){{0,4}}?\sby\s{_SOMEBODY}"
        ),
    ),
    # "agreed that TH request a map", "proposed that the Clerk writes to the county"
    _Phrase(
        ("asked that", *_DECIDING),
        re.compile(
            r"\b(?:agreed|resolved|RESOLVED|AGREED|Agreed|Resolved|suggested|proposed"
            r"|requested|recommended|asked|decided)\sthat\s"
            rf"{_SOMEBODY}\s(?:also\s)?(?!was\b|is\b|has\b)(?:(?P<verb>[a-z]{{2,16}}?)s?"
            r"|(?P<does>appl|repl|notif|clarif|suppl|cop)ies)(?:\s(?!(?:that|of|was|is|by)\b)|[.,;])"
        ),
    ),
    # "given to JM who would also find soil"
    _Phrase(
        ("who w",),
        re.compile(
            rf"{_SOMEBODY},?\swho\s(?:will|would)\s(?:also\s|then\s|now\s)?"
            r"(?!be\b|have\b|not\b)(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "Mrs Bell moved to direct the Clerk to advertise the post"
    _Phrase(
        (
            *("to direct", "to instruct", "to ask", "to request", "to have"),
            *("and direct", "and instruct", "and ask", "and request"),
        ),
        re.compile(
            r"\b(?:[Mm]oved|MOVED|[Mm]otion|MOTION|[Ss]econded|[Ss]upported|[Cc]onsensus)\b"
            r"[^;]{0,160}?\s(?:to|and)\s(?P<at>)(?:(?:direct|instruct|ask|request)"
            rf"\s{_WHOEVER}\sto|have\s{_SOMEBODY.replace('?P<who>', '?P<called>')})"
            r"\s(?!be\b)(?P<verb>[a-z]{2,16})\b"
        ),
    ),
    # "It was agreed to ask Tom Holt to paint the gate"
    _Phrase(
        ("to ask", "to get", "to request"),
        re.compile(
            r"\b(?:agreed|resolved|decided|AGREED|RESOLVED|Agreed|Resolved)\sto\s"
            rf"(?:ask|get|request)\s{_SOMEBODY}\s(?:to|if\s(?:he|she|they)\s(?:would|could))"
            r"\s(?!be\b)(?P<verb>[a-z]{2,16})\b"
        ),
    ),
)
# "Outcome: Ask the site managers to ring the county", "(b) to instruct the Treasurer
# to report": an order to have others act
_HAVE_ASKED = re.compile(
    r"(?:[•▪●*–-]\s{0,3}|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s{1,4})?"
    r"(?:[A-Z][A-Za-z]{3,14}:\s{1,3})?(?:(?:[Tt]o|TO)\s)?"
    r"(?:(?:Ask|Get|Remind|Tell|Urge|Arrange\sfor|ask|remind|urge)"
    r"|(?:[Rr]equest|[Rr]equire|[Ii]nstruct|INSTRUCT|[Dd]irect|[Mm]andate?|[Tt]ask|[Cc]harge)(?:s|e?d|ED)?)"
    r"\s(?P<who>(?:[Tt]he\s|[Oo]ur\s)?[\w’'&./-]{1,24}(?:\s[\w’'&./-]{1,24}){0,5}?)\sto\s"
    r"(?P<verb>[a-z]{2,16})\b"
)
_ORDERS = (
    *("Ask", "Request", "request", "Instruct", "instruct", "INSTRUCT", "Get", "Remind"),
    *("Tell", "Direct", "direct", "Urge", "Mandate", "mandate", "Arrange", "to ask "),
    *("Require", "require", "ask "),
    *("To ask ", "to remind ", "To remind ", "to urge ", "To urge "),
)
_MORE_VERBS = frozenset(
    {"bring", "have", "speak", "intimate", "continue", "proceed", "enter", "open"}
)
_CUT = re.compile(r"(?:[,;:–]|\s-)\s")
# "Finance Committee": how the name of a group ends
_GROUPS = ("committee", "sub-committee", "subcommittee", "panel", "party", "team")
_EVERYBODY = (
    *("everyone", "everybody", "members", "governors", "trustees", "councillors"),
    *("reps", "selectmen", "aldermen", "supervisors", "commissioners"),
)
_STAFF = ("staff", "officers", "administration", "management")
_MUCH = 40  # characters before a phrase that are a clause of their own
_NEAR = 24  # characters between the head of a clause and its phrase
_CUES = (*(x.cues for x in _PHRASES), _ORDERS)
_EVERY_CUE = sorted({y for x in _CUES for y in x}, reverse=True)
_BETRAYS = re.compile(rf"\W(?=({fork(_EVERY_CUE)}))")
# which phrases each betrays, also by the words that it begins with
_BETRAYED = {
    x: tuple(i for i, y in enumerate(_CUES) if x.startswith(y)) for x in _EVERY_CUE
}


def find_given(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield the sentences that give somebody a task in a set phrase."""
    for (start, end), phrases in _betrayed(text, paragraphs).items():
        at, names = _given_to(text[start:end], sorted(phrases), owners)
        if names:
            yield Found(start + at, end, names, "clause")


def _betrayed(text: str, paragraphs: list[Paragraph]) -> dict[Sentence, set[int]]:
    """Return the sentences that hold words of set phrases, and of which ones."""
    starts = [x.start for x in paragraphs]
    found: dict[Sentence, set[int]] = {}
    # behind a line break the first word of the text begins as any other
    for cue in _BETRAYS.finditer("\n" + text):
        place = cue.start()
        at = bisect_right(starts, place) - 1
        if at < 0 or place >= paragraphs[at].end or paragraphs[at].first.heading:
            continue
        sentences = [*read_parts(text, paragraphs[at].start, paragraphs[at].end)]
        among = bisect_right(sentences, place, key=lambda x: x.start) - 1
        phrases = found.setdefault(sentences[max(among, 0)], set())
        phrases.update(_BETRAYED[cue[1]])
    return found


def _clause_at(told: str, at: int) -> int:
    """Return where the clause of a phrase begins, if much stands before it.

    >>> told = "The new draft of the policy was nearly done, it needs checking by Tom"
    >>> told[_clause_at(told, told.index("needs")):]
    'it needs checking by Tom'
    """
    cuts = [x.end() for x in _CUT.finditer(told, 0, at)]
    if at <= _MUCH:
        return 0
    return cuts[-1] if cuts and at - cuts[-1] < _NEAR else 0


def _given_to(
    told: str, phrases: list[int], owners: Owners
) -> tuple[int, tuple[str, ...]]:
    """Return where the clause begins that gives somebody a task, and to whom."""
    for phrase in phrases:
        if phrase == len(_PHRASES):
            order = _HAVE_ASKED.match(told)
            verb = order["verb"] if order else ""
            does = verb in _MORE_VERBS or is_listed(verb)
            if order and does and _is_agent(order["who"], owners):
                return 0, owners.split(order["who"])
            continue
        for match in _PHRASES[phrase].pattern.finditer(told):
            names = _acting(match, owners)
            asked = "asked" in match.re.groupindex
            if names and all(
                _is_known(x, owners) or (asked and _is_group(x)) for x in names
            ):
                if "at" in match.re.groupindex and match.start("at") > _MUCH:
                    return match.start("at"), names
                return _clause_at(told, match.start()), names
    return 0, ()


def _is_known(name: str, owners: Owners) -> bool:
    """Say whether a name is of somebody here, or of a post told in capitals."""
    if owners.kind(name) in _KNOWN or name.split()[-1].lower() in _STAFF:
        return True
    words = [x for x in name.split() if x[0].isupper()]
    heads = (words[0].lower(), words[-1].lower()) if len(words) > 1 else ()
    return any(is_of_kind(x, "head") for x in heads)


def _is_group(name: str) -> bool:
    """Say whether a name ends as that of a group: "Finance Committee"."""
    last = name.split()[-1].lower()
    everybody = last in _EVERYBODY or (
        name.split()[0].lower() == "all" and AGENTS.search(name) is not None
    )
    return everybody or (" " in name and last in _GROUPS)


def _acting(match: re.Match[str], owners: Owners) -> tuple[str, ...]:
    """Return who acts in a phrase, if its verb tells what people do afterwards."""
    groups = match.groupdict()
    going = groups.get("going")
    verb = going or next(
        (groups[x] for x in ("verb", "does", "kindly") if groups.get(x)), None
    )
    if verb is not None and not (
        verb in _MORE_VERBS
        or is_listed(verb, going is not None)
        or is_listed(f"{verb}y")  # "applies"
    ):
        return ()
    who = groups.get("who") or groups.get("called") or ""
    names = owners.split(who)
    return () if any(is_nobody(x, owners) for x in names) else names


def _is_agent(who: str, owners: Owners) -> bool:
    """Say whether words name somebody who may act: a person, a post, a group."""
    if is_nobody(who, owners):
        return False
    words = who.removeprefix("the ").split()
    if words[0] in _STAFF and words[1:2] in (["in"], ["of"], ["at"], ["from"]):
        return True
    return AGENTS.search(who) is not None or all(
        owners.kind(x) in _KNOWN for x in owners.split(who)
    )
