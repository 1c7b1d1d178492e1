"""Makes training examples out of what the rules and a careful reader found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from minutebook.grammar.names import strip_titles
from minutebook.recognise.model.teacher import Teacher
from minutebook.recognise.model.units import Example, LabelledSpan, Unit, split_units
from minutebook.recognise.runs import join_lines
from minutebook.records import Extraction, Mention

Spans = Sequence[LabelledSpan]

KINDS = {"person": "PERSON", "organisation": "ORG", "role": "ROLE"}
# The certainty from which a rule is believed where nobody has read the document
BELIEVED = {"PERSON": 0.79, "ORG": 0.7, "ROLE": 0.7}
# Initials and given names alone are names only by what stands elsewhere
BY_REFERENCE = frozenset({"person-initials", "person-given", "name-surname"})
LINKED = re.compile(r"[ ](?:of|to|for)[ ]the[ ]")
CAPITALS = re.compile(r"(?<![\w’'-])[A-Z][\w’'&-]*(?:[ ][A-Z][\w’'&-]*)*")


def label_by_rules(extraction: Extraction) -> list[LabelledSpan]:
    """Return the stretches of a document that the rules name, "" where unsure."""
    text = extraction.source.text
    spans = []
    for x in extraction.mentions.mentions:
        label = KINDS.get(x.kind)
        if label is None or x.rule == "person-initials" or x.rule.startswith("model"):
            continue
        believed = x.certainty >= BELIEVED[label] and x.rule not in BY_REFERENCE
        start, end = _bare(text, x)
        spans.append(LabelledSpan(start, end, label if believed else ""))
    return without_overlaps(text, spans)


def _bare(text: str, x: Mention) -> tuple[int, int]:
    """Return the stretch of a mention without the titles before a name."""
    written = text[x.start : x.end]
    if x.kind == "role":
        link = LINKED.search(written)
        return x.start, x.start + link.start() if link else x.end
    if x.kind == "person":
        bare = strip_titles(written)
        place = written.find(bare) if bare else -1
        if place >= 0:
            return x.start + place, x.start + place + len(bare)
    return x.start, x.end


def without_overlaps(text: str, spans: Iterable[LabelledSpan]) -> list[LabelledSpan]:
    """Return the spans that do not meet, trimmed, those that come first kept.

    >>> spans = [LabelledSpan(0, 11, "PERSON"), LabelledSpan(4, 11, "ORG")]
    >>> without_overlaps("Ada Penrose", spans)
    [LabelledSpan(start=0, end=11, label='PERSON')]
    """
    kept: list[LabelledSpan] = []
    for x in sorted(spans, key=lambda x: (x.start, -x.end)):
        words = text[x.start : x.end]
        start = x.start + len(words) - len(words.lstrip())
        end = x.start + len(words.rstrip(" ,.;:"))
        if start < end and not (kept and start < kept[-1].end):
            kept.append(LabelledSpan(start, end, x.label))
    return kept


def label_by_reader(
    view: str, by_rules: Spans, names: dict[str, Iterable[str]]
) -> list[LabelledSpan]:
    """Return where a text has the names that a reader listed, by label.

    What the rules found is kept where a reader's name is in it; the rest is nothing.
    """
    found: list[LabelledSpan] = []
    for label, forms in names.items():
        for form in sorted(set(forms), key=len, reverse=True):
            found += _occurrences(view, form, label)
    ranked = sorted(found, key=lambda x: (x.start - x.end, x.start))
    marks: set[int] = set()
    kept = []
    for x in ranked:
        if marks.isdisjoint(range(x.start, x.end)):
            marks.update(range(x.start, x.end))
            kept.append(x)
    for x in by_rules:
        inside = marks.isdisjoint(range(x.start, x.end))
        if inside and x.label == "PERSON":
            kept.append(LabelledSpan(x.start, x.end, ""))
    return sorted(kept)


def _occurrences(view: str, form: str, label: str) -> Iterator[LabelledSpan]:
    words = form.split()
    if not words or (label == "PERSON" and form.isupper() and len(form) < 5):
        return
    body = r"\s+".join(re.escape(x) for x in words)
    flags = re.IGNORECASE if len(form) > 6 else re.NOFLAG
    for match in re.finditer(rf"(?<![\w-]){body}(?![\w-])", view, flags):
        if label == "ROLE" or not match[0].islower():
            yield LabelledSpan(match.start(), match.end(), label)


def cut_units(view: str, spans: Spans) -> Iterator[Example]:
    """Yield the units of a text that hold a capital, each with its spans."""
    index = 0
    for unit in split_units(view):
        stop = unit.start + len(unit.text)
        while index < len(spans) and spans[index].start < unit.start:
            index += 1
        inside = []
        while index < len(spans) and spans[index].start < stop:
            x = spans[index]
            if x.end <= stop:
                inside.append(_shift(x, unit))
            index += 1
        if CAPITALS.search(unit.text):
            yield Example(unit.text, tuple(inside))


def _shift(x: LabelledSpan, unit: Unit) -> LabelledSpan:
    return LabelledSpan(x.start - unit.start, x.end - unit.start, x.label)


def weigh_with_teacher(examples: Sequence[Example], teacher: Teacher) -> list[Example]:
    """Return the examples with what a general model has to say of them.

    What the rules doubt and the teacher names alike is believed; what the teacher
    alone names is left open, neither a name nor none.
    """
    taught = teacher([x.text for x in examples])
    return [
        Example(x.text, tuple(_agree(x, spans)))
        for x, spans in zip(examples, taught, strict=True)
    ]


def _agree(example: Example, taught: Spans) -> list[LabelledSpan]:
    agreed = []
    for x in example.spans:
        same = [y for y in taught if y.start < x.end and x.start < y.end]
        if x.label or not any((y.start, y.end) == (x.start, x.end) for y in same):
            agreed.append(x)
        else:
            label = next(y.label for y in same if (y.start, y.end) == (x.start, x.end))
            agreed.append(LabelledSpan(x.start, x.end, label))
    alone = [
        LabelledSpan(y.start, y.end, "")
        for y in taught
        if not any(x.start < y.end and y.start < x.end for x in example.spans)
    ]
    return sorted([*agreed, *alone])


def view_of(extraction: Extraction) -> str:
    """Return the text of a document as the recogniser reads it."""
    return join_lines(extraction.source)
