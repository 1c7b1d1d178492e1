"""Amounts of money in plain text: where they stand and how much they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from minutebook.grammar.anchors import find_numbers, holds_any
from minutebook.records import MoneyValue

_DASH = r"[-–—‑−]"
# "50,000", "182, 852, 338", "12 500", "1234.50", "51. 75", ".5"
_AMOUNT = r"""
    (?: [0-9]{1,3}\.[0-9]{3}(?:,[0-9]{3}(?![0-9])){1,3}
      | [0-9]{1,3}(?:
            ,[0-9]{3}(?![0-9])
          | ,[ ][0-9]{3}(?![0-9]|[ ](?!was|has|is|as|plus|this)[a-z]{2,14}s\b|[ ]people)
        ){1,4}
      | [0-9]{1,3}(?:[ \xa0][0-9]{3}(?![0-9])){1,4}(?![ ][a-z])
      | [0-9]{1,12}
      | (?=\.[0-9])
    )
    (?: \.[0-9]{1,4}(?![0-9])
      | \.[ ][0-9]{2}(?=[ ]{0,3}(?:[\n\t).,;:–-]|$)|[ ][a-z(])
      | ,[0-9]{2}(?![0-9])
    )?
"""
# "k", "m", "bn", "million"; "£000" heads a column of thousands and is no amount
_TIMES = (
    r"(?:[ \xa0]?(?:k|K|m|M|mn|mln|bn|Bn|BN|[Mm]il|[Mm]illions?|[Bb]illions?"
    r"|[Tt]housand)(?![A-Za-z0-9]|(?<=[ \xa0][A-Z])(?:[ ](?:&|[A-Z])|\.)))"
)
_FACTORS = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
_SIGNED = re.compile(
    rf"""
    (?P<sign>[£€$])[ \xa0]{{0,3}}(?:\n[ ]{{0,3}})?
    (?P<amount>{_AMOUNT})(?P<times>{_TIMES})?
    (?: (?P<dash>[ ]?(?:{_DASH}|to)[ ]?)(?P<sign2>[£€$])?
        (?P<amount2>{_AMOUNT})(?P<times2>{_TIMES})?(?![0-9%/:]|,[0-9])
    )?
    """,
    re.VERBOSE,
)
# "R4 250 000", "R 2.1 million", "R -300 000": rand, but the R511 road
_RAND = re.compile(
    rf"""
    R(?<![A-Za-z0-9/&.]R)(?<!\b[Rr]oad[ ]R)[ \xa0]{{0,3}}(?:[-–][ ]?)?
    (?P<amount>
        [0-9]{{1,3}}(?:[ \xa0][0-9]{{3}}(?![0-9])){{1,4}}(?:[.,][0-9]{{2}}(?![0-9]))?
      | {_AMOUNT})(?P<times>{_TIMES})?(?![A-Za-z0-9/]|[ ][Rr]oad)
    """,
    re.VERBOSE,
)
# "EUR 500", "GBP 1,000"
_CODED = re.compile(
    rf"""(?P<code>GBP|EUR|USD|AUD|NZD|CAD|&pound;|&euro;)[ \xa0]?
    (?P<amount>{_AMOUNT})(?P<times>{_TIMES})?""",
    re.VERBOSE,
)
# "500 euro", "30 pounds", "1.5 million dollars", "50p", "151K", "20 pence", "100€"
_TRAILING = re.compile(
    rf"""
    (?P<amount>{_AMOUNT})(?P<times>{_TIMES})?
    (?: (?P<sign>[€£])(?![0-9])(?P<behind>{_TIMES})?
      | [ \xa0]?(?P<unit>€|\$(?![ \xa0]{{0,9}}[0-9])
        |pounds?\b(?![ ]of\b)|euros?\b|dollars?\b|pence\b|cents?\b
        |Euros?\b|Pounds?\b|Dollars?\b|GBP\b|EUR\b|USD\b|AUD\b|NZD\b|CAD\b)
      | (?P<pence>p)(?![A-Za-z0-9])
      | (?P<taxed>)(?=[ ](?i:(?:plus|ex|incl?|including|excl|excluding|\+)\.?[ ]vat)\b)
      | (?P<bare>)(?<=[kK])
    )
    """,
    re.VERBOSE,
)
_CODES_WRITTEN = ("GBP", "EUR", "USD", "AUD", "NZD", "CAD", "&pound;", "&euro;")
_CODE = re.compile("|".join(_CODES_WRITTEN))
# "per annum", "p.a.", "a year", "each", "/month"
_PER = re.compile(
    r"[ \n]?(?P<per>per[ ](?:annum|[a-z]+)|p\.?[ ]?a\b\.?|pcm\b|p/[aw]\b|each\b"
    r"|an?[ ](?:year|month|week|day|hour|head|person)\b"
    r"|/[ ]?(?:year|yr|month|week|day|hour|hr|person|head)\b)"
)
_MONEY_TALK = re.compile(
    r"[£€$]|budget|deficit|surplus|cost|income|saving|fund|grant|overspen|underspen"
    r"|expenditure|spen[dt]|turnover|loss|profit|forecast|reserve|invest|salar|debt"
    r"|payroll|wage|balance|invoice|donat|rais(?:e|ing)|charge|price|fee\b|fees\b|paid|pay\b",
    re.IGNORECASE,
)
_NOT_MONEY_AFTER = re.compile(
    r"[ ]?(?:run\b|race|fun|walk|resolution|tv\b|ohm|metres|miles|steps)", re.IGNORECASE
)
_PENCE_TALK = re.compile(
    r"£|cost|charge|price|each|per\b|copy|copies|stamp|fee|sheet|mile|rate|coin|pence",
    re.IGNORECASE,
)
# "Reserve account 12,424.37": pounds and pence by their form and the words around
_PLAIN = re.compile(
    r"[0-9](?:[0-9]{0,2}(?:,[0-9]{3}){1,3}|[0-9]{0,8})\.[0-9]{2}(?![0-9])"
)
_LEAST_LISTED = 3  # lines that make a list
# Accounts for payment   Payee  Net  VAT  Gross   Cheques signed:
_HEADS_LIST = re.compile(
    r"\b(?:payments?|payees?|accounts|invoices?|cheques?|gross|receipts|expenditure)\b",
    re.IGNORECASE,
)
_ENDS_LINE = re.compile(r"[ \t]{0,20}(?:\n|$)")
_ACCOUNT_TALK = re.compile(
    r"account|balance|invoice|payment|payable|cheque|chq|\bpaid\b|salar|wages|expenses"
    r"|\bvat\b|precept|receipts?\b|\ba/c\b|\bcash\b|deposit|\bpaye\b|premium\b"
    r"|\b(?:plus|ex|inc|incl|excl)\.?\svat|\bfees?\b|\bgrant\b|donation|\btotal\b|refund|\bcosts?\b|insurance",
    re.IGNORECASE,
)
_PLAIN_NOT_AFTER = re.compile(
    r"[ ]?(?:%|[ap]\.?m\b|hrs?\b|hours|hect|ha\b|acres|k?m\b|kg|noon|tonnes|miles"
    r"|[.:/-][0-9])",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORD = "|".join((*_NUMBER_WORDS, *_SCALES))
_WORDED = re.compile(
    r"(?<![A-Za-z-])(?<![0-9][ \xa0])"
    rf"(?P<words>(?:(?:{_WORD})(?:-|[ ](?:and[ ])?)){{1,10}})"
    r"(?P<unit>pounds?|euros?|dollars?|pence)$",
    re.IGNORECASE,
)
_UNITS = ("pound", "euro", "dollar", "pence", "Pound", "Euro", "Dollar", "Pence")
_UNIT_WORD = re.compile(
    r"(?:Pounds?|pounds?|Euros?|euros?|Dollars?|dollars?|Pence|pence)\b"
)
_CURRENCY = dict.fromkeys(("£", "&pound;", "p", "pence", "pound", "pounds"), "GBP")
_CURRENCY |= dict.fromkeys(("€", "&euro;", "euro", "euros"), "EUR")
_DOLLARS = {"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD"}
_PREFIX = {
    "US": "USD", "AU": "AUD", "A": "AUD", "NZ": "NZD", "CA": "CAD", "C": "CAD",
    "CAN": "CAD",
}  # fmt: skip
_CODES = frozenset(("GBP", "EUR", "USD", "AUD", "NZD", "CAD"))
# "AU $50", "A$50": but "A $50 fine" and "Step C $900"
_PREFIX_BEFORE = re.compile(r"(?<![A-Za-z])(?:(US|AU|NZ|CAN|CA)[ ]?|(A|C))$")


@dataclass(frozen=True, slots=True)
class MoneyHit:
    """An amount as written; `unit` is a sign, a code, a word or "" where none is."""

    start: int
    end: int
    amount: float
    unit: str
    style: str
    per: str | None = None


def find_money(text: str, rand: bool = False) -> list[MoneyHit]:
    """Return every amount of money in the order of the text; a range is two.

    With `rand`, "R5 000" is one too.

    >>> [(x.amount, x.unit) for x in find_money("between £3-5k, or 1.5 million euro")]
    [(3000.0, '£'), (5000.0, '£'), (1500000.0, 'euro')]
    """
    hits = _in_rand(text) if rand else []
    for finder in (_signed, _coded, _worded, _trailing, _plain):
        taken = sorted((x.start, x.end) for x in hits)
        hits += [x for x in finder(text) if not _overlaps(taken, x)]
    return sorted(hits, key=lambda x: x.start)


def _overlaps(taken: list[tuple[int, int]], hit: MoneyHit) -> bool:
    """Return whether a stretch already found holds some of this one."""
    at = bisect_right(taken, (hit.start, 10**12)) - 1
    before = at >= 0 and taken[at][1] > hit.start
    return before or (at + 1 < len(taken) and taken[at + 1][0] < hit.end)


def money_value(hit: MoneyHit, country: str | None, sign: str = "£") -> MoneyValue:
    """Return the amount with its currency; `country` says whose dollars they are.

    `sign` is the money of the document, for amounts that name none ("151K").

    >>> [hit] = find_money("a grant of $2,500 per annum")
    >>> money_value(hit, "CA")
    MoneyValue(amount=2500.0, currency='CAD', per='per annum')
    """
    unit = hit.unit or sign
    if unit in ("$", "dollar", "dollars", "cent", "cents"):
        currency = _DOLLARS.get(country or "", "USD")
    else:
        currency = _CURRENCY.get(unit, unit)
    return MoneyValue(hit.amount, currency, hit.per)


_FIGURE = re.compile(r"[0-9]")


def _signed(text: str) -> list[MoneyHit]:
    """Return the amounts behind a sign: "£50,000", "£3-5k", "NZ$20"."""
    hits = []
    for match in _SIGNED.finditer(text):
        if not _FIGURE.search(match["amount"]):
            continue
        unit, start = match["sign"], match.start()
        prefix = _PREFIX_BEFORE.search(text[max(0, start - 5) : start])
        if prefix and unit == "$":
            unit, start = _PREFIX[prefix[0].strip()], start - len(prefix[0])
        first, second = _pair(match)
        end = match.end("times") if match["times"] else match.end("amount")
        hits.append(_hit(text, start, end, first, unit, "signed"))
        if second is not None:
            start = match.start("sign2") if match["sign2"] else match.start("amount2")
            hits.append(_hit(text, start, match.end(), second, unit, "range"))
    return hits


def _hit(
    text: str, start: int, end: int, amount: float, unit: str, style: str
) -> MoneyHit:
    per = _PER.match(text, end)
    return MoneyHit(start, end, amount, unit, style, per["per"] if per else None)


def _pair(match: re.Match[str]) -> tuple[float, float | None]:
    """Return the amount, and the second one where the match is a range.

    "£3-5k" and "£20-30,000" share what only the second says.
    """
    first = _number(match["amount"], match["times"])
    if not match["amount2"] or not re.search(r"[0-9]", match["amount2"]):
        return first, None
    second = _number(match["amount2"], match["times2"])
    if match["sign2"]:
        return first, second
    apart = " " in match["dash"].replace("to", "") and not match["times2"]
    if apart and not _closes_range(match, first, second):
        return first, None
    if match["times2"] and not match["times"]:
        first = _number(match["amount"], match["times2"])
    elif first < 1000 <= second and second % 1000 == 0 and not match["times"]:
        first *= 1000
    return first, second if second > first else None


# "£8,400 - 9,000)": what may stand behind a second amount that has spaces before it
_CLOSED = re.compile(r"[ ]?(?:[).,;\n]|$)")


def _closes_range(match: re.Match[str], first: float, second: float) -> bool:
    """Return whether an amount behind a dash with spaces is the far end of a range."""
    thousands = "," in match["amount"] and "," in match["amount2"]
    closed = _CLOSED.match(match.string, match.end()) is not None
    return thousands and closed and first < second < 10 * first


_DOTTED = re.compile(r"[0-9]{1,3}\.[0-9]{3},")
_WITH_PENCE = re.compile(r",[0-9]{2}$")


def _number(written: str, times: str | None) -> float:
    """Return the number that is written, multiplied by "k", "m", "billion".

    >>> _number("12, 379, 793", None), _number("1.2", " million"), _number("7. 50", "")
    (12379793.0, 1200000.0, 7.5)
    """
    tight = written.replace(" ", "").replace("\xa0", "")
    if _DOTTED.match(tight):
        tight = tight.replace(".", "")
    if _WITH_PENCE.search(tight):
        tight = f"{tight[:-3]}.{tight[-2:]}"
    value = float(tight.replace(",", ""))
    if times and value < 1e6:
        value *= _FACTORS[times.strip()[0].lower()]
    return round(value, 4)


def shows_rand(text: str) -> bool:
    """Return whether something is written as sums of rand are, where rand are paid."""
    return _RAND.search(text) is not None


def _in_rand(text: str) -> list[MoneyHit]:
    """Return the amounts in rand: "R4 250 000", "R2.1 million"."""
    return [
        _hit(
            text,
            match.start(),
            match.end(),
            _number(match["amount"], match["times"]),
            "ZAR",
            "rand",
        )
        for match in _RAND.finditer(text)
        if _FIGURE.search(match["amount"])
    ]


def _coded(text: str) -> list[MoneyHit]:
    """Return the amounts behind a code: "EUR 500"."""
    hits = []
    for code in _CODE.finditer(text) if holds_any(text, _CODES_WRITTEN) else ():
        match = _CODED.match(text, code.start())
        if match and re.search(r"[0-9]", match["amount"]):
            amount = _number(match["amount"], match["times"])
            hits.append(
                _hit(text, match.start(), match.end(), amount, match["code"], "coded")
            )
    return hits


def _trailing(text: str) -> list[MoneyHit]:
    """Return the amounts before their unit: "500 euro", "50p", "151K"."""
    hits = []
    end = 0
    for start in find_numbers(text):
        if start < end or not _is_free(text, start):
            continue
        match = _TRAILING.match(text, start)
        if not match:
            continue
        unit = (match["unit"] or match["pence"] or match["sign"] or "").lower()
        unit = unit.upper() if unit.upper() in _CODES else unit
        taxed = match["taxed"] is not None
        if not (unit or taxed or _is_thousands(text, match)):
            continue
        if match["pence"] and not _PENCE_TALK.search(_line(text, match)):
            continue
        amount = _number(match["amount"], match["times"] or match["behind"])
        if unit in ("p", "pence", "cent", "cents"):
            amount = round(amount / 100, 4)
        end = match.end()
        hits.append(_hit(text, start, end, amount, unit, "trailing"))
    return hits


def _plain(text: str) -> list[MoneyHit]:
    """Return the amounts without a sign in lists of payments and balances."""
    hits: list[MoneyHit] = []
    found = [
        x
        for x in _PLAIN.finditer(text)
        if _is_free(text, x.start()) and not _PLAIN_NOT_AFTER.match(text, x.end())
    ]
    listed = _listed(text, found)
    for match in found:
        start, end = match.span()
        chained = bool(hits) and not text[hits[-1].end : start].strip(" |\t")
        told = _is_account(text, start, end) and not _is_clock(match[0])
        if chained or told or start in listed:
            amount = _number(match[0], None)
            hits.append(MoneyHit(start, end, amount, "", "plain"))
    return hits


def _listed(text: str, found: list[re.Match[str]]) -> set[int]:
    """Return where amounts begin in the rows of a list: "Grass cutting  420.00".

    The rows stand right below one another and end in an amount, and not all of those
    could be times. In a list that nothing heads, a sign stands somewhere in the text.
    """
    taken: set[int] = set()
    signed = any(x in text for x in "£€$")
    row: list[re.Match[str]] = []
    run: list[list[re.Match[str]]] = []
    for match in found:
        if row and text[row[-1].end() : match.start()].strip(" |\t"):
            row = []
        row.append(match)
        if not _ENDS_LINE.match(text, match.end()):
            continue
        if run and text.count("\n", run[-1][-1].end(), row[0].start()) != 1:
            taken |= _in_list(text, run, signed)
            run = []
        run.append(row)
        row = []
    return taken | _in_list(text, run, signed)


def _in_list(text: str, run: list[list[re.Match[str]]], signed: bool) -> set[int]:
    """Return where the amounts of these rows begin, none if they make no list."""
    if not run or all(_is_clock(x[0]) for row in run for x in row):
        return set()
    if not (signed and len(run) >= _LEAST_LISTED) and not _is_headed(text, run[0][0]):
        return set()
    return {x.start() for row in run for x in row}


def _is_headed(text: str, first: re.Match[str]) -> bool:
    """Return whether the lines above the first row of a list talk of payments."""
    begin = text.rfind("\n", 0, first.start())
    above = text[max(0, begin - 120) : max(0, begin)].rstrip()
    return bool(
        _HEADS_LIST.search(above[above.rfind("\n", 0, above.rfind("\n")) + 1 :])
    )


def _is_account(text: str, start: int, end: int) -> bool:
    """Return whether the line around a number talks of accounts."""
    before = text[max(0, start - 80) : start]
    before = before[before.rfind("\n") + 1 :]
    after = text[end : end + 30].split("\n", 1)[0]
    return bool(_ACCOUNT_TALK.search(before) or _ACCOUNT_TALK.search(after))


def _is_clock(written: str) -> bool:
    """Return whether it could as well be a time: "19.30"."""
    hour, _, minute = written.partition(".")
    return len(hour) < 3 and int(hour) < 24 and int(minute) < 60


def _is_free(text: str, start: int) -> bool:
    """Return whether a number may begin here, not inside a word or another number."""
    last = text[start - 1] if start else " "
    if last.isalnum() or last in "_#$£€":
        return False
    return not (last in "/.,:" and start > 1 and text[start - 2].isalnum())


def _is_thousands(text: str, match: re.Match[str]) -> bool:
    """Return whether "151K" is money: its line talks of money, not of a run."""
    if not match["times"] or match["times"].strip() not in ("k", "K"):
        return False
    if _NOT_MONEY_AFTER.match(text, match.end()):
        return False
    return bool(_MONEY_TALK.search(_line(text, match)))


def _line(text: str, match: re.Match[str]) -> str:
    """Return what stands around a match, at most two lines of it."""
    return text[max(0, match.start() - 160) : match.end() + 160]


def _worded(text: str) -> list[MoneyHit]:
    """Return the amounts in words: "two million pounds"."""
    hits = []
    for unit in _UNIT_WORD.finditer(text) if holds_any(text, _UNITS) else ():
        floor = max(0, unit.start() - 120)
        match = _WORDED.search(text[floor : unit.end()])
        if match:
            amount = float(_count(match["words"]))
            if amount < 100 and text.startswith(" of ", unit.end()):
                continue  # two pounds of flour
            name = match["unit"].lower()
            if name == "pence":
                amount /= 100
            start = floor + match.start()
            hits.append(_hit(text, start, unit.end(), amount, name, "words"))
    return hits


def _count(words: str) -> int:
    """Return the number that words name.

    >>> _count("two hundred and fifty thousand ")
    250000
    """
    total = part = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _NUMBER_WORDS:
            part += _NUMBER_WORDS[word]
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALES:
            total += max(part, 1) * _SCALES[word]
            part = 0
    return total + part
