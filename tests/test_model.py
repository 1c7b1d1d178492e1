"""The trained judge of names: opt-in, small, offline, and silent on its teachers."""

from __future__ import annotations

import json
import random
import re
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from minutebook.assets import models_dir
from minutebook.grammar.names import strip_titles
from minutebook.load import read_bytes
from minutebook.recognise.model import Question, Unit, is_on, judge, switched
from minutebook.recognise.model import runtime as runtime_module
from minutebook.recognise.model.labelling import (
    cut_units,
    label_by_reader,
    weigh_with_teacher,
    without_overlaps,
)
from minutebook.recognise.model.units import Example, LabelledSpan
from minutebook.recognise.runs import find_runs
from minutebook.recognise.unexplained import find_by_judge
from minutebook.runner import extract

FOLDER = models_dir() / "ner"
SHARED = Path(__file__).resolve().parents[2] / "shared"
TEXT = "Cllr Ada Penrose had a letter from Zorbex Link about the bench at Fell Green."
NAMES = [(5, 16), (35, 46), (66, 76)]


def ask(text: str = TEXT, spans: list[tuple[int, int]] | None = None) -> Question:
    return Question(
        Unit(100, text), tuple((a + 100, b + 100) for a, b in spans or NAMES)
    )


def test_off_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(runtime_module.SWITCH, raising=False)
    assert not is_on()
    assert list(judge([ask()])) == []
    with switched(True):
        assert is_on()
    assert not is_on()


def test_rules_alone_load_no_spacy() -> None:
    code = (
        "import sys; from minutebook.load import read_bytes;"
        "from minutebook.runner import extract;"
        f"extract(read_bytes('x.txt', {TEXT.encode()!r}));"
        "print('spacy' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(models_dir().parents[1] / "pipeline")},
    )  # fmt: skip
    assert ran.stdout.strip() == "False"


def test_judges_offline_and_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("went on line")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    with switched(True):
        first, second = (list(judge([ask()])) for _ in range(2))
    assert first == second
    assert [(x.start - 100, x.end - 100) for x in first] == NAMES
    assert first[0].label == "PERSON"
    assert all(0 <= x.probability <= 1 for x in first)


def test_works_where_the_folder_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(runtime_module, "models_dir", lambda: tmp_path)
    with switched(True):
        assert not is_on()
        assert list(judge([ask()])) == []
        assert find_by_judge(TEXT, list(find_runs(TEXT))) == []


def test_what_the_judge_finds_is_quoted_and_not_certain() -> None:
    source = read_bytes("x.txt", TEXT.encode())
    with switched(True):
        mentions = extract(source).mentions
    for x in mentions.mentions:
        if x.rule == "model-organisation":
            assert source.quote(x.start, x.end) == x.name
            assert x.certainty <= 0.5


def test_weights_are_small() -> None:
    sizes = [x.stat().st_size for x in FOLDER.iterdir()]
    assert 100_000 < sum(sizes) < 5_000_000
    assert {x.name for x in FOLDER.iterdir()} == {"weights"}


def test_weights_hold_no_paths() -> None:
    content = (FOLDER / "weights").read_bytes()
    assert not re.search(rb"/(?:home|root|work|usr|tmp|Users)/", content)


def test_weights_hold_no_words_of_documents() -> None:
    if not (SHARED / "gold").is_dir():
        pytest.skip("no gold beside the checkout")
    content = (FOLDER / "weights").read_bytes()
    for path in sorted((SHARED / "gold").rglob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for entry in gold["people"] + gold["organisations"]:
            for word in strip_titles(entry["name"]).split():
                if len(word) > 5:  # shorter ones stand in random bytes by chance
                    assert word.encode() not in content, word


def test_memory_is_flat_over_many_documents() -> None:
    draw = random.Random(3)

    def text() -> str:
        coined = "".join(
            draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in "xxxx"
        )
        return f"a letter from {coined.title()} about the bench"

    def run(times: int) -> int:
        for _ in range(times):
            words = text()
            list(judge([ask(words, [(14, 22)])]))
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with switched(True):
        before = run(200)
        after = run(2000)
    assert after - before < 8_000  # kilobytes


OVERLAPS = [
    ("Ada Penrose", [(0, 11, "PERSON"), (4, 11, "ORG")], [(0, 11, "PERSON")]),
    ("Marsh Council, ", [(0, 15, "ORG")], [(0, 13, "ORG")]),
    (
        "Clerk Ada",
        [(6, 9, "PERSON"), (0, 5, "ROLE")],
        [(0, 5, "ROLE"), (6, 9, "PERSON")],
    ),
]


@pytest.mark.parametrize(("text", "spans", "expected"), OVERLAPS)
def test_labels_do_not_overlap(
    text: str, spans: list[tuple[int, int, str]], expected: list[tuple[int, int, str]]
) -> None:
    given = [LabelledSpan(*x) for x in spans]
    assert without_overlaps(text, given) == [LabelledSpan(*x) for x in expected]


def test_reader_is_believed_over_the_rules() -> None:
    view = "Ada Penrose met Zorbex Link\nAda spoke of the Mill"
    by_rules = [LabelledSpan(0, 11, "PERSON"), LabelledSpan(45, 49, "PERSON")]
    names = {"PERSON": ["Ada Penrose", "Ada"], "ORG": ["Zorbex Link"]}
    found = label_by_reader(view, by_rules, names)
    assert [(view[x.start : x.end], x.label) for x in found] == [
        ("Ada Penrose", "PERSON"),
        ("Zorbex Link", "ORG"),
        ("Ada", "PERSON"),
        ("Mill", ""),
    ]
    units = list(cut_units(view, found))
    assert [len(x.spans) for x in units] == [2, 2]
    assert units[1].spans[0] == LabelledSpan(0, 3, "PERSON")


TAUGHT = [
    # doubted by the rules, named alike by the teacher: believed
    ([(0, 6, "")], [(0, 6, "ORG")], [(0, 6, "ORG")]),
    # believed by the rules: the teacher is not asked
    ([(0, 6, "ORG")], [(0, 6, "PERSON")], [(0, 6, "ORG")]),
    # the teacher alone: left open
    ([], [(0, 6, "ORG")], [(0, 6, "")]),
    # doubted, and the teacher does not agree on where it ends: left open
    ([(0, 6, "")], [(0, 11, "ORG")], [(0, 6, "")]),
]


@pytest.mark.parametrize(("rules", "teacher", "expected"), TAUGHT)
def test_teacher(
    rules: list[tuple[int, int, str]],
    teacher: list[tuple[int, int, str]],
    expected: list[tuple[int, int, str]],
) -> None:
    example = Example("Zorbex Link replied", tuple(LabelledSpan(*x) for x in rules))
    said = [LabelledSpan(*x) for x in teacher]
    (found,) = weigh_with_teacher([example], lambda texts: [said for _ in texts])
    assert list(found.spans) == [LabelledSpan(*x) for x in expected]


@pytest.mark.slow
def test_training_repeats_itself(tmp_path: Path) -> None:
    from minutebook.recognise.model.network import load, save, train

    examples = [
        Example("Cllr Ada Penrose spoke", (LabelledSpan(5, 16, "PERSON"),)),
        Example("the Marsh Council met", (LabelledSpan(4, 17, "ORG"),)),
        Example("the Fell Green bench", ()),
    ] * 20
    for name in ("one", "two"):
        save(train(examples, epochs=1), tmp_path / name)
    one, two = ((tmp_path / x / "weights").read_bytes() for x in ("one", "two"))
    assert one == two
    assert load(tmp_path / "one")[1].labels == ("PERSON", "ORG", "ROLE")
