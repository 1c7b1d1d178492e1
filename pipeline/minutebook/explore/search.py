"""A search answered: which rows, how many, how they divide, and what to try else."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import numpy as np

from minutebook.explore import queries
from minutebook.explore.entities import ids_called
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
    numbers,
)
from minutebook.explore.marking import disarm
from minutebook.explore.queries import Row
from minutebook.explore.query_language import Query, Term, either, parse

MOST_RANKED = 2_000  # matches that are put in order of relevance
FEW = 300  # rows that are ranked in a table of their own
MOST_SCANNED = 25_000  # matches among which those are looked for
VOTES = {"counted": COUNTED, "contested": CONTESTED, "named": NAMED}


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
    first: Ints  # ids in order of relevance, shown before all others
    others: Ints  # where the others stand in the order of dates, as numbers to sort
    by_date: Ints  # the ids in the order of dates
    facets: dict[str, list[Count]]
    votes: dict[str, int]  # how many were counted, contested, taken by name
    sums: dict[float, int]  # how many name a sum that reaches each limit
    set_apart: int  # standing business that would match too
    order: str  # relevance, newest, oldest

    @property
    def total(self) -> int:
        """Return how many rows match."""
        return len(self.first) + len(self.others)

    @property
    def ranked(self) -> int:
        """Return how many are in order of relevance, where not all of them are."""
        return len(self.first) if len(self.first) and len(self.others) else 0

    @property
    def weight(self) -> int:
        """Return about how many bytes this takes."""
        return 8 * self.total + 200 * sum(len(x) for x in self.facets.values())

    def page(self, number: int, size: int = PAGE_SIZE) -> Ints:
        """Return the ids of one page, counted from 1."""
        return self.ids(number * size)[(number - 1) * size :]

    def ids(self, count: int | None = None) -> Ints:
        """Return the first ids in the order in which they are shown, or all."""
        wanted = self.total if count is None else min(count, self.total)
        more = wanted - len(self.first)
        if more <= 0:
            return self.first[:wanted]
        keys = self.others
        if more < len(keys):
            keys = np.partition(keys, more)[:more]
        rest = self.by_date[np.sort(keys)]
        return np.concatenate((self.first, rest)) if len(self.first) else rest


def search(conn: sqlite3.Connection, index: Index, filters: Filters) -> Answer:
    """Return the answer to a search, from memory if it was asked before."""
    answer: Answer = index.answers.get(
        filters.link(page=1, view="list"),
        lambda x: x.weight,
        lambda: _search(conn, index, filters),
    )
    return answer


def _search(conn: sqlite3.Connection, index: Index, filters: Filters) -> Answer:
    """Return the answer to a search."""
    columns, query = index.columns(conn, filters.scope), parse(filters.q)
    words = _words(conn, index, filters.scope, query)
    base = words
    for narrow in _narrowing(conn, columns, filters):
        base = base[narrow(base)]
    chosen = _chosen(index, columns, filters, base)
    everything = base[_all(chosen, len(base))]
    standing = columns.standing[everything]
    set_apart = int(np.count_nonzero(standing))
    kept = everything if filters.standing else everything[~standing]
    facets = _facets(index, columns, filters, base, chosen, kept)
    order = filters.sort or ("relevance" if query.groups else "newest")
    first = columns.ids[:0]
    others = kept
    if order == "relevance" and query.groups:
        ranked, others = _ranked(conn, columns, filters.scope, query, words, kept)
        first = columns.ids[ranked]
    keys, by_date = columns.rank[others], columns.by_date
    if order == "oldest":
        keys, by_date = _turned(columns, keys, by_date)
    votes = _votes(columns, kept)
    sums = _sums(columns, kept)
    return Answer(query, first, keys, by_date, facets, votes, sums, set_apart, order)


def _votes(columns: Columns, kept: Ints) -> dict[str, int]:
    """Return how many of some rows record which kind of vote."""
    found = np.bincount(columns.votes[kept], minlength=8)
    flags = np.arange(len(found))
    return {name: int(found[(flags & bit) > 0].sum()) for name, bit in VOTES.items()}


def _sums(columns: Columns, kept: Ints) -> dict[float, int]:
    """Return how many of some rows name a sum that reaches each limit."""
    limits = queries.SUM_LIMITS
    found = np.bincount(columns.sums[kept], minlength=len(limits) + 1)
    return {x: int(found[n:].sum()) for n, x in enumerate(limits, 1)}


def _turned(columns: Columns, keys: Ints, by_date: Ints) -> tuple[Ints, Ints]:
    """Return the keys and the order from the oldest on, those without a date last."""
    dated = int(np.count_nonzero(columns.date))
    turned = np.where(keys < dated, dated - 1 - keys, keys)
    return turned, np.concatenate((by_date[:dated][::-1], by_date[dated:]))


# ------------------------------------------------------------------------------ words


def _words(conn: sqlite3.Connection, index: Index, scope: str, query: Query) -> Ints:
    """Return the places of the rows that hold the words, in the order of their ids.

    A decision also holds the words of the heading that it stands under.
    """
    columns = index.columns(conn, scope)
    if not query.groups:
        return np.arange(len(columns), dtype=np.int32)
    found: Ints = index.answers.get(
        (scope, query.match),
        lambda x: int(x.nbytes),
        lambda: columns.places(matched(conn, f"{scope}_fts", query.match)),
    )
    return found


def matched(conn: sqlite3.Connection, table: str, match: str) -> Ints:
    """Return the ids that a full-text expression finds."""
    return numbers(conn.execute(queries.matching(table), (match,)).fetchone()[0])


# ---------------------------------------------------------------------------- filters

Narrow = Callable[[Ints], Mask]


def _narrowing(
    conn: sqlite3.Connection, columns: Columns, filters: Filters
) -> list[Narrow]:
    """Return what each filter that is no facet keeps of some places."""
    found: list[Narrow] = []
    if filters.since:
        first = date_number(filters.since)
        found.append(lambda places: columns.date[places] >= first)
    if filters.until:
        last = date_number(filters.until, last=True)
        found.append(
            lambda places: (columns.date[places] <= last) & (columns.date[places] > 0)
        )
    if filters.vote and filters.scope == "decisions":
        flag = VOTES[filters.vote]
        found.append(lambda places: (columns.votes[places] & flag) > 0)
    return found + [_among(columns, ids) for ids in _linked(conn, filters)]


def _among(columns: Columns, ids: Ints) -> Narrow:
    """Return what keeps the places of these ids."""
    wanted = np.zeros(len(columns), dtype=np.bool_)
    wanted[columns.places(ids)] = True
    return lambda places: wanted[places]


def _linked(conn: sqlite3.Connection, filters: Filters) -> list[Ints]:
    """Return the ids of the rows linked to a person, an organisation, a sum."""
    found: list[Ints] = []
    items = filters.scope == "items"
    for table, ref, sql in (
        ("people", filters.person, _either_sql(items, "PERSON")),
        ("organisations", filters.organisation, _either_sql(items, "ORGANISATION")),
    ):
        if ref:
            found.append(_ids_of_entity(conn, table, ref, sql))
    if filters.over or filters.under:
        low = read_amount(filters.over) or 0.0
        high = read_amount(filters.under) or 1e18
        sql = queries.joined(_either_sql(items, "MONEY"))
        found.append(numbers(conn.execute(sql, (low, high)).fetchone()[0]))
    return found


def _either_sql(items: bool, what: str) -> str:
    sql: str = getattr(queries, f"{'ITEMS' if items else 'IDS'}_WITH_{what}")
    return sql


def _ids_of_entity(conn: sqlite3.Connection, table: str, ref: str, sql: str) -> Ints:
    """Return the rows in which a person or an organisation has a part.

    A name that somebody typed stands for everybody who is called so.
    """
    found = conn.execute(f"select id from {table} where ref = ?", (ref,)).fetchone()
    kind = {"people": "person", "organisations": "organisation"}[table]
    ids = [found[0]] if found else ids_called(conn, ref)[kind]
    linked = [numbers(None)]
    for key in ids:
        values: Any = {"id": key} if ":id" in sql else (key,)
        linked.append(numbers(conn.execute(queries.joined(sql), values).fetchone()[0]))
    return np.concatenate(linked)


def _chosen(
    index: Index, columns: Columns, filters: Filters, base: Ints
) -> dict[str, Mask]:
    """Return what each facet with chosen values keeps of some places."""
    keep = {}
    for name in MANY:
        values = getattr(filters, name)
        if values:
            codes = [code for code, ref in _codes(index, name) if ref in values]
            if name == "year":
                codes = [int(x) for x in values if x.isdecimal() and len(x) < 5]
            keep[name] = _has(getattr(columns, name)[base], codes)
    return keep


def _has(values: Ints, codes: list[int]) -> Mask:
    """Return where a column has one of these codes."""
    found: Mask = values == codes[0] if len(codes) == 1 else np.isin(values, codes)
    return found


def _codes(index: Index, name: str) -> list[tuple[int, str]]:
    """Return the numbers by which a facet is stored, with their refs."""
    if name == "kind":
        return [(code, kind) for code, kind in enumerate(index.kinds) if code]
    labels = {"council": index.councils, "body": index.bodies}.get(name, {})
    return [(number, label.ref) for number, label in labels.items()]


def _all(masks: dict[str, Mask], length: int, but: str = "") -> Mask:
    """Return where all masks hold, one of them left out of account."""
    found = np.ones(length, dtype=np.bool_)
    for name, mask in masks.items():
        if name != but:
            found &= mask
    return found


# ----------------------------------------------------------------------------- facets


def _facets(
    index: Index,
    columns: Columns,
    filters: Filters,
    base: Ints,
    chosen: dict[str, Mask],
    kept: Ints,
) -> dict[str, list[Count]]:
    """Return the counts of each facet under all filters but its own."""
    found = {}
    for name in MANY:
        places = kept
        if name in chosen:
            places = base[_all(chosen, len(base), but=name)]
            if not filters.standing:
                places = places[~columns.standing[places]]
        counted = np.bincount(getattr(columns, name)[places])
        found[name] = _counts(index, name, counted, getattr(filters, name))
    return found


def _counts(
    index: Index, name: str, counted: Ints, values: tuple[str, ...]
) -> list[Count]:
    """Return the counts of one facet, those with most results first."""
    describe = _describer(index, name)
    found = []
    for code in np.flatnonzero(counted):
        if code:
            value, label, note = describe(int(code))
            found.append(Count(value, label, int(counted[code]), value in values, note))
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


def _ranked(
    conn: sqlite3.Connection,
    columns: Columns,
    scope: str,
    query: Query,
    words: Ints,
    kept: Ints,
) -> tuple[Ints, Ints]:
    """Return the places that are ranked, the best first, and the others.

    Ranking costs time for every row, so where there are very many those loaded last
    are ranked, and the others follow by date.
    """
    wanted = kept[-MOST_RANKED:]
    if len(kept) <= FEW:
        scores = _few_scores(conn, columns, scope, query, kept)
        return kept[np.lexsort((columns.rank[kept], scores))], kept[:0]
    start = int(np.searchsorted(words, wanted[0]))
    stop = int(np.searchsorted(words, wanted[-1])) + 1
    if stop - start > MOST_SCANNED:
        start = stop - MOST_SCANNED
        wanted = wanted[np.searchsorted(wanted, words[start]) :]
    scores = _scores(conn, columns, scope, query, wanted, stop - start)
    order = np.lexsort((columns.rank[wanted], scores))
    return wanted[order], kept[: len(kept) - len(wanted)]


def _few_scores(
    conn: sqlite3.Connection, columns: Columns, scope: str, query: Query, wanted: Ints
) -> Any:
    """Return the rank of a few rows among themselves."""
    ids = columns.ids[wanted].tolist()
    with closing(queries.Few(conn, scope, ids)) as few:
        known = few.scores(query.match)
    return np.array([known.get(x, 0.0) for x in ids])


def _scores(
    conn: sqlite3.Connection,
    columns: Columns,
    scope: str,
    query: Query,
    wanted: Ints,
    matches: int,
) -> Any:
    """Return the rank that full-text search gives to some rows, the best lowest."""
    ids = columns.ids[wanted]
    values: tuple[Any, ...] = (query.match, int(ids[0]), int(ids[-1]))
    few = len(ids) < matches
    if few:
        values = (*values, json.dumps(ids.tolist()))
    sql = queries.ranked(f"{scope}_fts", queries.WEIGHTS[scope], few)
    found, ranks = conn.execute(sql, values).fetchone()
    scores = np.zeros(len(wanted))
    places = np.searchsorted(ids, numbers(found))
    scores[places] = np.fromstring(ranks or "", sep=",")
    return scores


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
        add_money(conn, found)
    return found


def _mark_hits(
    conn: sqlite3.Connection, scope: str, terms: tuple[Term, ...], found: list[Row]
) -> None:
    """Put marked texts beside the plain ones."""
    marked = highlights(conn, scope, terms, [x["id"] for x in found])
    for row in found:
        plain = {**row, "title": row.get("item_title")}
        texts = marked.get(row["id"], {})
        for name in queries.SEARCHED[scope]:
            row[f"marked_{name}"] = texts.get(name) or plain.get(name)


def highlights(
    conn: sqlite3.Connection, scope: str, terms: tuple[Term, ...], ids: list[int]
) -> dict[int, dict[str, str]]:
    """Return the texts of these rows by id and column, the hits in them marked."""
    if not terms or not ids:
        return {}
    with closing(queries.Few(conn, scope, ids)) as few:
        return few.marked(either(terms))


def add_money(conn: sqlite3.Connection, found: list[Row]) -> list[Row]:
    """Return the decisions with the sums that each names beside it."""
    wanted = json.dumps([x["id"] for x in found])
    sums: dict[int, list[Row]] = {}
    for row in queries.rows(conn, queries.MONEY_OF_DECISIONS, (wanted,)):
        sums.setdefault(row["decision_id"], []).append(row)
    for row in found:
        row["money"] = sums.get(row["id"], [])
    return found


# -------------------------------------------------------------- when nothing was found


def count_words(conn: sqlite3.Connection, index: Index, filters: Filters) -> int:
    """Return how many rows a search without any filter finds."""
    query = parse(filters.q)
    if filters.standing and query.groups:
        table = f"{filters.scope}_fts"
        sql = queries.counted(table)
        return int(conn.execute(sql, (query.match,)).fetchone()[0])
    places = _words(conn, index, filters.scope, query)
    standing = index.columns(conn, filters.scope).standing[places]
    return len(places) - (0 if filters.standing else int(np.count_nonzero(standing)))


def suggestions(
    conn: sqlite3.Connection, index: Index, filters: Filters, query: Query
) -> list[tuple[str, str, int]]:
    """Return links that would find something: words, address, number of results."""
    found: list[tuple[str, str, int]] = []

    def offer(text: str, other: Filters) -> None:
        total = count_words(conn, index, other)
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
            wider = Filters(q=start, scope=filters.scope)
            offer(f"Words that begin with {start[:-1]}", wider)
    return found
