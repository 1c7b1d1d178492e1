"""The written forms of dates and the words that show them, as expressions."""

from __future__ import annotations

import re

from minutebook.grammar.leaps import leaping

NAMES = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]


_SHORT = [*(x[:3] for x in NAMES), "sept"]


_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]


_WEEKDAYS += ["sunday"]


MONTH_NUMBER = {name: i + 1 for i, name in enumerate(NAMES)} | {
    short: [n[:3] for n in NAMES].index(short[:3]) + 1 for short in _SHORT
}


# Slips of the pen that real minutes are full of
_SLIPS = {"febuary": 2, "feburary": 2, "febraury": 2, "janurary": 1, "januray": 1}


_SLIPS |= {"augus": 8, "septmber": 9, "setember": 9, "septemeber": 9, "octomber": 10}


_SLIPS |= {"novemeber": 11, "novmber": 11, "novemberr": 11, "decmber": 12}


MONTH_NUMBER |= _SLIPS


WEEKDAY_NUMBER = {name[:3]: i for i, name in enumerate(_WEEKDAYS)}


def _cases(words: list[str]) -> str:
    """Return an alternation of the words as typed: Title, UPPER and lower case."""
    forms = [f(w) for w in words for f in (str.title, str.upper, str.lower)]
    return "|".join(forms)


# a space or a line end; a line that goes on in a table may begin with an empty cell
_GAP = r"(?:[ \xa0]{1,8}(?:\n[ \t\xa0]{0,12})?|\n[ \t\xa0]{0,12})"


OPT = rf"(?:{_GAP})?"


MONTH = rf"(?:{_cases(NAMES)}|{_cases(_SHORT)}|{_cases(list(_SLIPS))})(?![A-Za-z])\.?"


# Where a scan leaves a blank line after every line, a date may leap over it
_LEAP = r"[ \xa0]{0,2}\n[ ]{0,2}\n[ ]{0,2}"


_WEEKDAY = (
    r"(?:[Mm]on|[Tt]ue|[Tt]ues|[Ww]ed|[Ww]ednes|[Tt]hu|[Tt]hur|[Tt]hurs|[Ff]ri|[Ss]at"
    r"|[Ss]atur|[Ss]un|MON|TUE|TUES|WED|WEDNES|THU|THUR|THURS|FRI|SAT|SATUR|SUN)"
    r"(?:day|DAY)?(?![A-Za-z])\.?"
)


# "4th", "4 th", and what reading a raised "th" off a scan makes of it: "4°", "4™"
_ORDINAL = r"""(?:[ ]?(?:st|nd|rd|th|ST|ND|RD|TH|St|Nd|Rd|Th)(?![A-Za-z])
    |[°º®™*'"”’“]{1,2}(?=[ ,]))"""


_YEAR = r"(?:18|19|20)[0-9]{2}(?![0-9])(?!\s?h(?:ou)?rs?\b)"


DASH = r"[-–—‑−]"


# "4 July 2016", "4th of July, 2016", "2nd day of May 2011", "4-Jul-16", "19 May 21"
DAY_MONTH = re.compile(
    rf"""
    (?P<day>[0-9]{{1,2}})(?P<ordinal>{_ORDINAL})?
    (?: ,?{_GAP}(?:(?:day|DAY){_GAP})?(?:(?:of|OF){_GAP})?(?:the{_GAP})?
      | [-/.–]? | (?(ordinal){_LEAP}|(?!)) )
    (?P<month>{MONTH})
    """,
    re.VERBOSE,
)


# What may follow a day and a month: ", 2016", " 2016", "-16", " '16", " 16" at an end
THEN_YEAR = re.compile(
    rf"""
      (?:,?{OPT}|[-/]|[ ]?,{_LEAP}) (?P<year>{_YEAR})
    | [ ,]{{0,2}}['’‘](?P<quoted>[0-9]{{2}})(?![0-9])
    | [-/](?P<dashed>[0-9]{{2}})(?![0-9A-Za-z:]|[ ]{MONTH})
    | ,?[ ](?P<short>[0-9]{{2}})(?=[ ]?(?:$|[\n\t;)\]]|[.,](?![0-9])))
    """,
    re.VERBOSE,
)


# "3rd & 17th May", "10, 12 and 14 June", "16 – 25 September", "Tues 3rd and Wed 4th
# May"
DAY_LIST = re.compile(
    rf"""
    [0-9]{{1,2}}(?P<ordinal>{_ORDINAL})?
    (?:
      (?:{OPT}(?:,|&|and(?=[ \n])|or(?=[ \n])|to(?=[ \n])|until(?=[ \n])|{DASH}|/)
       (?:{OPT}|{_LEAP})(?:and{_GAP})?(?:the{_GAP})?(?:{_WEEKDAY},?{_GAP}(?:the{_GAP})?)?
      )
      [0-9]{{1,2}}(?:{_ORDINAL})?
    ){{1,6}}
    (?: {_GAP}(?:(?:of|OF){_GAP})?(?:the{_GAP})? | [-/.]? | (?(ordinal){_LEAP}|(?!)) )
    (?P<month>{MONTH})
    """,
    re.VERBOSE,
)


LISTED_DAY = re.compile(rf"([0-9]{{1,2}})({_ORDINAL})?", re.VERBOSE)


RANGE_WORD = re.compile(rf"{DASH}|/|\bto\b|\buntil\b")


# "July 4, 2016", "May 19 th 2010", "February 15th"
MONTH_DAY = re.compile(
    rf"""
    (?P<month>{MONTH})(?:,?{_GAP}(?:the{_GAP})?|(?=[0-9]{{1,2}}(?:st|nd|rd|th|,[ ]20)))
    (?P<day>[0-9]{{1,2}})(?![0-9])(?P<ordinal>{_ORDINAL})?
    """,
    re.VERBOSE,
)


# "July 4-6, 2016", "April 3, 13 and 18, 2023": the days after the first
MORE_DAYS = re.compile(
    rf"""
    (?: {OPT}(?:,(?:[ ]?(?:and|&))?|and(?=[ \n])|&|to(?=[ \n])|{DASH}){OPT}
        [0-9]{{1,2}}(?![0-9/]|[:.][0-9]|[ ]?[ap]\.?m)(?:{_ORDINAL})?
    ){{1,12}}
    """,
    re.VERBOSE,
)


# "March 2012", "November, 2011", "Jan '12", "Sept-10"
MONTH_YEAR = re.compile(
    rf"""
    (?P<month>{MONTH})
    (?: ,?(?:{_GAP}(?:of{_GAP})?)?(?P<year>{_YEAR})
      | [-/](?P<year2>{_YEAR})
      | [ ]?['’‘](?P<quoted>[0-9]{{2}})(?![0-9])
      | [-/](?P<short>[0-9]{{2}})(?![0-9A-Za-z])
    )
    """,
    re.VERBOSE,
)


MONTH_ONLY = re.compile(rf"(?P<month>{MONTH})")


# " - Mar", ", through to", " up to ": what leads to the far end of a range
_UNTIL = rf"(?:right{_GAP})?(?:(?:(?:up|through){_GAP})?(?:to|until|till)|through)"


TO_DAY = re.compile(
    rf",?{OPT}(?:{DASH}|{_UNTIL}){OPT}(?:the{_GAP})?(?:{_WEEKDAY},?{_GAP})?"
)


# "between 1 October [and] 30 April"
BETWEEN = re.compile(r"(?<![A-Za-z])[Bb]etween[ \n](?:the[ \n])?$")
AND_DAY = re.compile(rf"{_GAP}(?:and|&){_GAP}(?:the{_GAP})?(?:{_WEEKDAY},?{_GAP})?")


# "/August", " to the end of June", " until mid-2019"
TO_MONTH = re.compile(
    rf",?{OPT}(?:{DASH}|/|(?:{_UNTIL})(?:{_GAP}(?:early|mid|late)(?=[ -]))?){OPT}-?"
    rf"(?:(?:the{_GAP})?end{_GAP}of{_GAP})?(?=[A-Z]|20)"
)


# "March/April/May": the months of a slashed range that stand between its ends
SLASHED_MONTHS = re.compile(rf"(?:{MONTH}[ ]?/[ ]?){{1,6}}(?={MONTH}[ ]?/[ ]?{MONTH})")


# "01/04/2015 - 31/03/2016": what stands between two days in figures
TO_NUMERIC = re.compile(rf"{OPT}(?:[–—−-]|to|until|till|through){OPT}(?=[0-9])")


# a dash that opens an entry of a list, and no range
ENTRY_MARK = re.compile(r"[ \t\xa0]{0,12}[-–—•*][ \t\xa0]{1,8}")


# "May, June and July": the next month of a list
MONTH_BEHIND = re.compile(rf"(?:,|[ ]?/[ ]?|,?[ ](?:and|or|&))[ ]?(?={MONTH})")


# "until 10/2022", and a cell that holds no more
MONTH_SLASH = re.compile(r"(?P<month>0?[1-9]|1[0-2])/(?P<year>20[0-9]{2})(?![0-9/.-])")


MONTH_SLASH_CUE = re.compile(
    r"(?:\t|(?<![A-Za-z])(?:until|till|to|by|since|from|in|expir(?:es|y|ing)|ends?|ending"
    r"|due|[Tt]erm|[Uu]ntil|[Ff]rom|[Ss]ince|[Bb]y):?[ ])$"
)


# "2016-07-04", "2016/07/04"
ISO = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<sep>[-/.])(?P<month>[0-9]{2})(?P=sep)"
    r"(?P<day>[0-9]{2})(?![0-9])"
)


# "04/07/16", "4.7.16", "4-7-2016", "28/09/ 2020"
NUMERIC = re.compile(
    r"(?P<one>[0-9][0-9]?)[ ]?(?P<sep>[/.–-])[ ]?(?P<two>[0-9]{1,2})[ ]?(?P=sep)[ ]?"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9]|[/.-][0-9])"
)


# "04/\n07/\n20\n16", "04/0\n7/20\n16": over the lines of a cell as narrow as a tick
WRAPPED = re.compile(
    r"(?P<one>[0-9]{2})(?P<sep>/)\n?(?P<two>[0-9]\n?[0-9])/\n?"
    r"(?P<year>2\n?0\n?[0-9]\n?[0-9])(?![0-9])"
)


# "21/06" where the line says that it is a date
DAY_SLASH = re.compile(r"(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})(?![0-9/]|\.[0-9])")


# "2011/12", "2010 / 11", "2010-2013", "2013 to 2016", "2022 – 2028"
YEARS = re.compile(
    rf"""
    (?P<year>(?:18|19|20)[0-9]{{2}})
    (?: [ ]?(?P<mark>/|{DASH})[ ]?(?P<short>[0-9]{{2}})(?![0-9]|[ ]{MONTH})
      | (?:[ ]?(?P<mark2>/|{DASH})(?:{OPT}|{_LEAP})|{_GAP}(?:{_UNTIL}){_GAP}
       (?:(?:the{_GAP})?end{_GAP}of{_GAP})?)
        (?P<long>(?:19|20)[0-9]{{2}})(?![0-9])
    )
    (?![/-][0-9]|[A-Za-z])
    """,
    re.VERBOSE,
)


# "the 1980s", "1840's"
DECADE = re.compile(r"(?P<year>(?:1[89]|20)[0-9]0)['’‘]?s(?![A-Za-z])")


# "in 2014", "JSNA 2015"
YEAR_ONLY = re.compile(rf"(?P<year>{_YEAR})(?![A-Za-z_@])")


# "budget 12/13", "for 23-24": two years without their century
SHORT_YEARS = re.compile(
    r"(?P<one>[0-9]{2})[ ]?[/–-][ ]?(?P<two>[0-9]{2})(?![0-9%]|[/.-][0-9]|[ ]?(?:year"
    r"|month|week|day|hour|people|[ap]\.?m))"
)


SHORT_YEARS_CUE = re.compile(
    r"(?:(?<![A-Za-z])(?:for|[Bb]udget|year|years|FY|[Aa]ccounts|[Pp]recept|financial"
    r"|season|academic|AGAR|[Rr]eturn|[Pp]lan|[Pp]rogramme|in|during)[ ])$"
)


# "on the 12th", "the 3rd and the 31st of the month"
ORDINAL_ONLY = re.compile(
    r"(?P<day>[0-9]{1,2})[ ]?(?:st|nd|rd|th)(?![A-Za-z])"
    r"(?P<of>[ ](?:of[ ](?:the|this|that|each|every)[ ]month|inst\b))?"
)


MONTH_ANCHOR = re.compile(
    r"[JFMASOND](?:an|AN|eb|EB|ar|AR|pr|PR|ay|AY|un|UN|ul|UL|ug|UG|ep|EP|ct|CT|ov|OV|ec"
    r"|EC)"
)


# Small letters are a month only where the whole name is written and can be nothing else
SMALL_MONTHS = [x for x in NAMES if x not in ("march", "may", "august")]


SMALL_MONTH = re.compile("|".join(SMALL_MONTHS))


WEEKDAY_BEFORE = leaping(rf"(?<![A-Za-z]){_WEEKDAY},?{_GAP}(?:the{_GAP})?$")


PART_BEFORE = re.compile(
    r"(?<![A-Za-z])(?P<part>(?:early|mid|late|end|middle|beginning|start|Early|Mid|Late"
    r"|End|Middle|Beginning|Start)(?:[ ]to[ ](?:mid|late|early|end))?)"
    r"(?:[ \n-]{1,2}|[ \n]of[ \n])(?:the[ \n])?$"
)


PARTS = {"early": "early", "beginning": "early", "start": "early", "mid": "mid"}


PARTS |= {"middle": "mid", "late": "late", "end": "late"}


CUE_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:in|by|since|until|till|of|the|during|from|for|before|after|early|mid"
    r"|late|last|next|this|through|end|between|beginning|following|previous|In|By|Since"
    r"|Until|During|From|For|Before|After|The|Last|Next|IN|OF|FOR|THE|mid-)[ \xa0\n]?$"
)


NAMED_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:Mrs?|Ms|Miss|Dr|Rev|Cllrs?|Councillors?|Sir|Lady|Dame)\.?[ ]$"
)


CAPITAL_AFTER = re.compile(r"[ \xa0](?P<word>[A-Z][A-Za-z’'-]+)")


_CIVIC_WORDS = """
    meeting meetings minutes agm agenda board council committee report reports full
    ordinary annual parish planning bank budget accounts half fair fete fayre edition
    issue newsletter statement precept elections election day monthly quarterly
    cabinet finance payments police community town general extraordinary special
    update balance invoice payroll deadline holiday event district liaison
"""


CIVIC = frozenset(_CIVIC_WORDS.split())


YEAR_NOT_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:nos?|number|ref|refs?|reference|minutes?|min|page|pages|room|ext"
    r"|extension|tel|telephone|box|unit|plot|serial|code|ISO|BS|EN|than"
    r"|(?-i:Local|Lodge))\.?:?[ ]"
    r"|[0-9][ ]?[x×*][ ]?|[£$€#][ ]?)$",
    re.IGNORECASE,
)


YEAR_NOT_AFTER = re.compile(
    r"[ ]?(?:%|°|hrs?\b|hours\b|h\b|am\b|pm\b|km|kg|kWh?\b|mm\b|cm\b|ml\b|sq\b|metres"
    r"|miles|tonnes|acres|litres|people|persons|residents|homes|houses|dwellings|properties"
    r"|units|copies|children|pupils|visitors|members|households|calls|items|words"
    r"|signatures|responses|pounds|euros|dollars|votes|trees|spaces|places)"
    r"|[ ][A-Z][a-z]+[ ](?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Close|Way|Court"
    r"|Boulevard|Blvd|Place|Crescent|Terrace|Highway|Hwy)\b"
    r"|[./:,–-][0-9]|\.[a-z]{2,4}\b"
    r"|(?<=00)[ ](?!was\b|has\b|this\b|across\b|plus\b)[a-z]{2,20}s\b"
)


# "the 1815 to Leeds", "the 1915 service": when it leaves
TRAIN_AFTER = re.compile(
    r" (?:to|from|train|service|bus|ferry|sailing|departure|arrival|crossing)\b"
)


# "Under 1850 Swiss", "rated 1820": how strong
RATED_BEFORE = re.compile(r"\b(?:[Uu]nder|[Oo]ver|[Uu]p to|[Rr]at(?:ed|ing)) $")


# "By-law 2022-31": the number of a paper, not two years
PAPER_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:by-?laws?|ordinances?|resolutions?|motions?|bills?|applications?"
    r"|permits?|warrants?|case|file|docket)[ \n](?:(?:nos?|number)\.?[ ]?|\#[ ]?)?$",
    re.IGNORECASE,
)


# Words that make a bare number a count, but not two years: "over 2014/15"
COUNT_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:some|over|nearly|about|approximately|approx|around)[ ]$",
    re.IGNORECASE,
)


LONG_NUMBER_BEFORE = re.compile(r"(?<![0-9])([0-9]{3,})[ ]$")


LONG_NUMBER_AFTER = re.compile(r"[ ]([0-9]{3,})")


CLOCK_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:at|from|until|between|to|till|[Mm]eeting[ ](?:was[ ])?(?:closed"
    r"|ended|finished|concluded|adjourned|opened|started|began|commenced)):?[ \n]$"
)


DAY_CUE = re.compile(
    r"(?:(?<![A-Za-z])(?:on|by|until|till|before|after|from|dated?|due|of|and|or|to|since"
    r"|On|By|From|&)[ \n](?:the[ \n])?|,[ ]?(?:the[ ])|(?<=[a-z])[ ](?:not[ ])?the[ ])$"
)


DAY_THEN = re.compile(
    r"[ ]?(?:$|[\n\t.;:)]|,(?![ ]?[A-Z])|(?:and|at|to|or|in|with|for|if|when|but|as"
    r"|&(?= )|instead|please|until|inclusive|between|from|by|\(|[-–])(?![A-Za-z]))"
)


SLASH_CUE = re.compile(
    r"(?:(?:^|[\n\t])[ ]*(?:[•●▪*o·-][ \t]*)?"
    r"|(?<![A-Za-z])(?:on|by|dated?|until|from|[Mm]inutes of)[ ]"
    rf"|{_WEEKDAY},?[ ])$"
)


# "Seminar 29/9", "AGM – 11/9", "meetings: 29/8 and 6/9": what has a day of its own
EVENT_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:[Mm]eetings?|MEETING|AGM|[Ss]eminar|[Cc]onference|[Ww]orkshop"
    r"|[Tt]raining|[Hh]earing|[Ee]vent|[Ff]air|[Ff]ete|[Vv]isit|[Ss]tart(?:s|ed|ing)?"
    r"|[Cc]los(?:es|ed|ing)|[Ee]nd(?:s|ing)|[Dd]ue|[Dd]eadline|[Bb]ooked)[ ]?[:–-]?[ ]"
    r"(?:[0-9]{1,2}/[0-9]{1,2}(?:,|[ ]and|[ ]&)[ ])?"
    rf"|\b[Ww]/[cCeE][ ]|(?<![A-Za-z]){_WEEKDAY},?[ ])$"
)


# "from July 4 to July 11 because": the far end of two days counts nothing
DAY_TO = re.compile(r"[0-9](?:st|nd|rd|th)?[ \n](?:to|until|and)[ \n]$")


COUNTS_AFTER = re.compile(
    r"[ ]?(?:am|pm|%|[ap]\.m)|[ ](?!(?:at|in|of|to|and|for|with|from|on|the|is|was|were"
    r"|are|will|has|had|as|by|or|meeting|minutes|board|regular|special|election|until|through"
    r"|deadline|agenda|public|event|followed|then|if|but|or|when|where|which|that|because"
    r"|after|before|we|he|she|it|they|this|also)\b)[a-z]+|/[0-9]"
)
