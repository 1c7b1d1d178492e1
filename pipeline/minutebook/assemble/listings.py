"""Lets a decision reach over what it only announces: rows of sums, quoted words.

"The Council resolved to pay:" says nothing without the rows below it; "agreed to add
the following condition:" nothing without the condition.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from minutebook.assemble.fates import is_of_fate
from minutebook.assemble.scope import Scope, strip_end
from minutebook.grammar.paragraphs import find_sentences
from minutebook.records import Decision

# "resolved to pay :", "That the following be granted:": the verb wants what it is about
_WANTS = re.compile(
    r"\b(?:to\s{1,3}(?:pay|award|grant|donate|purchase|buy|fund)"
    r"|\bfollowing\s{1,3}(?:be|were|are)\s{1,3}(?:granted|paid"
    r"|awarded|approved|agreed|funded|drawn|signed|passed|authori[sz]ed|elected|appointed)"
    r"(?:\s{1,3}(?:unopposed|unanimously|for\s{1,3}payment|en\s{1,3}bloc))?)"
    r"(?:\s{0,2}[:–-]{1,2}(?=\s|$)|(?<=\sto\spay)$)",
    re.IGNORECASE,
)
# "agreed to allocate the following:", "that the fees be:": the sums below are it; but
# "The payments below were agreed:" names already what was
_LEADS = re.compile(
    r"\b(?:the\s{1,3}following|as\s{1,3}follows|be|(?:agreed|resolved|decided|moved)\s{1,3}to\s{1,3}[a-z]{3,12})"
    r"\s{0,2}[:–-]{1,2}\s{0,2}$"
)
# "to add the following clarification to item c.": which one, a quotation tells
_QUOTES = re.compile(
    r"\bthe\s{1,3}following\s{1,3}[a-z]{3,20}\b[^.;:“”\"]{0,80}[.:–-]?\s*$"
)
# "The following changes were agreed by all:", "agreed that the following is enough:"
_ANNOUNCES = re.compile(
    r"\b(?<!to\s)[Tt]he\s{1,3}following\s{1,3}(?:changes?|terms?|arrangements?|rules?|amendments?|is"
    r"|are|was|were)\b[^.;:]{0,120}:\s{0,2}[–-]?\s*$"
)
_ENTRY = re.compile(r"\s{0,8}(?:[•·●▪➢➤►◦*]|[–-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_MOVERS = re.compile(r"\W{0,3}(?:[Pp]roposed|[Mm]oved|[Ss]econded|[Oo]n\sthe)\b")
_MOST = 12  # entries of such a list
_QUOTATION = re.compile(r"\s{0,4}[“\"‘]")
_SUM = re.compile(r"[£$€]\s?\d")
_CELL = 100  # characters of a cell of such rows
_APART = 4  # cells of a row: a sum stands in each
_REACH = 80  # cells that are looked at
_LEAST = 40  # characters of its last words
_LEAD = 160  # characters of the words that announce a list


def reach_listings(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, each with the rows or the quotation that it announces.

    What was taken for a decision within such rows is none.
    """
    kept: list[Decision] = []
    for decision in decisions:
        above = kept[-1] if kept else None
        if above is not None and decision.start < above.end:
            continue
        end = _reach(scope, decision)
        kept.append(replace(decision, end=end) if end > decision.end else decision)
    return kept


def _reach(scope: Scope, decision: Decision) -> int:
    """Return where the list or quotation ends that a decision announces."""
    text = scope.text
    at = bisect_right(scope.paragraphs, decision.start, key=attrgetter("start")) - 1
    if at < 0:
        return decision.end
    own = scope.paragraphs[at]
    wants = _WANTS.search(text, max(decision.start, own.end - _LEAD), own.end)
    if wants and wants[0][-1].isalpha() and _SUM.search(text, own.start, own.end):
        wants = None  # "Village hall £40.00 resolved to pay": told before it
    if wants and not text[wants.end() : own.end].strip(" |"):
        named = "elected" in wants[0].lower() or "appointed" in wants[0].lower()
        return max(decision.end, _rows_end(scope, at, named))
    if decision.end >= strip_end(text, own.start, own.end) and at + 1 < len(
        scope.paragraphs
    ):
        below = scope.paragraphs[at + 1]
        if _LEADS.search(
            text, max(own.start, own.end - _LEAST), own.end
        ) and _SUM.search(text, below.start, min(below.end, below.start + _CELL)):
            return max(decision.end, _rows_end(scope, at, named=False))
        quoted = _QUOTATION.match(text, below.start, below.end)
        leads = _QUOTES.search(text, max(decision.start, own.end - _LEAD), own.end)
        if _ANNOUNCES.search(text, max(decision.start, own.end - _LEAD), own.end):
            return max(decision.end, _entries_end(scope, at))
        if quoted and leads and scope.same_item(at, at + 1):
            return strip_end(text, below.start, below.end)
    return decision.end


def _entries_end(scope: Scope, index: int) -> int:
    """Return where entries end below a paragraph, each marked or cut by ";"."""
    text, end = scope.text, scope.paragraphs[index].end
    for at in range(index + 1, min(index + 1 + _MOST, len(scope.paragraphs))):
        entry = scope.paragraphs[at]
        goes_on = at > index + 1 and text[end - 5 : end].rstrip(" and").endswith(";")
        opens = at == index + 1 and text[entry.end - 1] == ";"
        marked = _ENTRY.match(text, entry.start, entry.end) is not None
        told = (goes_on or opens) and not _MOVERS.match(text, entry.start)
        if not (told or marked) or not scope.same_item(index, at):
            break
        end = strip_end(text, entry.start, entry.end)
    return end


def _rows_end(scope: Scope, index: int, named: bool) -> int:
    """Return where the rows end below a paragraph, each of which holds a sum.

    The fate told right behind them is theirs. Where somebody is `named` in each, those
    are the rows.
    """
    text, end, last = scope.text, scope.paragraphs[index].end, index
    end = _run_on(scope, index) or end
    for at in range(index + 1, min(index + _REACH, len(scope.paragraphs))):
        cell = scope.paragraphs[at]
        far = cell.end - cell.start > _CELL or at - last > _APART
        far = far or text.startswith(("That ", "THAT ", "to "), cell.start)
        if far or not scope.same_item(index, at):
            break
        beside = last > index and _row(scope, at) == _row(scope, last)
        told = _SUM.search(text, cell.start, cell.end) is not None
        told = told or (named and _names_one(scope, cell.start, cell.end))
        if told or beside or _is_fate(scope, at):
            end, last = strip_end(text, cell.start, cell.end), at
    return end


_TASK = re.compile(r"\b(?:to|will)\s[a-z]{2,12}\b")


def _names_one(scope: Scope, start: int, end: int) -> bool:
    """Say whether a row names a person, and gives nobody a task."""
    told = _TASK.search(scope.text, start, end)
    return told is None and scope.names_anybody(start, end)


def _run_on(scope: Scope, index: int) -> int:
    """Return where the sums end that running text below a paragraph tells, or 0."""
    end, below = 0, index + 1
    if below == len(scope.paragraphs) or not scope.same_item(index, below):
        return end
    paragraph = scope.paragraphs[below]
    if paragraph.end - paragraph.start <= _CELL:
        return end
    for sentence in find_sentences(scope.text, paragraph.start, paragraph.end):
        if not _SUM.search(scope.text, sentence.start, sentence.end):
            break
        end = sentence.end
    return end


def _row(scope: Scope, index: int) -> tuple[int | None, ...]:
    """Return in which row of which table, or page, a paragraph stands."""
    line = scope.paragraphs[index].first
    return (line.table, line.page, line.row)


def _is_fate(scope: Scope, index: int) -> bool:
    """Say whether a paragraph is "Carried" and no more."""
    paragraph = scope.paragraphs[index]
    words = re.findall(r"[a-z]+", scope.text[paragraph.start : paragraph.end].lower())
    return 0 < len(words) < 4 and all(map(is_of_fate, words))
