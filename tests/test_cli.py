"""The commands do what their help says."""

from __future__ import annotations

import csv
import errno
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from made_minutes import make
from test_loading import MINUTES

from minutebook.cli import main
from minutebook.evaluation import by_document, read_gold
from minutebook.output import record
from minutebook.resolve import Resolver
from minutebook.score import Tally, rows_of, score_document
from minutebook.store import open_database, write

SHARED = Path(__file__).resolve().parents[2] / "shared"


def invoke(*words: object) -> Result:
    return CliRunner().invoke(main, [str(x) for x in words])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "archive"
    made.mkdir()
    for number in (1, 2):
        (made / f"{number}.txt").write_text(MINUTES.format(number=number + 10))
    return made


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "made.db"
    db = open_database(path)
    write(db, make(), Resolver())
    db.close()
    return path


@pytest.mark.parametrize("name", sorted(main.commands))
def test_help_shows_an_example(name: str) -> None:
    command = main.commands[name]
    result = invoke(name, "--help")
    assert result.exit_code == 0
    assert f"Example: minutebook {name} " in result.output
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            assert parameter.help, parameter.name


def test_commands_of_the_contract() -> None:
    wanted = {"load", "extract", "export", "serve", "evaluate", "trace"}
    assert wanted <= set(main.commands)


def test_load_and_export_equal_extract(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "x.db"
    loaded = invoke("load", folder, "--db", database, "--workers", 1)
    assert loaded.exit_code == 0
    extracted = invoke("extract", folder)
    exported = invoke("export", "--db", database)
    assert extracted.exit_code == exported.exit_code == 0
    assert lines(exported.output) == lines(extracted.output)
    assert len(lines(exported.output)) == 2


def lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(x) for x in output.splitlines()]


def test_load_reports_as_json(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_text("")
    result = invoke("load", folder, "--db", tmp_path / "x.db", "--json", "--workers", 1)
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert report["counts"]["loaded"] == 2
    assert report["failures"][0]["path"].endswith("empty.txt")
    assert report["failures"][0]["reason"]


def test_load_prints_a_table(folder: Path, tmp_path: Path) -> None:
    result = invoke("load", folder, "--db", tmp_path / "x.db", "--workers", 1)
    assert result.stdout == ""
    assert "loaded" in result.stderr
    assert "not-minutes" in result.stderr


def test_extract_goes_on_after_a_failure(folder: Path) -> None:
    (folder / "0.txt").write_text("")
    result = invoke("extract", folder)
    assert result.exit_code == 1
    assert len(lines(result.stdout)) == 2
    assert "0.txt" in result.stderr


def test_export_csv(stored: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    assert (
        invoke("export", "--db", stored, "--format", "csv", "--output", out).exit_code
        == 0
    )
    with (out / "decisions.csv").open(newline="", encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    assert [x["kind"] for x in found] == ["resolved", "resolved"]
    assert found[1]["text"] == "RESOLVED that the café bench be painted"
    assert not list(out.glob("*.part"))


def test_export_parquet(stored: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "tables"
    result = invoke("export", "--db", stored, "--format", "parquet", "--output", out)
    assert result.exit_code == 0, result.output
    found = parquet.read_table(out / "decisions.parquet").to_pylist()
    assert [(x["kind"], x["votes_for"]) for x in found] == [("resolved", 3)] * 2
    assert parquet.read_table(out / "failures.parquet").num_rows == 0


def test_export_popolo(stored: Path) -> None:
    found = json.loads(invoke("export", "--db", stored, "--format", "popolo").output)
    people = {x["id"]: x["name"] for x in found["persons"]}
    assert sorted(people.values()) == ["Ada Penrose", "B Tarrant", "Olwen Vosper"]
    known = {x["id"] for x in found["organizations"]}
    for member in found["memberships"]:
        assert member["person_id"] in people
        assert member["organization_id"] in known
    (event,) = found["events"]
    assert event["start_date"] == "2019-03-04T19:30"
    assert len(found["motions"]) == 2
    vote = found["vote_events"][0]
    assert vote["counts"] == [{"option": "yes", "value": 3}]
    assert people[vote["votes"][0]["voter_id"]] == "B Tarrant"


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--db", "missing.db"),
        ("export", "--db", "missing.db", "--format", "csv"),
        ("serve", "--db", "missing.db"),
        ("load", "x", "--db", "no/such/folder/x.db"),
        ("export", "--db", "other.db"),
        ("export", "--db", "other.db", "--format", "csv", "--output", "tables"),
        ("evaluate", "."),
        ("evaluate", "broken"),
        ("evaluate", "gold", "--db", "other.db"),
        ("evaluate", "gold", "--records", "missing.jsonl"),
        ("evaluate", "gold", "--records", "notes.txt"),
        ("evaluate", "gold", "--records", "other.db"),
        ("evaluate", "gold", "--errors", "dragons"),
    ],
)
def test_errors_are_one_line(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("gold", '{"document": "a.txt"}'), ("broken", "[")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.gold.json").write_text(text)
    (tmp_path / "notes.txt").write_text("no records")
    with closing(sqlite3.connect("other.db")) as other:
        other.execute("create table squirrels (name)")
    result = invoke(*words)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["extract", "export"])
def test_records_are_utf_8_in_any_locale(
    command: str, folder: Path, stored: Path
) -> None:
    words = [str(folder)] if command == "extract" else ["--db", str(stored)]
    result = CliRunner(charset="latin-1").invoke(main, [command, *words])
    assert result.exit_code == 0
    assert "£".encode() in result.stdout_bytes


@pytest.mark.parametrize("command", ["extract", "export"])
def test_a_full_disk_behind_a_pipe_is_told(
    command: str, folder: Path, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(json, "dumps", full)
    words = [folder] if command == "extract" else ["--db", stored]
    result = invoke(command, *words)
    assert result.exit_code == 1
    assert result.stderr.strip().endswith("output: No space left on device")


def test_csv_needs_a_folder(stored: Path) -> None:
    result = invoke("export", "--db", stored, "--format", "csv")
    assert result.exit_code == 1
    assert "--output" in result.stderr


@pytest.mark.parametrize("stage", ["load", "segment", "recognise", "assemble"])
def test_trace(folder: Path, stage: str) -> None:
    result = invoke("trace", folder / "1.txt", "--stage", stage)
    assert result.exit_code == 0
    assert result.output.startswith("# ")
    assert len(result.output.splitlines()) > 5


def test_evaluate(folder: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold" / "averley"
    gold.mkdir(parents=True)
    found = lines(invoke("extract", folder / "1.txt").output)[0]
    found["document"] = "1.txt"
    found["money"].append({"text": "£5", "amount": 5, "currency": "GBP"})
    (gold / "1.txt.gold.json").write_text(json.dumps(found))
    result = invoke("evaluate", tmp_path / "gold", folder, "--json")
    report = json.loads(result.output)
    layers = {x["layer"]: x for x in report["layers"]}
    assert layers["dates"]["f1"] == 1.0
    assert (layers["money"]["precision"], layers["money"]["recall"]) == (1.0, 0.5)
    assert report["bodies"]["averley"]["layers"] == report["layers"]
    table = invoke(
        "evaluate", tmp_path / "gold", folder, "--bodies", "--errors", "money"
    )
    assert "averley" in table.output
    assert "missed 1.txt: (5.0, 'GBP')" in table.output


def test_evaluate_a_database(stored: Path, tmp_path: Path) -> None:
    expected = record(make()) | {"document": "archive/march.txt"}
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "march.txt.gold.json").write_text(json.dumps(expected))
    result = invoke("evaluate", gold, "--db", stored, "--json")
    assert {x["f1"] for x in json.loads(result.output)["layers"]} <= {1.0}


GOLD = {
    "document": "a.txt",
    "attendance": [
        {"name": "Ada Penrose", "status": "present", "chair": True, "role": "Mayor"},
        {"name": "Bram Okafor", "status": "apologies", "chair": False},
    ],
    "items": [{"number": "1", "title": "Apologies"}, {"number": "2", "title": "Hedge"}],
    "decisions": [{"item": "2", "kind": "resolved", "text": "the hedge be cut"}],
    "people": [{"name": "Ada Penrose", "aliases": ["AP"]}],
    "roles": ["Mayor"],
    "money": [{"amount": 5, "currency": "GBP"}] * 2,
    "dates": [{"iso": "2019-03-04"}],
}


@pytest.mark.parametrize(
    ("layer", "predicted", "expected"),
    [
        (
            "attendance",
            [{"name": "Cllr Ada Penrose MBE", "status": "absent"}],
            (1, 2, 1),
        ),
        (
            "attendance.status",
            [{"name": "Cllr Ada Penrose MBE", "status": "absent"}],
            (0, 2, 1),
        ),
        (
            "attendance.chair",
            [{"name": "Bram Okafor", "status": "apologies", "chair": True}],
            (0, 1, 1),
        ),
        ("items", [{"number": "9", "title": "HEDGES"}], (1, 2, 1)),
        ("items.number", [{"number": "2.", "title": "hedge"}], (1, 2, 1)),
        ("decisions", [{"kind": "noted", "text": "that the hedge be cut"}], (1, 1, 1)),
        ("decisions.kind", [{"kind": "noted", "text": "the hedge be cut"}], (0, 1, 1)),
        ("people", [{"name": "AP"}, {"name": "Mrs Ada Penrose"}], (1, 1, 1)),
        ("people", [{"name": "Olwen Vosper"}], (0, 1, 1)),
        ("roles", [{"name": "The Mayor"}], (0, 1, 1)),
        ("roles", ["mayor"], (1, 1, 1)),
        ("money", [{"amount": 5.0}] * 3, (2, 2, 3)),
        ("dates", [{"iso": None}], (0, 1, 0)),
    ],
)
def test_scoring(
    layer: str, predicted: list[Any], expected: tuple[int, int, int]
) -> None:
    tally = Tally()
    score_document(tally, GOLD, {layer.split(".")[0]: predicted})
    count = tally.counts[layer]
    assert (count.found, count.gold, count.predicted) == expected


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the shared gold")
def test_gold_against_itself_is_perfect() -> None:
    gold = read_gold(SHARED / "gold")
    records = by_document(x for _, x in gold)
    tally = Tally()
    for _, entry in gold:
        score_document(tally, entry, records[entry["document"]])
    assert tally.mean_f1 > 0.995
    assert all(x["recall"] > 0.99 for x in rows_of(tally))
