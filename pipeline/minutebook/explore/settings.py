"""Datasette settings that fit a database of minutes."""

from __future__ import annotations

LOCAL: dict[str, int | bool] = {
    "suggest_facets": False,  # the largest single cost of a table page
    "default_page_size": 50,
    "facet_time_limit_ms": 1000,
    "sql_time_limit_ms": 3000,
    "cache_size_kb": 65536,
    "max_csv_mb": 0,
}
PUBLIC: dict[str, int | bool] = {
    **LOCAL,
    "default_allow_sql": False,
    "allow_download": False,
    "allow_csv_stream": False,
    "allow_facet": False,
    "max_returned_rows": 500,
    "sql_time_limit_ms": 1000,
    "facet_time_limit_ms": 300,
    "default_cache_ttl": 60,
}


def arguments(settings: dict[str, int | bool]) -> list[str]:
    """Return the settings as arguments of `datasette serve`.

    >>> arguments({"suggest_facets": False, "max_csv_mb": 0})
    ['--setting', 'suggest_facets', 'off', '--setting', 'max_csv_mb', '0']
    """
    found = []
    for name, value in settings.items():
        text = (
            {True: "on", False: "off"}[value]
            if value is True or value is False
            else value
        )
        found += ["--setting", name, str(text)]
    return found
