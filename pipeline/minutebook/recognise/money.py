"""Recognises amounts of money, in running text and in columns of tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from minutebook.grammar.country import guess_country
from minutebook.grammar.money import MoneyHit, find_money, money_value, shows_rand
from minutebook.recognise.context import Context
from minutebook.records import Line, Mention, SourceDocument

# "£", "Amount (£)", "Cost £", "£'000": the head of a column of amounts
_HEAD = re.compile(
    r"(?:[A-Za-z ./]{0,40}[ (])?(?P<sign>[£€$])(?P<thousands>['’]?[ ]?000s?|k)?\)?"
    r"(?:[ ][A-Za-z]{1,12})?"
)
# "1,234.50", "(70.00)", "-12.30": a cell that holds an amount and nothing else
_CELL = re.compile(
    r"[-–(]?[ ]?(?P<amount>[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,2})?"
    r"|[0-9]{1,9}(?:\.[0-9]{1,2})?)[ ]?\)?"
)
_DOLLAR_LANDS = frozenset(("US", "CA", "AU", "NZ"))
_SIGNS = {"IE": "€", "US": "$", "CA": "$", "AU": "$", "NZ": "$"}


def recognise_money(context: Context) -> tuple[Mention, ...]:
    """Return every mention of money, in the order of the text."""
    source = context.source
    columns = _columns(source) if any(x in source.text for x in "£€$") else []
    headed = {x.start for x in columns}  # a heading may say that they are thousands
    rand = shows_rand(source.text) and guess_country(source.text) == "ZA"
    hits = [
        x
        for x in find_money(source.text, rand)
        if x.style != "plain" or x.start not in headed
    ]
    taken = {x.start for x in hits}
    hits += [x for x in columns if x.start not in taken]
    if not hits:
        return ()
    dollars = any(x.unit in ("$", "dollar", "dollars") for x in hits)
    country = guess_country(source.text, _DOLLAR_LANDS) if dollars else None
    sign = _sign(source.text, hits)
    mentions = [_mention(source, x, country, sign) for x in hits]
    return tuple(sorted(_shown(source, mentions), key=lambda x: x.start))


def _mention(
    source: SourceDocument, hit: MoneyHit, country: str | None, sign: str
) -> Mention:
    name = " ".join(source.quote(hit.start, hit.end).split())
    value = money_value(hit, country, sign)
    return Mention("money", hit.start, hit.end, name, f"money-{hit.style}", money=value)


def _sign(text: str, hits: list[MoneyHit]) -> str:
    """Return the sign of the document's own money."""
    written = Counter(x.unit for x in hits if x.unit in ("£", "€", "$"))
    if written:
        return written.most_common(1)[0][0]
    return _SIGNS.get(guess_country(text) or "", "£")


def _shown(source: SourceDocument, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions that stand in no running head and are not struck out."""
    starts = [x.start for x in source.lines]
    kept = []
    for mention in mentions:
        at = bisect_right(starts, mention.start) - 1
        line = source.lines[at] if at >= 0 else None
        if line is None or not (line.furniture or line.struck):
            kept.append(mention)
    return kept


def _columns(source: SourceDocument) -> list[MoneyHit]:
    """Return the bare numbers that stand under a heading with a sign."""
    hits: list[MoneyHit] = []
    heads: dict[int, tuple[str, float]] = {}
    last: Line | None = None
    for line in source.lines:
        if last is not None and _leaves_table(last, line):
            heads = {}
        last = line
        written = source.quote(line.start, line.end)
        if len(written) > 60:
            continue
        head = _HEAD.fullmatch(written)
        if head:
            heads[line.column] = head["sign"], 1000.0 if head["thousands"] else 1.0
            continue
        cell = _CELL.fullmatch(written) if line.column in heads else None
        if cell:
            sign, factor = heads[line.column]
            amount = float(cell["amount"].replace(",", "")) * factor
            hits.append(MoneyHit(line.start, line.end, amount, sign, "column"))
    return hits


def _leaves_table(last: Line, line: Line) -> bool:
    """Return whether a line stands in another table than the one before, or in none."""
    if last.table is not None or line.table is not None:
        return last.table != line.table
    return line.row > last.row + 1
