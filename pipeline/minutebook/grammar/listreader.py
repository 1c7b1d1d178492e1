"""Reads the pieces of one attendance list into entries: who, as what, from where."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.atoms import Atom, Range
from minutebook.grammar.entries import (
    LATE,
    MARK,
    PUBLIC,
    Entry,
    attach,
    set_body,
    set_role,
    settle,
)
from minutebook.grammar.entryheads import Heads, find_heads, find_run_on
from minutebook.grammar.knownbodies import is_called_body
from minutebook.grammar.ledbyposts import are_led_by_posts, holder_from, parts_people
from minutebook.grammar.listmanner import (
    names_in_brackets,
    names_in_columns,
    rows_of_names,
)
from minutebook.grammar.listnames import (
    LINKS,
    are_in_capitals,
    are_lettered,
    ends_in_post,
    evidence,
    find_in,
    find_seated,
    is_plural_post,
    led_by_post,
    name_before_role,
    name_behind_role,
    seated_lead,
    titled_collective,
)
from minutebook.grammar.listroll import Roll
from minutebook.grammar.listwords import (
    AND_BEFORE,
    AND_PUBLIC,
    BARE_POST,
    JOINED,
    LEAD_WORDS,
    LEFT_AND,
    MEMBER_TITLE,
    PLURALS,
    SANCTION,
    SEATED_POSTS,
    STANDS_FOR,
    STYLED,
    unled,
)
from minutebook.grammar.names import Name, find_names, is_given
from minutebook.grammar.postwords import starts_role
from minutebook.grammar.runs import split_run
from minutebook.grammar.sharing import share_body, share_pair, share_parted, share_rows
from minutebook.grammar.torncolumns import find_torn, pair_columns

# "Ada Penrose and Tom Holt from Mill Trust": of both
_WHENCE = re.compile(r"(?:from|of|representing|on behalf of)\s")
_MORE = (",", "-", "–", "—")  # behind which more is said of a person


class Reader(Roll):
    """Reads the atoms of one block into entries."""

    def __init__(self, text: str, alone: bool, rows: bool) -> None:
        super().__init__(text, alone)
        self.heads = Heads()
        self.collective = -1  # the row that "Cllrs" opens
        self.listed: frozenset[int] = frozenset()  # rows that hold names alone
        self.side_by_side = False  # the cells of a row are names
        self.post_led = False  # each piece is a post and its holder
        self.behind: dict[int, Range] = {}  # "Ada Penrose, [Chair] Tom Holt, Clerk"
        self.parted = False  # semicolons part the people, commas do not
        self.rows = rows  # one person a line
        self.lettered = False  # people are called "Jan B"
        self.capitals = False  # a word of capitals is a surname, no body's letters
        self.plural: Range | None = None  # "supervisors Ada Penrose, Tom Holt"
        self.plural_row = -1
        self.row = -1
        self.following: Atom | None = None
        self.led = False  # a bracket follows the piece being read

    def read(self, atoms: list[Atom]) -> list[Entry]:
        """Return the entries of the atoms, in their order."""
        self.posts_first = names_in_brackets(self.text, atoms)
        self.side_by_side = names_in_columns(self.text, atoms, self.alone)
        self.listed = rows_of_names(self.text, atoms)
        self.parted = sum(x.before == ";" for x in atoms) > 1 and not self.alone
        plain = [(x.start, x.end) for x in atoms if x.kind == "text"]
        self.post_led = are_led_by_posts(self.text, plain)
        self.lettered = self.alone and are_lettered(self.text, plain)
        self.capitals = self.alone and are_in_capitals(self.text, plain)
        self.heads = find_heads(self.text, atoms, evidence)
        self.behind = find_run_on(self.text, atoms)
        torn = find_torn(self.text, atoms)
        atoms = [x for x in atoms if x.start not in torn.starts]
        for at, atom in enumerate(atoms):
            following = atoms[at + 1] if at + 1 < len(atoms) else None
            self.led = bool(following and following.kind == "bracket")
            self.following = following
            if self._leads_others(atom):
                continue
            if self._is_heading(atom, following):
                self.heading = (atom.start, atom.end)
            elif atom.kind == "bracket":
                self.read_bracket(atom)
            else:
                self._plain(atom)
        pair_columns(self.text, self.entries, self.loose)
        self.entries += self.deputies
        for entry in self.entries:
            for span in torn.said.get(entry.row, ()):
                attach(self.text, entry, span)
            settle(self.text, entry)
        if self.opening and self.entries and not self.entries[0].roles:
            set_role(self.text, self.entries[0], self.opening)
        if self.parted:
            share_parted(self.text, self.entries)
        elif len(self.entries) == 2:
            share_body(self.text, *self.entries)
        share_rows(self.text, self.entries)
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

    def _plain(self, atom: Atom) -> None:
        """Read a piece outside brackets: names, a mark, or more of the last person."""
        text = self.text
        lead = LEAD_WORDS.match(text, atom.start, atom.end)
        start = lead.end() if lead and lead.end() < atom.end else atom.start
        late = LATE.search(text, start, atom.end)
        atom = self._shorten(atom, start)
        piece = text[start : atom.end]
        if PUBLIC.match(piece):
            return
        if MARK.fullmatch(piece) and SANCTION.match(text, atom.end):
            return  # "Apologies were received from": a sentence, no mark of anybody's
        if STANDS_FOR.fullmatch(piece) and self.entries:
            self.stood_for = self.entries[-1].name.name
            return
        start = self._skip_collective(atom, start + seated_lead(piece))
        if start >= atom.end or self._leads_names(atom, start):
            return
        piece = text[start : atom.end]
        if self.mark_status(piece) or self.say_of_all(atom, piece, start):
            return
        leading = atom.before in "\n" or atom.row != self.row
        if self._names(atom, start, leading):
            self.row = atom.row
            if late:
                self.entries[-1].note = late[0]
            return
        joined = JOINED.match(text, atom.start, atom.end)
        self.say(atom._replace(start=joined.end()) if joined else atom)

    def _shorten(self, atom: Atom, start: int) -> Atom:
        """Return a piece without what a sentence goes on to say of its list."""
        sanction = SANCTION.search(self.text, start, atom.end)
        if sanction:
            atom = atom._replace(end=sanction.start())
        if left := LEFT_AND.search(self.text, start, atom.end):
            atom = atom._replace(end=left.start())
        crowd = AND_PUBLIC.search(self.text, start, atom.end)
        return atom._replace(end=crowd.start()) if crowd else atom

    def _skip_collective(self, atom: Atom, start: int) -> int:
        """Return where a piece begins behind "Cllrs", and note that surnames follow."""
        skip = titled_collective(self.text[start : atom.end])
        whole = skip == atom.end - start and atom.before == ","
        if not skip or (whole and self.entries and self._is_office(atom, start)):
            return start
        self.alone, self.collective = True, atom.row
        self.plural, self.plural_row = None, -1
        if SEATED_POSTS.fullmatch(self.text, start, start + skip):
            self.plural, self.plural_row = (start, start + skip), atom.row
        start += skip
        while start < atom.end and self.text[start] in " .\n":
            start += 1
        return start

    def _is_office(self, atom: Atom, start: int) -> bool:
        """Tell whether a plural behind names is their post: "Town Supervisors"."""
        last = self.text[start : atom.end].split()[-1]
        return last.casefold() in PLURALS and self.entries[-1].row == atom.row

    def _leads_names(self, atom: Atom, start: int) -> bool:
        """Keep a post that the names behind it hold: "supervisors", "the Mayor"."""
        if atom.before == ";":
            self.plural, self.plural_row = None, -1
        if self.text[start : atom.end].casefold() in PLURALS:
            self.plural, self.plural_row = (start, atom.end), atom.row
            return True
        if self._is_title_cell(atom, start):
            return True
        if styled := STYLED.fullmatch(self.text, start, atom.end):
            self.post = (atom.row, styled.span("post"))
            return True
        if self._stands_before(atom, start):
            self.post = (atom.row, (start, atom.end))
            return True
        return False

    def _is_title_cell(self, atom: Atom, start: int) -> bool:
        """Tell whether a cell is the title of the member in the next one."""
        behind = self.following
        beside = behind is not None and (behind.before, behind.row) == ("\t", atom.row)
        return beside and bool(MEMBER_TITLE.fullmatch(self.text, start, atom.end))

    def _stands_before(self, atom: Atom, start: int) -> bool:
        """Tell whether a post opens a piece of its own: "; the Clerk, Mrs E Bell;"."""
        behind = self.following
        lead = self.text[atom.start : start].casefold().split()
        if not behind or behind.before != "," or behind.kind != "text":
            return False
        linked = AND_BEFORE.search(self.text, max(0, atom.start - 6), atom.start)
        opens = atom.before != "," or len(lead) > 1 or linked or self._last_is_led()
        if lead[-1:] != ["the"] or not opens:
            return False
        crowd = AND_PUBLIC.search(self.text, behind.start, behind.end)
        end = crowd.start() if crowd else behind.end
        names = find_in(self.text, behind.start, end, False)
        return (
            len(names) == 1
            and bool(names[0].titles)
            and has_role_word(self.text[start : atom.end])
        )

    def _last_is_led(self) -> bool:
        """Tell whether the post of the last person stands before the name."""
        last = self.entries[-1] if self.entries else None
        if last and last.seat:
            return True
        return bool(last and last.roles and last.roles[0][0] < last.name.start)

    def _names(self, atom: Atom, start: int, leading: bool) -> bool:
        """Enter whom a piece names, and tell whether it names anybody."""
        if self._bare_names(atom, start, leading):
            return True
        if not self.posts_first and self._linked(start, atom.end, atom):
            return True
        if self._behind_post(atom, start):
            return True
        if self.posts_first:
            return False
        return self._before_post(atom, start, leading) or self._run(atom, start)

    def _bare_names(self, atom: Atom, start: int, leading: bool) -> bool:
        """Enter the names of a piece that holds nothing else."""
        alone = self.alone or bool(self.plural and self.plural_row == atom.row)
        names = find_in(self.text, start, atom.end, alone)
        if names and not self._acceptable(names, atom, leading):
            names = []
        if len(names) == 1 and (
            led_by_post(names[0]) or ends_in_post(self.text, names[0])
        ):
            names = []
        if not names and atom.row == self.collective:
            names = find_seated(self.text, start, atom.end)
        for entry in [self.add(n, atom.row) for n in names]:
            if self.plural:
                entry.seat = self.plural
                entry.bare = False
        return bool(names)

    def _behind_post(self, atom: Atom, start: int) -> bool:
        """Enter the holder of "Fire Chief Tom Holt"."""
        text = self.text
        behind = name_behind_role(text, start, atom.end, self.parted or self.post_led)
        if not behind:
            return self._enter_holder(atom, start)
        role, name = behind
        beside = atom.before == "\t" and atom.row in {x.row for x in self.entries[-1:]}
        if beside and not (name.given or name.titles):
            return False  # "Ada Penrose | VP Sport"
        if self.behind.get(atom.start) == role and self.entries:
            attach(text, self.entries[-1], role)
            self.add(name, atom.row)
            return True
        if self.posts_first and not is_plural_post(text[slice(*role)]):
            return False
        name, *others = self._pair(name)
        set_role(text, self.add(name, atom.row), role)
        for other in others:
            self.add(other, atom.row)
        last = text[slice(*role)].split()[-1]
        self.plural, self.plural_row = None, -1
        if last.casefold() in PLURALS or is_plural_post(last):
            self.plural, self.plural_row = role, atom.row
        return True

    def _enter_holder(self, atom: Atom, start: int) -> bool:
        """Enter the holder of "Town Engineer Tom Holt of Marl Ltd", with the body."""
        found = None if self.posts_first else holder_from(self.text, start, atom.end)
        if found is None:
            return False
        role, name, body = found
        entry = self.add(name, atom.row)
        set_role(self.text, entry, role)
        set_body(self.text, entry, body)
        return True

    def _before_post(self, atom: Atom, start: int, leading: bool) -> bool:
        """Enter whom "Tom Holt Chairman SFA" names, and say the rest of the last."""
        ahead = name_before_role(self.text, start, atom.end)
        if not ahead or not (leading or atom.before != "\t" or evidence(ahead[0])):
            return False
        name, rest = ahead
        begun = starts_role(self.text[rest[0] : rest[1]].split()[0])
        if begun and not evidence(name) and self._says_more(atom):
            return (
                False  # "Tom Holt, Mill Area Engineer", "Tom Holt - Tree Life Officer"
            )
        several = name.given.count(" ") > 1
        run = split_run(self.text, start, name.end) if several else []
        if len(run) > 1:
            for other in run[:-1]:
                self.add(other, atom.row)
            name = run[-1]
        attach(self.text, self.add(name, atom.row), rest)
        if _WHENCE.match(self.text, rest[0]):
            share_pair(self.text, self.entries, 0)
        return True

    def _says_more(self, atom: Atom) -> bool:
        """Tell whether a piece behind a comma may be of the person before it."""
        last = self.entries[-1] if self.entries else None
        if last is None or not last.bare or last.roles:
            return False
        if self.loose and last.strong and atom.before == "\n":
            return last.row == atom.row - 1  # a list of names, each above a post
        return atom.before in _MORE and last.row == atom.row

    def _run(self, atom: Atom, start: int) -> bool:
        """Enter the names of a run that nothing parts."""
        words = self.text[start : atom.end].split()
        run = split_run(self.text, start, atom.end) if len(words) > 3 else []
        if atom.before == ")" and has_organisation_word(words[-1]):
            return False  # "Ada Penrose (AP) Open Door Family Service"
        if len(run) < 2 or sum(evidence(n) for n in run) < len(run) / 2:
            return False
        for name in run:
            self.add(name, atom.row)
        return True

    def _linked(self, start: int, end: int, atom: Atom) -> bool:
        """Read "Tom Holt and Clerk Ann Bell": halves of different make."""
        text = self.text
        parts = list(LINKS.finditer(text, start, end))
        if not parts:
            return False
        ahead = holder_from(text, parts[-1].end(), end)
        self.post_led = self.post_led or ahead is not None
        known = (self.alone, bool(self.entries), self.post_led)
        for match in parts:
            if parts_people(text, start, match.span(), end, *known):
                self._plain(Atom("text", start, match.start(), atom.before, atom.row))
                self._plain(Atom("text", match.end(), end, ",", atom.row))
                return True
        if len(parts) == 1 and BARE_POST.fullmatch(text, parts[0].end(), end):
            self._plain(Atom("text", start, parts[0].start(), atom.before, atom.row))
            post = Atom("text", parts[0].end(), end, ",", atom.row)
            self._leads_names(post, unled(text, post)[0])
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
        if self.lettered and atom.before == "," and all(map(_is_called, names)):
            return True
        piece = self.text[atom.start : atom.end]
        if has_organisation_word(piece) and not self.capitals:
            return False
        if self.entries and not self.alone and is_called_body(piece, likely=True):
            return False  # "Ada Penrose - Mill Water"
        if has_role_word(piece) and not self.alone:
            return False
        if atom.before == "\t" and self.entries and not self.side_by_side:
            return False
        if len(names) > 1 and evidence(names[0]) and " and " in piece:
            return True
        if atom.before == "," and self.parted and self.entries and not self.led:
            return False
        last = self.entries[-1] if self.entries else None
        if self.rows and atom.before == "," and last and last.row == atom.row:
            between = self.text[last.name.end : names[0].start].rstrip(" ,\n")
            if between.endswith((")", "]")):
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


def _is_called(name: Name) -> bool:
    """Tell whether a name is a given name, with a letter behind it or none."""
    return not name.surname or is_given(name.name)
