"""What a finder of names knows of its text, and asks of the words around a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from functools import cached_property

from minutebook.grammar.leaps import leaping
from minutebook.grammar.names import words_of
from minutebook.recognise.nametokens import (
    CAPITAL_PARTICLES,
    CUES,
    UNFINISHED,
    Found,
    Token,
    find_tokens,
    kinds_of_words,
    with_callings,
)

_SPEECH = (
    r"said|says|reported|reports|advised|asked|explained|stated|informed|confirmed|noted"
    r"|suggested|thanked|agreed|proposed|seconded|welcomed|presented|introduced|gave"
    r"|updated|outlined|commented|raised|queried|expressed|apologi[sz]ed|attended|joined"
    r"|left|arrived|declared|told|offered|volunteered|replied|responded|requested|spoke"
    r"|highlighted|added|pointed|felt|moved|summari[sz]ed|mentioned|emphasi[sz]ed|opened"
    r"|closed|chaired|took|will|would|has|had|is|was|to|and|also|then|wished|undertook"
)
# "Ada Penrose reported": somebody does it
DOES = re.compile(rf"['’]?s?[ ,]{{1,2}}(?:{_SPEECH})\b")
# "Tam Okoro (TO)", "Tam Okoro, Clerk", "Tam Okoro - Treasurer"
_INITIALS_AFTER = re.compile(r"[ ]?[(\[][ ]?(?P<initials>[A-Z][A-Za-z]{1,3})[ ]?[)\]]")
PLACE_BEFORE = leaping(
    r"\b(?:at|in|near|on|along|of|outside|opposite|behind|around|off|via|towards?|into|"
    r"between|through|beside|past|the)\s+(?:the\s+)?$",
    re.I,
)
PLACE_WORDS = words_of(CUES, "place-surname")
# What follows a name that is no person's: "Tom Holt Award", "Ada Penrose School"
THING_WORDS = words_of(CUES, "thing")
SAID_ONLY = re.compile(
    r"[ ](?:said|reported|advised|asked|explained|stated|informed|confirmed|suggested"
    r"|thanked|proposed|seconded|commented|queried|apologi[sz]ed|told|replied|responded"
    r"|pointed|summari[sz]ed|volunteered|chaired|spoke)\b"
)
# What a company does not do
_HUMAN = re.compile(
    r"[ ](?:asked|explained|thanked|seconded|queried|apologi[sz]ed|replied|volunteered"
    r"|chaired|spoke)\b"
)
# "A. Fees": the letter of a part
_LETTER = re.compile(r"(?:^|\n)[ \t*#|_-]{0,8}([A-C])[.][ \t]{1,6}[A-Z]")
_OFFICES = words_of(CUES, "office-behind")
_SAINTS = words_of(CUES, "no-given")
# a word's first letters where they are small; the rest is passed with it
_SMALL = re.compile(r"([a-z]{3,})[\w'’]*|[\w'’]+")


def _small_words(view: str, folds: Set[str]) -> Set[str]:
    """Return which of some folded words a text writes small, if only as a beginning.

    >>> folds = {"ash", "elm", "ivy", "oak", "to", "tree"}
    >>> sorted(_small_words("The ash-tree, ivy Oak (elm) to", folds))
    ['ash', 'elm', 'ivy', 'tree']
    """
    words = {*view.split()}
    mixed = [
        x
        for x in words
        if not (x.isalpha() and x.isascii()) or (x[0].islower() and not x.islower())
    ]
    small = words.intersection(x for x in folds if len(x) > 2 and x.isalpha())
    found = {x for x in small if x.isascii()}.union(_SMALL.findall(" ".join(mixed)))
    return found.intersection(folds)


_AND_BETWEEN = re.compile(r"\s{1,2}(?:&|and)\s{1,2}")
_IN_BRACKETS = re.compile(r"\([^()]{0,30}\)")
_LINKED = re.compile(r"[\s,&:]*(?:and|plus)?[\s,&]*")


class Scene:
    """One text as a finder of names sees it: its words, and who was met in it."""

    def __init__(
        self,
        text: str,
        view: str,
        surnames: Collection[str],
        givens: Collection[str],
        initials_used: bool,
    ) -> None:
        self.text = text
        self.view = view
        self.tokens = with_callings(view, find_tokens(view))
        self.surnames = frozenset(surnames)
        self.givens = frozenset(givens)
        self.small = _small_words(view, {x.fold for x in self.tokens})
        self.initials_used = initials_used
        self.acronyms = self.find_acronyms()

    @cached_property
    def lettered(self) -> bool:
        """Tell whether letters head the text's parts: "A. Fees" and "B. Roads"."""
        return len({*_LETTER.findall(self.text)} & {*"ABC"}) > 1

    def heads_part(self, token: Token) -> bool:
        """Return whether a letter may head a part: it begins a line of such a text."""
        line = self.text.rfind("\n", 0, token.start) + 1
        lone = not self.text[line : token.start].strip(" \t•*-#|_")
        return lone and self.lettered

    def find_acronyms(self) -> frozenset[str]:
        """Return dotted letters that stand before several words: "N.C.C. Bus"."""
        behind: dict[str, set[str]] = {}
        for one, two in zip(self.tokens, self.tokens[1:], strict=False):
            if one.initial and two.joined and len(one.text) > 2:
                behind.setdefault(one.text, set()).add(two.fold)
        return frozenset(k for k, v in behind.items() if len(v) > 1 or k.count(".") > 2)

    def new_line(self, token: Token) -> bool:
        """Return whether the token begins a line that the view has joined."""
        gap = self.text[max(0, token.start - 4) : token.start]
        return "\n" in gap[len(gap.rstrip()) :]

    def goes_on(self, end: int, start: int) -> bool:
        gap = self.view[end:start]
        if len(gap) > 40:
            return False
        gap = _IN_BRACKETS.sub("", gap)
        return bool(_LINKED.fullmatch(gap))

    def known_given(self, token: Token) -> bool:
        if token.title:
            return False
        return token.given or (token.fold in self.givens and not token.also)

    def is_given_here(self, index: int) -> bool:
        """Return whether a title that is a given name too ("Dean") is the name here."""
        after = self.next(index)
        return bool(
            after
            and after.surname
            and not after.given
            and not (
                index and self.tokens[index].joined and self.tokens[index - 1].given
            )
            and self.tokens[index].fold
            not in ("major", "judge", "sister", "earl", "duke")
        )

    def next(self, index: int) -> Token | None:
        tokens = self.tokens
        if index + 1 < len(tokens) and tokens[index + 1].joined:
            return tokens[index + 1]
        return None

    def fits_weak(self, index: int, name: Found) -> bool:
        """Return whether "Governor Holt" is a person, not "Governor Secretariat"."""
        first = self.tokens[index]
        if first.fold in self.surnames or self.known_given(first):
            return True
        if first.initial:
            return True
        return not name.given and bool(SAID_ONLY.match(self.view, name.end))

    def is_common(self, token: Token) -> bool:
        """Return whether the text writes the word small too: a common word."""
        return token.fold in self.small or token.also

    def two_initials(self, index: int) -> bool:
        """Return whether "JA" before a surname is somebody's initials."""
        token = self.tokens[index]
        after = self.next(index)
        return bool(
            token.caps
            and len(token.text) in (2, 3)
            and not token.given
            and not token.barred
            and after is not None
            and after.surname
            and not after.caps
        )

    def signed(self, first: Token, surname: Token) -> bool:
        """Return whether the initials of the name stand in brackets behind it."""
        match = _INITIALS_AFTER.match(self.view, surname.end)
        return bool(
            match
            and match["initials"][0] == first.text[0]
            and surname.text[0].upper() in match["initials"][1:].upper()
        )

    def full_end(self, index: int) -> int | None:
        """Return the token that ends a full name whose given name stands at `index`."""
        second = self.next(index)
        if second is None:
            nick = self.nickname(index)
            return nick
        if second.initial:
            third = self.next(index + 1)
            return index + 2 if third is not None and third.surname else None
        if not second.surname and second.text not in CAPITAL_PARTICLES:
            return None
        third = self.next(index + 1)
        if third is None:
            return index + 1
        if second.text in CAPITAL_PARTICLES and third.surname:
            fourth = self.next(index + 2)
            if third.text in CAPITAL_PARTICLES and fourth and fourth.surname:
                return index + 3
            return index + 2
        if third.initial and self.next(index + 2) is None:
            return index + 1
        if second.initial or not third.surname:
            return index + 1
        if third.particle or third.text in CAPITAL_PARTICLES:
            return index + 2 if third.particle else index + 1
        fourth = self.next(index + 2)
        short = fourth is None or not (fourth.surname or fourth.given)
        if (
            short
            and second.given
            and not third.caps
            and not third.also
            and third.fold not in THING_WORDS
            and second.fold not in self.surnames
        ):
            return index + 2
        return index + 1

    def nickname(self, index: int) -> int | None:
        """Return the end of "Thomas (Tosh) Penrose"."""
        tokens = self.tokens
        if index + 2 >= len(tokens):
            return None
        called, surname = tokens[index + 1], tokens[index + 2]
        gap = self.view[tokens[index].end : called.start]
        behind = self.view[called.end : surname.start]
        if gap in (" (", " '", " ‘", ' "', " “") and behind in (
            ") ",
            "' ",
            "’ ",
            '" ',
            "” ",
        ):
            return index + 2 if surname.surname and len(called.text) > 2 else None
        return None

    def spoils(self, before: Token) -> bool:
        """Return whether the word before makes "Queen Margaret Way" of a name."""
        if before.barred or before.title or before.caps or before.initial:
            return before.fold in _SAINTS
        if before.fold in _SAINTS:
            return True
        return not self.is_common(before) and not before.given and not before.also

    def is_thing(self, after: Token) -> bool:
        return after.fold in THING_WORDS

    def doubtful(self, first: Token, surname: Token) -> bool:
        """Return whether "Grant Application" is rather a thing than a person."""
        if self.is_common(surname):
            return True
        if re.search(
            r"(?:tion|ment|ness|ities|ity|ance|ence|ship|ing|ings|ers)$", surname.fold
        ):
            return not DOES.match(self.view, surname.end)
        before = self.view[max(0, first.start - 24) : first.start]
        place = bool(PLACE_BEFORE.search(before))
        return place and not DOES.match(self.view, surname.end)

    def shorthand(self, first: Token, surname: Token) -> bool:
        return surname.text.isupper() and not first.text.isupper()

    def couple_given(self, index: int) -> bool:
        tokens = self.tokens
        if index + 1 >= len(tokens):
            return False
        gap = self.view[tokens[index].end : tokens[index + 1].start]
        return bool(_AND_BETWEEN.fullmatch(gap))

    def over_particles(self, index: int) -> int:
        """Return the end of "Tóla Uí Bhriain", which a particle holds together."""
        tokens = self.tokens
        for last in (index, index + 1):
            after = self.next(last)
            if after is None:
                break
            if (
                after.text in CAPITAL_PARTICLES
                or tokens[last].text in CAPITAL_PARTICLES
            ):
                further = self.next(last + 1)
                return last + 2 if further is not None and further.surname else last + 1
        return index

    def after_office(self, index: int) -> bool:
        before = self.tokens[index - 1]
        return before.fold in kinds_of_words()["office"]

    def speaks(self, first: int, last: int) -> bool:
        """Return whether what stands around two unknown words names a person."""
        tokens = self.tokens
        one, two = tokens[first], tokens[last]
        if self.is_common(one) or self.is_common(two):
            return False
        view = self.view
        if two.fold in self.surnames and one.fold not in self.surnames:
            return two.fold not in PLACE_WORDS
        match = _INITIALS_AFTER.match(view, two.end)
        if match and self.initials_used:
            given = match["initials"].upper()
            return given[0] == one.text[0] and two.text[0] in given[1:]
        if two.fold in THING_WORDS or one.fold in _SAINTS:
            return False
        if self.role_behind(two.end):
            return True
        before = view[max(0, one.start - 30) : one.start]
        if PLACE_BEFORE.search(before):
            return False
        return bool(_HUMAN.match(view, two.end)) and not before.endswith("the ")

    def role_behind(self, end: int) -> bool:
        """Return whether ", Clerk" or " - Treasurer" or " (Chair)" follows."""
        match = re.compile(r"(?:,[ ]|[ ][-–][ ]|[ ]?[(\[])(?:the[ ])?").match(
            self.view, end
        )
        if not match:
            return False
        word = re.compile(r"[A-Za-z-]+").match(self.view, match.end())
        return bool(word and word[0].casefold() in _OFFICES and word[0][0].isupper())

    def sound(self, name: Found) -> bool:
        """Return whether a name does not stop in its middle: "Tóla Uí"."""
        return name.surname.rsplit(" ", 1)[-1] not in UNFINISHED

    def found(self, first: int, last: int) -> Found:
        """Return the name from one token to another: the last is the surname."""
        tokens = self.tokens
        view = self.view
        start = tokens[first].start
        if tokens[first].particle and first:
            lead = view[tokens[first - 1].end : start]
            start -= len(lead) - len(lead[: len(lead) - len(lead.lstrip(". "))])
        cut = last
        while cut > first and (
            tokens[cut].particle or tokens[cut - 1].text in CAPITAL_PARTICLES
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
