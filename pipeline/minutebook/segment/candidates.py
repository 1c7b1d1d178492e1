"""Collects the places where an item may begin, with what speaks for each."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from minutebook.grammar.paragraphs import Paragraph, find_paragraphs
from minutebook.records import RosterBlock, SourceDocument
from minutebook.segment.numbers import ItemNumber, read_numbers
from minutebook.segment.titles import (
    heads_no_item,
    is_capitals,
    is_sentence,
    is_starred,
    names_post,
    standing_end,
    standing_kind,
    title_weight,
)
from minutebook.segment.wraps import capitals_end, find_wrap

_FULL = 80  # characters of a full paragraph
_ANNOUNCED = 3.0  # what an "Agenda item" line above a heading adds to its weight
LONGEST_TITLE = 320  # characters; the longest seen in real minutes is about 250
_LONGEST_LINE = 120  # characters of a heading that goes on in the next line
_FLAT_LINE = 700  # a line longer than this is a whole page run together
_FLAT_START = re.compile(
    r"(?<=\s)(?<!Page\s)(?<!page\s)(?=(?:(?:Item\s+)?\d{1,3}"
    r"(?:\.\d{1,2}(?=\s+[A-Z]{3}))?|[A-Z]{1,5}[ .]?\d{1,4}/\d{2,4}"
    r"|(?<!\s[A-Z]\s)(?<!\s[A-Z]{2}\s)(?<!\s[A-Z]{3}\s)(?<!\s[A-Z]{4}\s)"
    r"\d{1,3}/\d{2,4})"
    r"(?:\s\.|[.)])?\s+[A-Z][A-Za-z’'&]+)"
)

# where a heading that runs into its text ends: "Finance: the clerk ..." "AOB. None"
_RUN_IN = re.compile(
    r"""
    [\s:.]                      # one class in front: the search leaps from one to next
    (?: (?<=\s) (?: (?![a-z]) | (?<=\t) ) \s{0,7}
        (?: Minutes: (?=\s|$)               # the label that web pages print
          | : [-–—]? (?=\s|$)
          | [-–—] \s{1,8} (?=\w)
          | (?= \d{1,2} \. \d{1,2} \.? \s )  # a page run together: "Apologies 2.1 Mr"
          | (?= (?:COMMITTEE|COUNCIL|BOARD)\s+RESOLUTION | RESOLVED\b
              | Resolution\s+[Nn]umber | MOVED\b | Moved:
              | To\s+(?:receive|consider|note|approve|agree|report|confirm|discuss)\s )
          | \t | (?<=\t)
          # a sentence begins without a stop: "To receive reports Cllr Holt said ..."
          | (?= (?P<begun> (?:It|There|This|They|All|Members)\s
                (?:was|were|is|are|has|had|have|will|appears|agreed|noted)\b
              | (?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|The|Commissioner|Trustee|Director
                |Supervisor|Alderman|Member|Mayor|President|Chair|Chairman)\.?\s
                (?:[A-Z][\w.'’-]{0,20}\s){1,3}(?:(?:was|were|had|has|is)\s
                |(?:proposed|reported|advised|said|stated|asked|explained|informed
                |thanked|noted|welcomed|gave|moved|called|made|presented)\b) ) )
          )
      | (?<=:) [-–—]? (?=\s|$)
      | (?<=[a-z]:) (?=[A-Z][a-z])
      | (?<=[\w)]{2}\.) (?=\s+[A-Z“"‘£]) )
    """,
    re.VERBOSE,
)
# "ELECTION OF CHAIR", "BUDGET OUT-TURN 2005/06": before a word with small letters
_CAPITALS = re.compile(
    r"(?=[A-Z’'&-]{3,20}[ ,]{1,2}[A-Z(/&-]|[A-Z’'-]{5,20} )"
    r"(?:[A-Z(/&][A-Z’'(),./&-]{0,24}|\d[\d/-]{1,9}|[–/-])"
    r"(?: {1,3}(?!RESOLVED|MOVED|AGREED|RECOMMENDED|NOTED|CARRIED|(?:COUNCIL|COMMITTEE"
    r"|BOARD) RESOLUTION)(?:[A-Z(/&][A-Z’'(),./&-]{0,24}|\d[\d/-]{1,9}|[–/-])(?= ))*"
    r"(?= {1,3}[A-Z][a-z]| {1,3}(?:A|I) [a-z]| {1,3}\d| {1,3}[A-Z]{5,14}\b)"
)
# "No update", "None received", "Nothing to report": what was said, not the heading
_NOTHING = re.compile(
    r"(?:no(?:ne|thing)?|nil)\b(?:\s(?:further|new)\b)?(?:\s(?:updates?|reports?|changes?"
    r"|news|information|objections?|comments?|progress|response|reply|action|to\b"
    r"|received|declared|raised|reported|since)|\W{0,2}$)",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\s{1,8}[-–—]\s{1,8}")
# what web pages hang behind a title: "pdf icon PDF 64 KB", "(Pages 3 - 8)"
_TAIL = re.compile(
    r"(?:(?:pdf icon )?PDF \d{1,6} ?[KM]B|\(?Pages? \d{1,4}(?: ?[-–] ?\d{1,4})?\)?"
    r"|[\[(](?:Agenda )?Item \d{1,3}[\])])$",
    re.IGNORECASE,
)
_TAIL_ENDS = frozenset(")]bB")
_SMALL_WORDS = frozenset(
    ["of", "and", "the", "for", "in", "to", "on", "with", "a", "an", "at", "by", "or"]
) | {""}
_BULLETS = "•·●▪◦○*-–"
_LOOSE = " \t\n\u00a0.:;|*=~\\–—-"


_LABEL_ONLY = re.compile(
    r"(?i:actions?|decision|resolved|agreed|noted|recommended"
    r"|it|i|he|she|we|they|the|an?|this|that|there|these|of|for|in|to|on|by|provide)"
)
# "A Opening business": a letter without a dot, in bold only
_LOOSE_LETTER = re.compile(r"(?P<letter>[A-L])(?:\s{1,4}|\s?[-–—]\s)(?=[A-Z])")
_VOWEL = re.compile(r"[aeiouyáéíóúAEIOUYÁÉÍÓÚ]")
_WORD = re.compile(r"\S+")
_TITLES = frozenset(["Cllr", "Cllrs", "Councillor", "Mr", "Mrs", "Ms", "Miss", "Dr"])
_BEFORE_NAMES = frozenset(["from", "between", "as", "re"])
_ACTIONS = re.compile(
    r"(?:(?:summary\sof\s|list\sof\s)?actions?(?:\s(?:points?|list|log|summary|items?))?"
    r"|what\swe\s(?:agreed|decided)|(?:summary\sof|key)\s(?:outcomes|decisions)"
    r"|who(?:['’]s|\sis|\swill)?\s(?:doing|does|do)\swhat|(?:jobs|things)?\s?to\sdo)\W{0,3}",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(
    r"(?:the )?(?:date of )?(?:the )?next meeting", re.IGNORECASE
)
# "Ada Penrose and Tom Holt to send the paper": a task, whatever its type
_TASK = re.compile(
    r"(?:[A-Z][\w.’'-]{0,20}\s(?:(?:for\sthe|of\sthe|and|&)\s)?){1,8}to\s[a-z]{2,14}\s"
)
# a capital that opens a sentence: "Speed limits The board asked ..."
_SENTENCE_WORDS = _TITLES | {"The", "A", "An", "It", "There", "This", "They", "No"}
_VERB_LIKE = re.compile(
    r"(?:was|were|is|are|has|have|had|will|would|asked|said|reported|noted|agreed|told|gave"
    r"|[a-z]{3,12}ed|that|who|which|it|he|she|they|been|be)"
)
_MINUTES = re.compile(r"minutes\W{0,2}", re.IGNORECASE)
_APPROVED = re.compile(
    r"\b(?:minutes|notes)\b.{0,120}\b(?:approved?|confirmed|signed|agreed|accepted?|adopted"
    r"|read|correct|circulated)\b|\b(?:approved|agreed|accepted)\s(?:as|and|the)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Apologies - Councillor A Penrose": who was away, and no more
_OF_WHOM = re.compile(
    r"^\w{1,12}\s?[:–-]\s?(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\b|[A-Z]\.?\s?[A-Z][a-z])"
)
_WEB_LABEL = re.compile(r"\s{1,8}Minutes:(?=\s|$)")
# what stands before no label: "Approval of Minutes:", "It closed. Minutes:"
_LEADS_ON = re.compile(
    r"[.!?]\s+[A-Z]|\b(?:of|the|last|previous|draft|approve|agree|and)$", re.IGNORECASE
)
# behind the number of a resolution, not of an item: "R2024-031 A. Penrose: That"
_RESOLUTION = re.compile(
    r"(?:That\s|(?i:moved|resolved|proposed(?=\s(?:by|that)\b|[:,]))\b|(?:[A-Z]\.\s?[A-Z][\w’'-]+,?\s){2}"
    r"|[A-Z]\.\s?[A-Z][\w’'-]+,\s[A-Z]\.\s?[A-Z][\w’'-]+:)"
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

    def title(self, text: str) -> str:
        """Return the title, white space folded."""
        return " ".join(text[self.title_start : self.title_end].split())


def find_candidates(
    source: SourceDocument, rosters: tuple[RosterBlock, ...]
) -> list[Candidate]:
    """Return every place where an item may begin, each reading of its number apart."""
    paragraphs = _unflatten(source.text, find_paragraphs(source))
    found: list[Candidate] = []
    tasks = _task_tables(source)
    single = bool(paragraphs) and _announces(source.text, paragraphs[0])
    summed_up = False  # under "Actions": a list of who is to do what
    for index, paragraph in enumerate(paragraphs):
        line = paragraph.first
        if line.column == 0 and line.table is None and (line.heading or line.bold):
            words = source.text[paragraph.start : paragraph.end][:60]
            summed_up = _ACTIONS.fullmatch(words) is not None
        if paragraph.first.column > 0 and not _opens_row(paragraphs, index):
            continue
        listed = any(x.start <= paragraph.start < x.end for x in rosters)
        if listed and not source.text[paragraph.start].isdigit():
            continue
        if line.table is not None and line.table in tasks:
            continue
        read = _read(source.text, paragraphs, index)
        if listed:  # the list of who came did not end where the items begin
            read = [x for x in read if x.number and x.standing]
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


def _task_tables(source: SourceDocument) -> frozenset[int]:
    """Return the tables that list who is to do what, by the heads of their columns."""
    heads: dict[int, tuple[int, list[str]]] = {}
    for line in source.lines:
        if line.table is None:
            continue
        row, words = heads.setdefault(line.table, (line.row, []))
        if row == line.row:
            words.append(" ".join(source.text[line.start : line.end].split()))
    return frozenset(
        table
        for table, (_, words) in heads.items()
        if any(_DOER.fullmatch(x) for x in words)
        and any(_STATE.fullmatch(x) for x in words)
        and not any(_MATTER.search(x) for x in words)
    )


# the heads of the columns of a list of actions, and of one that holds the minutes
_DOER = re.compile(
    r"(?:by\s)?whom?|owners?|resp(?:\.|onsib\w*.{0,10})?|lead(?:\sofficer)?|assigned(?:\sto)?"
    r"|action\s(?:by|owner)|person\sresponsible",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"status|(?:by\s)?when|due(?:\s(?:by|date))?|deadline|progress|completed?|target.{0,12}"
    r"|time\s?(?:scale|frame|line)|update.{0,12}|outcome|done\??",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"discuss|notes|minutes?\b|agenda|topic|subject|decision|summary", re.IGNORECASE
)


def _is_listed(x: Candidate) -> bool:
    """Say whether a candidate may be an entry of a list of actions or outcomes."""
    return x.style == "listhead" or (x.number is not None and x.style == "plain")


def _opens_row(paragraphs: list[Paragraph], index: int) -> bool:
    before = paragraphs[index - 1].lines[-1] if index else None
    return before is None or before.row != paragraphs[index].first.row


def _unflatten(text: str, paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Cut a page that was run together into one line where numbers seem to begin."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        line = paragraph.first
        if len(paragraph.lines) > 1 or paragraph.end - paragraph.start < _FLAT_LINE:
            found.append(paragraph)
            continue
        cuts = [
            m.start()
            for m in _FLAT_START.finditer(text, paragraph.start + 1, paragraph.end)
        ]
        edges = [paragraph.start, *cuts, paragraph.end]
        for start, end in itertools.pairwise(edges):
            part = replace(line, start=start, end=end)
            found.append(Paragraph(start, end, (part,)))
    return found


def _read(text: str, paragraphs: list[Paragraph], index: int) -> list[Candidate]:
    paragraph = paragraphs[index]
    numbers = read_numbers(text, paragraph.start, paragraph.lines[0].end)
    if numbers and _RESOLUTION.match(text, numbers[0].end, paragraph.end):
        return []
    found = []
    for number in numbers:
        candidate = _numbered(text, paragraphs, index, number)
        if candidate:
            found.append(candidate)
    loose = None if numbers else _loose_letter(text, paragraph)
    if loose:
        candidate = _numbered(text, paragraphs, index, loose)
        found += [candidate] if candidate else []
    plain = None if numbers else _unnumbered(text, paragraphs, index)
    return [*found, plain] if plain else found


def _loose_letter(text: str, paragraph: Paragraph) -> ItemNumber | None:
    """Return the letter that a marked heading begins with: "B Budget"."""
    if not (paragraph.first.bold or paragraph.first.heading):
        return None
    match = _LOOSE_LETTER.match(text, paragraph.start, paragraph.lines[0].end)
    if not match:
        return None
    letter = match["letter"]
    value = ord(letter) - 64
    return ItemNumber(letter, "upper-letter", value, 2, match.end(), False, False)


def _numbered(
    text: str, paragraphs: list[Paragraph], index: int, number: ItemNumber
) -> Candidate | None:
    paragraph = paragraphs[index]
    home, begin = paragraph, number.end
    if begin >= paragraph.end:
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if following is None:
            return None
        beside = following.first.row == paragraph.first.row
        if not beside and read_numbers(text, following.start, following.end):
            return None
        home, begin = following, following.start
    title_start, title_end, body, alone = _title(text, home, begin)
    last = index + (home is not paragraph)
    if alone and title_end - title_start < _LONGEST_LINE:
        last = find_wrap(text, paragraphs, last, home is not paragraph)
        stop = capitals_end(text, paragraphs, last) or paragraphs[last].end
        if stop > body:
            body = stop
            title_start, title_end = _trim(text, title_start, body)
    known = _standing_cut(text, title_start, title_end)
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
    letter = number.scheme.startswith(("lower", "upper-letter", "sub"))
    marked = style[0] in "hb" and not (style == "boldlead" and letter)
    weight = 1.0 + title_weight(title) + (0.8 if marked else 0.0)
    weight += 0.3 if number.closed else -0.3
    weight += (1.5 if number.worded else 0.0) + (0.6 if alone else 0.0)
    weight += 0.5 if home is not paragraph else 0.0
    weight += _label_bonus(text, paragraphs, index, 2 if home is not paragraph else 1)
    if alone and text[title_end : title_end + 1] == ".":
        told = is_sentence(title) or title.startswith(("To ", "That ", "to ", "that "))
        weight -= 1.5 if told and not standing_kind(title) else 0.0
    if letter:
        weight -= 0.5 if style == "capitals" else 1.0
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
        _heads_text(paragraphs, index),
        is_sentence(title),
    )


def _standing_cut(text: str, begin: int, end: int) -> int:
    """Return where standing business ends that runs into a sentence, 0 if it does not.

    "Apologies Cllr Holt was unwell" is headed by its first word.
    """
    if end - begin < 25 or not is_sentence(text[begin:end]):
        return 0
    words = list(_WORD.finditer(text, begin, min(end, begin + 120)))
    for at in range(1, min(len(words) - 2, 10)):
        before = words[at - 1][0].lower()
        if not _opens_sentence(words[at][0], words[at + 1][0]):
            continue
        if before in _SMALL_WORDS or before in _BEFORE_NAMES or before[-1] in ",-–":
            continue
        if standing_kind(text[begin : words[at - 1].end()]):
            return words[at - 1].end()
    return 0


def _opens_sentence(word: str, following: str) -> bool:
    """Say whether two words may be the first of a sentence: "The wall", "Cllr Holt"."""
    titled = word.strip(".") in _TITLES
    return word[0].isupper() and (titled or following[0].islower())


def _unnumbered(text: str, paragraphs: list[Paragraph], index: int) -> Candidate | None:
    paragraph = paragraphs[index]
    title_start, title_end, body, alone = _title(text, paragraph, paragraph.start)
    outlined = _heads_outline(text, paragraphs, index)
    if outlined:
        title_start, title_end = _trim(text, paragraph.start, paragraph.end)
        body, alone = paragraph.end, True
    title = text[title_start:title_end]
    if len(title.split()) > 45 or not any(c.isalpha() for c in title):
        return None
    standing = standing_kind(title)
    style = _style(text, paragraph, title, title_start)
    labelled = text[title_end : title_end + 1] == ":"
    webbed = "Minutes:" in text[title_end : title_end + 30]
    bonus = _label_bonus(text, paragraphs, index, 1) + (2.0 if webbed else 0.0)
    if not alone and style == "plain" and _is_run_in(text, title, title_end):
        style = "runin"
    if not alone and not (standing and labelled) and style == "plain" and not bonus:
        return None
    heads = not heads_no_item(title) or _heads_minutes(text, title, body)
    heads = heads or (style[0] == "h" and names_post(title))
    if not heads or (labelled and alone and _MINUTES.fullmatch(title)):
        return None  # "Minutes:" on a line of its own is a label of web pages
    if _tells_action(title) or (standing == "apologies" and _OF_WHOM.search(title)):
        return None
    if style == "runin" and _NEXT_MEETING.match(title):
        return None  # one line of information, no business
    weight = title_weight(title) + (1.0 if style[0] in "hb" else 0.0)
    weight += (0.5 if labelled else 0.0) + bonus
    if style == "plain" and outlined:
        style, weight = "outline", weight + 0.5
    if weight < 0.5:
        return None
    if style == "plain" and alone and _heads_list(text, paragraphs, index):
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
        _heads_text(paragraphs, index),
        is_sentence(title) and bonus < _ANNOUNCED,
        any(c.isdigit() for c in title),
    )


def _heads_minutes(text: str, title: str, body: int) -> bool:
    """Say whether "Minutes" heads what was done with those of the last meeting."""
    if not _MINUTES.fullmatch(title.strip()):
        return False
    return _APPROVED.search(text, body, body + 240) is not None


def _tells_action(title: str) -> bool:
    """Say whether a line tells somebody's task: "Ada Penrose to write to the board"."""
    return len(title.split()) >= 6 and _TASK.match(title) is not None


def _is_run_in(text: str, title: str, end: int) -> bool:
    """Say whether a short title leads into its text: "Finance. The clerk reported"."""
    short = len(title.split()) <= 6 and title[:1].isupper() and not is_sentence(title)
    parted = text[end : end + 2] in (". ", ": ") or _DASHED.match(text, end) is not None
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


def _title(text: str, paragraph: Paragraph, begin: int) -> tuple[int, int, int, bool]:
    """Return where the title starts and ends, where the body starts, and if alone."""
    limit = min(paragraph.end, begin + LONGEST_TITLE)
    labelled = text.find("Minutes:", begin, limit) > 0
    webbed = _WEB_LABEL.search(text, begin, limit) if labelled else None
    if webbed and not _LEADS_ON.search(text, begin, webbed.start()):
        start, end = _trim(text, begin, webbed.start())
        return start, end, webbed.end(), webbed.end() >= paragraph.end
    whole = paragraph.end <= limit
    bold = bold_end(text, paragraph, begin)
    if begin < bold <= limit:
        begin, end = _trim(text, begin, bold)
        return begin, end, bold, False
    run_together = _is_flat(text, paragraph)
    flat = _headed(text, begin, limit) if run_together else 0
    if flat:
        begin, end = _trim(text, begin, flat)
        return begin, end, flat, False
    end, body, alone = limit, paragraph.end, whole
    for match in _RUN_IN.finditer(text, begin, limit):
        if match["begun"] and run_together:
            continue
        if match.end() >= paragraph.end:
            end = match.start()
            break
        marked = paragraph.first.bold or paragraph.first.heading is not None
        if _may_cut(text, begin, match, paragraph.end, marked):
            end, body, alone = match.start(), match.end(), False
            break
    else:
        if not whole or run_together:
            end, body, alone = first_words(text, begin, limit), begin, False
    if not alone and body <= begin:
        body = end
    begin, end = _trim(text, begin, end)
    return begin, end, max(body, end), alone


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
    parted = text[end - 1] in ".:;–—-" or _DASHED.match(text, end) is not None
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


def _headed(text: str, begin: int, limit: int) -> int:
    """Return where a heading ends on a page that was run together; 0 if unmarked.

    Capitals end where small letters begin ("ELECTION OF CHAIR Moved by Mr Holt"), a
    standing heading where the next word has a capital ("Matters arising The wall").
    """
    match = _CAPITALS.match(text, begin, limit)
    if match:
        return match.end()
    known = begin + standing_end(text[begin : begin + 120])
    follows = text[known : known + 2]
    capital = follows[:1] == " " and follows[1:].isupper()
    return known if known > begin and capital else 0


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    """Take loose punctuation and what web pages add off both ends of a title."""
    while begin < end and text[begin] in " *_=~|\"“‘'•·●▪◦○–-":
        begin += 1
    while True:
        while end > begin and text[end - 1] in _LOOSE:
            end -= 1
        last = text[end - 1 : end] if end > begin else ""
        if last not in _TAIL_ENDS and not last.isdigit():
            return begin, end
        tail = _TAIL.search(text, max(begin + 1, end - 30), end)
        if not tail:
            return begin, end
        end = tail.start()


def _may_cut(
    text: str, begin: int, match: re.Match[str], end: int, marked: bool
) -> bool:
    """Say whether a title may end here; `marked`: all of it is bold or a heading."""
    head, rest = text[begin : match.start()], text[match.end() : end]
    words = head.split()
    if not words or len(words) > 22:
        return False
    if "Minutes:" in match[0] or not match[0].strip():
        return True
    dashed = bool(_DASHED.match(match[0]))
    if dashed:
        if standing_kind(head):
            told = is_sentence(rest[:160]) and rest.rstrip().endswith(".")
            return told or (title_weight(rest) < 0 and len(rest) > 60)
        again = rest[0].isupper() and _DASHED.search(rest[:60]) is not None
        told = len(rest) > 20 and (rest[0].islower() or is_sentence(rest))
        told = told or _NOTHING.match(rest) is not None
        return title_weight(head) >= 1.0 and told and not again
    if ":" in match[0]:
        if is_capitals(head) and is_capitals(rest):
            return False
        short = len(rest.split()) <= (14 if marked else 8) and end - begin < 160
        whole = short and not is_sentence(rest) and rest.rstrip()[-1:] not in (".", "")
        whole = whole and (len(rest.split()) > 1 or (marked and rest.islower()))
        if whole and (marked or not standing_kind(head)):
            return False  # "Growth hub: funding 2017-19" is one title
        return standing_kind(head) is not None or title_weight(head) > 0
    if len(words[-1]) <= 6 and not _VOWEL.search(words[-1]) and words[-1].isalpha():
        return False  # "Cmhlr", "Cllr", "Ltd": cut short, with a full stop
    if words[-1].lower() in {"mr", "mrs", "ms", "dr", "st", "cllr", "no", "rev", "cr"}:
        return False
    return len(words) <= 12 and title_weight(head) > 0.4


# "Accounts for the year ended 31st March The audited": where the sentence begins
_SENTENCE = re.compile(r"\s(?=(?:The|There|It|This|Upon|Following|No|All|An?)\s[a-z])")
_MORE = re.compile(r"\s(?:for|of|to|from|on|and)\s[^.:;]{3,60}$")


def first_words(text: str, begin: int, limit: int) -> int:
    """Return where the words end that a text begins with and that may be its heading.

    Whatever stands before a sentence that opens plainly is the heading's too, if it
    goes on from the capitalised words: "Accounts for the year 2018 The audited ...".
    """
    end = _capitalised(text, begin, limit)
    sentence = _SENTENCE.search(text, end, min(limit, begin + 120))
    more = text[end : sentence.start()] if sentence else ""
    return end + len(more) if _MORE.match(more) else end


def _capitalised(text: str, begin: int, limit: int) -> int:
    """Return where the capitalised words end that a run-together page begins with.

    Small letters that follow them are the heading's too, up to the next capital:
    "Election of committee Mr Holt took the chair".
    """
    known = standing_end(text[begin : begin + 120])
    if known:
        return begin + known
    capitals = text[begin : begin + 4].isupper()
    at = end = begin
    words = _WORD.finditer(text, begin, min(limit, begin + 120))
    for count, match in enumerate(words):
        word = match[0].strip("(),&/–-’'\"")
        small = word.lower() in _SMALL_WORDS
        if capitals and not (word.isupper() or small or word.isdigit()):
            break
        if count > 1 and word in _SENTENCE_WORDS:
            break
        if not (word[:1].isupper() or small):
            tail = _small_tail(text, at, limit) if not capitals else 0
            return tail or end
        at = match.end()
        if not small:
            end = at
    return end


def _small_tail(text: str, at: int, limit: int) -> int:
    """Return where words in small letters end that still belong to a heading, or 0."""
    for count, match in enumerate(_WORD.finditer(text, at, min(limit, at + 60))):
        word = match[0]
        if _VERB_LIKE.fullmatch(word) or word[-1] in ".,;:" or count > 3:
            return 0
        if word[:1].isupper():
            return at if count else 0
        at = match.end()
    return 0


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
    if index and _announces(text, paragraphs[index - 1]):
        bonus += _ANNOUNCED
    return bonus


def _announces(text: str, paragraph: Paragraph) -> bool:
    """Say whether a line is what web pages print above an item: "Agenda item"."""
    return text[paragraph.start : paragraph.end].strip().lower() == "agenda item"


def _heads_text(paragraphs: list[Paragraph], index: int) -> bool:
    """Say whether a full paragraph follows."""
    if index + 1 >= len(paragraphs):
        return False
    below = paragraphs[index + 1]
    return below.end - below.start > _FULL and not below.first.heading


def _heads_list(text: str, paragraphs: list[Paragraph], index: int) -> bool:
    """Say whether a short line stands above a list that it is no part of."""
    here = paragraphs[index]
    if index + 1 >= len(paragraphs) or here.end - here.start > 60:
        return False
    begins, ends = text[here.start], text[here.end - 1]
    words = text[here.start : here.end]
    below = text[paragraphs[index + 1].start]
    return (
        begins.isupper()
        and (ends.isalnum() or ends == ")" or words.endswith("etc."))
        and below in "•●▪◦○"
    )


def _heads_outline(text: str, paragraphs: list[Paragraph], index: int) -> bool:
    """Say whether this is an entry of an outline with deeper entries under it."""
    here = paragraphs[index]
    if index + 1 >= len(paragraphs) or text[here.start] not in _BULLETS:
        return False
    below = paragraphs[index + 1]
    deeper = below.first.indent > here.first.indent + 4
    return deeper and here.end - here.start < 90
