"""What the home page and the overview show."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from typing import Any

import numpy as np

from minutebook.explore import queries
from minutebook.explore.charts import Chart, Layer, stack
from minutebook.explore.filters import Filters
from minutebook.explore.index import Columns, Index, Ints
from minutebook.explore.queries import Row
from minutebook.explore.wording import day, money, some

KIND_ORDER = [
    "resolved",
    "approved",
    "appointed",
    "delegated",
    "recommended",
    "noted",
    "referred",
    "deferred",
    "rejected",
]
MONTH = re.compile(r"\d{4}-\d\d")
MOST_MONTHS = 48  # longer than that, columns are years
MOST_YEARS = 150  # longer than that, a date is wrong, and gaps are not shown


def home(conn: sqlite3.Connection, index: Index) -> Row:
    """Return what the home page shows."""
    found: Row = index.page("home", lambda: _home(conn, index))
    return found


def _home(conn: sqlite3.Connection, index: Index) -> Row:
    columns = index.columns(conn)
    dated = columns.year[columns.year > 0]
    latest = columns.latest(~columns.standing, 8)
    load = queries.one(conn, queries.LAST_LOAD)
    failures = queries.rows(conn, queries.LAST_FAILURES, (load["id"],)) if load else []
    return {
        "counts": queries.one(conn, queries.COUNTS),
        "first": int(dated.min()) if len(dated) else None,
        "last": int(dated.max()) if len(dated) else None,
        "councils": councils(conn, index),
        "latest": queries.by_ids(conn, queries.DECISIONS_BY_ID, latest),
        "load": load,
        "failures": failures,
    }


def councils(conn: sqlite3.Connection, index: Index) -> list[Row]:
    """Return the councils with their bodies, counts and years, by name."""
    columns = index.columns(conn)
    found: list[Row] = index.page("councils", lambda: _councils(index, columns))
    return found


def _councils(index: Index, columns: Columns) -> list[Row]:
    bodies = _summaries(columns, columns.body)
    totals = _summaries(columns, columns.council)
    found = [
        {
            "ref": label.ref,
            "name": label.name,
            **totals.get(number, {"count": 0, "first": None, "last": None}),
            "bodies": [
                {"ref": x.ref, "name": x.name, **bodies[n]}
                for n, x in index.bodies.items()
                if x.parent == number and n in bodies
            ],
        }
        for number, label in index.councils.items()
    ]
    alone = [
        {"ref": x.ref, "name": x.name, "alone": True, "bodies": [], **bodies[n]}
        for n, x in index.bodies.items()
        if x.parent not in index.councils and n in bodies
    ]
    return sorted(found + alone, key=lambda x: x["name"].casefold())


def _summaries(columns: Columns, values: Ints) -> dict[int, Row]:
    """Return count, first and last year of the decisions by council or body."""
    if not len(values):
        return {}
    size = int(values.max()) + 1
    counts = np.bincount(values, minlength=size)
    dated = columns.year > 0
    first = np.full(size, 9999)
    last = np.zeros(size, dtype=np.int64)
    np.minimum.at(first, values[dated], columns.year[dated])
    np.maximum.at(last, values[dated], columns.year[dated])
    return {
        int(n): {
            "count": int(counts[n]),
            "first": int(first[n]) if last[n] else None,
            "last": int(last[n]) or None,
        }
        for n in np.flatnonzero(counts)
        if n
    }


# --------------------------------------------------------------------------- overview


def overview(conn: sqlite3.Connection, index: Index) -> Row:
    """Return what the overview shows."""
    found: Row = index.page("overview", lambda: _overview(conn))
    return found


def _overview(conn: sqlite3.Connection) -> Row:
    months = queries.rows(conn, queries.DECISIONS_BY_MONTH)
    kinds = _kinds(x["kind"] for x in months)
    periods = _periods(months)
    sums = queries.rows(conn, queries.MONEY_BY_YEAR)
    latest = conn.execute(queries.LATEST_DATE).fetchone()[0]
    actions = queries.rows(conn, queries.OPEN_ACTIONS)
    return {
        "kinds": kinds,
        "periods": periods,
        "decisions_chart": decisions_chart(periods, kinds),
        "sums": sums,
        "money_charts": [
            (
                currency,
                money_chart(every_year([x for x in sums if x["currency"] == currency])),
            )
            for currency in dict.fromkeys(x["currency"] for x in sums)
        ],
        "attendance": queries.rows(conn, queries.ATTENDANCE_BY_BODY),
        "actions": add_owners(conn, actions),
        "latest": latest,
    }


def _kinds(found: Iterable[str]) -> list[str]:
    """Return the kinds of decision that occur, in their usual order."""
    kinds = set(found)
    return [x for x in KIND_ORDER if x in kinds] + sorted(kinds - set(KIND_ORDER))


def _periods(months: list[Row]) -> list[Row]:
    """Return the counts by month, or by year where there are many months."""
    all_months = span_of([x["month"] for x in months])
    size = 7 if len(all_months) <= MOST_MONTHS else 4
    found: dict[str, dict[str, int]] = {x[:size]: {} for x in all_months}
    for row in months:
        counts = found.setdefault(row["month"][:size], {})
        counts[row["kind"]] = counts.get(row["kind"], 0) + row["decisions"]
    return [
        {"period": x, "name": day(x), "counts": y, "total": sum(y.values())}
        for x, y in sorted(found.items())
    ]


def span_of(months: Iterable[str]) -> list[str]:
    """Return every month from the first to the last, so that gaps show as gaps.

    >>> span_of(["2016-11", "2017-01"]), span_of(["2016"])
    (['2016-11', '2016-12', '2017-01'], ['2016'])
    """
    found = sorted(set(months))
    whole = [x for x in found if MONTH.fullmatch(x)]
    if not whole or int(whole[-1][:4]) - int(whole[0][:4]) > MOST_YEARS:
        return found
    first, last = (12 * int(x[:4]) + int(x[5:]) - 1 for x in (whole[0], whole[-1]))
    return [f"{x // 12:04}-{x % 12 + 1:02}" for x in range(first, last + 1)]


def every_year(sums: list[Row]) -> list[Row]:
    """Return the sums with a row of nothing for each year that has none."""
    known = {x["year"]: x for x in sums if x["year"].isdecimal()}
    if not known or int(max(known)) - int(min(known)) > MOST_YEARS:
        return sums
    years = range(int(min(known)), int(max(known)) + 1)
    empty = {**sums[0], "sums": 0, "total": 0.0, "largest": 0.0}
    return [known.get(f"{x:04}", {**empty, "year": f"{x:04}"}) for x in years]


def decisions_chart(periods: list[Row], kinds: list[str]) -> Chart:
    """Return the chart of decisions over time by kind, each bar a link."""
    return stack(
        [
            (
                row["period"][:4],
                [
                    Layer(
                        amount,
                        f"{row['name']}: {some(amount, 'decision')} {kind}",
                        f"k-{kind}" if kind in KIND_ORDER else "k-other",
                        _period_link(row["period"], kind),
                    )
                    for kind in kinds
                    if (amount := row["counts"].get(kind, 0))
                ],
            )
            for row in periods
        ]
    )


def _period_link(period: str, kind: str) -> str:
    chosen = (kind,) if kind else ()
    return Filters(kind=chosen, since=period, until=period, sort="newest").link()


def money_chart(sums: list[Row]) -> Chart:
    """Return the chart of money that decisions name, by year."""
    return stack(
        [
            (
                row["year"],
                [
                    Layer(
                        row["total"],
                        f"{row['year']}: {money(row['total'], row['currency'])}"
                        f" in {some(row['sums'], 'sum')}",
                        "k-money",
                        Filters(year=(row["year"],), over="0.01", standing=True).link(),
                    )
                ],
            )
            for row in sums
        ]
    )


def add_owners(conn: sqlite3.Connection, actions: list[Row]) -> list[Row]:
    """Return the actions with their owners."""
    wanted = json.dumps([x["id"] for x in actions])
    owners: dict[int, list[dict[str, Any]]] = {}
    for row in queries.rows(conn, queries.OWNERS, (wanted,)):
        owners.setdefault(row["action_id"], []).append(row)
    for action in actions:
        action["owners"] = owners.get(action["id"], [])
    return actions
