"""Says whom "he" or "she" means: who was told of before, of that gender."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from minutebook.grammar.genders import gender_of_given, gender_of_titles
from minutebook.records import Mention, Mentions

_TITLED = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev)\.?\s{1,3}){0,2}$"
# "; Mr Bell", "UPDATE The Clerk": the subject of a clause of its own
_HEADS = re.compile(r"(?:[.;:]|\b[A-Z]{4,})\s{1,3}(?:[Tt]he\s{1,3})?" + _TITLED)
# "a letter from Ann Bell and": not who acts
OBJECT = re.compile(
    r"\b(?:from|with|by|to|of|between|for|at|on|about|thanked|including)\s+(?:the\s+)?"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev)\.?\s+){0,2}$"
)
_PRONOUN = re.compile(
    r"(?:^|[;,:)]\s+|\band\s+|\bthat\s+|\.\s+"
    r"|\b(?:agreed|says|promised|replied|reported|added)\s+"
    r"|\bIn\s(?:answer|response|reply)\sto\s[^.,;]{2,40}\s)"
    r"(?P<pronoun>[Hh]e|[Ss]he)(?:[’']|\s+(?:also\s+|then\s+)?)$"
)
_OPENS = re.compile(
    r"(?:[.!?:;]\s{1,3}|\n\s{0,12}[•*–-]?\s{0,3})(?:(?:The|the|Mr|Mrs|Ms|Miss|Cllr|Councillor|Member|District|County"
    r"|Borough|Town|Parish|City)\.?\s{1,3}){0,3}$"
)
# "In answer to Ann Bell", "Asked by the Chair": whom somebody else turns to
_TURNING = (
    r"(?:In\s(?:answer|response|reply)\sto|Responding\sto|Replying|Answering"
    r"|(?:When\s)?[Aa]sked|Questioned|Pressed|Challenged|Prompted|Following|After|Thanking"
    r"|Reminded|Referring\sto|With\s(?:thanks|reference)\sto|Invited|Supported"
    r"|At\sthe\s(?:request|suggestion|invitation)\sof)\b[^.;]{2,110}?,\s{1,3}"
)
_LED = re.compile(
    rf"\s{{0,3}}(?:{_TURNING}|In\s(?:answer|response|reply)\sto\s[^.,;]{{2,40}}\s)"
    r"(?:he|she)\b"
)
_LEADS = re.compile(rf"(?:^|[.;!?]\s{{1,3}}){_TURNING}(?:the\s{{1,3}})?{_TITLED}")
_TURN = 160  # characters in which such words stand
_TITLES = re.compile(r"\b(?:[A-Z][a-z/]{1,10}\.?\s{0,3}){1,3}$")
_OWN_TITLES = 24  # characters before a name in which its titles stand
# "\n3. Lamps", "\nA: ": a new item or speaker, where an earlier subject is forgotten
_OPENED = re.compile(
    r"\n\s{0,12}(?:\(?\d{1,4}[.)/\s]|#|[A-Z][\w’']{0,20}:|\*\*|[A-Z][A-Z ]{4,40}\n)"
)
_BACK = 300  # characters before a paragraph whose subject a pronoun in it may mean
_NEAR = 10  # those named before a pronoun whom it may mean
_MEANT = {"he": "m", "she": "f"}


class Antecedents:
    """Knows who is named where, and of what gender, to say whom a pronoun means."""

    def __init__(
        self,
        text: str,
        named: Sequence[Mention],
        mentions: Mentions,
        resolve: Callable[[str], str],
    ) -> None:
        """Learn the people, posts and bodies named, in the order of their ends.

        `resolve` says who holds a post.
        """
        self._resolve = resolve
        self._text = text
        self._named = [x for x in named if x.kind in ("person", "role")]
        self._ends = [x.end for x in self._named]
        self._people = mentions.people

    def find(self, low: int, sentence: int, here: int) -> Mention | None:
        """Return whom the pronoun just before an offset most likely means.

        It is the subject of its sentence, or of what came before in the paragraph,
        which begins at `low`.
        """
        text = self._text
        at = bisect_right(self._ends, here)
        pronoun = _PRONOUN.search(text[max(sentence, here - 60) : here])
        meant = _MEANT.get(pronoun["pronoun"].lower()) if pronoun else None
        told = [
            x for x in self._named[max(0, at - _NEAR) : at] if self._may_mean(x, meant)
        ]
        own = [x for x in told if x.start >= sentence]
        if own and not _LED.match(text, sentence, here):
            heads = [x for x in own[1:] if self._heads(sentence, x.start)]
            return self._styled(heads[-1] if heads else own[0])
        return self._styled(self._subject_before(told, low, sentence))

    def _subject_before(
        self, told: list[Mention], low: int, sentence: int
    ) -> Mention | None:
        """Return with whom the sentence before opens, else who acts in it.

        Where the paragraph, which begins at `low`, names nobody, the one before may.
        """
        before = [x for x in told if low <= x.start < sentence]
        opens = [x for x in before if self._opens(x.start)]
        loose = opens or [x for x in before if not self._is_object(x.start)]
        found = loose or [x for x in before if x.kind == "person"]
        if not found:
            back = [x for x in told if self._stands_near(x, sentence)]
            found = [x for x in back if self._opens(x.start)]
        return found[-1] if found else None

    def _may_mean(self, who: Mention, meant: str | None) -> bool:
        """Say whether somebody is not of the other gender."""
        if meant is None:
            return True
        name = who.name
        if who.kind == "role":
            name = self._resolve(name)
        elif who.entity is not None:
            name = self._people[who.entity].name
        return (self._titles(who) or self._genders.get(name) or meant) == meant

    @cached_property
    def _genders(self) -> dict[str, str]:
        """The gender of those whose titles, or else whose given names, tell it."""
        titled: dict[int | None, set[str]] = {}
        for who in self._named:
            if who.kind == "person":
                titled.setdefault(who.entity, set()).add(self._titles(who))
        found = {}
        for at, person in enumerate(self._people):
            told = titled.get(at, set()) - {""}
            alone = next(iter(told)) if len(told) == 1 else ""
            found[person.name] = alone or gender_of_given(person.name)
        return found

    def _titles(self, who: Mention) -> str:
        """Return the gender that the titles of somebody tell where they stand."""
        low = max(0, who.start - _OWN_TITLES)
        before = _TITLES.search(self._text[low : who.start])
        own = self._text[who.start : who.end].rpartition(" ")[0]
        return gender_of_titles(f"{before[0] if before else ''} {own}")

    def _heads(self, low: int, offset: int) -> bool:
        before = self._text[max(low, offset - _TURN) : offset]
        return bool(_HEADS.search(before[-30:]) or _LEADS.search(before))

    def _opens(self, offset: int) -> bool:
        """Say whether a clause, or what follows such words, opens at an offset."""
        before = self._text[max(0, offset - _TURN) : offset]
        return bool(not before or _OPENS.search(before) or _LEADS.search(before))

    def _stands_near(self, who: Mention, sentence: int) -> bool:
        """Say whether nothing else is opened between somebody and a sentence."""
        if not sentence - _BACK < who.start < sentence:
            return False
        return _OPENED.search(self._text, who.end, sentence) is None

    def _is_object(self, offset: int) -> bool:
        return OBJECT.search(self._text[max(0, offset - 24) : offset]) is not None

    def _styled(self, who: Mention | None) -> Mention | None:
        """Return the person behind a post that is only a title: "Chair Penrose"."""
        if who is None or who.kind != "role":
            return who
        at = bisect_right(self._ends, who.end)
        behind = self._named[at] if at < len(self._named) else None
        if behind is None or behind.kind != "person" or behind.start > who.end + 1:
            return who
        return behind


def ends_in_pronoun(text: str, low: int, end: int) -> bool:
    """Say whether "he" or "she" stands last before an offset.

    >>> ends_in_pronoun("The Clerk said that she would", 0, 24)
    True
    """
    before = text[max(low, end - 60) : end]
    if not before.rstrip("’' \t\n").endswith(("he", "He", "also", "then")):
        return False
    return _PRONOUN.search(before) is not None
