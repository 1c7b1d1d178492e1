"""Collects the places where an item may begin, with what speaks for each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutebook.grammar.names import is_name
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import RosterBlock, SourceDocument
from minutebook.segment.below import (
    heads_apart,
    heads_list,
    heads_outline,
    heads_text,
    tells_done,
)
from minutebook.segment.capitals import REFERENCE
from minutebook.segment.cells import (
    divides_cell,
    find_task_tables,
    heads_cell,
    heads_margin,
    heads_part_of_cell,
    leads_cell,
    names_figures,
)
from minutebook.segment.cutting import (
    DASHED,
    LEAST_CUT,
    NO_TASK,
    bold_end,
    cut_title,
    standing_cut,
    trim,
)
from minutebook.segment.loosenumbers import (
    behind_mark,
    behind_time,
    is_time,
    loose_letter,
    loose_roman,
)
from minutebook.segment.numbers import ItemNumber, read_numbers
from minutebook.segment.speakers import names_person, names_speaker
from minutebook.segment.tellings import told_end
from minutebook.segment.titles import (
    TOPIC,
    heads_no_item,
    is_capitals,
    is_sentence,
    is_starred,
    names_post,
    opens_standing,
    standing_kind,
    title_weight,
)
from minutebook.segment.weblabels import heads_label, is_behind_label, links_title
from minutebook.segment.wraps import block_end, capitals_end, find_wrap

_FULL, _HALF = 80, 40  # characters of a full paragraph, and of one whole sentence
_NAMED = 3.0  # what it takes off a numbered line to name a person, or a paper
_ANNOUNCED = 3.0  # what an "Agenda item" line above a heading adds to its weight
_LONGEST_LINE = 120  # characters of a heading that goes on in the next line
_AMOUNT = re.compile(r"\s{0,4}(?:[A-Z]{0,3}[$£€]|\d)")
_LISTED_NUMBER = re.compile(
    r"\[?\d|[A-Z]{4,20}\b|[A-Z]{1,5}[ ./-]?\d{1,4}[ /.\t]"
    r"|(?:Agenda\s)?(?:Item|ITEM)\s\d|[A-La-l][.)]\s|I[.)]?\s"
)
_LABEL_ONLY = re.compile(
    r"(?i:actions?|decision|resolved|agreed|noted|recommended|reply|response|answer"
    r"|it|i|he|she|we|they|the|an?|this|that|there|these|of|for|in|to|on|by|provide)"
)
_ACTIONS = re.compile(
    r"(?:(?:summary\sof\s|list\sof\s)?actions?(?:\s(?:points?|list|log|summary|items?"
    r"|arising|agreed|(?:from|of)\s(?:the|this)\smeeting))?"
    r"|what\swe\s(?:agreed|decided)|(?:summary\sof|key)\s(?:outcomes|decisions)"
    r"|who(?:['’]s|\sis|\swill)?\s(?:doing|does|do)\swhat|(?:jobs|things)?\s?to\sdo)\W{0,3}",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(
    r"(?:the )?(?:date of )?(?:the )?next meeting", re.IGNORECASE
)
# "Ada Penrose and Tom Holt to send the paper": a task, whatever its type
_TASK = re.compile(
    rf"(?:{NO_TASK}"
    r"(?-i:[A-Z])[\w.’'-]{0,20}\s(?:(?:for\sthe|of\sthe|and|&)\s)?){1,8}(?-i:to\s[a-z]{2,14}\s)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?:minutes|agenda)\W{0,2}", re.IGNORECASE)
_APPROVED = re.compile(
    r"\b(?:approv|accept|adopt|confirm)\w{0,4}\s(?:of\s)?(?:the\s|these\s)?"
    r"(?:\w{1,12}\s){0,2}(?:minutes|agenda)\b|\b(?:minutes|notes)\b.{0,120}\b(?:approved?|confirmed|signed|agreed|accept(?:ed)?|adopted"
    r"|read|correct|circulated)\b|\b(?:approved|agreed|accepted)\s(?:as|and|the)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Payments      £1,204.10", "Budget 19/20     Spent     Left": the row of a table
_ROW = re.compile(r" {3,40}(?:[-(]?[£$€]?\d|\S{1,20}(?: \S{1,20}){0,2} {3,40}\S)")
# "Roll Call: Yeas: Holt, Bell": how those voted who had come
_POLL = re.compile(r"roll\scall\W{1,12}(?:yeas?|ayes?|nays?|noes)\b", re.IGNORECASE)
# "Apologies - Councillor A Penrose": who was away, and no more
_OF_WHOM = re.compile(
    r"^\w{1,12}\s?(?:[:–-]\s?)?(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\b"
    r"|(?<=[:–-])[A-Z]\.?\s?[A-Z][a-z]|(?<=[:–-]\s)[A-Z]\.?\s?[A-Z][a-z])"
)
# what law and custom make the words of an agenda, verbs and all
_FORMULA = re.compile(
    r"to\s(?:receive|declare|disclose)\sany\s|(?:any\s)?(?:other|urgent)\sbusiness\swhich\s",
    re.IGNORECASE,
)
# behind the number of a resolution, not of an item: "R2024-031 A. Penrose: That"
_RESOLUTION = re.compile(
    r"\s{0,6}(?:That\s|(?i:moved|resolved|proposed(?=\s(?:by|that)\b|[:,]))\b|(?:[A-Z]\.\s?[A-Z][\w’'-]{1,30},?\s){2}"
    r"|[A-Z]\.\s?[A-Z][\w’'-]{1,30},\s[A-Z]\.\s?[A-Z][\w’'-]{1,30}:"
    r"|(?:[A-Z]\.?\s?)?[A-Z][\w’'-]{1,30}\s?(?:[:–—-]|--)\s{1,4}That\s"
    r"|(?:[A-Z]\.\s?)?[A-Z][\w’'-]{1,30}\s?[-–—/]\s?(?:[A-Z]\.\s?)?[A-Z][\w’'-]{1,30}\s{0,3}\n\s{0,6}"
    r"(?:(?i:resolved|that|whereas|be\sit)\b)"
    r"|(?i:ar\smoladh|(?:moved|proposed)[:\s]\s?(?:cr|cllr|councillor|mr|mrs|ms)\b))"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where an item may begin."""

    start: int
    number: ItemNumber | None
    title_start: int
    title_end: int
    body_start: int
    weight: float
    style: str  # h2, bold, boldlead, capitals, label, plain
    alone: bool  # the heading stands alone: nothing runs on behind it
    standing: str | None
    index: int  # of its paragraph
    heads_text: bool = False  # a full paragraph follows
    told: bool = False  # the title reads as a sentence
    dated: bool = False  # figures stand in it
    labels: bool = False  # it reads like a label of something else: "Members present"
    listed: bool = False  # it stands in a list of who came
    indent: float = 0.0  # of its line, in points
    inside: bool = False  # it divides a cell of a table

    def title(self, text: str) -> str:
        """Return the title, white space folded."""
        return " ".join(text[self.title_start : self.title_end].split())


def find_candidates(
    source: SourceDocument,
    rosters: tuple[RosterBlock, ...],
    paragraphs: list[Paragraph],
) -> list[Candidate]:
    """Return every place where an item may begin, each reading of its number apart."""
    found: list[Candidate] = []
    tasks = find_task_tables(source)
    single = bool(paragraphs) and _announces(source.text, paragraphs[0])
    summed_up = False  # under "Actions": a list of who is to do what
    begun = -1  # where the items begin that stand in a list of who came
    for index, paragraph in enumerate(paragraphs):
        line = paragraph.first
        if line.column == 0 and line.table is None and (line.heading or line.bold):
            words = source.text[paragraph.start : paragraph.end][:60]
            summed_up = _ACTIONS.fullmatch(words) is not None
            summed_up = summed_up and not heads_margin(paragraphs, index)
        inside = line.column > 0 and not _opens_row(source.text, paragraphs, index)
        led = inside and (
            leads_cell(source.text, paragraph) or heads_part_of_cell(paragraphs, index)
        )
        if inside and not (led or divides_cell(paragraphs, index)):
            continue
        listed = any(begun < x.start <= paragraph.start < x.end for x in rosters)
        if listed and not _may_open(source.text, paragraph):
            continue
        if line.table is not None and not line.heading:
            named = is_name(source.text[paragraph.start : paragraph.end][:60])
            if named and not heads_cell(source.text, paragraphs, index):
                continue
            if line.table in tasks or names_figures(source.text, paragraphs, index):
                continue
        read = _read(source.text, paragraphs, index)
        if inside:  # a part of what the row is about
            read = [
                replace(x, inside=True)
                for x in read
                if x.number
                and (
                    (x.alone and x.style == "bold")
                    or (led and not x.alone and not x.told)
                )
            ]
        if listed:  # the list of who came did not end where the items begin
            opens = _LISTED_NUMBER.match(source.text, paragraph.start) is not None
            ending = [x for x in read if opens and x.standing and _is_set_off(x)]
            begun = paragraph.start if ending else begun
            read = ending or [
                replace(x, labels=True, listed=True)
                for x in read
                if _may_head(source.text, x)
            ]
        found += [x for x in read if not (summed_up and _is_listed(x))]
        if single and found:
            return found  # the page of one item: what divides it is no item
        if 2 * index > len(paragraphs) and _opens_agenda(
            source.text, paragraphs[index:]
        ):
            break
    return _shallowest(paragraphs, found)


def _opens_agenda(text: str, rest: list[Paragraph]) -> bool:
    """Say whether the agenda of another meeting ends the minutes from here on."""
    if text[rest[0].start : rest[0].end].strip(" :*").lower() != "agenda":
        return False
    told = sum(x.end - x.start > _LONGEST_LINE for x in rest)
    return 8 * told < len(rest)


def _shallowest(paragraphs: list[Paragraph], found: list[Candidate]) -> list[Candidate]:
    """Leave out the headings of an outline that stand under others of it."""
    indents = [paragraphs[x.index].first.indent for x in found if x.style == "outline"]
    if not indents:
        return found
    edge = min(indents) + 4
    return [
        x
        for x in found
        if x.style != "outline" or paragraphs[x.index].first.indent < edge
    ]


def _is_set_off(x: Candidate) -> bool:
    """Say whether a heading is none of a list's lines: "Apologies" may be one."""
    capitals = x.style == "capitals" and x.standing != "apologies" and not x.alone
    return x.number is not None or capitals


def _may_open(text: str, paragraph: Paragraph) -> bool:
    """Say whether a line in a list of who came may open an item: the quick answer."""
    if paragraph.first.heading or _LISTED_NUMBER.match(text, paragraph.start):
        return True
    words = text[paragraph.start : paragraph.start + 40].lower().replace("’", "'")
    return opens_standing(words.removeprefix(TOPIC), 0)


def _may_head(text: str, x: Candidate) -> bool:
    """Say whether a line in a list of who came may be a heading: it is no person."""
    marked = x.number is not None or x.standing is not None
    marked = marked or x.style == "capitals" or x.style[0] == "h"
    title = x.title(text)[:60]
    return marked and not (x.labels or is_name(title) or names_person(title))


def _is_listed(x: Candidate) -> bool:
    """Say whether a candidate may be an entry of a list of actions or outcomes."""
    listed = x.style in ("listhead", "outline")
    return listed or (x.number is not None and x.style == "plain")


def _opens_row(text: str, paragraphs: list[Paragraph], index: int) -> bool:
    """Say whether a paragraph stands first in its row, but for a time before it."""
    before = paragraphs[index - 1].lines[-1] if index else None
    if before is None or before.row != paragraphs[index].first.row:
        return True
    timed = is_time(text, before.start, before.end)
    return timed and (index < 2 or paragraphs[index - 2].lines[-1].row != before.row)


def _read(text: str, paragraphs: list[Paragraph], index: int) -> list[Candidate]:
    paragraph = paragraphs[index]
    begin = behind_mark(text, paragraph.start)
    begin = behind_time(text, begin, paragraph.lines[0].end)
    numbers = read_numbers(text, begin, paragraph.lines[0].end)
    if numbers and _RESOLUTION.match(text, numbers[0].end, numbers[0].end + 200):
        side = text[begin : bold_end(text, paragraph, begin)]
        if not side or any(map(str.isdigit, side)):
            return []
        numbers = ()  # a heading in bold beside it: "Gravel 16/125 HOLT: That"
    found = []
    for number in numbers:
        candidate = _numbered(text, paragraphs, index, number)
        if candidate:
            found.append(candidate)
    loose = None if numbers else loose_letter(text, paragraph)
    loose = loose or (None if numbers else loose_roman(text, paragraphs, index))
    if loose:
        candidate = _numbered(text, paragraphs, index, loose)
        found += [candidate] if candidate else []
    timed = behind_time(text, paragraph.start, paragraph.lines[0].end)
    plain = None if numbers else _unnumbered(text, paragraphs, index, timed)
    return [*found, plain] if plain else found


def _numbered(
    text: str, paragraphs: list[Paragraph], index: int, number: ItemNumber
) -> Candidate | None:
    paragraph = paragraphs[index]
    home, begin, last = paragraph, number.end, index
    if begin >= paragraph.end:
        last = _titled_by(text, paragraphs, index)
        if last == index:
            return None
        home = paragraphs[last]
        begin = home.start
    title_start, title_end, body, alone = cut_title(text, home, begin)
    label = _label_bonus(text, paragraphs, index, 1 + (home is not paragraph))
    letter = number.scheme.startswith(("lower", "upper-letter", "sub"))
    whole = heads_label(text, paragraphs, last)
    whole = whole or (letter and heads_apart(text, paragraphs, last, begin))
    whole = whole or (label > 0 and home.end - begin < _LONGEST_LINE)
    if whole and not alone:
        title_start, title_end = trim(text, begin, home.end)  # the line is the heading
        body, alone = home.end, True
    if alone and title_end - title_start < _LONGEST_LINE:
        last = find_wrap(text, paragraphs, last, home is not paragraph)
        stop = capitals_end(text, paragraphs, last) or paragraphs[last].end
        if stop > body:
            body = stop
            title_start, title_end = trim(text, title_start, body)
    if alone and last + 1 < len(paragraphs) and _is_reference(text, home):
        beside = paragraphs[last + 1]  # "08/0155", and beside it "Barn at Low Fold"
        if (beside.first.page, beside.first.row) == (home.first.page, home.first.row):
            title_end = body = beside.end
    known = standing_cut(text, title_start, title_end)
    known = known or told_end(text, title_start, title_end)
    if known:
        title_end = body = known
        alone = False
    title = text[title_start:title_end]
    if not any(c.isalpha() for c in title) or _LABEL_ONLY.fullmatch(title):
        marked = home.first.bold or home.first.heading is not None
        if not (marked and title.lower().startswith("action")):
            return None
    if home is not paragraph and title[0].islower():
        return None  # the number of a page, and the sentence that runs on below it
    style = _style(text, home, title, title_start)
    marked = style[0] in "hb" and not (style == "boldlead" and letter)
    weight = 1.0 + title_weight(title) + (0.8 if marked else 0.0)
    weight += 0.3 if number.closed else -0.3
    weight += (1.5 if number.worded else 0.0) + (0.6 if alone else 0.0)
    weight += 0.5 if home is not paragraph else 0.0
    weight += label
    if alone and text[title_end : title_end + 1] == ".":
        told = is_sentence(title) or title.startswith(("To ", "That ", "to ", "that "))
        weight -= 1.5 if told and not standing_kind(title) else 0.0
    if letter:  # "(b) 19/0441/FUL" is one of a list of papers
        listed = _NAMED if REFERENCE.fullmatch(title) else 1.0
        weight -= 0.5 if style == "capitals" and listed < _NAMED else listed
    if names_person(title) and text[title_end : title_end + 1] != ":":
        weight -= _NAMED  # "3. Mr Tom Holt, Clerk": one of a list of people
    speaks = not alone and names_speaker(text, title_start, title_end)
    weight -= _NAMED if speaks else 0.0
    speaks = speaks or (letter and tells_done(text, title_start, title_end))
    return Candidate(
        paragraph.start,
        number,
        title_start,
        title_end,
        body,
        weight,
        style,
        alone,
        standing_kind(title),
        index,
        heads_text(text, paragraphs, index, _FULL),
        is_sentence(title) or speaks,
        indent=0.0 if paragraph.first.box else paragraph.first.indent,
    )


def _is_reference(text: str, home: Paragraph) -> bool:
    """Say whether a cell holds only a number under which papers are kept."""
    return REFERENCE.fullmatch(text, home.start, home.end) is not None


def _titled_by(text: str, paragraphs: list[Paragraph], index: int) -> int:
    """Return which paragraph the title is to a number on its own; `index` if none.

    In a row it may stand behind a second number: "C48/23", "1.", "Apologies".
    """
    whole = text[paragraphs[index].start : paragraphs[index].end].strip(" .")
    for at in range(index + 1, min(index + 3, len(paragraphs))):
        home = paragraphs[at]
        if text[home.start : home.end] in ("Title", "Subject"):
            continue  # the head of a column, above the first title in it
        if text[home.start : home.end].startswith(f"{whole}.1"):
            part = read_numbers(text, home.start, home.end)
            if part and part[0].end >= home.end:
                continue  # "2." / "2.1" / "Urgent items": the item's first paragraph
        beside = home.first.row == paragraphs[index].first.row
        numbers = read_numbers(text, home.start, home.end)
        if not numbers or (beside and numbers[0].end < home.end):
            return at
        if not beside:
            break
    return index


def _unnumbered(
    text: str, paragraphs: list[Paragraph], index: int, begin: int
) -> Candidate | None:
    """Return the heading without a number that a paragraph opens with from `begin` on.

    It begins there, behind a time or at once.
    """
    paragraph = paragraphs[index]
    title_start, title_end, body, alone = cut_title(text, paragraph, begin)
    outlined = heads_outline(text, paragraphs, index)
    if outlined:
        title_start, title_end = trim(text, begin, paragraph.end)
        body, alone = paragraph.end, True
    elif alone and text[title_start:title_end].isupper():
        last = block_end(text, paragraphs, index)  # "FUTURE OF THE" / "FORD AT NAB END"
        if last > index:
            title_start, title_end = trim(text, title_start, paragraphs[last].end)
            body = paragraphs[last].end
    known = 0
    if not outlined and title_end - title_start >= LEAST_CUT:
        words = text[title_start : title_end + 1].lower().replace("’", "'")
        if opens_standing(words, 0):
            known = standing_cut(text, title_start, title_end)
    if known and " " in text[title_start:known]:  # "Treasurer said" heads nothing
        title_end = body = known
        alone = False
    if (not alone and _ROW.match(text, title_end)) or _POLL.match(text, title_start):
        return None
    title = text[title_start:title_end]
    spoken = title[:1].isalpha() or any(c.isalpha() for c in title)
    if not spoken or len(title.split()) > 45:
        return None
    standing = standing_kind(title)
    style = _style(text, paragraph, title, title_start)
    labelled = text[title_end : title_end + 2].lstrip(" ")[:1] == ":"
    labelled = labelled or title[: len(TOPIC)].lower() == TOPIC
    webbed = heads_label(text, paragraphs, index)
    if webbed and not alone:
        title_start, title_end = trim(text, paragraph.start, paragraph.end)
        body, alone = paragraph.end, True
        title = text[title_start:title_end]
    webbed = webbed or is_behind_label(text, title_end, body)
    bonus = _label_bonus(text, paragraphs, index, 1) + (_ANNOUNCED if webbed else 0.0)
    if webbed and style in ("plain", "capitals"):
        style = "web"
    if not alone and style == "plain" and _is_run_in(text, title, title_end):
        style = "runin"
    if not alone and not (standing and labelled) and style == "plain" and not bonus:
        return None
    weight = title_weight(title) + (1.0 if style[0] in "hb" else 0.0)
    weight += (0.5 if labelled else 0.0) + bonus
    formula = standing is not None and _FORMULA.match(title) is not None
    if formula or bonus >= _ANNOUNCED:
        weight = max(weight, _ANNOUNCED)
    if weight < 0.5 and not outlined and (not alone or style == "plain"):
        return None
    heads = not heads_no_item(title) or _heads_minutes(text, title, body)
    heads = heads or (style[0] == "h" and names_post(title))
    if labelled and alone and _MINUTES.fullmatch(title):
        return None  # "Minutes:" on a line of its own is a label of web pages
    if not heads and (not alone or style == "plain"):
        return None
    if _tells_action(title) or (standing == "apologies" and _OF_WHOM.search(title)):
        return None
    if style in ("runin", "plain") and not alone and _NEXT_MEETING.match(title):
        return None  # one line of information, no business
    if style == "plain" and outlined:
        style, weight = "outline", weight + 0.5
    if weight < 0.5 and (not alone or style == "plain"):
        return None
    heads = heads and weight >= 0.5
    if style == "plain" and alone and heads_list(text, paragraphs, index):
        style = "listhead"
    if style == "plain" and labelled and alone:
        style = "label"
    return Candidate(
        paragraph.start,
        None,
        title_start,
        title_end,
        body,
        weight,
        style,
        alone,
        standing,
        index,
        heads_text(text, paragraphs, index, _HALF),
        is_sentence(title) and bonus < _ANNOUNCED and not formula,
        any(c.isdigit() for c in title),
        not heads,
    )


def _heads_minutes(text: str, title: str, body: int) -> bool:
    """Say whether "Minutes" or "Agenda" heads what was done with them."""
    if not _MINUTES.fullmatch(title.strip()):
        return False
    return _APPROVED.search(text, body, body + 240) is not None


def _tells_action(title: str) -> bool:
    """Say whether a line tells somebody's task: "Ada Penrose to write to the board"."""
    return len(title.split()) >= 6 and _TASK.match(title) is not None


def _is_run_in(text: str, title: str, end: int) -> bool:
    """Say whether a short title leads into its text: "Finance. The clerk reported"."""
    longest = 9 if standing_kind(title) and not _NEXT_MEETING.match(title) else 6
    longest += 6 if " re: " in title else 0
    short = len(title.split()) <= longest and title[:1].isupper()
    short = short and not is_sentence(title)
    if text[end : end + 1] == ":" and _AMOUNT.match(text, end + 1):
        return False  # "Savings account: £320.18"
    if len(title) <= 2 and title.isupper() and text[end : end + 1] == ":":
        return False  # "TH: Yes": who spoke
    dashes = ("– ", "— ") if " ITEM" in text[end : end + 20] else ()
    parted = (
        text[end : end + 2] in (". ", ": ", *dashes)
        or DASHED.match(text, end) is not None
        or text[end : end + 1] in ("–", "—", ":")
        or standing_cut(text, end - len(title), end + 160) == end
    )
    return short and parted


def _style(text: str, paragraph: Paragraph, title: str, begin: int) -> str:
    first = paragraph.first
    if first.heading:
        return f"h{first.heading}"
    if bold_end(text, paragraph, begin):
        return "boldlead"
    if first.bold or is_starred(text, paragraph.start, paragraph.end):
        return "bold"
    if is_capitals(title) and len(title) > 3:
        return "capitals"
    return "plain"


def _label_bonus(
    text: str, paragraphs: list[Paragraph], index: int, after: int
) -> float:
    """Return what an "Agenda item" line above or a "Minutes:" line below adds."""
    bonus = 0.0
    if index + after < len(paragraphs):
        label = paragraphs[index + after]
        words = text[label.start : label.start + 24].lower()
        if words.startswith(("minutes:", "additional documents:")):
            bonus += 2.0
    announced = index > 0 and _announces(text, paragraphs[index - 1])
    if announced or links_title(text, paragraphs, index):
        bonus += _ANNOUNCED
    return bonus


def _announces(text: str, paragraph: Paragraph) -> bool:
    """Say whether a line is what web pages print above an item: "Agenda item"."""
    if paragraph.end - paragraph.start > _HALF:
        return False  # the quick answer
    return text[paragraph.start : paragraph.end].strip().lower() == "agenda item"
