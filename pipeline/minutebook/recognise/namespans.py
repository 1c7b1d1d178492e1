"""Finds the stretches of running text that name a person, and what speaks for each.

A name is found by what stands in it or around it, never by its being capitalised
alone: a title, a given name, initials, a post behind it, a verb of speech, or a name
beside it in a list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from minutebook.grammar.names import LOWER, UPPER, words_of

_GIVEN_FILE = "given_names.tsv"
_CUES = "person_cues.tsv"

# One capitalised word, initial or acronym: "O'Dea", "Penrose-Holt", "J.", "MacLeod"
_TOKEN = re.compile(
    rf"""(?<![{UPPER}{LOWER}0-9_'’@\\.-])
    (?: (?:Cllr|Councillor|Mrs|Mr|Dr)(?=[{UPPER}][{LOWER}])
      | [{UPPER}]\.(?:[ ]?[{UPPER}]\.(?![{LOWER}]))* | [{UPPER}][{UPPER}{LOWER}]*
        (?: ['’‘`-][{UPPER}{LOWER}]+ ){{0,3}} ) (?![0-9_@])
    |(?<=[ ])[{UPPER}]\.(?=[{UPPER}][{LOWER}])
    |(?<=Cllr)[{UPPER}][{LOWER}]+|(?<=Mrs)[{UPPER}][{LOWER}]+|(?<=Mr)[{UPPER}][{LOWER}]+
    |(?<=Councillor)[{UPPER}][{LOWER}]+""",
    re.VERBOSE,
)
_PARTICLES = frozenset(
    (
        "ab",
        "af",
        "al",
        "ap",
        "av",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
    )
)
_CAPITAL_PARTICLES = frozenset(
    (
        "Al",
        "Ap",
        "Bin",
        "Da",
        "De",
        "Del",
        "Della",
        "Den",
        "Der",
        "Di",
        "Dos",
        "Du",
        "El",
        "La",
        "Le",
        "Mac",
        "Mag",
        "Mc",
        "Nic",
        "Ní",
        "St",
        "Te",
        "Ter",
        "Ui",
        "Uí",
        "Van",
        "Von",
        "Ó",
    )
)
_UNFINISHED = frozenset(
    (
        "De",
        "Den",
        "Der",
        "Mac",
        "Nic",
        "Ní",
        "St",
        "St.",
        "Te",
        "Uí",
        "Van",
        "Ó",
    )
)
# " van der ", "-", " " or two: what may part two words of a name
_GAP = re.compile(
    rf"[ ]{{1,4}}(?:(?:{'|'.join(sorted(_PARTICLES))})[ ]{{1,2}}){{0,2}}$"
)
_DOTTED_TITLE = frozenset(
    (
        "ald",
        "cllr",
        "cr",
        "dr",
        "fr",
        "hon",
        "mr",
        "mrs",
        "ms",
        "prof",
        "rev",
        "revd",
        "sgt",
        "st",
    )
)
_PLURAL = words_of(_CUES, "plural-title")
_MOST_TITLES = 8  # in a row: more of them are no name


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return the folded words of each class that a token may belong to."""
    given = {
        word for kind in _given_kinds() for word in words_of(_GIVEN_FILE, kind)
    } | words_of("person_words.tsv", "given")
    return {
        "given": frozenset(given),
        "ambiguous": words_of(_GIVEN_FILE, "ambiguous"),
        "rare": words_of(_GIVEN_FILE, "rare"),
        "title": words_of("honorifics.tsv", "title"),
        "post": words_of("honorifics.tsv", "post"),
        "surname-too": words_of("person_words.tsv", "surname-too"),
        "function": words_of("not_names.tsv", "function"),
        "body": words_of("not_names.tsv", "body") | words_of("not_names.tsv", "nation"),
        "place": words_of("not_names.tsv", "place"),
        "not": words_of("not_names.tsv"),
        "office": words_of("not_names.tsv", "post"),
    }


@cache
def _given_kinds() -> tuple[str, ...]:
    from minutebook.assets import models_dir

    lines = (models_dir() / _GIVEN_FILE).read_text(encoding="utf-8").splitlines()
    return tuple(
        dict.fromkeys(k for x in lines[1:] if (k := x.split("\t")[0])[:5] == "given")
    )


@cache
def _is_slip(fold: str) -> bool:
    """Return whether a word is a long title with a slip of the pen in it.

    >>> _is_slip("councilllor"), _is_slip("councils")
    (True, False)
    """
    return 8 <= len(fold) <= 12 and any(
        Levenshtein.distance(fold, x, score_cutoff=2) <= (1 if len(x) < 10 else 2)
        and abs(len(fold) - len(x)) < 2
        for x in ("councillor", "inspector", "councillors", "constable", "professor")
    )


@dataclass(frozen=True, slots=True)
class Token:
    """One capitalised word, what it may be, and what joins it to the one before."""

    text: str
    start: int
    end: int
    fold: str
    initial: bool
    title: bool
    given: bool
    ambiguous: bool
    barred: bool  # never part of a name
    also: bool  # a common word that is a surname too
    caps: bool
    joined: bool = False  # goes on from the token before
    particle: str = ""  # "van der" before it

    @property
    def surname(self) -> bool:
        """Return whether the word may be a surname."""
        return not (self.initial or self.title or self.barred) and len(self.text) > 1


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text: `start` to `end` without titles; what speaks for it."""

    start: int
    end: int
    given: str  # "" where there is only a surname, "J A" for initials
    surname: str  # "" where there is only a given name
    titles: str
    rule: str
    certainty: float


def find_tokens(view: str) -> list[Token]:
    """Return the capitalised words of a text in their order."""
    found: list[Token] = []
    end = -1000
    for match in _TOKEN.finditer(view):
        start = match.start()
        joined, particle = False, ""
        if 0 < start - end <= 14:
            gap = view[end:start]
            if gap in (" ", "  ", "   "):
                joined = True
            elif gap[0] in ". " and found and _joins(gap, found[-1]):
                joined = True
                particle = " ".join(gap.strip(". ").split())
        elif start == end and found and (found[-1].initial or found[-1].title):
            joined = True
        token = _token(match[0], start, match.end(), joined, particle)
        found.append(token)
        end = token.end
    return found


def _joins(gap: str, before: Token) -> bool:
    if gap[0] == ".":
        return (before.fold in _DOTTED_TITLE or before.initial) and bool(
            re.fullmatch(r"\.[ ]{0,3}", gap)
        )
    return bool(_GAP.match(gap))


_OWNS = frozenset(("'s", "’s", "'S", "’S"))


def _token(text: str, start: int, end: int, joined: bool, particle: str) -> Token:
    if text[-2:] in _OWNS:
        text, end = text[:-2], end - 2
    return Token(text, start, end, *_classify(text), joined, particle)


@cache
def _classify(text: str) -> tuple[str, bool, bool, bool, bool, bool, bool, bool]:
    """Return the fold of a word, then: initial, title, given, ambiguous, barred..."""
    fold = text.casefold().rstrip(".")
    kinds = _kinds()
    bare = text.replace(".", "").replace(" ", "")
    initial = len(bare) == 1 or ("." in text and bare.isupper() and len(bare) <= 4)
    title = not initial and fold in kinds["title"] and text[0].isupper()
    also = fold in kinds["surname-too"]
    first = fold.split("-")[0]
    given = not initial and (fold in kinds["given"] or first in kinds["given"])
    ambiguous = fold in kinds["ambiguous"]
    barred = not initial and (
        (fold in kinds["not"] and not also)
        or fold in kinds["post"]
        or (fold.endswith("s'") and len(fold) > 3)
    )
    caps = len(text) > 1 and text.isupper()
    if 2 < len(text) < 5 and text[:2].isupper() and text[2:].islower():
        barred = True  # "ACa", "PWh": initials
    return fold, initial, title, given, ambiguous, barred, also, caps


# ------------------------------------------------------------------------- evidence

_SPEECH = (
    r"said|says|reported|reports|advised|asked|explained|stated|informed|confirmed|noted"
    r"|suggested|thanked|agreed|proposed|seconded|welcomed|presented|introduced|gave"
    r"|updated|outlined|commented|raised|queried|expressed|apologi[sz]ed|attended|joined"
    r"|left|arrived|declared|told|offered|volunteered|replied|responded|requested|spoke"
    r"|highlighted|added|pointed|felt|moved|summari[sz]ed|mentioned|emphasi[sz]ed|opened"
    r"|closed|chaired|took|will|would|has|had|is|was|to|and|also|then|wished|undertook"
)
# "Ada Penrose reported": somebody does it
_DOES = re.compile(rf"['’]?s?[ ,]{{1,2}}(?:{_SPEECH})\b")
# "Tam Okoro (TO)", "Tam Okoro, Clerk", "Tam Okoro - Treasurer"
_INITIALS_AFTER = re.compile(r"[ ]?[(\[][ ]?(?P<initials>[A-Z][A-Za-z]{1,3})[ ]?[)\]]")
# "thanked Tam Okoro", "seconded by Okoro"
_TO_WHOM = re.compile(
    r"""\b(?:thank(?:ed|s)?|welcom(?:ed|ing)|congratulat\w+|invit(?:ed|ing)|elect(?:ed|ing)
    |appoint(?:ed|ing)|nominat(?:ed|ing)|contact(?:ed|ing)?|ask(?:ed|ing)?|met\s+with
    |(?:(?:pro|op)posed?|second(?:ed)?|moved?|chaired|presented|introduced|prop|sec(?:'d)?
    |written|signed|submitted|raised|led|given|reported|received|represented|circulated)
    \.?(?:\s+(?:by|from))?\s*:?|by|from|with|told|inform(?:ed|ing)|for|named|called|to)
    \s*:?\s+$""",
    re.X | re.I,
)
_MOVED_BY = re.compile(
    r"(?:propos(?:ed|er)|second(?:ed|er)?|moved|mover|prop|sec['’]?d?)\.?"
    r"\s*(?:by\b|:|-|–|(?<=\.))\s*[:\-–]?\s*$",
    re.I,
)
_LINE_END = re.compile(r"[ ]*(?:\n|$|[,(-])")
_LISTED_BEFORE = re.compile(rf"[{LOWER}](?:\)|\])?,[ ]$|[ ]and[ ]$|&[ ]$")
_LISTED_AFTER = re.compile(rf"[ ]?(?:,[ ][{UPPER}]|and[ ][{UPPER}]|[.]?\n|[(\[])|$")
_MOVED_END = re.compile(r"[ ]?(?:[,.;)\n]|$|(?:and|&)[ ]|(?:and[ ])?second)")
_PLACE_BEFORE = re.compile(
    r"\b(?:at|in|near|on|along|of|outside|opposite|behind|around|off|via|towards?|into|"
    r"between|through|beside|past|the)\s+(?:the\s+)?$",
    re.I,
)
_PLACE_WORDS = words_of(_CUES, "place-surname")
_SELDOM = words_of(_CUES, "place-seldom-surname")
# What follows a name that is no person's: "Tom Holt Award", "Ada Penrose School"
_THING_WORDS = words_of(_CUES, "thing")


class NameFinder:
    """Finds names in one text, by what it knows of the people it has met there."""

    def __init__(
        self,
        text: str,
        view: str,
        surnames: Collection[str],
        givens: Collection[str],
        initials_used: bool = False,
    ) -> None:
        self._text = text
        self._view = view
        self._tokens = find_tokens(view)
        self._surnames = frozenset(surnames)
        self._givens = frozenset(givens)
        self._small = frozenset(re.findall(r"(?<![\w'’])[a-z]{3,}", view))
        self._initials_used = initials_used
        self._acronyms = self._find_acronyms()
        self._plural = False  # a list that a plural title opened goes on
        self._after_name = -1  # the token behind the last name
        self._in_run = 0  # names side by side without a mark between them

    @property
    def tokens(self) -> list[Token]:
        """Return every capitalised word of the text."""
        return self._tokens

    def find(self) -> Iterator[Found]:
        """Yield the names in the order of the text."""
        tokens = self._tokens
        index = 0
        last_end = 0
        while index < len(tokens):
            token = tokens[index]
            self._plural = self._plural and self._goes_on(last_end, token.start)
            found, taken = self._at(index)
            found = [x for x in found if self._sound(x)]
            if found:
                yield from found
                self._in_run = self._in_run + 1 if token.joined else 1
                index += taken
                self._after_name = index
                last_end = tokens[index - 1].end
            else:
                index += 1
                last_end = token.end if token.title else last_end
                if token.title and token.fold in _PLURAL:
                    self._plural = True
                    last_end = token.end

    def _new_line(self, token: Token) -> bool:
        """Return whether the token begins a line that the view has joined."""
        gap = self._text[max(0, token.start - 4) : token.start]
        return "\n" in gap[len(gap.rstrip()) :]

    def alone(self, surnames: Collection[str]) -> Iterator[Found]:
        """Yield the surnames that stand alone, of people met in the text only."""
        for index, token in enumerate(self._tokens):
            if token.fold not in surnames or not token.surname:
                continue
            if not token.given and not token.also:
                yield from self._surname(index)[0]

    def _find_acronyms(self) -> frozenset[str]:
        """Return dotted letters that stand before several words: "N.C.C. Bus"."""
        behind: dict[str, set[str]] = {}
        for one, two in zip(self._tokens, self._tokens[1:], strict=False):
            if one.initial and two.joined and len(one.text) > 2:
                behind.setdefault(one.text, set()).add(two.fold)
        return frozenset(k for k, v in behind.items() if len(v) > 1 or k.count(".") > 2)

    def _goes_on(self, end: int, start: int) -> bool:
        gap = self._view[end:start]
        if len(gap) > 40:
            return False
        gap = re.sub(r"\([^()]{0,30}\)", "", gap)
        return bool(re.fullmatch(r"[\s,&:]*(?:and|plus)?[\s,&]*", gap))

    # -- one place

    def _at(self, index: int) -> tuple[list[Found], int]:
        """Return the names that begin with a token, and how many tokens they take."""
        token = self._tokens[index]
        if token.title and not (token.given and self._is_given_here(index)):
            return self._titled(index)
        if token.initial:
            return self._initialled(index, index, "", "name-initials")
        if self._known_given(token) and token.surname:
            for read in (self._couple, self._given):
                found = read(index)
                if found[0]:
                    return found
        if token.surname and self._plural and not token.joined:
            return self._listed(index)
        if token.surname:
            return self._by_evidence(index)
        return [], 1

    def _known_given(self, token: Token) -> bool:
        if token.title:
            return False
        return token.given or (token.fold in self._givens and not token.also)

    def _is_given_here(self, index: int) -> bool:
        """Return whether a title that is a given name too ("Dean") is the name here."""
        after = self._next(index)
        return bool(
            after
            and after.surname
            and not after.given
            and not (
                index and self._tokens[index].joined and self._tokens[index - 1].given
            )
            and self._tokens[index].fold
            not in ("major", "judge", "sister", "earl", "duke")
        )

    def _next(self, index: int) -> Token | None:
        tokens = self._tokens
        if index + 1 < len(tokens) and tokens[index + 1].joined:
            return tokens[index + 1]
        return None

    # -- with a title

    def _titled(self, index: int) -> tuple[list[Found], int]:
        """Return the name behind one title or several."""
        tokens = self._tokens
        place = index
        titles = [tokens[place].text]
        plural = tokens[place].fold in _PLURAL
        couple = self._couple_titles(index)
        if couple:
            return couple
        while (after := self._next(place)) and after.title:
            if len(titles) == _MOST_TITLES:
                return [], len(titles)
            place += 1
            titles.append(after.text)
            plural = plural or after.fold in _PLURAL
        after = self._next(place)
        if after is None:
            return [], 1
        if tokens[place].text in _CAPS_DOUBTFUL and not (
            after.caps and len(after.text) > 3
        ):
            return [], 1
        self._plural = self._plural or plural
        written = " ".join(titles)
        weak = all(x.casefold() in _WEAK for x in titles)
        name, end = self._read_name(place + 1, weak)
        if name is None:
            return [], 1
        if all(x.casefold() in _WEAKEST for x in titles) and not self._fits_weak(
            place + 1, name
        ):
            return [], 1
        rule = "name-title"
        found = Found(
            name.start, name.end, name.given, name.surname, written, rule, 0.98
        )
        return [found], end - index

    def _fits_weak(self, index: int, name: Found) -> bool:
        """Return whether "Governor Holt" is a person, not "Governor Secretariat"."""
        first = self._tokens[index]
        if first.fold in self._surnames or self._known_given(first):
            return True
        if first.initial:
            return True
        return not name.given and bool(_SAID_ONLY.match(self._view, name.end))

    def _read_name(self, index: int, weak: bool) -> tuple[Found | None, int]:
        """Return the name that a title announces, from the token behind it on."""
        tokens = self._tokens
        first = tokens[index]
        if first.initial or self._two_initials(index):
            found, taken = self._initialled(index, index, "", "name-title", sure=True)
            return (found[0], index + taken) if found else (None, index)
        if not first.surname and not first.particle:
            return None, index
        second = self._next(index)
        if weak and first.fold not in self._surnames:
            thing = first.fold in _THING_WORDS
            if thing or (first.also and second is not None):
                return None, index
        if second is not None and second.initial:
            third = self._next(index + 1)
            if third is not None and third.surname:
                return self._found(index, index + 2), index + 3
        takes_two = (
            second is not None
            and second.surname
            and not (second.caps and not first.caps)
            and (
                self._known_given(first)
                or second.fold in self._surnames
                or (
                    not second.given and not second.also and not self._is_common(second)
                )
                or bool(second.particle)
                or first.text in _CAPITAL_PARTICLES
            )
        )
        if takes_two and second is not None:
            third = self._next(index + 1)
            if (
                third is not None
                and (
                    first.text in _CAPITAL_PARTICLES
                    or second.text in _CAPITAL_PARTICLES
                )
                and third.surname
            ):
                return self._found(index, index + 2), index + 3
            if (
                third is not None
                and third.surname
                and self._known_given(first)
                and second.given
                and not third.given
                and not self._is_common(third)
                and third.fold not in _THING_WORDS
            ):
                return self._found(index, index + 2), index + 3
            if first.fold in self._surnames and not first.given:
                return self._found(index, index), index + 1
            return self._found(index, index + 1), index + 2
        if weak and _ABSTRACT.search(first.fold) and first.fold not in self._surnames:
            return None, index
        if weak and self._is_common(first) and first.fold not in self._surnames:
            return None, index
        if first.caps and weak and first.fold not in self._surnames:
            return None, index
        if first.text.casefold() in _NEVER_AFTER_TITLE:
            return None, index
        return self._found(index, index), index + 1

    def _sound(self, name: Found) -> bool:
        """Return whether a name does not stop in its middle: "Tóla Uí"."""
        return name.surname.rsplit(" ", 1)[-1] not in _UNFINISHED

    def _found(self, first: int, last: int) -> Found:
        """Return the name from one token to another: the last is the surname."""
        tokens = self._tokens
        view = self._view
        start = tokens[first].start
        if tokens[first].particle and first:
            lead = view[tokens[first - 1].end : start]
            start -= len(lead) - len(lead[: len(lead) - len(lead.lstrip(". "))])
        cut = last
        while cut > first and (
            tokens[cut].particle or tokens[cut - 1].text in _CAPITAL_PARTICLES
        ):
            if tokens[cut].particle:
                break
            cut -= 1
        begin = tokens[cut].start
        if tokens[cut].particle and cut > first:
            gap = view[tokens[cut - 1].end : begin]
            begin = tokens[cut - 1].end + len(gap) - len(gap.lstrip(". "))
        elif first == last:
            begin = start
        given = " ".join(view[start:begin].split())
        surname = " ".join(view[begin : tokens[last].end].split())
        return Found(start, tokens[last].end, given, surname, "", "", 0.9)

    def _is_common(self, token: Token) -> bool:
        """Return whether the text writes the word small too: a common word."""
        return token.fold in self._small or token.also

    # -- with initials

    def _two_initials(self, index: int) -> bool:
        """Return whether "JA" before a surname is somebody's initials."""
        token = self._tokens[index]
        after = self._next(index)
        return bool(
            token.caps
            and len(token.text) in (2, 3)
            and not token.given
            and not token.barred
            and after is not None
            and after.surname
            and not after.caps
        )

    def _initialled(
        self, first: int, index: int, titles: str, rule: str, sure: bool = False
    ) -> tuple[list[Found], int]:
        """Return "J. A. Holt" from its first initial on."""
        tokens = self._tokens
        place = first
        count = 1
        while (after := self._next(place)) and after.initial and count < 5:
            place += 1
            count += 1
        if after is None or not after.surname or count > 3:
            return [], count
        name = self._found(first, place + 1)
        dotted = (
            "." in name.given or self._view[tokens[first].end : after.start][:1] == "."
        )
        if not (sure or self._initials_hold(first, place + 1, dotted)):
            return [], count
        last = place + 1
        double = self._next(last)
        if (
            double is not None
            and double.surname
            and (
                after.text in _CAPITAL_PARTICLES
                or f"{after.fold}-{double.fold}" in self._surnames
            )
        ):
            last += 1
            name = self._found(first, last)
        certainty = 0.97 if sure or dotted else 0.9
        if after.caps and len(after.text) < 4:
            return [], count
        found = Found(
            name.start, name.end, name.given, name.surname, titles, rule, certainty
        )
        return [found], last - index + 1

    def _initials_hold(self, first: int, last: int, dotted: bool) -> bool:
        """Return whether initials and a word behind them are a person's."""
        tokens = self._tokens
        head, surname = tokens[first], tokens[last]
        before = tokens[first - 1] if first and head.joined else None
        if before is not None and not (before.barred or before.title or before.caps):
            return False
        if surname.fold in self._surnames:
            return True
        if surname.caps and len(surname.text) < 4:
            return False
        if head.text in ("A", "I") and not self._plural:
            return False
        if head.text in self._acronyms:
            return False
        after = self._next(last)
        if after is not None and (
            after.fold in _THING_WORDS or (after.surname and not dotted)
        ):
            return after.surname and dotted and after.fold not in _THING_WORDS
        if self._is_common(surname) and not (dotted and not surname.also):
            return self._plural or (
                bool(_DOES.match(self._view, surname.end)) and dotted
            )
        if dotted:
            return True
        return not (surname.caps or (before is not None and before.fold in _NUMBERED))

    # -- with a given name

    def _given(self, index: int) -> tuple[list[Found], int]:
        """Return "Ada Penrose" from its given name on."""
        tokens = self._tokens
        first = tokens[index]
        last = self._full_end(index)
        if last is None:
            return [], 1
        surname = tokens[last]
        before = tokens[index - 1] if first.joined else None
        if index == self._after_name or self._new_line(first):
            before = None
        after = self._next(last)
        view = self._view
        known = surname.fold in self._surnames
        signed = self._signed(first, surname)
        if before is not None and self._spoils(before) and not known and not signed:
            return [], 1
        if after is not None and not known and self._is_thing(after):
            return [], 1
        if not known:
            if surname.fold in _PLACE_WORDS and (
                first.ambiguous
                or (surname.fold in _SELDOM and not self._witness(index, last))
                or _PLACE_BEFORE.search(view[max(0, first.start - 24) : first.start])
            ):
                return [], 1
            if surname.fold in _THING_WORDS and surname.fold not in _PLACE_WORDS:
                return [], 1
            if first.ambiguous and self._doubtful(first, surname):
                return [], 1
            if first.fold in _kinds()["rare"] and not self._witness(index, last):
                return [], 1
            if (first.caps or surname.caps) and not (first.caps and surname.caps):
                return [], 1
            if surname.caps and (len(surname.text) < 4 or self._is_common(surname)):
                return [], 1
            if self._shorthand(first, surname):
                return [], 1
        name = self._found(index, last)
        rule = "name-given" if not known else "name-known-surname"
        found = Found(name.start, name.end, name.given, name.surname, "", rule, 0.95)
        return [found], last - index + 1

    def _witness(self, first: int, last: int) -> bool:
        """Return whether something besides its words says that a name is a person's."""
        tokens = self._tokens
        end = tokens[last].end
        view = self._view
        if self._signed(tokens[first], tokens[last]) or self._role_behind(end):
            return True
        if _SAID_ONLY.match(view, end) or (first == self._after_name and self._in_run):
            return True
        before = view[max(0, tokens[first].start - 30) : tokens[first].start]
        if _TO_WHOM.search(before) and not _PLACE_BEFORE.search(before):
            return True
        line = view.rfind("\n", 0, tokens[first].start) + 1
        lone = not view[line : tokens[first].start].strip(" \t•*-")
        if lone and _LINE_END.match(view, end):
            return True
        return bool(_LISTED_BEFORE.search(before)) and bool(
            _LISTED_AFTER.match(view, end)
        )

    def _signed(self, first: Token, surname: Token) -> bool:
        """Return whether the initials of the name stand in brackets behind it."""
        match = _INITIALS_AFTER.match(self._view, surname.end)
        return bool(
            match
            and match["initials"][0] == first.text[0]
            and surname.text[0].upper() in match["initials"][1:].upper()
        )

    def _full_end(self, index: int) -> int | None:
        """Return the token that ends a full name whose given name stands at `index`."""
        second = self._next(index)
        if second is None:
            nick = self._nickname(index)
            return nick
        if second.initial:
            third = self._next(index + 1)
            return index + 2 if third is not None and third.surname else None
        if not second.surname and second.text not in _CAPITAL_PARTICLES:
            return None
        third = self._next(index + 1)
        if third is None:
            return index + 1
        if second.text in _CAPITAL_PARTICLES and third.surname:
            fourth = self._next(index + 2)
            if third.text in _CAPITAL_PARTICLES and fourth and fourth.surname:
                return index + 3
            return index + 2
        if third.initial and self._next(index + 2) is None:
            return index + 1
        if second.initial or not third.surname:
            return index + 1
        if third.particle or third.text in _CAPITAL_PARTICLES:
            return index + 2 if third.particle else index + 1
        fourth = self._next(index + 2)
        short = fourth is None or not (fourth.surname or fourth.given)
        if (
            short
            and second.given
            and not third.caps
            and not third.also
            and third.fold not in _THING_WORDS
            and second.fold not in self._surnames
        ):
            return index + 2
        return index + 1

    def _nickname(self, index: int) -> int | None:
        """Return the end of "Thomas (Tosh) Penrose"."""
        tokens = self._tokens
        if index + 2 >= len(tokens):
            return None
        called, surname = tokens[index + 1], tokens[index + 2]
        gap = self._view[tokens[index].end : called.start]
        behind = self._view[called.end : surname.start]
        if gap in (" (", " '", " ‘", ' "', " “") and behind in (
            ") ",
            "' ",
            "’ ",
            '" ',
            "” ",
        ):
            return index + 2 if surname.surname and len(called.text) > 2 else None
        return None

    def _spoils(self, before: Token) -> bool:
        """Return whether the word before makes "Queen Margaret Way" of a name."""
        if before.barred or before.title or before.caps or before.initial:
            return before.fold in _SAINTS
        if before.fold in _SAINTS:
            return True
        return not self._is_common(before) and not before.given and not before.also

    def _is_thing(self, after: Token) -> bool:
        return after.fold in _THING_WORDS

    def _doubtful(self, first: Token, surname: Token) -> bool:
        """Return whether "Grant Application" is rather a thing than a person."""
        if self._is_common(surname):
            return True
        if re.search(
            r"(?:tion|ment|ness|ities|ity|ance|ence|ship|ing|ings|ers)$", surname.fold
        ):
            return not _DOES.match(self._view, surname.end)
        before = self._view[max(0, first.start - 24) : first.start]
        place = bool(_PLACE_BEFORE.search(before))
        return place and not _DOES.match(self._view, surname.end)

    def _shorthand(self, first: Token, surname: Token) -> bool:
        return surname.text.isupper() and not first.text.isupper()

    # -- couples

    def _couple_titles(self, index: int) -> tuple[list[Found], int] | None:
        """Return both of "Mr and Mrs M Holt"."""
        tokens = self._tokens
        if index + 2 >= len(tokens):
            return None
        first, second = tokens[index], tokens[index + 1]
        gap = self._view[first.end : second.start]
        if not second.title or not re.fullmatch(r"\.?\s{0,2}(?:&|and)\s{1,2}", gap):
            return None
        after = self._next(index + 1)
        if after is None:
            return None
        if self._couple_given(index + 2):
            pair = self._couple(index + 2)
            return (pair[0], pair[1] + 2) if pair[0] else None
        name, end = self._read_name(index + 2, weak=False)
        if name is None:
            return None
        husband = Found(
            name.start,
            name.end,
            name.given,
            name.surname,
            first.text,
            "name-couple",
            0.95,
        )
        start = name.end - len(name.surname)
        wife = Found(start, name.end, "", name.surname, second.text, "name-couple", 0.9)
        return [husband, wife], end - index

    def _couple_given(self, index: int) -> bool:
        tokens = self._tokens
        if index + 1 >= len(tokens):
            return False
        gap = self._view[tokens[index].end : tokens[index + 1].start]
        return bool(re.fullmatch(r"\s{1,2}(?:&|and)\s{1,2}", gap))

    def _couple(self, index: int) -> tuple[list[Found], int]:
        """Return both of "Ada and Tom Penrose"."""
        tokens = self._tokens
        if not self._couple_given(index) or index + 2 >= len(tokens):
            return [], 0
        before = tokens[index - 1] if tokens[index].joined else None
        if before and not before.title and not before.barred:
            return [], 0
        second = tokens[index + 1]
        if not self._known_given(second):
            return [], 0
        last = self._full_end(index + 1)
        if last is None or tokens[last].barred or tokens[last].fold in _THING_WORDS:
            return [], 0
        surname = tokens[last].text
        other = self._found(index + 1, last)
        first = Found(
            tokens[index].start,
            tokens[index].end,
            tokens[index].text,
            other.surname or surname,
            "",
            "name-couple",
            0.93,
        )
        both = Found(
            other.start, other.end, other.given, other.surname, "", "name-couple", 0.95
        )
        return [first, both], last - index + 1

    # -- lists and other evidence

    def _listed(self, index: int) -> tuple[list[Found], int]:
        """Return a surname in a list that "Councillors" opened."""
        token = self._tokens[index]
        if token.given and self._next(index) is not None:
            return self._given(index)
        after = self._next(index)
        if (
            after is not None
            and after.surname
            and not self._is_common(after)
            and after.text not in _CAPITAL_PARTICLES
            and token.text not in _CAPITAL_PARTICLES
        ):
            name = self._found(index, index + 1)
            found = Found(
                name.start, name.end, name.given, name.surname, "Cllr", "name-list", 0.9
            )
            return [found], 2
        last = self._over_particles(index)
        name = self._found(index, last)
        found = Found(
            name.start, name.end, name.given, name.surname, "Cllr", "name-list", 0.93
        )
        return [found], last - index + 1

    def _over_particles(self, index: int) -> int:
        """Return the end of "Tóla Uí Bhriain", which a particle holds together."""
        tokens = self._tokens
        for last in (index, index + 1):
            after = self._next(last)
            if after is None:
                break
            if (
                after.text in _CAPITAL_PARTICLES
                or tokens[last].text in _CAPITAL_PARTICLES
            ):
                further = self._next(last + 1)
                return last + 2 if further is not None and further.surname else last + 1
        return index

    def _by_evidence(self, index: int) -> tuple[list[Found], int]:
        """Return a name of unknown words, where what stands around it says so."""
        tokens = self._tokens
        first = tokens[index]
        view = self._view
        second = self._next(index)
        if (
            index == self._after_name
            and first.joined
            and self._in_run > 1
            and second is not None
            and second.surname
            and not (first.also or second.also or first.caps or second.caps)
        ):
            name = self._found(index, index + 1)
            found = Found(
                name.start, name.end, name.given, name.surname, "", "name-run", 0.75
            )
            return [found], 2
        if second is not None and second.surname and _is_slip(first.fold):
            read, end = self._read_name(index + 1, weak=True)
            if read is not None:
                found = Found(
                    read.start,
                    read.end,
                    read.given,
                    read.surname,
                    "Cllr" if first.fold[0] == "c" else "",
                    "name-title-slip",
                    0.85,
                )
                return [found], end - index
        free = not first.joined or self._after_office(index)
        if not free and first.fold not in self._surnames:
            return [], 1
        if second is not None and second.surname and not first.caps and not second.caps:
            third = self._next(index + 1)
            alone = third is None or third.barred
            if alone and self._speaks(index, index + 1):
                name = self._found(index, index + 1)
                found = Found(
                    name.start,
                    name.end,
                    name.given,
                    name.surname,
                    "",
                    "name-evidence",
                    0.8,
                )
                return [found], 2
        if first.fold in self._surnames and not first.also:
            return self._surname(index)
        if (
            second is None
            and _MOVED_BY.search(view[max(0, first.start - 24) : first.start])
            and _MOVED_END.match(view, first.end)
        ) and not (
            self._is_common(first)
            or first.caps
            or first.given
            or _ABSTRACT.search(first.fold)
        ):
            name = self._found(index, index)
            found = Found(name.start, name.end, "", name.surname, "", "name-mover", 0.8)
            return [found], 1
        return [], 1

    def _surname(self, index: int) -> tuple[list[Found], int]:
        """Return a known surname that stands alone."""
        first = self._tokens[index]
        after = self._next(index)
        before = self._tokens[index - 1] if first.joined else None
        if after is not None and (after.surname or after.fold in _THING_WORDS):
            return [], 1
        if before is not None and not (before.barred or before.title):
            return [], 1
        if self._is_common(first) or first.caps:
            return [], 1
        name = self._found(index, index)
        found = Found(name.start, name.end, "", name.surname, "", "name-surname", 0.85)
        return [found], 1

    def _after_office(self, index: int) -> bool:
        before = self._tokens[index - 1]
        return before.fold in _kinds()["office"]

    def _speaks(self, first: int, last: int) -> bool:
        """Return whether what stands around two unknown words names a person."""
        tokens = self._tokens
        one, two = tokens[first], tokens[last]
        if self._is_common(one) or self._is_common(two):
            return False
        view = self._view
        if two.fold in self._surnames and one.fold not in self._surnames:
            return two.fold not in _PLACE_WORDS
        match = _INITIALS_AFTER.match(view, two.end)
        if match and self._initials_used:
            given = match["initials"].upper()
            return given[0] == one.text[0] and two.text[0] in given[1:]
        if two.fold in _THING_WORDS or one.fold in _SAINTS:
            return False
        if self._role_behind(two.end):
            return True
        before = view[max(0, one.start - 30) : one.start]
        if _PLACE_BEFORE.search(before):
            return False
        return bool(_HUMAN.match(view, two.end)) and not before.endswith("the ")

    def _role_behind(self, end: int) -> bool:
        """Return whether ", Clerk" or " - Treasurer" or " (Chair)" follows."""
        match = re.compile(r"(?:,[ ]|[ ][-–][ ]|[ ]?[(\[])(?:the[ ])?").match(
            self._view, end
        )
        if not match:
            return False
        word = re.compile(r"[A-Za-z-]+").match(self._view, match.end())
        return bool(word and word[0].casefold() in _OFFICES and word[0][0].isupper())


_SAID_ONLY = re.compile(
    r"[ ](?:said|reported|advised|asked|explained|stated|informed|confirmed|suggested"
    r"|thanked|proposed|seconded|commented|queried|apologi[sz]ed|told|replied|responded"
    r"|pointed|summari[sz]ed|volunteered|chaired|spoke)\b"
)
# What a company does not do
_HUMAN = re.compile(
    r"[ ](?:asked|explained|thanked|seconded|queried|apologi[sz]ed|replied|volunteered"
    r"|chaired|spoke)\b"
)
_OFFICES = words_of(_CUES, "office-behind")
_WEAK = words_of(_CUES, "title-weak")
_CAPS_DOUBTFUL = frozenset(
    (
        "COUN",
        "CR",
        "DI",
        "DR",
        "DS",
        "HON",
        "MR",
        "MS",
        "REV",
        "SIR",
    )
)
# Words that are a title only before a name that is one for other reasons
_WEAKEST = words_of(_CUES, "title-weakest")
_NEVER_AFTER_TITLE = words_of(_CUES, "never-after-title")
_NUMBERED = words_of(_CUES, "numbered")
_ABSTRACT = re.compile(r"(?:tion|ment|ments|ance|ances|ities|ship)s?$")
_SAINTS = words_of(_CUES, "no-given")
