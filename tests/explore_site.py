"""A small database about an invented parish, with the PDF that it was read from.

Everything in it is placed by hand, so that a test knows where each word stands.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutebook.store import open_database

LEFT, TOP, STEP, SIZE = 60.0, 70.0, 18.0, 11.0
PAGES = (
    (
        "Thornbeck Parish Council",
        "Minutes of the meeting held on 7 March 2023 at 7.30 pm in the Reading Room",
        "Present: Cllr Ada Penrose (Chair), Cllr Bram Okafor, Cllr Clara Winslade",
        "In attendance: Denzil Marchbank (Clerk)",
        "1. Apologies for absence",
        "Apologies were received from Cllr Edith Lumley.",
        "2. Minutes of the last meeting",
        "RESOLVED that the minutes of 7 February 2023 be signed as a correct record.",
        "3. Playground lease",
        "The Clerk reported on the lease of the playground from Brackwater Trust.",
        "RESOLVED that the playground lease be renewed for ten years at £1,250 a year.",
        "Proposed by Cllr Okafor, seconded by Cllr Winslade. 4 for, 1 against.",
        "Denzil Marchbank to sign the lease by 31 March 2023.",
    ),
    (
        "4. Speed limit on Mill Lane",
        "It was agreed that the county be asked for a 20 mph speed limit.",
        "5. Café in the park",
        "Consideration of the café was deferred to the next meeting.",
        "The meeting closed at 9.05 pm.",
    ),
)
HOSTILE = (
    "<script>alert('ran')</script>",
    "<img src=x onerror=alert('ran')>",
    "javascript:alert('ran')",
    '"><svg onload=alert(1)>',
    "</title><script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "\u202egnitirw desrever\u202c",
    "\ue000not a hit\ue001",
    "=cmd|' /C calc'!A0",
    "Robert'); DROP TABLE decisions;--",
)


@dataclass(frozen=True, slots=True)
class Desk:
    """The database, and the refs of what stands in it."""

    path: Path
    pdf: Path
    lease: str = "thornbeck-2023-03-07-lease"
    meeting: str = "thornbeck-2023-03-07"
    document: str = "thornbeck-march-2023"
    body: str = "thornbeck-parish-council"
    mover: str = "bram-okafor"


def make_pdf(pages: tuple[tuple[str, ...], ...] = PAGES) -> bytes:
    """Return a PDF with these lines on its pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
    objects.append(font + b" /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        drawn = b"".join(_drawn(line, place) for place, line in enumerate(lines))
        packed = zlib.compress(drawn)
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
            % (len(packed), packed)
        )
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), listed)
    return _assembled(objects)


def _drawn(line: str, place: int) -> bytes:
    escaped = line.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        escaped = escaped.replace(sign, b"\\" + sign)
    height = 842 - TOP - place * STEP - SIZE
    return b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (SIZE, LEFT, height, escaped)


def _assembled(objects: list[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    data += b"trailer << /Size %d /Root 1 0 R >>\n" % size
    return data + b"startxref\n%d\n%%%%EOF\n" % start


class Maker:
    """Puts rows into a database one by one."""

    def __init__(self, path: Path) -> None:
        self.db = open_database(path)

    def add(self, table: str, **values: Any) -> None:
        """Put one row in."""
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        self.db.conn.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values())
        )

    def finish(self) -> None:
        """Index the text and close the database."""
        self.db.conn.execute(
            "UPDATE decisions SET title = (SELECT title FROM items WHERE id = item_id)"
        )
        for table in ("decisions_fts", "items_fts"):
            self.db.conn.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")
        self.db.conn.commit()
        self.db.close()


def make_desk(folder: Path) -> Desk:
    """Return a database of two meetings, one of them with its PDF."""
    pdf = folder / "march 2023.pdf"
    pdf.write_bytes(make_pdf())
    desk = Desk(folder / "minutes.db", pdf)
    maker = Maker(desk.path)
    _entities(maker)
    _document(maker, desk)
    _later_meeting(maker)
    maker.add("redirects", kind="person", ref="b-okafor", target_kind="person",
              target=desk.mover)  # fmt: skip
    maker.finish()
    return desk


def _entities(maker: Maker) -> None:
    name = "Thornbeck Parish Council"
    maker.add("loads", id=1, started_at="2024-05-01T10:00:00", status="finished",
              version="1", paths="[]", options="{}", files=3, loaded=2, failed=1,
              finished_at="2024-05-01T10:00:09")  # fmt: skip
    maker.add("failures", load_id=1, path="scan.pdf", stage="load", reason="scanned")
    ref = "thornbeck-parish-council"
    maker.add("councils", id=1, ref=ref, name=name, key=name)
    maker.add("bodies", id=1, ref=ref, council_id=1, name=name, key=name)
    maker.add("organisations", id=1, ref="brackwater-trust", name="Brackwater Trust",
              key="brackwater trust")  # fmt: skip
    people = (
        ("ada-penrose", "Ada Penrose", "member"),
        ("bram-okafor", "Bram Okafor", "member"),
        ("clara-winslade", "Clara Winslade", "member"),
        ("denzil-marchbank", "Denzil Marchbank", "officer"),
        ("edith-lumley", "Edith Lumley", "member"),
        ("a-resident", "Olwen Quayle", "public"),
    )
    for number, (at, written, kind) in enumerate(people, 1):
        maker.add("people", id=number, ref=at, name=written, kind=kind, key=at,
                  body_id=1)  # fmt: skip
        maker.add("names", entity_kind="person", entity_id=number, name=written,
                  count=1)  # fmt: skip


def _document(maker: Maker, desk: Desk) -> None:
    text = "\n".join(line for page in PAGES for line in page)
    data = desk.pdf.read_bytes()
    checksum = hashlib.sha256(data).hexdigest()
    maker.add("documents", id=1, ref=desk.document, sha256=checksum,
              path="march 2023.pdf", media_type="application/pdf", bytes=len(data),
              pages=2, words=len(text.split()), status="loaded",
              loaded_at="2024-05-01T10:00:00", version="1", kind="minutes")  # fmt: skip
    maker.add("sources", location=str(desk.pdf), path="march 2023.pdf",
              sha256=checksum, status="loaded", document_id=1, version="1")  # fmt: skip
    maker.add("texts", document_id=1, text=text)
    start = 0
    for number, lines in enumerate(PAGES, 1):
        first = start
        for place, line in enumerate(lines):
            top = TOP + place * STEP
            maker.add("lines", document_id=1, start=start, end=start + len(line),
                      page=number, left=LEFT, top=top, right=LEFT + 5.2 * len(line),
                      bottom=top + SIZE + 3)  # fmt: skip
            start += len(line) + 1
        maker.add("pages", document_id=1, page=number, start=first,
                  end=min(start, len(text)), width=595.0, height=842.0)  # fmt: skip
    _findings(maker, desk, text)


def _findings(maker: Maker, desk: Desk, text: str) -> None:
    def span(quoted: str) -> dict[str, int]:
        at = text.index(quoted)
        page = 1 if at < text.index(PAGES[1][0]) else 2
        return {"start": at, "end": at + len(quoted), "page": page}

    maker.add("meetings", id=1, ref=desk.meeting, document_id=1, council_id=1,
              body_id=1, date="2023-03-07", start_time="19:30", end_time="21:05",
              venue="Reading Room", year=2023, next='["2023-04-04"]')  # fmt: skip
    titles = [x for page in PAGES for x in page if x[0].isdigit()]
    for number, title in enumerate(titles, 1):
        start = text.index(title)
        end = text.index(titles[number]) if number < len(titles) else len(text)
        maker.add("items", id=number, ref=f"{desk.meeting}-i{number}", meeting_id=1,
                  position=number, number=str(number), title=title[3:],
                  text=text[start:end], start=start, end=end,
                  page=span(title)["page"], body_start=start + len(title),
                  standing=int(number < 3))  # fmt: skip
    decided = (
        ("minutes", 2, "approved", PAGES[0][7], {"standing": 1}),
        ("lease", 3, "resolved", PAGES[0][10], {
            "mover_id": 2, "seconder_id": 3, "mover": "Bram Okafor",
            "seconder": "Clara Winslade", "votes_for": 4, "votes_against": 1}),
        ("speed", 4, "resolved", PAGES[1][1], {"unanimous": 1}),
        ("cafe", 5, "deferred", PAGES[1][3], {}),
    )  # fmt: skip
    for number, (name, item, kind, words, more) in enumerate(decided, 1):
        maker.add("decisions", id=number, ref=f"{desk.meeting}-{name}", meeting_id=1,
                  item_id=item, council_id=1, body_id=1, date="2023-03-07", year=2023,
                  kind=kind, text=words, rule="resolved-that", position=number,
                  certainty=0.93, **span(words), **more)  # fmt: skip
    maker.add("decision_votes", decision_id=2, person_id=1, vote="against", position=1,
              name="Ada Penrose", **span("1 against"))  # fmt: skip
    task = PAGES[0][12]
    maker.add("actions", id=1, ref=f"{desk.meeting}-a1", meeting_id=1, item_id=3,
              text=task, due_date="2023-03-31", rule="to-do", position=1,
              **span(task))  # fmt: skip
    maker.add("action_owners", action_id=1, person_id=4, position=1,
              name_as_written="Denzil Marchbank", name="Denzil Marchbank")  # fmt: skip
    _names(maker, span)


def _names(maker: Maker, span: Any) -> None:
    attended = (
        (1, "Cllr Ada Penrose", "present", None, 1),
        (2, "Cllr Bram Okafor", "present", None, 0),
        (3, "Cllr Clara Winslade", "present", None, 0),
        (4, "Denzil Marchbank", "present", "Clerk", 0),
        (5, "Cllr Edith Lumley", "apologies", None, 0),
    )
    for number, (person, written, status, role, chair) in enumerate(attended, 1):
        name = written.removeprefix("Cllr ")
        maker.add("attendance", meeting_id=1, person_id=person, status=status,
                  name_as_written=written, name=name, role=role, is_chair=chair,
                  position=number, **span(written))  # fmt: skip
        maker.add("mentions", id=number, document_id=1, kind="person", text=written,
                  name=name, rule="listed", person_id=person,
                  **span(written))  # fmt: skip
    maker.add("mentions", id=10, document_id=1, kind="money", text="£1,250 a year",
              name="£1,250", rule="sign", decision_id=2, item_id=3,
              **span("£1,250 a year"))  # fmt: skip
    maker.add("money", mention_id=10, amount=1250.0, currency="GBP", per="year")
    maker.add("mentions", id=11, document_id=1, kind="organisation", item_id=3,
              text="Brackwater Trust", name="Brackwater Trust", rule="head-noun",
              organisation_id=1, **span("Brackwater Trust"))  # fmt: skip
    maker.add("mentions", id=12, document_id=1, kind="person", item_id=3,
              text="Cllr Okafor", name="Okafor", rule="surname", person_id=2,
              decision_id=2, **span("Cllr Okafor"))  # fmt: skip
    maker.add("mentions", id=13, document_id=1, kind="date", item_id=3,
              text="31 March 2023", name="31 March 2023", rule="day",
              **span("31 March 2023"))  # fmt: skip
    maker.add("dates", mention_id=13, earliest="2023-03-31", latest="2023-03-31",
              precision="day", iso="2023-03-31")  # fmt: skip


def _later_meeting(maker: Maker) -> None:
    """Put in the meeting after, without a file that could be drawn."""
    text = "5. Playground lease\nRESOLVED that the signed lease be noted."
    maker.add("documents", id=2, ref="thornbeck-april-2023", sha256="ab" * 32,
              path="april.txt", media_type="text/plain", bytes=len(text), pages=1,
              words=10, status="loaded", loaded_at="2024-05-01T10:00:01", version="1",
              kind="minutes")  # fmt: skip
    maker.add("texts", document_id=2, text=text)
    maker.add("pages", document_id=2, page=1, start=0, end=len(text))
    maker.add("meetings", id=2, ref="thornbeck-2023-04-04", document_id=2,
              council_id=1, body_id=1, date="2023-04-04", year=2023,
              approves='["2023-03-07"]', is_draft=1)  # fmt: skip
    maker.add("items", id=20, ref="thornbeck-2023-04-04-i5", meeting_id=2, position=1,
              number="5", title="Playground lease", text=text, start=0, end=len(text),
              page=1, body_start=19)  # fmt: skip
    words = "RESOLVED that the signed lease be noted."
    maker.add("decisions", id=20, ref="thornbeck-2023-04-04-noted", meeting_id=2,
              item_id=20, council_id=1, body_id=1, date="2023-04-04", year=2023,
              kind="noted", text=words, rule="resolved-that", position=1, start=20,
              end=len(text), page=1, certainty=0.9)  # fmt: skip


def make_hostile(folder: Path) -> Path:
    """Return a database in which every text is an attack."""
    path = folder / "hostile.db"
    maker = Maker(path)
    maker.add("loads", id=1, started_at="2024-05-01", status=HOSTILE[0],
              version=HOSTILE[0], paths=HOSTILE[0], options="{}", files=1)  # fmt: skip
    maker.add("failures", load_id=1, path=HOSTILE[1], stage="load", reason=HOSTILE[0])
    for number, attack in enumerate(HOSTILE, 1):
        _attack(maker, number, attack)
    maker.finish()
    return path


def _attack(maker: Maker, number: int, attack: str) -> None:
    """Put one string into every field that a page shows."""
    key = f"{number}"
    span = {"start": 0, "end": len(attack), "page": 1}
    maker.add("councils", id=number, ref=f"c{key}", name=attack, key=key)
    maker.add("bodies", id=number, ref=f"b{key}", council_id=number,
              name=f"{attack} body", key=key)  # fmt: skip
    maker.add("people", id=number, ref=f"p{key}", name=attack, kind="member", key=key,
              body_id=number, reason=attack)  # fmt: skip
    maker.add("organisations", id=number, ref=f"o{key}", name=attack, key=key)
    maker.add("names", entity_kind="person", entity_id=number, name=f"{attack} aka",
              count=1)  # fmt: skip
    text = f"{attack} village {attack}"
    maker.add("documents", id=number, ref=f"d{key}", sha256=key * 8, path=attack,
              media_type=attack, bytes=1, pages=1, words=1, status=attack,
              loaded_at=attack, version=attack, kind=attack, notes=f'["x", {key}]',
              problems=attack, metadata=attack)  # fmt: skip
    maker.add("texts", document_id=number, text=text)
    maker.add("pages", document_id=number, page=1, start=0, end=len(text))
    maker.add("meetings", id=number, ref=f"m{key}", document_id=number,
              council_id=number, body_id=number, date="2023-03-07", venue=attack,
              start_time=attack, end_time=attack, year=2023, council=attack,
              body=attack, next=attack, approves="[]")  # fmt: skip
    maker.add("items", id=number, ref=f"i{key}", meeting_id=number, position=1,
              number=attack, title=attack, text=text, body_start=0, start=0,
              end=len(text), page=1)  # fmt: skip
    maker.add("decisions", id=number, ref=f"x{key}", meeting_id=number,
              item_id=number, council_id=number, body_id=number, date="2023-03-07",
              year=2023, kind=attack, text=text, lead=attack, mover=attack,
              seconder=attack, mover_id=number, rule=attack, position=1,
              certainty=0.5, **span)  # fmt: skip
    maker.add("decision_votes", decision_id=number, vote=attack, position=1,
              name=attack, **span)  # fmt: skip
    maker.add("actions", id=number, ref=f"a{key}", meeting_id=number, item_id=number,
              text=attack, due_date="2023-04-01", rule=attack, position=1,
              **span)  # fmt: skip
    maker.add("action_owners", action_id=number, position=1, name=attack,
              name_as_written=attack)  # fmt: skip
    maker.add("attendance", meeting_id=number, person_id=number, name=attack,
              name_as_written=attack, status="present", role=attack, note=attack,
              organisation=attack, organisation_id=number, substitute_for=attack,
              group=attack, position=1, **span)  # fmt: skip
    maker.add("declarations", meeting_id=number, item_id=number, text=attack,
              name=attack, position=1, **span)  # fmt: skip
    for place, kind in enumerate(("person", "organisation", "money", attack)):
        maker.add("mentions", id=number * 10 + place, document_id=number, kind=kind,
                  item_id=number, decision_id=number, text=attack, name=attack,
                  rule=attack, person_id=number if place == 0 else None,
                  organisation_id=number if place == 1 else None, **span)  # fmt: skip
    maker.add("money", mention_id=number * 10 + 2, amount=5.0, currency=attack,
              per=attack)  # fmt: skip
