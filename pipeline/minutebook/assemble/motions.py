"""Finds what motions decided: who moved, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.assemble import outcomes
from minutebook.assemble.movedabove import motion_before
from minutebook.assemble.movedlists import (
    THAT,
    by_parts,
    moved_below,
    opens_below,
    read_moved_list,
)
from minutebook.assemble.movers import (
    UNNAMED,
    Motion,
    find_last,
    find_motion,
    find_proposer,
)
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.votes import Count, read_votes, read_votes_on
from minutebook.grammar.paragraphs import Sentence, find_sentences
from minutebook.records import Decision

_REACH = 5  # paragraphs that a motion's fate may stand behind it
_FURTHEST = 40  # ... if most of them are cells of a list
_AMENDMENT = re.compile(
    r"\b(?:amendment|counter-?proposal|following\s+amendment)s?\b", re.I
)
_MOTION_STEM = re.compile(
    r"\bI\s+will\s+(?:propose|move|ask)\b|\bnotice\s+of\s+motion\b", re.I
)
_LEADS_ON = re.compile(
    r"(?:\bit\s+was|\band|\bresolved\s+that|:|\bthe\s+(?:Board|Council|Committee"
    r"|Commission))\s*$"
)
_MOTION_ONLY = re.compile(
    r"(?:The|This)\s+(?:motion|amendment|proposal)\s+was\b", re.IGNORECASE
)
# "Chairman: Ada Penrose - proposed by TH", "Ada Penrose was proposed by Tom Holt"
_OFFICE = re.compile(
    r"\W{0,4}(?i:Chair\w*|Vice[\s-]?\w+|Secretary|Treasurer|Clerk|Auditor|Mayor"
    r"|Deputy\s\w+|President)(?:\s(?:of|for)\s[\w\s]{2,30})?\s{0,2}[:–-]"
    r"|\W{0,4}(?!It\b|This\b|That\b)[A-Z][\w’'()-]{0,20}\.?(?:\s[\w’'()-]{1,20}\.?){0,4}\swas\s(?:duly\s)?(?:proposed|nominated)\sby\b"
)
# "Cllr Holt seconded this motion and it was agreed": it names no mover
_SECONDED_AND = re.compile(
    r"[^.;:]{2,60}\sseconded\s(?:this|the)\s(?:motion|proposal)\s(?:and|which)\s"
    r"(?:(?:it|this|that|they)\s)?(?:(?:was|were)\s)?(?:duly\s|then\s|unanimously\s)?"
    r"(?:agreed|carried|adopted|passed|approved)\b",
    re.IGNORECASE,
)
_TELLS_FATE = re.compile(
    r"\b(?:amendment|motion|proposal|proposition|resolution)\b", re.IGNORECASE
)
_TELLS_OWN = re.compile(r"\b(?:agreed|carried|adopted|passed|approved|lost)\b")
# the words of moving itself, names included: what is left is the thing decided
_CUES = re.compile(
    r"\b(?:propose[dr]|proposal|seconde[dr]|moved|by|and|was|the|cllrs?|councillors?|mrs?|ms"
    r"|[A-Z][\w’'.-]*)\b|[^\w\s]"
)
_MATTER = re.compile(r"[£$€]\s?\d|\b(?:Minutes|Accounts|Agenda|Budget|Report)\b")
# what may stand before "proposed by ..." in a sentence that names the movers only
_LEAN = re.compile(
    r"\W{0,4}(?:(?:Approval|Acceptance|Adoption|Motion|Resolution|This|It|These|They|was|were"
    r"|being|duly)\W{1,4}){1,3}"
)
# "Resolution 449/2019 Moved: Cr Penrose Seconded: Cr Holt Council adjourn"
_HEADER = re.compile(r"\W*(?:[A-Za-z]{0,10}\s?(?:No\.?\s?)?[\w/.-]{0,16})?\W*")
_LABELLED = re.compile(r"(?:Moved|MOVED|Proposed|PROPOSED)\s?:")
_REST = re.compile(r"\s{1,6}(?=[A-Z][\w’]{0,20}\s+\S+\s+\S)")
_NAMING = re.compile(r"(?:Proposed|Nominated|Moved)\s+by\b")
_ELECTED = re.compile(r"\b(?:elected|appointed|co-?opted)\b")
# "proposed by Ada Penrose, seconded by Tom Holt, that": the matter comes behind
IN_FRONT = re.compile(r"(?:\s?\([A-Z]\))?,?\s{0,2}(?:that|to|[a-z]{2,20}ing)\b")
# "Mr Orr moved that it be let. Mrs Holt seconded.": the matter stands between the two
_BETWEEN = re.compile(r"\b(?:moved|motioned|made\sa\smotion)\s(?:that|to)\s")


# "Mr Orr took no part.", "Mrs Holt left the room and did not vote."
STOOD_ASIDE = re.compile(
    r"\W{0,3}[A-Z][^.;:]{0,60}\s(?:took\sno\s(?:further\s)?part|left\s(?:the\s)?(?:room|meeting|hall)"
    r"|withdrew|abstained|did\snot\svote|(?:had\s)?declared\san?\s\w{0,12}\s?interest)\b"
    r"[^.;:]{0,60}\W{0,3}"
)
# "seconded by Cllr Holt the following motion was agreed:"
_LEADS = re.compile(
    r"[\s.,)]*:?-?\s*|,?\s{0,3}and\s(?:(?:it\s)?was\s)?(?:\w{2,14}ly\s)?(?:resolved|agreed)\s?[.:–-]{0,3}\s*"
    r"|,?\s{0,3}the\sfollowing\s(?:motion|resolution|amendment)"
    r"(?:\swas\s(?:\w+ly\s)?(?:agreed|adopted|carried|approved|passed))?\s?[.:–-]{0,3}"
    r"|,?\s{0,3}(?:agus|and)\s(?:glacadh\sleis|aontaíodh|rith\S{0,4})[^.“\"]{0,40}"
    r"|,?\s{0,3}(?:and\s)?(?:was\s)?(?:\w{2,14}ly\s)?carried\s?[.:–-]{0,3}\s{0,3}",
    re.IGNORECASE,
)
# "seconded by Cr Holt recommendations a to c, with an addition to c, and resolved:"
_AND_RESOLVED = re.compile(
    r",?\s(?:the\s)?(?:recommendations?|motions?|resolutions?|items?)\b[^.;:]{0,120}"
    r"\sand\s(?:it\swas\s)?(?:resolved|agreed|carried|RESOLVED|CARRIED)\s?:?\s*"
)
# "but it was agreed that a fence would do": not what was moved sentences before
_AGREES_ANEW = re.compile(
    r"it\s+was\s+(?:unanimously\s+)?(?:agreed|resolved)\s+(?:that|to)\b"
)


def leads_on(text: str, start: int, end: int) -> bool:
    """Say whether words between two offsets break off as a lead does: "... it was".

    >>> [leads_on(x, 0, len(x)) for x in ("Moved by Mr Orr, and", "Moved. It was let")]
    [True, False]
    """
    return _LEADS_ON.search(text, max(start, end - _LEAD_TAIL), end) is not None


_LEAD_TAIL = 80  # characters of its last words that are looked at


def motion_near(
    scope: Scope, index: int, sentences: Sequence[Sentence], at: int
) -> Motion | None:
    """Return who moved: in the sentence, the next ones, the one before, or below."""
    text = scope.text
    own = sentences[at]
    found = find_motion(text, own.start, own.end)
    if found and (found.mover and found.seconder):
        return found
    for following in sentences[at + 1 : at + 3]:
        quoted = text[following.start : following.end]
        moved = find_motion(text, following.start, following.end)
        if moved and _leans_back(text, following, moved):
            return moved
        if moved or outcomes.decides(quoted):
            break
    else:
        below = _moved_next(scope, index)
        if below and (at + 1 == len(sentences) or below.seconder):
            return below
    before = sentences[max(0, at - 2) : at]
    for earlier in reversed(before):
        if _MOTION_ONLY.match(text, earlier.start):
            return find_motion(text, earlier.start, earlier.end)
    if at and _ELECTED.search(text, own.start, own.end):
        return find_motion(text, sentences[at - 1].start, sentences[at - 1].end)
    if not at and found is None and _IT_WAS.match(text, own.start):
        return _moved_above(scope, index)
    alone = found and found.mover and "proposed that" in text[own.start : own.end]
    return found if alone else None


# "It was resolved", on a line below "On the proposal of Mr Orr"
_IT_WAS = re.compile(r"\W{0,3}(?:[Ii]t\swas|IT\sWAS|[Aa]nd)\s")


def _moved_above(scope: Scope, index: int) -> Motion | None:
    """Return the motion that the lines just above name, and nothing besides."""
    above = motion_before(scope, index)
    if above is None or not (above.mover and above.seconder):
        return None
    paragraph = scope.paragraphs[index - 1]
    last = find_motion(scope.text, paragraph.start, paragraph.end)
    if last is None:
        return None
    before = scope.text[paragraph.start : last.start]
    behind = scope.text[last.end : paragraph.end]
    return None if (before + behind).strip(" ,;:.-") else above


def _moved_next(scope: Scope, index: int) -> Motion | None:
    """Return the motion that the paragraph below opens with."""
    below = index + 1
    if below >= len(scope.paragraphs) or not scope.same_item(index, below):
        return None
    paragraph = scope.paragraphs[below]
    found = find_motion(scope.text, paragraph.start, paragraph.end)
    if found is None or not found.seconder:
        return None
    whole = Sentence(paragraph.start, paragraph.end)
    return found if _leans_back(scope.text, whole, found) else None


def read_motion(scope: Scope, index: int, start: int, motion: Motion) -> list[Decision]:
    """Return the decisions on a motion whose fate the text tells, part by part."""
    text = scope.text
    paragraph = scope.paragraphs[index]
    motion = _completed(scope, index, motion)
    if _LEADS.fullmatch(text, motion.end, paragraph.end) or (
        motion.seconder and _AND_RESOLVED.fullmatch(text, motion.end, paragraph.end)
    ):
        below = opens_below(scope, index)
        if below:
            return moved_below(scope, below, motion)
    if leads_on(text, start, paragraph.end):
        # "... seconded by Mr Holt, it was" leads on to the block below
        begin = max(start, _opening(text, motion, paragraph.end))
        moved = read_moved_list(scope, index, begin, motion)
        if moved or text[paragraph.end - 1] != ":" or not is_put(text, motion):
            return moved
    sentences = list(find_sentences(text, start, paragraph.end))
    at = next((i for i, s in enumerate(sentences) if s.end > motion.start), 0)
    if not sentences:
        return []
    begin = max(sentences[at].start, _opening(text, motion, paragraph.end))
    stem = _MOTION_ONLY.match(text, sentences[at].start) or _SECONDED_AND.match(
        text, sentences[at].start, sentences[at].end
    )
    own = _TELLS_OWN.search(text, sentences[at].start, sentences[at].end)
    if stem and own:
        whole = sentences[at]
        motion = _proposed(scope, index, motion)
        count = read_votes(text, whole.start, whole.end)
        return by_parts(scope, whole.start, whole.end, motion, count)
    rest = _after_header(text, sentences[at], motion)
    if rest is not None:
        begin = rest
    fate = _fate(scope, index, motion.start)
    if fate is None:
        plain = _plain_motion(scope, index, sentences, at, motion, begin)
        return [plain] if plain else []
    end, count = fate
    if stem and len(text[sentences[at].end : end].split()) > 8:
        return []  # who moved it, and the outcome in a sentence of its own
    told = text[paragraph.end : end]
    lists = text[paragraph.end - 1] == ":"  # "that these bills be paid:"
    if not lists and len(told.split()) >= 7 and _TELLS_FATE.search(told):
        return []  # the sentence that tells the outcome is the decision
    far = end > paragraph.end and not lists and begin < paragraph.end - 60
    quoted_end = paragraph.end if far else end
    if begin == sentences[at].start and at and _leans_back(text, sentences[at], motion):
        begin = sentences[at - 1].start
    return by_parts(scope, begin, max(quoted_end, motion.end), motion, count)


def _opening(text: str, motion: Motion, end: int) -> int:
    """Return where "That ..." opens behind the names; -1 if it does not."""
    that = THAT.match(text, motion.end, end)
    opens = that and text.startswith(("That", "THAT"), that.end())
    return that.end() if that and opens else -1


# "Motion: That the fee be kept", "Motion to approve the report as presented"
_HEADED = re.compile(
    r"\W{0,6}(?:(?:[A-Z]\w{1,12}\s){0,2}(?:Motion|MOTION|Resolution|RESOLUTION)"
    r"(?:\s(?:No\.?\s?)?[\d/-]{1,9})?(?:\s?[:–-]|\s(?:that|to|for|was\smade)\b)"
    r"|(?:The|A)\s(?:\w{1,14}\s){1,2}made\sa\smotion\b)"
)


# "VOTE: In Favor: Orr/Holt Opposed: Bell", on a line of its own
_VOTE_LINE = re.compile(r"\W{0,4}(?:VOTES?|Votes?)\s?:\s?\S")


def read_headed(scope: Scope, index: int, start: int) -> list[Decision]:
    """Return the decision on "Motion: That ..." whose movers and fate stand below it.

    They stand on lines of their own: "Moved: A Penrose", "Seconded: T Holt", "Passed".
    """
    text = scope.text
    paragraph = scope.paragraphs[index]
    head = _HEADED.match(text, start, paragraph.end)
    if head is None or outcomes.CARRIED.search(text, start, paragraph.end):
        return []
    motion = find_last(text, start, paragraph.end)
    if motion.seconder or -1 < motion.mover_at < head.end() + 2:
        return []  # "Motion - Invitation to Mr Orr": no name, but a title
    end, told, last = paragraph.end, False, index
    for at in range(index + 1, min(index + _REACH + 1, len(scope.paragraphs))):
        below = scope.paragraphs[at]
        if not scope.same_item(index, at) or below.end - below.start > 160:
            break
        if _HEADED.match(text, below.start, below.end):
            break
        fate = outcomes.CARRIED.search(text, below.start, below.end)
        fate = fate or _VOTE_LINE.match(text, below.start, below.end)
        found = find_motion(text, below.start, below.end)
        leans = found is not None and found.start - below.start < 12
        if found and leans:
            motion = join_halves(motion, found)
        elif not fate and (found or below.end - below.start > 70):
            break
        if fate or leans:
            end, told, last = below.end, told or fate is not None, at
        if fate:
            break
    whole = told or bool(motion.mover and motion.seconder)
    named = motion.mover or motion.seconder
    if not (whole and named):
        return []
    bare = paragraph.end - head.end() < 12  # "Motion 2005-44": it says not of what
    if bare and not told and opens_below(scope, last):
        return []
    return by_parts(scope, start, end, motion, read_votes(text, start, end))


def join_halves(motion: Motion, other: Motion) -> Motion:
    """Return a motion with the halves that another one names besides."""
    return replace(
        motion,
        mover=motion.mover or other.mover,
        mover_at=motion.mover_at if motion.mover else other.mover_at,
        seconder=motion.seconder or other.seconder,
        seconder_at=motion.seconder_at if motion.seconder else other.seconder_at,
    )


def _proposed(scope: Scope, index: int, motion: Motion) -> Motion:
    """Return a seconded motion with the mover that the item names further up."""
    first = max(0, index - _REACH)
    while not scope.same_item(first, index):
        first += 1
    start = scope.paragraphs[first].start
    found = None if motion.mover else find_proposer(scope.text, start, motion.start)
    return replace(motion, mover=found[0], mover_at=found[1]) if found else motion


def _after_header(text: str, sentence: Sentence, motion: Motion) -> int | None:
    """Return where "Resolution 7 Moved: A Penrose Seconded: T Holt Council" goes on."""
    header = _HEADER.fullmatch(text, sentence.start, motion.start)
    label = _LABELLED.match(text, motion.start)
    rest = _REST.match(text, motion.end, sentence.end)
    return rest.end() if header and label and rest else None


def _completed(scope: Scope, index: int, motion: Motion) -> Motion:
    """Return a motion with the half that the paragraph just above may name."""
    if (motion.mover and motion.seconder) or index == 0:
        return motion
    above = scope.paragraphs[index - 1]
    if above.end - above.start > 90 or not scope.same_item(index, index - 1):
        return motion
    other = find_motion(scope.text, above.start, above.end)
    if other is None:
        return motion
    return join_halves(motion, other)


def names_movers(text: str, start: int, end: int) -> bool:
    """Say whether words between two offsets name who moved, and tell no more.

    >>> [names_movers(x, 0, len(x)) for x in ("Moved: A Orr", "Moved: A Orr. That it")]
    [True, False]
    """
    motion = find_motion(text, start, end)
    if motion is None:
        return False
    return motion.start - start < _EDGE and end - motion.end < _EDGE


_EDGE = 6  # characters of marks beside the names


def is_put(text: str, motion: Motion) -> bool:
    """Say whether who moved stands before the matter: only its fate makes it one."""
    if IN_FRONT.match(text, motion.end):
        return True
    return _BETWEEN.search(text, motion.start, motion.end) is not None


def _leans_back(text: str, sentence: Sentence, motion: Motion) -> bool:
    """Say whether the sentence only names the movers of what stands before it."""
    before = text[sentence.start : motion.start]
    leads = len(before) < 6 or _LEAN.fullmatch(before)
    if is_put(text, motion):
        return False  # what was moved follows, or stands between the two names
    if leads and _NAMING.match(text, motion.start):
        return True
    near = motion.end - motion.start < 120  # else other words stand between the two
    counted = _COUNTED.search(text, motion.end, sentence.end)
    end = counted.start() if counted else sentence.end
    return bool(leads) and near and end - motion.end < 40


# "Recorded vote requested by Cr Orr", "For: 4", on a line below the names
_COUNTED = re.compile(
    r"\n\s{0,4}(?:Recorded\s)?(?:[Vv]otes?|VOTES?|For|FOR|Ayes?|AYES?)\b"
)


def _fate(scope: Scope, index: int, start: int) -> tuple[int, Count] | None:
    """Return where the outcome of a motion is told, and its votes."""
    text = scope.text
    lines = 0  # that do not stand beside another one, as the cells of a list do
    for at in range(index, min(index + _FURTHEST, len(scope.paragraphs))):
        paragraph = scope.paragraphs[at]
        begin = start if at == index else paragraph.start
        lines += at == index or not paragraph.first.column
        if lines > _REACH or not scope.same_item(index, at):
            return None
        if at > index and (
            find_motion(text, paragraph.start, paragraph.end)
            or outcomes.find_block(text, paragraph.start, paragraph.end)
        ):
            return None
        near = _near_end(text, begin, paragraph.end)
        match = outcomes.CARRIED.search(text, begin, near)
        own = next((x.end for x in find_sentences(text, begin, near)), near)
        count = read_votes(text, begin, own)
        if count.lost and not (match and match.start() < own):
            return own, count  # what is agreed behind it is another matter
        if match and _AGREES_ANEW.match(text, match.start()) and at == index:
            low = text.rfind(". ", begin, match.start())
            match = match if low < 0 or text.find(". ", begin, low) < 0 else None
        if match:
            end = _outcome_end(text, begin, match.end(), paragraph.end)
            return end, read_votes_on(text, begin, end)
        count = read_votes(text, begin, paragraph.end)
        if outcomes.tells_fates(text, begin, paragraph.end):
            return None  # sentences further down tell what became of each motion
        amended = count.lost and _AMENDMENT.search(text, own, paragraph.end)
        if count.lost and not amended:
            return _lost_end(text, begin, paragraph.end), count
        if count.counted:
            return paragraph.end, count
    return None


def _lost_end(text: str, begin: int, limit: int) -> int:
    """Return where the sentence ends that tells that a motion was lost."""
    sentences = find_sentences(text, begin, limit)
    return next((x.end for x in sentences if read_votes(text, *x).lost), limit)


def _near_end(text: str, begin: int, limit: int) -> int:
    """Return where the third longer sentence ends: a fate stands no further off."""
    end = begin
    told = 0  # "All voted aye." is not counted
    for sentence in find_sentences(text, begin, limit):
        end = sentence.end
        told += end - sentence.start > 30
        if told == 3:
            break
    return end


def _outcome_end(text: str, begin: int, told: int, limit: int) -> int:
    """Return where the sentences end that tell the outcome and its votes."""
    end = told
    for sentence in find_sentences(text, begin, limit):
        if sentence.end < told:
            continue
        votes = read_votes(text, sentence.start, sentence.end)
        more = votes.counted or votes.lost or len(votes.named) > 1
        again = outcomes.CARRIED.search(text, sentence.start, sentence.end)
        if sentence.start > told and (
            find_motion(text, sentence.start, sentence.end)
            or UNNAMED.search(text, sentence.start, sentence.end)
        ):
            break
        if (
            sentence.start <= told
            or more
            or (again and sentence.end - sentence.start < 60)
        ):
            end = sentence.end
        else:
            break
    return end


def _plain_motion(
    scope: Scope,
    index: int,
    sentences: list[Sentence],
    at: int,
    motion: Motion,
    begin: int,
) -> Decision | None:
    """Return the decision where the movers stand behind the thing decided."""
    text = scope.text
    sentence = sentences[at]
    if not (motion.mover and motion.seconder):
        return None
    end = max(motion.end, sentence.end)
    ahead = scope.formal and is_put(text, motion)
    if ahead and not outcomes.decides(text[sentence.start : sentence.end]):
        return None  # what became of it is told elsewhere, or nowhere
    end = max([s.end for s in sentences if s.start < motion.end], default=end)
    if at and _leans_back(text, sentence, motion):
        if STOOD_ASIDE.fullmatch(text, sentences[at - 1].start, sentences[at - 1].end):
            return None  # it names the movers of what stands above
        begin = sentences[at - 1].start
    quoted = text[begin:end]
    if (
        _AMENDMENT.search(quoted)
        or _MOTION_STEM.search(quoted)
        or quoted.rstrip().endswith(":")
    ):
        return None
    if "WHEREAS" in quoted and "THEREFORE" not in quoted:
        return None
    named = text[sentence.start : end]
    office = _OFFICE.match(named) and not _MOTION_ONLY.match(named)
    if office:
        plain = decide(scope, begin, end, "proposed", "", motion, None)
        return replace(plain, kind="appointed")
    told = sum(x[0].isalpha() for x in _CUES.sub(" ", quoted).split())
    if _MOTION_ONLY.match(quoted) or (told < 2 and not _MATTER.search(quoted)):
        return None
    return decide(scope, begin, end, "proposed", "", motion, None)
