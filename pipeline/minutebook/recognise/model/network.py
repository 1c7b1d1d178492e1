"""The trained judge of names: its shape, how it is made, kept and read again.

Words enter by hashes of their form, first letter, last letters and shape, so the
weights hold no vocabulary and no text of what they were trained on.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy
import spacy
from spacy.language import Language
from spacy.pipeline.spancat import SpanCategorizer
from spacy.tokens import Doc, Span
from spacy.training import Example as SpacyExample
from spacy.util import minibatch, registry
from thinc.api import Adam, Ops, fix_random_seed
from thinc.types import Ragged

from minutebook.recognise.model.units import LABELS, Example, stretches
from minutebook.recognise.runs import find_runs

SEED = 7
EPOCHS = 4
BATCH = 64
DROP = 0.15
WIDTH = 64
ASKED = "asked"  # the stretches of a Doc that are to be judged
NAMED = "named"

ENCODER = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [2000, 1000, 1500, 1000],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": 3,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
JUDGE = {
    "spans_key": NAMED,
    "suggester": {"@misc": "minutebook.asked_stretches.v1"},
    "allow_overlap": True,
    "model": {
        "@architectures": "spacy.SpanCategorizer.v1",
        "reducer": {"@layers": "spacy.mean_max_reducer.v1", "hidden_size": WIDTH},
        "scorer": {"@layers": "Softmax.v2"},
        "tok2vec": ENCODER,
    },
}


@registry.misc("minutebook.asked_stretches.v1")  # type: ignore[untyped-decorator]
def _make_suggester() -> Any:
    def suggest(docs: Sequence[Doc], *, ops: Ops | None = None) -> Ragged:
        spans = [(x.start, x.end) for doc in docs for x in doc.spans.get(ASKED, [])]
        lengths = [len(doc.spans.get(ASKED, [])) for doc in docs]
        places = numpy.array(spans, dtype="i").reshape(-1, 2)
        return Ragged(places, numpy.array(lengths, dtype="i"))  # type: ignore[arg-type]

    return suggest


def build() -> tuple[Language, SpanCategorizer]:
    """Return a tokenizer in a pipeline and its untrained judge of names."""
    nlp = spacy.blank("en")
    judge: Any = nlp.add_pipe("spancat_singlelabel", config=JUDGE)
    for label in LABELS:
        judge.add_label(label)
    return nlp, judge


def ask(nlp: Language, text: str, spans: Sequence[tuple[int, int]]) -> Doc:
    """Return a text as tokens with the stretches to judge that end where tokens do."""
    doc = nlp.make_doc(text)
    first = {token.idx: token.i for token in doc}
    last = {token.idx + len(token): token.i + 1 for token in doc}
    places = {(first[a], last[b]) for a, b in spans if a in first and b in last}
    doc.spans[ASKED] = [doc[a:b] for a, b in sorted(places)]
    return doc


def train(
    examples: Sequence[Example], *, epochs: int = EPOCHS, seed: int = SEED
) -> SpanCategorizer:
    """Return a judge that has learnt from examples; the same ones give the same."""
    fix_random_seed(seed)
    shuffler = random.Random(seed)
    nlp, judge = build()
    known = [y for x in examples if (y := _annotate(nlp, x))]
    nlp.initialize(lambda: known[:200])
    adam: Any = Adam(0.001, L2=0.01, grad_clip=1.0, use_averages=True)
    for epoch in range(epochs):
        shuffler.shuffle(known)
        if epoch >= epochs - 2:
            adam.learn_rate = 0.0004
        for batch in minibatch(known, size=BATCH):  # type: ignore[no-untyped-call]
            judge.update(batch, sgd=adam, drop=DROP)
    for node in judge.model.walk():
        _average(node, adam)
    return judge


def _average(node: Any, adam: Any) -> None:
    """Give one layer the mean of the weights that it has had."""
    for name in node.param_names:
        mean = adam.averages.get((node.id, name)) if node.has_param(name) else None
        if mean is not None:
            node.set_param(name, mean)


def _annotate(nlp: Language, example: Example) -> SpacyExample | None:
    """Return the stretches of a line and what they name, the open ones left out."""
    named = {(x.start, x.end): x.label for x in example.spans if x.label}
    open_ = [x for x in example.spans if not x.label]
    asked = [
        (start, end)
        for run in stretches(find_runs(example.text))
        for start, end in run
        if not any(start < x.end and x.start < end for x in open_)
    ]
    if not asked and not named:
        return None
    doc = ask(nlp, example.text, [*asked, *named])
    known = doc.copy()
    known.spans[NAMED] = [
        Span(known, x.start, x.end, label)
        for x in doc.spans[ASKED]
        if (label := named.get((x.start_char, x.end_char)))
    ]
    return SpacyExample(doc, known)


def save(judge: SpanCategorizer, folder: Path) -> None:
    """Write the weights, and nothing of the vocabulary."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "weights").write_bytes(judge.model.to_bytes())


def load(folder: Path) -> tuple[Language, SpanCategorizer]:
    """Return a tokenizer and the judge whose weights are in a folder."""
    nlp, judge = build()
    judge.model.from_bytes((folder / "weights").read_bytes())
    return nlp, judge


def probabilities(
    judge: SpanCategorizer, docs: Sequence[Doc]
) -> list[list[tuple[int, int, dict[str, float]]]]:
    """Return for each text its stretches with the probability of each label."""
    _, scores = judge.predict(docs)
    rows = iter(scores)
    return [
        [
            (x.start_char, x.end_char, dict(zip(LABELS, map(float, row), strict=False)))
            for x, row in zip(doc.spans[ASKED], rows, strict=False)
        ]
        for doc in docs
    ]
