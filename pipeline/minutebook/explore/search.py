"""A search answered: which rows, how many, how they divide, and what to try else."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from minutebook.explore import queries
from minutebook.explore.filters import (
    MANY,
    PAGE_SIZE,
    Filters,
    date_number,
    read_amount,
)
from minutebook.explore.index import (
    CONTESTED,
    COUNTED,
    NAMED,
    Columns,
    Index,
    Ints,
    Mask,
)
from minutebook.explore.marking import disarm
from minutebook.explore.queries import Row
from minutebook.explore.query_language import Query, Term, either, parse

MOST_RANKED = 10_000  # matches that are put in order of relevance
VOTES = {"counted": COUNTED, "contested": CONTESTED, "named": NAMED}
TITLE_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Count:
    """One value of a facet: what it is called and how many results have it."""

    value: str
    name: str
    count: int
    chosen: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found."""

    query: Query
    ids: Ints  # in the order in which they are shown
    facets: dict[str, list[Count]]
    set_apart: int  # standing business that would match too
    order: str  # relevance, newest, oldest
    partly_ranked: bool = False

    @property
    def total(self) -> int:
        """Return how many rows match."""
        return len(self.ids)

    def page(self, number: int, size: int = PAGE_SIZE) -> Ints:
        """Return the ids of one page, counted from 1."""
        return self.ids[(number - 1) * size : number * size]


def search(conn: sqlite3.Connection, index: Index, filters: Filters) -> Answer:
    """Return the answer to a search, from memory if it was asked before."""
    key = filters.link(page=1, view="list")
    known = index.answers.get(key)
    if known is None:
        known = index.remember(key, _search(conn, index, filters))
    answer: Answer = known
    return answer


def _search(conn: sqlite3.Connection, index: Index, filters: Filters) -> Answer:
    """Return the answer to a search."""
    columns, query = index.columns(filters.scope), parse(filters.q)
    words = _words(conn, index, filters.scope, query)
    base = words.copy()
    for keep in _narrow(conn, columns, filters):
        base &= keep
    chosen = _chosen(index, columns, filters)
    everything = _all(base, chosen.values())
    kept = everything if filters.standing else everything & ~columns.standing
    set_apart = int(np.count_nonzero(everything & columns.standing))
    if not filters.standing:
        base &= ~columns.standing
    facets = _facets(index, columns, filters, base, chosen)
    order = filters.sort or ("relevance" if query.groups else "newest")
    if order == "relevance" and query.groups:
        ids, partly = _ranked(conn, index, filters.scope, query, words, kept)
    else:
        ids, partly = _dated(columns, kept, order == "oldest"), False
    return Answer(query, ids, facets, set_apart, order, partly)


# ------------------------------------------------------------------------------ words


def _words(conn: sqlite3.Connection, index: Index, scope: str, query: Query) -> Mask:
    """Return which rows hold every wanted group of words and none of the others.

    A decision also holds the words of the heading that it stands under.
    """
    found: Mask = np.ones(len(index.columns(scope)), dtype=np.bool_)
    for group in query.groups:
        found &= _holding(conn, index, scope, either(group))
    if query.excluded and query.groups:
        found &= ~_holding(conn, index, scope, either(query.excluded))
    return found


def _holding(conn: sqlite3.Connection, index: Index, scope: str, match: str) -> Mask:
    """Return which rows match an expression, by their text or their heading."""
    known = index.answers.get((scope, match))
    if known is None:
        found = index.columns(scope).mask(matched(conn, f"{scope}_fts", match))
        if scope == "decisions" and not index.title_in_fts:
            found |= _headed(conn, index, match)
        known = index.remember((scope, match), found)
    mask: Mask = known
    return mask


def _headed(conn: sqlite3.Connection, index: Index, match: str) -> Mask:
    """Return which decisions stand under a heading that matches an expression."""
    items = index.items.mask(matched(conn, "items_fts", f"title : {match}"))
    if not len(items):
        return np.zeros(len(index.decisions), dtype=np.bool_)
    found: Mask = items[index.item_places] & (index.item_places >= 0)
    return found


def matched(conn: sqlite3.Connection, table: str, match: str) -> Ints:
    """Return the ids that a full-text expression finds."""
    text = conn.execute(queries.matching(table), (match,)).fetchone()[0]
    return np.fromstring(text, dtype=np.int32, sep=",") if text else _none()


def _none() -> Ints:
    return np.zeros(0, dtype=np.int32)


# ---------------------------------------------------------------------------- filters


def _narrow(conn: sqlite3.Connection, columns: Columns, filters: Filters) -> list[Mask]:
    """Return what each filter that is no facet keeps."""
    keep: list[Mask] = []
    if filters.since:
        keep.append(columns.date >= date_number(filters.since))
    if filters.until:
        known = columns.date > 0
        keep.append(known & (columns.date <= date_number(filters.until, last=True)))
    if filters.vote and filters.scope == "decisions":
        keep.append((columns.votes & VOTES[filters.vote]) > 0)
    items = filters.scope == "items"
    for table, ref, sql in (
        ("people", filters.person, _either_sql(items, "PERSON")),
        ("organisations", filters.organisation, _either_sql(items, "ORGANISATION")),
    ):
        if ref:
            keep.append(columns.mask(_ids_of_entity(conn, table, ref, sql)))
    if filters.over or filters.under:
        low = read_amount(filters.over) or 0.0
        high = read_amount(filters.under) or 1e18
        found = conn.execute(_either_sql(items, "MONEY"), (low, high)).fetchall()
        keep.append(columns.mask(_sorted_ids(found)))
    return keep


def _either_sql(items: bool, what: str) -> str:
    sql: str = getattr(queries, f"{'ITEMS' if items else 'IDS'}_WITH_{what}")
    return sql


def _ids_of_entity(conn: sqlite3.Connection, table: str, ref: str, sql: str) -> Ints:
    """Return the rows in which a person or an organisation has a part."""
    found = conn.execute(f"select id from {table} where ref = ?", (ref,)).fetchone()
    if found is None:
        return _none()
    values: Any = {"id": found[0]} if ":id" in sql else (found[0],)
    return _sorted_ids(conn.execute(sql, values).fetchall())


def _sorted_ids(found: list[Any]) -> Ints:
    return np.array(sorted(x[0] for x in found if x[0] is not None), dtype=np.int32)


def _chosen(index: Index, columns: Columns, filters: Filters) -> dict[str, Mask]:
    """Return what each facet with chosen values keeps."""
    keep = {}
    for name in MANY:
        values = getattr(filters, name)
        if values:
            codes = [code for code, ref in _codes(index, name) if ref in values]
            if name == "year":
                codes = [int(x) for x in values if x.isdecimal() and len(x) < 5]
            keep[name] = np.isin(getattr(columns, name), codes)
    return keep


def _codes(index: Index, name: str) -> list[tuple[int, str]]:
    """Return the numbers by which a facet is stored, with their refs."""
    if name == "kind":
        return [(code, kind) for code, kind in enumerate(index.kinds) if code]
    labels = {"council": index.councils, "body": index.bodies}.get(name, {})
    return [(number, label.ref) for number, label in labels.items()]


def _all(base: Mask, masks: Any) -> Mask:
    """Return where all masks hold."""
    found = base.copy()
    for mask in masks:
        found &= mask
    return found


# ----------------------------------------------------------------------------- facets


def _facets(
    index: Index,
    columns: Columns,
    filters: Filters,
    base: Mask,
    chosen: dict[str, Mask],
) -> dict[str, list[Count]]:
    """Return the counts of each facet under all filters but its own."""
    places = np.flatnonzero(_all(base, chosen.values()))
    found = {}
    for name in MANY:
        others = places
        if name in chosen:
            rest = (mask for other, mask in chosen.items() if other != name)
            others = np.flatnonzero(_all(base, rest))
        numbers = np.bincount(getattr(columns, name)[others])
        found[name] = _counts(index, name, numbers, getattr(filters, name))
    return found


def _counts(
    index: Index, name: str, numbers: Ints, values: tuple[str, ...]
) -> list[Count]:
    """Return the counts of one facet, those with most results first."""
    describe = _describer(index, name)
    found = []
    for code in np.flatnonzero(numbers):
        if code:
            value, label, note = describe(int(code))
            found.append(Count(value, label, int(numbers[code]), value in values, note))
    seen = {x.value for x in found}
    for value in values:
        if value not in seen:
            found.append(Count(value, disarm(value), 0, True))
    by_value = name == "year"
    return sorted(found, key=lambda x: x.value if by_value else (-x.count, x.name))


def _describer(index: Index, name: str) -> Callable[[int], tuple[str, str, str]]:
    """Return the function that gives value, label and note for a stored number."""
    if name == "year":
        return lambda code: (str(code), str(code), "")
    if name == "kind":
        return lambda code: (index.kinds[code], disarm(index.kinds[code]), "")
    labels = index.councils if name == "council" else index.bodies

    def describe(code: int) -> tuple[str, str, str]:
        label = labels.get(code)
        if label is None:
            return str(code), "unknown", ""
        parent = index.councils.get(label.parent)
        note = parent.name if parent and parent.name != label.name else ""
        return label.ref, label.name, note

    return describe


# ------------------------------------------------------------------------------ order


def _dated(columns: Columns, kept: Mask, oldest: bool) -> Ints:
    """Return the ids that a mask keeps by date, those without a date last."""
    places = columns.in_order(kept)
    if oldest:
        dated = columns.date[places] > 0
        places = np.concatenate((places[dated][::-1], places[~dated]))
    return columns.ids[places]


def _ranked(
    conn: sqlite3.Connection,
    index: Index,
    scope: str,
    query: Query,
    words: Mask,
    kept: Mask,
) -> tuple[Ints, bool]:
    """Return the kept ids by how well they fit, and whether some are only by date.

    Ranking reads every match between two ids, so where there are very many the last
    ones are ranked. The others follow, headings that match first, by date.
    """
    columns = index.columns(scope)
    places = columns.in_order(kept)
    if not len(places):
        return columns.ids[places], False
    scores = np.zeros(len(columns))
    low, high = int(places.min()), int(places.max())
    matches = np.flatnonzero(words[low : high + 1]) + low
    partly = len(matches) > MOST_RANKED
    first = int(matches[-MOST_RANKED]) if partly else low
    _add_scores(conn, index, scope, query, (first, high), scores)
    if scope == "decisions" and not index.title_in_fts:
        _add_heading_scores(conn, index, query, scores)
    order = np.argsort(scores[places], kind="stable")
    return columns.ids[places[order]], partly and low < first


def _add_scores(
    conn: sqlite3.Connection,
    index: Index,
    scope: str,
    query: Query,
    span: tuple[int, int],
    scores: Any,
) -> None:
    """Add the rank that full-text search gives to the rows between two places."""
    columns = index.columns(scope)
    weights = "3.0, 1.0" if scope == "items" else "0.5, 1.0"
    if scope == "decisions" and index.title_in_fts:
        weights = "3.0, 0.5, 1.0"
    low, high = (int(columns.ids[place]) for place in span)
    sql = queries.ranked(f"{scope}_fts", weights)
    ids, ranks = conn.execute(sql, (query.match, low, high)).fetchone()
    if ids:
        found = np.fromstring(ids, dtype=np.int32, sep=",")
        known = found < len(columns.place)
        places = columns.place[found[known]]
        values = np.fromstring(ranks, sep=",")[known]
        scores[places[places >= 0]] += values[places >= 0]


def _add_heading_scores(
    conn: sqlite3.Connection, index: Index, query: Query, scores: Any
) -> None:
    """Lift the decisions whose heading holds the words."""
    for group in query.groups:
        key = ("heading", either(group))
        known = index.answers.get(key)
        if known is None:
            known = index.remember(key, _headed(conn, index, either(group)))
        count = int(np.count_nonzero(known))
        if count:
            scores -= TITLE_WEIGHT * np.log1p(len(scores) / count) * known


# --------------------------------------------------------------------- rows to be shown


def result_rows(
    conn: sqlite3.Connection, filters: Filters, query: Query, ids: Ints
) -> list[Row]:
    """Return the rows of one page of results, their hits marked."""
    items = filters.scope == "items"
    sql = queries.ITEMS_BY_ID if items else queries.DECISIONS_BY_ID
    found = queries.by_ids(conn, sql, ids)
    terms = tuple(term for group in query.groups for term in group)
    _mark_hits(conn, filters.scope, terms, found)
    if not items:
        _add_money(conn, found)
    return found


def _mark_hits(
    conn: sqlite3.Connection, scope: str, terms: tuple[Term, ...], found: list[Row]
) -> None:
    """Put marked texts beside the plain ones."""
    columns = {"items": ("title", "text"), "decisions": ("lead", "text")}[scope]
    fts = queries.column_names(conn, f"{scope}_fts")
    ids = [x["id"] for x in found]
    marked = highlights(conn, f"{scope}_fts", len(fts), either(terms), ids)
    heads = [x["id"] if scope == "items" else x["item_id"] for x in found]
    titles = highlights(
        conn, "items_fts", 1, f"title : {either(terms)}" if terms else "", heads
    )
    for row, head in zip(found, heads, strict=True):
        texts = dict(zip(fts, marked.get(row["id"], ()), strict=False))
        for name in columns:
            row[f"marked_{name}"] = texts.get(name) or row.get(name)
        row["marked_title"] = (titles.get(head) or (row["item_title"],))[0]


def highlights(
    conn: sqlite3.Connection,
    table: str,
    columns: int,
    match: str,
    ids: list[int],
) -> dict[int, tuple[str, ...]]:
    """Return the marked texts of rows that match, by id."""
    if not match or not ids:
        return {}
    sql = queries.highlighted(table, columns)
    wanted = json.dumps([x for x in ids if x])
    return {x[0]: tuple(x)[1:] for x in conn.execute(sql, (match, wanted))}


def _add_money(conn: sqlite3.Connection, found: list[Row]) -> None:
    """Put the sums that a decision names beside it."""
    wanted = json.dumps([x["id"] for x in found])
    sums: dict[int, list[Row]] = {}
    for row in queries.rows(conn, queries.MONEY_OF_DECISIONS, (wanted,)):
        sums.setdefault(row["decision_id"], []).append(row)
    for row in found:
        row["money"] = sums.get(row["id"], [])


# -------------------------------------------------------------- when nothing was found


def suggestions(
    conn: sqlite3.Connection, index: Index, filters: Filters, query: Query
) -> list[tuple[str, str, int]]:
    """Return links that would find something: words, address, number of results."""
    found: list[tuple[str, str, int]] = []

    def offer(text: str, other: Filters) -> None:
        total = search(conn, index, other).total
        if total:
            found.append((text, other.link(), total))

    plain = Filters(q=filters.q, scope=filters.scope, standing=True)
    if filters.narrowed or not filters.standing:
        offer("The same words without any filter", plain)
    other = "items" if filters.scope == "decisions" else "decisions"
    offer(
        f"The same words in {other}", Filters(q=filters.q, scope=other, standing=True)
    )
    if len(query.groups) > 1:
        either_word = " OR ".join(x.label for group in query.groups for x in group)
        offer("Any one of the words", Filters(q=either_word, scope=filters.scope))
        for group in query.groups[:6]:
            words = " OR ".join(x.label for x in group)
            offer(f"Only {words}", Filters(q=words, scope=filters.scope))
    elif query.groups and not query.groups[0][0].prefix:
        word = query.groups[0][0].text
        if " " not in word and len(word) > 4:
            start = word[: max(4, len(word) - 3)] + "*"
            offer(f"Words that begin with {start[:-1]}", Filters(q=start))
    return found
