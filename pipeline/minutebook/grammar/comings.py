"""Sentences that say who came and who did not, the names standing before the verb.

"The Clerk (Mr Holt) was in attendance", "Supervisor Bell was absent", "called to order
with Ann Bell and Tom Holt present".
"""

from __future__ import annotations

import re

from minutebook.grammar.anchors import find_places, matches_among
from minutebook.grammar.listnames import (
    are_surnames,
    name_behind_role,
    titled_collective,
)
from minutebook.grammar.names import find_names

Found = tuple[str, int, int]

_REACH = 9000  # characters: such sentences stand at the head
_LONGEST = 420  # characters of the names before the verb
_CAME = re.compile(
    r"""
    \s{1,9} (?: was | were ) (?:\s{1,9}also)? \s{1,9}
    (?: (?P<present> in\s{1,9}attendance | present ) \b
        (?! \s{1,9} (?:at|for|when|to|with|by|on|who|throughout|during) \b )
      | (?P<apologies> excused | absent\s{1,9}(?:with\s{1,9}apolog\w{2,3}|\(?excused) )
      | (?P<absent> absent (?: \s{1,9} (?:without|from\s{1,9}(?:the|this)\s{1,9}meeting)
          )? (?! \s{1,9} (?:for|from|during|when|while|at|due) \b ) ) )
  | \s{1,9} (?P<missed> (?: (?:was|were) \s{1,9} expected \s{1,9} but \s{1,9} )?
            (?: did\s{1,9}not | didn['’]t | failed\s{1,9}to )
            \s{1,9} (?: attend | (?:come|turn\s{1,9}up|appear|show\s{1,9}up|arrive)
              (?=\s{0,3}[.;]|\s{1,9}(?:to|and)\b) )
        | (?:was|were) \s{1,9} not \s{1,9} (?:in\s{1,9}attendance|present|there) )
        (?! \s{1,9} (?:a|an|any|other|previous|last) \b )
  | \s{1,9} (?P<came> attended ) (?= \s{0,3} [.;] | \s{1,9}the\s{1,9}meeting\s?[.;] )
  | \s{1,9} (?P<terse> absent ) (?= \s{0,3} [.;] )
  | \s{1,9} (?P<away> excused ) (?= \s{0,3} [.;] )
  | \s{1,9} also \s{1,9} (?P<too> present | in\s{1,9}attendance ) (?= \s{0,3} [.;] )
  | \s{1,9} (?P<with> present ) (?= \s{0,3} [.;,] )
    """,
    re.VERBOSE,
)
_WORDS = re.compile(
    r"attendance|present|absent|excused|attend(?:ed)?\b|(?:did\snot|didn['’]t|failed\sto)\s(?!att)"
)
_CUES = ("attend", "present", "absent", "excused", "did", "failed")  # how those begin
_WITH = re.compile(
    r"\b(?:with|and)\s{1,9}(?=(?:Mr|Mrs|Ms|Dr|Cllrs?|[A-Z])[\w.]{0,24}\s)"
)
_START = re.compile(
    r"[.;:](?<![A-Z].)(?<!\b[MD]r.)(?<!\bMrs.)(?<!\bMs.)(?<!\bCllr.)(?<!\bCllrs.)"
    r"(?<!\bRev.)(?<!\bRevd.)(?<!\bSt.)\s{1,3}(?=[A-Z])|\n\s{0,3}\n|[a-z.]\n(?=[A-Z])"
)
# words that a list of people before its verb does not hold
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|that|if|when|while|who|which|not|be|been|will"
    r"|would|[Cc]arried|[Vv]oted?|[Vv]otes|[Mm]otion|[Aa]yes?|[Nn]ays?|members\s{1,3}of\s{1,3}the\s{1,3}public|quorum|no|all|majority|none)\b"
)


_AMENDS = re.compile(
    r"\bamend(?:ed|ments?)\b|\bcorrect(?:ed|ions?)\b|should\s{1,9}(?:read|have)\b"
)


def find_comings(text: str) -> tuple[Found, ...]:
    """Return the stretches of names with the status that the verb behind them gives.

    >>> text = "The Clerk (Mr J Holt) was present. Supervisor Ann Bell was absent."
    >>> [(x, text[a:b]) for x, a, b in find_comings(text)]
    [('present', 'The Clerk (Mr J Holt)'), ('absent', 'Supervisor Ann Bell')]
    >>> find_comings("Directors Dedwyl and Mentes were absent.")
    (('absent', 0, 27),)
    >>> find_comings("Ann Bell was absent for the vote. Carried, Mr Orr excused.")
    ()
    >>> text = "Member Ann Bell excused. City Manager Orr and Clerk Pike also present."
    >>> [(x, text[a:b]) for x, a, b in find_comings(text)]
    [('apologies', 'Member Ann Bell'), ('present', 'City Manager Orr and Clerk Pike')]
    """
    found: list[Found] = []
    low = 0
    places = find_places(text[:_REACH], _CUES)
    for word in matches_among(_WORDS, places, text, 0, _REACH):
        match = _CAME.search(text, max(low, word.start() - 30), word.end() + 40)
        if not match or match.end() < word.end():
            continue
        start = _sentence_start(text, match.start())
        status = _status(match)
        if match["with"]:
            behind = list(_WITH.finditer(text, start, match.start()))
            lead = [x for x in behind if x[0].startswith("with")]
            if not lead:
                continue
            start = lead[0].end()
        if _AMENDS.search(text, max(0, start - 200), start):
            continue  # so the minutes of an earlier meeting are put right
        label = text.rfind(": ", start, match.start())
        if label > 0 and text[start:label].isupper():
            continue  # "PRESENT: Cllr A Holt Cllr B Bell ... were in attendance"
        said = text[start : match.start()]
        if not said or "\t" in said or _VERBS.search(said):
            continue
        if not names_people(said):
            continue
        found.append((status, start, match.start()))
        low = match.end()
    return tuple(found)


def names_people(said: str) -> bool:
    """Tell whether words name people: "Ann Bell", "Members Orr and Pym", "Clerk Orr".

    >>> names_people("Chairman Holt"), names_people("The Chairman")
    (True, False)
    """
    if find_names(said.replace("\n", " ")):
        return True
    if are_surnames(said[titled_collective(said) :]):
        return True
    return any(name_behind_role(x, 0, len(x)) for x in (said, *_AND.split(said)))


_AND = re.compile(r",\s{1,3}(?:and\s)?|\sand\s")


def _status(match: re.Match[str]) -> str:
    if any(match[x] for x in ("present", "with", "came", "too")):
        return "present"
    return "apologies" if match["apologies"] or match["away"] else "absent"


def _sentence_start(text: str, at: int) -> int:
    """Return where the sentence begins that runs on to an offset."""
    start = low = max(0, at - _LONGEST)
    for match in _START.finditer(text, low, at):
        start = match.end()
    return start
