"""Finds where the title of an item ends and its text begins."""

from __future__ import annotations

import re

from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.capitals import (
    CAPITALS,
    LONGEST_SHORT,
    NOTHING,
    REFERENCE,
    fills_line,
    in_capitals,
    leading_capitals,
)
from minutebook.segment.firstwords import SMALL_WORDS, TITLES, first_words
from minutebook.segment.titles import (
    is_capitals,
    is_sentence,
    standing_end,
    standing_kind,
    title_weight,
)
from minutebook.segment.weblabels import web_title

DASHED = re.compile(r"\s{1,8}[-–—]\s{1,8}")
_LEAST_OPENED = 1.0  # weight of a title on a flat page behind which a sentence opens
_LONGEST_PIECE = 80  # characters of a piece of a flat page that is all heading
_SHORTEST_GAPPED = 6  # letters of a word that a gap behind it makes no heading: "Cllr"
_LEAST_LONG = 4  # long words that all have capitals: a heading, and no sentence
_LONGEST_LEAD = 12  # words of a heading that a dash without a space ends
LEAST_CUT = 25  # characters of a line that standing business may run into
LONGEST_TITLE = 320  # characters; the longest seen in real minutes is about 250
# "Application to extend the hours": what is asked for, and nobody's task
NO_TASK = (
    r"(?!(?i:(?:proposal|motion|request|application|permission|invitation|notice|bid|plan"
    r"|offer|need|appeal|decision|resolution|recommendation|petition|agreement|intention"
    r"|options|ways|changes|amendments?)s?|how)\sto\s)"
)

# where a heading that runs into its text ends: "Finance: the clerk ..." "AOB. None"
_RUN_IN = re.compile(
    r"""
    [\s:.]                      # one class in front: the search leaps from one to next
    (?! (?<=[ \n]) [a-z] [^)] )  # none between two words, which is soon seen
    (?: (?<=\s) \s{0,7} (?= [ABCDEGIMNPRSTai\d:(•●▪◦\t–—-] | (?<=\t) )  # one of these:
        # the label that web pages print, not "Approval of Minutes:"
        (?: Minutes: (?=\s|$) (?<!\bof\sMinutes:)(?<!\bthe\sMinutes:)
            (?<!\blast\sMinutes:)(?<!\bdraft\sMinutes:)(?<!\bprevious\sMinutes:)
          | : [-–—]? (?=\s|$)
          | [-–—] \s{1,8} (?=\w)
          | (?= [•●▪◦] \s)                   # "Roads Update • The lane was"
          | (?= \d{1,2} \. \d{1,2} \.? \s )  # a page run together: "Apologies 2.1 Mr"
          | (?= (?: 1 [.)] | \( [1ai] \) | [ai]\) ) \s{1,4} [A-Za-z] )  # "Path 1) It"
          | (?= (?:COMMITTEE|COUNCIL|BOARD)\s+RESOLUTION | RESOLVED\b
              | Resolution\s+[Nn]umber | MOVED\b | (?:Moved|Resolved):
              | (?:REPORTED|RECEIVED|CONSIDERED|NOTED|AGREED|APPROVED|RECOMMENDED
                |ENDORSED|DISCUSSED|CONFIRMED):
              | To\s+(?:receive|consider|note|approve|agree|report|confirm|discuss)\s )
          | \t | (?<=\t)
          # a sentence begins without a stop: "To receive reports Cllr Holt said ..."
          | (?= (?P<begun> (?:It|There|This|They|All|Members|Councillors|Trustees
                |Governors|Residents|Nothing|None|Everyone|Commissioners|Directors)\s
                (?:was|were|is|are|has|had|have|will|appears|agreed|noted)\b
              | (?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|The|Commissioner|Trustee|Director
                |Supervisor|Alderman|Member|Mayor|President|Chair|Chairman)\.?\s
                (?:[A-Z][\w.'’-]{0,20}\s){1,3}(?:(?:was|were|had|has|is)\s
                |(?:[a-z]{2,14}ed|said|gave|made|took|read|told|spoke|led|put|sent|wrote
                |went|came|began|left|laid|brought)\b)
              | The\s(?:meeting|minutes|clerk|chair(?:man|person)?|secretary)\s
                (?:was|were|had|has|[a-z]{2,14}ed|began|told|said)\s
              # a line of its own is the heading, the next one opens the text
              | (?<=[\w)][ ]\n)(?:The|It|There|This|These|An?|No)\s[a-z]
              | (?<=[\w)]\n)(?:The|It|There|This|These|An?|No)\s[a-z] ) )
          )
      | (?<=:) [-–—]? (?=\s|$)
      | (?<=[a-z]:) (?=[A-Z][a-z])
      | (?<=[\w)]{2}\.) (?=\s+(?:[A-Z“"‘£]|\([A-Z]{2}|\d{2,4}/\d{2,5}
        |\d[\d.,]{0,7}%?\s[a-z]{2}))
      | (?<=[OC]\.B\.) (?=\s+[A-Z]) )              # "A.O.B. The gate was"
    """,
    re.VERBOSE,
)

# what web pages hang behind a title: "pdf icon PDF 64 KB", "(Pages 3 - 8)"
_TAIL = re.compile(
    r"(?:(?:pdf icon )?PDF \d{1,6} ?[KM]B?|\(?Pages? \d{1,4}(?: ?[-–] ?\d{1,4})?\)?"
    r"|[\[(](?:Agenda )?Item \d{1,3}[\])]"
    r"|\((?:minutes?|mins?|item) [^()]{2,40} refers?\)"
    r"|[-–—] ?(?:ACTION|DISCUSSION|INFORMATION|DECISION|CONSENT) ITEM"
    r"|\((?:[\w’'-]{1,20} ){0,3}(?:portfolio holder|cabinet member"
    r"|lead (?:member|officer)|report author|contact officer|responsible officer)"
    r" ?: ?[^()]{3,80}\)"
    r"|\((?:(?:agenda )?item \d{1,3}[a-z]? ?[-–,:] ?)?(?:joint |verbal |oral )?"
    r"(?:written )?reports? (?:of|by|from|attached|herewith|to follow)\b[^()]{0,120}\)"
    r"|\(https?://[^\s()]{3,80}\))$",
    re.IGNORECASE,
)

_TAIL_ENDS = frozenset(")]bBKM")


_LOOSE = " \t\n\u00a0.:;|*=~\\–—-"
_VOWEL = re.compile(r"[aeiouyáéíóúAEIOUYÁÉÍÓÚ]")
_WORD = re.compile(r"\S+")
# "Election of Chair Ada Penrose was elected": a person begins the sentence
_NAMED = re.compile(
    r"(?:[A-Z][\w’'-]{0,20}\.?\s){2,3}(?:was|were|is|has|had|proposed|nominated|moved"
    r"|seconded|reported|said|gave|welcomed|thanked|agreed|took|opened|asked|advised)\b"
)
_SHORTENED = frozenset(
    ["mr", "mrs", "ms", "dr", "st", "cllr", "no", "rev", "cr", "co", "jr", "sr"]
) | {
    "rd",
    "ave",
    "hon",
    "sen",
    "rep",
    "gov",
    "supt",
    "prof",
    "sgt",
    "lt",
    "capt",
    "asst",
}
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_BEFORE_NAMES = frozenset(["from", "between", "as", "re"])

# "Repairs 1) The gate", "Matters arising. (a) The wall": the first point of a list
_FIRST_POINT = re.compile(r"\s{0,4}(1[.)]|\([1ai]\)|[ai]\))\s{1,4}")
_NEXT_POINT = str.maketrans({"1": "2", "a": "b", "i": "ii"})
# "Claims—the board agreed", "Minutes of March 2012– were read": no space before it
# "Call to order-The meeting began": a hyphen where a sentence plainly opens
_GLUED_DASH = re.compile(
    r"[—–-](?:(?<=[\w)][—–])\s{0,3}(?=[A-Za-z])"
    r"|(?<=[a-z)]-)(?=(?:The|An?|It|There|This|No|the)\s[a-z]))"
)
# "postponed", "read and agreed", "all approved": what became of it, and nothing else
_DONE = re.compile(
    r"(?:(?:all|duly|taken\sas|were|was)\s){0,2}(?:(?:read|agreed|signed|adopted|accepted|approved"
    r"|postponed|tabled|withdrawn|deferred|carried|passed|noted)(?:,?\s(?:and\s|&\s)?|\b)){1,3}\W{0,3}$",
    re.I,
)
# "co-option. Following": the rest of a title, and the sentence behind it
_SHORT_TAIL = re.compile(r"(?:[\w’'-]{1,20}\s){0,2}[\w’'-]{5,20}\.\s{1,8}[A-Z]")


def standing_cut(text: str, begin: int, end: int) -> int:
    """Return where standing business ends that runs into a sentence, 0 if it does not.

    "Apologies Cllr Holt was unwell" is headed by its first word.
    """
    if end - begin < LEAST_CUT or not is_sentence(text[begin:end]):
        return 0
    long = [x for x in text[begin:end].split() if len(x) > LONGEST_SHORT]
    if len(long) >= _LEAST_LONG and all(x[0].isupper() for x in long):
        return 0  # "Matters Arising From the Minutes Not Dealt With on This Agenda"
    words = list(_WORD.finditer(text, begin, min(end, begin + 120)))
    for at in range(1, min(len(words) - 2, 10)):
        before = words[at - 1][0].lower()
        if not (
            _opens_sentence(words[at][0], words[at + 1][0])
            or _NAMED.match(text, words[at].start(), end)
        ):
            continue
        if before in SMALL_WORDS or before in _BEFORE_NAMES or before[-1] in ",-–":
            continue
        if _DAY.fullmatch(before):
            continue  # "Minutes of 10th October were read"
        if standing_kind(text[begin : words[at - 1].end()]):
            return words[at - 1].end()
    return 0


def _opens_sentence(word: str, following: str) -> bool:
    """Say whether two words may be the first of a sentence: "The wall", "Cllr Holt"."""
    titled = word.strip(".") in TITLES
    told = following[0].islower() and following not in ("and", "or")
    return word[0].isupper() and (titled or told)


def cut_title(
    text: str, paragraph: Paragraph, begin: int
) -> tuple[int, int, int, bool]:
    """Return where the title starts and ends, where the body starts, and if alone."""
    limit = min(paragraph.end, begin + LONGEST_TITLE)
    webbed = web_title(text, begin, limit)
    if webbed:
        start, end = trim(text, begin, webbed[0])
        return start, end, webbed[1], webbed[1] >= paragraph.end
    bold = bold_end(text, paragraph, begin)
    if begin < bold <= limit:
        begin, end = trim(text, begin, bold)
        return begin, end, bold, False
    if text[begin - 2 : begin] == "/ ":  # the cells of a row, written in one line
        cell = text.find(" / ", begin, limit)
        if cell > 0:
            begin, end = trim(text, begin, cell)
            return begin, end, cell + 3, False
    run_together = _is_flat(text, paragraph)
    flat = _headed(text, begin, limit) if run_together else 0
    if flat:
        begin, end = trim(text, begin, flat)
        return begin, end, flat, False
    gap = None if run_together else _GAP_BEHIND.match(text, begin, limit)
    if gap:
        begin, end = trim(text, begin, gap.end())
        return begin, end, gap.end(), False
    gap_end = 0 if run_together else _sentence_gap(text, paragraph, begin, limit)
    if gap_end:
        begin, end = trim(text, begin, gap_end)
        return begin, end, gap_end, False
    filled = 0 if run_together else fills_line(text, begin, limit)
    if filled:
        begin, end = trim(text, begin, filled)
        return begin, end, filled, False
    end, body, alone = _end_of_title(text, paragraph, begin, limit, run_together)
    lead = 0
    if not (alone or run_together):
        lead = leading_capitals(text, begin, end, alone=begin > paragraph.start)
    if lead and lead < end:  # "BOOK SALE made £80. Half of it"
        end = body = lead
    if not alone and body <= begin:
        body = end
    begin, end = trim(text, begin, end)
    return begin, end, max(body, end), alone


def _end_of_title(
    text: str, paragraph: Paragraph, begin: int, limit: int, run_together: bool
) -> tuple[int, int, bool]:
    """Return where a title ends that nothing marks, where its text begins, if alone."""
    whole = paragraph.end <= limit
    for match in _RUN_IN.finditer(text, begin, limit):
        if match["begun"] and run_together and not _opens(text, begin, match):
            continue
        if match.end() >= paragraph.end:
            return match.start(), paragraph.end, whole
        marked = paragraph.first.bold or paragraph.first.heading is not None
        if _may_cut(text, (paragraph.start, begin), match, paragraph.end, marked):
            return match.start(), match.end(), False
    numbered = begin > paragraph.start
    lead = 0 if run_together else leading_capitals(text, begin, limit, alone=numbered)
    lead = lead or _glued_dash(text, begin, limit, paragraph.end)
    if lead:
        return lead, lead, False
    if whole and not (run_together and _is_long(text[begin:limit])):
        return limit, paragraph.end, whole
    end = _wide_gap(text, begin, limit) if run_together else 0
    return end or first_words(text, begin, limit), begin, False


def _opens(text: str, begin: int, match: re.Match[str]) -> bool:
    """Say whether a sentence opens behind a title on a page that was run together."""
    head = text[begin : match.start()]
    return title_weight(head) >= _LEAST_OPENED and not is_sentence(head)


def _sentence_gap(text: str, paragraph: Paragraph, begin: int, limit: int) -> int:
    """Return where a gap parts a numbered heading from a sentence behind it, or 0.

    "7  Hedge survey   The clerk had walked the lanes": a tab stood there.
    """
    at = text.find("  ", begin, min(limit, begin + _LONGEST_PIECE))
    whole = begin == paragraph.start and paragraph.first.column == 0
    if at < 0 or whole or not text[at - 1].isalnum():
        return 0
    head, rest = text[begin:at], text[at : min(paragraph.end, at + 160)].lstrip()
    if "\n" in head or not rest[:1].isupper() or not is_sentence(rest):
        return 0
    short = len(head) > _SHORTEST_GAPPED and head not in TITLES and head[0].isupper()
    return at if short and title_weight(head) >= 0.5 and not is_sentence(head) else 0


def _wide_gap(text: str, begin: int, limit: int) -> int:
    """Return where a wide gap parts a heading of a flat page from the rest, 0 if none.

    "Amend the lease of the hall  (Ordinance)  (Y-5)": columns that were run together.
    """
    gap = text.find("  ", begin, limit)
    head = text[begin : max(begin, gap)]
    whole = " " in head and ". " not in head and head[-1] not in ",;"
    return gap if whole and title_weight(head) > -1.5 else 0


def bold_end(text: str, paragraph: Paragraph, begin: int) -> int:
    """Return where bold words end that open a paragraph and run into plain ones.

    They may fill whole lines first; 0 where none do, or where they head nothing.
    """
    end = 0
    for line in paragraph.lines:
        if line.end <= begin or (line.bold and not (line.heading or line.bold_to)):
            continue
        if line.bold_to > begin:
            end = line.bold_to
        break
    if end >= paragraph.end or not any(x.isalpha() for x in text[begin:end]):
        return 0
    return end if _heads_rest(text, paragraph, begin, end) else 0


def _heads_rest(text: str, paragraph: Paragraph, begin: int, end: int) -> bool:
    """Say whether bold words head what follows and are no part of its sentence."""
    if title_weight(text[begin:end]) <= -0.5:
        return False
    parted = text[end - 1] in ".:;–—-" or DASHED.match(text, end) is not None
    parted = parted or not text[end : end + 2].strip()[:1].islower()
    counted = text[paragraph.start : paragraph.start + 1].isdigit()
    return parted or counted or standing_kind(text[begin:end]) is not None


def _is_flat(text: str, paragraph: Paragraph) -> bool:
    """Say whether this is a part of a page that was run together into one line."""
    low = max(0, paragraph.start - 40)
    line = text.rfind("\n", low, paragraph.start) + 1
    before = text[max(line, low) : paragraph.start]
    opens = not before.strip() or before.endswith("\t")
    return not opens or text[paragraph.end : paragraph.end + 1] not in "\n\t"


def _is_long(words: str) -> bool:
    """Say whether a piece of a flat page is more than a heading."""
    return len(words) > _LONGEST_PIECE or is_sentence(words)


# "MEMBERSHIP   Two people had joined": capitals that a gap sets apart
_GAP_BEHIND = re.compile(
    r"(?=[^a-z\n]{0,60}[A-Z]{4})[A-Z(&][A-Z\d’'(),./&-]{0,30}"
    r"(?: [A-Z\d(&–-][A-Z\d’'(),./&-]{0,30}){0,8}"
    r"(?= {2,9}(?!(?!RESOLVED|MO[VT]|AGREED|NOTED|CARRIED|APPROVED|DEFERRED)[A-Z]{3})"
    r"[A-Z][\w’']{0,20} [A-Za-z\d][\w’']{0,20} \w)"
)


def _glued_dash(text: str, begin: int, limit: int, end: int) -> int:
    """Return where a dash without a space before it parts a heading from its text."""
    match = _GLUED_DASH.search(text, begin, limit)
    if not match:
        return 0
    head, rest = text[begin : match.start()], text[match.end() : end]
    told = is_sentence(rest) or (NOTHING.match(rest) or _DONE.match(rest)) is not None
    short = len(head.split()) <= _LONGEST_LEAD and not is_sentence(head)
    return match.start() if short and told and title_weight(head) >= 0.5 else 0


def _headed(text: str, begin: int, limit: int) -> int:
    """Return where a heading ends on a page that was run together; 0 if unmarked.

    Capitals end where small letters begin ("ELECTION OF CHAIR Moved by Mr Holt"), a
    standing heading where the next word has a capital ("Matters arising The wall").
    """
    if limit - begin <= _LONGEST_PIECE and text[begin:limit].isupper():
        return 0  # all of it is the heading
    match = CAPITALS.match(text, begin, limit)
    if match and (match.end() - begin > LONGEST_SHORT or " " in match[0]):
        return match.end()
    if _AGENDA.match(text, begin, limit):
        end = _AGENDA_END.search(text, begin, limit)
        return end.start() if end else 0
    known = begin + standing_end(text[begin : begin + 120])
    if known == begin or _BREAKS_OFF.search(text, begin, known):
        return 0
    follows = text[known : known + 2]
    capital = follows[:1] == " " and follows[1:].isupper()
    return known if capital or _DAY_FOLLOWS.match(text, known, limit) else 0


# "To receive the Mayor's declaration": so an agenda words what is to be done
_AGENDA = re.compile(r"To\s[a-z]{3,12}\s(?!be\b)")
# ... up to a colon, or to a sentence that plainly opens
_AGENDA_END = re.compile(
    r"[:;](?=\s)|\.(?=\s[A-Z])"
    r"|\s(?=(?:Resolved|RESOLVED|Agreed|AGREED|Noted|NOTED|It\swas|There\s(?:was|were))\b)"
    r"|\s(?=(?:The|This|All|No|Members|Councillors|Cllrs?|Councillor|Mr|Mrs|Ms|Dr)\s"
    r"(?:[A-Z][\w.’'-]{0,20}\s){0,3}[a-z]{3,14}(?:\s(?:was|were|had|is)|ed)\s)"
    r"|\s(?=(?:The|All|No)\s[a-z]{3,14}\s)"
)
# where standing words are no whole title: "Minutes of the Annual", "To receive"
_BREAKS_OFF = re.compile(r"\b(?:annual|special|ordinary|extraordinary|monthly)$", re.I)
_DAY_FOLLOWS = re.compile(
    r"\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)?\d{1,2}(?:st|nd|rd|th)?\s"
    r"(?:of\s)?[A-Z][a-z]{2,8}\s\d{4}"
)


def trim(text: str, begin: int, end: int) -> tuple[int, int]:
    """Take loose punctuation and what web pages add off both ends of a title."""
    while begin < end and text[begin] in " *_=~|\"“‘'•·●▪◦○–-":
        begin += 1
    while True:
        while end > begin and text[end - 1] in _LOOSE:
            end -= 1
        last = text[end - 1 : end] if end > begin else ""
        if last not in _TAIL_ENDS and not last.isdigit():
            return begin, end
        tail = _TAIL.search(text, max(begin + 1, end - 100), end)
        if not tail:
            return begin, end
        end = tail.start()


def _may_cut(
    text: str, starts: tuple[int, int], match: re.Match[str], end: int, marked: bool
) -> bool:
    """Say whether a title may end here; `marked`: all of it is bold or a heading.

    `starts`: where its paragraph and the words behind the number begin.
    """
    begin, numbered = starts[1], starts[1] > starts[0]
    head, rest = text[begin : match.start()], text[match.end() : end]
    words = head.split()
    if not words or len(words) > 22:
        return False
    if match["begun"] and words[-1].lower() in SMALL_WORDS:
        return False  # "Election of" is no title, "Election of Chair" is
    if match["begun"] and numbered and head.startswith("To ") and "\n" in match[0]:
        return is_sentence(
            rest[:160]
        )  # "To note the sums paid since March\nThe list was"
    point = _FIRST_POINT.match(text, match.end())
    if point and ":" not in match[0]:
        again = point[1].translate(_NEXT_POINT)
        return standing_kind(head) is not None or text.find(again, point.end(), end) > 0
    if "Minutes:" in match[0] or not match[0].strip():
        return True
    dashed = bool(DASHED.match(match[0]))
    if dashed:
        if _DATED_HEAD.match(rest):
            return False  # "Audit Committee - 3rd May 2021: noted"
        if _NUMBERED_PAPER.match(rest) or (
            REFERENCE.fullmatch(words[-1]) and DASHED.search(head)
        ):
            return False  # "MARL - PF/16/0042 - Change of use of the mill"
        nothing = NOTHING.match(rest) is not None
        if nothing and numbered and len(rest) < LEAST_CUT:
            return True  # "Items that the clerk would take in private - none"
        if is_capitals(head) and is_capitals(rest) and not nothing:
            return False  # "URGENT ITEM - TO CONSIDER WHAT WAS RECEIVED LATE"
        known = standing_kind(head)
        if (known or numbered) and _DONE_FIRST.match(rest):
            return True  # "Minutes of 8th May – Agreed with one change"
        if marked and numbered and not (known or nothing) and not is_sentence(rest):
            return False  # all of it is bold: "ELMHAM – 20190117 – Two bungalows"
        if known == "closing" and _NEXT_DAY.match(rest):
            return True  # "Date of next meeting – Monday, April the 9th"
        again = rest[0].isupper() and DASHED.search(rest[:60]) is not None
        if in_capitals(head, rest) or (numbered and not again and _tells(rest)):
            return True
        if known:
            told = known == "apologies" and not is_sentence(head)
            told = told or (known == "interests" and _OF_WHOM.match(rest) is not None)
            if told or nothing or _DONE.match(rest):
                return True  # "Apologies – Ann Bell, Tom Holt", "Police – no report"
            if _MONEY.search(rest[:60]):
                return True  # "Treasurer's report - balance £320.18"
            told = is_sentence(rest[:160]) and rest.rstrip().endswith(".")
            return told or (title_weight(rest) < 0 and len(rest) > 60)
        told = len(rest) > 20 and (rest[0].islower() or is_sentence(rest))
        told = told or nothing or _IS_TO.match(rest) is not None
        told = told or (not numbered and len(rest) > _LONGEST_PIECE)
        if numbered and _SHORT_TAIL.match(rest) and not nothing:
            return False  # "Vacancy – co-option. The clerk had ..."
        return title_weight(head) >= (0.5 if numbered else 1.0) and told and not again
    if ":" in match[0]:
        if words[-1].lower() == "re":
            return False  # "Take action re: the licence of Ann Bell"
        if is_capitals(head) and is_capitals(rest):
            return False
        short = len(rest.split()) <= (14 if marked else 8) and end - begin < 160
        whole = short and (
            (marked and numbered and ". " not in rest and standing_kind(head) is None)
            or (not is_sentence(rest) and rest.rstrip()[-1:] not in (".", ""))
        )
        whole = whole and (len(rest.split()) > 1 or (marked and rest.islower()))
        one = any(map(str.isdigit, head))  # "Planning application 19/82: 4 Elm Road"
        if whole and (marked or one or not standing_kind(head)):
            return False  # "Growth hub: funding 2017-19" is one title
        whole = numbered and not is_sentence(head) and is_sentence(rest[:160])
        return whole or standing_kind(head) is not None or title_weight(head) > 0
    if len(words[-1]) <= 6 and not _VOWEL.search(words[-1]) and words[-1].isalpha():
        return False  # "Cmhlr", "Cllr", "Ltd": cut short, with a full stop
    if words[-1].lower().lstrip("(") in _SHORTENED:
        return False
    if len(words) <= _LONGEST_LEAD and title_weight(head) > 0.4:
        return True
    # "3. Use of lamps, signs and banners in the lanes. The clerk asked ..."
    whole = numbered and not is_sentence(head) and title_weight(head) >= 0
    return whole and is_sentence(rest[:160])


# the day of the meeting whose minutes are meant, and where it ends
_DATED_HEAD = re.compile(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s)?"
    r"\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]{0,6},?(?:\s\d{4})?(?::|\.\s|\s[-–—]\s)"
)
# the number under which an application is kept, and what it is for
_NUMBERED_PAPER = re.compile(
    r"(?=\S{0,12}\d)[A-Z\d]{1,8}(?:[/.-][A-Z\d]{1,8}){1,4}(?:\s[-–—:]|[,:])\s"
)
_DONE_FIRST = re.compile(
    r"(?:Agreed|Noted|Approved|Accepted|Received|Resolved|Deferred|Adopted|Refused)\b"
    r"(?!\s(?:[A-Z]|action|minutes|policy|list|changes))"
)
_NEXT_DAY = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\b|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2}"
)
_MONEY = re.compile(r"[£$€]\s?\d")
_OF_WHOM = re.compile(r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\b")
# "Clerk to ring the county": a task, and no part of a title
_IS_TO = re.compile(NO_TASK + r"(?:[A-Z][\w’']{0,20}\s){1,3}to\s(?!be\b)[a-z]{2,12}\s")
_LEAST_TOLD = 4  # words of the first sentence of a text


def _tells(rest: str) -> bool:
    """Say whether a text opens that is no title: a task, or whole sentences.

    >>> _tells("First draft read and returned. The second is due in May.")
    True
    >>> _tells("Low Fold Cemetery Walls. The clerk had two quotes.")
    False
    """
    if _IS_TO.match(rest):
        return True
    first, stop, behind = rest.partition(". ")
    words = first.split()
    if not stop or not behind[:1].isupper() or len(words) < _LEAST_TOLD:
        return False
    return 2 * sum(x[0].islower() for x in words) >= len(words)
