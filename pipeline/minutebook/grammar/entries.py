"""Reads a stretch of an attendance list into entries: who, as what, from where."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_acronym,
    is_chair,
    is_chair_post,
    is_note,
    split_affiliation,
    starts_role,
)
from minutebook.grammar.entryheads import Heads, find_heads
from minutebook.grammar.names import (
    Name,
    find_names,
    initials_forms,
    is_given,
    is_word,
    parse_couple,
    parse_name,
    shift_name,
    words_of,
)
from minutebook.grammar.runs import split_run

Range = tuple[int, int]


@dataclass(slots=True)
class Entry:
    """One person while the list is being read; offsets are into the whole text."""

    name: Name
    roles: list[Range] = field(default_factory=list)
    organisations: list[Range] = field(default_factory=list)
    chair: bool = False
    chair_at: Range | None = None
    initials: str | None = None
    note: str | None = None
    substitute_for: str | None = None
    code: str | None = None
    status: str | None = None
    strong: bool = True  # a title, initials or a common given name speak for it
    bare: bool = True  # nothing has been said of this person yet
    row: int = 0
    heading: Range | None = None  # the body under whose name the person stands
    said: list[Range] = field(default_factory=list)  # affiliations, not yet split


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece between separators; `kind` is text or bracket, `before` the sign."""

    kind: str
    start: int
    end: int
    before: str
    row: int


_SPLIT = re.compile(
    r"""
    (?= [][(){},;:.+|\s–—-] )
    (?: (?P<open> [(\[{] ) | (?P<close> [)\]}] )
  | (?P<sep> [,;\n\t|] | [ ]{6,} | \s{1,30}[-–—]+\s{1,30} | (?<=\w)\s{0,30}:\s{1,30}
      | \s{1,30}\+\s{1,30} | \s{1,30} plus \s{1,30}
      | \s{1,30} together\s{1,30}with \s{1,30}
      | (?<=[a-z])(?<!\band)(?<!\bwith)(?<!\bfrom)(?<!\bby)(?<!\bthe)(?<!\bDeputy)
        (?<!County)(?<!Borough)(?<!District)(?<!Town)(?<!\bParish)(?<!\bCity)(?<!Ward)
        (?<!Chairman)(?<!Chair)(?<!Community)(?<!to)(?<!for)
        (?<!Cllr)(?<!Cllrs)(?<!Councillor)(?<!Councillors)(?<!\bMrs)(?<!\bMr)(?<!\bDr)
        (?<!\bCr)(?<!Hon)(?<!\bRev)(?<!Mayor)
        [ ]+ (?= (?:Cllrs?|Councillors?|Messrs|Mr|Mrs|Ms|Miss|Dr)\.?\s{1,30}[A-Z] )
      | (?<!\b[A-Z])(?<!\b[MD]r)(?<!\bM[rs]s)(?<!\bMs)(?<!\bCllr)(?<!\bCllrs)(?<!\bCr)
        (?<!\bRev)(?<!\bRevd)(?<!\bHon)(?<!\bProf)(?<!\bMessrs)(?<!\bSt)(?<!\bWm)(?<!\bGeo)
        (?<!\bJas)(?<!\bJos)(?<!\bChas)(?<!\bThos)(?<!\bRobt)(?<!\bAlex)(?<!\bEdw)
        \. (?= \s{1,30} (?:Also|In|Clerk|Mr|Mrs|Ms|Cllr|Councillor|[A-Z]\.?\s)
          | (?<=[a-z]{3}\.) \s{1,30} [A-Z] )
      | (?<=[a-z]) [-–] (?=\s) ) )
    """,
    re.VERBOSE,
)


def cut_atoms(text: str, start: int, end: int) -> list[Atom]:
    """Return the pieces of a list: between separators, and inside brackets.

    >>> text = "Ada Penrose (Chair), Tom Holt"
    >>> [text[x.start:x.end] for x in cut_atoms(text, 0, len(text))]
    ['Ada Penrose', 'Chair', 'Tom Holt']
    """
    atoms: list[Atom] = []
    depth, here, before, row, skip = 0, start, "\n", 0, start

    def close(stop: int, kind: str) -> None:
        a, b = _trim(text, here, stop)
        if b > a and any(c.isalnum() or c in "✓✔√" for c in text[a:b]):
            atoms.append(Atom(kind, a, b, before, row))

    for match in _SPLIT.finditer(text, start, end):
        if match.start() < skip:
            continue
        if match["open"] and depth == 0:
            called = _CALLED.match(text, match.start())
            last = text[here : match.start()].split()[-1:]
            if called and last and is_given(last[0]):
                skip = called.end()
                continue
        if match["open"]:
            depth += 1
            if depth == 1:
                close(match.start(), "text")
                here, before = match.end(), match["open"]
        elif match["close"]:
            if depth == 1:
                close(match.start(), "bracket")
                here, before = match.end(), ")"
            depth = max(0, depth - 1)
        elif depth == 0:
            close(match.start(), "text")
            sign = match["sep"]
            mark = sign.strip(" ") or " "
            if here == match.start() and before in ("\n", "\t", "|") and mark == ",":
                mark = before
            row += sign == "\n"
            here, before = match.end(), mark[:1]
    close(end, "text" if depth == 0 else "bracket")
    return atoms


# "Joseph (Joe) Holt": a name in the midst of a name
_CALLED = re.compile(r"\([A-Z][a-z]{1,12}\)[ ](?=[A-Z][a-z])")


def _trim(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in " \t\n|,;:*•·●▪○_–—-<>~^∑":
        start += 1
    while end > start and text[end - 1] in " \t\n|,;:*_–—-<>~^":
        end -= 1
    return start, end


_LEAD_WORDS = re.compile(
    r"(?:(?:and|also|together\s{1,30}with|with|plus|the|from|by|were|was|as\s{1,30}well\s{1,30}as|&"
    r"|guests?|visitors?|residents?|observers?|patrons?|member|(?-i:o)|\d{1,2}[.)])\s{1,30}){1,3}",
    re.IGNORECASE,
)
_NUMBER = r"""(?: \d{1,9} | an? | no | one | two | three | four | five | six | seven
      | eight | nine
      | ten | eleven | twelve | several | some | many )"""
_PUBLIC = re.compile(
    rf"""
    (?: {_NUMBER} (?=\s) | members? | representatives? )
    \b .{{0,60}}? \b (?: public | (?:committee|council|board)\s{{1,30}}members
      | residents? | parishioners? | electors? | press | pupils
      | visitors? | guests | officers? | students | journalists? ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOINED = re.compile(r"(?:and|&)\s{1,3}(?=[A-Z])")
# what a sentence goes on to say of its list: "be accepted", "and sanctioned"
_SANCTION = re.compile(
    r"""
    \s (?: (?: be | is | are | was | were | and ) \s
            (?: sanctioned | accepted | noted | approved | received | recorded ) \b
          | (?: for | due\sto | because | owing\sto | as\s(?:s?he|they) ) \s [a-z]
          | (?: who | which ) \s
          | attended \b )
    """,
    re.VERBOSE,
)
# "Ann Bell and 9 members of the public"
_AND_PUBLIC = re.compile(
    rf"\s{{1,30}}(?:and|plus|with|together\s{{1,30}}with|&|,)\s{{1,30}}(?=(?:{_PUBLIC.pattern}))",
    re.VERBOSE | re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"(?:(?:Borough|County|District|Town|Parish|City|Ward)\s{1,30})?(?:Councillors|Cllrs|Crs"
    r"|Councilors|Commissioners|Messrs|Members|Trustees|Aldermen|Clrs|(?-i:Supervisors)"
    r"|Selectmen|Councilmembers|Freeholders|Board\s{1,3}Members)\b\.?",
    re.IGNORECASE,
)
# "Apologies: Tom Holt. Representation: Ann Bell"
_STANDS_FOR = re.compile(
    r"(?:represent(?:ation|ed\s{1,30}by|ative)|substitut(?:e|ed\s{1,30}by)|deputy|deputised\s{1,30}by)",
    re.IGNORECASE,
)
# "Ada is chair of the Data Panel", said below the line that lists her
_IS_ROLE = re.compile(
    r"([A-Z]\w{1,30})\s{1,30}(?:is|was)\s{1,30}(?:the\s{1,30}|a\s{1,30})?"
)
_SUBSTITUTE = re.compile(
    r"(?:as\s{1,30})?(?:substitut(?:e|ing)|deputis(?:ing|ed)|in\s{1,30}place\s{1,30}of"
    r"|on\s{1,30}behalf\s{1,30}of|standing\s{1,30}in|for)\s{0,30}(?:for)?\s{1,30}(?=[A-Z])",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?P<apologies>apols?\.?|apolog(?:y|ies)(?:\s{1,30}(?:sent|received))?|regrets|excused)"
    r"|(?P<absent>absent|not\s{1,30}present|did\s{1,30}not\s{1,30}attend)|(?P<present>present|attended)",
    re.IGNORECASE,
)
# no post and no body: a reason, a count, a date
_NO_BODY = re.compile(
    r"^\W{0,30}(?:\d|as\b|due\b|(?:for\s{1,3}|with\s{1,3})?whom?\b|which\b|because\b|owing\b|was\b|were\b|had\b|and\s{0,30}$"
    r"|Mrs?\.?$|Ms\.?$|in\s{1,30}attendance|[Ii]n\s{1,3}the\s{1,3}absence)"
    r"|\b(?:19|20)\d\d\b|\s(?:was|were|had|will|would|arrived|joined|left)\s"
)
_USER_ID = re.compile(r"[a-z]{2,5}\d{1,5}|[a-z]{3,10}")
_ALL_OF = re.compile(
    r"(?:all|both)\s{1,30}(?:of\s{1,30}|from\s{1,30})?(?:the\s{1,30})?(?=[A-Z])"
)
_LINKS = re.compile(r"\s{0,30}(?:\band\b|&)\s{0,30}")


def titled_collective(text: str) -> int:
    """Return how long the plural title is that opens a list: "Cllrs", "Messrs".

    >>> titled_collective("Councillors Penrose"), titled_collective("Ada Penrose")
    (11, 0)
    """
    match = _COLLECTIVE.match(text)
    return match.end() if match else 0


_PARTS = re.compile(r"[,;\n]|\band\b|&")
_BRACKETS = re.compile(r"\([^()]{0,80}\)")


def are_surnames(text: str) -> bool:
    """Tell whether a list holds surnames alone, as council members are listed.

    >>> are_surnames("Penrose, Holt (via Zoom), O'Dea and Ashby")
    True
    >>> are_surnames("Ada Penrose, Clerk"), are_surnames("Zoom, Teams")
    (False, False)
    """
    bare = _BRACKETS.sub(" ", text)
    parts = [x.strip(" \t.:|*") for x in _PARTS.split(bare)]
    parts = [x for x in parts if x]
    alone = sum(
        1
        for x in parts
        if (" " not in x and is_surname(x))
        or (_GIVEN_ONLY.fullmatch(x) and is_given(x.split()[0]))
    )
    return alone >= 2 and alone >= 0.7 * len(parts)


def is_surname(text: str) -> bool:
    """Tell whether a word may be a surname that stands alone.

    >>> is_surname("Penrose"), is_surname("Chair"), is_surname("TPC")
    (True, False, False)
    """
    return (
        " " not in text
        and not is_acronym(text)
        and not is_note(text)
        and not has_role_word(text)
        and not has_organisation_word(text)
        and parse_name(text, alone=True) is not None
    )


def evidence(name: Name) -> bool:
    """Tell whether a title, initials or a common given name speak for a name."""
    if name.titles or not name.given:
        return bool(name.titles)
    first = name.given.split()[0]
    capitals = first.isupper() and (name.surname.isupper() or "." in first)
    bare = first.strip(".")
    return len(bare) <= 2 or capitals or is_given(bare.split("-")[0])


def find_in(text: str, start: int, end: int, alone: bool) -> list[Name]:
    """Return the names that one atom is: one, a couple, or several by "and"."""
    piece = text[start:end]
    name = parse_name(piece, alone)
    if name and name.titles.endswith("Deputy") and has_role_word(name.surname):
        return []  # "Deputy Clerk"
    if name is None and alone and _GIVEN_ONLY.fullmatch(piece.strip(" .")):
        return _called(text, start, end)
    if name and not re.search(r"&|\band\b|Mrs?/", name.titles):
        return [shift_name(name, start)]
    couple = parse_couple(piece)
    halves = list(_LINKS.finditer(piece))
    if halves:
        bounds = [0, *[x for m in halves for x in (m.start(), m.end())], len(piece)]
        parts = [(bounds[i], bounds[i + 1]) for i in range(0, len(bounds), 2)]
        names = [parse_name(piece[a:b], alone) for a, b in parts]
        shared = couple and (not alone or all(is_given(x.given) for x in couple))
        if all(names) and not (shared and not names[0].given):  # type: ignore[union-attr]
            return [
                shift_name(n, start + a)
                for n, (a, _) in zip(names, parts, strict=True)
                if n is not None
            ]
    if couple and (alone or any(evidence(x) for x in couple)):
        return [shift_name(x, start) for x in couple]
    return []


def find_seated(text: str, start: int, end: int) -> list[Name]:
    """Return the members whom a list of councillors names by words that mean more.

    >>> [x.name for x in find_seated("Ashby and Way", 0, 13)]
    ['Ashby', 'Way']
    >>> find_seated("Chief Clerk", 0, 11)
    []
    """
    bounds = [start, *[x for m in _LINKS.finditer(text, start, end) for x in m.span()]]
    bounds.append(end)
    found: list[Name] = []
    for low, high in zip(bounds[::2], bounds[1::2], strict=True):
        word = text[low:high].strip()
        plain = parse_name(word, alone=True)
        if plain and not has_role_word(word):
            found.append(shift_name(plain, text.index(word, low)))
            continue
        name = parse_name(f"Cllr {word}") if _ONE_WORD.fullmatch(word) else None
        if name is None or has_role_word(word):
            return []
        at = text.index(word, low)
        found.append(replace(name, start=at, end=at + len(word), titles=""))
    return found


_ONE_WORD = re.compile(r"[A-Z][a-z]{2,12}")


def is_plural_post(word: str) -> bool:
    """Tell whether a word names a post of several: "Vice-Principals".

    >>> is_plural_post("Observers"), is_plural_post("Clerk"), is_plural_post("Holts")
    (True, False, False)
    """
    return word.endswith("s") and has_role_word(word[:-1])


# "Pete M": a given name and what tells its bearers apart
_GIVEN_ONLY = re.compile(r"[A-Z][a-z]{1,12} [A-Z]\.?")


def _called(text: str, start: int, end: int) -> list[Name]:
    a, b = _trim(text, start, end)
    words = text[a:b].rstrip(".")
    if not is_given(words.split()[0]):
        return []
    return [Name(words, a, b, surname="", given=words)]


_TOKEN = re.compile(r"\S+")


def name_behind_role(
    text: str, start: int, end: int, sure: bool = False
) -> tuple[Range, Name] | None:
    """Return the role and the name of "Fire Chief Tom Holt", None if it is not so.

    `sure` says that the piece is known to hold a person.

    >>> text = "Parish Clerk J Holt"
    >>> span, name = name_behind_role(text, 0, len(text))
    >>> text[slice(*span)], name.name
    ('Parish Clerk', 'J Holt')
    """
    words = [(m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    for count in (4, 3, 2, 1):
        if len(words) <= count:
            continue
        cut = len(words) - count
        head = text[words[cut - 1][0] : words[cut - 1][1]]
        if not has_role_word(head) or starts_role(text[slice(*words[cut])]):
            continue
        name = parse_name(text[words[cut][0] : end], alone=True)
        if name and not name.titles and has_role_word(name.surname):
            continue  # "Deputy Shire President": all of it is the post
        if name and (count > 1 or len(words) > 1):
            role = (words[0][0], words[cut - 1][1])
            return role, shift_name(name, words[cut][0])
    return _name_behind_field(text, words, sure)


def _name_behind_field(
    text: str, words: list[Range], sure: bool
) -> tuple[Range, Name] | None:
    """Return the role and the name of "Director of Public Works Ann Holt"."""
    field = next((i for i, w in enumerate(words) if text[slice(*w)] in _OF), 0)
    if not 0 < field <= 5 or not has_role_word(text[words[0][0] : words[field][0]]):
        return None
    for count in (4, 3, 2):
        cut = len(words) - count
        if cut <= field + 1 or text[slice(*words[cut - 1])] in _INSIDE:
            continue
        name = parse_name(text[words[cut][0] : words[-1][1]])
        known = name and (evidence(name) or (sure and count == 2))
        if name and known and not has_role_word(name.surname):
            role = (words[0][0], words[cut - 1][1])
            return role, shift_name(name, words[cut][0])
    return None


_OF = ("of", "for", "–", "-")
_INSIDE = frozenset(("of", "for", "and", "&", "the", "in", "to"))


def name_before_role(text: str, start: int, end: int) -> tuple[Name, Range] | None:
    """Return the name and the rest of "Tom Holt Chairman SFA", None if it is not so.

    >>> text = "Ada Penrose representing Holt Farms"
    >>> name, rest = name_before_role(text, 0, len(text))
    >>> name.name, text[slice(*rest)]
    ('Ada Penrose', 'representing Holt Farms')
    """
    words = [(m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    for count in (2, 3, 4, 5):
        if len(words) <= count:
            break
        name = parse_name(text[start : words[count - 1][1]])
        if name is None:
            continue
        following = text[slice(*words[count])].strip(",")
        if not name.given and has_role_word(name.titles) and starts_role(following):
            continue  # "Deputy Shire President": all of it is the post
        rest = (words[count][0], end)
        if (
            starts_role(following)
            or following.casefold() in ("representing", "rep", "from", "for")
            or (following == "of" and has_organisation_word(text[slice(*rest)]))
            or (is_acronym(following) and len(words) == count + 1)
            or (has_role_word(text[slice(*rest)]) and not is_word(following))
        ):
            return shift_name(name, start), rest
    return None


def _is_nothing(text: str) -> bool:
    """Tell whether what stands behind a name is neither post nor body."""
    return bool(_USER_ID.fullmatch(text) and not has_role_word(text)) or bool(
        _NO_BODY.search(text)
    )


class Reader:
    """Reads the atoms of one block into entries."""

    def __init__(self, text: str, alone: bool, rows: bool) -> None:
        self.text = text
        self.posts_first = False  # "Chief Executive (Mr T Holt), Clerk (Ms A Bell)"
        self.heading: Range | None = None  # the body that those below come from
        self.heads = Heads()
        self.side: tuple[int, Range] | None = None  # a row and the body it is of
        self.post: tuple[int, Range] | None = None  # a row and the post it is of
        self.collective = -1  # the row that "Cllrs" opens
        self.listed: frozenset[int] = frozenset()  # rows that hold names alone
        self.side_by_side = False  # the cells of a row are names
        self.parted = False  # semicolons part the people, commas do not
        self.alone = alone  # a surname alone is a name
        self.rows = rows  # one person a line
        self.entries: list[Entry] = []
        self.pending: list[Atom] = []  # what stands before a name in brackets
        self.plural: Range | None = None  # "supervisors Ada Penrose, Tom Holt"
        self.plural_row = -1
        self.row = -1
        self.led = False  # a bracket follows the piece being read
        self.stood_for: str | None = None  # whom the next person came in place of
        self.loose: list[tuple[Atom, int]] = []  # lines that no name leads

    def read(self, atoms: list[Atom]) -> list[Entry]:
        """Return the entries of the atoms, in their order."""
        self.posts_first = self._names_in_brackets(atoms)
        self.side_by_side = self._names_in_columns(atoms)
        self.listed = self._rows_of_names(atoms)
        self.parted = sum(x.before == ";" for x in atoms) > 1 and not self.alone
        self.heads = find_heads(self.text, atoms, evidence)
        for at, atom in enumerate(atoms):
            following = atoms[at + 1] if at + 1 < len(atoms) else None
            self.led = bool(following and following.kind == "bracket")
            if self._leads_others(atom):
                continue
            if self._is_heading(atom, following):
                self.heading = (atom.start, atom.end)
            elif atom.kind == "bracket":
                self._bracket(atom)
            else:
                self._plain(atom)
        self._pair_columns()
        for entry in self.entries:
            self.settle(entry)
        return self.entries

    def _leads_others(self, atom: Atom) -> bool:
        """Keep a piece that names the body or the post of those behind it."""
        if atom.start in self.heads.sections:
            self.heading = self.heads.sections[atom.start]
        elif atom.start in self.heads.rows:
            self.side = (atom.row, self.heads.rows[atom.start])
        elif atom.start in self.heads.posts:
            self.post = (atom.row, self.heads.posts[atom.start])
        else:
            return False
        return True

    def _is_heading(self, atom: Atom, following: Atom | None) -> bool:
        """Tell whether a piece names the body that those below it come from.

        "Holt Council:" on a line of its own, or in the cell before the people.
        """
        if atom.kind == "bracket" or atom.before not in ("\n", "|") or not following:
            return False
        words = self.text[atom.start : atom.end]
        beside = following.before == "\t" and following.row == atom.row
        above = following.row > atom.row and self.text[atom.end : atom.end + 1] == ":"
        if not (beside or above) or not has_organisation_word(words):
            return False
        if has_role_word(words) or find_in(self.text, atom.start, atom.end, False):
            return False
        return above or bool(find_names(self.text, following.start, following.end))

    def settle(self, entry: Entry) -> None:
        """Split what was said of a person into posts and organisations."""
        for span in entry.said:
            self._set_affiliation(entry, span)
        if entry.heading and not entry.organisations:
            entry.organisations.append(entry.heading)

    def say(self, entry: Entry, span: Range) -> None:
        """Say of a person what a stretch of text says, and split it."""
        end = span[1]
        bracket = re.search(r"\(([^()]*)\)$", self.text[slice(*span)])
        if bracket and is_note(bracket[1]):
            entry.note, end = bracket[1], span[0] + bracket.start()
        if not _PUBLIC.match(self.text[span[0] : end]):
            self._attach(entry, _trim(self.text, span[0], end))
        self.settle(entry)

    def _rows_of_names(self, atoms: list[Atom]) -> frozenset[int]:
        """Return the rows in which commas part names: most of them surely are."""
        found = []
        for row, group in itertools.groupby(atoms, key=lambda x: x.row):
            pieces = [x for x in group if x.kind == "text"]
            words = (self.text[x.start : x.end] for x in pieces)
            mixed = any(x.before == ";" for x in pieces)
            if len(pieces) < 3 or mixed or any(map(has_organisation_word, words)):
                continue
            lists = [find_in(self.text, *_unled(self.text, x), False) for x in pieces]
            sure = sum(bool(x) and all(map(evidence, x)) for x in lists)
            if all(lists) and 2 * sure >= len(lists):
                found.append(row)
        return frozenset(found)

    def _names_in_columns(self, atoms: list[Atom]) -> bool:
        """Tell whether the cells behind the first of each row hold people too."""
        cells = [x for x in atoms if x.before == "\t" and x.kind == "text"]
        found = (find_in(self.text, x.start, x.end, self.alone) for x in cells)
        named = sum(bool(names) and all(map(evidence, names)) for names in found)
        return 2 * named >= len(cells)

    def _names_in_brackets(self, atoms: list[Atom]) -> bool:
        """Tell whether the brackets hold the people, and posts stand before them."""
        inside = before = 0
        for last, atom in itertools.pairwise(atoms):
            if atom.kind == "bracket" and last.kind == "text":
                words = self.text[last.start : last.end]
                names = find_in(self.text, atom.start, atom.end, alone=False)
                inside += bool(names) and has_role_word(words) and not is_acronym(words)
                before += not names
        return inside > before and inside >= 1

    # ------------------------------------------------------------ plain pieces

    def _plain(self, atom: Atom) -> None:
        text = self.text
        lead = _LEAD_WORDS.match(text, atom.start, atom.end)
        start = lead.end() if lead and lead.end() < atom.end else atom.start
        sanction = _SANCTION.search(text, start, atom.end)
        if sanction:
            atom = replace(atom, end=sanction.start())
        crowd = _AND_PUBLIC.search(text, start, atom.end)
        if crowd:
            atom = replace(atom, end=crowd.start())
        piece = text[start : atom.end]
        if _PUBLIC.match(piece):
            return
        if _STANDS_FOR.fullmatch(piece) and self.entries:
            self.stood_for = self.entries[-1].name.name
            return
        skip = titled_collective(piece)
        if skip:
            self.alone, self.collective = True, atom.row
            start = start + skip
            while start < atom.end and text[start] in " .\n":
                start += 1
            if start >= atom.end:
                return
            piece = text[start : atom.end]
        if atom.before == ";":
            self.plural, self.plural_row = None, -1
        if piece.casefold() in _PLURALS:
            self.plural, self.plural_row = (start, atom.end), atom.row
            return
        if styled := _STYLED.fullmatch(text, start, atom.end):
            self.post = (atom.row, styled.span("post"))
            return
        if self._status_mark(piece) or self._all_of(atom, piece, start):
            return
        leading = atom.before in "\n" or atom.row != self.row
        if self._names(atom, start, leading):
            self.row = atom.row
            return
        joined = _JOINED.match(text, atom.start, atom.end)
        self._affiliate(replace(atom, start=joined.end()) if joined else atom)

    def _names(self, atom: Atom, start: int, leading: bool) -> bool:
        text, end = self.text, atom.end
        alone = self.alone or bool(self.plural and self.plural_row == atom.row)
        names = find_in(text, start, end, alone)
        if names and not self._acceptable(names, atom, leading):
            names = []
        if len(names) == 1 and _led_by_post(names[0]):
            names = []
        if not names and atom.row == self.collective:
            names = find_seated(text, start, end)
        if names:
            linked = [self._add(n, atom.row) for n in names]
            if self.plural:
                for entry in linked:
                    entry.roles.append(self.plural)
                    entry.bare = False
            return True
        if not self.posts_first and self._linked(start, end, atom):
            return True
        behind = name_behind_role(text, start, end, sure=self.parted)
        if behind and self.posts_first and not is_plural_post(text[slice(*behind[0])]):
            behind = None
        if behind:
            role, name = behind
            entry = self._add(name, atom.row)
            self._set_role(entry, role)
            last = text[slice(*role)].split()[-1]
            self.plural, self.plural_row = None, -1
            if last.casefold() in _PLURALS or is_plural_post(last):
                self.plural, self.plural_row = role, atom.row
            return True
        if self.posts_first:
            return False
        ahead = name_before_role(text, start, end)
        if ahead and (leading or atom.before != "\t" or evidence(ahead[0])):
            name, rest = ahead
            run = split_run(text, start, name.end) if name.given.count(" ") > 1 else []
            if len(run) > 1:
                for other in run[:-1]:
                    self._add(other, atom.row)
                name = run[-1]
            entry = self._add(name, atom.row)
            self._attach(entry, rest)
            return True
        run = split_run(text, start, end) if len(text[start:end].split()) > 3 else []
        if len(run) > 1 and sum(evidence(n) for n in run) >= len(run) / 2:
            for name in run:
                self._add(name, atom.row)
            return True
        return False

    def _linked(self, start: int, end: int, atom: Atom) -> bool:
        """Read "Tom Holt and Clerk Ann Bell": halves of different make."""
        text = self.text
        parts = list(_LINKS.finditer(text, start, end))
        if not parts:
            return False
        for match in parts:
            left = text[start : match.start()]
            known = (
                find_in(text, start, match.start(), self.alone)
                or name_behind_role(text, start, match.start())
                or name_before_role(text, start, match.start())
            )
            post = (
                is_chair(left)
                or _IGNORED.fullmatch(left) is not None
                or bool(self.entries and has_role_word(left))
            )
            right = find_names(text, match.end(), end)
            behind = _LEAD_WORDS.match(text, match.end(), end)
            first = behind.end() if behind else match.end()
            direct = right and right[0].start - first <= 1
            direct = direct or parse_couple(text[first:end]) is not None
            if (known or post) and (
                direct or (known and name_behind_role(text, match.end(), end))
            ):
                self._plain(Atom("text", start, match.start(), atom.before, atom.row))
                self._plain(Atom("text", match.end(), end, ",", atom.row))
                return True
        if len(parts) == 1 and _BARE_POST.fullmatch(text, parts[0].end(), end):
            self._plain(Atom("text", start, parts[0].start(), atom.before, atom.row))
            return True
        if parts[0].start() == start:
            self._plain(Atom("text", parts[0].end(), end, ",", atom.row))
            return True
        return False

    def _acceptable(self, names: list[Name], atom: Atom, leading: bool) -> bool:
        """Tell whether what looks like a name may be one here."""
        if self.posts_first and not all(n.titles for n in names):
            return False
        led = self.post is not None and self.post[0] == atom.row
        if led or all(evidence(n) for n in names) or atom.before == ";":
            return True
        piece = self.text[atom.start : atom.end]
        if has_organisation_word(piece) or (has_role_word(piece) and not self.alone):
            return False
        if atom.before == "\t" and self.entries and not self.side_by_side:
            return False
        if len(names) > 1 and evidence(names[0]) and " and " in piece:
            return True
        if atom.before == "," and self.parted and self.entries and not self.led:
            return False
        last = self.entries[-1] if self.entries else None
        if self.rows and atom.before == "," and last and last.row == atom.row:
            if self.text[last.name.end : names[0].start].rstrip(" ,\n").endswith(")"):
                return True
            if last.said:
                return False  # "Public Governor, Mill North (Lead Governor)"
        if self.led and atom.before in (",", ")", "\n", "\t"):
            return True
        if atom.row in self.listed or atom.row in (self.collective, self.plural_row):
            return True
        if self.rows and not leading and self.entries and atom.before != "\t":
            return False
        return atom.before not in ("-", "–", "—", ":") or not self.entries

    def _add(self, name: Name, row: int) -> Entry:
        heading = self.side[1] if self.side and self.side[0] == row else self.heading
        entry = Entry(name, strong=evidence(name), row=row, heading=heading)
        if self.post and self.post[0] == row:
            self._set_role(entry, self.post[1])
            entry.bare = False
            if not is_plural_post(self.text[slice(*self.post[1])].split()[-1]):
                self.post = None
        if self.stood_for:
            entry.substitute_for, entry.status = self.stood_for, "present"
            self.stood_for = None
        title = name.titles.casefold().split()
        for word in _POSTS:
            if word in title:
                at = self.text.casefold().find(word, name.start, name.end)
                begin = at
                for prior in ("deputy ", "lord "):
                    if self.text[at - len(prior) : at].casefold() == prior:
                        begin = at - len(prior)
                entry.roles.append((begin, at + len(word)))
        for word in _PARLIAMENT:
            if word in name.post.split():
                at = self.text.rfind(word, name.start, name.end)
                entry.roles.append((at, at + len(word)))
        self.entries.append(entry)
        self.pending = []
        if name.titles and not name.given:
            self.alone = self.alone or name.titles[-1:] == "s"
        return entry

    # ------------------------------------------------------------------ others

    def _status_mark(self, piece: str) -> bool:
        match = _MARK.fullmatch(piece.strip(" ."))
        if match and self.entries:
            self.entries[-1].status = match.lastgroup
            return True
        return False

    def _all_of(self, atom: Atom, piece: str, start: int) -> bool:
        match = _ALL_OF.match(piece)
        if not match or not self.entries:
            return False
        span = _trim(self.text, start + match.end(), atom.end)
        if self.text[span[1] - 1] == ".":
            span = (span[0], span[1] - 1)
        for entry in self.entries:
            if not entry.said:
                entry.organisations.append(span)
        return True

    def _affiliate(self, atom: Atom) -> None:
        """Attach a piece that is no name to the person before it, or keep it."""
        self.pending.append(atom)
        if not self.entries:
            return
        last = self.entries[-1]
        own_line = atom.row != last.row and atom.before in ("\n", "|")
        if own_line:
            self.loose.append((atom, len(self.entries)))
            return
        if atom.row != last.row and self.loose:
            self._lengthen(atom.end)
            return
        self._attach(last, (atom.start, atom.end))

    def _lengthen(self, end: int) -> None:
        """Let the last line that no name leads take in what follows it."""
        atom, upto = self.loose[-1]
        self.loose[-1] = (replace(atom, end=end), upto)
        self.pending.append(self.loose[-1][0])

    def _attach(self, entry: Entry, span: Range) -> None:
        """Say of an entry what a piece of text says: chair, initials, role, body."""
        text = self.text[slice(*span)].strip()
        if not text:
            return
        if is_chair(text):
            entry.chair, entry.chair_at = True, span
        elif _CHAIRING.match(text):
            entry.chair = True
        elif self._is_alias(entry, span):
            return
        elif self._is_initials(entry, text):
            entry.initials = text.strip(". ")
        elif _CODE.fullmatch(text):
            entry.code = text
        elif match := _SUBSTITUTE.match(text):
            names = find_names(text, match.end()) or ()
            if names:
                entry.substitute_for = names[0].name
        elif match := _MARK.fullmatch(text):
            entry.status = match.lastgroup
        elif is_note(text) or _TOOK_NOTES.fullmatch(text):
            entry.note = " ".join(text.split())
        elif _is_nothing(text):
            return
        elif (stated := _IS_ROLE.match(text)) and entry.name.name.startswith(stated[1]):
            shift = len(self.text[slice(*span)]) - len(text)
            entry.roles.append((span[0] + shift + stated.end(), span[1]))
        elif (
            entry.said
            and span[0] >= entry.said[-1][1]
            and re.fullmatch(
                r"[\s,]*|\s{0,30}:\s{1,30}|\s{1,30}[-–]\s{1,30}|\s{0,30}\([A-Z&]{2,8}\)\s{0,30},\s{0,30}",
                self.text[entry.said[-1][1] : span[0]],
            )
        ):
            entry.said[-1] = (entry.said[-1][0], span[1])
        else:
            entry.said.append(self._with_chair(entry, span))
        entry.bare = False

    def _is_alias(self, entry: Entry, span: Range) -> bool:
        """Tell whether a bracket shortens the words before it: "Holt Trust (HT)"."""
        letters = self.text[slice(*span)].replace("&", "")
        if not entry.said or not is_acronym(self.text[slice(*span)]):
            return False
        before = self.text[slice(*entry.said[-1])]
        heads = "".join(w[0] for w in re.findall(r"\w{1,30}", before)).upper()
        return self.text[entry.said[-1][1] : span[0]].strip() == "(" and (
            letters in heads or letters[0] in heads
        )

    def _with_chair(self, entry: Entry, span: Range) -> Range:
        """Return a span that takes in the "Chair," before it: chair of another body."""
        at = entry.chair_at
        if (
            at is None
            or self.text[at[1] : span[0]].strip() != ","
            or self.text[at[0] - 1] in "(["
            or not has_organisation_word(self.text[slice(*span)])
        ):
            return span
        entry.chair, entry.chair_at = False, None
        return (at[0], span[1])

    def _set_affiliation(self, entry: Entry, span: Range) -> None:
        found = split_affiliation(self.text[slice(*span)])
        base = span[0]
        if found.role:
            role = (base + found.role[0], base + found.role[1])
            rest = self.text[slice(*role)]
            if is_chair(rest) and found.organisation is None:
                entry.chair = True
            else:
                entry.roles.append(role)
        if found.organisation:
            body = (base + found.organisation[0], base + found.organisation[1])
            words = self.text[slice(*body)]
            if is_chair(words):
                entry.chair = True
            elif is_body(words):
                entry.organisations.append(body)

    def _set_role(self, entry: Entry, span: Range) -> None:
        words = self.text[slice(*span)]
        if is_chair(words):
            entry.chair = True
        elif not _IGNORED.fullmatch(words):
            entry.roles.append(span)

    def set_post(self, entry: Entry, span: Range) -> None:
        """Say of a person what the cell of a column of posts says."""
        text = self.text[slice(*span)].strip()
        if match := _SUBSTITUTE.match(text):
            names = find_names(text, match.end())
            entry.substitute_for = names[0].name if names else None
        elif not is_note(text) and not _NOTHING.fullmatch(text):
            self._set_role(entry, self._without_chair(entry, span))

    def _without_chair(self, entry: Entry, span: Range) -> Range:
        """Return a post without the "(Chair)" behind it, said of the person."""
        bracket = re.search(
            r"\s{0,3}\(([^()]{2,30})\)\s{0,3}$", self.text[slice(*span)]
        )
        if not bracket or not bracket.start() or not is_chair(bracket[1]):
            return span
        entry.chair = True
        return (span[0], span[0] + bracket.start())

    def set_body(self, entry: Entry, span: Range) -> None:
        """Say of a person what the cell of a column of bodies says."""
        text = self.text[slice(*span)].strip()
        if _NOTHING.fullmatch(text) or _IGNORED.fullmatch(text):
            return
        if has_role_word(text) and not entry.roles:
            self._set_affiliation(entry, span)
        else:
            entry.organisations.append(span)

    def _is_initials(self, entry: Entry, text: str) -> bool:
        letters = text.strip(". ")
        if not re.fullmatch(r"[A-Z]{1,2}[A-Za-z]{0,3}|(?:[A-Z]\.){2,4}", letters):
            return False
        plain = letters.replace(".", "").upper()
        forms = initials_forms(entry.name.name)
        parts = "".join(x[0] for x in re.findall(r"[^\W\d_]{1,40}", entry.name.name))
        if plain in forms or plain == parts.upper():
            return True
        first = entry.name.name[:1].upper()
        return plain[0] == first and any(plain.startswith(f) for f in forms if f)

    # ---------------------------------------------------------------- brackets

    def _bracket(self, atom: Atom) -> None:
        text = self.text
        names = find_in(text, atom.start, atom.end, alone=False)
        led = [x for x in self.pending if x.kind == "text"]
        titled = names and (
            self.posts_first or all(n.titles or evidence(n) for n in names)
        )
        if names and led and titled and not has_role_word(text[atom.start : atom.end]):
            span = (led[0].start, led[-1].end)
            self._take_back(led)
            for name in names:
                entry = self._add(name, atom.row)
                entry.roles.append(span)
                entry.bare = False
            self.pending = []
            return
        if not self.entries:
            return
        last = self.entries[-1]
        inside = text[atom.start : atom.end]
        if self.loose and self.loose[-1][0] in led and last.row != atom.row:
            if _is_field(inside) and text[self.loose[-1][0].end : atom.start] == " (":
                self._lengthen(atom.end + 1)
            return
        if re.fullmatch(r"[A-Z]\.?", inside) and not last.name.given and last.bare:
            last.name = replace(
                last.name, name=f"{last.name.name} ({inside})", end=atom.end + 1
            )
            return
        if self._names_field(last, atom):
            last.said[-1] = (last.said[-1][0], atom.end + 1)
            return
        before = len(last.said)
        pieces = _commas(text, atom.start, atom.end)
        dash = re.search(r"\s{1,30}[-–]\s{1,30}", inside)
        if dash and (
            is_note(inside[dash.end() :])
            or self._is_initials(last, inside[: dash.start()])
        ):
            pieces = [
                (atom.start, atom.start + dash.start()),
                (atom.start + dash.end(), atom.end),
            ]
            for span in pieces:
                self._attach(last, span)
        else:
            small = [p for p in pieces if self._small(last, text[p[0] : p[1]])]
            others = [p for p in pieces if p not in small]
            if any(has_organisation_word(text[slice(*p)]) for p in others):
                small = [p for p in small if not _may_be_post(text[p[0] : p[1]])]
            for span in small:
                self._attach(last, span)
            rest = [p for p in pieces if p not in small]
            if rest:
                self._attach(last, (rest[0][0], rest[-1][1]))
        self._share(last, before, atom)

    def _small(self, entry: Entry, text: str) -> bool:
        """Tell whether a piece of a bracket stands for itself: "AP", "online"."""
        return (
            is_chair(text)
            or _CHAIRING.match(text) is not None
            or self._is_initials(entry, text)
            or is_note(text)
            or is_chair_post(text)
            or bool(_USER_ID.fullmatch(text))
        )

    def _take_back(self, atoms: list[Atom]) -> None:
        """Undo what was attached of a role that a name in brackets follows."""
        low, high = atoms[0].start, atoms[-1].end
        for entry in self.entries[-1:]:
            entry.roles = [r for r in entry.roles if not low <= r[0] < high]
            entry.said = [r for r in entry.said if not low <= r[0] < high]
        self.loose = [x for x in self.loose if not low <= x[0].start < high]

    def _names_field(self, last: Entry, atom: Atom) -> bool:
        """Tell whether a bracket ends a post: "Staff Governor (Nursing)"."""
        if not last.said:
            return False
        inside = self.text[atom.start : atom.end]
        between = self.text[last.said[-1][1] : atom.start]
        return (
            between.strip() == "("
            and has_role_word(self.text[slice(*last.said[-1])])
            and _is_field(inside)
            and not self._small(last, inside)
        )

    def _share(self, last: Entry, before: int, atom: Atom) -> None:
        """Give what a bracket says of the second of "A and B (X)" to the first too."""
        if len(self.entries) < 2:
            return
        self._share_plural(last, before)
        other = self.entries[-2]
        between = self.text[other.name.end : last.name.start]
        if other.said or not _PAIRED.fullmatch(between):
            return
        for span in last.said[before:]:
            words = self.text[slice(*span)].rstrip()
            if words.endswith("s") or not has_role_word(words):
                other.said.append(span)

    def _share_plural(self, last: Entry, before: int) -> None:
        """Give "(Pro-Vice-Chancellors)" to all before of whom nothing was said."""
        for span in last.said[before:]:
            words = self.text[slice(*span)].rstrip()
            if not words.endswith("s") or not has_role_word(words.split()[-1]):
                continue
            for entry in reversed(self.entries[:-1]):
                if entry.said or entry.roles or entry.chair or entry.row != last.row:
                    break
                entry.said.append(span)

    # ------------------------------------------------------------ torn columns

    def _pair_columns(self) -> None:
        """Attach the lines that no name leads: to the line above, or as a column."""
        self._demote()
        at = 0
        while at < len(self.loose):
            run = [self.loose[at]]
            while (
                at + len(run) < len(self.loose)
                and self.loose[at + len(run)][1] == run[0][1]
            ):
                run.append(self.loose[at + len(run)])
            at += len(run)
            self._pair(run, run[0][1])

    def _demote(self) -> None:
        """Take for an affiliation what only looks like a name in a column of them."""
        rows = {atom.row for atom, _ in self.loose}
        for at in range(len(self.entries) - 1, -1, -1):
            entry = self.entries[at]
            if entry.strong or not entry.bare:
                continue
            if {entry.row - 1, entry.row + 1} <= rows:
                del self.entries[at]
                name = entry.name
                atom = Atom("text", name.start, name.end, "\n", entry.row)
                self.loose = [(x, n - 1 if n > at else n) for x, n in self.loose]
                self.loose.append((atom, at))
        self.loose.sort(key=lambda x: x[0].start)

    def _pair(self, run: list[tuple[Atom, int]], upto: int) -> None:
        first = upto
        while first > 0 and self.entries[first - 1].bare:
            first -= 1
        names = self.entries[first:upto]
        if len(names) >= 2 and (
            len(run) == len(names) or (len(run) >= 3 and len(names) >= 3)
        ):
            for entry, (atom, _) in zip(names, run, strict=False):
                self._attach(entry, (atom.start, atom.end))
            return
        entry = self.entries[upto - 1]
        for atom, _ in run[:3]:
            self._attach(entry, (atom.start, atom.end))


def _is_field(inside: str) -> bool:
    """Tell whether a bracket may name the field of a post: "(Nursing)"."""
    return (
        len(inside) > 3
        and inside[0].isupper()
        and not has_organisation_word(inside)
        and not has_role_word(inside)
        and not is_note(inside)
        and not any(c.isdigit() for c in inside)
    )


def _led_by_post(name: Name) -> bool:
    """Tell whether a name takes in a post before it: "Roadmaster Tom Holt"."""
    words = name.given.split()
    return len(words) > 1 and has_role_word(words[0]) and not is_given(words[0])


def _unled(text: str, atom: Atom) -> Range:
    """Return where a piece stands without the "and" that leads it."""
    lead = _LEAD_WORDS.match(text, atom.start, atom.end)
    return (lead.end() if lead and lead.end() < atom.end else atom.start, atom.end)


def is_body(words: str) -> bool:
    """Tell whether what stands behind a person and is no post may be a body.

    >>> is_body("Holt Farms"), is_body("horse riding"), is_body("MBE")
    (True, False, False)
    """
    if len(words) < 2 or _IGNORED.fullmatch(words) or _SAID.search(words):
        return False
    if len(words) < 5 and words.casefold() in words_of("honorifics.tsv", "post"):
        return False
    return not words[0].islower() or has_organisation_word(words)


# words of sentences: "The meeting commenced", "Cllr Bell substituted", "be accepted"
_SAID = re.compile(
    r"\b(?:commenced|substituted|reports|was|were|be|is|arrived|joined|left|accepted"
    r"|received|noted|outlined|presented)\b"
)


def _may_be_post(text: str) -> bool:
    """Tell whether "Chair" may go on: "Chair, Holt Trust", not "in the Chair"."""
    return is_chair(text) and not re.match(
        r"\W{0,30}(?:in|took)\s", text, re.IGNORECASE
    )


def _commas(text: str, start: int, end: int) -> list[Range]:
    found, here = [], start
    for match in re.finditer(r"[,;]", text[start:end]):
        found.append((here, start + match.start()))
        here = start + match.end()
    found.append((here, end))
    return [_trim(text, a, b) for a, b in found]


# "(chairing in the absence of Ann Bell)", "(presided until item 4)"
_CHAIRING = re.compile(
    r"\W{0,3}(?:(?:who\s{1,30})?(?:chairing|chaired|presiding|presided)\b"
    r"|(?:in\s{1,3}the\s{1,3})?[Cc]hair(?:man|woman|person)?\s{1,3}"
    r"(?:from|for|until|to)\s{1,3}(?:minutes?|items?)\b)"
)
_NOTHING = re.compile(
    r"\W{0,30}|n/?a|none|independent(?:\s{1,30}member)?|self|resident", re.I
)
# "Councillors Penrose, Holt & the Clerk": a post without its holder
_BARE_POST = re.compile(
    r"(?:the|our)\s{1,3}(?:(?:Parish|Town)\s{1,3})?(?:Clerk|Secretary|Treasurer)\W{0,3}",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"\s{0,5}(?:\([^()]{1,5}\))?\s{0,5}(?:and|&)\s{0,5}")
# "The Right Worshipful the Mayor, Councillor A Holt"
_STYLED = re.compile(
    r"(?:[Tt]he\s{1,3})?(?:Right\s{1,3})?(?:Worshipful|Hon(?:ou)?rable)\s{1,3}"
    r"(?:[Tt]he\s{1,3})?(?P<post>(?:Lord\s{1,3})?(?:Mayor|Provost))"
)
_TOOK_NOTES = re.compile(
    r"\W{0,3}(?:taking\s|taker\sof\s)?(?:the\s)?(?:minutes|notes)(?:\staken)?\W{0,3}",
    re.I,
)
_CODE = re.compile(r"[YNPASDLX✓✔√]|A[bp]|Pr|Yes|No|[-–]")
_PLURALS = frozenset(
    [
        *("supervisors", "trustees", "commissioners", "directors", "governors"),
        *("officers", "clerks"),
    ]
)
_POSTS = (
    "mayor",
    "supervisor",
    "reeve",
    "provost",
    "president",
    "pcso",
    "sheriff",
    "cathaoirleach",
    "superintendent",
)
_PARLIAMENT = ("MP", "MEP", "MSP", "MS", "AM", "MLA", "TD")
_IGNORED = re.compile(
    r"(?:co-?opted|parent|staff|foundation|LA|ex[ -]?officio|elected|appointed"
    r"|vacant)\W{0,30}"
    r"|(?:the\s{1,30})?(?:(?:parish|town|county|borough|district|city|ward|community|local)\s{1,30})?"
    r"(?:councillors?|cllrs?|members?|present|member\s{1,30}of\s{1,30}the\s{1,30}public|minutes|via.*"
    r"|committee\s{1,30}members?|board\s{1,30}members?|chair(?:man|person|woman)?)\W{0,30}",
    re.IGNORECASE,
)
