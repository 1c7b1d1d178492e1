"""The README says how to run it, and what it says can be run."""

from __future__ import annotations

import json
import re
import shlex
import sqlite3
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from minutebook.cli import main
from minutebook.store import open_database

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
COMMANDS = sorted(main.commands)


def called() -> list[list[str]]:
    """Return every call of `minutebook` in the README's blocks, as words."""
    text = "\n".join(BLOCKS).replace("\\\n", " ").replace("&&", "\n")
    calls = []
    for line in text.splitlines():
        words = shlex.split(line.split(" > ")[0].split(" | ")[0], comments=True)
        if words and words[0].split("/")[-1] == "minutebook":
            calls.append(words[1:])
    return calls


def test_it_opens_with_the_two_commands() -> None:
    first, second = BLOCKS[:2]
    assert README.index(first) < README.index("\n## ")
    assert README.index(second) < README.index("\n## ")
    for word in ("venv", "pip install", "minutebook load corpus", "minutebook serve"):
        assert word in first
    for word in ("venv", "pip install", "[test]", "pytest"):
        assert word in second


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented(name: str) -> None:
    assert f"`minutebook {name}" in README
    assert any(words[:1] == [name] for words in called()), "no call of it in a block"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_an_example_that_parses(name: str) -> None:
    command = main.commands[name]
    example = re.search(r"Example: minutebook (.+)", command.help or "")
    assert example, "its help shows no example"
    words = shlex.split(example.group(1))
    assert words[0] == name
    parse(words)


def parse(words: list[str]) -> None:
    """Read options and arguments as click does; paths need not be there."""
    command = main.commands[words[0]]
    known = {x for p in command.params for x in (*p.opts, *p.secondary_opts)}
    unknown = [x for x in words[1:] if x.startswith("-") and x not in known]
    assert unknown == []
    taken = [p for p in command.params if isinstance(p, click.Argument)]
    if any(p.required for p in taken):
        assert any(not x.startswith("-") for x in words[1:])


@pytest.mark.parametrize("words", called(), ids=" ".join)
def test_calls_in_the_readme_parse(words: list[str]) -> None:
    if words[0].startswith("-"):
        assert words == ["--version"] or words == ["--help"]
    else:
        parse(words)


def test_every_table_is_described(tmp_path: Path) -> None:
    open_database(tmp_path / "empty.db").close()
    with sqlite3.connect(tmp_path / "empty.db") as db:
        rows = db.execute("select name from sqlite_master where type = 'table'")
        names = {name for (name,) in rows}
    contract = {"councils", "bodies", "documents", "texts", "pages", "meetings"}
    contract |= {"items", "decisions", "decision_votes", "actions", "action_owners"}
    contract |= {"people", "organisations", "names", "attendance", "roles"}
    contract |= {"declarations", "mentions", "money", "dates", "loads", "failures"}
    assert contract <= names
    assert [x for x in sorted(contract) if f"`{x}`" not in README] == []


def test_queries_in_the_readme_run(tmp_path: Path) -> None:
    queries = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    assert queries
    open_database(tmp_path / "empty.db").close()
    with sqlite3.connect(tmp_path / "empty.db") as db:
        for query in queries:
            db.execute(query)


def test_facts_in_the_readme_are_what_extract_prints() -> None:
    shown = [
        json.loads(block)
        for block in re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    ]
    (document,) = re.findall(r"^minutebook extract (corpus/\S+)$", README, re.MULTILINE)
    printed = CliRunner().invoke(main, ["extract", str(ROOT / document)]).stdout
    record = json.loads(printed)
    facts = [*record["decisions"], *record["declarations"]]
    assert shown
    for entry in shown:
        assert any(entry.items() <= fact.items() for fact in facts), entry
