"""Cues of which one must stand in a text: looked for word by word, once for each."""

from __future__ import annotations

from collections.abc import Iterable

from minutebook.grammar.anchors import holds_any, shortest

_MOST = 10_000  # words that are remembered: most of a text are among the commonest


class Cues:
    """Words and short phrases, in small letters, that may stand inside others too.

    Whether a word holds a cue is remembered, so that most texts cost one look at each
    of their words, however many the cues are.
    """

    def __init__(self, cues: Iterable[str]) -> None:
        every = shortest(*cues)
        self._single = tuple(x for x in every if x.split() == [x])
        self._phrases = tuple(x for x in every if x not in self._single)
        self._parts = tuple({max(x.split(), key=len) for x in self._phrases})
        self._holding: set[str] = set()
        self._doubtful: set[str] = set()  # a phrase may stand there
        self._plain: set[str] = set()

    def stand_in(self, text: str) -> bool:
        """Say whether a cue stands in a text in small letters, over line ends too.

        >>> cues = Cues(("agree", "no action"))
        >>> [cues.stand_in(x) for x in ("all disagreed", "no actions", "an action")]
        [True, True, False]
        """
        words = text.split()
        if not self._holding.isdisjoint(words):
            return True
        fresh = {*words} - self._plain
        doubtful = fresh & self._doubtful
        for word in fresh - doubtful:
            if holds_any(word, self._single):
                _remember(self._holding, word)
                return True
            if holds_any(word, self._parts):
                _remember(self._doubtful, word)
                doubtful.add(word)
            else:
                _remember(self._plain, word)
        return bool(doubtful) and holds_any(" ".join(words), self._phrases)


def _remember(known: set[str], word: str) -> None:
    if len(known) < _MOST:
        known.add(word)
