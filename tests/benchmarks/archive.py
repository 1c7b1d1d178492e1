"""Makes an archive of invented minutes: any number, always the same, no two alike.

Councils and bodies grow with the archive, as they do in life; most files are PDFs of
one to five pages, the others DOCX, HTML and plain text.
"""

from __future__ import annotations

import html
import io
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pdf_maker import Sheet, make_pdf

GIVEN = [
    "Ada",
    "Bram",
    "Clara",
    "Denzil",
    "Edith",
    "Fergus",
    "Gwen",
    "Hector",
    "Ines",
    "Jasper",
    "Kerensa",
    "Lowen",
    "Morwenna",
    "Ned",
    "Olwen",
    "Piers",
    "Queenie",
    "Rowan",
    "Sabra",
    "Tobias",
    "Una",
    "Vernon",
    "Wilf",
    "Xanthe",
    "Yestin",
    "Zelah",
    "Agnes",
    "Bertram",
    "Cecily",
    "Dorian",
]
FIRST = [
    "Pen",
    "Thorn",
    "Aver",
    "Mar",
    "Quay",
    "Oak",
    "Hazel",
    "Win",
    "Stan",
    "Bar",
    "Vos",
    "Tarr",
    "Lang",
    "Hol",
    "Kest",
    "Ash",
    "Elm",
    "Brock",
    "Carn",
    "Dun",
    "Fenn",
    "Gar",
    "Hay",
    "Ing",
    "Jar",
    "Kell",
    "Lode",
    "Mel",
    "Nor",
    "Orm",
]
LAST = [
    "rose",
    "by",
    "ley",
    "low",
    "field",
    "ant",
    "er",
    "ham",
    "combe",
    "ton",
    "well",
    "wick",
    "worth",
    "hurst",
    "den",
    "stead",
    "brook",
    "dale",
    "ford",
    "ridge",
    "mere",
    "garth",
    "holt",
    "shaw",
]
PLACES = [
    "hedge",
    "bench",
    "pavilion",
    "playground",
    "allotment",
    "footpath",
    "noticeboard",
    "lamp",
    "culvert",
    "bus-shelter",
    "fence",
    "car-park",
    "pump-room",
    "bandstand",
    "mill-pond",
    "bridleway",
    "cemetery-wall",
    "library-roof",
    "orchard",
    "tennis-court",
]
WORKS = [
    "repair",
    "painting",
    "renewal",
    "removal",
    "survey",
    "lighting",
    "drainage",
    "insurance",
]
TITLES = """Planning applications|Highways and footpaths|Finance|Open spaces|Allotments|
Correspondence|Policing report|Community grants|Car parks|Youth provision|Cemetery|
Climate and nature|Events|Staffing""".replace("\n", "").split("|")
BODIES = (
    "Parish Council",
    "Planning Committee",
    "Finance Committee",
    "Open Spaces Group",
)


@dataclass(frozen=True)
class Made:
    """One document before it has a format."""

    name: str
    title: str
    lines: tuple[str, ...]  # a blank one between paragraphs


def words_of(random: Random, number: int) -> str:
    return f"{random.choice(PLACES)} {random.choice(WORKS)} {number}"


def surname(random: Random) -> str:
    return random.choice(FIRST) + random.choice(LAST)


def make(number: int, *, long: bool = True) -> Made:
    """Return document `number`; the same for the same number."""
    random = Random(number)
    council = number // 60  # sixty documents a council
    place = Random(10_000_000 + council)
    town = f"{surname(place)} {surname(place)}".title()
    body = BODIES[number % len(BODIES)]
    whole = f"{town} Parish Council"
    members = [f"{place.choice(GIVEN)} {surname(place)}" for _ in range(12)]
    random.shuffle(members)
    day = date(1995, 1, 2) + timedelta(days=random.randrange(10_000))
    said = f"{day:%A} {day.day} {day:%B %Y}"
    lines = [whole.upper(), f"{body}" if body != "Parish Council" else "Full Council"]
    lines += [
        f"Minutes of the meeting held on {said} at 7.30pm in {town} Village Hall", "",
        f"Present: Councillors {', '.join(members[:6])} ({members[0]} in the chair)",
        f"In attendance: {members[8]} (Clerk), {random.randrange(2, 30)} residents",
        f"Apologies: Councillors {members[6]} and {members[7]}", "",
    ]  # fmt: skip
    titles = ["Apologies for absence", "Declarations of interest", "Minutes"]
    titles += random.sample(TITLES, 12 if long else 3)
    for place_, title in enumerate(titles, 1):
        lines += [f"{place_}. {title}"]
        for part in range(random.randrange(1, 5)):
            lines += paragraph(random, members, number * 1000 + place_ * 10 + part, day)
        lines.append("")
    following = day + timedelta(days=28)
    lines += [f"The meeting closed at 9.{random.randrange(10, 60)}pm."]
    lines += [f"Date of next meeting: {following.day} {following:%B %Y}"]
    name = f"{council:04}/{day.isoformat()}-{number:06}"
    return Made(name, f"{whole} {said}", tuple(lines))


def paragraph(random: Random, names: list[str], number: int, day: date) -> list[str]:
    """Return a paragraph of minute text as lines of print."""
    amount = f"£{random.randrange(20, 90_000):,}.{random.randrange(100):02}"
    due = day + timedelta(days=random.randrange(5, 200))
    subject = words_of(random, number)
    kinds = (
        f"Cllr {names[1].split()[1]} reported that the {subject} had been looked at by"
        f" the contractor, who asked for {amount} and could begin on {due.day}"
        f" {due:%B %Y}. Several residents had written about the {random.choice(PLACES)}"
        " since the spring, and the Clerk had answered each of them by letter.",
        f"RESOLVED that the {subject} be approved at a cost of {amount}."
        f" Proposed by Cllr {names[2]}, seconded by Cllr {names[3]}.",
        f"It was agreed that {names[4]} would obtain three quotations for the {subject}"
        f" before {due.day} {due:%B %Y}, and that the sum of {amount} be set aside.",
        f"Members noted the letter about the {subject}. The Clerk to reply by"
        f" {due.day} {due:%B %Y}.",
        f"The {random.choice(PLACES)} was discussed at length. Cllr {names[5]} said"
        f" that the {subject} could not wait, while others thought that the reserve of"
        f" {amount} should be kept for the winter. No decision was taken.",
    )
    return wrap(random.choice(kinds))


def wrap(text: str, width: int = 92) -> list[str]:
    out, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) + 1 > width:
            out.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*out, line]


def as_pdf(made: Made, *, kerned: bool) -> bytes:
    """Return a PDF; kerned as a word processor writes it, or a string a line."""
    sheets: list[Sheet] = []
    for index, line in enumerate(made.lines):
        if index % 52 == 0:
            sheets.append(Sheet())
            sheets[-1].text(260, 20, f"Page {len(sheets)}", 9)
        font = "F2" if line[:1].isdigit() and len(line) < 50 else "F1"
        y = 790 - 14 * (index % 52)
        if not line:
            continue
        if kerned:
            plain = line.replace("\\", "").replace("(", "\\(").replace(")", "\\)")
            pieces = "-4(".join(f"{x} )" for x in plain.split(" "))
            show = f"[({pieces}] TJ"
            sheets[-1].raw(f"BT /{font} 10 Tf 1 0 0 1 60 {y} Tm {show} ET")
        else:
            sheets[-1].text(60, y, line, 10, font)
    return make_pdf(*sheets)


def as_html(made: Made) -> bytes:
    body = "".join(f"<p>{html.escape(x)}</p>\n" for x in paragraphs(made))
    return (
        f"<!doctype html><html><head><title>{html.escape(made.title)}</title></head>"
        f"<body><nav><ul><li>Home</li><li>Contact</li></ul></nav>{body}</body></html>"
    ).encode()


def as_text(made: Made) -> bytes:
    return ("\n".join(made.lines) + "\n").encode()


def paragraphs(made: Made) -> Iterator[str]:
    """Yield the lines with wrapped ones joined again."""
    held = ""
    for line in made.lines:
        starts = not line or line[:1].isdigit() or len(held) < 70
        if held and starts:
            yield held
            held = ""
        held = f"{held} {line}".strip()
    if held:
        yield held


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KINDS = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"


def as_docx(made: Made) -> bytes:
    body = "".join(
        f"<w:p><w:r><w:t>{html.escape(x)}</w:t></w:r></w:p>" for x in paragraphs(made)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{KINDS}"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="r1"'
        f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body>'
        "</w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


def encode(number: int, *, long: bool = True) -> tuple[str, bytes]:
    """Return the name and the bytes of document `number`."""
    made = make(number, long=long)
    kind = number % 20
    if kind < 15:
        return f"{made.name}.pdf", as_pdf(made, kerned=bool(kind % 2))
    if kind < 17:
        return f"{made.name}.docx", as_docx(made)
    if kind < 19:
        return f"{made.name}.html", as_html(made)
    return f"{made.name}.txt", as_text(made)


def write_archive(folder: Path, count: int, *, long: bool = True) -> Path:
    """Write `count` documents under a folder and return it."""
    for number in range(count):
        name, data = encode(number, long=long)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
