"""Finds bodies that are paid or that bid: "Accounts for payment: Zorbex £40"."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from minutebook.grammar.anchors import has_word
from minutebook.grammar.leaps import leaping
from minutebook.recognise.heads import Found, name_end
from minutebook.recognise.kinds import GOINGS_ON
from minutebook.recognise.paidrows import Row
from minutebook.recognise.runs import LINKS, Token, fold, is_break
from minutebook.recognise.wordlists import flags_of, given_names, words_of

# £48.50   € 1,200   $64. 02   and, as columns have it, 1,204.50
AMOUNT = re.compile(
    r"[£$€][ ]?\d[\d,]{0,12}(?:\.[ ]?\d\d)?|(?<=[ \n])\d[\d,]{0,9}\.\d\d(?![\d.%/])"
)
# Accounts for payment   Payments:   invoices to be paid   cheques signed
PAYING = leaping(
    r"""\b(?: (?:accounts?|invoices?|bills?|cheques?|payments?|expenditure|claims?
          |vouchers?|warrants?)[ ]
        (?:for|to|paid|due|made|raised|passed|received|approved|authori[sz]ed|signed)
      | to[ ]pay(?=[ ]?:|[ ]the[ ]following)
      | (?:resolved|agreed|approved|authori[sz]ed|proposed)(?:[ ]that)?[ ]to[ ]pay
      | paid(?=[^£$€\n.:]{0,40}:) | following[ ](?:[a-z]{2,12}[ ]){0,4}(?:paid|pay)
      | (?:payments?|invoices?|cheques?|expenditure|accounts[ ]payable|disbursements
          |(?:pay|approve|add)[ ](?:the[ ])?claims? |claims(?=[^\n.;]{0,40}\bapproved)
          |quotes?|quotations?|estimates?|tenders?|bids|donations?|grants?
          |(?:applicants?|organi[sz]ations?|payees?|suppliers?|contractors?|tenderers?
            |bidders?|recipients?|fund[ ]managers?|managers?|compan(?:y|ies)|club
            |charity|practices?)(?=\n)))""",
    re.VERBOSE | re.IGNORECASE,
)
# money that comes in or lies there
OTHER = re.compile(
    r"\b(?:[Rr]eceipts?|[Ii]ncome(?![ ][Tt]ax)|[Bb]alances?|[Pp]recept|[Dd]eposit"
    r"|[Bb]udget|[Rr]eserves?|[Rr]aised|[Tt]akings)\b"
)
REACH = 600  # characters over which a heading of payments holds
# Ch. No. 1204   cheque 001204   paid by BACS   + VAT
CHEQUE = re.compile(r"[^\n]{0,30}?(?:\b(?:Ch(?:q|eque)?\.?[ ](?:[Nn]o|\d)|BACS)|VAT\b)")
# 8. Accounts for payment:-   Cheques were signed for:
TITLE = re.compile(
    r"[^\n:;£$€]{0,40}\b(?:payments?|accounts|claims|cheques?|invoices?|quotes?"
    r"|quotations?"
    r"|tenders?|bids?|grants?|donations?)\b[^\n:;£$€]{0,80}:[ –-]{0,3}",
    re.IGNORECASE,
)
# what stands before the name of a payment: what the last was for, a bullet, a cheque
LEAD = re.compile(
    r"(?:[ ]?\([^()\n£$€]{1,60}\)"
    r"|[ ](?:for|re)[ ][^\n£$€,;()]{1,60}?(?=[,;]|[ ]and[ ]))?"
    r"[\s•*·▪∑\\:;,.|)–—-]{0,12}"
    r"(?:(?:and|to|Messrs|Add[ ]claims?[ ]for|Cheque|Chq|No\.?|[a-z]\)|\d{1,6})"
    r"[ .:)–-]{1,4}){0,3}"
)
# (Zorbex)( - )£40   (Zorbex)( – Website Hosting – )£40   (Zorbex)( for mowing )£40
BETWEEN = re.compile(
    r"(?:(?<=Hall)(?:[ ][A-Z][a-z]{2,12}){1,2})?[ ]{0,3}(?:[:=(,–—-][ ]{0,3}){0,2}"
    r"(?:(?:(?<=[–—-][ ])|(?<=[,(:][ ])|(?<=\()|(?<=[–—-])|for[ ])"
    r"(?:(?!\.[ ][A-Z])[^\n£$€;]){1,70}+"
    r"|[ ](?:x[ ]?\d|subs|membership|invoice)\b[^\n£$€;.]{0,40})?\n{0,6}$"
)
# (Zorbex Mowers)( verges, 3 cuts )£40: where the last word shows a firm
FOR_WHAT = re.compile(
    r"[ ](?!(?:has|have|had|is|was|were|and|of|to|in)\b)[a-z]{3,12}\b"
    r"[^\n£$€;.]{0,40}\n{0,6}$"
)

MEANS = frozenset(["DD", "S/O", "SO", "BACS", "Chq", "VAT"])  # by which it is paid
ENDS = ("ing", "ed", "tion", "ment")  # of words that name no firm


def find_paid(
    view: str, runs: list[list[Token]], found: list[Found], rows: list[Row]
) -> Iterator[Found]:
    """Yield the names that stand before an amount in a list of payments or quotes.

    >>> from minutebook.recognise.runs import find_runs
    >>> view = "Accounts for payment: Zorbex £40.00"
    >>> [x.name for x in find_paid(view, list(find_runs(view)), [], [])]
    ['Zorbex']
    """
    heads = [run[0].start for run in runs]
    taken = sorted((x.start, x.end) for x in found)
    yield from _in_rows(view, runs, taken, rows)
    place = 0
    for amount in AMOUNT.finditer(view):
        if _row_at(rows, amount.start()):
            continue
        begin = max(place, line_of(view, amount.start()))
        begin = max(begin, amount.start() - 120)
        place = amount.end()
        title = TITLE.match(view, begin, amount.start())
        begin = title.end() if title else begin
        lead = LEAD.match(view, begin, amount.start())
        start = lead.end() if lead else begin
        number = bisect_left(heads, start)
        if number == len(heads) or heads[number] != start:
            continue
        name = payee(runs[number], view)
        end = name_end(name[-1]) if name else 0
        if not name or not _leads_to(view, name, end, amount.start()):
            continue
        whole = not _overlaps(taken, start, end) or _goes_on(view, taken, start, end)
        if whole and is_paying(view, start, amount.end()):
            yield Found(start, end, fold(view[start:end]), "org-payee", 0.55)


def _leads_to(view: str, name: list[Token], end: int, amount: int) -> bool:
    """Return whether no more than what was paid for stands before the amount."""
    if BETWEEN.match(view, end, amount):
        return True
    firm = len(name) > 1 and name[-1].fold in flags_of("organisation_heads")
    return firm and FOR_WHAT.match(view, end, amount) is not None


# what else the payee's cell may say: Zorbex( (printing)),  Zorbex( - mowing)
REMARK = re.compile(r"[ ]{0,3}(?:$|[(,–—-]|(?:for|re)\b)")


def _row_at(rows: list[Row], place: int) -> Row | None:
    """Return the row of a table of payments that a place is in."""
    number = bisect_right(rows, (place, math.inf)) - 1
    return rows[number] if number >= 0 and place < rows[number].high else None


def _in_rows(
    view: str,
    runs: list[list[Token]],
    taken: list[tuple[int, int]],
    rows: list[Row],
) -> Iterator[Found]:
    """Yield the names that fill the payee's cell in a table of payments."""
    heads = [run[0].start for run in runs]
    for row in rows:
        number = bisect_left(heads, row.start)
        if number == len(heads) or heads[number] != row.start:
            continue
        name = payee(runs[number], view)
        end = name_end(name[-1]) if name else 0
        if not name or not REMARK.match(view[end : row.end]):
            continue
        if _overlaps(taken, row.start, end):
            continue
        if row.titled or is_paying(view, row.start, row.high):
            yield Found(
                row.start, end, fold(view[row.start : end]), "org-paid-row", 0.55
            )


# The following grants were agreed:   to allocate the following
GRANTING = leaping(
    r"\b(?:grants?|donations?|contributions?|allocat(?:e|ed|ions?)|award(?:s|ed)?)\b",
    re.IGNORECASE,
)
# £40 (for) Zorbex Harriers   £40( - )Little Acorns
GIVEN_TO = re.compile(r"[ ](?:(?:for|to)[ ](?:[Tt]he[ ])?|[-–:][ ])(?=[A-Z])")
# quotes were £40 (Zorbex Hale) and £52 (Marsh & Vane)
OFFERED_BY = re.compile(r"[ ]\((?=[A-Z][\w’'&.-]*[ ][A-Z&])")
OFFERS = re.compile(r"\b(?:quot(?:es?|ations?)|tenders?|prices|bids)\b", re.IGNORECASE)
CLOSES = re.compile(r"\)")
NEAR = 160  # characters over which the prices of one sentence stand
# where an entry of the list ends
GIVEN_ENDS = re.compile(r"[ ]?[.,;]?(?:\n|[ ]?$|[ ](?:and[ ])?[£$€])")


def find_granted(
    view: str, runs: list[list[Token]], found: list[Found]
) -> Iterator[Found]:
    """Yield the names that stand behind an amount in a list of grants.

    >>> from minutebook.recognise.runs import find_runs
    >>> view = "These grants were agreed: £40 for Zorbex Harriers, £60 for Marlo Acorns"
    >>> [x.name for x in find_granted(view, list(find_runs(view)), [])]
    ['Zorbex Harriers', 'Marlo Acorns']
    """
    heads = [run[0].start for run in runs]
    taken = sorted((x.start, x.end) for x in found)
    for amount in AMOUNT.finditer(view):
        given = GIVEN_TO.match(view, amount.end())
        given = given or OFFERED_BY.match(view, amount.end())
        number = bisect_left(heads, given.end()) if given else len(heads)
        if not given or number == len(heads) or heads[number] != given.end():
            continue
        name = payee(runs[number], view)
        folds = [x.fold for x in name]
        if not name or folds[-1] in words_of("name_words", "place"):
            continue
        if not GOINGS_ON.isdisjoint(folds):
            continue  # £40 for Marsh Christmas Lights
        start, end = name[0].start, name_end(name[-1])
        offered = view[start - 1] == "("
        ends, told = (CLOSES, OFFERS) if offered else (GIVEN_ENDS, GRANTING)
        if not ends.match(view, end) or _overlaps(taken, start, end):
            continue
        if told.search(view, max(0, start - (NEAR if offered else REACH)), start):
            yield Found(start, end, fold(view[start:end]), "org-granted", 0.5)


# Quotations had been received from four contractors:   Tenders received:-
ASKED_FOR = re.compile(
    r"(?<!\w)(?:[Qq]uot(?:es?|ations?)|[Tt]enders?|[Bb]ids|[Ee]stimates|[Cc]ontractors"
    r"|[Cc]ompanies|[Ff]irms|[Ss]uppliers)\b[^\n:]{0,80}:-?[ ]?\n"
)
LINE_ENDS = re.compile(r":-?[ ]?\n")
# A. & B. Locks, Gates Ltd.   - Zorbex Groundwork £480   Penrose Tree Services
BIDDER = re.compile(
    r"""[ \t•*–-]{0,4} (?:[a-z\d][.)][ ])?
    (?P<name> [A-Z][\w.’'-]{0,24} (?:,?[ ](?:[A-Z(][\w.’')-]{0,24}|&|and|of)){0,7}
      (?:[ ][a-z]{4,14}(?=[ ]?[:–-]?[ ]?[£$€]))? )
    (?P<price> [ ]?[:–-]?[ ]?[£$€][^\n]{0,40} )? (?=\n)
    """,
    re.VERBOSE,
)
PRICE = re.compile(r"[ ]?[£$€]?[ ]?[\d,.]{2,12}[^\n]{0,20}(?=\n)")


def find_bidders(whole: str, view: str) -> Iterator[Found]:
    """Yield the firms listed a line each behind "quotes were received from:".

    `whole` is the text in which no names of people are masked.

    >>> text = "Quotations were received from:\\nA. & B. Locks\\nZorbex - £40\\n"
    >>> [x.name for x in find_bidders(text, text)]
    ['A. & B. Locks', 'Zorbex']
    """
    for asked in _find_asked(whole):
        listed = list(_lines_of_names(whole, asked.end()))
        for line in listed if len(listed) > 1 else ():
            start, end = line.span("name")
            before, _, trade = whole[start:end].casefold().rpartition(" ")
            if not before and trade in _titles():
                continue
            if view[start:end].strip("\x00") or trade in flags_of("organisation_heads"):
                yield Found(start, end, fold(line["name"]), "org-bidder", 0.6)


@cache
def _titles() -> frozenset[str]:
    """Return words that alone on a line are the title of a column, no firm."""
    kinds = ("common", "document", "generic", "plain", "spending")
    known = frozenset[str]().union(*(words_of("name_words", x) for x in kinds))
    heads = frozenset(x for x in flags_of("organisation_heads") if " " not in x)
    return known | heads | COLUMNS


COLUMNS = frozenset(
    [
        *("amount", "award", "awarded", "bid", "bidder", "contractor", "cost", "firm"),
        *("grant", "item", "name", "number", "offer", "price", "quote", "ranking"),
        *("rating", "recommended", "requested", "scheme", "score", "supplier", "total"),
    ]
)


def _find_asked(whole: str) -> Iterator[re.Match[str]]:
    """Yield the lines that ask for prices, of those that end in a colon."""
    for end in LINE_ENDS.finditer(whole):
        low = whole.rfind("\n", 0, end.start()) + 1
        asked = ASKED_FOR.search(whole, low, end.end())
        if asked:
            yield asked


def _lines_of_names(view: str, place: int) -> Iterator[re.Match[str]]:
    """Yield the lines that hold a name and perhaps a price, up to another line."""
    for _ in range(24):
        line = BIDDER.match(view, place)
        if line:
            yield line
        known = line or PRICE.match(view, place)
        if not known:
            return
        place = known.end() + 1


EMPTY = 7  # cells without words that may stand before an amount


def line_of(view: str, start: int) -> int:
    """Return where the words before an amount begin, one cell back if it has its own.

    >>> line_of("QVB - rent\\n£40", 11), line_of("x\\nQVB £40", 6)
    (0, 2)
    """
    begin = view.rfind("\n", 0, start) + 1
    if begin > 1 and not view[begin:start].strip():
        last = len(view[max(0, begin - EMPTY) : begin].rstrip("\n"))
        last += max(0, begin - EMPTY)  # over empty cells
        begin = view.rfind("\n", 0, last) + 1
    return begin


def is_paying(view: str, start: int, end: int) -> bool:
    """Return whether payments or quotes are listed here.

    >>> is_paying("Income: Zorbex £40", 8, 18), is_paying("Zorbex £4 (Ch. No. 9)", 0, 9)
    (False, True)
    """
    if CHEQUE.match(view, end):
        return True
    before = view[max(0, start - REACH) : start]
    paid = max((x.end() for x in PAYING.finditer(before)), default=-1)
    other = max((x.end() for x in OTHER.finditer(before)), default=-1)
    return paid > other


def payee(tokens: list[Token], view: str) -> list[Token]:
    """Return the words of a run that may name who is paid, none if they cannot."""
    part: list[Token] = []
    house = house_of(tokens)
    for number, token in enumerate(tokens[:6]):
        if token.text == "," or token.text in MEANS:
            break
        if is_break(token) and number >= house:
            break
        part.append(token)
    while part and part[-1].fold in LINKS:
        part.pop()
    folds = [x.fold for x in part]
    if not part or folds[0] in given_names() or folds[0] in ("son", "sons"):
        return []
    if len(part[0].text) < 2 and not house:
        return []
    if folds[-1] == "hall" and len(folds) > 1 and "hire" not in folds:
        return part
    if "hall" in folds[2:-1] and folds[-1] in words_of("name_words", "spending"):
        return part[: folds.index("hall", 1) + 1]  # (Marsh Village Hall) Insurance
    if len(part) == 1 and folds[0] in flags_of("organisation_heads"):
        return []
    if len(part) == 1 and (folds[0].endswith(ENDS) or view[part[0].end] == ":"):
        return []
    never = words_of("name_words", "spending", "document")
    firm = len(part) > 1 and folds[-1] in flags_of("organisation_heads")
    plain = never | words_of("name_words", "place", "generic")
    if any(x in flags_of("role_heads") for x in folds):
        return []
    if firm and not any(x in plain for x in folds[:-1]):
        return part if is_own(part[0], view) else []
    if any(x in never for x in folds):
        return []
    return part if any(is_own(x, view) for x in part) else []


def house_of(tokens: list[Token]) -> int:
    """Return how many words a family firm's initials take: "G & A M" Penrose is 4."""
    if len(tokens) < 4 or tokens[1].text != "&":
        return 0
    size = 0
    while size < min(5, len(tokens)) and (
        tokens[size].text == "&" or INITIALS.fullmatch(tokens[size].text)
    ):
        size += 1
    named = 2 < size < len(tokens) and tokens[size].text.istitle()
    return size if named else 0


INITIALS = re.compile(r"[A-Z]\.?(?:[A-Z]\.?)?")


def is_own(token: Token, view: str) -> bool:
    """Return whether a word is a name's own: it is never written small here."""
    plain = words_of("name_words", "generic", "common")
    if token.fold in plain or token.fold in LINKS or token.text == "VAT":
        return False
    return not has_word(view, token.text.lower())


def _goes_on(view: str, spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether one known name opens these words: (Marsh Aid) Bereavement Care."""
    place = bisect_left(spans, (start, 0))
    inside = [x for x in spans[place : place + 2] if x[0] < end]
    if len(inside) == 1 and inside[0][0] > start and inside[0][1] == end:
        return True  # Marsh (Young Farmers)
    if len(inside) != 1 or inside[0][0] != start or inside[0][1] >= end:
        return False
    last = view[start : inside[0][1]].rpartition(" ")[2].casefold()
    return last not in ("co", "ltd", "limited", "council")


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_left(spans, (start, end))
    return any(a < end and start < b for a, b in spans[max(0, place - 1) : place + 2])
