"""Money: what is found, how much it is, and what is no money."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.grammar.country import guess_country
from minutebook.grammar.money import find_money, money_value

FORMS = [
    ("a cost of £50,000", [(50000, "GBP")]),
    ("£34k per annum", [(34000, "GBP")]),
    ("£118.44 K & M Lamps £35", [(118.44, "GBP"), (35, "GBP")]),
    ("£1.2 M for roads", [(1200000, "GBP")]),
    ("£3333", [(3333, "GBP")]),
    ("£1.2m (3.25%)", [(1200000, "GBP")]),
    ("£2bn; £1.5 million", [(2e9, "GBP"), (1.5e6, "GBP")]),
    ("£9.901m", [(9901000, "GBP")]),
    ("fell by -£70,838", [(70838, "GBP")]),
    ("£182,339, 206", [(182339206, "GBP")]),
    ("£12, 379, 793", [(12379793, "GBP")]),
    ("£51. 75 was paid", [(51.75, "GBP")]),
    ("hire £721. 59: stamps", [(721.59, "GBP")]),
    ("£ 689.62", [(689.62, "GBP")]),
    ("£20,000 to £30,000", [(20000, "GBP"), (30000, "GBP")]),
    ("£15,000 - £20,000", [(15000, "GBP"), (20000, "GBP")]),
    ("£3-5k", [(3000, "GBP"), (5000, "GBP")]),
    ("£20-30,000", [(20000, "GBP"), (30000, "GBP")]),
    ("between £10-17m", [(10e6, "GBP"), (17e6, "GBP")]),
    ("£50,000, 400 homes", [(50000, "GBP")]),
    ("£250 - 2017 grant", [(250, "GBP")]),
    ("£8,400 - 9,000).", [(8400, "GBP"), (9000, "GBP")]),
    ("£8,400 - 9,000 people", [(8400, "GBP")]),
    ("it would be 1,200 plus vat.", [(1200, "GBP")]),
    ("cost 450 + VAT", [(450, "GBP")]),
    (
        "Fee £5.\nHolt May/June      316.20\nOrr grass x 4      420.00\nSubs  79.00\n",
        [(5, "GBP"), (316.2, "GBP"), (420, "GBP"), (79, "GBP")],
    ),
    ("Fee £5.\nYoga  19.30\nChoir  20.15\nArt  10.00\n", [(5, "GBP")]),
    ("Fee £5.\nPond 31.25\n\nField 3.75\n\nWood 2.10\n", [(5, "GBP")]),
    (
        "Payee Net VAT Gross\nOrr (mowing) 21.40 4.28 25.68\nHolt 12.00 2.40 14.40",
        [(x, "GBP") for x in (21.4, 4.28, 25.68, 12, 2.4, 14.4)],
    ),
    ("Cheques signed:\n101204 Orr Stores 54.20\n", [(54.2, "GBP")]),
    ("two million pounds", [(2000000, "GBP")]),
    ("two hundred and fifty pounds", [(250, "GBP")]),
    ("1.5 million euro", [(1500000, "EUR")]),
    ("€2.36 million", [(2360000, "EUR")]),
    ("500 euros", [(500, "EUR")]),
    ("EUR 1,500.50", [(1500.5, "EUR")]),
    ("100€", [(100, "EUR")]),
    ("a gift of 150 $ was made", [(150, "USD")]),
    ("2019 $ 40", [(40, "USD")]),
    ("A $50 fine; Step C $900; AU $7", [(50, "USD"), (900, "USD"), (7, "AUD")]),
    ("NZ$20 and A$30", [(20, "NZD"), (30, "AUD")]),
    ("$2,500", [(2500, "USD")]),
    ("copies cost 50p each", [(0.5, "GBP")]),
    ("the deficit of 151K", [(151000, "GBP")]),
    ("Reserve account 12,424.37", [(12424.37, "GBP")]),
    ("paid 105.25 105.25", [(105.25, "GBP"), (105.25, "GBP")]),
    ("$1.700,000", [(1700000, "USD")]),
    ("&pound;3,225.73", [(3225.73, "GBP")]),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms(text: str, expected: list[tuple[float, str]]) -> None:
    found = [money_value(x, None) for x in find_money(text)]
    assert [(x.amount, x.currency) for x in found] == expected


NO_MONEY = [
    "50 people", "10,000 homes", "the 10K run raised funds", "12.50 hectares",
    "at 7.30 the account was opened", "3.25%", "pp. 50", "50p", "page 12p", "£", "a £",
    "Table £ and more", "multi-million pound contract", "two pounds of flour",
    "The distances are\nHale 12.50\nMarsh 45.10\nQuay 75.12\n",
    "Payments were made.\nBuses leave Hale 9.15\nBuses leave Marsh 10.15\n",
    "4K screens", "the 5k walk", "minute 16.03", "01632 960123", "2016",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_MONEY)
def test_no_money(text: str) -> None:
    assert find_money(text) == []


RAND = [
    ("a grant of R4 250 000 and R2.1 million, R  -300 000", [4250000, 2100000, 300000]),
    ("paid R385 000 for the R511 road; R/17/3, BSR 4 and A R2D2", [385000]),
]


@pytest.mark.parametrize(("text", "amounts"), RAND)
def test_rand(text: str, amounts: list[float]) -> None:
    assert [x.amount for x in find_money(text, rand=True)] == amounts
    assert find_money(text) == []


PER = [
    ("£34k per annum", "per annum"),
    ("£8.73 per hour", "per hour"),
    ("£50 each", "each"),
    ("£45 a week", "a week"),
    ("£40 / head", "/ head"),
    ("£40 was paid", None),
]


@pytest.mark.parametrize(("text", "per"), PER)
def test_per(text: str, per: str | None) -> None:
    assert [x.per for x in find_money(text)] == [per]


DOLLARS = [("US", "USD"), ("CA", "CAD"), ("AU", "AUD"), ("NZ", "NZD"), (None, "USD")]


@pytest.mark.parametrize(("country", "currency"), DOLLARS)
def test_whose_dollars(country: str | None, currency: str) -> None:
    [hit] = find_money("$40")
    assert money_value(hit, country).currency == currency


COUNTRIES = [
    ("MINUTES OF WANDELL SHIRE COUNCIL. Alderman Holt sent apologies.", "AU"),
    ("Thornbeck Parish Council, Thornbeck TB1 2XY", "GB"),
    ("Cathaoirleach's business: the Garda station", "IE"),
    ("The Pledge of Allegiance was said. Thornbeck, OH 44101", "US"),
    ("Reeve Penrose; P.O. Box 5, Ontario K1A 0B1", "CA"),
    ("Shire of Thornbeck, NSW 2999", "AU"),
    ("Opened with karakia by mana whenua", "NZ"),
    ("The chair opened the meeting.", None),
    ("The P & C met; the Sydney office wrote", "AU"),
    ("The kindy at Whakatoro asked for $20", "NZ"),
    ("Regrets: A. Holt (Saskatoon)", "CA"),
    ("Whatever was said in Melton", None),
    ("The chalet at Waipuna and the waiting room", "NZ"),
    ("The Thornbeck Local Municipality met at 10H00", "ZA"),
    ("Moved Cr Holt, seconded Cr Penrose", "AU"),
    ("Hinemoa Karehana and Wiremu Tapara met at Tauhara Hall", "NZ"),
    ("Maria and Moira met the Nomura family; Marine and Moore", None),
]


@pytest.mark.parametrize(("text", "country"), COUNTRIES)
def test_country(text: str, country: str | None) -> None:
    assert guess_country(text) == country


@given(st.integers(0, 10**9), st.integers(0, 99), st.sampled_from("£€$"))
def test_every_sum_comes_back(whole: int, pence: int, sign: str) -> None:
    amount = whole + pence / 100
    for text in (
        f"{sign}{amount:.2f}",
        f"{sign}{amount:,.2f}",
        f"{sign} {amount:,.2f}",
    ):
        [hit] = find_money(f"It cost {text} in all.")
        assert hit.amount == pytest.approx(amount)


WORDS = "£ € $ 5 50 1,000 .50 k m million - to p pounds , . \n x"
PIECES = st.sampled_from(WORDS.split(" "))


@given(st.lists(PIECES, max_size=30), st.booleans())
def test_any_text_is_read_in_order(pieces: list[str], tight: bool) -> None:
    text = ("" if tight else " ").join(pieces)
    hits = find_money(text)
    for before, after in pairwise(hits):
        assert before.end <= after.start
    assert all(any(c.isalnum() for c in text[x.start : x.end]) for x in hits)
    assert all(x.amount >= 0 for x in hits)
