"""Dates, sums and numbers as readers see them, and citations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "AUD": "A$", "NZD": "NZ$", "CAD": "C$"}
SIGNS |= {"ZAR": "R"}
BIBTEX = {"\\": r"\textbackslash{}", **{x: "\\" + x for x in "&%$#_{}"}}
BIBTEX |= {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def day(iso: str | None) -> str:
    """Return a date in words, as far as it is known.

    >>> day("2016-07-04"), day("2016-07"), day("2016"), day(None)
    ('4 July 2016', 'July 2016', '2016', 'undated')
    """
    if not iso:
        return "undated"
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso)
    if not match or not 1 <= int(match[2] or 1) <= 12:
        return iso
    month = f"{MONTHS[int(match[2]) - 1]} " if match[2] else ""
    return (f"{int(match[3])} " if match[3] else "") + month + match[1]


def number(value: float | None) -> str:
    """Return a whole number with its thousands apart.

    >>> number(12345), number(None)
    ('12,345', '0')
    """
    return f"{value or 0:,.0f}"


def some(count: int | None, one: str, many: str = "") -> str:
    """Return a count with its noun.

    >>> some(1, "decision"), some(1200, "body", "bodies")
    ('1 decision', '1,200 bodies')
    """
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def money(amount: float | None, currency: str | None = "GBP") -> str:
    """Return a sum with its sign, pence only where there are some.

    >>> money(50000), money(12.5, "EUR"), money(7, "CHF")
    ('£50,000', '€12.50', 'CHF 7')
    """
    if amount is None:
        return ""
    sign = SIGNS.get(currency or "", f"{currency} " if currency else "")
    return sign + (f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}")


def years(first: int | None, last: int | None) -> str:
    """Return a span of years.

    >>> years(2005, 2011), years(2005, 2005), years(None, None)
    ('2005–2011', '2005', '')
    """
    if not first:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def file_name(path: str) -> str:
    """Return the last part of a path.

    >>> file_name("2016/july.pdf")
    'july.pdf'
    """
    return PurePosixPath(path).name


def body_name(row: Mapping[str, Any]) -> str:
    """Return council and body in one, once where they are the same.

    >>> body_name({"council": "Thornbeck Parish Council", "body": "Planning Committee"})
    'Thornbeck Parish Council, Planning Committee'
    """
    names = [row.get("council"), row.get("body")]
    return ", ".join(dict.fromkeys(x for x in names if x)) or "Unnamed body"


def cited_page(row: Mapping[str, Any]) -> str:
    """Return the page to cite, empty where the source has none, as a web page has none.

    >>> cited_page({"media_type": "text/html", "document_pages": 1, "page": 1})
    ''
    """
    has_pages = row["media_type"] == "application/pdf" or row["document_pages"] > 1
    return str(row["page"]) if has_pages else ""


def _with_page(row: Mapping[str, Any], what: str) -> str:
    page = cited_page(row)
    return ", ".join(x for x in (what, f"p. {page}" if page else "") if x)


def citation(row: Mapping[str, Any], url: str) -> str:
    """Return the citation of a decision in one sentence."""
    item = " ".join(
        x for x in (row.get("item_number"), row.get("item_title")) if x
    ).strip()
    parts = [
        f"{body_name(row)}, minutes of {day(row['date'])}",
        f"item {item}" if item else "",
    ]
    where = _with_page(row, ", ".join(x for x in parts if x))
    source = f"{file_name(row['path'])} (SHA-256 {row['sha256'][:16]})"
    return f"{where}. {source}. {url}"


def bibtex(row: Mapping[str, Any], url: str) -> str:
    """Return the citation of a decision for BibTeX."""
    title = row.get("item_title") or f"Minutes of {day(row['date'])}"
    fields = {
        "author": "{" + _tex(body_name(row)) + "}",
        "title": _tex(f"{title} (minutes of {day(row['date'])})"),
        "year": (row["date"] or "")[:4],
        "howpublished": _tex(_with_page(row, file_name(row["path"]))),
        "note": f"SHA-256 {row['sha256']}",
        "url": url,
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    key = re.sub(r"[^A-Za-z0-9-]+", "-", row["ref"])
    return "\n".join((f"@misc{{{key},", *lines, "}"))


def ris(row: Mapping[str, Any], url: str) -> str:
    """Return the citation of a decision for reference managers that read RIS."""
    title = row.get("item_title") or f"Minutes of {day(row['date'])}"
    lines = [
        ("TY", "GOVDOC"),
        ("AU", body_name(row).replace(",", "")),
        ("TI", f"{title} (minutes of {day(row['date'])})"),
        ("PY", (row["date"] or "")[:4]),
        ("DA", (row["date"] or "").replace("-", "/")),
        ("SP", cited_page(row)),
        ("T2", file_name(row["path"])),
        ("N1", f"SHA-256 {row['sha256']}"),
        ("UR", url),
        ("ID", row["ref"]),
    ]
    said = (f"{tag}  - {' '.join(text.split())}" for tag, text in lines if text)
    return "\n".join([*said, "ER  - "])


def _tex(text: str) -> str:
    """Return text without the characters that TeX takes for its own.

    >>> _tex("R&D_{50%}")
    'R\\\\&D\\\\_\\\\{50\\\\%\\\\}'
    """
    return "".join(BIBTEX.get(x, x) for x in " ".join(text.split()))
