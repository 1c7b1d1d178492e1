"""Finds the actions: labelled lines, marks in the margin, action columns, sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from minutebook.assemble.chances import Chances, find_told, judge_told
from minutebook.assemble.columns import find_in_tables
from minutebook.assemble.doers import ANOTHER, WHO
from minutebook.assemble.due import Deadlines
from minutebook.assemble.duties import soften
from minutebook.assemble.endings import find_in_endings
from minutebook.assemble.fields import find_in_fields
from minutebook.assemble.givings import find_given
from minutebook.assemble.homes import Homes
from minutebook.assemble.labels import LABELS, find_labelled
from minutebook.assemble.leadins import find_led_in
from minutebook.assemble.margins import find_in_margins
from minutebook.assemble.narrative import PROMISING, may_act
from minutebook.assemble.owners import Owners
from minutebook.assemble.recaps import drop_done, fold_recaps, is_in, same_task
from minutebook.assemble.slashed import find_in_slashed
from minutebook.assemble.summaries import find_in_summaries, find_leads
from minutebook.assemble.tasks import Found
from minutebook.certainty import certainty_of
from minutebook.grammar.names import UPPER
from minutebook.grammar.paragraphs import (
    Paragraph,
    find_paragraphs,
    find_sentences,
)
from minutebook.records import (
    Action,
    Attendee,
    Item,
    Mentions,
    Sections,
    SourceDocument,
)

# "and asked the Board to look": what whoever acts bids others do
_ASKING = re.compile(
    r"\b(?:and|but)\s{1,4}(?:also\s{1,4})?(?=(?:asked|requested|invited|reminded"
    rf"|urged|encouraged)\s{{1,4}}(?:that\s{{1,4}})?{WHO}\s{{1,4}}to\s{{1,4}}[a-z])"
)
# "and MH" before "and JM will": one of several who act together
_LISTED = re.compile(
    rf"(?:\band|[,;:])\s{{1,3}}(?:[{UPPER}][\w’'.-]{{0,20}}\s{{1,3}}){{1,2}}$"
)
# ". JM to ring the school", ", JM to supply it", "; JM: ring the school"
_NEXT = re.compile(
    rf"(?:(?P<stop>[.;])|,(?!\s+and\b))\s{{1,3}}(?={WHO}"
    r"(?:\s{1,3}(?:to|will)|(?(stop)(?::|\s[–-])|(?!)))\s{1,3}[a-z])"
)
# "JM to draft, ": a clause whose object the next one tells, so both are one task
_SHARED = re.compile(r"[\w’'./& -]{2,30}\s(?:to|will)\s[a-z-]{3,16},\s{1,3}")
# what people do in the meeting, or as members: "to take the chair", "will leave the"
_NO_TASK = re.compile(
    r"\b(?:to|will|would)\s+(?:take\s+(?:his|her|their|the)\s+(?:place|[Cc]hair)\b"
    r"|take\s+(?:[\w.’'-]+\s+){1,6}seat\b|take\s+away\s+(?:many|fond|good|happy)\b"
    r"|(?:serve|sit)\s+(?:as|a|on|another)\b|serve(?=[.;]|$)|act\s+as\b|chair\s+(?:the|this)\s+meeting\b"
    r"|take\s+(?:the\s+)?(?:minutes|notes)\b|remain\s+(?:in|as|on|a)\b|leave\s+the\s+(?:meeting|room|chamber)\b"
    r"|open\s+(?:the\s+meeting\s+)?(?:with|in)\s+(?:an?\s+)?(?:[a-z]+\s+)?prayers?\b|leave\s+(?:(?:at|by)\s+\d|for\s+(?:the\s+)?[Ii]tem\b)|need\s+to\s+leave\b|(?:not\s+take|take\s+no)\s+part\b"
    r"|(?:follow|succeed|replace|relieve)\s+(?:[A-Z][\w.’'-]*\s+){1,4}as\s|rather\b|succeed\b|extend\s+(?:sympathy|condolences)\b"
    r"|have\s+(?!a\b|the\b|to\b|it\b)(?:[a-z]+ly\s+)?[a-z]{1,20}(?:ed|en|one|ought|ade)\b"
    r"|(?:also\s+)?(?:be\s+)?(?:stand|stepp?)(?:ing)?\s+down\b|(?:be\s+)?(?:resign(?:ing)?|retir(?:e|ing))\b"
    r"|chair\s+(?:from|until|at)\b|(?:amount|come|equal)\s+to\s+[£$€\d]"
    r"|sign\s+(?:them|these|(?:the|those)\s+minutes)\s+(?:as|at|on)\b"
    r"|(?:carry\s+on|continue|stay\s+on)\s+(?:as|for\s+(?:a|one)|in\s+(?:post|office|the\s+role))\b)"
    r"|\bshould\s+(?:follow|succeed|replace)\s+(?:[A-Z][\w.’'-]*\s+){1,4}as\s"
    r"|\b(?:to|will|would)\s+(?:also\s+)?(?:take\s+(?:up\s+|on\s+|over\s+)?the\s+(?:post|title|office|position)\b"
    r"|(?:support|oppose|second|back)\s+(?:a|an|the|this|that|such)\s+(?:[a-z-]+\s+)?"
    r"(?:propos|motion|resolution|amendment|application|idea|view)"
    r"|(?:vote|abstain|object|continue\s+to\s+(?:attend|serve|be|chair|act|sit|represent))\b"
    r"|bring\s+forward\s+(?:the|an|this|that)\s+(?:agenda\s+)?item\b"
    r"|have\s+to\s)"
    # "That Ann Bell serve on the panel", "asked to have it recorded"
    r"|\b[Tt]hat\s+[^.;]{3,60}?\s(?:serve\s+(?:as|on|until|again)|form\s+(?:the|a)\s+(?:[\w-]+\s){1,3}(?i:group|committee|panel|party))\b"
    r"|(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )\basked\s+to\s+have\s"
    # "gave notice that he would raise it", "was asked to stand as Secretary"
    r"|\bgave\s+notice\s+that\b|\basked\s+to\s+stand\s+(?:as|for|again)\b"
    # what an agenda says of an item, what somebody thinks needless
    r"|\b(?:update|report|presentation|briefing|verbal)\s+(?:will|is\s+to)\s+be\s+(?:given|provided|presented|made)\s+by\b"
    r"|\bnot\s+(?:think|feel|believe|consider)\s+(?:that\s+)?(?:the|it|they|we|this)\b"
    # a body that agrees to pay decides; whoever is willing has not been asked
    r"|\b(?:Councillors|Members|Trustees|Governors)\s+(?:\w+ly\s+)?agreed\s+to\s+"
    r"(?:give|pay|donate|contribute|spend|grant)\b"
    r"|(?<!anyone )(?<!anybody )(?<!who )(?<!they )\b(?:is|was)\s+willing\s+to\b"
    r"|\bhappy\s+to\s+(?:do\s+(?:so|this|that|it)\b)"
    r"|\bauthori[sz]ed\s+to\b|\bgiven\s+(?:delegated\s+)?(?:authority|powers?)\b"
    r"|\b[Cc]hair\w*\s+signs?\s+(?:them|these|(?:the|those)\s+minutes)\b"
    r"|\bsigned\s+by\s+the\s+(?:[Cc]hair|[Mm]ayor|[Pp]resident)"
    # what somebody thinks, or would do in some case; what an offer costs
    r"|\bwould\s+(?:sooner|prefer|bear|welcome|favou?r|accept)\b"
    r"|\b(?:would|offered\s+to)\s[^.;]{2,80}?\sif\s(?:given|granted|allowed|awarded"
    r"|somebody|someone|(?:he|she|it|they)\swere)\b|\battended\s+to\b"
    r"|\boffered\s+to\s[^.;]{2,60}?\sfor\s[£$€]\d"
    # how often a body meets; who may do something
    r"|\bto\s+meet\s+(?:every|each|monthly|quarterly|(?:once|twice)\s+a)\b"
    r"|\bha(?:s|ve)\s+(?:delegated\s+)?(?:authority|discretion)\s+to\b"
    r"|\b[Mm]inutes?\s+(?:to\s+be|being)\s+taken\s+by\b"
    # a meeting that agrees to let others do something decides
    r"|\bagreed\s+to\s+(?:give|grant|allow)\s+[^.;]{2,40}\s(?:a\s+)?"
    r"(?:mandate|authority|permission|powers?|consent|dispensation)\b"
    r"|\b(?:was|were)\s+(?:proposed|nominated|elected|appointed|chosen)\s[^.;]{0,40}?to\s+(?:represent|serve)\b"
    # somebody is asked to say something there and then
    r"|\bask(?:ed)?\s+(?:[\w.’']{1,20}\s+){1,4}?to\s+(?:comment|introduce|explain\s+(?:his|her|their|why|what|how)"
    r"|make\s+(?:an?|any)\s+(?:\w+\s+)?(?:comment|statement|introduction)"
    r"|speak(?!\s+(?:to|with))|say\s)"
    r"|(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )\basked\s+to\s+"
    r"(?:see|know|hear|speak|say|join|leave|be)\b"
    r"|\breplace\s+(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b"
    r"|\b(?:was|were|is|are)\s+invited\s+to\s+(?:speak|introduce|comment|address|join"
    r"|present|give|take|leave|ask|put|explain|update|sit)\b"
)
# "to act as warden and will write": another clause still gives a task
_STILL = re.compile(
    r"\band\s(?:also\s)?(?:he\s|she\s|they\s)?"
    r"(?:will|would|(?:undertook|offered|agreed|promised)\sto)\s(?:also\s)?"
    r"(?!be\b|have\b|serve\b|chair\b)[a-z]{3,16}\b"
)
# who moves does not act: "Motion Bell to buy a mower", "second Holt to confirm"
_MOVES = re.compile(
    r"\b(?:[Mm]otion|[Mm]oved|[Ss]econd(?:ed)?)\s(?:by\s|from\s)?"
    r"(?P<who>(?:[A-Z][\w.’'-]{0,20},?\s){1,3})to\s"
)
# "[closed]", "- discharged", "ACTIONED", "Completed" below: a task that is over
_OVER = r"(?:closed|discharged|actioned|completed|done)"
_DONE = re.compile(
    rf"\s{{0,3}}(?:[\[(]\s?{_OVER}\s?[\])]|\s[–-]\s{{1,3}}{_OVER}"
    r"|(?-i:\n\s{0,4}(?:Closed|Discharged|Actioned|Completed)"
    r"|\s(?:ACTIONED|COMPLETED|CLOSED|DISCHARGED)))[\s.]{0,3}(?:$|\n)",
    re.IGNORECASE,
)
# "The Clerk to action.", "This would be done": what, the sentence before says
_POINTS_BACK = re.compile(
    r"(?:(?:[\w’'.&/-]{1,24}\s){1,4}(?:to|will|would|should)\s"
    r"(?:action(?:\s(?:this|it|accordingly))?|do\s(?:this|so))"
    r"|(?:This|It|That)\s(?:will|would|is\sto)\sbe\s(?:done|actioned)[^.]{0,20})"
    r"[\s.]{0,3}",
    re.IGNORECASE,
)
# "The Clerk agreed to share this.": what, another telling says
_POINTING = re.compile(
    r"\b(?:to|will|would)\s(?P<verb>[a-z]{3,16})\s(?:this|that|it|them|these|so)[\s.]{0,3}$"
)
_TASKING = re.compile(r"\b(?:to|will|would|should|shall|must|can|could)\s[a-z]")
_TITLE = 12  # characters that may stand before a list of who came: "Present: "
_MARKED = 3  # characters between a task and a line whose mark means it
_GOES_ON = 60  # characters behind a list of who came that tell of other things
_SAID = ("sentence", "promise", "clause")  # rules of tasks told in sentences
_VERDICT = 2  # words beside which a mark stands that are none: "No comment."
_ALIKE = 0.5  # of the longer words of two tasks that are one
_NEAR = 4_000  # characters below a sentence in which a label may tell it again
_MORE = 2  # times the words of a label: a sentence with more tells more
_LONG = 3  # blanks in words that nobody says twice of two tasks
_SIGNATURE = re.compile(r"\W{0,8}Signed\b[\W_]{0,200}")  # "Signed: ........"
_PLAIN_WORD = re.compile(r"\w+")
_MARKS = ("bracket", "margin")  # rules of marks, beside which a name or title may stand
_NAMES = 4  # words of names at most that a mark may stand beside
_SMALL_WORD = re.compile(r"\b[a-z]{3,}")
_LONG_WORD = re.compile(r"[A-Za-z]{5,}")


def find_actions(
    source: SourceDocument,
    sections: Sections,
    attendance: tuple[Attendee, ...],
    mentions: Mentions,
    meeting: str | None = None,
    following: tuple[str, ...] = (),
) -> tuple[Action, ...]:
    """Return the actions in the order of the text, each task once.

    `meeting` is the day of this meeting, `following` are those of the next ones:
    a deadline without a year is counted forward from them.
    """
    if sections.kind in ("agenda", "report"):
        return ()
    owners = Owners(attendance, mentions, source.text)
    deadlines = Deadlines(source.text, mentions, meeting, following)
    text = soften(source.text)
    paragraphs = told_paragraphs(source, sections)
    judged = judge_told(text, paragraphs, mentions, owners, LABELS)
    chances = Chances(judged)
    slashed = [*find_in_slashed(text, paragraphs, owners, chances)]
    found = [
        *find_in_tables(source, sections.rosters, owners, chances),
        *find_in_fields(text, paragraphs, owners),
        *find_in_margins(source, sections, paragraphs, owners, chances),
        *slashed,
        *find_in_endings(text, _beside(paragraphs, slashed), owners),
        *find_in_summaries(text, paragraphs, owners),
        *find_labelled(text, paragraphs, owners, chances),
        *find_leads(text, paragraphs, owners),
        *find_led_in(text, paragraphs, owners),
        *find_told(text, judged, owners),
        *find_given(text, paragraphs, owners),
    ]
    found = [
        _with_subject(source.text, paragraphs, y)
        for x in _without_summaries(
            source.text,
            fold_recaps(source.text, drop_done(found), owners, sections.items),
            owners,
            sections.items,
        )
        for y in _apart(source.text, x, owners)
    ]
    starts = [x.start for x in sections.items if x.rule != "item-agenda"]
    kept = [
        x
        for x in _once_each(source.text, found)
        if not starts or x.start >= starts[0] or x.rule != "margin"
    ]
    homes = Homes(sections.items, kept)
    return tuple(
        Action(
            item=homes.find(x),
            start=x.start,
            end=x.end,
            owners=tuple(
                dict.fromkeys(
                    owners.resolve(o, x.start)
                    for whole in x.owners
                    for o in (owners.split(whole) if "/" in whole else (whole,))
                )
            ),
            owners_written=x.owners,
            due=_find_due(deadlines, x),
            rule=f"action-{x.rule}",
            certainty=certainty_of(f"action-{x.rule}"),
        )
        for x in kept
    )


def _beside(paragraphs: list[Paragraph], found: list[Found]) -> list[Paragraph]:
    """Return the paragraphs at which no task ends, nor on the line before them."""
    ends = [x.end for x in found]
    return [
        x for x in paragraphs if not any(x.start - _MARKED < y <= x.end for y in ends)
    ]


def _find_due(deadlines: Deadlines, found: Found) -> str | None:
    """Return by when a task is due: as it says, else as the list that repeats it."""
    due = deadlines.find(found.start, found.end, found.due)
    row = found.again
    if due or row is None:
        return due
    return deadlines.find(row.start, row.end, row.due)


def told_paragraphs(source: SourceDocument, sections: Sections) -> list[Paragraph]:
    """Return the paragraphs that may tell tasks: all but the lists of who came."""
    return [
        x
        for x in find_paragraphs(source)
        if not any(
            r.start - _TITLE <= x.start < r.end and x.end - r.end < _GOES_ON
            for r in sections.rosters
        )
        and not _is_over(source.text, x)
    ]


# "AP12 Tom to ring the school. He did so in May. - CLOSED."
_NUMBERED = re.compile(r"(?:[•*-]\s{0,3})?(?:A(?:P|ction)\s?|[A-Z]{0,5}-?)\d{1,4}\b")
_CLOSED = re.compile(r"\s[–-]\s{0,3}(?i:closed|completed?|done|discharged)[.\s]{0,3}$")


def _is_over(text: str, told: Paragraph) -> bool:
    """Say whether a paragraph tells of a numbered action that is closed."""
    low = max(told.start, told.end - 20)
    if _CLOSED.search(text, low, told.end) is None:
        return False
    return _NUMBERED.match(text, told.start, told.end) is not None


# -------------------------------------------------------------------------- together


def _without_summaries(
    text: str, found: list[Found], owners: Owners, items: tuple[Item, ...]
) -> list[Found]:
    """Leave out what is told twice: in the minutes, and in a list of actions.

    Of a table's row and a sentence, the sentence stays; of a list that names the minute
    or stands under names and what it sums up, the list.
    """
    listed = [x for x in found if x.rule == "summary"]
    if _are_all(listed, labels := _labelled(found), owners):
        found = [x for x in found if x not in labels]
    marked = [
        _joined(x, found, owners)
        for x in found
        if x.rule == "column" or (x.rule == "margin" and not _lies_in(x, listed))
    ]
    others = [x for x in found if x.rule not in ("column", "margin")]
    # what only a mark tells in a list of actions is told by the list
    found = [*marked, *(x for x in others if not _lies_in(x, marked))]
    told = [x for x in found if x.rule not in ("column", "margin", "summary")]
    rows = [x for x in marked if x.number and not is_in(x, x.number, items)]
    places = sorted(marked, key=lambda x: (x.start, x.rule == "column"))
    last = {_words(text, x): x for x in places}
    kept = []
    for x in found:
        if x.rule == "column" and last[_words(text, x)] is not x:
            continue  # carried over to a later table
        if x.rule == "column" and any(same_task(text, x, y, owners) for y in told):
            continue
        if x.rule != "summary" and any(same_task(text, x, y, owners) for y in listed):
            continue
        if x.rule in _SAID and any(
            0 < y.start - x.end < _NEAR and _tells_again(text, y, x, owners)
            for y in labels
        ):
            continue
        if x in rows and any(_refers(x, y, owners, items) for y in told):
            continue
        if x in marked and any(_refers(y, x, owners, items) for y in rows if y != x):
            continue
        kept.append(x)
    return kept


def _labelled(found: list[Found]) -> list[Found]:
    return [x for x in found if x.rule in ("label", "bracket")]


def _are_all(listed: list[Found], labels: list[Found], owners: Owners) -> bool:
    """Say whether a list gives each as many tasks as labels do: it tells all again."""
    told, again = (
        Counter(tuple(sorted(map(owners.resolve, x.owners))) for x in y)
        for y in (labels, listed)
    )
    return len(again) > 1 and told == again


def _joined(marked: Found, found: list[Found], owners: Owners) -> Found:
    """Return a marked task with all whom its words name, if the mark is one of them.

    What a label gives to the same people is the task as far as the label reaches.
    """
    named = {owners.resolve(x) for x in marked.owners}
    for x in found:
        within = marked.start <= x.start < marked.end
        if x.rule == "label" and within and named == {*map(owners.resolve, x.owners)}:
            return replace(marked, start=x.start, end=max(x.end, marked.end))
        if x.rule in _SAID and _lies_in(x, [marked]):
            acting = {owners.resolve(y) for y in x.owners}
            if named < acting and all(owners.knows(y) for y in x.owners):
                return replace(marked, owners=x.owners)
    return marked


def _words(text: str, found: Found) -> str:
    return " ".join(_PLAIN_WORD.findall(text[found.start : found.end].casefold()))


def _lies_in(found: Found, marked: list[Found]) -> bool:
    return any(x.start <= found.start and found.end <= x.end for x in marked)


def _refers(row: Found, task: Found, owners: Owners, items: tuple[Item, ...]) -> bool:
    """Say whether a row of a list of actions names the minute of somebody's task."""
    if row.number is None or not is_in(task, row.number, items):
        return False
    first = {owners.resolve(x) for x in row.owners}
    return bool(first & {owners.resolve(x) for x in task.owners})


def _tells_again(text: str, label: Found, said: Found, owners: Owners) -> bool:
    """Say whether a label tells the task of a sentence again, and not much less."""
    acting = {owners.resolve(x) for x in said.owners}
    if acting != {owners.resolve(x) for x in label.owners}:
        return False
    hint = _POINTING.search(text[said.start : said.end])
    if hint and re.search(rf"\b{hint['verb']}\b", text[label.start : label.end]):
        return True
    names = {w.lower() for x in acting for w in _LONG_WORD.findall(x)}
    first, second = (
        {w.lower() for w in _LONG_WORD.findall(text[x.start : x.end])} - names
        for x in (label, said)
    )
    if len(second) > _MORE * len(first):
        return False
    fewer = min(len(first), len(second))
    return len(first & second) >= max(fewer * _ALIKE, 2)


def _apart(text: str, found: Found, owners: Owners) -> list[Found]:
    """Return the tasks of a sentence that gives one to each of two people."""
    if found.rule not in (*_SAID, "label"):
        return [found]
    if found.rule == "label":
        parts = list(_label_parts(text, found, owners))
        if len(parts) > 1 or parts[0] != found:
            return parts
    if found.rule != "label":
        none = _NO_TASK.search(text, found.start, found.end)
        if none and not _STILL.search(text, none.end(), found.end):
            return []
        found = _without_remark(text, found)
    if _wishes(text, found):
        return []
    moves = _MOVES.search(text, found.start, found.end)
    if moves and all(x in moves["who"] for x in found.owners):
        return []
    for match in (
        *ANOTHER.finditer(text, found.start + 12, found.end),
        *_ASKING.finditer(text, found.start + 12, found.end),
    ):
        who = match["who"]
        if _LISTED.search(text[max(found.start, match.start() - 40) : match.start()]):
            continue
        told = PROMISING.search(text, found.start, match.start())
        if told and may_act(who, owners) and owners.split(who) != found.owners:
            rest = replace(found, start=match.end(), owners=owners.split(who))
            return [replace(found, end=match.start()), rest]
    return [found]


# "a proposal from a resident, Mr Holt, [to keep bees]": what somebody would like to do
_WISH = re.compile(
    r"\b(?:[Pp]roposal|[Rr]equest|[Aa]pplication|[Oo]ffer|[Ss]uggestion)s?\s"
    r"(?:[a-z]{2,10}\s){0,3}?(?:from|by)\s[^.;:]{2,80}?"
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bagreed\s)(?<!\basked\s)$"
)
_WISH_REACH = 100  # characters


def _wishes(text: str, found: Found) -> bool:
    """Say whether what somebody is to do is only proposed or asked for by them."""
    act = PROMISING.search(text, found.start, found.end)
    if act is None or not act[0].startswith("to"):
        return False
    low = max(text.rfind("\n\n", 0, found.start) + 1, act.start() - _WISH_REACH)
    return _WISH.search(text, max(low, 0), act.start()) is not None


def _without_remark(text: str, found: Found) -> Found:
    """Return a task without what its owner went on to say of other things."""
    remark = _REMARK.search(text, found.start + 12, found.end)
    if remark is None or not PROMISING.search(text, found.start, remark.start()):
        return found
    return replace(found, end=remark.start())


# "he would look into it [and added that it was wet]"
_REMARK = re.compile(
    r",?\s(?:and|but)\s(?:also\s|then\s)?(?:indicated|said|noted|added|confirmed|reported"
    r"|advised|explained|stated|commented|remarked|felt|thought|mentioned|pointed\sout"
    r"|stressed|observed)\s(?:that|how|there|it\swas)\s"
)


def _with_subject(text: str, paragraphs: list[Paragraph], found: Found) -> Found:
    """Return a task that only points back with the sentence that it points back to."""
    quoted = text[found.start : found.end]
    brief = found.rule == "margin" and len(quoted.split()) <= _VERDICT
    verdict = brief and not PROMISING.match(quoted.lower())  # "Will chase."
    points = verdict or _POINTS_BACK.fullmatch(quoted) is not None
    if not points and not _DOES_SO.match(quoted):
        return found
    at = bisect_right(paragraphs, found.start, key=lambda x: x.start) - 1
    before = list(find_sentences(text, paragraphs[at].start, found.start))
    if not before or not (points or _ASKED_TO.search(text, *before[-1])):
        return found
    return replace(found, start=before[-1].start)


# "She will do so before June.", where the sentence before says "asked her to find out"
_DOES_SO = re.compile(
    r"(?:[\w’'.&/-]{1,24}\s){1,4}(?:will|would|agreed\sto|undertook\sto)\sdo\s(?:this|so|it)\b"
)
_ASKED_TO = re.compile(r"\b(?:asked|requested|wanted|wished)\s[^.]{2,40}?\sto\s[a-z]")


def _label_parts(text: str, found: Found, owners: Owners) -> Iterator[Found]:
    """Yield the tasks of a labelled line: "JM to ring the school. TH to write."."""
    start, names = found.start, found.owners
    for match in _NEXT.finditer(text, found.start + 12, found.end):
        if not may_act(match["who"], owners):
            continue
        if _SHARED.fullmatch(text, start, match.start("who")):
            names = (*names, *owners.split(match["who"]))
            continue
        again = owners.split(match["who"])
        same = {*map(owners.resolve, again)} == {*map(owners.resolve, names)}
        if (
            same
            and start == found.start
            and not _TASKING.search(text, start, match.start())
        ):
            start = match.start("who")  # what stands before only leads up to it
            continue
        yield replace(
            found, start=start, end=match.start("who"), owners=names, due=None
        )
        start, names = match.start("who"), owners.split(match["who"])
    yield replace(found, start=start, owners=names)


def _once_each(text: str, found: list[Found]) -> list[Found]:
    """Keep each task once: tables and margins before labels before sentences.

    Of the same words told twice, in a list of actions and in the minutes, the last
    stay.
    """
    told = [(x, (_words(text, x), x.owners)) for x in found]
    last = {key: x.start for x, key in sorted(told, key=lambda t: t[0].start)}
    found = [
        x
        for x, key in told
        if last[key] < x.end or key[0].count(" ") < _LONG or x.rule == "label"
    ]
    kept: list[Found] = []  # in the order of the text, none overlapping another
    for x in found:
        done = _DONE.search(text, max(x.end - 16, 0), x.end) or _DONE.match(text, x.end)
        signed = _SIGNATURE.fullmatch(text, x.start, x.end)
        told_any = (
            _LONG_WORD.search(text, x.start, x.end) or " " in text[x.start : x.end]
        )
        tells = (
            x.rule not in _MARKS
            or _SMALL_WORD.search(text, x.start, x.end)
            or len(text[x.start : x.end].split()) > _NAMES
        )
        if x.end - x.start < 6 or done or signed or not (told_any and tells):
            continue
        at = bisect_right(kept, x.start, key=lambda k: k.start)
        if at and kept[at - 1].end > x.start:
            continue
        if at < len(kept) and kept[at].start < x.end:
            continue
        kept.insert(at, x)
    return kept
