"""Names as attendance lists give them: alone, in couples, before and behind posts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_acronym,
    is_firm,
    is_note,
)
from minutebook.grammar.atoms import Range, trim
from minutebook.grammar.couples import parse_couple
from minutebook.grammar.names import (
    Name,
    is_full_name,
    is_given,
    is_word,
    parse_name,
    shift_name,
    words_of,
)
from minutebook.grammar.postwords import starts_role

LINKS = re.compile(r"\s{0,30}(?:\b(?:and|AND)\b|\band(?=[A-Z])|&)\s{0,30}")


_COLLECTIVE = re.compile(
    r"(?:(?:Borough|County|District|Town|Parish|City|Ward)\s{1,30})?(?:Councillors|Cllrs|Crs"
    r"|Councilors|Commissioners|Messrs|Members|Trustees|Aldermen|Clrs|(?-i:Supervisors)"
    r"|(?-i:(?:Directors|Governors|Regents)(?=\s[A-Z][a-z]))"
    r"|Selectmen|Councilmembers|Freeholders|Board\s{1,3}Members"
    r"|(?-i:Professors|Profs|Drs|Mesdames|Misses|Revds|Reverends))\b\.?",
    re.IGNORECASE,
)


def titled_collective(text: str) -> int:
    """Return how long the plural title is that opens a list: "Cllrs", "Messrs".

    >>> titled_collective("Councillors Penrose"), titled_collective("Ada Penrose")
    (11, 0)
    """
    match = _COLLECTIVE.match(text)
    return match.end() if match else 0


# "Millshire County Councillor A Holt": the council of whose seat the title speaks
_SEATED = re.compile(
    r"(?:[A-Z][\w’'-]{1,20}\s){1,4}?(?:County|District|Borough|City|Town|Parish|Shire"
    r"|Community|Regional|Ward|Unitary)\s(?=(?:Councill?ors?|Cllrs?\.?)\s[A-Z])"
)


def seated_lead(text: str) -> int:
    """Return how long the council is that leads a councillor's title.

    >>> seated_lead("Millshire County Councillor A Holt"), seated_lead("A Holt")
    (17, 0)
    """
    match = _SEATED.match(text)
    return match.end() if match and not is_given(text.split()[0]) else 0


_PARTS = re.compile(r"[,;\n]|\b(?:and|AND)\b|&")


_BRACKETS = re.compile(
    r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|\b(?:present|absent|here|excused)\b",
    re.IGNORECASE,
)


def are_surnames(text: str) -> bool:
    """Tell whether a list holds surnames alone, as council members are listed.

    >>> are_surnames("Penrose, Holt (via Zoom), O'Dea and Ashby")
    True
    >>> are_surnames("Ada Penrose, Clerk"), are_surnames("Zoom, Teams")
    (False, False)

    A list may stand in capitals; short words of capitals are bodies' letters.

    >>> are_surnames("PENROSE, HOLT, O'DEA AND ORR"), are_surnames("NHS, HMRC, DWP")
    (True, False)
    """
    bare = _BRACKETS.sub(" ", text)
    if bare.isupper():
        bare = _in_small_letters(bare)
    parts = [x.strip(" \t.:|*") for x in _PARTS.split(bare)]
    parts = [x for x in parts if x]
    alone = sum(
        1
        for x in parts
        if (" " not in x and is_surname(x))
        or (_GIVEN_ONLY.fullmatch(x) and _may_be_called(x.split()[0]))
    )
    return alone >= 2 and alone >= 0.7 * len(parts)


def _in_small_letters(text: str) -> str:
    """Return a list in capitals with small letters, if its words may be surnames."""
    words = _CAPITALS.findall(text)
    named = sum(len(x) > 4 or x.casefold() in words_of("surnames.tsv") for x in words)
    return text.title().replace(" And ", " and ") if 2 * named >= len(words) else text


def are_in_capitals(text: str, pieces: Sequence[Range]) -> bool:
    """Tell whether the pieces of a list are surnames that all stand in capitals.

    >>> are_in_capitals("PENROSE, HOLT", [(0, 7), (9, 13)])
    True
    >>> are_in_capitals("PENROSE, Holt", [(0, 7), (9, 13)])
    False
    """
    words = [text[a:b] for a, b in pieces]
    if not words or not all(map(str.isupper, words)):
        return False
    return are_surnames(", ".join(words)) or (len(words) == 1 and is_surname(words[0]))


_CAPITALS = re.compile(r"(?!AND\b)[A-Z][A-Z'’-]{1,30}")


def is_surname(text: str) -> bool:
    """Tell whether a word may be a surname that stands alone.

    >>> is_surname("Penrose"), is_surname("Chair"), is_surname("TPC")
    (True, False, False)
    """
    if text.isupper() and text.casefold() in words_of("surnames.tsv"):
        text = text.title()
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
    called = bare.split("-")[0]
    return (
        len(bare) <= 2
        or capitals
        or is_given(called)
        or is_full_name(called, name.surname)
    )


_OF_TWO = re.compile(r"&|\band\b|Mrs?/")


def find_in(text: str, start: int, end: int, alone: bool) -> list[Name]:
    """Return the names that one atom is: one, a couple, or several by "and"."""
    piece = text[start:end]
    name = parse_name(piece, alone)
    if name and name.titles and not name.given and has_role_word(name.surname):
        return []  # "Deputy Clerk", "Detective Sergeant"
    if name is None and alone and _GIVEN_ONLY.fullmatch(piece.strip(" .")):
        return _called(text, start, end)
    if name and not _OF_TWO.search(name.titles):
        two = split_pair(piece) if name.given.count(" ") == 2 else []
        return [shift_name(x, start) for x in two or [name]]
    couple = parse_couple(piece)
    halves = list(LINKS.finditer(piece))
    if halves:
        bounds = [0, *[x for m in halves for x in (m.start(), m.end())], len(piece)]
        parts = [(bounds[i], bounds[i + 1]) for i in range(0, len(bounds), 2)]
        names = [_half(piece[a:b], alone) for a, b in parts]
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


def _half(piece: str, alone: bool) -> Name | None:
    """Return the name that one half of "Ron and Sylvia F" is."""
    name = parse_name(piece, alone)
    if name is None and alone and _GIVEN_ONLY.fullmatch(piece.strip(" .")):
        return next(iter(_called(piece, 0, len(piece))), None)
    return name


def split_pair(piece: str) -> list[Name]:
    """Return the two people of four words that lost what parted them.

    >>> [x.name for x in split_pair("Alice Penrose Thomas Holt")]
    ['Alice Penrose', 'Thomas Holt']
    >>> [x.name for x in split_pair("Alice Penrose Ailbhe Holt")]
    ['Alice Penrose', 'Ailbhe Holt']
    >>> split_pair("Mary Ann Holt Pike"), split_pair("Alice van der Holt")
    ([], [])
    """
    words = list(_TOKEN.finditer(piece))
    if len(words) != 4 or not all(_PLAIN.fullmatch(x[0]) for x in words):
        return []
    first, second, third, _ = (is_given(x[0]) for x in words)
    if second or not (first or third) or words[2][0] in _NATIVE:
        return []
    bounds = ((words[0].start(), words[1].end()), (words[2].start(), words[3].end()))
    found = [parse_name(piece[a:b]) for a, b in bounds]
    return [
        shift_name(x, a)
        for x, (a, _) in zip(found, bounds, strict=True)
        if x is not None and all(found)
    ]


_PLAIN = re.compile(r"[^\W\d_a-z][^\W\d_]{2,20}(?:['’-][^\W\d_]{1,20})?")
_NATIVE = frozenset(("Mac", "Nic", "Van", "Von", "Der", "Del"))  # no given names


def find_seated(text: str, start: int, end: int) -> list[Name]:
    """Return the members whom a list of councillors names by words that mean more.

    >>> [x.name for x in find_seated("Ashby and Way", 0, 13)]
    ['Ashby', 'Way']
    >>> find_seated("Chief Clerk", 0, 11)
    []
    """
    bounds = [start, *[x for m in LINKS.finditer(text, start, end) for x in m.span()]]
    bounds.append(end)
    found: list[Name] = []
    for low, high in zip(bounds[::2], bounds[1::2], strict=True):
        word = text[low:high].strip()
        plain = parse_name(word, alone=True)
        if plain and not has_role_word(word):
            found.append(shift_name(plain, text.index(word, low)))
            continue
        name = parse_name(f"Cllr {word}") if _ONE_WORD.fullmatch(word) else None
        if name is None and _GLUED.fullmatch(word):
            name = Name(word, 0, 0, surname=word)
        if name is None or has_role_word(word):
            return []
        at = text.index(word, low)
        found.append(name._replace(start=at, end=at + len(word), titles=""))
    return found


_ONE_WORD = re.compile(r"[A-Z][a-z]{2,12}")
_GLUED = re.compile(r"[A-Z]{2}[a-z]{2,12}\.?")  # "JPenrose": a blank was lost


def is_plural_post(word: str) -> bool:
    """Tell whether a word names a post of several: "Vice-Principals".

    >>> is_plural_post("Observers"), is_plural_post("Clerk"), is_plural_post("Holts")
    (True, False, False)
    """
    return word.endswith("s") and has_role_word(word[:-1])


_NO_POST = re.compile(r"members|councillors", re.IGNORECASE)
_HEAD = re.compile(r"[^\s.]+(?=\.?(?:\s(?:of|for|to)\s|\s*$))")


def is_of_several(post: str) -> bool:
    """Tell whether several hold a post as it is written.

    >>> is_of_several("Directors of Works"), is_of_several("Clerk to the Trustees")
    (True, False)
    """
    head = _HEAD.search(post)
    return (
        head is not None and is_plural_post(head[0]) and not _NO_POST.fullmatch(head[0])
    )


# "Pete M": a given name and what tells its bearers apart
_GIVEN_ONLY = re.compile(r"[A-Z][a-z]{1,12} [A-Z]\.?")


def are_lettered(text: str, pieces: Sequence[Range]) -> bool:
    """Tell whether a list calls people by given name and letter: "Jan B, Lou C".

    >>> text = "Jan B, Lou C., Holt"
    >>> are_lettered(text, [(0, 5), (7, 13), (15, 19)]), are_lettered(text, [(0, 5)])
    (True, False)
    """
    return sum(_GIVEN_ONLY.fullmatch(text, *x) is not None for x in pieces) > 1


def _may_be_called(word: str) -> bool:
    """Tell whether a word before a letter may be a given name: "Debs", not "Group"."""
    return is_given(word) or (is_word(word) and not has_organisation_word(word))


def _called(text: str, start: int, end: int) -> list[Name]:
    a, b = trim(text, start, end)
    words = text[a:b].rstrip(".")
    if not _may_be_called(words.split()[0]):
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
    if _VICE.match(text, start, end):
        if found := _name_behind_vice(text, words):
            return found
        last = text[slice(*words[-1])].casefold()
        if text[slice(*words[-2])][-1] in "tP" and last not in words_of("surnames.tsv"):
            return None  # "VP Activities"
    return _name_behind_last(text, words, sure)


# "Vice President [Education] Ada Penrose", "VP [Welfare]"
_VICE = re.compile(r"(?:(?:Deputy|Senior)\s)?(?:Vice[ -]President|VP)\s(?=[A-Z])")


def _name_behind_vice(text: str, words: list[Range]) -> tuple[Range, Name] | None:
    """Return the role and the name behind a vice-president's field.

    >>> text = "VP Welfare Ada Penrose"
    >>> span, name = _name_behind_vice(text, [(0, 2), (3, 10), (11, 14), (15, 22)])
    >>> text[slice(*span)], name.name
    ('VP Welfare', 'Ada Penrose')
    """
    head = next(i for i, x in enumerate(words) if text[slice(*x)][-1] in "tP")
    field = text[slice(*words[head + 1])]
    if is_given(field) or len(field.rstrip(".")) == 1:
        return None
    return _name_behind_word(text, words, False, head)


def _name_behind_last(
    text: str, words: list[Range], sure: bool
) -> tuple[Range, Name] | None:
    """Return the role and the name where the words of a post end before a name."""
    end = words[-1][1] if words else 0
    for count in (4, 3, 2, 1):
        if len(words) <= count:
            continue
        cut = len(words) - count
        head = text[words[cut - 1][0] : words[cut - 1][1]]
        short = cut > 1 and head in _SHORT_POSTS
        if not (short or has_role_word(head)) or starts_role(text[slice(*words[cut])]):
            continue
        name = parse_name(text[words[cut][0] : end], alone=True)
        if name and not name.titles and has_role_word(name.surname):
            continue  # "Deputy Shire President": all of it is the post
        if name and (count > 1 or len(words) > 1):
            role = (words[0][0], words[cut - 1][1])
            return role, shift_name(name, words[cut][0])
    return _name_behind_field(text, words, sure)


# "Public Works Supt. Tom Holt"; with no word before it, a rank: "Supt. Tom Holt"
_SHORT_POSTS = frozenset(
    ("Supt.", "Supt", "Atty.", "Atty", "Commr.", "Insp.", "Admin.")
)


def _name_behind_field(
    text: str, words: list[Range], sure: bool
) -> tuple[Range, Name] | None:
    """Return the role and the name of "Director of Public Works Ann Holt"."""
    field = next((i for i, w in enumerate(words) if text[slice(*w)] in _OF), 0)
    if sure and not field and len(words) > 3 and starts_role(text[slice(*words[0])]):
        field = 1  # "Deputy Manager Finance Tom Holt"
    if not 0 < field <= 5:
        return None
    head = text[words[0][0] : words[field][0]]
    if not has_role_word(head) and head.split()[-1] not in _SHORT_POSTS:
        return None
    return _name_behind_word(text, words, sure, field)


def _name_behind_word(
    text: str, words: list[Range], sure: bool, field: int
) -> tuple[Range, Name] | None:
    """Return the role and the name where words stand between them, behind a field."""
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
        if shorter := _without_field(text, name, words[count - 1][0], start, following):
            return shift_name(shorter, start), (words[count - 1][0], end)
        if (
            starts_role(following)
            or following.casefold() in ("representing", "rep", "rep.", "from", "for")
            or text.startswith("on behalf of ", rest[0])
            or (following == "of" and _is_whence(name, text[slice(*rest)]))
            or (
                is_acronym(following)
                and (len(words) == count + 1 or _heads_post(text, words[count:]))
                and following not in _COMPANY
            )
            or (has_role_word(text[slice(*rest)]) and not is_word(following))
        ):
            return shift_name(name, start), rest
    return None


def _heads_post(text: str, words: list[tuple[int, int]]) -> bool:
    """Tell whether a post stands behind the letters that open it: "HR [Manager]"."""
    letters, post = (text[slice(*x)] for x in words[:2])
    return letters not in _AFTER_NAMES and starts_role(post) and len(words) < _FEW


_AFTER_NAMES = ("MP", "MSP", "MEP", "MLA", "TD", "MHK", "MBE", "OBE", "JP")
_FEW = 4  # words, with the letters


def _is_whence(name: Name, words: str) -> bool:
    """Tell whether "of" behind a name says whose somebody is, or from where.

    >>> _is_whence(Name("Al Roe", 0, 6, "Roe", "Al"), "of the Ramblers")
    True
    """
    sure = bool(name.given) and evidence(name) and _OF_NAMED.match(words) is not None
    return sure or has_organisation_word(words) or is_firm(words)


_OF_NAMED = re.compile(r"of\s(?:the\s)?[A-Z\d]")


_COMPANY = ("LLP", "PLC", "LLC", "LTD")  # end a body's name


def _without_field(
    text: str, name: Name, last: int, start: int, following: str
) -> Name | None:
    """Return the name before "Events Assistant": a field that it seemed to end in."""
    if not _FIELDED.fullmatch(following) or len(name.name.split()) < _WITH_FIELD:
        return None
    field = text[last : start + name.end].casefold()
    if field in words_of("surnames.tsv") or is_given(field) or "-" in field:
        return None
    return parse_name(text[start:last].rstrip())


_WITH_FIELD = 3  # words: a given name, a surname, and what may be a field
# what nobody is called without the field before it
_FIELDED = re.compile(
    r"(?:Assistant|Officer|Manager|Advis[eo]r|Co-?ordinator|Specialist|Analyst)[,.]?"
)


def ends_in_post(text: str, name: Name) -> bool:
    """Tell whether a name takes in the post behind it: "Ada Penrose Parish Clerk"."""
    if name.name.count(" ") < _WITH_FIELD:
        return False
    parted = name_before_role(text, name.start, name.end)
    if parted is None or not has_role_word(text[slice(*parted[1])]):
        return False
    return not is_word(text[slice(*parted[1])].split()[0])


def led_by_post(name: Name) -> bool:
    """Tell whether a name takes in a post before it: "Roadmaster Tom Holt"."""
    words = name.given.split()
    if words[:1] == ["VP"]:
        return True
    return len(words) > 1 and has_role_word(words[0]) and not is_given(words[0])
