"""Finds which body met and which authority it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from minutebook.grammar.listnames import evidence
from minutebook.grammar.whencelines import read_whence
from minutebook.preamble.bodykinds import (
    SMALL_WORDS,
    is_authority,
    is_bare,
    is_below,
    is_place_council,
    noun_pattern,
)
from minutebook.preamble.capitals import restore_case
from minutebook.preamble.councils import find_council, governs, is_parent_board
from minutebook.preamble.headings import find_candidates
from minutebook.preamble.namings import Naming, says_which
from minutebook.preamble.ownnames import (
    find_gathered,
    find_own_name,
    find_placed,
)
from minutebook.preamble.wholes import name_whole
from minutebook.records import SourceDocument, Span


def find_body(
    source: SourceDocument, head_end: int, venue: Span | None
) -> tuple[Naming | None, Naming | None]:
    """Return the body that met and the authority it belongs to."""
    candidates = [
        x
        for x in find_candidates(source, head_end)
        if not (venue and x.start < venue.end and venue.start < x.end)
        and not _OFFICER.search(x.name)
        and not _KIND.fullmatch(x.name)
        and not _is_of_person(source.text, x)
    ]
    if any(_WITHIN_COUNTY.match(x.name) for x in candidates):
        candidates = [x for x in candidates if not _COUNTY.match(x.name)]
    body = _part_below(candidates, source.text) or _choose(candidates)
    if body is None:
        own = find_own_name(source, head_end)
        if own and _is_of_person(source.text, own):
            own = None
        own = own or find_gathered(source.text, head_end)
        return (None if own and _KIND.fullmatch(own.name) else own), None
    body = _fuller(_by_initials(body, candidates), candidates)
    body = _with_board(body, candidates)
    body = _with_noun(body, source.text)
    if body.rule != "body-part-below":
        body = _complete(body, candidates, source.text, head_end)
    body = _spell_out(_own_council(body, candidates), source.text)
    body = _their_board(body, source.text)
    if is_bare(body.name) and body.name.lower().endswith("council"):
        body = find_placed(body, source)
    council = find_council(body, candidates, source)
    council_met = body.name.lower().endswith("council")
    if council is None and is_bare(body.name) and not council_met:
        council = find_own_name(source, head_end)
    if council and council.rule == "council-corporation" and not council_met:
        body = council
    if council and body.rule == "body-part-below" and is_parent_board(council.name):
        joined = body.name.lower().startswith(council.name.lower())
        council = None if joined and not is_authority(council.name) else council
    if council and council.name == body.name and is_place_council(body.name):
        council = replace(council, name=re.sub(r"\s+Council$", "", body.name))
    body, council = name_whole(body, council, source.text)
    if civic := _CIVIC_BOARD.match(body.name):
        body = replace(body, name=civic[1], end=body.start + civic.end(1))
    return _in_one_case(body, source.text), council


# what kind of body it is, with nothing of which
_KIND = re.compile(
    r"(?:the\s)?(?:township|association|society|club|company|town|village|parish)", re.I
)


def _is_of_person(text: str, naming: Naming) -> bool:
    """Tell whether a name stands on the line of one who came: "Bo Orr-Holt Trust"."""
    if not naming.end:
        return False
    start = text.rfind("\n", 0, naming.start) + 1
    stop = text.find("\n", naming.end)
    said = read_whence(text, start, stop if stop > 0 else len(text))
    if said is None or not evidence(said[0]):
        return _HOLDER.fullmatch(naming.name) is not None
    return naming.start <= said[1][0] < naming.end


# "Mayor Pro Tem Ada Holt" of "Minutes of 4 May / Mayor Pro Tem Ada Holt called the"
_HOLDER = re.compile(
    r"(?:(?:Village|Town|Board|Council|Vice)\s)?(?:Mayor|President|Reeve|Supervisor|Chair"
    r"(?:man|woman|person)?|Cllr|Councill?or)(?:\sPro\sTem)?(?:\s[A-Z][a-z’'-]+){2,3}"
)
# "Town Board of the Town of Low Fold"
_CIVIC_BOARD = re.compile(
    r"((town|village|township|county|city|borough) board)\sof\sthe\s\2\sof\s\w", re.I
)
# "Ann Bell, Clerk to the Council" names a person
_OFFICER = re.compile(
    r"\b(?:clerk|leader|secretary|solicitor|treasurer)\s(?:to|of)\sthe\s"
    r"|\b(?:at|in|during)\s(?:its|their)$",  # "business done by the Board at its"
    re.I,
)


def _in_one_case(body: Naming, text: str) -> Naming:
    """Return "Holt Rivers Trust Board" for "HOLT RIVERS TRUST Board"."""
    lead = re.match(r"(?:[^a-z\s]{3,}\s){2,}(?=(?:[A-Z][a-z]+\s?){1,3}$)", body.name)
    if not lead:
        return body
    whole = restore_case(lead[0].rstrip(), text)
    return replace(body, name=f"{whole} {body.name[lead.end() :]}")


# "County of Marl" above "Town of Low Fold" says where that is
_COUNTY = re.compile(r"(?:county|state) of\b", re.I)
_WITHIN_COUNTY = re.compile(r"(?:township|town|city|village|borough) of\b", re.I)


def _choose(candidates: list[Naming]) -> Naming | None:
    """Return the best name: committees before the councils they belong to."""
    if not candidates:
        return None

    lines = Counter(
        key for key, _ in {(x.name.lower(), x.start) for x in candidates if _at_line(x)}
    )

    def rank(x: Naming) -> tuple[int, int, int, int]:
        bare = _is_vague(x)
        below = 2 if is_below(x.name) and not bare else 0
        below = 4 if _CHURCH.match(x.name) else below
        below -= 1 if below and _WHOLE.search(x.name) else 0
        vague = -4 if bare else 0
        council = x.name.lower().endswith("council") and not _OF_CHURCH.search(x.name)
        part = not council and not is_authority(x.name)
        twice = 1 if _at_line(x) and lines[x.name.lower()] > 1 else 0
        return x.score + below + vague + twice, part, -x.start, len(x.name)

    return max(candidates, key=rank)


# "Parochial Church Council of Marl", which "PCC" shortens
_CHURCH = re.compile(r"(?:parochial|parish)\schurch\scouncil\sof\b", re.I)
# "Parochial Church Council" below "Parish of Marl"
_OF_CHURCH = re.compile(r"church council$", re.I)


def _at_line(naming: Naming) -> bool:
    return naming.rule == "body-line" and bool(_MEETS.search(naming.name))


_MEETS = re.compile(r"\b(?:committee|panel|board|forum|commission|party)$", re.I)


# What may have a committee of its own, named on the line below
_WHOLE = re.compile(
    r"""^(?!(?:directors|trustees|board|committee)\sof\s)(?:.{0,120}\W)?
    (?:trust|foundation|federation|society|university|association|company|club|union
    |institute|network|alliance|consortium|partnership|cic|hoa|co-?op(?:erative)?)$
    |^university\sof\b""",
    re.I | re.X,
)


# Bodies of several that have groups of their own
_ALLIED = re.compile(
    r"\w\W+(?:partnership|alliance|network|consortium|forum)"
    r"(?:,? (?:limited|ltd|cic))?$",
    re.I,
)
# "Finance Committee" below "Hillfoot Trust": a part that its whole stands above
_PART_NAME = re.compile(
    r"\w\W+(?:committee|sub-?committee|panel|sub[ -]?group|working (?:party|group))$"
    r"|^(?:steering|executive|management|core|strategic|operational|delivery|reference"
    r"|leadership|project|programme) (?:group|board|team)$"
    r"|^board of \w|^union council$",
    re.I,
)


def _nothing_between(text: str) -> bool:
    """Return whether no more than "Minutes of the" parts two names."""
    text = _FOR_SHORT.sub("", text, count=1)
    return not any(map(str.isalnum, text)) or says_which(text)


_FOR_SHORT = re.compile(r"^\s{0,3}\([A-Z&]{2,10}\)")


def _own_group(whole: Naming, part: Naming) -> bool:
    """Return whether a part is called by what it is for its whole alone."""
    if _OWN_PART.fullmatch(part.name):
        return True
    return bool(_GROUP_OF.fullmatch(part.name)) and not is_authority(whole.name)


# "Steering Group" below "Low Fold Rivers Partnership"
_GROUP_OF = re.compile(
    r"(?:steering|executive|management|core|strategic|strategy|operational|operations"
    r"|delivery|implementation|reference|coordinating|co-ordinating|leadership"
    r"|business management|programme|project) (?:group|team)"
    r"|union council",
    re.I,
)
# A part that is nobody's but that whole's
_OWN_PART = re.compile(r"(?:management |general )?(?:committee|board)", re.I)
# "Senate" on the line below "University of Marl"
_UNIVERSITY = re.compile(r"\b(?:university|college)\b", re.I)
_RULES = re.compile(r"(?:university )?(?:council|senate|court)|academic \w+", re.I)
# Nobody's authority: its board or committee goes by its name
_PRIVATE = re.compile(r"\b(?:club|association|society|guild)(?:,? inc)?$", re.I)
_PRIVATE_PART = re.compile(
    r"(?:club |executive )?committee|board of (?:directors|trustees|managers)", re.I
)


def _part_below(candidates: list[Naming], text: str) -> Naming | None:
    """Return the committee that a heading names on the line below its whole."""
    lines = [x for x in candidates if x.rule == "body-line" and x.score >= 5]
    for whole in lines:
        if not (
            governs(whole.name)
            or is_authority(whole.name)
            or is_parent_board(whole.name)
            or _ALLIED.search(whole.name)
        ):
            continue
        for part in lines:
            near = 0 < part.start - whole.end < 90
            between = text[whole.end : part.start] if near else "-"
            of_it = _PART_NAME.search(part.name) or (
                _UNIVERSITY.search(whole.name) and _RULES.fullmatch(part.name)
            )
            if of_it and _nothing_between(between):
                own = _own_group(whole, part) or (
                    _PRIVATE.search(whole.name) and _PRIVATE_PART.fullmatch(part.name)
                )
                lead = f"{whole.name} " if own else ""
                return replace(part, name=lead + part.name, rule="body-part-below")
    return None


def _is_vague(naming: Naming) -> bool:
    """Return whether a name needs its place: "the Board", "Meeting: Parish Council"."""
    label = naming.rule.startswith("body-label")
    return is_bare(naming.name) and not (
        label and not naming.name.lower().endswith("council")
    )


_NEAR = 1500  # characters that a parent's name may stand above its board's
# "Hillfoot NHS Foundation Trust", "Marlhaven University": what may have a board
_PARENT = re.compile(
    r"(?P<name>(?:[A-Z][\w'’&-]{1,30}[ \t]{1,6}(?:(?:of|and|for|&)[ \t]{1,6})?){1,7}"
    r"(?:Trust|University|College|School|Academy|Association|Society|Company|Foundation"
    r"|Limited|Ltd|IPS|CIC|Federation|Institute|Authority|Council)\b)"
)


_SCHOOL = re.compile(r"(?:School|Academy|College)$")  # what governors belong to


def _complete(
    body: Naming, candidates: list[Naming], text: str, head_end: int
) -> Naming:
    """Return the body with its place or its parent, where it is only "the Board"."""
    if not _is_vague(body):
        return body
    kind = body.name.split()[-1].lower()
    fuller = [
        x
        for x in candidates
        if not is_bare(x.name)
        and (
            x.name.lower().endswith(kind)
            or (kind == "council" and is_authority(x.name))
        )
    ]
    if fuller:
        return max(fuller, key=lambda x: (x.score, -x.start))
    before = _line_before(body, text)
    if before:
        return before
    parent = None
    for match in _PARENT.finditer(text, 0, min(body.start, head_end)):
        parent = match
    if (
        parent
        and not _SCHOOL.search(parent[0])
        and kind != "council"
        and (body.start - parent.end() < _NEAR)
    ):
        name = f"{' '.join(parent['name'].split())} {body.name}"
        return Naming(name, body.start, body.end, "body-of-parent", body.score)
    return body


def _fuller(body: Naming, candidates: list[Naming]) -> Naming:
    """Return "Marland Board of Nursing" for "Board of Nursing" where both are named."""
    end, start = f" {body.name.lower()}", f"{body.name.lower()} "
    longer = [
        x
        for x in candidates
        if x.score >= 5
        and (
            (
                x.name.lower().endswith(end)
                and _OWN_PLACE.fullmatch(x.name[: -len(end)])
                and (_SOME_BOARD.match(body.name) or x.rule != "body-x-met")
            )
            or (x.name.lower().startswith(start) and _goes_on(x.name, body.name))
        )
    ]
    return max(longer, key=lambda x: (x.score, -x.start)) if longer else body


def _goes_on(longer: str, name: str) -> bool:
    """Return whether more of a name says whose board it is, or of whom it is made."""
    if _SOME_BOARD.match(name):
        return not _OTHER.search(longer)
    return bool(_OF_WHOM.fullmatch(longer[len(name) :]))


_OF_WHOM = re.compile(r" of (?:trustees|directors|governors|management)", re.I)
_SOME_BOARD = re.compile(r"(?:\w{1,30} )?board of \w", re.I)
_OTHER = re.compile(r"\b(?:meeting|minutes)\b|\bof\b.*\b(?:of|for)\b", re.I)
_OWN_PLACE = re.compile(
    r"(?!(?:library|primary school|school|local)$)(?-i:[A-Z])[\w'’.&-]*"
    r"(?: (?!(?:meeting|minutes)\b)(?:[A-Z&][\w'’.&-]*|of|and|for|the)){0,6}",
    re.I,
)


def _with_board(body: Naming, candidates: list[Naming]) -> Naming:
    """Return "Hillfoot Trust Board" where the heading names trust and board apart."""
    public = _PUBLIC.search(body.name) is not None
    council = public or is_authority(body.name)
    private = _PRIVATE.search(body.name)
    if not (council or private or _HAS_BOARD.search(body.name)):
        return body
    for x in candidates:
        follows = x.rule == "body-line" and 0 < x.start - body.end < 6
        if not (is_bare(x.name) and is_below(x.name)):
            continue
        apart = _THOSE_WHO.fullmatch(x.name) or (public and _GOVERNS.fullmatch(x.name))
        if council and x.score >= 5 and apart:
            return x
        if x.name.split()[-1].lower() in body.name.lower():
            continue
        of_it = x.rule in ("body-meeting-of", "body-x-meeting") and not private
        if follows or of_it:
            return replace(x, name=f"{body.name} {x.name}", rule="body-of-parent")
    return body


_HAS_BOARD = re.compile(
    r"\b(?:trust|university|college|school|partnership|alliance|consortium)"
    r"(?:,? (?:limited|ltd|plc|cic))?$|\w (?:limited|ltd|plc|cic|cio)$",
    re.I,
)
_PUBLIC = re.compile(r"\b(?:authority|(?:commissioning )?group|ccg)$", re.I)
_GOVERNS = re.compile(r"board|governing body", re.I)
_THOSE_WHO = re.compile(
    r"selectmen|supervisors|commissioners|trustees|(?:town|village|county) board"
    r"|(?:town|village|county|city) commission",
    re.I,
)


def _by_initials(body: Naming, candidates: list[Naming]) -> Naming:
    """Return "Low Fold Parish Council" where the heading only has "LF PC".

    And "Harbour Safety Partnership" where it has "Low Fold Borough HSP" as well.
    """
    if part := _SHORT_WHOLE.fullmatch(body.name):
        for x in candidates:
            if x.rule != "body-title" and _initials_of(x.name) == part["letters"]:
                return replace(body, name=f"{x.name} {part['part']}")
    short = _SHORT_NAME.fullmatch(body.name)
    if not short:
        return body
    letters = short["letters"].replace(" ", "")
    for x in candidates:
        words = x.name.replace("-", " ").split()
        plain = _initials_of(x.name)
        initials = "".join(w[0] for w in words).upper()
        if letters in (plain, initials):
            return x
        if len(letters) > 2 and not short["lead"] and initials.endswith(letters):
            return x
    return body


def _initials_of(name: str) -> str:
    """Return the first letters of the words of a name, the small words left out."""
    words = name.replace("-", " ").split()
    return "".join(w[0] for w in words if w.lower() not in SMALL_WORDS).upper()


# "LFRA Committee" below "Low Fold Residents’ Association"
_SHORT_WHOLE = re.compile(
    r"(?P<letters>[A-Z]{3,6}) (?P<part>(?:[A-Z]\w+ )?(?:Committee|Board|Trustees))"
)
_SHORT_NAME = re.compile(
    r"(?P<lead>(?:\S{1,30} ){1,8})?(?P<letters>[A-Z]{2,4} ?(?:PC|TC)|[A-Z]{3,6})"
)


def _own_council(body: Naming, candidates: list[Naming]) -> Naming:
    """Return "City Council" where the heading names the "City of" it apart."""
    whole = _COUNCIL_OF_ITS.fullmatch(body.name)
    if whole:
        kind = whole["kind"].lower()
        named = re.compile(rf"{kind} of \w|.*\w {kind} council$", re.I)
        return next((x for x in candidates if named.match(x.name)), body)
    if not is_place_council(body.name) or body.name.lower().endswith("council"):
        return body
    kind = body.name.split()[0]
    for x in candidates:
        if x.name.lower() == f"{kind} council".lower():
            return x
    return body


def _their_board(body: Naming, text: str) -> Naming:
    """Return "Board of Directors" where the heading has "Directors' Meeting"."""
    if not _WHO_MET.fullmatch(body.name):
        return body
    board = f"Board of {body.name.capitalize()}"
    return replace(body, name=board) if board.lower() in text.lower() else body


_WHO_MET = re.compile(r"(?:directors|trustees|governors|managers)", re.I)
# "the Council of the Borough" below "Borough of Low Fold"
_COUNCIL_OF_ITS = re.compile(
    r"council of the (?P<kind>borough|city|town|county|district|parish|village|township"
    r"|shire|burgh)",
    re.I,
)


def _line_before(body: Naming, text: str) -> Naming | None:
    """Return the body with the line before it, where its name wraps."""
    line = text.rfind("\n", 0, body.start) + 1
    if text[line : body.start].strip() or not line:
        return None
    start = text.rfind("\n", 0, line - 1) + 1
    upper = text[start : line - 1].strip()
    if not re.fullmatch(r"[A-Z][^:;,.()\t]{3,80}", upper) or noun_pattern().search(
        upper
    ):
        return None
    if re.search(r"minutes|meeting|draft|page|agenda|\d{4}", upper, re.I):
        return None
    name = " ".join(text[start : body.end].split())
    return Naming(name, start, body.end, "body-two-lines", body.score)


# "(SLF)", '(the "SLF")': what stands before it may be the whole name
_SHORT_FOR = re.compile(r"\(\s*(?:the\s+)?[\"'“‘]?([A-Z]{3,8})\b")


def _spell_out(body: Naming, text: str) -> Naming:
    """Return the full name where the heading names the body by its acronym too.

    "SLF Forum" becomes "Southmere Local Forum" where the text has that with "(SLF)".
    """
    acronym = re.match(r"([A-Z]{3,8})\b", body.name)
    if not acronym or (body.name.isupper() and len(body.name.split()) > 2):
        return body
    if all(x[1] != acronym[1] for x in _SHORT_FOR.finditer(text)):
        return body
    match = re.search(
        rf"((?:[A-Z][\w'’-]+[ \n]+(?:(?:and|of|for|&)[ \n]+)?){{2,8}})\(\s*(?:the\s+)?"
        rf"[\"'“‘]?{acronym[1]}\b",
        text,
    )
    if not match:
        return body
    words = match[1].split()
    letters = "".join(w[0] for w in words if w[0].isupper()).upper()
    skip = letters.rfind(acronym[1])
    if skip < 0 and not noun_pattern().search(words[-1]):
        return body
    name = " ".join(words if skip < 0 else words[skip:])
    return replace(body, name=name, rule=f"{body.rule}-acronym")


def _with_noun(body: Naming, text: str) -> Naming:
    """Return "Coast Survey Panel" for "Coast Survey minutes" of what is "the Panel".

    The text has to call it so thrice, and no other thing half as often.
    """
    if not body.rule.endswith("-unnamed") or noun_pattern().search(body.name):
        return body
    counts = Counter(_THE_BODY.findall(text)).most_common(2)
    if not counts or counts[0][1] < 3:
        return body
    if len(counts) > 1 and counts[1][1] * 2 > counts[0][1]:
        return body
    return replace(body, name=f"{body.name} {counts[0][0]}")


_THE_BODY = re.compile(
    r"\b[Tt]he (Panel|Committee|Board|Group|Forum|Commission|Partnership)\b"
    r"(?! (?:of|[A-Z]))"
)
