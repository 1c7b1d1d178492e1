"""Finds where titles end on the pages of councils' web sites: at the page's own labels.

Such a page prints the title of an item, what the agenda says about it, a link to the
paper, and then a label, "Minutes:", behind which the minutes of that item stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.titles import heads_no_item, is_sentence

LABEL = "Minutes:"
_LABEL = re.compile(
    r"\s{1,8}(?:(?:Additional\sdocuments|Decision)s?:?\s{1,8})?Minutes:(?=\s|$)"
)
# what stands before no label: "Approval of Minutes:", "It closed. We met. Minutes:"
_LEADS_ON = re.compile(
    r"\b(?:of|the|last|previous|draft|approve|agree|and)$", re.IGNORECASE
)
# the link to a paper: "pdf icon PDF 64 KB", "PDF 2 MB"
PAPER = re.compile(r"\s(?:pdf icon )?PDF \d{1,6} ?[KM]B?\b")
_FURTHER = re.compile(r"(?<!\s)\s+Additional documents\b")
# where an agenda begins to say what an item is for, or that there is a paper on it
_SAYS = re.compile(
    r"""(?<=[\w)\]’'"”])[ \t\n]{1,4}(?=
      To\s[a-z]{3,12}\s
    | (?:Members|Councillors|Trustees|Governors|The\s[A-Z]\w{2,20})\s
      (?:are|is|will|may|must|should|to)\s
    | (?:(?:Joint|Verbal|Oral|Written|Covering|Confidential|Exempt)\s)?
      (?:[Rr]eports?|[Uu]pdate|Cop(?:y|ies)|Papers?|Documents?|Details|Minutes)\s
      (?:is\s|are\s)?(?:attached|enclosed|herewith|tabled|to\sfollow)\b
    | (?:Reports?|(?:Joint|Verbal|Oral|Written|Covering|Confidential)\s[Rr]eports?)
      \s(?:of|by|from)\s[^.]{3,160}\.$
    | (?:If|In|Under|Where|At|Any|Please|Attached|The|This|These|It|There|An?)\s[a-z]
      [^.]{8,300}\.$ )""",
    re.VERBOSE,
)
# "CYCLE PATHS Tom Holt will give an update.": capitals, and words in small letters
_CAPITALS = re.compile(
    r"(?=[A-Z][A-Z’'&-]{2})[A-Z\d][A-Z\d’'()&,/–-]{0,30}(?:\s[A-Z\d&–-][A-Z\d’'()&,/–-]{0,30}){0,20}"
    r"(?=\s(?:[A-Z][a-z]|A\s[a-z]))"
)
_OPENS = re.compile(r"(?:The|To|A|An|All|Any|It|This)\s")  # a sentence, no title
_SMALL = 3  # letters of a word that a title may have in small letters
_SENTENCE = re.compile(r"[ \t\n]{1,4}(?=[A-Z][a-z]+\s(?:[a-z]{1,3}\s){0,2}[a-z]{4})")


def web_title(text: str, begin: int, limit: int) -> tuple[int, int] | None:
    """Return where a title ends and where its text begins behind "Minutes:", if any.

    >>> web_title("Accounts Report attached. Minutes: They were noted.", 0, 51)
    (8, 34)
    >>> web_title("Approval of Minutes: They were approved.", 0, 40)
    """
    if text.find(LABEL, begin, limit) <= 0:
        return None
    label = _LABEL.search(text, begin, limit)
    if label is None or _LEADS_ON.search(text, begin, label.start()):
        return None
    end = _agenda_begins(text, begin, label.start())
    return (end, label.end()) if text[begin:end].count(". ") < 1 else None


def label_starts(text: str, begin: int, end: int) -> list[int]:
    """Return where titles begin on a web page run together: before each "Minutes:".

    >>> text = "Roads To see. Minutes: Ice. Parks Minutes: Oak. Any Pests Minutes: No."
    >>> [text[x:x + 5] for x in label_starts(text, 0, len(text))]
    ['Roads', 'Parks', 'Any P']
    """
    starts: list[int] = []
    low = begin
    for label in _LABEL.finditer(text, begin, end):
        told = (x.end() for x in _TOLD.finditer(text, low, label.start()))
        for at in reversed([low, *told][-_MOST_TOLD:]):
            ended = web_title(text, at, label.end())
            if ended and _may_title(text[at : ended[0]].strip()):
                starts.append(at)
                break
        low = label.end() + 1
    return starts if len(starts) >= _LEAST_LABELS else []


_LEAST_LABELS = 3
_MOST_TOLD = 4  # sentences of an agenda behind a title, and the title's own beginning
_TOLD = re.compile(r"(?:[.!?)”]\s+|\|\s+)+")  # the end of a sentence, or of a cell
_LONGEST_WORDS = 20


def _may_title(words: str) -> bool:
    """Say whether words may be a title: few, and no sentence."""
    few = 0 < len(words.split()) <= _LONGEST_WORDS and words[0].isalnum()
    return few and not words[0].islower() and not is_sentence(words)


def _agenda_begins(text: str, begin: int, end: int) -> int:
    """Return where the words of an agenda end that are a title, up to an offset.

    >>> _agenda_begins("Codes of Conduct Talk about what was asked.", 0, 43)
    16
    >>> _agenda_begins("To agree the minutes of May.", 0, 28)
    28
    """
    for link in (_FURTHER, PAPER):
        found = link.search(text, begin, end)
        end = found.start() if found else end
    capitals = _CAPITALS.match(text, begin, end)
    if capitals:
        return capitals.end()
    says = _SAYS.search(text, begin + 2, end)
    if says:
        return says.start()
    if text[end - 1] != "." or _OPENS.match(text, begin):
        return end
    for match in _SENTENCE.finditer(text, begin + 2, end):
        if _is_titled(text[begin : match.start()]):
            return match.start()
    return end


def _is_titled(words: str) -> bool:
    """Say whether all but small words begin with a capital.

    >>> _is_titled("Codes of Conduct"), _is_titled("Change of address")
    (True, False)
    """
    return all(not x[0].islower() or len(x) <= _SMALL for x in words.split())


_MOST_BETWEEN = 8  # lines between a title and its label
_LONGEST_BETWEEN = 300  # characters of what an agenda says of an item
_LONGEST_TITLE = 200
_PAPERS = "Additional documents"
_BETWEEN = re.compile(
    r"\(?(?:Additional\sdocuments\b|Decisions?:|(?:[A-Z]\w{2,12}\s)?Reports?\s(?:of|by|from)\s)"
)


def heads_label(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether "Minutes:" stands below a line, but for what the agenda says of it.

    "Sea walls" / "To consider a report." / "Additional documents:" / "Minutes:".
    """
    if not _stands_below(text, paragraphs, index):
        return False
    words = text[paragraphs[index].start : paragraphs[index].end]
    if len(words) > _LONGEST_TITLE or LABEL in words or heads_no_item(words):
        return False
    if not index:
        return True
    above = paragraphs[index - 1]
    if has_paper(words, 0, len(words)) and _lists_papers(text, above):
        return False
    apart = text[above.end - 1] in ".;!?" and words[-1] != "."
    return apart or not _is_between(words)


def _stands_below(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    papers = False
    for below in paragraphs[index + 1 : index + 1 + _MOST_BETWEEN]:
        words = text[below.start : below.end]
        if words.startswith(LABEL):
            return True
        papers = papers or words.startswith(_PAPERS)
        link = papers and has_paper(words, 0, len(words))
        if not (link or _is_between(words)):
            return False
    return False


def links_title(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a line with a link to a paper is a title, and no further paper."""
    here = paragraphs[index]
    linked = index > 0 and has_paper(text, here.start, here.end)
    return linked and not _lists_papers(text, paragraphs[index - 1])


def _lists_papers(text: str, paragraph: Paragraph) -> bool:
    """Say whether a line opens, or is one of, a web page's list of further papers."""
    words = text[paragraph.start : paragraph.end]
    return words.startswith(_PAPERS) or has_paper(words, 0, len(words))


def _is_between(words: str) -> bool:
    """Say whether words are none of a title: a sentence, a link, who reports.

    >>> _is_between("To note the paper."), _is_between("Sea walls")
    (True, False)
    """
    if words.endswith("."):
        return len(words) < _LONGEST_BETWEEN
    return _BETWEEN.match(words) is not None or heads_no_item(words)


def is_behind_label(text: str, title_end: int, body_start: int) -> bool:
    """Say whether the text of an item begins behind the label of a web page.

    >>> is_behind_label("Roads Minutes: None.", 5, 14)
    True
    """
    label = body_start - len(LABEL)
    return title_end < label and text.startswith(LABEL, label)


def has_paper(text: str, start: int, end: int) -> bool:
    """Say whether a line ends with the link to a paper, as only headings do there.

    >>> has_paper("Beach huts pdf icon PDF 64 KB", 0, 29)
    True
    """
    if text[end - 2 : end] not in ("KB", "MB"):
        return False
    match = PAPER.search(text, max(start, end - 30), end)
    return match is not None and match.end() == end
