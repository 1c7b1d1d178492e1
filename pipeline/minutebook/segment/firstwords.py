"""Finds the words that a text begins with and that may be its heading."""

from __future__ import annotations

import re

from minutebook.segment.titles import standing_end

SMALL_WORDS = frozenset(
    ["of", "and", "the", "for", "in", "to", "on", "with", "a", "an", "at", "by", "or"]
) | {""}
TITLES = frozenset(["Cllr", "Cllrs", "Councillor", "Mr", "Mrs", "Ms", "Miss", "Dr"])
_WORD = re.compile(r"\S+")
# a capital that opens a sentence: "Speed limits The board asked ..."
_SENTENCE_WORDS = TITLES | {"The", "A", "An", "It", "There", "This", "They", "No"}
_VERB_LIKE = re.compile(
    r"(?:was|were|is|are|has|have|had|will|would|asked|said|reported|noted|agreed|told|gave"
    r"|[a-z]{3,12}ed|that|who|which|it|he|she|they|been|be)"
)
# "Accounts for the year ended 31st March The audited": where the sentence begins
_SENTENCE = re.compile(
    r"\s(?=(?:The|There|It|This|Upon|Following|No|All|An?)\s(?:[a-z]"
    r"|(?:Chair|Clerk|Board|Council|Committee|Group|Forum|Mayor|President|Secretary"
    r"|Treasurer)(?:man|person)?\s[a-z]))"
)
_MORE = re.compile(r"(?:\s(?:for|of|to|from|on|and)\s|/[a-z])[^.:;]{3,60}$")


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
        small = word.lower() in SMALL_WORDS
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
    last = ""
    for count, match in enumerate(_WORD.finditer(text, at, min(limit, at + 60))):
        word = match[0]
        if _VERB_LIKE.fullmatch(word) or word[-1] in ".,;:" or count > 3:
            return 0
        if word[:1].isupper():
            return at if count and last not in SMALL_WORDS else 0
        at, last = match.end(), word
    return 0
