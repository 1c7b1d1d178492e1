"""What every committed file keeps to: its own words, no traces of where it was made."""

from __future__ import annotations

import csv
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from minutebook.segment.titles import standing_kind

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
MODELS = ROOT / "models"
TEXT = {".py", ".md", ".tsv", ".json", ".jsonl", ".txt", ".html", ".css", ".js"} | {
    ".toml", ".sql", ".cfg", ".yml", ".yaml", ".svg", "",
}  # fmt: skip


@cache
def committed() -> tuple[Path, ...]:
    """Return the files that belong to the project, as git lists them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    paths = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    return tuple(path for path in paths if path.is_file())


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def text_files() -> list[Path]:
    return [x for x in committed() if x.suffix in TEXT and x.name != "LICENSE"]


# ------------------------------------------------------------------------- traces

TRACES = re.compile(
    r"""(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/[\w.]  # of somebody's machine
    |\bsub-?agent\b | \bchat ?gpt\b | \banthropic\b | \bopenai\b | \bclaude[ -]code\b
    |\bartifactory\b | \bnexus[./]repository\b           # hosts of registries
    """,
    re.VERBOSE | re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("read /" + "work/main/x.py", True),
        ("open('/" + "root/.cache')", True),
        ("works/main", False),
        ("Claude Winslade took the chair", False),
    ],
)
def test_traces(text: str, found: bool) -> None:
    assert bool(TRACES.search(text)) is found


def test_no_trace_of_where_it_was_made() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in text_files()
        if path != Path(__file__).resolve()
        for match in TRACES.finditer(text_of(path))
    ]
    assert found == []


def test_licence_is_whole() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


# -------------------------------------------------------------------- originality

LEAST = 12  # words in a row that are no accident
# Words of the formulae that all clerks use; a run of these alone is nobody's text.
_FORMULAE = """
a an the and or of in on at to for from by with as is are was were be been has have had
will would shall that this these it its not no there than which who meeting meetings
minutes held previous last next date time venue present apologies absence received
declared declarations interest interests item items agenda business approved agreed
resolved proposed seconded carried unanimously noted correct accurate record signed
chair chairman chairperson councillor councillors cllr council committee board members
officers closed opened january february march april may june july august september
october november december monday tuesday wednesday thursday friday saturday sunday am pm
clerk report reports public any other mr mrs ms dr following attendance
"""
FORMULA = frozenset(_FORMULAE.split())


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of twelve words that holds more than formulae."""
    words = re.findall(r"[a-z]+", text.lower())
    tuples = zip(*(words[i:] for i in range(LEAST)), strict=False)
    return {x for x in tuples if len(set(x) - FORMULA) >= 4}


def runs_of(path: Path) -> set[tuple[str, ...]]:
    """Return the runs of a file; of JSON those of its values, each on its own."""
    text = text_of(path)
    if path.suffix != ".json":
        return runs(text)
    return set().union(*map(runs, re.findall(r': "((?:[^"\\]|\\.)*)"', text)))


def copied(theirs: set[tuple[str, ...]]) -> list[str]:
    """Return where a committed file holds a run of these."""
    return [
        f"{path.relative_to(ROOT)}: {' '.join(run)}"
        for path in text_files()
        for run in sorted(runs_of(path) & theirs)[:3]
    ]


def test_runs_see_a_copy_and_leave_formulae() -> None:
    text = "Tom Ashby asked why the lamp at Quarry Steps had stood dark since harvest."
    assert runs("So " + text) & runs(text + " Then he sat")
    assert not runs(
        "The minutes of the meeting held on Monday 3 March were approved and signed "
        "by the Chair as a correct record."
    )


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no documents beside the checkout")
def test_no_text_of_others() -> None:
    theirs: set[tuple[str, ...]] = set()
    for path in SHARED.rglob("*"):
        if path.suffix in {".txt", ".md", ".html", ".json"} and path.parent != SHARED:
            theirs |= runs_of(path)
    assert copied(theirs) == []


# -------------------------------------------------------------------------- models


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = (x for x in file if not x.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def columns(row: dict[str, str], kind: str) -> str:
    """Return what a row gives under `example` or `counter`, however it is headed."""
    return "".join(
        value or ""
        for title, value in row.items()
        if title and title.removesuffix("s").removesuffix("_example") == kind
    ).strip()


LISTS = sorted(  # what is counted is not written by anybody
    x
    for x in MODELS.rglob("*.tsv")
    if x.name != "certainty.tsv" and not x.name.endswith("_weights.tsv")
)


@pytest.mark.parametrize("path", LISTS, ids=lambda x: x.name)
def test_every_row_has_example_and_counter_example(path: Path) -> None:
    rows = table(path)
    assert rows
    assert [x for x in rows if None in x or None in x.values()] == [], "ragged row"
    assert [x for x in rows if not columns(x, "example")] == []
    assert [x for x in rows if not columns(x, "counter")] == []


def test_standing_items_hold() -> None:
    wrong = []
    for row in table(MODELS / "en_council" / "standing_items.tsv"):
        for title in row["examples"].split("|"):
            if standing_kind(title) != row["kind"]:
                wrong.append((title, standing_kind(title), row["kind"]))
        for title in row["counter_examples"].split("|"):
            if standing_kind(title) == row["kind"]:
                wrong.append((title, row["kind"], "counter"))
    assert wrong == []
