"""Finds the stretches of running text that name a person, and what speaks for each.

A name is found by what stands in it or around it, never by its being capitalised
alone: a title, a given name, initials, a post behind it, a verb of speech, or a name
beside it in a list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from minutebook.grammar.leaps import leaping
from minutebook.grammar.names import LOWER, UPPER, words_of
from minutebook.recognise.initialled import read_initialled
from minutebook.recognise.namescene import (
    PLACE_BEFORE,
    PLACE_WORDS,
    SAID_ONLY,
    THING_WORDS,
    Scene,
)
from minutebook.recognise.nametokens import (
    CAPITAL_PARTICLES,
    CUES,
    MOST_TITLES,
    PLURAL,
    Found,
    Token,
    is_slip,
    kinds_of_words,
)
from minutebook.recognise.wordlists import flags_of

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
_MOVED_BY = leaping(
    r"(?:propos(?:ed|er)|second(?:ed|er)?|moved|mover|prop|sec['’]?d?)\.?"
    r"\s*(?:by\b|:|-|–|(?<=\.))\s*[:\-–]?\s*$",
    re.I,
)
_LINE_END = re.compile(r"[ ]*(?:\n|$|[,(-])")
_LISTED_BEFORE = re.compile(rf"[{LOWER}](?:\)|\])?,[ ]$|[ ]and[ ]$|&[ ]$")
_LISTED_AFTER = re.compile(rf"[ ]?(?:,[ ][{UPPER}]|and[ ][{UPPER}]|[.]?\n|[(\[])|$")
_MOVED_END = re.compile(r"[ ]?(?:[,.;)\n]|$|(?:and|&)[ ]|(?:and[ ])?second)")
_SELDOM = words_of(CUES, "place-seldom-surname")
_WEAK = words_of(CUES, "title-weak")
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
_WEAKEST = words_of(CUES, "title-weakest")
_NEVER_AFTER_TITLE = words_of(CUES, "never-after-title")
_ABSTRACT = re.compile(r"(?:tion|ment|ments|ance|ances|ities|ship)s?$")


# Contact: (Zorba Holt) Tel: 01632
_CONTACT = re.compile(
    r"(?:^|\n)[ ]*(?:Contact(?:[ ][Oo]fficer)?|(?:Report[ ])?[Aa]uthor|Enquiries[ ]to"
    r"|Lead[ ][Oo]fficer|Minutes[ ](?:taken[ ])?by|Note-?[ ]?[Tt]aker)[ ]?:[ \n]{1,3}$"
)
_REACHED = ("tel", "telephone", "email", "e-mail", "phone", "ext")


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
        self._scene = Scene(text, view, surnames, givens, initials_used)
        self._plural = False  # a list that a plural title opened goes on
        self._after_name = -1  # the token behind the last name
        self._in_run = 0  # names side by side without a mark between them

    @property
    def tokens(self) -> list[Token]:
        """Return every capitalised word of the text."""
        return self._scene.tokens

    def find(self) -> Iterator[Found]:
        """Yield the names in the order of the text."""
        tokens = self._scene.tokens
        index = 0
        last_end = 0
        while index < len(tokens):
            token = tokens[index]
            self._plural = self._plural and self._scene.goes_on(last_end, token.start)
            if not (token.surname or token.initial or token.title):
                index += 1  # no name begins with it: so do many words in capitals
                continue
            found, taken = self._at(index)
            if found:
                found = [x for x in found if self._scene.sound(x)]
            if found:
                yield from found
                self._in_run = self._in_run + 1 if token.joined else 1
                index += taken
                self._after_name = index
                last_end = tokens[index - 1].end
            else:
                index += 1
                last_end = token.end if token.title else last_end
                if token.title and token.fold in PLURAL:
                    self._plural = True
                    last_end = token.end

    def alone(self, surnames: Collection[str]) -> Iterator[Found]:
        """Yield the surnames that stand alone, of people met in the text only."""
        for index, token in enumerate(self._scene.tokens):
            if token.fold not in surnames or not token.surname:
                continue
            if not token.given and not token.also:
                yield from self._surname(index)[0]

    def _at(self, index: int) -> tuple[list[Found], int]:
        """Return the names that begin with a token, and how many tokens they take."""
        token = self._scene.tokens[index]
        if token.title and not (token.given and self._scene.is_given_here(index)):
            return self._titled(index)
        if token.initial:
            return read_initialled(
                self._scene, index, "name-initials", listed=self._plural
            )
        if self._scene.known_given(token) and token.surname:
            for read in (self._couple, self._given):
                found = read(index)
                if found[0]:
                    return found
        if token.surname and self._plural and not token.joined:
            return self._listed(index)
        if token.surname:
            return self._by_evidence(index)
        return [], 1

    def _titled(self, index: int) -> tuple[list[Found], int]:
        """Return the name behind one title or several."""
        tokens = self._scene.tokens
        place = index
        titles = [tokens[place].text]
        plural = tokens[place].fold in PLURAL
        couple = self._couple_titles(index)
        if couple:
            return couple
        while (after := self._scene.next(place)) and after.title:
            if len(titles) == MOST_TITLES:
                return [], len(titles)
            place += 1
            titles.append(after.text)
            plural = plural or after.fold in PLURAL
        after = self._scene.next(place)
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
        if all(x.casefold() in _WEAKEST for x in titles) and not self._scene.fits_weak(
            place + 1, name
        ):
            return [], 1
        rule = "name-title"
        found = Found(
            name.start, name.end, name.given, name.surname, written, rule, 0.98
        )
        return [found], end - index

    def _read_name(self, index: int, weak: bool) -> tuple[Found | None, int]:
        """Return the name that a title announces, from the token behind it on."""
        tokens = self._scene.tokens
        first = tokens[index]
        if first.initial or self._scene.two_initials(index):
            found, taken = read_initialled(
                self._scene, index, "name-title", titled=True, listed=self._plural
            )
            return (found[0], index + taken) if found else (None, index)
        if not first.surname and not first.particle:
            return None, index
        second = self._scene.next(index)
        if weak and first.fold not in self._scene.surnames:
            thing = first.fold in THING_WORDS
            if thing or (first.also and second is not None):
                return None, index
        if second is not None and second.initial:
            third = self._scene.next(index + 1)
            if third is not None and third.surname:
                return self._scene.found(index, index + 2), index + 3
        lone = second is not None and self._scene.next(index + 1) is None
        if second is not None and self._takes_two(first, second, lone):
            return self._two_or_three(index, first, second)
        if weak and self._says_thing(first):
            return None, index
        if first.text.casefold() in _NEVER_AFTER_TITLE:
            return None, index
        return self._scene.found(index, index), index + 1

    def _takes_two(self, first: Token, second: Token, lone: bool) -> bool:
        """Tell whether the second word behind a title is of the name too.

        `lone` says that no further word of a name stands behind it: a given name there
        is a surname, "Councillor Morven Keith, seconded by".
        """
        scene = self._scene
        whole = lone and not self._plural and first.fold not in scene.surnames
        return (
            second.surname
            and not (second.caps and not first.caps)
            and (
                scene.known_given(first)
                or second.fold in scene.surnames
                or (
                    (not second.given or whole)
                    and not second.also
                    and not scene.is_common(second)
                )
                or bool(second.particle)
                or first.text in CAPITAL_PARTICLES
            )
        )

    def _two_or_three(
        self, index: int, first: Token, second: Token
    ) -> tuple[Found, int]:
        """Return a name behind a title that holds two words at the least."""
        scene = self._scene
        third = scene.next(index + 1)
        if third is not None and third.surname:
            if first.text in CAPITAL_PARTICLES or second.text in CAPITAL_PARTICLES:
                return scene.found(index, index + 2), index + 3
            if (
                scene.known_given(first)
                and second.given
                and not third.given
                and not scene.is_common(third)
                and third.fold not in THING_WORDS
            ):
                return scene.found(index, index + 2), index + 3
        if first.fold in scene.surnames and not first.given:
            return scene.found(index, index), index + 1
        return scene.found(index, index + 1), index + 2

    def _says_thing(self, first: Token) -> bool:
        """Tell whether the word behind a weak title names a thing, not a person."""
        if first.fold in self._scene.surnames:
            return False
        return bool(
            _ABSTRACT.search(first.fold) or self._scene.is_common(first) or first.caps
        )

    def _given(self, index: int) -> tuple[list[Found], int]:
        """Return "Ada Penrose" from its given name on."""
        tokens = self._scene.tokens
        first = tokens[index]
        last = self._scene.full_end(index)
        if last is None:
            return [], 1
        surname = tokens[last]
        before = tokens[index - 1] if first.joined else None
        if index == self._after_name or self._scene.new_line(first):
            before = None
        after = self._scene.next(last)
        view = self._scene.view
        known = surname.fold in self._scene.surnames
        signed = self._scene.signed(first, surname)
        if (
            before is not None
            and self._scene.spoils(before)
            and not known
            and not signed
        ):
            return [], 1
        if after is not None and not known and self._scene.is_thing(after):
            return [], 1
        if not known:
            if surname.fold in PLACE_WORDS and (
                first.ambiguous
                or (surname.fold in _SELDOM and not self._witness(index, last))
                or PLACE_BEFORE.search(view[max(0, first.start - 24) : first.start])
            ):
                return [], 1
            if surname.fold in THING_WORDS and surname.fold not in PLACE_WORDS:
                return [], 1
            if first.ambiguous and self._scene.doubtful(first, surname):
                return [], 1
            if first.fold in kinds_of_words()["rare"] and not self._witness(
                index, last
            ):
                return [], 1
            if (first.caps or surname.caps) and not (first.caps and surname.caps):
                return [], 1
            if surname.caps and (
                len(surname.text) < 4 or self._scene.is_common(surname)
            ):
                return [], 1
            if self._scene.shorthand(first, surname):
                return [], 1
        name = self._scene.found(index, last)
        rule = "name-given" if not known else "name-known-surname"
        found = Found(name.start, name.end, name.given, name.surname, "", rule, 0.95)
        return [found], last - index + 1

    def _witness(self, first: int, last: int) -> bool:
        """Return whether something besides its words says that a name is a person's."""
        tokens = self._scene.tokens
        end = tokens[last].end
        view = self._scene.view
        if self._scene.signed(tokens[first], tokens[last]) or self._scene.role_behind(
            end
        ):
            return True
        if SAID_ONLY.match(view, end) or (first == self._after_name and self._in_run):
            return True
        before = view[max(0, tokens[first].start - 30) : tokens[first].start]
        if _TO_WHOM.search(before) and not PLACE_BEFORE.search(before):
            return True
        line = view.rfind("\n", 0, tokens[first].start) + 1
        lone = not view[line : tokens[first].start].strip(" \t•*-")
        if lone and _LINE_END.match(view, end):
            return True
        return bool(_LISTED_BEFORE.search(before)) and bool(
            _LISTED_AFTER.match(view, end)
        )

    def _couple_titles(self, index: int) -> tuple[list[Found], int] | None:
        """Return both of "Mr and Mrs M Holt"."""
        tokens = self._scene.tokens
        if index + 2 >= len(tokens):
            return None
        first, second = tokens[index], tokens[index + 1]
        gap = self._scene.view[first.end : second.start]
        if not second.title or not re.fullmatch(r"\.?\s{0,2}(?:&|and)\s{1,2}", gap):
            return None
        after = self._scene.next(index + 1)
        if after is None:
            return None
        if self._scene.couple_given(index + 2):
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

    def _couple(self, index: int) -> tuple[list[Found], int]:
        """Return both of "Ada and Tom Penrose"."""
        tokens = self._scene.tokens
        if not self._scene.couple_given(index) or index + 2 >= len(tokens):
            return [], 0
        before = tokens[index - 1] if tokens[index].joined else None
        if before and not before.title and not before.barred:
            return [], 0
        second = tokens[index + 1]
        if not self._scene.known_given(second):
            return [], 0
        last = self._scene.full_end(index + 1)
        if last is None or tokens[last].barred or tokens[last].fold in THING_WORDS:
            return [], 0
        surname = tokens[last].text
        other = self._scene.found(index + 1, last)
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

    def _listed(self, index: int) -> tuple[list[Found], int]:
        """Return a surname in a list that "Councillors" opened."""
        token = self._scene.tokens[index]
        if token.given and self._scene.next(index) is not None:
            return self._given(index)
        after = self._scene.next(index)
        if (
            after is not None
            and after.surname
            and not self._scene.is_common(after)
            and after.text not in CAPITAL_PARTICLES
            and token.text not in CAPITAL_PARTICLES
        ):
            name = self._scene.found(index, index + 1)
            found = Found(
                name.start, name.end, name.given, name.surname, "Cllr", "name-list", 0.9
            )
            return [found], 2
        last = self._scene.over_particles(index)
        name = self._scene.found(index, last)
        found = Found(
            name.start, name.end, name.given, name.surname, "Cllr", "name-list", 0.93
        )
        return [found], last - index + 1

    def _by_evidence(self, index: int) -> tuple[list[Found], int]:
        """Return a name of unknown words, where what stands around it says so."""
        scene = self._scene
        first = scene.tokens[index]
        second = scene.next(index)
        if second is not None and self._goes_on_run(index, first, second):
            return [self._found_as(index, index + 1, "name-run", 0.75)], 2
        if second is not None and second.surname and is_slip(first.fold):
            slipped = self._behind_slip(index, first)
            if slipped is not None:
                return slipped
        if self._holds_office(index):
            return [self._found_as(index, index, "name-office", 0.8)], 1
        free = not first.joined or scene.after_office(index)
        if not free and first.fold not in scene.surnames:
            return [], 1
        if second is not None and second.surname and not first.caps and not second.caps:
            third = scene.next(index + 1)
            alone = third is None or third.barred
            reached = third is None or third.barred or third.fold in _REACHED
            if reached and self._is_contact(first, second):
                return [self._found_as(index, index + 1, "name-contact", 0.8)], 2
            moved = alone and self._moves(first, second)
            if moved or (alone and scene.speaks(index, index + 1)):
                return [self._found_as(index, index + 1, "name-evidence", 0.8)], 2
        if first.fold in scene.surnames and not first.also:
            return self._surname(index)
        if second is None and self._moves(first, first):
            return [self._found_as(index, index, "name-mover", 0.8)], 1
        return [], 1

    def _is_contact(self, first: Token, second: Token) -> bool:
        """Tell whether two words are whom a label names: "Contact: Zorba Holt"."""
        scene = self._scene
        low = max(0, first.start - 24)
        return (
            bool(_CONTACT.search(scene.view, low, first.start))
            and not (first.also or second.also)
            and not (scene.is_common(first) or scene.is_common(second))
            and second.fold not in THING_WORDS | PLACE_WORDS
        )

    def _holds_office(self, index: int) -> bool:
        """Tell whether a word is the surname behind a post: "Village Clerk Penrose"."""
        first, second = self._scene.tokens[index], self._scene.next(index)
        return (
            first.joined
            and first.fold in kinds_of_words()["known-surname"]
            and not first.caps
            and not self._scene.is_common(first)
            and first.fold not in flags_of("role_heads")  # Public Works Foreman
            and self._scene.after_office(index)
            and (second is None or second.barred)
        )

    def _found_as(self, first: int, last: int, rule: str, certainty: float) -> Found:
        """Return the name of a stretch of words under another rule."""
        name = self._scene.found(first, last)
        given = name.given if first < last else ""
        return Found(name.start, name.end, given, name.surname, "", rule, certainty)

    def _goes_on_run(self, index: int, first: Token, second: Token) -> bool:
        """Tell whether two words follow a run of names that nothing parts."""
        return (
            index == self._after_name
            and first.joined
            and self._in_run > 1
            and second.surname
            and not (first.also or second.also or first.caps or second.caps)
        )

    def _behind_slip(self, index: int, first: Token) -> tuple[list[Found], int] | None:
        """Return the name behind a title that is misspelt: "Clrr Penrose"."""
        read, end = self._read_name(index + 1, weak=True)
        if read is None:
            return None
        title = "Cllr" if first.fold[0] == "c" else ""
        found = Found(
            read.start,
            read.end,
            read.given,
            read.surname,
            title,
            "name-title-slip",
            0.85,
        )
        return [found], end - index

    def _moves(self, first: Token, last: Token) -> bool:
        """Tell whether the text says of a word, or of two, that it moved something."""
        view = self._scene.view
        return bool(
            _MOVED_END.match(view, last.end)
            and _MOVED_BY.search(view[max(0, first.start - 24) : first.start])
        ) and not any(
            self._scene.is_common(x)
            or x.caps
            or (x.given and first is last)
            or _ABSTRACT.search(x.fold)
            or x.fold in THING_WORDS
            for x in (first, last)
        )

    def _surname(self, index: int) -> tuple[list[Found], int]:
        """Return a known surname that stands alone."""
        first = self._scene.tokens[index]
        after = self._scene.next(index)
        before = self._scene.tokens[index - 1] if first.joined else None
        if after is not None and (after.surname or after.fold in THING_WORDS):
            return [], 1
        if before is not None and not (before.barred or before.title):
            return [], 1
        if self._scene.is_common(first) or first.caps:
            return [], 1
        name = self._scene.found(index, index)
        found = Found(name.start, name.end, "", name.surname, "", "name-surname", 0.85)
        return [found], 1
