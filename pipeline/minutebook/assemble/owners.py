"""Says who owns a task: initials, names and posts resolved inside the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from minutebook.assemble.holders import (
    ARTICLE,
    is_given,
    read_holders,
    read_initials,
)
from minutebook.assemble.posttitles import (
    CUT_POST,
    OF_BODY,
    POSTS_APART,
    closes,
    same_post,
    shortens,
    spell_out,
)
from minutebook.grammar.names import strip_titles
from minutebook.grammar.postwords import is_of_kind
from minutebook.grammar.samenames import match_initials
from minutebook.records import Attendee, Mentions

# no slash of "A/Town Engineer", who acts for another
_SEPARATOR = re.compile(r"\s{0,6}(?:(?<!\bA)/|[,;&+]|\band\b|\bwith\b)\s*")
_INITIALS = re.compile(r"[A-Z]{2,4}[a-z]?|[A-Z][a-z]?[A-Z][a-z]{0,2}")
# "District and Borough colleagues": one group, of two kinds
_MIXED = re.compile(
    r"(?P<first>[A-Z][a-z]{2,20})\s(?:and|&)\s[A-Z][a-z]{2,20}\s(?:colleagues|partners"
    r"|representatives|reps|officers|councils|teams|staff|members|leads|volunteers)"
)
# "Jo Marsh, our tree officer": a name, and the post that tells more of it
_APPOSED = re.compile(
    r"(?P<name>[A-Z][\w’'-]{0,20}(?: [A-Z][\w’'-]{0,20}){1,2}), "
    r"(?:the |our )?[a-z][\w’' -]{3,40},?"
)
# a body named by its kind alone; "The Board" keeps its article, "the Board" does not
_BODY = re.compile(
    r"(?:[Tt]he|[Tt]his|[Oo]ur)\s+(?P<body>(?:Board|Group|Committee|Panel|Forum|Council"
    r"|Partnership|board|group|committee|panel|forum|council|partnership))"
)
# who serves a body and decides nothing: its tasks are those of a post
_OFFICE = re.compile(
    r"(?:[Tt]he\s)?(?:[Ss]ecretariat|[Ss]upport\s[Tt]eam|[Ss]taff|[Aa]dministration"
    r"|[Mm]anagement)"
)
# "Director of Place", "Head of Roads", "Harbour Master": a post of a larger body
_POST_OF = re.compile(
    r"(?:[Tt]he\s)?(?:[A-Z][\w’'-]{1,20}\s){0,3}(?P<head>[A-Z][\w’'-]{2,20})"
    r"\s(?:of|for)\s(?:the\s)?[A-Z][\w’'&, -]{2,60}"
)
_SECOND = re.compile(r"(?:deputy|assistant|vice|associate|acting\sdeputy|asst)\b")
# what the name of a company ends with: the words before tell which is meant
_COMPANY = re.compile(
    r"(?:\s[A-Z][\w&’'-]{1,20}){0,2}?,?\s(?:Ltd|Limited|plc|PLC|Inc|LLP|LLC|PLLC|CIC"
    r"|Pty|Corp|Co|Company|Corporation|Associates|Solicitors|Architects|Contractors|Bros"
    r"|& Sons?)\b\.?"
)
_UNDER = re.compile(
    r"^(?:deputy|depute|assistant|vice|associate|acting|former)\b|\bto\b"
)
_OFFICES = ("clerk", "secretary", "treasurer")
# words that end the name of a body, never that of a post
_NO_POST = re.compile(
    r"\b(?:group|families|team|board|committee|panel|council|partnership|services?"
    r"|members|department|trust|forum|children|owner)$"
)
_ACRONYM = re.compile(r"(?:[A-Z][a-z]?&?){2,6}|[A-Z][a-z]?(?:[A-Z]{1,4}[a-z]?){1,3}")
_POST = re.compile(
    r"(?:the\s+|our\s+|(?:board|panel|committee|group|council|meeting)\s+(?=chair))?"
    r"(?P<post>(?:parish\s+|town\s+|deputy\s+|assistant\s+|vice[- "
    r"]?)?"
    r"(?:clerk|chair(?:man|person|woman)?|secretary|treasurer|head\s?teacher|head|"
    r"[A-Za-z& ]{2,60}?(?:manager|officer|director|administrator|executive"
    r"|principal)))",
    re.IGNORECASE,
)


# "Jo W", "Colin P.": a given name with the letter of a surname
_LETTER = re.compile(r" [A-Z](?![\w’'])")
_LETTERED = re.compile(r"(?<!\w)[A-Z][a-z]{1,14}$")
_LONGEST_GIVEN = 15  # letters
# "Jo W", of whom the list gives the surname
_CUT_SHORT = re.compile(r"(?P<given>[A-Z][a-z]{1,14}) (?P<letter>[A-Z])\.?")
_GLUED = re.compile(r"(?P<first>[A-Z])(?P<last>[A-Z][a-z][\w’'-]{1,20})")
# "J. Marsh", whom the text may call "Jo Marsh" elsewhere
_BY_LETTER = re.compile(r"(?:[A-Z]\.?\s?){1,3}\s?[A-Z][\w’'-]+$")
# "VK2ABC", by which radio amateurs are known
_CALL_SIGN = re.compile(r"[A-Z]{1,2}\d[A-Z]{2,3}")
_OF_MEMBER = re.compile(r"(?:Cllr|Councillor|Alderman|Ald)\b")


# what a text may call those whom a mark calls "All"
_ALL = ("All", "ALL")
_MEMBERS = ("Members", "All members", "Everyone", "Everybody", "Governors", "Trustees")
_LEAST_CUT = 4  # letters of the first word of a name that may stand for all of it
_ARTICLES = re.compile(r"^(?:[Tt]he|[Tt]his|[Oo]ur)\s+(?=\w)")
_CAPITAL = re.compile(r"\b[A-Z]")
_THE = re.compile(r"^(?:[Tt]he)\s+")


class Owners:
    """Resolves what a document writes for an owner to a full name, if only one fits."""

    def __init__(
        self, attendance: tuple[Attendee, ...], mentions: Mentions, text: str = ""
    ) -> None:
        self._attendance = attendance
        self._known: dict[str, str | None] = {}
        self._kinds: dict[str, str] = {}
        self._names = [x.name for x in attendance]
        # of two with the same initials whoever came is meant
        came = sorted(attendance, key=lambda x: not (x.group or "").startswith("Apol"))
        self._given = {x.initials: x.name for x in came if x.initials}
        # a list of those present that was read in part: whoever is named may act
        self._people = [x.name for x in mentions.people if " " in x.name]
        listed = max((x.end for x in attendance), default=0)
        self._told = [
            (x.start, mentions.people[x.entity].name)
            for x in mentions.mentions
            if x.kind == "person" and x.entity is not None and x.start > listed
        ]
        self._members = {x.name for x in mentions.people if x.kind == "member"}
        self._aliases: dict[str, set[str]] = {}
        for person in mentions.people:
            for alias in (person.name, *person.aliases):
                self._aliases.setdefault(alias.casefold(), set()).add(person.name)
        self._short: dict[str, set[str]] = {}  # acronyms of organisations
        for body in mentions.organisations:
            for alias in body.aliases:
                if _ACRONYM.fullmatch(alias):
                    self._short.setdefault(alias, set()).add(body.name)
        self._bodies = [x.name for x in mentions.organisations]
        self._present = [x.name for x in attendance if x.status == "present"]
        self._listed_posts: dict[str, set[str]] = {}  # and who holds each
        for attendee in attendance:
            for post in _posts(attendee):
                self._listed_posts.setdefault(post, set()).add(attendee.name)
        self._holders = read_holders(text, mentions)
        self._explained = {
            mark: name
            for mark, name in read_initials(text).items()
            if name not in self._bodies and mark not in self._short
        }
        self._parts = {y for x in self._names for y in x.split() if len(y) > 2}
        self._by_first: dict[str, list[str]] = {}
        self._by_word: dict[str, list[str]] = {}
        self._by_last: dict[str | None, list[str]] = {}
        for name in self._names:
            words = name.split()
            self._by_last.setdefault(_last_word(name), []).append(name)
            for word in words[:1]:
                self._by_first.setdefault(word, []).append(name)
            for word in dict.fromkeys(words):
                self._by_word.setdefault(word, []).append(name)
        self._people_by_last: dict[str | None, set[str]] = {}
        for name in self._people:
            self._people_by_last.setdefault(_last_word(name), set()).add(name)
        self._roles = [(x.name, x.role.lower()) for x in attendance if x.role]
        self._called = {x.name: x.aliases for x in mentions.people}
        self._text = text

    def knows_initials(self, initials: str) -> bool:
        """Say whether initials stand for somebody of this document."""
        return self._initials(initials) is not None

    def knows(self, written: str) -> bool:
        """Say whether a name, initials or a surname stand for somebody here."""
        return self._find(self._bare(written)) is not None

    def may_be(self, written: str) -> bool:
        """Say whether a name stands for somebody here, or is a given name alone."""
        bare = self._bare(written)
        return self._find(bare) is not None or is_given(bare)

    def kind(self, written: str) -> str:
        """Return what an owner is: listed, known, initials, post, body or other."""
        if written not in self._kinds:
            self._kinds[written] = self._kind(self._bare(written))
        return self._kinds[written]

    def _kind(self, bare: str) -> str:
        if bare in self._names or self._find(bare) in self._names:
            return "post" if _POST.fullmatch(bare) else "listed"
        if self.may_be(bare) or bare in self._parts:
            return "known"
        if _INITIALS.fullmatch(bare) or _CALL_SIGN.fullmatch(bare):
            return "initials"
        if _POST.fullmatch(bare) or _OFFICE.fullmatch(bare) or _heads_post(bare):
            return "post"
        if _BODY.fullmatch(f"the {bare}") or _BODY.fullmatch(bare):
            return "body"
        return "plural" if bare.endswith("s") and " " not in bare else "other"

    def resolve(self, written: str, at: int | None = None) -> str:
        """Return the full name for what is written; as written where nobody fits.

        Of several whom it fits, it is who was named in full last before the offset.
        """
        written = self._bare(written)
        found = self._find(written) or self._find(_THE.sub("", written))
        if found is None and at is not None:
            found = self._named_last(written, at)
        if found is not None:
            return self._in_full(found)
        bare = _THE.sub("", written)
        full = self._short.get(bare, set()) or self._spelt(bare) or self._cut(bare)
        if len(full) == 1:
            return next(iter(full))
        if _INITIALS.fullmatch(written):
            return written
        is_post = _POST.fullmatch(bare) is not None  # "Deputy Clerk" has no title
        named = (not is_post and strip_titles(written)) or written
        body = _BODY.fullmatch(named)
        if body and body["body"].istitle() and named[0].isupper():
            return f"The {body['body']}"
        return _ARTICLES.sub("", named)

    def _in_full(self, name: str) -> str:
        """Return the one name that spells out a given name cut to its letter."""
        full = self._aliases.get(name.casefold(), set())
        if len(full) != 1 or not _BY_LETTER.match(name):
            return name
        return next(iter(full))

    def _named_last(self, written: str, at: int) -> str | None:
        """Return who was named in full last before an offset, of those who fit."""
        bare = strip_titles(written)
        if not bare or " " in bare:
            return None
        fits = {x for x in self._people if bare in (x.split()[0], x.split()[-1])}
        told = (x for x in reversed(self._told) if x[0] < at and x[1] in fits)
        return next((name for _, name in told), None)

    def _spelt(self, short: str) -> set[str]:
        """Return the bodies, or the people, whose words begin with an acronym."""
        if len(short) < 2 or not _ACRONYM.fullmatch(short):
            return set()
        if len(short) > 2:
            bodies = {x for x in self._bodies if _first_letters(x) == short}
            if bodies:
                return bodies
        wanted = short.upper()
        return {x for x in self._people if _parts(x) == wanted}

    def _cut(self, short: str) -> set[str]:
        """Return the bodies that the first words of a name mean: "ORBIX", "Holt"."""
        if len(short) < _LEAST_CUT or not short[0].isupper():
            return set()
        full = {x for x in self._bodies if x.startswith(f"{short} ")}
        if short.isupper() and short.isalpha():
            return full
        return {x for x in full if _COMPANY.match(x, len(short))}

    @staticmethod
    def _bare(written: str) -> str:
        bare = " ".join(written.split()).strip(" .,:;()")
        return f"{bare})" if bare.count("(") > bare.count(")") else bare

    def _find(self, written: str) -> str | None:
        """Return the one person of this document whom the words can stand for."""
        if written not in self._known:
            self._known[written] = self._look_up(written)
        return self._known[written]

    def _look_up(self, written: str) -> str | None:
        if written in self._given or _INITIALS.fullmatch(written):
            short = CUT_POST.fullmatch(written) is not None  # "HT"
            full = self._initials(written) or self._shouted(written)
            return full or (self._post(written) if short else None)
        bare = strip_titles(written)
        if len(bare) < 2:
            return None
        found = self._aliases.get(bare.casefold(), set())
        if bare in self._names and not (" " not in bare and len(found) == 1):
            return bare
        longer = [x for x in self._names if bare in x] if " " in bare else []
        ends = [x for x in longer if x.endswith(f" {bare}")]
        if len(ends) == 1 and found <= {bare, ends[0]}:
            return ends[0]  # a surname of two words
        begun = [x for x in longer if x.startswith(f"{bare} ")]
        if len(begun) == 1 and found <= {bare, begun[0]}:
            return begun[0]  # "Mary Ann" of Mary Ann Holt
        fuller = self._clipped(bare) if not found or found == {bare} else None
        if found == {bare}:
            fuller = fuller or self._lettered(bare)
        first = self._by_first.get(bare, []) if found == {bare} else []
        if fuller or len(first) == 1:
            return fuller or first[0]
        if len(found) == 1:
            return next(iter(found))
        folded = bare.casefold()
        ends = self._by_last.get(folded, [])
        if len(ends) > 1 and _OF_MEMBER.match(written):
            ends = [x for x in ends if x in self._members]
        if len(ends) == 1:
            return ends[0]
        middle = self._by_first.get(bare) or self._by_word.get(bare, [])
        if len(middle) == 1:
            return middle[0]
        known = self._people_by_last.get(folded, set())
        if len(known) == 1 and not ends:
            return next(iter(known))
        glued = _GLUED.fullmatch(bare)
        if glued:  # "THolt"
            ends = self._by_last.get(glued["last"].casefold(), [])
            ends = [x for x in ends if x.startswith(glued["first"])]
            return ends[0] if len(ends) == 1 else None
        return (
            self._by_post(bare)
            or self._post(written)
            or self._cut_short(bare)
            or self._lettered(bare)
        )

    def _shouted(self, capitals: str) -> str | None:
        """Return the one person listed whose given name is in capitals: "JO"."""
        first = self._by_first.get(capitals.title(), []) if capitals.isupper() else []
        return first[0] if len(first) == 1 else None

    def _clipped(self, short: str) -> str | None:
        """Return the one person listed whose given name begins so: "Dan" for Daniel."""
        if not 2 < len(short) < 6 or not short.istitle() or " " in short:
            return None
        end = len(short)
        full = [
            x for x in self._names if x.startswith(short) and x[end : end + 1].isalpha()
        ]
        return full[0] if len(full) == 1 else None

    def _cut_short(self, written: str) -> str | None:
        """Return the one person listed whom a given name and a letter mean: "Jo W"."""
        match = _CUT_SHORT.fullmatch(written)
        if match is None:
            return None
        given = self._by_first.get(match["given"], [])
        full = [x for x in given if x.split()[-1].startswith(match["letter"])]
        return full[0] if len(full) == 1 else None

    def _lettered(self, given: str) -> str | None:
        """Return the one name of a given name and a letter: "Jo W" for Jo and JW."""
        short = {
            x for x in self._named_by_letter if given in (x.split()[0], _parts(x)[:2])
        }
        return next(iter(short)) if len(short) == 1 else None

    @cached_property
    def _named_by_letter(self) -> frozenset[str]:
        """Who is told apart by the first letter of a surname: "Jo W", "Colin P."."""
        text, told = self._text, set()
        for letter in _LETTER.finditer(text):
            at = letter.start()
            name = _LETTERED.search(text, max(0, at - _LONGEST_GIVEN), at)
            if name and is_given(name[0]):
                told.add(name[0] + letter[0])
        return frozenset(told)

    def _by_post(self, written: str) -> str | None:
        """Return whom a surname behind a post means: "Director Penrose"."""
        *post, surname = written.split() or [""]
        if not post:
            return None
        tail = f" {surname}"
        found = {
            x.name
            for x in self._attendance
            if x.name.endswith(tail) and {*post} <= {*(x.role or "").split()}
        }
        return next(iter(found)) if len(found) == 1 else None

    def forms(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return what else a text may call the owners of a mark: posts, surnames."""
        found: dict[str, None] = {}
        for name in names:
            if name in _ALL:
                found |= dict.fromkeys(_MEMBERS)
            full = self._find(self._bare(name))
            if full is None:
                continue
            found |= dict.fromkeys((full, *full.split()[-1:]))
            roles = (x.role for x in self._attendance if x.name == full)
            # a post of one word tells who is meant if one person alone holds it
            posts = [x for x in roles if x]
            held = self._listed_posts
            found |= dict.fromkeys(
                x for x in posts if " " in x or held.get(x.lower()) == {full}
            )
            found |= dict.fromkeys(self._called.get(full, ()))
        return tuple(found)

    def split(self, written: str) -> tuple[str, ...]:
        """Return the owners that a mark such as "GH/RY" or "Clerk & Chair" names."""
        if ("&" in written or " and " in written) and written in self._bodies:
            return (written,)  # "Holt & Sons"
        mixed = _MIXED.fullmatch(written)
        if mixed and not self.may_be(mixed["first"]):
            return (written,)
        apposed = _APPOSED.fullmatch(written)
        if apposed and self._find(apposed["name"]) in self._names:
            return (apposed["name"],)
        parts = [x for x in _SEPARATOR.split(written) if x.strip(" .()")]
        parts = [y for x in parts for y in _initials_apart(x)]
        return tuple(x.strip(" .()") for x in parts)

    def _initials(self, initials: str) -> str | None:
        if initials in self._given:
            return self._given[initials]
        found = self._aliases.get(initials.casefold(), set())
        if len(found) == 1:
            return next(iter(found))
        return (
            match_initials(initials, self._names)
            or match_initials(initials, self._present)
            or (
                match_initials(initials, self._people) if len(self._names) < 8 else None
            )
            or self._office(initials)
            or self._explained_as(initials)
            or (self._lettered(initials) if len(initials) == 2 else None)
        )

    def _explained_as(self, initials: str) -> str | None:
        """Return whom the text explains by initials: "Chief Executive (CE)" too."""
        name = self._explained.get(initials)
        return name and (self._post(name) or name)

    def _office(self, initials: str) -> str | None:
        """Return the one person listed under a post with these initials: CFO."""
        if len(initials) < 3 and f"({initials})" not in self._text:
            return None
        found = {
            x.name
            for x in self._attendance
            for post in POSTS_APART.split(x.role or "")
            if initials in (post, "".join(_CAPITAL.findall(post)))
        }
        return next(iter(found)) if len(found) == 1 else None

    def _post(self, written: str) -> str | None:
        written = spell_out(written)
        if OF_BODY.search(written) and not any("chair of" in x for _, x in self._roles):
            written = OF_BODY.sub("", written)
        match = _POST.fullmatch(written)
        if not match:
            return self._holder(written)
        post = re.sub(r"chair(?:man|person|woman)$", "chair", match["post"].lower())
        if post == "chair":
            chairs = [x.name for x in self._attendance if x.chair]
            if not chairs:
                return self._holder(written)
            return chairs[0] if len(chairs) == 1 else None
        holders = [
            x.name
            for x in self._attendance
            if x.role and same_post(post, spell_out(x.role).lower())
        ]
        return holders[0] if len(holders) == 1 else self._holder(written)

    def _holder(self, written: str) -> str | None:
        """Return the one person listed under a post, in the words of the list."""
        post = ARTICLE.sub("", written.lower()).replace("&", "and")
        acronym = written.isupper() and " " not in written and len(post) > _LEAST_CUT
        if len(post) < 4 or written in self._bodies or acronym:
            return None
        close = self._listed_posts.get(post, set())
        if not close and not _NO_POST.search(post):
            heads, several = (f"{post},", f"{post} "), len(post.split()) > 1
            close = {
                name
                for name, role in self._roles
                if role.startswith(heads)
                or (closes(role, post) and not _SECOND.match(role))
                or (several and shortens(post, role))
            }
        if len(close) != 1:
            close = self._holders.get(post, close)
        if not close and post in _OFFICES:  # of the one clerk named, the "Town Clerk"
            close = {
                name
                for role, names in self._holders.items()
                if role.endswith(f" {post}") and not _UNDER.search(role)
                for name in names
            }
        return next(iter(close)) if len(close) == 1 else None


def _heads_post(words: str) -> bool:
    """Say whether words name a post with its field.

    >>> _heads_post("The Director of Place"), _heads_post("Friends of Place")
    (True, False)
    """
    post = _POST_OF.fullmatch(words)
    return post is not None and is_of_kind(post["head"].lower(), "head")


@lru_cache(maxsize=1024)
def _last_word(name: str) -> str | None:
    """Return the folded last word of a name."""
    words = name.casefold().split()
    return words[-1] if words else None


def _posts(attendee: Attendee) -> Iterator[str]:
    """Yield the posts that a list gives somebody, folded, also with their field.

    >>> ann = Attendee("Ann Bell", 0, 8, "present", role="Manager",
    ...     organisation="Parks")
    >>> [*_posts(ann)]
    ['manager', 'parks manager', 'manager for parks', 'manager of parks']
    """
    role = (attendee.role or "").lower().replace("&", "and")
    field = (attendee.organisation or "").lower().replace("&", "and")
    if role:
        yield role
    if not field:
        return
    if role:
        yield f"{field} {role}"
    for post in (role,) if role else ("cabinet member", "portfolio holder"):
        yield f"{post} for {field}"
        yield f"{post} of {field}"


def _first_letters(name: str) -> str:
    """Return the capital letters that the words of a name begin with."""
    words = name.translate(_PARTED).split()
    return "".join([x[0] for x in words if x[0].isupper()])


_PARTED = str.maketrans("&/-", "   ")


def _parts(name: str) -> str:
    """Return the first letters of all parts of a person's name.

    >>> _parts("Mary-Ann van Rossum")
    'MAVR'
    """
    return "".join([x[0] for x in name.replace("-", " ").split()]).upper()


def _initials_apart(part: str) -> list[str]:
    """Return "KD JM" as two; anything else whole."""
    words = part.split()
    if len(words) > 1 and all(_INITIALS.fullmatch(x.strip(".()")) for x in words):
        return words
    return [part]
