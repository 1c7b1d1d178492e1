"""What the overview shows: decisions, sums, attendance and actions, as charts."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from minutebook.explore import queries
from minutebook.explore.actions import add_owners
from minutebook.explore.charts import Chart, Layer, stack
from minutebook.explore.filters import Filters
from minutebook.explore.home import KIND_ORDER
from minutebook.explore.index import Index
from minutebook.explore.queries import Row, of_council
from minutebook.explore.wording import day, money, some

MONTH = re.compile(r"\d{4}-\d\d")
MOST_MONTHS = 48  # longer than that, columns are years
MOST_YEARS = 150  # longer than that, a date is wrong, and gaps are not shown


def overview(conn: sqlite3.Connection, index: Index, council: str = "") -> Row | None:
    """Return what the overview shows, of one council where its ref is given.

    None is returned for a council that there is not.
    """
    number = next((n for n, x in index.councils.items() if x.ref == council), 0)
    if council and not number:
        return None
    if not number:
        found: Row = index.page("overview", lambda: _overview(conn, index, 0))
        return found
    found = index.answers.get(
        ("overview", number),
        lambda page: 400 * (len(page["periods"]) + len(page["sums"]) + 100),
        lambda: _overview(conn, index, number),
    )
    return found


def _overview(conn: sqlite3.Connection, index: Index, number: int) -> Row:
    """Return what the overview of a council shows, of all for number 0."""

    def rows(sql: str, column: str) -> list[Row]:
        return queries.rows(conn, of_council(sql, column, number))

    council = index.councils.get(number)
    months = rows(queries.DECISIONS_BY_MONTH, "council_id")
    kinds = _kinds(x["kind"] for x in months)
    periods = _periods(months)
    sums = rows(queries.MONEY_BY_YEAR, "m.council_id")
    latest = of_council(queries.LATEST_DATE, "council_id", number)
    shown = Filters(council=(council.ref,)) if council else Filters()
    return {
        "council": council,
        "councils": sorted(index.councils.values(), key=lambda x: x.name.casefold()),
        "kinds": kinds,
        "periods": periods,
        "decisions_chart": decisions_chart(periods, kinds, shown),
        "sums": sums,
        "money_charts": [
            (
                currency,
                money_chart(
                    every_year([x for x in sums if x["currency"] == currency]), shown
                ),
            )
            for currency in dict.fromkeys(x["currency"] for x in sums)
        ],
        "attendance": rows(queries.ATTENDANCE_BY_BODY, "m.council_id"),
        "actions": add_owners(conn, rows(queries.OPEN_ACTIONS, "m.council_id")),
        "latest": conn.execute(latest).fetchone()[0],
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


def decisions_chart(periods: list[Row], kinds: list[str], shown: Filters) -> Chart:
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
                        _period_link(row["period"], kind, shown),
                    )
                    for kind in kinds
                    if (amount := row["counts"].get(kind, 0))
                ],
            )
            for row in periods
        ]
    )


def _period_link(period: str, kind: str, shown: Filters) -> str:
    chosen = (kind,) if kind else ()
    return shown.link(kind=chosen, since=period, until=period, sort="newest")


def money_chart(sums: list[Row], shown: Filters) -> Chart:
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
                        shown.link(year=(row["year"],), over="0.01", standing=True),
                    )
                ],
            )
            for row in sums
        ]
    )
