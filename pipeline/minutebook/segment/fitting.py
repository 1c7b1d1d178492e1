"""Tells whether a line belongs to the list of people above it."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.knownbodies import is_called_body, is_known_body
from minutebook.grammar.listnames import are_surnames, titled_collective
from minutebook.grammar.names import find_names, is_given, is_name
from minutebook.grammar.names import words_of as name_words
from minutebook.grammar.rosters import read_column, read_label
from minutebook.segment.shapes import (
    lists_people,
)
from minutebook.segment.titles import is_starred, opens_standing
from minutebook.segment.walk import LONG, TITLED, Walk, is_sentence

BULLET = re.compile(r"[\s|>*•·●▪○\-–_#∑]*(?:\.{4,60})?\s{0,9}")


_NUMBER = re.compile(
    r"\s{0,9}(?:item\s{1,9})?\(?(?:(?-i:[A-Z]{1,4})[ -]?)?\d[\d./-]{0,12}[a-z]?"
    r"[.):]?\s{1,9}",
    re.IGNORECASE,
)


_ROMAN = re.compile(r"[IVX]{1,5}\.\s")


# the head of the table of items below, or a coded number of an item
_HEAD = re.compile(
    r"(?:no|nr|ref|item|minute|action|agenda|subject|discussion|topic|#)"
    r"(?:\s(?:no|nr|ref|item|minute|action|number))?[.:]?|[A-Z]{1,6}\s?\d{0,4}/\d[\d/.]{0,8}",
    re.IGNORECASE,
)


BARE_NUMBER = re.compile(
    r"(?:\(?\d{1,4}[\d./]{0,8}[a-z]?[.):]?|\(?(?:[ivx]{1,5}|[a-z])[.):])\s{0,9}"
)


_PUBLIC = re.compile(
    r"""
    \W{0,9} (?: \d{1,9} | an? | no | one | two | three | four | five | six | seven |
      eight
      | nine | ten | eleven | twelve | several | some | many | members )
    (?: \s{1,9} \w{1,30} ){0,4}? \s{1,9} (?: public | residents? | parishioners? |
      electors?
      | press | pupils | students | visitors ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


_OTHER_LABEL = re.compile(r"[A-Z][\w’' ,&/-]{3,50}:(?:\s|$)")


UNFINISHED = re.compile(
    r"(?:[,&(\[/–-]|\b(?:and|of|the|for|plus|with|Mr|Mrs|Ms)\.?)\s{0,9}$"
)


def is_side(body: str, previous: str) -> bool:
    """Tell whether a line says for whom people came: "Holt Council: Ada Penrose".

    What is not named like a body counts where such a line stands above it.
    """
    side, _, rest = body.partition(":")
    if has_role_word(side) or not lists_people(rest.strip()):
        return False
    return has_organisation_word(side) or (
        has_organisation_word(previous.partition(":")[0])
        and lists_people(previous.partition(":")[2].strip())
    )


def _goes_on_posts(walk: Walk, at: int, body: str) -> bool:
    """Tell whether a line names a post and its holder in a list that is no such line.

    "Officials:" / "Area Manager: Ann Bell" / ...; but "President: Tom Holt" is a list
    of its own, and so is what follows it.
    """
    if not names_holder(body):
        return False
    above = at - 1
    while above > 0 and names_holder(walk.quote(above)):
        line = walk.lines[above]
        if read_label(walk.text, line.start, line.end):
            return False
        above -= 1
    return True


def names_holder(body: str) -> bool:
    """Tell whether a line names a post and who holds it: "Area Manager: Ann Bell".

    "These officers sent apologies: Ann Bell" names no post.
    """
    post, _, names = body.partition(":")
    words = post.split()
    if not words or len(words) > 8 or "apolog" in post or not has_role_word(post):
        return False
    return lists_people(names.strip()) and not is_sentence(names)


def beside(walk: Walk, index: int) -> str:
    """Return the text of the next cell of the row, "" if it has none."""
    if index + 1 >= len(walk.lines):
        return ""
    same = walk.lines[index + 1].row == walk.lines[index].row
    return walk.quote(index + 1) if same else ""


def has_names(text: str) -> bool:
    """Tell whether a stretch of text names anyone on good evidence."""
    return bool(find_names(text[:300])) and not is_sentence(text[:120])


def fits(walk: Walk, at: int, previous: str, people: int) -> str:
    """Return whether a line belongs to the list above it: yes, no or maybe."""
    line, text = walk.lines[at], walk.quote(at)
    body = text[BULLET.match(text).end() :]  # type: ignore[union-attr]
    if not body.strip(" |_-"):
        return "yes"
    if is_starred(walk.text, line.start, line.end):
        return "no"
    if _PUBLIC.match(body):
        return "yes"
    if not people and read_column(body) and _is_alone(walk, at):
        return "yes"  # the head of a column that a conversion wrote cell by cell
    if line.column == 0 and (BARE_NUMBER.fullmatch(body) or _HEAD.fullmatch(body)):
        return "no"
    if (roman := _ROMAN.match(body)) and opens_standing(body.lower(), roman.end()):
        return "no"  # "I. Call to Order"
    numbered = _NUMBER.match(body)
    if numbered:
        body = body[numbered.end() :]
        if not is_name(body.split(",")[0].split("(")[0]):
            return "no"
    if len(body) > LONG and is_sentence(body[:LONG]):
        return "no"
    if _is_beside(walk, at) and has_names(body):
        return "yes"
    if has_organisation_word(body) and has_names(beside(walk, at)):
        return "yes"  # "Holt Council | Councillors Penrose and Ashby"
    if _heads_people(walk, at, body) or _goes_on_surnames(previous, body):
        return "yes"
    if lists_people(body) and is_sentence(body):
        return "no" if is_sentence(MOVES.sub(" ", body)) else "yes"
    if open_bracket(previous) or (UNFINISHED.search(previous) and not line.heading):
        return "yes"
    if _about_last(previous, body) or _ends_name(previous, body):
        return "yes"
    if is_sentence(MOVES.sub(" ", body) if _is_beside(walk, at) else body):
        return "no"
    if body[0].islower() or body[0] in "([{&":
        return "yes"
    if TITLED.match(body):
        return "yes"
    if _OTHER_LABEL.match(body) and line.column == 0 and not _is_post(body, previous):
        known = (
            read_label(walk.text, line.start, line.end)
            or is_side(body, previous)
            or _is_told_by_colon(body, previous)
        )
        return "yes" if known or _goes_on_posts(walk, at, body) else "no"
    if find_names(body) or is_name(body.split(",")[0]):
        return "no" if line.heading else "yes"
    if line.column == 0 and _is_of_paper(body):
        return "no"
    if line.heading:
        return "no"
    if len(body) <= 110 and (
        has_role_word(body) or (people and has_organisation_word(body))
    ):
        return "yes"
    if _is_beside(walk, at) or len(body) <= 4:
        return "yes"
    return "maybe" if len(body) <= 60 and people else "no"


def _is_beside(walk: Walk, at: int) -> bool:
    """Tell whether a line stands in the row of the one before it."""
    return walk.lines[at].row == walk.lines[at - 1].row


def _goes_on_surnames(previous: str, body: str) -> bool:
    """Tell whether surnames stand below the title of all: "Present: Councillors"."""
    title = previous.strip(" :*_")
    whole = bool(title) and titled_collective(title) == len(title)
    return whole and are_surnames(body)


def _is_told_by_colon(body: str, previous: str) -> bool:
    """Tell whether a line names somebody and, behind a colon, the post or the body.

    >>> _is_told_by_colon("Ada Penrose: Clerk, Holt Trust", "Present")
    True
    >>> _is_told_by_colon("Ada Penrose: could the Clerk look into it?", "Present")
    False
    """
    who, _, said = body.partition(":")
    words = _ENDS_PIECE.split(said.strip())[0]
    if not is_name(who.split("(")[0].strip()) or is_sentence(said) or len(body) > LONG:
        return False
    told = has_role_word(words) or _names_body(words) or is_known_body(words)
    return told or (bool(words) and is_name(BULLET.sub("", previous).partition(":")[0]))


_ENDS_PIECE = re.compile(r"[,;(]|\s[-–—]\s")


def _is_post(body: str, previous: str) -> bool:
    """Tell whether a line is the post of the name above it: "Director: Mill Works".

    >>> _is_post("Assistant Director: Works", "Ada Penrose")
    True
    >>> _is_post("Assistant Director: Tom Holt", "Ada Penrose")
    False
    """
    post, _, field = body.partition(":")
    return has_role_word(post) and is_name(previous.strip()) and not find_names(field)


def _is_of_paper(body: str) -> bool:
    """Tell whether a line opens like a matter: "Policy review", no "Policy Adviser".

    >>> _is_of_paper("Policy review"), _is_of_paper("Policy Adviser (Housing)")
    (True, False)
    >>> _is_of_paper("Minutes"), _is_of_paper("Policy Adviser – Housing")
    (True, False)
    """
    of_paper = name_words("not_names.tsv", "paper")
    if body.split()[0].strip(":.,").casefold() not in of_paper:
        return False
    post = re.split(r"\s?[,(]|\s[-–—]\s", body, maxsplit=1)[0].split()
    last = post[-1].strip(":.*_") if post else ""
    return last.casefold() in of_paper or not has_role_word(last)


def _is_alone(walk: Walk, at: int) -> bool:
    """Tell whether no other cell stands in the row of a line."""
    near = walk.lines[max(0, at - 1) : at] + walk.lines[at + 1 : at + 2]
    return all(x.row != walk.lines[at].row for x in near)


# "Cllr Ada Penrose - joined 18:42, Tom Holt (left at 7pm)": no sentence
MOVES = re.compile(
    r"(?:[-–—,(]|\s{2})\s{0,3}(?:joined|left|arrived|attended|present)\b[^,;()\n]{0,40}"
)


def _heads_people(walk: Walk, at: int, body: str) -> bool:
    """Tell whether a line names the body that the people below it came from."""
    if at + 1 >= len(walk.lines) or len(body) > 80 or is_sentence(body):
        return False
    below = walk.quote(at + 1)
    following = walk.lines[at + 1]
    return (
        _names_body(body)
        and not has_role_word(body)
        and not _NUMBER.match(walk.quote(at))
        and following.row != walk.lines[at].row
        and _people_below(walk, at + 1)
        and not is_sentence(MOVES.sub(" ", below))
    )


def _names_body(body: str) -> bool:
    """Tell whether a line may name a body, by any of its words or by the last."""
    return has_organisation_word(body) or is_called_body(
        body.strip(" :*_"), likely=True
    )


def _people_below(walk: Walk, at: int) -> bool:
    """Tell whether people stand from a line on, though the first be called rarely."""
    for line in range(at, min(at + _FEW, len(walk.lines))):
        words = BULLET.sub("", walk.quote(line), count=1)
        if lists_people(words):
            return True
        if not is_name(_NAME_ENDS.split(words.replace(" - ", ","))[0].strip()):
            return False
    return False


_FEW = 3  # lines


def _about_last(previous: str, body: str) -> bool:
    """Tell whether a sentence goes on about the person just listed."""
    first = body.split()[0]
    return len(body) < 160 and is_given(first) and previous.lstrip().startswith(first)


_NAME_ENDS = re.compile(r"[,;(]|\band\b|&")


def _ends_name(previous: str, body: str) -> bool:
    """Tell whether a line begins with the surname to a given name before it."""
    last = _NAME_ENDS.split(previous)[-1].split()
    if not last or not is_given(last[-1]) or not _SURNAME.match(body):
        return False
    return len(last) == 1 or bool(TITLED.match(last[-2])) or has_role_word(last[-2])


_SURNAME = re.compile(r"[A-Z][\w’'-]{1,20}\s{0,3}(?:[.,;(]|$|and\b|&)")


def open_bracket(text: str) -> bool:
    return text.count("(") > text.count(")")
