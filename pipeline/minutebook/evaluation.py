"""Reads gold and records, scores them and lays out the figures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from minutebook.attempt import attempt
from minutebook.errors import MinutebookError, NoGold, NoRecords, UnknownLayer
from minutebook.load import expand
from minutebook.output import record
from minutebook.score import HEADLINE, Tally, rows_of, score_document
from minutebook.store import explain, open_readonly, read_extractions

Record = dict[str, Any]
_WITH_GOLD = ".gold.json"


def evaluate(
    gold_dir: Path,
    paths: list[Path],
    *,
    db: Path | None = None,
    records: Path | None = None,
    bodies: bool = False,
    errors: str | None = None,
    as_json: bool = False,
) -> str:
    """Return the figures of the records that the arguments name, ready to print."""
    gold = read_gold(gold_dir)
    if not gold:
        raise NoGold(f"{gold_dir}: no *{_WITH_GOLD} in it.")
    found = by_document(_records(paths, db, records, {x for _, x in _documents(gold)}))
    total = Tally()
    folders: dict[str, Tally] = {}
    missing = []
    for folder, entry in gold:
        predicted = found.get(entry["document"])
        if predicted is None:
            missing.append(entry["document"])
        for tally in (total, folders.setdefault(folder, Tally())):
            score_document(tally, entry, predicted or {})
    if errors and errors not in total.counts:
        raise UnknownLayer(f"{errors}: the layers are {', '.join(total.counts)}")
    if as_json:
        return json.dumps(_as_json(total, folders, missing), indent=1)
    parts = [_table(total)]
    if bodies:
        parts.append(_body_table(folders))
    if missing:
        more = ", …" if len(missing) > 10 else ""
        parts.append(f"no record for {len(missing)}: {', '.join(missing[:10])}{more}")
    if errors:
        parts += [f"{what:7}{doc}: {text}" for doc, what, text in total.errors[errors]]
    return "\n".join(parts)


def pairs_of(gold_dir: Path, paths: list[Path]) -> list[tuple[Record, Record]]:
    """Return (gold, record) of every gold document found under the paths."""
    gold = read_gold(gold_dir)
    records = by_document(_records(paths, None, None, {x for _, x in _documents(gold)}))
    return [
        (entry, records[entry["document"]])
        for _, entry in gold
        if entry["document"] in records
    ]


def read_gold(folder: Path) -> list[tuple[str, Record]]:
    """Return the gold records under a folder, each with the name of its own folder."""
    return [
        (path.parent.name, _read_gold(path))
        for path in sorted(folder.rglob(f"*{_WITH_GOLD}"))
    ]


@contextmanager
def _read(path: Path) -> Iterator[IO[str]]:
    """Open a file of records; what goes wrong with it is told with its name."""
    try:
        with path.open(encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise NoRecords(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise NoRecords(f"{path}: no text in UTF-8") from error


def _parse(text: str, path: Path) -> Record:
    """Return the record that a text is, or raise NoRecords."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise NoRecords(f"{path}: no JSON: {error}") from error
    if not isinstance(found, dict) or "document" not in found:
        raise NoRecords(f'{path}: a record without "document"')
    return found


def _read_gold(path: Path) -> Record:
    with _read(path) as file:
        return _parse(file.read(), path)


class Known(NamedTuple):
    """A document with gold: its name there, its body's folder, the gold, the file."""

    name: str
    body: str
    gold: Record
    path: Path


def with_gold(documents: Path, gold_dir: Path, layer: str) -> Iterator[Known]:
    """Yield each document under a folder whose gold holds a layer."""
    gold = {x["document"]: (body, x) for body, x in read_gold(gold_dir)}
    for input_ in expand([documents]):
        parts = input_.path.split("/")
        name = next((x for x in ("/".join(parts[-2:]), parts[-1]) if x in gold), None)
        if name is not None and layer in gold[name][1]:
            body, entry = gold[name]
            yield Known(name, body, entry, Path(input_.path))


def by_document(records: Iterable[Record]) -> dict[str, Record]:
    """Return records by file name and by folder/file."""
    found: dict[str, Record] = {}
    for entry in records:
        parts = entry["document"].split("/")
        found[parts[-1]] = entry
        found["/".join(parts[-2:])] = entry
    return found


def _documents(gold: list[tuple[str, Record]]) -> Iterator[tuple[str, str]]:
    return ((folder, entry["document"]) for folder, entry in gold)


def _records(
    paths: list[Path], db: Path | None, records: Path | None, wanted: set[str]
) -> Iterator[Record]:
    if db is not None:
        with explain(db):
            yield from (record(x) for x in read_extractions(open_readonly(db)))
    if records is not None:
        with _read(records) as lines:
            yield from (_parse(x, records) for x in lines if x.strip())
    for input_ in expand(paths):
        parts = input_.path.split("/")
        if {parts[-1], "/".join(parts[-2:])} & wanted:
            try:
                yield record(attempt(input_))
            except MinutebookError:
                continue  # counts as nothing found


def _as_json(
    total: Tally, folders: dict[str, Tally], missing: list[str]
) -> dict[str, Any]:
    return {
        "layers": list(rows_of(total)),
        "mean_f1": round(total.mean_f1, 4),
        "bodies": {
            name: {"layers": list(rows_of(x)), "mean_f1": round(x.mean_f1, 4)}
            for name, x in folders.items()
        },
        "missing": missing,
    }


def _table(tally: Tally) -> str:
    lines = [
        f"{'layer':26}{'precision':>10}{'recall':>8}{'F1':>8}{'found':>8}{'gold':>7}"
        f"{'predicted':>11}"
    ]
    lines += [
        f"{x['layer']:26}{x['precision']:10.3f}{x['recall']:8.3f}{x['f1']:8.3f}"
        f"{x['found']:8}{x['gold']:7}{x['predicted']:11}"
        for x in rows_of(tally)
    ]
    lines.append(f"mean F1 of {len(HEADLINE)} headline layers: {tally.mean_f1:.4f}")
    return "\n".join(lines)


def _body_table(folders: dict[str, Tally]) -> str:
    short = [x.split(".")[-1][:6] if "." in x else x[:6] for x in HEADLINE]
    lines = ["", f"{'body':28}" + "".join(f"{x:>8}" for x in short) + f"{'mean':>8}"]
    for name, tally in folders.items():
        figures = [
            f"{tally.counts[x].f1:8.3f}"
            if tally.counts[x].gold or tally.counts[x].predicted
            else f"{'-':>8}"
            for x in HEADLINE
        ]
        lines.append(f"{name[:27]:28}" + "".join(figures) + f"{tally.mean_f1:8.3f}")
    return "\n".join(lines)
