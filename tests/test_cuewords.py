"""Cues looked for word by word are found where a look at the whole text finds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minutebook.grammar.anchors import holds_any
from minutebook.grammar.cuewords import CueGroups, Cues

CUES = ("agree", "no action", "voted", " opted", "gave per", "nem")
WORDS = st.sampled_from(
    [
        *("agree", "disagreed", "no", "no action", "actions", "opted", "adopted"),
        *("gave", "gave permission", "per", "nem.", "\n", "  ", "voted", "devoted"),
    ]
)


@given(st.lists(st.lists(WORDS, max_size=8), max_size=12))
def test_cues(texts: list[list[str]]) -> None:
    cues = Cues(CUES)
    for words in texts:  # what one text taught must not mislead in the next
        text = " ".join(words)
        assert cues.stand_in(text) == holds_any(" ".join(text.split()), CUES)


@given(st.lists(st.lists(WORDS, max_size=8), max_size=12))
def test_groups_of_cues(texts: list[list[str]]) -> None:
    groups = {"inside": ("agree", "voted", "nem"), "edged": (" no ", " act", "ed ")}
    known = CueGroups(groups)
    for words in texts:  # what one text taught must not mislead in the next
        text = f" {' '.join(' '.join(words).split())} "
        held = {name for name, cues in groups.items() if holds_any(text, cues)}
        assert known.held_in(text) == held
