"""Keeps the roll that an attendance list is read into: who, as what, from where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.atoms import Atom, Range, trim
from minutebook.grammar.brackets import find_deputy, say_in_bracket
from minutebook.grammar.entries import (
    MARK,
    Entry,
    attach,
    behind_comma,
    is_field,
    names_field,
    set_role,
)
from minutebook.grammar.listnames import (
    evidence,
    find_in,
    is_of_several,
    is_plural_post,
    split_pair,
)
from minutebook.grammar.listwords import ALL_OF, PARLIAMENT, POSTS
from minutebook.grammar.names import Name, find_names, shift_name
from minutebook.grammar.sharing import share_cell, share_pair
from minutebook.grammar.torncolumns import Loose

# "Holt (D)", "Holt (P L)", "Holt (A.B.)": what tells those of one surname apart
_APART = re.compile(r"[A-Z]\.?(?:(?:\s|(?<=\.))[A-Z]\.?){0,2}")
_LEGEND = re.compile(r"[*†‡#]\s{0,3}(?:[=–:-]|\w)")  # "(* = joined during item 3)"


class Roll:
    """The people of one list as entered so far, and what is said of them."""

    def __init__(self, text: str, alone: bool) -> None:
        """Begin a list of a text in which a surname alone is a name, or is none."""
        self.text = text
        self.posts_first = False  # "Chief Executive (Mr T Holt), Clerk (Ms A Bell)"
        self.heading: Range | None = None  # the body that those below come from
        self.side: tuple[int, Range] | None = None  # a row and the body it is of
        self.post: tuple[int, Range] | None = None  # a row and the post it is of
        self.alone = alone  # a surname alone is a name
        self.entries: list[Entry] = []
        self.pending: list[Atom] = []  # what stands before a name in brackets
        self.stood_for: str | None = None  # whom the next person came in place of
        self.loose: list[Loose] = []  # lines that no name leads
        self.deputies: list[Entry] = []  # whom brackets name
        self.opening: Range | None = None  # "[Secretary], Ada Penrose" opens the list

    def add(self, name: Name, row: int) -> Entry:
        """Enter a person, as what those above are led by; four words may be two."""
        *others, name = self._pair(name)
        for other in others:
            self.add(other, row)
        if self.entries and self._leads_with_place(name):
            self.entries.pop()
        heading = self.side[1] if self.side and self.side[0] == row else self.heading
        entry = Entry(name, strong=evidence(name), row=row, heading=heading)
        if not self.entries and len(self.pending) == 1:
            self.opening = self._opens_with(self.pending[0], name)
        if self.post and self.post[0] == row:
            set_role(self.text, entry, self.post[1])
            entry.bare = False
            if not is_plural_post(self.text[slice(*self.post[1])].split()[-1]):
                self.post = None
        if self.stood_for:
            entry.substitute_for, entry.status = self.stood_for, "present"
            self.stood_for = None
        entry.roles += _posts_in(self.text, name)
        self.entries.append(entry)
        self.pending = []
        if name.titles and not name.given:
            self.alone = self.alone or name.titles[-1:] == "s"
        return entry

    def _pair(self, name: Name) -> list[Name]:
        """Return the two people whom a name of four words is, or the one."""
        if name.titles or name.name.count(" ") != 3:
            return [name]
        two = split_pair(self.text[name.start : name.end])
        return [shift_name(x, name.start) for x in two] or [name]

    def _leads_with_place(self, name: Name) -> bool:
        """Tell whether the last name is whence somebody came: "Mill Row – Ann Bell"."""
        last = self.entries[-1]
        between = self.text[last.name.end : name.start]
        plain = last.bare and not last.strong and " " in last.name.name
        return plain and between.strip() in ("–", "-", "—") and evidence(name)

    def _opens_with(self, atom: Atom, name: Name) -> Range | None:
        """Return a post that nothing but a comma parts from the first name."""
        span = atom.start, atom.end
        between = self.text[atom.end : name.start].strip(" ")
        post = has_role_word(self.text[slice(*span)]) and atom.kind == "text"
        return span if post and between in (",", "-", "–", "") else None

    def mark_status(self, piece: str) -> bool:
        """Give the last person the status that a piece marks; say whether it does."""
        match = MARK.fullmatch(piece.strip(" ."))
        if match and self.entries:
            self.entries[-1].status = match.lastgroup
            return True
        return False

    def say_of_all(self, atom: Atom, piece: str, start: int) -> bool:
        """Give "all of Holt Council" to whom nothing is said of; say whether it is."""
        match = ALL_OF.match(piece)
        if not match or not self.entries:
            return False
        span = trim(self.text, start + match.end(), atom.end)
        if self.text[span[1] - 1] == ".":
            span = (span[0], span[1] - 1)
        for entry in self.entries:
            if not entry.said:
                entry.organisations.append(span)
        return True

    def say(self, atom: Atom) -> None:
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
        before = len(last.said)
        if atom.before == "\t":
            share_cell(self.text, self.entries, (atom.start, atom.end))
        attach(self.text, last, (atom.start, atom.end))
        if is_of_several(self.text[atom.start : atom.end]):
            # "Jo and Al Holt, co-treasurers"
            share_pair(self.text, self.entries, before)

    def _lengthen(self, end: int) -> None:
        """Let the last line that no name leads take in what follows it."""
        atom, upto = self.loose[-1]
        self.loose[-1] = (atom._replace(end=end), upto)
        self.pending.append(self.loose[-1][0])

    def read_bracket(self, atom: Atom) -> None:
        """Read a bracket: the holder of the post before it, or more of a person."""
        if self._holders(atom) or not self.entries or self.text[atom.start] == "@":
            return
        text = self.text
        last = self.entries[-1]
        inside = text[atom.start : atom.end]
        opening = text.rfind("(", max(0, atom.start - 5), atom.start) + 1
        if opening and _LEGEND.match(text, opening):
            return
        led = [x for x in self.pending if x.kind == "text"]
        if self.loose and self.loose[-1][0] in led and last.row != atom.row:
            if is_field(inside) and text[self.loose[-1][0].end : atom.start] == " (":
                self._lengthen(atom.end + 1)
            return
        if _APART.fullmatch(inside) and not last.name.given and last.bare:
            last.name = last.name._replace(
                name=f"{last.name.name} ({inside})", end=atom.end + 1
            )
            return
        if names_field(text, last, atom):
            last.said[-1] = (last.said[-1][0], atom.end + 1)
            return
        deputy = find_deputy(text, (atom.start, atom.end))
        if deputy and self._enter_deputy(deputy, atom.row):
            return
        before = len(last.said)
        say_in_bracket(text, last, (atom.start, atom.end))
        share_pair(text, self.entries, before)

    def _enter_deputy(self, who: Range, row: int) -> bool:
        """Enter who came instead of the last person, before whom more may be said.

        Nobody is entered, and False returned, where it is the last person who came
        instead: "(Holt Council, substitute for Ann Bell)".
        """
        names = find_names(self.text, *who)
        if not names or names[0].start > who[0] + 1 or not names[0].given:
            return not has_organisation_word(self.text[slice(*who)])
        whom, name = self.entries[-1], names[0]
        deputy = self.add(name, row)
        deputy.status, deputy.substitute_for = "present", whom.name.name
        rest = trim(self.text, name.end, who[1])
        if rest[0] < rest[1]:
            attach(self.text, deputy, rest)
        self.deputies.append(self.entries.pop())
        return True

    def _holders(self, atom: Atom) -> bool:
        """Enter whom a bracket names behind a post: "Chief Executive (Mr T Holt)"."""
        text = self.text
        names = find_in(text, atom.start, atom.end, alone=False)
        led = [x for x in self.pending if x.kind == "text"]
        if not names or not led:
            return False
        if has_role_word(text[atom.start : atom.end]) and not names[0].titles:
            return False
        if not self.posts_first and not all(n.titles or evidence(n) for n in names):
            return False
        self._take_back(led)
        post: Range = (led[0].start, led[-1].end)
        post, body = behind_comma(text, post) or (post, None)
        for name in names:
            entry = self.add(name, atom.row)
            entry.roles.append(post)
            entry.organisations += [body] if body else []
            entry.bare = False
        self.pending = []
        return True

    def _take_back(self, atoms: list[Atom]) -> None:
        """Undo what was attached of a role that a name in brackets follows."""
        low, high = atoms[0].start, atoms[-1].end
        for entry in self.entries[-1:]:
            entry.roles = [r for r in entry.roles if not low <= r[0] < high]
            entry.said = [r for r in entry.said if not low <= r[0] < high]
        self.loose = [x for x in self.loose if not low <= x[0].start < high]


def _posts_in(text: str, name: Name) -> Iterator[Range]:
    """Yield the posts that stand among the titles of a name: "Lord Mayor Ann Bell"."""
    titles = name.titles.casefold().split()
    for word in POSTS:
        if word in titles:
            at = name.start + text[name.start : name.end].casefold().find(word)
            begin = at
            for prior in ("deputy ", "lord "):
                low = max(0, at - len(prior))
                if text[low:at].casefold() == prior:
                    begin = low
            yield begin, at + len(word)
    for word in PARLIAMENT:
        if word in name.post.split():
            at = text.rfind(word, name.start, name.end)
            yield at, at + len(word)
