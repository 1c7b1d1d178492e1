"""Dates: what is found, what it means, and what is no date."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import read

from minutebook.assets import read_rows
from minutebook.grammar.dates import find_dates, shows_month_first
from minutebook.grammar.datevalues import date_value
from minutebook.grammar.times import find_times
from minutebook.grammar.tongues import read_tongues
from minutebook.recognise.context import Context
from minutebook.recognise.dates import recognise_dates
from minutebook.records import Item, Mention, Preamble, Sections, SourceDocument, Span

BASE = date(2016, 7, 4)  # a Monday


def values(text: str, base: date | None = BASE, month_first: bool = False) -> list[str]:
    """Return the ISO values of all dates in a text."""
    found = [date_value(x, base) for x in find_dates(text, month_first)]
    return [x.iso for x in found if x]


FORMS = [
    ("held on Monday 4th July 2016 at 7pm", ["2016-07-04"]),
    ("July 4, 2016", ["2016-07-04"]),
    ("THURSDAY FEBRUARY 3rd 2011", ["2011-02-03"]),
    ("Date: 04/07/16", ["2016-07-04"]),
    ("4.7.16", ["2016-07-04"]),
    ("4-7-2016", ["2016-07-04"]),
    ("4-Jul-16", ["2016-07-04"]),
    ("Monday 4 July, 2000 hrs", ["2016-07-04"]),
    ("on 4 July 1930h", ["2016-07-04"]),
    ("2016-07-04", ["2016-07-04"]),
    ("the walk on Monday 10th May", ["2016-05-10"]),
    ("3rd & 17th May 2011", ["2011-05-03", "2011-05-17"]),
    ("3rd, 10th and 17th May 2011", ["2011-05-03", "2011-05-10", "2011-05-17"]),
    ("May 19 th 2010", ["2010-05-19"]),
    ("TUESDAY, 21°\" JULY, 2015", ["2015-07-21"]),
    ("this 2nd day of February, 2021", ["2021-02-02"]),
    ("MONDAY 3rd OF NOVEMBER 2025", ["2025-11-03"]),
    ("on 16 / 17 March", ["2016-03-16/2016-03-17"]),
    ("closed between 5th and 9th May", ["2016-05-05/2016-05-09"]),
    ("between Mon 28 June and 3 July", ["2016-06-28/2016-07-03"]),
    ("Hall\n6.00pm4 July 2016", ["2016-07-04"]),
    ("back by the end of March. 17/26 Trees", ["2016-03"]),
    ("16 – 25 September", ["2016-09-16/2016-09-25"]),
    ("from 28 June – 3 July 2016", ["2016-06-28/2016-07-03"]),
    ("Wed 6 July to Friday 8 July", ["2016-07-06/2016-07-08"]),
    ("July 4-6, 2016", ["2016-07-04/2016-07-06"]),
    ("accounts dated April 3, 13 and 18, 2023",
     ["2023-04-03", "2023-04-13", "2023-04-18"]),
    ("bills of July 10, 31, August 1, 3, 2023",
     ["2023-07-10", "2023-07-31", "2023-08-01", "2023-08-03"]),
    ("MONDAY, 14™ MAY, 2018", ["2018-05-14"]),
    ("power 13 May-12 June", ["2016-05-13/2016-06-12"]),
    ("built in the 1970s", ["1970/1979"]),
    ("a map of the 1840's", ["1840/1849"]),
    ("Annual Seminar 29/9 Ann may go", ["2016-09-29"]),
    ("AGM – 11/9 – invitation", ["2016-09-11"]),
    ("meetings: 29/8 and 6/9 at noon", ["2016-08-29", "2016-09-06"]),
    ("Jan-Mar 2012", ["2012-01/2012-03"]),
    ("Dec-Jan 2012", ["2011-12/2012-01"]),
    ("claims for April to end of June", ["2016-04/2016-06"]),
    ("mid to late September", ["2016-09"]),
    ("the end of October", ["2016-10"]),
    ("early 2017", ["2017"]),
    ("November, 2011", ["2011-11"]),
    ("Jan '12", ["2012-01"]),
    ("in May", ["2016-05"]),
    ("the March meeting", ["2016-03"]),
    ("plan 2013-2016", ["2013/2016"]),
    ("budget 2011-12", ["2011/2012"]),
    ("2010 / 11", ["2010/2011"]),
    ("2010/2011", ["2010/2011"]),
    ("FY 2019-20", ["2019/2020"]),
    ("1999-00", ["1999/2000"]),
    ("Acts 2001-\n\n2015", ["2001/2015"]),
    ("£600 for 15-16.", ["2015/2016"]),
    ("opened in 2014", ["2014"]),
    ("the Allotments Act 1950", ["1950"]),
    ("the 6th was full, so 7 July; not the 8th.", ["2016-07-07", "2016-07-08"]),
    ("•  05/06 – a shed was broken into", ["2016-06-05"]),
    ("held on 16 September\n2011 in the hall", ["2011-09-16"]),
    ("dated 3rd\n\nJanuary, 2018", ["2018-01-03"]),
    ("calls: 16\nSep 23, said at 18", ["2016-09-23"]),
    ("19 May 21", ["2021-05-19"]),
    ("shut March/April/May", ["2016-03/2016-05"]),
    ("shut Oct/Nov/Dec 2017", ["2017-10/2017-12"]),
    ("report of Sept 19-Oct 16 2015", ["2015-09-19/2015-10-16"]),
    ("from June 1 through June 9", ["2016-06-01/2016-06-09"]),
    ("April 2017, through to June 2019", ["2017-04/2019-06"]),
    ("January 2019 to the end of June 2019", ["2019-01/2019-06"]),
    ("April 2014 to end of 2015", ["2014-04/2015"]),
    ("since May 2014 until 2016", ["2014-05/2016"]),
    ("June 2016 up to mid-July 2017", ["2016-06/2017-07"]),
    ("from 4 July right through to 10 July", ["2016-07-04/2016-07-10"]),
    ("it works start 19/2 for 6 weeks", ["2016-02-19"]),
    ("end October/early November 2013", ["2016-10", "2013-11"]),
    ("funds from 2018 to end of 2020", ["2018/2020"]),
    ("available from 2019 until 2021", ["2019/2021"]),
    ("the plan of 2016 through to 2021", ["2016/2021"]),
    ("from May 2011 to 2012/13", ["2011-05", "2012/2013"]),
    ("Marlo Union Local 2022 agreed", []),
    ("May 2016 to 20 people", ["2016-05"]),
    ("Hire of hall –May\nClerk's pay (May)", ["2016-05", "2016-05"]),
    ("in 2000 the hall", ["2000"]),
    ("June 2016 until 2030 hrs", ["2016-06"]),
    ("Term\n05/\n10/\n20\n20\n07/\n12/\n2020", ["2020-10-05", "2020-12-07"]),
    ("Term\n14/1\n0/20\n19\n09/1\n2/20\n19", ["2019-10-14", "2019-12-09"]),
    ("books 1/4/15 to 31/3/16", ["2015-04-01/2016-03-31"]),
    ("books 01/04/2015 - 31/03/2016", ["2015-04-01/2016-03-31"]),
    ("AGM 2017 - 27 February 2018", ["2017", "2018-02-27"]),
    ("Jo Elm\tParent\t10/2019\tP", ["2019-10"]),
    ("her term runs until 3/2020", ["2020-03"]),
    ("Sept.2015 and June2016", ["2015-09", "2016-06"]),
    ("July1, 2015 and Aug.5th", ["2015-07-01", "2016-08-05"]),
    ("bills of May, June and July", ["2016-05", "2016-06", "2016-07"]),
    ("w/c 4/7 and on Monday 4/7", ["2016-07-04", "2016-07-04"]),
    ("on the 12th & 13th.", ["2016-07-12", "2016-07-13"]),
    # entries of a list, and no ranges
    ("- 4 July\n- 11 July\n- 8 August", ["2016-07-04", "2016-07-11", "2016-08-08"]),
    ("* 1/6/16\n* 8/6/16", ["2016-06-01", "2016-06-08"]),
    ("- March 2016\n- April 2016", ["2016-03", "2016-04"]),
    ("June 1 - June 9 - July 3", ["2016-06-01", "2016-06-09", "2016-07-03"]),
    ("held 4 July –\n11 July 2016", ["2016-07-04/2016-07-11"]),
    ("Febuary 2014", ["2014-02"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms(text: str, expected: list[str]) -> None:
    assert values(text) == expected


NO_DATES = [
    "Members may speak for three minutes.",
    "They will march on.",
    "Minute 16/2011", "Minute 10/2011", "10/2016\tApologies",
    "16/02345/FUL", "2011/0345/OUT", "R2024-012",
    "By-Law No. 2023-27", "ISO 8601:2004", "Tel 01632 960123", "call 020 2016 3456",
    "ref 2014", "Room 2012", "2014 homes", "£2,016.50", "$2014", "2,016", "at 7.30",
    "Meeting 6/30", "paid 1/2 and 3/4 of it",
    "sold 2000 tickets so far", "1900 letters went out", "the tune - may I say",
    "at 1930", "closed at 2005.", "back at Amble at\n2009", "The meeting closed 1930",
    "10.30 to 12.30", "1900 hrs", "next Tuesday", "next week", "quarter four", "Year 6",
    "the 5th floor", "2nd reading", "12th member of the board", "June Ashby spoke",
    "Mrs April Penrose", "Cllr May", "31/02/2016", "2016/45", "1 Kings Road",
    "2014 Main Street", "report_2016.pdf", "50/50 draw", "item 4.3.2",
    "the first Monday of each month", "on the 5th of each month",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert values(text) == []


# base, lean, near: what decides the year of a date that is written without one
YEARLESS = [
    ("23 January", date(2012, 12, 5), None, None, "2013-01-23"),
    ("23 January", date(2012, 12, 5), "past", None, "2012-01-23"),
    ("15 November", date(2012, 1, 18), None, None, "2011-11-15"),
    ("January", date(2012, 9, 19), "past", None, "2012-01"),
    ("November", date(2012, 1, 18), "future", None, "2012-11"),
    ("Monday 4 July", date(2021, 3, 1), None, None, "2022-07-04"),
    ("November", date(2012, 1, 18), "perhaps future", None, "2011-11"),
    ("Monday 6 July", date(2021, 2, 1), None, None, "2020-07-06"),
    ("17 November", date(2016, 7, 4), None, date(2016, 11, 15), "2016-11-17"),
    ("December/Jan", date(2011, 2, 3), None, None, "2010-12/2011-01"),
    ("02/12/10", date(2011, 2, 3), None, None, "2010-12-02"),
    ("3/5/98", date(1999, 1, 1), None, None, "1998-05-03"),
]


@pytest.mark.parametrize(("text", "base", "lean", "near", "iso"), YEARLESS)
def test_yearless(
    text: str, base: date, lean: str | None, near: date | None, iso: str
) -> None:
    [hit] = find_dates(text)
    value = date_value(hit, base, lean, near)
    assert value is not None
    assert value.iso == iso


# Each runs through the stage, for a document of 4 July 2016
STAGE = [
    (
        "The minute of 1st October was read. (The next is on 2nd May.)",
        ["2015-10-01", "2016-05-02"],
    ),
    ("The bank wrote in August to say that it will go", ["2015-08"]),
    ("Its fair has been fixed for 3 February", ["2017-02-03"]),
    ("AGM 2018 – 26 November", ["2018", "2018-11-26"]),
    ("left uncut until August next year", ["2017-08"]),
    ("it would be kept until at least March", ["2017-03"]),
    ("Record No. RC/12/07/Oct/09 was made", []),
    ("the fair in May last year", ["2015-05"]),
    ("an order had been made on 10 June", ["2016-06-10"]),
    (
        "Name\tApr 16\tMay 16\tJun 16\nA Holt\tx\tx\tx",
        ["2016-04", "2016-05", "2016-06"],
    ),
    ("Date\tMay 12\tJun 14\n", ["2016-05-12", "2016-06-14"]),
    (
        "Site A in March 17 and Site B in June 17 (Held on 4 July)",
        ["2017-03", "2017-06", "2016-07-04"],
    ),
    (
        "in March 17 and June 17, not July 4th",
        ["2016-03-17", "2016-06-17", "2016-07-04"],
    ),
    ("shut on March 17 after rain", ["2016-03-17"]),
    (
        "on 12 January, 9 February; 8 March 2017",
        ["2017-01-12", "2017-02-09", "2017-03-08"],
    ),
    ("on 4 December and 8 January 2017", ["2016-12-04", "2017-01-08"]),
    ("put up from January 1 of this year", ["2016-01-01"]),
    ("It was formed to hold a fair in February", ["2017-02"]),
    ("It failed to hold a fair in February", ["2016-02"]),
    (
        "moved from July 11\nto July 18 because of the fair",
        ["2016-07-11", "2016-07-18"],
    ),
    # both months are of the year that the second is written with
    ("run between April and December 2013", ["2013-04", "2013-12"]),
    ("from the November and January 2014 runs", ["2013-11", "2014-01"]),
    ("seen in May. December 2013 was wet", ["2016-05", "2013-12"]),
    # the weekday says which month
    (
        "begun on 2 November 2015, and out by Wednesday 6th",
        ["2015-11-02", "2016-07-06"],
    ),
    (
        "begun on 2 November 2015, and out by Monday 30th",
        ["2015-11-02", "2015-11-30"],
    ),
    ("Minutes of 29/6 passed", ["2016-06-29"]),
    ("a score of 29/6 passed", []),
    ("It was held over to February", ["2017-02"]),
    ("It was held in February", ["2016-02"]),
    ("the lamps would be cut from December to save", ["2016-12"]),
    ("15/01\tTerms\n15/02\tMinutes\n15/03\tMatters\n", []),
    ("26th October. 26. FORWARD PLAN", ["2016-10-26"]),
    ("By-law 2015-31 and Resolution No. 2016-41", []),
    ("a cost of £5m over 2015/16 and 2016/17", ["2015/2016", "2016/2017"]),
    ("over 2000 homes", []),
    ("7 Tachwedd 2016 / 7 November 2016", ["2016-11-07", "2016-11-07"]),
    ("le 1er décembre 2016", ["2016-12-01"]),
    ("9 de Mhárta 2016", ["2016-03-09"]),
    ("mis Hydref 2016", ["2016-10"]),
    ("31 Medi 2016", ["2016"]),
    ("the Mars 2016 mission", ["2016"]),
    # what somebody did on a day is past, whatever it leads to; what is planned is not
    ("The district decided on 2nd March that it will pay", ["2016-03-02"]),
    ("The district decided on 2nd December that it will pay", ["2015-12-02"]),
    ("The lights will be officially unveiled on the 18th December", ["2016-12-18"]),
    ("The walk is planned on 2 January", ["2017-01-02"]),
    ("figures for the period 1 September - 31 October", ["2015-09-01/2015-10-31"]),
    # two days, and no time between them
    ("The fair is moved from 1 to 8 June", ["2016-06-01", "2016-06-08"]),
    ("open from 1 to 8 June", ["2016-06-01/2016-06-08"]),
    ("moved from 2016 to 2018", ["2016/2018"]),
    # a day alone is of the document's month, else of the one that the tense tells
    ("We shall shut on the 22nd.", ["2016-07-22"]),
    ("We shall shut on the 2nd.", ["2016-08-02"]),
    ("They wrote on the 22nd.", ["2016-06-22"]),
    (
        "The fair is on 11 November.\n\n- paint will come on the 22nd.",
        ["2016-11-11", "2016-07-22"],
    ),
    ("Bits to Ann by the 15th please.", ["2016-07-15"]),
    # clocks and strengths
    ("asked for the 1815 to stop", []),
    ("the 1915 service was late", []),
    ("won the Under 1850 cup", []),
    ("built in 1850", ["1850"]),
]


@pytest.mark.parametrize(("text", "expected"), STAGE)
def test_dates_of_a_document(text: str, expected: list[str]) -> None:
    assert [x.date.iso for x in recognise(text) if x.date] == expected


def recognise(text: str) -> tuple[Mention, ...]:
    source = SourceDocument("a.txt", "text/plain", "", len(text), text, (), ())
    context = Context(
        source, Sections("minutes", Span(0, 0)), Preamble(date=BASE.isoformat())
    )
    return recognise_dates(context)


def test_numbers_of_decisions_in_the_form_of_dates() -> None:
    text = (
        "# Marsh Shire Council\n\nMinutes of the meeting held on 17 August 2017\n\n"
        "COUNCIL DECISION 17.08.01\n\nThat the minutes be confirmed. Carried 7/0\n\n"
        "Resolution No. 17/08/02\n\nThe bill of 03.07.17 was paid.\n"
    )
    assert [x["iso"] for x in read(text)["dates"]] == ["2017-08-17", "2017-07-03"]


def test_numbers_of_items_in_the_form_of_dates() -> None:
    text = "01/07\tApologies\n01/07/01\tNone.\n02/07\tGrants\nPaid on 02/07/2006."
    items = [
        Item(number, "", at, at, at, at, len(text))
        for number, at in (("01/07", 0), ("02/07", text.index("02/07")))
    ]
    source = SourceDocument("a.txt", "text/plain", "", len(text), text, (), ())
    sections = Sections("minutes", Span(0, 0), items=tuple(items))
    found = recognise_dates(Context(source, sections, Preamble(date="2007-01-26")))
    assert [x.date.iso for x in found if x.date] == ["2006-07-02"]


@pytest.mark.parametrize("row", read_rows("months.tsv"), ids=lambda x: x["word"])
def test_months_of_other_tongues(row: dict[str, str]) -> None:
    english = find_dates(row["example"])
    [hit] = read_tongues(row["example"], english)
    assert (hit.day, hit.year) == (7, 2019)
    assert hit.month is not None
    assert read_tongues(row["counter"], find_dates(row["counter"])) == []


def test_english_documents_never_load_dateparser() -> None:
    code = (
        "import sys; from minutebook.grammar.dates import find_dates;"
        "from minutebook.grammar.tongues import read_tongues;"
        "t = 'held on 4 July 2016, in 2015'; read_tongues(t, find_dates(t));"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_half_known_stays_half_known() -> None:
    [early, month, year] = find_dates("early March 2012, April 2013 and in 2014")
    parts = [date_value(x) for x in (early, month, year)]
    assert [(x.earliest, x.latest, x.precision) for x in parts if x] == [
        ("2012-03-01", "2012-03-11", "month"),
        ("2013-04-01", "2013-04-30", "month"),
        ("2014-01-01", "2014-12-31", "year"),
    ]


def test_no_year_is_made_up() -> None:
    assert values("on 4 July", base=None) == []


def test_month_first() -> None:
    assert shows_month_first("paid 12/31/2016 and 01/02/2017") is True
    assert values("01/02/2017", month_first=True) == ["2017-01-02"]
    assert values("01/02/2017", month_first=False) == ["2017-02-01"]
    assert values("12/31/2016", month_first=False) == ["2016-12-31"]


TIMES = [
    ("10.00am – 12.00pm", [("10:00", "12:00")]),
    ("7.30 p.m.", [("19:30", None)]),
    ("1900 hrs", [("19:00", None)]),
    ("6:00pm", [("18:00", None)]),
    ("at 9 AM", [("09:00", None)]),
    ("2:00 – 4.30pm", [("14:00", "16:30")]),
    ("10 - 1pm", [("10:00", "13:00")]),
    ("closed at 21:45", [("21:45", None)]),
    ("closed at 2010", [("20:10", None)]),
    ("12 noon", [("12:00", None)]),
    ("from 18:00 until 20:00", [("18:00", "20:00")]),
    ("5 - 10 people", []),
    ("£7.30", []),
    ("3.25%", []),
    ("1.10.15", []),
    ("in 2010", []),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_times(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(x.time, x.until) for x in find_times(text)] == expected


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    names = "January February March April May June July August September October"
    month = f"{names} November December".split()[day.month - 1]
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
    ):
        assert values(f"Held on {text}.", base=None) == [day.isoformat()]


WORDS = "4 12 2016 July May Mon , . - – / to and of the th 1/2 '16 \n \t £ am Jan-Feb"
PIECES = st.sampled_from(WORDS.split(" "))


@given(st.lists(PIECES, max_size=30), st.booleans())
def test_any_text_is_read_in_order(pieces: list[str], tight: bool) -> None:
    text = ("" if tight else " ").join(pieces)
    hits = find_dates(text)
    for before, after in pairwise(hits):
        assert before.end <= after.start
    for hit in hits:
        assert re.search(r"\w", text[hit.start : hit.end])
        value = date_value(hit, BASE)
        if value:
            assert value.earliest <= value.latest
