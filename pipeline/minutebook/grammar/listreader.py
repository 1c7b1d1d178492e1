"""Reads the pieces of one attendance list into entries: who, as what, from where."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
)
from minutebook.grammar.atoms import Atom, Range, trim
from minutebook.grammar.brackets import find_deputy, say_in_bracket
from minutebook.grammar.entries import (
    LATE,
    MARK,
    PUBLIC,
    Entry,
    attach,
    behind_comma,
    is_field,
    names_field,
    set_role,
    settle,
)
from minutebook.grammar.entryheads import Heads, find_heads, find_run_on
from minutebook.grammar.listmanner import (
    names_in_brackets,
    names_in_columns,
    rows_of_names,
)
from minutebook.grammar.listnames import (
    LINKS,
    are_in_capitals,
    are_led_by_posts,
    ends_in_post,
    evidence,
    find_in,
    find_seated,
    is_of_several,
    is_plural_post,
    led_by_post,
    name_before_role,
    name_behind_role,
    parts_people,
    seated_lead,
    split_pair,
    titled_collective,
)
from minutebook.grammar.listwords import (
    ALL_OF,
    AND_BEFORE,
    AND_PUBLIC,
    BARE_POST,
    JOINED,
    LEAD_WORDS,
    LEFT_AND,
    MEMBER_TITLE,
    PARLIAMENT,
    PLURALS,
    POSTS,
    SANCTION,
    SEATED_POSTS,
    STANDS_FOR,
    STYLED,
    unled,
)
from minutebook.grammar.names import Name, find_names, shift_name
from minutebook.grammar.postwords import starts_role
from minutebook.grammar.runs import split_run
from minutebook.grammar.sharing import share_body, share_cell, share_pair, share_parted
from minutebook.grammar.torncolumns import Loose, find_torn, pair_columns

_MORE = (",", "-", "–", "—")  # behind which more is said of a person
# "Holt (D)", "Holt (P L)", "Holt (A.B.)": what tells those of one surname apart
_APART = re.compile(r"[A-Z]\.?(?:(?:\s|(?<=\.))[A-Z]\.?){0,2}")
_LEGEND = re.compile(r"[*†‡#]\s{0,3}(?:[=–:-]|\w)")  # "(* = joined during item 3)"


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
        self.post_led = False  # each piece is a post and its holder
        self.behind: dict[int, Range] = {}  # "Ada Penrose, [Chair] Tom Holt, Clerk"
        self.parted = False  # semicolons part the people, commas do not
        self.alone = alone  # a surname alone is a name
        self.rows = rows  # one person a line
        self.capitals = False  # a word of capitals is a surname, no body's letters
        self.entries: list[Entry] = []
        self.pending: list[Atom] = []  # what stands before a name in brackets
        self.plural: Range | None = None  # "supervisors Ada Penrose, Tom Holt"
        self.plural_row = -1
        self.row = -1
        self.following: Atom | None = None
        self.led = False  # a bracket follows the piece being read
        self.stood_for: str | None = None  # whom the next person came in place of
        self.loose: list[Loose] = []  # lines that no name leads
        self.deputies: list[Entry] = []  # whom brackets name
        self.opening: Range | None = None  # "[Secretary], Ada Penrose" opens the list

    def read(self, atoms: list[Atom]) -> list[Entry]:
        """Return the entries of the atoms, in their order."""
        self.posts_first = names_in_brackets(self.text, atoms)
        self.side_by_side = names_in_columns(self.text, atoms, self.alone)
        self.listed = rows_of_names(self.text, atoms)
        self.parted = sum(x.before == ";" for x in atoms) > 1 and not self.alone
        plain = [(x.start, x.end) for x in atoms if x.kind == "text"]
        self.post_led = are_led_by_posts(self.text, plain)
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
                self._bracket(atom)
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
        if self._status_mark(piece) or self._all_of(atom, piece, start):
            return
        leading = atom.before in "\n" or atom.row != self.row
        if self._names(atom, start, leading):
            self.row = atom.row
            if late:
                self.entries[-1].note = late[0]
            return
        joined = JOINED.match(text, atom.start, atom.end)
        self._affiliate(atom._replace(start=joined.end()) if joined else atom)

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
        for entry in [self._add(n, atom.row) for n in names]:
            if self.plural:
                entry.seat = self.plural
                entry.bare = False
        return bool(names)

    def _behind_post(self, atom: Atom, start: int) -> bool:
        """Enter the holder of "Fire Chief Tom Holt"."""
        text = self.text
        behind = name_behind_role(text, start, atom.end, self.parted or self.post_led)
        if not behind:
            return False
        role, name = behind
        beside = atom.before == "\t" and atom.row in {x.row for x in self.entries[-1:]}
        if beside and not (name.given or name.titles):
            return False  # "Ada Penrose | VP Sport"
        if self.behind.get(atom.start) == role and self.entries:
            attach(text, self.entries[-1], role)
            self._add(name, atom.row)
            return True
        if self.posts_first and not is_plural_post(text[slice(*role)]):
            return False
        name, *others = self._pair(name)
        set_role(text, self._add(name, atom.row), role)
        for other in others:
            self._add(other, atom.row)
        last = text[slice(*role)].split()[-1]
        self.plural, self.plural_row = None, -1
        if last.casefold() in PLURALS or is_plural_post(last):
            self.plural, self.plural_row = role, atom.row
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
                self._add(other, atom.row)
            name = run[-1]
        attach(self.text, self._add(name, atom.row), rest)
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
            self._add(name, atom.row)
        return True

    def _linked(self, start: int, end: int, atom: Atom) -> bool:
        """Read "Tom Holt and Clerk Ann Bell": halves of different make."""
        text = self.text
        parts = list(LINKS.finditer(text, start, end))
        if not parts:
            return False
        known = (self.alone, bool(self.entries))
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
        piece = self.text[atom.start : atom.end]
        if has_organisation_word(piece) and not self.capitals:
            return False
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

    def _pair(self, name: Name) -> list[Name]:
        """Return the two people whom a name of four words is, or the one."""
        if name.titles or name.name.count(" ") != 3:
            return [name]
        two = split_pair(self.text[name.start : name.end])
        return [shift_name(x, name.start) for x in two] or [name]

    def _add(self, name: Name, row: int) -> Entry:
        *others, name = self._pair(name)
        for other in others:
            self._add(other, row)
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
        title = name.titles.casefold().split()
        for word in POSTS:
            if word in title:
                at = self.text.casefold().find(word, name.start, name.end)
                begin = at
                for prior in ("deputy ", "lord "):
                    if self.text[at - len(prior) : at].casefold() == prior:
                        begin = at - len(prior)
                entry.roles.append((begin, at + len(word)))
        for word in PARLIAMENT:
            if word in name.post.split():
                at = self.text.rfind(word, name.start, name.end)
                entry.roles.append((at, at + len(word)))
        self.entries.append(entry)
        self.pending = []
        if name.titles and not name.given:
            self.alone = self.alone or name.titles[-1:] == "s"
        return entry

    def _opens_with(self, atom: Atom, name: Name) -> Range | None:
        """Return a post that nothing but a comma parts from the first name."""
        span = atom.start, atom.end
        between = self.text[atom.end : name.start].strip(" ")
        post = has_role_word(self.text[slice(*span)]) and atom.kind == "text"
        return span if post and between in (",", "-", "–", "") else None

    def _status_mark(self, piece: str) -> bool:
        match = MARK.fullmatch(piece.strip(" ."))
        if match and self.entries:
            self.entries[-1].status = match.lastgroup
            return True
        return False

    def _all_of(self, atom: Atom, piece: str, start: int) -> bool:
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

    def _bracket(self, atom: Atom) -> None:
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
        if deputy := find_deputy(text, (atom.start, atom.end)):
            self._enter_deputy(deputy, atom.row)
            return
        before = len(last.said)
        say_in_bracket(text, last, (atom.start, atom.end))
        share_pair(text, self.entries, before)

    def _enter_deputy(self, who: Range, row: int) -> None:
        """Enter who came instead of the last person, before whom more may be said."""
        names = find_names(self.text, *who)
        if not names or names[0].start > who[0] + 1 or not names[0].given:
            return
        whom, name = self.entries[-1], names[0]
        deputy = self._add(name, row)
        deputy.status, deputy.substitute_for = "present", whom.name.name
        rest = trim(self.text, name.end, who[1])
        if rest[0] < rest[1]:
            attach(self.text, deputy, rest)
        self.deputies.append(self.entries.pop())

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
            entry = self._add(name, atom.row)
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
