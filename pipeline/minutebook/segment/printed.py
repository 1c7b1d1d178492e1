"""Leaves out what agendas and lists of contents print that heads nothing itself."""

from __future__ import annotations

import re
from bisect import bisect_right

from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.names import is_name
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import RosterBlock, SourceDocument
from minutebook.segment.candidates import Candidate, find_candidates
from minutebook.segment.families import TELLS
from minutebook.segment.leads import read_leads

# "2.1 Nil", "(a) None received": what was said, and no heading
_NO_ANSWER = re.compile(
    r"(?i:nil(?:\sreturns?)?|none(?:\s(?:received|declared|given|noted|reported|raised))?"
    r"|not\sapplicable|n/a|nothing\sto\sreport|no\sapologies(?:\sreceived)?)\W{0,2}"
)
# "6.1 10 June 2031", under "6 Date of next meeting": an answer as well
_DATE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:the\s)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2}(?:st|nd|rd|th)?)"
    r",?\s\d{4}(?:[\s,]{1,2}(?:at\s)?\d.{0,30})?"
)
_LEAST_CONTENTS = 3  # entries with a page: fewer are chance
# where an entry of a list of contents ends: "Closing prayer. 3", "Paths ..... 12"
_PAGE = re.compile(r"[\s.…·_-]{1,200}\d{1,3}$")
_LEADER = re.compile(r"(?:\.{4}|…{2}|_{4}|(?:\. ){4})[.…_ ]{0,200}\d{1,3}$")
# what an agenda prints below the heading of an item: "To consider the attached report"
_PURPOSE = re.compile(
    r"To\s(?:receive|consider|note|approve|agree|confirm|discuss|review|ratify|adopt"
    r"|determine|appoint|elect|report|sign|hear|be\sinformed|answer|invite|provide|set"
    r"|take|make|resolve|scrutinise|examine|authorise|update)\s"
    # or who has written on it: "Report of the Head of Housing."
    r"|(?:(?:Joint|Verbal|Oral|Written|Covering|Confidential|Exempt)\s)?Reports?\s"
    r"(?:(?:of|by|from)\s[^.:\n]{3,120}\.(?=\s*$)|(?:attached|enclosed|herewith|to\sfollow)\b)",
    re.MULTILINE,
)


def find_headings(
    source: SourceDocument,
    rosters: tuple[RosterBlock, ...],
    paragraphs: list[Paragraph],
) -> list[Candidate]:
    """Return the places where an item may begin, without what only looks like one."""
    found = find_candidates(source, rosters, paragraphs)
    found = read_leads(source.text, paragraphs, rosters, found)
    found = _without_contents(source.text, found)
    found = [
        x
        for x in found
        if not (_lists_holder(source.text, x) or _only_answers(source.text, x))
    ]
    found = [x for x in found if not _goes_on_list(source.text, rosters, x)]
    found = _without_front_tasks(source.text, rosters, paragraphs, found)
    return _without_purposes(source.text, found)


# "Action Sheet", "ACTIONS ARISING FROM THE LAST MEETING", "Summary of action points"
_TASKS = re.compile(
    r"\W{0,4}(?:summary\sof\s|list\sof\s|table\sof\s|outstanding\s|agreed\s)?actions?"
    r"(?:\s(?:sheet|log|list|points?|items?|table|plan|summary|tracker|register))?"
    r"(?:\s(?:arising|agreed|outstanding|from|carried)\b[\w\s/.,]{0,50})?\W{0,3}",
    re.IGNORECASE,
)
_LONGEST_HEAD = 70  # characters of such a line


def _without_front_tasks(
    text: str,
    rosters: tuple[RosterBlock, ...],
    paragraphs: list[Paragraph],
    found: list[Candidate],
) -> list[Candidate]:
    """Return the candidates without a list of tasks printed above who came.

    "Action Sheet" heads it, and the numbers of the items begin anew below.
    """
    came = min((x.start for x in rosters), default=0)
    ones = [x.start for x in found if x.number and x.number.value == 1]
    if len(ones) < 2 or not ones[0] < came < ones[-1]:
        return found
    heads = [
        x.start
        for x in paragraphs
        if x.start < ones[0]
        and x.end - x.start <= _LONGEST_HEAD
        and _TASKS.fullmatch(text, x.start, x.end)
    ]
    if not heads:
        return found
    return [x for x in found if not heads[-1] <= x.start < came]


def _goes_on_list(text: str, rosters: tuple[RosterBlock, ...], x: Candidate) -> bool:
    """Say whether "Apologies: Ann Bell" goes on with the list of who came above it.

    "Apologies: these were received from Ann Bell" is a sentence, and so business.
    """
    if x.standing != "apologies" or x.number or x.alone:
        return False
    if TELLS.search(text, x.body_start, text.find("\n", x.body_start)):
        return False
    came = [r for r in rosters if r.status == "present" and r.rule != "roster-sentence"]
    return any(r.end <= x.start and not text[r.end : x.start].strip() for r in came)


def _without_purposes(text: str, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates without the lines that say what an item above is for.

    "Beach huts" / "To consider the report of the Director": one item, not two.
    """
    heads = {x.index for x in found if x.alone and not _tells_purpose(text, x)}
    return [x for x in found if x.index - 1 not in heads or not _tells_purpose(text, x)]


def _tells_purpose(text: str, x: Candidate) -> bool:
    plain = x.number is None and x.style in ("plain", "runin")
    return plain and _PURPOSE.match(text, x.title_start) is not None


def _lists_holder(text: str, x: Candidate) -> bool:
    """Say whether a numbered row tells who holds a post: "3 / Treasurer / Ann Bell"."""
    if x.number is None or text[x.title_end : x.title_end + 3] != " / ":
        return False
    if not has_role_word(x.title(text)):
        return False
    end = text.find("\n", x.title_end, x.title_end + 120)
    cells = text[x.title_end + 3 : end if end > 0 else x.title_end + 120].split(" / ")
    return is_name(cells[0].split("/")[0].strip())


def _without_contents(text: str, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates without the entries of a list of contents.

    Each ends with a page, and comes again further down without it, or a row of dots
    leads to it.
    """
    found = [x for x in found if not _ends_in(_LEADER, text, x)]
    paged = [x for x in found if x.number and x.alone and _ends_in(_PAGE, text, x)]
    if len(paged) < _LEAST_CONTENTS:
        return found
    titles = {x: _PAGE.sub("", x.title(text)) for x in found if x.number and x.alone}
    last = {x.title(text).lower(): x.start for x in titles}
    dropped = {x for x in paged if last.get(titles[x].lower(), -1) > x.start}
    return [x for x in found if x not in dropped] if len(dropped) > 2 else found


def _ends_in(pattern: re.Pattern[str], text: str, x: Candidate) -> bool:
    """Say whether a title ends in the number of a page that a pattern finds there."""
    number = text[x.title_start : x.title_end].rstrip()[-1:].isdigit()
    return number and pattern.search(x.title(text)) is not None


def _only_answers(text: str, x: Candidate) -> bool:
    """Say whether a number under another stands before a mere answer: "2.1 Nil"."""
    if x.number is None or x.number.depth == 1:
        return False
    title = x.title(text)
    return (_NO_ANSWER.fullmatch(title) or _DATE.fullmatch(title)) is not None


def heads_kind(text: str, x: Candidate, chain: list[Candidate]) -> bool:
    """Say whether a heading only says of which kind the numbered ones below it are.

    "QUESTIONS" right above "6. Question submitted by Ann Bell".
    """
    at = bisect_right(chain, x.start, key=lambda c: c.start)
    if at == len(chain) or chain[at].index != x.index + 1:
        return False
    below = chain[at].title(text).casefold().split()
    words = x.title(text).casefold().split()
    pairs = zip(words, below, strict=False)
    return len(words) < len(below) and all(
        one.rstrip("s") == other.rstrip("s") for one, other in pairs
    )
